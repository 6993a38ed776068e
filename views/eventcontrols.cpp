// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventcontrols.h"

#include "actionitems.h"
#include "conditionbar.h"
#include "eventtablemodel.h"
#include "queryedit.h"
#include "queryproblem.h"
#include "seenfields.h"
#include "timerangebutton.h"

namespace tidings {

using namespace Qt::StringLiterals;

EventControls::EventControls(QueryEdit &query, const EventTableModel &model, QWidget &page)
    : QObject(&page)
    , m_model(model)
    , m_query(query)
    , m_problem(new QueryProblem(query, &page))
    , m_actions(new ChecklistButton(tr("Action"), true, &page))
    , m_levels(new ChecklistButton(tr("Level"), false, &page))
    , m_range(new TimeRangeButton(&page))
    , m_conditions(new ConditionBar(&page))
{
    m_actions->setObjectName(m_query.objectName().replace("Query"_L1, "Actions"_L1));
    m_range->setObjectName(m_query.objectName().replace("Query"_L1, "Range"_L1));
    m_levels->setObjectName(m_query.objectName().replace("Query"_L1, "Levels"_L1));
    m_levels->setHint(tr("The level is derived from the action by Tidings; authentik's events have none."));
    const std::pair<Level, QString> levels[] = {{Level::Alert, u"alert"_s}, {Level::Warning, u"warning"_s},
        {Level::Notice, u"notice"_s}, {Level::Ordinary, u"info"_s}};
    QList<ChecklistButton::Item> items;
    for (const auto &[level, iconName] : levels)
        items += ChecklistButton::Item{levelWord(level), levelName(level), iconName};
    m_levels->setItems(items);
    m_actions->setCounter([this] { return seenActions(m_model); });
    m_levels->setCounter([this] {
        QHash<QString, qint64> counts;
        const auto actions = seenActions(m_model);
        for (auto action = actions.cbegin(); action != actions.cend(); ++action)
            counts[levelWord(actionLevel(action.key()))] += action.value();
        return counts;
    });
    connect(m_actions, &ChecklistButton::checkedChanged, this, &EventControls::changed);
    connect(m_levels, &ChecklistButton::checkedChanged, this, &EventControls::changed);
    connect(m_range, &TimeRangeButton::rangeChosen, this, &EventControls::changed);
    connect(m_conditions, &ConditionBar::conditionsChanged, this, &EventControls::changed);
    setKnownActions({});
}

QWidgetList EventControls::filters() const
{
    return {m_actions, m_levels, m_range};
}

QWidgetList EventControls::lines() const
{
    return {m_problem, m_conditions};
}

const QList<QAction *> &EventControls::rangeCommands() const
{
    return m_range->commands();
}

EventQuery EventControls::question() const
{
    EventQuery asked;
    asked.text = m_query.text().trimmed();
    asked.actions = m_actions->checked();
    const QStringList words = m_levels->checked();
    for (const QString &word : words)
        asked.levels += *levelOfWord(word);
    asked.conditions = m_conditions->conditions();
    asked.range = m_range->range();
    return asked;
}

void EventControls::showQuestion(const EventQuery &question)
{
    m_actions->setChecked(question.actions);
    QStringList words;
    for (const Level level : question.levels)
        words += levelWord(level);
    m_levels->setChecked(words);
    m_range->setRange(question.range);
    m_conditions->setConditions(question.conditions);
}

void EventControls::setKnownActions(const QStringList &actions)
{
    m_knownActions = actions;
    m_actions->setItems(actionItems(actions));
    const auto values = [this](const QStringList &path) {
        return seenValues(m_model, path);
    };
    const auto fields = [this] {
        return seenPaths();
    };
    m_query.setSources(akql::Schema::events(actions), values, fields);
    m_conditions->setSources(akql::Schema::local(), values, fields);
}

// Asked for while someone types.
QStringList EventControls::seenPaths() const
{
    const std::pair rows(m_model.rowCount(), m_model.rowCount() > 0 ? m_model.keyOf(0) : QByteArray());
    if (rows != m_seenPathsOf) {
        m_seenPathsOf = rows;
        m_seenPaths = seenFields(m_model).keys();
    }
    return m_seenPaths;
}

void EventControls::setTimeDisplay(const TimeDisplay &display)
{
    m_range->setTimeDisplay(display);
    m_conditions->setTimeDisplay(display);
}

void EventControls::setCompact(bool compact)
{
    m_levels->setCompact(compact ? u"alert"_s : QString());
}

} // namespace tidings
