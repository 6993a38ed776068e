// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventexporter.h"

#include "privatefile.h"

#include <QSaveFile>

#include <algorithm>
#include <numeric>

namespace tidings {

namespace {

constexpr size_t partLength = 1000; // records
constexpr size_t partsAtOnce = 8;

} // namespace

EventExporter::EventExporter(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

EventExporter::~EventExporter()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

void EventExporter::start(RawSnapshot records, const ExportPlan &plan, const QString &path)
{
    if (m_running)
        return;
    m_running = true;
    m_cancel = CancelFlag();
    const auto shared = std::make_shared<const RawSnapshot>(std::move(records));
    m_pool.start([this, shared, plan, path, cancel = m_cancel] {
        const Outcome outcome = write(*shared, plan, path, cancel);
        const auto report = [this, outcome, count = static_cast<qint64>(shared->size())] {
            m_running = false;
            if (outcome.isWritten)
                emit finished(count, outcome.bytes);
            else
                emit failed(outcome.error);
        };
        QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
    });
}

void EventExporter::cancel()
{
    m_cancel.cancel();
}

EventExporter::Outcome EventExporter::write(
    const RawSnapshot &records, const ExportPlan &plan, const QString &path, const CancelFlag &cancel)
{
    QSaveFile file(path);
    if (!openPrivateFile(file))
        return {false, writeErrorText(file)};

    struct Worker
    {
        Worker(const RawSnapshot &snapshot, const ExportPlan &how)
            : reader(snapshot)
            , writer(how)
        {
        }

        RawReader reader;
        ExportWriter writer;
    };
    std::vector<std::unique_ptr<Worker>> workers(parallelWorkers());
    for (auto &worker : workers)
        worker = std::make_unique<Worker>(records, plan);
    const ExportWriter &frame = workers.front()->writer;
    const QByteArray separator = frame.separator();

    Outcome outcome;
    const auto put = [&](const QByteArray &bytes) {
        outcome.bytes += bytes.size();
        return file.write(bytes) == bytes.size();
    };
    bool isWell = put(frame.header());
    std::vector<QByteArray> parts(partsAtOnce);
    const size_t count = records.size();
    for (size_t first = 0; first < count && isWell && !cancel.isCancelled(); first += partsAtOnce * partLength) {
        const size_t partCount = std::min(partsAtOnce, (count - first + partLength - 1) / partLength);
        parallelFor(partCount, cancel, [&](size_t part, size_t number) {
            const size_t begin = first + part * partLength;
            const size_t end = std::min(begin + partLength, count);
            std::vector<EventStore::Slot> rows(end - begin);
            std::iota(rows.begin(), rows.end(), static_cast<EventStore::Slot>(begin));
            Worker &worker = *workers[number];
            worker.reader.prepare(rows.data(), rows.size());
            QByteArray &bytes = parts[part];
            bytes.resize(0);
            for (const EventStore::Slot row : rows) {
                if (row > 0)
                    bytes += separator;
                worker.writer.append(bytes, worker.reader.raw(row));
            }
        });
        if (cancel.isCancelled())
            break;
        for (size_t part = 0; part < partCount && isWell; ++part)
            isWell = put(parts[part]);
        const auto done = static_cast<int>(std::min(first + partsAtOnce * partLength, count) * 1000 / count);
        QMetaObject::invokeMethod(
            this, [this, done] { emit progressed(done); }, Qt::QueuedConnection);
    }
    if (isWell && !cancel.isCancelled() && !records.isIntact()) {
        outcome.error = tr("The log file has changed since it was read. Nothing was written.");
    } else if (isWell && !cancel.isCancelled()) {
        outcome.isWritten = put(frame.footer()) && file.commit();
        isWell = outcome.isWritten;
    }
    if (!isWell)
        outcome.error = writeErrorText(file);
    return outcome;
}

} // namespace tidings
