// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsnapshot.h"

#include <algorithm>

namespace tidings {

RawSnapshot::RawSnapshot(const EventStore &store, const std::vector<EventStore::Slot> &rows)
    : m_file(store.m_file)
    , m_blocks(store.m_blocks)
{
    m_places.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(m_places),
        [&store](EventStore::Slot slot) { return store.m_rows.places[slot]; });
}

bool RawSnapshot::isIntact() const
{
    return !m_file || m_file->change() != RecordFile::Change::Other;
}

} // namespace tidings
