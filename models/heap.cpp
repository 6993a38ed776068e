// SPDX-License-Identifier: GPL-3.0-or-later
#include "heap.h"

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

} // namespace tidings
