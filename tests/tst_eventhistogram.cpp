// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistogram.h"
#include "histogramtablemodel.h"
#include "histogramtext.h"
#include "support/records.h"
#include "timesteps.h"
#include "volumehistogram.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

using Stacking = Histogram::Stacking;

constexpr qint64 second = 1'000'000;
constexpr qint64 hour = 3600 * second;
constexpr qint64 day = 24 * hour;
constexpr Timestamp start = 1'795'168'800'000'000; // of timeText(0): 2026-11-20T10:00:00Z

Event eventAt(int n, double seconds, const QString &action = u"login"_s)
{
    return makeEvent({.id = uuidOf(n), .created = timeText(seconds), .action = action});
}

bool settle(const EventHistogram &histogram)
{
    return QTest::qWaitFor([&] { return !histogram.isCounting(); });
}

QString seriesText(const Histogram &histogram)
{
    QStringList parts;
    for (const HistogramSeries &series : histogram.series) {
        QStringList counts;
        for (const qint64 count : series.counts)
            counts += QString::number(count);
        parts += series.label + u' ' + counts.join(u',');
    }
    return parts.join(u" | "_s);
}

// What the histogram must say of the rows, counted in the plainest way from decoded records.
Histogram bruteForce(const EventTableModel &model, Stacking stacking)
{
    std::vector<std::pair<Timestamp, QString>> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Event event = model.eventAt(row);
        if (event.created)
            rows.emplace_back(*event.created, event.action);
    }
    Histogram histogram;
    if (rows.empty())
        return histogram;
    const auto [oldest, newest] = std::minmax_element(rows.begin(), rows.end());
    histogram.width = niceBucketWidth(oldest->first, newest->first, 0);
    histogram.start = oldest->first / histogram.width * histogram.width;
    histogram.size = static_cast<int>(newest->first / histogram.width - oldest->first / histogram.width + 1);
    std::map<QString, std::vector<qint64>> counts;
    for (const auto &[time, action] : rows) {
        std::vector<qint64> &line = counts[action];
        line.resize(static_cast<size_t>(histogram.size), 0);
        ++line[static_cast<size_t>((time - histogram.start) / histogram.width)];
    }
    std::vector<ActionCounts> actions;
    for (const auto &[action, line] : counts)
        actions.push_back({action, line, false});
    histogram.series = stacked(actions, histogram.size, stacking);
    return histogram;
}

VolumeBucket bucket(const QString &action, Timestamp time, qint64 count)
{
    return {action, time, count};
}

} // namespace

class EventHistogramTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void widths_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::addColumn<qint64>("width");
        QTest::newRow("one moment") << qint64(0) << second;
        QTest::newRow("119 s") << 119 * second << second;
        QTest::newRow("120 s") << 120 * second << 2 * second;
        QTest::newRow("an hour") << hour << 60 * second;
        QTest::newRow("a day") << day << 15 * 60 * second;
        QTest::newRow("a week") << 7 * day << 2 * hour;
        QTest::newRow("a month") << 30 * day << 12 * hour;
        QTest::newRow("a year") << 365 * day << 7 * day;
        QTest::newRow("nine years") << 9 * 365 * day << 30 * day;
        QTest::newRow("two centuries") << 200 * 365 * day << 60 * day * 16;
    }
    void widths()
    {
        QFETCH(const qint64, span);
        QFETCH(const qint64, width);
        QCOMPARE(niceBucketWidth(day * 20'000, day * 20'000 + span, 0), width);
    }

    // Whatever the span, there are few enough buckets, and not without need.
    void widthsAreTheSmallestThatFit()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 2000; ++i) {
            const Timestamp oldest = std::uniform_int_distribution<qint64>(0, 50 * 365 * day)(random);
            const qint64 longest = std::min<qint64>(40 * 365 * day, second << (i % 50));
            const Timestamp newest = oldest + std::uniform_int_distribution<qint64>(0, longest)(random);
            const qint64 offset = std::uniform_int_distribution<qint64>(-12, 14)(random) * hour;
            const qint64 width = niceBucketWidth(oldest, newest, offset);
            const Timestamp begin = bucketStart(oldest, width, offset);
            QVERIFY(begin <= oldest && begin > oldest - width);
            QCOMPARE((begin + offset) % width, 0);
            QVERIFY((newest - begin) / width < Histogram::mostBuckets);
            // The widths in the row are at most 2.5 times (and once 3.5 times) as wide as the one before.
            if (width > second)
                QVERIFY((newest - oldest) / width >= Histogram::mostBuckets / 4);
        }
    }

    void inactiveCountsNothing()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        QSignalSpy changed(&histogram, &EventHistogram::changed);
        model.merge({eventAt(1, 0)});
        QVERIFY(!histogram.isCounting());
        histogram.setActive(true);
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().total(), 1);
        histogram.setActive(false);
        model.merge({eventAt(2, 1)});
        model.clear();
        QVERIFY(!histogram.isCounting());
        QCOMPARE(changed.size(), 1);
    }

    void levels()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setActive(true);
        model.merge({eventAt(1, 0), eventAt(2, 0.5, u"model_updated"_s), eventAt(3, 1, u"login_failed"_s),
            eventAt(4, 3, u"secret_view"_s), eventAt(5, 3, u"custom_thing"_s), eventAt(6, 3, u"login_failed"_s)});
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().start, start);
        QCOMPARE(histogram.histogram().width, second);
        QCOMPARE(seriesText(histogram.histogram()), u"Ordinary 2,0,0,1 | Warning 0,0,0,1 | Alert 0,1,0,1"_s);
    }

    // Six have a series of their own, the most frequent first; equal ones by name.
    void actions()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setStacking(Stacking::Action);
        histogram.setActive(true);
        QList<Event> events;
        int n = 0;
        const QStringList names{u"login"_s, u"logout"_s, u"custom_c"_s, u"custom_b"_s, u"login_failed"_s,
            u"secret_view"_s, u"custom_rare"_s, u"custom_\u202Erarer"_s};
        for (qsizetype i = 0; i < names.size(); ++i) {
            const qsizetype times = i < 2 ? 5 - i : std::max<qsizetype>(1, (8 - i) / 2);
            for (qsizetype k = 0; k < times; ++k)
                events += eventAt(++n, 0, names.at(i));
        }
        model.merge(events);
        QVERIFY(settle(histogram));
        QCOMPARE(seriesText(histogram.histogram()),
            u"Login 5 | Logout 4 | c 3 | Failed login 2 | b 2 | Secret was viewed 1 | Others 2"_s);
        histogram.setStacking(Stacking::Level);
        QCOMPARE(seriesText(histogram.histogram()), u"Ordinary 16 | Warning 1 | Alert 2"_s);
    }

    // Empty ends of what was asked for are shown, too.
    void spansWhatWasAsked()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setActive(true);
        model.merge({eventAt(1, 20), eventAt(2, 30)});
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().size, 11);
        histogram.setSpan(start, start + 60 * second);
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().start, start);
        QCOMPARE(histogram.histogram().size, 60);
        QCOMPARE(histogram.histogram().total(), 2);
        model.merge({eventAt(3, 5), eventAt(4, 70)}); // also beyond
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().start, start);
        QCOMPARE(histogram.histogram().size, 71);
        QCOMPARE(histogram.histogram().total(), 4);
        model.remove(model.keyOf(0));
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().size, 60);
        histogram.setSpan(std::nullopt, std::nullopt);
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().size, 26);
    }

    void unreadableTimesAreLeftOut()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setActive(true);
        model.merge({makeEvent({.id = uuidOf(1), .created = u"yesterday"_s})});
        QVERIFY(settle(histogram));
        QVERIFY(histogram.histogram().isEmpty());
        model.merge({eventAt(2, 5)});
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().total(), 1);
        QCOMPARE(histogram.histogram().start, start + 5 * second);
    }

    // Days begin at midnight before and after clocks are changed, and every row is in the bucket of its day.
    void daysBeginAtMidnight_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("middle");
        QTest::newRow("autumn") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25);
        QTest::newRow("spring") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29);
        QTest::newRow("west") << QByteArray("America/New_York") << QDate(2026, 11, 1);
        QTest::newRow("half an hour") << QByteArray("Australia/Lord_Howe") << QDate(2026, 4, 5);
        QTest::newRow("no midnight") << QByteArray("Africa/Cairo") << QDate(2026, 4, 24);
        QTest::newRow("no change") << QByteArray("Asia/Kolkata") << QDate(2026, 4, 24);
    }
    void daysBeginAtMidnight()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, middle);
        const QTimeZone place(zone);
        QVERIFY(place.isValid());
        for (const int days : {9, 60}) {
            EventTableModel model;
            EventHistogram histogram(model);
            histogram.setTimeDisplay({.isRelative = false, .zone = place});
            histogram.setActive(true);
            QList<Event> events;
            const QDateTime first = middle.addDays(-days / 2).startOfDay(place);
            for (int hour = 0; hour < days * 24; ++hour) {
                events += makeEvent({.id = uuidOf(hour),
                    .created = timestampToIso(fromDateTime(first) + hour * timesteps::hour + timesteps::minute)});
            }
            // The newest alone, so that others have to make room in front of it.
            model.merge({events.last()});
            model.merge(events);
            QVERIFY(settle(histogram));
            const Histogram found = histogram.histogram();
            QVERIFY(found.width >= 2 * timesteps::hour);
            QCOMPARE(found.total(), days * 24);
            for (int bucket = 0; bucket < found.size; ++bucket) {
                const Timestamp begin = found.startOf(bucket);
                const Timestamp end = found.startOf(bucket + 1);
                QVERIFY(begin < end);
                QCOMPARE(found.bucketOf(begin), bucket);
                QCOMPARE(found.bucketOf(end - 1), bucket);
                const QDateTime local = toDateTime(begin).toTimeZone(place);
                if (found.width >= timesteps::day || bucket == 0)
                    QCOMPARE(local, local.date().startOfDay(place));
                const auto inside = std::count_if(events.cbegin(), events.cend(),
                    [&](const Event &event) { return *event.created >= begin && *event.created < end; });
                QCOMPARE(found.countAt(bucket), inside);
            }
            const QDateTime dayAfter = middle.addDays(1).startOfDay(place);
            QCOMPARE(found.startOf(found.bucketOf(fromDateTime(dayAfter))), fromDateTime(dayAfter));
        }
    }

    void editedRowsAreCountedAnew()
    {
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setActive(true);
        model.merge({eventAt(1, 0), eventAt(2, 1)});
        QVERIFY(settle(histogram));
        model.merge({eventAt(2, 1, u"login_failed"_s)});
        QVERIFY(settle(histogram));
        QCOMPARE(seriesText(histogram.histogram()), u"Ordinary 1,0 | Warning 0,0 | Alert 0,1"_s);
        QSignalSpy changed(&histogram, &EventHistogram::changed);
        model.refreshTexts(); // relative times only
        QVERIFY(!histogram.isCounting());
        QVERIFY(changed.isEmpty());
    }

    // Rows come and go at random while it counts; it must end with what a plain count of the rows says.
    void asTheRowsComeAndGo_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<double>("span");
        for (const double span : {30.0, 4'000.0, 3e6, 4e8})
            QTest::addRow("over %g s", span) << static_cast<quint32>(span) << span;
    }
    void asTheRowsComeAndGo()
    {
        QFETCH(const quint32, seed);
        QFETCH(const double, span);
        std::mt19937 random(seed);
        const auto number = [&](int below) {
            return static_cast<int>(random() % static_cast<quint32>(below));
        };
        const QStringList names{u"login"_s, u"logout"_s, u"login_failed"_s, u"secret_view"_s, u"model_updated"_s,
            u"custom_a"_s, u"custom_b"_s, u"custom_c"_s, u"custom_d"_s};
        EventTableModel model;
        EventHistogram histogram(model);
        histogram.setActive(true);
        int n = 0;
        for (int step = 0; step < 300; ++step) {
            const int dice = number(100);
            if (dice < 60) {
                QList<Event> events;
                for (int i = number(8); i >= 0; --i) {
                    const double at = std::uniform_real_distribution<double>(0, span * (step + 1) / 300)(random);
                    events += eventAt(++n, at, names.at(number(static_cast<int>(names.size()))));
                }
                model.merge(events);
            } else if (dice < 90 && model.rowCount() > 0) {
                model.remove(model.keyOf(number(model.rowCount())));
            } else if (dice < 92) {
                model.clear();
            } else if (dice < 96 && model.rowCount() > 0) {
                const int row = number(model.rowCount());
                Event event = model.eventAt(row);
                model.merge({makeEvent({.id = event.id,
                    .created = timestampToIso(*event.created),
                    .action = names.at(number(static_cast<int>(names.size())))})});
            } else {
                histogram.setStacking(number(2) == 0 ? Stacking::Level : Stacking::Action);
                QVERIFY(settle(histogram));
                QCOMPARE(seriesText(histogram.histogram()), seriesText(bruteForce(model, histogram.stacking())));
            }
            if (number(4) == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(settle(histogram));
        const Histogram expected = bruteForce(model, histogram.stacking());
        QCOMPARE(histogram.histogram().start, expected.start);
        QCOMPARE(histogram.histogram().width, expected.width);
        QCOMPARE(seriesText(histogram.histogram()), seriesText(expected));
    }

    // More rows than one slice: the event loop runs in between, and what happens there is counted too.
    void manyRowsAreCountedInSlices()
    {
        EventTableModel model;
        QList<Event> events;
        constexpr int many = 70'000;
        for (int n = 0; n < many; ++n)
            events += eventAt(n, n, n % 7 == 0 ? u"login_failed"_s : u"login"_s);
        model.merge(events);
        EventHistogram histogram(model);
        QSignalSpy changed(&histogram, &EventHistogram::changed);
        histogram.setActive(true);
        // In the middle of the counting: a row on top, one at the end, one gone from the part seen and from the other
        bool meddled = false;
        QTimer meddler;
        int turns = 0;
        connect(&meddler, &QTimer::timeout, this, [&] {
            if (++turns != 3)
                return;
            meddled = changed.isEmpty();
            model.merge({eventAt(many + 1, many - 0.5), eventAt(many + 2, 0.5)});
            model.remove(model.keyOf(100));
            model.remove(model.keyOf(model.rowCount() - 100));
        });
        meddler.start(0);
        QVERIFY(settle(histogram));
        QVERIFY(meddled);
        QVERIFY(turns > 2);
        meddler.stop();
        QCOMPARE(seriesText(histogram.histogram()), seriesText(bruteForce(model, Stacking::Level)));
    }

    void hostileNumberOfActions()
    {
        EventTableModel model;
        QList<Event> events;
        for (int n = 0; n < 1000; ++n)
            events += eventAt(n, 0, u"custom_%1"_s.arg(n));
        model.merge(events);
        EventHistogram histogram(model);
        histogram.setStacking(Stacking::Action);
        histogram.setActive(true);
        QVERIFY(settle(histogram));
        QCOMPARE(histogram.histogram().series.size(), Histogram::mostActions + 1);
        QCOMPARE(histogram.histogram().total(), 1000);
        QCOMPARE(histogram.histogram().series.last().kind, HistogramSeries::Kind::Others);
    }

    // The server's answer with actions: sparse, in steps of six hours.
    void volumeWithActions()
    {
        const Timestamp from = start - 20 * hour; // 14:00 the day before
        const QList<VolumeBucket> answer{bucket(u"login"_s, bucketStart(from, 6 * hour, 0), 3),
            bucket(u"login_failed"_s, bucketStart(start, 6 * hour, 0), 2),
            bucket(u"brand_new_action"_s, bucketStart(start, 6 * hour, 0), 4),
            bucket(u"login"_s, 0, 99), // no readable time
            bucket(u"login"_s, start + 400 * day, 99), bucket(u"logout"_s, bucketStart(start, 6 * hour, 0), -5)};
        const Histogram levels = volumeHistogram(answer, Stacking::Level, from, start);
        QCOMPARE(levels.width, 6 * hour);
        QCOMPARE(levels.start, bucketStart(from, 6 * hour, 0));
        QCOMPARE(seriesText(levels), u"Ordinary 3,0,0,4 | Warning 0,0,0,0 | Alert 0,0,0,2"_s);
        const Histogram actions = volumeHistogram(answer, Stacking::Action, from, start);
        QCOMPARE(seriesText(actions), u"brand_new_action 0,0,0,4 | Login 3,0,0,0 | Failed login 0,0,0,2"_s);
        // 60 days are more than 120 steps of six hours.
        QCOMPARE(volumeHistogram(answer, Stacking::Level, start - 60 * day, start).width, 24 * hour);
        QCOMPARE(volumeHistogram(answer, Stacking::Level, start - 29 * day, start).width, 6 * hour);
        QCOMPARE(volumeHistogram({}, Stacking::Level, from, start).total(), 0);
    }

    // Up to authentik 2025.4: ends of steps of eight hours, newest first, the first in the future.
    void volumeWithoutActions()
    {
        QList<VolumeBucket> answer;
        for (int i = 1; i > -20; --i)
            answer += bucket({}, start + i * 8 * hour, i == 1 ? 0 : i == 0 ? 7 : i == -19 ? 2 : 0);
        for (const Stacking stacking : {Stacking::Level, Stacking::Action}) {
            const Histogram histogram = volumeHistogram(answer, stacking, start - 7 * day, start);
            QCOMPARE(histogram.width, 8 * hour);
            QCOMPARE(histogram.end(), start);
            QCOMPARE(histogram.size, 20);
            QCOMPARE(histogram.series.size(), 1);
            QCOMPARE(histogram.series.first().kind, HistogramSeries::Kind::Everything);
            QCOMPARE(histogram.countAt(19), 7);
            QCOMPARE(histogram.countAt(0), 2);
            QCOMPARE(histogram.total(), 9);
        }
        // Nonsense stays small.
        answer += bucket({}, 253'402'300'799'000'000, 5);
        answer += bucket({}, 0, 5);
        QVERIFY(volumeHistogram(answer, Stacking::Level, start - 7 * day, start).size <= Histogram::mostBuckets);
    }

    // As far back as the server counts; again only when rows came, and not before a pause.
    void volumeIsAskedAgain()
    {
        QList<QByteArray> records{
            toJson(EventSpec{.id = uuidOf(1), .created = timestampToIso(currentTimestamp() - day)})};
        FaultServer server;
        QVERIFY(server.start());
        server.replyWith("GET", "/api/v3/events/events/",
            [&records](const Request &request) { return pageAnswer(records, request); });
        const Timestamp oldest = currentTimestamp() - 30 * day;
        server.replyWith("GET", "/api/v3/events/events/volume/", [&records, oldest](const Request &) {
            return Answer::json("[{\"action\":\"login\",\"time\":" + quotedJson(timestampToIso(oldest))
                + ",\"count\":" + QByteArray::number(records.size()) + "}]");
        });
        const auto asked = [&server] {
            return server.count("GET", "/api/v3/events/events/volume/");
        };
        ApiClientOptions options;
        options.address = ServerAddress::parse(server.url()).value();
        options.token = "t";
        options.maxAttempts = 1;
        ApiClient client(options);
        EventTableModel model;
        EventFeed feed(model);
        feed.poller().setInterval(std::chrono::hours(1));
        feed.setClient(&client);
        QTRY_COMPARE(feed.state(), FeedState::Complete);
        VolumeHistogram volume(&feed);
        volume.setActive(true);
        QTRY_COMPARE(volume.state(), VolumeHistogram::State::Ready);
        QCOMPARE(server.last().parameters("history_days"), QList<QByteArray>{"90"});
        // Nobody knows what was before.
        QVERIFY(volume.histogram().start <= oldest && volume.histogram().start > oldest - 2 * day);
        QCOMPARE(volume.histogram().total(), 1);

        QSignalSpy arrived(&feed, &EventFeed::arrived);
        const auto pollOne = [&](int n) {
            records.prepend(toJson(EventSpec{.id = uuidOf(n), .created = timestampToIso(currentTimestamp())}));
            feed.poll();
            return QTest::qWaitFor([&] { return arrived.size() == n - 1; });
        };
        QVERIFY(pollOne(2));
        QCOMPARE(asked(), 1); // the pause is not over
        volume.setActive(false);
        volume.setPause(std::chrono::milliseconds(0));
        volume.setActive(true);
        QTRY_COMPARE(volume.state(), VolumeHistogram::State::Ready);
        QCOMPARE(asked(), 2);
        QVERIFY(pollOne(3));
        QTRY_COMPARE(asked(), 3);
        QCOMPARE(volume.state(), VolumeHistogram::State::Ready); // what there was stays meanwhile
        QTRY_COMPARE(volume.histogram().total(), 3);
        feed.setClient(nullptr);
    }

    void volumeIsAskedForOnlyWhenActive()
    {
        QByteArray body = "[{\"action\":\"login\",\"time\":" + quotedJson(timestampToIso(start)) + ",\"count\":3}]";
        FaultServer server;
        QVERIFY(server.start());
        const auto asked = [&server] {
            return server.count("GET", "/api/v3/events/events/volume/");
        };
        server.replyWith(
            "GET", "/api/v3/events/events/", [](const Request &request) { return pageAnswer({}, request); });
        server.replyWith(
            "GET", "/api/v3/events/events/volume/", [&body](const Request &) { return Answer::json(body); });
        ApiClientOptions options;
        options.address = ServerAddress::parse(server.url()).value();
        options.token = "t";
        options.maxAttempts = 1;
        ApiClient client(options);
        EventTableModel model;
        EventFeed feed(model);
        VolumeHistogram volume(&feed);
        QVERIFY(!volume.refusal().isEmpty());
        feed.setClient(&client);
        QTRY_COMPARE(feed.state(), FeedState::Complete);
        QCOMPARE(volume.refusal(), QString());
        QCOMPARE(asked(), 0);

        volume.setActive(true);
        QTRY_COMPARE(volume.state(), VolumeHistogram::State::Ready);
        QCOMPARE(asked(), 1);
        volume.setStacking(Stacking::Action); // asks nothing
        QCOMPARE(volume.state(), VolumeHistogram::State::Ready);

        // Of several lists, or of rows left out here, the server's counts would say something else.
        EventQuery query;
        query.actions = {u"custom_a"_s, u"custom_b"_s};
        feed.setQuery(query);
        QTRY_COMPARE(volume.state(), VolumeHistogram::State::Idle);
        QVERIFY(!volume.refusal().isEmpty());
        query.actions = {u"custom_a"_s}; // a substring match
        feed.setQuery(query);
        QVERIFY(!volume.refusal().isEmpty());
        QTRY_COMPARE(feed.state(), FeedState::Complete);
        QCOMPARE(asked(), 1);

        body = "no numbers";
        feed.setQuery({});
        QTRY_COMPARE(volume.state(), VolumeHistogram::State::Failed);
        QCOMPARE(asked(), 2);
        volume.setActive(false);
        feed.reload();
        QTRY_COMPARE(feed.state(), FeedState::Complete);
        QCOMPARE(asked(), 2);
    }

    void tableTwin()
    {
        HistogramTableModel table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        Histogram histogram;
        histogram.start = start;
        histogram.width = 60 * second;
        histogram.size = 3;
        histogram.series
            = stacked({{u"login"_s, {1, 0, 2}, false}, {u"login_failed"_s, {0, 0, 5}, false}}, 3, Stacking::Level);
        table.setHistogram(histogram);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(table.columnCount(), 5);
        QCOMPARE(tableText(table, {0, 1, 2, 3, 4}),
            (QStringList{u"20 Nov 2026, 10:00–10:01 | 1 | 0 | 0 | 1"_s, u"20 Nov 2026, 10:01–10:02 | 0 | 0 | 0 | 0"_s,
                u"20 Nov 2026, 10:02–10:03 | 2 | 0 | 5 | 7"_s}));
        QCOMPARE(table.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Alert"_s);
        QCOMPARE(table.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), u"Total"_s);
        QCOMPARE(table.index(2, 0).data(Qt::AccessibleTextRole).toString(),
            u"20 Nov 2026, 10:02–10:03 · 7 event(s) · 2 Ordinary, 5 Alert"_s);
        histogram.series
            = stacked({{u"login"_s, {1, 1, 2}, false}, {u"login_failed"_s, {0, 0, 5}, false}}, 3, Stacking::Level);
        table.setHistogram(histogram);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        table.setHistogram({});
        QCOMPARE(table.rowCount(), 0);
        QCOMPARE(table.columnCount(), 0);
    }

    void texts()
    {
        QCOMPARE(periodText(start, start + 30 * second), u"20 Nov 2026, 10:00:00–10:00:30"_s);
        QCOMPARE(periodText(start, start + 15 * hour), u"20 Nov 2026, 10:00 – 21 Nov 2026, 01:00"_s);
        QCOMPARE(periodText(start - 10 * hour, start + 14 * hour), u"20 Nov 2026"_s);
        QCOMPARE(periodText(start - 10 * hour, start + 38 * hour), u"20 Nov 2026 – 21 Nov 2026"_s);
    }

    void ticks_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("width");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("labels");
        QTest::newRow("minutes") << start << second << 100 << u"0 10:00:00, 30 10:00:30, 60 10:01:00, 90 10:01:30"_s;
        QTest::newRow("over midnight") << start + 13 * hour << 15 * 60 * second << 8
                                       << u"0 20 Nov 23:00, 2 23:30, 4 21 Nov 00:00, 6 00:30"_s;
        QTest::newRow("days") << start - 10 * hour << 6 * hour << 16 << u"0 20 Nov, 4 21 Nov, 8 22 Nov, 12 23 Nov"_s;
        QTest::newRow("over the year's end")
            << bucketStart(start + 30 * day, day, 0) << 7 * day << 8 << u"2 3 Jan 2027, 4 17 Jan, 6 31 Jan"_s;
        QTest::newRow("in both years") << bucketStart(start, day, 0) << 7 * day << 12
                                       << u"2 4 Dec 2026, 7 8 Jan 2027, 11 5 Feb"_s;
        QTest::newRow("another year") << start - 400 * day << hour << 2 << u"0 16 Oct 2025 10:00, 1 11:00"_s;
        QTest::newRow("no round time") << start + 60 * second << second << 1 << u"0 10:01:00"_s;
    }
    void ticks()
    {
        QFETCH(const qint64, begin);
        QFETCH(const qint64, width);
        QFETCH(const int, size);
        QFETCH(const QString, labels);
        Histogram histogram;
        histogram.start = begin;
        histogram.width = width;
        histogram.size = size;
        QStringList found;
        const QList<AxisTick> ticks = axisTicks(histogram, 4, toDateTime(start));
        for (const AxisTick &tick : ticks)
            found += u"%1 %2"_s.arg(QString::number(tick.bucket), tick.text);
        QCOMPARE(found.join(u", "_s), labels);
    }
};

QTEST_GUILESS_MAIN(EventHistogramTest)
#include "tst_eventhistogram.moc"
