// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxloading.h"

#include "inboxmodel.h"
#include "loadprogress.h"
#include "notificationfeed.h"
#include "recordtable.h"

#include <QScrollBar>

#include <utility>

namespace tidings {

namespace {

constexpr int mostFruitlessPages = 20; // loaded by themselves while nothing in them fills the list

} // namespace

InboxLoading::InboxLoading(const Parts &parts)
    : m_parts(parts)
{
}

void InboxLoading::begin()
{
    m_wantsAll = needsEverything();
    m_fruitlessPages = 0;
}

// The user wants to go on after many pages without anything.
void InboxLoading::noteState()
{
    const NotificationFeed &feed = m_parts.feed;
    if (feed.state() == FeedState::Loading && !feed.isLoadingAll() && m_fruitlessPages >= mostFruitlessPages)
        m_fruitlessPages = 0;
}

bool InboxLoading::needsEverything() const
{
    const InboxQuestion &asked = m_parts.list.question();
    if (m_parts.list.isPastFrom())
        return false;
    if (asked.tab == InboxQuestion::Tab::Snoozed && m_parts.list.loadedSnoozed() < m_parts.state.snoozeCount())
        return true;
    return asked.order != NotificationGroups::Order() || asked.until;
}

void InboxLoading::goOn()
{
    const InboxModel &list = m_parts.list;
    NotificationFeed &feed = m_parts.feed;
    const bool isSnoozedTab = list.question().tab == InboxQuestion::Tab::Snoozed;
    const bool isEnough = list.isPastFrom() || (isSnoozedTab && !needsEverything());
    if (feed.state() == FeedState::Loading && feed.isLoadingAll() && isEnough)
        return feed.stopLoadingAll();
    if (feed.state() != FeedState::Idle || list.isArranging() || !feed.lastSuccess().isValid())
        return;
    if (std::exchange(m_wantsAll, false) && needsEverything()) {
        m_parts.progress.start();
        m_fruitlessPages = mostFruitlessPages; // who stops it does not want more
        return;
    }
    if (isEnough)
        return;
    const bool isFull = m_parts.table.verticalScrollBar()->maximum() > 0;
    const bool isGrouped = list.question().order.grouping != InboxGrouping::None;
    if (!isGrouped && !isFull && m_fruitlessPages < mostFruitlessPages) {
        ++m_fruitlessPages;
        feed.loadMore();
    }
}

} // namespace tidings
