// SPDX-License-Identifier: GPL-3.0-or-later
#include "timerange.h"

#include <QLocale>

namespace tidings {

TimeRange TimeRange::ofDays(Days days)
{
    TimeRange range;
    range.days = days;
    return range;
}

TimeRange TimeRange::resolved(Timestamp now, const TimeDisplay &display) const
{
    TimeRange fixed;
    if (days == Days::None) {
        if (last.count() <= 0)
            return *this;
        fixed.from = now - std::chrono::microseconds(last).count();
        return fixed;
    }
    const QDate today = display.at(now).date();
    QDate first = today;
    QDate end = today.addDays(1);
    if (days == Days::Yesterday) {
        first = today.addDays(-1);
        end = today;
    } else if (days == Days::ThisWeek) {
        constexpr int daysOfWeek = 7;
        first = today.addDays(-((today.dayOfWeek() - QLocale().firstDayOfWeek() + daysOfWeek) % daysOfWeek));
        end = first.addDays(daysOfWeek);
    }
    fixed.from = fromDateTime(display.startOfDay(first));
    fixed.until = fromDateTime(display.startOfDay(end));
    return fixed;
}

} // namespace tidings
