// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationtablemodel.h"

#include "actioncatalog.h"
#include "eventsummary.h"
#include "heap.h"
#include "recordposition.h"
#include "textpattern.h"
#include "timetext.h"
#include "visibletext.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostOneByOne = 2000; // rows that go in signals of their own, and not by a reset

QString couldNotText(bool seen)
{
    return seen ? NotificationTableModel::tr("Could not be marked seen")
                : NotificationTableModel::tr("Could not be marked unseen");
}

} // namespace

QString goneText()
{
    return NotificationTableModel::tr("gone from the server");
}

QString goneText(Timestamp since, const TimeDisplay &display)
{
    return NotificationTableModel::tr(
        "Gone from the server since %1 at the latest. The history on this computer keeps it.")
        .arg(exactTime(since, display));
}

QString pendingText()
{
    return NotificationTableModel::tr("waits for the server");
}

QString notificationTitle(const Notification &notification)
{
    constexpr qsizetype longest = 4096; // a body may be megabytes
    const QStringView start = QStringView(notification.body).left(longest);
    const QStringView line = tellingLine(notification.body);
    const bool isTraceback = !start.trimmed().startsWith(line);
    // authentik writes "<action>: {…}" where the event has no message; the event's own sentence says more.
    const bool isDictText = !isTraceback && start.contains(u": {"_s);
    if (notification.event && (start.isEmpty() || isDictText))
        return summarySentence(*notification.event);
    return visibleLine(line.toString());
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
    const Row &row = at(index.row());
    const Notification &n = row.record;
    const auto actionLabel = [&] {
        return n.event ? actionEntry(n.event->action).label : tr("Event was deleted");
    };
    const auto time = [&] {
        return n.created ? columnTime(*n.created, QDateTime::currentDateTimeUtc(), timeDisplay()) : tr("unknown");
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
            return exactTime(*n.created, timeDisplay()) + u'\n'
                + relativeTime(*n.created, QDateTime::currentDateTimeUtc());
        if (column == SeenColumn && m_problems.contains(row.key))
            return problemOf(row.key);
        if (column == SeenColumn && row.gone)
            return goneText(*row.gone, timeDisplay());
        if (column == SeenColumn && row.pending)
            return n.seen ? tr("Seen; waits for the server to confirm it")
                          : tr("Unseen; waits for the server to confirm it");
        if (column != TextColumn)
            return {};
        if (const QString problem = problemOf(row.key); !problem.isEmpty())
            return QString(notificationTitle(n) + u'\n' + problem);
        return row.gone ? QString(notificationTitle(n) + u'\n' + goneText(*row.gone, timeDisplay()))
                        : notificationTitle(n);
    case Qt::AccessibleTextRole: {
        if (column != SeenColumn && column != TextColumn)
            return {};
        QString said = data(index, Qt::DisplayRole).toString();
        const QString problem = problemOf(row.key);
        if (row.gone)
            said += u", "_s + goneText();
        if (row.pending)
            said += u", "_s + pendingText();
        if (!problem.isEmpty())
            said += u", "_s + problem;
        return row.gone || row.pending || !problem.isEmpty() ? said : QVariant();
    }
    case GoneRole:
        return row.gone ? QVariant(*row.gone) : QVariant();
    case ProblemRole:
        return m_problems.contains(row.key) ? QVariant(problemOf(row.key)) : QVariant();
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
    case CopyRole:
        return column == TimeColumn && n.created ? isoTime(*n.created, timeDisplay()) : data(index, Qt::DisplayRole);
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
        if (const auto problem = m_problems.constFind(row.key); problem != m_problems.cend())
            return QString(couldNotText(problem->seen) + u" · "_s + actionLabel());
        return row.gone ? QString(tr("Gone from the server") + u" · "_s + actionLabel()) : actionLabel();
    case RawRole:
        return n.raw;
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

size_t NotificationTableModel::lowerBound(const RowPosition &position) const
{
    const auto at = std::partition_point(m_rows.begin(), m_rows.end(),
        [&](const Entry &entry) { return position.isAfter(positionOf(entry.row->record)); });
    return static_cast<size_t>(at - m_rows.begin());
}

int NotificationTableModel::rowOf(const QByteArray &key) const
{
    // Whoever asks for many mostly goes down the list.
    for (size_t row = m_askedLast; row < std::min(m_rows.size(), m_askedLast + 3); ++row) {
        if (m_rows[row].row->key == key) {
            m_askedLast = row;
            return static_cast<int>(row);
        }
    }
    const auto known = m_positions.constFind(key);
    if (known == m_positions.cend())
        return -1;
    // Rows without a readable time or id may share a position.
    for (size_t row = lowerBound(*known); row < m_rows.size(); ++row) {
        if (m_rows[row].row->key == key) {
            m_askedLast = row;
            return static_cast<int>(row);
        }
        if (positionOf(m_rows[row].row->record).isAfter(*known))
            break;
    }
    return -1;
}

std::vector<int> NotificationTableModel::rowsOf(const QList<QByteArray> &keys) const
{
    std::vector<int> rows;
    for (const QByteArray &key : keys) {
        if (const int row = rowOf(key); row >= 0)
            rows.push_back(row);
    }
    return rows;
}

void NotificationTableModel::expect(qint64 rows)
{
    constexpr qint64 most = 500'000; // a server may say what it likes
    const qint64 all = rowCount() + std::clamp<qint64>(rows, 0, most);
    if (all <= m_expected)
        return;
    m_expected = all + all / 8; // some that come meanwhile
    m_rows.reserve(static_cast<size_t>(m_expected));
    m_positions.reserve(m_expected);
}

void NotificationTableModel::merge(const QList<Notification> &notifications)
{
    Rows fresh;
    QSet<QByteArray> freshKeys;
    std::vector<int> changed;
    for (const Notification &notification : notifications) {
        const QByteArray key = notification.key();
        const int known = rowOf(key);
        if (known < 0) {
            // The same record twice in one batch
            if (!freshKeys.contains(key)) {
                freshKeys.insert(key);
                fresh.push_back(
                    {std::make_unique<Row>(Row{notification, key, false, std::nullopt}), m_generation, false});
            }
            continue;
        }
        Entry &entry = m_rows[static_cast<size_t>(known)];
        Row &row = *entry.row;
        Notification updated = notification;
        updated.created = row.record.created; // the place in the list stays
        if (row.pending)
            updated.seen = row.record.seen;
        const bool wasKept = std::exchange(entry.isKept, false);
        m_keptCount -= wasKept ? 1 : 0;
        row.gone.reset();
        entry.generation = m_generation;
        if (row.record == updated && !wasKept)
            continue;
        row.record = updated;
        forgetProblem(key, updated.seen);
        changed.push_back(known);
    }
    emitChanged(std::move(changed));
    insert(std::move(fresh));
}

void NotificationTableModel::insert(Rows rows)
{
    std::stable_sort(rows.begin(), rows.end(),
        [](const auto &a, const auto &b) { return positionOf(b.row->record).isAfter(positionOf(a.row->record)); });
    for (size_t first = 0; first < rows.size();) {
        const size_t at = lowerBound(positionOf(rows[first].row->record));
        // All that go in front of the same row follow each other.
        size_t end = first + 1;
        while (end < rows.size() && lowerBound(positionOf(rows[end].row->record)) == at)
            ++end;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + end - first) - 1);
        for (size_t i = first; i < end; ++i) {
            m_positions.insert(rows[i].row->key, positionOf(rows[i].row->record));
            m_keptCount += rows[i].isKept ? 1 : 0;
        }
        const auto from = [&rows](size_t i) {
            return std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(i));
        };
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), from(first), from(end));
        endInsertRows();
        first = end;
    }
}

void NotificationTableModel::mergeKept(const QList<Kept> &rows)
{
    Rows fresh;
    QSet<QByteArray> freshKeys;
    std::vector<int> changed;
    for (const Kept &kept : rows) {
        const QByteArray key = kept.record.key();
        const int known = rowOf(key);
        if (known >= 0) {
            if (Row &row = *m_rows[static_cast<size_t>(known)].row; isKept(known) && row.gone != kept.gone) {
                row.gone = kept.gone;
                changed.push_back(known);
            }
        } else if (!freshKeys.contains(key)) {
            freshKeys.insert(key);
            fresh.push_back({std::make_unique<Row>(Row{kept.record, key, false, kept.gone}), m_generation, true});
        }
    }
    emitChanged(std::move(changed));
    insert(std::move(fresh));
}

void NotificationTableModel::setGone(const QList<QByteArray> &keys, Timestamp since)
{
    std::vector<int> changed;
    for (const QByteArray &key : keys) {
        const int known = rowOf(key);
        if (known < 0 || goneSince(known))
            continue;
        Entry &entry = m_rows[static_cast<size_t>(known)];
        m_keptCount += entry.isKept ? 0 : 1;
        entry.isKept = true;
        entry.row->gone = since;
        changed.push_back(known);
    }
    emitChanged(std::move(changed));
}

// Rows that stand together go in one signal.
void NotificationTableModel::emitChanged(std::vector<int> rows, const QList<int> &roles)
{
    const std::vector<RowRun> runs = runsOf(std::move(rows));
    for (const RowRun &run : runs)
        emit dataChanged(index(run.first, 0), index(run.last, ColumnCount - 1), roles);
}

void NotificationTableModel::removeKept(const std::optional<RowPosition> &last, bool goneToo)
{
    if (m_keptCount == 0)
        return;
    dropRows([&](const Entry &entry) {
        return entry.isKept && (goneToo || !entry.row->gone || (last && positionOf(entry.row->record).isAfter(*last)));
    });
}

void NotificationTableModel::dropOutdated()
{
    dropRows([this](const Entry &entry) { return entry.generation != m_generation && !entry.isKept; });
}

void NotificationTableModel::retain(const std::function<bool(const Notification &)> &wanted)
{
    dropRows([&wanted](const Entry &entry) { return !wanted(entry.row->record); });
}

// Few rows, or few runs of them, go with signals of their own, many others with a reset.
void NotificationTableModel::dropRows(const std::function<bool(const Entry &)> &isToGo)
{
    constexpr size_t fewRuns = 64;
    std::vector<int> gone;
    for (int row = 0; row < rowCount(); ++row) {
        if (isToGo(entry(row)))
            gone.push_back(row);
    }
    if (gone.empty())
        return;
    const size_t count = gone.size();
    const std::vector<RowRun> runs = runsOf(std::move(gone));
    if (m_rows.size() <= mostOneByOne || (runs.size() <= fewRuns && count <= mostOneByOne))
        return removeRuns(runs);
    beginResetModel();
    Rows removed = std::exchange(m_rows, {});
    m_rows.reserve(removed.size() - count);
    for (Entry &entry : removed) {
        if (!isToGo(entry))
            m_rows.push_back(std::move(entry));
    }
    // Positions that no row has do no harm to rowOf(). They stay as long as most of them are those of rows.
    Positions positions;
    if (static_cast<size_t>(m_positions.size()) > 2 * m_rows.size()) {
        positions = std::exchange(m_positions, {});
        for (const Entry &entry : m_rows)
            m_positions.insert(entry.row->key, positionOf(entry.row->record));
    }
    m_expected = static_cast<qsizetype>(m_rows.size());
    m_keptCount = static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Entry &entry) { return entry.isKept; }));
    endResetModel();
    giveBack(std::move(removed), std::move(positions));
}

void NotificationTableModel::setSeen(const QByteArray &key, bool seen, bool pending)
{
    setSeen(QList<QByteArray>{key}, seen, pending);
}

void NotificationTableModel::setSeen(const QList<QByteArray> &keys, bool seen, bool pending)
{
    std::vector<int> changed;
    for (const QByteArray &key : keys) {
        const int known = rowOf(key);
        if (known < 0)
            continue;
        Row &row = *m_rows[static_cast<size_t>(known)].row;
        if (row.record.seen == seen && row.pending == pending)
            continue;
        row.record.seen = seen;
        row.pending = pending;
        forgetProblem(key, seen);
        changed.push_back(known);
    }
    emitChanged(std::move(changed), {Qt::DisplayRole, SortRole, SeenRole, PendingRole});
}

void NotificationTableModel::forgetProblem(const QByteArray &key, bool seen)
{
    if (m_problems.isEmpty())
        return;
    if (const auto problem = m_problems.constFind(key); problem != m_problems.cend() && problem->seen == seen)
        m_problems.erase(problem);
}

void NotificationTableModel::setProblem(const QList<QByteArray> &keys, bool seen, const QString &reason)
{
    std::vector<int> changed;
    for (const QByteArray &key : keys) {
        const int known = rowOf(key);
        if (known < 0 || at(known).record.seen == seen)
            continue;
        m_problems.insert(key, {seen, reason});
        changed.push_back(known);
    }
    emitChanged(std::move(changed));
}

QString NotificationTableModel::problemOf(const QByteArray &key) const
{
    const auto problem = m_problems.constFind(key);
    return problem == m_problems.cend() ? QString() : QString(couldNotText(problem->seen) + u": "_s + problem->reason);
}

QList<QByteArray> NotificationTableModel::keysWithProblem(bool seen) const
{
    QList<QByteArray> keys;
    for (auto problem = m_problems.cbegin(); problem != m_problems.cend(); ++problem) {
        if (problem->seen == seen)
            keys += problem.key();
    }
    return keys;
}

bool NotificationTableModel::remove(const QByteArray &key)
{
    if (rowOf(key) < 0)
        return false;
    remove(QList<QByteArray>{key});
    return true;
}

void NotificationTableModel::remove(const QList<QByteArray> &keys)
{
    removeRuns(runsOf(rowsOf(keys)));
}

void NotificationTableModel::removeRuns(const std::vector<RowRun> &runs)
{
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        for (int row = run->first; row <= run->last; ++row) {
            m_positions.remove(at(row).key);
            m_keptCount -= isKept(row) ? 1 : 0;
        }
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
        endRemoveRows();
    }
}

void NotificationTableModel::clear()
{
    setCanFetchMore(false);
    if (m_rows.empty())
        return;
    beginResetModel();
    m_keptCount = 0;
    m_expected = 0;
    m_problems.clear();
    Rows removed = std::exchange(m_rows, {});
    Positions positions = std::exchange(m_positions, {});
    endResetModel();
    giveBack(std::move(removed), std::move(positions));
}

int NotificationTableModel::unseenCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Entry &entry) { return !entry.row->record.seen; }));
}

QList<QByteArray> NotificationTableModel::unseenKeys() const
{
    QList<QByteArray> keys;
    for (const Entry &entry : m_rows) {
        if (!entry.row->record.seen)
            keys += entry.row->key;
    }
    return keys;
}

void NotificationTableModel::refreshTexts()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn), {Qt::DisplayRole, Qt::ToolTipRole});
}

} // namespace tidings
