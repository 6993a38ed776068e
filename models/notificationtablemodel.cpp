// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationtablemodel.h"

#include "actioncatalog.h"
#include "eventsummary.h"
#include "timetext.h"
#include "visibletext.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace tidings {

QString notificationTitle(const Notification &notification)
{
    // authentik writes "<action>: {…}" where the event has no message; the event's own sentence says more.
    const bool isDictText = notification.body.contains(QStringLiteral(": {"));
    if (notification.event && (notification.body.isEmpty() || isDictText))
        return summarySentence(*notification.event);
    const QString body = notification.body.trimmed();
    return visibleLine(body.section(u'\n', 0, 0));
}

NotificationTableModel::NotificationTableModel(QObject *parent)
    : RecordTableModel(parent)
{
}

int NotificationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NotificationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NotificationTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const Notification &n = row.record;
    const auto actionLabel = [&] {
        return n.event ? actionEntry(n.event->action).label : tr("Event was deleted");
    };
    const auto time = [&] {
        return n.created ? columnTime(*n.created, QDateTime::currentDateTimeUtc()) : tr("unknown");
    };
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case SeenColumn:
            return n.seen ? tr("Seen") : tr("Unseen");
        case SeverityColumn:
            return severityEntry(n.severity).label;
        case TimeColumn:
            return time();
        case ActionColumn:
            return actionLabel();
        case TextColumn:
            return notificationTitle(n);
        case ColumnCount:
            break;
        }
        return {};
    case Qt::ToolTipRole:
        if (column == TimeColumn && n.created)
            return exactTime(*n.created) + u'\n' + relativeTime(*n.created, QDateTime::currentDateTimeUtc());
        return column == TextColumn ? notificationTitle(n) : QVariant();
    case SortRole:
        switch (column) {
        case SeenColumn:
            return n.seen;
        case SeverityColumn:
            return static_cast<int>(severityEntry(n.severity).level);
        case TimeColumn:
            return n.created.value_or(0);
        default:
            return data(index, Qt::DisplayRole);
        }
    case KeyRole:
        return row.key;
    case SeenRole:
        return n.seen;
    case PendingRole:
        return row.pending;
    case IconNameRole:
        return n.event ? actionEntry(n.event->action).icon : severityEntry(n.severity).icon;
    case LevelRole:
        return static_cast<int>(severityEntry(n.severity).level);
    case SecondaryRole:
        return actionLabel();
    default:
        return {};
    }
}

QVariant NotificationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case SeenColumn:
        return tr("Seen");
    case SeverityColumn:
        return tr("Severity");
    case TimeColumn:
        return tr("Time");
    case ActionColumn:
        return tr("Action");
    case TextColumn:
        return tr("Text");
    case ColumnCount:
        break;
    }
    return {};
}

RowPosition NotificationTableModel::positionOf(const Notification &notification)
{
    return {notification.created.value_or(0), notification.id};
}

size_t NotificationTableModel::lowerBound(const RowPosition &position) const
{
    const auto at = std::partition_point(
        m_rows.begin(), m_rows.end(), [&](const Row &row) { return position.isAfter(positionOf(row.record)); });
    return static_cast<size_t>(at - m_rows.begin());
}

int NotificationTableModel::rowOf(const QByteArray &key) const
{
    const auto known = m_positions.constFind(key);
    if (known == m_positions.cend())
        return -1;
    // Rows without a readable time or id may share a position.
    for (size_t row = lowerBound(*known); row < m_rows.size(); ++row) {
        if (m_rows[row].key == key)
            return static_cast<int>(row);
        if (positionOf(m_rows[row].record).isAfter(*known))
            break;
    }
    return -1;
}

void NotificationTableModel::merge(const QList<Notification> &notifications)
{
    QList<Notification> fresh;
    QSet<QByteArray> freshKeys;
    for (const Notification &notification : notifications) {
        const QByteArray key = notification.key();
        const int known = rowOf(key);
        if (known < 0) {
            // The same record twice in one batch
            if (!freshKeys.contains(key)) {
                freshKeys.insert(key);
                fresh += notification;
            }
            continue;
        }
        Row &row = m_rows[static_cast<size_t>(known)];
        Notification updated = notification;
        updated.created = row.record.created; // the place in the list stays
        if (row.pending)
            updated.seen = row.record.seen;
        if (row.record == updated)
            continue;
        row.record = updated;
        emit dataChanged(index(known, 0), index(known, ColumnCount - 1));
    }
    std::stable_sort(fresh.begin(), fresh.end(),
        [](const Notification &a, const Notification &b) { return positionOf(b).isAfter(positionOf(a)); });
    for (qsizetype first = 0; first < fresh.size();) {
        const size_t at = lowerBound(positionOf(fresh.at(first)));
        // All that go in front of the same row follow each other.
        qsizetype end = first + 1;
        while (end < fresh.size() && lowerBound(positionOf(fresh.at(end))) == at)
            ++end;
        std::vector<Row> added;
        for (; first < end; ++first)
            added.push_back({fresh.at(first), fresh.at(first).key(), false});
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + added.size()) - 1);
        for (const Row &row : added)
            m_positions.insert(row.key, positionOf(row.record));
        m_rows.insert(m_rows.begin() + static_cast<qsizetype>(at), std::make_move_iterator(added.begin()),
            std::make_move_iterator(added.end()));
        endInsertRows();
    }
}

void NotificationTableModel::setSeen(const QByteArray &key, bool seen, bool pending)
{
    const int at = rowOf(key);
    if (at < 0)
        return;
    Row &row = m_rows[static_cast<size_t>(at)];
    if (row.record.seen == seen && row.pending == pending)
        return;
    row.record.seen = seen;
    row.pending = pending;
    emit dataChanged(index(at, 0), index(at, ColumnCount - 1), {Qt::DisplayRole, SortRole, SeenRole, PendingRole});
}

bool NotificationTableModel::remove(const QByteArray &key)
{
    const int at = rowOf(key);
    if (at < 0)
        return false;
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    m_positions.remove(key);
    endRemoveRows();
    return true;
}

void NotificationTableModel::clear()
{
    setCanFetchMore(false);
    if (m_rows.empty())
        return;
    beginResetModel();
    m_rows.clear();
    m_positions.clear();
    endResetModel();
}

int NotificationTableModel::unseenCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.record.seen; }));
}

QList<QByteArray> NotificationTableModel::unseenKeys() const
{
    QList<QByteArray> keys;
    for (const Row &row : m_rows) {
        if (!row.record.seen)
            keys += row.key;
    }
    return keys;
}

void NotificationTableModel::refreshTexts()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn), {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace tidings
