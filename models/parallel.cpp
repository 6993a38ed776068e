// SPDX-License-Identifier: GPL-3.0-or-later
#include "parallel.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace tidings {

size_t parallelWorkers()
{
    return static_cast<size_t>(std::clamp(QThread::idealThreadCount(), 1, 16));
}

void parallelFor(size_t parts, const CancelFlag &cancel, const std::function<void(size_t, size_t)> &work)
{
    std::atomic<size_t> next = 0;
    const auto run = [&](size_t worker) {
        for (size_t part = next++; part < parts && !cancel.isCancelled(); part = next++)
            work(part, worker);
    };
    QSemaphore done;
    int helpers = 0;
    // Only threads that are free now: waiting for one could wait for ourselves.
    for (size_t worker = 1; worker < std::min(parts, parallelWorkers()); ++worker) {
        const bool started = QThreadPool::globalInstance()->tryStart([&run, &done, worker] {
            run(worker);
            done.release();
        });
        helpers += started ? 1 : 0;
    }
    run(0);
    done.acquire(helpers);
}

} // namespace tidings
