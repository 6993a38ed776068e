// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditiondialog.h"

#include "actioncatalog.h"
#include "akqllexer.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "choices.h"
#include "eventcondition.h"
#include "icons.h"
#include "momenttext.h"
#include "plainlabel.h"
#include "theme.h"
#include "visibletext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr akql::Operator offered[] = {akql::Operator::Equal, akql::Operator::NotEqual, akql::Operator::Contains,
    akql::Operator::NotContains, akql::Operator::In, akql::Operator::NotIn, akql::Operator::StartsWith,
    akql::Operator::NotStartsWith, akql::Operator::EndsWith, akql::Operator::NotEndsWith, akql::Operator::Greater,
    akql::Operator::GreaterEqual, akql::Operator::Less, akql::Operator::LessEqual};

// Whether a text needs quotes to be read as it is.
bool needsQuotes(const QString &text)
{
    return text.isEmpty() || text != text.trimmed() || text.contains(u',') || text.startsWith(u'"')
        || visibleLine(text) != text;
}

// What stands between the commas, without blanks around it; those in quotes do not count. Quotes stay.
QStringList splitValues(const QString &typed)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        if (c == u'"' && (isQuoted || part.trimmed().isEmpty()))
            isQuoted = !isQuoted;
        if (c == u',' && !isQuoted) {
            parts += part.trimmed();
            part.clear();
            continue;
        }
        part += c;
        if (c == u'\\' && isQuoted && i + 1 < typed.size())
            part += typed.at(++i);
    }
    parts += part.trimmed();
    parts.removeAll(QString());
    return parts;
}

bool isNumberOrBool(const QString &typed)
{
    akql::Lexer lexer(typed);
    const akql::TokenKind kind = lexer.next().kind;
    const bool isOne = kind == akql::TokenKind::Integer || kind == akql::TokenKind::Decimal
        || kind == akql::TokenKind::True || kind == akql::TokenKind::False;
    return isOne && lexer.next().kind == akql::TokenKind::End;
}

// What a value in quotes stands for; nothing for one without.
std::optional<QString> unquoted(const QString &typed)
{
    akql::Lexer lexer(typed);
    const akql::Token token = lexer.next();
    const bool isWhole = token.kind == akql::TokenKind::String && token.start == 0 && token.length == typed.size();
    return isWhole && typed.startsWith(u'"') ? std::optional(token.text) : std::nullopt;
}

bool namesTime(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison)
        return false;
    const auto &values = node.comparison().values;
    return std::any_of(values.cbegin(), values.cend(),
        [](const akql::Literal &value) { return std::holds_alternative<akql::Timestamp>(value); });
}

void makeSearchable(QComboBox *box)
{
    styleChoices(box->view());
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    styleChoices(box->completer()->popup());
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
    styleChoices(m_relation->view());
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
    connect(m_field, &QComboBox::currentTextChanged, this, [this] {
        m_given.clear();
        fillValues();
    });
    connect(m_relation, &QComboBox::currentIndexChanged, this, &ConditionDialog::check);
    connect(m_value, &QComboBox::currentTextChanged, this, &ConditionDialog::check);
    connect(m_text, &QLineEdit::textChanged, this, &ConditionDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConditionDialog::acceptCondition);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fillValues();
    m_field->setFocus();
}

void ConditionDialog::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    fillValues();
}

// Those with a name first.
void ConditionDialog::fillFields()
{
    int named = 0;
    for (const QLatin1StringView name : akql::paths::known) {
        const akql::Node sample(akql::Comparison{akql::paths::split(name), akql::Operator::Equal, {QString()}});
        const QString label = conditionText(sample).subject;
        const QString shown = label == name ? label : u"%1 (%2)"_s.arg(label, name);
        const bool isNamed = label != name || name == akql::paths::action;
        m_field->insertItem(isNamed ? named++ : m_field->count(), shown, QString(name));
    }
    m_field->setCurrentIndex(0);
}

void ConditionDialog::offerFields(const QStringList &seen)
{
    const QStringList names = akql::furtherFields(seen, m_schema);
    for (const QString &name : names)
        m_field->addItem(name, name);
}

QStringList ConditionDialog::path() const
{
    const int known = m_field->findText(m_field->currentText());
    const QString name = known >= 0 ? m_field->itemData(known).toString() : m_field->currentText().trimmed();
    return name.split(u'.');
}

akql::FieldKind ConditionDialog::fieldKind() const
{
    return m_schema.fields.value(path().constFirst()).kind;
}

akql::Operator ConditionDialog::relation() const
{
    return static_cast<akql::Operator>(m_relation->currentData().toInt());
}

// Items are literals as a query has them.
void ConditionDialog::fillValues()
{
    const QStringList keys = path();
    const QString typed = m_value->currentText();
    const QSignalBlocker quiet(m_value);
    m_seen = m_valuesOf ? m_valuesOf(keys) : QList<akql::Literal>();
    m_value->clear();
    if (keys == QStringList{akql::paths::action}) {
        const auto entries = knownActionEntries();
        for (const ActionInfoEntry &entry : entries)
            m_value->addItem(icon(entry.icon), entry.label, akql::quoted(entry.value));
    }
    if (fieldKind() == akql::FieldKind::Address && m_schema.allowsNetworks)
        offerNetworks();
    for (const akql::Literal &literal : std::as_const(m_seen)) {
        if (m_value->findData(akql::print(literal)) < 0)
            m_value->addItem(typedText(literal), akql::print(literal));
    }
    m_value->setCurrentIndex(-1);
    m_value->setCurrentText(typed);
    check();
}

// "Not from the VPN" is one choice, and not as many as there are addresses.
void ConditionDialog::offerNetworks()
{
    constexpr qsizetype most = 12;
    QStringList addresses;
    for (const akql::Literal &literal : std::as_const(m_seen)) {
        if (const QString *const address = std::get_if<QString>(&literal))
            addresses += *address;
    }
    const QList<akql::Network> networks = akql::Network::sharedBy(addresses);
    for (qsizetype i = 0; i < std::min(most, networks.size()); ++i)
        m_value->addItem(networks.at(i).toString(), akql::print(akql::Literal(networks.at(i))));
}

// A literal as people type it: a text without its quotes, unless it would be something else without them.
QString ConditionDialog::typedText(const akql::Literal &literal) const
{
    if (const auto *const time = std::get_if<akql::Timestamp>(&literal))
        return momentText(time->microseconds, m_display);
    if (const auto *const network = std::get_if<akql::Network>(&literal))
        return network->toString();
    const QString *const text = std::get_if<QString>(&literal);
    if (!text)
        return akql::print(literal);
    return needsQuotes(*text) || readsAsScalar(*text) ? akql::quoted(*text) : *text;
}

// A number, True or False where such values were seen, or may stand for all that is known.
bool ConditionDialog::readsAsScalar(const QString &typed) const
{
    if (fieldKind() != akql::FieldKind::Json || !isNumberOrBool(typed))
        return false;
    bool sawText = false;
    for (const QList<akql::Literal> *const values : {&m_given, &m_seen}) {
        for (const akql::Literal &literal : *values) {
            const bool isText = std::holds_alternative<QString>(literal);
            if (!isText)
                return true;
            sawText = true;
        }
    }
    const QString name = path().join(u'.');
    const bool isKnown = std::any_of(std::begin(akql::paths::known), std::end(akql::paths::known),
        [&name](QLatin1StringView known) { return name == known; });
    return !sawText && (!isKnown || name == akql::paths::userPk || name == akql::paths::asn);
}

QString ConditionDialog::literalText(const QString &typed) const
{
    if (const auto text = unquoted(typed))
        return akql::quoted(*text);
    const bool isAction = path() == QStringList{akql::paths::action}; // their labels are ours
    const auto match = isAction ? Qt::MatchFixedString : Qt::MatchFixedString | Qt::MatchCaseSensitive;
    if (const int known = m_value->findText(typed, match); known >= 0) {
        const QString literal = m_value->itemData(known).toString();
        if (!akql::isTextual(relation()) || literal.startsWith(u'"'))
            return literal;
    }
    if (akql::isTextual(relation()))
        return akql::quoted(typed); // part of a text, also of a number's
    if (fieldKind() == akql::FieldKind::Time) {
        if (const auto time = parseMoment(typed, m_display))
            return akql::print(akql::Literal(akql::Timestamp{*time}));
    }
    return readsAsScalar(typed) ? typed : akql::quoted(typed);
}

QString ConditionDialog::queryText() const
{
    if (m_forms->currentIndex() == 1)
        return m_text->text();
    const QString typed = m_value->currentText().trimmed();
    QString value;
    if (akql::isList(relation())) {
        QStringList literals;
        const QStringList parts = splitValues(typed);
        for (const QString &part : parts)
            literals += literalText(part);
        value = u'(' + literals.join(", "_L1) + u')';
    } else {
        value = literalText(typed);
    }
    return path().join(u'.') + u' ' + akql::toText(relation()) + u' ' + value;
}

void ConditionDialog::check()
{
    const bool isEmpty = m_forms->currentIndex() == 0 && m_value->currentText().trimmed().isEmpty();
    const akql::ParseResult parsed = akql::parse(queryText(), m_schema);
    m_result = isEmpty ? std::nullopt : parsed.query;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_result.has_value());
    if (m_result)
        m_problem->setText(tr("As a query: %1").arg(akql::print(*m_result))
            + (namesTime(*m_result) ? u'\n' + tr("Times in a query are in UTC.") : QString()));
    else if (isEmpty)
        m_problem->setText(akql::isList(relation())
                ? tr("Choose or type values with commas between them; put one that has a comma in quotes.")
                : tr("Choose or type a value."));
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
    m_given = comparison.values;
    fillValues();
    QStringList values;
    for (const akql::Literal &literal : comparison.values) {
        const int item = m_value->findData(akql::print(literal));
        values += item >= 0 ? m_value->itemText(item) : typedText(literal);
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
