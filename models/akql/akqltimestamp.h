// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace tidings::akql {

/// The day, minute or second a date text names: microseconds since 1970 UTC, from first up to, not including, end.
struct TimeSpan
{
    qint64 first = 0;
    qint64 end = 0;
};

/// Reads "YYYY-MM-DD", "YYYY-MM-DD HH:MM" or "YYYY-MM-DD HH:MM:SS" as UTC. AKQL dates carry no zone and authentik's
/// server zone is UTC.
std::optional<TimeSpan> parseTimestamp(QStringView text);

/// The shortest of the three forms that names this second; parts of a second are cut off (towards the past).
QString formatTimestamp(qint64 microseconds);

} // namespace tidings::akql
