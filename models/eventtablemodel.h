// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "recordtablemodel.h"
#include "rowruns.h"
#include "rowsorter.h"

#include <QCache>

#include <functional>
#include <memory>
#include <vector>

namespace tidings {

// Events as a table: an index of visible rows over an EventStore. Passive: a feed puts events in, or hands over a store
// and says which of its rows are visible; the model never asks for any, it only emits moreRequested() when the view
// nears the end. Every record is there once, by its key. Signals are exact: reset only by clear(), by a store that is
// handed over, and by visible rows that have little to do with those before. Behind the fixed columns there may be more
// of the user's choice: what the records have at a path. Those are read from the raw records when they are painted, and
// kept for some thousand cells.
class EventTableModel : public RecordTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ActionColumn,
        UserColumn,
        ApplicationColumn,
        FromColumn, // address and place
        BrandColumn,
        SummaryColumn, // what happened
        ColumnCount
    };

    enum Role {
        SortRole = Qt::UserRole, // raw value: microseconds or text
        KeyRole, // QByteArray, tells rows apart
        IconNameRole, // ActionColumn: name of an icon
        LevelRole, // int, tidings::Level, derived from the action
        SecondaryRole, // a text that stands muted beside the main one
    };

    explicit EventTableModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Columns behind the fixed ones, by names such as "context.geo.country", at most 20; others and repeated ones are
    // passed over. Those that stay keep their place among each other; columns come and go by exact signals.
    void setFieldColumns(const QStringList &names);
    [[nodiscard]] const QStringList &fieldColumns() const { return m_fields; }
    [[nodiscard]] QStringList fieldPathAt(int column) const; // empty: one of the fixed columns
    // A name for settings and files that stays the same however many columns there are: "user", or "field:" and a path.
    static constexpr QLatin1StringView fieldPrefix{"field:"};
    [[nodiscard]] QString columnId(int column) const;
    [[nodiscard]] static QString fixedColumnId(Column column);
    [[nodiscard]] static QString title(Column column); // translated
    [[nodiscard]] int columnOf(const QString &id) const; // -1: not there

    // Puts events where they belong by time; known ones are updated in place. Neighbours go in with one signal.
    void merge(const QList<Event> &events);
    // The event is gone from the server. False when it is not shown.
    bool remove(const QByteArray &key);
    // The same for many, with one signal for neighbours. Keys that are not shown are passed over.
    void removeAll(const QList<QByteArray> &keys);
    // Those of missingFrom() that may go; all without a test.
    void removeMissing(
        const RowSpan &span, const QList<Event> &rows, const std::function<bool(EventStore::Slot)> &mayGo = nullptr);
    void clear() override; // what rows are sorted by stays

    // Another order of the rows that merge() put in, for those that will come, too; empty: newest first. `rows` are
    // all, sorted, as they were at some time since the last clear(): those that came since go in, those that went are
    // left out. What is chosen stays chosen. Not for a store that was handed over.
    // `records`: what was read for the keys that need that.
    void sortBy(const QList<SortKey> &keys, std::vector<EventStore::Slot> rows, const RecordColumns &records = {});
    [[nodiscard]] QList<SortKey> sortKeys() const { return m_order ? m_order->keys() : QList<SortKey>(); }
    // The rows newest first, however they are shown; of a store that was handed over as visibleRows().
    [[nodiscard]] const std::vector<EventStore::Slot> &rowsByTime() const { return m_rows; }

    [[nodiscard]] Event eventAt(int row) const; // decoded from the raw bytes
    [[nodiscard]] QByteArray rawAt(int row) const; // as the server sent it
    [[nodiscard]] int rowOf(const QByteArray &key) const; // -1: not shown
    [[nodiscard]] QByteArray keyOf(int row) const;
    [[nodiscard]] bool contains(const Event &event) const { return m_store->find(event.key()) != EventStore::noSlot; }
    [[nodiscard]] RowPosition positionOf(int row) const { return m_store->position(slotAt(row)); }

    // Rows from the newest down to a place, in the order of time.
    [[nodiscard]] qint64 rowsDownTo(const RowPosition &place) const { return placeBehind(place) - m_rows.begin(); }
    // Keys of the rows within a stretch that are not among `rows`. Rows without a readable time are in no stretch.
    [[nodiscard]] QList<QByteArray> missingFrom(const RowSpan &span, const QList<Event> &rows) const;

    // Shows rows of a store that was filled elsewhere and that nobody changes. Merging and removing are not allowed
    // then, until clear(). `isNewestFirst`: the rows stand as merge() would put them.
    void setStore(std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst);
    // Shows other rows of that store. Where one run of rows came or went, only that is signalled.
    void setVisibleRows(std::vector<EventStore::Slot> rows, bool isNewestFirst);
    // The same rows in another order: what is chosen stays chosen.
    void reorder(std::vector<EventStore::Slot> rows, bool isNewestFirst);
    [[nodiscard]] const std::vector<EventStore::Slot> &visibleRows() const { return m_order ? m_sorted : m_rows; }
    [[nodiscard]] const EventStore &store() const { return *m_store; }
    // The store where it was handed over, so that nobody changes it; else null.
    [[nodiscard]] std::shared_ptr<const EventStore> sharedStore() const { return m_isShared ? m_store : nullptr; }

    // For counting rows without decoding them; see EventStore. 0: no readable time.
    [[nodiscard]] Timestamp createdAt(int row) const { return m_store->created(slotAt(row)); }

    void refreshTexts() override;

private:
    [[nodiscard]] EventStore::Slot slotAt(int row) const { return visibleRows()[static_cast<size_t>(row)]; }
    [[nodiscard]] int timeRowOf(EventStore::Slot slot) const;
    [[nodiscard]] int sortedRowOf(EventStore::Slot slot) const;
    void insertSorted(std::vector<EventStore::Slot> added);
    void settle(int row);
    [[nodiscard]] QModelIndexList indexesIn(
        const std::vector<EventStore::Slot> &rows, const QModelIndexList &before) const;
    void changeSorted(std::vector<EventStore::Slot> rows);
    [[nodiscard]] static bool isBefore(const Event &a, const Event &b);
    [[nodiscard]] int insertionRow(const Event &event) const;
    [[nodiscard]] std::vector<EventStore::Slot>::const_iterator placeBehind(const RowPosition &place) const;
    [[nodiscard]] std::vector<EventStore::Slot> missingSlots(const RowSpan &span, const QList<Event> &rows) const;
    void removeSlots(const std::vector<EventStore::Slot> &gone);
    void eraseShown(const std::vector<RowRun> &runs);
    [[nodiscard]] QString displayText(EventStore::Slot slot, int column) const;
    [[nodiscard]] QString toolTip(EventStore::Slot slot, int column) const;
    void replaceStore(
        std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst, bool isShared);
    [[nodiscard]] QString fieldAt(EventStore::Slot slot, int column) const;

    std::shared_ptr<EventStore> m_store; // others may read one that was handed over
    std::vector<EventStore::Slot> m_rows;
    std::unique_ptr<RowOrder> m_order; // null: rows are shown as they stand in m_rows
    std::vector<EventStore::Slot> m_sorted; // as m_order has them; empty without it
    bool m_isNewestFirst = true;
    bool m_isShared = false;
    QStringList m_fields;
    mutable QCache<quint64, QString> m_fieldTexts{4096}; // by slot and column
};

} // namespace tidings
