// SPDX-License-Identifier: GPL-3.0-or-later
#include "localinboxstate.h"
#include "localstatecommand.h"
#include "support/records.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp second = 1'000'000;
constexpr Timestamp hour = 3600 * second;
constexpr Timestamp start = 1'795'168'800'000'000; // Friday, 2026-11-20T10:00:00Z

NotificationKind kind(const QString &pattern, const QString &action = u"login_failed"_s)
{
    return {action, u"alert"_s, pattern};
}

struct State
{
    Timestamp now = start;
    LocalInboxState state{[this] {
        return now;
    }};
    QSignalSpy snoozes{&state, &LocalInboxState::snoozesChanged};
    QSignalSpy mutes{&state, &LocalInboxState::mutesChanged};
    QSignalSpy woke{&state, &LocalInboxState::woke};

    void snooze(const QByteArray &key, Timestamp until) { state.apply({{{key}, Snooze{now, until, {}}}}); }
    int mute(const NotificationKind &what, std::optional<Timestamp> expires = {})
    {
        Mute mute;
        mute.kind = what;
        mute.reason = u"known"_s;
        mute.created = now;
        mute.expires = expires;
        return state.addMute(mute);
    }
};

} // namespace

class InboxStateTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void snoozesEndAtTheirTime()
    {
        State s;
        s.snooze("a", start + hour);
        s.snooze("b", start + 2 * hour);
        QCOMPARE(s.snoozes.size(), 2);
        QVERIFY(s.state.isSnoozed("a"));
        s.state.wakeDue();
        QCOMPARE(s.state.snoozeCount(), 2);
        s.now += hour;
        s.state.wakeDue();
        QVERIFY(!s.state.isSnoozed("a"));
        QVERIFY(s.state.isSnoozed("b"));
        QCOMPARE(s.woke.size(), 1);
        QCOMPARE(s.woke.first().first().toStringList(), QStringList{u"a"_s});
        QCOMPARE(s.snoozes.size(), 3);
    }

    // By its own timer
    void theTimerWakes()
    {
        LocalInboxState state;
        QSignalSpy woke(&state, &LocalInboxState::woke);
        state.apply(
            {{{"a"}, Snooze{0, currentTimestamp() + 20'000, {}}}, {{"b"}, Snooze{0, currentTimestamp() + hour, {}}}});
        QTRY_COMPARE(woke.size(), 1);
        QVERIFY(!state.isSnoozed("a"));
        QVERIFY(state.isSnoozed("b"));
    }

    void untilItHappensAgain()
    {
        State s;
        Snooze again{start, {}, kind(u"Login failed for *"_s)};
        s.state.apply({{{"a", "b"}, again}, {{"c"}, Snooze{start, {}, kind(u"Other"_s)}}});
        s.now += 1000 * hour;
        s.state.wakeDue();
        QCOMPARE(s.state.snoozeCount(), 3);
        s.state.noteArrival("a", start + 1, again.kind); // itself
        s.state.noteArrival("old", start, again.kind); // was there before
        s.state.noteArrival("new", start + 1, kind(u"Login failed for *"_s, u"login"_s)); // another action
        QCOMPARE(s.woke.size(), 1); // b, by a
        QVERIFY(s.state.isSnoozed("a"));
        s.state.noteArrival("new", start + 2, again.kind);
        QVERIFY(!s.state.isSnoozed("a"));
        QVERIFY(s.state.isSnoozed("c"));
    }

    void mutesCoverTheirKind()
    {
        State s;
        QCOMPARE(s.mute({}), 0); // everything is no kind
        const int exact = s.mute(kind(u"Login failed for *"_s));
        QVERIFY(exact > 0);
        QVERIFY(s.state.muteFor(kind(u"Login failed for *"_s)));
        QVERIFY(!s.state.muteFor(kind(u"Login failed"_s)));
        QVERIFY(!s.state.muteFor(kind(u"Login failed for *"_s, u"login"_s)));
        s.mute({u"logout"_s, {}, {}});
        QVERIFY(s.state.muteFor(kind(u"anything"_s, u"logout"_s)));
        QCOMPARE(s.mutes.size(), 2);
        QVERIFY(s.state.removeMute(exact));
        QVERIFY(!s.state.removeMute(exact));
        QVERIFY(!s.state.muteFor(kind(u"Login failed for *"_s)));
        QCOMPARE(s.mutes.size(), 3);
    }

    void mutesExpire()
    {
        State s;
        s.mute(kind(u"x"_s), start + hour);
        QVERIFY(s.state.muteFor(kind(u"x"_s)));
        s.now += hour;
        s.state.wakeDue();
        QVERIFY(!s.state.muteFor(kind(u"x"_s)));
        QCOMPARE(s.mutes.size(), 2); // said once
        s.state.wakeDue();
        QCOMPARE(s.mutes.size(), 2);
        QCOMPARE(s.state.mutes().size(), 1); // still listed
    }

    void hitsAreCountedOnce()
    {
        State s;
        s.mute(kind(u"x"_s));
        s.state.noteArrival("before", start - 1, kind(u"x"_s));
        s.state.noteArrival("other", start + 1, kind(u"y"_s));
        QCOMPARE(s.state.mutes().first().hits, 0);
        for (int i = 0; i < 3; ++i)
            s.state.noteArrival("one", start + 1, kind(u"x"_s));
        s.state.noteArrival("two", start + 5, kind(u"x"_s));
        QCOMPARE(s.state.mutes().first().hits, 2);
        QCOMPARE(s.state.mutes().first().lastHit.value_or(0), start + 5);
    }

    void undo()
    {
        State s;
        QUndoStack undo;
        s.snooze("a", start + hour);
        undo.push(
            new SnoozeCommand(s.state, {{{"a", "b", "b"}, Snooze{start, start + 9 * hour, {}}}}, u"two snoozed"_s));
        QCOMPARE(s.state.snoozeCount(), 2);
        undo.undo();
        QVERIFY(!s.state.isSnoozed("b"));
        QCOMPARE(s.state.snooze("a").value().until.value_or(0), start + hour); // as before
        undo.redo();
        QVERIFY(s.state.isSnoozed("b"));

        Mute mute;
        mute.kind = kind(u"x"_s);
        mute.created = start;
        undo.push(new MuteCommand(s.state, mute, u"muted"_s));
        s.state.noteArrival("one", start + 1, kind(u"x"_s));
        const int id = s.state.mutes().first().id;
        undo.push(new MuteCommand(s.state, id, u"revoked"_s));
        QVERIFY(s.state.mutes().isEmpty());
        undo.undo();
        QCOMPARE(s.state.mutes().first().hits, 1);
        undo.undo();
        QVERIFY(s.state.mutes().isEmpty());
        undo.redo();
        QVERIFY(s.state.muteFor(kind(u"x"_s)));
    }

    void keptOnDisk()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"new/inbox-1.json"_s);
        {
            State s;
            QCOMPARE(s.state.open(path), QString());
            s.snooze("a", start + hour);
            s.snooze("short", start + 1);
            s.state.apply({{{"again"}, Snooze{start, {}, kind(u"x *"_s)}}});
            s.mute(kind(u"y *"_s), start + 2 * hour);
            s.state.noteArrival("hit", start + 3, kind(u"y *"_s));
        } // written when it goes
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        QCOMPARE(QFileInfo(folder.filePath(u"new"_s)).permissions() & (QFile::ExeGroup | QFile::ExeOther),
            QFile::Permissions());
        State s;
        s.now = start + second;
        QCOMPARE(s.state.open(path), QString());
        QVERIFY(!s.state.isSnoozed("short")); // over meanwhile
        QCOMPARE(s.state.snooze("a").value(), (Snooze{start, start + hour, {}}));
        QCOMPARE(s.state.snooze("again").value(), (Snooze{start, {}, kind(u"x *"_s)}));
        QCOMPARE(s.state.mutes().size(), 1);
        const Mute mute = s.state.mutes().first();
        QCOMPARE(mute.kind, kind(u"y *"_s));
        QCOMPARE(mute.reason, u"known"_s);
        QCOMPARE(mute.expires.value_or(0), start + 2 * hour);
        QCOMPARE(mute.hits, 1);
        s.state.noteArrival("hit", start + 3, kind(u"y *"_s)); // counted in the run before
        QCOMPARE(s.state.mutes().first().hits, 1);
        // Another profile
        QCOMPARE(s.state.open(folder.filePath(u"none.json"_s)), QString());
        QVERIFY(!s.state.hasSnoozes() && s.state.mutes().isEmpty());
    }

    void writesAMomentLater()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"inbox.json"_s);
        State s;
        s.state.open(path);
        s.snooze("a", start + hour);
        QVERIFY(!QFile::exists(path));
        QTRY_VERIFY(QFile::exists(path));
    }

    void saysThatItCannotWrite()
    {
        const QTemporaryDir folder;
        State s;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        s.state.open(folder.filePath(u"file/inbox.json"_s)); // a file is no folder
        QSignalSpy failed(&s.state, &LocalInboxState::saveFailed);
        s.snooze("a", start + hour);
        s.state.flush();
        QCOMPARE(failed.size(), 1);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("snoozes");
        QTest::addColumn<int>("mutes");
        QTest::addColumn<bool>("isBroken");
        const QByteArray head = "{\"tidings_inbox\":1,";
        QTest::newRow("no JSON") << QByteArray("hello") << 0 << 0 << true;
        QTest::newRow("another JSON") << QByteArray("{\"tidings_views\":1}") << 0 << 0 << true;
        QTest::newRow("cut") << head + "\"snoozes\":[" << 0 << 0 << true;
        QTest::newRow("nothing") << head + "\"x\":1}" << 0 << 0 << false;
        QTest::newRow("wrong types") << head + "\"snoozes\":{},\"mutes\":[1,null,\"x\",[]]}" << 0 << 0 << false;
        QTest::newRow("one good") << head
                + "\"snoozes\":[{\"id\":7},{\"id\":\"a\"},{\"id\":\"\",\"until\":\"2027-01-01T00:00:00Z\"},"
                  "{\"id\":\"b\",\"until\":\"soon\"},{\"id\":\"c\",\"until\":\"2027-01-01T00:00:00Z\",\"new\":1}]}"
                                  << 1 << 0 << false;
        QTest::newRow("mutes") << head
                + "\"mutes\":[{},{\"pattern\":\"x\",\"hits\":-1e99},{\"pattern\":\"y\",\"expires\":\"never\"},"
                  "{\"action\":\"login\",\"expires\":\"2027-01-01T00:00:00Z\"}]}"
                               << 0 << 2 << false;
    }
    void badFiles()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const int, snoozes);
        QFETCH(const int, mutes);
        QFETCH(const bool, isBroken);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"inbox.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        State s;
        QCOMPARE(!s.state.open(path).isEmpty(), isBroken);
        QCOMPARE(QFile::exists(path + u".broken"_s), isBroken);
        QCOMPARE(s.state.snoozeCount(), snoozes);
        QCOMPARE(s.state.mutes().size(), mutes);
        for (const Mute &mute : s.state.mutes())
            QVERIFY(mute.hits >= 0);
    }

    // A group of very many, and back: exactly, also where something was snoozed before, and over the file.
    void veryMany()
    {
        constexpr int many = 100'000;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"inbox.json"_s);
        QList<QByteArray> keys;
        for (int i = 0; i < many; ++i)
            keys += uuidOf(i).toUtf8();
        const Snooze tomorrow{start, start + 24 * hour, {}};
        const Snooze before{start, start + hour, {}};
        {
            State s;
            s.state.open(path);
            s.state.apply({{{keys.at(7), "odd"}, before}});
            QUndoStack undo;
            const qsizetype signalsBefore = s.snoozes.size();
            undo.push(new SnoozeCommand(s.state, {{keys, tomorrow}}, u"many"_s));
            QVERIFY(s.state.isApplying()); // not within the call
            QTRY_VERIFY(!s.state.isApplying());
            QCOMPARE(s.snoozes.size(), signalsBefore + 1);
            QCOMPARE(s.state.snoozeCount(), many + 1);
            QCOMPARE(s.state.snooze(keys.at(7)).value(), tomorrow);
            undo.undo();
            undo.redo(); // before it is through
            undo.undo();
            QTRY_VERIFY(!s.state.isApplying());
            QCOMPARE(s.state.snoozeCount(), 2);
            QCOMPARE(s.state.snooze(keys.at(7)).value(), before);
            QCOMPARE(s.state.snooze("odd").value(), before);
            undo.redo();
        } // what waits is made, and written
        QVERIFY2(QFileInfo(path).size() < 3'000'000, "compact");
        State s;
        QCOMPARE(s.state.open(path), QString());
        QCOMPARE(s.state.snoozeCount(), many + 1);
        QCOMPARE(s.state.snooze(keys.last()).value(), tomorrow);
        QCOMPARE(s.state.snooze("odd").value(), before);
        s.now += 24 * hour;
        s.state.wakeDue();
        QCOMPARE(s.woke.size(), 1);
        QCOMPARE(s.woke.first().first().toStringList().size(), many + 1);
    }

    // "Until it happens again" of many of one kind: what was here when it was said is no repetition.
    void loadedAnewIsNoRepetition()
    {
        State s;
        const NotificationKind like = kind(u"Login failed for *"_s);
        const auto load = [&] {
            for (int i = 0; i < 5; ++i)
                s.state.noteArrival(QByteArray::number(i), start - i * second, like);
        };
        load();
        QCOMPARE(s.state.newestArrival(), start);
        s.state.apply({{{"1", "2", "3"}, Snooze{s.state.newestArrival(), {}, like}}});
        load();
        QCOMPARE(s.state.snoozeCount(), 3);
        s.state.noteArrival("elsewhere", start + second, like, true); // seen already
        QCOMPARE(s.state.snoozeCount(), 3);
        s.state.noteArrival("new", start + second, like);
        QCOMPARE(s.state.snoozeCount(), 0);
        QCOMPARE(s.woke.size(), 1);
    }

    // After "Retry" the same file is still open, and what can be undone still is what it was.
    void openedAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"inbox.json"_s);
        State s;
        s.state.open(path);
        s.snooze("a", start + hour);
        QUndoStack undo;
        Mute mute;
        mute.kind = kind(u"x"_s);
        mute.created = start;
        undo.push(new MuteCommand(s.state, mute, u"muted"_s));
        QCOMPARE(s.state.open(path), QString());
        QVERIFY(s.state.isSnoozed("a"));
        undo.undo();
        QVERIFY(s.state.mutes().isEmpty());
    }

    // The server deleted the event: the action is not known, and the names stand in the text.
    void mutesCoverWhatLostItsEvent()
    {
        Mute mute;
        mute.kind = {u"login_failed"_s, u"alert"_s, u"Login failed for * from *"_s};
        QVERIFY(mute.covers({{}, u"alert"_s, u"Login failed for bob from *"_s}));
        QVERIFY(mute.covers({{}, u"alert"_s, u"Login failed for bob the second from home"_s}));
        QVERIFY(!mute.covers({{}, u"alert"_s, u"Login failed for bob"_s}));
        QVERIFY(!mute.covers({{}, u"notice"_s, u"Login failed for bob from *"_s}));
        QVERIFY(!mute.covers({u"login"_s, u"alert"_s, u"Login failed for * from *"_s}));
        mute.kind.pattern = QString(); // an action alone does not cover what has none
        QVERIFY(!mute.covers({{}, u"alert"_s, u"x"_s}));
        mute.kind.pattern = u"* *"_s; // nor do texts without a word
        QVERIFY(!mute.covers({{}, u"alert"_s, u"x"_s}));
    }

    void bounded()
    {
        State s;
        QSignalSpy refused(&s.state, &LocalInboxState::snoozesRefused);
        SnoozeChange many{{}, Snooze{start, start + hour, {}}};
        for (int i = 0; i < LocalInboxState::mostSnoozes + 10; ++i)
            many.keys += QByteArray::number(i);
        s.state.apply({many});
        s.state.flush();
        QCOMPARE(s.state.snoozeCount(), LocalInboxState::mostSnoozes);
        QCOMPARE(refused.size(), 1); // said, and nothing else comes back for it
        QCOMPARE(refused.first().first().toInt(), 10);
        QVERIFY(s.state.isSnoozed("9"));
        for (int i = 0; i < LocalInboxState::mostMutes; ++i)
            QVERIFY(s.mute(kind(QString::number(i))) > 0);
        QCOMPARE(s.mute(kind(u"more"_s)), 0);
    }

    void presets_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("times"); // an hour, tonight, tomorrow, Monday
        QTest::newRow("Friday morning") << u"2026-11-20T10:00:00Z"_s
                                        << QStringList{u"2026-11-20T11:00:00"_s, u"2026-11-20T20:00:00"_s,
                                               u"2026-11-21T08:00:00"_s, u"2026-11-23T08:00:00"_s};
        QTest::newRow("late") << u"2026-11-20T21:30:00Z"_s
                              << QStringList{u"2026-11-20T22:30:00"_s, u"2026-11-21T20:00:00"_s,
                                     u"2026-11-21T08:00:00"_s, u"2026-11-23T08:00:00"_s};
        QTest::newRow("Monday") << u"2026-11-23T01:00:00Z"_s
                                << QStringList{u"2026-11-23T02:00:00"_s, u"2026-11-23T20:00:00"_s,
                                       u"2026-11-24T08:00:00"_s, u"2026-11-30T08:00:00"_s};
    }
    void presets()
    {
        QFETCH(const QString, now);
        QFETCH(const QStringList, times);
        const Timestamp at = parseTimestamp(now.toStdString()).value();
        QStringList found;
        for (const SnoozePreset preset :
            {SnoozePreset::OneHour, SnoozePreset::Tonight, SnoozePreset::Tomorrow, SnoozePreset::Monday})
            found += toDateTime(snoozeUntil(preset, at)).toString(Qt::ISODate).remove(u'Z');
        QCOMPARE(found, times);
    }

    void presetsInTheZoneShown()
    {
        TimeDisplay tokyo;
        tokyo.zone = QTimeZone("Asia/Tokyo");
        QVERIFY(tokyo.zone.isValid());
        // 10:00 UTC is 19:00 there.
        QCOMPARE(snoozeUntil(SnoozePreset::Tonight, start, tokyo), start + hour);
        QCOMPARE(snoozeUntil(SnoozePreset::Tomorrow, start, tokyo), start + 13 * hour);
        QCOMPARE(snoozeUntil(SnoozePreset::OneHour, start, tokyo), start + hour);
    }
};

int main(int argc, char *argv[])
{
    qputenv("TZ", "UTC");
    QCoreApplication application(argc, argv);
    InboxStateTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_inboxstate.moc"
