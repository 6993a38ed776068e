// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demotables.h"

#include <string>

namespace tidings::demo {

/// What filters and sort orders need of an event, as small numbers; cheap to compute from the index alone.
struct EventFacets
{
    quint64 bits = 0; ///< randomness for the details
    std::uint16_t user = 0; ///< index into DemoTables::users
    std::uint16_t onBehalfOf = 0; ///< a user, or 0
    std::uint16_t authenticatedAs = 0; ///< a user, or 0
    std::uint16_t address = 0;
    std::uint8_t action = 0;
    std::uint8_t brand = 0;
    std::int16_t object = -1; ///< context.model
    std::int16_t application = -1; ///< context.authorized_application
    std::int16_t device = -1; ///< context.device
    std::int16_t target = -1; ///< what a review (index into objects) or an access request (into applications) is about
    std::int16_t nameOfUser = -1; ///< context.username is the name of this user
    std::int16_t attemptedName = -1; ///< context.username is this of DemoTables::attemptedNames
};

/// Makes up events: facets, times and JSON are pure functions of the seed, the release, the initial count and the
/// index.
class EventGenerator
{
public:
    /// \p nowMicros: microseconds since 1970; the last of the \p initialCount events happened a moment before.
    EventGenerator(const DemoTables &tables, quint64 seed, quint32 initialCount, qint64 nowMicros);

    quint32 initialCount() const { return m_initialCount; }
    EventFacets facets(quint32 index) const;
    /// Whether there was a burst of failed logins in the neighbourhood; kept between calls it saves asking again.
    struct Burst
    {
        quint32 block = ~quint32(0);
        quint64 bits = 0;
        quint32 start = 0;
        quint32 length = 0; ///< 0: none here
    };
    EventFacets facets(quint32 index, Burst &nearby) const;
    /// Microseconds since 1970, strictly increasing; for index < initialCount().
    qint64 createdAt(quint32 index) const;
    /// When the record is due for removal: about a year after \p created.
    qint64 expiresAt(quint32 index, qint64 created) const;

    void appendUser(std::string &out, const EventFacets &facets) const;
    void appendContext(std::string &out, const EventFacets &facets) const;
    const std::string &brandJson(const EventFacets &facets) const { return m_tables.brands[facets.brand].json; }
    const std::string &addressText(const EventFacets &facets) const { return m_tables.addresses[facets.address].text; }

private:
    Burst burstIn(quint32 block) const;
    double age(quint32 rank) const;
    qint64 timeAtRank(quint32 rank) const;
    void chooseActor(EventFacets &facets, quint64 more) const;
    void chooseDetails(EventFacets &facets, quint64 more) const;

    const DemoTables &m_tables;
    quint64 m_key;
    quint32 m_initialCount;
    double m_span; ///< microseconds from the oldest event to now
    double m_activityNow; ///< now, on the scale on which days have no night
};

} // namespace tidings::demo
