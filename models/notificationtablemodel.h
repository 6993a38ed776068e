// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notification.h"
#include "pagewindow.h"
#include "recordtablemodel.h"
#include "rowruns.h"

#include <QHash>

#include <functional>
#include <memory>
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
        RawRole, // QByteArray, the record as the server sent it
        GoneRole, // qint64, Timestamp since when the server has it no more; invalid: it may have it
        ProblemRole, // QString, why the last change was refused; invalid: it was not
    };
    // A row that no server has confirmed: of the local history.
    struct Kept
    {
        Notification record;
        std::optional<Timestamp> gone; // since when the server has it no more; nothing: it may have it still
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
    // The same of many, with one signal for rows that stand together.
    void setSeen(const QList<QByteArray> &keys, bool seen, bool pending);
    // The server did not make the rows `seen`, and why (visible plain text). Forgotten when that is asked for again, or
    // comes true.
    void setProblem(const QList<QByteArray> &keys, bool seen, const QString &reason);
    // A sentence about it; empty where there is none.
    [[nodiscard]] QString problemOf(const QByteArray &key) const;
    [[nodiscard]] QList<QByteArray> keysWithProblem(bool seen) const; // that they could not be made
    // So many more rows are likely to come: they then cost the same each, here and in models that follow this one.
    void expect(qint64 rows);
    [[nodiscard]] qsizetype expected() const { return m_expected; } // with those that are there
    // Puts rows of the history where they belong by time; those that the server has confirmed stay as they are.
    void mergeKept(const QList<Kept> &rows);
    // The server has these no more; they stay as rows of the history.
    void setGone(const QList<QByteArray> &keys, Timestamp since);
    // Leaves what the server confirmed, and of the history what is gone and stands no further down than `last`
    // (nothing: the end). Where a great many are to go all of the history go, by a reset.
    void removeKept(const std::optional<RowPosition> &last, bool goneToo);
    // The rows are those of before: merge() brings up to date what is there still, and the rest goes with
    // dropOutdated(). Of a great many by a reset.
    void outdate() { ++m_generation; }
    void dropOutdated();
    void retain(const std::function<bool(const Notification &)> &wanted); // only these; the same
    bool remove(const QByteArray &key);
    // Those of them that are shown; rows that stand together go in one signal.
    void remove(const QList<QByteArray> &keys);
    void clear() override;

    [[nodiscard]] const Notification &notification(int row) const { return at(row).record; }
    [[nodiscard]] const QByteArray &keyOf(int row) const { return at(row).key; }
    [[nodiscard]] int rowOf(const QByteArray &key) const; // -1: not shown
    [[nodiscard]] std::vector<int> rowsOf(const QList<QByteArray> &keys) const; // of those that are shown
    [[nodiscard]] bool isPending(int row) const { return at(row).pending; }
    [[nodiscard]] bool isKept(int row) const { return entry(row).isKept; } // of the history
    [[nodiscard]] std::optional<Timestamp> goneSince(int row) const { return at(row).gone; }
    [[nodiscard]] int keptCount() const { return m_keptCount; }
    [[nodiscard]] int confirmedCount() const override { return rowCount() - m_keptCount; }
    [[nodiscard]] int unseenCount() const; // of the rows shown
    [[nodiscard]] QList<QByteArray> unseenKeys() const;
    void refreshTexts() override;

private:
    struct Row
    {
        Notification record;
        QByteArray key;
        bool pending = false;
        std::optional<Timestamp> gone; // only where it is kept
    };
    // By pointer: a notification is half a kilobyte, and new ones go in front of all others. Beside it what all rows
    // are asked for at once.
    struct Entry
    {
        std::unique_ptr<Row> row;
        quint32 generation = 0; // of the list that it was last in
        bool isKept = false;
    };
    [[nodiscard]] size_t lowerBound(const RowPosition &position) const;

    [[nodiscard]] const Row &at(int row) const { return *entry(row).row; }
    [[nodiscard]] const Entry &entry(int row) const { return m_rows[static_cast<size_t>(row)]; }

    using Rows = std::vector<Entry>;
    using Positions = QHash<QByteArray, RowPosition>;
    void insert(Rows rows);
    void forgetProblem(const QByteArray &key, bool seen);
    void dropRows(const std::function<bool(const Entry &)> &isToGo);
    void removeRuns(const std::vector<RowRun> &runs);
    void emitChanged(std::vector<int> rows, const QList<int> &roles = {});
    Rows m_rows;
    int m_keptCount = 0;
    qsizetype m_expected = 0;
    quint32 m_generation = 0;
    Positions m_positions; // of the rows shown, and perhaps of some that were, by key
    struct Problem
    {
        bool seen = false;
        QString reason;
    };
    QHash<QByteArray, Problem> m_problems; // of rows shown, or that were
    mutable size_t m_askedLast = 0; // found by rowOf()
};

// "gone from the server", in the words of the row, the tool tip and the detail pane.
QString goneText();
QString goneText(Timestamp since, const TimeDisplay &display);

// "waits for the server", likewise: it has not confirmed the change yet.
QString pendingText();

// The telling line of the body, see tellingLine(), and where the body is only a dict text, what the event says.
QString notificationTitle(const Notification &notification);

} // namespace tidings
