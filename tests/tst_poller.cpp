// SPDX-License-Identifier: GPL-3.0-or-later
#include "poller.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The wait was just started anew: jittered by a tenth, rounded to whole seconds by Qt, and a little of it may have
// passed.
bool isAbout(const Poller &poller, std::chrono::milliseconds wait)
{
    return poller.remaining() <= wait + wait / 10 + 1s && poller.remaining() > wait - wait / 10 - 3s;
}

} // namespace

class PollerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void stoppedAtFirst()
    {
        Poller poller;
        QSignalSpy due(&poller, &Poller::due);
        QVERIFY(!poller.isEnabled());
        QCOMPARE(poller.interval(), 30s);
        QCOMPARE(poller.remaining(), 0ms);
        poller.succeeded();
        poller.failed({});
        poller.recovered();
        poller.setInterval(5s);
        poller.setInBackground(true);
        QCOMPARE(poller.remaining(), 0ms);
        poller.setEnabled(true);
        QVERIFY(poller.remaining() > 0ms);
        poller.setEnabled(false);
        QCOMPARE(poller.remaining(), 0ms);
        QCOMPARE(due.size(), 0);
    }

    void intervals()
    {
        Poller poller;
        poller.setInterval(1s);
        QCOMPARE(poller.interval(), 5s);
        poller.setInterval(100h);
        QCOMPARE(poller.interval(), 1h);
        poller.setInterval(120s);
        poller.setEnabled(true);
        QVERIFY(isAbout(poller, 120s));
        poller.setInterval(300s); // takes effect at once
        QVERIFY(isAbout(poller, 300s));
        poller.setInterval(60s);
        poller.setInBackground(true);
        QVERIFY(isAbout(poller, 240s));
        poller.setInBackground(false);
        QVERIFY(isAbout(poller, 60s));
    }

    // What the window says of the pace
    void pace()
    {
        using Pace = Poller::Pace;
        Poller poller;
        poller.setInterval(60s);
        poller.setEnabled(true);
        QCOMPARE(poller.pace(), Pace::Usual);
        QCOMPARE(poller.wait(), 60s);
        poller.setIdle(true);
        QCOMPARE(poller.pace(), Pace::Idle);
        QCOMPARE(poller.wait(), 240s);
        QVERIFY(isAbout(poller, 240s));
        poller.setInBackground(true); // not slower still
        QCOMPARE(poller.pace(), Pace::Background);
        QCOMPARE(poller.wait(), 240s);
        poller.setOnBattery(true); // nor on battery
        QCOMPARE(poller.pace(), Pace::Background);
        QCOMPARE(poller.wait(), 240s);
        poller.setInBackground(false);
        poller.setIdle(false);
        QCOMPARE(poller.pace(), Pace::Battery);
        QCOMPARE(poller.wait(), 120s);
        poller.setOnBattery(false);
        QVERIFY(isAbout(poller, 60s));
        poller.failed({});
        QCOMPARE(poller.pace(), Pace::Failing);
        QCOMPARE(poller.wait(), 120s);
        ApiError error;
        error.retryAfter = 700s;
        poller.failed(error);
        QCOMPARE(poller.pace(), Pace::ServerAsked);
        QCOMPARE(poller.wait(), 700s);
        error.retryAfter = 1s;
        poller.failed(error);
        QCOMPARE(poller.pace(), Pace::Failing);
        poller.succeeded();
        QCOMPARE(poller.pace(), Pace::Usual);
    }

    void backOff()
    {
        Poller poller;
        poller.setInterval(60s);
        poller.setEnabled(true);
        for (const auto wait : {120s, 240s, 480s, 600s, 600s, 600s, 600s, 600s, 600s, 600s, 600s}) {
            poller.failed({});
            QVERIFY(isAbout(poller, wait));
        }
        poller.succeeded();
        QVERIFY(isAbout(poller, 60s));
        // An interval longer than the longest back-off stays.
        poller.setInterval(1h);
        poller.failed({});
        QVERIFY(isAbout(poller, 1h));
        // A new start forgets failures.
        poller.setInterval(60s);
        poller.setEnabled(false);
        poller.setEnabled(true);
        QVERIFY(isAbout(poller, 60s));
    }

    void retryAfterIsKept()
    {
        Poller poller;
        poller.setInterval(10s);
        poller.setEnabled(true);
        ApiError error;
        error.retryAfter = 1000s;
        for (int i = 0; i < 20; ++i) {
            poller.failed(error);
            QVERIFY(poller.remaining() > 997s);
            QVERIFY(poller.remaining() <= 1101s);
            poller.succeeded();
            QVERIFY(poller.remaining() <= 11s); // 10 % of jitter
        }
        // Shorter than the back-off: no matter.
        poller.setInterval(100s);
        error.retryAfter = 1s;
        poller.failed(error);
        QVERIFY(isAbout(poller, 200s));
    }

    void recovering()
    {
        Poller poller;
        poller.setInterval(60s);
        poller.setEnabled(true);
        poller.failed({});
        QVERIFY(isAbout(poller, 120s));
        poller.recovered();
        QVERIFY(isAbout(poller, 60s));
        const auto before = poller.remaining();
        poller.recovered(); // nothing to recover from: what is due is not put off
        QVERIFY(poller.remaining() <= before);
    }
};

QTEST_GUILESS_MAIN(PollerTest)
#include "tst_poller.moc"
