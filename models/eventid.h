// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace tidings {

// Tells events apart in 16 bytes: the UUID where Event::key() is one in its usual form, else a digest of the key. Ids
// of UUIDs stand in the order of their texts.
struct EventId
{
    quint64 high = 0;
    quint64 low = 0;
    bool operator==(const EventId &) const = default;
    bool operator<(const EventId &other) const { return high != other.high ? high < other.high : low < other.low; }

    // Small letters and dashes only: another spelling is another key.
    static std::optional<EventId> ofUuid(std::string_view text)
    {
        constexpr size_t uuidSize = 36;
        if (text.size() != uuidSize)
            return std::nullopt;
        std::array<quint64, 2> halves{};
        int digits = 0;
        for (size_t i = 0; i < uuidSize; ++i) {
            const char c = text[i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-')
                    return std::nullopt;
                continue;
            }
            const bool isDigit = c >= '0' && c <= '9';
            if (!isDigit && (c < 'a' || c > 'f'))
                return std::nullopt;
            quint64 &half = halves[digits++ < 16 ? 0 : 1];
            half = half << 4 | static_cast<quint64>(isDigit ? c - '0' : c - 'a' + 10);
        }
        return EventId{halves[0], halves[1]};
    }

    static EventId ofKey(const QByteArray &key)
    {
        if (const auto id = ofUuid({key.constData(), static_cast<size_t>(key.size())}))
            return *id;
        const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha1);
        EventId id;
        std::memcpy(&id.high, digest.constData(), sizeof id.high);
        std::memcpy(&id.low, digest.constData() + sizeof id.high, sizeof id.low);
        return id;
    }
};

// Finds slots by their ids; the ids themselves stay with the owner, in the vector that every call gets. 5 to 11 bytes a
// slot.
class EventIdIndex
{
public:
    static constexpr quint32 none = 0xFFFFFFFF;

    [[nodiscard]] quint32 find(const EventId &id, const std::vector<EventId> &ids) const
    {
        if (m_table.empty())
            return none;
        for (size_t at = start(id);; at = next(at)) {
            if (m_table[at] == none || (m_table[at] != gone && ids[m_table[at]] == id))
                return m_table[at];
        }
    }

    // The caller has looked: the id is not there. `ids` holds that of the slot already.
    void insert(quint32 slot, const std::vector<EventId> &ids)
    {
        if ((m_used + 1) * full > m_table.size() * fullOf)
            grow(ids);
        size_t at = start(ids[slot]);
        while (m_table[at] != none)
            at = next(at);
        m_table[at] = slot;
        ++m_used;
    }

    void remove(const EventId &id, const std::vector<EventId> &ids)
    {
        if (m_table.empty())
            return;
        for (size_t at = start(id); m_table[at] != none; at = next(at)) {
            if (m_table[at] != gone && ids[m_table[at]] == id) {
                m_table[at] = gone;
                return;
            }
        }
    }

    void reserve(size_t count)
    {
        if (m_table.empty())
            m_table.assign(std::max<size_t>(16, (count + 1) * full / fullOf + 1), none);
    }

private:
    static constexpr quint32 gone = none - 1; // was in use; the search goes on behind it

    static constexpr size_t full = 4; // the table has at least so many places …
    static constexpr size_t fullOf = 3; // … for so many slots

    [[nodiscard]] size_t next(size_t at) const { return at + 1 == m_table.size() ? 0 : at + 1; }
    [[nodiscard]] size_t start(const EventId &id) const
    {
        // Version 4 ids are random already, other versions in parts.
        quint64 hash = (id.high ^ (id.low >> 7)) * 0x9E3779B97F4A7C15U;
        hash ^= (id.low + (hash >> 29)) * 0xBF58476D1CE4E5B9U;
        // The upper half chooses the place, in proportion.
        return static_cast<size_t>(((hash >> 32) * m_table.size()) >> 32);
    }

    void grow(const std::vector<EventId> &ids)
    {
        const std::vector<quint32> before = std::move(m_table);
        m_table.assign(std::max<size_t>(16, before.size() * 2), none);
        m_used = 0;
        for (const quint32 slot : before) {
            if (slot < gone)
                insert(slot, ids);
        }
    }

    std::vector<quint32> m_table;
    size_t m_used = 0; // gone ones included
};

} // namespace tidings
