// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QString>
#include <QTimeZone>

namespace tidings {

// How points in time are shown and read, everywhere at once: in which zone, and whether a column says how long ago
// something was instead of when. A plain value that is passed down; as it begins, times are in the computer's zone.
struct TimeDisplay
{
    bool isRelative = false; // columns only; whoever needs the point itself gets it in the zone
    QTimeZone zone; // not valid: the computer's

    static TimeDisplay utc();

    [[nodiscard]] bool isLocal() const { return !zone.isValid(); }
    [[nodiscard]] bool isUtc() const { return zone.isValid() && zone == QTimeZone::utc(); }

    // The wall clock of the zone at a time.
    [[nodiscard]] QDateTime at(Timestamp time) const { return at(toDateTime(time)); }
    [[nodiscard]] QDateTime at(const QDateTime &time) const
    {
        return isLocal() ? time.toLocalTime() : time.toTimeZone(zone);
    }
    // What the wall clock of the zone shows; of an hour that a clock change repeats one of both, of one that it skips
    // the time as far behind the change.
    [[nodiscard]] QDateTime on(const QDate &date, const QTime &time) const
    {
        return isLocal() ? QDateTime(date, time) : QDateTime(date, time, zone);
    }
    [[nodiscard]] QDateTime startOfDay(const QDate &date) const
    {
        return isLocal() ? date.startOfDay() : date.startOfDay(zone);
    }

    bool operator==(const TimeDisplay &) const = default;
};

// "Local time", "UTC", "Asia/Tokyo"; translated, without the offset.
QString zoneText(const TimeDisplay &display);
// The same with the offset at a time: "Local time, UTC+01:00"; "UTC" is said once.
QString zoneText(const TimeDisplay &display, const QDateTime &time);

// "local", "UTC", or a name of the IANA database; for settings.
QString zoneName(const TimeDisplay &display);
// Of such a name; one that is not known (any more) gives local time.
QTimeZone zoneNamed(const QString &name);

} // namespace tidings
