// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditiondialog.h"

#include "actioncatalog.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventcondition.h"
#include "icons.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr akql::Operator offered[] = {akql::Operator::Equal, akql::Operator::NotEqual, akql::Operator::Contains,
    akql::Operator::NotContains, akql::Operator::In, akql::Operator::NotIn, akql::Operator::StartsWith,
    akql::Operator::NotStartsWith, akql::Operator::EndsWith, akql::Operator::Greater, akql::Operator::GreaterEqual,
    akql::Operator::Less, akql::Operator::LessEqual};

// A literal as people type it: a text without its quotes.
QString bare(const akql::Literal &literal)
{
    const QString *const text = std::get_if<QString>(&literal);
    if (text)
        return *text;
    const QString printed = akql::print(literal);
    return std::holds_alternative<akql::Timestamp>(literal) ? printed.sliced(1, printed.size() - 2) : printed;
}

void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

} // namespace

ConditionDialog::ConditionDialog(const akql::Schema &schema, const akql::ValuesOf &valuesOf, QWidget *parent)
    : QDialog(parent)
    , m_schema(schema)
    , m_valuesOf(valuesOf)
    , m_forms(new QStackedWidget(this))
    , m_field(new QComboBox(this))
    , m_relation(new QComboBox(this))
    , m_value(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_problem(new PlainLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"conditionDialog"_s);
    setWindowTitle(tr("Filter"));
    setMinimumSize(440, 240);
    resize(minimumSize());
    m_field->setObjectName(u"conditionField"_s);
    m_relation->setObjectName(u"conditionRelation"_s);
    m_value->setObjectName(u"conditionValue"_s);
    m_text->setObjectName(u"conditionText"_s);
    m_text->setAccessibleName(tr("Condition as query text"));
    m_problem->setObjectName(u"conditionProblem"_s);
    m_problem->setProperty("muted", true);
    m_problem->setMinimumHeight(2 * fontMetrics().height());
    makeSearchable(m_field);
    makeSearchable(m_value);
    for (QComboBox *const box : {m_field, m_relation, m_value})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *const form = new QWidget(this);
    auto *const rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setVerticalSpacing(metrics::gap);
    rows->setHorizontalSpacing(metrics::margin);
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    rows->addRow(tr("&Field"), m_field);
    rows->addRow(tr("&Relation"), m_relation);
    rows->addRow(tr("&Value"), m_value);
    m_forms->addWidget(form);
    m_forms->addWidget(m_text);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));

    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::margin);
    column->addWidget(m_forms);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);

    fillFields();
    for (const akql::Operator op : offered) {
        const akql::Node sample(akql::Comparison{{u"x"_s}, op, {QString()}});
        m_relation->addItem(conditionText(sample).relation, static_cast<int>(op));
    }
    connect(m_field, &QComboBox::currentTextChanged, this, &ConditionDialog::fillValues);
    connect(m_relation, &QComboBox::currentIndexChanged, this, &ConditionDialog::check);
    connect(m_value, &QComboBox::currentTextChanged, this, &ConditionDialog::check);
    connect(m_text, &QLineEdit::textChanged, this, &ConditionDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConditionDialog::acceptCondition);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fillValues();
    m_field->setFocus();
}

void ConditionDialog::fillFields()
{
    for (const QLatin1StringView name : akql::paths::known) {
        const akql::Node sample(akql::Comparison{akql::paths::split(name), akql::Operator::Equal, {QString()}});
        const QString label = conditionText(sample).subject;
        const QString shown = label == name ? label : u"%1 (%2)"_s.arg(label, name);
        m_field->addItem(shown, QString(name));
    }
}

QStringList ConditionDialog::path() const
{
    const int known = m_field->findText(m_field->currentText());
    const QString name = known >= 0 ? m_field->itemData(known).toString() : m_field->currentText().trimmed();
    return name.split(u'.');
}

void ConditionDialog::fillValues()
{
    const QStringList keys = path();
    const QString typed = m_value->currentText();
    m_seen = m_valuesOf ? m_valuesOf(keys) : QList<akql::Literal>();
    m_value->clear();
    const bool isAction = keys == QStringList{akql::paths::action};
    if (isAction) {
        const auto entries = knownActionEntries();
        for (const ActionInfoEntry &entry : entries)
            m_value->addItem(icon(entry.icon), entry.label, entry.value);
    }
    for (const akql::Literal &literal : std::as_const(m_seen)) {
        if (!isAction || m_value->findData(bare(literal)) < 0)
            m_value->addItem(visibleLine(bare(literal)), bare(literal));
    }
    m_value->setCurrentIndex(-1);
    m_value->setCurrentText(typed);
    check();
}

// The value seen, with its type; otherwise a number where numbers were seen, and a text everywhere else.
QString ConditionDialog::literalText(const QString &typed) const
{
    const int known = m_value->findText(typed, Qt::MatchFixedString);
    const QString value = known >= 0 ? m_value->itemData(known).toString() : typed;
    bool sawNumbers = false;
    for (const akql::Literal &literal : m_seen) {
        if (bare(literal) == value)
            return akql::print(literal);
        sawNumbers = sawNumbers || std::holds_alternative<qint64>(literal) || std::holds_alternative<double>(literal);
    }
    bool isNumber = false;
    (void)value.toDouble(&isNumber);
    return sawNumbers && isNumber ? value : akql::quoted(value);
}

QString ConditionDialog::queryText() const
{
    if (m_forms->currentIndex() == 1)
        return m_text->text();
    const auto op = static_cast<akql::Operator>(m_relation->currentData().toInt());
    const QString typed = m_value->currentText().trimmed();
    QString value;
    if (akql::isList(op)) {
        QStringList literals;
        const QStringList parts = typed.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            literals += literalText(part.trimmed());
        value = u'(' + literals.join(", "_L1) + u')';
    } else {
        value = literalText(typed);
    }
    return path().join(u'.') + u' ' + akql::toText(op) + u' ' + value;
}

void ConditionDialog::check()
{
    const bool isEmpty = m_forms->currentIndex() == 0 && m_value->currentText().trimmed().isEmpty();
    const akql::ParseResult parsed = akql::parse(queryText(), m_schema);
    m_result = isEmpty ? std::nullopt : parsed.query;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_result.has_value());
    if (m_result)
        m_problem->setText(tr("As a query: %1").arg(akql::print(*m_result)));
    else if (isEmpty)
        m_problem->setText(tr("Choose or type a value. Several are separated by commas."));
    else
        m_problem->setText(parsed.error.message);
    m_problem->setProperty("muted", m_result || isEmpty);
    m_problem->setProperty("error", !m_result && !isEmpty);
    style()->polish(m_problem);
}

void ConditionDialog::setCondition(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison) {
        m_forms->setCurrentIndex(1);
        m_text->setText(akql::print(node));
        m_text->setFocus();
        return check();
    }
    const akql::Comparison &comparison = node.comparison();
    const int known = m_field->findData(comparison.path.join(u'.'));
    if (known >= 0)
        m_field->setCurrentIndex(known);
    else
        m_field->setCurrentText(comparison.path.join(u'.'));
    m_relation->setCurrentIndex(m_relation->findData(static_cast<int>(comparison.op)));
    QStringList values;
    for (const akql::Literal &literal : comparison.values) {
        const int item = m_value->findData(bare(literal));
        values += item >= 0 ? m_value->itemText(item) : bare(literal);
        if (std::find(m_seen.cbegin(), m_seen.cend(), literal) == m_seen.cend())
            m_seen += literal; // keeps its type
    }
    m_value->setCurrentText(values.join(", "_L1));
    m_value->setFocus();
    check();
}

void ConditionDialog::acceptCondition()
{
    check();
    if (!m_result)
        return;
    emit chosen(*m_result);
    accept();
}

} // namespace tidings
