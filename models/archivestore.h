// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notification.h"
#include "pagewindow.h"

#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

class QSqlDatabase;
class QSqlError;
class QSqlQuery;

namespace tidings {

// A notification as the history has it.
struct ArchivedNotification
{
    Notification record; // `seen` may be newer than the raw bytes
    Timestamp listed = 0; // when the server was last known to have it
    std::optional<Timestamp> gone; // since when it is known not to have it any more

    bool operator==(const ArchivedNotification &) const = default;
};

// How much is kept; what is older goes first.
struct ArchiveLimits
{
    int days = 90; // since a notification was created
    qint64 bytes = 50LL * 1024 * 1024; // of the file

    bool operator==(const ArchiveLimits &) const = default;
};

struct ArchiveSummary
{
    qint64 rows = 0; // of all owners
    qint64 bytes = 0; // of the file
    qint64 owner = 0; // whose were noted last; 0: nobody's
    std::optional<Timestamp> asOf; // when the server was last asked for those

    bool operator==(const ArchiveSummary &) const = default;
};

// A part of the history, newest first.
struct ArchiveQuery
{
    enum class Which { Gone, There, All };

    qint64 owner = 0; // 0: the one of the summary
    Which which = Which::Gone;
    std::optional<bool> seen;
    RowSpan span;
    int limit = 100; // rows
};

struct ArchivePage
{
    QList<ArchivedNotification> rows;
    std::optional<RowPosition> end; // where it ends; nothing: there is no more in the span
};

// The history of one server's notifications in an SQLite file (0600): the raw bytes of each as the server sent them,
// whether it is seen, when the server last had it, and since when it has it no more. For use on one thread. Several
// programs may use one file at the same time: they wait for each other for ten seconds at most.
//
// A file that is damaged, that is none of ours, or of a later version is renamed to "….broken", and a new one is begun.
// What cannot be written is left out; the first failure of a row of them is told by takeProblem().
class ArchiveStore
{
public:
    // Never null. Creates folder and file where they are missing.
    static std::unique_ptr<ArchiveStore> open(const QString &path, const ArchiveLimits &limits);
    ~ArchiveStore();
    Q_DISABLE_COPY_MOVE(ArchiveStore)

    [[nodiscard]] bool isUsable() const { return m_isUsable; }
    // What went wrong since the last call: a translated sentence for people; empty where nothing did.
    [[nodiscard]] QString takeProblem() { return std::exchange(m_problem, {}); }

    // The server has these. Records without a proper id, and those beyond the limits, are not kept. False: not written.
    bool note(qint64 owner, const QList<Notification> &records, Timestamp now);
    // The server has these and no others in that part of its list of all the owner's notifications, asked for at
    // `asked`: others that were noted before then are gone.
    bool noteListing(
        qint64 owner, const QList<Notification> &records, const RowSpan &span, Timestamp asked, Timestamp now);
    bool setSeen(qint64 owner, const QStringList &ids, bool seen);
    bool setGone(qint64 owner, const QStringList &ids, Timestamp now);
    bool noteAsked(qint64 owner, Timestamp at); // and nothing was new

    [[nodiscard]] ArchivePage read(const ArchiveQuery &query);
    [[nodiscard]] ArchiveSummary summary();
    void setLimits(const ArchiveLimits &limits, Timestamp now);
    // Removes what is beyond the limits; done from time to time while records are noted.
    void tidy(Timestamp now);
    // Removes all records, of other owners too, so that none of their bytes is left in the file, and what was set aside
    // as damaged.
    bool wipe();

    // Removes the files of a history, whatever they hold. Not while it is open.
    static void remove(const QString &path);

private:
    ArchiveStore(QString path, const ArchiveLimits &limits);
    [[nodiscard]] QSqlDatabase database() const;
    bool begin();
    bool connectFile();
    [[nodiscard]] bool isOurs(); // and undamaged
    bool createTables();
    void disconnectFile();
    void setAside();
    bool run(const QString &statement);
    bool run(QSqlQuery &query);
    // All of `work` or nothing of it.
    template <class Work> bool transact(const Work &work);
    bool insert(qint64 owner, const QList<Notification> &records, Timestamp now);
    bool writeState(qint64 owner, Timestamp now);
    std::optional<QList<ArchivedNotification>> readRows(const ArchiveQuery &query);
    std::optional<QVariant> ask(const QString &statement);
    [[nodiscard]] qint64 number(const QString &statement);
    [[nodiscard]] bool isDamaged() const;
    void recover();
    bool failed(const QSqlError &error);
    void tell(const QString &problem);

    QString m_path;
    QString m_connection; // its name
    ArchiveLimits m_limits;
    std::optional<Timestamp> m_floor; // older ones did not fit
    qsizetype m_written = 0; // records since tidy()
    qint64 m_writtenBytes = 0;
    QString m_problem;
    bool m_isUsable = false;
    bool m_isFailing = false; // told already
    int m_code = 0; // of the last failure
};

} // namespace tidings
