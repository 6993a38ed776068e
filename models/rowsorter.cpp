// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowsorter.h"

#include "actioncatalog.h"

#include <QCollator>
#include <QHostAddress>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace tidings {

namespace {

using Slot = EventStore::Slot;
using Code = EventStore::Code;

// The position of every code of a column among all that occur in it; equal texts have the same.
template <class Text, class Less>
std::vector<quint32> ranksOf(const CodeColumn &column, size_t codeCount, const Text &textOf, const Less &isLess)
{
    std::vector<bool> occurs(codeCount);
    column.visit([&](const auto *codes) {
        for (size_t slot = 0; slot < column.size(); ++slot)
            occurs[codes[slot]] = true;
    });
    using Key = decltype(textOf(Code(0)));
    std::vector<std::pair<Key, Code>> order;
    for (Code code = 0; code < codeCount; ++code) {
        if (occurs[code])
            order.emplace_back(textOf(code), code);
    }
    std::sort(order.begin(), order.end(), [&](const auto &a, const auto &b) { return isLess(a.first, b.first); });
    std::vector<quint32> ranks(codeCount);
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && isLess(order[i - 1].first, order[i].first) ? 1 : 0;
        ranks[order[i].second] = rank;
    }
    return ranks;
}

// Addresses by number, version 4 first, other texts behind them.
struct AddressKey
{
    int kind = 0;
    std::array<quint8, 16> bytes{};
    QString text;
    bool operator<(const AddressKey &other) const
    {
        return std::tie(kind, bytes, text) < std::tie(other.kind, other.bytes, other.text);
    }

    static AddressKey of(const QString &text)
    {
        const QHostAddress address(text);
        if (address.protocol() == QAbstractSocket::UnknownNetworkLayerProtocol)
            return {text.isEmpty() ? 0 : 3, {}, text};
        AddressKey key{address.protocol() == QAbstractSocket::IPv4Protocol ? 1 : 2, {}, {}};
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::copy_n(bytes.c, key.bytes.size(), key.bytes.begin());
        return key;
    }
};

EventStore::Column columnOf(SortKey::By by)
{
    switch (by) {
    case SortKey::By::Action:
        return EventStore::Column::Action;
    case SortKey::By::Application:
        return EventStore::Column::Application;
    case SortKey::By::Address:
        return EventStore::Column::ClientIp;
    case SortKey::By::Brand:
        return EventStore::Column::Brand;
    case SortKey::By::Actor:
    case SortKey::By::Time:
    case SortKey::By::WhatHappened:
    case SortKey::By::Field:
        break;
    }
    return EventStore::Column::Actor;
}

// As the user's language has it; for one thread.
class TextKeys
{
public:
    TextKeys()
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }
    [[nodiscard]] QCollatorSortKey of(SortKey::By by, const QString &text) const
    {
        return m_collator.sortKey(by == SortKey::By::Action ? actionEntry(text).label : text.toCaseFolded());
    }

private:
    QCollator m_collator;
};

// A store that nobody changes, read as SortColumns are.
struct StoreColumns
{
    const EventStore &store;
    [[nodiscard]] const std::vector<Timestamp> &times() const { return store.times(); }
    [[nodiscard]] const CodeColumn &codes(EventStore::Column column) const { return store.codes(column); }
    [[nodiscard]] size_t textCount() const { return store.dictionary().textCount(); }
    [[nodiscard]] const QString &text(Code code) const { return store.dictionary().text(code); }
};

template <class Columns> std::vector<quint32> textRanks(const Columns &columns, SortKey::By by)
{
    const CodeColumn &codes = columns.codes(columnOf(by));
    if (by == SortKey::By::Address) {
        return ranksOf(
            codes, columns.textCount(), [&](Code code) { return AddressKey::of(columns.text(code)); }, std::less<>());
    }
    const TextKeys keys;
    return ranksOf(
        codes, columns.textCount(), [&](Code code) { return keys.of(by, columns.text(code)); },
        [](const QCollatorSortKey &a, const QCollatorSortKey &b) { return a < b; });
}

// The position of every code among all values; `missing` is behind them.
std::vector<quint32> valueRanks(const RecordValues &values, quint32 &missing)
{
    std::vector<std::pair<double, RecordValues::Code>> numbers;
    std::vector<std::pair<QCollatorSortKey, RecordValues::Code>> texts;
    std::vector<quint32> ranks(values.codeCount(), ~quint32(0));
    const TextKeys keys;
    for (RecordValues::Code code = 0; code < values.codeCount(); ++code) {
        const RecordValue value = values.value(code);
        if (value.kind == RecordValue::Kind::Number)
            numbers.emplace_back(value.number, code);
        else if (value.kind == RecordValue::Kind::Text)
            texts.emplace_back(keys.of(SortKey::By::Field, value.text), code);
    }
    quint32 rank = 0;
    const auto number = [&](auto &entries) {
        std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        for (size_t i = 0; i < entries.size(); ++i) {
            rank += i > 0 && entries[i - 1].first < entries[i].first ? 1 : 0;
            ranks[entries[i].second] = rank;
        }
        rank += entries.empty() ? 0 : 1;
    };
    number(numbers);
    number(texts);
    missing = rank;
    std::replace(ranks.begin(), ranks.end(), ~quint32(0), missing);
    return ranks;
}

struct Entry
{
    quint64 key = 0;
    Slot slot = 0;
};

// Least digit first, so that the order before is kept where keys are the same.
void radixSort(std::vector<Entry> &entries, quint64 largest, const CancelFlag &cancel)
{
    constexpr int digitBits = 11;
    constexpr size_t digits = size_t(1) << digitBits;
    std::vector<Entry> other(entries.size());
    for (int shift = 0; shift < 64 && (largest >> shift) != 0; shift += digitBits) {
        if (cancel.isCancelled())
            return;
        std::vector<size_t> starts(digits + 1);
        for (const Entry &entry : entries)
            ++starts[((entry.key >> shift) & (digits - 1)) + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        for (const Entry &entry : entries)
            other[starts[(entry.key >> shift) & (digits - 1)]++] = entry;
        entries.swap(other);
    }
}

template <class Columns>
std::vector<Slot> sortRows(const Columns &columns, std::vector<Slot> rows, const QList<SortKey> &keys,
    const CancelFlag &cancel, const RecordColumns &records)
{
    std::vector<Entry> entries(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        entries[i].slot = rows[i];
    // The least important first.
    for (auto key = keys.crbegin(); key != keys.crend() && !cancel.isCancelled(); ++key) {
        quint64 largest = 0;
        if (key->needsRecords()) {
            const std::shared_ptr<const RecordValues> values = columnOf(records, *key);
            quint32 missing = 0;
            std::vector<quint32> ranks = valueRanks(*values, missing);
            if (key->isDescending) {
                for (quint32 &rank : ranks)
                    rank = rank == missing ? missing : missing - 1 - rank;
            }
            for (Entry &entry : entries)
                entry.key = ranks[values->code(entry.slot)];
            radixSort(entries, missing, cancel);
            continue;
        }
        if (key->by == SortKey::By::Time) {
            // Unsigned, with the order of signed numbers; counted from the smallest, so that few digits differ.
            constexpr quint64 sign = quint64(1) << 63;
            quint64 smallest = ~quint64(0);
            for (Entry &entry : entries) {
                entry.key = static_cast<quint64>(columns.times()[entry.slot]) ^ sign;
                // Unreadable ones come first anyway.
                smallest = entry.key == 0 ? smallest : std::min(smallest, entry.key);
            }
            for (Entry &entry : entries) {
                entry.key = entry.key == 0 ? 0 : entry.key - smallest + 1;
                largest = std::max(largest, entry.key);
            }
        } else {
            const std::vector<quint32> ranks = textRanks(columns, key->by);
            largest = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
            const CodeColumn &codes = columns.codes(columnOf(key->by));
            codes.visit([&](const auto *data) {
                for (Entry &entry : entries)
                    entry.key = ranks[data[entry.slot]];
            });
        }
        if (key->isDescending) {
            for (Entry &entry : entries)
                entry.key = largest - entry.key;
        }
        radixSort(entries, largest, cancel);
    }
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = entries[i].slot;
    return rows;
}

} // namespace

std::vector<EventStore::Slot> sortedRows(const EventStore &store, std::vector<Slot> rows, const QList<SortKey> &keys,
    const CancelFlag &cancel, const RecordColumns &records)
{
    RecordColumns columns;
    if (std::any_of(keys.cbegin(), keys.cend(), [](const SortKey &key) { return key.needsRecords(); }))
        columns = readColumns(RawSnapshot(store, rows), rows, keys, records, cancel);
    if (cancel.isCancelled())
        return rows;
    return sortRows(StoreColumns{store}, std::move(rows), keys, cancel, columns);
}

std::vector<EventStore::Slot> sortedRows(const SortColumns &columns, std::vector<Slot> rows, const QList<SortKey> &keys,
    const CancelFlag &cancel, const RecordColumns &records)
{
    return sortRows(columns, std::move(rows), keys, cancel, records);
}

SortColumns::SortColumns(const EventStore &store, const QList<SortKey> &keys)
{
    bool needsTexts = false;
    for (const SortKey &key : keys) {
        if (key.by == SortKey::By::Time) {
            m_times = store.times();
            continue;
        }
        if (key.needsRecords())
            continue;
        needsTexts = true;
        m_codes[static_cast<size_t>(columnOf(key.by))] = store.codes(columnOf(key.by));
    }
    if (!needsTexts)
        return;
    const auto count = static_cast<Code>(store.dictionary().textCount());
    m_texts.reserve(count);
    for (Code code = 0; code < count; ++code)
        m_texts.push_back(store.dictionary().text(code)); // shared, not copied
}

struct RowOrder::Cache
{
    static constexpr size_t mostTexts = 200'000;

    template <class Key, class Make>
    static const Key &keyOf(std::unordered_map<Code, Key> &known, Code code, const Make &make)
    {
        const auto at = known.find(code);
        return at != known.end() ? at->second : known.emplace(code, make(code)).first->second;
    }

    TextKeys keys;
    std::array<std::unordered_map<Code, QCollatorSortKey>, EventRow::columnCount> texts;
    std::unordered_map<Code, AddressKey> addresses;
};

// What one key reads from records: given for most rows, read here for those that came later.
class RowOrder::Records
{
public:
    Records(const EventStore &store, const SortKey &key, std::shared_ptr<const RecordValues> given)
        : m_store(store)
        , m_isDescending(key.isDescending)
        , m_given(std::move(given))
        , m_read(key)
        , m_reader(key)
    {
    }

    void reread(Slot slot)
    {
        const QByteArray raw = m_store.raw(slot);
        m_read.put(slot, m_reader.read({raw.constData(), static_cast<size_t>(raw.size())}));
    }

    // Below 0: `a` stands before `b`, whichever way they are sorted.
    int compare(Slot a, Slot b)
    {
        const Place left = placeOf(a);
        const Place right = placeOf(b);
        if (left == right)
            return 0;
        const RecordValue leftValue = left.first->value(left.second);
        const RecordValue rightValue = right.first->value(right.second);
        int way = static_cast<int>(leftValue.kind) - static_cast<int>(rightValue.kind);
        if (leftValue.kind == RecordValue::Kind::Missing || rightValue.kind == RecordValue::Kind::Missing)
            return way;
        if (way == 0 && leftValue.kind == RecordValue::Kind::Number) {
            way = leftValue.number < rightValue.number ? -1 : leftValue.number > rightValue.number ? 1 : 0;
        } else if (way == 0) {
            // Emptied before either is asked for, so that no reference dangles.
            if (m_sortKeys.size() > Cache::mostTexts)
                m_sortKeys.clear();
            const QCollatorSortKey &leftKey = sortKeyOf(left, leftValue.text);
            way = leftKey.compare(sortKeyOf(right, rightValue.text));
        }
        return m_isDescending ? -way : way;
    }

private:
    using Place = std::pair<const RecordValues *, RecordValues::Code>;

    Place placeOf(Slot slot)
    {
        if (!m_read.knows(slot)) {
            if (m_given && m_given->knows(slot))
                return {m_given.get(), m_given->code(slot)};
            reread(slot);
        }
        return {&m_read, m_read.code(slot)};
    }

    const QCollatorSortKey &sortKeyOf(const Place &place, const QString &text)
    {
        const quint64 name = quint64(place.second) << 1 | (place.first == &m_read ? 1 : 0);
        const auto at = m_sortKeys.find(name);
        return at != m_sortKeys.end() ? at->second
                                      : m_sortKeys.emplace(name, m_keys.of(SortKey::By::Field, text)).first->second;
    }

    const EventStore &m_store;
    const bool m_isDescending;
    const std::shared_ptr<const RecordValues> m_given; // null: none
    RecordValues m_read;
    RecordValueReader m_reader;
    TextKeys m_keys;
    std::unordered_map<quint64, QCollatorSortKey> m_sortKeys;
};

RowOrder::RowOrder(const EventStore &store, QList<SortKey> keys, const RecordColumns &records)
    : m_store(store)
    , m_keys(std::move(keys))
    , m_cache(std::make_unique<Cache>())
{
    for (const SortKey &key : m_keys) {
        m_records.push_back(
            key.needsRecords() ? std::make_unique<Records>(store, key, columnOf(records, key)) : nullptr);
    }
}

RowOrder::~RowOrder() = default;

int RowOrder::compare(SortKey::By by, Slot a, Slot b) const
{
    if (by == SortKey::By::Time) {
        const Timestamp left = m_store.times()[a];
        const Timestamp right = m_store.times()[b];
        return left < right ? -1 : left > right ? 1 : 0;
    }
    const CodeColumn &codes = m_store.codes(columnOf(by));
    const Code left = codes[a];
    const Code right = codes[b];
    if (left == right)
        return 0;
    const EventDictionary &dictionary = m_store.dictionary();
    if (by == SortKey::By::Address) {
        auto &known = m_cache->addresses;
        if (known.size() > Cache::mostTexts)
            known.clear();
        const auto make = [&](Code code) {
            return AddressKey::of(dictionary.text(code));
        };
        const AddressKey &leftKey = Cache::keyOf(known, left, make);
        const AddressKey &rightKey = Cache::keyOf(known, right, make);
        return leftKey < rightKey ? -1 : rightKey < leftKey ? 1 : 0;
    }
    auto &known = m_cache->texts[static_cast<size_t>(columnOf(by))];
    if (known.size() > Cache::mostTexts)
        known.clear();
    const auto make = [&](Code code) {
        return m_cache->keys.of(by, dictionary.text(code));
    };
    const QCollatorSortKey &leftKey = Cache::keyOf(known, left, make);
    return leftKey.compare(Cache::keyOf(known, right, make));
}

void RowOrder::reread(Slot slot)
{
    for (const std::unique_ptr<Records> &records : m_records) {
        if (records)
            records->reread(slot);
    }
}

bool RowOrder::isBefore(Slot a, Slot b) const
{
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const SortKey &key = m_keys.at(i);
        if (const std::unique_ptr<Records> &records = m_records[static_cast<size_t>(i)]) {
            if (const int way = records->compare(a, b); way != 0)
                return way < 0;
            continue;
        }
        if (const int way = compare(key.by, a, b); way != 0)
            return (way < 0) != key.isDescending;
    }
    // As EventTableModel has them: newest first.
    if (m_store.created(a) != m_store.created(b))
        return m_store.created(a) > m_store.created(b);
    return m_store.id(a) < m_store.id(b);
}

} // namespace tidings
