// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "recordtablemodel.h"

#include <vector>

namespace tidings {

// Events, newest first, as a table: an index of visible rows over an EventStore that it owns. Passive: a feed puts
// events in; the model never asks for any, it only emits moreRequested() when the view nears the end. Every record is
// there once, by its key. Signals are exact: reset only by clear().
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
    [[nodiscard]] bool contains(const Event &event) const { return m_store.find(event.key()) != EventStore::noSlot; }
    [[nodiscard]] RowPosition positionOf(int row) const { return m_store.position(m_rows[static_cast<size_t>(row)]); }

    // For counting rows without decoding them; see EventStore.
    [[nodiscard]] Timestamp createdAt(int row) const { return m_store.created(m_rows[static_cast<size_t>(row)]); }
    [[nodiscard]] EventStore::Code codeAt(int row, EventStore::Column column) const
    {
        return m_store.code(m_rows[static_cast<size_t>(row)], column);
    }
    [[nodiscard]] const EventStore &store() const { return m_store; }

    // Repaints relative times and texts of the language; nothing else changes.
    void refreshTexts();

private:
    [[nodiscard]] int insertionRow(const RowPosition &position) const;
    [[nodiscard]] QString displayText(EventStore::Slot slot, int column) const;
    [[nodiscard]] QString toolTip(EventStore::Slot slot, int column) const;

    EventStore m_store;
    std::vector<EventStore::Slot> m_rows; // newest first
};

} // namespace tidings
