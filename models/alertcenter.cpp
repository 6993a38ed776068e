// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertcenter.h"

#include <QSet>

#include <algorithm>
#include <chrono>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString announcement = u"announcement"_s; // a group that no alert has
constexpr qint64 snoozeSeconds = 3600;
// Timers do not count the time a computer sleeps, and clocks are set: looked at again after that.
constexpr std::chrono::milliseconds longestWait = 10min;

std::chrono::milliseconds waitUntil(const QDateTime &now, const QDateTime &then)
{
    const std::chrono::milliseconds wait(std::max<qint64>(0, now.msecsTo(then)));
    return std::min(wait, longestWait);
}

} // namespace

AlertCenter::AlertCenter(DesktopAlerts &desktop, Clock clock, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_quietTimer.setSingleShot(true);
    m_policy.setInhibited(desktop.isInhibited());
    connect(&m_timer, &QTimer::timeout, this, &AlertCenter::releaseDue);
    connect(&m_quietTimer, &QTimer::timeout, this, [this] { setDoNotDisturb(m_policy.doNotDisturb()); });
    connect(&m_desktop, &DesktopAlerts::actionInvoked, this, &AlertCenter::handleAction);
    connect(&m_desktop, &DesktopAlerts::accepted, this, [this](const QString &group) {
        if (group == announcement && std::exchange(m_isAnnouncing, false))
            emit announced(true);
    });
    connect(&m_desktop, &DesktopAlerts::closed, this, [this](const QString &group) {
        if (group == announcement && std::exchange(m_isAnnouncing, false))
            emit announced(false);
        m_shown.removeAll(group);
        m_policy.close(group);
    });
    connect(&m_desktop, &DesktopAlerts::inhibitedChanged, this, [this](bool inhibited) {
        m_policy.setInhibited(inhibited);
        releaseDue();
    });
}

void AlertCenter::setSettings(const AlertSettings &settings)
{
    m_policy.setSettings(settings);
    releaseDue();
}

void AlertCenter::setDoNotDisturb(const QDateTime &until)
{
    const QDateTime now = m_clock();
    const bool isOver = !until.isValid() || until <= now;
    const QDateTime next = isOver ? QDateTime() : until;
    const bool changes = next != m_policy.doNotDisturb();
    m_policy.setDoNotDisturb(next);
    if (next.isValid())
        m_quietTimer.start(waitUntil(now, next));
    else
        m_quietTimer.stop();
    releaseDue();
    if (changes)
        emit doNotDisturbChanged();
}

QDateTime AlertCenter::doNotDisturb() const
{
    const QDateTime &until = m_policy.doNotDisturb();
    return until.isValid() && until > m_clock() ? until : QDateTime();
}

void AlertCenter::add(const QList<Alert> &alerts, bool hasMore)
{
    m_policy.add(alerts, hasMore);
    releaseDue();
}

void AlertCenter::releaseDue()
{
    const auto bursts = m_policy.release(m_clock());
    for (const AlertBurst &burst : bursts) {
        DesktopAlert alert;
        alert.group = burst.group();
        alert.title = burst.title();
        alert.body = burst.body();
        alert.level = burst.level();
        alert.sound = m_policy.settings().styleOf(burst.level()) == AlertStyle::Sound;
        alert.marksSeen = !burst.notificationIds().isEmpty();
        alert.snoozes = m_snoozable && alert.marksSeen;
        if (!m_shown.contains(alert.group))
            m_shown += alert.group;
        m_desktop.show(alert);
    }
    schedule();
}

void AlertCenter::schedule()
{
    const QDateTime now = m_clock();
    if (const auto next = m_policy.nextRelease(now))
        m_timer.start(waitUntil(now, *next));
    else
        m_timer.stop();
}

void AlertCenter::announce(const QString &title, const QString &body)
{
    DesktopAlert alert;
    alert.group = announcement;
    alert.title = title;
    alert.body = body;
    m_isAnnouncing = true;
    m_desktop.show(alert);
}

void AlertCenter::forget(const QStringList &notificationIds)
{
    if (m_policy.isEmpty())
        return;
    const QSet<QString> ids(notificationIds.cbegin(), notificationIds.cend());
    forgetIf(
        [&ids](const Alert &alert) { return !alert.notificationId.isEmpty() && ids.contains(alert.notificationId); });
}

void AlertCenter::forgetIf(const std::function<bool(const Alert &)> &condition)
{
    const QStringList groups = m_policy.forgetIf(condition);
    for (const QString &group : groups) {
        m_shown.removeAll(group);
        m_desktop.withdraw(group);
    }
    schedule();
}

void AlertCenter::withdrawAll()
{
    m_policy.clear();
    for (const QString &group : std::as_const(m_shown))
        m_desktop.withdraw(group);
    m_shown.clear();
    m_timer.stop();
}

void AlertCenter::handleAction(const QString &group, DesktopAlerts::Action action)
{
    if (group == announcement)
        return emit announcementOpened();
    const AlertBurst *const open = m_policy.openBurst(group);
    if (!open)
        return;
    const AlertBurst burst = *open;
    switch (action) {
    case DesktopAlerts::Action::Open:
        return emit openRequested(burst.newest());
    case DesktopAlerts::Action::MarkSeen:
        return emit markSeenRequested(burst.notificationIds());
    case DesktopAlerts::Action::Snooze:
        return emit snoozeRequested(burst.notificationIds(), m_clock().addSecs(snoozeSeconds));
    }
}

} // namespace tidings
