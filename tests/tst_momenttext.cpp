// SPDX-License-Identifier: GPL-3.0-or-later
#include "momenttext.h"

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
        QTest::newRow("milliseconds") << u"1795188461000"_s << u"2026-11-20T15:27:41"_s;
        for (const char *const bad : {"", "soon", "2026-13-01", "2026-02-30", "2026-11-20T25:00Z", "16:27", "-1",
                 "99999", "2026-11-20T16:27:41+99:00"})
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

    void writesWhatItReads()
    {
        for (Timestamp time = 1'700'000'000'000'000; time < 1'800'000'000'000'000; time += 7'777'777'000'000)
            QCOMPARE(parseMoment(momentText(time)), std::optional(time));
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
