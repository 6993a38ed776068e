// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtablemodel.h"

#include "actioncatalog.h"
#include "eventfieldtext.h"
#include "eventsummary.h"
#include "timetext.h"
#include "visibletext.h"

#include <algorithm>

namespace tidings {

using StoreColumn = EventStore::Column;

namespace {

constexpr std::array<QLatin1StringView, EventTableModel::ColumnCount> columnIds{QLatin1StringView("time"),
    QLatin1StringView("action"), QLatin1StringView("user"), QLatin1StringView("application"), QLatin1StringView("from"),
    QLatin1StringView("brand"), QLatin1StringView("what")};

} // namespace

EventTableModel::EventTableModel(QObject *parent)
    : RecordTableModel(parent)
    , m_store(std::make_shared<EventStore>())
{
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(visibleRows().size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(m_fields.size());
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EventStore::Slot slot = slotAt(index.row());
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
    case CopyRole:
        if (index.column() >= ColumnCount) {
            std::string json = m_store->raw(slot).toStdString();
            return rawFieldText(json, fieldPathAt(index.column()));
        }
        return index.column() == TimeColumn && m_store->created(slot) != 0
            ? isoTime(m_store->created(slot), timeDisplay())
            : displayText(slot, index.column());
    default:
        return {};
    }
}

QString EventTableModel::displayText(EventStore::Slot slot, int column) const
{
    if (column >= ColumnCount)
        return fieldAt(slot, column);
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return m_store->created(slot) == 0
            ? tr("unknown")
            : columnTime(m_store->created(slot), QDateTime::currentDateTimeUtc(), timeDisplay());
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
    if (column >= ColumnCount) {
        constexpr qsizetype longest = 4000;
        std::string json = m_store->raw(slot).toStdString();
        return visibleText(rawFieldText(json, fieldPathAt(column)).left(longest));
    }
    if (column == TimeColumn && m_store->created(slot) != 0) {
        return exactTime(m_store->created(slot), timeDisplay()) + u'\n'
            + relativeTime(m_store->created(slot), QDateTime::currentDateTimeUtc());
    }
    return displayText(slot, column);
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (section >= ColumnCount && section < columnCount()) {
        const QString name = visibleLine(m_fields.at(section - ColumnCount));
        if (role == Qt::ToolTipRole)
            return tr("%1\nRead from the records as they are shown").arg(name);
        return role == Qt::DisplayRole ? name : QVariant();
    }
    if (role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return title(static_cast<Column>(section));
}

QString EventTableModel::title(Column column)
{
    switch (column) {
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

QStringList EventTableModel::fieldPathAt(int column) const
{
    return column >= ColumnCount && column < columnCount() ? fieldPath(m_fields.at(column - ColumnCount))
                                                           : QStringList();
}

QString EventTableModel::columnId(int column) const
{
    return column < ColumnCount ? fixedColumnId(static_cast<Column>(column))
                                : fieldPrefix + m_fields.at(column - ColumnCount);
}

QString EventTableModel::fixedColumnId(Column column)
{
    return columnIds.at(static_cast<size_t>(column));
}

int EventTableModel::columnOf(const QString &id) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (columnId(column) == id)
            return column;
    }
    return -1;
}

QString EventTableModel::fieldAt(EventStore::Slot slot, int column) const
{
    const quint64 key = quint64(slot) << 8 | static_cast<quint64>(column);
    if (const QString *const known = m_fieldTexts.object(key))
        return *known;
    std::string json = m_store->raw(slot).toStdString();
    const QString text = fieldText(json, fieldPathAt(column));
    m_fieldTexts.insert(key, new QString(text));
    return text;
}

void EventTableModel::setFieldColumns(const QStringList &names)
{
    constexpr qsizetype most = 20;
    QStringList wanted;
    for (const QString &name : names) {
        const QString path = fieldPath(name).join(u'.');
        if (!path.isEmpty() && !wanted.contains(path) && wanted.size() < most)
            wanted += path;
    }
    for (qsizetype i = m_fields.size(); i-- > 0;) {
        if (wanted.contains(m_fields.at(i)))
            continue;
        const int column = ColumnCount + static_cast<int>(i);
        beginRemoveColumns({}, column, column);
        m_fields.removeAt(i);
        m_fieldTexts.clear();
        endRemoveColumns();
    }
    for (const QString &name : std::as_const(wanted)) {
        if (m_fields.contains(name))
            continue;
        const int column = columnCount();
        beginInsertColumns({}, column, column);
        m_fields += name;
        m_fieldTexts.clear();
        endInsertColumns();
    }
}

bool EventTableModel::isBefore(const Event &a, const Event &b)
{
    const Timestamp aCreated = a.created.value_or(0);
    const Timestamp bCreated = b.created.value_or(0);
    return aCreated != bCreated ? aCreated > bCreated : EventId::ofKey(a.key()) < EventId::ofKey(b.key());
}

int EventTableModel::insertionRow(const Event &event) const
{
    const Timestamp created = event.created.value_or(0);
    // Most rows arrive older than everything shown.
    if (!m_rows.empty() && created < m_store->created(m_rows.back()))
        return static_cast<int>(m_rows.size());
    std::optional<EventId> id; // seldom needed
    const auto at = std::partition_point(m_rows.begin(), m_rows.end(), [&](EventStore::Slot slot) {
        if (m_store->created(slot) != created)
            return m_store->created(slot) > created;
        if (!id)
            id = EventId::ofKey(event.key());
        return m_store->id(slot) < *id;
    });
    return static_cast<int>(at - m_rows.begin());
}

void EventTableModel::merge(const QList<Event> &events)
{
    std::vector<const Event *> fresh; // a copy of an event is not cheap
    fresh.reserve(static_cast<size_t>(events.size()));
    for (const Event &event : events) {
        const EventStore::Slot known = m_store->find(event.key());
        if (known == EventStore::noSlot) {
            fresh.push_back(&event);
        } else if (m_store->raw(known) != event.raw) {
            if (m_store->created(known) != event.created.value_or(0)) {
                // Belongs elsewhere now; authentik never does that.
                remove(event.key());
                fresh.push_back(&event);
                continue;
            }
            const int row = rowOf(event.key());
            m_store->insert(event);
            m_fieldTexts.clear();
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
            if (m_order) {
                m_order->reread(known);
                settle(row);
            }
        }
    }
    const auto goesBefore = [](const Event *a, const Event *b) {
        return isBefore(*a, *b);
    };
    if (!std::is_sorted(fresh.begin(), fresh.end(), goesBefore))
        std::stable_sort(fresh.begin(), fresh.end(), goesBefore);

    std::vector<EventStore::Slot> all;
    for (size_t first = 0; first < fresh.size();) {
        const int row = insertionRow(*fresh[first]);
        // All that go in front of the same row follow each other.
        const auto behind = std::partition_point(fresh.begin() + static_cast<std::ptrdiff_t>(first) + 1, fresh.end(),
            [&](const Event *event) { return insertionRow(*event) == row; });
        const auto end = static_cast<size_t>(behind - fresh.begin());
        std::vector<EventStore::Slot> added;
        for (; first < end; ++first) {
            // The same record twice in one batch
            if (m_store->find(fresh[first]->key()) == EventStore::noSlot)
                added.push_back(m_store->insert(*fresh[first]));
        }
        if (added.empty())
            continue;
        if (m_order) {
            // Nobody sees this order now.
            m_rows.insert(m_rows.begin() + row, added.begin(), added.end());
            all.insert(all.end(), added.begin(), added.end());
            continue;
        }
        beginInsertRows({}, row, row + static_cast<int>(added.size()) - 1);
        m_rows.insert(m_rows.begin() + row, added.begin(), added.end());
        endInsertRows();
    }
    if (!all.empty())
        insertSorted(std::move(all));
}

// A few places get a signal each; many at once would be dear in a long list, so there the rows come at the end first,
// and then the layout changes once.
void EventTableModel::insertSorted(std::vector<EventStore::Slot> added)
{
    const auto isBefore = [this](EventStore::Slot a, EventStore::Slot b) {
        return m_order->isBefore(a, b);
    };
    std::stable_sort(added.begin(), added.end(), isBefore);
    std::vector<size_t> places; // of each, among the rows that were there
    places.reserve(added.size());
    size_t runs = 0;
    for (const EventStore::Slot slot : added) {
        const auto from = m_sorted.begin() + (places.empty() ? 0 : static_cast<qsizetype>(places.back()));
        const auto place
            = static_cast<size_t>(std::lower_bound(from, m_sorted.end(), slot, isBefore) - m_sorted.begin());
        runs += places.empty() || places.back() != place ? 1 : 0;
        places.push_back(place);
    }
    constexpr size_t mostRuns = 4;
    if (runs <= mostRuns) {
        for (size_t end = added.size(); end > 0;) {
            size_t first = end - 1;
            while (first > 0 && places[first - 1] == places[first])
                --first;
            const auto row = static_cast<int>(places[first]);
            beginInsertRows({}, row, row + static_cast<int>(end - first) - 1);
            m_sorted.insert(m_sorted.begin() + row, added.begin() + static_cast<qsizetype>(first),
                added.begin() + static_cast<qsizetype>(end));
            endInsertRows();
            end = first;
        }
        return;
    }
    const size_t before = m_sorted.size();
    std::vector<EventStore::Slot> rows;
    rows.reserve(before + added.size());
    size_t next = 0;
    for (size_t i = 0; i < added.size(); ++i) {
        rows.insert(rows.end(), m_sorted.begin() + static_cast<qsizetype>(next),
            m_sorted.begin() + static_cast<qsizetype>(places[i]));
        next = places[i];
        rows.push_back(added[i]);
    }
    rows.insert(rows.end(), m_sorted.begin() + static_cast<qsizetype>(next), m_sorted.end());
    beginInsertRows({}, static_cast<int>(before), static_cast<int>(before + added.size()) - 1);
    m_sorted.insert(m_sorted.end(), added.begin(), added.end());
    endInsertRows();
    emit rowsAboutToSettle();
    changeSorted(std::move(rows));
    emit rowsSettled();
}

// The row has other content.
void EventTableModel::settle(int row)
{
    const auto isBefore = [this](EventStore::Slot a, EventStore::Slot b) {
        return m_order->isBefore(a, b);
    };
    const EventStore::Slot slot = slotAt(row);
    std::vector<EventStore::Slot> rows = m_sorted;
    rows.erase(rows.begin() + row);
    const auto place = std::lower_bound(rows.begin(), rows.end(), slot, isBefore);
    if (place - rows.begin() == row)
        return;
    rows.insert(place, slot);
    emit rowsAboutToSettle();
    changeSorted(std::move(rows));
    emit rowsSettled();
}

void EventTableModel::sortBy(
    const QList<SortKey> &keys, std::vector<EventStore::Slot> rows, const RecordColumns &records)
{
    if (keys == sortKeys())
        return;
    if (m_rows.empty()) {
        m_sorted.clear();
        m_order.reset(keys.isEmpty() ? nullptr : new RowOrder(*m_store, keys));
        return;
    }
    std::unique_ptr<RowOrder> order;
    if (keys.isEmpty()) {
        rows = m_rows;
    } else {
        order = std::make_unique<RowOrder>(*m_store, keys, records);
        const auto isBefore = [&order](EventStore::Slot a, EventStore::Slot b) {
            return order->isBefore(a, b);
        };
        std::vector<bool> isShown(m_store->size());
        for (const EventStore::Slot slot : m_rows)
            isShown[slot] = true;
        rows.erase(std::remove_if(rows.begin(), rows.end(), [&](EventStore::Slot slot) { return !isShown[slot]; }),
            rows.end());
        if (rows.size() < m_rows.size()) {
            for (const EventStore::Slot slot : rows)
                isShown[slot] = false;
            std::vector<EventStore::Slot> late;
            std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(late),
                [&](EventStore::Slot slot) { return isShown[slot]; });
            std::stable_sort(late.begin(), late.end(), isBefore);
            std::vector<EventStore::Slot> all;
            all.reserve(m_rows.size());
            auto next = rows.begin();
            for (const EventStore::Slot slot : late) {
                const auto place = std::lower_bound(next, rows.end(), slot, isBefore);
                all.insert(all.end(), next, place);
                all.push_back(slot);
                next = place;
            }
            all.insert(all.end(), next, rows.end());
            rows = std::move(all);
        }
    }
    emit layoutAboutToBeChanged({}, HorizontalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QModelIndexList after = indexesIn(rows, before);
    m_order = std::move(order);
    m_sorted = m_order ? std::move(rows) : std::vector<EventStore::Slot>();
    changePersistentIndexList(before, after);
    emit layoutChanged({}, HorizontalSortHint);
}

void EventTableModel::changeSorted(std::vector<EventStore::Slot> rows)
{
    emit layoutAboutToBeChanged({}, HorizontalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QModelIndexList after = indexesIn(rows, before);
    m_sorted = std::move(rows);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, HorizontalSortHint);
}

bool EventTableModel::remove(const QByteArray &key)
{
    const bool isShown = rowOf(key) >= 0;
    removeAll({key});
    return isShown;
}

void EventTableModel::removeAll(const QList<QByteArray> &keys)
{
    std::vector<EventStore::Slot> gone;
    for (const QByteArray &key : keys) {
        if (rowOf(key) >= 0)
            gone.push_back(m_store->find(key));
    }
    removeSlots(gone);
}

void EventTableModel::removeMissing(
    const RowSpan &span, const QList<Event> &rows, const std::function<bool(EventStore::Slot)> &mayGo)
{
    std::vector<EventStore::Slot> gone = missingSlots(span, rows);
    if (mayGo) {
        gone.erase(
            std::remove_if(gone.begin(), gone.end(), [&](EventStore::Slot slot) { return !mayGo(slot); }), gone.end());
    }
    removeSlots(gone);
}

void EventTableModel::removeSlots(const std::vector<EventStore::Slot> &gone)
{
    if (gone.empty())
        return;
    const auto runsBy = [&](const auto &rowOfSlot) {
        std::vector<int> rows;
        rows.reserve(gone.size());
        for (const EventStore::Slot slot : gone)
            rows.push_back(rowOfSlot(slot));
        return runsOf(std::move(rows));
    };
    const std::vector<RowRun> runsByTime = runsBy([this](EventStore::Slot slot) { return timeRowOf(slot); });
    if (!m_order)
        return eraseShown(runsByTime);

    const std::vector<RowRun> sortedRuns = runsBy([this](EventStore::Slot slot) { return sortedRowOf(slot); });
    // Nobody sees this order now.
    for (auto run = runsByTime.crbegin(); run != runsByTime.crend(); ++run)
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
    constexpr size_t few = 4;
    if (gone.size() <= few)
        return eraseShown(sortedRuns);
    // As insertSorted() does it: to the end first.
    std::vector<bool> isGone(m_store->size());
    for (const EventStore::Slot slot : gone)
        isGone[slot] = true;
    std::vector<EventStore::Slot> rows = m_sorted;
    std::stable_partition(rows.begin(), rows.end(), [&](EventStore::Slot slot) { return !isGone[slot]; });
    emit rowsAboutToSettle();
    changeSorted(std::move(rows));
    emit rowsSettled();
    const int count = rowCount();
    eraseShown({RowRun{count - static_cast<int>(gone.size()), count - 1}});
}

// From the rows that are shown, and from the store.
void EventTableModel::eraseShown(const std::vector<RowRun> &runs)
{
    std::vector<EventStore::Slot> &shown = m_order ? m_sorted : m_rows;
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        for (int row = run->first; row <= run->last; ++row)
            m_store->remove(shown[static_cast<size_t>(row)]);
        shown.erase(shown.begin() + run->first, shown.begin() + run->last + 1);
        endRemoveRows();
    }
}

QList<QByteArray> EventTableModel::missingFrom(const RowSpan &span, const QList<Event> &rows) const
{
    QList<QByteArray> keys;
    for (const EventStore::Slot slot : missingSlots(span, rows))
        keys += m_store->event(slot).key();
    return keys;
}

// One without an id stands before all rows of its moment.
std::vector<EventStore::Slot>::const_iterator EventTableModel::placeBehind(const RowPosition &place) const
{
    const EventId id = EventId::ofKey(place.id.toUtf8());
    return std::partition_point(m_rows.begin(), m_rows.end(), [&](EventStore::Slot slot) {
        const Timestamp created = m_store->created(slot);
        if (created != place.created || place.id.isEmpty())
            return created > place.created;
        return !(id < m_store->id(slot));
    });
}

std::vector<EventStore::Slot> EventTableModel::missingSlots(const RowSpan &span, const QList<Event> &rows) const
{
    std::vector<EventId> there;
    there.reserve(static_cast<size_t>(rows.size()));
    for (const Event &event : rows)
        there.push_back(EventId::ofKey(event.key()));
    std::sort(there.begin(), there.end());
    const auto begin = span.after ? placeBehind(*span.after) : m_rows.begin();
    const auto end = span.last ? placeBehind(*span.last)
                               : std::partition_point(m_rows.begin(), m_rows.end(),
                                   [this](EventStore::Slot slot) { return m_store->hasTime(slot); });
    std::vector<EventStore::Slot> missing;
    for (auto slot = begin; slot < end; ++slot) {
        if (!std::binary_search(there.begin(), there.end(), m_store->id(*slot)))
            missing.push_back(*slot);
    }
    return missing;
}

void EventTableModel::clear()
{
    setCanFetchMore(false);
    if (m_rows.empty()) {
        m_store = std::make_shared<EventStore>(); // there may be removed rows
        m_fieldTexts.clear();
        m_isShared = false;
        m_isNewestFirst = true;
        if (m_order)
            m_order = std::make_unique<RowOrder>(*m_store, m_order->keys());
        return;
    }
    replaceStore(std::make_shared<EventStore>(), {}, true, false);
}

void EventTableModel::setStore(
    std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst)
{
    replaceStore(std::move(store), std::move(rows), isNewestFirst, true);
}

void EventTableModel::replaceStore(
    std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst, bool isShared)
{
    beginResetModel();
    const QList<SortKey> keys = isShared ? QList<SortKey>() : sortKeys();
    m_order.reset();
    m_sorted.clear();
    m_store = std::move(store);
    if (!keys.isEmpty())
        m_order = std::make_unique<RowOrder>(*m_store, keys);
    m_isShared = isShared;
    m_fieldTexts.clear();
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
    const QModelIndexList after = indexesIn(rows, before);
    m_rows = std::move(rows);
    m_isNewestFirst = isNewestFirst;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, HorizontalSortHint);
}

// Where the rows of these indexes are in another order.
QModelIndexList EventTableModel::indexesIn(
    const std::vector<EventStore::Slot> &rows, const QModelIndexList &before) const
{
    QHash<EventStore::Slot, int> places; // of the rows that somebody holds, mostly one
    for (const QModelIndex &held : before)
        places.insert(slotAt(held.row()), -1);
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
        after += createIndex(places.value(slotAt(held.row())), held.column());
    return after;
}

QByteArray EventTableModel::rawAt(int row) const
{
    return m_store->raw(slotAt(row));
}

Event EventTableModel::eventAt(int row) const
{
    return m_store->event(slotAt(row));
}

int EventTableModel::rowOf(const QByteArray &key) const
{
    const EventStore::Slot slot = m_store->find(key);
    if (slot == EventStore::noSlot)
        return -1;
    return m_order ? sortedRowOf(slot) : timeRowOf(slot);
}

int EventTableModel::sortedRowOf(EventStore::Slot slot) const
{
    auto place = std::lower_bound(m_sorted.begin(), m_sorted.end(), slot,
        [this](EventStore::Slot a, EventStore::Slot b) { return m_order->isBefore(a, b); });
    // Records without an id and of one time are the same to the order.
    if (place == m_sorted.end() || *place != slot)
        place = std::find(m_sorted.begin(), m_sorted.end(), slot);
    return place == m_sorted.end() ? -1 : static_cast<int>(place - m_sorted.begin());
}

int EventTableModel::timeRowOf(EventStore::Slot slot) const
{
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
