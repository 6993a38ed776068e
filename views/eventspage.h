// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "recordpage.h"

class QPushButton;

namespace tidings {

class ChecklistButton;
class EventDetail;

// The audit log: a query line and an action filter over the table, the detail pane beside it.
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

signals:
    void editRequested();
    void openRequested();

protected:
    // A page of its own kind, with a control of its own where the others have the switch for new events.
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, QPushButton *control, QWidget *parent);

    void applyQuery() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;
    void handleState() override;

private:
    EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, EventDetail *detail,
        QPushButton *control, QWidget *parent);
    void buildControls(QPushButton *control);
    [[nodiscard]] QPushButton *makeLive();
    void setUpColumns();

    EventTableModel &m_model;
    EventListFeed &m_feed;
    EventDetail *m_detail;
    ChecklistButton *m_actions;
    QPushButton *m_live = nullptr;
};

} // namespace tidings
