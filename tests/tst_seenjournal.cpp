// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenjournal.h"
#include "support/records.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <vector>

#include <sys/resource.h>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

using Mark = SeenBatch::Mark;

QStringList idsFrom(int first, int count)
{
    QStringList ids;
    for (int i = first; i < first + count; ++i)
        ids += uuidOf(i);
    return ids;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

// A journal in a folder of its own.
struct Place
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"data/seen.journal"_s);

    [[nodiscard]] std::unique_ptr<SeenJournal> open() const { return SeenJournal::open(path); }
    // What a program that was killed leaves: the file as it is now.
    [[nodiscard]] QByteArray bytes() const { return readAll(path); }
};

} // namespace

class SeenJournalTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void newFileIsPrivate()
    {
        const Place place;
        const auto journal = place.open();
        QVERIFY(journal->isWritable());
        QVERIFY(journal->problem().isEmpty());
        QVERIFY(journal->takeOpen().isEmpty());
        constexpr auto ownerOnly
            = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFile::permissions(place.path), ownerOnly);
        QCOMPARE(QFile::permissions(place.path + u".lock"_s), ownerOnly);
        QCOMPARE(QFile::permissions(place.folder.filePath(u"data"_s)),
            ownerOnly | QFileDevice::ExeOwner | QFileDevice::ExeUser);
    }

    void replaysWhatWasNotFinished()
    {
        const Place place;
        {
            const auto journal = place.open();
            const quint64 first = journal->begin(journal->newCommand(), true, false, idsFrom(0, 2500));
            journal->noteSent(first, 0);
            journal->noteDone(first, 0);
            journal->noteSent(first, 1);
            journal->noteSent(first, 2);
            journal->noteDropped(first, 2);
            const quint64 second = journal->begin(journal->newCommand(), false, false, idsFrom(5000, 1));
            QVERIFY(second > first);
        }
        auto journal = place.open();
        const QList<SeenBatch> open = journal->takeOpen();
        QCOMPARE(open.size(), 2);
        QCOMPARE(open.at(0).ids, idsFrom(0, 2500));
        QVERIFY(open.at(0).seen);
        QVERIFY(!open.at(0).isAll);
        QCOMPARE(open.at(0).openCount(), 2498);
        QCOMPARE(open.at(0).marks.at(0), Mark::Done);
        QCOMPARE(open.at(0).marks.at(1), Mark::Sent);
        QCOMPARE(open.at(0).marks.at(2), Mark::Dropped);
        QCOMPARE(open.at(0).marks.at(3), Mark::Open);
        QVERIFY(!open.at(1).seen);
        QVERIFY(open.at(0).asked > 0);
        // A batch goes on where it was.
        for (qsizetype i = 1; i < 2500; ++i)
            journal->noteDone(open.at(0).id, i);
        journal->noteDone(open.at(1).id, SeenJournal::all);
        journal.reset();
        journal = place.open();
        QVERIFY(journal->takeOpen().isEmpty());
        const QList<SeenBatch> undoable = journal->takeUndoable();
        QCOMPARE(undoable.size(), 2);
        QCOMPARE(undoable.at(0).ids.size(), 2500); // the one refused once was done in the end
        QVERIFY(journal->newCommand() > open.at(1).id);
    }

    void undoneIsNotUndoable()
    {
        const Place place;
        {
            const auto journal = place.open();
            const quint64 command = journal->newCommand();
            const quint64 done = journal->begin(command, true, false, idsFrom(0, 4));
            for (qsizetype i = 0; i < 3; ++i)
                journal->noteDone(done, i);
            journal->noteDropped(done, 3);
            const quint64 other = journal->begin(journal->newCommand(), true, true, idsFrom(10, 3));
            journal->noteSent(other, SeenJournal::all);
            journal->noteDone(other, SeenJournal::all);
            const quint64 undone = journal->begin(command, false, false, idsFrom(0, 3));
            journal->noteDone(undone, 0);
            journal->noteDone(undone, 1);
            journal->noteDropped(undone, 2);
        }
        for (int round = 0; round < 3; ++round) {
            const QList<SeenBatch> undoable = place.open()->takeUndoable();
            QCOMPARE(undoable.size(), 2);
            // In the order in which they were touched last; what was undone is no part of it.
            QCOMPARE(undoable.at(0).ids, idsFrom(10, 3));
            QCOMPARE(undoable.at(1).ids, idsFrom(2, 1));
            QVERIFY(undoable.at(1).seen);
        }
    }

    // However the file ends, all whole lines count, and what is appended later is readable.
    void killedAtEachByte()
    {
        const Place place;
        QList<qsizetype> ends; // after each line, what is open
        QByteArray whole;
        {
            const auto journal = place.open();
            const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 3));
            for (qsizetype i = 0; i < 3; ++i) {
                journal->noteSent(batch, i);
                journal->noteDone(batch, i);
            }
            whole = place.bytes();
        }
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            writeAll(place.path, whole.left(size));
            qsizetype expected = 0;
            bool isBegun = false;
            const QByteArrayList lines = whole.left(size).split('\n');
            for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
                const char kind = lines.at(i).at(9);
                if (kind == 'E') {
                    isBegun = true;
                    expected = 3;
                } else if (kind == 'D') {
                    --expected;
                }
            }
            auto journal = place.open();
            QVERIFY2(journal->problem().isEmpty(), qPrintable(journal->problem()));
            QList<SeenBatch> open = journal->takeOpen();
            QCOMPARE(open.size(), isBegun && expected > 0 ? 1 : 0);
            if (!open.isEmpty()) {
                QCOMPARE(open.first().openCount(), expected);
                QCOMPARE(open.first().ids, idsFrom(0, 3));
            }
            const quint64 next = journal->begin(journal->newCommand(), false, false, idsFrom(7, 1));
            if (isBegun && expected > 0)
                QVERIFY(next > open.first().id);
            journal.reset();
            journal = place.open();
            open = journal->takeOpen();
            QCOMPARE(open.last().ids, idsFrom(7, 1));
        }
    }

    void damageInTheMiddle()
    {
        const Place place;
        {
            const auto journal = place.open();
            const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 3));
            journal->noteSent(batch, 0);
            journal->noteDone(batch, 0);
        }
        QByteArray bytes = place.bytes();
        const qsizetype at = bytes.indexOf(" S ");
        bytes[at + 1] = 'Q';
        writeAll(place.path, bytes);
        const auto journal = place.open();
        QVERIFY(journal->isWritable());
        QVERIFY(!journal->problem().isEmpty());
        QCOMPARE(readAll(place.path + u".broken"_s), bytes);
        const QList<SeenBatch> open = journal->takeOpen();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().marks.at(0), Mark::Done);
        QCOMPARE(open.first().marks.at(1), Mark::Sent); // nobody knows: the server is asked
    }

    void garbage()
    {
        const Place place;
        (void)place.open();
        QByteArray noise(5000, '\0');
        for (qsizetype i = 0; i < noise.size(); ++i)
            noise[i] = static_cast<char>(i * 7919 >> 3);
        writeAll(place.path, noise + '\n');
        auto journal = place.open();
        QVERIFY(journal->isWritable());
        QVERIFY(journal->takeOpen().isEmpty());
        QVERIFY(!journal->problem().isEmpty());
        QVERIFY(QFileInfo::exists(place.path + u".broken"_s));
        journal.reset();
        QVERIFY(place.open()->problem().isEmpty()); // said once
    }

    // A file that was not closed, and a computer that was started since: the disk may lack the last notes.
    void startOfTheComputer()
    {
        const Place place;
        QByteArray killed;
        {
            const auto journal = place.open();
            journal->begin(journal->newCommand(), true, false, idsFrom(0, 2));
            killed = place.bytes();
        }
        const QByteArray closed = place.bytes();
        writeAll(place.path, killed);
        QCOMPARE(place.open()->takeOpen().first().marks.at(0), Mark::Open); // same start: killed, nothing more
        // The first line names the start.
        const auto ofAnotherStart = [](const QByteArray &bytes) {
            const QByteArray payload = "T 00000000-0000-0000-0000-000000000000";
            return QCryptographicHash::hash(payload, QCryptographicHash::Sha1).toHex().left(8) + ' ' + payload
                + bytes.mid(bytes.indexOf('\n'));
        };
        writeAll(place.path, ofAnotherStart(killed));
        QCOMPARE(place.open()->takeOpen().first().marks.at(0), Mark::Sent);
        writeAll(place.path, ofAnotherStart(closed));
        QCOMPARE(place.open()->takeOpen().first().marks.at(0), Mark::Open);
    }

    void settledGoesAndTheRestIsBounded()
    {
        const Place place;
        {
            const auto journal = place.open();
            for (int i = 0; i < 60; ++i) {
                const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(100 * i, 100));
                journal->noteDone(batch, SeenJournal::all);
                // and what is undone again leaves nothing
                const quint64 command = journal->newCommand();
                journal->noteDone(journal->begin(command, true, false, idsFrom(9000, 100)), SeenJournal::all);
                journal->noteDone(journal->begin(command, false, false, idsFrom(9000, 100)), SeenJournal::all);
            }
        }
        const qint64 before = QFileInfo(place.path).size();
        auto journal = place.open();
        const QList<SeenBatch> undoable = journal->takeUndoable();
        QCOMPARE(undoable.size(), 20);
        QCOMPARE(undoable.last().ids, idsFrom(5900, 100));
        QCOMPARE(journal->size(), QFileInfo(place.path).size());
        QVERIFY(journal->size() < before / 5);
    }

    void oneAtATime()
    {
        const Place place;
        auto first = place.open();
        const quint64 batch = first->begin(first->newCommand(), true, false, idsFrom(0, 1));
        auto second = place.open();
        QVERIFY(!second->isWritable());
        QVERIFY(!second->problem().isEmpty());
        QVERIFY(second->takeOpen().isEmpty());
        QVERIFY(second->begin(second->newCommand(), true, false, idsFrom(1, 1)) > 0); // goes on without a net
        first->noteDone(batch, 0);
        first.reset();
        second.reset();
        QVERIFY(place.open()->takeOpen().isEmpty());
    }

    // Closed in order, what is open goes on by itself, but where it is left to the user; after a kill he is asked.
    void howItEnded()
    {
        const Place place;
        auto journal = place.open();
        (void)journal->begin(journal->newCommand(), true, false, idsFrom(0, 3));
        const QByteArray killed = place.bytes();
        journal.reset();
        journal = place.open();
        QVERIFY(journal->goesOn());
        QCOMPARE(journal->takeOpen().size(), 1);
        journal->setHeld(true);
        journal.reset();
        journal = place.open();
        QVERIFY(!journal->goesOn());
        QCOMPARE(journal->takeOpen().first().marks.at(0), Mark::Open);
        journal.reset();
        writeAll(place.path, killed);
        QVERIFY(!place.open()->goesOn());
    }

    void belongsToOneUser()
    {
        const Place place;
        place.open()->setOwner(7);
        QCOMPARE(place.open()->owner(), 7);
        const auto journal = place.open();
        QVERIFY(journal->problem().isEmpty());
        QCOMPARE(journal->owner(), 7);
    }

    // Ten thousand given up are one line.
    void longRunsAreShort()
    {
        const Place place;
        auto journal = place.open();
        const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 10'000));
        const qint64 before = journal->size();
        std::vector<qsizetype> gone;
        for (qsizetype i = 0; i < 10'000; ++i) {
            if (i != 5000)
                gone.push_back(i);
        }
        journal->noteDropped(batch, gone);
        QVERIFY(journal->size() - before < 100);
        journal.reset();
        for (int run = 0; run < 2; ++run) {
            journal = place.open();
            QVERIFY(journal->problem().isEmpty());
            const QList<SeenBatch> open = journal->takeOpen();
            QCOMPARE(open.first().idsWith(Mark::Open), idsFrom(5000, 1));
            QVERIFY(journal->size() < before + 200);
            journal.reset();
        }
    }

    // A very large command can be undone in the next run, and does not cost the ones before it.
    void largeCommandsAreUndoable()
    {
        const Place place;
        {
            const auto journal = place.open();
            for (const int count : {10, 300'000, 250'000}) {
                const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, count));
                journal->noteDone(batch, SeenJournal::all);
            }
        }
        const QList<SeenBatch> undoable = place.open()->takeUndoable();
        QCOMPARE(undoable.size(), 2); // both large ones are too much
        QCOMPARE(undoable.at(0).ids.size(), 10);
        QCOMPARE(undoable.at(1).ids.size(), 250'000);
    }

    // A full disk in the middle of the work is told.
    void fullDisk()
    {
        const Place place;
        const auto journal = place.open();
        QStringList told;
        journal->setProblemHandler([&](const QString &text) { told += text; });
        const auto formerHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit former{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &former), 0);
        rlimit small = former;
        small.rlim_cur = static_cast<rlim_t>(journal->size() + 100);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 100));
        journal->noteDone(batch, 0);
        ::setrlimit(RLIMIT_FSIZE, &former);
        std::signal(SIGXFSZ, formerHandler);
        QCOMPARE(told.size(), 1);
        QVERIFY(!journal->isWritable());
        QCOMPARE(journal->problem(), told.first());
    }

    void unwritable()
    {
        QTemporaryDir folder;
        writeAll(folder.filePath(u"data"_s), "a file");
        const auto journal = SeenJournal::open(folder.filePath(u"data/seen.journal"_s));
        QVERIFY(!journal->isWritable());
        QVERIFY(!journal->problem().isEmpty());
        const quint64 batch = journal->begin(journal->newCommand(), true, false, idsFrom(0, 3));
        journal->noteDone(batch, 0);
    }

    void wipes()
    {
        const Place place;
        {
            const auto journal = place.open();
            journal->begin(journal->newCommand(), true, false, idsFrom(0, 3));
        }
        SeenJournal::wipe(place.path);
        QVERIFY(QDir(place.folder.filePath(u"data"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(SeenJournalTest)
#include "tst_seenjournal.moc"
