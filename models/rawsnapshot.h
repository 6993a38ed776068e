// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"

#include <memory>
#include <vector>

namespace tidings {

// The raw records of some rows, in their order, as they were when it was made: others may go on changing the store.
// Making one copies places, not records. RawReader reads it, on any thread.
class RawSnapshot
{
public:
    RawSnapshot() = default;
    RawSnapshot(const EventStore &store, const std::vector<EventStore::Slot> &rows);

    [[nodiscard]] size_t size() const { return m_places.size(); }
    // False when the records stand in a file that was rewritten since it was opened. Looks at the disk.
    [[nodiscard]] bool isIntact() const;

private:
    friend class RawReader;

    std::shared_ptr<const RecordFile> m_file;
    RawBlocks m_blocks; // shares the bytes
    std::vector<EventStore::PackedPlace> m_places;
};

} // namespace tidings
