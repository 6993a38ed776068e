// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "parallel.h"
#include "recordfile.h"
#include "result.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace tidings {

// A record of a file that could not be used.
struct FileProblem
{
    qint64 line = 0; // 1-based, where the record begins
    QString reason; // translated
    bool operator==(const FileProblem &) const = default;
};

// What was read of a file of events. The store is not changed any more and may be read by several threads.
struct EventFile
{
    enum class Format {
        Lines, // one JSON object a line
        Json, // an array, pages of the API, or objects in a row
        Csv, // authentik's own export
    };
    static constexpr qsizetype mostProblems = 100;
    static constexpr qint64 largestRecord = 16 * 1024 * 1024; // bytes

    std::shared_ptr<EventStore> store;
    std::vector<EventStore::Slot> rows; // newest first
    std::shared_ptr<const RecordFile> file;
    Format format = Format::Lines;
    qint64 damaged = 0; // records that could not be used
    qint64 otherLines = 0; // of a log, beside those of events
    QList<FileProblem> problems; // the first of them, in the order of the file
    qint64 repeated = 0; // records left out because a later one has their id

    // Reads a whole file on this thread and those of the global pool: JSON lines, a JSON array, pages as the API sends
    // them, CSV, or authentik's own log as containers keep it; UTF-8 with or without byte order mark, any line ends,
    // empty lines; lines that a container runtime has split are joined. Damaged records are counted and passed over, as
    // are the other lines of a log. `progress` gets thousandths, rising, from any of the threads. The error is a
    // sentence for people, translated: not readable, empty, of no known format, or without a single event. It is empty
    // after `cancel`.
    static Expected<EventFile, QString> load(
        const QString &path, const CancelFlag &cancel, const std::function<void(int)> &progress);
};

} // namespace tidings
