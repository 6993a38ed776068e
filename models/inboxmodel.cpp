// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxmodel.h"

#include "heap.h"
#include "timeslice.h"
#include "timetext.h"
#include "visibletext.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pauseWhileLoading = 120ms; // between two arrangements of many rows
// Insertions and removals one by one, before a reset costs less.
constexpr size_t mostRunsOfMany = 12;
constexpr size_t mostRunsOfFew = 200;
// Codes outlive the rows, so that a group is the same one after the list was loaded anew; up to so many of them.
constexpr size_t mostCodes = 50'000;
constexpr qsizetype mostFirstKinds = 1'000'000;
// Severities that are known are worse than those that are not.
constexpr quint32 knownSeverity = NotificationGroups::none - 8;

size_t hashOf(const QByteArray &key)
{
    return qHash(key, static_cast<size_t>(QHashSeed::globalSeed()));
}

} // namespace

quint32 InboxModel::Codes::of(const QString &text)
{
    const auto known = m_codes.constFind(text);
    if (known != m_codes.cend())
        return *known;
    const auto code = static_cast<quint32>(m_texts.size());
    m_codes.insert(text, code);
    m_texts.push_back(text);
    return code;
}

InboxModel::InboxModel(NotificationTableModel &source, LocalInboxState &state, QObject *parent)
    : RecordTableModel(parent)
    , m_source(source)
    , m_state(state)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InboxModel::work);
    connect(&m_source, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(&m_source, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { forgetRows(first, last); });
    connect(&m_source, &QAbstractItemModel::dataChanged, this, &InboxModel::changeRows);
    connect(&m_source, &QAbstractItemModel::modelReset, this, &InboxModel::reset);
    connect(&m_state, &LocalInboxState::snoozesChanged, this, &InboxModel::localChanged);
    connect(&m_state, &LocalInboxState::mutesChanged, this, &InboxModel::localChanged);
    if (m_source.rowCount() > 0)
        addRows(0, m_source.rowCount() - 1);
}

void InboxModel::setQuestion(const InboxQuestion &question)
{
    if (question == m_question)
        return;
    m_question = question;
    ++m_asked;
    m_actionsFit.clear();
    refresh(true);
}

void InboxModel::localChanged()
{
    ++m_local;
    refresh(true);
}

// Facts of rows

bool InboxModel::isSettled(int at) const
{
    return m_source.notification(at).seen || m_source.goneSince(at);
}

NotificationKind InboxModel::knownKind(const QByteArray &key, const Notification &notification)
{
    if (!notification.event) {
        const auto first = m_firstKinds.constFind(hashOf(key));
        if (first != m_firstKinds.cend())
            return m_kinds[*first].kind;
    }
    return kindOf(notification);
}

quint32 InboxModel::severityKey(const QString &severity)
{
    const ActionInfoEntry entry = severityEntry(severity);
    return entry.isKnown ? knownSeverity + static_cast<quint32>(entry.level) : m_severities.of(severity);
}

QString InboxModel::severityName(quint32 key) const
{
    return key > knownSeverity ? levelName(static_cast<Level>(key - knownSeverity))
                               : severityEntry(m_severities.text(key)).label;
}

void InboxModel::readRow(quint32 row, int at)
{
    const Notification &notification = m_source.notification(at);
    Row &known = m_rows[row];
    const NotificationKind kind = knownKind(known.key, notification);
    InboxFacts &facts = m_facts[row];
    facts.created = notification.created.value_or(0);
    facts.action = m_actions.of(kind.action);
    facts.pattern = m_patterns.of(kind.pattern);
    facts.level = severityEntry(notification.severity).level;
    facts.severity = severityKey(notification.severity);
    facts.seen = isSettled(at);
    const QString title = notificationTitle(notification);
    known.title = notification.body.contains(title) ? QString() : title;
    known.kind = m_kindTexts.of(kind.action + u'\n' + kind.severity + u'\n' + kind.pattern);
    if (known.kind == m_kinds.size())
        m_kinds.push_back({kind, 0, false});
    if (notification.event && m_firstKinds.size() < mostFirstKinds)
        m_firstKinds.insert(hashOf(known.key), known.kind);
    known.isKept = m_source.isKept(at);
    known.asked = known.local = 0;
    known.isRead = true;
}

void InboxModel::addRows(int first, int last)
{
    const auto begin = static_cast<quint32>(m_rows.size());
    const auto count = static_cast<quint32>(last - first + 1);
    reserve(static_cast<size_t>(m_source.expected()));
    m_rows.resize(begin + count);
    m_facts.resize(begin + count);
    m_places.resize(begin + count, -1);
    std::vector<quint32> added(count);
    for (quint32 i = 0; i < count; ++i) {
        m_rows[begin + i].key = m_source.keyOf(first + static_cast<int>(i));
        added[i] = begin + i;
    }
    m_order.insert(m_order.begin() + first, added.begin(), added.end());
    if (static_cast<size_t>(first) < m_next)
        m_next = 0;
    if (count <= fewRows) {
        for (quint32 i = 0; i < count; ++i)
            readRow(begin + i, first + static_cast<int>(i));
        for (quint32 i = 0; i < count; ++i)
            noteArrival(begin + i, first + static_cast<int>(i));
    }
    refresh(false);
}

void InboxModel::reserve(size_t rows)
{
    if (rows <= m_rows.capacity())
        return;
    m_rows.reserve(rows);
    m_facts.reserve(rows);
    m_places.reserve(rows);
    m_order.reserve(rows);
    m_firstKinds.reserve(std::min(static_cast<qsizetype>(rows), mostFirstKinds));
}

void InboxModel::noteArrival(quint32 row, int at)
{
    const Row &known = m_rows[row];
    if (!known.isKept) // those came long ago
        m_state.noteArrival(known.key, m_facts[row].created, m_kinds[known.kind].kind, m_source.notification(at).seen);
}

void InboxModel::forgetRows(int first, int last)
{
    for (int at = first; at <= last; ++at)
        m_rows[m_order[static_cast<size_t>(at)]].key.clear();
    m_order.erase(m_order.begin() + first, m_order.begin() + last + 1);
    m_next = 0;
    refresh(false);
}

void InboxModel::changeRows(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (first.column() == last.column()) {
        // The relative times
        if (!m_entries.empty())
            emit dataChanged(
                index(0, first.column()), index(rowCount() - 1, first.column()), {Qt::DisplayRole, Qt::ToolTipRole});
        return;
    }
    QSet<quint32> groups;
    const bool onlySeen = roles.contains(NotificationTableModel::SeenRole);
    for (int at = first.row(); at <= last.row(); ++at)
        changeRow(at, onlySeen, groups);
    for (int at = first.row(); at <= last.row();) {
        // Rows that stand together here too go in one signal.
        const int row = m_places[m_order[static_cast<size_t>(at)]];
        int end = at + 1;
        while (row >= 0 && end <= last.row() && m_places[m_order[static_cast<size_t>(end)]] == row + end - at)
            ++end;
        if (row >= 0 && row + end - at <= rowCount())
            emit dataChanged(index(row, 0), index(row + end - at - 1, NotificationTableModel::ColumnCount - 1));
        at = end;
    }
    for (const quint32 key : std::as_const(groups)) {
        if (const int row = rowOfGroup(key); row >= 0)
            emit dataChanged(index(row, 0), index(row, NotificationTableModel::ColumnCount - 1));
    }
    if (onlySeen)
        return emit arranged();
    m_next = 0;
    refresh(false);
}

void InboxModel::changeRow(int at, bool onlySeen, QSet<quint32> &groups)
{
    const quint32 row = m_order[static_cast<size_t>(at)];
    const bool seen = isSettled(at);
    InboxFacts &facts = m_facts[row];
    const Row &known = m_rows[row];
    if (!known.isRead)
        return;
    if (facts.seen != seen) {
        if (known.snoozed || known.muted)
            m_hiddenUnseen += seen ? -1 : 1;
        if (known.isArranged) {
            m_groups.noteSeen(facts, seen);
            groups.insert(m_groups.groupOf(facts));
        }
        facts.seen = seen;
    }
    if (!onlySeen)
        readRow(row, at);
}

void InboxModel::reset()
{
    m_timer.stop();
    beginResetModel();
    m_facts = {};
    giveBack(std::exchange(m_rows, {}));
    m_order = {};
    m_entries = {};
    m_places = {};
    m_groups.clear();
    if (std::max(m_patterns.size(), m_kindTexts.size()) > mostCodes)
        forgetCodes();
    m_next = 0;
    m_hiddenUnseen = m_loadedSnoozed = m_loadedMuted = m_shownKept = 0;
    endResetModel();
    if (m_source.rowCount() > 0)
        addRows(0, m_source.rowCount() - 1);
    else
        emit arranged();
}

void InboxModel::forgetCodes()
{
    m_actions = {};
    m_patterns = {};
    m_severities = {};
    m_kindTexts = {};
    m_kinds = {};
    m_firstKinds = {};
    m_actionsFit.clear();
    m_groups.collapse();
}

// Which rows are shown

bool InboxModel::accepts(quint32 row, const Notification &notification) const
{
    const InboxFacts &facts = m_facts[row];
    if (!m_question.severities.isEmpty() && !m_question.severities.contains(notification.severity))
        return false;
    if (!m_question.actions.isEmpty() && !m_question.actions.contains(m_actions.text(facts.action))
        && !(!notification.event && m_question.actions.contains(QString())))
        return false;
    if (m_question.from && facts.created < *m_question.from)
        return false;
    if (m_question.until && facts.created >= *m_question.until)
        return false;
    const QString wanted = m_question.text.trimmed();
    if (wanted.isEmpty())
        return true;
    return m_actionsFit[facts.action] || m_rows[row].title.contains(wanted, Qt::CaseInsensitive)
        || notification.body.contains(wanted, Qt::CaseInsensitive);
}

void InboxModel::updateLocal(quint32 row)
{
    Row &known = m_rows[row];
    Kind &kind = m_kinds[known.kind];
    if (kind.local != m_local) {
        kind.local = m_local;
        kind.muted = m_state.muteFor(kind.kind) != nullptr;
    }
    known.muted = kind.muted;
    known.snoozed = m_state.hasSnoozes() && m_state.isSnoozed(known.key);
    known.local = m_local;
}

// `soon`: the user waits for it.
void InboxModel::refresh(bool soon)
{
    if (m_order.size() <= fewRows) {
        m_timer.stop();
        m_next = 0;
        if (evaluate(false))
            arrange();
        return;
    }
    if (soon)
        m_next = 0;
    if (soon || !m_timer.isActive())
        m_timer.start(soon ? 0ms : pauseWhileLoading);
}

void InboxModel::work()
{
    if (evaluate(true))
        arrange();
    else
        m_timer.start(0ms);
}

// True when all rows are.
bool InboxModel::evaluate(bool inSlices)
{
    const QString wanted = m_question.text.trimmed();
    QElapsedTimer time;
    time.start();
    constexpr qsizetype between = 64; // rows from one look at the clock to the next
    constexpr qsizetype longText = 4096; // characters that cost as much as a row
    qsizetype done = 0;
    for (; m_next < m_order.size(); ++m_next) {
        if (inSlices && done >= between) {
            if (time.elapsed() >= sliceMs)
                return false;
            done = 0;
        }
        const auto at = static_cast<int>(m_next);
        const quint32 row = m_order[m_next];
        Row &known = m_rows[row];
        if (!known.isRead) {
            readRow(row, at);
            noteArrival(row, at);
            if (m_next != static_cast<size_t>(at))
                return false; // a snooze ended by it: all begins anew
        }
        if (known.asked != m_asked) {
            while (m_actionsFit.size() < m_actions.size()) {
                const QString &action = m_actions.text(static_cast<quint32>(m_actionsFit.size()));
                m_actionsFit.push_back(
                    !action.isEmpty() && actionEntry(action).label.contains(wanted, Qt::CaseInsensitive));
            }
            const Notification &notification = m_source.notification(at);
            known.passes = accepts(row, notification);
            known.asked = m_asked;
            done += notification.body.size() / longText;
        }
        if (known.local != m_local)
            updateLocal(row);
        ++done;
    }
    return true;
}

void InboxModel::arrange()
{
    m_next = 0;
    m_hiddenUnseen = m_loadedSnoozed = m_loadedMuted = m_shownKept = 0;
    std::vector<quint32> shown;
    shown.reserve(m_order.size());
    for (const quint32 row : m_order) {
        Row &known = m_rows[row];
        m_loadedSnoozed += known.snoozed ? 1 : 0;
        m_loadedMuted += known.muted ? 1 : 0;
        if ((known.snoozed || known.muted) && !m_facts[row].seen)
            ++m_hiddenUnseen;
        const bool fits = m_question.tab == InboxQuestion::Tab::All
            || (m_question.tab == InboxQuestion::Tab::Snoozed ? known.snoozed : !known.snoozed && !known.muted);
        known.isArranged = fits && known.passes;
        if (known.isArranged)
            shown.push_back(row);
        m_shownKept += known.isArranged && known.isKept ? 1 : 0;
    }
    std::vector<quint32> ranks;
    if (m_question.order.sorting == InboxSorting::Action) {
        std::vector<std::pair<QString, quint32>> labels;
        for (quint32 code = 0; code < m_actions.size(); ++code)
            labels.emplace_back(actionName(code), code);
        std::sort(labels.begin(), labels.end(), [](const auto &a, const auto &b) {
            const int order = a.first.localeAwareCompare(b.first);
            return order != 0 ? order < 0 : a.second < b.second;
        });
        ranks.resize(labels.size());
        for (quint32 rank = 0; rank < labels.size(); ++rank)
            ranks[labels[rank].second] = rank;
    }
    QHash<quint32, std::pair<int, int>> before;
    for (const NotificationGroups::Group &group : m_groups.groups())
        before.insert(group.key, {group.total(), group.unseen});
    m_groups.arrange(shown, m_facts, m_question.order, ranks);
    show(m_groups.entries());
    for (const NotificationGroups::Group &group : m_groups.groups()) {
        const auto old = before.constFind(group.key);
        if (old == before.cend() || *old == std::pair(group.total(), group.unseen))
            continue;
        if (const int row = rowOfGroup(group.key); row >= 0)
            emit dataChanged(index(row, 0), index(row, NotificationTableModel::ColumnCount - 1));
    }
    emit arranged();
}

// Goes over to other rows by the fewest signals.
void InboxModel::show(std::vector<Entry> next)
{
    const size_t shorter = std::min(m_entries.size(), next.size());
    size_t prefix = 0;
    while (prefix < shorter && m_entries[prefix] == next[prefix])
        ++prefix;
    size_t suffix = 0;
    while (suffix < shorter - prefix && m_entries[m_entries.size() - 1 - suffix] == next[next.size() - 1 - suffix])
        ++suffix;
    const size_t oldEnd = m_entries.size() - suffix;
    const size_t nextEnd = next.size() - suffix;
    if (prefix == oldEnd && prefix == nextEnd)
        return indexEntries();

    std::vector<bool> wanted(m_rows.size());
    QSet<quint32> wantedHeaders;
    for (size_t i = prefix; i < nextEnd; ++i) {
        if (next[i].isHeader)
            wantedHeaders.insert(next[i].value);
        else
            wanted[next[i].value] = true;
    }
    using Runs = std::vector<std::pair<size_t, size_t>>; // first, end
    Runs removals;
    std::vector<Entry> kept;
    for (size_t i = prefix; i < oldEnd; ++i) {
        const Entry &old = m_entries[i];
        if (old.isHeader ? wantedHeaders.contains(old.value) : wanted[old.value])
            kept.push_back(old);
        else if (!removals.empty() && removals.back().second == i)
            ++removals.back().second;
        else
            removals.emplace_back(i, i + 1);
    }
    Runs insertions;
    size_t met = 0;
    for (size_t i = prefix; i < nextEnd; ++i) {
        if (met < kept.size() && kept[met] == next[i])
            ++met;
        else if (!insertions.empty() && insertions.back().second == i)
            ++insertions.back().second;
        else
            insertions.emplace_back(i, i + 1);
    }
    const bool areMany = std::max(m_entries.size(), next.size()) > fewRows;
    if (met < kept.size() || removals.size() + insertions.size() > (areMany ? mostRunsOfMany : mostRunsOfFew)) {
        beginResetModel();
        m_entries = std::move(next);
        indexEntries();
        endResetModel();
        return;
    }
    const auto at = [](size_t row) {
        return static_cast<std::ptrdiff_t>(row);
    };
    for (auto run = removals.rbegin(); run != removals.rend(); ++run) {
        beginRemoveRows({}, static_cast<int>(run->first), static_cast<int>(run->second) - 1);
        m_entries.erase(m_entries.begin() + at(run->first), m_entries.begin() + at(run->second));
        indexEntries();
        endRemoveRows();
    }
    for (const auto &[first, end] : insertions) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_entries.insert(m_entries.begin() + at(first), next.begin() + at(first), next.begin() + at(end));
        indexEntries();
        endInsertRows();
    }
}

void InboxModel::indexEntries()
{
    std::fill(m_places.begin(), m_places.end(), -1);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].isHeader)
            m_places[m_entries[i].value] = static_cast<int>(i);
    }
}

// What stands where

const Notification *InboxModel::notificationAt(int row) const
{
    if (row < 0 || row >= rowCount() || entry(row).isHeader)
        return nullptr;
    const int at = m_source.rowOf(m_rows[entry(row).value].key);
    return at < 0 ? nullptr : &m_source.notification(at);
}

std::optional<Timestamp> InboxModel::goneSince(int row) const
{
    if (row < 0 || row >= rowCount() || entry(row).isHeader)
        return std::nullopt;
    const int at = m_source.rowOf(m_rows[entry(row).value].key);
    return at < 0 ? std::nullopt : m_source.goneSince(at);
}

const NotificationGroups::Group *InboxModel::groupAt(int row) const
{
    if (row < 0 || row >= rowCount() || !entry(row).isHeader)
        return nullptr;
    return m_groups.group(entry(row).value);
}

bool InboxModel::isExpanded(int row) const
{
    return m_groups.isExpanded(entry(row).value);
}

int InboxModel::headerOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return -1;
    return entry(row).isHeader ? row : rowOfGroup(m_groups.groupOf(m_facts[entry(row).value]));
}

int InboxModel::rowOfGroup(quint32 key) const
{
    const auto found = std::find(m_entries.cbegin(), m_entries.cend(), Entry{key, true});
    return found == m_entries.cend() ? -1 : static_cast<int>(found - m_entries.cbegin());
}

int InboxModel::rowOf(const QByteArray &key) const
{
    const int at = m_source.rowOf(key);
    return at < 0 ? -1 : m_places[m_order[static_cast<size_t>(at)]];
}

bool InboxModel::isShown(const QByteArray &key) const
{
    const int at = m_source.rowOf(key);
    return at >= 0 && m_rows[m_order[static_cast<size_t>(at)]].isArranged;
}

std::optional<NotificationKind> InboxModel::kindAt(int row) const
{
    if (const NotificationGroups::Group *const group = groupAt(row)) {
        NotificationKind kind;
        const Kind &first = m_kinds[m_rows[group->rows.front()].kind];
        switch (m_question.order.grouping) {
        case InboxGrouping::None:
        case InboxGrouping::Day:
            return std::nullopt;
        case InboxGrouping::Severity:
            kind.severity = first.kind.severity;
            break;
        case InboxGrouping::Action:
            kind.action = first.kind.action;
            break;
        case InboxGrouping::Text:
            kind.pattern = first.kind.pattern;
            break;
        }
        return kind == NotificationKind() ? std::nullopt : std::optional(kind);
    }
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_kinds[m_rows[entry(row).value].kind].kind;
}

int InboxModel::countLike(const NotificationKind &kind) const
{
    Mute mute;
    mute.kind = kind;
    std::vector<bool> covered(m_kinds.size());
    for (size_t i = 0; i < m_kinds.size(); ++i)
        covered[i] = mute.covers(m_kinds[i].kind);
    return static_cast<int>(std::count_if(m_order.begin(), m_order.end(), [&](quint32 row) {
        const Row &known = m_rows[row];
        return known.isRead && covered[known.kind];
    }));
}

InboxModel::Rows InboxModel::rowsIn(const QItemSelection &selection) const
{
    Rows rows(m_rows.size());
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom() && row < rowCount(); ++row) {
            if (!entry(row).isHeader) {
                rows[entry(row).value] = true;
            } else if (const NotificationGroups::Group *const group = groupAt(row)) {
                for (const quint32 member : group->rows)
                    rows[member] = true;
            }
        }
    }
    return rows;
}

QItemSelection InboxModel::selectionOf(const Rows &rows) const
{
    QItemSelection selection;
    const int last = NotificationTableModel::ColumnCount - 1;
    const auto isIn = [&](int row) {
        const Entry &shown = entry(row);
        return !shown.isHeader && shown.value < rows.size() && rows[shown.value];
    };
    for (int row = 0; row < rowCount(); ++row) {
        if (!isIn(row))
            continue;
        const int first = row;
        while (row + 1 < rowCount() && isIn(row + 1))
            ++row;
        selection.append(QItemSelectionRange(index(first, 0), index(row, last)));
    }
    return selection;
}

QList<QByteArray> InboxModel::keysOf(const Rows &rows) const
{
    const std::vector<int> sourceRows = sourceRowsOf(rows);
    QList<QByteArray> keys;
    keys.reserve(static_cast<qsizetype>(sourceRows.size()));
    for (const int at : sourceRows)
        keys += m_rows[m_order[static_cast<size_t>(at)]].key;
    return keys;
}

std::vector<int> InboxModel::sourceRowsOf(const Rows &rows) const
{
    std::vector<int> sourceRows;
    sourceRows.reserve(static_cast<size_t>(std::count(rows.begin(), rows.end(), true)));
    for (size_t at = 0; at < m_order.size(); ++at) {
        if (const quint32 row = m_order[at]; row < rows.size() && rows[row])
            sourceRows.push_back(static_cast<int>(at));
    }
    return sourceRows;
}

InboxModel::Rows InboxModel::shownUnseen() const
{
    Rows rows(m_rows.size());
    for (const quint32 row : m_groups.rows())
        rows[row] = !m_facts[row].seen;
    return rows;
}

bool InboxModel::anyUnseen(const Rows &rows) const
{
    return std::any_of(m_order.begin(), m_order.end(),
        [&](quint32 row) { return row < rows.size() && rows[row] && m_rows[row].isRead && !m_facts[row].seen; });
}

int InboxModel::reveal(const QByteArray &key)
{
    const int row = rowOf(key);
    if (row >= 0 || !isShown(key))
        return row;
    const quint32 hidden = m_order[static_cast<size_t>(m_source.rowOf(key))];
    setExpanded(rowOfGroup(m_groups.groupOf(m_facts[hidden])), true);
    return rowOf(key);
}

std::vector<std::pair<NotificationKind, QList<QByteArray>>> InboxModel::kindsOf(const Rows &rows) const
{
    std::vector<std::pair<NotificationKind, QList<QByteArray>>> result;
    std::vector<size_t> places(m_kinds.size(), m_kinds.size());
    for (const quint32 row : m_order) {
        if (row >= rows.size() || !rows[row] || !m_rows[row].isRead)
            continue;
        const quint32 kind = m_rows[row].kind;
        if (places[kind] == m_kinds.size()) {
            places[kind] = result.size();
            result.emplace_back(m_kinds[kind].kind, QList<QByteArray>());
        }
        result[places[kind]].second += m_rows[row].key;
    }
    return result;
}

QStringList InboxModel::actions() const
{
    QStringList actions;
    for (quint32 code = 0; code < m_actions.size(); ++code) {
        if (!m_actions.text(code).isEmpty())
            actions += m_actions.text(code);
    }
    return actions;
}

bool InboxModel::isPastFrom() const
{
    if (!m_question.from || m_source.confirmedCount() == 0)
        return false;
    // Rows of the history may stand further down than what the server was asked for.
    int last = m_source.rowCount() - 1;
    while (last >= 0 && (m_source.isKept(last) || !m_source.notification(last).created))
        --last;
    return last >= 0 && *m_source.notification(last).created < *m_question.from;
}

bool InboxModel::isPending(int row) const
{
    if (row < 0 || row >= rowCount() || entry(row).isHeader)
        return false;
    const int at = m_source.rowOf(m_rows[entry(row).value].key);
    return at >= 0 && m_source.isPending(at);
}

QHash<QString, qint64> InboxModel::loadedActions() const
{
    std::vector<qint64> counts(m_kinds.size());
    for (const quint32 row : m_order)
        ++counts[m_rows[row].kind];
    QHash<QString, qint64> actions;
    for (size_t kind = 0; kind < counts.size(); ++kind) {
        if (counts[kind] > 0)
            actions[m_kinds[kind].kind.action] += counts[kind];
    }
    return actions;
}

QList<QByteArray> InboxModel::keysAt(int row) const
{
    QList<QByteArray> keys;
    if (const NotificationGroups::Group *const group = groupAt(row)) {
        for (const quint32 member : group->rows)
            keys += m_rows[member].key;
    } else if (row >= 0 && row < rowCount()) {
        keys += m_rows[entry(row).value].key;
    }
    keys.removeAll(QByteArray()); // gone a moment ago
    return keys;
}

void InboxModel::setExpanded(int row, bool expanded)
{
    if (!groupAt(row) || isExpanded(row) == expanded)
        return;
    m_groups.setExpanded(entry(row).value, expanded);
    show(m_groups.entries());
    if (row < rowCount())
        emit dataChanged(index(row, 0), index(row, NotificationTableModel::ColumnCount - 1));
}

void InboxModel::setAllExpanded(bool expanded)
{
    m_groups.setAllExpanded(expanded);
    show(m_groups.entries());
}

// The table

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int InboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NotificationTableModel::ColumnCount;
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

bool InboxModel::canFetchMore(const QModelIndex &parent) const
{
    return m_question.order.grouping == InboxGrouping::None && m_source.canFetchMore(parent) && !isPastFrom();
}

void InboxModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_source.fetchMore({});
}

void InboxModel::refreshTexts()
{
    if (m_source.timeDisplay() == timeDisplay())
        return m_source.refreshTexts();
    m_source.setTimeDisplay(timeDisplay());
    m_groups.setTimeDisplay(timeDisplay());
    if (m_question.order.grouping == InboxGrouping::Day)
        refresh(true);
    if (!m_entries.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, NotificationTableModel::ColumnCount - 1),
            {Qt::DisplayRole, Qt::ToolTipRole, NotificationTableModel::SecondaryRole});
}

QString InboxModel::localText(const Row &row) const
{
    if (row.snoozed) {
        const auto snooze = m_state.snooze(row.key);
        if (snooze && snooze->until) {
            const QString time = columnTime(*snooze->until, QDateTime::currentDateTimeUtc(), timeDisplay());
            return tr("snoozed until %1 (on this computer only)").arg(time);
        }
        return tr("snoozed until it happens again (on this computer only)");
    }
    return row.muted ? tr("muted (on this computer only)") : QString();
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (const NotificationGroups::Group *const group = groupAt(index.row()))
        return headerCell(*group, index, role);
    const Entry &shown = entry(index.row());
    if (shown.isHeader)
        return {};
    const Row &row = m_rows[shown.value];
    const int at = m_source.rowOf(row.key);
    if (at < 0)
        return {};
    const QVariant value = m_source.index(at, index.column()).data(role);
    if (role != NotificationTableModel::SecondaryRole)
        return value;
    const QString local = localText(row);
    return local.isEmpty() ? value : QVariant(value.toString() + u" · "_s + local);
}

QString InboxModel::actionName(quint32 code) const
{
    const QString &action = m_actions.text(code);
    return action.isEmpty() ? tr("Event was deleted") : actionEntry(action).label;
}

QString InboxModel::groupName(const NotificationGroups::Group &group) const
{
    switch (m_question.order.grouping) {
    case InboxGrouping::None:
        break;
    case InboxGrouping::Severity:
        return severityName(group.key);
    case InboxGrouping::Action:
        return actionName(group.key);
    case InboxGrouping::Day: {
        if (group.newest == 0)
            return tr("Unknown time");
        const QDate day = QDate::fromJulianDay(group.key);
        const QDate today = timeDisplay().at(m_state.now()).date();
        const QString date = QLocale().toString(day, QLocale::LongFormat);
        if (day == today)
            return tr("Today, %1").arg(date);
        return day.addDays(1) == today ? tr("Yesterday, %1").arg(date) : date;
    }
    case InboxGrouping::Text: {
        const QString label = patternLabel(m_patterns.text(group.key));
        return label.isEmpty() ? tr("No text") : label;
    }
    }
    return {};
}

QVariant InboxModel::headerCell(const NotificationGroups::Group &group, const QModelIndex &index, int role) const
{
    const QString counts = tr("%n notification(s)", nullptr, group.total()) + u" · "_s
        + tr("%1 unseen").arg(QLocale().toString(group.unseen));
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NotificationTableModel::SeenColumn:
            return m_groups.isExpanded(group.key) ? tr("Open group") : tr("Closed group");
        case NotificationTableModel::TimeColumn:
            return group.newest == 0 ? QString()
                                     : columnTime(group.newest, QDateTime::currentDateTimeUtc(), timeDisplay());
        case NotificationTableModel::TextColumn:
            return groupName(group);
        case NotificationTableModel::SeverityColumn: {
            QStringList parts;
            for (const Level level : {Level::Alert, Level::Warning, Level::Notice, Level::Ordinary}) {
                if (const int count = group.levels[static_cast<size_t>(level)]; count > 0)
                    parts += u"%1 %2"_s.arg(levelName(level), QLocale().toString(count));
            }
            return parts.join(u", "_s);
        }
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        if (index.column() == NotificationTableModel::TextColumn)
            return QString(groupName(group) + u", "_s + counts);
        return data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (index.column() == NotificationTableModel::SeverityColumn)
            return data(index, Qt::DisplayRole);
        return index.column() == NotificationTableModel::TextColumn ? QString(groupName(group) + u'\n' + counts)
                                                                    : QVariant();
    case NotificationTableModel::SecondaryRole:
        return counts;
    case NotificationTableModel::SeenRole:
        return group.unseen == 0;
    case NotificationTableModel::PendingRole:
        return false;
    case NotificationTableModel::SortRole:
        return static_cast<qint64>(group.newest);
    default:
        return {};
    }
}

} // namespace tidings
