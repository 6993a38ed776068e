// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"

#include "codecprimitives.h"
#include "eventreader.h"
#include "utf8text.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace tidings::codec {

using namespace Qt::StringLiterals;

namespace {

struct CodecText
{
    Q_DECLARE_TR_FUNCTIONS(codec)
};

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
        oddities += CodecText::tr("%1 is not a text").arg(name);
    return textOf(value);
}

// Decodes a record by itself, so that nothing but itself suffers where it is broken.
Event eventFrom(Parser &parser, simdjson::padded_string_view json)
{
    Event event;
    event.raw = bytesOf(json);
    od::document document;
    od::object object;
    const bool readable = !parser.iterate(json).get(document) && !document.get_object().get(object)
        && EventReader().read(object, event) && isReadInFull(document);
    if (!readable)
        event.oddities += CodecText::tr("the record is not readable");
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
            notification.created = timeField(value, "created"_L1, notification.oddities);
        } else if (key == "seen") {
            if (typeOf(value) != JsonType::Bool)
                notification.oddities += CodecText::tr("%1 is not yes or no").arg(u"seen"_s);
            notification.seen = rawOf(value) == "true";
        } else if (key == "event") {
            if (typeOf(value) == JsonType::Object)
                notification.event = eventFrom(eventParser, body.padded(rawOf(value)));
            else if (typeOf(value) != JsonType::Null)
                notification.oddities += CodecText::tr("%1 is not an object").arg(u"event"_s);
        }
    };
    const bool readable = !parser.iterate(body.padded(json)).get(document) && !document.get_object().get(object)
        && forEachMember(object, visit) && isReadInFull(document);
    if (!readable)
        notification.oddities += CodecText::tr("the record is not readable");
    return notification;
}

// Reads the envelope of a list. Each record is handed to decode(od::document &, od::value &record, QList<T> &items),
// which appends it.
template <class T, class Decode>
Result<Page<T>> decodePage(const PaddedBody &body, Parser &parser, const Decode &decode)
{
    od::document document;
    od::object envelope;
    if (parser.iterate(body.padded()).get(document) || document.get_object().get(envelope))
        return notAuthentik(CodecText::tr("the answer is not a JSON object"));

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
            intact = forEachElement(value, [&](od::value &record) { decode(document, record, page.items); });
        } else if (key == "autocomplete") {
            page.hasQueryLanguage = false;
            forEachMember(value, [&](std::string_view, od::value &) { page.hasQueryLanguage = true; });
        }
    });
    if (!readable || !intact || !isReadInFull(document))
        return notAuthentik(CodecText::tr("the JSON is broken"));
    if (!hasResults)
        return notAuthentik(CodecText::tr("the answer has no list of results"));
    if (!hasPagination)
        return notAuthentik(CodecText::tr("the answer has no pagination"));
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
        return notAuthentik(CodecText::tr("the answer is not a JSON object"));
    if (!forEachMember(object, visit) || !isReadInFull(document))
        return notAuthentik(CodecText::tr("the JSON is broken"));
    return std::nullopt;
}

template <class T, class Visit> Result<QList<T>> readArray(const QByteArray &bytes, const Visit &visitMember)
{
    const PaddedBody body(bytes);
    Parser parser;
    od::document document;
    od::array array;
    if (parser.iterate(body.padded()).get(document) || document.get_array().get(array))
        return notAuthentik(CodecText::tr("the answer is not a JSON array"));
    QList<T> items;
    const bool readable = forEachElement(array, [&](od::value &element) {
        T item;
        if (forEachMember(element, [&](std::string_view key, od::value &value) { visitMember(item, key, value); }))
            items += item;
    });
    if (!readable || !isReadInFull(document))
        return notAuthentik(CodecText::tr("the JSON is broken"));
    return items;
}

// A name is shown with its error, so it is bounded as that is.
QString errorName(std::string_view key)
{
    constexpr size_t longest = 100; // bytes
    return textFromUtf8(key.substr(0, longest));
}

void collectErrors(const QString &name, od::value &value, QMap<QString, QStringList> &errors, int depth)
{
    switch (typeOf(value)) {
    case JsonType::Object:
        if (depth < 4) {
            forEachMember(value, [&](std::string_view key, od::value &member) {
                const QString inner = errorName(key);
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

// The end of a record that was read: behind its last bracket. Null: there is none.
const char *endOfRecord(od::document &document)
{
    const char *end = nullptr;
    if (document.current_location().get(end))
        return nullptr;
    while (end[-1] != '}')
        --end;
    return end;
}

// Records are read in one go with their page.
Result<Page<Event>> decodeWholeEventPage(const PaddedBody &body, Parser &parser, EventReader &reader)
{
    constexpr qsizetype mostReserved = 1000;
    std::optional<Parser> oddParser;
    reader.setEnd(body.text().data() + body.text().size());
    return decodePage<Event>(body, parser, [&](od::document &document, od::value &record, QList<Event> &events) {
        od::object object;
        if (typeOf(record) != JsonType::Object) {
            if (!oddParser)
                oddParser.emplace();
            events += eventFrom(*oddParser, body.padded(rawOf(record)));
            return;
        }
        const char *const begin = record.raw_json_token().data();
        Event &event = events.emplaceBack();
        if (record.get_object().get(object) || !reader.read(object, event))
            return; // what is left of the page cannot be read either
        const char *const end = endOfRecord(document);
        if (!end)
            return;
        event.raw = QByteArray(begin, end - begin);
        noteMissing(event);
        if (events.size() == 1)
            events.reserve(std::min(mostReserved, static_cast<qsizetype>(body.text().size()) / event.raw.size()));
    });
}

// As far as lists need it; what is odd is decoded in full.
Result<Page<Event>> decodeHeadsOfPage(const PaddedBody &body, Parser &parser, EventReader &reader)
{
    constexpr qsizetype mostReserved = 1000;
    std::optional<Parser> oddParser;
    const auto decodeInFull = [&](std::string_view record) {
        if (!oddParser)
            oddParser.emplace();
        return eventFrom(*oddParser, body.padded(record));
    };
    return decodePage<Event>(body, parser, [&](od::document &document, od::value &record, QList<Event> &events) {
        if (typeOf(record) != JsonType::Object) {
            events += decodeInFull(rawOf(record));
            return;
        }
        const char *const begin = record.raw_json_token().data();
        od::object object;
        EventHead head;
        if (record.get_object().get(object) || !readHead(object, head))
            return; // what is left of the page cannot be read either
        const char *const end = endOfRecord(document);
        if (!end)
            return;
        Event &event = events.emplaceBack();
        if (reader.read(head, event)) {
            event.raw = QByteArray(begin, end - begin);
            event.head = partsOf(head, begin);
        } else {
            event = decodeInFull({begin, static_cast<size_t>(end - begin)});
        }
        if (events.size() == 1)
            events.reserve(std::min(mostReserved, static_cast<qsizetype>(body.text().size()) / event.raw.size()));
    });
}

} // namespace

struct EventDecoder::Private
{
    // False: it is broken in some way.
    bool read(const QByteArray &raw, Event &event)
    {
        const auto size = static_cast<size_t>(raw.size());
        if (bytes.size() < size + simdjson::SIMDJSON_PADDING)
            bytes.resize(size + simdjson::SIMDJSON_PADDING);
        std::copy_n(raw.constData(), size, bytes.begin());
        reader.setEnd(bytes.data() + size);
        od::document document;
        od::object object;
        return !parser.iterate(bytes.data(), size, bytes.size()).get(document) && !document.get_object().get(object)
            && reader.read(object, event) && isReadInFull(document);
    }

    Parser parser;
    EventReader reader;
    std::vector<char> bytes; // and what the parser wants behind them
    bool isUsed = false;
};

EventDecoder::EventDecoder()
    : m_private(std::make_unique<Private>())
{
}

EventDecoder::~EventDecoder() = default;

Event EventDecoder::decode(const QByteArray &raw)
{
    if (std::exchange(m_private->isUsed, true))
        m_private->reader.remember(EventReader::Extent::Records);
    Event event;
    if (m_private->read(raw, event)) {
        noteMissing(event);
    } else {
        const PaddedBody body(raw);
        event = eventFrom(m_private->parser, body.padded());
    }
    event.raw = raw;
    return event;
}

struct EventPageDecoder::Private
{
    Private() { reader.remember(EventReader::Extent::Page); }

    Result<Page<Event>> decode(const QByteArray &body, bool onlyHeads)
    {
        const PaddedBody asSent(body, PaddedBody::Utf8::AsSent);
        auto page
            = onlyHeads ? decodeHeadsOfPage(asSent, parser, reader) : decodeWholeEventPage(asSent, parser, reader);
        if (page)
            return page;
        // Broken somewhere; if that is inside a record, only this one is lost.
        const PaddedBody padded(body);
        Parser recordParser;
        return decodePage<Event>(padded, parser, [&](od::document &, od::value &record, QList<Event> &events) {
            events += eventFrom(recordParser, padded.padded(rawOf(record)));
        });
    }

    std::mutex mutex;
    Parser parser;
    EventReader reader;
};

EventPageDecoder::EventPageDecoder()
    : m_private(std::make_unique<Private>())
{
}

EventPageDecoder::~EventPageDecoder() = default;

Result<Page<Event>> EventPageDecoder::decode(const QByteArray &body)
{
    const std::unique_lock lock(m_private->mutex, std::try_to_lock);
    return lock ? m_private->decode(body, false) : decodeEventPage(body);
}

Result<Page<Event>> EventPageDecoder::decodeHeads(const QByteArray &body)
{
    const std::unique_lock lock(m_private->mutex, std::try_to_lock);
    return lock ? m_private->decode(body, true) : EventPageDecoder().decodeHeads(body);
}

Result<Page<Event>> decodeEventPage(const QByteArray &body)
{
    return EventPageDecoder().decode(body);
}

Result<Event> decodeEvent(const QByteArray &body)
{
    bool hasAction = false; // maybe an empty one, which can be stored
    const auto visit = [&hasAction](std::string_view key, od::value & /*value*/) {
        hasAction = hasAction || key == "action";
    };
    if (auto failure = readObject(body, visit))
        return *failure;
    const Event event = EventDecoder().decode(body);
    if (event.id.isEmpty() || !hasAction)
        return notAuthentik(CodecText::tr("the answer is not an event"));
    return event;
}

Result<Page<Notification>> decodeNotificationPage(const QByteArray &body)
{
    const PaddedBody padded(body);
    Parser parser;
    Parser recordParser;
    Parser eventParser;
    return decodePage<Notification>(padded, parser, [&](od::document &, od::value &record, QList<Notification> &items) {
        items += notificationFrom(recordParser, eventParser, padded, rawOf(record));
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
        return notAuthentik(CodecText::tr("the answer is not a notification"));
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
            // Computed by the database, which leaves out the zone ("2026-11-19T18:00:00", authentik 2025.6 and later).
            bucket.time = parseServerTime(textOf(value).toStdString()).value_or(0);
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
    EventReader reader;
    return readArray<TopApplication>(body, [&reader](TopApplication &row, std::string_view key, od::value &value) {
        if (key == "application")
            row.application = reader.model(value).name;
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
        return notAuthentik(CodecText::tr("the answer has no capabilities"));
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
        return notAuthentik(CodecText::tr("the answer names no user"));
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
                collectErrors(errorName(key), member, result.fieldErrors, 0);
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
