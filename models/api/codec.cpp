// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"

#include "codecprimitives.h"

#include <QCoreApplication>

namespace tidings::codec {

using namespace Qt::StringLiterals;

namespace {

Failure notAuthentik(const QString &why)
{
    ApiError error;
    error.kind = ApiError::Kind::NotAuthentik;
    error.detail = why;
    return Failure(error);
}

QByteArray bytesOf(std::string_view raw)
{
    return {raw.data(), static_cast<qsizetype>(raw.size())};
}

// Reads a text field and notes when it was something else. Null counts as empty where `nullable`.
QString textField(od::value &value, const QString &name, QStringList &oddities, bool nullable = false)
{
    const JsonType type = typeOf(value);
    if (type != JsonType::String && !(nullable && type == JsonType::Null))
        oddities += QCoreApplication::translate("codec", "%1 is not a text").arg(name);
    return textOf(value);
}

std::optional<Timestamp> timeField(od::value &value, const QString &name, QStringList &oddities)
{
    if (typeOf(value) == JsonType::String) {
        const std::string_view raw = rawOf(value);
        if (const auto time = parseTimestamp(raw.substr(1, raw.size() - 2)))
            return time;
    }
    oddities += QCoreApplication::translate("codec", "%1 is not a point in time").arg(name);
    return std::nullopt;
}

ModelRef modelOf(od::value &value)
{
    ModelRef model;
    const bool isObject = forEachMember(value, [&](std::string_view key, od::value &member) {
        if (key == "app")
            model.app = textOf(member);
        else if (key == "model_name")
            model.modelName = textOf(member);
        else if (key == "name")
            model.name = textOf(member);
        else if (key == "pk")
            model.pk = textOf(member);
    });
    if (!isObject)
        model.name = textOf(value);
    return model;
}

// on_behalf_of inside on_behalf_of is not known to occur; a hostile server may nest it as deep as it likes.
constexpr int maxUserDepth = 4;

UserRef userOf(od::value &value, int depth = 0)
{
    UserRef user;
    const auto inner = [&](od::value &member) -> std::shared_ptr<const UserRef> {
        if (depth >= maxUserDepth || typeOf(member) != JsonType::Object)
            return nullptr;
        return std::make_shared<const UserRef>(userOf(member, depth + 1));
    };
    forEachMember(value, [&](std::string_view key, od::value &member) {
        if (key == "pk")
            user.pk = textOf(member);
        else if (key == "username")
            user.username = textOf(member);
        else if (key == "email")
            user.email = textOf(member);
        else if (key == "is_anonymous")
            user.isAnonymous = rawOf(member) == "true";
        else if (key == "on_behalf_of")
            user.onBehalfOf = inner(member);
        else if (key == "authenticated_as")
            user.authenticatedAs = inner(member);
    });
    return user;
}

void readHttpRequest(od::value &value, EventContext &context)
{
    forEachMember(value, [&](std::string_view key, od::value &member) {
        if (key == "path")
            context.httpPath = textOf(member);
        else if (key == "method")
            context.httpMethod = textOf(member);
        else if (key == "user_agent")
            context.userAgent = textOf(member);
        else if (key == "request_id")
            context.requestId = textOf(member);
    });
}

void readGeo(od::value &value, EventContext &context)
{
    forEachMember(value, [&](std::string_view key, od::value &member) {
        if (key == "city")
            context.city = textOf(member);
        else if (key == "country")
            context.country = textOf(member);
        else if (key == "continent")
            context.continent = textOf(member);
    });
}

void readAsn(od::value &value, EventContext &context)
{
    forEachMember(value, [&](std::string_view key, od::value &member) {
        if (key == "asn")
            context.asn = textOf(member);
        else if (key == "as_org")
            context.asOrganisation = textOf(member);
    });
}

QString firstText(od::value &value)
{
    if (typeOf(value) != JsonType::Array)
        return textOf(value);
    QString first;
    forEachElement(value, [&](od::value &element) {
        if (first.isEmpty())
            first = textOf(element);
    });
    return first;
}

void readContextMember(std::string_view key, od::value &value, EventContext &context)
{
    if (key == "message")
        context.message = textOf(value);
    else if (key == "http_request")
        readHttpRequest(value, context);
    else if (key == "geo")
        readGeo(value, context);
    else if (key == "asn")
        readAsn(value, context);
    else if (key == "username")
        context.username = textOf(value);
    else if (key == "reason")
        context.reason = textOf(value);
    else if (key == "auth_method")
        context.authMethod = textOf(value);
    else if (key == "new_version")
        context.newVersion = textOf(value);
    else if (key == "subject")
        context.subject = textOf(value);
    else if (key == "to_email")
        context.toEmail = firstText(value);
    else if (key == "scopes")
        context.scopes = textOf(value);
    else if (key == "model")
        context.model = modelOf(value);
    else if (key == "authorized_application")
        context.application = modelOf(value);
    else if (key == "secret" || key == "token")
        context.secret = modelOf(value);
    else if (key == "source" || key == "using_source")
        context.source = modelOf(value);
    else if (key == "stage")
        context.stage = modelOf(value);
    else if (key == "binding")
        context.binding = modelOf(value);
    else if (key == "target")
        context.target = modelOf(value);
    else if (key == "diff")
        forEachMember(value, [&](std::string_view field, od::value &) {
            context.changedFields += QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
        });
    else if (key == "error" && context.message.isEmpty())
        context.message = textOf(value); // tracebacks of old rows
}

void readEventMember(std::string_view key, od::value &value, Event &event)
{
    if (key == "pk") {
        event.id = textField(value, u"pk"_s, event.oddities);
    } else if (key == "action") {
        event.action = textField(value, u"action"_s, event.oddities);
    } else if (key == "app") {
        event.app = textField(value, u"app"_s, event.oddities);
    } else if (key == "client_ip") {
        event.clientIp = textField(value, u"client_ip"_s, event.oddities, true);
    } else if (key == "created") {
        event.created = timeField(value, u"created"_s, event.oddities);
    } else if (key == "expires") {
        if (typeOf(value) != JsonType::Null)
            event.expires = timeField(value, u"expires"_s, event.oddities);
    } else if (key == "user") {
        if (typeOf(value) == JsonType::Object) {
            event.user = userOf(value);
        } else {
            event.oddities += QCoreApplication::translate("codec", "%1 is not an object").arg(u"user"_s);
            event.user.username = textOf(value);
        }
    } else if (key == "brand") {
        if (typeOf(value) != JsonType::Object)
            event.oddities += QCoreApplication::translate("codec", "%1 is not an object").arg(u"brand"_s);
        event.brand = modelOf(value);
    } else if (key == "context") {
        if (typeOf(value) == JsonType::Object) {
            forEachMember(value,
                [&](std::string_view name, od::value &member) { readContextMember(name, member, event.context); });
        } else {
            event.oddities += QCoreApplication::translate("codec", "%1 is not an object").arg(u"context"_s);
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

Event eventFrom(Parser &parser, simdjson::padded_string_view json)
{
    Event event;
    event.raw = bytesOf(json);
    od::document document;
    od::object object;
    const bool readable = !parser.iterate(json).get(document) && !document.get_object().get(object)
        && forEachMember(object, [&](std::string_view key, od::value &value) { readEventMember(key, value, event); })
        && isReadInFull(document);
    if (!readable)
        event.oddities += QCoreApplication::translate("codec", "the record is not readable");
    noteMissing(event);
    return event;
}

Notification notificationFrom(Parser &parser, Parser &eventParser, const PaddedBody &body, std::string_view json)
{
    Notification notification;
    notification.raw = bytesOf(json);
    od::document document;
    od::object object;
    const auto visit = [&](std::string_view key, od::value &value) {
        if (key == "pk") {
            notification.id = textField(value, u"pk"_s, notification.oddities);
        } else if (key == "severity") {
            notification.severity = textField(value, u"severity"_s, notification.oddities);
        } else if (key == "body") {
            notification.body = textField(value, u"body"_s, notification.oddities);
        } else if (key == "hyperlink") {
            notification.hyperlink = textField(value, u"hyperlink"_s, notification.oddities, true);
        } else if (key == "hyperlink_label") {
            notification.hyperlinkLabel = textField(value, u"hyperlink_label"_s, notification.oddities, true);
        } else if (key == "created") {
            notification.created = timeField(value, u"created"_s, notification.oddities);
        } else if (key == "seen") {
            if (typeOf(value) != JsonType::Bool)
                notification.oddities += QCoreApplication::translate("codec", "%1 is not yes or no").arg(u"seen"_s);
            notification.seen = rawOf(value) == "true";
        } else if (key == "event") {
            if (typeOf(value) == JsonType::Object)
                notification.event = eventFrom(eventParser, body.padded(rawOf(value)));
            else if (typeOf(value) != JsonType::Null)
                notification.oddities += QCoreApplication::translate("codec", "%1 is not an object").arg(u"event"_s);
        }
    };
    const bool readable = !parser.iterate(body.padded(json)).get(document) && !document.get_object().get(object)
        && forEachMember(object, visit) && isReadInFull(document);
    if (!readable)
        notification.oddities += QCoreApplication::translate("codec", "the record is not readable");
    return notification;
}

// Reads the envelope of a list and hands each record over as its bytes.
template <class T, class Decode> Result<Page<T>> decodePage(const QByteArray &bytes, const Decode &decode)
{
    const PaddedBody body(bytes);
    Parser parser;
    od::document document;
    od::object envelope;
    if (parser.iterate(body.padded()).get(document) || document.get_object().get(envelope))
        return notAuthentik(u"the answer is not a JSON object"_s);

    Page<T> page;
    bool hasPagination = false;
    bool hasResults = false;
    bool intact = true;
    page.count = -1;
    const bool readable = forEachMember(envelope, [&](std::string_view key, od::value &value) {
        if (key == "pagination") {
            hasPagination = forEachMember(value, [&](std::string_view name, od::value &number) {
                const auto bounded = [](qint64 n) {
                    return static_cast<int>(std::clamp<qint64>(n, 0, 1'000'000'000));
                };
                if (name == "count")
                    page.count = integerOf(number, -1);
                else if (name == "current")
                    page.current = bounded(integerOf(number, 1));
                else if (name == "next")
                    page.next = bounded(integerOf(number, 0));
                else if (name == "total_pages")
                    page.totalPages = bounded(integerOf(number, 1));
            });
        } else if (key == "results") {
            page.items.clear(); // of a repeated key the last one counts, as in Python
            hasResults = typeOf(value) == JsonType::Array;
            intact = forEachElement(value, [&](od::value &record) { page.items += decode(body, rawOf(record)); });
        } else if (key == "autocomplete") {
            page.hasQueryLanguage = false;
            forEachMember(value, [&](std::string_view, od::value &) { page.hasQueryLanguage = true; });
        }
    });
    if (!readable || !intact || !isReadInFull(document))
        return notAuthentik(u"the JSON is broken"_s);
    if (!hasResults)
        return notAuthentik(u"the answer has no list of results"_s);
    if (!hasPagination)
        return notAuthentik(u"the answer has no pagination"_s);
    page.count = std::max<qint64>(page.count, page.items.size());
    return page;
}

// Reads an answer that is one object.
template <class Visit> std::optional<Failure> readObject(const QByteArray &bytes, const Visit &visit)
{
    const PaddedBody body(bytes);
    Parser parser;
    od::document document;
    od::object object;
    if (parser.iterate(body.padded()).get(document) || document.get_object().get(object))
        return notAuthentik(u"the answer is not a JSON object"_s);
    if (!forEachMember(object, visit) || !isReadInFull(document))
        return notAuthentik(u"the JSON is broken"_s);
    return std::nullopt;
}

template <class T, class Visit> Result<QList<T>> readArray(const QByteArray &bytes, const Visit &visitMember)
{
    const PaddedBody body(bytes);
    Parser parser;
    od::document document;
    od::array array;
    if (parser.iterate(body.padded()).get(document) || document.get_array().get(array))
        return notAuthentik(u"the answer is not a JSON array"_s);
    QList<T> items;
    const bool readable = forEachElement(array, [&](od::value &element) {
        T item;
        if (forEachMember(element, [&](std::string_view key, od::value &value) { visitMember(item, key, value); }))
            items += item;
    });
    if (!readable || !isReadInFull(document))
        return notAuthentik(u"the JSON is broken"_s);
    return items;
}

void collectErrors(const QString &name, od::value &value, QMap<QString, QStringList> &errors, int depth)
{
    switch (typeOf(value)) {
    case JsonType::Object:
        if (depth < 4) {
            forEachMember(value, [&](std::string_view key, od::value &member) {
                const QString inner = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
                collectErrors(name.isEmpty() ? inner : name + u'.' + inner, member, errors, depth + 1);
            });
        }
        break;
    case JsonType::Array:
        forEachElement(value, [&](od::value &element) {
            if (typeOf(element) == JsonType::Object || typeOf(element) == JsonType::Array) {
                if (depth < 4)
                    collectErrors(name, element, errors, depth + 1);
            } else if (errors.size() < 50 && errors[name].size() < 10) {
                errors[name] += textOf(element).left(500);
            }
        });
        break;
    default:
        if (errors.size() < 50 && errors[name].size() < 10)
            errors[name] += textOf(value).left(500);
    }
}

} // namespace

struct EventDecoder::Private
{
    Parser parser;
};

EventDecoder::EventDecoder()
    : m_private(std::make_unique<Private>())
{
}

EventDecoder::~EventDecoder() = default;

Event EventDecoder::decode(const QByteArray &raw)
{
    const PaddedBody body(raw);
    Event event = eventFrom(m_private->parser, body.padded());
    event.raw = raw;
    return event;
}

Result<Page<Event>> decodeEventPage(const QByteArray &body)
{
    Parser parser;
    return decodePage<Event>(body,
        [&](const PaddedBody &padded, std::string_view record) { return eventFrom(parser, padded.padded(record)); });
}

Result<Event> decodeEvent(const QByteArray &body)
{
    if (auto failure = readObject(body, [](std::string_view, od::value &) {}))
        return *failure;
    const Event event = EventDecoder().decode(body);
    if (event.id.isEmpty() || event.action.isEmpty())
        return notAuthentik(u"the answer is not an event"_s);
    return event;
}

Result<Page<Notification>> decodeNotificationPage(const QByteArray &body)
{
    Parser parser;
    Parser eventParser;
    return decodePage<Notification>(body, [&](const PaddedBody &padded, std::string_view record) {
        return notificationFrom(parser, eventParser, padded, record);
    });
}

Result<Notification> decodeNotification(const QByteArray &body)
{
    if (auto failure = readObject(body, [](std::string_view, od::value &) {}))
        return *failure;
    const PaddedBody padded(body);
    Parser parser;
    Parser eventParser;
    const Notification notification = notificationFrom(parser, eventParser, padded, padded.text());
    if (notification.id.isEmpty())
        return notAuthentik(u"the answer is not a notification"_s);
    return notification;
}

Result<QList<ActionInfo>> decodeActions(const QByteArray &body)
{
    return readArray<ActionInfo>(body, [](ActionInfo &action, std::string_view key, od::value &value) {
        if (key == "component")
            action.value = textOf(value);
        else if (key == "name")
            action.label = textOf(value);
    });
}

Result<QList<VolumeBucket>> decodeVolume(const QByteArray &body)
{
    return readArray<VolumeBucket>(body, [](VolumeBucket &bucket, std::string_view key, od::value &value) {
        if (key == "action") {
            bucket.action = textOf(value);
        } else if (key == "time") {
            QStringList ignored;
            bucket.time = timeField(value, u"time"_s, ignored).value_or(0);
        } else if (key == "count" || key == "y_cord") {
            bucket.count = integerOf(value, 0);
        } else if (key == "x_cord") {
            constexpr qint64 limit = 253402300799999; // year 9999 in milliseconds
            bucket.time = std::clamp<qint64>(integerOf(value, 0), 0, limit) * 1000;
        }
    });
}

Result<QList<TopApplication>> decodeTopApplications(const QByteArray &body)
{
    return readArray<TopApplication>(body, [](TopApplication &row, std::string_view key, od::value &value) {
        if (key == "application")
            row.application = modelOf(value).name;
        else if (key == "counted_events")
            row.events = integerOf(value, 0);
        else if (key == "unique_users")
            row.users = integerOf(value, 0);
    });
}

Result<RootConfig> decodeRootConfig(const QByteArray &body)
{
    RootConfig config;
    bool hasCapabilities = false;
    if (auto failure = readObject(body, [&](std::string_view key, od::value &value) {
            if (key == "capabilities")
                hasCapabilities
                    = forEachElement(value, [&](od::value &element) { config.capabilities += textOf(element); });
        })) {
        return *failure;
    }
    if (!hasCapabilities)
        return notAuthentik(u"the answer has no capabilities"_s);
    return config;
}

Result<CurrentUser> decodeCurrentUser(const QByteArray &body)
{
    CurrentUser user;
    bool hasUser = false;
    if (auto failure = readObject(body, [&](std::string_view key, od::value &value) {
            if (key != "user")
                return;
            hasUser = forEachMember(value, [&](std::string_view name, od::value &member) {
                if (name == "pk")
                    user.pk = integerOf(member, 0);
                else if (name == "username")
                    user.username = textOf(member);
                else if (name == "name")
                    user.name = textOf(member);
                else if (name == "email")
                    user.email = textOf(member);
                else if (name == "is_superuser")
                    user.isSuperuser = rawOf(member) == "true";
            });
        })) {
        return *failure;
    }
    // Without the pk the own notifications could not be told from everybody's.
    if (!hasUser || user.pk <= 0)
        return notAuthentik(u"the answer names no user"_s);
    return user;
}

Result<VersionInfo> decodeVersion(const QByteArray &body)
{
    VersionInfo version;
    if (auto failure = readObject(body, [&](std::string_view key, od::value &value) {
            if (key == "version_current")
                version.current = textOf(value);
            else if (key == "version_latest")
                version.latest = textOf(value);
            else if (key == "outdated")
                version.outdated = rawOf(value) == "true";
        })) {
        return *failure;
    }
    return version;
}

ErrorBody decodeErrorBody(const QByteArray &bytes)
{
    ErrorBody result;
    const PaddedBody body(bytes);
    Parser parser;
    od::document document;
    if (parser.iterate(body.padded()).get(document))
        return result;
    od::value value;
    if (document.get_value().get(value))
        return result;
    switch (typeOf(value)) {
    case JsonType::Object:
        result.isJson = forEachMember(value, [&](std::string_view key, od::value &member) {
            if (key == "detail" && typeOf(member) == JsonType::String)
                result.detail = textOf(member).left(500);
            else if (key != "code")
                collectErrors(
                    QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), member, result.fieldErrors, 0);
        });
        break;
    case JsonType::Array: // ["text"]: a refusal without a field
        result.isJson = true;
        collectErrors(u"non_field_errors"_s, value, result.fieldErrors, 0);
        break;
    default:
        break;
    }
    return result;
}

} // namespace tidings::codec
