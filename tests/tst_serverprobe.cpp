// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoserver.h"
#include "serverprobe.h"
#include "support/faultserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tidings::DemoRelease)
Q_DECLARE_METATYPE(tidings::DemoRights)

namespace {

struct Probing
{
    Probing(const QString &address, const QString &token)
    {
        ApiClientOptions options;
        options.address = ServerAddress::parse(address).value();
        options.token = token.toUtf8();
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
        probe = std::make_unique<ServerProbe>(*client);
        QObject::connect(probe.get(), &ServerProbe::succeeded, probe.get(), [this] { ++succeeded; });
        QObject::connect(probe.get(), &ServerProbe::userFound, probe.get(), [this] { ++users; });
        QObject::connect(
            probe.get(), &ServerProbe::failed, probe.get(), [this](const ApiError &e, ServerProbe::Stage s) {
                ++failed;
                error = e;
                stage = s;
            });
        probe->start();
    }
    bool wait()
    {
        return QTest::qWaitFor([this] { return succeeded + failed > 0; }, 20'000);
    }

    std::unique_ptr<ApiClient> client;
    std::unique_ptr<ServerProbe> probe;
    int succeeded = 0;
    int failed = 0;
    int users = 0;
    ApiError error;
    ServerProbe::Stage stage = ServerProbe::Stage::Rights;
};

std::unique_ptr<DemoServer> demo(DemoRelease release, DemoRights rights)
{
    DemoOptions options;
    options.events = 300;
    options.notifications = 20;
    options.release = release;
    options.rights = rights;
    auto server = std::make_unique<DemoServer>(options);
    return server->listen() ? std::move(server) : nullptr;
}

QString addressOf(const DemoServer &server)
{
    return u"http://127.0.0.1:%1"_s.arg(server.port());
}

constexpr auto me = R"({"user":{"pk":7,"username":"ana","name":"Ana","email":"","is_superuser":false}})";

} // namespace

class ServerProbeTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void releases_data()
    {
        QTest::addColumn<DemoRelease>("release");
        QTest::addColumn<DemoRights>("rights");
        QTest::addColumn<bool>("hasActions");
        QTest::addColumn<bool>("akql");
        const auto rows = [](const char *name, DemoRelease release, bool hasActions, bool akql) {
            QTest::addRow("%s edit", name) << release << DemoRights::Edit << hasActions << akql;
            QTest::addRow("%s view", name) << release << DemoRights::View << hasActions << akql;
            QTest::addRow("%s none", name) << release << DemoRights::None << hasActions << akql;
        };
        rows("2024.8", DemoRelease::V2024_8, false, false);
        rows("2025.10", DemoRelease::V2025_10, true, false);
        rows("2026.8", DemoRelease::V2026_8, true, true);
    }

    void releases()
    {
        QFETCH(DemoRelease, release);
        QFETCH(DemoRights, rights);
        QFETCH(bool, hasActions);
        QFETCH(bool, akql);
        const auto server = demo(release, rights);
        QVERIFY(server);
        Probing probing(addressOf(*server), server->token());
        QVERIFY(probing.wait());
        QCOMPARE(probing.succeeded, 1);
        QCOMPARE(probing.failed, 0);
        QCOMPARE(probing.users, 1);
        const ServerInfo &info = probing.probe->info();
        const ServerCapabilities &can = info.capabilities;
        const bool sees = rights != DemoRights::None;
        QCOMPARE(info.user.isSuperuser, rights == DemoRights::Edit);
        QVERIFY(info.user.pk > 0);
        QCOMPARE(can.viewEvents, sees ? Right::Granted : Right::Denied);
        const Right writes = rights == DemoRights::Edit ? Right::Granted : Right::Unknown;
        QCOMPARE(can.addEvents, writes);
        QCOMPARE(can.changeEvents, writes);
        QCOMPARE(can.deleteEvents, writes);
        QCOMPARE(can.viewNotifications, Right::Granted);
        QCOMPARE(info.eventCount, sees ? 300 : -1);
        QVERIFY(info.unseenCount >= 0);
        QCOMPARE(can.answersAkql, akql && sees);
        QCOMPARE(can.comparesJsonByType, akql && sees);
        // Where the version is kept from the token, the oldest release is assumed.
        QCOMPARE(can.hasActionsParameter, hasActions && !info.version.isEmpty());
        if (rights == DemoRights::Edit)
            QCOMPARE(info.version, demoVersionText(release));
        QVERIFY(can.knownActions.contains(u"login"_s));
        QVERIFY(can.knownActions.contains(u"custom_"_s));
        QVERIFY(!can.knownActions.contains(u"custom_vpn_connected"_s));
        QVERIFY(server->requestCount() <= 8);
        for (const DemoRequest &request : server->requests())
            QCOMPARE(request.method, "GET"); // nothing is changed
    }

    void wrongToken()
    {
        const auto server = demo(DemoRelease::V2026_8, DemoRights::Edit);
        QVERIFY(server);
        Probing probing(addressOf(*server), u"wrong"_s);
        QVERIFY(probing.wait());
        QCOMPARE(probing.failed, 1);
        QCOMPARE(probing.succeeded, 0);
        QCOMPARE(probing.stage, ServerProbe::Stage::Token);
        QCOMPARE(probing.error.kind, ApiError::Kind::TokenInvalid);
    }

    void notAuthentik_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("web page") << QByteArray("<html>Welcome</html>") << 200;
        QTest::newRow("other JSON") << QByteArray("[1,2,3]") << 200;
        QTest::newRow("not found") << QByteArray("<html>404</html>") << 404;
    }

    void notAuthentik()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        FaultServer server;
        QVERIFY(server.start());
        server.replyAlways("*", "/", body.startsWith('<') ? Answer::html(body, status) : Answer::json(body, status));
        Probing probing(server.url(), u"secret"_s);
        QVERIFY(probing.wait());
        QCOMPARE(probing.failed, 1);
        QCOMPARE(probing.stage, ServerProbe::Stage::Address);
        QCOMPARE(probing.error.kind, ApiError::Kind::NotAuthentik);
        QCOMPARE(server.count(), 1);
        QVERIFY(!server.last().hasHeader("Authorization")); // a stranger does not get the token
    }

    void nobodyThere()
    {
        QString address;
        {
            FaultServer server;
            QVERIFY(server.start());
            address = server.url();
        }
        Probing probing(address, u"secret"_s);
        QVERIFY(probing.wait());
        QCOMPARE(probing.failed, 1);
        QCOMPARE(probing.stage, ServerProbe::Stage::Address);
        QCOMPARE(probing.error.kind, ApiError::Kind::Unreachable);
    }

    // Everything behind the token fails: still a success, with nothing known.
    void restDegrades()
    {
        FaultServer server;
        QVERIFY(server.start());
        server.replyAlways("GET", "/", Answer::html("<h1>Server Error</h1>", 500));
        server.replyAlways(
            "GET", "/api/v3/root/config/", Answer::json(R"({"capabilities":["is_enterprise"],"error_reporting":{}})"));
        server.replyAlways("GET", "/api/v3/core/users/me/", Answer::json(me));
        Probing probing(server.url(), u"secret"_s);
        QVERIFY(probing.wait());
        QCOMPARE(probing.succeeded, 1);
        ServerCapabilities unknown;
        QCOMPARE(probing.probe->info().capabilities, unknown);
        QCOMPARE(probing.probe->info().user.pk, 7);
        QCOMPARE(probing.probe->info().eventCount, -1);
        QCOMPARE(probing.probe->info().configCapabilities, QStringList{u"is_enterprise"_s});
    }

    // A server whose JSON fields know texts only reads the language, but takes a query with a number for words.
    void jsonNumbers_data()
    {
        QTest::addColumn<bool>("readsNumbers");
        QTest::addColumn<bool>("readsQueries");
        QTest::newRow("texts only") << false << true;
        QTest::newRow("any type") << true << true;
        QTest::newRow("no language") << false << false;
    }

    void jsonNumbers()
    {
        QFETCH(const bool, readsNumbers);
        QFETCH(const bool, readsQueries);
        FaultServer server;
        QVERIFY(server.start());
        server.replyAlways("GET", "/", Answer::html("<h1>Server Error</h1>", 500));
        server.replyAlways("GET", "/api/v3/root/config/", Answer::json(R"({"capabilities":[]})"));
        server.replyAlways("GET", "/api/v3/core/users/me/", Answer::json(me));
        int questions = 0;
        server.replyWith("GET", "/api/v3/events/events/", [&](const Request &request) {
            const QByteArray search = request.parameters("search").value(0);
            questions += search.isEmpty() ? 0 : 1;
            const bool isFound = search.isEmpty() || (readsQueries && (readsNumbers || !search.contains("= 1")));
            return Answer::json(
                R"({"pagination":{"next":0,"count":)" + QByteArray(isFound ? "9" : "0") + R"(},"results":[]})");
        });
        Probing probing(server.url(), u"secret"_s);
        QVERIFY(probing.wait());
        QCOMPARE(probing.succeeded, 1);
        QCOMPARE(probing.probe->info().capabilities.answersAkql, readsQueries);
        QCOMPARE(probing.probe->info().capabilities.comparesJsonByType, readsNumbers);
        QCOMPARE(questions, readsNumbers ? 1 : 2);
    }

    void probeMayDie()
    {
        const auto server = demo(DemoRelease::V2026_8, DemoRights::Edit);
        QVERIFY(server);
        Probing probing(addressOf(*server), server->token());
        // While the answers to its last questions are on the way
        connect(
            probing.probe.get(), &ServerProbe::userFound, this, [&probing] { probing.probe.reset(); },
            Qt::QueuedConnection);
        QTRY_VERIFY(!probing.probe);
        QCOMPARE(probing.users, 1);
        Probing other(addressOf(*server), server->token());
        QVERIFY(other.wait());
        QCOMPARE(other.succeeded, 1);
        QCOMPARE(probing.succeeded, 0);
    }
};

QTEST_GUILESS_MAIN(ServerProbeTest)
#include "tst_serverprobe.moc"
