// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tidings {

class EventFeed;
class NavigationRail;
class SavedViews;
class ViewCommands;
class ViewCounter;

// The saved views as the rail lists them: their names, the one that is shown, and how much each of them finds.
class ViewsRail : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SavedViews &views;
        ViewCommands &commands;
        NavigationRail &rail;
        EventFeed &feed; // counted as often as it is asked
    };
    ViewsRail(const Parts &parts, QObject *parent); // all must outlive this

    void setPageShown(bool shown); // one that may show a view
    void setCounter(ViewCounter &counter, bool isSeen); // must outlive this
    void setSeen(bool seen); // the window, and with it the counts
    void updateCurrent(); // the page asks something else

private:
    void showNames();
    void updateCounts();

    SavedViews &m_savedViews;
    ViewCommands &m_views;
    NavigationRail &m_rail;
    EventFeed &m_eventFeed;
    ViewCounter *m_counter = nullptr; // null: nothing is counted
    bool m_isPageShown = false;
};

} // namespace tidings
