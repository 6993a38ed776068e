// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notificationtablemodel.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace tidings {

// Reads the ids of notifications that are to be marked, rows of a model. Few are read at once, a great many in slices
// between which the event loop runs. What was meant when it began is what is read: before rows move or go, the rest is
// read at once.
class NotificationIdReader : public QObject
{
    Q_OBJECT

public:
    using Wanted = std::function<bool(int row)>; // asked once for every row
    using Done = std::function<void(const QStringList &ids)>;

    explicit NotificationIdReader(NotificationTableModel &model, QObject *parent = nullptr);

    // `rows` of the model, in any order. Only ids that the server can be asked for: UUIDs. `done` is called once, also
    // where there are none, and before this returns where there are few. What it still reads comes to its end first.
    void read(std::vector<int> rows, Wanted wanted, Done done);
    [[nodiscard]] bool isReading() const { return static_cast<bool>(m_done); }
    void finish(); // reads the rest and calls `done`, at once; nothing where nothing is read

private:
    void readSome(bool isHurried);
    void work();

    NotificationTableModel &m_model;
    std::vector<int> m_rows;
    size_t m_next = 0;
    Wanted m_wanted;
    Done m_done; // null: nothing is read
    QStringList m_ids;
    QTimer m_timer; // of the slices
};

} // namespace tidings
