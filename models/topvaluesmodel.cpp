// SPDX-License-Identifier: GPL-3.0-or-later
#include "topvaluesmodel.h"

#include "actioncatalog.h"
#include "histogramtext.h"
#include "visibletext.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <limits>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int sliceRows = 1 << 16;
constexpr std::chrono::milliseconds publishPause = 250ms;
constexpr qsizetype longestShown = 200;

EventStore::Column columnOf(TopValuesModel::Field field)
{
    using Field = TopValuesModel::Field;
    switch (field) {
    case Field::Action:
        return EventStore::Column::Action;
    case Field::User:
        return EventStore::Column::UserName;
    case Field::Application:
        return EventStore::Column::AuthorizedApp;
    case Field::ClientIp:
        return EventStore::Column::ClientIp;
    case Field::Country:
        return EventStore::Column::Country;
    case Field::Brand:
        return EventStore::Column::Brand;
    }
    return EventStore::Column::Action;
}

QStringList pathOf(TopValuesModel::Field field)
{
    using Field = TopValuesModel::Field;
    switch (field) {
    case Field::Action:
        return {u"action"_s};
    case Field::User:
        return {u"user"_s, u"username"_s};
    case Field::Application:
        return {u"context"_s, u"authorized_application"_s, u"name"_s};
    case Field::ClientIp:
        return {u"client_ip"_s};
    case Field::Country:
        return {u"context"_s, u"geo"_s, u"country"_s};
    case Field::Brand:
        return {u"brand"_s, u"name"_s};
    }
    return {};
}

// Shown otherwise than the server sent it, in a column that keeps the shown form only.
bool mayDifferFromRaw(TopValuesModel::Field field, const QString &text)
{
    if (field != TopValuesModel::Field::ClientIp && field != TopValuesModel::Field::Brand)
        return false;
    const auto isMark = [](QChar c) {
        constexpr char16_t lineBreak = u'\u23CE';
        constexpr char16_t firstPicture = u'\u2400';
        constexpr char16_t lastPicture = u'\u243F';
        return c == lineBreak || (c >= firstPicture && c <= lastPicture);
    };
    return text.contains(u"‹U+"_s) || text.endsWith(u'…') || std::any_of(text.begin(), text.end(), isMark);
}

} // namespace

TopValuesModel::TopValuesModel(const EventTableModel &events, QObject *parent)
    : QAbstractTableModel(parent)
    , m_events(events)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TopValuesModel::work);
}

QString TopValuesModel::fieldName(Field field)
{
    switch (field) {
    case Field::Action:
        return tr("Action");
    case Field::User:
        return tr("User");
    case Field::Application:
        return tr("Application");
    case Field::ClientIp:
        return tr("Client IP");
    case Field::Country:
        return tr("Country");
    case Field::Brand:
        return tr("Brand");
    }
    return {};
}

void TopValuesModel::setField(Field field)
{
    if (field == m_field)
        return;
    beginResetModel();
    m_field = field;
    forget();
    endResetModel();
    if (m_active)
        restart();
}

void TopValuesModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        connectEvents();
        return restart();
    }
    m_events.disconnect(this);
    m_timer.stop();
    beginResetModel(); // codes are good only as long as somebody listens
    forget();
    endResetModel();
}

void TopValuesModel::connectEvents()
{
    connect(&m_events, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { countInserted(first, last); });
    connect(&m_events, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { countRemoved(first, last); });
    connect(&m_events, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        // The codes will mean other texts.
        beginResetModel();
        forget();
        endResetModel();
    });
    connect(&m_events, &QAbstractItemModel::modelReset, this, &TopValuesModel::restart);
    connect(&m_events, &QAbstractItemModel::layoutChanged, this, [this] {
        if (m_next < m_events.rowCount())
            restart();
    });
    connect(
        &m_events, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            if (first.column() != last.column()) // else only the relative times
                restart();
        });
}

void TopValuesModel::forget()
{
    m_values.clear();
    m_counts.clear();
    m_next = 0;
    m_total = 0;
    m_different = 0;
}

void TopValuesModel::restart()
{
    m_next = 0;
    m_counts.clear();
    m_timer.start(m_events.rowCount() > 0 ? 0ms : publishPause);
}

void TopValuesModel::work()
{
    const int rows = m_events.rowCount();
    const int end = std::min(rows, m_next + sliceRows);
    count(m_next, end - 1, 1);
    m_next = end;
    if (m_next < rows)
        return m_timer.start(0ms);
    publish();
}

void TopValuesModel::count(int first, int last, qint64 step)
{
    const EventStore::Column column = columnOf(m_field);
    const size_t codes = m_events.store().codeCount(column);
    if (m_counts.size() < codes)
        m_counts.resize(codes, 0);
    for (int row = first; row <= last; ++row)
        m_counts[m_events.codeAt(row, column)] += step;
}

void TopValuesModel::countInserted(int first, int last)
{
    const int added = last - first + 1;
    if (added > sliceRows)
        return restart();
    const bool wasComplete = m_next + added == m_events.rowCount();
    if (first < m_next || wasComplete) {
        count(first, last, 1);
        m_next += added;
    }
    if (!m_timer.isActive())
        m_timer.start(publishPause);
}

void TopValuesModel::countRemoved(int first, int last)
{
    if (last - first >= sliceRows)
        return restart();
    const int end = std::min(last, m_next - 1);
    if (first <= end) {
        count(first, end, -1);
        m_next -= end - first + 1;
    }
    if (!m_timer.isActive())
        m_timer.start(publishPause);
}

std::vector<TopValuesModel::Value> TopValuesModel::mostFrequent()
{
    std::vector<Value> values;
    m_total = 0;
    for (size_t code = 0; code < m_counts.size(); ++code) {
        if (m_counts[code] <= 0)
            continue;
        values.push_back({static_cast<Code>(code), m_counts[code]});
        m_total += m_counts[code];
    }
    m_different = static_cast<qint64>(values.size());
    const auto end = values.begin() + std::min<qsizetype>(mostValues, static_cast<qsizetype>(values.size()));
    // Codes are handed out in the order of arrival: ties keep their place. The missing value, 0, is the last of them.
    const auto place = [](const Value &value) {
        return value.code == 0 ? std::numeric_limits<Code>::max() : value.code;
    };
    std::partial_sort(values.begin(), end, values.end(), [&place](const Value &a, const Value &b) {
        return a.count != b.count ? a.count > b.count : place(a) < place(b);
    });
    values.erase(end, values.end());
    return values;
}

void TopValuesModel::publish()
{
    const std::vector<Value> wanted = mostFrequent();
    removeAllBut(wanted);
    addMissing(wanted);
    reorder(wanted);
    if (!m_values.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit counted();
}

void TopValuesModel::removeAllBut(const std::vector<Value> &wanted)
{
    QSet<Code> kept;
    for (const Value &value : wanted)
        kept.insert(value.code);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (kept.contains(m_values[static_cast<size_t>(row)].code))
            continue;
        beginRemoveRows({}, row, row);
        m_values.erase(m_values.begin() + row);
        endRemoveRows();
    }
}

void TopValuesModel::addMissing(const std::vector<Value> &wanted)
{
    QSet<Code> present;
    for (const Value &value : m_values)
        present.insert(value.code);
    std::vector<Value> missing;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(missing),
        [&present](const Value &value) { return !present.contains(value.code); });
    if (missing.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(missing.size()) - 1);
    m_values.insert(m_values.end(), missing.begin(), missing.end());
    endInsertRows();
}

// Both hold the same codes now.
void TopValuesModel::reorder(const std::vector<Value> &wanted)
{
    const bool sameOrder = std::equal(m_values.begin(), m_values.end(), wanted.begin(), wanted.end(),
        [](const Value &a, const Value &b) { return a.code == b.code; });
    if (sameOrder) {
        m_values = wanted;
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<Code, int> rows;
    for (size_t row = 0; row < wanted.size(); ++row)
        rows.insert(wanted[row].code, static_cast<int>(row));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after += index(rows.value(m_values[static_cast<size_t>(old.row())].code), old.column());
    m_values = wanted;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

std::optional<akql::Node> TopValuesModel::condition(int row, bool without) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const QString &text = m_events.store().textOf(columnOf(m_field), m_values[static_cast<size_t>(row)].code);
    if (text.isEmpty() || mayDifferFromRaw(m_field, text))
        return std::nullopt;
    const auto op = without ? akql::Operator::NotEqual : akql::Operator::Equal;
    return akql::Node(akql::Comparison{pathOf(m_field), op, {text}});
}

int TopValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size());
}

int TopValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TopValuesModel::shownText(Code code) const
{
    const QString &text = m_events.store().textOf(columnOf(m_field), code);
    if (m_field == Field::Action)
        return actionEntry(text).label;
    if (text.isEmpty())
        return m_field == Field::User ? tr("system") : tr("none");
    return visibleLine(text, longestShown);
}

QVariant TopValuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Value &value = m_values[static_cast<size_t>(index.row())];
    const double share = m_total > 0 ? static_cast<double>(value.count) / static_cast<double>(m_total) : 0;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == ValueColumn)
            return shownText(value.code);
        if (index.column() == CountColumn)
            return QLocale().toString(value.count);
        return tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
    case Qt::ToolTipRole:
        return shownText(value.code);
    case Qt::AccessibleTextRole:
        if (index.column() == ValueColumn) {
            //: What a screen reader says of a value: "Login: 25 events, 25.0 %"
            return tr("%1: %2, %3 %")
                .arg(shownText(value.code), eventsText(value.count), QLocale().toString(share * 100, 'f', 1));
        }
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == ValueColumn ? QVariant()
                                             : QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    case RawRole:
        return m_events.store().textOf(columnOf(m_field), value.code);
    case CountRole:
        return value.count;
    case ShareRole:
        return share;
    case BarRole: {
        const qint64 most = m_values.front().count;
        return most > 0 ? static_cast<double>(value.count) / static_cast<double>(most) : 0.0;
    }
    case IconNameRole:
        return m_field == Field::Action
            ? QVariant(actionEntry(m_events.store().textOf(columnOf(m_field), value.code)).icon)
            : QVariant();
    default:
        return {};
    }
}

QVariant TopValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == ValueColumn ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case ValueColumn:
        return fieldName(m_field);
    case CountColumn:
        return tr("Events");
    case ShareColumn:
        return tr("Share");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tidings
