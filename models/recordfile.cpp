// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordfile.h"

#include "csvevent.h"
#include "logline.h"

#include <QCoreApplication>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace tidings {

namespace {

struct RecordFileText
{
    Q_DECLARE_TR_FUNCTIONS(RecordFile)
};

constexpr qint64 tailSize = 256;

} // namespace

RecordFile::RecordFile(const QString &path)
    : m_path(path)
    , m_file(path)
{
}

RecordFile::Stamp RecordFile::stampOf(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    constexpr qint64 nanoseconds = 1'000'000'000;
    return {info.st_dev, info.st_ino, info.st_size, info.st_mtim.tv_sec * nanoseconds + info.st_mtim.tv_nsec};
}

Expected<std::shared_ptr<RecordFile>, QString> RecordFile::open(const QString &path)
{
    using Error = Unexpected<QString>;
    struct stat info = {};
    // Asked before opening: to open a pipe waits for somebody who writes.
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return Error(RecordFileText::tr("There is no such file."));
    if (S_ISDIR(info.st_mode))
        return Error(RecordFileText::tr("This is a folder, not a file."));
    if (!S_ISREG(info.st_mode))
        return Error(RecordFileText::tr("This is no ordinary file. Save its content to a file first."));
    const std::shared_ptr<RecordFile> file(new RecordFile(path));
    if (!file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error(RecordFileText::tr("The file cannot be read: %1").arg(file->m_file.errorString()));
    file->m_stamp = stampOf(path);
    file->m_size = file->m_file.size();
    file->m_tail.resize(std::min(tailSize, file->m_size));
    file->m_tail.truncate(file->read(file->m_size - file->m_tail.size(), file->m_tail.data(), file->m_tail.size()));
    return file;
}

qint64 RecordFile::read(qint64 offset, char *to, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = ::pread(m_file.handle(), to + done, static_cast<size_t>(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

QByteArray RecordFile::record(qint64 offset, qint64 length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.truncate(read(offset, bytes.data(), length));
    return toJson(bytes);
}

QByteArray RecordFile::toJson(const QByteArray &bytes) const
{
    QByteArray json = bytes;
    if (isCsv()) {
        const auto cells = codec::csvCells({bytes.constData(), static_cast<size_t>(bytes.size())});
        const auto placed = cells ? codec::placedCells(m_csvHeader, *cells) : std::nullopt;
        json = placed ? codec::jsonFromCsv(m_csvHeader, *placed) : QByteArray();
    }
    // Most are as they should be, also in a log.
    if (!m_isLog || (json.startsWith('{') && !json.contains("\"timestamp\"") && !json.contains("\"log\"")))
        return json;
    json = codec::joinedContainerLines(json);
    const codec::LogLine line = codec::LogLineReader().read({json.constData(), static_cast<size_t>(json.size())});
    return line.kind == codec::LogLine::Kind::Event ? line.json : json;
}

RecordFile::Change RecordFile::change() const
{
    const Stamp now = stampOf(m_path);
    if (now == m_stamp)
        return Change::None;
    if (now.device != m_stamp.device || now.inode != m_stamp.inode || now.size < m_size)
        return Change::Other;
    QByteArray tail(m_tail.size(), Qt::Uninitialized);
    tail.truncate(read(m_size - tail.size(), tail.data(), tail.size()));
    return tail == m_tail && now.size > m_size ? Change::Grown : Change::Other;
}

} // namespace tidings
