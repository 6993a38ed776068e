// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowsorter.h"

#include "actioncatalog.h"

#include <QCollator>
#include <QHostAddress>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace tidings {

namespace {

using Slot = EventStore::Slot;
using Code = EventStore::Code;

// The position of every code of a column among all that occur in it; equal texts have the same.
template <class Text, class Less>
std::vector<quint32> ranksOf(const std::vector<Code> &column, size_t codeCount, const Text &textOf, const Less &isLess)
{
    std::vector<bool> occurs(codeCount);
    for (const Code code : column)
        occurs[code] = true;
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
        break;
    }
    return EventStore::Column::Actor;
}

std::vector<quint32> textRanks(const EventStore &store, SortKey::By by)
{
    const EventDictionary &dictionary = store.dictionary();
    const std::vector<Code> &codes = store.codes(columnOf(by));
    if (by == SortKey::By::Address) {
        return ranksOf(
            codes, dictionary.textCount(), [&](Code code) { return AddressKey::of(dictionary.text(code)); },
            std::less<>());
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const auto sortKey = [&](Code code) {
        const QString &text = dictionary.text(code);
        return collator.sortKey(by == SortKey::By::Action ? actionEntry(text).label : text.toCaseFolded());
    };
    return ranksOf(codes, dictionary.textCount(), sortKey,
        [](const QCollatorSortKey &a, const QCollatorSortKey &b) { return a < b; });
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

} // namespace

std::vector<EventStore::Slot> sortedRows(
    const EventStore &store, std::vector<Slot> rows, const QList<SortKey> &keys, const CancelFlag &cancel)
{
    std::vector<Entry> entries(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        entries[i].slot = rows[i];
    // The least important first.
    for (auto key = keys.crbegin(); key != keys.crend() && !cancel.isCancelled(); ++key) {
        quint64 largest = 0;
        if (key->by == SortKey::By::Time) {
            // Unsigned, with the order of signed numbers; counted from the smallest, so that few digits differ.
            constexpr quint64 sign = quint64(1) << 63;
            quint64 smallest = ~quint64(0);
            for (Entry &entry : entries) {
                entry.key = static_cast<quint64>(store.times()[entry.slot]) ^ sign;
                // Unreadable ones come first anyway.
                smallest = entry.key == 0 ? smallest : std::min(smallest, entry.key);
            }
            for (Entry &entry : entries) {
                entry.key = entry.key == 0 ? 0 : entry.key - smallest + 1;
                largest = std::max(largest, entry.key);
            }
        } else {
            const std::vector<quint32> ranks = textRanks(store, key->by);
            largest = ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end());
            const std::vector<Code> &codes = store.codes(columnOf(key->by));
            for (Entry &entry : entries)
                entry.key = ranks[codes[entry.slot]];
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

} // namespace tidings
