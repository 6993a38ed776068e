// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoserver.h"
#include "eventfeed.h"
#include "support/records.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<ApiClient> clientFor(const QString &address, const QString &token)
{
    ApiClientOptions options;
    options.address = ServerAddress::parse(address).value();
    options.token = token.toUtf8();
    options.maxAttempts = 1;
    return std::make_unique<ApiClient>(options);
}

// A feed on the stand-in server.
struct Site
{
    explicit Site(quint32 events, DemoRelease release = DemoRelease::V2026_8, DemoRights rights = DemoRights::Edit)
        : server(options(events, release, rights))
    {
        if (!server.listen())
            qFatal("no port");
        client = clientFor(u"http://127.0.0.1:%1"_s.arg(server.port()), server.token());
    }
    static DemoOptions options(quint32 events, DemoRelease release, DemoRights rights)
    {
        DemoOptions result;
        result.events = events;
        result.release = release;
        result.rights = rights;
        return result;
    }
    bool loadAll()
    {
        for (int i = 0; i < 200 && feed.state() != FeedState::Complete; ++i) {
            if (!QTest::qWaitFor([&] { return feed.state() != FeedState::Loading; }, 20'000))
                return false;
            feed.loadMore();
        }
        return feed.state() == FeedState::Complete;
    }

    DemoServer server;
    std::unique_ptr<ApiClient> client;
    EventTableModel model;
    EventFeed feed{model};
    QSignalSpy arrived{&feed, &EventFeed::arrived};
};

// A feed on a server whose list and faults are in the hands of the test.
struct Scripted
{
    Scripted()
    {
        if (!server.start())
            qFatal("no port");
        server.replyWith("GET", "/api/v3/events/events/", [this](const Request &request) {
            return faults.isEmpty() ? pageAnswer(records, request) : faults.takeFirst();
        });
        client = clientFor(server.url(), u"secret"_s);
    }
    // Newest first.
    void addRecords(int count)
    {
        for (int i = 0; i < count; ++i, ++added)
            records.append(toJson(EventSpec{.id = uuidOf(added), .created = timeText(-added)}));
    }
    QByteArray newer(int n) const { return toJson(EventSpec{.id = uuidOf(100'000 + n), .created = timeText(10 + n)}); }

    FaultServer server;
    QList<QByteArray> records;
    QList<Answer> faults; // taken first, one a request
    int added = 0;
    std::unique_ptr<ApiClient> client;
    EventTableModel model;
    EventFeed feed{model};
    QSignalSpy arrived{&feed, &EventFeed::arrived};
    QSignalSpy pollFailed{&feed, &EventFeed::pollFailed};
};

QStringList idsOf(const EventTableModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.eventAt(row).id;
    return ids;
}

bool isOrdered(const EventTableModel &model)
{
    for (int row = 1; row < model.rowCount(); ++row) {
        if (!model.positionOf(row).isAfter(model.positionOf(row - 1)))
            return false;
    }
    return true;
}

QStringList idsOf(const DemoServer &server)
{
    QStringList ids;
    for (quint32 n = server.eventCount(); n > 0; --n)
        ids += server.eventId(n - 1);
    return ids;
}

ServerCapabilities modernCapabilities(bool akql)
{
    ServerCapabilities can;
    can.hasActionsParameter = true;
    can.answersAkql = akql;
    can.knownActions = {u"login"_s, u"login_failed"_s, u"logout"_s, u"model_updated"_s};
    return can;
}

// Rows of a full list that an action filter must give.
QStringList idsWithActions(const EventTableModel &model, const QStringList &actions)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Event event = model.eventAt(row);
        if (actions.contains(event.action))
            ids += event.id;
    }
    return ids;
}

} // namespace

class EventFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutClient()
    {
        EventTableModel model;
        EventFeed feed(model);
        feed.loadMore();
        feed.retry();
        feed.poll();
        feed.reload();
        QCOMPARE(feed.state(), FeedState::Idle);
        QCOMPARE(feed.matching(), -1);
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(!feed.poller().isEnabled());
    }

    void pageByPage_data()
    {
        QTest::addColumn<bool>("akql");
        QTest::newRow("offsets") << false;
        QTest::newRow("keyset") << true;
    }

    void pageByPage()
    {
        QFETCH(bool, akql);
        Site site(250);
        QSignalSpy states(&site.feed, &EventFeed::stateChanged);
        site.feed.setClient(site.client.get());
        site.feed.setCapabilities(modernCapabilities(akql));
        QCOMPARE(site.feed.state(), FeedState::Loading);
        QVERIFY(!site.model.canFetchMore({}));
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QCOMPARE(site.model.rowCount(), 100);
        QCOMPARE(site.feed.matching(), 250);
        QVERIFY(site.feed.isMatchingExact());
        QVERIFY(site.feed.lastSuccess().isValid());
        QCOMPARE(site.feed.plan().engine, QueryEngine::All);
        QVERIFY(site.model.canFetchMore({}));
        site.model.fetchMore({}); // as a view does
        QCOMPARE(site.feed.state(), FeedState::Loading);
        site.model.fetchMore({}); // once more changes nothing
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QVERIFY(site.model.rowCount() > 150);
        QVERIFY(site.loadAll());
        QCOMPARE(idsOf(site.model), idsOf(site.server));
        QVERIFY(!site.model.canFetchMore({}));
        QVERIFY(site.server.requestCount() <= 5);
        QCOMPARE(states.last().first().value<FeedState>(), FeedState::Complete);
    }

    void pollPutsNewRowsOnTop()
    {
        Site site(250);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        site.server.clearRequests();
        QSignalSpy counts(&site.feed, &EventFeed::countsChanged);
        site.feed.poll();
        QTRY_VERIFY(counts.size() > 0);
        QCOMPARE(site.server.requestCount(), 1); // nothing new costs one request
        QCOMPARE(site.arrived.size(), 0);

        QSignalSpy reset(&site.model, &QAbstractItemModel::modelReset);
        for (const quint32 count : {3u, 45u}) {
            site.server.insertEvents(count);
            site.feed.poll();
            site.feed.poll(); // while one is on the way
            QTRY_COMPARE(site.arrived.size(), 1);
            QCOMPARE(site.arrived.takeFirst().first().toInt(), int(count));
        }
        QCOMPARE(site.model.rowCount(), 148);
        QCOMPARE(site.feed.matching(), 298);
        QCOMPARE(reset.size(), 0);
        QVERIFY(site.feed.poller().remaining() > 0ms);
        QVERIFY(site.loadAll());
        QCOMPARE(idsOf(site.model), idsOf(site.server));
    }

    void pollUpdatesRows()
    {
        Site site(50);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Complete);
        const QString id = site.model.eventAt(2).id;
        QVERIFY(site.server.updateEvent(id, R"({"app":"changed.by.someone"})"));
        site.feed.poll();
        QTRY_COMPARE(site.model.eventAt(2).app, u"changed.by.someone"_s);
        QCOMPARE(site.arrived.size(), 0);
        QCOMPARE(site.model.rowCount(), 50);
    }

    // Rows that come and go while the pages are read
    void busyServer()
    {
        Site site(600);
        site.feed.setClient(site.client.get());
        std::set<QString> survivors;
        for (const QString &id : idsOf(site.server))
            survivors.insert(id);
        for (int i = 0; i < 60 && site.feed.state() != FeedState::Complete; ++i) {
            QTRY_VERIFY(site.feed.state() != FeedState::Loading);
            site.server.insertEvents(7);
            for (const quint32 n : {11u, 200u, 350u, 390u}) {
                const QString id = site.server.eventId(n);
                survivors.erase(id);
                QVERIFY(site.server.removeEvent(id));
            }
            if (i % 2 == 1) {
                site.feed.poll();
                QTRY_COMPARE(site.arrived.size(), 1);
                site.arrived.clear();
            }
            site.feed.loadMore();
        }
        QCOMPARE(site.feed.state(), FeedState::Complete);
        QVERIFY(isOrdered(site.model));
        const QStringList ids = idsOf(site.model);
        const std::set<QString> shown(ids.begin(), ids.end());
        for (const QString &id : survivors)
            QVERIFY(shown.count(id) == 1);
    }

    void largeGapReloads()
    {
        Site site(200);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QSignalSpy reset(&site.model, &QAbstractItemModel::modelReset);
        site.server.insertEvents(6000);
        site.feed.poll();
        QTRY_COMPARE_WITH_TIMEOUT(reset.size(), 1, 60'000);
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QCOMPARE(site.model.rowCount(), 100);
        QCOMPARE(site.model.eventAt(0).id, site.server.eventId(site.server.eventCount() - 1));
        QCOMPARE(site.arrived.size(), 0);
    }

    void emptyListFills()
    {
        Scripted s;
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.feed.matching(), 0);
        s.addRecords(55);
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(s.arrived.first().first().toInt(), 55);
        QCOMPARE(s.model.rowCount(), 55);
    }

    // Two writers commit in another order than their times.
    void lateCommitIsNotLost()
    {
        Scripted s;
        s.addRecords(250);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        s.records.insert(3, toJson(EventSpec{.id = uuidOf(777'777), .created = timeText(-2.5), .username = u"late"_s}));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(s.model.eventAt(3).user.username, u"late"_s);
        QCOMPARE(s.model.rowCount(), 101);
    }

    void loginNeverShowsFailedLogins()
    {
        Site site(1500, DemoRelease::V2024_8);
        EventQuery query;
        query.actions = {u"login"_s};
        site.feed.setQuery(query);
        site.feed.setClient(site.client.get());
        QVERIFY(site.loadAll());
        QVERIFY(site.model.rowCount() > 0);
        for (int row = 0; row < site.model.rowCount(); ++row)
            QCOMPARE(site.model.eventAt(row).action, u"login"_s);
        QVERIFY(!site.feed.isMatchingExact());
        QVERIFY(site.feed.matching() >= site.model.rowCount());
    }

    void severalActions_data()
    {
        QTest::addColumn<DemoRelease>("release");
        QTest::addColumn<bool>("modern");
        QTest::addColumn<int>("lists");
        QTest::newRow("2024.8") << DemoRelease::V2024_8 << false << 3;
        QTest::newRow("2026.8") << DemoRelease::V2026_8 << true << 2;
    }

    void severalActions()
    {
        QFETCH(DemoRelease, release);
        QFETCH(bool, modern);
        QFETCH(int, lists);
        Site site(900, release);
        site.feed.setClient(site.client.get());
        QVERIFY(site.loadAll());
        const QStringList actions{u"login"_s, u"login_failed"_s, u"custom_vpn_connected"_s};
        const QStringList expected = idsWithActions(site.model, actions);
        QVERIFY(!idsWithActions(site.model, {actions.last()}).isEmpty());

        EventQuery query;
        query.actions = actions;
        if (modern)
            site.feed.setCapabilities(modernCapabilities(true));
        site.feed.setQuery(query);
        QCOMPARE(site.feed.plan().streams.size(), lists);
        QTRY_VERIFY(site.feed.state() != FeedState::Loading);
        QVERIFY(isOrdered(site.model));
        // Whatever is shown has no holes.
        QCOMPARE(idsOf(site.model), expected.mid(0, site.model.rowCount()));
        site.server.insertEvents(60);
        site.feed.poll();
        QTRY_VERIFY(site.arrived.size() > 0);
        const int fresh = site.arrived.first().first().toInt();
        QVERIFY(site.loadAll());
        QVERIFY(isOrdered(site.model));
        QCOMPARE(idsOf(site.model).mid(fresh), expected);
    }

    void tooManyActionsAreCheckedHere()
    {
        Scripted s;
        s.addRecords(30);
        EventQuery query;
        query.actions = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"login"_s};
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.feed.plan().engine, QueryEngine::LocalRows);
        QVERIFY(!s.feed.isMatchingExact());
        QCOMPARE(s.model.rowCount(), 30);
        QCOMPARE(s.server.count(), 1);
    }

    // Nothing on many pages matches: the feed stops by itself and waits to be asked.
    void emptyRoundsAreBounded()
    {
        Scripted s;
        s.addRecords(4000);
        EventQuery query;
        query.actions = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s};
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Idle, 30'000);
        QCOMPARE(s.server.count(), 20);
        QCOMPARE(s.model.rowCount(), 0);
        QVERIFY(s.model.canFetchMore({}));
        s.feed.loadMore();
        QCOMPARE(s.feed.state(), FeedState::Loading);
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Idle, 30'000);
        QCOMPARE(s.server.count(), 40);
    }

    void capabilitiesArriveLate()
    {
        Scripted s;
        s.addRecords(150);
        EventQuery query;
        query.actions = {u"login"_s, u"logout"_s};
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QCOMPARE(s.feed.plan().streams.size(), 2);
        QSignalSpy plans(&s.feed, &EventFeed::planChanged);
        s.feed.setCapabilities(modernCapabilities(true));
        QVERIFY(plans.size() > 0);
        QCOMPARE(s.feed.plan().streams.size(), 1);
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QCOMPARE(s.server.last().parameters("actions"), (QList<QByteArray>{"login", "logout"}));
        QVERIFY(s.feed.isMatchingExact());
        QCOMPARE(s.model.rowCount(), 100);

        // The same again, and a change that asks nothing else: the list stays.
        QSignalSpy reset(&s.model, &QAbstractItemModel::modelReset);
        s.feed.setCapabilities(modernCapabilities(true));
        ServerCapabilities more = modernCapabilities(true);
        more.addEvents = Right::Granted;
        s.feed.setCapabilities(more);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(s.feed.state(), FeedState::Idle);
    }

    void pastRangesAreNotPolled()
    {
        Scripted s;
        s.addRecords(5);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        EventQuery query;
        query.range.until = *s.model.eventAt(2).created;
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 2);
        const int asked = static_cast<int>(s.server.count());
        s.feed.poll();
        QCoreApplication::processEvents();
        QCOMPARE(static_cast<int>(s.server.count()), asked);
        QVERIFY(s.feed.poller().remaining() > 0ms);
    }

    void newQueryDropsLateAnswers()
    {
        Scripted s;
        s.addRecords(5);
        s.faults = {Answer::held(pageAnswer({s.newer(1)}, {"GET", "/?page=1&page_size=100", {}, {}, 1}).body)};
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.server.heldCount(), 1);
        EventQuery query;
        query.text = u"alice"_s;
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        s.server.release();
        s.feed.poll();
        QTRY_COMPARE(s.server.count(), 3);
        QTRY_VERIFY(s.feed.poller().remaining() > 0ms);
        QCOMPARE(s.model.rowCount(), 5);
        QCOMPARE(s.server.last().parameters("search"), QList<QByteArray>{"alice"});
        // The same query again is no news.
        s.feed.setQuery(query);
        QCOMPARE(s.feed.state(), FeedState::Complete);
    }

    void failureKeepsRowsAndRetries()
    {
        Scripted s;
        s.addRecords(250);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        s.faults = {Answer::html("<h1>Server Error</h1>", 500), Answer::html("<h1>Server Error</h1>", 500)};
        s.feed.loadMore();
        QTRY_COMPARE(s.feed.state(), FeedState::Failed);
        QCOMPARE(s.feed.error().kind, ApiError::Kind::Server);
        QCOMPARE(s.model.rowCount(), 100);
        QVERIFY(!s.model.canFetchMore({}));
        s.feed.loadMore(); // not without being told to
        QCOMPARE(s.feed.state(), FeedState::Failed);
        s.feed.retry();
        QCOMPARE(s.feed.state(), FeedState::Loading);
        QTRY_COMPARE(s.feed.state(), FeedState::Failed);
        QVERIFY(s.feed.poller().remaining() > 90s); // twice failed: 30 s, doubled twice
        s.feed.retry();
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QVERIFY(s.feed.poller().remaining() > 0ms);
        QVERIFY(s.feed.poller().remaining() < 40s); // the back-off is over
        s.feed.loadMore();
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 250);
        QVERIFY(isOrdered(s.model));
    }

    // Due polls bring a failed feed back to life, and go on after it.
    void pollRetriesAFailedLoad()
    {
        Scripted s;
        s.addRecords(20);
        s.faults = {Answer::html("no", 503)};
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Failed);
        QCOMPARE(s.feed.error().kind, ApiError::Kind::Server);
        s.feed.poll();
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QVERIFY(s.feed.poller().remaining() > 0ms);
        QVERIFY(s.feed.poller().remaining() < 40s);
    }

    void pollFailureBacksOffAndKeepsRows()
    {
        Scripted s;
        s.addRecords(20);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        s.faults = {Answer::html("no", 502)};
        s.feed.poll();
        QTRY_COMPARE(s.pollFailed.size(), 1);
        QCOMPARE(s.pollFailed.first().first().value<ApiError>().kind, ApiError::Kind::Server);
        QCOMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 20);
        QVERIFY(s.feed.poller().remaining() > 45s);
        s.records.prepend(s.newer(1));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QVERIFY(s.feed.poller().remaining() < 40s);
    }

    void reloadDuringAPollKeepsPolling()
    {
        Scripted s;
        s.addRecords(20);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        s.faults = {Answer::held("{}")};
        emit s.feed.poller().due();
        QTRY_COMPARE(s.server.heldCount(), 1);
        s.feed.reload();
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QVERIFY(s.feed.poller().remaining() > 0ms);
        s.server.release();
        s.records.prepend(s.newer(1));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(s.model.rowCount(), 21);
    }

    void forbidden()
    {
        Site site(50, DemoRelease::V2026_8, DemoRights::None);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Failed);
        QCOMPARE(site.feed.error().kind, ApiError::Kind::Forbidden);
        QCOMPARE(site.model.rowCount(), 0);
    }

    void wrongToken()
    {
        Site site(50);
        const auto stranger = clientFor(u"http://127.0.0.1:%1"_s.arg(site.server.port()), u"wrong"_s);
        site.feed.setClient(stranger.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Failed);
        QCOMPARE(site.feed.error().kind, ApiError::Kind::TokenInvalid);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Complete);
    }

    void clientGoes()
    {
        Site site(150);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        site.feed.loadMore();
        site.feed.setClient(nullptr);
        QCOMPARE(site.feed.state(), FeedState::Idle);
        QCOMPARE(site.model.rowCount(), 0);
        QCOMPARE(site.feed.matching(), -1);
        QVERIFY(!site.model.canFetchMore({}));
        QVERIFY(!site.feed.poller().isEnabled());
        site.feed.loadMore();
        QCOMPARE(site.feed.state(), FeedState::Idle);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QCOMPARE(site.model.rowCount(), 100);
    }

    void feedMayDieWhileLoading()
    {
        Scripted s;
        s.addRecords(20);
        EventTableModel model;
        auto feed = std::make_unique<EventFeed>(model);
        const QByteArray page = pageAnswer(s.records, {"GET", "/?page=1&page_size=100", {}, {}, 1}).body;
        s.faults = {Answer::held(page)};
        feed->setClient(s.client.get());
        QTRY_COMPARE(s.server.heldCount(), 1);
        feed.reset();
        s.server.release();

        auto polling = std::make_unique<EventFeed>(model);
        polling->setClient(s.client.get());
        QTRY_COMPARE(polling->state(), FeedState::Complete);
        s.faults = {Answer::held(page)};
        polling->poll();
        QTRY_COMPARE(s.server.heldCount(), 1);
        polling.reset();
        s.server.release();
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(model.rowCount(), 20);
    }

    // A slot may throw the whole list away.
    void reloadFromItsOwnSignals()
    {
        Scripted s;
        s.addRecords(150);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        connect(&s.feed, &EventFeed::arrived, &s.feed, &EventFeed::reload);
        s.records.prepend(s.newer(1));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QCOMPARE(s.model.rowCount(), 100);
        int failures = 0;
        connect(&s.feed, &EventFeed::stateChanged, &s.feed, [&](FeedState state) {
            if (state == FeedState::Failed && ++failures == 1)
                s.feed.retry();
        });
        s.faults = {Answer::html("no", 500)};
        s.feed.loadMore();
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(failures, 1);
        QCOMPARE(s.model.rowCount(), 151);
    }
};

QTEST_GUILESS_MAIN(EventFeedTest)
#include "tst_eventfeed.moc"
