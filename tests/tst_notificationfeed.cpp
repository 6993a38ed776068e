// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationfeed.h"
#include "support/records.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoCommand>

#include <numeric>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ownPk = 42;
constexpr auto listPath = "/api/v3/events/notifications/";

// The notifications of one user on a scripted server, and a feed on them.
struct Inbox
{
    Inbox()
    {
        if (!server.start())
            qFatal("no port");
        server.replyWith("GET", listPath, [this](const Request &request) {
            if (isDown || (failsUnseen && request.parameters("seen").value(0) == "false"))
                return Answer::html("down", 500);
            QList<Answer> &faults = request.parameters("page_size").value(0) == "1" ? countFaults : listFaults;
            Answer answer = faults.isEmpty() ? list(request) : faults.takeFirst();
            if (holdLists)
                answer.way = Answer::Way::Hold;
            return answer;
        });
        server.replyWith("PATCH", listPath, [this](const Request &request) {
            return patchFaults.isEmpty() ? patch(request) : patchFaults.takeFirst();
        });
        server.replyWith("POST", listPath, [this](const Request &) {
            if (!postFaults.isEmpty())
                return postFaults.takeFirst();
            if (beforePost)
                beforePost();
            for (NotificationSpec &note : notes)
                note.seen = true;
            return holdWrites ? Answer::held({}, 204) : Answer::noContent();
        });
        ApiClientOptions options;
        options.address = ServerAddress::parse(server.url()).value();
        options.token = "secret";
        options.maxAttempts = 1;
        client = std::make_unique<ApiClient>(options);
        feed.poller().setInterval(1h);
    }

    // Newest first; every third is a warning.
    void fill(int count, bool seen = false)
    {
        for (int i = 0; i < count; ++i, ++added) {
            notes.append({.id = uuidOf(added),
                .created = timeText(-added),
                .severity = added % 3 == 0 ? u"warning"_s : u"notice"_s,
                .body = u"Note %1"_s.arg(added),
                .seen = seen});
        }
    }
    NotificationSpec &note(const QString &id)
    {
        return *std::find_if(notes.begin(), notes.end(), [&](const NotificationSpec &n) { return n.id == id; });
    }
    [[nodiscard]] int unseen() const
    {
        return static_cast<int>(std::count_if(notes.begin(), notes.end(), [](const auto &n) { return !n.seen; }));
    }
    bool start(const NotificationFilter &filter = {})
    {
        feed.setFilter(filter);
        feed.setClient(client.get(), ownPk);
        return settle();
    }
    // Everything is answered and the totals are the server's.
    bool settle()
    {
        return QTest::qWaitFor(
            [this] {
                return feed.state() != FeedState::Loading && feed.changer().pending() == 0
                    && feed.unseenTotal() == unseen();
            },
            60'000);
    }
    bool poll()
    {
        const QDateTime before = feed.lastSuccess();
        QTest::qWait(2); // the clock has milliseconds
        feed.poll();
        return QTest::qWaitFor([&] { return feed.lastSuccess() != before; }) && settle();
    }
    [[nodiscard]] QStringList texts() const { return tableText(model, {NotificationTableModel::TextColumn}); }
    [[nodiscard]] QByteArray keyAt(int row) const { return model.notification(row).key(); }

    FaultServer server;
    QList<NotificationSpec> notes;
    QList<Answer> listFaults; // taken first, one a request
    QList<Answer> countFaults; // of requests for a total
    QList<Answer> patchFaults;
    QList<Answer> postFaults;
    std::function<void()> beforePost;
    bool holdWrites = false;
    bool holdLists = false;
    bool isDown = false; // no list
    bool failsUnseen = false; // no list of unseen ones
    int added = 0;
    std::unique_ptr<ApiClient> client;
    NotificationTableModel model;
    NotificationFeed feed{model};
    QSignalSpy arrived{&feed, &NotificationFeed::arrived};
    QSignalSpy changeFailed{&feed, &NotificationFeed::changeFailed};

private:
    Answer list(const Request &request)
    {
        if (request.parameters("user") != QList<QByteArray>{QByteArray::number(ownPk)})
            return Answer::json("{\"user\":[\"Select a valid choice.\"]}", 400);
        QList<QByteArray> records;
        for (const NotificationSpec &note : std::as_const(notes)) {
            const QByteArray seen = request.parameters("seen").value(0);
            const QByteArray severity = request.parameters("severity").value(0);
            if ((seen.isEmpty() || (seen == "true") == note.seen)
                && (severity.isEmpty() || severity == note.severity.toUtf8()))
                records += toJson(note);
        }
        return pageAnswer(records, request);
    }
    Answer patch(const Request &request)
    {
        const QString id = QString::fromLatin1(request.path().mid(static_cast<qsizetype>(strlen(listPath)), 36));
        if (std::none_of(notes.begin(), notes.end(), [&](const NotificationSpec &n) { return n.id == id; }))
            return Answer::json("{\"detail\":\"Not found.\"}", 404);
        NotificationSpec &changed = note(id);
        changed.seen = request.body.contains("true");
        return holdWrites ? Answer::held(toJson(changed)) : Answer::json(toJson(changed));
    }
};

NotificationFilter unseenOnly()
{
    NotificationFilter filter;
    filter.seen = false;
    return filter;
}

} // namespace

class NotificationFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void pageByPage()
    {
        Inbox inbox;
        inbox.fill(230);
        QVERIFY(inbox.start());
        QCOMPARE(inbox.feed.state(), FeedState::Idle);
        QCOMPARE(inbox.model.rowCount(), 100);
        QCOMPARE(inbox.feed.matching(), 230);
        QCOMPARE(inbox.feed.unseenTotal(), 230);
        while (inbox.feed.state() != FeedState::Complete) {
            inbox.model.fetchMore({});
            QVERIFY(inbox.settle());
        }
        QCOMPARE(inbox.model.rowCount(), 230);
        QVERIFY(!inbox.model.canFetchMore({}));
        for (const Request &request : inbox.server.requests()) {
            QCOMPARE(request.parameters("user"), QList<QByteArray>{"42"});
            QCOMPARE(request.parameters("ordering"), QList<QByteArray>{"-created,pk"});
        }
    }

    // Nothing new: one small request, and the unseen total is its count where unseen ones are listed.
    void pollIsOneSmallRequest()
    {
        Inbox inbox;
        inbox.fill(230);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.server.clearRequests();
        QSignalSpy counts(&inbox.feed, &NotificationFeed::countsChanged);
        inbox.feed.poll();
        QTRY_VERIFY(!counts.isEmpty());
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count(), 1);
        QCOMPARE(inbox.server.last().parameters("page_size"), QList<QByteArray>{"10"});
        QCOMPARE(inbox.feed.unseenTotal(), 230);
        // Seen elsewhere, far down
        inbox.notes[100].seen = true;
        inbox.feed.poll();
        QTRY_COMPARE(inbox.feed.unseenTotal(), 229);
        QVERIFY(inbox.settle());
        QTRY_COMPARE(inbox.server.count(), 3); // and the total
    }

    void tabsAndFilters()
    {
        Inbox inbox;
        inbox.fill(30);
        for (int i = 0; i < 30; i += 2)
            inbox.notes[i].seen = true;
        inbox.notes[5].event = toJson(EventSpec{.id = uuidOf(900), .action = u"logout"_s});
        QVERIFY(inbox.start());
        QCOMPARE(inbox.model.rowCount(), 30);
        QVERIFY(inbox.server.requests().first().parameters("seen").isEmpty());

        inbox.feed.setFilter(unseenOnly());
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.model.rowCount(), 15);
        QCOMPARE(inbox.model.unseenCount(), 15);

        // One severity is asked of the server, several are checked here.
        NotificationFilter filter;
        filter.severities = {u"warning"_s};
        inbox.server.clearRequests();
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.requests().first().parameters("severity"), QList<QByteArray>{"warning"});
        QCOMPARE(inbox.feed.matching(), 10);
        QCOMPARE(inbox.model.rowCount(), 10);
        QCOMPARE(inbox.feed.unseenTotal(), 15); // whatever the filter

        filter.severities = {u"warning"_s, u"alert"_s};
        inbox.server.clearRequests();
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QVERIFY(inbox.server.requests().first().parameters("severity").isEmpty());
        QCOMPARE(inbox.model.rowCount(), 10);

        filter.severities = {u"purple"_s}; // the server would refuse it
        inbox.server.clearRequests();
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.feed.state(), FeedState::Complete);
        QVERIFY(inbox.server.requests().first().parameters("severity").isEmpty());
        QCOMPARE(inbox.model.rowCount(), 0);

        filter = {};
        filter.text = u"  nOTE 7 "_s;
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.texts(), QStringList{u"Note 7"_s});

        filter = {};
        filter.actions = {u"logout"_s};
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.texts(), QStringList{u"Note 5"_s});
        filter.text = u"logout"_s; // the label of the action
        inbox.feed.setFilter(filter);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.model.rowCount(), 1);
    }

    void seenIsShownAtOnceAndConfirmed()
    {
        Inbox inbox;
        inbox.fill(5);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(1), inbox.keyAt(3), "unknown"}, true);
        QVERIFY(inbox.model.notification(1).seen);
        QVERIFY(inbox.model.isPending(1));
        QCOMPARE(inbox.feed.unseenTotal(), 3);
        QTRY_COMPARE(inbox.server.heldCount(), 2);
        // A poll meanwhile takes neither the rows nor the total away.
        inbox.feed.poll();
        QTRY_VERIFY(inbox.server.count("GET") >= 3);
        QTRY_VERIFY(inbox.feed.poller().remaining() > 0ms);
        QCOMPARE(inbox.model.rowCount(), 5);
        QCOMPARE(inbox.feed.unseenTotal(), 3);
        inbox.server.release();
        QTRY_COMPARE(inbox.feed.changer().pending(), 0);
        QVERIFY(!inbox.model.isPending(1));
        QVERIFY(inbox.model.notification(1).seen);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.feed.unseenTotal(), 3);
        QCOMPARE(inbox.server.count("PATCH"), 2);
        QCOMPARE(inbox.changeFailed.size(), 0);
        // Marked here: they stay in the Unseen list, also after another poll, until it is loaded anew.
        inbox.holdWrites = false;
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.model.rowCount(), 5);
        inbox.feed.reload();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.model.rowCount(), 3);
        // Nothing to do
        inbox.server.clearRequests();
        inbox.feed.setSeen({inbox.keyAt(0)}, false);
        QCOMPARE(inbox.feed.changer().pending(), 0);
        QCOMPARE(inbox.feed.undoStack().count(), 1);
    }

    void failureTakesBackAndIsReportedOnce()
    {
        Inbox inbox;
        inbox.fill(4);
        QVERIFY(inbox.start());
        inbox.patchFaults = {Answer::html("no", 500), Answer::json("{\"detail\":\"No.\"}", 403)};
        inbox.feed.setSeen({inbox.keyAt(0), inbox.keyAt(1), inbox.keyAt(2)}, true);
        QCOMPARE(inbox.feed.unseenTotal(), 1);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.changeFailed.size(), 1);
        QCOMPARE(inbox.changeFailed.first().first().toInt(), 2);
        QCOMPARE(inbox.unseen(), 3);
        QCOMPARE(inbox.model.unseenCount(), 3);
        for (int row = 0; row < 4; ++row) {
            QVERIFY(!inbox.model.isPending(row));
            QCOMPARE(inbox.model.notification(row).seen, inbox.note(inbox.model.notification(row).id).seen);
        }
        // Undo touches only what was really changed.
        inbox.server.clearRequests();
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 1);
        QCOMPARE(inbox.unseen(), 4);
        QCOMPARE(inbox.model.unseenCount(), 4);
    }

    void undoAndRedo()
    {
        Inbox inbox;
        inbox.fill(6);
        inbox.notes[5].seen = true;
        QVERIFY(inbox.start());
        QUndoStack &undo = inbox.feed.undoStack();
        inbox.feed.setSeen({inbox.keyAt(0), inbox.keyAt(1), inbox.keyAt(5)}, true); // the last one is seen already
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 2);
        QCOMPARE(inbox.unseen(), 3);
        QCOMPARE(undo.count(), 1);
        QVERIFY(undo.undoText().startsWith(u'2'));
        undo.undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 5);
        QVERIFY(inbox.notes.at(5).seen);
        undo.redo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 3);
        inbox.feed.setSeen({inbox.keyAt(0)}, false);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 4);
        undo.undo();
        undo.undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 5);
        QCOMPARE(inbox.model.unseenCount(), 5);
    }

    // Changes of one notification reach the server in the order in which they were made.
    void orderOfChangesIsKept()
    {
        Inbox inbox;
        inbox.fill(1);
        QVERIFY(inbox.start());
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        inbox.feed.undoStack().undo();
        inbox.feed.undoStack().redo();
        QCOMPARE(inbox.feed.changer().pending(), 3);
        for (int sent = 1; sent <= 3; ++sent) {
            QTRY_COMPARE(inbox.server.heldCount(), 1);
            QCOMPARE(inbox.server.count("PATCH"), sent);
            QVERIFY(inbox.model.isPending(0));
            QVERIFY(inbox.model.notification(0).seen); // the last wish all the time
            inbox.server.release();
        }
        QVERIFY(inbox.settle());
        QByteArrayList bodies;
        for (const Request &request : inbox.server.requests()) {
            if (request.method == "PATCH")
                bodies += request.body.contains("true") ? "seen" : "unseen";
        }
        QCOMPARE(bodies, (QByteArrayList{"seen", "unseen", "seen"}));
        QVERIFY(!inbox.model.isPending(0));
    }

    // The first change fails, the second too: back to what the server has.
    void twoFailuresGoBackToTheServersState()
    {
        Inbox inbox;
        inbox.fill(1);
        QVERIFY(inbox.start());
        inbox.patchFaults = {Answer::html("no", 500), Answer::html("no", 500)};
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.changeFailed.size(), 1);
        QVERIFY(!inbox.model.notification(0).seen);
        QCOMPARE(inbox.feed.unseenTotal(), 1);
    }

    void manyChangesRunInParallel()
    {
        Inbox inbox;
        inbox.fill(300);
        QVERIFY(inbox.start());
        while (inbox.feed.state() != FeedState::Complete) {
            inbox.feed.loadMore();
            QVERIFY(inbox.settle());
        }
        inbox.holdWrites = true;
        QSignalSpy progress(&inbox.feed.changer(), &SeenChanger::progressed);
        QSignalSpy finished(&inbox.feed.changer(), &SeenChanger::finished);
        inbox.feed.setSeen(inbox.model.unseenKeys(), true);
        QCOMPARE(inbox.feed.unseenTotal(), 0);
        QCOMPARE(inbox.feed.changer().pending(), 300);
        int most = 0;
        connect(&inbox.server, &FaultServer::requestArrived, &inbox.server,
            [&] { most = std::max(most, inbox.server.heldCount() + 1); });
        for (int sent = 0; sent < 300; sent += 8) {
            QTRY_COMPARE(inbox.server.heldCount(), std::min(8, 300 - sent));
            inbox.server.release();
        }
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(most, 8);
        QCOMPARE(progress.size(), 300);
        QCOMPARE(progress.last().at(0).toInt(), 300);
        QCOMPARE(progress.last().at(1).toInt(), 300);
        QCOMPARE(inbox.server.count("PATCH"), 300);
        QCOMPARE(inbox.unseen(), 0);
        QVERIFY(inbox.settle());
    }

    void cancelDropsWhatWasNotSent()
    {
        Inbox inbox;
        inbox.fill(50);
        QVERIFY(inbox.start());
        inbox.holdWrites = true;
        inbox.feed.setSeen(inbox.model.unseenKeys(), true);
        QTRY_COMPARE(inbox.server.heldCount(), 8);
        inbox.feed.changer().cancel();
        QCOMPARE(inbox.model.unseenCount(), 42);
        QCOMPARE(inbox.feed.changer().pending(), 8);
        inbox.server.release();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 8);
        QCOMPARE(inbox.feed.unseenTotal(), 42);
        QCOMPARE(inbox.changeFailed.size(), 0);
        inbox.holdWrites = false;
        inbox.feed.undoStack().undo(); // of the eight only
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 16);
        QCOMPARE(inbox.unseen(), 50);
    }

    void markAllSeen()
    {
        Inbox inbox;
        inbox.fill(150);
        inbox.notes[7].seen = true;
        QVERIFY(inbox.start());
        QCOMPARE(inbox.model.rowCount(), 100); // more than what is loaded
        inbox.feed.markAllSeen();
        inbox.feed.markAllSeen(); // while it collects
        QTRY_COMPARE(inbox.feed.unseenTotal(), 0);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("POST"), 1);
        QCOMPARE(inbox.server.count("PATCH"), 0);
        QCOMPARE(inbox.unseen(), 0);
        QCOMPARE(inbox.model.unseenCount(), 0);
        for (int row = 0; row < 100; ++row)
            QVERIFY(!inbox.model.isPending(row));

        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 149);
        QCOMPARE(inbox.unseen(), 149);
        QVERIFY(inbox.notes.at(7).seen);
        QCOMPARE(inbox.model.unseenCount(), 99);
    }

    // Undone before it was answered: the PATCHes wait for the POST.
    void undoOfMarkAllSeenWaits()
    {
        Inbox inbox;
        inbox.fill(10);
        QVERIFY(inbox.start());
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.feed.undoStack().count(), 2);
        QCOMPARE(inbox.server.count("POST"), 0); // waits for the change before it
        inbox.server.release();
        QTRY_COMPARE(inbox.server.count("POST"), 1);
        inbox.feed.undoStack().undo();
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        QCOMPARE(inbox.server.count("PATCH"), 1);
        QCOMPARE(inbox.model.unseenCount(), 9);
        inbox.holdWrites = false;
        inbox.server.release();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 10);
        QCOMPARE(inbox.unseen(), 9);
        QCOMPARE(inbox.model.unseenCount(), 9);
        QVERIFY(!inbox.model.isPending(5));
    }

    void markAllSeenFails()
    {
        Inbox inbox;
        inbox.fill(10);
        QVERIFY(inbox.start());
        inbox.postFaults = {Answer::html("no", 500)};
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.changeFailed.size(), 1);
        QCOMPARE(inbox.changeFailed.first().first().toInt(), 10);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.model.unseenCount(), 10);
        // The ids can not be read: nothing is sent.
        inbox.isDown = true;
        inbox.feed.markAllSeen();
        const UnseenCollector &collector = inbox.feed.work().collector();
        QTRY_COMPARE(collector.state(), UnseenCollector::State::Failed);
        QCOMPARE(collector.error().kind, ApiError::Kind::Server);
        QCOMPARE(inbox.server.count("POST"), 1);
        inbox.isDown = false;
        // And it works again.
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 2);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 0);
        inbox.feed.markAllSeen(); // nothing to do
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("POST"), 2);
    }

    // What was read before a failure is not read again.
    void collectingGoesOnAfterAFailure()
    {
        Inbox inbox;
        inbox.fill(1000);
        QVERIFY(inbox.start());
        const UnseenCollector &collector = inbox.feed.work().collector();
        int pages = 0;
        connect(&inbox.server, &FaultServer::requestArrived, &inbox.server, [&](const Request &request) {
            if (request.parameters("page_size").value(0).toInt() >= 50 && ++pages == 6)
                inbox.isDown = true;
        });
        inbox.feed.markAllSeen();
        QTRY_COMPARE(collector.state(), UnseenCollector::State::Failed);
        const qsizetype read = collector.read();
        QVERIFY(read >= 100 && read < 1000);
        QCOMPARE(collector.count(), 1000);
        QCOMPARE(inbox.server.count("POST"), 0);
        inbox.isDown = false;
        inbox.server.clearRequests();
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 1);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 0);
        for (const Request &request : inbox.server.requests())
            QVERIFY(request.parameters("page_size") != QList<QByteArray>{"100"}
                || request.parameters("page") != QList<QByteArray>{"1"});
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 1000);
    }

    void collectingIsStopped()
    {
        Inbox inbox;
        inbox.fill(300);
        QVERIFY(inbox.start());
        UnseenCollector &collector = inbox.feed.work().collector();
        connect(&inbox.server, &FaultServer::requestArrived, &inbox.server,
            [&](const Request &request) { inbox.holdLists = request.parameters("page_size").value(0).toInt() >= 50; });
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.heldCount(), 2); // more than one at a time, once it is known how many there are
        QCOMPARE(collector.read(), 100);
        collector.pause();
        QCOMPARE(collector.state(), UnseenCollector::State::Paused);
        inbox.server.release();
        inbox.server.disconnect(&inbox.server);
        inbox.holdLists = false;
        collector.goOn();
        QCOMPARE(collector.state(), UnseenCollector::State::Reading);
        collector.cancel();
        QCOMPARE(collector.state(), UnseenCollector::State::Idle);
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.server.count("POST"), 0);
        QCOMPARE(inbox.unseen(), 300);
    }

    // Rows that are deleted while it reads move others up: none of these is missed.
    void collectingMissesNone()
    {
        Inbox inbox;
        inbox.fill(600);
        QVERIFY(inbox.start());
        int deleted = 0;
        connect(&inbox.server, &FaultServer::requestArrived, &inbox.server, [&](const Request &request) {
            if (request.parameters("page_size").value(0).toInt() >= 50 && deleted < 200) {
                inbox.notes.remove(0, 40);
                deleted += 40;
            }
        });
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 1);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 0);
        inbox.feed.undoStack().undo();
        QTRY_COMPARE_WITH_TIMEOUT(inbox.unseen(), static_cast<int>(inbox.notes.size()), 60'000);
    }

    // The unseen ones are all loaded: their ids are not read again.
    void loadedRowsAreNotReadAgain()
    {
        Inbox inbox;
        inbox.fill(150);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.feed.loadAll();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        QVERIFY(inbox.settle());
        inbox.server.clearRequests();
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 1);
        QVERIFY(inbox.settle());
        for (const Request &request : inbox.server.requests()) {
            if (request.method == "GET")
                QVERIFY(request.parameters("page_size").value(0).toInt() <= 10);
        }
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 150);
        // One was seen elsewhere, far down: the number says so, and it is not part of it.
        inbox.notes[140].seen = true;
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 2);
        QVERIFY(inbox.settle());
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 149);
        QVERIFY(inbox.notes.at(140).seen);
    }

    // Changes that are still on their way are what the user has decided: undo of "all" leaves them.
    void markAllAmongOtherChanges()
    {
        Inbox inbox;
        inbox.fill(6);
        inbox.notes[5].seen = true;
        QVERIFY(inbox.start());
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(4)}, true);
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.feed.changer().pause();
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        inbox.feed.setSeen({inbox.keyAt(5)}, false);
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.feed.undoStack().count(), 4);
        QVERIFY(inbox.feed.undoStack().undoText().startsWith(u'4'));
        inbox.holdWrites = false;
        inbox.feed.changer().goOn();
        inbox.server.release();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("POST"), 1);
        QCOMPARE(inbox.unseen(), 0);
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 4);
        QVERIFY(inbox.notes.at(0).seen && inbox.notes.at(4).seen && !inbox.notes.at(5).seen);
        // Done again it is about the same ones: what came since stays.
        inbox.notes.prepend({.id = uuidOf(5000), .created = timeText(100), .body = u"new"_s});
        inbox.feed.undoStack().redo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 1);
    }

    // Those that come while the ids are read are part of it; those that come between that and the POST are not.
    void arrivalsDuringMarkAll()
    {
        Inbox inbox;
        inbox.fill(150);
        QVERIFY(inbox.start());
        QSignalSpy told(&inbox.feed, &NotificationFeed::arrivedNotifications);
        const QString early = uuidOf(5000);
        const QString late = uuidOf(5001);
        bool isAdded = false;
        connect(&inbox.server, &FaultServer::requestArrived, &inbox.server, [&](const Request &request) {
            if (!isAdded && request.parameters("seen").value(0) == "false") {
                isAdded = true;
                inbox.notes.prepend({.id = early, .created = timeText(100), .body = u"early"_s});
            }
        });
        inbox.beforePost = [&] {
            inbox.notes.prepend({.id = late, .created = timeText(101), .body = u"late"_s});
        };
        inbox.feed.markAllSeen();
        QTRY_COMPARE(inbox.server.count("POST"), 1);
        QTRY_COMPARE(inbox.unseen(), 1);
        QVERIFY(inbox.settle());
        QVERIFY(!inbox.note(late).seen);
        QCOMPARE(inbox.texts().mid(0, 2), (QStringList{u"late"_s, u"early"_s}));
        QVERIFY(!inbox.model.notification(0).seen);
        QVERIFY(inbox.model.notification(1).seen);
        QStringList bodies;
        for (const QList<QVariant> &arguments : told) {
            for (const Notification &notification : arguments.first().value<QList<Notification>>())
                bodies += notification.body;
        }
        QCOMPARE(bodies, (QStringList{u"early"_s, u"late"_s}));
        inbox.feed.undoStack().undo();
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 152);
    }

    // An answer that was asked for before a change was confirmed says nothing about it.
    void staleAnswers()
    {
        Inbox inbox;
        inbox.fill(5);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.holdLists = true;
        const QDateTime before = inbox.feed.lastSuccess();
        inbox.feed.poll();
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.holdLists = false;
        inbox.feed.setSeen({inbox.keyAt(1)}, true);
        QTRY_COMPARE(inbox.feed.changer().pending(), 0);
        inbox.server.release();
        QTRY_VERIFY(inbox.feed.lastSuccess() != before);
        QVERIFY(inbox.model.notification(1).seen);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.feed.unseenTotal(), 4);
        // The other way round: a row that the old answer lacks is not gone.
        inbox.holdLists = true;
        const QDateTime second = inbox.feed.lastSuccess();
        inbox.feed.poll();
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.holdLists = false;
        inbox.feed.undoStack().undo();
        QTRY_COMPARE(inbox.feed.changer().pending(), 0);
        QTest::qWait(2); // the clock has milliseconds
        inbox.server.release();
        QTRY_VERIFY(inbox.feed.lastSuccess() != second);
        QCOMPARE(inbox.model.rowCount(), 5);
        QVERIFY(!inbox.model.notification(1).seen);
        QVERIFY(inbox.settle());
    }

    // A list that is loaded while a change waits shows what was asked for.
    void loadedRowsShowWhatIsPending()
    {
        Inbox inbox;
        inbox.fill(120);
        QVERIFY(inbox.start());
        inbox.feed.loadAll();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.feed.changer().pause();
        inbox.feed.setSeen({inbox.keyAt(110)}, true);
        const QByteArray key = inbox.keyAt(110);
        inbox.feed.reload();
        QTRY_VERIFY(inbox.feed.state() != FeedState::Loading);
        QVERIFY(inbox.model.rowOf(key) < 0);
        inbox.feed.loadMore();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        QVERIFY(inbox.model.notification(110).seen);
        QVERIFY(inbox.model.isPending(110));
        inbox.holdWrites = false;
        inbox.feed.changer().goOn();
        inbox.server.release();
        QVERIFY(inbox.settle());
        QVERIFY(!inbox.model.isPending(110));
    }

    // The server is down: what was loaded stays until it answers.
    void rowsStayUntilTheServerAnswers()
    {
        Inbox inbox;
        inbox.fill(30);
        for (int i = 0; i < 10; ++i)
            inbox.notes[i].seen = true;
        QVERIFY(inbox.start());
        QSignalSpy reset(&inbox.model, &QAbstractItemModel::modelReset);
        inbox.isDown = true;
        inbox.feed.reload();
        QVERIFY(inbox.feed.isStale());
        QTRY_COMPARE(inbox.feed.state(), FeedState::Failed);
        QVERIFY(inbox.feed.isStale());
        QCOMPARE(inbox.model.rowCount(), 30);
        QVERIFY(inbox.feed.lastSuccess().isValid());
        // Another question keeps those that fit.
        inbox.feed.setFilter(unseenOnly());
        QTRY_COMPARE(inbox.feed.state(), FeedState::Failed);
        QCOMPARE(inbox.model.rowCount(), 20);
        inbox.notes.removeAt(15);
        inbox.isDown = false;
        inbox.feed.retry();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        QVERIFY(!inbox.feed.isStale());
        QCOMPARE(inbox.model.rowCount(), 19);
        QCOMPARE(reset.size(), 0); // the place on the screen stays, too
        inbox.feed.setClient(nullptr, 0);
        QCOMPARE(inbox.model.rowCount(), 0);
    }

    void deletedOnTheServerGoes()
    {
        Inbox inbox;
        inbox.fill(4);
        QVERIFY(inbox.start(unseenOnly()));
        QSignalSpy conflicted(&inbox.feed, &NotificationFeed::changeConflicted);
        const QByteArray gone = inbox.keyAt(1);
        inbox.notes.removeAt(1);
        inbox.feed.setSeen({gone}, true);
        QTRY_COMPARE(conflicted.size(), 1);
        QVERIFY(inbox.model.rowOf(gone) < 0);
        QVERIFY(inbox.settle());
        // Together with one that was refused: one message.
        const QByteArray second = inbox.keyAt(1);
        inbox.notes.removeAt(1);
        inbox.server.reply("PATCH", listPath + inbox.keyAt(0), Answer::json("{\"detail\":\"No.\"}", 403));
        inbox.feed.setSeen({inbox.keyAt(0), second}, true);
        QTRY_COMPARE(inbox.changeFailed.size(), 1);
        QCOMPARE(inbox.changeFailed.first().at(0).toInt(), 1);
        QCOMPARE(inbox.changeFailed.first().at(2).toInt(), 1);
        QCOMPARE(conflicted.size(), 1);
    }

    // A whole flood is told, whatever the list shows.
    void aFloodIsTold()
    {
        Inbox inbox;
        inbox.fill(30);
        NotificationFilter narrow;
        narrow.text = u"no such text"_s;
        QVERIFY(inbox.start(narrow));
        QVERIFY(inbox.poll());
        QSignalSpy told(&inbox.feed, &NotificationFeed::arrivedNotifications);
        for (int i = 0; i < 250; ++i)
            inbox.notes.prepend({.id = uuidOf(5000 + i), .created = timeText(100 + i), .body = u"new"_s});
        QVERIFY(inbox.poll());
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<QList<Notification>>().size(), 250);
        // Created before those, but visible after them
        inbox.notes.insert(3, {.id = uuidOf(6000), .created = timeText(346.5), .body = u"hidden so far"_s});
        QVERIFY(inbox.poll());
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last().first().value<QList<Notification>>().first().body, u"hidden so far"_s);
        // Seen already: nothing is sent for it.
        inbox.feed.markSeen({uuidOf(6000)});
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.server.count("PATCH"), 1);
        inbox.feed.markSeen({uuidOf(6000)});
        QCOMPARE(inbox.feed.changer().pending(), 0);
    }

    // Of more than it tells it says so.
    void aHugeFloodIsToldInPart()
    {
        Inbox inbox;
        inbox.fill(30);
        NotificationFilter seen;
        seen.seen = true; // the list has nothing to do with it
        QVERIFY(inbox.start(seen));
        QVERIFY(inbox.poll());
        QSignalSpy told(&inbox.feed, &NotificationFeed::arrivedNotifications);
        constexpr int many = 5200;
        QList<NotificationSpec> flood;
        for (int i = many; i > 0; --i)
            flood.append({.id = uuidOf(10'000 + i), .created = timeText(100 + i), .body = u"new"_s});
        inbox.notes = flood + inbox.notes;
        QVERIFY(inbox.poll());
        QTRY_COMPARE(told.size(), 10);
        qsizetype count = 0;
        for (const QVariantList &part : std::as_const(told)) {
            count += part.first().value<QList<Notification>>().size();
            QVERIFY(part.at(1).toBool());
        }
        QCOMPARE(count, 5000);
        // That was it.
        inbox.notes.prepend({.id = uuidOf(20'000), .created = timeText(100 + many + 1), .body = u"one"_s});
        QVERIFY(inbox.poll());
        QTRY_COMPARE(told.size(), 11);
        QCOMPARE(told.last().first().value<QList<Notification>>().size(), 1);
        QVERIFY(!told.last().at(1).toBool());
    }

    // News is not lost where the question for it fails, or changes are on their way.
    void newsIsToldInTheEnd()
    {
        Inbox inbox;
        inbox.fill(30);
        QVERIFY(inbox.start());
        QSignalSpy told(&inbox.feed, &NotificationFeed::arrivedNotifications);
        inbox.notes.prepend({.id = uuidOf(5000), .created = timeText(100), .body = u"new"_s});
        inbox.failsUnseen = true;
        inbox.feed.poll();
        QTRY_COMPARE(inbox.arrived.size(), 1);
        QTRY_COMPARE(inbox.server.last().parameters("seen"), QList<QByteArray>{"false"});
        QVERIFY(told.isEmpty());
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(5)}, true);
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.failsUnseen = false;
        inbox.feed.poll();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(inbox.feed.changer().pending(), 1);
        QCOMPARE(inbox.feed.unseenTotal(), 29);
        inbox.server.release();
        QVERIFY(inbox.settle());
        QCOMPARE(told.size(), 1);
    }

    void totalFollows()
    {
        Inbox inbox;
        inbox.fill(30);
        inbox.notes[3].seen = true;
        QVERIFY(inbox.start(unseenOnly()));
        QTRY_COMPARE(inbox.feed.total(), 30);
        inbox.notes.prepend({.id = uuidOf(5000), .created = timeText(100), .body = u"new"_s});
        QVERIFY(inbox.poll());
        QTRY_COMPARE(inbox.feed.total(), 31);
    }

    void newOnesAreTold_data()
    {
        QTest::addColumn<NotificationFilter>("filter");
        QTest::newRow("unseen") << unseenOnly();
        QTest::newRow("all") << NotificationFilter();
        NotificationFilter narrow = unseenOnly();
        narrow.severities = {u"alert"_s};
        QTest::newRow("something else") << narrow;
        narrow = unseenOnly();
        narrow.text = u"no such text"_s;
        QTest::newRow("other words") << narrow;
    }

    // Whatever the list shows, and each once.
    void newOnesAreTold()
    {
        QFETCH(const NotificationFilter, filter);
        Inbox inbox;
        QSignalSpy told(&inbox.feed, &NotificationFeed::arrivedNotifications);
        inbox.fill(30);
        QVERIFY(inbox.start(filter));
        QVERIFY(inbox.poll());
        QVERIFY(told.isEmpty()); // those were there before
        inbox.notes.prepend({.id = uuidOf(5000), .created = timeText(100), .body = u"older"_s});
        inbox.notes.prepend({.id = uuidOf(5001), .created = timeText(101), .body = u"newer"_s});
        inbox.notes.prepend({.id = uuidOf(5002), .created = timeText(102), .body = u"read"_s, .seen = true});
        QVERIFY(inbox.poll());
        QTRY_COMPARE(told.size(), 1);
        const auto fresh = told.first().first().value<QList<Notification>>();
        QCOMPARE(fresh.size(), 2);
        QCOMPARE(fresh.at(0).body, u"older"_s);
        QCOMPARE(fresh.at(1).body, u"newer"_s);
        QVERIFY(inbox.poll());
        inbox.feed.reload();
        QVERIFY(inbox.settle());
        QVERIFY(inbox.poll());
        QCOMPARE(told.size(), 1);
        // Marked from outside the list.
        inbox.feed.markSeen({fresh.at(0).id, u"../x"_s});
        QVERIFY(inbox.settle());
        QVERIFY(inbox.note(fresh.at(0).id).seen);
        QCOMPARE(inbox.server.count("PATCH"), 1);
    }

    void pollBringsNewOnes()
    {
        Inbox inbox;
        inbox.fill(150);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.notes.prepend({.id = uuidOf(5000), .created = timeText(100), .body = u"new"_s});
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.arrived.size(), 1);
        QCOMPARE(inbox.arrived.first().first().toInt(), 1);
        QCOMPARE(inbox.texts().first(), u"new"_s);
        QCOMPARE(inbox.model.rowCount(), 101);
        QCOMPARE(inbox.feed.unseenTotal(), 151);
        QCOMPARE(inbox.feed.matching(), 151);
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.arrived.size(), 1);
    }

    void emptyInboxFills()
    {
        Inbox inbox;
        QVERIFY(inbox.start(unseenOnly()));
        QCOMPARE(inbox.feed.state(), FeedState::Complete);
        QCOMPARE(inbox.feed.unseenTotal(), 0);
        inbox.fill(70);
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.model.rowCount(), 70);
        QCOMPARE(inbox.arrived.first().first().toInt(), 70);
    }

    void whatIsSeenOrDeletedElsewhereGoes()
    {
        Inbox inbox;
        inbox.fill(15);
        QVERIFY(inbox.start(unseenOnly()));
        inbox.feed.setSeen({inbox.keyAt(4)}, true);
        QVERIFY(inbox.settle());
        inbox.notes[2].seen = true; // in the web interface
        inbox.notes.removeAt(9);
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.model.rowCount(), 13);
        QVERIFY(inbox.texts().contains(u"Note 4"_s)); // marked here
        QVERIFY(!inbox.texts().contains(u"Note 2"_s));
        QVERIFY(!inbox.texts().contains(u"Note 9"_s));
        // Everything
        for (NotificationSpec &note : inbox.notes)
            note.seen = true;
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.texts(), QStringList{u"Note 4"_s});
        // Unseen again elsewhere: comes back to its place.
        inbox.notes[7].seen = false;
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.texts(), (QStringList{u"Note 4"_s, u"Note 7"_s}));
    }

    void markedHereStaysInTheSeenListToo()
    {
        Inbox inbox;
        inbox.fill(6, true);
        NotificationFilter filter;
        filter.seen = true;
        QVERIFY(inbox.start(filter));
        inbox.feed.setSeen({inbox.keyAt(1)}, false);
        QVERIFY(inbox.settle());
        QVERIFY(inbox.poll());
        QCOMPARE(inbox.model.rowCount(), 6);
    }

    void failureAndRetry()
    {
        Inbox inbox;
        inbox.fill(150);
        QVERIFY(inbox.start());
        inbox.listFaults = {Answer::html("no", 500)};
        inbox.feed.loadMore();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Failed);
        QCOMPARE(inbox.feed.error().kind, ApiError::Kind::Server);
        QCOMPARE(inbox.model.rowCount(), 100);
        QVERIFY(!inbox.model.canFetchMore({}));
        inbox.feed.retry();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        QCOMPARE(inbox.model.rowCount(), 150);
        QVERIFY(inbox.feed.poller().remaining() > 0ms);

        QSignalSpy pollFailed(&inbox.feed, &NotificationFeed::pollFailed);
        inbox.listFaults = {Answer::json("{\"detail\":\"You do not have permission to perform this action.\"}", 403)};
        inbox.feed.poll();
        QTRY_COMPARE(pollFailed.size(), 1);
        QCOMPARE(pollFailed.first().first().value<ApiError>().kind, ApiError::Kind::Forbidden);
        QCOMPARE(inbox.model.rowCount(), 150);
        QCOMPARE(inbox.feed.state(), FeedState::Complete);
        QVERIFY(inbox.poll());
    }

    void unknownTotalStaysUnknown()
    {
        Inbox inbox;
        inbox.fill(5);
        inbox.countFaults = {Answer::html("no", 500)};
        inbox.feed.setClient(inbox.client.get(), ownPk);
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        QTRY_VERIFY(inbox.countFaults.isEmpty());
        inbox.holdWrites = true;
        inbox.feed.setSeen({inbox.keyAt(0)}, true);
        QCOMPARE(inbox.feed.unseenTotal(), -1);
        QTRY_COMPARE(inbox.server.heldCount(), 1);
        inbox.server.release();
        QTRY_COMPARE(inbox.feed.unseenTotal(), 4); // asked again after the change
    }

    void clientGoesWhileChangesAreOnTheWay()
    {
        Inbox inbox;
        inbox.fill(20);
        QVERIFY(inbox.start());
        inbox.holdWrites = true;
        inbox.feed.setSeen(inbox.model.unseenKeys(), true);
        QTRY_COMPARE(inbox.server.heldCount(), 8);
        QSignalSpy finished(&inbox.feed.changer(), &SeenChanger::finished);
        inbox.feed.setClient(nullptr, 0);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(inbox.feed.changer().pending(), 0);
        QCOMPARE(inbox.model.rowCount(), 0);
        QCOMPARE(inbox.feed.unseenTotal(), -1);
        QCOMPARE(inbox.feed.state(), FeedState::Idle);
        QVERIFY(!inbox.feed.undoStack().canUndo());
        inbox.holdWrites = false;
        inbox.server.release();
        // The answers of the former client change nothing.
        inbox.feed.setClient(inbox.client.get(), ownPk);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.feed.changer().pending(), 0);
        QCOMPARE(inbox.feed.unseenTotal(), 12);
        inbox.feed.setSeen({inbox.keyAt(19)}, true);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.unseen(), 11);
    }

    // Their ids are read a few milliseconds at a time; another command, or another server, does not change what was
    // meant.
    void ofAGreatManyNothingIsLost()
    {
        Inbox inbox;
        const auto all = [&inbox] {
            std::vector<int> rows(static_cast<size_t>(inbox.model.rowCount()));
            std::iota(rows.begin(), rows.end(), 0);
            return rows;
        };
        inbox.fill(2500);
        QVERIFY(inbox.start());
        inbox.feed.loadAll();
        QTRY_COMPARE(inbox.feed.state(), FeedState::Complete);
        inbox.holdWrites = true;
        inbox.feed.setSeen(all(), true);
        QVERIFY(!inbox.feed.undoStack().canUndo());
        QTRY_VERIFY(inbox.feed.undoStack().canUndo());
        QTRY_COMPARE(inbox.feed.changer().pending(), 2500);
        QTRY_COMPARE(inbox.feed.unseenTotal(), 0);
        QTRY_COMPARE(inbox.server.heldCount(), 8); // no more arrive later
        // What is asked for next comes after it.
        inbox.feed.setSeen(all(), false);
        inbox.feed.setSeen(std::vector<int>{0}, true);
        QCOMPARE(inbox.feed.undoStack().count(), 3);
        QTRY_COMPARE(inbox.feed.unseenTotal(), 2499);
        // Of the client that goes, and not of the one that comes.
        QSignalSpy finished(&inbox.feed.changer(), &SeenChanger::finished);
        inbox.feed.setSeen(all(), true);
        inbox.feed.setClient(nullptr, 0);
        QCOMPARE(finished.size(), 1);
        inbox.holdWrites = false;
        inbox.server.release();
        inbox.feed.setClient(inbox.client.get(), ownPk);
        QVERIFY(inbox.settle());
        QCOMPARE(inbox.feed.changer().pending(), 0);
        QVERIFY(inbox.feed.unseenTotal() > 2400);
    }

    void feedMayDieWhileBusy()
    {
        Inbox inbox;
        inbox.fill(20);
        NotificationTableModel model;
        auto feed = std::make_unique<NotificationFeed>(model);
        feed->setClient(inbox.client.get(), ownPk);
        QTRY_COMPARE(feed->state(), FeedState::Complete);
        inbox.holdWrites = true;
        feed->setSeen(model.unseenKeys(), true);
        feed->poll();
        feed->markAllSeen();
        QTRY_COMPARE(inbox.server.heldCount(), 8);
        feed.reset();
        inbox.server.release();
        QVERIFY(inbox.start());
        QCOMPARE(inbox.feed.unseenTotal(), 12);
    }
};

QTEST_GUILESS_MAIN(NotificationFeedTest)
#include "tst_notificationfeed.moc"
