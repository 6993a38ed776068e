// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QTimeZone>

namespace tidings {

// Time as the clocks of a zone show it: microseconds since they showed 1970-01-01 00:00. Days begin at multiples of a
// day, also where clocks were changed. Remembers the last stretch without a change, so that neighbours cost nothing;
// for one thread.
class LocalScale
{
public:
    explicit LocalScale(const QTimeZone &zone = QTimeZone::systemTimeZone())
        : m_zone(zone)
    {
    }

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] qint64 offsetAt(Timestamp time) const; // from UTC, microseconds
    [[nodiscard]] qint64 toLocal(Timestamp time) const { return time + offsetAt(time); }
    // The first moment at which clocks show it or have jumped over it.
    [[nodiscard]] Timestamp toUtc(qint64 local) const;

private:
    QTimeZone m_zone;
    // From m_from until before m_until it is m_offset.
    mutable Timestamp m_from = 0;
    mutable Timestamp m_until = 0;
    mutable qint64 m_offset = 0;
};

} // namespace tidings
