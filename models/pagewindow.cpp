// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagewindow.h"

#include <algorithm>

namespace tidings {

PageWindow overlappingWindow(qint64 covered, int maxSize)
{
    const int largest = std::max(maxSize, 1);
    if (covered <= 0)
        return {1, largest};
    const qint64 lastKnown = covered - 1;
    PageWindow best{static_cast<int>(lastKnown / largest) + 1, largest};
    for (int size = largest - 1; size >= std::max(1, largest / 2); --size) {
        const PageWindow window{static_cast<int>(lastKnown / size) + 1, size};
        if (window.offset() + window.size > best.offset() + best.size)
            best = window;
    }
    if (best.offset() + best.size <= covered)
        ++best.page;
    return best;
}

std::optional<qint64> steppedBack(qint64 covered, int maxSize, int &steps)
{
    if (++steps > mostStepsBack || covered <= 1)
        return std::nullopt;
    const qint64 distance = static_cast<qint64>(std::max(1, maxSize / 2)) << (steps - 1);
    return std::max<qint64>(1, covered - distance);
}

} // namespace tidings
