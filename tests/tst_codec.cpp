// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"
#include "jsontext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace tidings;
using namespace tidings::codec;
using namespace Qt::StringLiterals;

using Kind = ApiError::Kind;

namespace {

QByteArray fileContent(const QString &name)
{
    QFile file(QStringLiteral(TIDINGS_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The records of a JSON array as the bytes they have in it, cut by counting brackets.
QByteArrayList slices(const QByteArray &array)
{
    QByteArrayList result;
    int depth = 0;
    bool inText = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const char c = array.at(i);
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth == 2)
                start = i;
        } else if (c == '}' || c == ']') {
            if (--depth == 1)
                result += array.mid(start, i - start + 1);
        }
    }
    return result;
}

QByteArray pageOf(const QByteArray &results, const QByteArray &rest = {})
{
    return R"({"pagination":{"next":2,"previous":0,"count":41,"current":1,"total_pages":3,"start_index":1,"end_index":2},"results":)"
        + results + rest + "}";
}

QByteArray nested(int levels, const QByteArray &open, const QByteArray &close)
{
    return open.repeated(levels) + close.repeated(levels);
}

Event decoded(const QByteArray &raw)
{
    return EventDecoder().decode(raw);
}

template <class T> QString kindOf(const Result<T> &result)
{
    return result ? u"no error"_s : kindName(result.error().kind);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sampleEvents_areReadInFull();
    void sampleEvents_keepTheirBytes();
    void sampleNotifications_areReadInFull();

    void event_openActions_data();
    void event_openActions();
    void event_nulls();
    void event_wrongTypes_data();
    void event_wrongTypes();
    void event_missingFields();
    void event_extraFieldsAreNoOddity();
    void event_contextShapes();
    void event_users();
    void event_deepUsersEnd();
    void event_duplicateKeys();
    void event_texts_data();
    void event_texts();
    void event_bigIntegersStay();
    void event_survivesDepth_data();
    void event_survivesDepth();
    void event_hugeText();
    void event_notAnObject_data();
    void event_notAnObject();
    void event_single();

    void page_envelope();
    void page_oddEnvelopes_data();
    void page_oddEnvelopes();
    void page_refused_data();
    void page_refused();
    void page_autocomplete_data();
    void page_autocomplete();
    void page_oddRecordsAreKept();
    void page_everyTruncation();
    void page_everyChangedByte();
    void page_recordsAreTheSameAlone();
    void page_encodings();

    void notification_event_data();
    void notification_event();
    void notification_wrongTypes();
    void notification_single();

    void actions();
    void volume_bothShapes();
    void topApplications();
    void config();
    void me_data();
    void me();
    void version();
    void listAnswers_refuse_data();
    void listAnswers_refuse();
    void errorBody_data();
    void errorBody();

    void timestamp_table_data();
    void timestamp_table();
    void timestamp_invalid_data();
    void timestamp_invalid();
    void timestamp_roundTrip();
};

void TestCodec::sampleEvents_areReadInFull()
{
    const QByteArray bytes = fileContent(u"sample-events.json"_s);
    const auto page = decodeEventPage(pageOf(bytes));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 12);
    const QJsonArray expected = QJsonDocument::fromJson(bytes).array();
    for (qsizetype i = 0; i < 12; ++i) {
        const Event &event = page->items.at(i);
        const QJsonObject object = expected.at(i).toObject();
        QVERIFY2(event.oddities.isEmpty(), qPrintable(event.oddities.join(u", "_s)));
        QCOMPARE(event.id, object.value(u"pk"_s).toString());
        QVERIFY(isUuid(event.id));
        QCOMPARE(event.action, object.value(u"action"_s).toString());
        QCOMPARE(event.app, object.value(u"app"_s).toString());
        QCOMPARE(event.clientIp, object.value(u"client_ip"_s).toString());
        QCOMPARE(event.user.username, object.value(u"user"_s).toObject().value(u"username"_s).toString());
        QCOMPARE(event.user.email, object.value(u"user"_s).toObject().value(u"email"_s).toString());
        QCOMPARE(event.brand.name, object.value(u"brand"_s).toObject().value(u"name"_s).toString());
        QVERIFY(event.created.has_value());
        QCOMPARE(timestampToIso(event.created.value_or(0)), object.value(u"created"_s).toString());
        QVERIFY(event.expires.has_value());
        const QJsonObject context = object.value(u"context"_s).toObject();
        QCOMPARE(event.context.httpPath, context.value(u"http_request"_s).toObject().value(u"path"_s).toString());
        QCOMPARE(event.context.city, context.value(u"geo"_s).toObject().value(u"city"_s).toString());
        QCOMPARE(event.context.model.name, context.value(u"model"_s).toObject().value(u"name"_s).toString());
        QCOMPARE(event.context.message, context.value(u"message"_s).toString());
    }
    QCOMPARE(page->items.at(0).user.pk, u"17"_s);
    QCOMPARE(page->items.at(0).context.asn, u"64500"_s);
    QCOMPARE(page->items.at(0).context.authMethod, u"auth_mfa"_s);
    QVERIFY(page->items.at(1).user.isAnonymous);
    QVERIFY(!page->items.at(1).context.username.isEmpty());
    QVERIFY(!page->items.at(3).context.application.name.isEmpty());
    QVERIFY(!page->items.at(3).context.scopes.isEmpty());
    QVERIFY(!page->items.at(5).context.changedFields.isEmpty());
    QVERIFY(!page->items.at(8).context.binding.isEmpty());
    QVERIFY(page->items.at(9).user.isEmpty());
    QVERIFY(page->items.at(9).clientIp.isEmpty());
    QVERIFY(page->items.at(9).context.toEmail.contains(u'@'));
    const auto behalf = page->items.at(11).user.onBehalfOf;
    QVERIFY(behalf && behalf->username == u"bob.tanaka"_s);
    QCOMPARE(page->items.at(11).actor(), u"akadmin"_s);
}

void TestCodec::sampleEvents_keepTheirBytes()
{
    const QByteArray bytes = fileContent(u"sample-events.json"_s);
    for (const QByteArray &array : {bytes, compactJson(bytes), prettyJson(bytes)}) {
        const QByteArrayList expected = slices(array);
        QCOMPARE(expected.size(), 12);
        const auto page = decodeEventPage(pageOf(array));
        QVERIFY(page.has_value());
        for (qsizetype i = 0; i < 12; ++i) {
            QCOMPARE(page->items.at(i).raw, expected.at(i));
            QCOMPARE(decoded(expected.at(i)).raw, expected.at(i));
        }
    }
    // Odd spelling stays, too.
    const QByteArray odd
        = "{ \"pk\" : \"p\\u0041\" ,\r\n\t\"n\":1.0,\"N\":12345678901234567890, \"e\":1E+2,\"\\u0061\":\"\\/\" }";
    const auto page = decodeEventPage(pageOf("[  " + odd + " \n, {} ]"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->items.at(0).raw, odd);
    QCOMPARE(page->items.at(1).raw, "{}");
}

void TestCodec::sampleNotifications_areReadInFull()
{
    const QByteArray bytes = fileContent(u"sample-notifications.json"_s);
    const auto page = decodeNotificationPage(pageOf(bytes));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 6);
    const QByteArrayList expected = slices(bytes);
    const QJsonArray objects = QJsonDocument::fromJson(bytes).array();
    for (qsizetype i = 0; i < 6; ++i) {
        const Notification &notification = page->items.at(i);
        const QJsonObject object = objects.at(i).toObject();
        QVERIFY2(notification.oddities.isEmpty(), qPrintable(notification.oddities.join(u", "_s)));
        QCOMPARE(notification.raw, expected.at(i));
        QCOMPARE(notification.id, object.value(u"pk"_s).toString());
        QCOMPARE(notification.severity, object.value(u"severity"_s).toString());
        QCOMPARE(notification.body, object.value(u"body"_s).toString());
        QCOMPARE(notification.seen, object.value(u"seen"_s).toBool());
        QCOMPARE(notification.hyperlink, object.value(u"hyperlink"_s).toString());
        QCOMPARE(notification.hyperlinkLabel, object.value(u"hyperlink_label"_s).toString());
        QVERIFY(notification.created.has_value());
        QCOMPARE(notification.event.has_value(), object.contains(u"event"_s));
        if (notification.event) {
            QCOMPARE(notification.event->id, object.value(u"event"_s).toObject().value(u"pk"_s).toString());
            QCOMPARE(notification.event->raw, rawMember(expected.at(i), "event"));
        }
    }
}

void TestCodec::event_openActions_data()
{
    QTest::addColumn<QString>("action");
    for (const char *const action : {"login", "custom_", "custom_vpn_connected", "never_heard_of", "LOGIN", " "})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestCodec::event_openActions()
{
    QFETCH(const QString, action);
    const Event event
        = decoded(R"({"pk":"p","action":)" + quotedJson(action) + R"(,"app":"a","created":"2026-11-19T07:58:12Z"})");
    QCOMPARE(event.action, action);
    QVERIFY(event.oddities.isEmpty());
}

void TestCodec::event_nulls()
{
    const Event event = decoded(R"({"pk":null,"action":null,"app":null,"user":null,"context":null,"client_ip":null,)"
                                R"("created":null,"expires":null,"brand":null})");
    QVERIFY(event.id.isEmpty());
    QVERIFY(event.action.isEmpty());
    QVERIFY(!event.created);
    QVERIFY(!event.expires);
    QVERIFY(event.user.isEmpty());
    QVERIFY(event.brand.isEmpty());
    QVERIFY(event.context == EventContext());
    const QString said = event.oddities.join(u'|');
    for (const QString &field : {u"pk"_s, u"action"_s, u"app"_s, u"created"_s, u"user"_s, u"context"_s, u"brand"_s})
        QVERIFY2(said.contains(field), qPrintable(field));
    QVERIFY(!said.contains(u"client_ip"_s));
    QVERIFY(!said.contains(u"expires"_s));
}

void TestCodec::event_wrongTypes_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    const QByteArrayList values{"7", "1.5", "true", "[]", "[1,{\"a\":2}]", "{}", "{\"a\":1}", "\"text\"", "null"};
    for (const char *const field :
        {"pk", "action", "app", "client_ip", "created", "expires", "user", "context", "brand"}) {
        for (const QByteArray &value : values)
            QTest::addRow("%s %s", field, value.constData()) << QByteArray(field) << value;
    }
}

void TestCodec::event_wrongTypes()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, value);
    const QList<std::pair<QByteArray, QByteArray>> good{{"pk", "\"p\""}, {"action", "\"login\""}, {"app", "\"a\""},
        {"client_ip", "\"192.0.2.1\""}, {"created", "\"2026-11-19T07:58:12Z\""},
        {"expires", "\"2027-11-19T07:58:12Z\""}, {"user", R"({"pk":1,"username":"u"})"},
        {"context", R"({"message":"m"})"}, {"brand", R"({"name":"b"})"}};
    QByteArray record;
    for (const auto &[name, normal] : good)
        record += (record.isEmpty() ? "{\"" : ",\"") + name + "\":" + (name == field ? value : normal);
    record += "}";
    const auto page = decodeEventPage(pageOf("[" + record + "," + record + "]"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 2);
    for (const Event &event : page->items) {
        QCOMPARE(event.raw, record);
        const bool isText = field == "pk" || field == "action" || field == "app" || field == "client_ip";
        const bool isTime = field == "created" || field == "expires";
        const bool nullIsFine = value == "null" && (field == "client_ip" || field == "expires");
        const bool fine = nullIsFine || (isText ? value.startsWith('"') : !isTime && value.startsWith('{'));
        QCOMPARE(event.oddities.isEmpty(), fine);
        if (!fine)
            QVERIFY2(event.oddities.first().contains(QString::fromLatin1(field)), qPrintable(event.oddities.first()));
        // Nothing else is lost.
        if (field != "pk")
            QCOMPARE(event.id, u"p"_s);
        if (field != "action")
            QCOMPARE(event.action, u"login"_s);
        if (field != "user")
            QCOMPARE(event.user.username, u"u"_s);
        if (field != "context")
            QCOMPARE(event.context.message, u"m"_s);
        if (field != "brand")
            QCOMPARE(event.brand.name, u"b"_s);
        // The odd text is shown as it was sent.
        if (isText && value != "null" && !value.startsWith('"')) {
            const QString shown = field == "pk" ? event.id
                : field == "action"             ? event.action
                : field == "app"                ? event.app
                                                : event.clientIp;
            QCOMPARE(shown, QString::fromLatin1(value));
        }
    }
}

void TestCodec::event_missingFields()
{
    const Event empty = decoded("{}");
    QCOMPARE(empty.oddities.size(), 3); // pk, action, created
    QCOMPARE(empty.key().size(), 20);
    QVERIFY(empty.key() != decoded("{ }").key());
    const Event odd = decoded(R"({"pk":"p","action":"login","created":7})");
    QCOMPARE(odd.oddities.size(), 1); // once, not twice
    QCOMPARE(odd.key(), "p");
}

void TestCodec::event_extraFieldsAreNoOddity()
{
    const Event event
        = decoded(R"({"pk":"p","action":"login","app":"a","created":"2026-11-19T07:58:12Z","later":{"a":[1]},"":0})");
    QVERIFY(event.oddities.isEmpty());
    QVERIFY(event.raw.contains("later"));
}

void TestCodec::event_contextShapes()
{
    const auto contextOf = [](const QByteArray &json) {
        return decoded(R"({"context":)" + json + "}").context;
    };
    QCOMPARE(contextOf(R"({"message":["a",1]})").message, uR"(["a",1])"_s);
    QCOMPARE(contextOf(R"({"message":7})").message, u"7"_s);
    QCOMPARE(contextOf(R"({"error":"old"})").message, u"old"_s);
    QCOMPARE(contextOf(R"({"message":"new","error":"old"})").message, u"new"_s);
    QCOMPARE(contextOf(R"({"to_email":"a@b"})").toEmail, u"a@b"_s);
    QCOMPARE(contextOf(R"({"to_email":["","c@d","e@f"]})").toEmail, u"c@d"_s);
    QCOMPARE(contextOf(R"({"to_email":[]})").toEmail, QString());
    QCOMPARE(contextOf(R"({"model":"just a name"})").model.name, u"just a name"_s);
    QCOMPARE(contextOf(R"({"model":{"pk":12345678901234567890}})").model.pk, u"12345678901234567890"_s);
    QCOMPARE(contextOf(R"({"token":{"name":"t"}})").secret.name, u"t"_s);
    QCOMPARE(contextOf(R"({"using_source":{"name":"s"}})").source.name, u"s"_s);
    QCOMPARE(contextOf(R"({"diff":{"a":1,"é":{},"":[]}})").changedFields, (QStringList{u"a"_s, u"é"_s, QString()}));
    QCOMPARE(contextOf(R"({"diff":[1]})").changedFields, QStringList());
    QVERIFY(contextOf(R"({"geo":7,"asn":[],"http_request":"x"})") == EventContext());
    QVERIFY(contextOf(R"({"geo":null,"asn":null,"http_request":null,"model":null})") == EventContext());
}

void TestCodec::event_users()
{
    const auto userOf = [](const QByteArray &json) {
        return decoded(R"({"user":)" + json + "}").user;
    };
    QVERIFY(userOf("{}").isEmpty());
    QCOMPARE(userOf(R"({"pk":12345678901234567890})").pk, u"12345678901234567890"_s);
    QCOMPARE(userOf(R"({"pk":"abc"})").pk, u"abc"_s);
    QVERIFY(userOf(R"({"is_anonymous":true})").isAnonymous);
    QVERIFY(!userOf(R"({"is_anonymous":"true"})").isAnonymous);
    QCOMPARE(userOf("\"someone\"").username, u"someone"_s);
    const auto inner = userOf(R"({"username":"a","authenticated_as":{"username":"b"},"on_behalf_of":null})");
    QVERIFY(inner.authenticatedAs && inner.authenticatedAs->username == u"b"_s);
    QVERIFY(!inner.onBehalfOf);
    QCOMPARE(decoded(R"({"user":{"pk":5}})").actor(), u"#5"_s);
    QCOMPARE(decoded(R"({"user":{"pk":5,"email":"e"}})").actor(), u"e"_s);
    QCOMPARE(decoded("{}").actor(), QString());
}

void TestCodec::event_deepUsersEnd()
{
    const QByteArray raw = R"({"pk":"p","user":)"
        + nested(100'000, R"({"username":"u","on_behalf_of":)", "}").insert(100'000 * 32, "null") + "}";
    const Event event = decoded(raw);
    int depth = 0;
    for (const UserRef *user = &event.user; user != nullptr; user = user->onBehalfOf.get())
        ++depth;
    QVERIFY(depth >= 2 && depth < 10);
}

void TestCodec::event_duplicateKeys()
{
    const Event event = decoded(R"({"pk":"a","pk":"b","action":"x","action":"y","app":1,"app":"c"})");
    QCOMPARE(event.id, u"a"_s);
    QCOMPARE(event.action, u"x"_s);
    QCOMPARE(event.app, u"1"_s);
    for (const QString &name : {u"pk"_s, u"action"_s, u"app"_s})
        QVERIFY(event.oddities.contains(name + u" stands twice"_s));

    // Also where the same object has been seen before.
    codec::EventDecoder decoder;
    for (int i = 0; i < 3; ++i) {
        const Event deep = decoder.decode(
            R"({"pk":"a","action":"x","created":"2026-11-20T10:00:00Z","user":{"username":"","username":"root","email":"m"},)"
            R"("context":{"geo":{"city":"A","city":"B"},"message":"one","message":"two","x":1,"x":2},)"
            R"("context":{"message":"three","reason":"no"}})");
        QCOMPARE(deep.user.username, QString());
        QCOMPARE(deep.user.email, u"m"_s);
        QCOMPARE(deep.context.city, u"A"_s);
        QCOMPARE(deep.context.message, u"one"_s);
        QCOMPARE(deep.context.reason, QString());
        QCOMPARE(deep.oddities,
            (QStringList{u"user has a key twice"_s, u"context.geo has a key twice"_s, u"context.message stands twice"_s,
                u"context stands twice"_s}));
        const Event acting
            = decoder.decode(R"({"pk":"a","action":"x","created":"2026-11-20T10:00:00Z",)"
                             R"("user":{"username":"admin","on_behalf_of":{"username":"a","username":"b"}}})");
        QCOMPARE(acting.user.onBehalfOf->username, u"a"_s);
        QCOMPARE(acting.oddities, QStringList{u"user has a key twice"_s});
        const Event from = decoder.decode(
            R"({"pk":"a","action":"x","created":"2026-11-20T10:00:00Z","context":{"asn":{"as_org":"A","as_org":"B"},)"
            R"("http_request":{"path":"/a","user_agent":"one","path":"/b","user_agent":"two"}}})");
        QCOMPARE(from.context.asOrganisation, u"A"_s);
        QCOMPARE(from.context.httpPath, u"/a"_s);
        QCOMPARE(from.context.userAgent, u"one"_s);
        QCOMPARE(
            from.oddities, (QStringList{u"context.asn has a key twice"_s, u"context.http_request has a key twice"_s}));
    }
}

void TestCodec::event_texts_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &literal, const QString &text) {
        QTest::newRow(name) << literal << text;
    };
    row("plain", "abc", u"abc"_s);
    row("escapes", R"(\"\\\/\b\f\n\r\t)", u"\"\\/\b\f\n\r\t"_s);
    row("unicode", R"(\u00e9\u00E9)", u"\u00e9\u00e9"_s);
    row("pair", R"(\ud83d\ude00)", u"\U0001F600"_s);
    row("lone high", R"(a\ud83db)", u"a\uFFFDb"_s);
    row("lone low", R"(a\ude00b)", u"a\uFFFDb"_s);
    row("turned pair", R"(\ude00\ud83d)", u"\uFFFD\uFFFD"_s);
    row("high, high, low", R"(\ud83d\ud83d\ude00)", u"\uFFFD\U0001F600"_s);
    row("NUL", R"(a\u0000b)", QString(u"a\0b"_s));
    row("bad escape", R"(a\qb)", u"a\uFFFDb"_s);
    row("bad hex", R"(a\u12gxb)", u"a\uFFFDb"_s);
    row("signed hex", R"(a\u-123b)", u"a\uFFFDb"_s);
    row("short hex", R"(a\u12)", u"a\uFFFD12"_s);
    row("raw UTF-8", "\xC3\xA9\xF0\x9F\x98\x80", u"\u00e9\U0001F600"_s);
    row("backslash at the end", R"(a\\)", u"a\\"_s);
    // Kept, to be made visible.
    row("byte order mark", "\xEF\xBB\xBF\xEF\xBB\xBFroot", u"\uFEFF\uFEFFroot"_s);
    row("byte order mark behind an escape", "\\n\xEF\xBB\xBFroot", u"\n\uFEFFroot"_s);
}

void TestCodec::event_texts()
{
    QFETCH(const QByteArray, literal);
    QFETCH(const QString, text);
    const auto page = decodeEventPage(pageOf(R"([{"pk":"p","app":")" + literal + R"(","action":"x"}])"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().app, text);
    QCOMPARE(page->items.first().action, u"x"_s);
}

void TestCodec::event_bigIntegersStay()
{
    const QByteArray raw = R"({"pk":12345678901234567890123,"user":{"pk":-0.10},"context":{"model":{"pk":1E400}}})";
    const Event event = decoded(raw);
    QCOMPARE(event.id, u"12345678901234567890123"_s);
    QCOMPARE(event.user.pk, u"-0.10"_s);
    QCOMPARE(event.context.model.pk, u"1E400"_s);
    QCOMPARE(event.raw, raw);
}

void TestCodec::event_survivesDepth_data()
{
    QTest::addColumn<QByteArray>("value");
    constexpr int levels = 100'000; // simdjson's own limit is 1024
    QTest::newRow("arrays") << nested(levels, "[", "]");
    QTest::newRow("objects") << nested(levels, R"({"a":)", "}").insert(levels * 5, "1");
    QTest::newRow("open arrays") << QByteArray(levels, '[');
    QTest::newRow("too many ends") << "[" + QByteArray(levels, ']');
}

void TestCodec::event_survivesDepth()
{
    QFETCH(const QByteArray, value);
    for (const QByteArray &field : {QByteArray("context"), QByteArray("later")}) {
        const QByteArray record = R"({"pk":"p",")" + field + "\":" + value + R"(,"action":"x"})";
        QCOMPARE(decoded(record).raw, record);
        const auto page = decodeEventPage(pageOf("[" + record + "]"));
        if (value.startsWith("[[[") && value.endsWith("]]]")) {
            QVERIFY(page.has_value());
            QCOMPARE(page->items.first().action, u"x"_s);
        }
        const auto inside = decodeEventPage(pageOf(
            R"([{"pk":"p","context":{"message":)" + value + R"(,"model":)" + value + R"(,"diff":)" + value + "}}]"));
        QVERIFY(inside.has_value() || inside.error().kind == Kind::NotAuthentik);
    }
    QVERIFY(!decodeEventPage(value).has_value());
    const auto list = decodeActions("[" + value + "]");
    QVERIFY(list.has_value() || list.error().kind == Kind::NotAuthentik);
}

void TestCodec::event_hugeText()
{
    const QByteArray huge(8 * 1024 * 1024, 'x');
    const auto page = decodeEventPage(pageOf(R"([{"pk":"p","app":")" + huge + R"(","action":"x"}])"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.first().app.size(), huge.size());
    QCOMPARE(page->items.first().action, u"x"_s);
}

void TestCodec::event_notAnObject_data()
{
    QTest::addColumn<QByteArray>("record");
    for (const char *const record : {"null", "7", "\"text\"", "[]", "[1,2]", "true", "1e5", "\"\""})
        QTest::newRow(record) << QByteArray(record);
}

void TestCodec::event_notAnObject()
{
    QFETCH(const QByteArray, record);
    const auto page = decodeEventPage(pageOf(R"([{"pk":"a"},)" + record + R"(,{"pk":"b"}])"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 3);
    QCOMPARE(page->items.at(0).id, u"a"_s);
    QCOMPARE(page->items.at(1).raw, record);
    QVERIFY(page->items.at(1).id.isEmpty());
    QVERIFY(!page->items.at(1).oddities.isEmpty());
    QCOMPARE(page->items.at(2).id, u"b"_s);
    const auto notifications = decodeNotificationPage(pageOf("[" + record + "]"));
    QVERIFY(notifications.has_value());
    QCOMPARE(notifications->items.first().raw, record);
    QVERIFY(!notifications->items.first().oddities.isEmpty());
    QCOMPARE(kindOf(decodeEvent(record)), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeNotification(record)), u"NotAuthentik"_s);
}

void TestCodec::event_single()
{
    QVERIFY(decodeEvent(R"({"pk":"p","action":"x"})").has_value());
    QVERIFY(decodeEvent("\n {\"pk\":\"p\",\"action\":\"x\"} \n").has_value());
    QCOMPARE(kindOf(decodeEvent(R"({"pk":"p"})")), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeEvent(R"({"action":"x"})")), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeEvent(R"({"pk":"p","created":"2026-11-19T06:00:00Z"})")), u"NotAuthentik"_s);
    QCOMPARE(decodeEvent(R"({"pk":"p","action":""})")->id, u"p"_s); // stored somehow
    QCOMPARE(kindOf(decodeEvent(R"({"detail":"x"})")), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeEvent({})), u"NotAuthentik"_s);
}

void TestCodec::page_envelope()
{
    const auto page = decodeEventPage(pageOf(R"([{"pk":"a"},{"pk":"b"}])"));
    QVERIFY(page.has_value());
    QCOMPARE(page->count, 41);
    QCOMPARE(page->current, 1);
    QCOMPARE(page->next, 2);
    QCOMPARE(page->totalPages, 3);
    QCOMPARE(page->items.size(), 2);
    QVERIFY(!page->hasQueryLanguage);
}

void TestCodec::page_oddEnvelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("items");
    const auto row = [](const char *name, const QByteArray &body, qint64 count, int next, int items) {
        QTest::newRow(name) << body << count << next << items;
    };
    const auto with = [](const QByteArray &pagination) {
        return R"({"pagination":)" + pagination + R"(,"results":[{"pk":"a"},{"pk":"b"}]})";
    };
    row("results first", R"({"results":[{"pk":"a"}],"pagination":{"count":9,"next":2}})", 9, 2, 1);
    row("empty pagination", with("{}"), 2, 0, 2);
    row("negative", with(R"({"count":-5,"next":-1,"current":-1,"total_pages":-1})"), 2, 0, 2);
    row("count lies low", with(R"({"count":1})"), 2, 0, 2);
    row("count lies high", with(R"({"count":9000000000000000000})"), 9'000'000'000'000'000'000, 0, 2);
    row("count beyond 64 bits", with(R"({"count":99999999999999999999})"), 2, 0, 2);
    row("as decimals", with(R"({"count":41.0,"next":2.0})"), 41, 2, 2);
    row("as text", with(R"({"count":"41","next":"2"})"), 41, 2, 2);
    row("nulls", with(R"({"count":null,"next":null})"), 2, 0, 2);
    row("links", with(R"({"count":41,"next":"https://evil.example/?page=2"})"), 41, 0, 2);
    row("objects", with(R"({"count":{},"next":[]})"), 2, 0, 2);
    row("huge page number", with(R"({"next":9000000000000000000})"), 2, 1'000'000'000, 2);
    row("no rows", R"({"pagination":{"count":0},"results":[]})", 0, 0, 0);
    row("repeated results", R"({"pagination":{},"results":[{"pk":"x"},{"pk":"y"}],"results":[{"pk":"a"}]})", 1, 0, 1);
}

void TestCodec::page_oddEnvelopes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, count);
    QFETCH(const int, next);
    QFETCH(const int, items);
    const auto events = decodeEventPage(body);
    QVERIFY(events.has_value());
    QCOMPARE(events->count, count);
    QCOMPARE(events->next, next);
    QVERIFY(events->current >= 0);
    QVERIFY(events->totalPages >= 0);
    QCOMPARE(events->items.size(), items);
    if (items > 0)
        QCOMPARE(events->items.first().id, u"a"_s);
    const auto notifications = decodeNotificationPage(body);
    QVERIFY(notifications.has_value());
    QCOMPARE(notifications->items.size(), items);
    QCOMPARE(notifications->count, count);
}

void TestCodec::page_refused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n ");
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("text") << QByteArray("\"x\"");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("other program") << QByteArray(R"({"status":"ok","data":[]})");
    QTest::newRow("no pagination") << QByteArray(R"({"results":[]})");
    QTest::newRow("no results") << QByteArray(R"({"pagination":{"count":0}})");
    QTest::newRow("results null") << QByteArray(R"({"pagination":{},"results":null})");
    QTest::newRow("results object") << QByteArray(R"({"pagination":{},"results":{}})");
    QTest::newRow("pagination array") << QByteArray(R"({"pagination":[],"results":[]})");
    QTest::newRow("pagination null") << QByteArray(R"({"pagination":null,"results":[]})");
    QTest::newRow("error body") << QByteArray(R"({"detail":"Not found."})");
    QTest::newRow("open") << QByteArray(R"({"pagination":{},"results":[)");
    QTest::newRow("trailing text") << pageOf("[]") + "x";
    QTest::newRow("second answer") << pageOf("[]") + pageOf("[]");
    QTest::newRow("missing comma") << QByteArray(R"({"pagination":{} "results":[]})");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("opening brackets") << QByteArray(1'000'000, '{');
}

void TestCodec::page_refused()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(kindOf(decodeEventPage(body)), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeNotificationPage(body)), u"NotAuthentik"_s);
    QVERIFY(!decodeEventPage(body).error().detail.isEmpty());
}

void TestCodec::page_autocomplete_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("hasQueryLanguage");
    QTest::newRow("missing") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray(R"(,"autocomplete":{})") << false;
    QTest::newRow("empty with a blank") << QByteArray(R"(,"autocomplete":{ })") << false;
    QTest::newRow("array") << QByteArray(R"(,"autocomplete":[])") << false;
    QTest::newRow("full array") << QByteArray(R"(,"autocomplete":[{"a":1}])") << false;
    QTest::newRow("null") << QByteArray(R"(,"autocomplete":null)") << false;
    QTest::newRow("text") << QByteArray(R"(,"autocomplete":"{x}")") << false;
    QTest::newRow("object") << QByteArray(R"(,"autocomplete":{"current_model":"event","models":{"event":{}}})") << true;
}

void TestCodec::page_autocomplete()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const bool, hasQueryLanguage);
    const auto page = decodeEventPage(pageOf(R"([{"pk":"a"}])", rest));
    QVERIFY(page.has_value());
    QCOMPARE(page->hasQueryLanguage, hasQueryLanguage);
    QCOMPARE(page->items.size(), 1);
}

void TestCodec::page_oddRecordsAreKept()
{
    const auto page
        = decodeEventPage(pageOf(R"([null,7,"x",[1],{},{"pk":"a","context":[]},{"pk":"b","action":"login"}])"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 7);
    QCOMPARE(page->items.last().action, u"login"_s);
}

void TestCodec::page_everyTruncation()
{
    const QByteArray event
        = R"({"pk":"p","action":"login","user":{"pk":1,"on_behalf_of":{"pk":2}},"created":"2026-11-19T07:58:12Z",)"
          R"("context":{"message":"a\u00e9","diff":{"x":[1,-2.5e3]},"geo":{"city":"Z\u00fcrich"}}})";
    const QByteArray notification = R"({"pk":"n","seen":true,"event":)" + event + "}";
    const QByteArray body = pageOf("[" + event + "," + notification + "]", R"(,"autocomplete":{"a":1})");
    QVERIFY(decodeEventPage(body).has_value());
    for (qsizetype length = 0; length < body.size(); ++length) {
        const QByteArray part = body.left(length);
        QCOMPARE(kindOf(decodeEventPage(part)), u"NotAuthentik"_s);
        QCOMPARE(kindOf(decodeNotificationPage(part)), u"NotAuthentik"_s);
    }
    for (qsizetype length = 0; length < event.size(); ++length)
        QCOMPARE(kindOf(decodeEvent(event.left(length))), u"NotAuthentik"_s);
    for (qsizetype length = 0; length < notification.size(); ++length) {
        const QByteArray part = notification.left(length);
        QCOMPARE(decoded(part).raw, part);
        QVERIFY(!decoded(part).oddities.isEmpty());
        QCOMPARE(kindOf(decodeNotification(part)), u"NotAuthentik"_s);
    }
}

// Every byte of a page replaced by ones that matter to a parser: an answer or an error, never a crash.
void TestCodec::page_everyChangedByte()
{
    const QByteArray event = R"({"pk":"p","action":"login","user":{"pk":1},"created":"2026-11-19T07:58:12Z",)"
                             R"("context":{"message":"a\u00e9","diff":{"x":[1,-2.5e3,null,true]}}})";
    const QByteArray body = pageOf(R"([{"pk":"n","seen":true,"event":)" + event + "}]", R"(,"autocomplete":{"a":1})");
    int answered = 0;
    for (qsizetype i = 0; i < body.size(); ++i) {
        for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', ' ', '\0', '\xff', '0', 'n'}) {
            QByteArray changed = body;
            changed[i] = c;
            const auto events = decodeEventPage(changed);
            const auto notifications = decodeNotificationPage(changed);
            QVERIFY(events.has_value() || events.error().kind == Kind::NotAuthentik);
            QVERIFY(notifications.has_value() || notifications.error().kind == Kind::NotAuthentik);
            answered += notifications.has_value() ? 1 : 0;
        }
    }
    QVERIFY(answered > 100);
}

// A page is read in one go and shares what is equal; by itself every record comes to the same, also where something is
// broken near it.
void TestCodec::page_recordsAreTheSameAlone()
{
    const auto sameParts = [](const Event &a, const Event &b) {
        return a.raw == b.raw && a.id == b.id && a.action == b.action && a.app == b.app && a.user == b.user
            && a.clientIp == b.clientIp && a.created == b.created && a.expires == b.expires && a.brand == b.brand
            && a.context == b.context && a.oddities == b.oddities;
    };
    // What was read for lists alone says nothing else, and less; what is broken deep inside a record shows later.
    const auto sameHead = [&](const Event &head, const Event &whole) {
        if (!head.head)
            return sameParts(head, whole);
        if (!whole.oddities.isEmpty())
            return head.raw == whole.raw;
        return head.raw == whole.raw && head.id == whole.id && head.action == whole.action && head.app == whole.app
            && head.clientIp == whole.clientIp && head.created == whole.created;
    };
    EventPageDecoder decoder;
    int compared = 0;
    int heads = 0;
    const auto compare = [&](const QByteArray &body) {
        const auto page = decoder.decode(body);
        const auto list = decoder.decodeHeads(body);
        // What is broken where nobody looks goes unnoticed at first.
        const bool isJson = !QJsonDocument::fromJson(body).isNull();
        if (!page)
            return !isJson || !list;
        compared += static_cast<int>(page->items.size());
        const bool areTheSameAlone = std::all_of(page->items.cbegin(), page->items.cend(),
            [&](const Event &event) { return sameParts(event, decoded(event.raw)); });
        if (!isJson)
            return areTheSameAlone;
        if (!list)
            return false;
        heads += static_cast<int>(std::count_if(
            list->items.cbegin(), list->items.cend(), [](const Event &event) { return event.head.has_value(); }));
        return areTheSameAlone && page->count == list->count && page->next == list->next
            && std::equal(list->items.cbegin(), list->items.cend(), page->items.cbegin(), page->items.cend(), sameHead);
    };
    const QByteArray samples = fileContent(u"sample-events.json"_s);
    QVERIFY(compare(pageOf(samples)));
    const QByteArrayList records = slices(samples);
    QVERIFY(compare(pageOf("[" + records.join(',') + "," + records.join(" ,\n") + "]")));
    QCOMPARE(heads, compared); // samples have nothing odd

    // Objects that are equal, that begin alike and that stand in one another.
    const QByteArray user = R"({"pk":17,"username":"akadmin","on_behalf_of":{"pk":17,"username":"akadmin"}})";
    const QByteArray first = R"({"pk":"p","user":)" + user
        + R"(,"brand":{"pk":"0123456789abcdef","name":"b"},"context":{"geo":{"city":"Z\u00fcrich","country":"CH"}}})";
    const QByteArray second = R"({"user":)" + user
        + R"(,"brand":{"pk":"0123456789abcdef","name":"c"},"context":{"geo":{"city":"Z\u00fcrich","country":"DE"}}})";
    const QByteArray body = pageOf("[" + first + "," + second + "," + first + "]");
    QVERIFY(compare(body));
    QCOMPARE(decoder.decode(body)->items.at(1).brand.name, u"c"_s);
    QCOMPARE(decoder.decode(body)->items.at(2).context.country, u"CH"_s);
    for (qsizetype i = 0; i < body.size(); ++i) {
        for (const char c : {'"', '\\', '}', ']', ',', ' ', '\xff', '0'}) {
            QByteArray changed = body;
            changed[i] = c;
            QVERIFY2(compare(changed), changed.constData());
        }
    }
    QVERIFY(compared > 1000);
    const QByteArray whole = R"({"pk":"a","action":"login","app":"x","created":"2026-11-20T08:00:00Z","user":)" + user
        + R"(,"client_ip":null,"expires":"2027-11-20T08:00:00Z","brand":{},"context":{"geo":{"city":"Z"}}})";
    heads = 0;
    QVERIFY(compare(pageOf("[" + whole + "]")));
    QCOMPARE(heads, 1);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (const char c : {'"', '\\', '}', '{', ']', ',', ' ', '\xff', '0'}) {
            QByteArray changed = whole;
            changed[i] = c;
            QVERIFY2(compare(pageOf("[" + changed + "," + whole + "]")), changed.constData());
        }
    }
}

void TestCodec::page_encodings()
{
    const QByteArray body = pageOf(R"([{"pk":"a","app":"x"}])");
    const auto marked = decodeEventPage("\xEF\xBB\xBF" + body);
    QVERIFY(marked.has_value());
    QCOMPARE(marked->items.first().id, u"a"_s);

    QByteArray broken = body;
    broken.replace("\"x\"", "\"x\xFF\xC3y\xED\xA0\x80\"");
    const auto mended = decodeEventPage(broken);
    QVERIFY(mended.has_value());
    QVERIFY(mended->items.first().app.startsWith(u"x\uFFFD"_s));
    QVERIFY(mended->items.first().app.contains(u'y'));

    // The sign for a broken byte is longer than the byte: not where a record would become longer than can be kept.
    const QByteArray huge = pageOf("[{\"pk\":\"a\",\"app\":\"" + QByteArray(12 * 1024 * 1024, '\xFF') + "\"}]");
    const auto kept = decodeEventPage(huge);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->items.first().id, u"a"_s);
    QVERIFY(kept->items.first().raw.size() < huge.size());

    QVERIFY(!decodeEventPage(QByteArray("\xFF\xFE{\0}\0", 6)).has_value()); // UTF-16
    QVERIFY(!decodeEventPage("\xEF\xBB\xBF").has_value());
}

void TestCodec::notification_event_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("hasEvent");
    QTest::addColumn<bool>("isOdd");
    QTest::newRow("missing") << QByteArray() << false << false;
    QTest::newRow("null") << QByteArray(R"(,"event":null)") << false << false;
    QTest::newRow("object") << QByteArray(R"(,"event":{"pk":"e","action":"login"})") << true << false;
    QTest::newRow("empty object") << QByteArray(R"(,"event":{})") << true << false;
    QTest::newRow("text") << QByteArray(R"(,"event":"e")") << false << true;
    QTest::newRow("array") << QByteArray(R"(,"event":[{}])") << false << true;
    QTest::newRow("number") << QByteArray(R"(,"event":7)") << false << true;
}

void TestCodec::notification_event()
{
    QFETCH(const QByteArray, member);
    QFETCH(const bool, hasEvent);
    QFETCH(const bool, isOdd);
    const QByteArray record
        = R"({"pk":"n","severity":"alert","body":"b","seen":false,"created":"2026-11-19T07:58:12Z")" + member + "}";
    const auto page = decodeNotificationPage(pageOf("[" + record + "," + record + "]"));
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 2);
    for (const Notification &notification : page->items) {
        QCOMPARE(notification.id, u"n"_s);
        QCOMPARE(notification.raw, record);
        QCOMPARE(notification.event.has_value(), hasEvent);
        QCOMPARE(!notification.oddities.isEmpty(), isOdd);
        if (hasEvent && member.contains("login"))
            QCOMPARE(notification.event->action, u"login"_s);
    }
}

void TestCodec::notification_wrongTypes()
{
    const auto decodedNotification = decodeNotification(
        R"({"pk":"n","severity":7,"body":["a"],"seen":"true","created":1,"hyperlink":{},"hyperlink_label":null})");
    QVERIFY(decodedNotification.has_value());
    const Notification &notification = *decodedNotification;
    QCOMPARE(notification.severity, u"7"_s);
    QCOMPARE(notification.body, uR"(["a"])"_s);
    QVERIFY(!notification.seen);
    QVERIFY(!notification.created);
    QCOMPARE(notification.oddities.size(), 5);
    const auto unknown = decodeNotification(R"({"pk":"n","severity":"panic"})");
    QVERIFY(unknown.has_value());
    QCOMPARE(unknown->severity, u"panic"_s);
    QVERIFY(unknown->oddities.isEmpty());
}

void TestCodec::notification_single()
{
    QVERIFY(decodeNotification(R"({"pk":"n"})").has_value());
    QCOMPARE(kindOf(decodeNotification(R"({"severity":"alert"})")), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeNotification("<html>")), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeNotification({})), u"NotAuthentik"_s);
}

void TestCodec::actions()
{
    const auto list
        = decodeActions(R"([{"name":"Login Failed","description":"","component":"login_failed","model_name":""},)"
                        R"({"name":"Custom Prefix","component":"custom_","deprecated":true},7,{}])");
    QVERIFY(list.has_value());
    QCOMPARE(list->at(0), (ActionInfo{u"login_failed"_s, u"Login Failed"_s}));
    QCOMPARE(list->at(1), (ActionInfo{u"custom_"_s, u"Custom Prefix"_s}));
    QVERIFY(decodeActions("[]").has_value());
}

void TestCodec::volume_bothShapes()
{
    const auto now = decodeVolume(R"([{"action":"login","time":"2026-11-19T06:00:00Z","count":7},)"
                                  R"({"action":"custom_x","time":"2026-11-19T12:00:00Z","count":2}])");
    QVERIFY(now.has_value());
    QCOMPARE(now->size(), 2);
    QCOMPARE(now->at(0), (VolumeBucket{u"login"_s, parseTimestamp("2026-11-19T06:00:00Z").value_or(0), 7}));
    QCOMPARE(now->at(1).action, u"custom_x"_s);
    const auto withoutZone = decodeVolume(R"([{"action":"login","time":"2026-11-19T06:00:00","count":7}])");
    QVERIFY(withoutZone.has_value());
    QCOMPARE(withoutZone->at(0), now->at(0));
    const auto before = decodeVolume(R"([{"x_cord":1718000000000,"y_cord":5}])");
    QVERIFY(before.has_value());
    QCOMPARE(before->at(0), (VolumeBucket{QString(), 1'718'000'000'000'000, 5}));
    const auto odd
        = decodeVolume(R"([{"action":null,"time":7,"count":"x"},{"x_cord":9000000000000000000,"y_cord":null}])");
    QVERIFY(odd.has_value());
    QCOMPARE(odd->at(0), VolumeBucket());
    QVERIFY(odd->at(1).time > 0);
}

void TestCodec::topApplications()
{
    const auto rows = decodeTopApplications(
        R"([{"application":{"pk":"a","app":"authentik_core","name":"Grafana","model_name":"application"},"counted_events":9,"unique_users":3},{"application":null}])");
    QVERIFY(rows.has_value());
    QCOMPARE(rows->at(0), (TopApplication{u"Grafana"_s, 9, 3}));
    QCOMPARE(rows->at(1), TopApplication());
}

void TestCodec::config()
{
    const auto full = decodeRootConfig(
        R"({"error_reporting":{},"capabilities":["can_geo_ip","is_enterprise"],"cache_timeout":300})");
    QVERIFY(full.has_value());
    QCOMPARE(full->capabilities, (QStringList{u"can_geo_ip"_s, u"is_enterprise"_s}));
    QVERIFY(decodeRootConfig(R"({"capabilities":[]})").has_value());
    for (const char *const body : {"{}", R"({"capabilities":null})", R"({"capabilities":{}})", "[]", "<html>", ""})
        QCOMPARE(kindOf(decodeRootConfig(body)), u"NotAuthentik"_s);
}

void TestCodec::me_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("pk"); // 0: refused
    QTest::newRow("full") << QByteArray(
        R"({"user":{"pk":7,"username":"akadmin","name":"A","email":"a@b","is_superuser":true,"groups":[]},"users":[]})")
                          << qint64(7);
    QTest::newRow("only pk") << QByteArray(R"({"user":{"pk":7}})") << qint64(7);
    QTest::newRow("pk as text") << QByteArray(R"({"user":{"pk":"7"}})") << qint64(7);
    QTest::newRow("no pk") << QByteArray(R"({"user":{"username":"a"}})") << qint64(0);
    QTest::newRow("pk null") << QByteArray(R"({"user":{"pk":null}})") << qint64(0);
    QTest::newRow("pk zero") << QByteArray(R"({"user":{"pk":0}})") << qint64(0);
    QTest::newRow("pk negative") << QByteArray(R"({"user":{"pk":-1}})") << qint64(0);
    QTest::newRow("pk fraction") << QByteArray(R"({"user":{"pk":7.5}})") << qint64(0);
    QTest::newRow("pk beyond 64 bits") << QByteArray(R"({"user":{"pk":99999999999999999999}})") << qint64(0);
    QTest::newRow("user is a text") << QByteArray(R"({"user":"akadmin"})") << qint64(0);
    QTest::newRow("not wrapped") << QByteArray(R"({"pk":7,"username":"akadmin"})") << qint64(0);
    QTest::newRow("HTML") << QByteArray("<html>") << qint64(0);
    QTest::newRow("half") << QByteArray(R"({"user":{"pk":7)") << qint64(0);
}

void TestCodec::me()
{
    QFETCH(const QByteArray, body);
    QFETCH(const qint64, pk);
    const auto user = decodeCurrentUser(body);
    QCOMPARE(user.has_value(), pk > 0);
    if (!user) {
        QCOMPARE(kindOf(user), u"NotAuthentik"_s);
        return;
    }
    QCOMPARE(user->pk, pk);
    if (body.contains("akadmin"))
        QCOMPARE(*user, (CurrentUser{7, u"akadmin"_s, u"A"_s, u"a@b"_s, true}));
}

void TestCodec::version()
{
    const auto full = decodeVersion(
        R"({"version_current":"2026.8.3","version_latest":"2026.8.4","outdated":true,"build_hash":""})");
    QVERIFY(full.has_value());
    QCOMPARE(*full, (VersionInfo{u"2026.8.3"_s, u"2026.8.4"_s, true}));
    const auto empty = decodeVersion("{}");
    QVERIFY(empty.has_value());
    QCOMPARE(*empty, VersionInfo());
    QCOMPARE(kindOf(decodeVersion("[]")), u"NotAuthentik"_s);
}

void TestCodec::listAnswers_refuse_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *const body : {"", "{}", "null", "7", "<html>", "[", "[{]", "[{\"a\":1}", "{\"results\":[]}"})
        QTest::newRow(body) << QByteArray(body);
}

void TestCodec::listAnswers_refuse()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(kindOf(decodeActions(body)), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeVolume(body)), u"NotAuthentik"_s);
    QCOMPARE(kindOf(decodeTopApplications(body)), u"NotAuthentik"_s);
}

void TestCodec::errorBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("fields"); // "name=text|text;name=…"
    const auto row = [](const char *name, const QByteArray &body, bool isJson, const char *detail, const char *fields) {
        QTest::newRow(name) << body << isJson << QString::fromUtf8(detail) << QString::fromUtf8(fields);
    };
    row("detail", R"({"detail":"Not found."})", true, "Not found.", "");
    row("detail and code", R"({"detail":"No.","code":"x"})", true, "No.", "");
    row("fields", R"({"a":["1","2"],"b":["3"]})", true, "", "a=1|2;b=3");
    row("nested", R"({"user":{"pk":["1"],"name":{"x":["2"]}}})", true, "", "user.name.x=2;user.pk=1");
    row("list of objects", R"({"users":[{},{"pk":["1"]}]})", true, "", "users.pk=1");
    row("list", R"(["1","2"])", true, "", "non_field_errors=1|2");
    row("numbers", R"({"a":[1,true,null],"b":2})", true, "", "a=1|true|;b=2");
    row("detail is a list", R"({"detail":["1"]})", true, "", "detail=1");
    row("empty", "{}", true, "", "");
    row("HTML", "<html>", false, "", "");
    row("nothing", "", false, "", "");
    row("text", "\"x\"", false, "", "");
    row("broken", R"({"detail")", false, "", "");
}

void TestCodec::errorBody()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isJson);
    QFETCH(const QString, detail);
    QFETCH(const QString, fields);
    const ErrorBody said = decodeErrorBody(body);
    QCOMPARE(said.isJson, isJson);
    QCOMPARE(said.detail, detail);
    QStringList seen;
    for (auto it = said.fieldErrors.cbegin(); it != said.fieldErrors.cend(); ++it)
        seen += it.key() + u'=' + it.value().join(u'|');
    QCOMPARE(seen.join(u';'), fields);
}

void TestCodec::timestamp_table_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("iso");
    const auto row = [](const char *text, const char *iso) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(iso);
    };
    row("2026-11-19T07:58:12.104233Z", "2026-11-19T07:58:12.104233Z");
    row("2026-11-19T07:58:12Z", "2026-11-19T07:58:12.000000Z");
    row("2026-11-19T07:58:12.1Z", "2026-11-19T07:58:12.100000Z");
    row("2026-11-19T07:58:12.12Z", "2026-11-19T07:58:12.120000Z");
    row("2026-11-19T07:58:12.123Z", "2026-11-19T07:58:12.123000Z");
    row("2026-11-19T07:58:12.1234Z", "2026-11-19T07:58:12.123400Z");
    row("2026-11-19T07:58:12.12345Z", "2026-11-19T07:58:12.123450Z");
    row("2026-11-19T07:58:12.1234567Z", "2026-11-19T07:58:12.123456Z");
    row("2026-11-19T07:58:12.12345678Z", "2026-11-19T07:58:12.123456Z");
    row("2026-11-19T07:58:12.999999999Z", "2026-11-19T07:58:12.999999Z");
    row("2026-11-19 07:58:12z", "2026-11-19T07:58:12.000000Z");
    row("2026-11-19t07:58:12,5Z", "2026-11-19T07:58:12.500000Z");
    row("2026-11-19T07:58:12+01:00", "2026-11-19T06:58:12.000000Z");
    row("2026-11-19T07:58:12-05:30", "2026-11-19T13:28:12.000000Z");
    row("2026-11-19T07:58:12+0545", "2026-11-19T02:13:12.000000Z");
    row("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000000Z");
    row("2024-02-29T23:59:59.999999Z", "2024-02-29T23:59:59.999999Z");
    row("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000000Z");
    row("2026-06-30T23:59:60Z", "2026-07-01T00:00:00.000000Z");
    row("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000000Z");
    row("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z");
    row("1960-01-01T00:00:00.000001Z", "1960-01-01T00:00:00.000001Z");
    row("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z");
    row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z");
}

void TestCodec::timestamp_table()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, iso);
    const auto time = parseTimestamp({text.constData(), static_cast<size_t>(text.size())});
    QVERIFY(time.has_value());
    QCOMPARE(timestampToIso(time.value_or(0)), iso);
    const QByteArray again = iso.toLatin1();
    QCOMPARE(parseTimestamp({again.constData(), static_cast<size_t>(again.size())}), time);
    // Qt agrees to the millisecond.
    QCOMPARE(toDateTime(time.value_or(0)).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s), iso.left(23));
}

void TestCodec::timestamp_invalid_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *const text : {"", "2026", "2026-11-19", "2026-11-19T07:58Z", "2026-11-19T07:58:12",
             "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z",
             "2026-04-31T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-19T24:00:00Z", "2026-11-19T07:60:00Z",
             "2026-11-19T07:58:61Z", "2026-11-19T07:58:12.Z", "2026-11-19T07:58:12+24:00", "2026-11-19T07:58:12+01:60",
             "2026-11-19T07:58:12+1", "2026-11-19T07:58:12Zx", "2026-11-19T07:58:12Z ", " 2026-11-19T07:58:12Z",
             "0000-01-01T00:00:00Z", "-001-01-01T00:00:00Z", "12026-11-19T07:58:12Z", "26-11-19T07:58:12Z",
             "9999-12-31T23:59:59-01:00", "9999-12-31T23:59:60.000000Z", "0001-01-01T00:30:00+01:00",
             "2026/11/19T07:58:12Z", "2026-11-19X07:58:12Z", "yesterday", "2026-11-19T07:58:12.104233"})
        QTest::newRow(text) << QByteArray(text);
}

void TestCodec::timestamp_invalid()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseTimestamp({text.constData(), static_cast<size_t>(text.size())}).has_value());
    const Event event = decoded(R"({"pk":"p","action":"a","created":")" + text + R"("})");
    QVERIFY(!event.created);
    QCOMPARE(event.oddities.size(), 1);
}

void TestCodec::timestamp_roundTrip()
{
    quint64 state = 42;
    for (int i = 0; i < 2000; ++i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        // years 1 to 9999
        const Timestamp time = static_cast<Timestamp>(state % 315'537'897'599'000'000U) - 62'135'596'800'000'000;
        const QByteArray iso = timestampToIso(time).toLatin1();
        QCOMPARE(parseTimestamp({iso.constData(), static_cast<size_t>(iso.size())}), std::optional(time));
        const qint64 lost = time - fromDateTime(toDateTime(time));
        QVERIFY(lost >= 0 && lost < 1000);
    }
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
