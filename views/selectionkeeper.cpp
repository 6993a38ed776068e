// SPDX-License-Identifier: GPL-3.0-or-later
#include "selectionkeeper.h"

#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "recordtable.h"

#include <algorithm>

namespace tidings {

namespace {

constexpr int mostPages = 30; // that are read for a row that is insisted on

} // namespace

SelectionKeeper::SelectionKeeper(RecordTable &table, EventTableModel &model, EventListFeed &feed, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
    , m_feed(feed)
{
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SelectionKeeper::look);
    connect(&m_feed, &EventListFeed::countsChanged, this, &SelectionKeeper::look);
    connect(&m_feed, &EventListFeed::stateChanged, this, &SelectionKeeper::settle);
    connect(&m_table, &RecordTable::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_wish = Wish::None;
    });
}

void SelectionKeeper::insistOn(const QByteArray &key)
{
    m_key = key;
    m_wish = Wish::InsistedKey;
    m_pagesLeft = mostPages;
    QMetaObject::invokeMethod(this, &SelectionKeeper::settle, Qt::QueuedConnection); // the list may be there already
}

void SelectionKeeper::chooseNewest()
{
    m_wish = Wish::Newest;
}

void SelectionKeeper::remember()
{
    const QModelIndex current = m_table.currentIndex();
    if (m_wish != Wish::None || !current.isValid())
        return;
    m_key = m_model.keyOf(current.row());
    m_wish = Wish::Key;
    // Where there is nothing to read from any more, no state changes.
    QMetaObject::invokeMethod(this, &SelectionKeeper::settle, Qt::QueuedConnection);
}

void SelectionKeeper::look()
{
    if (m_wish == Wish::None || m_model.rowCount() == 0)
        return;
    if (m_wish == Wish::Newest) {
        const auto &rows = m_model.visibleRows();
        const auto newest = std::find(rows.begin(), rows.end(), m_model.rowsByTime().front());
        return choose(static_cast<int>(newest - rows.begin()), true);
    }
    if (const int row = m_model.rowOf(m_key); row >= 0)
        choose(row, m_wish == Wish::InsistedKey);
}

void SelectionKeeper::settle()
{
    if (m_wish == Wish::None || m_feed.state() == FeedState::Loading)
        return;
    look();
    if (m_wish == Wish::None)
        return;
    if (m_wish == Wish::InsistedKey && m_feed.state() == FeedState::Idle && m_pagesLeft-- > 0) {
        m_feed.loadMore();
        if (m_feed.state() == FeedState::Loading)
            return;
    }
    m_wish = Wish::None;
    emit gaveUp();
}

void SelectionKeeper::choose(int row, bool inTheMiddle)
{
    m_wish = Wish::None;
    const int column
        = m_table.currentIndex().isValid() ? m_table.currentIndex().column() : EventTableModel::ActionColumn;
    const QModelIndex index = m_model.index(row, column);
    m_table.setCurrentIndex(index);
    m_table.scrollTo(index, inTheMiddle ? QAbstractItemView::PositionAtCenter : QAbstractItemView::EnsureVisible);
}

} // namespace tidings
