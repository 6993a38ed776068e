// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfeed.h"
#include "rangeloader.h"
#include "support/records.h"
#include "support/site.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <deque>
#include <map>
#include <random>
#include <set>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp second = 1'000'000;
constexpr Timestamp start = 1'795'168'800 * second;

using Key = std::pair<Timestamp, QString>;

struct NewestFirst
{
    bool operator()(const Key &a, const Key &b) const
    {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    }
};

Event eventOf(const Key &key)
{
    Event event;
    event.id = key.second;
    event.created = key.first;
    event.raw = key.second.toUtf8();
    return event;
}

// A list as authentik pages it, that changes whenever something is asked. Answers come one after the other, in an order
// that the seed decides.
class List
{
public:
    explicit List(quint32 seed)
        : m_random(seed)
    {
    }

    std::set<Key, NewestFirst> rows;
    int maxPage = 100;
    bool ignoresBounds = false;
    Timestamp zone = 0;
    double insertions = 0; // on average, a request
    double deletions = 0;
    int refusals = 0; // so many requests get 429 first
    double failures = 0; // this part of the requests gets no answer
    bool isForbidden = false;
    std::set<QString> tooLarge; // rows that alone are too large for the client
    int requests = 0;
    int mostUnderWay = 0;
    int deepestOffset = 0;

    void fill(int count, Timestamp longestPause)
    {
        for (int i = 0; i < count; ++i)
            insert(static_cast<Timestamp>(m_random() % static_cast<quint64>(longestPause + 1)));
    }

    RangeReader::Fetch fetch()
    {
        return [this](PageWindow window, const RangeReader::Bounds &bounds,
                   std::function<void(Result<Page<Event>>)> done) {
            ++requests;
            deepestOffset = std::max(deepestOffset, static_cast<int>(window.offset()));
            m_waiting.push_back([this, window, bounds, done] { done(answer(window, bounds)); });
            mostUnderWay = std::max(mostUnderWay, static_cast<int>(m_waiting.size()));
            return PendingCall();
        };
    }

    // False when a client keeps asking.
    bool run(const std::function<bool()> &isDone = [] { return false; })
    {
        for (int turns = 0; turns < 200'000; ++turns) {
            QCoreApplication::processEvents();
            if (isDone())
                return true;
            if (m_waiting.empty()) {
                QCoreApplication::processEvents();
                if (m_waiting.empty())
                    return true;
            }
            change();
            const auto chosen = m_waiting.begin() + static_cast<std::ptrdiff_t>(m_random() % m_waiting.size());
            const auto task = *chosen;
            m_waiting.erase(chosen);
            task();
        }
        return false;
    }

    [[nodiscard]] std::set<QString> ids() const
    {
        std::set<QString> found;
        for (const Key &key : rows)
            found.insert(key.second);
        return found;
    }

private:
    void insert(Timestamp pause)
    {
        m_now += pause;
        // Not in the order of time, as real ids are.
        rows.emplace(m_now, uuidOf(static_cast<int>((m_added++ * 7919) % 1'000'003)));
    }

    void change()
    {
        const auto times = [this](double average) {
            return std::poisson_distribution<int>(average)(m_random);
        };
        for (int i = insertions > 0 ? times(insertions) : 0; i > 0; --i)
            insert(static_cast<Timestamp>(m_random() % 300'000));
        for (int i = deletions > 0 ? times(deletions) : 0; i > 0 && !rows.empty(); --i)
            rows.erase(std::next(rows.begin(), static_cast<std::ptrdiff_t>(m_random() % rows.size())));
    }

    [[nodiscard]] Result<Page<Event>> answer(PageWindow window, const RangeReader::Bounds &bounds)
    {
        ApiError error;
        if (refusals > 0) {
            --refusals;
            error.kind = ApiError::Kind::RateLimited;
            error.retryAfter = 0s;
            return Failure(error);
        }
        if (isForbidden) {
            error.kind = ApiError::Kind::Forbidden;
            return Failure(error);
        }
        if (failures > 0 && std::bernoulli_distribution(failures)(m_random)) {
            error.kind = m_random() % 2 == 0 ? ApiError::Kind::Unreachable : ApiError::Kind::Server;
            return Failure(error);
        }
        auto first = rows.begin();
        auto end = rows.end();
        if (bounds.until && !ignoresBounds)
            first = rows.lower_bound({*bounds.until + zone - 1, QString()});
        if (bounds.from && !ignoresBounds)
            end = rows.upper_bound({*bounds.from + zone, u"~"_s});
        const auto count = static_cast<int>(std::distance(first, end));
        const int size = std::min(window.size, maxPage);
        Page<Event> page;
        page.count = count;
        page.totalPages = std::max(1, (count + size - 1) / size);
        if (window.page > page.totalPages) {
            error.kind = ApiError::Kind::NotFound;
            return Failure(error);
        }
        page.current = window.page;
        page.next = window.page < page.totalPages ? window.page + 1 : 0;
        const int offset = (window.page - 1) * size;
        auto row = std::next(first, offset);
        for (int i = offset; i < std::min(count, offset + size); ++i, ++row) {
            if (tooLarge.count(row->second) > 0) {
                error.kind = ApiError::Kind::TooLarge;
                return Failure(error);
            }
            page.items += eventOf(*row);
        }
        return page;
    }

    std::mt19937_64 m_random;
    std::vector<std::function<void()>> m_waiting;
    Timestamp m_now = start;
    int m_added = 0;
};

// The owner of a loader: what it would show.
struct Reading
{
    Reading(List &server, bool keyset, const RowSpan &given = {})
        : Reading(server, server.fetch(), keyset, given)
    {
    }
    Reading(List &server, const RangeReader::Fetch &fetch, bool keyset, const RowSpan &given = {})
        : loader(fetch, 100, 4, keyset, given, nullptr)
        , list(server)
    {
        loader.setPatience(0ms);
        QObject::connect(&loader, &RangeLoader::cellRead, &loader, [this](const RangeCell &cell) {
            ++cells;
            std::set<QString> there;
            std::optional<RowPosition> before = cell.span.after;
            for (const Event &row : cell.rows) {
                there.insert(row.id);
                isOrdered
                    = isOrdered && cell.span.contains(positionOf(row)) && (!before || positionOf(row).isAfter(*before));
                before = positionOf(row);
                const bool isNew = shown.emplace(row.id, positionOf(row)).second;
                repeated += isNew || loader.isComplete() || isGivenUp ? 0 : 1;
            }
            const RowSpan &span = cell.span;
            for (auto row = shown.begin(); row != shown.end();)
                row = span.contains(row->second) && there.count(row->first) == 0 ? shown.erase(row) : std::next(row);
        });
        QObject::connect(&loader, &RangeLoader::failed, &loader, [this](const ApiError &failure) { error = failure; });
    }

    // False when it keeps asking.
    bool load()
    {
        loader.start();
        return list.run();
    }
    bool pollAndRun()
    {
        poll();
        return list.run();
    }
    // What a poll does: the rows on top, and the count.
    void poll()
    {
        QList<Event> fresh;
        for (const Key &row : list.rows) {
            if (loader.newest() && row.first < loader.newest()->created)
                break;
            if (list.tooLarge.count(row.second) == 0)
                fresh += eventOf(row);
        }
        for (const Event &row : fresh)
            shown.emplace(row.id, positionOf(row));
        loader.addOnTop(fresh);
        loader.check(static_cast<qint64>(list.rows.size()));
    }

    [[nodiscard]] std::set<QString> ids() const
    {
        std::set<QString> found;
        for (const auto &[id, position] : shown)
            found.insert(id);
        return found;
    }

    RangeLoader loader;
    List &list;
    std::map<QString, RowPosition> shown;
    int cells = 0;
    int repeated = 0;
    bool isOrdered = true;
    bool isGivenUp = false; // time bounds: it begins anew
    std::optional<ApiError> error;
};

// As QTest::qWaitFor(), which sleeps for 10 ms at every turn of the event loop: each request has several.
bool waitFor(const std::function<bool()> &isMet, int milliseconds = 100'000)
{
    const QDeadlineTimer deadline(milliseconds);
    QTimer tick;
    tick.start(50);
    while (!isMet()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

bool waitForState(const EventFeed &feed, FeedState state)
{
    return waitFor([&] { return feed.state() == state; });
}

std::set<QString> idsOf(const EventTableModel &model)
{
    std::set<QString> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.insert(QString::fromLatin1(model.keyOf(row))); // often asked for
    return ids;
}

// A feed that polls when it is told to.
struct Feed
{
    Feed() { feed.poller().setInterval(1h); }
    explicit Feed(const Site &site)
        : Feed()
    {
        feed.setClient(site.client.get());
    }

    EventTableModel model;
    EventFeed feed{model};
};

constexpr int attempts = 3; // of a client, for each request

std::set<QString> idsOf(const DemoServer &server)
{
    std::set<QString> ids;
    for (quint32 n = 0; n < server.eventCount(); ++n)
        ids.insert(server.eventId(n));
    return ids;
}

} // namespace

class RangeLoaderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // How many requests at a time
    void pace()
    {
        const auto answer = [](RequestPace &pace, int times, qint64 milliseconds) {
            for (int i = 0; i < times; ++i) {
                pace.started();
                pace.answered(milliseconds);
            }
        };
        RequestPace pace(4);
        QCOMPARE(pace.allowed(), 2);
        pace.started();
        QVERIFY(pace.hasRoom());
        pace.started();
        QVERIFY(!pace.hasRoom());
        pace.dropped();
        QVERIFY(pace.hasRoom());
        pace.answered(10);
        answer(pace, 20, 10);
        QCOMPARE(pace.allowed(), 4);
        answer(pace, 50, 10);
        QCOMPARE(pace.allowed(), 4);
        answer(pace, 50, 2000); // neither quick nor slow
        QCOMPARE(pace.allowed(), 4);
        answer(pace, 2, 10'000);
        QCOMPARE(pace.allowed(), 2);
        answer(pace, 9, 10'000);
        QCOMPARE(pace.allowed(), 1);
        answer(pace, 20, 10);
        QCOMPARE(pace.allowed(), 4);
        pace.refused();
        QCOMPARE(pace.allowed(), 1);
        answer(pace, 9, 10); // not at once
        QCOMPARE(pace.allowed(), 1);
        answer(pace, 30, 10);
        QCOMPARE(pace.allowed(), 4);
        QCOMPARE(RequestPace(1).allowed(), 1);
    }

    // Which rows of the model a stretch that was read does not confirm
    void missingRows()
    {
        EventTableModel model;
        QList<Event> events;
        for (int i = 0; i < 10; ++i)
            events += makeEvent({.id = uuidOf(i), .created = timeText(-i / 2)}); // two in a moment
        events += makeEvent({.id = uuidOf(99), .created = u"unreadable"_s});
        model.merge(events);
        const auto missing = [&](const RowSpan &span, const QList<Event> &rows) {
            QStringList ids;
            const QList<QByteArray> keys = model.missingFrom(span, rows);
            for (const QByteArray &key : keys)
                ids += QString::number(QString::fromLatin1(key.right(4)).toInt(nullptr, 16));
            return ids.join(u' ');
        };
        const auto place = [&](int i) {
            return positionOf(events.at(i));
        };
        QCOMPARE(missing({}, events), QString());
        QCOMPARE(missing({}, {}), u"0 1 2 3 4 5 6 7 8 9"_s);
        QCOMPARE(missing({place(2), place(5)}, {}), u"3 4 5"_s);
        QCOMPARE(missing({place(2), place(5)}, {events.at(4)}), u"3 5"_s);
        QCOMPARE(missing({std::nullopt, place(1)}, {events.at(0)}), u"1"_s);
        QCOMPARE(missing({place(7), std::nullopt}, {}), u"8 9"_s);
        // Places between moments
        QCOMPARE(missing({RowPosition{place(2).created, {}}, RowPosition{place(4).created, {}}}, {}), u"2 3"_s);
        QCOMPARE(missing({place(9), std::nullopt}, {}), QString());
    }

    void quietList_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::addColumn<int>("rows");
        QTest::addColumn<qint64>("pause");
        QTest::addColumn<int>("maxPage");
        QTest::addColumn<int>("mostRequests");
        for (const bool keyset : {true, false}) {
            const auto name = [keyset](const char *text) {
                return QByteArray(keyset ? "time " : "pages ") + text;
            };
            QTest::newRow(name("empty").constData()) << keyset << 0 << qint64(0) << 100 << 2;
            QTest::newRow(name("one page").constData()) << keyset << 80 << 10 * second << 100 << 2;
            QTest::newRow(name("even").constData()) << keyset << 5000 << 10 * second << 100 << (keyset ? 100 : 60);
            QTest::newRow(name("sparse").constData()) << keyset << 2000 << 100'000 * second << 100 << 60;
            QTest::newRow(name("many a second").constData()) << keyset << 3000 << qint64(1000) << 100 << 60;
            QTest::newRow(name("clamped").constData()) << keyset << 2000 << 5 * second << 30 << 160;
        }
    }

    // All rows, once, in order, with not many more requests than pages.
    void quietList()
    {
        QFETCH(bool, keyset);
        QFETCH(int, rows);
        QFETCH(qint64, pause);
        QFETCH(int, maxPage);
        QFETCH(int, mostRequests);
        List list(1);
        list.fill(rows, pause);
        list.maxPage = maxPage;
        Reading reading(list, keyset);
        QSignalSpy completed(&reading.loader, &RangeLoader::completed);
        QVERIFY(reading.load());
        QCOMPARE(completed.size(), 1);
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.isOrdered);
        QCOMPARE(reading.repeated, 0);
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), rows);
        QCOMPARE(reading.loader.count(), rows);
        QVERIFY2(list.requests <= mostRequests, qPrintable(QString::number(list.requests)));
        if (rows > 1000 && maxPage == 100 && pause >= second) {
            QCOMPARE(list.mostUnderWay, 4);
            if (keyset)
                QCOMPARE(list.deepestOffset, 0);
        }
        list.requests = 0;
        QVERIFY(reading.pollAndRun()); // nothing new: nothing to ask
        QCOMPARE(list.requests, 0);
    }

    void busyList_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<qint64>("pause");
        QTest::addColumn<double>("insertions");
        QTest::addColumn<double>("deletions");
        QTest::addColumn<double>("failures");
        for (const bool keyset : {true, false}) {
            for (quint32 seed = 1; seed <= 3; ++seed) {
                const QByteArray name = QByteArray(keyset ? "time " : "pages ") + QByteArray::number(seed);
                QTest::newRow((name + " few").constData()) << keyset << seed << 20 * second << 0.3 << 0.3 << 0.0;
                QTest::newRow((name + " going").constData()) << keyset << seed << 3 * second << 0.0 << 4.0 << 0.0;
                QTest::newRow((name + " coming").constData()) << keyset << seed << qint64(200'000) << 3.0 << 0.5 << 0.1;
                QTest::newRow((name + " dense").constData()) << keyset << seed << qint64(4000) << 3.0 << 3.0 << 0.0;
                QTest::newRow((name + " failing").constData()) << keyset << seed << 2 * second << 1.0 << 1.0 << 0.3;
                QTest::newRow((name + " dense, failing").constData())
                    << keyset << seed << qint64(4000) << 1.0 << 1.0 << 0.3;
            }
        }
    }

    // Rows come and go while it loads; when that has stopped, a poll puts everything right.
    void busyList()
    {
        QFETCH(bool, keyset);
        QFETCH(quint32, seed);
        QFETCH(qint64, pause);
        QFETCH(double, insertions);
        QFETCH(double, deletions);
        QFETCH(double, failures);
        List list(seed);
        list.fill(2500, pause);
        list.failures = failures;
        list.insertions = insertions;
        list.deletions = deletions;
        Reading reading(list, keyset);
        // To the end, also when a request fails again and again.
        const auto finish = [&] {
            for (int i = 0; i < 200 && !reading.loader.isComplete(); ++i) {
                reading.error.reset();
                reading.loader.start();
                if (!list.run([&] { return reading.loader.isComplete(); }))
                    return false;
            }
            return reading.loader.isComplete();
        };
        QVERIFY(finish());
        QVERIFY(reading.isOrdered);
        // Polls while it goes on
        for (int i = 0; i < 5; ++i) {
            reading.poll();
            QVERIFY(list.run([&] { return !reading.loader.isChecking(); }));
            QVERIFY(finish());
        }
        list.failures = 0;
        list.insertions = 0;
        list.deletions = 0;
        for (int i = 0; i < 3 && reading.ids() != list.ids(); ++i) {
            QVERIFY(reading.pollAndRun());
            QVERIFY(finish());
        }
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), static_cast<qint64>(list.rows.size()));
        QVERIFY(!reading.error);
    }

    // The oldest rows go, as they do when they expire: they are found and dropped without reading the rest.
    void expiry_data() { oneDeletion_data(); }
    void expiry()
    {
        QFETCH(bool, keyset);
        List list(11);
        list.fill(10'000, 10 * second);
        Reading reading(list, keyset);
        QSignalSpy anew(&reading.loader, &RangeLoader::startedAnew);
        QVERIFY(reading.load());
        for (const int left : {4030, 4010, 1, 0}) {
            list.rows.erase(std::next(list.rows.begin(), left), list.rows.end());
            list.requests = 0;
            reading.poll();
            QVERIFY(QTest::qWaitFor([&] { return !list.run() || !reading.loader.isChecking(); })); // drops in turns
            QVERIFY(!reading.loader.isChecking());
            QVERIFY(reading.ids() == list.ids());
            QCOMPARE(reading.loader.loaded(), left);
            QVERIFY(reading.loader.isComplete());
            QVERIFY2(list.requests <= 25, qPrintable(QString::number(list.requests)));
        }
        QCOMPARE(anew.size(), 0);
    }

    // Very many rows go here and there: all is read again, which is no secret.
    void startsAnew_data() { oneDeletion_data(); }
    void startsAnew()
    {
        QFETCH(bool, keyset);
        List list(12);
        list.fill(6000, 10 * second);
        Reading reading(list, keyset);
        QSignalSpy anew(&reading.loader, &RangeLoader::startedAnew);
        QSignalSpy completed(&reading.loader, &RangeLoader::completed);
        QVERIFY(reading.load());
        for (auto row = list.rows.begin(); row != list.rows.end(); ++row)
            row = list.rows.erase(row);
        reading.poll();
        QVERIFY(list.run([&] { return anew.size() > 0; }));
        QCOMPARE(anew.size(), 1);
        QVERIFY(!reading.loader.isComplete());
        reading.loader.pause();
        QVERIFY(list.run());
        QCOMPARE(completed.size(), 1);
        QVERIFY(reading.load());
        QCOMPARE(completed.size(), 2);
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), 3000);
    }

    // A part that was read again does not pass for the whole when the rest fails.
    void failsAnew_data() { oneDeletion_data(); }
    void failsAnew()
    {
        QFETCH(bool, keyset);
        List list(13);
        list.fill(1500, 10 * second);
        Reading reading(list, keyset);
        QVERIFY(reading.load());
        for (auto row = list.rows.begin(); row != list.rows.end(); ++row)
            row = list.rows.erase(row);
        const int cells = reading.cells;
        reading.poll();
        QVERIFY(list.run([&] { return reading.cells > cells + 1; }));
        list.isForbidden = true;
        QVERIFY(list.run());
        QVERIFY(!reading.error); // the next check tells
        QVERIFY(reading.loader.isComplete());
        list.isForbidden = false;
        list.fill(3, second);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(reading.pollAndRun());
        }
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), 753);
    }

    void oversizedRows_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::addColumn<qint64>("pause");
        QTest::newRow("time") << true << 20 * second;
        QTest::newRow("pages") << false << 20 * second;
        QTest::newRow("time, dense") << true << qint64(8000);
        QTest::newRow("pages, dense") << false << qint64(8000);
    }

    // Records that alone are more than the client takes: all others are read, and these are counted.
    void oversizedRows()
    {
        QFETCH(bool, keyset);
        QFETCH(qint64, pause);
        List list(14);
        list.fill(1500, pause);
        std::set<QString> expected = list.ids();
        for (const int place : {0, 333, 700, 701, 702, 1499}) {
            const QString id = std::next(list.rows.begin(), place)->second;
            list.tooLarge.insert(id);
            expected.erase(id);
        }
        Reading reading(list, keyset);
        QVERIFY(reading.load());
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.isOrdered);
        QVERIFY(reading.ids() == expected);
        QCOMPARE(reading.loader.tooLarge(), 6);
        QCOMPARE(reading.loader.loaded(), 1500);
        QVERIFY2(list.requests < 700, qPrintable(QString::number(list.requests)));
        // They do not hide what goes.
        for (const int place : {900, 703, 10}) {
            const auto gone = std::next(list.rows.begin(), place);
            expected.erase(gone->second);
            list.rows.erase(gone);
            QVERIFY(reading.pollAndRun());
            QVERIFY(reading.ids() == expected);
        }
        QCOMPARE(reading.loader.tooLarge(), 6);
        QCOMPARE(reading.loader.loaded(), 1497);
    }

    // Servers that never come to an end
    void endlessLists_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::addColumn<bool>("timeless");
        QTest::addColumn<bool>("meets");
        QTest::newRow("time, older and older") << true << false << true;
        QTest::newRow("pages, older and older") << false << false << true;
        QTest::newRow("time, pages that never meet") << true << false << false;
        QTest::newRow("pages that never meet") << false << false << false;
        QTest::newRow("time, without time") << true << true << false;
        QTest::newRow("pages, without time") << false << true << false;
    }

    void endlessLists()
    {
        QFETCH(bool, keyset);
        QFETCH(bool, timeless);
        QFETCH(bool, meets); // pages are parts of one list
        List list(15);
        std::vector<std::function<void()>> waiting;
        int requests = 0;
        int made = 0;
        const auto fetch = [&](PageWindow window, const RangeReader::Bounds &bounds,
                               const std::function<void(Result<Page<Event>>)> &done) {
            ++requests;
            Page<Event> page;
            page.count = 200;
            page.current = window.page;
            page.next = window.page + 1;
            const Timestamp newest
                = bounds.until.value_or(start) - second * (meets ? window.offset() + 1 : 200 * window.page);
            for (int i = 0; i < window.size; ++i) {
                const Timestamp created = newest - i * second;
                if (meets && bounds.from && created < *bounds.from) {
                    page.next = 0;
                    break;
                }
                Event event = eventOf({created,
                    uuidOf(timeless ? i
                            : meets ? static_cast<int>((start - created) / second)
                                    : ++made)});
                if (timeless)
                    event.created.reset();
                page.items += event;
            }
            waiting.push_back([done, page] { done(page); });
            return PendingCall();
        };
        Reading reading(list, fetch, keyset);
        reading.loader.start();
        for (int turns = 0; turns < 5000 && !reading.error; ++turns) {
            QCoreApplication::processEvents();
            if (waiting.empty())
                continue;
            const auto task = waiting.front();
            waiting.erase(waiting.begin());
            task();
        }
        QVERIFY(reading.error);
        QCOMPARE(reading.error->kind, ApiError::Kind::NotAuthentik);
        QVERIFY2(requests < 2000, qPrintable(QString::number(requests)));
    }

    // Before 1970, and all within a second
    void longAgo_data() { oneDeletion_data(); }
    void longAgo()
    {
        QFETCH(bool, keyset);
        List list(16);
        for (int i = 0; i < 300; ++i)
            list.rows.emplace(-900'000 + i * 2000, uuidOf(i));
        for (int i = 0; i < 50; ++i)
            list.rows.emplace(-1'500'000 - i * second, uuidOf(1000 + i));
        Reading reading(list, keyset);
        QVERIFY(reading.load());
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), 350);
    }

    // The newest second fills more than a page: that the server reads bounds otherwise is noticed there, too.
    void wrongBoundsInADenseSecond_data() { wrongBounds_data(); }
    void wrongBoundsInADenseSecond()
    {
        QFETCH(bool, ignored);
        QFETCH(qint64, zone);
        List list(17);
        list.fill(600, 60 * second);
        const Timestamp newest = (list.rows.begin()->first / second + 1) * second;
        for (int i = 0; i < 300; ++i)
            list.rows.emplace(newest + i * 1000, uuidOf(5'000'000 + i));
        list.ignoresBounds = ignored;
        list.zone = zone;
        Reading reading(list, true);
        reading.isGivenUp = true;
        QVERIFY(reading.load());
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.ids() == list.ids());
    }

    // The owner has the top already.
    void setRead_data() { oneDeletion_data(); }
    void setRead()
    {
        QFETCH(bool, keyset);
        List list(18);
        list.fill(3000, 10 * second);
        Reading reading(list, keyset);
        for (int i = 0; i < 500; ++i) {
            const Event row = eventOf(*std::next(list.rows.begin(), i));
            reading.shown.emplace(row.id, positionOf(row));
        }
        const RowPosition tail = positionOf(eventOf(*std::next(list.rows.begin(), 499)));
        const RowPosition place = reading.loader.placeAt(tail);
        const auto rows = std::count_if(reading.shown.begin(), reading.shown.end(),
            [&place](const auto &row) { return !row.second.isAfter(place); });
        reading.loader.setNewest(positionOf(eventOf(*list.rows.begin())));
        reading.loader.setRead(tail, rows, 3000);
        QVERIFY(reading.load());
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), 3000);
        QVERIFY2(list.requests <= (keyset ? 52 : 32), qPrintable(QString::number(list.requests)));
        list.rows.erase(std::next(list.rows.begin(), 200));
        QVERIFY(reading.pollAndRun());
        QVERIFY(reading.ids() == list.ids());
    }

    // One row that went costs a few small requests and one page, not the list.
    void oneDeletion_data()
    {
        QTest::addColumn<bool>("keyset");
        QTest::newRow("time") << true;
        QTest::newRow("pages") << false;
    }

    void oneDeletion()
    {
        QFETCH(bool, keyset);
        List list(3);
        list.fill(10'000, 10 * second);
        Reading reading(list, keyset);
        QVERIFY(reading.load());
        for (const int place : {0, 1, 77, 5000, 9000}) {
            list.rows.erase(std::next(list.rows.begin(), place));
            list.requests = 0;
            QVERIFY(reading.pollAndRun());
            QVERIFY(reading.ids() == list.ids());
            QVERIFY2(list.requests <= 13, qPrintable(QString::number(list.requests)));
        }
        list.rows.erase(list.rows.begin());
        QVERIFY(reading.pollAndRun());
        QVERIFY(reading.ids() == list.ids());
    }

    // The server takes the bound for something else: noticed, and read by pages.
    void wrongBounds_data()
    {
        QTest::addColumn<bool>("ignored");
        QTest::addColumn<qint64>("zone");
        QTest::newRow("ignored") << true << qint64(0);
        QTest::newRow("east") << false << 7200 * second;
        QTest::newRow("west") << false << -7200 * second;
    }

    void wrongBounds()
    {
        QFETCH(bool, ignored);
        QFETCH(qint64, zone);
        List list(5);
        list.fill(1500, 60 * second);
        list.ignoresBounds = ignored;
        list.zone = zone;
        Reading reading(list, true);
        reading.isGivenUp = true;
        QVERIFY(reading.load());
        QVERIFY(reading.loader.isComplete());
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.loader.loaded(), 1500);
    }

    // Asked for patience: one at a time, and nothing is lost.
    void refusals()
    {
        List list(6);
        list.fill(1000, 60 * second);
        list.refusals = 3;
        Reading reading(list, true);
        reading.loader.start();
        QVERIFY(QTest::qWaitFor([&] { return !list.run() || reading.loader.isComplete(); }));
        QVERIFY(reading.ids() == list.ids());
        list.refusals = 1000;
        Reading refused(list, false);
        refused.loader.start();
        QVERIFY(QTest::qWaitFor([&] { return !list.run() || refused.error.has_value(); }));
        QCOMPARE(refused.error->kind, ApiError::Kind::RateLimited);
        QVERIFY(!refused.loader.isComplete());
        list.refusals = 0;
        QVERIFY(refused.load()); // goes on
        QVERIFY(refused.ids() == list.ids());
    }

    void pausing_data() { oneDeletion_data(); }
    void pausing()
    {
        QFETCH(bool, keyset);
        List list(7);
        list.fill(3000, 10 * second);
        Reading reading(list, keyset);
        reading.loader.start();
        QVERIFY(list.run([&] { return reading.cells >= 5; }));
        reading.loader.pause();
        QVERIFY(list.run());
        QVERIFY(!reading.loader.isComplete());
        const int requests = list.requests;
        QVERIFY(reading.cells < 15);
        QVERIFY(list.run());
        QCOMPARE(list.requests, requests);
        QVERIFY(reading.load());
        QVERIFY(reading.ids() == list.ids());
        QCOMPARE(reading.repeated, 0);
    }

    // An old server that cannot bound the list, and a time range: the part is found by halves.
    void limits()
    {
        List list(8);
        list.fill(6000, 60 * second);
        const Key newest = *std::next(list.rows.begin(), 2500);
        const Key oldest = *std::next(list.rows.begin(), 3500);
        Reading reading(list, false, {RowPosition{newest.first - 1, {}}, RowPosition{oldest.first - 1, {}}});
        QVERIFY(reading.load());
        QCOMPARE(static_cast<int>(reading.shown.size()), 1000);
        QCOMPARE(reading.shown.count(oldest.second), size_t(1));
        QCOMPARE(reading.shown.count(newest.second), size_t(0));
        QVERIFY(list.requests < 30);
        list.rows.erase(std::next(list.rows.begin(), 3000));
        reading.loader.check(static_cast<qint64>(list.rows.size()));
        QVERIFY(list.run());
        QCOMPARE(static_cast<int>(reading.shown.size()), 999);
    }

    void feed_data()
    {
        QTest::addColumn<DemoRelease>("release");
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<QStringList>("actions");
        QTest::addColumn<bool>("limited");
        const std::pair<const char *, DemoRelease> releases[]
            = {{"2024.8", DemoRelease::V2024_8}, {"2025.10", DemoRelease::V2025_10}, {"2026.8", DemoRelease::V2026_8}};
        for (const auto &[name, release] : releases) {
            for (quint32 seed = 1; seed <= 3; ++seed)
                QTest::addRow("%s %u", name, seed) << release << seed << QStringList() << false;
            QTest::addRow("%s by action", name) << release << 4u << QStringList{u"login"_s, u"login_failed"_s} << false;
            QTest::addRow("%s since", name) << release << 5u << QStringList() << true;
        }
    }

    // The feed with a server over the network, on which rows come and go with every request.
    void feed()
    {
        QFETCH(DemoRelease, release);
        QFETCH(quint32, seed);
        QFETCH(QStringList, actions);
        QFETCH(bool, limited);
        DemoOptions options = demoOptions(1200, release);
        options.seed = seed;
        Site site(options, attempts);
        DemoServer &server = *site.server;
        ServerCapabilities can;
        can.hasActionsParameter = release >= DemoRelease::V2025_10;
        can.answersAkql = release >= DemoRelease::V2026_8;
        can.knownActions = {u"login"_s, u"login_failed"_s, u"logout"_s};

        std::mt19937 random(seed);
        bool isBusy = true;
        connect(&server, &DemoServer::requestAnswered, this, [&] {
            if (!isBusy)
                return;
            server.insertEvents(static_cast<quint32>(random() % 4));
            for (auto i = random() % 4; i > 0 && server.eventCount() > 0; --i)
                server.removeEvent(server.eventId(static_cast<quint32>(random() % server.eventCount())));
        });
        Feed loaded;
        EventTableModel &model = loaded.model;
        EventFeed &feed = loaded.feed;
        EventQuery query;
        query.actions = actions;
        if (limited) {
            isBusy = false;
            feed.setClient(site.client.get());
            QVERIFY(waitForState(feed, FeedState::Idle));
            query.range.from = *model.eventAt(90).created;
            isBusy = true;
        }
        feed.setQuery(query);
        feed.setClient(site.client.get());
        feed.setCapabilities(can);
        feed.loadAll();
        QVERIFY(waitForState(feed, FeedState::Complete));
        QVERIFY(!feed.isLoadingAll());
        isBusy = false;

        const auto expected = [&] {
            std::set<QString> ids;
            Feed other;
            other.feed.setQuery(query);
            other.feed.setClient(site.client.get());
            while (other.feed.state() != FeedState::Complete) {
                if (!waitFor([&] { return other.feed.state() != FeedState::Loading; }))
                    return ids;
                other.feed.loadMore();
            }
            return idsOf(other.model);
        }();
        if (actions.isEmpty() && !limited)
            QVERIFY(expected == idsOf(server));
        QVERIFY(!expected.empty());
        const auto isRight = [&] {
            if (idsOf(model) == expected)
                return true;
            feed.poll();
            return false;
        };
        QVERIFY(waitFor(isRight));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.positionOf(row).isAfter(model.positionOf(row - 1)));
        QCOMPARE(feed.state(), FeedState::Complete);

        // Later, too.
        QVERIFY(server.removeEvent(model.eventAt(model.rowCount() / 2).id));
        server.insertEvents(actions.isEmpty() ? 3 : 0);
        const int left = model.rowCount() + (actions.isEmpty() ? 2 : -1);
        const auto isRightAgain = [&] {
            if (model.rowCount() == left)
                return true;
            feed.poll();
            return false;
        };
        QVERIFY(waitFor(isRightAgain));
    }

    // Complete by the page the view asked for, without loadAll(): what goes is noticed all the same.
    void feedOfFew_data()
    {
        QTest::addColumn<bool>("isOver");
        QTest::addColumn<bool>("allGo");
        QTest::newRow("all") << false << false;
        QTest::newRow("all, which go") << false << true;
        QTest::newRow("a range that is over") << true << false;
        QTest::newRow("a range that is over, all of which go") << true << true;
    }

    void feedOfFew()
    {
        QFETCH(bool, isOver);
        QFETCH(bool, allGo);
        Site site(demoOptions(isOver ? 300 : 150), attempts);
        DemoServer &server = *site.server;
        Feed loaded(site);
        EventTableModel &model = loaded.model;
        EventFeed &feed = loaded.feed;
        QVERIFY(waitForState(feed, FeedState::Idle));
        if (isOver) {
            ServerCapabilities can;
            can.answersAkql = true;
            feed.setCapabilities(can);
            EventQuery query;
            query.range.from = *model.eventAt(90).created;
            query.range.until = *model.eventAt(40).created;
            feed.setQuery(query);
        }
        // Before the list's end was read
        if (!isOver && !allGo)
            QVERIFY(server.removeEvent(model.eventAt(20).id));
        const auto isComplete = [&] {
            feed.loadMore();
            return feed.state() == FeedState::Complete;
        };
        QVERIFY(waitFor(isComplete));
        QSignalSpy states(&feed, &EventFeed::stateChanged);
        const auto has = [&](int rows) {
            feed.poll();
            return model.rowCount() == rows;
        };
        const int rows = isOver ? 50 : allGo ? 150 : 149;
        QVERIFY(waitFor([&] { return has(rows); }));
        if (allGo) {
            const std::set<QString> ids = idsOf(model);
            for (const QString &id : ids)
                QVERIFY(server.removeEvent(id));
            QVERIFY(waitFor([&] { return has(0); }));
        } else {
            const QString gone = model.eventAt(30).id;
            QVERIFY(server.removeEvent(gone));
            server.insertEvents(1); // the number of rows is no sign
            QVERIFY(waitFor([&] { return has(isOver ? rows - 1 : rows) && idsOf(model).count(gone) == 0; }));
            if (!isOver)
                QVERIFY(idsOf(model) == idsOf(server));
        }
        QCOMPARE(states.size(), 0); // nobody is told of a loading
    }

    // Paused: nothing is asked any more; the view may ask for a little; then it goes on to the end.
    void feedPausesAndGoesOn()
    {
        Site site(demoOptions(3000), attempts);
        DemoServer &server = *site.server;
        Feed loaded(site);
        EventTableModel &model = loaded.model;
        EventFeed &feed = loaded.feed;
        feed.loadAll();
        QTRY_VERIFY(model.rowCount() > 400);
        feed.stopLoadingAll();
        QCOMPARE(feed.state(), FeedState::Idle);
        QTRY_VERIFY(model.canFetchMore({}));
        const int paused = model.rowCount();
        model.fetchMore({});
        QTRY_COMPARE(feed.state(), FeedState::Idle);
        QTRY_VERIFY(model.rowCount() > paused);
        QVERIFY(model.rowCount() < 3000);
        feed.loadAll();
        QVERIFY(waitForState(feed, FeedState::Complete));
        QVERIFY(idsOf(model) == idsOf(server));
        // Something else is asked while everything loads.
        feed.reload();
        feed.loadAll();
        QTRY_VERIFY(model.rowCount() > 200);
        EventQuery query;
        query.actions = {u"logout"_s};
        feed.setQuery(query);
        QVERIFY(!feed.isLoadingAll());
        QTRY_VERIFY(feed.state() != FeedState::Loading);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.eventAt(row).action, u"logout"_s);
        // The server goes away meanwhile.
        feed.setQuery({});
        feed.loadAll();
        QTRY_VERIFY(model.rowCount() > 200);
        feed.setClient(nullptr);
        QCOMPARE(feed.state(), FeedState::Idle);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(RangeLoaderTest)
#include "tst_rangeloader.moc"
