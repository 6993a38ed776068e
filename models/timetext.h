// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"

#include <QString>
#include <QStringList>

namespace tidings {

// Points in time as texts, in a zone of the user's choice and the user's locale. `now` is passed in, so that tests and
// repaints agree on it.

// For a column: the time today, "Yesterday 16:27", else the date; seconds where they matter. Or how long ago.
QString columnTime(Timestamp time, const QDateTime &now, const TimeDisplay &display = {});
// Texts of which one is as wide as any that columnTime() gives, for measuring.
QStringList widestColumnTimes(const TimeDisplay &display);
// "12 s ago", "3 min ago", "in 2 h", "4 days ago".
QString relativeTime(Timestamp time, const QDateTime &now);
// Date, time with seconds and offset: "20 Nov 2026, 16:27:41 UTC+01:00".
QString exactTime(Timestamp time, const TimeDisplay &display = {});
// For copies: "2026-11-20T16:27:41.104233+01:00", as the wall clock of the zone shows it.
QString isoTime(Timestamp time, const TimeDisplay &display);
// "UTC+01:00"
QString offsetText(const QDateTime &time);

} // namespace tidings
