// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenchanger.h"
#include "seenwork.h"
#include "support/records.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto path = "/api/v3/events/notifications/";
using State = SeenChanger::State;

QStringList idsFrom(int first, int count)
{
    QStringList ids;
    for (int i = first; i < first + count; ++i)
        ids += uuidOf(i);
    return ids;
}

// The server's side: which ids are seen, and what goes wrong next.
struct Site
{
    explicit Site(int count)
    {
        for (int i = 0; i < count; ++i)
            seen.insert(uuidOf(i), false);
        if (!server.start())
            qFatal("no port");
        script();
        connectClient();
    }
    void script()
    {
        server.replyWith("PATCH", path, [this](const Request &request) {
            const QString id = idOf(request);
            patched += id;
            if (!seen.contains(id))
                return Answer::json("{\"detail\":\"Not found.\"}", 404);
            const Answer *const fault = patchFaults.isEmpty() ? nullptr : &patchFaults.first();
            const bool doesIt = !fault || faultsAfterDoing;
            if (doesIt)
                seen[id] = request.body.contains("true");
            const Answer good = Answer::json(record(id));
            return fault ? patchFaults.takeFirst() : holds ? Answer::held(good.body) : good;
        });
        server.replyWith("GET", path, [this](const Request &request) {
            const QString id = idOf(request);
            asked += id;
            if (!getFaults.isEmpty())
                return getFaults.takeFirst();
            if (!seen.contains(id))
                return Answer::json("{\"detail\":\"Not found.\"}", 404);
            return Answer::json(record(id));
        });
        server.replyWith("POST", path, [this](const Request &) {
            if (postDoesIt) {
                for (auto it = seen.begin(); it != seen.end(); ++it)
                    it.value() = true;
            }
            return postFaults.isEmpty() ? Answer::noContent() : postFaults.takeFirst();
        });
    }
    void connectClient()
    {
        ApiClientOptions options;
        options.address = ServerAddress::parse(server.url()).value();
        options.token = "secret";
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
    }
    static QString idOf(const Request &request)
    {
        return QString::fromLatin1(request.path().mid(static_cast<qsizetype>(strlen(path)), 36));
    }
    [[nodiscard]] QByteArray record(const QString &id) const
    {
        return toJson(NotificationSpec{.id = id, .seen = seen[id]});
    }
    [[nodiscard]] int seenCount() const { return static_cast<int>(seen.values().count(true)); }

    FaultServer server;
    QHash<QString, bool> seen;
    QStringList patched; // ids in the order of the requests
    QStringList asked;
    QList<Answer> patchFaults; // taken first, one a request
    bool faultsAfterDoing = false;
    QList<Answer> getFaults;
    QList<Answer> postFaults;
    bool postDoesIt = true;
    bool holds = false;
    std::unique_ptr<ApiClient> client;
};

// A changer and what it says.
struct Desk
{
    explicit Desk(Site &site) { changer.setClient(site.client.get()); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return changer.pending() == 0 && finished.size() > 0; }, 30'000);
    }
    bool waits()
    {
        return QTest::qWaitFor([this] { return changer.state() == State::Waiting; }, 30'000);
    }
    [[nodiscard]] SeenResult result() const { return m_result; }
    static QStringList idsOf(const QSignalSpy &spy)
    {
        QStringList all;
        for (const QList<QVariant> &arguments : spy)
            all += arguments.first().toStringList();
        return all;
    }

    SeenChanger changer;
    QSignalSpy announced{&changer, &SeenChanger::announced};
    QSignalSpy confirmed{&changer, &SeenChanger::confirmed};
    QSignalSpy confirmedAll{&changer, &SeenChanger::confirmedAll};
    QSignalSpy takenBack{&changer, &SeenChanger::takenBack};
    QSignalSpy deleted{&changer, &SeenChanger::deleted};
    QSignalSpy finished{&changer, &SeenChanger::finished};

private:
    SeenResult m_result;
    QMetaObject::Connection m_last = QObject::connect(
        &changer, &SeenChanger::finished, &changer, [this](const SeenResult &result) { m_result = result; });
};

} // namespace

class SeenChangerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void overloadedServer()
    {
        Site site(60);
        Desk desk(site);
        site.patchFaults = {Answer::json("{\"detail\":\"Slow down.\"}", 429).with("Retry-After", "1"),
            Answer::json("{}", 429), Answer::html("later", 503)};
        desk.changer.change(idsFrom(0, 60), true);
        QVERIFY(desk.waits());
        QVERIFY(desk.changer.waitingFor());
        QCOMPARE(desk.changer.pending(), 60 - static_cast<int>(desk.confirmed.size()));
        QVERIFY(desk.settle()); // by itself
        QCOMPARE(site.seenCount(), 60);
        QCOMPARE(desk.confirmed.size() + desk.confirmedAll.size(), 60);
        QCOMPARE(desk.takenBack.size(), 0);
        QCOMPARE(desk.result().failed, 0);
        // What 429 refused was sent again; of what 503 answered the server was asked first.
        QCOMPARE(site.patched.size(), 63);
        QCOMPARE(site.asked.size(), 1);
    }

    // After an overload less is in flight, and step by step more again.
    void parallelismFalls()
    {
        Site site(200);
        Desk desk(site);
        site.patchFaults = QList<Answer>(8, Answer::json("{}", 429));
        desk.changer.change(idsFrom(0, 200), true);
        QVERIFY(desk.waits());
        QTRY_COMPARE(site.patched.size(), 8);
        QTRY_VERIFY(site.patchFaults.isEmpty());
        site.holds = true;
        QTRY_VERIFY(desk.changer.pending() == 200);
        desk.changer.tryNow();
        QTRY_COMPARE(site.server.heldCount(), 1);
        QTest::qWait(0);
        QCOMPARE(site.server.heldCount(), 1);
        site.server.release();
        QTRY_COMPARE(site.server.heldCount(), 2);
        site.server.release();
        QTRY_COMPARE(site.server.heldCount(), 3);
        site.holds = false;
        site.server.release();
        QVERIFY(desk.settle());
        QCOMPARE(site.seenCount(), 200);
    }

    // The server did it, but the answer was lost: not sent twice.
    void lostAnswers()
    {
        Site site(20);
        Desk desk(site);
        site.faultsAfterDoing = true;
        site.patchFaults = {Answer::closing(), Answer::closing(), Answer::html("gateway", 504)};
        desk.changer.change(idsFrom(0, 20), true);
        QVERIFY(desk.waits());
        QVERIFY(desk.settle());
        QCOMPARE(site.seenCount(), 20);
        QCOMPARE(desk.confirmed.size(), 20);
        QCOMPARE(site.patched.size(), 20);
        QVERIFY(!site.asked.isEmpty());
        QCOMPARE(desk.result().failed, 0);
    }

    // It did not: asked first, then sent again.
    void lostRequests()
    {
        Site site(20);
        Desk desk(site);
        site.patchFaults = {Answer::closing(), Answer::closing()};
        desk.changer.change(idsFrom(0, 20), true);
        QVERIFY(desk.settle());
        QCOMPARE(site.seenCount(), 20);
        QCOMPARE(QSet<QString>(site.patched.cbegin(), site.patched.cend()).size(), 20);
        QVERIFY(site.patched.size() > 20);
        QVERIFY(site.asked.size() >= 2);
    }

    void unreadableYes()
    {
        Site site(2);
        Desk desk(site);
        site.faultsAfterDoing = true;
        site.patchFaults = {Answer::json("{\"cut", 200), Answer::html("<html>", 200)};
        desk.changer.change(idsFrom(0, 2), true);
        QVERIFY(desk.settle());
        QCOMPARE(desk.confirmed.size(), 2);
        QCOMPARE(site.patched.size(), 2);
        QCOMPARE(site.asked.size(), 2);
        QCOMPARE(desk.result().failed, 0);
    }

    void refusalsGoBack()
    {
        Site site(10);
        Desk desk(site);
        site.seen.remove(uuidOf(4));
        site.patchFaults = {Answer::html("no", 500), Answer::json("{\"detail\":\"No.\"}", 403)};
        desk.changer.change(idsFrom(0, 10), true);
        QVERIFY(desk.settle());
        QCOMPARE(desk.result().failed, 2);
        QCOMPARE(desk.result().deleted, 1);
        QCOMPARE(desk.deleted.first().first().toString(), uuidOf(4));
        QCOMPARE(Desk::idsOf(desk.takenBack).size(), 3);
        QCOMPARE(site.seenCount(), 7);
        QCOMPARE(site.patched.size(), 10);
        QVERIFY(site.asked.isEmpty());
    }

    // A token that is no longer valid is not tried a hundred thousand times.
    void tokenExpired()
    {
        Site site(30);
        Desk desk(site);
        QTemporaryDir folder;
        const auto journal = SeenJournal::open(folder.filePath(u"seen.journal"_s));
        desk.changer.setJournal(journal.get());
        site.patchFaults = QList<Answer>(8, Answer::json("{\"detail\":\"Token invalid/expired\"}", 403));
        desk.changer.change(idsFrom(0, 30), true);
        QVERIFY(desk.waits());
        QCOMPARE(desk.changer.waitingFor()->kind, ApiError::Kind::TokenInvalid);
        QTRY_VERIFY(site.patchFaults.isEmpty());
        QCOMPARE(site.patched.size(), 8);
        QTRY_COMPARE(desk.changer.pending(), 30);
        desk.changer.setClient(nullptr);
        QCOMPARE(desk.changer.pending(), 30);
        site.connectClient(); // signed in anew
        desk.changer.setClient(site.client.get());
        QVERIFY(desk.settle());
        QCOMPARE(site.seenCount(), 30);
        QVERIFY(site.asked.isEmpty());
    }

    // No server: changes wait in their order, also several of one notification, and new ones can be asked for.
    void serverDown()
    {
        Site site(40);
        Desk desk(site);
        const quint16 port = site.server.serverPort();
        site.server.close();
        site.server.dropConnections();
        desk.changer.change(idsFrom(0, 20), true);
        QVERIFY(desk.waits());
        desk.changer.change(idsFrom(10, 5), false);
        desk.changer.change(idsFrom(20, 20), true);
        QCOMPARE(Desk::idsOf(desk.announced).size(), 45);
        QCOMPARE(desk.changer.pending(), 45);
        QCOMPARE(desk.takenBack.size(), 0);
        QVERIFY(desk.changer.isPending(uuidOf(39)));
        QVERIFY(site.server.listen(QHostAddress::LocalHost, port));
        desk.changer.tryNow();
        QVERIFY(desk.settle());
        QCOMPARE(site.patched.size(), 45);
        QCOMPARE(site.seenCount(), 35);
        for (const QString &id : idsFrom(10, 5))
            QVERIFY(!site.seen.value(id));
        // In order: each before what was asked later, as far as one may overtake another.
        for (int i = 0; i < 5; ++i)
            QVERIFY(site.patched.lastIndexOf(uuidOf(10 + i)) > site.patched.indexOf(uuidOf(10 + i)));
        QVERIFY(site.patched.indexOf(uuidOf(39)) > site.patched.indexOf(uuidOf(0)));
    }

    void pauseAndGoOn()
    {
        Site site(50);
        Desk desk(site);
        site.holds = true;
        desk.changer.change(idsFrom(0, 50), true);
        QTRY_COMPARE(site.server.heldCount(), 8);
        desk.changer.pause();
        QCOMPARE(desk.changer.state(), State::Paused);
        site.holds = false;
        site.server.release();
        QTRY_COMPARE(desk.changer.done(), 8);
        QCOMPARE(desk.changer.total(), 50);
        QCOMPARE(site.patched.size(), 8);
        desk.changer.goOn();
        QCOMPARE(desk.changer.state(), State::Running);
        QVERIFY(desk.settle());
        QCOMPARE(site.seenCount(), 50);
        QCOMPARE(desk.changer.state(), State::Idle);
        QCOMPARE(desk.changer.total(), 0);
    }

    // The answer to mark_all_seen is about all of them at once; it is taken in slices too, and nothing overtakes it.
    void allOfManySettleInSlices()
    {
        Site site(0);
        Desk desk(site);
        const QStringList ids = idsFrom(0, 10'000);
        for (const QString &id : ids)
            site.seen.insert(id, false);
        bool asked = false;
        connect(&desk.changer, &SeenChanger::confirmedAll, &desk.changer, [&](const QStringList &done) {
            QVERIFY(done.size() < 5000);
            if (std::exchange(asked, true))
                return;
            QVERIFY(desk.changer.pending() > 0);
            QVERIFY(desk.changer.isPending(ids.last()));
            desk.changer.change({ids.last()}, false);
        });
        desk.changer.markAllSeen(ids);
        QVERIFY(desk.settle());
        QCOMPARE(desk.finished.size(), 1);
        QCOMPARE(Desk::idsOf(desk.confirmedAll), ids.mid(0, ids.size() - 1));
        QCOMPARE(site.seenCount(), 9'999);
        QVERIFY(!site.seen[ids.last()]);
        QVERIFY(!desk.changer.isPending(ids.last()));

        // Refused: all go back
        desk.finished.clear();
        desk.takenBack.clear();
        for (const QString &id : ids)
            site.seen[id] = false;
        site.postDoesIt = false;
        site.postFaults = {Answer::json("{\"detail\":\"No.\"}", 403)};
        desk.changer.markAllSeen(ids);
        QVERIFY(desk.settle());
        QCOMPARE(desk.result().failed, 10'000);
        QCOMPARE(Desk::idsOf(desk.takenBack), ids);
        QVERIFY(desk.takenBack.size() > 2);
        QVERIFY(!desk.changer.isPending(ids.first()));
    }

    // Nothing is sent before the journal has all of it; what is cancelled before leaves nothing open.
    void manyAreNotedBeforeTheFirstIsSent()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profile.seen"_s);
        Site site(0);
        const QStringList ids = idsFrom(0, 5'000);
        for (const QString &id : ids)
            site.seen.insert(id, false);
        auto journal = SeenJournal::open(path);
        {
            Desk desk(site);
            desk.changer.setJournal(journal.get());
            desk.changer.change(ids, true, desk.changer.newCommand());
            desk.changer.cancel();
            QVERIFY(desk.settle());
            QCOMPARE(site.patched.size(), 0);
            desk.finished.clear();
            site.holds = true;
            desk.changer.change(ids, true, desk.changer.newCommand());
            QTRY_COMPARE(site.server.heldCount(), 8);
            desk.changer.setJournal(nullptr);
        }
        journal.reset();
        journal = SeenJournal::open(path);
        QCOMPARE(journal->problem(), QString());
        const QList<SeenBatch> open = journal->takeOpen();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().ids, ids);
        QCOMPARE(open.first().openCount(), 5'000);
        QCOMPARE(open.first().idsWith(SeenBatch::Mark::Sent).size(), 8);
        journal.reset();

        // The program ends while it is still being noted: the rest is noted then.
        QFile::remove(path);
        journal = SeenJournal::open(path);
        {
            SeenChanger changer;
            changer.setJournal(journal.get());
            changer.change(ids, true, changer.newCommand());
            changer.setJournal(nullptr);
        }
        journal.reset();
        journal = SeenJournal::open(path);
        const QList<SeenBatch> whole = journal->takeOpen();
        QCOMPARE(whole.size(), 1);
        QCOMPARE(whole.first().openCount(), 5'000);
    }

    // 30,000 do not hold the window up: they come in slices, and go so.
    void manyComeInSlices()
    {
        Site site(0);
        Desk desk(site);
        const QStringList ids = idsFrom(0, 30'000);
        for (const QString &id : ids)
            site.seen.insert(id, false);
        site.holds = true;
        desk.changer.change(ids, true);
        QCOMPARE(desk.announced.size(), 1);
        QVERIFY(Desk::idsOf(desk.announced).size() < 5000);
        QCOMPARE(desk.changer.pending(), 30'000);
        QCOMPARE(desk.changer.total(), 30'000);
        QTRY_COMPARE(Desk::idsOf(desk.announced), ids);
        QTRY_COMPARE(site.server.heldCount(), 8);
        desk.changer.cancel();
        QVERIFY(Desk::idsOf(desk.takenBack).size() < 5000);
        QTRY_COMPARE(Desk::idsOf(desk.takenBack).size(), 30'000 - 8);
        site.holds = false;
        site.server.release();
        QVERIFY(desk.settle());
        QCOMPARE(desk.finished.size(), 1);
        QCOMPARE(site.patched.size(), 8);
        QVERIFY(!desk.changer.isPending(ids.last()));
        // Cancelled at once
        desk.finished.clear();
        desk.changer.change(ids.mid(100), true);
        desk.changer.cancel();
        QVERIFY(desk.settle());
        QCOMPARE(desk.changer.total(), 0);
        QVERIFY(!desk.changer.isPending(ids.at(200)));
    }

    void lostAnswerOfAll_data()
    {
        QTest::addColumn<bool>("wasDone");
        QTest::newRow("the server did it") << true;
        QTest::newRow("it did not") << false;
    }
    void lostAnswerOfAll()
    {
        QFETCH(bool, wasDone);
        Site site(100);
        Desk desk(site);
        int reads = 0;
        desk.changer.setUnseenReader([&](const SeenChanger::UnseenRead &done) {
            ++reads;
            QSet<QString> unseen;
            for (auto it = site.seen.cbegin(); it != site.seen.cend(); ++it) {
                if (!it.value())
                    unseen.insert(it.key());
            }
            done(unseen);
        });
        site.postDoesIt = wasDone;
        site.postFaults = {Answer::closing()};
        desk.changer.markAllSeen(idsFrom(0, 99));
        QVERIFY(desk.waits());
        site.seen[uuidOf(99)] = false; // came meanwhile: not meant
        QVERIFY(desk.settle());
        QCOMPARE(site.server.count("POST"), 1);
        QCOMPARE(reads, 1);
        QCOMPARE(site.seenCount(), 99);
        QVERIFY(!site.seen.value(uuidOf(99)));
        QCOMPARE(site.patched.size(), wasDone ? 0 : 99);
        QCOMPARE(desk.result().failed, 0);
        QVERIFY(!desk.changer.isPending(uuidOf(5)));
    }

    // What an earlier run left: what it had sent is asked for, the rest is sent; or all of it goes back.
    void earlierRun_data()
    {
        QTest::addColumn<bool>("resume");
        QTest::newRow("resume") << true;
        QTest::newRow("take back") << false;
    }
    void earlierRun()
    {
        QFETCH(bool, resume);
        Site site(30);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            const auto journal = SeenJournal::open(file);
            journal->setHeld(true);
            const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 30));
            for (int i = 0; i < 10; ++i) {
                journal->noteSent(batch, i);
                if (i < 6)
                    journal->noteDone(batch, i);
                if (i < 8)
                    site.seen[uuidOf(i)] = true; // two answers were not heard, two requests did not arrive
            }
        }
        SeenWork work;
        QSignalSpy unfinished(&work, &SeenWork::unfinishedChanged);
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(file);
        work.setClient(site.client.get());
        QTRY_COMPARE(unfinished.size(), 1);
        QCOMPARE(work.unfinished(), 24);
        QVERIFY(work.unfinishedSince().isValid());
        QVERIFY(!work.undoStack().canUndo());
        if (resume)
            work.resumeUnfinished();
        else
            work.takeUnfinishedBack();
        QCOMPARE(work.unfinished(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(QSet<QString>(site.asked.cbegin(), site.asked.cend()),
            (QSet<QString>{uuidOf(6), uuidOf(7), uuidOf(8), uuidOf(9)}));
        if (resume) {
            QCOMPARE(site.seenCount(), 30);
            QCOMPARE(site.patched.size(), 22); // 8 and 9, and 20 that were never sent
            work.undoStack().undo();
            QTRY_COMPARE(finished.size(), 2);
        } else {
            QCOMPARE(site.patched.size(), 8);
            QVERIFY(!work.undoStack().canUndo());
        }
        QCOMPARE(site.seenCount(), 0);
        // Nothing is left for the next run.
        work.setJournal({});
        work.setJournal(file);
        QTRY_VERIFY(!work.isOpening());
        QCOMPARE(work.unfinished(), 0);
        QVERIFY(!work.undoStack().canUndo());
    }

    // The stack of an earlier run goes on: undone is exactly what had been done.
    void undoOfAnEarlierRun()
    {
        Site site(20);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            SeenWork work;
            QSignalSpy finished(&work.changer(), &SeenChanger::finished);
            work.setJournal(file);
            work.mark(idsFrom(0, 3), true); // before the journal is open
            work.setClient(site.client.get());
            QTRY_COMPARE(finished.size(), 1);
            site.patchFaults = {Answer::html("no", 500)};
            work.mark(idsFrom(10, 5), true);
            QTRY_COMPARE(finished.size(), 2);
            QCOMPARE(site.seenCount(), 7);
            work.mark(idsFrom(0, 1), false);
            QTRY_COMPARE(finished.size(), 3);
            work.undoStack().undo();
            QTRY_COMPARE(finished.size(), 4);
        }
        SeenWork work;
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(file);
        work.setClient(site.client.get());
        QTRY_VERIFY(!work.isOpening());
        QCOMPARE(work.undoStack().count(), 2);
        QVERIFY(site.patched.size() == 10);
        work.undoStack().undo();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(site.patched.size(), 14);
        QCOMPARE(site.seenCount(), 3);
        work.undoStack().undo();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(site.seenCount(), 0);
        work.undoStack().redo();
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(site.seenCount(), 3);
    }

    // Asked for without a server, and the program ends in order: the next one goes on by itself.
    void changesBeforeTheServerIsThere()
    {
        Site site(5);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            SeenWork work;
            work.setJournal(file);
            QTRY_VERIFY(!work.isOpening());
            work.mark(idsFrom(0, 5), true);
            QCOMPARE(work.changer().state(), State::Waiting);
            QVERIFY(work.changer().isPending(uuidOf(1)));
        }
        bool isNews = false; // for the Undo bar
        SeenWork work;
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(file);
        connect(&work.undoStack(), &QUndoStack::indexChanged, &work, [&] { isNews = isNews || !work.isRestoring(); });
        QTRY_COMPARE(work.changer().pending(), 5);
        QCOMPARE(work.unfinished(), 0);
        QVERIFY(work.changer().wanted(uuidOf(1)).value());
        QVERIFY(!isNews);
        work.setClient(site.client.get());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(site.seenCount(), 5);
        QVERIFY(site.asked.isEmpty()); // it had not been sent for certain
        work.undoStack().undo();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(site.seenCount(), 0);
    }

    // Paused, or not decided about: the next run asks, and so does the one after it.
    void pausedWaitsForTheUser()
    {
        Site site(20);
        site.holds = true;
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            SeenWork work;
            work.setJournal(file);
            work.setClient(site.client.get());
            QTRY_VERIFY(!work.isOpening());
            work.mark(idsFrom(0, 20), true);
            work.changer().pause();
        }
        for (int run = 0; run < 2; ++run) {
            SeenWork work;
            work.setJournal(file);
            QTRY_COMPARE(work.unfinished(), 20);
            QCOMPARE(work.changer().pending(), 0);
        }
    }

    // Of what an earlier run wanted and of what is asked for now, the latter holds.
    void newerDecisionWins()
    {
        Site site(6);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            const auto journal = SeenJournal::open(file);
            journal->setHeld(true);
            (void)journal->begin(journal->newCommand(), true, false, idsFrom(0, 4));
        }
        SeenWork work;
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(file);
        work.setClient(site.client.get());
        QTRY_COMPARE(work.unfinished(), 4);
        work.mark(idsFrom(1, 2), true);
        QCOMPARE(work.unfinished(), 2);
        QTRY_COMPARE(finished.size(), 1);
        work.undoStack().undo();
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(site.seenCount(), 0);
        work.resumeUnfinished();
        QTRY_COMPARE(finished.size(), 3);
        QVERIFY(site.seen.value(uuidOf(0)) && site.seen.value(uuidOf(3)));
        QCOMPARE(site.seenCount(), 2);
    }

    // A profile with another user's token: his changes are not sent under it, and are there when he comes back.
    void journalOfAnotherUser()
    {
        Site site(4);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"seen.journal"_s);
        {
            SeenWork work;
            work.setJournal(file);
            work.setClient(site.client.get(), 7);
            QTRY_VERIFY(!work.isOpening());
            work.setClient(nullptr);
            work.mark(idsFrom(0, 2), true);
        }
        {
            SeenWork work;
            QSignalSpy finished(&work.changer(), &SeenChanger::finished);
            work.setJournal(file);
            QTRY_COMPARE(work.changer().pending(), 2);
            work.setClient(site.client.get(), 8);
            QCOMPARE(work.changer().pending(), 0);
            QTRY_VERIFY(!work.isOpening());
            finished.clear();
            work.mark(idsFrom(3, 1), true);
            QTRY_COMPARE(finished.size(), 1);
            QCOMPARE(site.patched, idsFrom(3, 1));
        }
        SeenWork work;
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(file);
        work.setClient(site.client.get(), 7);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(site.seenCount(), 3);
        work.setJournal({});
        SeenJournal::wipe(file);
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    // There and back again at once: the first journal's lock is not in the way of the third.
    void quickSwitches()
    {
        Site site(1);
        QTemporaryDir folder;
        SeenWork work;
        QSignalSpy problem(&work, &SeenWork::journalProblem);
        for (const auto &name : {u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s})
            work.setJournal(folder.filePath(name));
        QTRY_VERIFY(!work.isOpening());
        QVERIFY(work.hasJournal());
        QCOMPARE(problem.size(), 0);
    }

    // Cancelled, and undone while its changes are still being taken back: nothing blocks, and only what was done goes
    // back.
    void undoWhileCancelling()
    {
        Site site(5000);
        site.holds = true;
        QTemporaryDir folder;
        SeenWork work;
        QSignalSpy finished(&work.changer(), &SeenChanger::finished);
        work.setJournal(folder.filePath(u"seen.journal"_s));
        work.setClient(site.client.get());
        QTRY_VERIFY(!work.isOpening());
        work.mark(idsFrom(0, 5000), true);
        QTRY_COMPARE(site.server.heldCount(), SeenChanger::mostInFlight);
        QTRY_COMPARE(work.changer().total(), 5000);
        QTRY_VERIFY(work.changer().isPending(uuidOf(4999)));
        work.changer().cancel();
        QVERIFY(work.changer().isDropping());
        work.undoStack().undo();
        work.mark(idsFrom(4999, 1), true); // takes the place of what was undone
        QVERIFY(work.changer().isDropping());
        QTRY_VERIFY(!work.changer().isDropping());
        site.holds = false;
        site.server.release();
        QTRY_COMPARE(site.patched.size(), 2 * SeenChanger::mostInFlight + 1);
        QTRY_COMPARE(work.changer().pending(), 0);
        QCOMPARE(site.seenCount(), 1);
        QVERIFY(site.seen.value(uuidOf(4999)));
    }
};

QTEST_GUILESS_MAIN(SeenChangerTest)
#include "tst_seenchanger.moc"
