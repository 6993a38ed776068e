// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"
#include "event.h"
#include "pagewindow.h"
#include "rawblocks.h"
#include "stringpool.h"

#include <QByteArray>
#include <QCache>
#include <QHash>

#include <vector>

namespace tidings {

// Events in columns: fixed-size parts in arrays, texts as codes of one pool, raw bytes in compressed blocks. Rows are
// called slots here and keep their number for the life of the store; a removed slot is not used again. What a row has
// beyond the columns is decoded from its raw bytes when asked for. Knows nothing of order, models or the network.
class EventStore
{
public:
    using Slot = quint32;
    static constexpr Slot noSlot = 0xFFFFFFFF;

    // Texts ready to be shown, so that painting only looks things up.
    enum class Column { Action, Actor, Application, ClientIp, Place, Brand, Count };

    // The slot of a record that is there already gets the new content. Returns the slot.
    Slot insert(const Event &event);
    [[nodiscard]] Slot find(const QByteArray &key) const { return m_slots.value(key, noSlot); }
    // Forgets the key; the slot's content stays readable.
    void remove(const QByteArray &key) { m_slots.remove(key); }
    void clear();

    [[nodiscard]] size_t size() const { return m_created.size(); } // slots, removed ones included
    [[nodiscard]] Timestamp created(Slot slot) const { return m_created[slot]; } // 0: not readable
    [[nodiscard]] const QString &text(Slot slot, Column column) const
    {
        return m_pool.text(m_texts[static_cast<size_t>(column)][slot]);
    }
    [[nodiscard]] QByteArray raw(Slot slot) const { return m_blocks.bytes(m_places[slot]); }
    [[nodiscard]] Event event(Slot slot) const;
    [[nodiscard]] RowPosition position(Slot slot) const;
    // Decoded on first use and kept for the rows on screen.
    [[nodiscard]] QString whatHappened(Slot slot) const;

private:
    void fill(Slot slot, const Event &event);

    StringPool m_pool;
    RawBlocks m_blocks;
    std::vector<Timestamp> m_created;
    std::vector<RawBlocks::Place> m_places;
    std::vector<StringPool::Code> m_texts[static_cast<size_t>(Column::Count)];
    QHash<QByteArray, Slot> m_slots; // by Event::key()
    mutable codec::EventDecoder m_decoder;
    mutable QCache<Slot, QString> m_sentences{512};
};

} // namespace tidings
