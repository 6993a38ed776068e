// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenjournal.h"

#include "privatefile.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>
#include <QSysInfo>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostJournalBytes = 256LL * 1024 * 1024;
constexpr qsizetype idsPerLine = 1000;
constexpr qsizetype uuidBytes = 16;
constexpr qsizetype mostIdsOfBatch = 5'000'000;
constexpr qsizetype mostUndoable = 20;
constexpr qsizetype mostUndoableIds = 500'000;
constexpr qint64 longestUndoable = 24LL * 60 * 60 * 1000; // milliseconds
constexpr qint64 syncInterval = 1000; // milliseconds
constexpr qsizetype sumSize = 8;

struct SeenJournalText
{
    Q_DECLARE_TR_FUNCTIONS(SeenJournal)
};

// What a line says begins with one of these.
enum Kind : char {
    Opened = 'T', // by a program, on this start of the computer
    Closed = 'Z', // in order; followed by 1: what is open waits for the user
    OwnedBy = 'O', // a user of the server
    Begins = 'B', // a batch: id, command, seen, all, time, number of ids
    Ids = 'I', // of the batch
    Complete = 'E', // the batch's ids are there
    WasSent = 'S', // batch, index, and how many from there on where that is more than one
    WasDone = 'D',
    WasDropped = 'X',
};

QByteArray sumOf(const QByteArray &payload)
{
    return QCryptographicHash::hash(payload, QCryptographicHash::Sha1).toHex().left(sumSize);
}

QByteArray lineOf(const QByteArray &payload)
{
    return sumOf(payload) + ' ' + payload + '\n';
}

QByteArray openedLine()
{
    return lineOf(QByteArray(1, Opened) + ' ' + QSysInfo::bootUniqueId());
}

QByteArray ownerLine(qint64 owner)
{
    return lineOf(QByteArray(1, OwnedBy) + ' ' + QByteArray::number(owner));
}

QByteArray noteLine(char kind, quint64 batch, qsizetype index, qsizetype count = 1)
{
    const QByteArray more = count == 1 ? QByteArray() : ' ' + QByteArray::number(count);
    return lineOf(QByteArray(1, kind) + ' ' + QByteArray::number(batch) + ' ' + QByteArray::number(index) + more);
}

QByteArray beginLine(const SeenBatch &batch, qsizetype count)
{
    return lineOf(QByteArray(1, Begins) + ' ' + QByteArray::number(batch.id) + ' ' + QByteArray::number(batch.command)
        + ' ' + (batch.seen ? '1' : '0') + ' ' + (batch.isAll ? '1' : '0') + ' ' + QByteArray::number(batch.asked) + ' '
        + QByteArray::number(count));
}

QByteArray idLines(quint64 batch, const QStringList &ids)
{
    QByteArray lines;
    for (qsizetype first = 0; first < ids.size(); first += idsPerLine) {
        QByteArray bytes;
        const qsizetype end = std::min(first + idsPerLine, ids.size());
        for (qsizetype i = first; i < end; ++i)
            bytes += QUuid::fromString(ids.at(i)).toRfc4122();
        lines += lineOf(QByteArray(1, Ids) + ' ' + QByteArray::number(batch) + ' ' + bytes.toBase64());
    }
    return lines;
}

QByteArray completeLine(quint64 batch)
{
    return lineOf(QByteArray(1, Complete) + ' ' + QByteArray::number(batch));
}

QByteArray linesOf(const SeenBatch &batch)
{
    return beginLine(batch, batch.ids.size()) + idLines(batch.id, batch.ids) + completeLine(batch.id);
}

QByteArray markLines(const SeenBatch &batch)
{
    using Mark = SeenBatch::Mark;
    const auto allAre = [&](Mark wanted) {
        return std::all_of(batch.marks.begin(), batch.marks.end(), [wanted](Mark mark) { return mark == wanted; });
    };
    for (const auto &[mark, kind] :
        {std::pair(Mark::Done, WasDone), std::pair(Mark::Sent, WasSent), std::pair(Mark::Dropped, WasDropped)}) {
        if (allAre(mark))
            return noteLine(kind, batch.id, SeenJournal::all);
    }
    QByteArray lines;
    for (size_t first = 0, end = 0; first < batch.marks.size(); first = end) {
        const Mark mark = batch.marks[first];
        while (end < batch.marks.size() && batch.marks[end] == mark)
            ++end;
        if (mark == Mark::Open)
            continue;
        const char kind = mark == Mark::Sent ? WasSent : mark == Mark::Done ? WasDone : WasDropped;
        lines += noteLine(kind, batch.id, static_cast<qsizetype>(first), static_cast<qsizetype>(end - first));
    }
    return lines;
}

// Understands the lines one after another.
class Reader
{
public:
    // False: not a line of this program.
    bool take(const QByteArray &line)
    {
        if (line.size() < sumSize + 2 || line.at(sumSize) != ' ')
            return false;
        const QByteArray payload = line.mid(sumSize + 1);
        if (sumOf(payload) != line.left(sumSize))
            return false;
        const QByteArrayList words = payload.split(' ');
        if (words.first().size() != 1)
            return false;
        const char kind = words.first().front();
        if (kind == Opened) {
            boot = words.value(1);
            isClosed = false;
            return words.size() == 2;
        }
        if (kind == Closed) {
            isClosed = true;
            isHeld = words.value(1) == "1";
            return true;
        }
        isClosed = false;
        if (kind == OwnedBy) {
            owner = words.value(1).toLongLong();
            return owner > 0;
        }
        const quint64 id = words.value(1).toULongLong();
        if (id == 0)
            return false;
        if (kind == Begins)
            return takeBatch(id, words);
        const auto batch = batches.find(id);
        if (batch == batches.end())
            return false;
        return takeOf(batch->second, kind, words);
    }

    std::map<quint64, SeenBatch> batches; // in the order of asking
    QSet<quint64> complete;
    QByteArray boot;
    bool isClosed = true;
    bool isHeld = false; // what was open then
    qint64 owner = 0;

private:
    bool takeBatch(quint64 id, const QByteArrayList &words)
    {
        if (words.size() != 7 || batches.count(id) > 0)
            return false;
        SeenBatch batch;
        batch.id = id;
        batch.command = words.at(2).toULongLong();
        batch.seen = words.at(3) == "1";
        batch.isAll = words.at(4) == "1";
        batch.asked = words.at(5).toLongLong();
        batches.emplace(id, std::move(batch));
        m_announced.insert(id, words.at(6).toLongLong());
        return true;
    }

    bool takeOf(SeenBatch &batch, char kind, const QByteArrayList &words)
    {
        if (kind == Ids) {
            const QByteArray bytes = QByteArray::fromBase64(words.value(2));
            if (bytes.size() % uuidBytes != 0 || batch.ids.size() + bytes.size() / uuidBytes > mostIdsOfBatch)
                return false;
            for (qsizetype at = 0; at < bytes.size(); at += uuidBytes)
                batch.ids
                    += QUuid::fromRfc4122(QByteArrayView(bytes).sliced(at, uuidBytes)).toString(QUuid::WithoutBraces);
            return true;
        }
        if (kind == Complete) {
            if (batch.ids.size() != m_announced.value(batch.id))
                return false;
            batch.marks.assign(static_cast<size_t>(batch.ids.size()), SeenBatch::Mark::Open);
            complete.insert(batch.id);
            return true;
        }
        if (words.size() < 3 || words.size() > 4 || !complete.contains(batch.id))
            return false;
        using Mark = SeenBatch::Mark;
        if (kind != WasSent && kind != WasDone && kind != WasDropped)
            return false;
        const Mark mark = kind == WasSent ? Mark::Sent : kind == WasDone ? Mark::Done : Mark::Dropped;
        bool isNumber = false;
        const qsizetype index = words.at(2).toLongLong(&isNumber);
        if (!isNumber || index < SeenJournal::rest || index >= batch.ids.size())
            return false;
        const qsizetype count = words.size() == 4 ? words.at(3).toLongLong() : 1;
        if (count < 1 || (index >= 0 && count > batch.ids.size() - index))
            return false;
        if (index >= 0)
            std::fill_n(batch.marks.begin() + index, count, mark);
        else if (index == SeenJournal::rest)
            std::replace(batch.marks.begin(), batch.marks.end(), Mark::Open, mark);
        else
            std::fill(batch.marks.begin(), batch.marks.end(), mark);
        return true;
    }

    QHash<quint64, qsizetype> m_announced;
};

// What each command left behind, as far as it can be undone: the ids that are in the state it gave them.
QList<SeenBatch> undoableOf(const std::map<quint64, SeenBatch> &batches)
{
    struct Command
    {
        SeenBatch last; // without ids
        bool gives = true;
        bool isOpen = false; // to be finished or taken back on its own
        QStringList order;
        QHash<QString, bool> isIn;
    };
    std::map<quint64, Command> commands;
    for (const auto &[id, batch] : batches) {
        const auto [entry, isNew] = commands.try_emplace(batch.command);
        Command &command = entry->second;
        if (isNew)
            command.gives = batch.seen;
        command.last.id = id;
        command.last.command = batch.command;
        command.last.asked = batch.asked;
        for (size_t i = 0; i < batch.marks.size(); ++i) {
            const QString &which = batch.ids.at(static_cast<qsizetype>(i));
            if (isNew)
                command.order += which;
            if (batch.marks[i] == SeenBatch::Mark::Done)
                command.isIn[which] = batch.seen == command.gives;
        }
        command.isOpen = command.isOpen || batch.openCount() > 0;
    }
    std::vector<const Command *> byTime;
    byTime.reserve(commands.size());
    for (const auto &entry : commands)
        byTime.push_back(&entry.second);
    std::sort(byTime.begin(), byTime.end(), [](const Command *a, const Command *b) { return a->last.id < b->last.id; });

    const qint64 oldest = QDateTime::currentMSecsSinceEpoch() - longestUndoable;
    QList<SeenBatch> undoable;
    qsizetype ids = 0;
    for (auto it = byTime.rbegin(); it != byTime.rend() && undoable.size() < mostUndoable; ++it) {
        const Command &command = **it;
        SeenBatch batch = command.last;
        batch.seen = command.gives;
        for (const QString &id : command.order) {
            if (command.isIn.value(id))
                batch.ids += id;
        }
        if (batch.asked < oldest)
            break;
        if (batch.ids.isEmpty() || command.isOpen || ids + batch.ids.size() > mostUndoableIds)
            continue;
        ids += batch.ids.size();
        batch.marks.assign(static_cast<size_t>(batch.ids.size()), SeenBatch::Mark::Done);
        undoable.prepend(batch);
    }
    return undoable;
}

QString lockPath(const QString &path)
{
    return path + u".lock"_s;
}

QString systemError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

qsizetype SeenBatch::openCount() const
{
    return std::count_if(
        marks.begin(), marks.end(), [](Mark mark) { return mark == Mark::Open || mark == Mark::Sent; });
}

QStringList SeenBatch::idsWith(Mark mark) const
{
    QStringList found;
    for (size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] == mark)
            found += ids.at(static_cast<qsizetype>(i));
    }
    return found;
}

SeenJournal::SeenJournal(QString path)
    : m_path(std::move(path))
{
}

std::unique_ptr<SeenJournal> SeenJournal::open(const QString &path)
{
    auto journal = std::unique_ptr<SeenJournal>(new SeenJournal(path));
    const QString folder = QFileInfo(path).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (!journal->lock())
        return journal;
    journal->load();
    journal->rewrite();
    return journal;
}

SeenJournal::~SeenJournal()
{
    if (m_file >= 0) {
        write(lineOf(QByteArray(1, Closed) + (m_isHeld ? " 1" : "")));
        ::close(m_file);
    }
    if (m_lock >= 0)
        ::close(m_lock); // unlocks
}

// The lock is the kernel's and goes with the process, however that ends. It is a file of its own because the journal
// itself is replaced now and then.
bool SeenJournal::lock()
{
    m_lock = ::open(
        QFile::encodeName(lockPath(m_path)).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, privateMode);
    if (m_lock < 0) {
        m_problem = SeenJournalText::tr("Changes cannot be noted on disk: %1").arg(systemError());
        return false;
    }
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        return true;
    m_problem = SeenJournalText::tr(
        "Another window of Tidings notes the changes of this server; those made here are not noted.");
    ::close(m_lock);
    m_lock = -1;
    return false;
}

void SeenJournal::load()
{
    if (!QFileInfo::exists(m_path))
        return;
    const auto bytes = readWholeFile(m_path, mostJournalBytes);
    if (!bytes) {
        m_problem = bytes.error();
        setAside(m_path);
        return;
    }
    Reader reader;
    qsizetype damaged = 0;
    qsizetype good = 0;
    qsizetype begin = 0;
    for (qsizetype end = bytes->indexOf('\n'); end >= 0; end = bytes->indexOf('\n', begin)) {
        ++(reader.take(bytes->mid(begin, end - begin)) ? good : damaged);
        begin = end + 1;
    }
    // What follows the last line end was cut off while it was written.
    if (damaged > 0) {
        QFile::remove(brokenPath(m_path));
        QFile::copy(m_path, brokenPath(m_path));
        m_problem = SeenJournalText::tr(
            "The notes about changes were damaged; what could be read is used. The file was kept as %1.")
                        .arg(visibleLine(brokenPath(m_path)));
    }
    std::erase_if(reader.batches, [&](const auto &entry) { return !reader.complete.contains(entry.first); });
    const bool isCertain = damaged == 0 && (reader.isClosed || reader.boot == QSysInfo::bootUniqueId());
    m_undoable = undoableOf(reader.batches);
    m_owner = reader.owner;
    m_goesOn = damaged == 0 && reader.isClosed && !reader.isHeld;
    for (auto &[id, batch] : reader.batches) {
        m_nextId = std::max({m_nextId, id + 1, batch.command + 1});
        if (batch.openCount() == 0)
            continue;
        if (!isCertain)
            std::replace(batch.marks.begin(), batch.marks.end(), SeenBatch::Mark::Open, SeenBatch::Mark::Sent);
        m_openBatches += batch;
    }
}

void SeenJournal::rewrite()
{
    QByteArray lines = openedLine();
    if (m_owner > 0)
        lines += ownerLine(m_owner);
    // In the order of asking
    QList<const SeenBatch *> batches;
    for (const SeenBatch &batch : std::as_const(m_openBatches))
        batches += &batch;
    for (const SeenBatch &batch : std::as_const(m_undoable))
        batches += &batch;
    std::sort(batches.begin(), batches.end(), [](const SeenBatch *a, const SeenBatch *b) { return a->id < b->id; });
    for (const SeenBatch *const batch : std::as_const(batches))
        lines += linesOf(*batch) + markLines(*batch);
    const QString error = writePrivateFile(m_path, lines);
    if (error.isEmpty()) {
        m_file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
        m_size = lines.size();
    }
    if (m_file < 0)
        m_problem
            = error.isEmpty() ? SeenJournalText::tr("Changes cannot be noted on disk: %1").arg(systemError()) : error;
}

quint64 SeenJournal::begin(quint64 command, bool seen, bool isAll, qsizetype count)
{
    SeenBatch batch;
    batch.id = m_nextId++;
    batch.command = command;
    batch.seen = seen;
    batch.isAll = isAll;
    batch.asked = QDateTime::currentMSecsSinceEpoch();
    write(beginLine(batch, count));
    return batch.id;
}

void SeenJournal::addIds(quint64 batch, const QStringList &ids)
{
    write(idLines(batch, ids));
}

void SeenJournal::complete(quint64 batch)
{
    write(completeLine(batch));
    syncSoon();
}

void SeenJournal::noteSent(quint64 batch, qsizetype index)
{
    note(WasSent, batch, index);
}

void SeenJournal::noteDone(quint64 batch, qsizetype index)
{
    note(WasDone, batch, index);
}

void SeenJournal::noteDropped(quint64 batch, qsizetype index, qsizetype count)
{
    note(WasDropped, batch, index, count);
}

void SeenJournal::noteDropped(quint64 batch, const std::vector<qsizetype> &indexes)
{
    for (auto first = indexes.begin(), end = first; first != indexes.end(); first = end) {
        while (end != indexes.end() && *end == *first + (end - first))
            ++end;
        noteDropped(batch, *first, end - first);
    }
}

void SeenJournal::setOwner(qint64 owner)
{
    m_owner = owner;
    if (owner > 0)
        write(ownerLine(owner));
}

void SeenJournal::note(char kind, quint64 batch, qsizetype index, qsizetype count)
{
    write(noteLine(kind, batch, index, count));
    if (!m_sinceSync.isValid() || m_sinceSync.hasExpired(syncInterval))
        syncSoon();
}

void SeenJournal::write(const QByteArray &lines)
{
    if (m_file < 0)
        return;
    qsizetype written = 0;
    while (written < lines.size()) {
        const ssize_t count = ::write(m_file, lines.constData() + written, static_cast<size_t>(lines.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            // A full disk: what follows would be torn.
            return fail();
        }
        written += count;
    }
    m_size += lines.size();
}

void SeenJournal::fail()
{
    m_problem = SeenJournalText::tr("Changes cannot be noted on disk: %1").arg(systemError());
    ::close(std::exchange(m_file, -1));
    if (m_problemHandler)
        m_problemHandler(m_problem);
}

void SeenJournal::syncSoon()
{
    if (m_file < 0 || m_syncing->exchange(true))
        return;
    m_sinceSync.start();
    const int file = ::fcntl(m_file, F_DUPFD_CLOEXEC, 0);
    if (file < 0) {
        *m_syncing = false;
        return;
    }
    QThreadPool::globalInstance()->start([file, syncing = m_syncing] {
        *syncing = false; // what is noted from now on needs another one
        ::fdatasync(file);
        ::close(file);
    });
}

QString SeenJournal::pathFor(const QString &path, qint64 owner)
{
    return path + u'.' + QString::number(owner);
}

void SeenJournal::wipe(const QString &path)
{
    QDir folder(QFileInfo(path).path());
    const QStringList files = folder.entryList({QFileInfo(path).fileName() + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &file : files)
        folder.remove(file);
}

} // namespace tidings
