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

    // Texts ready to be shown, so that painting only looks things up; from UserName on they are as the server sent
    // them, for counting and filtering.
    enum class Column { Action, Actor, Application, ClientIp, Place, Brand, UserName, AuthorizedApp, Country, Count };
    // Numbers the different texts of a column, from 0 on and below codeCount(); 0 is the empty text. Good until
    // clear().
    using Code = StringPool::Code;

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
    [[nodiscard]] Code code(Slot slot, Column column) const { return m_texts[static_cast<size_t>(column)][slot]; }
    [[nodiscard]] const QString &textOf(Column /*column*/, Code code) const { return m_pool.text(code); }
    [[nodiscard]] size_t codeCount(Column /*column*/) const { return m_pool.size(); }
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
