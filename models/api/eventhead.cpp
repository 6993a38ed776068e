// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhead.h"

#include "codecprimitives.h"
#include "eventreader.h"

namespace tidings::codec {

namespace {

std::string_view withoutTail(std::string_view token)
{
    while (
        !token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

// Escaped keys are legal and never sent; who reads bytes would overlook them.
bool hasEscape(od::raw_json_string key)
{
    for (const char *c = key.raw(); *c != '"'; ++c) {
        if (*c == '\\')
            return true;
    }
    return false;
}

// Collects the parts of one record and notes what is not plain about them.
class Reader
{
public:
    explicit Reader(EventHead &head)
        : m_head(head)
    {
    }

    bool readRecord(od::object &record)
    {
        for (auto item : record) {
            od::field field;
            if (std::move(item).get(field))
                return false;
            readMember(field.key(), field.value());
        }
        return true;
    }
    [[nodiscard]] bool isOdd() const { return m_odd; }

private:
    void readMember(od::raw_json_string key, od::value &value)
    {
        if (key.unsafe_is_equal("context"))
            readContext(value);
        else if (key.unsafe_is_equal("user"))
            takeObject(value, m_head.user);
        else if (key.unsafe_is_equal("brand"))
            takeObject(value, m_head.brand);
        else if (key.unsafe_is_equal("pk"))
            takeText(value, m_head.id, false);
        else if (key.unsafe_is_equal("action"))
            takeText(value, m_head.action, false);
        else if (key.unsafe_is_equal("app"))
            takeText(value, m_head.app, false);
        else if (key.unsafe_is_equal("client_ip"))
            takeText(value, m_head.clientIp, true);
        else if (key.unsafe_is_equal("created"))
            takeText(value, m_head.created, false);
        else if (key.unsafe_is_equal("timestamp"))
            m_head.isLogged = true;
        else
            m_odd = m_odd || hasEscape(key);
    }

    void readContext(od::value &value)
    {
        od::object context;
        if (std::exchange(m_hasContext, true) || value.get_object().get(context)) {
            m_odd = true;
            return;
        }
        for (auto item : context) {
            od::field field;
            if (std::move(item).get(field))
                return; // the loop outside ends too
            const od::raw_json_string key = field.key();
            if (key.unsafe_is_equal("geo"))
                take(rawOf(field.value()), m_head.geo);
            else if (key.unsafe_is_equal("authorized_application"))
                take(rawOf(field.value()), m_head.application);
            else
                m_odd = m_odd || hasEscape(key);
        }
    }

    void take(std::string_view part, std::string_view &place)
    {
        m_odd = m_odd || !place.empty() || part.empty();
        place = part;
    }

    void takeObject(od::value &value, std::string_view &place)
    {
        od::object object;
        std::string_view part;
        if (value.get_object().get(object) || object.raw_json().get(part))
            m_odd = true;
        else
            take(withoutTail(part), place);
    }

    void takeText(od::value &value, std::string_view &place, bool nullable)
    {
        const std::string_view token = withoutTail(value.raw_json_token());
        const bool isText = token.size() >= 2 && token.front() == '"' && token.back() == '"';
        m_odd = m_odd || !(isText || (nullable && token == "null"));
        take(token, place);
    }

    EventHead &m_head;
    bool m_hasContext = false;
    bool m_odd = false;
};

} // namespace

bool readHead(od::object &record, EventHead &head)
{
    Reader reader(head);
    if (!reader.readRecord(record))
        return false;
    head.kind = reader.isOdd() ? EventHead::Kind::Odd : EventHead::Kind::Plain;
    head.isEvent = !head.action.empty() || !head.created.empty();
    head.isLogged = head.isLogged && head.created.empty();
    return true;
}

namespace {

using View = std::string_view EventHead::*;
constexpr std::array<View, 9> views{&EventHead::id, &EventHead::action, &EventHead::app, &EventHead::clientIp,
    &EventHead::created, &EventHead::user, &EventHead::brand, &EventHead::geo, &EventHead::application};

} // namespace

EventHead headOf(const Event &event)
{
    EventHead head;
    if (!event.head)
        return head;
    head.kind = EventHead::Kind::Plain;
    head.isEvent = true;
    for (size_t i = 0; i < views.size(); ++i) {
        const EventParts::Part part = event.head->parts.at(i);
        if (part.size > 0)
            head.*views.at(i) = std::string_view(event.raw.constData() + part.begin, part.size);
    }
    return head;
}

EventParts partsOf(const EventHead &head, const char *record)
{
    EventParts parts;
    for (size_t i = 0; i < views.size(); ++i) {
        const std::string_view part = head.*views.at(i);
        if (!part.empty())
            parts.parts.at(i) = {static_cast<quint32>(part.data() - record), static_cast<quint32>(part.size())};
    }
    return parts;
}

struct EventHeadReader::Private
{
    Parser parser;
};

const size_t EventHeadReader::padding = simdjson::SIMDJSON_PADDING;

EventHeadReader::EventHeadReader()
    : m_private(std::make_unique<Private>())
{
}

EventHeadReader::~EventHeadReader() = default;

EventHead EventHeadReader::read(std::string_view record)
{
    EventHead head;
    const simdjson::padded_string_view json(record.data(), record.size(), record.size() + padding);
    od::document document;
    od::object object;
    if (m_private->parser.iterate(json).get(document) || document.get_object().get(object) || !readHead(object, head)
        || !isReadInFull(document)) {
        return {};
    }
    return head;
}

} // namespace tidings::codec
