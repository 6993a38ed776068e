// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seenchanger.h"
#include "unseencollector.h"

#include <QDateTime>
#include <QThreadPool>
#include <QUndoStack>

#include <functional>

namespace tidings {

// The changes of `seen` of one profile from the wish to the server: the undo stack, the changer, and the journal that
// both live on. What an earlier run of the program did not finish is found here: where that run ended in order it goes
// on, and after a crash, or where it was paused, it waits for the user to say what is to become of it. What was
// finished can be undone. A journal is that of one user of the server; another one of the same profile gets his own.
class SeenWork : public QObject
{
    Q_OBJECT

public:
    explicit SeenWork(QObject *parent = nullptr);
    ~SeenWork() override;

    // Where the journal of the profile is; empty: nothing is kept on disk. Another path drops what is pending here (it
    // stays in its journal). Opened on another thread: changes asked for meanwhile wait.
    void setJournal(const QString &path);
    [[nodiscard]] const QString &journalPath() const { return m_path; }
    [[nodiscard]] bool isOpening() const { return m_isOpening; }
    [[nodiscard]] bool hasJournal() const { return m_journal != nullptr; }
    void setClient(ApiClient *client, qint64 owner = 0); // `owner`: whose changes these are; 0: not known

    // Undoable. `ids`: only those whose state differs.
    void mark(const QStringList &ids, bool seen);
    void markAllSeen(const QStringList &ids);

    // Changes that an earlier run left open, and when the first was asked for; 0 where there are none or it is decided.
    [[nodiscard]] qsizetype unfinished() const;
    [[nodiscard]] QDateTime unfinishedSince() const;
    void resumeUnfinished(); // can be undone
    void takeUnfinishedBack(); // what was done of them already is undone

    // What an earlier run did comes onto the undo stack: nothing that was just done.
    [[nodiscard]] bool isRestoring() const { return m_isRestoring; }

    [[nodiscard]] SeenChanger &changer() { return m_changer; }
    // Reads what is to be marked before all of it is.
    [[nodiscard]] UnseenCollector &collector() { return m_collector; }
    [[nodiscard]] const UnseenCollector &collector() const { return m_collector; }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

signals:
    void unfinishedChanged();
    void journalProblem(const QString &text); // for people; changes go on without a journal where it cannot be written

private:
    using Opened = std::shared_ptr<std::unique_ptr<SeenJournal>>; // a function has to be copyable; this is moved out of
    void openJournal(const QString &file);
    void closeJournal();
    void takeJournal(std::unique_ptr<SeenJournal> journal);
    [[nodiscard]] bool belongsToOther(const SeenJournal &journal) const;
    void overrule(const QStringList *ids);
    void restore(SeenBatch batch);
    void whenReady(std::function<void()> act);
    void actWaiting();

    SeenChanger m_changer;
    QUndoStack m_undo;
    UnseenCollector m_collector;
    QString m_path;
    qint64 m_owner = 0;
    Opened m_opened; // the last one
    std::unique_ptr<SeenJournal> m_journal;
    QList<SeenBatch> m_unfinished;
    QList<std::function<void()>> m_waiting;
    bool m_isOpening = false;
    bool m_isRestoring = false;
    quint64 m_generation = 0; // of the journal
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
