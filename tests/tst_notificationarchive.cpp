// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationarchive.h"
#include "support/records.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 owner = 42;
constexpr Timestamp start = 1'795'168'800'000'000; // of timeText(0)
constexpr Timestamp minute = 60'000'000;
constexpr Timestamp day = 24 * 60 * minute;
constexpr Timestamp now = start + day;

Notification noteAt(int n, double seconds, const QString &body = u"text"_s, bool seen = false)
{
    return makeNotification({.id = uuidOf(n), .created = timeText(seconds), .body = body, .seen = seen});
}

// n notifications, newest first, a second apart.
QList<Notification> some(int count, const QString &body = u"text"_s)
{
    QList<Notification> notes;
    for (int i = 0; i < count; ++i)
        notes += noteAt(i, -i, body);
    return notes;
}

ArchiveQuery all(qint64 of = owner)
{
    ArchiveQuery query;
    query.owner = of;
    query.which = ArchiveQuery::Which::All;
    query.limit = 1000;
    return query;
}

ArchiveQuery gone()
{
    ArchiveQuery query = all();
    query.which = ArchiveQuery::Which::Gone;
    return query;
}

QStringList ids(const ArchivePage &page)
{
    QStringList ids;
    for (const ArchivedNotification &row : page.rows)
        ids += row.record.id.right(2);
    return ids;
}

RowPosition placeOf(const Notification &notification)
{
    return {notification.created.value(), notification.id};
}

struct Folder
{
    [[nodiscard]] QString path() const { return folder.filePath(u"data/a.history"_s); }
    [[nodiscard]] std::unique_ptr<ArchiveStore> open(const ArchiveLimits &limits = {}) const
    {
        return ArchiveStore::open(path(), limits);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.filePath(u"data"_s)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    // Of all files together
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray bytes;
        for (const QString &name : files()) {
            QFile file(folder.filePath(u"data/"_s + name));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
    [[nodiscard]] qint64 size() const { return QFileInfo(path()).size(); }
    void put(const QByteArray &bytes) const
    {
        QDir().mkpath(folder.filePath(u"data"_s));
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    // 0600 for all, 0700 for the folder
    [[nodiscard]] bool isPrivate() const
    {
        struct stat status
        {
        };
        if (::stat(QFile::encodeName(folder.filePath(u"data"_s)).constData(), &status) != 0
            || (status.st_mode & ACCESSPERMS) != 0700)
            return false;
        const QStringList names = files();
        return std::all_of(names.cbegin(), names.cend(), [&](const QString &name) {
            return ::stat(QFile::encodeName(folder.filePath(u"data/"_s + name)).constData(), &status) == 0
                && (status.st_mode & ACCESSPERMS) == 0600;
        });
    }
    bool change(const QString &statement) const
    {
        bool good = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(path());
            good = database.open() && QSqlQuery(database).exec(statement);
            database.close();
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return good;
    }

    QTemporaryDir folder;
};

} // namespace

class NotificationArchiveTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void bytesComeBackAsTheyWere()
    {
        const Folder folder;
        QList<Notification> notes{
            noteAt(1, 5, u"plain"_s),
            makeNotification({.id = uuidOf(2),
                .created = timeText(4),
                .severity = u"purple"_s,
                .body = u"<b>\u202E'; DROP TABLE notification; --\u0000 \U0001F600 \"\\"_s,
                .event = toJson(EventSpec{.id = uuidOf(50), .context = "{\"big\":123456789012345678901234567890}"})}),
            makeNotification({.id = uuidOf(3), .created = timeText(3), .body = QString(300'000, u'x')}),
        };
        // Odd members, odd spacing, bytes that are no UTF-8
        const QByteArray odd = "{ \"extra\" : [1, 2.50, null],\t\"pk\":\"" + uuidOf(4).toUtf8() + "\",\"created\":\""
            + timeText(2).toUtf8() + "\",\"seen\":\"maybe\",\"body\":\"a\xff\xfe b\" }";
        const auto page
            = codec::decodeNotificationPage("{\"pagination\":{\"next\":0,\"previous\":0,\"count\":1,\"current\":1,"
                                            "\"total_pages\":1,\"start_index\":1,\"end_index\":1},\"results\":["
                + odd + "]}");
        if (page && !page->items.isEmpty())
            notes += page->items.first();
        {
            const auto store = folder.open();
            QVERIFY(store->isUsable());
            QVERIFY(store->note(owner, notes, now));
            QCOMPARE(store->takeProblem(), QString());
        }
        const auto store = folder.open();
        const ArchivePage read = store->read(all());
        QVERIFY(!read.end);
        QCOMPARE(read.rows.size(), notes.size());
        for (qsizetype i = 0; i < notes.size(); ++i) {
            QCOMPARE(read.rows.at(i).record.raw, notes.at(i).raw);
            QCOMPARE(read.rows.at(i).record, notes.at(i));
            QCOMPARE(read.rows.at(i).record.body, notes.at(i).body);
            QCOMPARE(read.rows.at(i).record.event.has_value(), notes.at(i).event.has_value());
            QCOMPARE(read.rows.at(i).listed, now);
            QVERIFY(!read.rows.at(i).gone);
        }
        QCOMPARE(read.rows.at(1).record.event->raw, notes.at(1).event->raw);
        const ArchiveSummary summary = store->summary();
        QCOMPARE(summary.rows, notes.size());
        QCOMPARE(summary.owner, owner);
        QCOMPARE(summary.asOf, std::optional(now));
        QCOMPARE(summary.bytes, folder.size());
    }

    void withoutIdOrTimeNothingIsKept()
    {
        const Folder folder;
        const auto store = folder.open();
        QVERIFY(store->note(owner,
            {makeNotification({.id = u"../../etc"_s}), makeNotification({}), makeNotification({.id = uuidOf(1)}),
                makeNotification({.id = uuidOf(2), .created = u"?"_s})},
            now));
        QCOMPARE(ids(store->read(all())), QStringList{u"01"_s});
    }

    void seenIsNewerThanTheRecord()
    {
        const Folder folder;
        const auto store = folder.open();
        QVERIFY(store->note(owner, some(3), now));
        QVERIFY(store->setSeen(owner, {uuidOf(0), uuidOf(99)}, true));
        QVERIFY(store->setSeen(owner + 1, {uuidOf(1)}, true)); // somebody else's
        ArchiveQuery query = all();
        query.seen = true;
        QCOMPARE(ids(store->read(query)), QStringList{u"00"_s});
        QVERIFY(store->read(query).rows.first().record.seen);
        QCOMPARE(store->read(query).rows.first().record.raw, noteAt(0, 0).raw);
        query.seen = false;
        QCOMPARE(ids(store->read(query)), (QStringList{u"01"_s, u"02"_s}));
    }

    void pagesAreWalkedWithoutGapsAlsoWithinOneMicrosecond()
    {
        const Folder folder;
        const auto store = folder.open();
        QList<Notification> notes;
        for (int i = 0; i < 60; ++i)
            notes += noteAt(i, -(i / 7));
        QVERIFY(store->note(owner, notes, now));
        ArchiveQuery query = all();
        query.limit = 8;
        QStringList walked;
        for (;;) {
            const ArchivePage page = store->read(query);
            walked += ids(page);
            if (!page.end)
                break;
            query.span.after = page.end;
        }
        QStringList expected;
        for (const Notification &note : notes)
            expected += note.id.right(2);
        QCOMPARE(walked, expected);
        query = all();
        query.span = {placeOf(notes.at(9)), placeOf(notes.at(12))};
        QCOMPARE(ids(store->read(query)), expected.mid(10, 3));
    }

    // What is gone, is gone only where a part of the whole list lacks it.
    void goneOnlyWhereProven()
    {
        const Folder folder;
        const auto store = folder.open();
        const QList<Notification> notes = some(10);
        QVERIFY(store->note(owner, notes, now));
        QVERIFY(store->note(owner + 1, some(10), now)); // the same ids of another user
        QVERIFY(store->read(gone()).rows.isEmpty());

        // Not in a filtered list, and not in a part that lies elsewhere: rows 0 to 3 were listed.
        QVERIFY(store->note(owner, {notes.at(0)}, now + 1));
        QVERIFY(store->read(gone()).rows.isEmpty());
        const RowSpan top{std::nullopt, placeOf(notes.at(3))};
        QVERIFY(
            store->noteListing(owner, {notes.at(0), notes.at(2), notes.at(3)}, top, now + minute, now + 2 * minute));
        QCOMPARE(ids(store->read(gone())), QStringList{u"01"_s});
        QCOMPARE(store->read(gone()).rows.first().gone, std::optional(now + 2 * minute));
        QCOMPARE(store->read(gone()).rows.first().listed, now);
        // The next part, up to row 6; another program noted row 5 after it was asked for.
        QVERIFY(store->note(owner, {notes.at(5)}, now + 4 * minute));
        const RowSpan next{placeOf(notes.at(3)), placeOf(notes.at(6))};
        QVERIFY(store->noteListing(owner, {notes.at(6)}, next, now + 3 * minute, now + 5 * minute));
        QCOMPARE(ids(store->read(gone())), (QStringList{u"01"_s, u"04"_s}));
        // To the end, with nothing there
        QVERIFY(
            store->noteListing(owner, {}, {placeOf(notes.at(6)), std::nullopt}, now + 6 * minute, now + 7 * minute));
        QCOMPARE(ids(store->read(gone())), (QStringList{u"01"_s, u"04"_s, u"07"_s, u"08"_s, u"09"_s}));
        // Since when does not change; what comes back is there.
        QVERIFY(store->setGone(owner, {uuidOf(1), uuidOf(2)}, now + 8 * minute));
        QCOMPARE(store->read(gone()).rows.first().gone, std::optional(now + 2 * minute));
        QVERIFY(store->note(owner, {notes.at(8)}, now + 9 * minute));
        QCOMPARE(ids(store->read(gone())), (QStringList{u"01"_s, u"02"_s, u"04"_s, u"07"_s, u"09"_s}));
        ArchiveQuery others = gone();
        others.owner = owner + 1;
        QVERIFY(store->read(others).rows.isEmpty());
        others.which = ArchiveQuery::Which::There;
        QCOMPARE(store->read(others).rows.size(), 10);
    }

    void ownerOfTheLastSession()
    {
        const Folder folder;
        const auto store = folder.open();
        QVERIFY(store->note(owner, {noteAt(1, 0)}, now));
        QVERIFY(store->note(owner + 1, {noteAt(2, 0)}, now + minute));
        QCOMPARE(ids(store->read(all(0))), QStringList{u"02"_s});
        QVERIFY(store->noteAsked(owner, now + 2 * minute));
        QCOMPARE(ids(store->read(all(0))), QStringList{u"01"_s});
        QCOMPARE(store->summary().asOf, std::optional(now + 2 * minute));
    }

    void oldOnesGo()
    {
        const Folder folder;
        {
            const auto store = folder.open({.days = 10});
            QList<Notification> notes;
            for (int i = 0; i < 20; ++i)
                notes += noteAt(i, -86'400.0 * i);
            QVERIFY(store->note(owner, notes, start));
            QCOMPARE(store->read(all()).rows.size(), 11); // the others are not even taken
        }
        const auto store = folder.open({.days = 10});
        store->tidy(start + 5 * day);
        QCOMPARE(store->read(all()).rows.size(), 6);
        store->setLimits({.days = 6}, start + 5 * day);
        QCOMPARE(store->read(all()).rows.size(), 2);
    }

    void largeOnesMakeRoom()
    {
        const Folder folder;
        constexpr qint64 most = 1024 * 1024;
        const auto store = folder.open({.bytes = most});
        const QString body(1500, u'x');
        // Newest first, as lists are loaded: those that do not fit do not push each other out.
        for (int page = 0; page < 15; ++page) {
            QList<Notification> notes;
            for (int i = 0; i < 100; ++i)
                notes += noteAt(page * 100 + i, -(page * 100.0 + i), body);
            QVERIFY(store->note(owner, notes, now));
            QVERIFY2(folder.size() <= 2 * most, qPrintable(QString::number(folder.size())));
        }
        store->setLimits({.bytes = most - 1}, now);
        QVERIFY2(folder.size() <= most, qPrintable(QString::number(folder.size())));
        const ArchivePage page = store->read(all());
        QVERIFY2(page.rows.size() > 300, qPrintable(QString::number(page.rows.size())));
        for (int i = 0; i < page.rows.size(); ++i)
            QCOMPARE(page.rows.at(i).record.id, uuidOf(i)); // the newest, without a gap
        store->setLimits({.bytes = 200'000}, now);
        QVERIFY2(folder.size() <= 200'000, qPrintable(QString::number(folder.size())));
        QVERIFY(!store->read(all()).rows.isEmpty());
    }

    void wipeLeavesNothing()
    {
        const Folder folder;
        const QString secret = u"a body that is to go"_s;
        const auto store = folder.open();
        QVERIFY(store->note(owner, some(300, secret), now));
        QVERIFY(folder.bytes().contains(secret.toUtf8()));
        QVERIFY(folder.bytes().contains(uuidOf(1).toUtf8()));
        folder.change(u"SELECT 1"_s);
        {
            QFile aside(folder.path() + u".broken"_s);
            QVERIFY(aside.open(QIODevice::WriteOnly));
            aside.write(secret.toUtf8());
        }
        QVERIFY(store->wipe());
        QCOMPARE(folder.files(), QStringList{u"a.history"_s});
        QVERIFY(!folder.bytes().contains(secret.toUtf8()));
        QVERIFY(!folder.bytes().contains(uuidOf(1).toUtf8()));
        QVERIFY(folder.size() < 100'000);
        QCOMPARE(store->summary(), (ArchiveSummary{0, folder.size(), 0, {}}));
        // It goes on.
        QVERIFY(store->note(owner, some(3), now));
        QCOMPARE(store->read(all()).rows.size(), 3);
    }

    void deletedRecordsAreOverwritten()
    {
        const Folder folder;
        const QString secret = u"a body that grew old"_s;
        const auto store = folder.open();
        QVERIFY(store->note(owner, some(50, secret), now));
        store->setLimits({.days = 1}, now + 30 * day);
        QVERIFY(!folder.bytes().contains(secret.toUtf8()));
    }

    void filesAreTheUsersAlone()
    {
        const Folder folder;
        folder.put({}); // 0644
        {
            const auto store = folder.open();
            QVERIFY(store->isUsable());
            QVERIFY(store->note(owner, some(50), now));
            QVERIFY(folder.isPrivate());
            // The journal exists while somebody writes.
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"writer"_s);
            database.setDatabaseName(folder.path());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s));
            QVERIFY(QSqlQuery(database).exec(u"DELETE FROM notification"_s));
            QCOMPARE(folder.files(), (QStringList{u"a.history"_s, u"a.history-journal"_s}));
            QVERIFY(folder.isPrivate());
            QVERIFY(QSqlQuery(database).exec(u"ROLLBACK"_s));
            database.close();
        }
        QSqlDatabase::removeDatabase(u"writer"_s);
        QCOMPARE(folder.files(), QStringList{u"a.history"_s});
        ArchiveStore::remove(folder.path());
        QCOMPARE(folder.files(), QStringList());
    }

    void unusableFilesAreSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("statement");
        QTest::newRow("no database") << QByteArray("This is a letter to my aunt.\n").repeated(100) << QString();
        QTest::newRow("short") << QByteArray("SQLite format 3") << QString();
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16).append(QByteArray(8000, '\xa5'))
                                     << QString();
        QTest::newRow("newer") << QByteArray() << u"PRAGMA user_version = 2"_s;
        QTest::newRow("somebody else's") << QByteArray() << u"PRAGMA application_id = 77"_s;
        QTest::newRow("other tables") << QByteArray() << u"ALTER TABLE notification RENAME COLUMN raw TO cooked"_s;
        QTest::newRow("table lost") << QByteArray() << u"DROP TABLE state"_s;
    }

    void unusableFilesAreSetAside()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, statement);
        const Folder folder;
        if (bytes.isEmpty()) {
            QVERIFY(folder.open()->note(owner, some(3), now));
            QVERIFY(folder.change(statement));
        } else {
            folder.put(bytes);
        }
        QFile file(folder.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto store = folder.open();
        QVERIFY(store->isUsable());
        QVERIFY(store->takeProblem().contains(u".broken"_s));
        QVERIFY(store->takeProblem().isEmpty());
        QVERIFY(store->note(owner, some(1), now));
        QCOMPARE(store->read(all()).rows.size(), 1);
        QCOMPARE(folder.files(), (QStringList{u"a.history"_s, u"a.history.broken"_s}));
        QVERIFY(folder.isPrivate());
        QFile aside(folder.path() + u".broken"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), before);
    }

    void damageInTheMiddle()
    {
        const Folder folder;
        QVERIFY(folder.open()->note(owner, some(500), now));
        {
            QFile file(folder.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (qint64 at = 4096; at < file.size(); at += 4096) {
                file.seek(at);
                file.write(QByteArray(2000, '\xee'));
            }
        }
        const auto store = folder.open();
        QVERIFY(store->takeProblem().contains(u".broken"_s));
        QVERIFY(store->read(all()).rows.isEmpty());
        QVERIFY(store->note(owner, some(2), now));
        QCOMPARE(store->read(all()).rows.size(), 2);
    }

    void damageWhileInUse()
    {
        const Folder folder;
        const auto store = folder.open();
        QVERIFY(store->note(owner, some(5), now));
        QFile file(folder.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, '\xee'));
        file.close();
        QVERIFY(store->read(all()).rows.isEmpty());
        QVERIFY(store->isUsable());
        QVERIFY(store->note(owner, some(2), now));
        QVERIFY(store->takeProblem().contains(u".broken"_s));
        QCOMPARE(store->read(all()).rows.size(), 2);
        QVERIFY(QFile::exists(folder.path() + u".broken"_s));
    }

    void nowhereToWrite()
    {
        const QTemporaryDir folder;
        {
            QFile file(folder.filePath(u"file"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        const auto store = ArchiveStore::open(folder.filePath(u"file/a.history"_s), {});
        QVERIFY(!store->isUsable());
        QVERIFY(!store->takeProblem().isEmpty());
        QVERIFY(!store->note(owner, some(1), now));
        QVERIFY(store->read(all()).rows.isEmpty());
        QCOMPARE(store->summary(), ArchiveSummary());
        // A link leads elsewhere.
        QVERIFY(QFile::link(folder.filePath(u"file"_s), folder.filePath(u"link"_s)));
        QVERIFY(!ArchiveStore::open(folder.filePath(u"link"_s), {})->isUsable());
        // A full disk
        const auto full = ArchiveStore::open(u"/dev/full"_s, {});
        QVERIFY(!full->isUsable());
        QVERIFY(QFile::exists(u"/dev/full"_s));
    }

    void fullDiskIsToldOnce()
    {
        const Folder folder;
        const auto store = folder.open();
        QVERIFY(store->note(owner, some(3), now));
        QVERIFY(folder.change(u"CREATE TRIGGER full BEFORE INSERT ON notification "
                              "BEGIN SELECT RAISE(ABORT, 'disk <b>full</b>'); END"_s));
        QVERIFY(!store->note(owner, {noteAt(77, 1)}, now));
        QVERIFY(store->takeProblem().contains(u"disk <b>full</b>"_s));
        QVERIFY(!store->note(owner, {noteAt(78, 1)}, now));
        QCOMPARE(store->takeProblem(), QString()); // told already
        QCOMPARE(store->read(all()).rows.size(), 3); // what is there can be read
        QVERIFY(folder.change(u"DROP TRIGGER full"_s));
        QVERIFY(store->note(owner, {noteAt(77, 1)}, now));
        QCOMPARE(store->read(all()).rows.size(), 4);
    }

    // Two programs: each has its connection, and none loses anything.
    void twoAtOnce()
    {
        const Folder folder;
        constexpr int each = 200;
        const auto write = [&folder](int from, bool *good) {
            const auto store = folder.open();
            *good = store->isUsable();
            for (int i = 0; i < each; ++i)
                *good = store->note(owner, {noteAt(from + i, -(from + i))}, now) && *good;
        };
        bool good = false;
        bool otherGood = false;
        std::thread other(write, each, &otherGood);
        write(0, &good);
        other.join();
        QVERIFY(good);
        QVERIFY(otherGood);
        QCOMPARE(folder.open()->read(all()).rows.size(), 2 * each);
        QCOMPARE(folder.files(), QStringList{u"a.history"_s});
    }

    // The thread

    void archiveOpensReadsAndCloses()
    {
        const Folder folder;
        QVERIFY(folder.open()->note(owner, some(3), now));
        NotificationArchive archive;
        archive.setLimits({.days = 36'500});
        QSignalSpy changed(&archive, &NotificationArchive::openChanged);
        archive.open(folder.path());
        QVERIFY(!archive.isOpen());
        QVERIFY(changed.wait());
        QVERIFY(archive.isOpen());
        QCOMPARE(archive.summary().rows, 3);
        QCOMPARE(archive.summary().owner, owner);
        qsizetype read = -1;
        archive.note(owner, {noteAt(70, 1)});
        archive.read(all(), this, [&](const ArchivePage &page) { read = page.rows.size(); });
        QTRY_COMPARE(read, 4); // behind the writing
        // Late answers are not heard.
        read = -1;
        archive.read(all(), this, [&](const ArchivePage &page) { read = page.rows.size(); });
        archive.open({});
        QCOMPARE(changed.size(), 2);
        QVERIFY(!archive.isOpen());
        archive.note(owner, {noteAt(71, 1)});
        archive.read(all(), this, [&](const ArchivePage &page) { read = page.rows.size(); });
        QSignalSpy summary(&archive, &NotificationArchive::summaryChanged);
        archive.summarize();
        QVERIFY(summary.wait());
        QCOMPARE(read, -1);
        QCOMPARE(archive.summary(), ArchiveSummary());
        QCOMPARE(folder.open()->read(all()).rows.size(), 4);
    }

    void archiveFinishesWhatItWasGiven()
    {
        const Folder folder;
        {
            NotificationArchive archive;
            archive.setLimits({.days = 36'500});
            QSignalSpy changed(&archive, &NotificationArchive::openChanged);
            archive.open(folder.path());
            QVERIFY(changed.wait());
            for (const Notification &note : some(50))
                archive.note(owner, {note});
        }
        QCOMPARE(folder.open({.days = 36'500})->read(all()).rows.size(), 50);
    }

    void offWritesNothing()
    {
        const Folder folder;
        QVERIFY(folder.open()->note(owner, some(3), now));
        const QByteArray before = folder.bytes();
        NotificationArchive archive;
        archive.setLimits({.days = 36'500});
        archive.setKept(false);
        archive.open(folder.path());
        archive.note(owner, {noteAt(70, 1)});
        archive.setGone(owner, {uuidOf(0)});
        QSignalSpy summary(&archive, &NotificationArchive::summaryChanged);
        archive.summarize();
        QVERIFY(summary.wait());
        QVERIFY(!archive.isOpen());
        QCOMPARE(archive.summary().rows, 3); // said, so that it can be deleted
        QCOMPARE(folder.bytes(), before);
        QSignalSpy wiped(&archive, &NotificationArchive::wiped);
        archive.wipe();
        QVERIFY(wiped.wait());
        QVERIFY(wiped.first().first().toBool());
        QCOMPARE(folder.files(), QStringList());
        QVERIFY(summary.wait());
        QCOMPARE(folder.files(), QStringList()); // also not to count
        QSignalSpy changed(&archive, &NotificationArchive::openChanged);
        archive.setKept(true);
        QVERIFY(changed.wait());
        QVERIFY(archive.isOpen());
        archive.setKept(false);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!archive.isOpen());
    }

    void archiveWipesAndForgets()
    {
        const Folder folder;
        NotificationArchive archive;
        archive.setLimits({.days = 36'500});
        QSignalSpy changed(&archive, &NotificationArchive::openChanged);
        QSignalSpy wiped(&archive, &NotificationArchive::wiped);
        QSignalSpy summary(&archive, &NotificationArchive::summaryChanged);
        archive.open(folder.path());
        QVERIFY(changed.wait());
        archive.note(owner, some(30, u"to be forgotten"_s));
        archive.wipe();
        QVERIFY(wiped.wait());
        QVERIFY(wiped.first().first().toBool());
        QVERIFY(!folder.bytes().contains("to be forgotten"));
        QVERIFY(summary.size() > 0 || summary.wait());
        QCOMPARE(archive.summary().rows, 0);
        archive.note(owner, some(30, u"to be forgotten"_s));
        archive.forget();
        QVERIFY(!archive.isOpen());
        QTRY_COMPARE(folder.files(), QStringList());
    }

    void problemsAreTold()
    {
        const Folder folder;
        folder.put("no database at all, and certainly no history");
        NotificationArchive archive;
        QSignalSpy problem(&archive, &NotificationArchive::problem);
        archive.open(folder.path());
        QVERIFY(problem.wait());
        QVERIFY(problem.first().first().toString().contains(u".broken"_s));
        QVERIFY(archive.isOpen());
        NotificationArchive nowhere;
        QSignalSpy noPlace(&nowhere, &NotificationArchive::problem);
        nowhere.open(folder.path() + u"/below"_s);
        QVERIFY(noPlace.wait());
        QVERIFY(!nowhere.isOpen());
    }
};

QTEST_GUILESS_MAIN(NotificationArchiveTest)
#include "tst_notificationarchive.moc"
