// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"
#include "timerange.h"

#include <QString>

#include <optional>

namespace tidings {

// Reads a point in time as people paste it: ISO 8601 with or without zone ("2026-11-20T16:27:41.104233+01:00",
// "20261120T1627Z", "2026-W47-5", "2026-324", a blank for T), the beginning of a day, week, month or year, or seconds
// (or milliseconds) since 1970. Without a zone it is that of the display.
std::optional<Timestamp> parseMoment(const QString &text, const TimeDisplay &display = {});
// The same as the end of a range, which itself is not in the range: parts of a second name a moment that is to be in.
std::optional<Timestamp> parseRangeEnd(const QString &text, const TimeDisplay &display = {});
// An interval of ISO 8601: "start/end", "start/PT1H", "P1D/end"; of the end may be left out what the start says.
std::optional<TimeRange> parseInterval(const QString &text, const TimeDisplay &display = {});

// What parseMoment() reads back, in the display's zone: without an offset where the wall clock alone says which time is
// meant, with parts of a second where there are any.
QString momentText(Timestamp time, const TimeDisplay &display = {});
QString rangeEndText(Timestamp until, const TimeDisplay &display = {}); // for parseRangeEnd()

// "Last 24 hours", "Since …", "20 Nov, 16:00 – 17:00", "Any time"; translated.
QString rangeText(const TimeRange &range, const TimeDisplay &display = {});

} // namespace tidings
