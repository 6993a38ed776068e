// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertcenter.h"
#include "alertpolicy.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

// Local time; the tests run in UTC.
QDateTime at(int hour, int minute, int second = 0)
{
    return {QDate(2026, 11, 24), QTime(hour, minute, second)};
}

Alert failedLogin(int number, const QString &address = u"192.0.2.1"_s)
{
    Alert alert;
    alert.notificationId = u"id-%1"_s.arg(number);
    alert.level = Level::Warning;
    alert.action = u"login_failed"_s;
    alert.text = u"user%1 failed to sign in"_s.arg(number);
    alert.address = address;
    return alert;
}

Alert other(const QString &action, Level level = Level::Notice)
{
    Alert alert;
    alert.notificationId = u"of-"_s + action;
    alert.level = level;
    alert.action = action;
    alert.text = u"something about "_s + action;
    return alert;
}

// Without a translation there are no English plurals either.
QString title(const AlertBurst &burst)
{
    return burst.title().replace(u"(es)"_s, u"es"_s).replace(u"(s)"_s, u"s"_s);
}

class FakeDesktop : public DesktopAlerts
{
public:
    void show(const DesktopAlert &alert) override { shown += alert; }
    void withdraw(const QString &group) override { withdrawn += group; }
    [[nodiscard]] bool isInhibited() const override { return false; }

    QList<DesktopAlert> shown;
    QStringList withdrawn;
};

} // namespace

class AlertsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void oneAlert()
    {
        AlertPolicy policy;
        policy.add({failedLogin(1)});
        const auto bursts = policy.release(at(12, 0));
        QCOMPARE(bursts.size(), 1);
        QCOMPARE(title(bursts.first()), u"Warning: Failed login"_s);
        QCOMPARE(bursts.first().body(), u"user1 failed to sign in"_s);
        QCOMPARE(bursts.first().notificationIds(), QStringList{u"id-1"_s});
        QVERIFY(policy.release(at(12, 0)).isEmpty());
        QVERIFY(!policy.nextRelease(at(12, 0)));
    }

    void burstIsJoined()
    {
        AlertPolicy policy;
        QList<Alert> alerts;
        for (int i = 0; i < 14; ++i)
            alerts += failedLogin(i, u"192.0.2.%1"_s.arg(i % 3));
        policy.add(alerts);
        auto bursts = policy.release(at(12, 0));
        QCOMPARE(bursts.size(), 1);
        QCOMPARE(title(bursts.first()), u"14 failed logins from 3 addresses"_s);
        QCOMPARE(bursts.first().body().split(u'\n'),
            QStringList({u"user13 failed to sign in"_s, u"user12 failed to sign in"_s, u"user11 failed to sign in"_s}));
        QCOMPARE(bursts.first().notificationIds().size(), 14);
        // While it is open, more of the same change it ...
        policy.add({failedLogin(20, u"198.51.100.7"_s)});
        bursts = policy.release(at(12, 0, 30));
        QCOMPARE(title(bursts.first()), u"15 failed logins from 4 addresses"_s);
        QCOMPARE(bursts.first().group(), failedLogin(1).group());
        // ... and when it was closed they begin anew.
        policy.close(bursts.first().group());
        policy.add({failedLogin(21)});
        QCOMPARE(title(policy.release(at(12, 1)).first()), u"Warning: Failed login"_s);
    }

    void kindsStandAlone()
    {
        AlertPolicy policy;
        policy.add({other(u"model_updated"_s), failedLogin(1), other(u"model_updated"_s)});
        const auto bursts = policy.release(at(12, 0));
        QCOMPARE(bursts.size(), 2);
        QCOMPARE(title(bursts.at(0)), u"Warning: Failed login"_s); // the graver one first
        QVERIFY2(title(bursts.at(1)).startsWith(u"2 × "_s), qPrintable(title(bursts.at(1))));
        QCOMPARE(bursts.at(1).body(), u"something about model_updated"_s); // the same text once
    }

    void fewAMinute()
    {
        AlertPolicy policy;
        AlertSettings settings;
        settings.perMinute = 3;
        policy.setSettings(settings);
        int shown = 0;
        for (int second = 0; second < 60; ++second) {
            policy.add({other(u"custom_%1"_s.arg(second))});
            shown += static_cast<int>(policy.release(at(12, 0, second)).size());
        }
        QCOMPARE(shown, 3);
        QVERIFY(policy.nextRelease(at(12, 0, 59)));
        QCOMPARE(*policy.nextRelease(at(12, 0, 59)), at(12, 1, 0));
        const auto rest = policy.release(at(12, 1, 0));
        QCOMPARE(rest.size(), 1);
        QCOMPARE(rest.first().count(), 57);
        QCOMPARE(title(rest.first()), u"57 notifications"_s);
        // Many kinds at once: some alone, the rest together, none lost.
        policy.clear();
        for (int i = 0; i < 10; ++i)
            policy.add({other(u"custom_%1"_s.arg(i))});
        const auto many = policy.release(at(13, 0));
        QCOMPARE(many.size(), 3);
        int count = 0;
        for (const AlertBurst &burst : many)
            count += burst.count();
        QCOMPARE(count, 10);
    }

    void clockSetBack()
    {
        AlertPolicy policy;
        AlertSettings settings;
        settings.perMinute = 1;
        policy.setSettings(settings);
        policy.add({failedLogin(1)});
        QCOMPARE(policy.release(at(12, 0)).size(), 1);
        policy.add({failedLogin(2)});
        QCOMPARE(policy.release(at(11, 0)).size(), 1);
    }

    void severitiesSwitchedOff()
    {
        AlertPolicy policy;
        AlertSettings settings;
        settings.warning = AlertStyle::Off;
        policy.setSettings(settings);
        policy.add({failedLogin(1), other(u"login"_s, Level::Alert), other(u"logout"_s, Level::Ordinary)});
        const auto bursts = policy.release(at(12, 0));
        QCOMPARE(bursts.size(), 2);
        QVERIFY(title(bursts.at(0)).startsWith(u"Alert: "_s));
    }

    void quiet_data()
    {
        QTest::addColumn<QTime>("from");
        QTest::addColumn<QTime>("until");
        QTest::addColumn<QTime>("now");
        QTest::addColumn<bool>("quiet");
        const QTime late(22, 0);
        const QTime early(7, 0);
        QTest::newRow("evening") << late << early << QTime(22, 0) << true;
        QTest::newRow("before") << late << early << QTime(21, 59, 59) << false;
        QTest::newRow("night") << late << early << QTime(3, 0) << true;
        QTest::newRow("morning") << late << early << QTime(7, 0) << false;
        QTest::newRow("noon") << QTime(12, 0) << QTime(13, 0) << QTime(12, 30) << true;
        QTest::newRow("after noon") << QTime(12, 0) << QTime(13, 0) << QTime(13, 0) << false;
        QTest::newRow("never") << early << early << early << false;
    }

    void quiet()
    {
        QFETCH(const QTime, from);
        QFETCH(const QTime, until);
        QFETCH(const QTime, now);
        QFETCH(const bool, quiet);
        AlertPolicy policy;
        AlertSettings settings;
        settings.quietHours = true;
        settings.quietFrom = from;
        settings.quietUntil = until;
        policy.setSettings(settings);
        const QDateTime moment(QDate(2026, 11, 24), now);
        QCOMPARE(policy.isQuiet(moment), quiet);
        policy.add({failedLogin(1), other(u"login"_s)});
        QCOMPARE(policy.release(moment).isEmpty(), quiet);
        if (!quiet)
            return;
        // They come together when it is over.
        const auto end = policy.nextRelease(moment);
        QVERIFY(end);
        QCOMPARE(end->time(), until);
        QVERIFY(*end > moment && moment.secsTo(*end) <= 24 * 3600);
        const auto bursts = policy.release(*end);
        QCOMPARE(bursts.size(), 1);
        QCOMPARE(title(bursts.first()), u"2 notifications"_s);
    }

    void doNotDisturbIntoQuietHours()
    {
        AlertPolicy policy;
        AlertSettings settings;
        settings.quietHours = true;
        policy.setSettings(settings);
        policy.setDoNotDisturb(at(23, 0));
        policy.add({failedLogin(1)});
        QVERIFY(policy.release(at(12, 0)).isEmpty());
        QCOMPARE(*policy.nextRelease(at(12, 0)), at(7, 0).addDays(1));
        policy.setDoNotDisturb({});
        QCOMPARE(policy.release(at(12, 0)).size(), 1);
    }

    void desktopIsInhibited()
    {
        AlertPolicy policy;
        policy.setInhibited(true);
        policy.add({failedLogin(1)});
        QVERIFY(policy.release(at(12, 0)).isEmpty());
        QVERIFY(!policy.nextRelease(at(12, 0))); // nobody knows how long
        policy.setInhibited(false);
        QCOMPARE(policy.release(at(12, 0)).size(), 1);
    }

    void hostileTexts()
    {
        Notification notification;
        notification.id = u"n"_s;
        notification.severity = u"alert"_s;
        notification.body = u"<b>x</b>\u202E\u0007"_s + QString(100'000, u'y') + u"\nsecond"_s;
        AlertBurst burst(u"g"_s);
        burst.add(alertOf(notification));
        QCOMPARE(title(burst), u"Alert: Notification"_s);
        QVERIFY(burst.body().startsWith(u"<b>x</b>‹U+202E›␇yyy"_s));
        QVERIFY(burst.body().size() < 500);
        QVERIFY(!burst.body().contains(u'\n'));
        Alert rule;
        rule.rule = u"line\nbreak\u202E"_s + QString(1000, u'z');
        AlertBurst ofRule(u"r"_s);
        ofRule.add(rule);
        QVERIFY(title(ofRule).size() < 200);
        QVERIFY(!title(ofRule).contains(u'\n'));
        QVERIFY(!title(ofRule).contains(QChar(0x202E)));
    }

    void centerShowsAndListens()
    {
        FakeDesktop desktop;
        QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        QSignalSpy opened(&center, &AlertCenter::openRequested);
        QSignalSpy seen(&center, &AlertCenter::markSeenRequested);
        QSignalSpy snoozed(&center, &AlertCenter::snoozeRequested);
        center.add({failedLogin(1), failedLogin(2)});
        QCOMPARE(desktop.shown.size(), 1);
        const DesktopAlert shown = desktop.shown.first();
        QCOMPARE(shown.level, Level::Warning);
        QVERIFY(shown.marksSeen && !shown.snoozes && !shown.sound);
        emit desktop.actionInvoked(shown.group, DesktopAlerts::Action::Open);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<Alert>().notificationId, u"id-2"_s);
        emit desktop.actionInvoked(shown.group, DesktopAlerts::Action::MarkSeen);
        QCOMPARE(seen.first().first().toStringList(), QStringList({u"id-1"_s, u"id-2"_s}));
        emit desktop.actionInvoked(shown.group, DesktopAlerts::Action::Snooze);
        QCOMPARE(snoozed.first().at(1).toDateTime(), now.addSecs(3600));
        emit desktop.closed(shown.group);
        emit desktop.actionInvoked(shown.group, DesktopAlerts::Action::Open);
        QCOMPARE(opened.size(), 1); // that one is gone
    }

    void centerOffersSnoozeAndSound()
    {
        FakeDesktop desktop;
        const QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        AlertSettings settings;
        settings.alert = AlertStyle::Sound;
        center.setSettings(settings);
        center.setSnoozable(true);
        Alert rule;
        rule.rule = u"Rule"_s;
        rule.ruleId = u"r"_s;
        rule.level = Level::Alert;
        center.add({failedLogin(1), rule});
        QCOMPARE(desktop.shown.size(), 2);
        QVERIFY(desktop.shown.at(0).sound); // the rule
        QVERIFY(!desktop.shown.at(0).marksSeen && !desktop.shown.at(0).snoozes); // there is nothing to mark
        QVERIFY(!desktop.shown.at(1).sound);
        QVERIFY(desktop.shown.at(1).snoozes);
    }

    void centerKeepsQuiet()
    {
        FakeDesktop desktop;
        QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        QSignalSpy changed(&center, &AlertCenter::doNotDisturbChanged);
        center.setDoNotDisturb(at(13, 0));
        QCOMPARE(changed.size(), 1);
        center.add({failedLogin(1)});
        QVERIFY(desktop.shown.isEmpty());
        QCOMPARE(center.doNotDisturb(), at(13, 0));
        now = at(13, 0, 1);
        QVERIFY(!center.doNotDisturb().isValid());
        center.releaseDue();
        QCOMPARE(desktop.shown.size(), 1);
        emit desktop.inhibitedChanged(true);
        center.add({failedLogin(2)});
        QCOMPARE(desktop.shown.size(), 1);
        emit desktop.inhibitedChanged(false);
        QCOMPARE(desktop.shown.size(), 2);
        center.withdrawAll();
        QVERIFY(!desktop.withdrawn.isEmpty());
    }

    // Seen, deleted or put aside while it was held back or shown.
    void forgotten()
    {
        FakeDesktop desktop;
        QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        center.setDoNotDisturb(at(13, 0));
        center.add({failedLogin(1), failedLogin(2), failedLogin(3)});
        center.forget({u"id-1"_s, u"id-3"_s});
        now = at(13, 0, 1);
        center.releaseDue();
        QCOMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.first().body, u"user2 failed to sign in"_s);
        // Of an open one nothing is left: it goes.
        const QString group = desktop.shown.first().group;
        center.forget({u"id-9"_s});
        QVERIFY(desktop.withdrawn.isEmpty());
        center.forget({u"id-2"_s});
        QCOMPARE(desktop.withdrawn, QStringList{group});
        // What comes next begins anew.
        center.add({failedLogin(4)});
        QVERIFY2(desktop.shown.last().title.startsWith(u"Warning: "_s), qPrintable(desktop.shown.last().title));
        // Nothing is shown of what was forgotten altogether.
        center.setDoNotDisturb(at(14, 0));
        center.add({failedLogin(5)});
        center.forgetIf([](const Alert &alert) { return alert.level == Level::Warning; });
        now = at(14, 0, 1);
        center.releaseDue();
        QCOMPARE(desktop.shown.size(), 2);
    }

    void partOfABurstIsForgotten()
    {
        AlertPolicy policy;
        policy.add({failedLogin(1, u"192.0.2.1"_s), failedLogin(2, u"192.0.2.2"_s), failedLogin(3, u"192.0.2.3"_s)});
        const QString group = policy.release(at(12, 0)).first().group();
        QVERIFY(policy.forgetIf([](const Alert &alert) { return alert.notificationId == "id-3"_L1; }).isEmpty());
        const AlertBurst *const burst = policy.openBurst(group);
        QVERIFY(burst);
        QCOMPARE(title(*burst), u"2 failed logins from 2 addresses"_s);
        QCOMPARE(burst->body(), u"user2 failed to sign in\nuser1 failed to sign in"_s);
        QCOMPARE(burst->newest().notificationId, u"id-2"_s);
        QCOMPARE(burst->notificationIds(), QStringList({u"id-1"_s, u"id-2"_s}));
    }

    // Records may be large; of those that wait only the newest of a group is kept.
    void recordsAreNotKept()
    {
        AlertPolicy policy;
        QList<Alert> alerts;
        for (int i = 0; i < 3000; ++i) {
            Alert alert = failedLogin(i);
            alert.eventId = u"event-%1"_s.arg(i);
            alert.event.id = alert.eventId;
            alert.event.raw = QByteArray(100, 'x');
            alerts += alert;
        }
        policy.add(alerts);
        const AlertBurst burst = policy.release(at(12, 0)).first();
        QCOMPARE(burst.count(), 3000);
        QCOMPARE(burst.newest().event.id, u"event-2999"_s);
        QCOMPARE(burst.notificationIds().size(), 1000);
        policy.add({alerts.at(1), alerts.at(2)});
        policy.forgetIf([](const Alert &alert) { return alert.notificationId == "id-2"_L1; });
        QVERIFY(policy.release(at(12, 0)).first().newest().event.raw.isEmpty()); // not that of another
    }

    // What was not collected is not counted, but it is said that there was more.
    void moreThanCollected()
    {
        const auto nameless = [](int count) {
            QList<Alert> alerts;
            for (int i = 0; i < count; ++i)
                alerts += failedLogin(i, u"192.0.2.%1"_s.arg(i % 3));
            return alerts;
        };
        AlertPolicy policy;
        policy.add(nameless(5000));
        QCOMPARE(title(policy.release(at(12, 0)).first()), u"5000 failed logins from at least 3 addresses"_s);
        policy.clear();
        // The oldest of too many go ...
        policy.add(nameless(5002) + QList<Alert>{other(u"model_updated"_s), other(u"logout"_s)});
        auto bursts = policy.release(at(12, 5));
        QCOMPARE(bursts.size(), 3);
        QCOMPARE(title(bursts.at(0)), u"At least 4998 failed logins from at least 3 addresses"_s);
        QCOMPARE(bursts.at(1).count(), 1);
        QVERIFY2(!title(bursts.at(1)).contains(u"east"_s), qPrintable(title(bursts.at(1)))); // all of its kind
        // ... and the pop-up says so for as long as it is open.
        policy.add({failedLogin(9)});
        QCOMPARE(title(policy.release(at(12, 10)).first()), u"At least 4999 failed logins from at least 3 addresses"_s);
        policy.clear();
        policy.add(nameless(2));
        QCOMPARE(title(policy.release(at(12, 15)).first()), u"2 failed logins from 2 addresses"_s);
        policy.clear();
        // Or who adds them has not seen all.
        policy.add(nameless(1) + QList<Alert>{other(u"logout"_s), other(u"logout"_s)}, true);
        policy.add({other(u"login"_s)});
        bursts = policy.release(at(12, 20));
        QCOMPARE(title(bursts.at(0)), u"At least 1 failed logins from at least 1 addresses"_s);
        QVERIFY2(title(bursts.at(1)).startsWith(u"At least 2 × "_s), qPrintable(title(bursts.at(1))));
        QVERIFY2(!title(bursts.at(2)).contains(u"east"_s), qPrintable(title(bursts.at(2))));
        policy.clear();
        // All in one.
        policy.setInhibited(true);
        policy.add({other(u"login"_s)});
        policy.add(nameless(2), true);
        QVERIFY(policy.release(at(12, 25)).isEmpty());
        policy.setInhibited(false);
        QCOMPARE(title(policy.release(at(12, 30)).first()), u"At least 3 notifications"_s);
        policy.clear();
        // Those that are only counted have a kind, too.
        policy.setInhibited(true);
        policy.add({other(u"login"_s)});
        policy.add(nameless(1000));
        QVERIFY(policy.release(at(12, 35)).isEmpty());
        policy.setInhibited(false);
        QCOMPARE(title(policy.release(at(12, 40)).first()), u"1001 notifications"_s);
    }

    void centerSaysThereIsMore()
    {
        FakeDesktop desktop;
        const QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        center.add({other(u"logout"_s), other(u"logout"_s)}, true);
        QVERIFY2(desktop.shown.first().title.startsWith(u"At least 2 × "_s), qPrintable(desktop.shown.first().title));
    }

    void announcementIsAnswered()
    {
        FakeDesktop desktop;
        const QDateTime now = at(12, 0);
        AlertCenter center(desktop, [&now] { return now; });
        QSignalSpy announced(&center, &AlertCenter::announced);
        center.announce(u"A"_s, u"B"_s);
        const QString group = desktop.shown.first().group;
        emit desktop.accepted(u"another"_s);
        QVERIFY(announced.isEmpty());
        emit desktop.accepted(group);
        emit desktop.closed(group);
        QCOMPARE(announced.size(), 1);
        QVERIFY(announced.first().first().toBool());
        center.announce(u"A"_s, u"B"_s);
        emit desktop.closed(group);
        QCOMPARE(announced.size(), 2);
        QVERIFY(!announced.last().first().toBool());
    }

    void settingsByLevel()
    {
        AlertSettings settings;
        settings.notice = AlertStyle::Off;
        settings.alert = AlertStyle::Sound;
        QCOMPARE(settings.styleOf(Level::Ordinary), AlertStyle::Off);
        QCOMPARE(settings.styleOf(Level::Notice), AlertStyle::Off);
        QCOMPARE(settings.styleOf(Level::Warning), AlertStyle::Silent);
        QCOMPARE(settings.styleOf(Level::Alert), AlertStyle::Sound);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
