// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "recordtablemodel.h"

#include <memory>
#include <vector>

namespace tidings {

// Events as a table: an index of visible rows over an EventStore. Passive: a feed puts events in, or hands over a store
// and says which of its rows are visible; the model never asks for any, it only emits moreRequested() when the view
// nears the end. Every record is there once, by its key. Signals are exact: reset only by clear(), by a store that is
// handed over, and by visible rows that have little to do with those before.
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

    // Puts events where they belong by time; known ones are updated in place. Neighbours go in with one signal.
    void merge(const QList<Event> &events);
    // The event is gone from the server. False when it is not shown.
    bool remove(const QByteArray &key);
    void clear() override;

    [[nodiscard]] Event eventAt(int row) const; // decoded from the raw bytes
    [[nodiscard]] int rowOf(const QByteArray &key) const; // -1: not shown
    [[nodiscard]] QByteArray keyOf(int row) const;
    [[nodiscard]] bool contains(const Event &event) const { return m_store->find(event.key()) != EventStore::noSlot; }
    [[nodiscard]] RowPosition positionOf(int row) const { return m_store->position(m_rows[static_cast<size_t>(row)]); }

    // Shows rows of a store that was filled elsewhere and that nobody changes. Merging and removing are not allowed
    // then, until clear(). `isNewestFirst`: the rows stand as merge() would put them.
    void setStore(std::shared_ptr<EventStore> store, std::vector<EventStore::Slot> rows, bool isNewestFirst);
    // Shows other rows of that store. Where one run of rows came or went, only that is signalled.
    void setVisibleRows(std::vector<EventStore::Slot> rows, bool isNewestFirst);
    // The same rows in another order: what is chosen stays chosen.
    void reorder(std::vector<EventStore::Slot> rows, bool isNewestFirst);
    [[nodiscard]] const std::vector<EventStore::Slot> &visibleRows() const { return m_rows; }
    [[nodiscard]] const EventStore &store() const { return *m_store; }

    // For counting rows without decoding them; see EventStore. 0: no readable time.
    [[nodiscard]] Timestamp createdAt(int row) const { return m_store->created(m_rows[static_cast<size_t>(row)]); }

    // Repaints relative times and texts of the language; nothing else changes.
    void refreshTexts();

private:
    [[nodiscard]] int insertionRow(const RowPosition &position) const;
    [[nodiscard]] QString displayText(EventStore::Slot slot, int column) const;
    [[nodiscard]] QString toolTip(EventStore::Slot slot, int column) const;

    std::shared_ptr<EventStore> m_store; // others may read one that was handed over
    std::vector<EventStore::Slot> m_rows;
    bool m_isNewestFirst = true;
};

} // namespace tidings
