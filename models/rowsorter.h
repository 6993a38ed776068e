// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "parallel.h"
#include "recordvalues.h"
#include "sortkey.h"

#include <QList>

#include <array>
#include <memory>
#include <vector>

namespace tidings {

// `rows` in another order; equal ones stay in the order they have. Texts as the user's
// language sorts them, actions by their labels, addresses by their numbers, unreadable times before all others.
// Unfinished, and so of no use, after `cancel`. Reads the store, and from the records what `records` does not know; any
// thread.
std::vector<EventStore::Slot> sortedRows(const EventStore &store, std::vector<EventStore::Slot> rows,
    const QList<SortKey> &keys, const CancelFlag &cancel, const RecordColumns &records = {});

// Copies of what sorting by some keys reads of a store, so that the store may get more rows meanwhile.
class SortColumns
{
public:
    SortColumns(const EventStore &store, const QList<SortKey> &keys);

    [[nodiscard]] const std::vector<Timestamp> &times() const { return m_times; }
    [[nodiscard]] const CodeColumn &codes(EventStore::Column column) const
    {
        return m_codes[static_cast<size_t>(column)];
    }
    [[nodiscard]] size_t textCount() const { return m_texts.size(); }
    [[nodiscard]] const QString &text(EventStore::Code code) const { return m_texts[code]; }

private:
    std::vector<Timestamp> m_times; // empty where no key needs them; the others likewise
    std::array<CodeColumn, EventRow::columnCount> m_codes;
    std::vector<QString> m_texts;
};

// As the other one; any thread, whatever happens to the store. `records` must know the rows where a key needs them.
std::vector<EventStore::Slot> sortedRows(const SortColumns &columns, std::vector<EventStore::Slot> rows,
    const QList<SortKey> &keys, const CancelFlag &cancel, const RecordColumns &records = {});

// Whether a row stands before another one, in the order that sortedRows() gives rows that were newest first. Remembers
// what texts come to, so a store needs a comparison of its own. What has to be read from records and is not among those
// given is read when a row is compared for the first time. For one thread; the store must outlive it.
class RowOrder
{
public:
    RowOrder(const EventStore &store, QList<SortKey> keys, const RecordColumns &records = {});
    ~RowOrder();
    Q_DISABLE_COPY_MOVE(RowOrder)

    [[nodiscard]] const QList<SortKey> &keys() const { return m_keys; }
    [[nodiscard]] bool isBefore(EventStore::Slot a, EventStore::Slot b) const;
    void reread(EventStore::Slot slot); // it has other content

private:
    struct Cache;
    class Records;
    [[nodiscard]] int compare(SortKey::By by, EventStore::Slot a, EventStore::Slot b) const;

    const EventStore &m_store;
    const QList<SortKey> m_keys;
    std::unique_ptr<Cache> m_cache;
    std::vector<std::unique_ptr<Records>> m_records; // by key; null where a column answers
};

} // namespace tidings
