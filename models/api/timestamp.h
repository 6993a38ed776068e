// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>
#include <string_view>

namespace tidings {

// A point in time as microseconds since 1970-01-01T00:00:00Z, the precision of authentik's records.
using Timestamp = qint64;

// In the years 1 to 9999 of UTC: what can be written and read again.
constexpr bool isWritableTime(Timestamp time)
{
    constexpr Timestamp first = -62'135'596'800'000'000;
    constexpr Timestamp end = 253'402'300'800'000'000;
    return time >= first && time < end;
}

// Reads RFC 3339 ("2026-11-19T07:58:12.104233Z", any offset, 0 to 9 fraction digits, blank for T). Years 1 to 9999,
// also in UTC.
std::optional<Timestamp> parseTimestamp(std::string_view text);
// The same, and without a zone it is UTC, which is the zone of authentik's servers and their containers.
std::optional<Timestamp> parseServerTime(std::string_view text);

// The same in the form authentik sends: UTC, six digits, Z.
QString timestampToIso(Timestamp time);

QDateTime toDateTime(Timestamp time); // UTC, truncated to milliseconds
Timestamp fromDateTime(const QDateTime &time);
Timestamp currentTimestamp(); // of the clock of this computer, to the millisecond

} // namespace tidings
