// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serveraddress.h"
#include "serverinfo.h"

#include <QStatusBar>

#include <chrono>
#include <optional>

class QLabel;

namespace tidings {

class EventListFeed;
class RecordFeed;
class TimeCommands;
class WarningLabel;

// The window's status bar: how many rows the page shows, who answered and how long ago, a warning, a note, the zone of
// the times, and the server with its user.
class StatusBar : public QStatusBar
{
    Q_OBJECT

public:
    // `times` has the button for the zone; must outlive this.
    StatusBar(TimeCommands &times, QWidget *parent);

    // These change what is said from the next showPage() on.
    void setServer(const ServerAddress &address, const ServerInfo &info); // connected
    void setOffline();
    void setClockSkew(std::chrono::seconds skew) { m_skew = skew; }
    void setNote(const QString &note); // at once; empty: none

    struct Page
    {
        QString counts;
        QString engine; // who answered
        const EventListFeed *events; // null: they are no events, and nobody is named
        const RecordFeed *polled; // whose answers grow old; null: nobody's
        bool isNarrow; // the window
    };
    void showPage(const Page &page); // what is shown; called once a second, too

private:
    void showSkew();
    void showServer(bool isNarrow);

    TimeCommands &m_times;
    QLabel *m_counts;
    QLabel *m_engine;
    QLabel *m_age;
    WarningLabel *m_warning;
    QLabel *m_note;
    QLabel *m_server;
    std::optional<ServerAddress> m_address; // nothing: not connected
    ServerInfo m_info;
    std::chrono::seconds m_skew{0};
};

} // namespace tidings
