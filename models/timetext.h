// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QString>

namespace tidings {

// Points in time as texts, in the computer's local zone and the user's locale. `now` is passed in, so that tests and
// repaints agree on it.

// For a column: the time today, "Yesterday 16:27", else the date; seconds where they matter.
QString columnTime(Timestamp time, const QDateTime &now);
// "12 s ago", "3 min ago", "in 2 h", "4 days ago".
QString relativeTime(Timestamp time, const QDateTime &now);
// Date, time with seconds and offset: "20 Nov 2026, 16:27:41 UTC+01:00".
QString exactTime(Timestamp time);
// "UTC+01:00"
QString offsetText(const QDateTime &time);

} // namespace tidings
