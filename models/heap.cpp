// SPDX-License-Identifier: GPL-3.0-or-later
#include "heap.h"

#include <QThreadPool>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace tidings {

void tuneHeap()
{
#if defined(__GLIBC__)
    mallopt(M_MXFAST, 0);
#endif
}

void runBehind(std::function<void()> work)
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    pool.start(std::move(work));
}

} // namespace tidings
