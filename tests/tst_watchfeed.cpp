// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoserver.h"
#include "watchfeed.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString listPath = u"/api/v3/events/events/?"_s;

WatchRule anything()
{
    WatchRule rule;
    rule.id = u"f47ac10b-58cc-4372-a567-0e02b2c3d479"_s;
    rule.name = u"Anything"_s;
    rule.query = u"action != \"no such action\""_s;
    return rule;
}

} // namespace

class WatchFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        DemoOptions options;
        options.events = 300;
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->listen());
        ApiClientOptions client;
        client.address = *ServerAddress::parse(u"http://127.0.0.1:%1"_s.arg(m_server->port()));
        client.maxAttempts = 1;
        client.token = m_server->token().toUtf8();
        m_client = std::make_unique<ApiClient>(client);
        m_model = std::make_unique<EventTableModel>();
        m_events = std::make_unique<EventFeed>(*m_model);
        m_watch = std::make_unique<WatchFeed>(*m_events);
        m_events->poller().setInterval(1h);
        m_watch->poller().setInterval(1h);
        m_checked = std::make_unique<QSignalSpy>(m_watch.get(), &WatchFeed::checked);
        m_fired = std::make_unique<QSignalSpy>(m_watch.get(), &WatchFeed::fired);
    }

    void cleanup()
    {
        m_checked.reset();
        m_fired.reset();
        m_watch.reset();
        m_events.reset();
        m_client.reset();
        m_server.reset();
    }

    void asksNothingWithoutRules()
    {
        m_watch->setClient(m_client.get());
        WatchRule off = anything();
        off.enabled = false;
        m_watch->setRules({off});
        QVERIFY(!m_watch->poller().isEnabled());
        m_watch->setRules({anything()});
        QVERIFY(m_checked->wait());
        QCOMPARE(m_server->requestCount("GET", listPath), 1);
        m_watch->setRules({});
        QVERIFY(!m_watch->poller().isEnabled());
    }

    void oldEventsDoNotCount()
    {
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        emit m_watch->poller().due();
        QVERIFY(m_checked->wait());
        QVERIFY(m_fired->isEmpty());
        QCOMPARE(m_server->requestCount("GET", listPath), 2); // one a poll
    }

    // The list shows something else, or nothing: the rules look for themselves.
    void ownPolls()
    {
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        m_server->insertEvents(30);
        emit m_watch->poller().due();
        QTRY_COMPARE(m_fired->size(), 1);
        QCOMPARE(hits().size(), 30);
        emit m_watch->poller().due();
        QVERIFY(m_checked->wait());
        QCOMPARE(m_fired->size(), 1); // each once
    }

    // More than one scan reads: the rest comes behind it, each once.
    void veryMany()
    {
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        m_server->insertEvents(7000);
        emit m_watch->poller().due();
        QTRY_COMPARE_WITH_TIMEOUT(m_checked->size(), 2, 60'000);
        QCOMPARE(m_fired->size(), 1);
        QCOMPARE(hits().size(), 7000);
        m_server->insertEvents(2);
        emit m_watch->poller().due();
        QTRY_COMPARE(m_checked->size(), 3);
        QCOMPARE(m_fired->size(), 2);
        QCOMPARE(m_fired->last().first().value<QList<WatchHit>>().size(), 2);
    }

    void theListServes()
    {
        loadList();
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        emit m_watch->poller().due(); // the list was loaded before: looked at once
        QVERIFY(m_checked->wait());
        m_server->insertEvents(3);
        m_server->clearRequests();
        m_events->poll();
        QTRY_COMPARE(m_fired->size(), 1);
        QCOMPARE(hits().size(), 3);
        QCOMPARE(m_server->requestCount("GET", listPath), 1); // the list's
        emit m_watch->poller().due();
        QVERIFY(m_watch->poller().remaining() > 0ms);
        QCOMPARE(m_server->requestCount("GET", listPath), 1);
    }

    void reloadHidesNothing()
    {
        loadList();
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        m_server->insertEvents(2);
        m_events->reload();
        QTRY_VERIFY(m_events->state() != FeedState::Loading);
        QVERIFY(m_fired->isEmpty());
        emit m_watch->poller().due();
        QTRY_COMPARE(m_fired->size(), 1);
        QCOMPARE(hits().size(), 2);
    }

    void narrowListDoesNotServe()
    {
        loadList();
        EventQuery query;
        query.actions = {u"no_such_action"_s};
        m_events->setQuery(query);
        QTRY_VERIFY(m_events->state() != FeedState::Loading);
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        m_server->insertEvents(4);
        emit m_watch->poller().due();
        QTRY_COMPARE(m_fired->size(), 1);
        QCOMPARE(hits().size(), 4);
    }

    void failureBacksOff()
    {
        m_watch->setRules({anything()});
        m_watch->setClient(m_client.get());
        QVERIFY(m_checked->wait());
        const auto port = m_server->port();
        QVERIFY(m_watch->lastChecked().isValid() && !m_watch->error());
        QSignalSpy states(m_watch.get(), &WatchFeed::stateChanged);
        m_watch->poller().setInterval(4min);
        m_server.reset();
        emit m_watch->poller().due();
        QTRY_VERIFY(m_watch->poller().remaining() > 6min); // doubled
        // Nobody would know otherwise.
        QCOMPARE(states.size(), 1);
        QVERIFY(m_watch->error().has_value());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY2(
            watchStateText(*m_watch, now).contains(u"cannot be reached"_s), qPrintable(watchStateText(*m_watch, now)));
        DemoOptions options;
        options.events = 10;
        options.token = u"another"_s;
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->listen(port));
        m_watch->setClient(nullptr);
        emit m_watch->poller().due();
        QVERIFY(m_fired->isEmpty());
        QVERIFY(!m_watch->error());
        QCOMPARE(watchStateText(*m_watch, now), QString());
    }

private:
    void loadList()
    {
        m_events->setClient(m_client.get());
        QTRY_VERIFY(m_events->state() == FeedState::Idle || m_events->state() == FeedState::Complete);
    }
    [[nodiscard]] QList<WatchHit> hits() const { return m_fired->last().first().value<QList<WatchHit>>(); }

    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<EventTableModel> m_model;
    std::unique_ptr<EventFeed> m_events;
    std::unique_ptr<WatchFeed> m_watch;
    std::unique_ptr<QSignalSpy> m_checked;
    std::unique_ptr<QSignalSpy> m_fired;
};

QTEST_GUILESS_MAIN(WatchFeedTest)
#include "tst_watchfeed.moc"
