// SPDX-License-Identifier: GPL-3.0-or-later
// What the program is for, from connecting to deleting, as one scenario against a whole server. By default that is the
// demo server, once for each release it knows. With TIDINGS_TEST_SERVER and TIDINGS_TEST_TOKEN it is that server; of a
// real one only the record made here is edited and deleted, and a notification gets its state back.
// TIDINGS_TEST_CONTRACT=1 says that the server is a demo server behind a proxy that checks the schema: what cannot
// conform is then left out.
#include "apiclient.h"
#include "demoserver.h"
#include "eventfeed.h"
#include "eventtablemodel.h"
#include "jsontext.h"
#include "notificationfeed.h"
#include "notificationtablemodel.h"
#include "serverprobe.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace tidings;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(tidings::DemoRelease)

// Runs one step of the scenario and ends it when the step failed.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

// The value is there, or the test fails with the words of the error.
#define VERIFY_RESULT(result) QVERIFY2(result, qPrintable(reasonOf(result)))

namespace {

constexpr int patience = 60'000; // milliseconds; how long one answer may take
constexpr quint32 demoEvents = 450; // five pages
constexpr quint32 demoNotifications = 40;
constexpr int mostPages = 5; // of a real server
constexpr qint64 microsPerDay = 86'400LL * 1'000'000;

template <class T> QString reasonOf(const Result<T> &result)
{
    if (result)
        return {};
    const ApiError &error = result.error();
    const QStringList fields(error.fieldErrors.keyBegin(), error.fieldErrors.keyEnd());
    return u"%1 (HTTP %2): %3 [%4]"_s.arg(kindName(error.kind))
        .arg(error.httpStatus)
        .arg(error.detail, fields.join(u", "_s));
}

// Starts a call and waits for its answer.
template <class T, class Start> Result<T> await(const Start &start)
{
    std::optional<Result<T>> answer;
    QObject context;
    PendingCall call = start(&context, [&answer](Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience)) {
        call.cancel();
        ApiError error;
        error.kind = ApiError::Kind::Timeout;
        error.detail = u"no answer reached the test"_s;
        return Failure(error);
    }
    return *answer;
}

Result<Event> fetchEvent(ApiClient &client, const QString &id)
{
    return await<Event>(
        [&](QObject *context, ApiClient::Callback<Event> done) { return client.event(id, context, std::move(done)); });
}

Result<Page<Event>> fetchEvents(ApiClient &client, const EventListQuery &query)
{
    return await<Page<Event>>([&](QObject *context, ApiClient::Callback<Page<Event>> done) {
        return client.events(query, context, std::move(done));
    });
}

Result<Notification> fetchNotification(ApiClient &client, const QString &id)
{
    return await<Notification>([&](QObject *context, ApiClient::Callback<Notification> done) {
        return client.notification(id, context, std::move(done));
    });
}

Result<QList<VolumeBucket>> fetchVolume(ApiClient &client, const EventListQuery &filter, int days)
{
    return await<QList<VolumeBucket>>([&](QObject *context, ApiClient::Callback<QList<VolumeBucket>> done) {
        return client.eventVolume(filter, days, context, std::move(done));
    });
}

Result<Event> create(ApiClient &client, const EventChanges &fields)
{
    return await<Event>([&](QObject *context, ApiClient::Callback<Event> done) {
        return client.createEvent(fields, context, std::move(done));
    });
}

Result<ApiClient::Nothing> remove(ApiClient &client, const QString &id)
{
    return await<ApiClient::Nothing>([&](QObject *context, ApiClient::Callback<ApiClient::Nothing> done) {
        return client.deleteEvent(id, context, std::move(done));
    });
}

qint64 sumOf(const QList<VolumeBucket> &buckets)
{
    qint64 sum = 0;
    for (const VolumeBucket &bucket : buckets)
        sum += bucket.count;
    return sum;
}

// The record with the value of one top-level key exchanged, every other byte as it was.
QByteArray withMember(const QByteArray &object, const char *key, const QByteArray &value)
{
    const QByteArray stored = rawMember(object, key);
    const QByteArray name = quotedJson(QString::fromLatin1(key)) + ':';
    const qsizetype keyAt = object.indexOf(name);
    const qsizetype valueAt = keyAt < 0 || stored.isEmpty() ? -1 : object.indexOf(stored, keyAt + name.size());
    if (valueAt < 0)
        return {};
    return object.left(valueAt) + value + object.mid(valueAt + stored.size());
}

} // namespace

class TestLive : public QObject
{
    Q_OBJECT

private slots:
    void mission_data();
    void mission();
    void cleanup();

private:
    void connectToServer();
    void listAndPage();
    void filterByAction();
    void filterByText();
    void askStatistics();
    void createAndRetrieve();
    void findByPolling();
    void updateWithPut();
    void updateWithPatch();
    void refuseBadFields();
    void markSeenAndUnseen();
    void deleteWhatWasMade();
    void refuseWrongToken();

    [[nodiscard]] bool isDemo() const { return m_demo != nullptr || m_isContract; }
    [[nodiscard]] ApiClientOptions options(const QByteArray &token) const;
    void load(const EventQuery &query);

    std::unique_ptr<DemoServer> m_demo;
    bool m_isContract = false;
    ServerAddress m_address;
    QByteArray m_token;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<EventTableModel> m_model;
    std::unique_ptr<EventFeed> m_feed;
    ServerInfo m_info;
    QString m_madeId; // of the event made here, while it exists
};

void TestLive::mission_data()
{
    QTest::addColumn<std::optional<DemoRelease>>("release");
    if (qEnvironmentVariableIsSet("TIDINGS_TEST_SERVER")) {
        QTest::newRow("the given server") << std::optional<DemoRelease>();
        return;
    }
    for (const DemoRelease release : {DemoRelease::V2024_8, DemoRelease::V2025_10, DemoRelease::V2026_8})
        QTest::newRow(qPrintable(u"demo "_s + demoVersionText(release))) << std::optional(release);
}

void TestLive::mission()
{
    QFETCH(const std::optional<DemoRelease>, release);
    QString address;
    if (release) {
        DemoOptions demo;
        demo.events = demoEvents;
        demo.notifications = demoNotifications;
        demo.release = *release;
        m_demo = std::make_unique<DemoServer>(demo);
        QVERIFY(m_demo->listen());
        address = u"http://127.0.0.1:%1"_s.arg(m_demo->port());
        m_token = m_demo->token().toUtf8();
    } else {
        address = qEnvironmentVariable("TIDINGS_TEST_SERVER");
        m_token = qgetenv("TIDINGS_TEST_TOKEN").trimmed();
        m_isContract = qEnvironmentVariable("TIDINGS_TEST_CONTRACT") == u"1"_s;
        QVERIFY2(!m_token.isEmpty(), "TIDINGS_TEST_SERVER needs TIDINGS_TEST_TOKEN beside it");
    }
    const auto parsed = ServerAddress::parse(address);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error()));
    m_address = *parsed;
    m_client = std::make_unique<ApiClient>(options(m_token));
    m_model = std::make_unique<EventTableModel>();
    m_feed = std::make_unique<EventFeed>(*m_model);

    STEP(connectToServer());
    if (release)
        QCOMPARE(m_info.version, demoVersionText(*release));
    STEP(listAndPage());
    STEP(filterByAction());
    STEP(filterByText());
    STEP(askStatistics());
    STEP(createAndRetrieve());
    STEP(findByPolling());
    STEP(updateWithPut());
    // These edit, or try to edit, what others made.
    if (isDemo())
        STEP(updateWithPatch());
    // A request that breaks the schema on purpose: nothing for a proxy that counts such requests.
    if (!m_isContract)
        STEP(refuseBadFields());
    STEP(markSeenAndUnseen());
    STEP(deleteWhatWasMade());
    STEP(refuseWrongToken());
}

void TestLive::cleanup()
{
    if (m_client && !m_madeId.isEmpty()) {
        const auto removed = remove(*m_client, m_madeId);
        if (!removed)
            qWarning("Event %s is left on the server: %s", qPrintable(m_madeId), qPrintable(reasonOf(removed)));
    }
    m_madeId.clear();
    m_feed.reset();
    m_model.reset();
    m_client.reset();
    m_demo.reset();
    m_info = {};
    m_isContract = false;
}

ApiClientOptions TestLive::options(const QByteArray &token) const
{
    ApiClientOptions options;
    options.address = m_address;
    options.token = token;
    return options;
}

// Shows the events of a query, as far as the first rows.
void TestLive::load(const EventQuery &query)
{
    m_feed->setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(m_feed->state() != FeedState::Loading, patience);
    QVERIFY2(m_feed->state() != FeedState::Failed, qPrintable(reasonOf(Result<int>(Failure(m_feed->error())))));
}

void TestLive::connectToServer()
{
    ServerProbe probe(*m_client);
    QSignalSpy succeeded(&probe, &ServerProbe::succeeded);
    QSignalSpy failed(&probe, &ServerProbe::failed);
    probe.start();
    QTRY_VERIFY_WITH_TIMEOUT(!succeeded.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY2(failed.isEmpty(), qPrintable(describe(failed.value(0).value(0).value<ApiError>())));

    m_info = probe.info();
    QVERIFY(m_info.user.pk > 0);
    QVERIFY(!m_info.user.username.isEmpty());
    QCOMPARE(m_info.capabilities.viewEvents, Right::Granted);
    QVERIFY(m_info.capabilities.knownActions.contains(u"login"_s));
    QVERIFY(m_info.capabilities.knownActions.contains(u"login_failed"_s));
    QVERIFY(m_info.capabilities.knownActions.contains(u"custom_"_s));
    QVERIFY(m_info.eventCount >= 0);
    QVERIFY(m_info.unseenCount >= 0);
    if (const auto release = Release::parse(m_info.version))
        QCOMPARE(m_info.capabilities.hasActionsParameter, (*release >= Release{2025, 6}));
}

void TestLive::listAndPage()
{
    m_feed->setClient(m_client.get());
    m_feed->setCapabilities(m_info.capabilities);
    QTRY_VERIFY_WITH_TIMEOUT(m_feed->state() != FeedState::Loading, patience);
    QVERIFY(m_feed->state() != FeedState::Failed);
    QVERIFY2(m_model->rowCount() > 0, "a server without any event shows nothing about the program");
    const int firstRows = m_model->rowCount();

    int pages = 1;
    while (m_feed->state() == FeedState::Idle && (m_demo || pages < mostPages)) {
        m_feed->loadMore();
        QTRY_VERIFY_WITH_TIMEOUT(m_feed->state() != FeedState::Loading, patience);
        ++pages;
    }
    QVERIFY(m_feed->state() != FeedState::Failed);
    if (m_info.eventCount > firstRows)
        QVERIFY(m_model->rowCount() > firstRows);
    QVERIFY(m_feed->matching() >= m_model->rowCount());

    QSet<QByteArray> keys;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Event event = m_model->eventAt(row);
        QVERIFY(isUuid(event.id));
        // Of a real server any text may have been stored.
        if (m_demo)
            QVERIFY(!event.action.isEmpty());
        QVERIFY(event.created.has_value());
        QVERIFY(!keys.contains(event.key()));
        keys += event.key();
        if (row > 0)
            QVERIFY(!m_model->positionOf(row - 1).isAfter(m_model->positionOf(row)));
    }
    if (m_demo) {
        QCOMPARE(m_feed->state(), FeedState::Complete);
        QCOMPARE(static_cast<quint32>(m_model->rowCount()), m_demo->eventCount());
        for (quint32 n = 0; n < m_demo->eventCount(); ++n)
            QVERIFY(keys.contains(m_demo->eventId(n).toUtf8()));
    }
}

void TestLive::filterByAction()
{
    // Counted before the filter is set: the server's own `action` also finds login_failed under "login".
    int logins = 0;
    int others = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString action = m_model->eventAt(row).action;
        logins += action == "login"_L1 ? 1 : 0;
        others += action != "login"_L1 && action.contains("login"_L1) ? 1 : 0;
    }

    EventQuery query;
    query.actions = {u"login"_s};
    STEP(load(query));
    while (m_demo && m_feed->state() == FeedState::Idle) {
        m_feed->loadMore();
        QTRY_VERIFY_WITH_TIMEOUT(m_feed->state() != FeedState::Loading, patience);
    }
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->eventAt(row).action, u"login"_s);
    if (m_demo) {
        QVERIFY(logins > 0);
        QVERIFY2(others > 0, "without a failed login among the rows the filter has nothing to keep out");
        QCOMPARE(m_model->rowCount(), logins);
    } else if (logins > 0) {
        QVERIFY(m_model->rowCount() > 0);
    }
}

void TestLive::filterByText()
{
    STEP(load({}));
    static const QRegularExpression plainName(u"^[A-Za-z][A-Za-z0-9]{2,}$"_s);
    QString word;
    for (int row = 0; row < m_model->rowCount() && word.isEmpty(); ++row) {
        const QString name = m_model->eventAt(row).user.username;
        if (plainName.match(name).hasMatch())
            word = name;
    }
    if (word.isEmpty())
        word = m_model->eventAt(0).action;

    EventQuery query;
    query.text = word;
    STEP(load(query));
    QCOMPARE(m_feed->plan().engine, QueryEngine::PlainSearch);
    QVERIFY(m_model->rowCount() > 0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QString text = QString::fromUtf8(m_model->eventAt(row).raw);
        QVERIFY2(text.contains(word, Qt::CaseInsensitive), qPrintable(text));
    }
    if (m_demo)
        QVERIFY(m_feed->matching() < m_info.eventCount);

    query.text = u"no-such-word-7f3a91c2d4"_s;
    STEP(load(query));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_feed->state(), FeedState::Complete);

    query.text = u"action = \"login_failed\""_s;
    STEP(load(query));
    // Where the language is not answered, a filter narrows the list and the rows are checked here.
    const bool answersAkql = m_info.capabilities.answersAkql;
    QCOMPARE(m_feed->plan().engine, answersAkql ? QueryEngine::Akql : QueryEngine::ServerFilters);
    QCOMPARE(m_feed->plan().isPartlyLocal(), !answersAkql);
    // The oldest servers only know of parts of action names.
    QCOMPARE(m_feed->plan().warning.isEmpty(), answersAkql || m_info.capabilities.hasActionsParameter);
    for (int row = 0; row < m_model->rowCount(); ++row)
        QCOMPARE(m_model->eventAt(row).action, u"login_failed"_s);
    if (m_demo)
        QVERIFY(m_model->rowCount() > 0);
}

void TestLive::askStatistics()
{
    const auto actions = await<QList<ActionInfo>>([&](QObject *context, ApiClient::Callback<QList<ActionInfo>> done) {
        return m_client->eventActions(context, std::move(done));
    });
    VERIFY_RESULT(actions);
    QStringList values;
    for (const ActionInfo &action : *actions) {
        QVERIFY(!action.label.isEmpty());
        values += action.value;
    }
    QCOMPARE(values, m_info.capabilities.knownActions);

    const auto volume = fetchVolume(*m_client, {}, 7);
    VERIFY_RESULT(volume);
    const bool tellsActions = m_info.capabilities.hasActionsParameter;
    const Timestamp now = fromDateTime(QDateTime::currentDateTimeUtc());
    for (const VolumeBucket &bucket : *volume) {
        QVERIFY(bucket.count >= 0);
        QVERIFY(bucket.time > now - 9 * microsPerDay);
        QVERIFY(bucket.time < now + microsPerDay);
        if (m_demo)
            QCOMPARE(!bucket.action.isEmpty(), tellsActions);
    }
    EventListQuery failures;
    failures.action = u"login_failed"_s;
    const auto failedLogins = fetchVolume(*m_client, failures, 7);
    VERIFY_RESULT(failedLogins);
    for (const VolumeBucket &bucket : *failedLogins) {
        if (tellsActions)
            QVERIFY(bucket.action.contains("login_failed"_L1));
    }
    if (m_demo) {
        QVERIFY(sumOf(*volume) > 0);
        QVERIFY(sumOf(*volume) <= m_info.eventCount);
        QVERIFY(sumOf(*failedLogins) < sumOf(*volume));
    }

    constexpr int most = 3;
    const auto top
        = await<QList<TopApplication>>([&](QObject *context, ApiClient::Callback<QList<TopApplication>> done) {
              return m_client->topApplications(most, context, std::move(done));
          });
    VERIFY_RESULT(top);
    if (m_demo)
        QCOMPARE(top->size(), most);
    QVERIFY(top->size() <= most);
    for (qsizetype i = 0; i < top->size(); ++i) {
        if (m_demo)
            QVERIFY(!top->at(i).application.isEmpty());
        QVERIFY(top->at(i).users >= 1);
        QVERIFY(top->at(i).events >= top->at(i).users);
        if (i > 0)
            QVERIFY(top->at(i - 1).events >= top->at(i).events);
    }
}

void TestLive::createAndRetrieve()
{
    EventChanges fields;
    // Known to every release, and none of authentik's own notification rules waits for it.
    fields.action = u"policy_execution"_s;
    fields.app = u"org.tidings.tests"_s;
    fields.clientIp = u"192.0.2.17"_s;
    fields.context = R"({"message":"Made by a test, may be deleted","zeta":{"b":1,"a":[3,2,1]},)"
                     R"("big":12345678901234567890123,"alpha":"Grüße \" \\ <b>","note":"before"})"_ba;
    const auto made = create(*m_client, fields);
    VERIFY_RESULT(made);
    m_madeId = made->id;
    QVERIFY(isUuid(m_madeId));

    const auto event = fetchEvent(*m_client, m_madeId);
    VERIFY_RESULT(event);
    QCOMPARE(event->id, m_madeId);
    QCOMPARE(event->action, *fields.action);
    QCOMPARE(event->app, *fields.app);
    QCOMPARE(event->clientIp, *fields.clientIp);
    QCOMPARE(event->context.message, u"Made by a test, may be deleted"_s);
    QVERIFY(event->created.has_value());
    const QByteArray context = rawMember(event->raw, "context");
    QCOMPARE(rawMember(context, "big"), "12345678901234567890123"_ba);
    QCOMPARE(compactJson(rawMember(context, "note")), "\"before\""_ba);
    // A real server's database puts the keys into an order of its own; the demo server leaves them.
    if (isDemo())
        QCOMPARE(compactJson(context), *fields.context);
}

void TestLive::findByPolling()
{
    STEP(load({}));
    QVERIFY2(m_model->rowOf(m_madeId.toUtf8()) >= 0, "the new event is not in the list");

    // A second one arrives while the list is shown.
    EventChanges fields;
    fields.action = u"policy_execution"_s;
    fields.app = u"org.tidings.tests"_s;
    const auto second = create(*m_client, fields);
    VERIFY_RESULT(second);
    auto removal = qScopeGuard([&] {
        const auto removed = remove(*m_client, second->id);
        if (!removed)
            qWarning("Event %s is left on the server: %s", qPrintable(second->id), qPrintable(reasonOf(removed)));
    });
    QCOMPARE(m_model->rowOf(second->key()), -1);
    QSignalSpy arrived(m_feed.get(), &EventFeed::arrived);
    m_feed->poll();
    QTRY_VERIFY_WITH_TIMEOUT(m_model->rowOf(second->key()) >= 0, patience);
    QVERIFY(!arrived.isEmpty());
    QVERIFY(m_model->rowOf(second->key()) < m_model->rowOf(m_madeId.toUtf8()));
}

void TestLive::updateWithPut()
{
    const auto before = fetchEvent(*m_client, m_madeId);
    VERIFY_RESULT(before);
    EventChanges changes;
    changes.clientIp = u"2001:db8::42"_s;
    changes.context = withMember(rawMember(before->raw, "context"), "note", R"("after")"_ba);
    QVERIFY(!changes.context->isEmpty());
    QCOMPARE(updateWrite(*before, changes, m_info.capabilities.knownActions).verb, EventWrite::Verb::Put);

    const auto answer = await<Event>([&](QObject *context, ApiClient::Callback<Event> done) {
        return m_client->updateEvent(*before, changes, m_info.capabilities.knownActions, context, std::move(done));
    });
    VERIFY_RESULT(answer);
    QCOMPARE(answer->id, m_madeId);

    const auto after = fetchEvent(*m_client, m_madeId);
    VERIFY_RESULT(after);
    QByteArray expected = withMember(before->raw, "context", *changes.context);
    expected = withMember(expected, "client_ip", R"("2001:db8::42")"_ba);
    QVERIFY(expected != before->raw);
    QCOMPARE(after->raw, expected);
    QCOMPARE(rawMember(rawMember(after->raw, "context"), "big"), "12345678901234567890123"_ba);
}

void TestLive::updateWithPatch()
{
    // A PUT of an action outside the server's enum would be refused for a field that nobody touched.
    EventListQuery query;
    query.action = u"custom_"_s;
    query.pageSize = 100;
    const auto page = fetchEvents(*m_client, query);
    VERIFY_RESULT(page);
    const QStringList &known = m_info.capabilities.knownActions;
    const auto custom = std::find_if(page->items.cbegin(), page->items.cend(),
        [&known](const Event &event) { return isRefusedByEnum(event.action, known); });
    QVERIFY2(custom != page->items.cend(), "the demo server has no event with a custom action");

    const auto before = fetchEvent(*m_client, custom->id);
    VERIFY_RESULT(before);
    EventChanges changes;
    changes.clientIp = u"198.51.100.77"_s;
    QCOMPARE(updateWrite(*before, changes, known).verb, EventWrite::Verb::Patch);
    const auto answer = await<Event>([&](QObject *context, ApiClient::Callback<Event> done) {
        return m_client->updateEvent(*before, changes, known, context, std::move(done));
    });
    VERIFY_RESULT(answer);
    const auto after = fetchEvent(*m_client, before->id);
    VERIFY_RESULT(after);
    QCOMPARE(after->raw, withMember(before->raw, "client_ip", R"("198.51.100.77")"_ba));
}

void TestLive::refuseBadFields()
{
    EventChanges fields;
    fields.action = u"no_such_action"_s;
    fields.app = QString();
    const auto made = create(*m_client, fields);
    if (made) {
        static_cast<void>(remove(*m_client, made->id));
        QFAIL("the server took an event that it should refuse");
    }
    QCOMPARE(made.error().kind, ApiError::Kind::Validation);
    QCOMPARE(made.error().httpStatus, 400);
    QCOMPARE(made.error().fieldErrors.keys(), (QStringList{u"action"_s, u"app"_s}));
    QVERIFY(!made.error().fieldErrors.value(u"action"_s).isEmpty());
    QVERIFY(!made.error().fieldErrors.value(u"app"_s).isEmpty());

    const auto before = fetchEvent(*m_client, m_madeId);
    VERIFY_RESULT(before);
    EventChanges changes;
    changes.clientIp = u"not an address"_s;
    const auto refused = await<Event>([&](QObject *context, ApiClient::Callback<Event> done) {
        return m_client->updateEvent(*before, changes, m_info.capabilities.knownActions, context, std::move(done));
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ApiError::Kind::Validation);
    QCOMPARE(refused.error().fieldErrors.keys(), QStringList{u"client_ip"_s});
    const auto after = fetchEvent(*m_client, m_madeId);
    VERIFY_RESULT(after);
    QCOMPARE(after->raw, before->raw);
}

void TestLive::markSeenAndUnseen()
{
    NotificationTableModel model;
    NotificationFeed feed(model);
    QSignalSpy failures(&feed, &NotificationFeed::changeFailed);
    feed.setClient(m_client.get(), m_info.user.pk);
    QTRY_VERIFY_WITH_TIMEOUT(feed.state() != FeedState::Loading, patience);
    QVERIFY(feed.state() != FeedState::Failed);
    QTRY_VERIFY_WITH_TIMEOUT(feed.unseenTotal() >= 0, patience);
    if (model.rowCount() == 0) {
        QVERIFY2(!isDemo(), "the demo server has no notifications");
        qInfo("The owner of the token has no notification; marking one as seen was not tried.");
        return;
    }
    int row = 0;
    while (row < model.rowCount() - 1 && model.notification(row).seen)
        ++row;
    const QString id = model.notification(row).id;
    const bool original = model.notification(row).seen;
    const qint64 unseen = feed.unseenTotal();

    for (const bool seen : {!original, original}) {
        feed.setSeen({id.toUtf8()}, seen);
        QTRY_COMPARE_WITH_TIMEOUT(feed.changer().pending(), 0, patience);
        QVERIFY2(failures.isEmpty(), qPrintable(describe(failures.value(0).value(1).value<ApiError>())));
        QCOMPARE(model.notification(row).id, id);
        QCOMPARE(model.notification(row).seen, seen);
        QVERIFY(!model.isPending(row));
        const auto stored = fetchNotification(*m_client, id);
        VERIFY_RESULT(stored);
        QCOMPARE(stored->seen, seen);
        if (isDemo())
            QCOMPARE(feed.unseenTotal(), seen == original ? unseen : unseen + (seen ? -1 : 1));
    }

    // All at once and back; on a real server that would be somebody's whole inbox.
    if (!isDemo())
        return;
    QVERIFY(unseen > 1);
    feed.markAllSeen();
    QTRY_COMPARE_WITH_TIMEOUT(feed.unseenTotal(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(feed.changer().pending(), 0, patience);
    QVERIFY(failures.isEmpty());
    QVERIFY(feed.undoStack().canUndo());
    feed.undoStack().undo();
    QTRY_COMPARE_WITH_TIMEOUT(feed.changer().pending(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(feed.unseenTotal(), unseen, patience);
    QVERIFY(failures.isEmpty());
    const auto restored = fetchNotification(*m_client, id);
    VERIFY_RESULT(restored);
    QCOMPARE(restored->seen, original);
}

void TestLive::deleteWhatWasMade()
{
    const QString id = m_madeId;
    const auto removed = remove(*m_client, id);
    VERIFY_RESULT(removed);
    m_madeId.clear();

    const auto event = fetchEvent(*m_client, id);
    QVERIFY(!event);
    QCOMPARE(event.error().kind, ApiError::Kind::NotFound);
    QCOMPARE(event.error().httpStatus, 404);
    m_feed->reload();
    QTRY_VERIFY_WITH_TIMEOUT(m_feed->state() != FeedState::Loading, patience);
    QVERIFY(m_feed->state() != FeedState::Failed);
    QCOMPARE(m_model->rowOf(id.toUtf8()), -1);
    if (m_demo)
        QCOMPARE(m_demo->eventCount(), demoEvents);
}

void TestLive::refuseWrongToken()
{
    ApiClient client(options("not-the-token-of-this-server"_ba));
    ServerProbe probe(client);
    QSignalSpy succeeded(&probe, &ServerProbe::succeeded);
    QSignalSpy failed(&probe, &ServerProbe::failed);
    probe.start();
    QTRY_VERIFY_WITH_TIMEOUT(!succeeded.isEmpty() || !failed.isEmpty(), patience);
    QVERIFY(succeeded.isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0].at(0).value<ApiError>().kind, ApiError::Kind::TokenInvalid);
    QCOMPARE(failed[0].at(1).value<ServerProbe::Stage>(), ServerProbe::Stage::Token);
}

QTEST_GUILESS_MAIN(TestLive)

#include "tst_live.moc"
