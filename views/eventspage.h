// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventcondition.h"
#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "queryhistory.h"
#include "recordpage.h"

class QAction;
class QPushButton;
class QSplitter;

namespace tidings {

class ChecklistButton;
class ConditionBar;
class EventDetail;
class EventFilterCommands;
class HistogramPanel;
class LoadProgress;
class QueryEdit;
class QueryProblem;
class TimeRangeButton;
class TopValuesPane;

// The audit log: the question (a query line, actions, a time range, conditions as chips) and a histogram over the
// table, the detail pane beside it, and under that, when asked for, the most frequent values. Remembers the questions
// asked, to go back to.
class EventsPage : public RecordPage
{
    Q_OBJECT

public:
    EventsPage(EventTableModel &model, EventListFeed &feed, QWidget *parent = nullptr);

    // Chosen in the table, or shown from a notification.
    [[nodiscard]] std::optional<Event> currentEvent() const;
    void select(const Event &event); // in the table when it is there, otherwise in the detail pane only
    void setKnownActions(const QStringList &actions); // the server's; unknown ones join the filter
    void setEditable(bool editable, const QString &reason);
    [[nodiscard]] EventDetail &detail() const { return *m_detail; }
    [[nodiscard]] QString countsText() const override;
    [[nodiscard]] QString engineText() const; // which engine answered
    void setFilter(const EventQuery &query); // as if the user had typed it
    [[nodiscard]] const EventQuery &filter() const { return m_feed.query(); }
    void setTimeRange(const TimeRange &range); // the rest of the query stays
    void addCondition(const akql::Node &condition); // to the query; one that is there is switched on
    // Everything that changes the question, for a menu; separators included.
    [[nodiscard]] const QList<QAction *> &filterActions() const { return m_filterActions; }
    [[nodiscard]] QList<QAction *> cellActions() const; // those about the current cell
    void setCompact(bool compact) override;
    void setRoomy(bool roomy); // whether the window has the height for the histogram
    [[nodiscard]] HistogramPanel &histogram() const { return *m_histogram; }
    void setTopValuesVisible(bool visible);
    [[nodiscard]] TopValuesPane &topValues() const { return *m_topValues; }

signals:
    void filterChanged(); // something else is asked
    void editRequested();
    void openRequested();
    void topValuesVisibleChanged(bool visible);

protected:
    // A page of its own kind, with a control of its own where the others have the switch for new events.
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, QPushButton *control, QWidget *parent);

    void applyQuery() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;
    void handleState() override;

private:
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, EventDetail *detail, QueryEdit *query,
        QPushButton *control, QWidget *parent);
    void buildControls(QPushButton *control);
    [[nodiscard]] QPushButton *makeLive();
    void buildCommands();
    void setUpColumns();
    void ask(const EventQuery &query);
    void showControls(const EventQuery &query);
    void updateCommands();
    void queryToConditions();
    void conditionsToQuery();
    [[nodiscard]] QList<akql::Literal> seenValues(const QStringList &path) const;
    [[nodiscard]] std::optional<Trait> currentTrait() const;
    void placeTopValues();
    void shareSide();

    EventTableModel &m_model;
    EventListFeed &m_feed;
    EventDetail *m_detail;
    QueryEdit *m_queryEdit;
    QueryProblem *m_queryProblem;
    ChecklistButton *m_actions;
    TimeRangeButton *m_range;
    QPushButton *m_live = nullptr;
    ConditionBar *m_conditions;
    LoadProgress *m_loading;
    HistogramPanel *m_histogram;
    TopValuesPane *m_topValues;
    QSplitter *m_side = nullptr; // detail over top values
    EventFilterCommands *m_commands;
    QueryHistory m_history;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_addFilter = nullptr;
    QAction *m_toConditions = nullptr;
    QAction *m_toQuery = nullptr;
    QAction *m_clearAll = nullptr;
    QAction *m_loadAll = nullptr;
    QList<QAction *> m_filterActions;
    bool m_roomy = true;
};

} // namespace tidings
