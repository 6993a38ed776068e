// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "timedisplay.h"

#include <QObject>
#include <QWidgetList>

class QAction;

namespace tidings {

class ChecklistButton;
class ConditionBar;
class EventTableModel;
class QueryEdit;
class QueryProblem;
class TimeRangeButton;

// What is asked of the events, and the controls that say and change it: the query line with what is wrong in it, and
// actions, levels, time range and conditions.
class EventControls : public QObject
{
    Q_OBJECT

public:
    // The controls are children of `page`, named after the query line. All must outlive this.
    EventControls(QueryEdit &query, const EventTableModel &model, QWidget &page);

    [[nodiscard]] QWidgetList filters() const; // behind the query
    [[nodiscard]] QWidgetList lines() const; // below it
    [[nodiscard]] QueryProblem &problem() const { return *m_problem; }
    [[nodiscard]] ConditionBar &conditions() const { return *m_conditions; }
    [[nodiscard]] const QList<QAction *> &rangeCommands() const;

    [[nodiscard]] EventQuery question() const; // what the controls say
    void showQuestion(const EventQuery &question); // all but its text

    void setKnownActions(const QStringList &actions); // the server's; empty: not known
    [[nodiscard]] const QStringList &knownActions() const { return m_knownActions; }
    void setTimeDisplay(const TimeDisplay &display);
    void setCompact(bool compact);

signals:
    void changed(); // by the user; not the query line

private:
    [[nodiscard]] QStringList seenPaths() const;

    const EventTableModel &m_model;
    QueryEdit &m_query;
    QueryProblem *m_problem;
    ChecklistButton *m_actions;
    ChecklistButton *m_levels;
    TimeRangeButton *m_range;
    ConditionBar *m_conditions;
    QStringList m_knownActions;
    mutable QStringList m_seenPaths; // of these rows:
    mutable std::pair<int, QByteArray> m_seenPathsOf; // how many, and the newest
};

} // namespace tidings
