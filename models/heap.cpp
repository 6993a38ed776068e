// SPDX-License-Identifier: GPL-3.0-or-later
#include "heap.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <deque>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace tidings {

namespace {

// Of the GUI thread; goes with the application, and what is left then is freed with it.
class Releaser : public QTimer
{
public:
    explicit Releaser(QObject *parent)
        : QTimer(parent)
    {
        connect(this, &QTimer::timeout, this, &Releaser::work);
    }

    void add(std::function<bool()> releaseSome)
    {
        m_queue.push_back(std::move(releaseSome));
        if (!isActive())
            start(0);
    }

private:
    void work()
    {
        constexpr qint64 slice = 1; // ms
        QElapsedTimer time;
        time.start();
        while (!m_queue.empty() && time.elapsed() < slice) {
            if (m_queue.front()())
                m_queue.pop_front();
        }
        if (m_queue.empty())
            stop();
    }

    std::deque<std::function<bool()>> m_queue;
};

} // namespace

void tuneHeap()
{
#if defined(__GLIBC__)
    mallopt(M_MXFAST, 0);
#endif
}

void releaseInTurns(std::function<bool()> releaseSome)
{
    static QPointer<Releaser> releaser;
    QCoreApplication *const application = QCoreApplication::instance();
    if (!application || QThread::currentThread() != application->thread()) {
        while (!releaseSome()) { }
        return;
    }
    if (!releaser)
        releaser = new Releaser(application);
    releaser->add(std::move(releaseSome));
}

void releaseElsewhere(std::function<void()> release)
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    pool.start(std::move(release));
}

} // namespace tidings
