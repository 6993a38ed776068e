// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchrulesdialog.h"

#include "akqlparser.h"
#include "emptystate.h"
#include "eventtablemodel.h"
#include "icons.h"
#include "noteline.h"
#include "plainlabel.h"
#include "queryedit.h"
#include "theme.h"
#include "visibletext.h"
#include "wordsearch.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QTimer>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int listWidth = 210;
constexpr int numberWidth = 64;
constexpr auto typingPause = 400ms;

QSpinBox *numberEdit(int most, const QString &name, const QString &accessible, QWidget *parent)
{
    auto *const box = new QSpinBox(parent);
    box->setRange(1, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setFixedWidth(zoomed(numberWidth));
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    return box;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *const label = new QLabel(text, parent);
    label->setProperty("heading", true);
    return label;
}

} // namespace

WatchRulesDialog::WatchRulesDialog(WatchRules &rules, const EventTableModel &loaded, QWidget *parent)
    : QDialog(parent)
    , m_kept(rules)
    , m_loaded(loaded)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(icon(u"add"_s), tr("&New rule"), this))
    , m_remove(new QPushButton(icon(u"delete"_s), tr("&Delete"), this))
    , m_side(new QStackedWidget(this))
    , m_name(new QLineEdit(this))
    , m_query(new QueryEdit(this))
    , m_words(new QLineEdit(this))
    , m_problem(new PlainLabel({}, PlainLabel::Look::Error, this))
    , m_level(new QComboBox(this))
    , m_several(new QCheckBox(tr("&Only when"), this))
    , m_count(numberEdit(WatchRule::mostEvents, u"ruleCount"_s, tr("Number of events"), this))
    , m_minutes(numberEdit(
          static_cast<int>(WatchRule::longestTime.count()), u"ruleMinutes"_s, tr("Within so many minutes"), this))
    , m_trialNote(new NoteLine(this))
    , m_state(new NoteLine(this))
    , m_policy(new PlainLabel({}, PlainLabel::Look::Code, this))
    , m_policyNote(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("&Copy"), this))
    , m_apply(nullptr)
    , m_pause(new QTimer(this))
    , m_trial(this)
{
    setObjectName(u"watchRulesDialog"_s);
    setWindowTitle(tr("Watch rules"));
    setMinimumSize(620, 420);
    resize(820, 560);
    m_list->setObjectName(u"ruleList"_s);
    m_list->setAccessibleName(tr("Watch rules"));
    m_add->setObjectName(u"ruleAdd"_s);
    m_remove->setObjectName(u"ruleRemove"_s);
    m_name->setObjectName(u"ruleName"_s);
    m_name->setMaxLength(WatchRule::longestName);
    m_query->setObjectName(u"ruleQuery"_s);
    m_words->setObjectName(u"ruleWords"_s);
    m_words->setMaxLength(WatchRule::longestWords);
    m_problem->setObjectName(u"ruleProblem"_s);
    m_level->setObjectName(u"ruleLevel"_s);
    m_several->setObjectName(u"ruleSeveral"_s);
    m_trialNote->setObjectName(u"ruleTrial"_s);
    m_state->setObjectName(u"ruleState"_s);
    m_policy->setObjectName(u"rulePolicy"_s);
    m_copy->setObjectName(u"ruleCopyPolicy"_s);
    for (const Level level : {Level::Notice, Level::Warning, Level::Alert})
        m_level->addItem(levelName(level), static_cast<int>(level));

    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::paneMargin);
    row->addWidget(buildList());
    row->addWidget(m_side, 1);
    auto *const empty = new EmptyState(m_side);
    empty->setObjectName(u"noRules"_s);
    empty->setContent(u"alert"_s,
        tr("Tidings can show an alert when an event comes that you describe here. Rules work while Tidings runs."),
        tr("New rule"));
    connect(empty, &EmptyState::actionTriggered, m_add, &QPushButton::click);
    m_side->addWidget(empty);
    m_side->addWidget(buildForm());

    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_apply = buttons->button(QDialogButtonBox::Ok);
    m_apply->setText(tr("Apply"));
    connect(buttons, &QDialogButtonBox::accepted, this, &WatchRulesDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::paneMargin, metrics::paneMargin, metrics::paneMargin, metrics::paneMargin);
    column->setSpacing(metrics::margin);
    column->addLayout(row, 1);
    column->addWidget(m_state);
    column->addWidget(buttons);

    connect(m_add, &QPushButton::clicked, this, [this] { addRule(tr("New rule"), {}); });
    connect(m_remove, &QPushButton::clicked, this, &WatchRulesDialog::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &WatchRulesDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_isShowing)
            m_rules[m_list->row(item)].enabled = item->checkState() == Qt::Checked;
    });
    connect(m_name, &QLineEdit::textChanged, this, &WatchRulesDialog::takeForm);
    connect(m_query, &QLineEdit::textChanged, this, &WatchRulesDialog::takeForm);
    connect(m_words, &QLineEdit::textChanged, this, &WatchRulesDialog::takeForm);
    connect(m_level, &QComboBox::currentIndexChanged, this, &WatchRulesDialog::takeForm);
    connect(m_several, &QCheckBox::toggled, this, &WatchRulesDialog::takeForm);
    connect(m_count, &QSpinBox::valueChanged, this, &WatchRulesDialog::takeForm);
    connect(m_minutes, &QSpinBox::valueChanged, this, &WatchRulesDialog::takeForm);
    connect(m_copy, &QPushButton::clicked, this, &WatchRulesDialog::copyPolicy);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &WatchRulesDialog::tryOut);
    connect(&m_trial, &WatchTrial::finished, this, [this](const WatchTrialResult &result) {
        m_trialNote->say(result.fired > 0 ? NoteLine::Mark::Good : NoteLine::Mark::Note, trialText(result));
    });
    connect(&m_trial, &WatchTrial::interrupted, m_pause, qOverload<>(&QTimer::start));

    const QList<WatchRule> known = m_kept.rules();
    for (const WatchRule &rule : known)
        addItem(rule);
    if (!m_rules.isEmpty())
        m_list->setCurrentRow(0);
    else
        showRule(-1);
}

QWidget *WatchRulesDialog::buildList()
{
    auto *const side = new QWidget(this);
    side->setFixedWidth(zoomed(listWidth));
    auto *const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(metrics::gap);
    column->addWidget(m_list, 1);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::gap);
    row->addWidget(m_add, 1);
    row->addWidget(m_remove);
    column->addLayout(row);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return side;
}

QWidget *WatchRulesDialog::buildForm()
{
    auto *const form = new QWidget(this);
    auto *const grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(metrics::margin);
    grid->setVerticalSpacing(metrics::gap);
    grid->setColumnStretch(1, 1);
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *const label = new QLabel(text, form);
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    addRow(tr("Na&me"), m_name);
    addRow(tr("&Query"), m_query);
    m_query->setPlaceholderText(u"action = \"login_failed\" and user.username startswith \"admin\""_s);
    addRow(tr("&Words"), m_words);
    m_words->setPlaceholderText(tr("Somewhere in the record, each of them"));
    grid->addWidget(m_problem, grid->rowCount(), 1);
    m_level->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addRow(tr("&Show as"), m_level);
    grid->addWidget(buildRate(), grid->rowCount(), 1);
    grid->addWidget(m_trialNote, grid->rowCount(), 1);
    grid->addWidget(buildPolicy(), grid->rowCount(), 0, 1, 2);
    grid->setRowStretch(grid->rowCount(), 1);
    return form;
}

QWidget *WatchRulesDialog::buildRate()
{
    auto *const rate = new QWidget(this);
    auto *const row = new QHBoxLayout(rate);
    row->setContentsMargins({});
    row->setSpacing(metrics::gap);
    row->addWidget(m_several);
    row->addWidget(m_count);
    row->addWidget(new QLabel(tr("events come within", "between two numbers"), rate));
    row->addWidget(m_minutes);
    row->addWidget(new QLabel(tr("minutes", "after a number"), rate));
    row->addStretch();
    return rate;
}

QWidget *WatchRulesDialog::buildPolicy()
{
    auto *const box = new QFrame(this);
    box->setProperty("box", true);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    column->setSpacing(metrics::gap);
    auto *const top = new QHBoxLayout;
    top->addWidget(heading(tr("The same as a policy of the server"), box), 1);
    top->addWidget(m_copy);
    column->addLayout(top);
    column->addWidget(m_policy);
    column->addWidget(m_policyNote);
    return box;
}

int WatchRulesDialog::current() const
{
    const int row = m_list->currentRow();
    return row < m_rules.size() ? row : -1;
}

void WatchRulesDialog::setSources(const akql::Schema &schema, const akql::ValuesOf &valuesOf)
{
    m_query->setSources(schema, valuesOf);
}

void WatchRulesDialog::showState(const QString &text, bool isTrouble)
{
    if (text.isEmpty())
        m_state->clear();
    else
        m_state->say(isTrouble ? NoteLine::Mark::Problem : NoteLine::Mark::Good, text);
}

void WatchRulesDialog::addItem(const WatchRule &rule)
{
    m_rules += rule;
    const bool wasShowing = std::exchange(m_isShowing, true);
    auto *const item = new QListWidgetItem(visibleLine(rule.name, WatchRule::longestName), m_list);
    item->setSizeHint(QSize(0, zoomed(metrics::rowHeight)));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(rule.enabled ? Qt::Checked : Qt::Unchecked);
    m_isShowing = wasShowing;
}

void WatchRulesDialog::addRule(const QString &name, const QString &query, const QString &words)
{
    WatchRule rule;
    rule.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    rule.name = name;
    rule.query = query;
    rule.words = words;
    addItem(rule);
    m_list->setCurrentRow(static_cast<int>(m_rules.size()) - 1);
    if (query.isEmpty() && words.isEmpty()) {
        m_query->setFocus();
    } else {
        m_name->setFocus();
        m_name->selectAll();
    }
}

void WatchRulesDialog::removeCurrent()
{
    const int row = current();
    if (row < 0)
        return;
    m_rules.removeAt(row);
    delete m_list->takeItem(row);
    showRule(m_list->currentRow());
}

void WatchRulesDialog::showRule(int row)
{
    const bool any = row >= 0 && row < m_rules.size();
    m_side->setCurrentIndex(any ? 1 : 0);
    m_remove->setEnabled(any);
    if (any) {
        m_isShowing = true;
        const WatchRule &rule = m_rules.at(row);
        m_name->setText(rule.name);
        m_query->setText(rule.query);
        m_words->setText(rule.words);
        m_level->setCurrentIndex(m_level->findData(static_cast<int>(rule.level)));
        m_several->setChecked(rule.count > 1);
        m_count->setValue(std::max(rule.count, 2));
        m_minutes->setValue(static_cast<int>(rule.within.count()));
        m_isShowing = false;
    }
    check();
    tryOut();
}

void WatchRulesDialog::takeForm()
{
    const int row = current();
    if (m_isShowing || row < 0)
        return;
    WatchRule &rule = m_rules[row];
    rule.name = m_name->text().trimmed();
    rule.query = m_query->text().trimmed();
    rule.words = m_words->text().trimmed();
    rule.level = static_cast<Level>(m_level->currentData().toInt());
    rule.count = m_several->isChecked() ? std::max(m_count->value(), 2) : 1;
    rule.within = std::chrono::minutes(m_minutes->value());
    m_isShowing = true;
    m_list->item(row)->setText(visibleLine(rule.name, WatchRule::longestName));
    m_isShowing = false;
    check();
    m_trial.cancel();
    m_trialNote->clear();
    m_pause->start();
}

QString WatchRulesDialog::problemOf(const WatchRule &rule)
{
    if (rule.name.isEmpty())
        return tr("The rule needs a name.");
    if (rule.query.isEmpty())
        return WordSearch(rule.words).isEmpty() ? tr("The rule needs a query or words: which events are meant?")
                                                : QString();
    const akql::ParseResult parsed = akql::parse(rule.query);
    return parsed ? QString() : tr("Column %1: %2").arg(parsed.error.position + 1).arg(parsed.error.message);
}

void WatchRulesDialog::check()
{
    const bool allRight = std::all_of(
        m_rules.cbegin(), m_rules.cend(), [](const WatchRule &rule) { return problemOf(rule).isEmpty(); });
    if (m_apply)
        m_apply->setEnabled(allRight);
    for (int row = 0; row < m_list->count() && row < m_rules.size(); ++row) {
        m_isShowing = true;
        m_list->item(row)->setIcon(problemOf(m_rules.at(row)).isEmpty() ? QIcon() : icon(u"warning"_s));
        m_isShowing = false;
    }
    const int row = current();
    if (row < 0)
        return;
    const WatchRule &rule = m_rules.at(row);
    const QString problem = problemOf(rule);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_query->setProperty("invalid", !rule.query.isEmpty() && !akql::parse(rule.query));
    m_query->style()->polish(m_query);
    m_count->setEnabled(m_several->isChecked());
    m_minutes->setEnabled(m_several->isChecked());

    const ServerPolicy policy = serverPolicyFor(rule);
    m_policy->setText(policy.query);
    m_copy->setEnabled(!policy.query.isEmpty());
    QString note = tr("In authentik 2026.5 and later: Customization → Policies → New policy → Event Matcher Policy, "
                      "field Query; then bind it to a notification rule.");
    if (!policy.fields.isEmpty())
        note += u' ' + tr("Before: the fields %1.", "names and values").arg(policy.fields);
    if (!rule.words.isEmpty())
        note = tr("A policy cannot look for words.");
    if (rule.count > 1)
        note += u' ' + tr("A policy cannot count: it fires with every such event.");
    m_policyNote->setText(note);
}

void WatchRulesDialog::tryOut()
{
    m_pause->stop();
    m_trial.cancel();
    const int row = current();
    if (row < 0 || !problemOf(m_rules.at(row)).isEmpty())
        return m_trialNote->clear();
    m_trialNote->say(NoteLine::Mark::Waiting, tr("Trying the rule on the loaded events…"));
    m_trial.start(m_rules.at(row), m_loaded);
}

void WatchRulesDialog::copyPolicy()
{
    QGuiApplication::clipboard()->setText(m_policy->plainText());
}

void WatchRulesDialog::finish()
{
    m_kept.change(m_rules);
    accept();
}

} // namespace tidings
