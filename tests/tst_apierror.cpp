// SPDX-License-Identifier: GPL-3.0-or-later
#include "apierror.h"
#include "secretstore.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = ApiError::Kind;
using Fields = QMap<QString, QStringList>;

namespace {

const QList<Kind> allKinds{Kind::Cancelled, Kind::Unreachable, Kind::Timeout, Kind::Tls, Kind::Redirected,
    Kind::TokenInvalid, Kind::Forbidden, Kind::NotFound, Kind::Validation, Kind::RateLimited, Kind::Server,
    Kind::NotAuthentik, Kind::TooLarge};

ApiError errorOf(Kind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

} // namespace

class TestApiError : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void errorFromHttp_knowsEveryShape_data();
    void errorFromHttp_knowsEveryShape();
    void errorFromHttp_isTotal();
    void errorFromHttp_capsHostileTexts();
    void parseRetryAfter_readsBothForms_data();
    void parseRetryAfter_readsBothForms();
    void describe_hasASentenceForEveryKind();
    void describe_showsTheReason();
    void describe_survivesPlaceholders();
    void describe_warnsOfLostWrites();
    void describe_knowsSecretErrors();
    void kindName_isDistinct();
    void fingerprint_isReadable();
};

void TestApiError::errorFromHttp_knowsEveryShape_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<Fields>("fields");
    const QByteArray json = "application/json";
    const QByteArray html = "text/html; charset=utf-8";
    const auto row = [](const char *name, int status, const QByteArray &type, const QByteArray &body, Kind kind,
                         const QString &detail = {}, const Fields &fields = {}) {
        QTest::newRow(name) << status << type << body << kind << detail << fields;
    };

    // authentik's own
    row("400 fields", 400, json, R"({"action":["\"custom_foo\" is not a valid choice."],"app":["a","b"]})",
        Kind::Validation, {},
        {{u"action"_s, {u"\"custom_foo\" is not a valid choice."_s}}, {u"app"_s, {u"a"_s, u"b"_s}}});
    row("400 nested", 400, json, R"({"user":{"pk":["A valid integer is required."]}})", Kind::Validation, {},
        {{u"user.pk"_s, {u"A valid integer is required."_s}}});
    row("400 object", 400, json, R"({"non_field_errors":["Invalid data. Expected a dictionary, but got list."]})",
        Kind::Validation, {}, {{u"non_field_errors"_s, {u"Invalid data. Expected a dictionary, but got list."_s}}});
    row("400 parse", 400, json, R"x({"detail":"JSON parse error - Expecting value: line 1 column 1 (char 0)"})x",
        Kind::Validation, u"JSON parse error - Expecting value: line 1 column 1 (char 0)"_s);
    row("400 list", 400, json, R"(["Licence is missing."])", Kind::Validation, {},
        {{u"non_field_errors"_s, {u"Licence is missing."_s}}});
    row("400 with code", 400, json, R"({"detail":"No.","code":"invalid"})", Kind::Validation, u"No."_s);
    row("400 one text", 400, json, R"({"client_ip":"Enter a valid IPv4 or IPv6 address."})", Kind::Validation, {},
        {{u"client_ip"_s, {u"Enter a valid IPv4 or IPv6 address."_s}}});
    row("403 no header", 403, json, R"({"detail":"Authentication credentials were not provided."})", Kind::TokenInvalid,
        u"Authentication credentials were not provided."_s);
    row("403 bad token", 403, json, R"({"detail":"Token invalid/expired"})", Kind::TokenInvalid,
        u"Token invalid/expired"_s);
    row("403 not bearer", 403, json, R"({"detail":"Unsupported authentication type"})", Kind::TokenInvalid,
        u"Unsupported authentication type"_s);
    row("403 rights", 403, json, R"({"detail":"You do not have permission to perform this action."})", Kind::Forbidden,
        u"You do not have permission to perform this action."_s);
    row("403 without words", 403, json, "{}", Kind::Forbidden);
    row("404 object", 404, json, R"({"detail":"No Event matches the given query."})", Kind::NotFound,
        u"No Event matches the given query."_s);
    row("404 page", 404, json, R"({"detail":"Invalid page."})", Kind::NotFound, u"Invalid page."_s);
    row("405", 405, json, R"({"detail":"Method \"POST\" not allowed."})", Kind::Forbidden,
        u"Method \"POST\" not allowed."_s);
    row("410", 410, json, R"({"detail":"Gone."})", Kind::NotFound, u"Gone."_s);
    row("429", 429, json, R"({"detail":"Request was throttled. Expected available in 5 seconds."})", Kind::RateLimited,
        u"Request was throttled. Expected available in 5 seconds."_s);
    row("500 HTML", 500, html, "<h1>Server Error (500)</h1>", Kind::Server);

    // what stands in front of it
    row("401", 401, json, R"({"detail":"Unauthorized"})", Kind::TokenInvalid, u"Unauthorized"_s);
    row("401 HTML", 401, html, "<h1>401 Authorization Required</h1>", Kind::NotAuthentik,
        u"HTTP 401, text/html; charset=utf-8"_s);
    row("403 HTML", 403, html, "<h1>Forbidden by WAF</h1>", Kind::NotAuthentik,
        u"HTTP 403, text/html; charset=utf-8"_s);
    row("404 HTML", 404, html, "<h1>nginx</h1>", Kind::NotAuthentik, u"HTTP 404, text/html; charset=utf-8"_s);
    row("404 text", 404, "text/plain", "404 page not found", Kind::NotAuthentik, u"HTTP 404, text/plain"_s);
    row("413", 413, html, "<h1>too large</h1>", Kind::TooLarge);
    row("429 HTML", 429, html, "<h1>slow down</h1>", Kind::RateLimited);
    row("502", 502, html, "<h1>Bad Gateway</h1>", Kind::Server);
    row("503", 503, "text/plain", "authentik starting", Kind::Server);
    row("504 empty", 504, {}, {}, Kind::Server);
    row("520", 520, html, {}, Kind::Server);
    row("301", 301, html, "<h1>Moved</h1>", Kind::Redirected);
    row("308 empty", 308, {}, {}, Kind::Redirected);

    // broken
    row("400 empty", 400, json, {}, Kind::NotAuthentik, u"HTTP 400, application/json"_s);
    row("400 without type", 400, {}, R"({"detail":"x"})", Kind::NotAuthentik, u"HTTP 400, no content type"_s);
    row("400 HTML called JSON", 400, json, "<html>", Kind::NotAuthentik, u"HTTP 400, application/json"_s);
    row("400 number", 400, json, "7", Kind::NotAuthentik, u"HTTP 400, application/json"_s);
    row("400 half", 400, json, R"({"detail":"x)", Kind::NotAuthentik, u"HTTP 400, application/json"_s);
    row("403 HTML that says token", 403, html, "Token invalid/expired", Kind::NotAuthentik,
        u"HTTP 403, text/html; charset=utf-8"_s);
    row("418", 418, json, R"({"detail":"teapot"})", Kind::Validation, u"teapot"_s);
    row("problem+json", 403, "application/problem+json", R"({"detail":"no"})", Kind::Forbidden, u"no"_s);
}

void TestApiError::errorFromHttp_knowsEveryShape()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const Kind, kind);
    QFETCH(const QString, detail);
    QFETCH(const Fields, fields);
    const ApiError error = errorFromHttp(status, type, body);
    QCOMPARE(kindName(error.kind), kindName(kind));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.detail, detail);
    QCOMPARE(error.fieldErrors, fields);
    QVERIFY(!error.mayHaveArrived);
    QVERIFY(!describe(error).isEmpty());
}

void TestApiError::errorFromHttp_isTotal()
{
    for (int status = -1; status < 700; ++status) {
        for (const QByteArray &type : {QByteArray(), QByteArray("application/json"), QByteArray("text/html")}) {
            const ApiError error = errorFromHttp(status, type, "{}");
            QCOMPARE(error.httpStatus, status);
            QVERIFY(!describe(error).isEmpty());
            QVERIFY(error.kind != Kind::Cancelled);
        }
    }
}

void TestApiError::errorFromHttp_capsHostileTexts()
{
    const QByteArray json = "application/json";
    const QByteArray flood(100'000, 'x');
    QCOMPARE(errorFromHttp(400, json, R"({"detail":")" + flood + R"("})").detail.size(), 500);
    const ApiError field = errorFromHttp(400, json, R"({"a":[")" + flood + R"("]})");
    QCOMPARE(field.fieldErrors.value(u"a"_s).value(0).size(), 500);
    QVERIFY(errorFromHttp(404, "text/" + flood, flood).detail.size() <= 500);
    const ApiError named = errorFromHttp(400, json, R"({")" + flood + R"(":["x"],"a":{")" + flood + R"(":["y"]}})");
    QCOMPARE(named.fieldErrors.size(), 2);
    QVERIFY(describe(named).size() < 400);

    QByteArray many = "{";
    QByteArray list = R"({"a":[)";
    QByteArray objects = R"({"a":[)";
    for (int i = 0; i < 5'000; ++i) {
        many += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":[\"x\"]";
        list += i > 0 ? ",\"x\"" : "\"x\"";
        objects += i > 0 ? R"(,{"b":"x"})" : R"({"b":"x"})";
    }
    const ApiError manyNames = errorFromHttp(400, json, many.replace("\"x\"", "\"" + flood.left(400) + "\"") + "}");
    QVERIFY(manyNames.fieldErrors.size() <= 50);
    QVERIFY(describe(manyNames).size() < 1100);
    QVERIFY(errorFromHttp(400, json, list + "]}").fieldErrors.value(u"a"_s).size() <= 10);
    QVERIFY(errorFromHttp(400, json, objects + "]}").fieldErrors.value(u"a.b"_s).size() <= 10);

    const QByteArray deepArray = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QByteArray deepObject;
    for (int i = 0; i < 50'000; ++i)
        deepObject += R"({"a":)";
    for (const QByteArray &body : {R"({"a":)" + deepArray + "}", deepArray, QByteArray(100'000, '['), deepObject}) {
        const ApiError error = errorFromHttp(400, json, body);
        QVERIFY(!describe(error).isEmpty());
    }
}

void TestApiError::parseRetryAfter_readsBothForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: neither form
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("blanks") << QByteArray("  7 ") << 7;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("longer than a day") << QByteArray("99999999") << 86'400;
    QTest::newRow("date") << QByteArray("Fri, 20 Nov 2026 10:01:30 GMT") << 90;
    QTest::newRow("date in the past") << QByteArray("Fri, 20 Nov 2020 10:01:30 GMT") << 0;
    QTest::newRow("date far ahead") << QByteArray("Thu, 01 Jan 2099 00:00:00 GMT") << 86'400;
    QTest::newRow("missing") << QByteArray() << -1;
    QTest::newRow("words") << QByteArray("soon") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << -1;
    QTest::newRow("half a date") << QByteArray("Fri, 20 Nov 2026") << -1;
    QTest::newRow("no such day") << QByteArray("Fri, 31 Nov 2026 10:01:30 GMT") << -1;
}

void TestApiError::parseRetryAfter_readsBothForms()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);
    const QDateTime now(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC);
    const auto wait = parseRetryAfter(value, now);
    QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, seconds);
    // The same in another time zone of this computer.
    QCOMPARE(parseRetryAfter(value, now.toOffsetFromUtc(7200)), wait);
}

void TestApiError::describe_hasASentenceForEveryKind()
{
    QSet<QString> sentences;
    for (const Kind kind : allKinds) {
        const QString sentence = describe(errorOf(kind));
        QVERIFY2(sentence.size() > 8 && sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        sentences += sentence;
    }
    QCOMPARE(sentences.size(), allKinds.size());
}

void TestApiError::describe_showsTheReason()
{
    ApiError error = errorOf(Kind::Validation);
    error.fieldErrors = {{u"app"_s, {u"This field is required."_s}}, {u"non_field_errors"_s, {u"No."_s}}};
    QVERIFY(describe(error).contains(u"app: This field is required."_s));
    QVERIFY(!describe(error).contains(u"non_field_errors"_s));
    // In quotation marks where the server said it.
    QVERIFY(!describe(error).contains(u'“'));
    error.httpStatus = 400;
    QVERIFY(describe(error).endsWith(u": “app: This field is required.; No.”"_s));

    QCOMPARE(describe(endlessList()),
        u"This is not an answer of authentik: the list does not end and brings nothing new. Check the address."_s);

    error = errorOf(Kind::RateLimited);
    error.retryAfter = 90s;
    QVERIFY(describe(error).contains(u"90"_s));

    error = errorOf(Kind::Redirected);
    error.redirectTarget = u"https://other.example:8443/"_s;
    QVERIFY(describe(error).contains(error.redirectTarget));

    error = errorOf(Kind::Forbidden);
    error.detail = u"You do not have permission"_s;
    QVERIFY(describe(error).contains(error.detail));
    error.httpStatus = 405;
    QVERIFY(describe(error) != describe(errorOf(Kind::Forbidden)));

    error = errorOf(Kind::Server);
    error.httpStatus = 502;
    QVERIFY(describe(error).contains(u"502"_s));
}

void TestApiError::describe_survivesPlaceholders()
{
    for (const Kind kind : allKinds) {
        ApiError error = errorOf(kind);
        error.detail = u"%1 %2 %n <b>x</b>"_s;
        error.redirectTarget = u"https://%1/%2"_s;
        error.fieldErrors = {{u"%1"_s, {u"%2 %1"_s}}};
        const QString sentence = describe(error);
        QVERIFY(!sentence.isEmpty());
        if (kind == Kind::Validation)
            QVERIFY2(sentence.contains(u"%1: %2 %1; %1 %2 %n <b>x</b>"_s), qPrintable(sentence));
        if (kind == Kind::Forbidden || kind == Kind::TokenInvalid)
            QVERIFY2(sentence.contains(error.detail), qPrintable(sentence));
    }
}

void TestApiError::describe_warnsOfLostWrites()
{
    for (const Kind kind : allKinds) {
        if (kind == Kind::Cancelled)
            continue;
        ApiError error = errorOf(kind);
        const QString certain = describe(error);
        error.mayHaveArrived = true;
        QVERIFY(describe(error).startsWith(certain));
        QVERIFY(describe(error).size() > certain.size());
    }
}

void TestApiError::describe_knowsSecretErrors()
{
    using SecretKind = SecretError::Kind;
    QSet<QString> sentences;
    for (const SecretKind kind : {SecretKind::NotFound, SecretKind::Unavailable, SecretKind::Denied,
             SecretKind::Timeout, SecretKind::TooLarge, SecretKind::Other})
        sentences += describe(SecretError{kind, u"why"_s});
    QCOMPARE(sentences.size(), 6);
    QVERIFY(describe(SecretError{SecretKind::Other, u"why %1"_s}).contains(u"why %1"_s));
}

void TestApiError::kindName_isDistinct()
{
    QSet<QString> names;
    for (const Kind kind : allKinds)
        names += kindName(kind);
    QCOMPARE(names.size(), allKinds.size());
    QVERIFY(!names.contains(QString()));
}

void TestApiError::fingerprint_isReadable()
{
    CertificateInfo info;
    info.sha256 = QByteArray::fromHex("00ab0cff");
    QCOMPARE(info.fingerprint(), u"00:AB:0C:FF"_s);
}

QTEST_GUILESS_MAIN(TestApiError)
#include "tst_apierror.moc"
