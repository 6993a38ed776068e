// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtablemodel.h"

#include "actioncatalog.h"
#include "eventsummary.h"
#include "timetext.h"

#include <algorithm>

namespace tidings {

using StoreColumn = EventStore::Column;

EventTableModel::EventTableModel(QObject *parent)
    : RecordTableModel(parent)
    , m_store(std::make_shared<EventStore>())
{
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EventStore::Slot slot = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(slot, index.column());
    case Qt::ToolTipRole:
        return toolTip(slot, index.column());
    case Qt::AccessibleTextRole:
        // The place is part of what a screen reader says of the address.
        return index.column() == FromColumn
            ? QVariant(displayText(slot, FromColumn) + u' ' + m_store->text(slot, StoreColumn::Place))
            : QVariant();
    case SortRole:
        return index.column() == TimeColumn ? QVariant(m_store->created(slot)) : displayText(slot, index.column());
    case KeyRole:
        return keyOf(index.row());
    case IconNameRole:
        return index.column() == ActionColumn ? QVariant(actionEntry(m_store->text(slot, StoreColumn::Action)).icon)
                                              : QVariant();
    case LevelRole:
        return static_cast<int>(actionEntry(m_store->text(slot, StoreColumn::Action)).level);
    case SecondaryRole:
        return index.column() == FromColumn ? QVariant(m_store->text(slot, StoreColumn::Place)) : QVariant();
    default:
        return {};
    }
}

QString EventTableModel::displayText(EventStore::Slot slot, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return m_store->created(slot) == 0 ? tr("unknown")
                                           : columnTime(m_store->created(slot), QDateTime::currentDateTimeUtc());
    case ActionColumn:
        return actionEntry(m_store->text(slot, StoreColumn::Action)).label;
    case UserColumn:
        return m_store->text(slot, StoreColumn::Actor);
    case ApplicationColumn:
        return m_store->text(slot, StoreColumn::Application);
    case FromColumn:
        return m_store->text(slot, StoreColumn::ClientIp);
    case BrandColumn:
        return m_store->text(slot, StoreColumn::Brand);
    case SummaryColumn:
        return m_store->whatHappened(slot);
    case ColumnCount:
        break;
    }
    return {};
}

// Plain text, as all texts here; views escape and wrap it.
QString EventTableModel::toolTip(EventStore::Slot slot, int column) const
{
    if (column == TimeColumn && m_store->created(slot) != 0) {
        return exactTime(m_store->created(slot)) + u'\n'
            + relativeTime(m_store->created(slot), QDateTime::currentDateTimeUtc());
    }
    return displayText(slot, column);
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case ActionColumn:
        return tr("Action");
    case UserColumn:
        return tr("User");
    case ApplicationColumn:
        return tr("Application");
    case FromColumn:
        return tr("From");
    case BrandColumn:
        return tr("Brand");
    case SummaryColumn:
        return tr("What happened");
    case ColumnCount:
        break;
    }
    return {};
}

int EventTableModel::insertionRow(const RowPosition &position) const
{
    // Most rows arrive older than everything shown.
    if (!m_rows.empty()) {
        const EventStore::Slot last = m_rows.back();
        if (position.created < m_store->created(last))
            return static_cast<int>(m_rows.size());
    }
    const auto at = std::partition_point(m_rows.begin(), m_rows.end(), [&](EventStore::Slot slot) {
        const Timestamp created = m_store->created(slot);
        return created != position.created ? created > position.created : m_store->position(slot).id < position.id;
    });
    return static_cast<int>(at - m_rows.begin());
}

void EventTableModel::merge(const QList<Event> &events)
{
    QList<Event> fresh;
    for (const Event &event : events) {
        const EventStore::Slot known = m_store->find(event.key());
        if (known == EventStore::noSlot) {
            fresh += event;
        } else if (m_store->raw(known) != event.raw) {
            if (m_store->created(known) != event.created.value_or(0)) {
                // Belongs elsewhere now; authentik never does that.
                remove(event.key());
                fresh += event;
                continue;
            }
            const int row = rowOf(event.key());
            m_store->insert(event);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    const auto position = [](const Event &event) {
        return RowPosition{event.created.value_or(0), event.id};
    };
    std::stable_sort(
        fresh.begin(), fresh.end(), [&](const Event &a, const Event &b) { return position(b).isAfter(position(a)); });

    for (qsizetype first = 0; first < fresh.size();) {
        const int row = insertionRow(position(fresh.at(first)));
        // All that go in front of the same row follow each other.
        qsizetype end = first + 1;
        while (end < fresh.size() && insertionRow(position(fresh.at(end))) == row)
            ++end;
        std::vector<EventStore::Slot> added;
        for (; first < end; ++first) {
            // The same record twice in one batch
            if (m_store->find(fresh.at(first).key()) == EventStore::noSlot)
                added.push_back(m_store->insert(fresh.at(first)));
        }
        if (added.empty())
            continue;
        beginInsertRows({}, row, row + static_cast<int>(added.size()) - 1);
        m_rows.insert(m_rows.begin() + row, added.begin(), added.end());
        endInsertRows();
    }
}

bool EventTableModel::remove(const QByteArray &key)
{
    const int row = rowOf(key);
    if (row < 0)
        return false;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_store->remove(key);
    endRemoveRows();
    return true;
}

void EventTableModel::clear()
{
    setCanFetchMore(false);
    if (m_rows.empty()) {
        m_store = std::make_shared<EventStore>(); // there may be removed rows
        m_isNewestFirst = true;
        return;
    }
    setStore(std::make_shared<EventStore>(), {}, true);
}

void EventTableModel::setStore(
    std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst)
{
    beginResetModel();
    m_store = std::move(store);
    m_rows = std::move(rows);
    m_isNewestFirst = isNewestFirst;
    endResetModel();
}

void EventTableModel::setVisibleRows(std::vector<EventStore::Slot> rows, bool isNewestFirst)
{
    const auto [beforeDiffers, nowDiffers] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    const auto same = beforeDiffers - m_rows.begin();
    const auto [beforeEnd, nowEnd] = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(beforeDiffers),
        rows.rbegin(), std::make_reverse_iterator(nowDiffers));
    const auto gone = static_cast<int>(beforeEnd.base() - beforeDiffers);
    const auto come = static_cast<int>(nowEnd.base() - nowDiffers);
    const auto first = static_cast<int>(same);
    if (gone > 0 && come > 0) {
        beginResetModel();
        m_rows = std::move(rows);
        m_isNewestFirst = isNewestFirst;
        endResetModel();
        return;
    }
    m_isNewestFirst = isNewestFirst;
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows = std::move(rows);
        endRemoveRows();
    } else if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

void EventTableModel::reorder(std::vector<EventStore::Slot> rows, bool isNewestFirst)
{
    // Whatever the hint says, views look everything up again. This one spares them from visiting every section of the
    // vertical header, which takes a tenth of a second for a million rows.
    emit layoutAboutToBeChanged({}, HorizontalSortHint);
    const QModelIndexList before = persistentIndexList();
    QHash<EventStore::Slot, int> places; // of the rows that somebody holds, mostly one
    for (const QModelIndex &held : before)
        places.insert(m_rows[static_cast<size_t>(held.row())], -1);
    constexpr qsizetype few = 8;
    if (places.size() <= few) {
        for (auto place = places.begin(); place != places.end(); ++place)
            *place = static_cast<int>(std::find(rows.begin(), rows.end(), place.key()) - rows.begin());
    } else {
        for (size_t row = 0; row < rows.size(); ++row) {
            if (const auto place = places.find(rows[row]); place != places.end())
                *place = static_cast<int>(row);
        }
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &held : before)
        after += createIndex(places.value(m_rows[static_cast<size_t>(held.row())]), held.column());
    m_rows = std::move(rows);
    m_isNewestFirst = isNewestFirst;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, HorizontalSortHint);
}

Event EventTableModel::eventAt(int row) const
{
    return m_store->event(m_rows[static_cast<size_t>(row)]);
}

int EventTableModel::rowOf(const QByteArray &key) const
{
    const EventStore::Slot slot = m_store->find(key);
    if (slot == EventStore::noSlot)
        return -1;
    if (!m_isNewestFirst) {
        const auto place = std::find(m_rows.begin(), m_rows.end(), slot);
        return place == m_rows.end() ? -1 : static_cast<int>(place - m_rows.begin());
    }
    const auto [first, last] = std::equal_range(m_rows.begin(), m_rows.end(), slot,
        [this](EventStore::Slot a, EventStore::Slot b) { return m_store->created(a) > m_store->created(b); });
    const auto at = std::find(first, last, slot);
    return at == last ? -1 : static_cast<int>(at - m_rows.begin());
}

QByteArray EventTableModel::keyOf(int row) const
{
    return eventAt(row).key();
}

void EventTableModel::refreshTexts()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn), {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace tidings
