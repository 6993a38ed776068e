// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progressline.h"
#include "timestamp.h"

#include <optional>

class QAction;

namespace tidings {

class EventFeed;
class EventListFeed;
class EventTableModel;
class RecordTable;
class SelectionKeeper;

// Goes to a time in a list of events: among the rows that are here, or, where they do not reach so far, by having the
// feed begin its list there. The line says how far the search for that place is, and then that newer events are not
// shown, with the way back. Hidden while the list begins with the newest.
class TimeJump : public ProgressLine
{
    Q_OBJECT

public:
    struct Parts
    {
        EventTableModel &model;
        EventListFeed &feed;
        EventFeed *server; // the feed again where it is one of a server, else null
        RecordTable &table;
        SelectionKeeper &keeper;
    };
    TimeJump(const Parts &parts, QWidget *parent); // all must outlive it

    [[nodiscard]] QAction *command() const { return m_command; }
    void goTo(Timestamp time);
    [[nodiscard]] bool isAway() const; // the list does not begin with the newest
    void goBack(); // to the newest
    void refreshTexts(); // times are shown otherwise

signals:
    void awayChanged();
    void rangeSearchStopped(); // nobody waits for the end of the query's time range any more

private:
    void openDialog();
    void follow();
    void stop();
    [[nodiscard]] int newestRowBefore(Timestamp end) const; // -1: none here
    [[nodiscard]] int oldestRow() const;
    void choose(int row);
    [[nodiscard]] bool isSearching() const;

    const Parts m_parts;
    QAction *m_command;
    QAction *m_stop;
    std::optional<Timestamp> m_placeBefore;
    bool m_wasAway = false;
};

} // namespace tidings
