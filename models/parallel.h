// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace tidings {

// Told to work on another thread that its result is not wanted any more. Copies mean the same work.
class CancelFlag
{
public:
    void cancel() { *m_cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

// Calls work(part, worker) for every part from 0 to parts - 1, each once, on this thread and as many others as the
// computer has processors and the global thread pool has free threads. Returns when all are done, or all begun ones
// after `cancel`. `worker` is below parallelWorkers() and belongs to one thread at a time.
void parallelFor(size_t parts, const CancelFlag &cancel, const std::function<void(size_t part, size_t worker)> &work);
size_t parallelWorkers();

} // namespace tidings
