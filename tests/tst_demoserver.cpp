// SPDX-License-Identifier: GPL-3.0-or-later
#include "demooptions.h"
#include "demoserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <functional>
#include <map>
#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tidings::DemoRelease)
Q_DECLARE_METATYPE(tidings::DemoRights)

namespace {

const QString api = u"/api/v3/"_s;
const QString events = u"/api/v3/events/events/"_s;
const QString notifications = u"/api/v3/events/notifications/"_s;
constexpr int eventTotal = 600;

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray allow;
    QByteArray location;
    QByteArray requestId;

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QJsonArray results() const { return object().value("results"_L1).toArray(); }
    int page(QLatin1StringView key) const { return object().value("pagination"_L1).toObject().value(key).toInt(-1); }
    int count() const { return page("count"_L1); }
};

using Fields = QMap<QByteArray, QByteArray>;
using Predicate = std::function<bool(const QJsonObject &)>;

QString actionOf(const QJsonObject &event)
{
    return event.value("action"_L1).toString();
}

QJsonValue at(const QJsonObject &object, const QStringList &path)
{
    QJsonValue value = object;
    for (const QString &key : path)
        value = value.toObject().value(key);
    return value;
}

QString text(const QJsonObject &object, const QString &path)
{
    return at(object, path.split(u'.')).toString();
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QByteArray errorOf(const QByteArray &field, const QByteArray &message)
{
    const QJsonObject object{{QString::fromLatin1(field), QJsonArray{QString::fromUtf8(message)}}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray detailOf(const QByteArray &message)
{
    return QJsonDocument(QJsonObject{{u"detail"_s, QString::fromUtf8(message)}}).toJson(QJsonDocument::Compact);
}

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_servers.clear(); }

    void answers_data();
    void answers();
    void writes_data();
    void writes();
    void notificationWrites_data();
    void notificationWrites();
    void pages_data();
    void pages();
    void filters_data();
    void filters();
    void ordering_data();
    void ordering();
    void notificationFilters_data();
    void notificationFilters();

    void envelope_autocompleteByRelease();
    void fidelity_numbersAndKeyOrderSurvive();
    void put_keepsOmittedFields();
    void patch_replacesJsonFieldsAsAWhole();
    void customAction_cannotBePutBack();
    void edits_showInFiltersAndSearch();
    void pages_shiftWhenEventsArrive();
    void event_isNullAfterDeletion();
    void notifications_seedHasOrphansAndStrangers();
    void markAllSeen_touchesOwnOnly();
    void currentUser_byRelease();
    void volume_byRelease();
    void stats_countsSteps();
    void topPerUser_countsAuthorizations();
    void perMonth_onlyInOldRelease();
    void actions_byRelease();
    void everyKnownActionOccurs();
    void knownKeysOnly();
    void times_strictlyIncrease();
    void million_deepPageAndFilters();
    void manyNotifications_start();
    void latency_answersLateAndSurvivesAbort();
    void log_countsRequests();
    void seed_decidesEverything();
    void commandLine_data();
    void commandLine();

private:
    DemoServer &server(DemoRelease release = DemoRelease::V2026_8, DemoRights rights = DemoRights::Edit);
    Answer send(const DemoServer &to, const QByteArray &method, const QString &path, const QByteArray &body = {},
        const Fields &headers = {});
    Answer get(const DemoServer &from, const QString &path) { return send(from, "GET", path); }
    QList<QJsonObject> allEvents(const DemoServer &from, const QString &query = {});
    QList<QJsonObject> allNotifications(const DemoServer &from, const QString &query = {});
    QList<QJsonObject> all(const DemoServer &from, const QString &path, const QString &query);

    QNetworkAccessManager m_network;
    std::map<std::pair<DemoRelease, DemoRights>, std::unique_ptr<DemoServer>> m_servers;
};

void TestDemoServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

DemoServer &TestDemoServer::server(DemoRelease release, DemoRights rights)
{
    std::unique_ptr<DemoServer> &slot = m_servers[{release, rights}];
    if (!slot) {
        DemoOptions options;
        options.events = eventTotal;
        options.release = release;
        options.rights = rights;
        slot = std::make_unique<DemoServer>(options);
        if (!slot->listen())
            qFatal("no port is free");
    }
    return *slot;
}

Answer TestDemoServer::send(
    const DemoServer &to, const QByteArray &method, const QString &path, const QByteArray &body, const Fields &headers)
{
    QUrl url;
    url.setUrl(u"http://127.0.0.1:%1%2"_s.arg(to.port()).arg(path), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + to.token().toLatin1());
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", "application/json");
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.setRawHeader(header.key(), header.value());
    const std::unique_ptr<QNetworkReply> reply(
        method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(60'000))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
        reply->rawHeader("Content-Type"), reply->rawHeader("Allow"), reply->rawHeader("Location"),
        reply->rawHeader("X-authentik-id")};
}

QList<QJsonObject> TestDemoServer::all(const DemoServer &from, const QString &path, const QString &query)
{
    QList<QJsonObject> rows;
    int page = 1;
    while (page != 0) {
        const Answer answer = get(from, path + u"?page_size=100&page=%1&"_s.arg(page) + query);
        if (answer.status != 200)
            return {};
        for (const QJsonValue &row : answer.results())
            rows.append(row.toObject());
        page = answer.page("next"_L1);
    }
    return rows;
}

QList<QJsonObject> TestDemoServer::allEvents(const DemoServer &from, const QString &query)
{
    return all(from, events, query);
}

QList<QJsonObject> TestDemoServer::allNotifications(const DemoServer &from, const QString &query)
{
    return all(from, notifications, query);
}

void TestDemoServer::answers_data()
{
    QTest::addColumn<DemoRelease>("release");
    QTest::addColumn<DemoRights>("rights");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("authorization"); // "good" is replaced
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // empty: any; "html": a page
    QTest::addColumn<QByteArray>("allow");

    using R = DemoRelease;
    using Q = DemoRights;
    const QByteArray good = "good";
    const QByteArray noRight = detailOf("You do not have permission to perform this action.");
    const QByteArray badToken = detailOf("Token invalid/expired");
    const QByteArray listAllow = "GET, POST, HEAD, OPTIONS";
    const QByteArray itemAllow = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";
    const QString unknownId = u"00000000-0000-4000-8000-000000000000/"_s;

    for (const auto &[name, release] :
        {std::pair("2024.8", R::V2024_8), std::pair("2025.10", R::V2025_10), std::pair("2026.8", R::V2026_8)}) {
        const auto row = [&, named = name, of = release](const char *what, const QByteArray &method,
                             const QString &path, const QByteArray &authorization, int status,
                             const QByteArray &body = {}, const QByteArray &allow = {}, Q rights = Q::Edit) {
            QTest::addRow("%s: %s", named, what)
                << of << rights << method << path << authorization << status << body << allow;
        };
        row("no header", "GET", events, {}, 403, detailOf("Authentication credentials were not provided."));
        row("wrong scheme", "GET", events, "Basic dXNlcjpwYXNz", 403, detailOf("Unsupported authentication type"));
        row("wrong token", "GET", events, "Bearer nonsense", 403, badToken);
        row("empty token", "GET", events, "Bearer", 403, badToken);
        row("wrong token before wrong method", "DELETE", events, "Bearer nonsense", 403, badToken);
        row("scheme in any case", "GET", events, "bEaReR good", 200);
        row("config without token", "GET", api + u"root/config/"_s, {}, 200);
        row("config with a bad token", "GET", api + u"root/config/"_s, "Bearer x", 403, badToken);
        row("me without token", "GET", api + u"core/users/me/"_s, {}, 403);
        row("version for anybody", "GET", api + u"admin/version/"_s, good, 200, {}, {}, Q::None);
        row("actions for anybody", "GET", events + u"actions/"_s, good, 200, {}, {}, Q::None);
        row("list without right", "GET", events, good, 403, noRight, listAllow, Q::None);
        row("one without right", "GET", events + u"{event}/"_s, good, 403, noRight, {}, Q::None);
        row("volume without right", "GET", events + u"volume/"_s, good, 403, noRight, {}, Q::None);
        row("own notifications without right", "GET", notifications, good, 200, {}, {}, Q::None);
        row("viewer may read", "GET", events + u"{event}/"_s, good, 200, {}, itemAllow, Q::View);
        row("viewer may not add", "POST", events, good, 403, noRight, {}, Q::View);
        row("viewer may not put", "PUT", events + u"{event}/"_s, good, 403, noRight, {}, Q::View);
        row("viewer may not patch", "PATCH", events + u"{event}/"_s, good, 403, noRight, {}, Q::View);
        row("viewer may not delete", "DELETE", events + u"{event}/"_s, good, 403, noRight, {}, Q::View);
        row("editor may delete", "DELETE", events + u"{event}/"_s, good, 204);
        row("delete the list", "DELETE", events, good, 405, detailOf("Method \"DELETE\" not allowed."), listAllow);
        row("post to one", "POST", events + u"{event}/"_s, good, 405, detailOf("Method \"POST\" not allowed."),
            itemAllow);
        row("post a notification", "POST", notifications, good, 405, detailOf("Method \"POST\" not allowed."),
            "GET, HEAD, OPTIONS");
        row("get mark_all_seen", "GET", notifications + u"mark_all_seen/"_s, good, 405,
            detailOf("Method \"GET\" not allowed."), "POST, OPTIONS");
        row("head", "HEAD", events, good, 200);
        row("malformed id", "GET", events + u"nonsense/"_s, good, 404, detailOf("Not found."));
        row("no such event", "GET", events + unknownId, good, 404,
            detailOf(release == R::V2024_8 ? "Not found." : "No Event matches the given query."));
        row("no such notification", "GET", notifications + unknownId, good, 404,
            detailOf(release == R::V2024_8 ? "Not found." : "No Notification matches the given query."));
        row("unknown endpoint", "GET", api + u"nowhere/"_s, good, 404, "html");
        row("missing slash", "GET", u"/api/v3/events/events?page=2"_s, good, 301);
        row("missing slash in a write", "PATCH", events + u"{event}"_s, good, 301);
        row("stats", "GET", events + u"stats/?count_steps=days%3D1"_s, good, release == R::V2026_8 ? 200 : 404,
            release == R::V2026_8 ? QByteArray() : detailOf("Not found."));
        row("per_month", "GET", events + u"per_month/"_s, good, release == R::V2024_8 ? 200 : 404);
        row("history_days not a number", "GET", events + u"volume/?history_days=week"_s, good,
            release == R::V2024_8 ? 200 : 500, release == R::V2024_8 ? QByteArray() : "html");
        row("top_n not a number", "GET", events + u"top_per_user/?top_n=ten"_s, good, 500, "html");
        row("client_ip is a prefix", "GET", events + u"?client_ip=192.0.2"_s, good, 500, "html");
        row("unknown action in actions", "GET", events + u"?actions=nonsense"_s, good,
            release == R::V2024_8 ? 200 : 400,
            release == R::V2024_8
                ? QByteArray()
                : errorOf("actions", "Select a valid choice. nonsense is not one of the available choices."));
        row("custom action in actions", "GET", events + u"?actions=login&actions=custom_vpn_connected"_s, good,
            release == R::V2024_8 ? 200 : 400,
            release == R::V2024_8
                ? QByteArray()
                : errorOf(
                    "actions", "Select a valid choice. custom_vpn_connected is not one of the available choices."));
        row("empty value in actions", "GET", events + u"?actions="_s, good, release == R::V2024_8 ? 200 : 400,
            release == R::V2024_8 ? QByteArray()
                                  : errorOf("actions", "Select a valid choice.  is not one of the available choices."));
        row("newer action in actions", "GET", events + u"?actions=review_overdue"_s, good,
            release == R::V2025_10 ? 400 : 200);
        row("page 0", "GET", events + u"?page=0"_s, good, 404, detailOf("Invalid page."));
        row("page -1", "GET", events + u"?page=-1"_s, good, 404, detailOf("Invalid page."));
        row("page x", "GET", events + u"?page=x"_s, good, 404, detailOf("Invalid page."));
        row("page after the last", "GET", events + u"?page=1000"_s, good, 404, detailOf("Invalid page."));
        row("severity", "GET", notifications + u"?severity=fatal"_s, good, 400,
            errorOf("severity", "Select a valid choice. fatal is not one of the available choices."));
        row("user unknown", "GET", notifications + u"?user=987654"_s, good, 400,
            errorOf("user", "Select a valid choice. That choice is not one of the available choices."));
        row("user not a number", "GET", notifications + u"?user=me"_s, good, 400,
            errorOf("user", "Select a valid choice. That choice is not one of the available choices."));
        row("event malformed", "GET", notifications + u"?event=bad"_s, good, 400,
            errorOf("event", "\"bad\" is not a valid UUID."));
        row("event unknown", "GET", notifications + u"?event="_s + unknownId.chopped(1), good, 400,
            errorOf("event", "Select a valid choice. That choice is not one of the available choices."));
        row("created malformed", "GET", notifications + u"?created=yesterday"_s, good, 400,
            errorOf("created", "Enter a valid date/time."));
    }
    const auto only
        = [](const char *what, R release, const QString &path, int status, const QByteArray &body, Q rights) {
              QTest::addRow("%s", what) << release << rights << QByteArray("GET") << path << QByteArray("good")
                                        << status << body << QByteArray();
          };
    only("2026.8: stats without steps", R::V2026_8, events + u"stats/"_s, 400,
        errorOf("count_steps", "This field is required."), Q::Edit);
    only("2026.8: stats with a bad step", R::V2026_8, events + u"stats/?count_steps=soon"_s, 400, {}, Q::Edit);
    only("2026.8: top_per_user without right", R::V2026_8, events + u"top_per_user/"_s, 403, noRight, Q::None);
    only("2025.10: top_per_user without right is empty", R::V2025_10, events + u"top_per_user/"_s, 200, "[]", Q::None);
}

void TestDemoServer::answers()
{
    QFETCH(DemoRelease, release);
    QFETCH(DemoRights, rights);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, allow);

    DemoServer &demo = server(release, rights);
    path.replace(u"{event}"_s, demo.eventId(7));
    QByteArray header = authorization;
    if (header == "good")
        header = "Bearer good";
    header.replace("good", demo.token().toLatin1());
    const Answer answer = send(demo, method, path, {}, {{"Authorization", header}});
    QCOMPARE(answer.status, status);
    if (body == "html") {
        QVERIFY(answer.contentType.startsWith("text/html"));
        QVERIFY(answer.body.contains("<h1>"));
    } else if (!body.isEmpty()) {
        QCOMPARE(answer.body, body);
        QCOMPARE(answer.contentType, "application/json");
    }
    if (!allow.isEmpty())
        QCOMPARE(answer.allow, allow);
    if (status == 301) {
        const QStringList parts = path.split(u'?');
        const QString query = parts.size() > 1 ? u'?' + parts.at(1) : QString();
        QCOMPARE(answer.location, (parts.constFirst() + u'/' + query).toLatin1());
    }
    if (method == "HEAD" || status == 204)
        QVERIFY(answer.body.isEmpty());
    QCOMPARE(answer.requestId.size(), 32);
}

void TestDemoServer::writes_data()
{
    QTest::addColumn<DemoRelease>("release");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected"); // of a 400 the whole body, else a part of it

    using R = DemoRelease;
    const QByteArray required = "This field is required.";
    const QByteArray null = "This field may not be null.";
    const QByteArray blank = "This field may not be blank.";
    const QByteArray object = "Value must be a dictionary, and not have any duplicate keys.";
    const auto row = [](const char *what, const QByteArray &method, const QByteArray &body, int status,
                         const QByteArray &expected, R release = R::V2026_8) {
        QTest::addRow("%s", what) << release << method << body << status << expected;
    };
    const auto base = [](const QByteArray &more) {
        return QByteArray(R"({"action":"login","app":"a",)") + more + "}";
    };

    row("nothing", "POST", "{}", 400, R"({"action":["This field is required."],"app":["This field is required."]})");
    row("no body", "POST", "", 400, R"({"action":["This field is required."],"app":["This field is required."]})");
    row("minimal", "POST", R"({"action":"login","app":"a"})", 201,
        R"("user":{},"action":"login","app":"a","context":{},"client_ip":null)");
    row("put needs both", "PUT", R"({"app":"a"})", 400, errorOf("action", required));
    row("patch needs nothing", "PATCH", "{}", 200, R"("pk":)");
    row("custom action", "POST", R"({"action":"custom_foo","app":"a"})", 400,
        errorOf("action", "\"custom_foo\" is not a valid choice."));
    row("bare custom_", "POST", R"({"action":"custom_","app":"a"})", 201, R"("action":"custom_")");
    row("empty action", "POST", R"({"action":"","app":"a"})", 400, errorOf("action", "\"\" is not a valid choice."));
    row("number as action", "POST", R"({"action":5,"app":"a"})", 400,
        errorOf("action", "\"5\" is not a valid choice."));
    row("null action", "POST", R"({"action":null,"app":"a"})", 400, errorOf("action", null));
    row("new action on a new server", "POST", R"({"action":"user_offboarded","app":"a"})", 201, "user_offboarded");
    row("new action on an old server", "POST", R"({"action":"user_offboarded","app":"a"})", 400,
        errorOf("action", "\"user_offboarded\" is not a valid choice."), R::V2025_10);
    row("blank app", "POST", R"({"action":"login","app":"  "})", 400, errorOf("app", blank));
    row("null app", "POST", R"({"action":"login","app":null})", 400, errorOf("app", null));
    row("app trimmed", "POST", R"({"action":"login","app":"  a b "})", 201, R"("app":"a b")");
    row("app is a number", "POST", R"({"action":"login","app":12})", 201, R"("app":"12")");
    row("app is a list", "POST", R"({"action":"login","app":["a"]})", 400, errorOf("app", "Not a valid string."));
    row("user is a list", "POST", base(R"("user":[])"), 400, errorOf("user", object));
    row("user is a list, old server", "POST", base(R"("user":[])"), 201, R"("user":[])", R::V2024_8);
    row("user is null", "POST", base(R"("user":null)"), 400, errorOf("user", null));
    row("user is null, old server", "POST", base(R"("user":null)"), 400, errorOf("user", null), R::V2024_8);
    row("context is text", "PATCH", R"({"context":"x"})", 400, errorOf("context", object));
    row("duplicate keys", "PATCH", R"({"context":{"a":1,"b":2,"a":3}})", 400, errorOf("context", object));
    row("brand is a number", "PATCH", R"({"brand":1})", 400, errorOf("brand", object));
    row("several at once", "POST", R"({"action":"x","app":"","brand":1})", 400,
        R"({"action":["\"x\" is not a valid choice."],"app":["This field may not be blank."],"brand":["Value must be a dictionary, and not have any duplicate keys."]})");
    row("address", "PATCH", R"({"client_ip":"203.0.113.9"})", 200, R"("client_ip":"203.0.113.9")");
    row("address normalised", "PATCH", R"({"client_ip":"2001:DB8:0:0::9A"})", 200, R"("client_ip":"2001:db8::9a")");
    row("address null", "PATCH", R"({"client_ip":null})", 200, R"("client_ip":null)");
    row("address empty", "PATCH", R"({"client_ip":""})", 400, errorOf("client_ip", blank));
    row("address junk", "PATCH", R"({"client_ip":"10.1"})", 400,
        errorOf("client_ip", "Enter a valid IPv4 or IPv6 address."));
    row("expires", "PATCH", R"({"expires":"2027-01-02T03:04:05.000006+01:00"})", 200,
        R"("expires":"2027-01-02T02:04:05.000006Z")");
    row("expires null", "PATCH", R"({"expires":null})", 400, errorOf("expires", null));
    row("expires bad", "PATCH", R"({"expires":"tomorrow"})", 400,
        errorOf("expires",
            "Datetime has wrong format. Use one of these formats instead: "
            "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."));
    row("unknown and read-only keys", "PATCH", R"({"bogus":1,"pk":"x","created":5})", 200, R"("pk":)");
    row("list as body", "POST", "[1]", 400,
        errorOf("non_field_errors", "Invalid data. Expected a dictionary, but got list."));
    row("text as body", "POST", R"("x")", 400,
        errorOf("non_field_errors", "Invalid data. Expected a dictionary, but got str."));
    row("number as body", "POST", "1", 400,
        errorOf("non_field_errors", "Invalid data. Expected a dictionary, but got int."));
    row("null as body", "POST", "null", 400, errorOf("non_field_errors", "No data provided"));
    row("not JSON", "POST", "nonsense", 400, detailOf("JSON parse error - Expecting value: line 1 column 1 (char 0)"));
    row("single quotes", "POST", "{'a': 1}", 400,
        detailOf("JSON parse error - Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"));
    row("trailing comma", "POST", "{\"a\":1\n,}", 400,
        detailOf("JSON parse error - Expecting property name enclosed in double quotes: line 2 column 2 (char 8)"));
    row("cut off", "POST", R"({"a": "b)", 400,
        detailOf("JSON parse error - Unterminated string starting at: line 1 column 7 (char 6)"));
    row("two values", "POST", "{} {}", 400, detailOf("JSON parse error - Extra data: line 1 column 4 (char 3)"));
}

void TestDemoServer::writes()
{
    QFETCH(DemoRelease, release);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, expected);

    DemoServer &demo = server(release);
    const QString path = method == "POST" ? events : events + demo.eventId(3) + u'/';
    const Answer answer = send(demo, method, path, body);
    QCOMPARE(answer.status, status);
    if (status == 400) {
        QCOMPARE(answer.body, expected);
        QCOMPARE(demo.eventCount(), quint32(eventTotal));
        return;
    }
    QVERIFY2(answer.body.contains(expected), answer.body.constData());
    const Answer again = get(demo, events + answer.object().value("pk"_L1).toString() + u'/');
    QCOMPARE(again.body, answer.body);
    QCOMPARE(demo.eventCount(), quint32(eventTotal + (status == 201 ? 1 : 0)));
}

void TestDemoServer::notificationWrites_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected"); // of a 400 the whole body, else a part of it; "html": a page

    QTest::newRow("seen") << QByteArray("PATCH") << QByteArray(R"({"seen":true})") << 200
                          << QByteArray(R"("seen":true)");
    QTest::newRow("unseen") << QByteArray("PATCH") << QByteArray(R"({"seen":false})") << 200
                            << QByteArray(R"("seen":false)");
    QTest::newRow("put") << QByteArray("PUT") << QByteArray(R"({"seen":true})") << 200 << QByteArray(R"("seen":true)");
    QTest::newRow("not boolean") << QByteArray("PATCH") << QByteArray(R"({"seen":"maybe"})") << 400
                                 << errorOf("seen", "Must be a valid boolean.");
    QTest::newRow("null") << QByteArray("PATCH") << QByteArray(R"({"seen":null})") << 400
                          << errorOf("seen", "This field may not be null.");
    QTest::newRow("event object") << QByteArray("PATCH")
                                  << QByteArray(R"({"seen":true,"event":{"action":"login","app":"a"}})") << 500
                                  << QByteArray("html");
    QTest::newRow("event null") << QByteArray("PATCH") << QByteArray(R"({"event":null})") << 400
                                << errorOf("event", "This field may not be null.");
    QTest::newRow("read-only") << QByteArray("PATCH") << QByteArray(R"({"body":"x","severity":"fatal"})") << 200
                               << QByteArray(R"("severity":")");
    QTest::newRow("hyperlink") << QByteArray("PATCH")
                               << QByteArray(R"({"hyperlink":"https://example.org/","hyperlink_label":null})") << 200
                               << QByteArray(R"("hyperlink":"https://example.org/","hyperlink_label":null)");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray() << 204 << QByteArray();
}

void TestDemoServer::notificationWrites()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, expected);

    DemoServer &demo = server();
    const QString path = notifications + demo.notificationId(0) + u'/';
    const Answer before = get(demo, path);
    const Answer answer = send(demo, method, path, body);
    QCOMPARE(answer.status, status);
    if (expected == "html")
        QVERIFY(answer.contentType.startsWith("text/html"));
    else if (status == 400)
        QCOMPARE(answer.body, expected);
    else
        QVERIFY2(answer.body.contains(expected), answer.body.constData());
    const Answer after = get(demo, path);
    QCOMPARE(after.status, status == 204 ? 404 : 200);
    if (status >= 400)
        QCOMPARE(after.body, before.body);
}

void TestDemoServer::pages_data()
{
    QTest::addColumn<DemoRelease>("release");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("current");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("next");

    using R = DemoRelease;
    const auto row = [](const char *what, R release, const QString &query, int rows, int current, int total, int next) {
        QTest::addRow("%s", what) << release << query << rows << current << total << next;
    };
    row("old default", R::V2024_8, {}, 100, 1, 6, 2);
    row("middle default", R::V2025_10, {}, 100, 1, 6, 2);
    row("new default", R::V2026_8, {}, 20, 1, 30, 2);
    row("old has no maximum", R::V2024_8, u"?page_size=5000"_s, 600, 1, 1, 0);
    row("middle has no maximum", R::V2025_10, u"?page_size=550"_s, 550, 1, 2, 2);
    row("new clamps silently", R::V2026_8, u"?page_size=5000"_s, 100, 1, 6, 2);
    row("page size 0, old", R::V2024_8, u"?page_size=0"_s, 100, 1, 6, 2);
    row("page size 0, new", R::V2026_8, u"?page_size=0"_s, 100, 1, 6, 2);
    row("page size text", R::V2026_8, u"?page_size=all"_s, 100, 1, 6, 2);
    row("page size empty", R::V2026_8, u"?page_size="_s, 100, 1, 6, 2);
    row("page size negative", R::V2026_8, u"?page_size=-5"_s, 100, 1, 6, 2);
    row("last", R::V2026_8, u"?page=last&page_size=70"_s, 40, 9, 9, 0);
    row("middle page", R::V2026_8, u"?page=3&page_size=70"_s, 70, 3, 9, 4);
    row("empty result has one page", R::V2026_8, u"?username=nobody-at-all"_s, 0, 1, 1, 0);
    row("unknown parameter ignored", R::V2026_8, u"?created__gte=2026-01-01&page_size=100"_s, 100, 1, 6, 2);
    row("actions unknown to an old server", R::V2024_8, u"?actions=login"_s, 100, 1, 6, 2);
    row("device unknown to a middle server", R::V2025_10, u"?context_device=0"_s, 100, 1, 6, 2);
}

void TestDemoServer::pages()
{
    QFETCH(DemoRelease, release);
    QFETCH(QString, query);
    QFETCH(int, rows);
    QFETCH(int, current);
    QFETCH(int, total);
    QFETCH(int, next);

    const Answer answer = get(server(release), events + query);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.results().size(), rows);
    QCOMPARE(answer.page("current"_L1), current);
    QCOMPARE(answer.page("total_pages"_L1), total);
    QCOMPARE(answer.page("next"_L1), next);
    QCOMPARE(answer.page("previous"_L1), current - 1);
    QCOMPARE(answer.page("count"_L1), rows == 0 ? 0 : eventTotal);
    const int end = answer.page("end_index"_L1);
    QCOMPARE(answer.page("start_index"_L1), rows == 0 ? 0 : end - rows + 1);
    if (next == 0)
        QCOMPARE(end, rows == 0 ? 0 : eventTotal);
}

namespace {

struct FilterCase
{
    const char *name;
    DemoRelease release;
    QString query;
    Predicate accepts;
    bool mayBeEmpty = false;
};

QString jsonOf(const QJsonObject &event, QLatin1StringView key)
{
    return QString::fromUtf8(QJsonDocument(event.value(key).toObject()).toJson(QJsonDocument::Compact));
}

bool containsWord(const QJsonObject &event, const QString &word)
{
    const QStringList texts{event.value("pk"_L1).toString(), jsonOf(event, "user"_L1), actionOf(event),
        event.value("app"_L1).toString(), jsonOf(event, "context"_L1), event.value("client_ip"_L1).toString()};
    return std::any_of(
        texts.begin(), texts.end(), [&](const QString &where) { return where.contains(word, Qt::CaseInsensitive); });
}

QList<FilterCase> filterCases()
{
    using R = DemoRelease;
    const auto actionIs = [](const QString &action) {
        return [action](const QJsonObject &event) {
            return actionOf(event) == action;
        };
    };
    const auto actionHas = [](const QString &part) {
        return [part](const QJsonObject &event) {
            return actionOf(event).contains(part, Qt::CaseInsensitive);
        };
    };
    const auto always = [](const QJsonObject &) {
        return true;
    };
    const auto hasWord = [](const QString &word) {
        return [word](const QJsonObject &event) {
            return containsWord(event, word);
        };
    };
    const QString admin = u"akadmin"_s;
    return {
        {"action is a substring", R::V2026_8, u"action=LOGIN"_s, actionHas(u"login"_s)},
        {"action finds custom ones", R::V2024_8, u"action=custom_vpn"_s, actionHas(u"custom_vpn"_s)},
        {"empty action is no filter", R::V2026_8, u"action="_s, always},
        {"last action counts", R::V2026_8, u"action=login&action=logout"_s, actionHas(u"logout"_s)},
        {"actions is exact", R::V2026_8, u"actions=login"_s, actionIs(u"login"_s)},
        {"actions are alternatives", R::V2025_10, u"actions=login&actions=logout"_s,
            [](const QJsonObject &e) {
                return actionOf(e) == "login"_L1 || actionOf(e) == "logout"_L1;
            }},
        {"action and actions", R::V2026_8, u"action=login&actions=login_failed&actions=logout"_s,
            actionIs(u"login_failed"_s)},
        {"username, old", R::V2024_8, u"username=akadmin"_s,
            [admin](const QJsonObject &e) {
                return text(e, u"user.username"_s) == admin;
            }},
        {"username, also attempted", R::V2025_10, u"username=root"_s,
            [](const QJsonObject &e) {
                return text(e, u"user.username"_s) == "root"_L1 || text(e, u"context.username"_s) == "root"_L1;
            },
            true},
        {"username is exact", R::V2026_8, u"username=AKADMIN"_s,
            [](const QJsonObject &e) { return text(e, u"context.username"_s) == "AKADMIN"_L1; }, true},
        {"username, also the account", R::V2026_8, u"username=zoe.lefevre"_s,
            [](const QJsonObject &e) {
                const QString name = u"zoe.lefevre"_s;
                return text(e, u"user.username"_s) == name || text(e, u"context.username"_s) == name
                    || (text(e, u"context.model.model_name"_s) == "user"_L1
                        && text(e, u"context.model.name"_s) == u"Zoë Lefèvre"_s);
            }},
        {"client_ip", R::V2026_8, u"client_ip=255.255.255.255"_s,
            [](const QJsonObject &e) { return text(e, u"client_ip"_s) == "255.255.255.255"_L1; }, true},
        {"model app", R::V2026_8, u"context_model_app=authentik_core"_s,
            [](const QJsonObject &e) {
                return text(e, u"context.model.app"_s) == "authentik_core"_L1;
            }},
        {"model name", R::V2024_8, u"context_model_name=user"_s,
            [](const QJsonObject &e) {
                return text(e, u"context.model.model_name"_s) == "user"_L1;
            }},
        {"model pk", R::V2026_8, u"context_model_pk=1"_s,
            [](const QJsonObject &e) {
                return at(e, {u"context"_s, u"model"_s, u"pk"_s}).toInt() == 1;
            },
            true},
        {"brand", R::V2026_8, u"brand_name=Brand%20example.org"_s,
            [](const QJsonObject &e) {
                return text(e, u"brand.name"_s) == u"Brand example.org"_s;
            }},
        {"search one word", R::V2026_8, u"search=grafana"_s, hasWord(u"grafana"_s)},
        {"search words are anded", R::V2026_8, u"search=Grafana%20,EMAIL"_s,
            [](const QJsonObject &e) {
                return containsWord(e, u"grafana"_s) && containsWord(e, u"email"_s);
            }},
        {"plus is a blank", R::V2026_8, u"search=login+POST"_s,
            [](const QJsonObject &e) {
                return containsWord(e, u"login"_s) && containsWord(e, u"post"_s);
            }},
        {"search beyond ASCII", R::V2026_8, u"search="_s + encoded(u"ZÜRICH"_s), hasWord(u"zürich"_s)},
        {"search an address", R::V2024_8, u"search=198.51.100."_s, hasWord(u"198.51.100."_s)},
        {"blank search", R::V2026_8, u"search=%20%20"_s, always},
        {"AKQL not equal", R::V2026_8, u"search="_s + encoded(u"action != \"zzz\""_s), always},
        {"AKQL needs a licence in 2025.10", R::V2025_10, u"search="_s + encoded(u"action != \"zzz\""_s),
            [](const QJsonObject &) { return false; }, true},
        {"AKQL typo falls back to words", R::V2026_8, u"search="_s + encoded(u"action == \"login\""_s),
            [](const QJsonObject &) { return false; }, true},
        {"AKQL in", R::V2026_8,
            u"search="_s + encoded(u"action in (\"login\", \"logout\") and user.username != \"akadmin\""_s),
            [](const QJsonObject &e) {
                return (actionOf(e) == "login"_L1 || actionOf(e) == "logout"_L1)
                    && text(e, u"user.username"_s) != "akadmin"_L1;
            }},
        {"AKQL deep path", R::V2026_8, u"search="_s + encoded(u"context.geo.country = \"JP\""_s),
            [](const QJsonObject &e) {
                return text(e, u"context.geo.country"_s) == "JP"_L1;
            }},
        {"AKQL or over different fields", R::V2026_8,
            u"search="_s + encoded(u"user.pk = 5 or context.http_request.method = \"POST\""_s),
            [](const QJsonObject &e) {
                return at(e, {u"user"_s, u"pk"_s}).toInt() == 5
                    || text(e, u"context.http_request.method"_s) == "POST"_L1;
            }},
        {"AKQL model", R::V2026_8, u"search="_s + encoded(u"context.model.model_name = \"application\""_s),
            [](const QJsonObject &e) {
                return text(e, u"context.model.model_name"_s) == "application"_L1;
            }},
        {"AKQL application", R::V2026_8, u"search="_s + encoded(u"context.authorized_application.name ~ \"grafana\""_s),
            [](const QJsonObject &e) {
                return text(e, u"context.authorized_application.name"_s) == "Grafana"_L1;
            }},
        {"AKQL app", R::V2026_8, u"search="_s + encoded(u"app startswith \"authentik.policies\""_s),
            [](const QJsonObject &e) {
                return text(e, u"app"_s).startsWith("authentik.policies"_L1);
            }},
        {"AKQL brand", R::V2026_8, u"search="_s + encoded(u"brand.name endswith \"example.org\""_s),
            [](const QJsonObject &e) {
                return text(e, u"brand.name"_s).endsWith("example.org"_L1);
            }},
        {"AKQL with a filter", R::V2026_8, u"action=model&search="_s + encoded(u"user.username = \"akadmin\""_s),
            [admin](const QJsonObject &e) {
                return actionOf(e).contains("model"_L1) && text(e, u"user.username"_s) == admin;
            }},
    };
}

} // namespace

void TestDemoServer::filters_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const FilterCase &filter : filterCases())
        QTest::newRow(filter.name) << number++;
}

void TestDemoServer::filters()
{
    QFETCH(int, number);
    const FilterCase filter = filterCases().at(number);
    DemoServer &demo = server(filter.release);
    QSet<QString> expected;
    for (const QJsonObject &event : allEvents(demo)) {
        if (filter.accepts(event))
            expected.insert(event.value("pk"_L1).toString());
    }
    QVERIFY2(filter.mayBeEmpty || !expected.isEmpty(), "the case proves nothing");
    QSet<QString> found;
    for (const QJsonObject &event : allEvents(demo, filter.query))
        found.insert(event.value("pk"_L1).toString());
    QCOMPARE(found.size(), expected.size());
    QCOMPARE(found, expected);
}

void TestDemoServer::ordering_data()
{
    QTest::addColumn<QString>("ordering");
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QString>("thenDescending"); // second field, or empty

    QTest::newRow("default") << QString() << u"created"_s << true << QString();
    QTest::newRow("-created") << u"-created"_s << u"created"_s << true << QString();
    QTest::newRow("created") << u"created"_s << u"created"_s << false << QString();
    QTest::newRow("pk") << u"pk"_s << u"pk"_s << false << QString();
    QTest::newRow("-expires") << u"-expires"_s << u"expires"_s << true << QString();
    QTest::newRow("app") << u"app"_s << u"app"_s << false << QString();
    QTest::newRow("list") << u"action,-created"_s << u"action"_s << false << u"created"_s;
    QTest::newRow("descending list") << u" -action , -created "_s << u"action"_s << true << u"created"_s;
    QTest::newRow("unknown field") << u"brand_name"_s << u"created"_s << true << QString();
    QTest::newRow("unknown field in a list") << u"nonsense,pk"_s << u"pk"_s << false << QString();
}

void TestDemoServer::ordering()
{
    QFETCH(QString, ordering);
    QFETCH(QString, field);
    QFETCH(bool, isDescending);
    QFETCH(QString, thenDescending);

    const QList<QJsonObject> rows = allEvents(server(), u"ordering="_s + encoded(ordering));
    QCOMPARE(rows.size(), eventTotal);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const QByteArray before = text(rows.at(row - 1), field).toUtf8();
        const QByteArray after = text(rows.at(row), field).toUtf8();
        QVERIFY2(isDescending ? before >= after : before <= after, (before + " before " + after).constData());
        if (!thenDescending.isEmpty() && before == after)
            QVERIFY(text(rows.at(row - 1), thenDescending) > text(rows.at(row), thenDescending));
    }
}

void TestDemoServer::notificationFilters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value"); // of all results; empty: the filter has no effect

    QTest::newRow("seen") << u"seen=true"_s << u"seen"_s << u"true"_s;
    QTest::newRow("unseen") << u"seen=False"_s << u"seen"_s << u"false"_s;
    QTest::newRow("seen as number") << u"seen=1"_s << u"seen"_s << u"true"_s;
    QTest::newRow("seen is not boolean") << u"seen=maybe"_s << QString() << QString();
    QTest::newRow("severity") << u"severity=warning"_s << u"severity"_s << u"warning"_s;
    QTest::newRow("search is ignored") << u"search=nothing-has-this"_s << QString() << QString();
    QTest::newRow("part of a body") << u"body=Policy%20failed"_s << u"body"_s << u"-"_s;
    QTest::newRow("whole body") << u"body=Policy%20failed%20to%20execute"_s << u"body"_s
                                << u"Policy failed to execute"_s;
}

void TestDemoServer::notificationFilters()
{
    QFETCH(QString, query);
    QFETCH(QString, field);
    QFETCH(QString, value);

    DemoServer &demo = server();
    const QList<QJsonObject> everything = allNotifications(demo);
    const QList<QJsonObject> found = allNotifications(demo, query);
    if (field.isEmpty()) {
        QCOMPARE(found, everything);
        return;
    }
    const auto accepts = [&](const QJsonObject &row) {
        return row.value(field).toVariant().toString() == value;
    };
    QCOMPARE(found.size(), std::count_if(everything.begin(), everything.end(), accepts));
    QVERIFY(std::all_of(found.begin(), found.end(), accepts));
    QVERIFY(found.size() < everything.size());
    QCOMPARE(found.isEmpty(), value == "-"_L1);
}

void TestDemoServer::envelope_autocompleteByRelease()
{
    QVERIFY(!get(server(DemoRelease::V2024_8), events).object().contains("autocomplete"_L1));
    QVERIFY(get(server(DemoRelease::V2025_10), events).object().value("autocomplete"_L1).isObject());
    QVERIFY(get(server(DemoRelease::V2026_8), notifications).object().value("autocomplete"_L1).isObject());
    const QJsonObject models = at(get(server(), events).object(), {u"autocomplete"_s, u"models"_s}).toObject();
    QVERIFY(models.value("authentik_events.event"_L1).toObject().contains("client_ip"_L1));
}

void TestDemoServer::fidelity_numbersAndKeyOrderSurvive()
{
    const QByteArray context
        = R"({"z":1,"a":1.0,"b":12345678901234567890123,"c":1e3,"d":-0,"e":0.10,"f":"\u00e4\/ ä","g":{"y":[],"x":{}}})";
    const QByteArray user = R"({"username":"x","pk":17.50})";
    DemoServer &demo = server();
    const QByteArray spaced = QByteArray(context).replace(",", " ,\n  ");
    const Answer created = send(
        demo, "POST", events, R"({"action":"login","app":"a","user":)" + user + R"(, "context": )" + spaced + "}");
    QCOMPARE(created.status, 201);
    QVERIFY2(created.body.contains("\"context\":" + context), created.body.constData());
    QVERIFY(created.body.contains("\"user\":" + user));

    const QString path = events + created.object().value("pk"_L1).toString() + u'/';
    const Answer back = send(demo, "PUT", path, created.body);
    QCOMPARE(back.status, 200);
    QCOMPARE(back.body, created.body);
    QCOMPARE(get(demo, path).body, created.body);
    QVERIFY(get(demo, events + u"?page_size=1"_s).body.contains(created.body));
}

void TestDemoServer::put_keepsOmittedFields()
{
    DemoServer &demo = server();
    const QString path = events + demo.eventId(100) + u'/';
    const QJsonObject before = get(demo, path).object();
    const Answer answer = send(demo, "PUT", path, R"({"action":"login","app":"changed"})");
    QCOMPARE(answer.status, 200);
    QJsonObject expected = before;
    expected.insert("action"_L1, "login"_L1);
    expected.insert("app"_L1, "changed"_L1);
    QCOMPARE(answer.object(), expected);
}

void TestDemoServer::patch_replacesJsonFieldsAsAWhole()
{
    DemoServer &demo = server();
    const QString path = events + demo.eventId(100) + u'/';
    QVERIFY(get(demo, path).object().value("context"_L1).toObject().size() > 1);
    const Answer answer = send(demo, "PATCH", path, R"({"context":{"only":true}})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object().value("context"_L1).toObject(), (QJsonObject{{u"only"_s, true}}));
}

void TestDemoServer::customAction_cannotBePutBack()
{
    DemoServer &demo = server();
    const QJsonArray found = get(demo, events + u"?action=custom_vpn_connected"_s).results();
    QVERIFY(!found.isEmpty());
    const QString path = events + found.at(0).toObject().value("pk"_L1).toString() + u'/';
    const QByteArray body = get(demo, path).body;
    QCOMPARE(send(demo, "PUT", path, body).body, errorOf("action", "\"custom_vpn_connected\" is not a valid choice."));
    QCOMPARE(
        send(demo, "PATCH", path, R"({"app":"b"})").object().value("action"_L1).toString(), u"custom_vpn_connected"_s);
}

void TestDemoServer::edits_showInFiltersAndSearch()
{
    DemoServer &demo = server();
    const QString secondPk = demo.eventId(2);
    const auto ids = [&](const QString &query) {
        QSet<QString> found;
        for (const QJsonObject &event : allEvents(demo, query))
            found.insert(event.value("pk"_L1).toString());
        return found;
    };
    const QStringList queries{u"username=new-name"_s, u"client_ip=2001:db8::beef"_s, u"search=quokka"_s,
        u"context_model_pk=0a0b"_s, u"context_authorized_app=abc"_s, u"brand_name=B"_s,
        u"actions=password_set&action=word"_s,
        u"search="_s
            + encoded(u"action = \"password_set\" and user.username = \"new-name\" and context.animal ~ \"OKK\""_s)};
    QHash<QString, QSet<QString>> before;
    for (const QString &query : queries)
        before.insert(query, ids(query));
    QVERIFY(demo.updateEvent(secondPk,
        R"({"action":"password_set","client_ip":"2001:DB8::BEEF","user":{"username":"new-name"},"brand":{"name":"B"},
            "context":{"animal":"Quokka","model":{"pk":"0a0b"},"authorized_application":{"pk":"abc"}}})"));
    for (const QString &query : queries)
        QCOMPARE(ids(query), before.value(query) + QSet<QString>{secondPk});
    QVERIFY(demo.removeEvent(secondPk));
    QVERIFY(!demo.removeEvent(secondPk));
    for (const QString &query : queries)
        QCOMPARE(ids(query), before.value(query) - QSet<QString>{secondPk});
    QVERIFY(!demo.updateEvent(secondPk, "{}"));
    QVERIFY(!demo.updateEvent(demo.eventId(0), R"({"action":"nonsense"})"));
}

void TestDemoServer::pages_shiftWhenEventsArrive()
{
    DemoServer &demo = server();
    const QString query = events + u"?page_size=10&action=a&page="_s;
    const QJsonArray first = get(demo, query + u'1').results();
    const int count = get(demo, query + u'1').count();
    demo.insertEvents(400);
    QCOMPARE(demo.eventCount(), quint32(eventTotal + 400));
    const Answer newer = get(demo, query + u'1');
    QVERIFY(newer.count() > count);
    const QList<QJsonObject> rows = allEvents(demo, u"action=a"_s);
    QCOMPARE(rows.size(), newer.count());
    QCOMPARE(QJsonValue(rows.at(newer.count() - count)), first.at(0));
    QCOMPARE(demo.eventId(eventTotal + 399), get(demo, events).results().at(0).toObject().value("pk"_L1).toString());
}

void TestDemoServer::event_isNullAfterDeletion()
{
    DemoServer &demo = server();
    const QString path = notifications + demo.notificationId(0) + u'/';
    const QJsonObject before = get(demo, path).object();
    const QString event = text(before, u"event.pk"_s);
    QVERIFY(!event.isEmpty());
    QCOMPARE(get(demo, notifications + u"?event="_s + event).count(), 1);
    QCOMPARE(send(demo, "DELETE", events + event + u'/').status, 204);
    const QJsonObject after = get(demo, path).object();
    QVERIFY(after.value("event"_L1).isNull());
    QCOMPARE(after.value("body"_L1), before.value("body"_L1));
    QCOMPARE(get(demo, notifications + u"?event="_s + event).status, 400);
}

void TestDemoServer::notifications_seedHasOrphansAndStrangers()
{
    DemoServer &demo = server();
    const QList<QJsonObject> everybodys = allNotifications(demo);
    QCOMPARE(everybodys.size(), qsizetype(demo.notificationCount()));
    const QList<QJsonObject> own = allNotifications(demo, u"user=5"_s);
    QVERIFY(!own.isEmpty());
    QVERIFY(own.size() < everybodys.size());
    const auto isOrphan = [](const QJsonObject &row) {
        return row.value("event"_L1).isNull();
    };
    QVERIFY(std::any_of(own.begin(), own.end(), isOrphan));
    const auto hasLines = [](const QJsonObject &row) {
        return row.value("body"_L1).toString().contains(u'\n');
    };
    QVERIFY(std::any_of(everybodys.begin(), everybodys.end(), hasLines));
    QSet<QString> severities;
    for (const QJsonObject &row : everybodys)
        severities.insert(text(row, u"severity"_s));
    QCOMPARE(severities, (QSet<QString>{u"notice"_s, u"warning"_s, u"alert"_s}));
    // Without an order the rows do not come by time.
    const auto newerFirst = [](const QJsonObject &a, const QJsonObject &b) {
        return text(a, u"created"_s).chopped(1) > text(b, u"created"_s).chopped(1);
    };
    QVERIFY(!std::is_sorted(everybodys.begin(), everybodys.end(), newerFirst));
    const QList<QJsonObject> sorted = allNotifications(demo, u"ordering=-created,pk"_s);
    QVERIFY(std::is_sorted(sorted.begin(), sorted.end(), newerFirst));
    // A viewer of events gets only the own ones, without any filter.
    const DemoServer &viewers = server(DemoRelease::V2026_8, DemoRights::View);
    QCOMPARE(allNotifications(viewers).size(), allNotifications(viewers, u"user=6"_s).size());
}

void TestDemoServer::markAllSeen_touchesOwnOnly()
{
    DemoServer &demo = server();
    demo.insertNotifications(3);
    const auto unseen = [&](const QString &query) {
        return get(demo, notifications + u"?seen=false"_s + query).count();
    };
    const int strangers = unseen({}) - unseen(u"&user=5"_s);
    QVERIFY(strangers > 0);
    QVERIFY(unseen(u"&user=5"_s) >= 3);
    const Answer answer = send(demo, "POST", notifications + u"mark_all_seen/?user=10"_s);
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(unseen(u"&user=5"_s), 0);
    QCOMPARE(unseen({}), strangers);
}

void TestDemoServer::currentUser_byRelease()
{
    const QString me = api + u"core/users/me/"_s;
    const QJsonObject old = get(server(DemoRelease::V2024_8), me).object();
    QVERIFY(!old.contains("users"_L1));
    QVERIFY(!old.value("user"_L1).toObject().contains("roles"_L1));
    const QJsonObject current = get(server(), me).object();
    QCOMPARE(current.value("users"_L1).toArray().size(), 1);
    const QJsonObject user = current.value("user"_L1).toObject();
    for (const char *key : {"avatar", "groups", "is_active", "is_current", "is_superuser", "name", "pk", "roles",
             "settings", "system_permissions", "uid", "username"})
        QVERIFY2(user.contains(QLatin1StringView(key)), key);
    QVERIFY(user.value("is_superuser"_L1).toBool());
    QVERIFY(!at(get(server(DemoRelease::V2026_8, DemoRights::View), me).object(), {u"user"_s, u"is_superuser"_s})
                 .toBool(true));
    const QString version = api + u"admin/version/"_s;
    QCOMPARE(text(get(server(), version).object(), u"version_current"_s), u"2026.8.3"_s);
    QCOMPARE(text(get(server(DemoRelease::V2025_10), version).object(), u"version_current"_s), u"2025.10.4"_s);
    QCOMPARE(text(get(server(DemoRelease::V2024_8), version).object(), u"version_current"_s), u"2024.8.3"_s);
}

void TestDemoServer::volume_byRelease()
{
    const QJsonArray old = get(server(DemoRelease::V2024_8), events + u"volume/?action=login"_s).array();
    QCOMPARE(old.size(), 21);
    QCOMPARE(old.at(0).toObject().keys(), (QStringList{u"x_cord"_s, u"y_cord"_s}));

    DemoServer &demo = server();
    const QJsonArray buckets = get(demo, events + u"volume/?history_days=30&action=login"_s).array();
    QVERIFY(!buckets.isEmpty());
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-30);
    QHash<QString, int> expected;
    for (const QJsonObject &event : allEvents(demo, u"action=login"_s)) {
        const QDateTime created = QDateTime::fromString(text(event, u"created"_s), Qt::ISODateWithMs);
        if (created < oldest)
            continue;
        const QTime bucket(created.time().hour() / 6 * 6, 0);
        ++expected[actionOf(event) + QDateTime(created.date(), bucket).toString(Qt::ISODate)]; // without a zone
    }
    QHash<QString, int> found;
    QString last;
    for (const QJsonValue &value : buckets) {
        const QJsonObject bucket = value.toObject();
        const QString order = text(bucket, u"time"_s) + text(bucket, u"action"_s);
        QVERIFY(last < order);
        last = order;
        found.insert(text(bucket, u"action"_s) + text(bucket, u"time"_s), bucket.value("count"_L1).toInt());
    }
    QCOMPARE(found, expected);
}

void TestDemoServer::stats_countsSteps()
{
    DemoServer &demo = server();
    demo.insertEvents(5);
    const QJsonObject stats
        = get(demo, events + u"stats/?count_steps=minutes%3D10&count_steps=weeks%3D3%3Bdays%3D2"_s).object();
    const QJsonObject steps = stats.value("count_step"_L1).toObject();
    QCOMPARE(steps.keys(), (QStringList{u"minutes10"_s, u"weeks3days2"_s}));
    QVERIFY(steps.value("minutes10"_L1).toInt() >= 5);
    QVERIFY(steps.value("weeks3days2"_L1).toInt() > steps.value("minutes10"_L1).toInt());
    QSet<int> users;
    for (const QJsonObject &event : allEvents(demo)) {
        if (event.value("user"_L1).toObject().contains("pk"_L1))
            users.insert(at(event, {u"user"_s, u"pk"_s}).toInt());
    }
    QCOMPARE(stats.value("unique_users"_L1).toInt(), int(users.size()));
}

void TestDemoServer::topPerUser_countsAuthorizations()
{
    DemoServer &demo = server();
    QCOMPARE(get(demo, events + u"top_per_user/"_s).array().size(), 0); // the default action never has an application
    QHash<QString, int> expected;
    for (const QJsonObject &event : allEvents(demo, u"action=authorize_application"_s))
        ++expected[text(event, u"context.authorized_application.name"_s)];
    const QJsonArray top = get(demo, events + u"top_per_user/?action=authorize_application&top_n=3"_s).array();
    QCOMPARE(top.size(), 3);
    int last = std::numeric_limits<int>::max();
    for (const QJsonValue &value : top) {
        const QJsonObject entry = value.toObject();
        const int count = entry.value("counted_events"_L1).toInt();
        QCOMPARE(count, expected.value(text(entry, u"application.name"_s)));
        QVERIFY(count <= last);
        QVERIFY(entry.value("unique_users"_L1).toInt() > 0);
        last = count;
    }
}

void TestDemoServer::perMonth_onlyInOldRelease()
{
    const QString path = events + u"per_month/"_s;
    const QJsonArray days = get(server(DemoRelease::V2024_8), path + u"?action=login"_s).array();
    QCOMPARE(days.size(), 30);
    int total = 0;
    for (const QJsonValue &day : days)
        total += day.toObject().value("y_cord"_L1).toInt();
    QVERIFY(total > 0);
    QCOMPARE(get(server(DemoRelease::V2024_8), path + u"?query=nonsense"_s).status, 400);
    QCOMPARE(get(server(DemoRelease::V2024_8), path + u"?query=%7B%22nonsense%22%3A1%7D"_s).status, 500);
}

void TestDemoServer::actions_byRelease()
{
    const QString path = events + u"actions/"_s;
    QCOMPARE(get(server(DemoRelease::V2024_8), path).array().size(), 27);
    QCOMPARE(get(server(DemoRelease::V2025_10), path).array().size(), 27);
    const QJsonArray actions = get(server(), path).array();
    QCOMPARE(actions.size(), 38);
    QCOMPARE(text(actions.at(1).toObject(), u"component"_s), u"login_failed"_s);
    QCOMPARE(text(actions.at(1).toObject(), u"name"_s), u"Login Failed"_s);
}

void TestDemoServer::everyKnownActionOccurs()
{
    for (const DemoRelease release : {DemoRelease::V2024_8, DemoRelease::V2026_8}) {
        DemoServer &demo = server(release);
        QSet<QString> known;
        for (const QJsonValue &action : get(demo, events + u"actions/"_s).array())
            known.insert(text(action.toObject(), u"component"_s));
        QSet<QString> seen;
        for (const QJsonObject &event : allEvents(demo)) {
            const QString action = actionOf(event);
            QVERIFY2(known.contains(action) || action.startsWith("custom_"_L1), qUtf8Printable(action));
            seen.insert(action);
        }
        QVERIFY(seen.contains(known));
        QVERIFY(seen.contains(u"custom_vpn_connected"_s));
    }
}

void TestDemoServer::knownKeysOnly()
{
    const QStringList eventKeys{u"action"_s, u"app"_s, u"brand"_s, u"client_ip"_s, u"context"_s, u"created"_s,
        u"expires"_s, u"pk"_s, u"user"_s};
    DemoServer &demo = server();
    bool hasNullAddress = false;
    bool hasEmptyUser = false;
    bool hasImpersonation = false;
    bool hasDiff = false;
    for (const QJsonObject &event : allEvents(demo)) {
        QCOMPARE(event.keys(), eventKeys);
        QVERIFY(event.value("user"_L1).isObject() && event.value("context"_L1).isObject()
            && event.value("brand"_L1).isObject());
        hasNullAddress = hasNullAddress || event.value("client_ip"_L1).isNull();
        hasEmptyUser = hasEmptyUser || event.value("user"_L1).toObject().isEmpty();
        hasImpersonation = hasImpersonation || !at(event, {u"user"_s, u"on_behalf_of"_s}).isUndefined();
        hasDiff = hasDiff || !at(event, {u"context"_s, u"diff"_s}).isUndefined();
    }
    QVERIFY(hasNullAddress && hasEmptyUser && hasImpersonation && hasDiff);
    const QStringList notificationKeys{u"body"_s, u"created"_s, u"event"_s, u"pk"_s, u"seen"_s, u"severity"_s};
    for (const QJsonObject &row : allNotifications(server(DemoRelease::V2024_8)))
        QCOMPARE(row.keys(), notificationKeys);
}

void TestDemoServer::times_strictlyIncrease()
{
    DemoServer &demo = server();
    demo.insertEvents(50);
    const QList<QJsonObject> rows = allEvents(demo, u"ordering=created"_s);
    QCOMPARE(rows.size(), eventTotal + 50);
    const QRegularExpression format(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$)"_s);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QVERIFY(format.match(text(rows.at(row), u"created"_s)).hasMatch());
        QVERIFY(format.match(text(rows.at(row), u"expires"_s)).hasMatch());
        QCOMPARE(text(rows.at(row), u"pk"_s), demo.eventId(quint32(row)));
        if (row > 0)
            // Without the Z: of a whole second there is no fraction, and "12Z" would be after "12.000001Z".
            QVERIFY(text(rows.at(row - 1), u"created"_s).chopped(1) < text(rows.at(row), u"created"_s).chopped(1));
    }
}

void TestDemoServer::million_deepPageAndFilters()
{
    constexpr int million = 1'000'000;
    DemoOptions options;
    options.events = million;
    DemoServer demo(options);
    QVERIFY(demo.listen());
    QCOMPARE(get(demo, events + u"?page_size=1"_s).count(), million);
    const QJsonArray deep = get(demo, events + u"?page_size=100&page=9000"_s).results();
    QCOMPARE(deep.size(), 100);
    QCOMPARE(text(deep.at(0).toObject(), u"pk"_s), demo.eventId(million - 1 - 8999 * 100));
    const QString pk = demo.eventId(123'456);
    const QJsonObject one = get(demo, events + pk + u'/').object();
    QCOMPARE(text(one, u"pk"_s), pk);

    // Key sets that a client reads by: up to a time, with a filter, without any deep page.
    const QString until = text(deep.at(0).toObject(), u"created"_s).left(19).replace(u'T', u' ');
    const Answer range = get(demo, events + u"?page_size=5&search="_s + encoded(u"created <= \"%1\""_s.arg(until)));
    QVERIFY(range.count() > million - 900'000 - 20'000 && range.count() <= million - 899'900);
    QVERIFY(text(range.results().at(0).toObject(), u"created"_s) <= text(deep.at(0).toObject(), u"created"_s));

    const Answer filtered = get(demo, events + u"?page_size=100&action=login_failed&page=last"_s);
    QVERIFY(filtered.count() > 10'000);
    for (const QJsonValue &event : filtered.results())
        QCOMPARE(actionOf(event.toObject()), u"login_failed"_s);
    QVERIFY(demo.removeEvent(text(filtered.results().last().toObject(), u"pk"_s)));
    QCOMPARE(get(demo, events + u"?page_size=1&action=login_failed"_s).count(), filtered.count() - 1);
    QCOMPARE(get(demo, events + u"?page_size=1"_s).count(), million - 1);
}

void TestDemoServer::manyNotifications_start()
{
    DemoOptions options;
    options.notifications = 100'000;
    DemoServer demo(options);
    QVERIFY(demo.listen());
    QCOMPARE(get(demo, notifications + u"?page_size=1"_s).count(), 100'000);
    const Answer last = get(demo, notifications + u"?ordering=-created,pk&page_size=100&page=1000"_s);
    QCOMPARE(last.results().size(), 100);
}

void TestDemoServer::latency_answersLateAndSurvivesAbort()
{
    DemoOptions options;
    options.latencyMs = 60;
    DemoServer demo(options);
    QVERIFY(demo.listen());
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(demo.port()).arg(events)));
    request.setRawHeader("Authorization", "Bearer " + demo.token().toLatin1());
    QSignalSpy answered(&demo, &DemoServer::requestAnswered);
    const std::unique_ptr<QNetworkReply> aborted(m_network.get(request));
    QSignalSpy sent(aborted.get(), &QNetworkReply::requestSent);
    QVERIFY(sent.wait());
    QCOMPARE(answered.size(), 0);
    const std::unique_ptr<QNetworkReply> other(m_network.get(request));
    QSignalSpy finished(other.get(), &QNetworkReply::finished);
    aborted->abort();
    QVERIFY(finished.wait());
    QCOMPARE(other->error(), QNetworkReply::NoError);
    QVERIFY(answered.size() >= 1);
}

void TestDemoServer::log_countsRequests()
{
    DemoServer &demo = server();
    get(demo, events + u"?page_size=1"_s);
    get(demo, events + u"?page_size=2"_s);
    send(demo, "POST", notifications + u"mark_all_seen/"_s);
    QCOMPARE(demo.requestCount(), 3);
    QCOMPARE(demo.requestCount("GET", events), 2);
    QCOMPARE(demo.requests().at(1), (DemoRequest{"GET", events + u"?page_size=2"_s}));
    demo.clearRequests();
    QCOMPARE(demo.requestCount(), 0);
    QVERIFY(demo.requests().isEmpty());
}

void TestDemoServer::seed_decidesEverything()
{
    const auto firstEvent = [this](quint64 seed) {
        DemoOptions options;
        options.seed = seed;
        DemoServer demo(options);
        if (!demo.listen())
            return QJsonObject();
        QJsonObject event = get(demo, events + u"?page_size=1"_s).results().at(0).toObject();
        event.remove("created"_L1);
        event.remove("expires"_L1);
        return event;
    };
    const QJsonObject event = firstEvent(7);
    QVERIFY(!event.isEmpty());
    QCOMPARE(firstEvent(7), event);
    QVERIFY(text(firstEvent(8), u"pk"_s) != text(event, u"pk"_s));
}

void TestDemoServer::commandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("none") << QStringList{} << true;
    QTest::newRow("all") << QStringList{u"--port"_s, u"0"_s, u"--events=10"_s, u"--notifications"_s, u"3"_s,
        u"--seed"_s, u"9"_s, u"--rate"_s, u"30/min"_s, u"--latency"_s, u"5"_s, u"--release"_s, u"2024.8"_s,
        u"--rights"_s, u"view"_s}
                         << true;
    QTest::newRow("plain rate") << QStringList{u"--rate"_s, u"30"_s} << true;
    QTest::newRow("rate of deletions") << QStringList{u"--delete-rate"_s, u"30/min"_s} << true;
    QTest::newRow("bad rate of deletions") << QStringList{u"--delete-rate"_s, u"-1"_s} << false;
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s} << false;
    QTest::newRow("events") << QStringList{u"--events"_s, u"-1"_s} << false;
    QTest::newRow("rate") << QStringList{u"--rate"_s, u"30/h"_s} << false;
    QTest::newRow("release") << QStringList{u"--release"_s, u"2023.1"_s} << false;
    QTest::newRow("rights") << QStringList{u"--rights"_s, u"all"_s} << false;
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << false;
    QTest::newRow("argument") << QStringList{u"nonsense"_s} << false;
    QTest::newRow("empty token") << QStringList{u"--token"_s, QString()} << false;
    QTest::newRow("both tokens") << QStringList{u"--token"_s, u"x"_s, u"--token-stdin"_s} << false;
}

void TestDemoServer::commandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, isGood);
    arguments.prepend(u"tidings-demo-server"_s);
    const DemoCommandLine line = parseDemoCommandLine(arguments);
    QCOMPARE(line.options.has_value(), isGood);
    QCOMPARE(line.error.isEmpty(), isGood);
    QVERIFY(!line.error.contains(u'\n'));
    if (arguments.contains(u"--delete-rate"_s) && isGood)
        QCOMPARE(line.options->deleteRatePerMinute, 30);
    if (arguments.contains(u"--events=10"_s)) {
        QCOMPARE(line.options->ratePerMinute, 30);
        QCOMPARE(line.options->events, 10U);
        QCOMPARE(line.options->release, DemoRelease::V2024_8);
        QCOMPARE(line.options->rights, DemoRights::View);
    }
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
