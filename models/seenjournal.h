// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace tidings {

// What was asked of several notifications at once, and how far it has come.
struct SeenBatch
{
    enum class Mark : quint8 {
        Open, // not sent
        Sent, // on its way when the program ended: the server may have done it
        Done,
        Dropped, // refused by the server, or given up
    };

    quint64 id = 0; // of the batch, from 1
    quint64 command = 0; // of the undo command that asked for it; doing and undoing are batches of one command
    bool seen = true; // the wanted value; the former one is its opposite, since only what differs is asked for
    bool isAll = false; // one mark_all_seen for all ids
    qint64 asked = 0; // milliseconds since 1970, UTC
    QStringList ids; // UUIDs
    std::vector<Mark> marks; // one an id

    [[nodiscard]] qsizetype openCount() const; // Open and Sent
    [[nodiscard]] QStringList idsWith(Mark mark) const;
};

// The intentions of one profile on disk, so that a crash in the middle of a bulk change loses none and repeats none. A
// file of lines (0600, in a folder of 0700), each with a checksum, only appended to:
//
// - A batch is written as a whole before anything of it is sent. Each change is noted before it is sent, and again when
//   the server has answered. A killed program thus leaves on disk what it had noted: a write to a file is the kernel's
//   then.
// - A power failure may lose the last second of notes, since they reach the disk a moment later (another thread calls
//   fdatasync, so that the window never waits for a disk). Therefore a file that was not closed in order and that comes
//   from before the last start of the computer is not trusted about what had not been sent: `isCertain` is false, and
//   the server has to be asked about every open change first.
// - A torn last line is cut off. A damaged line elsewhere is passed over; the file as it was is kept as "….broken", and
//   nothing open is certain.
// - Closed in order, it says whether what was open then waits for the user or goes on by itself.
//
// When it is opened, what is settled and not needed for undo is dropped: it keeps open batches, and the last commands
// that can be undone (20, of the last 24 hours, up to 500,000 ids). One program at a time uses a journal, and it
// belongs to one user of the server.
//
// Not bound to a thread; to be used by one at a time.
class SeenJournal
{
public:
    // Never null. Slow for a long file: call it on a worker thread. Creates the folder where it is missing.
    static std::unique_ptr<SeenJournal> open(const QString &path);
    ~SeenJournal(); // closes in order
    Q_DISABLE_COPY_MOVE(SeenJournal)

    [[nodiscard]] bool isWritable() const { return m_file >= 0; }
    // Why there is no journal, or what was wrong with it; a translated sentence, empty when all is well.
    [[nodiscard]] QString problem() const { return m_problem; }
    // Hears of what goes wrong from now on.
    void setProblemHandler(std::function<void(const QString &)> handler) { m_problemHandler = std::move(handler); }

    // Whose changes these are; 0: nobody's yet.
    [[nodiscard]] qint64 owner() const { return m_owner; }
    void setOwner(qint64 owner);
    // The run before ended in order, and did not leave the open changes to the user.
    [[nodiscard]] bool goesOn() const { return m_goesOn; }
    // What is open when this is closed waits for the user.
    void setHeld(bool held) { m_isHeld = held; }

    // What the file held when it was opened, oldest first; given away once.
    [[nodiscard]] QList<SeenBatch> takeOpen() { return std::move(m_openBatches); }
    // Done ones that can be undone: one batch a command (`isAll` no longer matters), with the ids that are
    // in its state, oldest first.
    [[nodiscard]] QList<SeenBatch> takeUndoable() { return std::move(m_undoable); }

    [[nodiscard]] quint64 newCommand() { return m_nextId++; }
    // The id of the new batch of `count` ids. They follow in any number of parts; the batch counts once it is complete.
    // Also given where nothing can be written: the change goes on without a net.
    quint64 begin(quint64 command, bool seen, bool isAll, qsizetype count);
    void addIds(quint64 batch, const QStringList &ids);
    void complete(quint64 batch);
    // All of this at once.
    quint64 begin(quint64 command, bool seen, bool isAll, const QStringList &ids)
    {
        const quint64 batch = begin(command, seen, isAll, ids.size());
        addIds(batch, ids);
        complete(batch);
        return batch;
    }
    // `index` counts in the batch's ids; `all` means each of them, `rest` those that were neither sent nor settled.
    static constexpr qsizetype all = -1;
    static constexpr qsizetype rest = -2;
    // `count`: so many from there on.
    void noteSent(quint64 batch, qsizetype index);
    void noteDone(quint64 batch, qsizetype index);
    void noteDropped(quint64 batch, qsizetype index, qsizetype count = 1);
    void noteDropped(quint64 batch, const std::vector<qsizetype> &indexes); // ascending

    [[nodiscard]] qint64 size() const { return m_size; } // bytes
    // Where the journal of another user of the same profile is.
    [[nodiscard]] static QString pathFor(const QString &path, qint64 owner);
    // Removes the files of a profile, of all its users, whatever they hold. Not while they are open.
    static void wipe(const QString &path);

private:
    explicit SeenJournal(QString path);
    bool lock();
    void load();
    void rewrite();
    void write(const QByteArray &lines);
    void note(char kind, quint64 batch, qsizetype index, qsizetype count = 1);
    void fail();
    void syncSoon();

    QString m_path;
    QString m_problem;
    int m_file = -1; // descriptors; -1: none
    int m_lock = -1;
    qint64 m_size = 0;
    quint64 m_nextId = 1;
    qint64 m_owner = 0;
    bool m_goesOn = false;
    bool m_isHeld = false;
    std::function<void(const QString &)> m_problemHandler;
    QList<SeenBatch> m_openBatches;
    QList<SeenBatch> m_undoable;
    QElapsedTimer m_sinceSync;
    std::shared_ptr<std::atomic_bool> m_syncing = std::make_shared<std::atomic_bool>(false);
};

} // namespace tidings
