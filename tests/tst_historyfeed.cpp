// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfeed.h"
#include "support/records.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ownPk = 42;
constexpr auto listPath = "/api/v3/events/notifications/";
constexpr auto token = "ThisTokenMustNotBeOnDisk";
constexpr Timestamp second = 1'000'000;

// The notifications of one user on a scripted server: newest first, a second apart, the newest a minute ago.
struct Server
{
    Server()
    {
        if (!server.start())
            qFatal("no port");
        server.replyWith("GET", listPath, [this](const Request &request) {
            if (isDown)
                return Answer::json("{\"detail\":\"down\"}", 500);
            const QList<QByteArray> seen = request.parameters("seen");
            const QList<QByteArray> severity = request.parameters("severity");
            QList<QByteArray> records;
            for (const NotificationSpec &note : std::as_const(notes)) {
                if ((seen.isEmpty() || (seen.first() == "true") == note.seen)
                    && (severity.isEmpty() || severity.first() == note.severity.toUtf8()))
                    records += toJson(note);
            }
            return pageAnswer(records, request);
        });
        server.replyWith("PATCH", listPath, [this](const Request &request) {
            const QString id = QString::fromLatin1(request.path().mid(static_cast<qsizetype>(strlen(listPath)), 36));
            const auto at = std::find_if(notes.begin(), notes.end(), [&](const auto &n) { return n.id == id; });
            if (at == notes.end())
                return Answer::json("{\"detail\":\"Not found.\"}", 404);
            at->seen = request.body.contains("true");
            return Answer::json(toJson(*at));
        });
    }
    void fill(int count, bool seen = false)
    {
        for (int i = 0; i < count; ++i, ++added)
            notes.append(noteOf(added, seen));
    }
    [[nodiscard]] NotificationSpec noteOf(int n, bool seen) const
    {
        return {.id = uuidOf(n),
            .created = timestampToIso(newest - n * second),
            .severity = n % 3 == 0 ? u"warning"_s : u"notice"_s,
            .body = u"Note %1"_s.arg(n),
            .seen = seen};
    }
    void remove(int n)
    {
        notes.removeIf([n](const NotificationSpec &note) { return note.id == uuidOf(n); });
    }
    [[nodiscard]] int unseen() const
    {
        return static_cast<int>(std::count_if(notes.begin(), notes.end(), [](const auto &n) { return !n.seen; }));
    }

    FaultServer server;
    QList<NotificationSpec> notes;
    int added = 0;
    bool isDown = false;
    const Timestamp newest = currentTimestamp() / second * second - 60 * second;
};

// One run of the program: archive, feed and what is between them.
struct Run
{
    explicit Run(Server &server, const QTemporaryDir &folder)
        : site(server)
        , path(folder.filePath(u"a.history"_s))
    {
        ApiClientOptions options;
        options.address = ServerAddress::parse(site.server.url()).value();
        options.token = token;
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
        feed.poller().setInterval(1h);
        tester->setUseFetchMore(false);
        archive.open(path);
        if (!QTest::qWaitFor([this] { return archive.isOpen(); }))
            qFatal("no archive");
    }
    ~Run() { feed.setClient(nullptr, 0); }
    bool start(bool all)
    {
        show(all);
        feed.setClient(client.get(), ownPk);
        return settle();
    }
    void show(bool all)
    {
        NotificationFilter filter;
        if (!all)
            filter.seen = false;
        history.setWantsGone(all);
        feed.setFilter(filter);
    }
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return feed.state() != FeedState::Loading && feed.changer().pending() == 0
                    && feed.unseenTotal() == site.unseen() && !history.isReading();
            },
            30'000);
    }
    bool poll()
    {
        const QDateTime before = feed.lastSuccess();
        QTest::qWait(2); // the clock has milliseconds
        feed.poll();
        return QTest::qWaitFor([&] { return feed.lastSuccess() != before; }) && settle();
    }
    // "0 1 (2) 3": what stands in brackets is gone, with a star where it is of the history otherwise
    [[nodiscard]] QString rows() const
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString text = model.notification(row).body.section(u' ', 1);
            if (model.goneSince(row))
                rows += u'(' + text + u')';
            else
                rows += model.isKept(row) ? text + u'*' : text;
        }
        return rows.join(u' ');
    }
    // What the file says, once all is written
    [[nodiscard]] QString written(ArchiveQuery::Which which)
    {
        ArchiveQuery query;
        query.which = which;
        query.limit = 100'000;
        QStringList rows;
        bool done = false;
        archive.read(query, &archive, [&](const ArchivePage &page) {
            for (const ArchivedNotification &row : page.rows)
                rows += row.record.body.section(u' ', 1) + (row.record.seen ? u"s"_s : QString());
            done = true;
        });
        if (!QTest::qWaitFor([&] { return done; }))
            qFatal("not read");
        return rows.join(u' ');
    }

    Server &site;
    const QString path;
    std::unique_ptr<ApiClient> client;
    NotificationTableModel model;
    std::unique_ptr<QAbstractItemModelTester> tester
        = std::make_unique<QAbstractItemModelTester>(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    NotificationArchive archive;
    NotificationFeed feed{model};
    HistoryFeed history{archive, feed, model};
};

constexpr auto There = ArchiveQuery::Which::There;
constexpr auto Gone = ArchiveQuery::Which::Gone;

} // namespace

class HistoryFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatIsListedIsKept()
    {
        Server server;
        server.fill(3);
        server.notes[1].seen = true;
        Run run(server, *m_folder);
        QVERIFY(run.start(false));
        QCOMPARE(run.rows(), u"0 2"_s);
        QCOMPARE(run.written(There), u"0 2"_s); // only what it was told
        run.show(true);
        QVERIFY(run.settle());
        QCOMPARE(run.written(There), u"0 1s 2"_s);
        QVERIFY(!run.history.isAsOf());
        // A poll brings a new one.
        server.notes.prepend(
            {.id = uuidOf(900), .created = timestampToIso(server.newest + second), .body = u"Note x"_s});
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"x 0 1 2"_s);
        QCOMPARE(run.written(There), u"x 0 1s 2"_s);
    }

    void seenChangesAreKeptOnceConfirmed()
    {
        Server server;
        server.fill(3);
        Run run(server, *m_folder);
        QVERIFY(run.start(false));
        run.feed.setSeen({uuidOf(1).toUtf8()}, true);
        QVERIFY(run.settle());
        QCOMPARE(run.written(There), u"0 1s 2"_s);
        server.remove(2);
        run.feed.setSeen({uuidOf(2).toUtf8()}, true); // 404
        QVERIFY(run.settle());
        QCOMPARE(run.written(There), u"0 1s"_s);
        QCOMPARE(run.written(Gone), u"2"_s);
    }

    // The tab of the unseen ones lacks what was seen elsewhere; a filter lacks what it filters out.
    void notListedIsNotGone()
    {
        Server server;
        server.fill(6);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        server.notes[0].seen = true;
        run.show(false);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"1 2 3 4 5"_s);
        server.notes[1].seen = true; // vanishes from the list of unseen ones
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"2 3 4 5"_s);
        NotificationFilter warnings;
        warnings.severities = {u"warning"_s};
        run.history.setWantsGone(true);
        run.feed.setFilter(warnings);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"0 3"_s);
        server.isDown = true;
        run.feed.reload();
        QTRY_COMPARE(run.feed.state(), FeedState::Failed);
        QCOMPARE(run.written(Gone), QString());
        QCOMPARE(run.written(There).split(u' ').size(), 6);
    }

    void deletedStaysInItsPlace()
    {
        Server server;
        server.fill(5, true);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        // While it is looked at: the row stays, and says so.
        server.remove(1);
        QSignalSpy removed(&run.model, &QAbstractItemModel::rowsRemoved);
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"0 (1) 2 3 4"_s);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(run.written(Gone), u"1s"_s);
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"0 (1) 2 3 4"_s);
        // Loaded anew, with two more that went meanwhile
        server.remove(0);
        server.remove(4);
        run.feed.reload();
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"(0) (1) 2 3 (4)"_s);
        QCOMPARE(run.feed.matching(), 2); // the server's
        QCOMPARE(run.model.confirmedCount(), 2);
        // Nothing is sent for them.
        const qsizetype before = run.site.server.requests().size();
        run.feed.setSeen({uuidOf(0).toUtf8(), uuidOf(1).toUtf8()}, false);
        QCOMPARE(run.feed.changer().pending(), 0);
        QCOMPARE(run.site.server.requests().size(), before);
        // Among the unseen ones they are not.
        run.show(false);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), QString());
        run.show(true);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"(0) (1) 2 3 (4)"_s);
        // What comes back is there.
        server.notes.prepend(server.noteOf(0, true));
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"0 (1) 2 3 (4)"_s);
        QCOMPARE(run.written(Gone), u"1s 4s"_s);
    }

    void aDeletedOneTheUserChanges()
    {
        Server server;
        server.fill(3, true);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        server.remove(1);
        QSignalSpy conflicted(&run.feed, &NotificationFeed::changeConflicted);
        run.feed.setSeen({uuidOf(1).toUtf8()}, false);
        QTRY_COMPARE(conflicted.size(), 1);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"0 (1) 2"_s);
        QVERIFY(run.model.notification(1).seen);
    }

    void filteredToo()
    {
        Server server;
        server.fill(4, true);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        server.remove(0);
        server.remove(1);
        run.feed.reload();
        QVERIFY(run.settle());
        NotificationFilter warnings;
        warnings.severities = {u"warning"_s};
        run.feed.setFilter(warnings);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"(0) 3"_s);
        NotificationFilter unseen;
        unseen.seen = false;
        run.feed.setFilter(unseen);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), QString());
        unseen.seen = true;
        run.feed.setFilter(unseen);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"(0) (1) 2 3"_s);
    }

    // As far down as the list is loaded; the rest when it is.
    void partOfALongList()
    {
        Server server;
        server.fill(350, true);
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
            run.feed.loadAll();
            QTRY_COMPARE(run.feed.state(), FeedState::Complete);
        }
        server.remove(20);
        server.remove(150);
        server.remove(340);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        QCOMPARE(run.feed.state(), FeedState::Idle);
        QVERIFY(run.rows().contains(u" (20) "_s));
        QVERIFY(!run.rows().contains(u"150"_s));
        QCOMPARE(run.written(Gone), u"20s"_s);
        run.feed.loadMore();
        QVERIFY(run.settle());
        QCOMPARE(run.written(Gone), u"20s 150s"_s);
        QTRY_VERIFY(run.rows().contains(u" (150) "_s));
        run.feed.loadAll();
        QTRY_COMPARE(run.feed.state(), FeedState::Complete);
        QTRY_VERIFY(run.rows().contains(u" (340) "_s));
        QCOMPARE(run.model.rowCount(), 350);
        QCOMPARE(run.model.keptCount(), 3);
    }

    // A list that ends before all that were counted have come proves nothing about what lies behind.
    void aListCutShort()
    {
        Server server;
        server.fill(5, true);
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
        }
        const QList<NotificationSpec> all = std::exchange(server.notes, server.notes.first(2));
        server.server.replyWith("GET", listPath, [&](const Request &request) {
            QByteArray page = pageAnswer({toJson(all.at(0)), toJson(all.at(1))}, request).body;
            return Answer::json(page.replace("\"count\":2", "\"count\":5"));
        });
        Run run(server, *m_folder);
        run.show(true);
        run.feed.setClient(run.client.get(), ownPk);
        QTRY_COMPARE(run.feed.state(), FeedState::Complete);
        QCOMPARE(run.written(Gone), QString());
        QCOMPARE(run.written(There).split(u' ').size(), 5);
    }

    void startWithoutAServer()
    {
        Server server;
        server.fill(6);
        server.notes[2].seen = true;
        server.notes[3].seen = true;
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
            server.remove(3);
            QVERIFY(run.poll());
        }
        const Timestamp left = currentTimestamp();
        server.isDown = true;
        Run run(server, *m_folder);
        QVERIFY(run.history.isAsOf());
        run.show(false);
        QTRY_COMPARE(run.rows(), u"0* 1* 4* 5*"_s);
        const auto asOf = run.history.asOf();
        QVERIFY(asOf && *asOf <= left && *asOf > left - 60 * second);
        QVERIFY(run.model.data(run.model.index(0, 0), NotificationTableModel::GoneRole).isNull());
        run.show(true);
        QTRY_COMPARE(run.rows(), u"0* 1* 2* (3) 4* 5*"_s);
        run.feed.setClient(run.client.get(), ownPk);
        QTRY_COMPARE(run.feed.state(), FeedState::Failed);
        QTRY_COMPARE(run.rows(), u"0* 1* 2* (3) 4* 5*"_s);
        QCOMPARE(run.model.unseenCount(), 4);

        // It comes back, and has lost one more.
        server.isDown = false;
        server.remove(5);
        server.notes.prepend(
            {.id = uuidOf(900), .created = timestampToIso(server.newest + second), .body = u"Note x"_s});
        QSignalSpy reset(&run.model, &QAbstractItemModel::modelReset);
        run.feed.retry();
        QTRY_COMPARE(run.feed.state(), FeedState::Complete);
        QVERIFY(!run.history.isAsOf());
        QVERIFY(!run.history.asOf());
        QTRY_COMPARE(run.rows(), u"x 0 1 2 (3) 4 (5)"_s);
        QCOMPARE(reset.size(), 0); // what is chosen stays chosen
        // And goes again: with the client, as when the connection is edited
        run.feed.setClient(nullptr, 0);
        QTRY_COMPARE(run.rows(), u"x* 0* 1* 2* (3) 4* (5)"_s);
    }

    // What is marked without a server waits in the journal, and is shown so wherever the row is listed again.
    void markedWithoutAServer()
    {
        Server server;
        server.fill(3);
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
        }
        Run run(server, *m_folder);
        run.feed.work().setJournal(m_folder->filePath(u"a.seen"_s));
        QTRY_VERIFY(run.feed.work().hasJournal());
        run.show(true);
        QTRY_COMPARE(run.rows(), u"0* 1* 2*"_s);
        run.feed.setSeen({uuidOf(1).toUtf8()}, true);
        QVERIFY(run.model.notification(1).seen);
        QCOMPARE(run.written(There), u"0 1 2"_s); // nothing is confirmed yet
        run.show(false);
        QTRY_COMPARE(run.rows(), u"0* 1* 2*"_s);
        QVERIFY(run.model.notification(1).seen);
        QVERIFY(run.model.isPending(1));
        QVERIFY(!run.model.isPending(0));
        run.show(true);
        run.feed.setClient(run.client.get(), ownPk);
        QVERIFY(run.settle());
        QTRY_COMPARE(run.written(There), u"0 1s 2"_s);
        QCOMPARE(run.rows(), u"0 1 2"_s);
        QVERIFY(!run.model.isPending(1));
    }

    void anotherUser()
    {
        Server server;
        server.fill(3);
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
        }
        server.notes.clear(); // the other one has none
        Run run(server, *m_folder);
        run.show(true);
        run.feed.setClient(run.client.get(), ownPk + 1);
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), QString());
        run.feed.setClient(run.client.get(), ownPk);
        QVERIFY(run.settle());
        QTRY_COMPARE(run.rows(), u"(0) (1) (2)"_s);
    }

    void switchedOffAndWiped()
    {
        Server server;
        server.fill(4, true);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        server.remove(1);
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"0 (1) 2 3"_s);
        run.archive.setKept(false);
        QCOMPARE(run.rows(), u"0 2 3"_s);
        server.remove(2);
        QVERIFY(run.poll());
        QCOMPARE(run.rows(), u"0 3"_s); // as without a history
        run.archive.setKept(true);
        QTRY_COMPARE(run.rows(), u"0 (1) (2) 3"_s);
        run.archive.wipe();
        QTRY_COMPARE(run.rows(), u"0 3"_s);
        QVERIFY(run.settle());
        run.feed.reload();
        QVERIFY(run.settle());
        QCOMPARE(run.rows(), u"0 3"_s);
        QCOMPARE(run.written(There), u"0s 3s"_s);
    }

    // A poll that brings nothing new does not write to the disk.
    void quietPollsWriteNothing()
    {
        Server server;
        server.fill(30);
        Run run(server, *m_folder);
        QVERIFY(run.start(true));
        QVERIFY(run.poll());
        (void)run.written(There);
        const auto bytes = [&] {
            QFile file(run.path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        QVERIFY(!before.isEmpty());
        for (int i = 0; i < 3; ++i)
            QVERIFY(run.poll());
        (void)run.written(There);
        QCOMPARE(bytes(), before);
    }

    void theTokenIsNotOnDisk()
    {
        Server server;
        server.fill(30);
        {
            Run run(server, *m_folder);
            QVERIFY(run.start(true));
            run.feed.setSeen({uuidOf(1).toUtf8()}, true);
            QVERIFY(run.settle());
        }
        const QStringList names = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(names, QStringList{u"a.history"_s});
        QFile file(m_folder->filePath(names.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("Note 1"));
        QVERIFY(!bytes.contains(token));
        QVERIFY(!bytes.contains(QByteArray(token).toBase64()));
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    }

    // So many rows are replaced by a reset.
    void manyAreReplacedByTheAnswer()
    {
        constexpr int many = 3000;
        Server server;
        {
            const auto store = ArchiveStore::open(m_folder->filePath(u"a.history"_s), {});
            QList<Notification> notes;
            for (int i = 0; i < many; ++i)
                notes += makeNotification(server.noteOf(i, true));
            QVERIFY(store->note(ownPk, notes, currentTimestamp() - 60 * second));
        }
        server.fill(2, true);
        Run run(server, *m_folder);
        run.tester.reset(); // looks at every row each time
        run.show(true);
        QTRY_COMPARE_WITH_TIMEOUT(run.model.rowCount(), many, 30'000);
        QCOMPARE(run.model.confirmedCount(), 0);
        QTRY_VERIFY(!run.history.isReading());
        QAbstractItemModelTester tester(&run.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false);
        run.feed.setClient(run.client.get(), ownPk);
        QTRY_COMPARE_WITH_TIMEOUT(run.model.confirmedCount(), 2, 30'000);
        QVERIFY(run.settle());
        QTRY_COMPARE_WITH_TIMEOUT(run.model.rowCount(), many, 60'000);
        QCOMPARE(run.model.keptCount(), many - 2);
        QVERIFY(run.model.goneSince(2));
        QCOMPARE(run.model.rowOf(uuidOf(many - 1).toUtf8()), many - 1);
    }

    // Ten thousand that are gone come a few at a time.
    void manyComeInSlices()
    {
        constexpr int many = 10'000;
        {
            const auto store = ArchiveStore::open(m_folder->filePath(u"a.history"_s), {});
            Server server;
            QList<Notification> notes;
            QStringList ids;
            for (int i = 0; i < many; ++i) {
                notes += makeNotification(server.noteOf(i, true));
                ids += uuidOf(i);
            }
            QVERIFY(store->note(ownPk, notes, currentTimestamp()));
            QVERIFY(store->setGone(ownPk, ids, currentTimestamp()));
        }
        Server server;
        server.added = many;
        server.fill(2, true);
        Run run(server, *m_folder);
        run.tester.reset(); // looks at every row each time
        run.show(true);
        run.feed.setClient(run.client.get(), ownPk);
        int most = 0; // rows between two turns of the event loop
        int before = 0;
        QTimer turns;
        connect(&turns, &QTimer::timeout, this, [&] {
            most = std::max(most, run.model.rowCount() - before);
            before = run.model.rowCount();
        });
        turns.start(0ms);
        QTRY_COMPARE_WITH_TIMEOUT(run.model.rowCount(), many + 2, 60'000);
        QCOMPARE(run.model.keptCount(), many);
        QVERIFY2(most < 500, qPrintable(QString::number(most)));
        run.show(false);
        QTRY_COMPARE(run.model.rowCount(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(HistoryFeedTest)
#include "tst_historyfeed.moc"
