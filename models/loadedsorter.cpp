// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadedsorter.h"

#include <algorithm>

namespace tidings {

LoadedSorter::LoadedSorter(EventTableModel &model)
    : m_model(model)
{
    // One works, and one that was cancelled may be about to end.
    m_pool.setMaxThreadCount(2);
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            // A change of the time column alone is that of the relative times.
            if (first.column() == last.column())
                return;
            m_records.clear();
            // What a row has now was not copied.
            if (m_isSorting)
                sort(m_keys);
        });
}

LoadedSorter::~LoadedSorter()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

void LoadedSorter::sort(const QList<SortKey> &keys)
{
    m_cancel.cancel();
    m_cancel = CancelFlag();
    m_keys = keys;
    ++m_generation;
    m_isSorting = !keys.isEmpty() && m_model.rowCount() > 0;
    if (!m_isSorting) {
        m_records.clear();
        return m_model.sortBy(keys, {});
    }
    run(0);
}

void LoadedSorter::run(int round)
{
    const quint64 generation = m_generation;
    const auto columns = std::make_shared<const SortColumns>(m_model.store(), m_keys);
    const bool needsRecords
        = std::any_of(m_keys.cbegin(), m_keys.cend(), [](const SortKey &key) { return key.needsRecords(); });
    const std::vector<EventStore::Slot> &all = m_model.rowsByTime();
    auto raw = needsRecords ? RawSnapshot(m_model.store(), all) : RawSnapshot();
    const auto work = [this, columns, rows = all, raw = std::move(raw), keys = m_keys, known = m_records,
                          cancel = m_cancel, generation, round] {
        const RecordColumns records = readColumns(raw, rows, keys, known, cancel);
        if (cancel.isCancelled())
            return;
        const auto sorted
            = std::make_shared<std::vector<EventStore::Slot>>(sortedRows(*columns, rows, keys, cancel, records));
        if (cancel.isCancelled())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, sorted, records, generation, round] {
                if (generation != m_generation)
                    return;
                m_records = records;
                // Those that came meanwhile are compared here, so there must not be many whose records are not read.
                constexpr size_t mostLate = 500;
                constexpr int mostRounds = 20;
                if (!records.isEmpty() && m_model.rowsByTime().size() > sorted->size() + mostLate && round < mostRounds)
                    return run(round + 1);
                m_isSorting = false;
                m_model.sortBy(m_keys, std::move(*sorted), records);
            },
            Qt::QueuedConnection);
    };
    m_pool.start(work);
}

} // namespace tidings
