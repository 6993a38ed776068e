// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"
#include "eventwrite.h"
#include "jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;

using Verb = EventWrite::Verb;

namespace {

const QStringList known{u"login"_s, u"logout"_s, u"custom_"_s};

Event decoded(const QByteArray &raw)
{
    return codec::EventDecoder().decode(raw);
}

Event stored(const QByteArray &action, const QByteArray &app)
{
    return decoded(R"({"pk":"p","action":)" + action + R"(,"app":)" + app + R"(,"context":{"a":1}})");
}

EventChanges contextChange(const QByteArray &json = R"({"x":1})")
{
    EventChanges changes;
    changes.context = json;
    return changes;
}

} // namespace

class TestEventWrite : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void create_writesEverythingInOrder();
    void create_alwaysNamesActionAndApp();
    void update_choosesTheVerb_data();
    void update_choosesTheVerb();
    void update_sendsOnlyWhatChanged();
    void update_keepsTokensVerbatim();
    void update_changedActionAndApp();
    void clearedAddress_isNull();
    void text_canNotInjectJson_data();
    void text_canNotInjectJson();
    void hostileRecord_canNotInjectJson();
    void repeatedKeys_firstWins();
    void isRefusedByEnum_table_data();
    void isRefusedByEnum_table();
    void changes_areEmpty();
};

void TestEventWrite::create_writesEverythingInOrder()
{
    EventChanges fields;
    fields.action = u"custom_"_s;
    fields.app = u"tidings"_s;
    fields.clientIp = u"2001:db8::1"_s;
    fields.expires = parseTimestamp("2027-01-02T03:04:05.000006Z");
    fields.user = R"({"pk":1.0})";
    fields.context = R"({ "z":12345678901234567890, "a":1.0 })";
    fields.brand = "{}";
    const EventWrite write = createWrite(fields);
    QCOMPARE(write.verb, Verb::Post);
    QCOMPARE(write.body,
        R"({"action":"custom_","app":"tidings","client_ip":"2001:db8::1","expires":"2027-01-02T03:04:05.000006Z",)"
        R"("user":{"pk":1.0},"context":{ "z":12345678901234567890, "a":1.0 },"brand":{}})");
}

void TestEventWrite::create_alwaysNamesActionAndApp()
{
    QCOMPARE(createWrite({}).body, R"({"action":"","app":""})");
}

void TestEventWrite::update_choosesTheVerb_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("app");
    QTest::addColumn<QByteArray>("body");
    const QByteArray patch = R"({"context":{"x":1}})";
    const auto put = [](const QByteArray &action, const QByteArray &app) {
        return R"({"action":)" + action + R"(,"app":)" + app + R"(,"context":{"x":1}})";
    };
    const auto row = [](const char *name, const QByteArray &action, const QByteArray &app, const QByteArray &body) {
        QTest::newRow(name) << action << app << body;
    };
    row("known", R"("login")", R"("a.b")", put(R"("login")", R"("a.b")"));
    row("bare custom", R"("custom_")", R"("a")", put(R"("custom_")", R"("a")"));
    row("escapes stay", R"("lo\u0067in")", R"("a\/b")", put(R"("lo\u0067in")", R"("a\/b")"));
    row("custom", R"("custom_vpn")", R"("a")", patch);
    row("custom, escaped", R"("custom\u005fvpn")", R"("a")", patch);
    row("newer than the server", R"("user_offboarded")", R"("a")", patch);
    row("other case", R"("Login")", R"("a")", patch);
    row("empty action", R"("")", R"("a")", patch);
    row("blank action", R"(" ")", R"("a")", patch);
    row("null action", "null", R"("a")", patch);
    row("number as action", "7", R"("a")", patch);
    row("object as action", R"({"a":"login"})", R"("a")", patch);
    row("empty app", R"("login")", R"("")", patch);
    row("blank app", R"("login")", R"(" \t")", patch);
    row("null app", R"("login")", "null", patch);
    row("number as app", R"("login")", "1.0", patch);
    row("array as app", R"("login")", R"(["a"])", patch);
}

void TestEventWrite::update_choosesTheVerb()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, app);
    QFETCH(const QByteArray, body);
    const EventWrite write = updateWrite(stored(action, app), contextChange(), known);
    QCOMPARE(write.body, body);
    QCOMPARE(write.verb, body.startsWith(R"({"action")") ? Verb::Put : Verb::Patch);
    QVERIFY(!checkJsonObject(QString::fromUtf8(write.body)));
}

void TestEventWrite::update_sendsOnlyWhatChanged()
{
    const Event event = stored(R"("login")", R"("a")");
    EventChanges changes;
    QCOMPARE(updateWrite(event, changes, known).body, R"({"action":"login","app":"a"})");
    changes.clientIp = u"192.0.2.1"_s;
    QCOMPARE(updateWrite(event, changes, known).body, R"({"action":"login","app":"a","client_ip":"192.0.2.1"})");
    changes = {};
    changes.expires = 0;
    QCOMPARE(updateWrite(event, changes, known).body,
        R"({"action":"login","app":"a","expires":"1970-01-01T00:00:00.000000Z"})");
    changes = {};
    changes.user = "{}";
    QCOMPARE(updateWrite(event, changes, known).body, R"({"action":"login","app":"a","user":{}})");
    changes = {};
    changes.brand = "{}";
    QCOMPARE(updateWrite(event, changes, known).body, R"({"action":"login","app":"a","brand":{}})");
    // Nothing changed and PATCH.
    QCOMPARE(updateWrite(stored(R"("custom_x")", R"("a")"), {}, known).body, "{}");
}

void TestEventWrite::update_keepsTokensVerbatim()
{
    const QByteArray context
        = R"({"z":1.0,"a":12345678901234567890123,"e":1E+2,"neg":-0,"u":"\u00e9\/","é":null, "l":[ 1 ]})";
    for (const QByteArray &action : {QByteArray(R"("login")"), QByteArray(R"("custom_x")")}) {
        const EventWrite write = updateWrite(stored(action, R"("a")"), contextChange(context), known);
        QCOMPARE(rawMember(write.body, "context"), context);
        QVERIFY(write.body.contains(context));
    }
}

void TestEventWrite::update_changedActionAndApp()
{
    EventChanges changes;
    changes.action = u"logout"_s;
    EventWrite write = updateWrite(stored(R"("custom_x")", R"("a")"), changes, known);
    QCOMPARE(write.verb, Verb::Put);
    QCOMPARE(write.body, R"({"action":"logout","app":"a"})");

    // The app is still one that a PUT would be refused for.
    write = updateWrite(stored(R"("custom_x")", "null"), changes, known);
    QCOMPARE(write.verb, Verb::Patch);
    QCOMPARE(write.body, R"({"action":"logout"})");

    changes = {};
    changes.app = u"new.app"_s;
    write = updateWrite(stored(R"("custom_x")", "null"), changes, known);
    QCOMPARE(write.verb, Verb::Patch);
    QCOMPARE(write.body, R"({"app":"new.app"})");
    write = updateWrite(stored(R"("login")", "null"), changes, known);
    QCOMPARE(write.verb, Verb::Put);
    QCOMPARE(write.body, R"({"action":"login","app":"new.app"})");

    // A server that does not tell its actions takes any but custom ones.
    write = updateWrite(stored(R"("newer_action")", R"("a")"), contextChange(), {});
    QCOMPARE(write.verb, Verb::Put);
    write = updateWrite(stored(R"("custom_x")", R"("a")"), contextChange(), {});
    QCOMPARE(write.verb, Verb::Patch);
}

void TestEventWrite::clearedAddress_isNull()
{
    EventChanges changes;
    changes.clientIp = QString();
    QCOMPARE(updateWrite(stored(R"("login")", R"("a")"), changes, known).body,
        R"({"action":"login","app":"a","client_ip":null})");
    changes.action = u"a"_s;
    changes.app = u"b"_s;
    QCOMPARE(createWrite(changes).body, R"({"action":"a","app":"b","client_ip":null})");
}

void TestEventWrite::text_canNotInjectJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote") << u"a\",\"user\":{\"pk\":1},\"x\":\""_s;
    QTest::newRow("backslash") << u"a\\"_s;
    QTest::newRow("backslash and quote") << u"a\\\",\"b\":\"c"_s;
    QTest::newRow("control characters") << QString(u"\0\x01\b\t\n\f\r\x1f\x7f"_s);
    QTest::newRow("line separators") << u"\u2028\u2029"_s;
    QTest::newRow("braces") << u"}]{[:,"_s;
    QTest::newRow("emoji") << u"\U0001F600"_s;
    QTest::newRow("looks escaped") << u"\\u0022"_s;
}

void TestEventWrite::text_canNotInjectJson()
{
    QFETCH(const QString, text);
    EventChanges changes;
    changes.action = text;
    changes.app = text;
    changes.clientIp = text;
    for (const EventWrite &write :
        {createWrite(changes), updateWrite(stored(R"("login")", R"("a")"), changes, known)}) {
        QJsonParseError problem{};
        const QJsonObject object = QJsonDocument::fromJson(write.body, &problem).object();
        QCOMPARE(problem.error, QJsonParseError::NoError);
        QCOMPARE(object.keys(), (QStringList{u"action"_s, u"app"_s, u"client_ip"_s}));
        for (const char *const key : {"action", "app", "client_ip"})
            QCOMPARE(object.value(QLatin1StringView(key)).toString(), text);
    }
}

// What the server sent goes back to it: never anything but one string each.
void TestEventWrite::hostileRecord_canNotInjectJson()
{
    const QByteArrayList records{
        R"({"action":"login","app":"a","user":{"pk":1}})",
        R"({"action":"login","app":"a" , "x":"\",\"user\":{}"})",
        R"({"action":"login","app":"a"x,"user":1})",
        R"({"action":"login","app":"a" "user":1})",
        R"({"action":"login","app":"a\","user":1})",
        R"({"action":"login","app":"a)",
        R"({"action":"login" true,"app":"a"})",
        "{\"action\":\"lo\x01gin\",\"app\":\"a\"}",
        R"(["login"])",
        "",
    };
    for (const QByteArray &record : records) {
        const EventWrite write = updateWrite(decoded(record), contextChange(), known);
        const auto problem = checkJsonObject(QString::fromUtf8(write.body));
        QVERIFY2(!problem, (record + " -> " + write.body).constData());
        const auto keys = QJsonDocument::fromJson(write.body).object().keys();
        QVERIFY(keys == QStringList({u"context"_s}) || keys == QStringList({u"action"_s, u"app"_s, u"context"_s}));
        const QJsonObject object = QJsonDocument::fromJson(write.body).object();
        QCOMPARE(object.value(u"context"_s), QJsonValue(QJsonObject{{u"x"_s, 1}}));
    }
}

void TestEventWrite::repeatedKeys_firstWins()
{
    const Event event = decoded(R"({"pk":"p","action":"custom_x","action":"login","app":null,"app":"b"})");
    QCOMPARE(updateWrite(event, contextChange(), known).verb, Verb::Patch);
    const Event other = decoded(R"({"pk":"p","action":"login","action":"custom_x","app":"b","app":null})");
    QCOMPARE(updateWrite(other, contextChange(), known).body, R"({"action":"login","app":"b","context":{"x":1}})");
}

void TestEventWrite::isRefusedByEnum_table_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<bool>("refusedUnknown"); // by a server whose actions are not known
    QTest::newRow("known") << u"login"_s << false << false;
    QTest::newRow("unknown") << u"later"_s << true << false;
    QTest::newRow("bare custom") << u"custom_"_s << false << false;
    QTest::newRow("custom") << u"custom_x"_s << true << true;
    QTest::newRow("like custom") << u"customer"_s << true << false;
}

void TestEventWrite::isRefusedByEnum_table()
{
    QFETCH(const QString, action);
    QFETCH(const bool, refused);
    QFETCH(const bool, refusedUnknown);
    QCOMPARE(isRefusedByEnum(action, known), refused);
    QCOMPARE(isRefusedByEnum(action, {}), refusedUnknown);
}

void TestEventWrite::changes_areEmpty()
{
    QVERIFY(EventChanges().isEmpty());
    QVERIFY(!contextChange().isEmpty());
    EventChanges cleared;
    cleared.clientIp = QString();
    QVERIFY(!cleared.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventWrite)
#include "tst_eventwrite.moc"
