// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "demoserver.h"
#include "serverprobe.h"
#include "support/faultserver.h"
#include "viewcounter.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longTime = 30'000;

std::unique_ptr<ApiClient> clientFor(const QString &address, const QString &token)
{
    ApiClientOptions options;
    options.address = ServerAddress::parse(address).value();
    options.token = token.toUtf8();
    options.maxAttempts = 1;
    return std::make_unique<ApiClient>(options);
}

EventQuery asking(const QString &akql)
{
    EventQuery query;
    query.conditions = {Condition{*akql::parse(akql).query}};
    return query;
}

QByteArray pageOf(int count)
{
    return "{\"pagination\":{\"next\":2,\"previous\":0,\"count\":" + QByteArray::number(count)
        + ",\"current\":1,\"total_pages\":9,\"start_index\":1,\"end_index\":1},\"results\":[],\"autocomplete\":{}}";
}

ServerCapabilities newest()
{
    ServerCapabilities capabilities;
    capabilities.answersAkql = capabilities.comparesJsonByType = true;
    capabilities.hasActionsParameter = true;
    capabilities.knownActions = {u"login"_s, u"logout"_s, u"login_failed"_s};
    return capabilities;
}

} // namespace

class ViewCounterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // What a real list says; what the server cannot count has a reason instead.
    void countsAreTheServers()
    {
        DemoOptions options;
        options.events = 900;
        options.token = u"right-token"_s;
        DemoServer server(options);
        QVERIFY(server.listen());
        const auto client = clientFor(u"http://127.0.0.1:%1"_s.arg(server.port()), options.token);
        ServerProbe prober(*client);
        QSignalSpy succeeded(&prober, &ServerProbe::succeeded);
        prober.start();
        QVERIFY(succeeded.wait(longTime));
        const ServerCapabilities capabilities = prober.info().capabilities;

        EventListQuery list;
        list.actions = {u"login"_s};
        qint64 logins = -1;
        client->events(list, this, [&logins](const Result<Page<Event>> &page) { logins = page ? page->count : -2; });
        QTRY_VERIFY_WITH_TIMEOUT(logins > 0, longTime);

        ViewCounter counter;
        EventQuery exact;
        exact.actions = {u"login"_s};
        // The server's language knows no such action, so it is checked here.
        const QList<EventQuery> questions{
            {}, exact, asking(u"action = \"login\""_s), asking(u"action = \"custom_thing\""_s)};
        counter.setQuestions(questions);
        counter.setShown(true);
        counter.setClient(client.get());
        counter.setCapabilities(capabilities);
        QTRY_COMPARE_WITH_TIMEOUT(counter.counts().at(2).matching, logins, longTime);
        QCOMPARE(counter.counts().at(0).matching, 900);
        QCOMPARE(counter.counts().at(1).matching, logins);
        QTRY_VERIFY_WITH_TIMEOUT(!counter.counts().at(3).reason.isEmpty(), longTime);
        QCOMPARE(counter.counts().at(3).matching, -1);
        // Another server: nothing is known.
        counter.setClient(nullptr);
        for (const ViewCounter::Count &count : counter.counts())
            QCOMPARE(count.matching, -1);
    }

    void onlyOneRequestAtATime()
    {
        FaultServer server;
        QVERIFY(server.start());
        int next = 10;
        server.replyWith("GET", "/api/v3/events/events/", [&next](const Request &request) {
            Answer answer = Answer::held(pageOf(next++));
            if (request.parameters("page_size") != QList<QByteArray>{"1"})
                answer.status = 400;
            return answer;
        });
        const auto client = clientFor(server.url(), u"t"_s);
        ViewCounter counter;
        counter.setClient(client.get());
        counter.setQuestions({asking(u"action = \"login\""_s), asking(u"action = \"logout\""_s)});
        counter.setCapabilities(newest());
        QCOMPARE(server.requests().size(), 0); // nobody sees them
        counter.setShown(true);
        QTRY_COMPARE_WITH_TIMEOUT(server.heldCount(), 1, longTime);
        QCOMPARE(server.requests().size(), 1);
        server.release();
        QTRY_COMPARE_WITH_TIMEOUT(counter.counts().at(0).matching, 10, longTime);
        QTRY_COMPARE_WITH_TIMEOUT(server.heldCount(), 1, longTime);
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(counter.counts().at(1).matching, -1);
        // Hidden: the round pauses, and goes on when it is seen again.
        counter.setShown(false);
        server.release();
        counter.setShown(true);
        QTRY_COMPARE_WITH_TIMEOUT(server.heldCount(), 1, longTime);
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(counter.counts().at(1).matching > 0, longTime);
        QCOMPARE(counter.counts().at(0).matching, 10); // not once more
        QTRY_VERIFY_WITH_TIMEOUT(counter.poller().remaining() > 60s, longTime); // background

        // A new question is asked alone, the others stay known.
        const qsizetype before = server.requests().size();
        counter.setQuestions(
            {asking(u"action = \"logout\""_s), asking(u"app = \"x\""_s), asking(u"action = \"login\""_s)});
        QVERIFY(counter.counts().at(0).matching > 0 && counter.counts().at(2).matching > 0);
        QTRY_COMPARE_WITH_TIMEOUT(server.heldCount(), 1, longTime);
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(counter.counts().at(1).matching > 0, longTime);
        QCOMPARE(server.requests().size(), before + 1);
    }

    void failuresBackOff()
    {
        FaultServer server;
        QVERIFY(server.start());
        server.reply("GET", "/api/v3/events/events/", Answer::json(pageOf(7)));
        server.replyAlways("GET", "/api/v3/events/events/",
            Answer::json("{\"detail\":\"slow down\"}", 429).with("Retry-After", "3000"));
        const auto client = clientFor(server.url(), u"t"_s);
        ViewCounter counter;
        counter.setShown(true);
        counter.setClient(client.get());
        counter.setQuestions({asking(u"action = \"login\""_s), asking(u"action = \"logout\""_s)});
        counter.setCapabilities(newest());
        QTRY_COMPARE_WITH_TIMEOUT(counter.poller().pace(), Poller::Pace::ServerAsked, longTime);
        QVERIFY(counter.poller().remaining() > 2000s);
        QCOMPARE(counter.counts().first().matching, -1); // it was 7
        const qsizetype asked = server.requests().size();
        // Neither of these asks before that.
        counter.setShown(false);
        counter.setShown(true);
        counter.setQuestions({asking(u"app = \"x\""_s)});
        QCoreApplication::processEvents();
        QCOMPARE(server.requests().size(), asked);
    }

    // A round asks no more than it may; the others are the first of the next one.
    void manyTakeTurns()
    {
        constexpr qsizetype most = ViewCounter::mostOfRound;
        constexpr qsizetype extra = 6;
        FaultServer server;
        QVERIFY(server.start());
        int next = 1;
        server.replyWith("GET", "/api/v3/events/events/",
            [&next](const Request & /*request*/) { return Answer::json(pageOf(next++)); });
        const auto client = clientFor(server.url(), u"t"_s);
        ViewCounter counter;
        counter.setShown(true);
        counter.setClient(client.get());
        QList<EventQuery> questions;
        for (int i = 0; i < most + extra; ++i)
            questions += asking(u"app = \"%1\""_s.arg(i));
        counter.setSeen({most + extra - 2, most + extra - 1});
        counter.setQuestions(questions);
        counter.setCapabilities(newest());
        const auto count = [&counter](qsizetype question) {
            return counter.counts().at(question).matching;
        };
        // Those that are seen, then the others from the top.
        QTRY_COMPARE_WITH_TIMEOUT(count(most - 3), most, longTime);
        QCOMPARE(count(most + extra - 2), 1);
        QCOMPARE(count(most + extra - 1), 2);
        QCOMPARE(count(0), 3);
        for (qsizetype i = most - 2; i < most + extra - 2; ++i) {
            QCOMPARE(count(i), -1); // which is not 0
            QVERIFY(counter.counts().at(i).reason.isEmpty());
        }
        QCoreApplication::processEvents();
        QCOMPARE(server.requests().size(), most);

        emit counter.poller().due();
        QTRY_COMPARE_WITH_TIMEOUT(count(most - extra - 3), 2 * most, longTime);
        QCOMPARE(count(most - 2), most + 1);
        QCOMPARE(count(most + extra - 3), most + extra);
        QCOMPARE(count(most + extra - 2), most + extra + 1);
        QCOMPARE(count(0), most + extra + 3);
        QCOMPARE(count(most - extra - 2), most - extra + 1); // still of the first round
        // Nothing more before the next one, save what the user adds.
        counter.setShown(false);
        counter.setShown(true);
        QCoreApplication::processEvents();
        QCOMPARE(server.requests().size(), 2 * most);
        counter.setQuestions(questions + QList<EventQuery>{asking(u"app = \"new\""_s)});
        QTRY_COMPARE_WITH_TIMEOUT(count(most + extra), 2 * most + 1, longTime);
        QCOMPARE(count(most - extra - 2), most - extra + 1);
        QCoreApplication::processEvents();
        QCOMPARE(server.requests().size(), 2 * most + 1);
    }
};

QTEST_GUILESS_MAIN(ViewCounterTest)
#include "tst_viewcounter.moc"
