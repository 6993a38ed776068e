// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventfeed.h"
#include "recordpage.h"

class QPushButton;
class QSplitter;

namespace tidings {

class ChecklistButton;
class EventDetail;
class HistogramPanel;
class TopValuesPane;

// The audit log: a query line, an action filter and a histogram over the table, the detail pane beside it, and under
// that, when asked for, the most frequent values.
class EventsPage : public RecordPage
{
    Q_OBJECT

public:
    EventsPage(EventTableModel &model, EventFeed &feed, QWidget *parent = nullptr);

    // Chosen in the table, or shown from a notification.
    [[nodiscard]] std::optional<Event> currentEvent() const;
    void select(const Event &event); // in the table when it is there, otherwise in the detail pane only
    void setKnownActions(const QStringList &actions); // the server's; unknown ones join the filter
    void setEditable(bool editable, const QString &reason);
    [[nodiscard]] EventDetail &detail() const { return *m_detail; }
    [[nodiscard]] QString countsText() const override;
    [[nodiscard]] QString engineText() const; // which engine answered
    void setFilter(const EventQuery &query); // as if the user had typed it
    void setTimeRange(const TimeRange &range); // the rest of the query stays
    void addCondition(const akql::Node &node); // to the query; one that is there is switched on
    void setCompact(bool compact) override;
    void setRoomy(bool roomy); // whether the window has the height for the histogram
    [[nodiscard]] HistogramPanel &histogram() const { return *m_histogram; }
    void setTopValuesVisible(bool visible);
    [[nodiscard]] TopValuesPane &topValues() const { return *m_topValues; }

signals:
    void editRequested();
    void openRequested();
    void topValuesVisibleChanged(bool visible);

protected:
    void applyQuery() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;
    void handleState() override;

private:
    EventsPage(EventTableModel &model, EventFeed &feed, EventDetail *detail, QWidget *parent);
    void buildControls();
    void setUpColumns();
    void placeTopValues();
    void shareSide();

    EventTableModel &m_model;
    EventFeed &m_feed;
    EventDetail *m_detail;
    ChecklistButton *m_actions;
    QPushButton *m_live;
    HistogramPanel *m_histogram;
    TopValuesPane *m_topValues;
    QSplitter *m_side = nullptr; // detail over top values
    bool m_roomy = true;
};

} // namespace tidings
