// SPDX-License-Identifier: GPL-3.0-or-later
#include "topvaluesmodel.h"

#include "actioncatalog.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
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

// The action is a text of its own; all others are values of the query language.
EventStore::Field storeField(TopValuesModel::Field field)
{
    using Field = TopValuesModel::Field;
    switch (field) {
    case Field::User:
        return EventStore::Field::Username;
    case Field::Application:
        return EventStore::Field::ApplicationName;
    case Field::ClientIp:
        return EventStore::Field::ClientIp;
    case Field::Country:
        return EventStore::Field::Country;
    case Field::Action:
    case Field::Brand:
        break;
    }
    return EventStore::Field::BrandName;
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
    const EventStore &store = m_events.store();
    const bool isAction = m_field == Field::Action;
    const std::vector<Code> &codes
        = isAction ? store.codes(EventStore::Column::Action) : store.codes(storeField(m_field));
    const size_t different = isAction ? store.dictionary().textCount() : store.dictionary().valueCount();
    if (m_counts.size() < different)
        m_counts.resize(different, 0);
    const std::vector<EventStore::Slot> &rows = m_events.visibleRows();
    for (int row = first; row <= last; ++row)
        m_counts[codes[rows[static_cast<size_t>(row)]]] += step;
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
    Value none; // missing, null and empty are one
    for (size_t code = 0; code < m_counts.size(); ++code) {
        if (m_counts[code] <= 0)
            continue;
        m_total += m_counts[code];
        if (code == 0 || !literalOf(static_cast<Code>(code)))
            none.count += m_counts[code];
        else
            values.push_back({static_cast<Code>(code), m_counts[code]});
    }
    if (none.count > 0)
        values.push_back(none);
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
    const auto literal = literalOf(m_values[static_cast<size_t>(row)].code);
    if (!literal)
        return std::nullopt;
    const auto op = without ? akql::Operator::NotEqual : akql::Operator::Equal;
    const QStringList path
        = m_field == Field::Action ? QStringList{akql::paths::action} : EventEncoder::path(storeField(m_field));
    return akql::Node(akql::Comparison{path, op, {*literal}});
}

std::optional<akql::Literal> TopValuesModel::literalOf(Code code) const
{
    const EventDictionary &dictionary = m_events.store().dictionary();
    return akql::toLiteral(m_field == Field::Action ? akql::Value(dictionary.text(code)) : dictionary.value(code));
}

// As the server sent it; a number as it is written in a query.
QString TopValuesModel::rawText(Code code) const
{
    const auto literal = literalOf(code);
    if (!literal)
        return {};
    const QString *const text = std::get_if<QString>(&*literal);
    return text ? *text : akql::print(*literal);
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
    const QString text = rawText(code);
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
        return rawText(value.code);
    case CountRole:
        return value.count;
    case ShareRole:
        return share;
    case BarRole: {
        const qint64 most = m_values.front().count;
        return most > 0 ? static_cast<double>(value.count) / static_cast<double>(most) : 0.0;
    }
    case IconNameRole:
        return m_field == Field::Action ? QVariant(actionEntry(rawText(value.code)).icon) : QVariant();
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
