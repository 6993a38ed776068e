// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmark.h"
#include "heap.h"

#include <QApplication>
#include <QTest>
#include <QThread>

#include <ctime>
#include <utility>

namespace tidings::bench {

// Measures from outside how long every event keeps the GUI thread; those of other threads come by here too.
class GuiProbe : public QApplication
{
public:
    GuiProbe(int &argc, char **argv)
        : QApplication((tuneHeap(), argc), argv) // as the program does
    {
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QApplication::notify(receiver, event);
        const QEvent::Type type = event->type(); // it may be gone afterwards
        const char *const name = receiver->metaObject()->className();
        QElapsedTimer timer;
        timer.start();
        const double cpu = threadTime();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        m_longest = std::max(m_longest, time);
        constexpr double noteworthy = 16;
        if (time > noteworthy)
            std::fprintf(stderr, "%.1f ms (%.1f of the processor), event %d of %s\n", time, threadTime() - cpu,
                static_cast<int>(type), name);
        return result;
    }

    // The longest block, in milliseconds, from `work` on until `isDone` and a moment more; negative when it never was.
    // What `work` does by itself counts too.
    template <class Work, class IsDone> double measure(const Work &work, const IsDone &isDone)
    {
        m_longest = 0;
        QElapsedTimer timer;
        timer.start();
        ++m_depth;
        work();
        --m_depth;
        m_longest = std::max(m_longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        constexpr int longest = 300'000;
        constexpr int moment = 50;
        if (!QTest::qWaitFor(isDone, longest))
            return -1;
        QTest::qWait(moment);
        return std::exchange(m_longest, 0);
    }

private:
    // Of the processor, in milliseconds: where it is much less, other threads had the cores.
    [[nodiscard]] static double threadTime()
    {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    int m_depth = 0;
    double m_longest = 0;
};

} // namespace tidings::bench
