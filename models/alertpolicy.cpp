// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpolicy.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostPending = 5000; // oldest ones go first
constexpr qsizetype mostMoreOf = 1000;
constexpr qint64 minuteMs = 60'000; // ms
const QString everything = u"everything"_s; // group of what was joined across groups

} // namespace

bool AlertPolicy::isQuietHour(QTime time) const
{
    if (!m_settings.quietHours || m_settings.quietFrom == m_settings.quietUntil)
        return false;
    if (m_settings.quietFrom < m_settings.quietUntil)
        return time >= m_settings.quietFrom && time < m_settings.quietUntil;
    return time >= m_settings.quietFrom || time < m_settings.quietUntil;
}

bool AlertPolicy::isQuiet(const QDateTime &now) const
{
    return m_inhibited || (m_doNotDisturb.isValid() && now < m_doNotDisturb) || isQuietHour(now.time());
}

// The first moment at which no known reason holds; the desktop's own has no end that is known.
std::optional<QDateTime> AlertPolicy::quietEnd(const QDateTime &now) const
{
    if (m_inhibited)
        return {};
    QDateTime end = now;
    if (m_doNotDisturb.isValid())
        end = std::max(end, m_doNotDisturb);
    if (isQuietHour(end.time())) {
        QDateTime morning = end;
        morning.setTime(m_settings.quietUntil);
        end = morning > end ? morning : morning.addDays(1);
    }
    return end;
}

void AlertPolicy::add(const QList<Alert> &alerts, bool hasMore)
{
    for (const Alert &alert : alerts) {
        if (m_settings.styleOf(alert.level) == AlertStyle::Off)
            continue;
        if (hasMore)
            noteMore(alert.group());
        if (!alert.event.raw.isEmpty())
            m_events.insert(alert.group(), alert.event);
        m_pending.push_back(alert);
        m_pending.back().event = {};
    }
    while (m_pending.size() > mostPending)
        dropOldest();
}

void AlertPolicy::dropOldest()
{
    const Alert &oldest = m_pending.front();
    const QString group = oldest.group();
    const auto event = m_events.constFind(group);
    if (event != m_events.constEnd() && event->id == oldest.eventId)
        m_events.erase(event); // nothing newer of the group is pending
    noteMore(group);
    m_pending.pop_front();
}

void AlertPolicy::noteMore(const QString &group)
{
    if (m_moreOf.size() < mostMoreOf)
        m_moreOf.insert(group);
}

bool AlertPolicy::hasMore(const QString &group) const
{
    return m_moreOf.size() >= mostMoreOf || m_moreOf.contains(group) || (group == everything && !m_moreOf.isEmpty());
}

AlertBurst AlertPolicy::joined(const QString &group, const std::vector<const Alert *> &alerts) const
{
    const auto open = m_open.constFind(group);
    AlertBurst burst = open == m_open.constEnd() ? AlertBurst(group) : *open;
    for (const Alert *const alert : alerts)
        burst.add(*alert);
    if (hasMore(group))
        burst.setHasMore();
    const auto event = m_events.constFind(burst.newest().group());
    if (event != m_events.constEnd() && event->id == burst.newest().eventId)
        burst.setNewestEvent(*event);
    return burst;
}

QList<AlertBurst> AlertPolicy::release(const QDateTime &now)
{
    if (m_pending.empty())
        return {};
    if (isQuiet(now)) {
        m_waitedForQuiet = true;
        return {};
    }
    // A time in the future is that of a clock that was set back since.
    while (!m_shownAt.empty() && (m_shownAt.front().msecsTo(now) >= minuteMs || m_shownAt.front() > now))
        m_shownAt.pop_front();
    const qsizetype room = m_settings.perMinute - static_cast<qsizetype>(m_shownAt.size());
    if (room <= 0)
        return {};

    std::vector<QString> order;
    QHash<QString, std::vector<const Alert *>> groups;
    QHash<QString, Level> levels;
    for (const Alert &alert : std::as_const(m_pending)) {
        const QString group = m_waitedForQuiet ? everything : alert.group();
        if (!groups.contains(group))
            order.push_back(group);
        groups[group].push_back(&alert);
        levels[group] = std::max(levels.value(group), alert.level);
    }
    std::stable_sort(order.begin(), order.end(),
        [&levels](const QString &a, const QString &b) { return levels.value(a) > levels.value(b); });
    QList<AlertBurst> bursts;
    const auto alone = static_cast<qsizetype>(order.size()) <= room ? static_cast<qsizetype>(order.size()) : room - 1;
    for (qsizetype i = 0; i < alone; ++i)
        bursts += joined(order[static_cast<size_t>(i)], groups.value(order[static_cast<size_t>(i)]));
    if (alone < static_cast<qsizetype>(order.size())) {
        std::vector<const Alert *> rest;
        const std::vector<QString> singled(order.begin(), order.begin() + alone);
        for (const Alert &alert : std::as_const(m_pending)) {
            if (std::find(singled.begin(), singled.end(), alert.group()) == singled.end())
                rest.push_back(&alert);
        }
        bursts += joined(everything, rest);
    }
    m_pending.clear();
    m_events.clear();
    m_moreOf.clear();
    m_waitedForQuiet = false;
    for (const AlertBurst &burst : std::as_const(bursts)) {
        m_open.insert(burst.group(), burst);
        m_shownAt.push_back(now);
    }
    return bursts;
}

std::optional<QDateTime> AlertPolicy::nextRelease(const QDateTime &now) const
{
    if (m_pending.empty())
        return {};
    if (isQuiet(now))
        return quietEnd(now);
    const bool isFull = static_cast<qsizetype>(m_shownAt.size()) >= m_settings.perMinute;
    return isFull ? std::max(now, m_shownAt.front().addMSecs(minuteMs)) : now;
}

const AlertBurst *AlertPolicy::openBurst(const QString &group) const
{
    const auto found = m_open.constFind(group);
    return found == m_open.constEnd() ? nullptr : &*found;
}

void AlertPolicy::close(const QString &group)
{
    m_open.remove(group);
}

QStringList AlertPolicy::forgetIf(const std::function<bool(const Alert &)> &condition)
{
    m_pending.erase(std::remove_if(m_pending.begin(), m_pending.end(), condition), m_pending.end());
    if (m_pending.empty()) {
        m_moreOf.clear();
        m_waitedForQuiet = false;
    }
    QStringList emptied;
    for (auto open = m_open.begin(); open != m_open.end();) {
        if (open->removeIf(condition) && open->isEmpty()) {
            emptied += open.key();
            open = m_open.erase(open);
        } else {
            ++open;
        }
    }
    return emptied;
}

void AlertPolicy::clear()
{
    m_pending.clear();
    m_events.clear();
    m_moreOf.clear();
    m_open.clear();
    m_waitedForQuiet = false;
}

} // namespace tidings
