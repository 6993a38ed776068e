// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventgenerator.h"

#include "demorandom.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tidings::demo {

namespace {

constexpr double dayMicros = 86'400e6;
constexpr qint64 secondMicros = 1'000'000;
constexpr quint32 burstBlock = 2048;
constexpr quint32 firstShowcase = 40;
constexpr quint32 showcaseStep = 3;

/// Slows the clock at night (UTC) and speeds it up at noon; monotone, since the amplitude is below one.
double withNights(double activity)
{
    constexpr double amplitude = 0.7;
    constexpr double phase = 0.04; // densest at 13 h
    const double days = activity / dayMicros;
    const double turn = 2 * std::numbers::pi;
    return activity + dayMicros * amplitude / turn * std::sin(turn * (days - phase));
}

double inverseWithNights(double time)
{
    double low = time - dayMicros;
    double high = time + dayMicros;
    for (int step = 0; step < 80; ++step) {
        const double middle = (low + high) / 2;
        (withNights(middle) < time ? low : high) = middle;
    }
    return low;
}

bool isSystemAction(std::uint8_t action)
{
    switch (action) {
    case EmailSent:
    case UpdateAvailable:
    case SystemTaskExecution:
    case SystemTaskException:
    case ConfigurationWarning:
    case ReviewInitiated:
    case ReviewOverdue:
    case UserOffboarded:
        return true;
    default:
        return false;
    }
}

bool isAdminAction(std::uint8_t action)
{
    switch (action) {
    case ModelCreated:
    case ModelUpdated:
    case ModelDeleted:
    case SecretView:
    case SecretRotate:
    case ImpersonationStarted:
    case ImpersonationEnded:
    case ReviewAttested:
    case ReviewCompleted:
    case AccessRequestApproved:
    case AccessRequestDenied:
    case AccessRequestRevoked:
    case ExportReady:
        return true;
    default:
        return false;
    }
}

} // namespace

EventGenerator::EventGenerator(const DemoTables &tables, quint64 seed, quint32 initialCount, qint64 nowMicros)
    : m_tables(tables)
    , m_key(mix(seed, 0xe5e5))
    , m_initialCount(initialCount)
    , m_span(std::clamp(initialCount / 40.0, 4.0, 358.0) * dayMicros)
    , m_activityNow(inverseWithNights(static_cast<double>(nowMicros - secondMicros)))
{
}

double EventGenerator::age(quint32 rank) const
{
    const double x = static_cast<double>(rank) / m_initialCount;
    return m_span * x * (0.15 + 0.85 * x); // about ten times as many events a day at the end as at the beginning
}

qint64 EventGenerator::timeAtRank(quint32 rank) const
{
    // Somewhere in the younger 80 % of the slot, so that neighbours stay apart.
    const double jitter = static_cast<double>(mix(m_key ^ 0x71, rank) >> 40) / static_cast<double>(1ULL << 24);
    const double from = age(rank);
    return static_cast<qint64>(withNights(m_activityNow - from - (age(rank + 1) - from) * 0.8 * jitter));
}

EventGenerator::Burst EventGenerator::burstIn(quint32 block) const
{
    const quint64 bits = mix(m_key ^ 0xb0, block);
    Burst burst{block, bits, block * burstBlock + 200 + below(bits >> 8, 1600), 30 + below(bits >> 24, 150)};
    if (bits % 3 != 0 || (burst.start < m_initialCount && burst.start + burst.length >= m_initialCount))
        burst.length = 0;
    return burst;
}

qint64 EventGenerator::createdAt(quint32 index) const
{
    const quint32 rank = m_initialCount - 1 - index;
    const Burst burst = burstIn(index / burstBlock);
    if (index < burst.start || index >= burst.start + burst.length)
        return timeAtRank(rank);
    const qint64 begin = timeAtRank(m_initialCount - 1 - burst.start);
    const qint64 end = timeAtRank(m_initialCount - 1 - burst.start - burst.length);
    const qint64 step = std::min((end - begin) / (burst.length + 1), 2 * secondMicros + 137);
    return begin + step * (index - burst.start);
}

qint64 EventGenerator::expiresAt(quint32 index, qint64 created) const
{
    // The real server computes it a moment before the time stamp of the row.
    return created + 365 * 86'400 * secondMicros - 300 - below(mix(m_key ^ 0xe0, index), 1700);
}

EventFacets EventGenerator::facets(quint32 index) const
{
    Burst nearby;
    return facets(index, nearby);
}

EventFacets EventGenerator::facets(quint32 index, Burst &nearby) const
{
    if (nearby.block != index / burstBlock)
        nearby = burstIn(index / burstBlock);
    const Burst &burst = nearby;
    EventFacets facets;
    facets.bits = mix(m_key, index);
    const quint64 more = mix(facets.bits);
    if (index >= burst.start && index < burst.start + burst.length) {
        facets.action = LoginFailed;
        facets.user = DemoTables::AnonymousUser;
        facets.address
            = static_cast<std::uint16_t>(m_tables.firstAttacker + below(burst.bits >> 40, m_tables.attackerCount));
        const auto names = static_cast<quint32>(m_tables.attemptedNames.size());
        if ((facets.bits & 7) < 6)
            facets.attemptedName
                = static_cast<std::int16_t>((index - burst.start + below(burst.bits >> 12, names)) % names);
        else
            facets.nameOfUser = static_cast<std::int16_t>(DemoTables::AdminUser
                + below(more, static_cast<quint32>(m_tables.users.size()) - DemoTables::AdminUser));
        return facets;
    }
    facets.action = m_tables.actionPicks[below(facets.bits, static_cast<quint32>(m_tables.actionPicks.size()))];
    if (index < m_initialCount) {
        // One of each action among the youngest events, however few there are.
        const quint32 rank = m_initialCount - 1 - index;
        const auto kinds = static_cast<quint32>(m_tables.actions.size());
        if (rank >= firstShowcase && rank < firstShowcase + kinds * showcaseStep
            && (rank - firstShowcase) % showcaseStep == 0) {
            const auto action = static_cast<std::uint8_t>((rank - firstShowcase) / showcaseStep);
            if (m_tables.actions[action].weight > 0)
                facets.action = action;
        }
    }
    facets.brand = (more & 15) < 12 ? 0 : ((more & 15) < 15 ? 1 : 2);
    chooseActor(facets, more >> 4);
    chooseDetails(facets, mix(more));
    return facets;
}

void EventGenerator::chooseActor(EventFacets &facets, quint64 more) const
{
    if (isSystemAction(facets.action))
        return;
    const quint32 draw = below(more, 1U << 16);
    const auto person = static_cast<std::uint16_t>(DemoTables::FirstPerson
        + ((static_cast<quint64>(draw) * draw * m_tables.personCount)
            >> 32)); // some people are much busier than others
    facets.user = person;
    const quint32 way = below(more >> 16, 100);
    int kind = way < 60 ? 0 : (way < 80 ? 1 : 2);
    int owner = person;
    if (isAdminAction(facets.action)) {
        facets.user = DemoTables::AdminUser;
        if (draw % 3 == 0)
            facets.user = static_cast<std::uint16_t>(DemoTables::FirstPerson + draw % 7);
        owner = facets.user;
        kind = 0;
    } else if (facets.action == Login && way >= 90) {
        // A service account that logs in over and over, as in most real installations.
        const auto accounts = static_cast<quint32>(m_tables.users.size()) - m_tables.firstServiceAccount;
        facets.user = static_cast<std::uint16_t>(m_tables.firstServiceAccount + below(more >> 24, accounts));
        owner = facets.user;
        kind = 2;
    } else if (facets.action == LoginFailed) {
        if (m_tables.release == DemoRelease::V2024_8 || way < 50)
            facets.user = DemoTables::AnonymousUser;
        facets.nameOfUser = static_cast<std::int16_t>(person);
    } else if (facets.action == ConfigurationError || facets.action == SuspiciousRequest) {
        facets.user = DemoTables::AnonymousUser;
    }
    facets.address = static_cast<std::uint16_t>(m_tables.addressOf(owner, kind));
    if (facets.action >= KnownActionCount && way < 10)
        facets.address = DemoTables::BroadcastAddress;
    if (facets.action == ImpersonationStarted || facets.action == ImpersonationEnded) {
        facets.onBehalfOf = person == facets.user ? static_cast<std::uint16_t>(person + 1) : person;
    } else if (way == 42 && facets.user >= DemoTables::FirstPerson) {
        facets.onBehalfOf = facets.user;
        facets.user = DemoTables::AdminUser;
    } else if (way == 43 && facets.user >= DemoTables::FirstPerson) {
        facets.authenticatedAs = static_cast<std::uint16_t>(DemoTables::FirstPerson + draw % m_tables.personCount);
    }
}

void EventGenerator::chooseDetails(EventFacets &facets, quint64 more) const
{
    const auto pick = [&](std::size_t count, int shift) {
        return static_cast<std::int16_t>(below(more >> shift, static_cast<quint32>(count)));
    };
    switch (facets.action) {
    case ModelCreated:
    case ModelUpdated:
    case ModelDeleted:
        facets.object = pick(m_tables.objects.size(), 0);
        break;
    case ReviewInitiated:
    case ReviewOverdue:
    case ReviewAttested:
    case ReviewCompleted:
        facets.target = pick(m_tables.objects.size(), 0);
        break;
    case UserOffboarded:
        facets.object = pick(m_tables.personCount, 0);
        break;
    case AccessRequestCreated:
    case AccessRequestApproved:
    case AccessRequestDenied:
    case AccessRequestRevoked:
        facets.object = static_cast<std::int16_t>(m_tables.accessRequestObject);
        facets.target = pick(m_tables.applications.size(), 0);
        break;
    case AuthorizeApplication:
        facets.application = static_cast<std::int16_t>(
            std::min(pick(m_tables.applications.size(), 0), pick(m_tables.applications.size(), 24)));
        break;
    case UserWrite:
        facets.nameOfUser = static_cast<std::int16_t>(facets.user);
        break;
    default:
        break;
    }
    if (m_tables.release == DemoRelease::V2026_8 && facets.address >= DemoTables::FirstAddress && (more >> 58) == 7)
        facets.device = pick(m_tables.devices.size(), 12);
}

void EventGenerator::appendUser(std::string &out, const EventFacets &facets) const
{
    const std::string &user = m_tables.users[facets.user].json;
    const std::uint16_t nested = facets.onBehalfOf != 0 ? facets.onBehalfOf : facets.authenticatedAs;
    if (nested == 0) {
        out += user;
        return;
    }
    out.append(user, 0, user.size() - 1);
    out += facets.onBehalfOf != 0 ? R"(,"on_behalf_of":)" : R"(,"authenticated_as":)";
    out += m_tables.users[nested].json;
    out += '}';
}

} // namespace tidings::demo
