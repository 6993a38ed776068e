// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivestore.h"

#include "codec.h"
#include "privatefile.h"
#include "timesteps.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x54'69'64'48; // "TidH"
constexpr qint64 schemaVersion = 1;
constexpr qsizetype tidyAfter = 500; // records
constexpr qint64 tidyAfterPart = 10; // of the limit
constexpr qint64 fewestPruned = 10; // records at once

// Result codes of SQLite
constexpr int sqliteError = 1; // no such table, and the like
constexpr int sqliteBusy = 5;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNoDatabase = 26;

struct NotificationArchiveText
{
    Q_DECLARE_TR_FUNCTIONS(NotificationArchive)
};

constexpr auto tables = {
    "CREATE TABLE notification (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, pk TEXT NOT NULL, "
    "created INTEGER NOT NULL, seen INTEGER NOT NULL, listed INTEGER NOT NULL, gone INTEGER, raw BLOB NOT NULL, "
    "UNIQUE (owner, pk))",
    "CREATE INDEX notification_by_time ON notification (owner, created DESC, pk)",
    "CREATE INDEX gone_by_time ON notification (owner, created DESC, pk) WHERE gone IS NOT NULL",
    "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
};

// The main file first.
QStringList filesOf(const QString &path)
{
    return {path, path + u"-journal"_s, path + u"-wal"_s, path + u"-shm"_s};
}

int codeOf(const QSqlError &error)
{
    constexpr int primary = 0xff; // the rest says more exactly which
    return error.nativeErrorCode().toInt() & primary;
}

// SQLite gives its journal the mode of the file.
QString makePrivate(const QString &path)
{
    const int file = ::open(
        QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, privateMode);
    if (file < 0)
        return QString::fromLocal8Bit(std::strerror(errno));
    struct stat status
    {
    };
    QString problem;
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        problem = NotificationArchiveText::tr("not a regular file");
    else if ((status.st_mode & ACCESSPERMS) != privateMode && ::fchmod(file, privateMode) != 0)
        problem = QString::fromLocal8Bit(std::strerror(errno));
    ::close(file);
    return problem;
}

// Conditions of a span; see bindSpan().
QString spanCondition(const RowSpan &span)
{
    QString condition;
    if (span.after)
        condition += u" AND (created < :after OR (created = :after AND pk > :afterPk))"_s;
    if (span.last)
        condition += u" AND (created > :last OR (created = :last AND pk <= :lastPk))"_s;
    return condition;
}

void bindSpan(QSqlQuery &query, const RowSpan &span)
{
    if (span.after) {
        query.bindValue(u":after"_s, span.after->created);
        query.bindValue(u":afterPk"_s, span.after->id);
    }
    if (span.last) {
        query.bindValue(u":last"_s, span.last->created);
        query.bindValue(u":lastPk"_s, span.last->id);
    }
}

// As part of a list, where odd records are taken too.
QList<Notification> decodeAll(const QList<QByteArray> &raws)
{
    const QByteArray head = "{\"pagination\":{\"next\":0,\"previous\":0,\"count\":0,\"current\":1,\"total_pages\":1,"
                            "\"start_index\":0,\"end_index\":0},\"results\":[";
    const auto page = codec::decodeNotificationPage(head + raws.join(',') + "]}");
    if (!page || page->items.size() != raws.size())
        return {};
    return page->items;
}

QList<Notification> decode(const QList<QByteArray> &raws)
{
    QList<Notification> records = decodeAll(raws);
    if (!records.isEmpty() || raws.isEmpty())
        return records;
    // One of them is no record: the others are read all the same.
    for (const QByteArray &raw : raws) {
        const QList<Notification> one = decodeAll({raw});
        records += one.isEmpty() ? Notification() : one.first();
    }
    return records;
}

} // namespace

ArchiveStore::ArchiveStore(QString path, const ArchiveLimits &limits)
    : m_path(std::move(path))
    , m_connection(u"tidings-history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_limits(limits)
{
}

std::unique_ptr<ArchiveStore> ArchiveStore::open(const QString &path, const ArchiveLimits &limits)
{
    auto store = std::unique_ptr<ArchiveStore>(new ArchiveStore(path, limits));
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s)) {
        store->tell(NotificationArchiveText::tr(
            "No history is kept: the SQLite driver of Qt is not installed (Debian package libqt6sql6-sqlite)."));
        return store;
    }
    store->m_isUsable = store->begin();
    return store;
}

ArchiveStore::~ArchiveStore()
{
    disconnectFile();
}

void ArchiveStore::remove(const QString &path)
{
    const QStringList files = filesOf(path) + filesOf(brokenPath(path));
    for (const QString &file : files)
        QFile::remove(file);
}

QSqlDatabase ArchiveStore::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

// Opening

bool ArchiveStore::begin()
{
    const QString folder = QFileInfo(m_path).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const QString problem = makePrivate(m_path);
        if (!problem.isEmpty()) {
            tell(NotificationArchiveText::tr("No history is kept: %1 cannot be used: %2")
                     .arg(visibleLine(m_path), problem));
            return false;
        }
        m_code = 0;
        if (connectFile() && isOurs())
            return true;
        disconnectFile();
        // Only what is wrong with the file itself is cured by another one.
        if (m_code != 0 && m_code != sqliteError && m_code != sqliteCorrupt && m_code != sqliteNoDatabase)
            break;
        setAside();
    }
    tell(m_code == sqliteBusy ? NotificationArchiveText::tr("No history is kept: its file is in use.")
                              : NotificationArchiveText::tr("No history is kept: its file cannot be used."));
    return false;
}

bool ArchiveStore::connectFile()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!database.open()) {
        m_code = codeOf(database.lastError());
        return false;
    }
    // What is deleted is overwritten, and nothing goes to other files than the journal.
    const QStringList settings{u"secure_delete = ON"_s, u"temp_store = MEMORY"_s, u"synchronous = NORMAL"_s};
    return std::all_of(settings.cbegin(), settings.cend(),
        [this](const QString &setting) { return ask(u"PRAGMA "_s + setting).has_value(); });
}

bool ArchiveStore::isOurs()
{
    const auto objects = ask(u"SELECT count(*) FROM sqlite_master"_s);
    const auto version = ask(u"PRAGMA user_version"_s);
    if (!objects || !version)
        return false;
    if (objects->toInt() == 0 && version->toLongLong() == 0)
        return createTables();
    if (version->toLongLong() != schemaVersion || number(u"PRAGMA application_id"_s) != applicationId)
        return false;
    const auto check = ask(u"PRAGMA quick_check(1)"_s);
    return check && check->toString() == "ok"_L1
        && ask(u"SELECT id, owner, pk, created, seen, listed, gone, raw FROM notification LIMIT 0"_s)
        && ask(u"SELECT name, value FROM state LIMIT 0"_s);
}

bool ArchiveStore::createTables()
{
    if (!ask(u"PRAGMA auto_vacuum = INCREMENTAL"_s) || !ask(u"BEGIN IMMEDIATE"_s))
        return false;
    bool good = true;
    // Another program may have been faster.
    if (number(u"PRAGMA user_version"_s) == 0) {
        for (const char *const table : tables)
            good = good && ask(QString::fromLatin1(table));
        good = good && ask(u"PRAGMA application_id = %1"_s.arg(applicationId))
            && ask(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
    }
    return ask(good ? u"COMMIT"_s : u"ROLLBACK"_s) && good;
}

void ArchiveStore::disconnectFile()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_connection);
}

void ArchiveStore::setAside()
{
    const QStringList from = filesOf(m_path);
    const QStringList to = filesOf(brokenPath(m_path));
    for (qsizetype i = 0; i < from.size(); ++i) {
        QFile::remove(to.at(i));
        QFile::rename(from.at(i), to.at(i));
    }
    tell(NotificationArchiveText::tr("The history could not be read and was begun anew. The file was kept as %1.")
             .arg(visibleLine(brokenPath(m_path))));
}

// Errors

void ArchiveStore::tell(const QString &problem)
{
    m_problem = problem;
}

// Always false.
bool ArchiveStore::failed(const QSqlError &error)
{
    m_code = codeOf(error);
    if (isDamaged() || std::exchange(m_isFailing, true))
        return false;
    switch (m_code) {
    case sqliteFull:
        tell(NotificationArchiveText::tr("Nothing is added to the history: there is no space left on the disk."));
        break;
    case sqliteReadOnly:
        tell(NotificationArchiveText::tr("Nothing is added to the history: %1 cannot be written.")
                 .arg(visibleLine(m_path)));
        break;
    case sqliteBusy:
        tell(NotificationArchiveText::tr("Nothing is added to the history: its file is in use."));
        break;
    default:
        tell(NotificationArchiveText::tr("Nothing is added to the history: %1").arg(visibleLine(error.databaseText())));
    }
    return false;
}

bool ArchiveStore::run(const QString &statement)
{
    QSqlQuery query(database());
    return query.exec(statement) || failed(query.lastError());
}

bool ArchiveStore::run(QSqlQuery &query)
{
    return query.exec() || failed(query.lastError());
}

// The first value; an invalid one where there is none, nothing where the statement failed.
std::optional<QVariant> ArchiveStore::ask(const QString &statement)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (query.exec(statement))
        return query.next() ? query.value(0) : QVariant();
    m_code = codeOf(query.lastError());
    return std::nullopt;
}

qint64 ArchiveStore::number(const QString &statement)
{
    return ask(statement).value_or(QVariant()).toLongLong();
}

bool ArchiveStore::isDamaged() const
{
    return m_code == sqliteCorrupt || m_code == sqliteNoDatabase;
}

// The damage shows while the file is in use.
void ArchiveStore::recover()
{
    if (!isDamaged())
        return;
    disconnectFile();
    setAside();
    m_isUsable = begin();
}

template <class Work> bool ArchiveStore::transact(const Work &work)
{
    if (!m_isUsable)
        return false;
    m_code = 0;
    // Locks at once: a lock asked for later could find two that wait for each other.
    if (run(u"BEGIN IMMEDIATE"_s)) {
        if (work() && run(u"COMMIT"_s)) {
            m_isFailing = false;
            return true;
        }
        QSqlQuery(database()).exec(u"ROLLBACK"_s);
    }
    recover();
    return false;
}

// Writing

bool ArchiveStore::insert(qint64 owner, const QList<Notification> &records, Timestamp now)
{
    using timesteps::day;
    const Timestamp oldest = std::max(now - m_limits.days * day, m_floor.value_or(0));
    QSqlQuery query(database());
    query.prepare(u"INSERT INTO notification (owner, pk, created, seen, listed, gone, raw) "
                  "VALUES (?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (owner, pk) DO UPDATE SET created = excluded.created, "
                  "seen = excluded.seen, listed = max(listed, excluded.listed), gone = NULL, raw = excluded.raw"_s);
    for (const Notification &record : records) {
        if (!isUuid(record.id) || !record.created || *record.created < oldest)
            continue;
        query.bindValue(0, owner);
        query.bindValue(1, record.id);
        query.bindValue(2, *record.created);
        query.bindValue(3, record.seen ? 1 : 0);
        query.bindValue(4, now);
        query.bindValue(5, record.raw);
        if (!run(query))
            return false;
        ++m_written;
        m_writtenBytes += record.raw.size();
    }
    return true;
}

bool ArchiveStore::writeState(qint64 owner, Timestamp now)
{
    QSqlQuery query(database());
    query.prepare(u"INSERT OR REPLACE INTO state (name, value) VALUES ('owner', ?), ('asOf', ?)"_s);
    query.bindValue(0, owner);
    query.bindValue(1, now);
    return run(query);
}

bool ArchiveStore::note(qint64 owner, const QList<Notification> &records, Timestamp now)
{
    const bool written = transact([&] { return insert(owner, records, now) && writeState(owner, now); });
    if (m_written >= tidyAfter || m_writtenBytes > m_limits.bytes / tidyAfterPart)
        tidy(now);
    return written;
}

bool ArchiveStore::noteListing(
    qint64 owner, const QList<Notification> &records, const RowSpan &span, Timestamp asked, Timestamp now)
{
    const bool written = transact([&] {
        if (!insert(owner, records, now) || !writeState(owner, now))
            return false;
        QSqlQuery query(database());
        query.prepare(u"UPDATE notification SET gone = :now WHERE owner = :owner AND gone IS NULL AND listed < :asked"_s
            + spanCondition(span));
        query.bindValue(u":now"_s, now);
        query.bindValue(u":owner"_s, owner);
        query.bindValue(u":asked"_s, asked);
        bindSpan(query, span);
        return run(query);
    });
    if (m_written >= tidyAfter || m_writtenBytes > m_limits.bytes / tidyAfterPart)
        tidy(now);
    return written;
}

bool ArchiveStore::setSeen(qint64 owner, const QStringList &ids, bool seen)
{
    return transact([&] {
        QSqlQuery query(database());
        query.prepare(u"UPDATE notification SET seen = ? WHERE owner = ? AND pk = ?"_s);
        return std::all_of(ids.cbegin(), ids.cend(), [&](const QString &id) {
            query.bindValue(0, seen ? 1 : 0);
            query.bindValue(1, owner);
            query.bindValue(2, id);
            return run(query);
        });
    });
}

bool ArchiveStore::setGone(qint64 owner, const QStringList &ids, Timestamp now)
{
    return transact([&] {
        QSqlQuery query(database());
        query.prepare(u"UPDATE notification SET gone = ? WHERE owner = ? AND pk = ? AND gone IS NULL"_s);
        return std::all_of(ids.cbegin(), ids.cend(), [&](const QString &id) {
            query.bindValue(0, now);
            query.bindValue(1, owner);
            query.bindValue(2, id);
            return run(query);
        });
    });
}

bool ArchiveStore::noteAsked(qint64 owner, Timestamp at)
{
    return transact([&] { return writeState(owner, at); });
}

void ArchiveStore::setLimits(const ArchiveLimits &limits, Timestamp now)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_floor.reset();
    tidy(now);
}

// What is too old, and the oldest of what is too much.
void ArchiveStore::tidy(Timestamp now)
{
    m_written = 0;
    m_writtenBytes = 0;
    using timesteps::day;
    // Qt's driver goes one step with a statement that gives no rows: one page.
    const auto freePages = [this] {
        return transact([this] {
            const qint64 pages = number(u"PRAGMA freelist_count"_s);
            QSqlQuery query(database());
            query.prepare(u"PRAGMA incremental_vacuum"_s);
            for (qint64 page = 0; page < pages; ++page) {
                if (!run(query))
                    return false;
            }
            return true;
        });
    };
    const auto size = [this] {
        return number(u"PRAGMA page_count"_s) * number(u"PRAGMA page_size"_s);
    };
    const QString tooOld = u"DELETE FROM notification WHERE created < %1"_s.arg(now - m_limits.days * day);
    if (!transact([&] { return run(tooOld); }) || !freePages())
        return;
    while (size() > m_limits.bytes) {
        const qint64 rows = number(u"SELECT count(*) FROM notification"_s);
        if (rows == 0)
            return;
        constexpr qint64 part = 20;
        const qint64 few = std::max(fewestPruned, rows / part);
        const bool deleted = transact([&] {
            return run(u"DELETE FROM notification WHERE id IN "
                       "(SELECT id FROM notification ORDER BY created, pk DESC LIMIT %1)"_s.arg(few));
        });
        if (!deleted || !freePages())
            return;
        // Older ones would only push each other out.
        m_floor = rows > few ? number(u"SELECT min(created) FROM notification"_s) : now;
    }
}

bool ArchiveStore::wipe()
{
    const QStringList aside = filesOf(brokenPath(m_path));
    for (const QString &file : aside)
        QFile::remove(file);
    m_floor.reset();
    const bool deleted = transact([&] { return run(u"DELETE FROM notification"_s) && run(u"DELETE FROM state"_s); });
    return deleted && run(u"VACUUM"_s);
}

// Reading

ArchiveSummary ArchiveStore::summary()
{
    ArchiveSummary summary;
    if (!m_isUsable)
        return summary;
    summary.rows = number(u"SELECT count(*) FROM notification"_s);
    summary.bytes = QFileInfo(m_path).size();
    summary.owner = number(u"SELECT value FROM state WHERE name = 'owner'"_s);
    if (const qint64 asOf = number(u"SELECT value FROM state WHERE name = 'asOf'"_s); asOf > 0)
        summary.asOf = asOf;
    return summary;
}

ArchivePage ArchiveStore::read(const ArchiveQuery &query)
{
    if (!m_isUsable)
        return {};
    m_code = 0;
    const auto rows = readRows(query);
    if (!rows) {
        recover();
        return {};
    }
    ArchivePage page;
    QList<QByteArray> raws;
    for (const ArchivedNotification &row : *rows)
        raws += row.record.raw;
    if (rows->size() >= query.limit)
        page.end = RowPosition{rows->last().record.created.value_or(0), rows->last().record.id};
    const QList<Notification> records = decode(raws);
    for (qsizetype i = 0; i < rows->size(); ++i) {
        ArchivedNotification row = rows->at(i);
        // Whatever else is in the file: a row is the record it says it is.
        if (records.at(i).id != row.record.id)
            continue;
        const bool seen = row.record.seen;
        row.record = records.at(i);
        row.record.seen = seen;
        page.rows += row;
    }
    return page;
}

// Of the records only what has a column of its own.
std::optional<QList<ArchivedNotification>> ArchiveStore::readRows(const ArchiveQuery &query)
{
    QString text = u"SELECT pk, created, seen, listed, gone, raw FROM notification WHERE owner = :owner"_s;
    if (query.which != ArchiveQuery::Which::All)
        text += query.which == ArchiveQuery::Which::Gone ? u" AND gone IS NOT NULL"_s : u" AND gone IS NULL"_s;
    if (query.seen)
        text += *query.seen ? u" AND seen <> 0"_s : u" AND seen = 0"_s;
    text += spanCondition(query.span) + u" ORDER BY created DESC, pk LIMIT :limit"_s;
    const qint64 owner = query.owner != 0 ? query.owner : number(u"SELECT value FROM state WHERE name = 'owner'"_s);
    QSqlQuery select(database());
    select.setForwardOnly(true);
    select.prepare(text);
    select.bindValue(u":owner"_s, owner);
    select.bindValue(u":limit"_s, query.limit);
    bindSpan(select, query.span);
    if (!run(select))
        return std::nullopt;
    QList<ArchivedNotification> rows;
    while (select.next()) {
        ArchivedNotification row;
        row.record.id = select.value(0).toString();
        row.record.created = select.value(1).toLongLong();
        row.record.seen = select.value(2).toInt() != 0;
        row.listed = select.value(3).toLongLong();
        if (!select.value(4).isNull())
            row.gone = select.value(4).toLongLong();
        row.record.raw = select.value(5).toByteArray();
        rows += row;
    }
    return rows;
}

} // namespace tidings
