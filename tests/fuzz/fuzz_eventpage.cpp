// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of the server: pages of events and notifications, single records and the small ones.
#include "akqlpaths.h"
#include "codec.h"
#include "eventfieldtext.h"
#include "eventhead.h"
#include "eventrecord.h"
#include "eventsummary.h"
#include "fuzzing.h"
#include "jsontext.h"

#include <QJsonDocument>

#include <array>

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;

namespace {

bool isSame(const Event &a, const Event &b)
{
    return a.raw == b.raw && a.id == b.id && a.action == b.action && a.app == b.app && a.user == b.user
        && a.clientIp == b.clientIp && a.created == b.created && a.expires == b.expires && a.brand == b.brand
        && a.context == b.context && a.oddities == b.oddities;
}

template <class T> void checkEnvelope(const Result<Page<T>> &page)
{
    constexpr int most = 1'000'000'000;
    if (!page) {
        require(page.error().kind == ApiError::Kind::NotAuthentik && !page.error().detail.isEmpty()
                && page.error().detail.size() <= 500,
            "what is no page is not authentik's, and it is said why");
        return;
    }
    for (const int number : {page->current, page->next, page->totalPages})
        require(number >= 0 && number <= most, "numbers of pages have limits");
    require(page->count >= page->items.size(), "a page holds no more than there is");
}

// What a filter asks of a record is what a list shows of it.
void checkPaths(const Event &event)
{
    // Paths are compared with keys as they stand there; nobody writes these with escapes.
    if (event.raw.contains("\\u"))
        return;
    const EventContext &context = event.context;
    const std::array<std::pair<QLatin1StringView, QString>, 21> fields{{
        {akql::paths::action, event.action},
        {akql::paths::username, event.user.username},
        {akql::paths::userEmail, event.user.email},
        {akql::paths::userPk, event.user.pk},
        {akql::paths::brand, event.brand.name},
        {akql::paths::triedUsername, context.username},
        {akql::paths::authMethod, context.authMethod},
        {akql::paths::application, context.application.name},
        {akql::paths::applicationPk, context.application.pk},
        {akql::paths::modelApp, context.model.app},
        {akql::paths::modelName, context.model.modelName},
        {akql::paths::modelPk, context.model.pk},
        {akql::paths::objectName, context.model.name},
        {akql::paths::country, context.country},
        {akql::paths::city, context.city},
        {akql::paths::continent, context.continent},
        {akql::paths::asOrganisation, context.asOrganisation},
        {akql::paths::requestId, context.requestId},
        {akql::paths::requestPath, context.httpPath},
        {akql::paths::requestMethod, context.httpMethod},
        {akql::paths::userAgent, context.userAgent},
    }};
    const EventRecord record(event);
    for (const auto &[path, shown] : fields) {
        const akql::Value value = record.value(akql::paths::split(path));
        const auto *const text = std::get_if<QString>(&value);
        require(!text || *text == shown, "a path leads to what is shown");
    }
}

void checkTexts(const Event &event)
{
    require(isFitToBeSeen(summarySentence(event), Allowed::Isolates), "the sentence can be shown");
    require(isFitToBeSeen(whatHappened(event), Allowed::Isolates), "what happened can be shown");
    require(isFitToBeSeen(placeText(event.context), Allowed::Nothing), "the place can be shown");
    require(isFitToBeSeen(applicationText(event), Allowed::Nothing), "the application can be shown");
    constexpr qsizetype most = 50;
    std::string json = event.raw.toStdString();
    const QStringList names = fieldNames(event.raw, most);
    require(names.size() <= most, "there are no more names than asked for");
    for (const QString &name : names.mid(0, 5)) {
        const QStringList path = fieldPath(name);
        require(!path.isEmpty(), "names of fields are paths");
        require(isFitToBeSeen(fieldText(json, path), Allowed::Nothing), "the text of a field can be shown");
    }
}

void checkHead(const Event &event, const Event &whole)
{
    require(event.raw == whole.raw && event.id == whole.id && event.action == whole.action && event.app == whole.app
            && event.clientIp == whole.clientIp && event.created == whole.created,
        "a head says what the whole record says");
    if (!event.head)
        return require(isSame(event, whole), "what has no head is read as a whole");
    for (const EventParts::Part &part : event.head->parts)
        require(qint64(part.begin) + part.size <= event.raw.size(), "parts stand in the record");
    const codec::EventHead head = codec::headOf(event);
    const EventParts parts = codec::partsOf(head, event.raw.constData());
    for (size_t i = 0; i < parts.parts.size(); ++i) {
        const EventParts::Part &part = event.head->parts.at(i);
        require(parts.parts.at(i).size == part.size && (part.size == 0 || parts.parts.at(i).begin == part.begin),
            "a head can be kept and taken up again");
    }
}

// `isJson`: Qt takes it for JSON; `isStrict`: and no key stands twice.
void checkEvents(const QByteArray &body, bool isJson, bool isStrict)
{
    codec::EventPageDecoder decoder;
    const auto whole = decoder.decode(body);
    checkEnvelope(whole);
    const auto again = decoder.decode(body);
    require(again.has_value() == whole.has_value(), "a page reads the same again");
    if (whole) {
        require(again->items.size() == whole->items.size(), "it has the same records again");
        codec::EventDecoder alone;
        for (qsizetype i = 0; i < whole->items.size(); ++i) {
            const Event &event = whole->items.at(i);
            require(!event.head, "a record that was read in full has no head");
            const Event single = alone.decode(event.raw);
            if (isJson) {
                require(isSame(event, again->items.at(i)), "a record reads the same again");
                require(isSame(event, single), "a record reads as it does alone");
                require(body.contains(event.raw), "a record keeps its bytes");
                checkPaths(event);
            }
            if (i < 3)
                checkTexts(event);
        }
    }

    const auto heads = decoder.decodeHeads(body);
    checkEnvelope(heads);
    if (!isStrict)
        return;
    require(heads.has_value() == whole.has_value(), "heads and whole records come from the same pages");
    if (!whole)
        return;
    require(heads->items.size() == whole->items.size() && heads->count == whole->count && heads->next == whole->next
            && heads->current == whole->current && heads->totalPages == whole->totalPages
            && heads->hasQueryLanguage == whole->hasQueryLanguage,
        "and say the same about the page");
    for (qsizetype i = 0; i < whole->items.size(); ++i)
        checkHead(heads->items.at(i), whole->items.at(i));
}

void checkNotifications(const QByteArray &body, bool isStrict)
{
    const auto page = codec::decodeNotificationPage(body);
    checkEnvelope(page);
    if (!page || !isStrict)
        return;
    for (const Notification &notification : page->items) {
        require(body.contains(notification.raw), "a notification keeps its bytes");
        require(!notification.event || notification.raw.contains(notification.event->raw), "so does its event");
        const auto alone = codec::decodeNotification(notification.raw);
        require(alone.has_value() == !notification.id.isEmpty(), "a notification has an id");
        if (!alone)
            continue;
        require(alone->raw == notification.raw && alone->id == notification.id && alone->body == notification.body
                && alone->severity == notification.severity && alone->created == notification.created
                && alone->seen == notification.seen && alone->hyperlink == notification.hyperlink
                && alone->hyperlinkLabel == notification.hyperlinkLabel && alone->oddities == notification.oddities
                && alone->event.has_value() == notification.event.has_value(),
            "it reads the same alone");
        require(!alone->event || isSame(*alone->event, *notification.event), "and its event does");
    }
}

void checkSmallAnswers(const QByteArray &body)
{
    const auto event = codec::decodeEvent(body);
    require(!event || (!event->id.isEmpty() && !rawMember(body, "action").isEmpty() && event->raw == body),
        "an event is one");
    const auto user = codec::decodeCurrentUser(body);
    require(!user || user->pk > 0, "a user has a number");
    const auto volume = codec::decodeVolume(body);
    for (const VolumeBucket &bucket : volume ? *volume : QList<VolumeBucket>())
        require(isWritableTime(bucket.time), "a bucket lies in the calendar");
    const auto actions = codec::decodeActions(body);
    const auto applications = codec::decodeTopApplications(body);
    const auto config = codec::decodeRootConfig(body);
    const auto version = codec::decodeVersion(body);
    require(actions || actions.error().kind == ApiError::Kind::NotAuthentik, "what are no actions is an error");
    require(applications || applications.error().kind == ApiError::Kind::NotAuthentik, "so are no applications");
    require(config || config.error().kind == ApiError::Kind::NotAuthentik, "so is no configuration");
    require(version || version.error().kind == ApiError::Kind::NotAuthentik, "so is no version");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body = bytesOf(data, size);
    const QString text = QString::fromUtf8(body);
    const bool isText = text.toUtf8() == body;
    const bool isJson = isText && !QJsonDocument::fromJson(body).isNull();
    const bool isStrict = isText && !checkJsonObject(text);
    checkEvents(body, isJson, isStrict);
    checkNotifications(body, isStrict);
    checkSmallAnswers(body);
    return 0;
}
