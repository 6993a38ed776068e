// SPDX-License-Identifier: GPL-3.0-or-later
#include "topvaluesmodel.h"

#include "actioncatalog.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventfieldtext.h"
#include "histogramtext.h"
#include "visibletext.h"
#include "wholequestion.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <limits>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int countedAtOnce = 1 << 16;
constexpr std::chrono::milliseconds tellingPause = 250ms;
constexpr qsizetype longestShown = 200;

// The action is a text of its own; the others that stand in columns are values of the query language.
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
    case Field::Level:
    case Field::Subject:
    case Field::City:
    case Field::Brand:
    case Field::Path:
        break;
    }
    return EventStore::Field::BrandName;
}

// Code 0 is what events lack, and they lack no level.
EventStore::Code codeOf(Level level)
{
    return 1 + static_cast<EventStore::Code>(level);
}

Level levelOf(EventStore::Code code)
{
    return allLevels.at(code - 1);
}

} // namespace

TopValuesModel::TopValuesModel(const EventTableModel &events, QObject *parent)
    : QAbstractTableModel(parent)
    , m_events(events)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TopValuesModel::work);
    // One works, and one that was cancelled may be about to end.
    m_pool.setMaxThreadCount(2);
}

TopValuesModel::~TopValuesModel()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

QString TopValuesModel::fieldName(Field field)
{
    switch (field) {
    case Field::Action:
        return tr("Action");
    case Field::Level:
        return tr("Level");
    case Field::User:
        return tr("User");
    case Field::Subject:
        return tr("What it happened to");
    case Field::Application:
        return tr("Application");
    case Field::ClientIp:
        return tr("Client IP");
    case Field::City:
        return tr("City");
    case Field::Country:
        return tr("Country");
    case Field::Brand:
        return tr("Brand");
    case Field::Path:
        break;
    }
    return {};
}

void TopValuesModel::setField(Field field, const QString &path)
{
    if (field == m_field && path == m_path)
        return;
    beginResetModel();
    m_field = field;
    m_path = path;
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
            if (first.column() == last.column()) // only the relative times
                return;
            if (m_records || m_isReading) {
                beginResetModel();
                forget();
                endResetModel();
            }
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
    m_notToldApart = 0;
    m_levels.clear();
    forgetRecords();
}

bool TopValuesModel::readsRecords() const
{
    return m_field == Field::Subject || m_field == Field::City || m_field == Field::Path;
}

QStringList TopValuesModel::recordPath() const
{
    if (m_field == Field::City)
        return akql::paths::split(akql::paths::city);
    return m_field == Field::Path ? fieldPath(m_path) : QStringList();
}

void TopValuesModel::forgetRecords()
{
    m_cancel.cancel();
    ++m_generation;
    m_isReading = false;
    m_records.reset();
}

void TopValuesModel::restart()
{
    m_next = 0;
    m_counts.clear();
    if (!m_isReading)
        m_timer.start(m_events.rowCount() > 0 ? 0ms : tellingPause);
}

// Rows of fields that are read come in any order, so they are counted anew; that is quick. Rows that keep coming must
// not put it off for ever.
void TopValuesModel::recountSoon()
{
    m_next = 0;
    m_counts.clear();
    if (!isCounting())
        m_timer.start(tellingPause);
}

bool TopValuesModel::readRecords()
{
    if (!m_records)
        m_records = std::make_shared<const FieldValues>(recordPath());
    std::vector<EventStore::Slot> rows;
    const std::vector<EventStore::Slot> &all = m_events.visibleRows();
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows),
        [this](EventStore::Slot slot) { return !m_records->knows(slot); });
    if (rows.empty())
        return false;
    m_cancel = CancelFlag();
    m_isReading = true;
    const auto raw = std::make_shared<const RawSnapshot>(m_events.store(), rows);
    const auto wanted = std::make_shared<const std::vector<EventStore::Slot>>(std::move(rows));
    const quint64 generation = ++m_generation;
    m_pool.start([this, raw, wanted, known = m_records, cancel = m_cancel, generation] {
        const auto tell = [&](int percent) {
            const auto report = [this, percent, generation] {
                if (generation == m_generation && m_isReading)
                    emit readingChanged(percent);
            };
            QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
        };
        const auto read = FieldValues::read(known, *raw, *wanted, cancel, tell);
        if (cancel.isCancelled())
            return;
        const auto take = [this, read, generation] {
            if (generation == m_generation)
                takeRecords(read);
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    });
    emit readingChanged(0);
    return true;
}

void TopValuesModel::takeRecords(std::shared_ptr<const FieldValues> records)
{
    m_isReading = false;
    m_records = std::move(records);
    restart();
}

void TopValuesModel::work()
{
    const int rows = m_events.rowCount();
    if (readsRecords() && m_next == 0 && readRecords())
        return;
    const int end = std::min(rows, m_next + countedAtOnce);
    count(m_next, end - 1, 1);
    m_next = end;
    if (m_next < rows)
        return m_timer.start(0ms);
    publish();
}

void TopValuesModel::count(int first, int last, qint64 step)
{
    const EventStore &store = m_events.store();
    const std::vector<EventStore::Slot> &rows = m_events.visibleRows();
    if (readsRecords()) {
        if (m_counts.size() < m_records->codeCount())
            m_counts.resize(m_records->codeCount(), 0);
        for (int row = first; row <= last; ++row)
            m_counts[m_records->code(rows[static_cast<size_t>(row)])] += step;
        return;
    }
    if (m_field == Field::Level)
        return countLevels(first, last, step);
    const bool isAction = m_field == Field::Action;
    const CodeColumn &codes = isAction ? store.codes(EventStore::Column::Action) : store.codes(storeField(m_field));
    const size_t different = isAction ? store.dictionary().textCount() : store.dictionary().valueCount();
    if (m_counts.size() < different)
        m_counts.resize(different, 0);
    for (int row = first; row <= last; ++row)
        m_counts[codes[rows[static_cast<size_t>(row)]]] += step;
}

void TopValuesModel::countLevels(int first, int last, qint64 step)
{
    const EventStore &store = m_events.store();
    const EventDictionary &dictionary = store.dictionary();
    m_counts.resize(1 + allLevels.size(), 0);
    const CodeColumn &codes = store.codes(EventStore::Column::Action);
    const std::vector<EventStore::Slot> &rows = m_events.visibleRows();
    for (int row = first; row <= last; ++row) {
        const Code action = codes[rows[static_cast<size_t>(row)]];
        if (action >= m_levels.size())
            m_levels.resize(dictionary.textCount());
        std::optional<Level> &level = m_levels[action];
        if (!level)
            level = actionLevel(dictionary.text(action));
        m_counts[codeOf(*level)] += step;
    }
}

void TopValuesModel::countInserted(int first, int last)
{
    const int added = last - first + 1;
    if (readsRecords())
        return recountSoon();
    if (added > countedAtOnce)
        return restart();
    const bool wasComplete = m_next + added == m_events.rowCount();
    if (first < m_next || wasComplete) {
        count(first, last, 1);
        m_next += added;
    }
    if (!m_timer.isActive())
        m_timer.start(tellingPause);
}

void TopValuesModel::countRemoved(int first, int last)
{
    // A table without rows changes its store without a word.
    const bool areAll = last - first + 1 == m_events.rowCount();
    if (readsRecords()) {
        if (areAll) {
            beginResetModel();
            forget();
            endResetModel();
        }
        return recountSoon();
    }
    if (last - first >= countedAtOnce) {
        m_levels.clear();
        return restart();
    }
    const int end = std::min(last, m_next - 1);
    if (first <= end) {
        count(first, end, -1);
        m_next -= end - first + 1;
    }
    if (areAll)
        m_levels.clear(); // counting them has looked them up once more
    if (!m_timer.isActive())
        m_timer.start(tellingPause);
}

std::vector<TopValuesModel::Value> TopValuesModel::mostFrequent()
{
    std::vector<Value> values;
    m_total = 0;
    m_notToldApart = 0;
    Value none; // missing, null and empty are one
    for (size_t code = 0; code < m_counts.size(); ++code) {
        if (m_counts[code] <= 0)
            continue;
        m_total += m_counts[code];
        if (readsRecords() && code == FieldValues::others)
            m_notToldApart += m_counts[code];
        else if (isMissing(static_cast<Code>(code)))
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
    const auto node = equalTo(m_values[static_cast<size_t>(row)].code);
    return node && without ? akql::negated(*node) : node;
}

std::optional<akql::Node> TopValuesModel::equalTo(Code code) const
{
    if (readsRecords())
        return m_records ? m_records->condition(code) : std::nullopt;
    if (m_field == Field::Level)
        return levelCondition({levelOf(code)});
    const auto literal = literalOf(code);
    if (!literal)
        return std::nullopt;
    const QStringList path
        = m_field == Field::Action ? QStringList{akql::paths::action} : EventEncoder::path(storeField(m_field));
    return akql::Node(akql::Comparison{path, akql::Operator::Equal, {*literal}});
}

bool TopValuesModel::isMissing(Code code) const
{
    if (m_field == Field::Level)
        return false;
    return readsRecords() ? code == FieldValues::none : code == 0 || !literalOf(code);
}

std::optional<akql::Literal> TopValuesModel::literalOf(Code code) const
{
    const EventDictionary &dictionary = m_events.store().dictionary();
    return akql::toLiteral(m_field == Field::Action ? akql::Value(dictionary.text(code)) : dictionary.value(code));
}

// As the server sent it; a number as it is written in a query.
QString TopValuesModel::rawText(Code code) const
{
    if (readsRecords())
        return m_records ? m_records->text(code) : QString();
    if (m_field == Field::Level)
        return levelWord(levelOf(code));
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
    if (m_field == Field::Level)
        return levelName(levelOf(code));
    if (text.isEmpty() && m_field == Field::Path)
        return tr("no value");
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
        return m_field == Field::Path ? visibleLine(m_path) : fieldName(m_field);
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
