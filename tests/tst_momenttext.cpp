// SPDX-License-Identifier: GPL-3.0-or-later
#include "momenttext.h"
#include "timetext.h"

#include <QTest>
#include <QTimeZone>

using namespace tidings;
using namespace Qt::StringLiterals;

class MomentTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "America/St_Johns"); } // UTC-03:30

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: not readable
        QTest::newRow("UTC") << u"2026-11-20T16:27:41Z"_s << u"2026-11-20T16:27:41"_s;
        QTest::newRow("fraction") << u"2026-11-20T16:27:41.104233Z"_s << u"2026-11-20T16:27:41.104"_s;
        QTest::newRow("offset") << u"2026-11-20T16:27:41+01:00"_s << u"2026-11-20T15:27:41"_s;
        QTest::newRow("offset without colon") << u"2026-11-20T16:27:41-0330"_s << u"2026-11-20T19:57:41"_s;
        QTest::newRow("offset in hours") << u"2026-11-20 16:27+02"_s << u"2026-11-20T14:27:00"_s;
        QTest::newRow("blank before the zone") << u"2026-11-20 16:27:41 +01:00"_s << u"2026-11-20T15:27:41"_s;
        QTest::newRow("small z") << u"2026-11-20t16:27:41z"_s << u"2026-11-20T16:27:41"_s;
        QTest::newRow("basic") << u"20261120T162741Z"_s << u"2026-11-20T16:27:41"_s;
        QTest::newRow("basic, no seconds") << u"20261120T1627Z"_s << u"2026-11-20T16:27:00"_s;
        QTest::newRow("local") << u"2026-11-20 16:27:41"_s << u"2026-11-20T19:57:41"_s;
        QTest::newRow("local day") << u" 2026-11-20 "_s << u"2026-11-20T03:30:00"_s;
        QTest::newRow("basic day") << u"20261120"_s << u"2026-11-20T03:30:00"_s;
        QTest::newRow("seconds") << u"1795188461"_s << u"2026-11-20T15:27:41"_s;
        QTest::newRow("hour with zone") << u"2026-11-20T16Z"_s << u"2026-11-20T16:00:00"_s;
        QTest::newRow("hour and offset") << u"2026-11-20T16+02"_s << u"2026-11-20T14:00:00"_s;
        QTest::newRow("part of an hour") << u"2026-11-20T16,5Z"_s << u"2026-11-20T16:30:00"_s;
        QTest::newRow("part of a minute") << u"20261120T1605.25Z"_s << u"2026-11-20T16:05:15"_s;
        QTest::newRow("end of the day") << u"2026-11-20T24:00Z"_s << u"2026-11-21T00:00:00"_s;
        QTest::newRow("typographic minus") << u"2026-11-20T16:27\u221203:30"_s << u"2026-11-20T19:57:00"_s;
        QTest::newRow("week day") << u"2026-W47-5"_s << u"2026-11-20T03:30:00"_s;
        QTest::newRow("week day, basic") << u"2026W475"_s << u"2026-11-20T03:30:00"_s;
        QTest::newRow("week day with time") << u"2026-W47-5T16:27Z"_s << u"2026-11-20T16:27:00"_s;
        QTest::newRow("week") << u"2026-W47"_s << u"2026-11-16T03:30:00"_s;
        QTest::newRow("first week") << u"2026-W01-1"_s << u"2025-12-29T03:30:00"_s;
        QTest::newRow("long year") << u"2026-W53-7"_s << u"2027-01-03T03:30:00"_s;
        QTest::newRow("day of the year") << u"2026-324"_s << u"2026-11-20T03:30:00"_s;
        QTest::newRow("day of the year, basic") << u"2026324T162741Z"_s << u"2026-11-20T16:27:41"_s;
        QTest::newRow("month") << u"2026-11"_s << u"2026-11-01T02:30:00"_s;
        QTest::newRow("year") << u"2026"_s << u"2026-01-01T03:30:00"_s;
        QTest::newRow("milliseconds") << u"1795188461000"_s << u"2026-11-20T15:27:41"_s;
        for (const char *const bad :
            {"", "soon", "2026-13-01", "2026-02-30", "2026-11-20T25:00Z", "16:27", "-1", "99999",
                "2026-11-20T16:27:41+99:00", "2026-11T16:00", "2026-11-20Z", "2025-W53-1", "2026-W00-1", "2026-366",
                "2026-000", "2026-11-20T24:00:01Z", "2026-11-20T16:27:41Zx", "2026-11-20T16:", "0000-01-01"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        const auto time = parseMoment(text);
        QCOMPARE(time.has_value(), !utc.isEmpty());
        if (time)
            QCOMPARE(toDateTime(*time).toUTC(), QDateTime::fromString(utc + u'Z', Qt::ISODateWithMs));
    }

    // What a cell copies finds the very event again.
    void keepsMicroseconds()
    {
        const Timestamp time = 1'795'188'461'104'233;
        for (const QString &text : {u"2026-11-20T15:27:41.104233Z"_s, u"2026-11-20 11:57:41.104233-03:30"_s,
                 u"2026-11-20T11:57:41,104233"_s, u"20261120T152741.1042337Z"_s}) {
            QCOMPARE(parseMoment(text), std::optional(time));
            QCOMPARE(parseRangeEnd(text), std::optional(time + 1)); // in the range
        }
        QCOMPARE(parseMoment(momentText(time)), std::optional(time));
        for (const Timestamp end : {time, time - 104'233, time - 104'232, time + 1})
            QCOMPARE(parseRangeEnd(rangeEndText(end)), std::optional(end));
        QCOMPARE(parseRangeEnd(u"2026-11-20T15:27:41Z"_s), parseMoment(u"2026-11-20T15:27:41Z"_s));
    }

    // Every form of a day names the same one.
    void formsAgree()
    {
        const TimeDisplay utc = TimeDisplay::utc();
        for (QDate day(1999, 12, 20); day < QDate(2027, 2, 1); day = day.addDays(11)) {
            int weekYear = 0;
            const int week = day.weekNumber(&weekYear);
            const auto time = parseMoment(day.toString(Qt::ISODate), utc);
            QVERIFY(time);
            const QString weekText
                = u"%1-W%2-%3"_s.arg(weekYear).arg(week, 2, 10, QLatin1Char('0')).arg(day.dayOfWeek());
            const QString ordinal = u"%1-%2"_s.arg(day.year()).arg(day.dayOfYear(), 3, 10, QLatin1Char('0'));
            for (const QString &text : {day.toString(u"yyyyMMdd"_s), weekText, QString(weekText).remove(u'-'), ordinal,
                     QString(ordinal).remove(u'-')}) {
                QCOMPARE(parseMoment(text, utc), time);
                QCOMPARE(parseMoment(text + u"T05:06:07.5Z"_s, utc), std::optional(*time + 18'367'500'000));
            }
        }
    }

    void intervals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("from"); // empty: none
        QTest::addColumn<QString>("until");
        const QString ten = u"2026-11-20T10:00Z"_s;
        const QString noon = u"2026-11-20T12:00Z"_s;
        QTest::newRow("two") << u"2026-11-20T10:00Z/2026-11-20T12:00Z"_s << ten << noon;
        QTest::newRow("two, basic") << u"20261120T100000Z/20261120T120000Z"_s << ten << noon;
        QTest::newRow("two dashes") << u"2026-11-20T10:00Z -- 2026-11-20T12:00Z"_s << ten << noon;
        QTest::newRow("length") << u"2026-11-20T10:00Z/PT2H"_s << ten << noon;
        QTest::newRow("length in minutes") << u"2026-11-20T10:00Z/PT1H59M60S"_s << ten << noon;
        QTest::newRow("part of an hour") << u"2026-11-20T10:00Z/PT0.5H"_s << ten << u"2026-11-20T10:30Z"_s;
        QTest::newRow("length first") << u"PT2H/2026-11-20T12:00Z"_s << ten << noon;
        QTest::newRow("only the clock") << u"2026-11-20T10:00Z/12:00"_s << ten << noon;
        QTest::newRow("clock and zone") << u"2026-11-20T10:00Z/13:00+01:00"_s << ten << noon;
        QTest::newRow("zone of the start") << u"2026-11-20T12:00+02:00/2026-11-20T14:00"_s << ten << noon;
        QTest::newRow("days") << u"2026-11-20/21"_s << u"2026-11-20"_s << u"2026-11-21"_s;
        QTest::newRow("month and day") << u"2026-11-20/12-01"_s << u"2026-11-20"_s << u"2026-12-01"_s;
        QTest::newRow("a week") << u"2026-W47/P1W"_s << u"2026-11-16"_s << u"2026-11-23"_s;
        QTest::newRow("a month") << u"2026-11/P1M"_s << u"2026-11-01"_s << u"2026-12-01"_s;
        QTest::newRow("a day with a clock change") << u"2026-03-08/P1D"_s << u"2026-03-08"_s << u"2026-03-09"_s;
        QTest::newRow("moment") << u"PT1S/2026-11-20T12:00:00.000000Z"_s << u"2026-11-20T11:59:59.000001Z"_s
                                << u"2026-11-20T12:00:00.000001Z"_s;
        for (const char *const bad :
            {"", "/", "2026-11-20", "2026-11-20/", "/2026-11-20", "2026-11-20/2026-11-19", "2026-11-20/P",
                "2026-11-20/PT", "2026-11-20/soon", "P1D/P1D", "2026-11-20/2026-11-20", "2026-11-20/21/22"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString() << QString();
    }

    void intervals()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, from);
        QFETCH(const QString, until);
        const auto range = parseInterval(text);
        QCOMPARE(range.has_value(), !from.isEmpty());
        if (!range)
            return;
        QCOMPARE(range->from, parseMoment(from));
        QCOMPARE(range->until, parseMoment(until));
    }

    void daysOfTheCalendar()
    {
        using Days = TimeRange::Days;
        const TimeDisplay tokyo{.isRelative = false, .zone = QTimeZone("Asia/Tokyo")};
        const Timestamp now = *parseMoment(u"2026-11-20T16:27Z"_s); // Saturday morning there
        const auto resolved = [&](Days days) {
            return TimeRange::ofDays(days).resolved(now, tokyo);
        };
        const auto day = [&](const QString &text) {
            return parseMoment(text, tokyo);
        };
        QCOMPARE(resolved(Days::Today),
            (TimeRange{.last = {}, .from = day(u"2026-11-21"_s), .until = day(u"2026-11-22"_s)}));
        QCOMPARE(resolved(Days::Yesterday),
            (TimeRange{.last = {}, .from = day(u"2026-11-20"_s), .until = day(u"2026-11-21"_s)}));
        const TimeRange week = resolved(Days::ThisWeek);
        QVERIFY(week.contains(now));
        QCOMPARE(tokyo.at(*week.from).date().dayOfWeek(), static_cast<int>(QLocale().firstDayOfWeek()));
        QCOMPARE(tokyo.at(*week.from).date().daysTo(tokyo.at(*week.until).date()), 7);
        QVERIFY(!TimeRange::ofDays(Days::Today).isUnlimited());
        QCOMPARE(rangeText(TimeRange::ofDays(Days::Today)), u"Today"_s);
        QCOMPARE(rangeText(TimeRange::ofDays(Days::Yesterday)), u"Yesterday"_s);
        QCOMPARE(rangeText(TimeRange::ofDays(Days::ThisWeek)), u"This week"_s);
    }

    void writesWhatItReads()
    {
        for (Timestamp time = 1'700'000'000'000'000; time < 1'800'000'000'000'000; time += 7'777'777'000'000)
            QCOMPARE(parseMoment(momentText(time)), std::optional(time));
    }

    // In zones whose wall clocks show a year there that cannot be written.
    void endsOfTheCalendar()
    {
        const TimeDisplay tokyo{.isRelative = false, .zone = QTimeZone("Asia/Tokyo")};
        const TimeDisplay newYork{.isRelative = false, .zone = QTimeZone("America/New_York")};
        for (const TimeDisplay &display : {TimeDisplay::utc(), tokyo, newYork, TimeDisplay()}) {
            for (const QString &text : {u"0001-01-01T00:00:00Z"_s, u"9999-12-31T23:59:59.999998Z"_s}) {
                const auto time = parseMoment(text, display);
                QVERIFY(time);
                QCOMPARE(parseMoment(momentText(*time, display), display), time);
                QCOMPARE(parseRangeEnd(rangeEndText(*time, display), display), time);
                QCOMPARE(parseTimestamp(isoTime(*time, display).toStdString()), time);
            }
        }
        QVERIFY(!parseMoment(u"9999-12-31T23:59:59-01:00"_s));
        QVERIFY(!parseMoment(u"0001-01-01T00:00:00+01:00"_s));
        QVERIFY(!parseInterval(u"2026-11-20/P8000Y"_s));
        QVERIFY(!parseInterval(u"P3000Y/2026-11-20"_s));
        QVERIFY(parseInterval(u"P2000Y/2026-11-20"_s));
    }

    void ranges()
    {
        QCOMPARE(rangeText({}), u"Any time"_s);
        QCOMPARE(rangeText({.last = std::chrono::hours(24), .from = {}, .until = {}}), u"Last 24 hours"_s);
        const Timestamp from = 1'795'188'461'000'000;
        const QString day = rangeText({.last = {}, .from = from, .until = from + 3'600'000'000});
        QVERIFY2(day.contains(u"20"_s) && day.contains(u"–"_s), qPrintable(day));
        QVERIFY(rangeText({.last = {}, .from = from, .until = {}}).startsWith(u"Since"_s));
        QVERIFY(rangeText({.last = {}, .from = {}, .until = from}).startsWith(u"Before"_s));
    }
};

QTEST_GUILESS_MAIN(MomentTextTest)
#include "tst_momenttext.moc"
