// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventreader.h"

#include "utf8text.h"

#include <QCoreApplication>

#include <utility>

namespace tidings::codec {

using namespace Qt::StringLiterals;

namespace {

// on_behalf_of inside on_behalf_of is not known to occur; a hostile server may nest it as deep as it likes.
constexpr int maxUserDepth = 4;

} // namespace

// A key of an object, asked for in the same order each time.
class EventReader::Key
{
public:
    Key(std::string_view name, SeenKeys &seen)
        : m_name(name)
        , m_seen(seen)
    {
        m_seen.isRepeated = false;
    }
    // True the first time that it is there.
    bool is(std::string_view name)
    {
        const quint32 bit = std::exchange(m_bit, m_bit << 1);
        if (m_name != name)
            return false;
        m_seen.isRepeated = (m_seen.keys & bit) != 0;
        m_seen.keys |= bit;
        return !m_seen.isRepeated;
    }

private:
    const std::string_view m_name;
    SeenKeys &m_seen;
    quint32 m_bit = 1;
};

void EventReader::remember(Extent extent)
{
    const size_t scale = extent == Extent::Page ? 2 : 1;
    m_texts.reserve(256 * scale);
    m_users.reserve(32 * scale);
    m_models.reserve(32 * scale);
    m_places.reserve(32 * scale);
    m_networks.reserve(16 * scale);
}

// What read(od::object &, T &) makes of the value, which is an object.
template <class T, class Read> T EventReader::cached(od::value &value, ObjectCache<T> &cache, const Read &read)
{
    if (const T *const known = cache.find(value.raw_json_token().data(), m_end))
        return *known; // the reader passes over what nobody read
    T result;
    od::object object;
    std::string_view bytes;
    bool hasMembers = false;
    if (value.get_object().get(object) || object.raw_json().get(bytes) || object.reset().get(hasMembers))
        return result;
    // What is said of inner users is said of each record anew, too.
    const bool wasRepeated = std::exchange(m_isInnerRepeated, false);
    if (read(object, result) && !m_isInnerRepeated)
        cache.remember(trimmed(bytes), result);
    m_isInnerRepeated = m_isInnerRepeated || wasRepeated;
    return result;
}

// Members by visit(Key &, od::value &). False also where a key stands twice: that is said of each record anew.
template <class Visit> bool EventReader::readInner(od::object &object, const Visit &visit)
{
    SeenKeys seen;
    bool isRepeated = false;
    const bool isWhole = forEachMember(object, [&](std::string_view name, od::value &member) {
        Key key(name, seen);
        visit(key, member);
        isRepeated = isRepeated || seen.isRepeated;
    });
    m_isInnerRepeated = m_isInnerRepeated || isRepeated;
    return isWhole && !isRepeated;
}

void EventReader::noteRepeated(
    std::string_view prefix, std::string_view name, const SeenKeys &seen, QStringList &oddities)
{
    const bool isInner = std::exchange(m_isInnerRepeated, false);
    if (!seen.isRepeated && !isInner)
        return;
    const QString key = QString::fromUtf8((std::string(prefix) + std::string(name)).c_str());
    oddities += seen.isRepeated ? QCoreApplication::translate("codec", "%1 stands twice").arg(key)
                                : QCoreApplication::translate("codec", "%1 has a key twice").arg(key);
}

bool EventReader::read(od::object &record, Event &event)
{
    SeenKeys seen;
    m_isInnerRepeated = false;
    return forEachMember(record, [&](std::string_view name, od::value &value) {
        readMember(name, value, seen, event);
        noteRepeated({}, name, seen, event.oddities);
    });
}

bool EventReader::read(const EventHead &head, Event &event)
{
    constexpr size_t quotes = 2;
    if (head.kind != EventHead::Kind::Plain || head.id.size() <= quotes || head.action.size() <= quotes
        || head.app.size() <= quotes || head.created.size() <= quotes)
        return false;
    event.created = parseTimestamp(head.created.substr(1, head.created.size() - quotes));
    event.id = unescaped(head.id);
    event.action = m_texts.text(head.action);
    event.app = m_texts.text(head.app);
    if (head.clientIp.size() >= quotes && head.clientIp.front() == '"')
        event.clientIp = m_texts.text(head.clientIp);
    return event.created.has_value();
}

QString EventReader::text(od::value &value)
{
    const std::string_view token = tokenOf(value);
    return !token.empty() && token.front() == '"' ? m_texts.text(token) : textOf(value);
}

QString EventReader::textField(od::value &value, QLatin1StringView name, QStringList &oddities, bool nullable)
{
    const JsonType type = typeOf(value);
    if (type == JsonType::String)
        return text(value);
    if (!(nullable && type == JsonType::Null))
        oddities += QCoreApplication::translate("codec", "%1 is not a text").arg(name);
    return textOf(value);
}

ModelRef EventReader::model(od::value &value)
{
    if (typeOf(value) != JsonType::Object) {
        ModelRef model;
        model.name = textOf(value);
        return model;
    }
    return cached(value, m_models, [this](od::object &object, ModelRef &model) {
        return readInner(object, [&](Key &key, od::value &member) {
            if (key.is("app"))
                model.app = text(member);
            else if (key.is("model_name"))
                model.modelName = text(member);
            else if (key.is("name"))
                model.name = text(member);
            else if (key.is("pk"))
                model.pk = text(member);
        });
    });
}

UserRef EventReader::user(od::value &value, int depth)
{
    const auto inner = [&](od::value &member) -> std::shared_ptr<const UserRef> {
        if (depth >= maxUserDepth || typeOf(member) != JsonType::Object)
            return nullptr;
        return std::make_shared<const UserRef>(user(member, depth + 1));
    };
    const auto read = [&](od::object &object, UserRef &user) {
        return readInner(object, [&](Key &key, od::value &member) {
            if (key.is("pk"))
                user.pk = text(member);
            else if (key.is("username"))
                user.username = text(member);
            else if (key.is("email"))
                user.email = text(member);
            else if (key.is("is_anonymous"))
                user.isAnonymous = rawOf(member) == "true";
            else if (key.is("on_behalf_of"))
                user.onBehalfOf = inner(member);
            else if (key.is("authenticated_as"))
                user.authenticatedAs = inner(member);
        });
    };
    if (depth == 0)
        return cached(value, m_users, read);
    // How much of an inner user counts depends on where it stands.
    UserRef user;
    od::object object;
    if (!value.get_object().get(object))
        read(object, user);
    return user;
}

void EventReader::readHttpRequest(od::value &value, EventContext &context)
{
    od::object object;
    if (typeOf(value) != JsonType::Object || value.get_object().get(object))
        return;
    readInner(object, [&](Key &key, od::value &member) {
        if (key.is("path"))
            context.httpPath = text(member);
        else if (key.is("method"))
            context.httpMethod = text(member);
        else if (key.is("user_agent"))
            context.userAgent = text(member);
        else if (key.is("request_id"))
            context.requestId = textOf(member);
    });
}

void EventReader::readPlace(od::value &value, EventContext &context)
{
    if (typeOf(value) != JsonType::Object)
        return;
    Place place = cached(value, m_places, [this](od::object &object, Place &result) {
        return readInner(object, [&](Key &key, od::value &member) {
            if (key.is("city"))
                result.city = text(member);
            else if (key.is("country"))
                result.country = text(member);
            else if (key.is("continent"))
                result.continent = text(member);
        });
    });
    context.city = std::move(place.city);
    context.country = std::move(place.country);
    context.continent = std::move(place.continent);
}

void EventReader::readNetwork(od::value &value, EventContext &context)
{
    if (typeOf(value) != JsonType::Object)
        return;
    Network network = cached(value, m_networks, [this](od::object &object, Network &result) {
        return readInner(object, [&](Key &key, od::value &member) {
            if (key.is("asn"))
                result.number = text(member);
            else if (key.is("as_org"))
                result.organisation = text(member);
        });
    });
    context.asn = std::move(network.number);
    context.asOrganisation = std::move(network.organisation);
}

QString EventReader::firstText(od::value &value)
{
    if (typeOf(value) != JsonType::Array)
        return text(value);
    QString first;
    forEachElement(value, [&](od::value &element) {
        if (first.isEmpty())
            first = text(element);
    });
    return first;
}

void EventReader::readContextMember(std::string_view name, od::value &value, SeenKeys &seen, EventContext &context)
{
    Key key(name, seen);
    if (key.is("message"))
        context.message = text(value);
    else if (key.is("http_request"))
        readHttpRequest(value, context);
    else if (key.is("geo"))
        readPlace(value, context);
    else if (key.is("asn"))
        readNetwork(value, context);
    else if (key.is("username"))
        context.username = text(value);
    else if (key.is("reason"))
        context.reason = text(value);
    else if (key.is("auth_method"))
        context.authMethod = text(value);
    else if (key.is("new_version"))
        context.newVersion = text(value);
    else if (key.is("subject"))
        context.subject = text(value);
    else if (key.is("to_email"))
        context.toEmail = firstText(value);
    else if (key.is("scopes"))
        context.scopes = text(value);
    else if (key.is("model"))
        context.model = model(value);
    else if (key.is("authorized_application"))
        context.application = model(value);
    else if (key.is("secret") || key.is("token"))
        context.secret = model(value);
    else if (key.is("source") || key.is("using_source"))
        context.source = model(value);
    else if (key.is("stage"))
        context.stage = model(value);
    else if (key.is("binding"))
        context.binding = model(value);
    else if (key.is("target"))
        context.target = model(value);
    else if (key.is("diff"))
        forEachMember(
            value, [&](std::string_view field, od::value &) { context.changedFields += textFromUtf8(field); });
    else if (key.is("error") && context.message.isEmpty())
        context.message = text(value); // tracebacks of old rows
}

void EventReader::readMember(std::string_view name, od::value &value, SeenKeys &seen, Event &event)
{
    Key key(name, seen);
    const auto noteNoObject = [&event](QLatin1StringView member) {
        event.oddities += QCoreApplication::translate("codec", "%1 is not an object").arg(member);
    };
    if (key.is("pk")) {
        event.id = tokenOf(value).starts_with('"') ? textOf(value) : textField(value, "pk"_L1, event.oddities);
    } else if (key.is("action")) {
        event.action = textField(value, "action"_L1, event.oddities);
    } else if (key.is("app")) {
        event.app = textField(value, "app"_L1, event.oddities);
    } else if (key.is("client_ip")) {
        event.clientIp = textField(value, "client_ip"_L1, event.oddities, true);
    } else if (key.is("created")) {
        event.created = timeField(value, "created"_L1, event.oddities);
    } else if (key.is("expires")) {
        if (typeOf(value) != JsonType::Null)
            event.expires = timeField(value, "expires"_L1, event.oddities);
    } else if (key.is("user")) {
        if (typeOf(value) == JsonType::Object) {
            event.user = user(value, 0);
        } else {
            noteNoObject("user"_L1);
            event.user.username = textOf(value);
        }
    } else if (key.is("brand")) {
        if (typeOf(value) != JsonType::Object)
            noteNoObject("brand"_L1);
        event.brand = model(value);
    } else if (key.is("context")) {
        if (typeOf(value) == JsonType::Object) {
            SeenKeys inner;
            forEachMember(value, [&](std::string_view innerName, od::value &member) {
                readContextMember(innerName, member, inner, event.context);
                noteRepeated("context.", innerName, inner, event.oddities);
            });
        } else {
            noteNoObject("context"_L1);
            event.context.message = textOf(value);
        }
    }
}

void noteMissing(Event &event)
{
    const auto note = [&](bool missing, QLatin1StringView name) {
        if (missing)
            event.oddities += QCoreApplication::translate("codec", "%1 is missing").arg(name);
    };
    note(event.id.isEmpty(), "pk"_L1);
    note(event.action.isEmpty(), "action"_L1);
    note(!event.created && !event.oddities.join(u' ').contains("created"_L1), "created"_L1);
}

} // namespace tidings::codec
