// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QString>

#include <optional>

namespace tidings {

// Reads a point in time as people paste it: ISO 8601 with or without zone ("2026-11-20T16:27:41.5+01:00",
// "20261120T1627Z", a blank for T), a day, or seconds (or milliseconds) since 1970. Without a zone it is local time.
std::optional<Timestamp> parseMoment(const QString &text);

// What parseMoment() reads back, local time to the second.
QString momentText(Timestamp time);

// "Last 24 hours", "Since …", "20 Nov, 16:00 – 17:00", "Any time"; translated.
QString rangeText(const TimeRange &range);

} // namespace tidings
