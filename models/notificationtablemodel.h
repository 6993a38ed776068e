// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notification.h"
#include "pagewindow.h"
#include "recordtablemodel.h"

#include <QHash>

#include <vector>

namespace tidings {

// The inbox as a table, newest first. Passive, as EventTableModel is: a feed puts notifications in. `seen` may be
// changed ahead of the server (optimistic); a row whose change is on the way says so by PendingRole.
class NotificationTableModel : public RecordTableModel
{
    Q_OBJECT

public:
    enum Column { SeenColumn, SeverityColumn, TimeColumn, ActionColumn, TextColumn, ColumnCount };

    enum Role {
        SortRole = Qt::UserRole,
        KeyRole, // QByteArray
        SeenRole, // bool
        PendingRole, // bool: a change waits for the server's answer
        IconNameRole,
        LevelRole, // int, tidings::Level, from the severity
        SecondaryRole, // the action's label
    };

    explicit NotificationTableModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Puts notifications where they belong by time; known ones are updated in place, except that a pending `seen`
    // stays.
    void merge(const QList<Notification> &notifications);
    // Sets `seen` of a shown row. `pending`: the server has not confirmed it yet.
    void setSeen(const QByteArray &key, bool seen, bool pending);
    bool remove(const QByteArray &key);
    void clear() override;

    [[nodiscard]] const Notification &notification(int row) const { return m_rows[static_cast<size_t>(row)].record; }
    [[nodiscard]] int rowOf(const QByteArray &key) const; // -1: not shown
    [[nodiscard]] bool isPending(int row) const { return m_rows[static_cast<size_t>(row)].pending; }
    [[nodiscard]] int unseenCount() const; // of the rows shown
    [[nodiscard]] QList<QByteArray> unseenKeys() const;
    void refreshTexts();

private:
    struct Row
    {
        Notification record;
        QByteArray key;
        bool pending = false;
    };
    [[nodiscard]] static RowPosition positionOf(const Notification &notification);
    [[nodiscard]] size_t lowerBound(const RowPosition &position) const;

    std::vector<Row> m_rows;
    QHash<QByteArray, RowPosition> m_positions; // of the rows shown, by key
};

// The first line of the body, and where the body is only a dict text, what the event says.
QString notificationTitle(const Notification &notification);

} // namespace tidings
