// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationseeker.h"

#include "inboxcontrols.h"
#include "notificationfeed.h"
#include "recordtable.h"

namespace tidings {

namespace {

constexpr int mostPagesForOne = 20;

} // namespace

NotificationSeeker::NotificationSeeker(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void NotificationSeeker::seek(const QByteArray &key)
{
    m_wanted = key;
    m_pages = 0;
    goOn();
}

void NotificationSeeker::noteQuestion()
{
    if (!m_isWidening)
        m_wanted.clear();
}

void NotificationSeeker::goOn()
{
    if (m_wanted.isEmpty() || m_isWidening)
        return;
    InboxModel &list = m_parts.list;
    if (const int row = list.reveal(m_wanted); row >= 0) {
        m_wanted.clear();
        const QModelIndex index = list.index(row, NotificationTableModel::TextColumn);
        m_parts.table.setCurrentIndex(index);
        m_parts.table.scrollTo(index);
        emit found();
        return;
    }
    if (m_parts.feed.state() == FeedState::Loading || list.isArranging())
        return;
    const bool isNarrowed = m_parts.controls.isNarrowed();
    if (isNarrowed || list.question().tab != InboxQuestion::Tab::All) {
        // The tab stays where only the filter hides it.
        const NotificationTableModel &model = m_parts.model;
        const int at = model.rowOf(m_wanted);
        const bool isHiddenHere
            = at < 0 || m_parts.state.isSnoozed(m_wanted) || m_parts.state.muteFor(kindOf(model.notification(at)));
        m_isWidening = true;
        emit wideningRequested(isHiddenHere || !isNarrowed);
        m_isWidening = false;
        return goOn();
    }
    if (m_parts.feed.state() == FeedState::Idle && m_pages < mostPagesForOne) {
        ++m_pages;
        return m_parts.feed.loadMore();
    }
    m_wanted.clear();
    emit missed();
}

} // namespace tidings
