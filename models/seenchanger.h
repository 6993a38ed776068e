// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "seenjournal.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace tidings {

// What came of everything that was asked for since nothing was pending.
struct SeenResult
{
    int failed = 0; // refused by the server: back to what they were
    ApiError firstError; // of those
    int deleted = 0; // not on the server any more
};

// Sets `seen` of notifications on the server, several at a time, in the order asked for. Each change is announced at
// once (optimistic; of a great many the first ones, the others within the next turns of the event loop), and confirmed
// or taken back when the server has answered. A later change of the same notification waits for the earlier one;
// mark_all_seen waits for all changes before it, and those after it wait for its answer.
//
// Up to eight requests are in flight, fewer after the server was overloaded. What the server refuses is taken back and
// reported. What could not get through (no connection, 429, 502 to 504, a token that is no longer valid) stays pending,
// in its order, and is tried again after a while, or when tryNow() says that the server answers. A change whose answer
// got lost is not sent again blindly: the server is asked first what it has.
//
// With a journal all this outlives the client and the program: changes can be asked for without a client, and those of
// an earlier run are taken up again by resume(). Without one, what is pending goes with its client.
class SeenChanger : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, // nothing is pending
        Running,
        Paused, // by the user
        Waiting, // for the server (waitingFor()), or for a client
    };
    static constexpr int mostInFlight = 8;

    explicit SeenChanger(QObject *parent = nullptr);

    // Answers of the former client are no longer heard. Null: waits, or drops everything where there is no journal.
    void setClient(ApiClient *client);
    // Whose journal takes notes; must outlive this or the next call. Drops what is pending here, not in the journal.
    void setJournal(SeenJournal *journal);
    // Reads the ids of all that are unseen on the server: what is asked first when very many answers got lost. The
    // reader calls back once, or never after the client was changed.
    using UnseenRead = std::function<void(Result<QSet<QString>>)>;
    void setUnseenReader(std::function<void(UnseenRead)> reader) { m_reader = std::move(reader); }

    // Under which the journal keeps the batches of one undo command; 0 without a journal.
    [[nodiscard]] quint64 newCommand() { return m_journal ? m_journal->newCommand() : 0; }
    // `ids`: only those whose state differs.
    void change(const QStringList &ids, bool seen, quint64 command = 0);
    // POST mark_all_seen; `ids` are the ones known to be unseen, for the announcement.
    void markAllSeen(const QStringList &ids, quint64 command = 0);
    // The open part of a batch of an earlier run. What had been sent is asked for first.
    void resume(const SeenBatch &batch);
    // Undoes what an earlier run did of a batch, and forgets what it did not. Needs the journal that the batch is from.
    void takeBack(const SeenBatch &batch);

    // Drops what has not been sent yet and takes its announcement back, of a great many within the next turns of the
    // event loop; what is asked for meanwhile comes after that.
    void cancel();
    [[nodiscard]] bool isDropping() const { return !m_dropped.empty(); } // dropped() follows
    void pause(); // what is in flight is still answered
    void goOn();
    void tryNow(); // while Waiting for the server

    [[nodiscard]] State state() const;
    // Why it waits; empty where it waits for a client, or does not.
    [[nodiscard]] const std::optional<ApiError> &waitingFor() const { return m_waiting; }
    // Changes not answered yet.
    [[nodiscard]] int pending() const
    {
        return static_cast<int>(m_queue.size() + m_reconciled.size() + m_sent.size()) + m_incomingCount
            + (m_settling ? 1 : 0);
    }
    [[nodiscard]] bool isPending(const QString &id) const { return m_open.contains(id); }
    // What it is to be when all changes of it are answered; nothing: none is pending.
    [[nodiscard]] std::optional<bool> wanted(const QString &id) const;
    // The same of all that are pending, those included that were not announced yet.
    [[nodiscard]] QHash<QString, bool> wishes() const;
    [[nodiscard]] int done() const { return m_done; } // of total()
    [[nodiscard]] int total() const { return m_total; } // everything asked for since pending() was 0

signals:
    void announced(const QStringList &ids, bool seen); // shown as such, not confirmed
    void confirmed(const tidings::Notification &notification);
    void confirmedAll(const QStringList &ids, bool seen); // without their records
    void takenBack(const QStringList &ids, bool seen); // back to what they were
    void deleted(const QString &id); // is not on the server
    // The server did not make them `seen`; takenBack() has said what they are, or will.
    void refused(const QStringList &ids, bool seen, const tidings::ApiError &error);
    void allMarked(quint64 command); // mark_all_seen was answered, and all of it was confirmed
    void dropped(); // isDropping() no longer
    void progressed(int done, int total);
    void stateChanged(); // state() or waitingFor()
    void finished(const tidings::SeenResult &result); // pending() is 0 again

private:
    struct Batch
    {
        quint64 id = 0; // in the journal
        quint64 command = 0;
        bool seen = true;
        bool isAll = false;
        QStringList ids;
        std::vector<SeenBatch::Mark> marks; // of an earlier run; empty: all are open
        bool isNoted = true; // the journal has all of it, or there is none: parts of it may be sent
    };
    // One request: about one notification, or mark_all_seen.
    struct Change
    {
        std::shared_ptr<const Batch> batch;
        qsizetype index = 0; // of the id; SeenJournal::all
        quint64 order = 0;
        bool checks = false; // the server is asked what it has before anything is sent
        bool wasSent = false;
        int cancels = 0; // how often cancel() was called before it was sent
    };
    // A notification whose change waits for an answer.
    struct Open
    {
        bool onServer = false; // as far as answered
        int changes = 0; // queued or in flight
        std::optional<bool> sent; // the value that is in flight, but for mark_all_seen
    };
    // A batch on its way into the queue.
    struct Incoming
    {
        std::shared_ptr<Batch> batch;
        qsizetype next = 0;
    };
    // An answered mark_all_seen.
    struct Settling
    {
        std::shared_ptr<const Batch> batch;
        qsizetype next = 0;
        bool isDone = false; // or given up
        std::optional<ApiError> error; // why
    };

    [[nodiscard]] std::optional<bool> inFlight(const Open &open) const; // the value that is
    void ask(const QStringList &ids, bool seen, bool isAll, quint64 command);
    void take(std::shared_ptr<Batch> batch);
    void takeSlice();
    void note(Incoming &incoming, qsizetype end);
    void cancelHere();
    void forgetAll();
    void dropSlice();
    void dropAll();
    void pump();
    void send(Change change);
    void readUnseen();
    void reconcileSlice();
    void stopReconciling();
    std::optional<Change> takeSent(quint64 ticket, int generation);
    void answered(const Change &change, const Result<Notification> &result);
    void allAnswered(const Change &change, const Result<ApiClient::Nothing> &result);
    void checkAnswered(Change change, const Result<Notification> &result);
    bool putOff(Change change, const ApiError &error);
    void requeue(const Change &change);
    void unsend(const Change &change);
    void giveUp(const Change &change, const std::optional<ApiError> &error = {});
    void wait(const ApiError &error);
    void noteSuccess();
    void settleDone(const Change &change, const Notification *record = nullptr); // one but for mark_all_seen
    void settleAll(const Change &change, bool isDone, const std::optional<ApiError> &error = {});
    void settleSlice();
    void settleFailed(const Change &change, const ApiError &error);
    void settle();
    void updateState();

    QPointer<ApiClient> m_client;
    SeenJournal *m_journal = nullptr;
    std::function<void(UnseenRead)> m_reader;
    int m_generation = 0; // of the client
    std::deque<Incoming> m_incoming;
    int m_incomingCount = 0; // changes in there
    std::deque<Change> m_queue; // by order
    std::deque<Change> m_dropped; // to be taken back
    qsizetype m_nextDropped = 0; // id of the front one, where that is mark_all_seen
    std::optional<Settling> m_settling;
    std::optional<QSet<QString>> m_unseen; // on the server, while the queue is compared with it
    std::deque<Change> m_reconciled; // compared; the front of the queue
    QTimer m_slices;
    QHash<QString, Open> m_open;
    quint64 m_nextOrder = 1;
    int m_checks = 0; // in the queue
    std::map<quint64, Change> m_sent; // in flight, by ticket
    quint64 m_nextTicket = 1;
    bool m_allInFlight = false; // or being settled
    bool m_reading = false; // m_unseen, or comparing with it
    bool m_paused = false;
    std::optional<ApiError> m_waiting;
    QTimer m_waitTimer;
    int m_waits = 0; // in a row
    int m_limit = mostInFlight;
    int m_successes = 0; // since the limit changed
    int m_cancels = 0;
    bool m_isActive = false; // finished() is to come
    int m_total = 0;
    int m_done = 0;
    SeenResult m_result;
    State m_shownState = State::Idle;
    std::optional<ApiError> m_shownWaiting;
};

} // namespace tidings
