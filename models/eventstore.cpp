// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventstore.h"

#include "eventsummary.h"

#include <algorithm>

namespace tidings {

namespace {

constexpr quint32 fileMark = 0x8000'0000; // in Place::block: the rest of it are the upper bits of an offset

template <class T> void join(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

void EventStore::Rows::append(const EventRow &row, const RawBlocks::Place &place)
{
    created.push_back(row.created);
    ids.push_back(row.id);
    places.push_back(place);
    for (size_t i = 0; i < texts.size(); ++i)
        texts[i].push_back(row.texts[i]);
    for (size_t i = 0; i < values.size(); ++i)
        values[i].push_back(row.values[i]);
}

void EventStore::Rows::append(const Rows &rows)
{
    join(created, rows.created);
    join(ids, rows.ids);
    join(places, rows.places);
    for (size_t i = 0; i < texts.size(); ++i)
        join(texts[i], rows.texts[i]);
    for (size_t i = 0; i < values.size(); ++i)
        join(values[i], rows.values[i]);
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
    const RawBlocks::Place place = m_blocks.append(event.raw);
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
        m_rows.texts[i][known] = row.texts[i];
    for (size_t i = 0; i < row.values.size(); ++i)
        m_rows.values[i][known] = row.values[i];
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

RawBlocks::Place EventStore::placeInFile(qint64 offset, quint32 length)
{
    return {fileMark | static_cast<quint32>(offset >> 32), static_cast<quint32>(offset), length};
}

bool EventStore::isInFile(const RawBlocks::Place &place)
{
    return (place.block & fileMark) != 0;
}

qint64 EventStore::fileOffset(const RawBlocks::Place &place)
{
    return static_cast<qint64>(place.block & ~fileMark) << 32 | place.offset;
}

QByteArray EventStore::raw(Slot slot) const
{
    const RawBlocks::Place &place = m_rows.places[slot];
    return isInFile(place) ? m_file->record(fileOffset(place), place.length) : m_blocks.bytes(place);
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
    constexpr size_t row = sizeof(Timestamp) + sizeof(EventId) + sizeof(RawBlocks::Place)
        + (EventRow::columnCount + EventRow::fieldCount) * sizeof(Code);
    return static_cast<qint64>(m_rows.created.capacity() * row) + m_blocks.memoryUse();
}

void RawReader::prepare(const EventStore::Slot *wantedSlots, size_t count)
{
    constexpr qint64 largest = 8 * 1024 * 1024;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 end = 0;
    qint64 wanted = 0;
    for (size_t i = 0; i < count; ++i) {
        const RawBlocks::Place &place = m_store.m_rows.places[wantedSlots[i]];
        if (!EventStore::isInFile(place))
            return;
        const qint64 offset = EventStore::fileOffset(place);
        first = std::min(first, offset);
        end = std::max(end, offset + place.length);
        wanted += place.length;
    }
    // Far apart: one by one is less to read.
    constexpr qint64 worthSkipping = 4;
    if (count < 2 || end - first > largest || end - first > wanted * worthSkipping)
        return;
    if (m_window.size() < end - first)
        m_window.resize(end - first);
    m_windowStart = first;
    const qint64 got = m_store.m_file->read(first, m_window.data(), end - first);
    m_window.truncate(got);
}

std::string_view RawReader::raw(EventStore::Slot slot)
{
    const RawBlocks::Place &place = m_store.m_rows.places[slot];
    const auto view = [](const QByteArray &bytes, qint64 from, qint64 length) {
        return std::string_view(bytes.constData() + from, static_cast<size_t>(length));
    };
    if (EventStore::isInFile(place)) {
        const qint64 offset = EventStore::fileOffset(place);
        const bool isInWindow = offset >= m_windowStart && offset + place.length <= m_windowStart + m_window.size();
        if (isInWindow && !m_store.m_file->isCsv())
            return view(m_window, offset - m_windowStart, place.length);
        m_record = isInWindow ? m_store.m_file->toJson(m_window.mid(offset - m_windowStart, place.length))
                              : m_store.m_file->record(offset, place.length);
        return view(m_record, 0, m_record.size());
    }
    if (m_block.isNull() || m_blockNumber != place.block) {
        m_block = m_store.m_blocks.block(place.block);
        m_blockNumber = place.block;
    }
    return view(m_block, place.offset, place.length);
}

} // namespace tidings
