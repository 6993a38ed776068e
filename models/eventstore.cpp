// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventstore.h"

#include "eventsummary.h"
#include "rawsnapshot.h"

#include <algorithm>

namespace tidings {

namespace {

template <class T> void join(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

void EventStore::Rows::append(const EventRow &row, PackedPlace place)
{
    created.push_back(row.created);
    ids.push_back(row.id);
    places.push_back(place);
    for (size_t i = 0; i < texts.size(); ++i)
        texts[i].append(row.texts[i]);
    for (size_t i = 0; i < values.size(); ++i)
        values[i].append(row.values[i]);
}

void EventStore::Rows::append(const Rows &rows)
{
    join(created, rows.created);
    join(ids, rows.ids);
    join(places, rows.places);
    for (size_t i = 0; i < texts.size(); ++i)
        texts[i].append(rows.texts[i]);
    for (size_t i = 0; i < values.size(); ++i)
        values[i].append(rows.values[i]);
}

void EventStore::Rows::reserve(size_t rows)
{
    created.reserve(rows);
    ids.reserve(rows);
    places.reserve(rows);
    for (auto &column : texts)
        column.reserve(rows);
    for (auto &column : values)
        column.reserve(rows);
}

EventStore::EventStore()
    : m_encoder(std::make_unique<EventEncoder>(m_dictionary))
{
}

EventStore::~EventStore() = default;

EventStore::Slot EventStore::insert(const Event &event)
{
    const EventRow row = m_encoder->encode(event);
    const bool isTooLong = event.raw.size() > RawBlocks::largest;
    const PackedPlace place(m_blocks.append(isTooLong ? event.raw.first(RawBlocks::largest) : event.raw));
    const Slot known = m_index.find(row.id, m_rows.ids);
    if (known == noSlot) {
        const auto slot = static_cast<Slot>(m_rows.size());
        m_rows.append(row, place);
        m_index.insert(slot, m_rows.ids);
        return slot;
    }
    m_rows.created[known] = row.created;
    m_rows.places[known] = place;
    for (size_t i = 0; i < row.texts.size(); ++i)
        m_rows.texts[i].set(known, row.texts[i]);
    for (size_t i = 0; i < row.values.size(); ++i)
        m_rows.values[i].set(known, row.values[i]);
    m_sentences.remove(known);
    return known;
}

void EventStore::clear()
{
    m_encoder = std::make_unique<EventEncoder>(m_dictionary);
    m_dictionary.clear();
    m_file.reset();
    m_blocks.clear();
    m_rows = {};
    m_index = {};
    m_sentences.clear();
}

std::vector<EventStore::Slot> EventStore::adopt(std::shared_ptr<const RecordFile> file, Rows rows)
{
    m_file = std::move(file);
    m_rows = std::move(rows);
    m_index.reserve(m_rows.size());
    std::vector<Slot> counting;
    counting.reserve(m_rows.size());
    // From the end, so that the last of several is found first.
    for (size_t i = m_rows.size(); i-- > 0;) {
        if (m_index.find(m_rows.ids[i], m_rows.ids) != noSlot)
            continue;
        const auto slot = static_cast<Slot>(i);
        m_index.insert(slot, m_rows.ids);
        counting.push_back(slot);
    }
    std::reverse(counting.begin(), counting.end());
    return counting;
}

QByteArray EventStore::raw(Slot slot) const
{
    const PackedPlace place = m_rows.places[slot];
    return place.isInFile() ? m_file->record(place.fileOffset(), place.length()) : m_blocks.bytes(place.inBlocks());
}

Event EventStore::event(Slot slot) const
{
    return m_decoder.decode(raw(slot));
}

RowPosition EventStore::position(Slot slot) const
{
    return {created(slot), event(slot).id};
}

QString EventStore::whatHappened(Slot slot) const
{
    if (const QString *known = m_sentences.object(slot))
        return *known;
    const QString sentence = tidings::whatHappened(event(slot));
    m_sentences.insert(slot, new QString(sentence));
    return sentence;
}

qint64 EventStore::memoryUse() const
{
    constexpr size_t row = sizeof(Timestamp) + sizeof(EventId) + sizeof(PackedPlace);
    size_t sum = m_rows.created.capacity() * row;
    for (const CodeColumn &column : m_rows.texts)
        sum += column.memoryUse();
    for (const CodeColumn &column : m_rows.values)
        sum += column.memoryUse();
    return static_cast<qint64>(sum) + m_blocks.memoryUse();
}

RawReader::RawReader(const EventStore &store)
    : m_file(store.m_file.get())
    , m_blocks(store.m_blocks)
    , m_places(store.m_rows.places)
{
}

RawReader::RawReader(const RawSnapshot &snapshot)
    : m_file(snapshot.m_file.get())
    , m_blocks(snapshot.m_blocks)
    , m_places(snapshot.m_places)
{
}

void RawReader::prepare(const EventStore::Slot *wantedSlots, size_t count)
{
    constexpr qint64 largest = 8 * 1024 * 1024;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 end = 0;
    qint64 wanted = 0;
    for (size_t i = 0; i < count; ++i) {
        const EventStore::PackedPlace place = m_places[wantedSlots[i]];
        if (!place.isInFile())
            return;
        const qint64 offset = place.fileOffset();
        first = std::min(first, offset);
        end = std::max(end, offset + place.length());
        wanted += place.length();
    }
    // Far apart: one by one is less to read.
    constexpr qint64 worthSkipping = 4;
    if (count < 2 || end - first > largest || end - first > wanted * worthSkipping)
        return;
    if (m_window.size() < end - first)
        m_window.resize(end - first);
    m_windowStart = first;
    const qint64 got = m_file->read(first, m_window.data(), end - first);
    m_window.truncate(got);
}

std::string_view RawReader::raw(EventStore::Slot slot)
{
    const EventStore::PackedPlace packed = m_places[slot];
    const auto view = [](const QByteArray &bytes, qint64 from, qint64 length) {
        return std::string_view(bytes.constData() + from, static_cast<size_t>(length));
    };
    if (packed.isInFile()) {
        const qint64 offset = packed.fileOffset();
        const qint64 length = packed.length();
        const bool isInWindow = offset >= m_windowStart && offset + length <= m_windowStart + m_window.size();
        if (isInWindow && !m_file->isConverted())
            return view(m_window, offset - m_windowStart, length);
        m_record = isInWindow ? m_file->toJson(m_window.mid(offset - m_windowStart, length))
                              : m_file->record(offset, length);
        return view(m_record, 0, m_record.size());
    }
    const RawBlocks::Place place = packed.inBlocks();
    if (m_block.isNull() || m_blockNumber != place.block) {
        m_block = m_blocks.block(place.block);
        m_blockNumber = place.block;
    }
    return view(m_block, place.offset, place.length);
}

} // namespace tidings
