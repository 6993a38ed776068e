// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

#include <memory>

namespace tidings {

// A file of records that is read at any place, from any thread. It is read and not mapped: a mapped file that somebody
// cuts off while it is looked at would end the program with SIGBUS, while reading then gives fewer bytes, and is as
// fast where neighbours are read together. The file stays open, so that deleting or replacing it changes nothing.
class RecordFile
{
public:
    // The error is a sentence for people, translated: not there, no right, or no regular file.
    static Expected<std::shared_ptr<RecordFile>, QString> open(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; } // bytes, when it was opened

    // Up to `length` bytes from `offset` on into `to`; returns how many there were.
    qint64 read(qint64 offset, char *to, qint64 length) const;

    // Where the records are CSV: the names of the columns. Set before the file is shared.
    void setCsvHeader(const QList<QByteArray> &header) { m_csvHeader = header; }
    [[nodiscard]] const QList<QByteArray> &csvHeader() const { return m_csvHeader; }
    [[nodiscard]] bool isCsv() const { return !m_csvHeader.isEmpty(); }
    // Where records are lines of authentik's own log, or several that a container runtime made of one. Set before the
    // file is shared.
    void setLog(bool isLog) { m_isLog = isLog; }
    // Records are not the bytes of the file.
    [[nodiscard]] bool isConverted() const { return isCsv() || m_isLog; }
    // The record that stands there as JSON; empty where the file has lost it.
    [[nodiscard]] QByteArray record(qint64 offset, qint64 length) const;
    // The same for bytes that have been read.
    [[nodiscard]] QByteArray toJson(const QByteArray &bytes) const;

    enum class Change {
        None,
        Grown, // something was added at the end, what was read stands
        Other, // rewritten, cut off, replaced or gone
    };
    [[nodiscard]] Change change() const; // since it was opened

private:
    explicit RecordFile(const QString &path);

    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = -1;
        qint64 modified = 0; // nanoseconds
        bool operator==(const Stamp &) const = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &path);

    QString m_path;
    QFile m_file;
    qint64 m_size = 0;
    Stamp m_stamp;
    QByteArray m_tail; // the last bytes as they were: whoever only appends leaves them
    QList<QByteArray> m_csvHeader;
    bool m_isLog = false;
};

} // namespace tidings
