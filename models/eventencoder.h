// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlevaluator.h"
#include "codec.h"
#include "eventhead.h"
#include "eventid.h"
#include "stringpool.h"

#include <array>
#include <limits>
#include <mutex>
#include <string>
#include <unordered_map>

namespace tidings {

// The texts and values that the rows of one store share. code() may be called from several threads at once; reading
// while another thread adds is not allowed.
class EventDictionary
{
public:
    using Code = StringPool::Code;

    Code code(const QString &text); // 0: the empty text
    Code code(const akql::Value &value); // 0: Missing
    [[nodiscard]] const QString &text(Code code) const { return m_texts.text(code); }
    [[nodiscard]] const akql::Value &value(Code code) const { return m_values[code]; }
    [[nodiscard]] size_t textCount() const { return m_texts.size(); }
    [[nodiscard]] size_t valueCount() const { return m_values.size(); }
    void clear();

private:
    std::mutex m_mutex;
    StringPool m_texts;
    std::vector<akql::Value> m_values{akql::Missing{}};
    QHash<QByteArray, Code> m_valueCodes;
};

// What an event becomes in the columns of a store.
struct EventRow
{
    // Texts ready to be shown, so that painting only looks things up.
    enum class Column { Action, Actor, Application, ClientIp, Place, Brand, Count };
    // Values as the query language sees them, of app, user.username, client_ip, brand.name, context.geo.country
    // and context.authorized_application.name.
    enum class Field { App, Username, ClientIp, BrandName, Country, ApplicationName, Count };
    static constexpr auto columnCount = static_cast<size_t>(Column::Count);
    static constexpr auto fieldCount = static_cast<size_t>(Field::Count);
    static constexpr Timestamp noTime = std::numeric_limits<Timestamp>::min();

    Timestamp created = noTime; // microseconds
    EventId id;
    std::array<EventDictionary::Code, columnCount> texts{};
    std::array<EventDictionary::Code, fieldCount> values{};
};

// Turns records into rows. Remembers what the parts of records came to, so that most records are read without being
// decoded; a row is the same as that of the decoded event. One for each thread; the dictionary is shared and must
// outlive it.
class EventEncoder
{
public:
    explicit EventEncoder(EventDictionary &dictionary);

    enum class Outcome { Row, NoEvent, Broken };
    // `record` has EventHeadReader::padding readable bytes behind it. Says whether `row` was filled: records that are
    // no events, those with the time of a log line instead of their own, and those that cannot be read have none.
    Outcome encode(std::string_view record, EventRow &row);
    // Whatever it is, it gets a row.
    EventRow encode(const Event &event);

    // The query language's path of a field.
    static const QStringList &path(EventRow::Field field);

private:
    using Column = EventRow::Column;
    using Field = EventRow::Field;
    using Code = EventDictionary::Code;

    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    // Up to three codes by the bytes of a part.
    struct Codes
    {
        Code first = 0;
        Code second = 0;
        Code third = 0;
    };
    using Cache = std::unordered_map<std::string, Codes, Hash, std::equal_to<>>;
    struct Part
    {
        Cache cache;
        const Cache::value_type *last = nullptr; // the row before often has the same
    };

    [[nodiscard]] static const Codes *find(Part &part, std::string_view bytes);
    static void remember(Part &part, std::string_view bytes, const Codes &codes);
    bool encodePlain(const codec::EventHead &head, EventRow &row);
    void learn(const codec::EventHead &head, const EventRow &row, const Event &event);
    [[nodiscard]] EventRow rowOf(const Event &event);

    EventDictionary &m_dictionary;
    codec::EventHeadReader m_heads;
    codec::EventDecoder m_decoder;
    std::string m_padded; // of encode(Event)
    Part m_users;
    Part m_actions;
    Part m_apps;
    Part m_addresses;
    Part m_brands;
    Part m_places;
    Part m_applications;
};

} // namespace tidings
