// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportwriter.h"
#include "parallel.h"
#include "rawsnapshot.h"

#include <QObject>
#include <QThreadPool>

namespace tidings {

// Writes events to a file on other threads. The file appears as a whole (0600) or not at all: after a failure or
// cancel() what stood there before is untouched.
class EventExporter : public QObject
{
    Q_OBJECT

public:
    explicit EventExporter(QObject *parent = nullptr);
    ~EventExporter() override; // cancels, and waits until the other threads have stopped, which takes milliseconds

    // One at a time; does nothing while another runs.
    void start(RawSnapshot records, const ExportPlan &plan, const QString &path);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void progressed(int thousandths); // rising
    void finished(qint64 records, qint64 bytes); // the file is there
    void failed(const QString &reason); // a sentence for people; empty after cancel()

private:
    struct Outcome
    {
        bool isWritten = false;
        QString error; // empty: cancelled
        qint64 bytes = 0;
    };
    [[nodiscard]] Outcome write(
        const RawSnapshot &records, const ExportPlan &plan, const QString &path, const CancelFlag &cancel);

    bool m_running = false;
    CancelFlag m_cancel;
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
