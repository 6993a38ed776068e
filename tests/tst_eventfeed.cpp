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
    can.answersAkql = can.comparesJsonByType = akql;
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

    void asksForNothingThatNobodySees()
    {
        Site site(50);
        site.feed.setClient(site.client.get());
        QTRY_COMPARE(site.feed.state(), FeedState::Complete);
        site.feed.setUnseen(true);
        site.server.clearRequests();
        site.server.insertEvents(2);
        emit site.feed.poller().due();
        QTest::qWait(50);
        QCOMPARE(site.server.requestCount(), 0);
        site.feed.setUnseen(false); // what was due meanwhile
        QTRY_COMPARE(site.model.rowCount(), 52);
        site.server.clearRequests();
        site.feed.setUnseen(true);
        site.feed.setUnseen(false);
        QTest::qWait(50);
        QCOMPARE(site.server.requestCount(), 0); // nothing was
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

    void largeGapIsFilled_data() { pageByPage_data(); }

    // Nothing that is shown goes, however much is new.
    void largeGapIsFilled()
    {
        QFETCH(bool, akql);
        Site site(200);
        site.feed.setClient(site.client.get());
        site.feed.setCapabilities(modernCapabilities(akql));
        QTRY_COMPARE(site.feed.state(), FeedState::Idle);
        QSignalSpy reset(&site.model, &QAbstractItemModel::modelReset);
        QSignalSpy missed(&site.feed, &EventFeed::missed);
        site.server.insertEvents(6000);
        site.feed.poll();
        QTRY_COMPARE_WITH_TIMEOUT(site.arrived.size(), 1, 60'000);
        QCOMPARE(site.arrived.first().first().toInt(), 6000);
        QVERIFY(!missed.isEmpty());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(site.model.rowCount(), 6100);
        QVERIFY(site.loadAll());
        QCOMPARE(idsOf(site.model), idsOf(site.server));
    }

    // The rest of the gap comes with a later poll.
    void gapFailsAndGoesOn()
    {
        Scripted s;
        s.addRecords(150);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QList<QByteArray> fresh;
        for (int i = 3000; i > 0; --i)
            fresh += s.newer(i);
        s.records = fresh + s.records;
        bool isFirst = true;
        connect(&s.feed, &EventFeed::missed, this, [&] {
            if (std::exchange(isFirst, false))
                s.faults = {Answer::html("no", 403)};
        });
        s.feed.poll();
        QTRY_COMPARE(s.pollFailed.size(), 1);
        QVERIFY(s.model.rowCount() > 1000);
        QVERIFY(s.model.rowCount() < 3100);
        QCOMPARE(s.arrived.size(), 0);
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(s.model.rowCount(), 3100);
        QCOMPARE(s.arrived.first().first().toInt(), 3000);
    }

    // One list is read long before the other one, which was told to wait.
    void twoLongLists()
    {
        Scripted s;
        QHash<QByteArray, QList<QByteArray>> lists;
        for (int i = 0; i < 8000; ++i) {
            lists["login"] += toJson(EventSpec{.id = uuidOf(i), .created = timeText(-i)});
            lists["logout"]
                += toJson(EventSpec{.id = uuidOf(10'000 + i), .created = timeText(-9000 - i), .action = u"logout"_s});
        }
        s.server.replyWith("GET", "/api/v3/events/events/", [&](const Request &request) {
            return pageAnswer(lists.value(request.parameters("action").value(0)), request);
        });
        EventQuery query;
        query.actions = {u"login"_s, u"logout"_s};
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QCOMPARE(s.feed.plan().streams.size(), 2);
        s.feed.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Complete, 120'000);
        QCOMPARE(s.model.rowCount(), 16'000);
        QVERIFY(isOrdered(s.model));
    }

    void pollsWhileAllIsLoaded()
    {
        Scripted s;
        s.addRecords(6000);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        std::optional<FeedState> during;
        connect(&s.feed, &EventFeed::arrived, this, [&] { during = during.value_or(s.feed.state()); });
        bool isFirst = true;
        connect(&s.model, &QAbstractItemModel::rowsInserted, this, [&] {
            if (s.model.rowCount() < 300 || !std::exchange(isFirst, false))
                return;
            s.records.prepend(s.newer(1));
            QMetaObject::invokeMethod(
                &s.feed, [&s] { s.feed.poll(); }, Qt::QueuedConnection);
        });
        s.feed.loadAll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(*during, FeedState::Loading);
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Complete, 60'000);
        QCOMPARE(s.model.rowCount(), 6001);
        QCOMPARE(s.arrived.size(), 1);
    }

    // The live switch is off: nothing is asked when all is there. The rows that were there are not read twice.
    void loadsTheRestOnly()
    {
        for (const bool akql : {false, true}) {
            Site site(2000);
            site.feed.setClient(site.client.get());
            site.feed.setCapabilities(modernCapabilities(akql));
            for (int i = 0; i < 5; ++i) {
                QTRY_COMPARE(site.feed.state(), FeedState::Idle);
                site.feed.loadMore();
            }
            QTRY_COMPARE(site.feed.state(), FeedState::Idle);
            site.feed.poller().setEnabled(false);
            site.server.clearRequests();
            site.feed.loadAll();
            QTRY_COMPARE_WITH_TIMEOUT(site.feed.state(), FeedState::Complete, 30'000);
            QCOMPARE(idsOf(site.model), idsOf(site.server));
            QCoreApplication::processEvents();
            const QList<DemoRequest> requests = site.server.requests();
            for (const DemoRequest &request : requests)
                QVERIFY2(!request.path.contains(u"page_size=10&"_s) && !request.path.endsWith(u"page_size=10"_s),
                    qPrintable(request.path));
            QVERIFY2(requests.size() <= (akql ? 34 : 18), qPrintable(QString::number(requests.size())));
            // What goes from the part that was not read twice is noticed all the same.
            QVERIFY(site.server.removeEvent(site.model.eventAt(30).id));
            site.feed.poll();
            QTRY_COMPARE(site.model.rowCount(), 1999);
            QTRY_COMPARE(idsOf(site.model), idsOf(site.server));
        }
    }

    // A connection that is lost for a moment ends nothing; one that stays away can be waited for.
    void loadingAllSurvivesFailures()
    {
        Scripted s;
        s.addRecords(4000);
        s.feed.setPatience(1ms);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        int step = 0;
        connect(&s.model, &QAbstractItemModel::rowsInserted, this, [&] {
            const int rows = s.model.rowCount();
            if (step == 0 && rows > 500) {
                step = 1;
                s.faults = {Answer::closing(), Answer::html("no", 502), Answer::closing()};
            } else if (step == 1 && rows > 1500) {
                QCOMPARE(s.feed.state(), FeedState::Loading);
                step = 2;
                s.faults.fill(Answer::html("no", 500), 60);
            }
        });
        s.feed.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Failed, 30'000);
        QCOMPARE(step, 2);
        QVERIFY(s.feed.isLoadingInterrupted());
        QVERIFY(!s.feed.isLoadingAll());
        s.faults.clear();
        s.feed.poll();
        QVERIFY(s.feed.isLoadingAll());
        QVERIFY(!s.feed.isLoadingInterrupted());
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Complete, 30'000);
        QCOMPARE(s.model.rowCount(), 4000);
    }

    void memoryIsLimited()
    {
        Scripted s;
        s.addRecords(2000);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        s.feed.setMemoryLimit(s.model.store().memoryUse() + 100'000);
        s.feed.loadAll();
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QVERIFY(!s.feed.isLoadingAll());
        QVERIFY(s.model.rowCount() > 100);
        QVERIFY(s.model.rowCount() < 2000);
        QVERIFY(s.feed.warning().contains(u"memory"_s));
        s.feed.setMemoryLimit(100'000'000);
        s.feed.loadAll();
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 2000);
        QVERIFY(s.feed.warning().isEmpty());
    }

    // One record is more than the client takes: all others are shown.
    void oversizedRecord()
    {
        Scripted s;
        ApiClientOptions options;
        options.address = ServerAddress::parse(s.server.url()).value();
        options.token = "secret";
        options.maxAttempts = 1;
        options.maxBodyBytes = 100'000;
        ApiClient client(options);
        s.addRecords(350);
        const QByteArray large = "{\"text\":\"" + QByteArray(200'000, 'x') + "\"}";
        s.records[130] = toJson(EventSpec{.id = uuidOf(130), .created = timeText(-130), .context = large});
        s.feed.setClient(&client);
        for (int i = 0; i < 200 && s.feed.state() != FeedState::Complete; ++i) {
            QTRY_VERIFY(s.feed.state() != FeedState::Loading);
            QVERIFY(s.feed.state() != FeedState::Failed);
            s.feed.loadMore();
        }
        QCOMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 349);
        QVERIFY2(s.feed.warning().startsWith(u"1 event"_s), qPrintable(s.feed.warning()));
        s.feed.reload();
        QVERIFY(s.feed.warning().isEmpty());
        s.feed.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Complete, 30'000);
        QCOMPARE(s.model.rowCount(), 349);
        QVERIFY2(s.feed.warning().startsWith(u"1 event"_s), qPrintable(s.feed.warning()));
        // As the newest of all
        s.records.prepend(toJson(EventSpec{.id = uuidOf(555'555), .created = timeText(5), .context = large}));
        s.records.prepend(s.newer(1));
        const auto isThere = [&] {
            s.feed.poll(); // one may be on its way
            return s.arrived.size() > 0;
        };
        QVERIFY(QTest::qWaitFor(isThere, 10'000));
        QCOMPARE(s.arrived.size(), 1);
        QCOMPARE(s.model.rowCount(), 350);
    }

    // Whoever writes a date in the future does not hide what comes.
    void rowDatedAhead()
    {
        Scripted s;
        s.addRecords(250);
        const QByteArray ahead = toJson(
            EventSpec{.id = uuidOf(900'000), .created = u"2099-01-01T00:00:00.000000Z"_s, .username = u"odd"_s});
        s.records.prepend(ahead);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QCOMPARE(s.model.eventAt(0).user.username, u"odd"_s);
        for (int i = 1; i <= 25; ++i)
            s.records.insert(1, s.newer(i));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 1);
        QCOMPARE(s.arrived.first().first().toInt(), 25);
        s.server.clearRequests();
        QSignalSpy counts(&s.feed, &EventFeed::countsChanged);
        s.feed.poll();
        QTRY_VERIFY(!counts.isEmpty());
        QCOMPARE(s.server.count(), 1); // and costs nothing when nothing comes
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
        // Deeper than the first page of a poll
        s.records.insert(
            30, toJson(EventSpec{.id = uuidOf(777'778), .created = timeText(-28.5), .username = u"later"_s}));
        s.feed.poll();
        QTRY_COMPARE(s.arrived.size(), 2);
        QCOMPARE(s.model.eventAt(30).user.username, u"later"_s);
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

    // In every release, while rows come and go.
    void goesToATime_data()
    {
        QTest::addColumn<int>("release");
        QTest::addColumn<bool>("akql");
        QTest::newRow("2024.8") << static_cast<int>(DemoRelease::V2024_8) << false;
        QTest::newRow("2025.10") << static_cast<int>(DemoRelease::V2025_10) << false;
        QTest::newRow("2026.8") << static_cast<int>(DemoRelease::V2026_8) << true;
    }

    void goesToATime()
    {
        QFETCH(const int, release);
        QFETCH(const bool, akql);
        Site s(8000, static_cast<DemoRelease>(release));
        s.feed.poller().setInterval(1h);
        s.feed.setClient(s.client.get());
        s.feed.setCapabilities(modernCapabilities(akql));
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        const Timestamp newest = s.model.createdAt(0);
        // Some hundred rows above the place go, some come, one after each answer.
        QList<QString> victims;
        for (quint32 n = 7990; n > 7890; --n)
            victims += s.server.eventId(n);
        const QString target = s.server.eventId(3000);
        const auto connection = connect(&s.server, &DemoServer::requestAnswered, &s.server, [&] {
            for (int i = 0; i < 8 && !victims.isEmpty(); ++i)
                s.server.removeEvent(victims.takeLast());
            s.server.insertEvents(3);
        });
        // The time of the event in the middle, as the server has it.
        Timestamp place = 0;
        s.client->event(target, this, [&](const Result<Event> &event) { place = *event->created; });
        QTRY_VERIFY(place != 0);
        s.server.clearRequests();
        QSignalSpy searching(&s.feed, &EventFeed::searchingChanged);
        s.feed.goTo(place + 1);
        QTRY_VERIFY(s.feed.state() != FeedState::Loading && s.model.rowCount() > 0);
        QCOMPARE(s.model.eventAt(0).id, target);
        QVERIFY(s.model.createdAt(0) < newest);
        QVERIFY2(s.server.requestCount() <= (akql ? 2 : 20), qPrintable(QString::number(s.server.requestCount())));
        QVERIFY(searching.size() > 0);
        QVERIFY(!s.feed.searching());
        disconnect(connection);

        // Further back without gaps
        s.feed.loadMore();
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QStringList expected = idsOf(s.server);
        expected = expected.mid(expected.indexOf(target), s.model.rowCount());
        QCOMPARE(idsOf(s.model), expected);

        // New rows are neither polled nor shown.
        s.server.clearRequests();
        s.server.insertEvents(5);
        s.feed.poll();
        QVERIFY(s.feed.poller().remaining() > 0ms);
        QCOMPARE(s.server.requestCount(), 0);

        // Another question keeps the place, another time does not.
        EventQuery query;
        query.actions = {u"login"_s};
        s.feed.setQuery(query);
        QTRY_VERIFY(s.feed.state() != FeedState::Loading && s.model.rowCount() > 0);
        QVERIFY(s.model.createdAt(0) <= place);
        query.range.last = std::chrono::hours(24 * 300);
        s.feed.setQuery(query);
        QVERIFY(!s.feed.place());
        s.feed.setQuery({});
        s.feed.goTo(std::nullopt);
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QCOMPARE(s.model.eventAt(0).id, s.server.eventId(s.server.eventCount() - 1));
    }

    // Two lists, one of each action: both are searched.
    void goesToATimeInSeveralLists()
    {
        Site s(6000, DemoRelease::V2024_8);
        s.feed.setClient(s.client.get());
        EventQuery query;
        query.actions = {u"logout"_s, u"login_failed"_s};
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        const Timestamp place = s.model.createdAt(0) - (s.model.createdAt(0) - s.model.createdAt(50)) * 8;
        s.feed.goTo(place);
        QVERIFY(s.feed.searching());
        QTRY_VERIFY(s.feed.state() != FeedState::Loading && s.model.rowCount() > 0);
        QVERIFY(s.model.createdAt(0) < place);
        EventTableModel all;
        EventFeed whole(all);
        whole.setClient(s.client.get());
        whole.setQuery(query);
        whole.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(whole.state(), FeedState::Complete, 20'000);
        int row = 0;
        while (all.createdAt(row) >= place)
            ++row;
        QCOMPARE(idsOf(s.model), idsOf(all).mid(row, s.model.rowCount()));
        whole.setClient(nullptr);
    }

    // "Today" is another one elsewhere, or later.
    void daysGoBy()
    {
        Scripted s;
        s.addRecords(5);
        TimeDisplay display;
        display.zone = QTimeZone("Pacific/Kiritimati");
        s.model.setTimeDisplay(display);
        s.feed.setClient(s.client.get());
        EventQuery query;
        query.range = TimeRange::ofDays(TimeRange::Days::Today);
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        const TimeRange there = s.feed.askedRange();
        QVERIFY(there.contains(currentTimestamp()));
        display.zone = QTimeZone("Pacific/Pago_Pago"); // 25 hours behind
        s.model.setTimeDisplay(display);
        s.feed.poll();
        QVERIFY(s.feed.askedRange() != there);
        QVERIFY(s.feed.askedRange().contains(currentTimestamp()));
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        display.zone = QTimeZone("Pacific/Kiritimati");
        s.model.setTimeDisplay(display);
        s.feed.resolveAgain();
        QCOMPARE(s.feed.askedRange(), there);
        QCOMPARE(s.feed.query().range, query.range);
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

    // Rows that a query cannot have found: the server searched for its words.
    void queryTakenForWords()
    {
        Scripted s;
        s.addRecords(20);
        s.records[3] = toJson(EventSpec{.id = uuidOf(3), .created = timeText(-3), .clientIp = u"192.0.2.9"_s});
        s.feed.setClient(s.client.get());
        s.feed.setCapabilities(modernCapabilities(true));
        EventQuery query;
        query.text = u"client_ip = \"192.0.2.9\""_s;
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QTRY_COMPARE(s.server.last().parameters("client_ip"), QList<QByteArray>{"192.0.2.9"});
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QVERIFY(s.feed.warning().contains(u"plain words"_s));
        QCOMPARE(s.feed.plan().engine, QueryEngine::ServerFilters);
        QCOMPARE(idsOf(s.model), QStringList{uuidOf(3)});
        QCOMPARE(s.feed.examined(), 20);
        QVERIFY(!s.feed.isMatchingExact());
        // Another question is asked in the language again.
        query.text = u"app ~ \"events\""_s;
        s.feed.setQuery(query);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.feed.plan().engine, QueryEngine::Akql);
        QVERIFY(s.feed.warning().isEmpty());
        QCOMPARE(s.model.rowCount(), 20);
    }

    void emptyAnswersAreChecked_data()
    {
        QTest::addColumn<bool>("understood");
        QTest::newRow("understood") << true;
        QTest::newRow("taken for words") << false;
    }

    void emptyAnswersAreChecked()
    {
        QFETCH(const bool, understood);
        Scripted s;
        s.addRecords(20);
        int probes = 0;
        s.server.replyWith("GET", "/api/v3/events/events/", [&](const Request &request) {
            const QByteArray search = request.parameters("search").value(0);
            const bool isProbe = search.contains("tidings-akql-probe");
            probes += isProbe ? 1 : 0;
            const bool isAnswered = search.isEmpty() || (isProbe && understood);
            return pageAnswer(isAnswered ? s.records : QList<QByteArray>(), request);
        });
        s.feed.setClient(s.client.get());
        s.feed.setCapabilities(modernCapabilities(true));
        EventQuery query;
        query.text = u"app ~ \"events\""_s;
        s.feed.setQuery(query);
        QTRY_COMPARE(probes, 1);
        QTRY_COMPARE(s.model.rowCount(), understood ? 0 : 20);
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.feed.warning().contains(u"plain words"_s), !understood);
        QCOMPARE(probes, 1);
    }

    void searchesBack()
    {
        Scripted s;
        s.addRecords(3000);
        for (const int at : {150, 950, 951, 2500})
            s.records[at] = toJson(EventSpec{.id = uuidOf(at), .created = timeText(-at), .clientIp = u"192.0.2.9"_s});
        EventQuery query;
        query.text = u"context.no = \"x\" or client_ip = \"192.0.2.9\""_s;
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QSignalSpy reloaded(&s.feed, &RecordFeed::reloaded);
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        s.feed.searchBack({.enough = 1, .bound = {}}); // one more than there is
        QVERIFY(s.feed.isSearching());
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QVERIFY(!s.feed.isSearching() && !s.feed.isLoadingAll());
        const qint64 found = s.feed.found();
        QVERIFY(found >= 1);
        const qint64 read = s.feed.examined();
        QVERIFY(read >= 100 && read < 2500);
        const Timestamp at = s.feed.reached().value();
        constexpr Timestamp second = 1'000'000;
        // Down to a time, whatever is found
        s.feed.searchBack({.enough = 0, .bound = at - 200 * second});
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QVERIFY(s.feed.reached().value() < at - 200 * second);
        QVERIFY(s.feed.reached().value() > at - 500 * second);
        QVERIFY(s.feed.examined() > read);
        // Stopped, it does not even end the rounds that an empty list has.
        s.feed.searchBack({.enough = 100, .bound = {}});
        s.feed.stopLoadingAll();
        const auto asked = s.server.count();
        QTRY_COMPARE(s.feed.state(), FeedState::Idle);
        QVERIFY(s.server.count() <= asked + 1);
        s.feed.searchBack({});
        QVERIFY(s.feed.isLoadingAll());
        QTRY_COMPARE_WITH_TIMEOUT(s.feed.state(), FeedState::Complete, 20'000);
        QCOMPARE(s.feed.found(), 4);
        QCOMPARE(s.feed.examined(), 3000);
        QVERIFY(!s.feed.reached());
        QCOMPARE(reloaded.size(), 0);
        s.feed.reload();
        QCOMPARE(reloaded.size(), 1);
        QVERIFY(!s.feed.isSearching());
    }

    // Rows of "the last second" go with the next question.
    void rowsLeaveARelativeRange()
    {
        Scripted s;
        const auto at = [](std::chrono::milliseconds ahead) {
            return QDateTime::currentDateTimeUtc().addMSecs(ahead.count()).toString(Qt::ISODateWithMs);
        };
        s.records = {toJson(EventSpec{.id = uuidOf(1), .created = at(1h)}),
            toJson(EventSpec{.id = uuidOf(2), .created = at(500ms)})};
        EventQuery query;
        query.range.last = 1s;
        s.feed.setQuery(query);
        s.feed.setClient(s.client.get());
        QTRY_COMPARE(s.feed.state(), FeedState::Complete);
        QCOMPARE(s.model.rowCount(), 2);
        const auto hasLeft = [&] {
            s.feed.poll();
            return s.model.rowCount() == 1;
        };
        QTRY_VERIFY(hasLeft());
        QCOMPARE(idsOf(s.model), QStringList{uuidOf(1)});
        QVERIFY(!s.feed.isMatchingExact());
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
