// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codecprimitives.h"
#include "event.h"
#include "eventhead.h"
#include "textcache.h"

#include <cstring>
#include <vector>

namespace tidings::codec {

// What small JSON objects came to, by their bytes: the same users, places and brands come again and again.
template <class T> class ObjectCache
{
public:
    // Remembers up to so many objects from now on, a power of two; at first none.
    void reserve(size_t capacity) { m_entries.resize(capacity); }

    // What begins at `begin`; null when it is not known. `end` is that of the answer.
    const T *find(const char *begin, const char *end) const
    {
        if (m_entries.empty() || end - begin < headSize)
            return nullptr;
        const Entry &entry = m_entries[placeOf(begin)];
        // A whole object: equal bytes up to its last bracket are the same object.
        const bool isSame = !entry.bytes.empty() && static_cast<size_t>(end - begin) >= entry.bytes.size()
            && std::memcmp(begin, entry.bytes.data(), entry.bytes.size()) == 0;
        return isSame ? &entry.value : nullptr;
    }
    void remember(std::string_view bytes, const T &value)
    {
        if (m_entries.empty() || bytes.size() < headSize || bytes.size() > longest)
            return;
        Entry &entry = m_entries[placeOf(bytes.data())];
        entry.bytes = bytes;
        entry.value = value;
    }

private:
    static constexpr int headSize = 17; // bytes that choose the place, the bracket left out
    static constexpr size_t longest = 1024;
    struct Entry
    {
        std::string bytes;
        T value;
    };

    [[nodiscard]] size_t placeOf(const char *begin) const
    {
        quint64 words[2] = {};
        std::memcpy(words, begin + 1, sizeof words);
        const quint64 hash = (words[0] ^ (words[1] * 0x9E3779B97F4A7C15U)) * 0xBF58476D1CE4E5B9U;
        return static_cast<size_t>(hash >> 40) & (m_entries.size() - 1);
    }

    std::vector<Entry> m_entries;
};

// Fills events from their JSON objects, tolerant of every type: what is odd is named in the event and nothing else is
// lost. Of a key that stands twice the first counts, as it does for filters. Does not set the raw bytes. Private to
// models/api.
class EventReader
{
public:
    // How much it is worth to remember: of the records of a page, or of one here and there.
    enum class Extent { Page, Records };

    // From now on equal parts of records share their texts. Worth it for more than one record.
    void remember(Extent extent);

    // Before the records of each answer, which ends there.
    void setEnd(const char *end) { m_end = end; }

    // False: the object cannot be read to its end, or (see isReadInFull()) its reader cannot.
    bool read(od::object &record, Event &event);

    // What a list needs of an event, from its head. False: the head alone does not say it all.
    bool read(const EventHead &head, Event &event);

    // Whatever the value is, it becomes a reference.
    ModelRef model(od::value &value);

private:
    // Which of the keys that are looked for in an object have been there.
    struct SeenKeys
    {
        quint32 keys = 0;
        bool isRepeated = false; // the one at hand
    };
    class Key;
    struct Place
    {
        QString city;
        QString country;
        QString continent;
    };
    struct Network
    {
        QString number;
        QString organisation;
    };

    template <class T, class Read> T cached(od::value &value, ObjectCache<T> &cache, const Read &read);
    template <class Visit> bool readInner(od::object &object, const Visit &visit);
    QString text(od::value &value);
    QString textField(od::value &value, QLatin1StringView name, QStringList &oddities, bool nullable = false);
    QString firstText(od::value &value);
    UserRef user(od::value &value, int depth);
    void readMember(std::string_view name, od::value &value, SeenKeys &seen, Event &event);
    void readContextMember(std::string_view name, od::value &value, SeenKeys &seen, EventContext &context);
    void noteRepeated(std::string_view prefix, std::string_view name, const SeenKeys &seen, QStringList &oddities);
    void readHttpRequest(od::value &value, EventContext &context);
    void readPlace(od::value &value, EventContext &context);
    void readNetwork(od::value &value, EventContext &context);

    const char *m_end = nullptr; // of the answer
    bool m_isInnerRepeated = false; // a key of an object inside the member at hand
    TextCache m_texts;
    ObjectCache<UserRef> m_users;
    ObjectCache<ModelRef> m_models;
    ObjectCache<Place> m_places;
    ObjectCache<Network> m_networks;
};

// The parts of a record, within whatever document it stands in. False: it cannot be read to its end.
bool readHead(od::object &record, EventHead &head);

// Names what an event must have and this one has not. To be called once, when all of it was read.
void noteMissing(Event &event);

} // namespace tidings::codec
