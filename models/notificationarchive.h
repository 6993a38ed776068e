// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archivestore.h"

#include <QObject>
#include <QThread>

#include <functional>

namespace tidings {

// The history of the notifications of one server, on disk: see ArchiveStore. Everything is done on a thread of its own,
// in the order asked for, and nothing here waits for it, except that the destructor lets it finish what it was given.
class NotificationArchive : public QObject
{
    Q_OBJECT

public:
    explicit NotificationArchive(QObject *parent = nullptr);
    ~NotificationArchive() override;

    // Where the history is; empty: there is none. Answers about another file are no longer heard.
    void open(const QString &path);
    [[nodiscard]] const QString &path() const { return m_path; }
    // Off: nothing is read or written, except by summarize() and wipe(); what is there stays. On by default.
    void setKept(bool kept);
    void setLimits(const ArchiveLimits &limits);
    // There is a file, it can be used, and the history is on.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const ArchiveSummary &summary() const { return m_summary; } // when it was opened, or asked for later

    // As ArchiveStore's; nothing while not open, or for the owner 0, who is nobody.
    void note(qint64 owner, const QList<Notification> &records);
    void noteListing(qint64 owner, const QList<Notification> &records, const RowSpan &span, Timestamp asked);
    void setSeen(qint64 owner, const QStringList &ids, bool seen);
    void setGone(qint64 owner, const QStringList &ids);
    void noteAsked(qint64 owner, Timestamp at);

    using Read = std::function<void(const ArchivePage &)>;
    // Calls back on this thread, after everything that was asked for before; never once the file or `context` has gone.
    void read(const ArchiveQuery &query, QObject *context, Read done);
    void summarize(); // summaryChanged() follows
    void wipe(); // wiped() follows
    // Closes it and removes its files.
    void forget();

signals:
    void openChanged(); // isOpen(), with a summary, or another file
    void summaryChanged();
    void wiped(bool done); // everything is gone; false: problem() said why not
    void problem(const QString &text); // for people; the program goes on without a history, or with a new one

private:
    struct Worker;
    void reopen();
    // Runs `work` on the thread with the store (null: none is open) and its result here, unless the file changed.
    template <class Work, class Done> void post(Work work, Done done);
    template <class Work> void write(qint64 owner, Work work);

    QString m_path;
    ArchiveLimits m_limits;
    ArchiveSummary m_summary;
    bool m_isKept = true;
    bool m_isOpen = false;
    quint64 m_generation = 0; // of the file
    Worker *m_worker; // on m_thread, which deletes it
    QThread m_thread;
};

} // namespace tidings
