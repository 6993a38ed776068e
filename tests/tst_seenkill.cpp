// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk changes that are killed at any moment, again and again: no wish is lost, nothing is sent twice, and undo gives
// back exactly what was.
#include "notificationfeed.h"
#include "support/pages.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace tidings;
using namespace tidings::test;

namespace {

constexpr int notifications = 400;
constexpr int patience = 120'000;

DemoOptions options()
{
    DemoOptions options = demoOptions(1000);
    options.latencyMs = 2;
    return options;
}

// A demo server that counts what arrives, and the worker beside it.
struct Scene
{
    Scene()
        : site(options())
        , userPk(site.probe().user.pk)
    {
        site.server->insertNotifications(notifications);
        for (quint32 i = 0; i < site.server->notificationCount(); i += 3)
            site.server->setNotificationSeen(site.server->notificationId(i), true);
        QObject::connect(site.server.get(), &DemoServer::requestAnswered, site.server.get(),
            [this](const QByteArray &method, const QString &path) {
                if (method == "PATCH")
                    ++patches[path];
                posts += method == "POST" ? 1 : 0;
            });
    }

    // id and state of each notification of the user
    QHash<QString, bool> states()
    {
        QHash<QString, bool> all;
        QEventLoop loop;
        int page = 1;
        std::function<void()> read = [&] {
            NotificationListQuery query;
            query.user = userPk;
            query.page = page;
            query.pageSize = 100;
            site.client->notifications(query, &loop, [&](const Result<Page<Notification>> &result) {
                if (!result)
                    qFatal("the list cannot be read");
                for (const Notification &notification : result->items)
                    all.insert(notification.id, notification.seen);
                if (result->next == 0)
                    return loop.quit();
                ++page;
                read();
            });
        };
        read();
        loop.exec();
        return all;
    }

    void start(const QString &mode)
    {
        process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedChannels);
        process->start(QCoreApplication::applicationDirPath() + u"/seenworker"_s,
            {site.client->address().toString(), QString::number(userPk), folder.filePath(u"seen.journal"_s), mode});
        process->write(options().token.toUtf8() + '\n');
        process->closeWriteChannel();
    }
    // The server runs in this thread's event loop. True: it ended by itself.
    bool runFor(int milliseconds)
    {
        QEventLoop loop;
        QObject::connect(process.get(), &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        if (process->state() != QProcess::NotRunning)
            loop.exec();
        if (process->state() == QProcess::NotRunning)
            return true;
        process->kill(); // SIGKILL
        QEventLoop gone;
        QObject::connect(process.get(), &QProcess::finished, &gone, &QEventLoop::quit);
        if (process->state() != QProcess::NotRunning)
            gone.exec();
        return false;
    }
    // Kills and starts again until it is through; how often it was killed.
    int killUntilDone(const QString &mode, QRandomGenerator &random)
    {
        for (int kills = 0;; ++kills) {
            start(mode);
            // Later and later, so that it ends some time on a slow computer, too.
            if (runFor(static_cast<int>(random.bounded(20, 260)) + kills * 10)) {
                if (process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0)
                    qFatal("the worker failed with %d", process->exitCode());
                return kills;
            }
        }
    }

    // Killed when some of it is done, and finished by others, which are killed as well.
    void killAndFinish(const QString &mode, QRandomGenerator &random)
    {
        patches.clear();
        start(mode);
        if (!QTest::qWaitFor([this] { return patches.size() > 20; }, patience))
            qFatal("nothing is changed");
        if (!runFor(0))
            killUntilDone(u"finish"_s, random);
    }
    [[nodiscard]] QStringList repeated() const
    {
        QStringList paths;
        for (auto it = patches.cbegin(); it != patches.cend(); ++it) {
            if (it.value() != 1)
                paths += it.key();
        }
        return paths;
    }

    Site site;
    qint64 userPk;
    QTemporaryDir folder;
    QHash<QString, int> patches; // by path
    int posts = 0;
    std::unique_ptr<QProcess> process;
};

int seenOf(const QHash<QString, bool> &states)
{
    return static_cast<int>(states.values().count(true));
}

} // namespace

class SeenKillTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void killedWhileMarkingEach_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void killedWhileMarkingEach()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Scene scene;
        const QHash<QString, bool> before = scene.states();
        const int unseen = static_cast<int>(before.size()) - seenOf(before);
        QVERIFY(unseen > 150);
        const int kills = scene.killUntilDone(u"each"_s, random);
        qInfo("killed %d times, %d notifications", kills, unseen);
        QCOMPARE(seenOf(scene.states()), before.size());
        // Each was sent, and none twice.
        QCOMPARE(scene.patches.size(), unseen);
        QCOMPARE(scene.repeated(), QStringList());

        // Undone by another run.
        scene.killAndFinish(u"undo"_s, random);
        QCOMPARE(scene.states(), before);
        QCOMPARE(scene.patches.size(), unseen);
        QCOMPARE(scene.repeated(), QStringList());
    }

    void killedWhileMarkingAll()
    {
        QRandomGenerator random(7);
        Scene scene;
        const QHash<QString, bool> before = scene.states();
        scene.killUntilDone(u"all"_s, random);
        QCOMPARE(seenOf(scene.states()), before.size());
        QVERIFY(scene.posts <= 1);
        QCOMPARE(scene.repeated(), QStringList());
    }

    // Killed in the middle, and then taken back.
    void takenBack()
    {
        Scene scene;
        const QHash<QString, bool> before = scene.states();
        scene.start(u"each"_s);
        QTRY_VERIFY_WITH_TIMEOUT(scene.patches.size() > 50, patience);
        QVERIFY(!scene.runFor(0));
        QVERIFY(seenOf(scene.states()) > seenOf(before));
        QRandomGenerator random(11);
        scene.killAndFinish(u"back"_s, random);
        QCOMPARE(scene.repeated(), QStringList());
        QCOMPARE(scene.states(), before);
    }

    // Without a kill: the set of ids and states before and after undo is equal.
    void undoRestoresExactly_data()
    {
        QTest::addColumn<bool>("all");
        QTest::newRow("each") << false;
        QTest::newRow("mark_all_seen") << true;
    }
    void undoRestoresExactly()
    {
        QFETCH(bool, all);
        Scene scene;
        const QHash<QString, bool> before = scene.states();
        NotificationTableModel model;
        NotificationFeed feed(model);
        QSignalSpy finished(&feed.changer(), &SeenChanger::finished);
        feed.setClient(scene.site.client.get(), scene.userPk);
        feed.loadAll();
        QTRY_COMPARE_WITH_TIMEOUT(feed.state(), FeedState::Complete, patience);
        if (all)
            feed.markAllSeen();
        else
            feed.setSeen(model.unseenKeys(), true);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        QCOMPARE(seenOf(scene.states()), before.size());
        feed.undoStack().undo();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, patience);
        QCOMPARE(scene.states(), before);
    }
};

QTEST_GUILESS_MAIN(SeenKillTest)
#include "tst_seenkill.moc"
