// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventcondition.h"
#include "eventlistfeed.h"
#include "eventscommands.h"
#include "eventtablemodel.h"
#include "exportwriter.h"
#include "queryhistory.h"
#include "recordpage.h"

class QAction;
class QPushButton;

namespace tidings {

class DetailSide;
class EventControls;
class EventDetail;
class EventFeed;
class EventFilterCommands;
class HistogramPanel;
class LoadProgress;
class QueryEdit;
class SelectionKeeper;
class SortCommands;
class TimeJump;
class TopValuesPane;

// The audit log: the question (a query line, actions, a time range, conditions as chips) and a histogram over the
// table, the detail pane beside it, and under that, when asked for, the most frequent values. Remembers what was shown,
// to go back to.
class EventsPage : public RecordPage
{
    Q_OBJECT

public:
    EventsPage(EventTableModel &model, EventListFeed &feed, QWidget *parent = nullptr);

    // Chosen in the table, or shown from a notification.
    [[nodiscard]] std::optional<Event> currentEvent() const;
    void select(const Event &event); // in the table when it is there, otherwise in the detail pane only
    // Back first leads to where an event was opened from, until something else is asked.
    void offerReturn(bool offered);
    void setKnownActions(const QStringList &actions); // the server's; unknown ones join the filter
    void setEditable(bool editable, const QString &reason);
    [[nodiscard]] EventDetail &detail() const { return *m_detail; }
    [[nodiscard]] QString countsText() const override;
    [[nodiscard]] QString engineText() const; // which engine answered
    void setFilter(const EventQuery &query); // as if the user had typed it
    [[nodiscard]] const EventQuery &filter() const { return m_feed.query(); }
    // The question with its columns and its order, as one step of the history. Empty columns: those that are shown.
    void showState(const ViewState &state);
    [[nodiscard]] ViewState state() const; // what is shown now
    [[nodiscard]] QLineEdit &queryLine() const { return query(); }
    void setTimeRange(const TimeRange &range); // the rest of the query stays
    // To the query; one that is there is switched on, and takes the place of its opposite.
    void addCondition(const akql::Node &condition);
    // Everything that changes the question, for a menu; separators included.
    [[nodiscard]] const QList<QAction *> &filterActions() const;
    [[nodiscard]] QList<QAction *> cellActions() const; // those about the current cell
    using WayBack = EventsCommands::WayBack;
    void goBack();
    void goForward(); // only when it can
    [[nodiscard]] WayBack wayBack() const;
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }
    [[nodiscard]] bool isAway() const; // the list does not begin with the newest
    void makeCondition(); // opens a dialog
    void queryToConditions();
    void conditionsToQuery();
    void copyQuestion();
    void clearFilter(); // of all but the pinned conditions, and then of these
    void loadAll();
    [[nodiscard]] bool canLoadAll() const;
    void setCompact(bool compact) override;
    void setTimeDisplay(const TimeDisplay &display) override;
    void setRoomy(bool roomy); // whether the window has the height for the histogram
    [[nodiscard]] EventTableModel &model() const { return m_model; }
    [[nodiscard]] HistogramPanel &histogram() const { return *m_histogram; }
    void setTopValuesVisible(bool visible);
    void exportEvents(); // those that are shown; opens a dialog
    // By the user: the column, once more the other way round; as a further key where `adds`.
    void sortBy(int column, bool adds);
    [[nodiscard]] TopValuesPane &topValues() const { return *m_topValues; }

signals:
    void filterChanged(); // something else is asked
    // What the user asked for; what was typed is asked when its answer has come.
    void questionAsked(const tidings::EventQuery &query, bool isTyped);
    void columnsRequested(const tidings::ColumnLayout &columns); // those of a state
    void editRequested();
    void openRequested();
    void returnRequested(); // offered by offerReturn()
    void topValuesVisibleChanged(bool visible);
    void columnRequested(const QString &field); // a path in the record shown

protected:
    // A page of its own kind, with a control of its own where the others have the switch for new events.
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, QPushButton *control, QWidget *parent);

    static QString queryHint(); // translated
    [[nodiscard]] SortCommands &sorting() const { return *m_sorting; }

    void applyQuery() override;
    void applyTyped() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;
    void handleState() override;

private:
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, EventDetail *detail, QueryEdit *query,
        QPushButton *control, QWidget *parent);
    void buildControls(QPushButton *control);
    [[nodiscard]] QPushButton *makeLive();
    void placeTopValues();
    void connectCommands();
    void setUpColumns();
    void ask(const EventQuery &query, bool keepsPlace = false, bool isTyped = false);
    void applyControls(bool isTyped);
    void change(const EventQuery &query); // as setFilter(), but the list goes on to begin where it does
    void restore(const ViewState &state);
    void showControls(const EventQuery &query);
    void updateSubject();
    void refuseWords();
    [[nodiscard]] QList<ExportPlan::Column> shownColumns() const;

    EventTableModel &m_model;
    EventListFeed &m_feed;
    EventFeed *m_server; // the feed again, or null
    EventDetail *m_detail;
    QueryEdit *m_queryEdit;
    EventControls *m_controls;
    QPushButton *m_live = nullptr;
    LoadProgress *m_loading;
    SelectionKeeper *m_keeper;
    TimeJump *m_jump;
    HistogramPanel *m_histogram;
    TopValuesPane *m_topValues;
    DetailSide *m_side = nullptr;
    EventFilterCommands *m_cellCommands;
    SortCommands *m_sorting;
    EventsCommands *m_commands;
    QueryHistory m_history;
    bool m_isAnswerAwaited = false; // to a question that was typed
    bool m_offersReturn = false;
};

} // namespace tidings
