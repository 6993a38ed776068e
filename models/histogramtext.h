// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "histogram.h"
#include "timedisplay.h"

namespace tidings {

// Times and counts of a histogram as texts, in a zone of the user's choice and the user's locale.

// "20 Nov 2026, 14:00–14:30", "19 Nov 2026, 22:00 – 20 Nov 2026, 02:00", "20 Nov 2026"; seconds where they matter.
QString periodText(Timestamp from, Timestamp until, const TimeDisplay &display = {});
// "1,312 events"
QString eventsText(qint64 count);
// "15-minute steps"
QString widthText(qint64 width);
// Period and counts of the buckets `first` to `last`: "…: 31 events – 28 ordinary, …". Empty series are left out.
QString bucketText(const Histogram &histogram, int first, int last, const TimeDisplay &display = {});

struct AxisTick
{
    int bucket = 0; // at whose beginning it stands
    QString text;
    bool operator==(const AxisTick &) const = default;
};
// Labels for a time axis, at round times of the zone, at most `most` (and at least one where there are buckets); the
// first and those of a new day carry the date (but for a histogram of today alone), the first and those of a new year
// the year where the histogram spans several years or lies in another than `now`.
QList<AxisTick> axisTicks(const Histogram &histogram, int most, const QDateTime &now, const TimeDisplay &display = {});

} // namespace tidings
