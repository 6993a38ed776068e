// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <ctime>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 11, 20), QTime(15, 0), Qt::UTC);

Timestamp ago(qint64 seconds)
{
    return fromDateTime(now) - seconds * 1'000'000;
}

// The local zone for one test.
class Zone
{
public:
    explicit Zone(const QByteArray &name)
        : m_former(qgetenv("TZ"))
    {
        set(name);
    }
    ~Zone() { set(m_former); }
    Q_DISABLE_COPY_MOVE(Zone)

private:
    static void set(const QByteArray &name)
    {
        qputenv("TZ", name);
        tzset();
    }
    QByteArray m_former;
};

} // namespace

class TimeTextTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void columns()
    {
        const Zone zone("UTC0");
        QCOMPARE(columnTime(ago(0), now), u"15:00:00"_s);
        QCOMPARE(columnTime(ago(15 * 3600), now), u"00:00:00"_s);
        QCOMPARE(columnTime(ago(15 * 3600 + 1), now), u"Yesterday 23:59:59"_s);
        QCOMPARE(columnTime(ago(3 * 86'400), now), u"17/11/2026 15:00:00"_s);
        QCOMPARE(columnTime(ago(-86'400), now), u"21/11/2026 15:00:00"_s); // a clock that is ahead
    }

    void widestColumns()
    {
        TimeDisplay display = TimeDisplay::utc();
        QStringList texts = widestColumnTimes(display);
        QVERIFY(texts.contains(u"20:58:58"_s) && texts.contains(u"Yesterday 20:58:58"_s));
        QVERIFY(texts.contains(u"28/11/2025 20:58:58"_s));
        display.isRelative = true;
        texts = widestColumnTimes(display);
        QVERIFY(texts.contains(u"58 min ago"_s) && texts.contains(u"47 h ago"_s));
        QVERIFY(texts.last().startsWith(u"888 day"_s));
    }

    void columnsInAnotherZone()
    {
        const Zone zone("EST5");
        QCOMPARE(columnTime(ago(0), now), u"10:00:00"_s);
        QCOMPARE(columnTime(ago(11 * 3600), now), u"Yesterday 23:00:00"_s);
        QVERIFY(exactTime(ago(0)).endsWith(u"10:00:00 UTC−05:00"_s));
    }

    void relative()
    {
        QCOMPARE(relativeTime(ago(0), now), u"0 s ago"_s);
        QCOMPARE(relativeTime(ago(59), now), u"59 s ago"_s);
        QCOMPARE(relativeTime(ago(60), now), u"1 min ago"_s);
        QCOMPARE(relativeTime(ago(3599), now), u"59 min ago"_s);
        QCOMPARE(relativeTime(ago(3600), now), u"1 h ago"_s);
        QCOMPARE(relativeTime(ago(47 * 3600), now), u"47 h ago"_s);
        QVERIFY(relativeTime(ago(4 * 86'400), now).startsWith(u"4 day"_s));
        QCOMPARE(relativeTime(ago(-7200), now), u"in 2 h"_s);
    }

    void exact()
    {
        const Zone zone("XST-5:30");
        QCOMPARE(exactTime(ago(0)), u"Friday, 20 November 2026, 20:30:00 UTC+05:30"_s);
    }

    void offsets()
    {
        const auto offset = [](int seconds) {
            return offsetText(QDateTime(now.date(), now.time(), Qt::OffsetFromUTC, seconds));
        };
        QCOMPARE(offset(0), u"UTC+00:00"_s);
        QCOMPARE(offset(3600), u"UTC+01:00"_s);
        QCOMPARE(offset(20'700), u"UTC+05:45"_s);
        QCOMPARE(offset(-12'600), u"UTC−03:30"_s);
        QCOMPARE(offset(-1800), u"UTC−00:30"_s);
    }

    void farTimes()
    {
        for (const Timestamp time :
            {Timestamp(0), *parseTimestamp("0001-01-01T00:00:00Z"), *parseTimestamp("9999-12-31T23:59:59Z")}) {
            QVERIFY(!columnTime(time, now).isEmpty());
            QVERIFY(!relativeTime(time, now).isEmpty());
            QVERIFY(!exactTime(time).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
