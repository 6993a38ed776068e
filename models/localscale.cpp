// SPDX-License-Identifier: GPL-3.0-or-later
#include "localscale.h"

#include "timesteps.h"

#include <limits>

namespace tidings {

using timesteps::day;
using timesteps::second;

qint64 LocalScale::offsetAt(Timestamp time) const
{
    if (time >= m_from && time < m_until)
        return m_offset;
    const QDateTime moment = toDateTime(time);
    m_offset = m_zone.offsetFromUtc(moment) * second;
    m_from = std::numeric_limits<Timestamp>::min();
    m_until = std::numeric_limits<Timestamp>::max();
    if (!m_zone.hasTransitions())
        return m_offset;
    const QTimeZone::OffsetData next = m_zone.nextTransition(moment);
    // The transition at this very moment counts as one before.
    const QTimeZone::OffsetData before = m_zone.previousTransition(moment.addMSecs(1));
    if (next.atUtc.isValid())
        m_until = fromDateTime(next.atUtc);
    if (before.atUtc.isValid())
        m_from = fromDateTime(before.atUtc);
    return m_offset;
}

Timestamp LocalScale::toUtc(qint64 local) const
{
    const qint64 before = offsetAt(local - day);
    const qint64 after = offsetAt(local + day);
    if (offsetAt(local - before) == before)
        return local - before;
    if (offsetAt(local - after) == after)
        return local - after;
    const QTimeZone::OffsetData jump = m_zone.nextTransition(toDateTime(local - day));
    return jump.atUtc.isValid() ? fromDateTime(jump.atUtc) : local - after;
}

} // namespace tidings
