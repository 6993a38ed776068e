// SPDX-License-Identifier: GPL-3.0-or-later
// One way to show times: in the computer's zone, in UTC, in any other.
#include "eventhistogram.h"
#include "eventtablemodel.h"
#include "histogramtext.h"
#include "momenttext.h"
#include "notificationtablemodel.h"
#include "support/records.h"
#include "timedisplay.h"
#include "timetext.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp second = 1'000'000;

TimeDisplay in(const char *zone)
{
    return {.isRelative = false, .zone = zoneNamed(QString::fromLatin1(zone))};
}

Timestamp at(const char *iso)
{
    return parseTimestamp(iso).value();
}

} // namespace

class TimeDisplayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void names()
    {
        for (const char *const name : {"local", "UTC", "Asia/Tokyo", "America/St_Johns"})
            QCOMPARE(zoneName(in(name)), QLatin1StringView(name));
        for (const char *const gone : {"", "Mars/Olympus", "EST5EDT,M3.2.0,M11.1.0", "../../etc/passwd", "utc+99"})
            QVERIFY2(in(gone).isLocal(), gone);
        QVERIFY(in("UTC").isUtc());
        QVERIFY(in("UTC") == TimeDisplay::utc());
        QVERIFY(in("Asia/Tokyo") == in("Asia/Tokyo"));
        QVERIFY(!(in("Asia/Tokyo") == in("local")));
        const QDateTime time = toDateTime(at("2026-11-20T16:27:41Z"));
        QCOMPARE(zoneText(in("Asia/Tokyo"), time), u"Asia/Tokyo, UTC+09:00"_s);
        QCOMPARE(zoneText(in("UTC"), time), u"UTC"_s);
        QVERIFY(zoneText(in("local"), time).startsWith(u"Local time, UTC"_s));
    }

    void texts()
    {
        const Timestamp time = at("2026-11-20T16:27:41.104233Z");
        const QDateTime now = toDateTime(at("2026-11-20T20:00:00Z"));
        QCOMPARE(columnTime(time, now, in("UTC")), u"16:27:41"_s);
        QCOMPARE(columnTime(time, now, in("America/St_Johns")), u"12:57:41"_s);
        QCOMPARE(columnTime(time, now, in("Asia/Tokyo")), u"01:27:41"_s); // and there today is the 21st
        QCOMPARE(columnTime(at("2026-11-20T14:00:00Z"), now, in("Asia/Tokyo")), u"Yesterday 23:00:00"_s);
        TimeDisplay relative = in("Asia/Tokyo");
        relative.isRelative = true;
        QCOMPARE(columnTime(time, now, relative), u"3 h ago"_s);
        QCOMPARE(exactTime(time, relative), u"Saturday, 21 November 2026, 01:27:41 UTC+09:00"_s);
        QCOMPARE(isoTime(time, in("UTC")), u"2026-11-20T16:27:41.104233+00:00"_s);
        QCOMPARE(isoTime(time, in("America/St_Johns")), u"2026-11-20T12:57:41.104233-03:30"_s);
        QCOMPARE(isoTime(time, relative), u"2026-11-21T01:27:41.104233+09:00"_s);
        QCOMPARE(
            periodText(at("2026-11-19T15:00:00Z"), at("2026-11-20T15:00:00Z"), in("Asia/Tokyo")), u"20 Nov 2026"_s);
    }

    void readsInTheZone()
    {
        QCOMPARE(parseMoment(u"2026-11-20 16:27"_s, in("Asia/Tokyo")), std::optional(at("2026-11-20T07:27:00Z")));
        QCOMPARE(parseMoment(u"2026-11-20"_s, in("Asia/Tokyo")), std::optional(at("2026-11-19T15:00:00Z")));
        QCOMPARE(parseMoment(u"2026-11-20 16:27Z"_s, in("Asia/Tokyo")), std::optional(at("2026-11-20T16:27:00Z")));
        QCOMPARE(parseMoment(u"2026-11-20 16:27+01"_s, in("Asia/Tokyo")), std::optional(at("2026-11-20T15:27:00Z")));
        QCOMPARE(parseMoment(u"1795188461"_s, in("Asia/Tokyo")), std::optional(at("2026-11-20T15:27:41Z")));
        // Midnight that a clock change skips: the day begins behind it.
        QCOMPARE(parseMoment(u"2018-11-04"_s, in("America/Sao_Paulo")), std::optional(at("2018-11-04T03:00:00Z")));
    }

    // Through every clock change of two years, and through the hours around them in small steps.
    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *const name : {"local", "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns",
                 "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo",
                 "Antarctica/Troll", "Asia/Tokyo"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void writesWhatItReads()
    {
        QFETCH(const QString, zone);
        const TimeDisplay display = in(zone.toLatin1().constData());
        QCOMPARE(zoneName(display), zone);
        const auto check = [&display](Timestamp time) {
            const QString text = momentText(time, display);
            const auto read = parseMoment(text, display);
            if (read != time)
                qWarning("%s is read as %s", qPrintable(text), qPrintable(read ? timestampToIso(*read) : QString()));
        };
        for (Timestamp time = at("2011-01-01T00:00:00Z"); time < at("2031-01-01T00:00:00Z"); time += 77'777 * second)
            check(time);
        if (!display.zone.hasTransitions())
            return;
        const auto changes
            = display.zone.transitions(toDateTime(at("2011-01-01T00:00:00Z")), toDateTime(at("2031-01-01T00:00:00Z")));
        int twice = 0;
        for (const QTimeZone::OffsetData &change : changes) {
            const Timestamp middle = fromDateTime(change.atUtc);
            for (Timestamp time = middle - 7200 * second; time <= middle + 7200 * second; time += 299 * second) {
                check(time);
                twice += momentText(time, display).size() > 19 ? 1 : 0; // says its offset
            }
        }
        if (zone == u"Europe/Berlin"_s)
            QVERIFY(twice > 0);
    }

    // Days begin at midnight of the zone.
    void histogramFollows()
    {
        EventTableModel model;
        QList<Event> events;
        for (int day = 0; day < 100; ++day)
            events += makeEvent({.id = uuidOf(day), .created = timeText(day * 86'400.0)});
        model.merge(events);
        EventHistogram histogram(model);
        histogram.setTimeDisplay(in("Asia/Tokyo"));
        histogram.setActive(true);
        const auto begins = [&histogram](const char *zone) {
            return in(zone).at(histogram.histogram().start).time();
        };
        QTRY_COMPARE(histogram.histogram().total(), 100);
        QCOMPARE(begins("Asia/Tokyo"), QTime(0, 0));
        histogram.setTimeDisplay(TimeDisplay::utc());
        QTRY_COMPARE(begins("UTC"), QTime(0, 0));
        QTRY_COMPARE(histogram.histogram().total(), 100);
        const Histogram &counted = histogram.histogram();
        const auto ticks = axisTicks(counted, 4, toDateTime(counted.start), TimeDisplay::utc());
        QVERIFY(!ticks.isEmpty() && !ticks.first().text.contains(u':'));
    }

    void modelsFollow()
    {
        EventTableModel events;
        events.merge({makeEvent({.id = uuidOf(1), .created = u"2020-11-20T16:27:41.104233Z"_s})});
        NotificationTableModel notifications;
        notifications.merge({makeNotification({.id = uuidOf(1), .created = u"2020-11-20T16:27:41.104233Z"_s})});
        const auto follows = [](RecordTableModel &model, int column) {
            QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
            const QModelIndex cell = model.index(0, column);
            model.setTimeDisplay(in("Asia/Tokyo"));
            QCOMPARE(changed.size(), 1);
            QVERIFY2(cell.data().toString().endsWith(u"01:27:41"_s), qPrintable(cell.data().toString()));
            QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"01:27:41 UTC+09:00"_s));
            QCOMPARE(cell.data(RecordTableModel::CopyRole).toString(), u"2020-11-21T01:27:41.104233+09:00"_s);
            model.setTimeDisplay({.isRelative = true, .zone = {}});
            QVERIFY(cell.data().toString().endsWith(u"ago"_s));
            model.setTimeDisplay({.isRelative = true, .zone = {}});
            QCOMPARE(changed.size(), 2);
        };
        follows(events, EventTableModel::TimeColumn);
        follows(notifications, NotificationTableModel::TimeColumn);
        QCOMPARE(events.index(0, EventTableModel::UserColumn).data(RecordTableModel::CopyRole).toString(), u"alice"_s);
    }
};

QTEST_GUILESS_MAIN(TimeDisplayTest)
#include "tst_timedisplay.moc"
