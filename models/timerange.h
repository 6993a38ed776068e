// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <chrono>
#include <optional>

namespace tidings {

// When events were created: the last so many seconds (which moves with the clock), or between two points, from included
// and until not. Neither: any time.
struct TimeRange
{
    std::chrono::seconds last{0}; // over 0: relative, and the two others are not used
    std::optional<Timestamp> from;
    std::optional<Timestamp> until;

    [[nodiscard]] bool isUnlimited() const { return last.count() <= 0 && !from && !until; }
    // The same as two fixed points.
    [[nodiscard]] TimeRange resolved(Timestamp now) const
    {
        if (last.count() <= 0)
            return *this;
        TimeRange fixed;
        fixed.from = now - std::chrono::microseconds(last).count();
        return fixed;
    }
    // Of a resolved range. Rows without a readable time are only in the unlimited one.
    [[nodiscard]] bool contains(std::optional<Timestamp> created) const
    {
        return isUnlimited() || (created && (!from || *created >= *from) && (!until || *created < *until));
    }
    bool operator==(const TimeRange &) const = default;
};

} // namespace tidings
