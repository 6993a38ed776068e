// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"
#include "codecolumn.h"
#include "event.h"
#include "eventencoder.h"
#include "eventid.h"
#include "pagewindow.h"
#include "rawblocks.h"
#include "recordfile.h"

#include <QByteArray>
#include <QCache>

#include <array>
#include <memory>
#include <vector>

namespace tidings {

class RawSnapshot;

// Events in columns: fixed-size parts in arrays, texts and values as codes of one dictionary. Raw bytes are in
// compressed blocks, or stay in the file they were read from; about 60 bytes a row and 5 to 11 for finding it by its
// id. Rows are called slots here and keep their number for the life of the store; a removed slot is not used again.
// What a row has beyond the columns is decoded from its raw bytes when asked for. Knows nothing of order, models or the
// network. Several threads may read a store that nobody changes, save for raw(), event() and whatHappened(), which are
// for one thread; the others have RawReader.
class EventStore
{
public:
    using Slot = quint32;
    static constexpr Slot noSlot = EventIdIndex::none;
    using Column = EventRow::Column;
    using Field = EventRow::Field;
    using Code = EventDictionary::Code;

    // Where the raw bytes of a row are: in a block, or in a file.
    class PackedPlace
    {
    public:
        PackedPlace() = default;
        explicit PackedPlace(const RawBlocks::Place &place)
            : PackedPlace(place.block, place.offset, place.length)
        {
        }
        PackedPlace(qint64 fileOffset, quint32 length)
            : PackedPlace(static_cast<quint64>(fileOffset) >> offsetBits, static_cast<quint64>(fileOffset), length)
        {
            m_bits |= fileMark;
        }
        [[nodiscard]] bool isInFile() const { return (m_bits & fileMark) != 0; }
        [[nodiscard]] quint32 length() const { return static_cast<quint32>(m_bits & mask(lengthBits)); }
        [[nodiscard]] RawBlocks::Place inBlocks() const
        {
            return {static_cast<quint32>((m_bits & ~fileMark) >> (lengthBits + offsetBits)),
                static_cast<quint32>((m_bits >> lengthBits) & mask(offsetBits)), length()};
        }
        [[nodiscard]] qint64 fileOffset() const { return static_cast<qint64>((m_bits & ~fileMark) >> lengthBits); }

        static constexpr qint64 largestFile = qint64(1) << 38; // bytes

    private:
        static constexpr int lengthBits = 25;
        static constexpr int offsetBits = 18;
        static constexpr quint64 fileMark = quint64(1) << 63;

        static constexpr quint64 mask(int bits) { return (quint64(1) << bits) - 1; }
        PackedPlace(quint64 block, quint64 offset, quint32 length)
            : m_bits(block << (lengthBits + offsetBits) | (offset & mask(offsetBits)) << lengthBits | length)
        {
        }

        quint64 m_bits = 0;
    };

    // Rows that somebody else collects, to be taken over as a whole. Places are those of `file`.
    struct Rows
    {
        std::vector<Timestamp> created;
        std::vector<EventId> ids;
        std::vector<PackedPlace> places;
        std::array<CodeColumn, EventRow::columnCount> texts;
        std::array<CodeColumn, EventRow::fieldCount> values;

        void append(const EventRow &row, PackedPlace place);
        void append(const Rows &rows);
        void reserve(size_t rows);
        [[nodiscard]] size_t size() const { return created.size(); }
    };

    EventStore();
    ~EventStore();
    Q_DISABLE_COPY_MOVE(EventStore)

    // The slot of a record that is there already gets the new content. Returns the slot. Raw bytes beyond
    // RawBlocks::largest are cut off.
    Slot insert(const Event &event);
    [[nodiscard]] Slot find(const QByteArray &key) const { return m_index.find(EventId::ofKey(key), m_rows.ids); }
    // Forgets the key; the slot's content stays readable.
    void remove(const QByteArray &key) { m_index.remove(EventId::ofKey(key), m_rows.ids); }
    void remove(Slot slot) { m_index.remove(m_rows.ids[slot], m_rows.ids); }
    void clear();

    // An empty store takes over the rows of a file, in their order, and returns the slots that count: of several
    // records with one id the last in the file.
    std::vector<Slot> adopt(std::shared_ptr<const RecordFile> file, Rows rows);
    // Those who encode rows to be adopted share this.
    [[nodiscard]] EventDictionary &dictionary() { return m_dictionary; }

    [[nodiscard]] size_t size() const { return m_rows.size(); } // slots, removed ones included
    [[nodiscard]] Timestamp created(Slot slot) const // 0: not readable
    {
        return hasTime(slot) ? m_rows.created[slot] : 0;
    }
    [[nodiscard]] bool hasTime(Slot slot) const { return m_rows.created[slot] != EventRow::noTime; }
    [[nodiscard]] const EventId &id(Slot slot) const { return m_rows.ids[slot]; }
    [[nodiscard]] const QString &text(Slot slot, Column column) const
    {
        return m_dictionary.text(m_rows.texts[static_cast<size_t>(column)][slot]);
    }
    [[nodiscard]] QByteArray raw(Slot slot) const;
    [[nodiscard]] Event event(Slot slot) const;
    [[nodiscard]] RowPosition position(Slot slot) const;
    // Decoded on first use and kept for the rows on screen.
    [[nodiscard]] QString whatHappened(Slot slot) const;

    // For scans: whole columns, by slot.
    [[nodiscard]] const std::vector<Timestamp> &times() const { return m_rows.created; } // EventRow::noTime: none
    [[nodiscard]] const CodeColumn &codes(Column column) const { return m_rows.texts[static_cast<size_t>(column)]; }
    [[nodiscard]] const CodeColumn &codes(Field field) const { return m_rows.values[static_cast<size_t>(field)]; }
    [[nodiscard]] const EventDictionary &dictionary() const { return m_dictionary; }
    [[nodiscard]] qint64 memoryUse() const; // bytes of the columns and the raw blocks

private:
    friend class RawReader;
    friend class RawSnapshot;

    EventDictionary m_dictionary;
    std::unique_ptr<EventEncoder> m_encoder;
    std::shared_ptr<const RecordFile> m_file;
    RawBlocks m_blocks;
    Rows m_rows;
    EventIdIndex m_index; // by Event::key()
    mutable codec::EventDecoder m_decoder;
    mutable QCache<Slot, QString> m_sentences{512};
};

// Reads raw records of a store that nobody changes, or of a snapshot, whose rows it counts as slots. One for each
// thread.
class RawReader
{
public:
    explicit RawReader(const EventStore &store);
    explicit RawReader(const RawSnapshot &snapshot);

    // What will be asked for next, so that neighbours in a file are read at once.
    void prepare(const EventStore::Slot *wantedSlots, size_t count);
    // Valid until the next call.
    [[nodiscard]] std::string_view raw(EventStore::Slot slot);

private:
    const RecordFile *m_file;
    const RawBlocks &m_blocks;
    const std::vector<EventStore::PackedPlace> &m_places;
    QByteArray m_window; // a part of the file
    qint64 m_windowStart = 0;
    quint32 m_blockNumber = 0;
    QByteArray m_block; // unpacked
    QByteArray m_record; // when it is in neither
};

} // namespace tidings
