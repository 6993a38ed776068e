// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewsrail.h"

#include "eventfeed.h"
#include "navigationrail.h"
#include "savedviews.h"
#include "viewcommands.h"
#include "viewcounter.h"
#include "visibletext.h"

#include <QLocale>
#include <QSet>

namespace tidings {

ViewsRail::ViewsRail(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_savedViews(parts.views)
    , m_views(parts.commands)
    , m_rail(parts.rail)
    , m_eventFeed(parts.feed)
{
    showNames();
    connect(&m_savedViews, &SavedViews::changed, this, &ViewsRail::showNames);
    connect(&m_rail, &NavigationRail::viewChosen, &m_views, &ViewCommands::choose);
    connect(&m_rail, &NavigationRail::viewMenuRequested, &m_views, &ViewCommands::openMenu);
    connect(&m_rail, &NavigationRail::viewMoved, &m_views, &ViewCommands::move);
    connect(&m_rail, &NavigationRail::seenViewsChanged, this, &ViewsRail::updateCounts, Qt::QueuedConnection);
}

void ViewsRail::showNames()
{
    QStringList names;
    for (const SavedView &view : m_savedViews.views())
        names += visibleLine(view.name, 80);
    m_rail.setViews(names);
    updateCurrent();
    updateCounts();
}

void ViewsRail::setPageShown(bool shown)
{
    m_isPageShown = shown;
    updateCurrent();
}

void ViewsRail::updateCurrent()
{
    m_views.update();
    m_rail.setCurrentView(m_isPageShown ? static_cast<int>(m_views.current()) : -1);
}

void ViewsRail::setCounter(ViewCounter &counter, bool isSeen)
{
    m_counter = &counter;
    connect(m_counter, &ViewCounter::countsChanged, this, &ViewsRail::updateCounts);
    setSeen(isSeen);
    updateCounts();
}

void ViewsRail::setSeen(bool seen)
{
    if (m_counter)
        m_counter->setShown(seen);
}

void ViewsRail::updateCounts()
{
    if (!m_counter)
        return;
    QList<EventQuery> questions;
    QSet<qsizetype> seen;
    for (const SavedView &view : m_savedViews.views()) {
        if (m_rail.isViewSeen(static_cast<int>(questions.size())))
            seen.insert(questions.size());
        questions += view.query;
    }
    m_counter->poller().setInterval(m_eventFeed.poller().interval());
    m_counter->setSeen(seen);
    m_counter->setQuestions(questions); // the same ones change nothing
    const auto &counts = m_counter->counts();
    const QLocale locale;
    for (int view = 0; view < counts.size(); ++view) {
        const ViewCounter::Count &count = counts.at(view);
        const bool isKnown = count.matching >= 0;
        m_rail.setViewCount(view, isKnown ? locale.toString(count.matching) : QString(),
            isKnown ? tr("On the server: %1").arg(locale.toString(count.matching)) : count.reason);
    }
}

} // namespace tidings
