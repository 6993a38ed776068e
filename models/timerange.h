// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"
#include "timestamp.h"

#include <chrono>
#include <optional>

namespace tidings {

// When events were created: whole days of the calendar or the last so many seconds (which both move with the clock), or
// between two points, from included and until not. None of them: any time.
struct TimeRange
{
    enum class Days { None, Today, Yesterday, ThisWeek };

    std::chrono::seconds last{0}; // over 0: relative, and the two others are not used
    std::optional<Timestamp> from;
    std::optional<Timestamp> until;
    Days days = Days::None; // goes before the others

    static TimeRange ofDays(Days days);

    [[nodiscard]] bool isUnlimited() const { return days == Days::None && last.count() <= 0 && !from && !until; }
    // The same as two fixed points; days are those of the display's zone, weeks begin as the user's locale has it.
    [[nodiscard]] TimeRange resolved(Timestamp now, const TimeDisplay &display = {}) const;
    // Of a resolved range. Rows without a readable time are only in the unlimited one.
    [[nodiscard]] bool contains(std::optional<Timestamp> created) const
    {
        return isUnlimited() || (created && (!from || *created >= *from) && (!until || *created < *until));
    }
    bool operator==(const TimeRange &) const = default;
};

} // namespace tidings
