// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alert.h"
#include "preferences.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <deque>
#include <optional>
#include <vector>

namespace tidings {

// Decides which alerts are shown, when, and joined how. A plain value that is told the time.
// - Severities that are switched off are dropped.
// - Alerts of one group join the pop-up that is still open for it, or come as one.
// - No more than perMinute pop-ups, new or changed, within any minute; what is left then comes as one.
// - While it is quiet (do not disturb, quiet hours, the desktop's own) alerts wait; then they come as one.
class AlertPolicy
{
public:
    void setSettings(const AlertSettings &settings) { m_settings = settings; }
    [[nodiscard]] const AlertSettings &settings() const { return m_settings; }
    // Until then; invalid: switched off.
    void setDoNotDisturb(const QDateTime &until) { m_doNotDisturb = until; }
    [[nodiscard]] const QDateTime &doNotDisturb() const { return m_doNotDisturb; }
    void setInhibited(bool inhibited) { m_inhibited = inhibited; }

    // `now` is local time everywhere here.
    [[nodiscard]] bool isQuiet(const QDateTime &now) const;
    // Oldest first. `hasMore`: more came than these, of any of their groups.
    void add(const QList<Alert> &alerts, bool hasMore = false);
    // What is to be shown at this moment, each in place of the open one of its group.
    [[nodiscard]] QList<AlertBurst> release(const QDateTime &now);
    // When release() may have more; nothing while nothing waits, or while nobody can say how long.
    [[nodiscard]] std::optional<QDateTime> nextRelease(const QDateTime &now) const;
    [[nodiscard]] const AlertBurst *openBurst(const QString &group) const; // null: none
    void close(const QString &group); // is not shown any more: what comes next begins anew
    // Neither shown nor held back any longer, as they were seen, deleted or put aside. Returns the groups of open ones
    // of which nothing is left; those are closed.
    QStringList forgetIf(const std::function<bool(const Alert &)> &condition);
    [[nodiscard]] bool isEmpty() const { return m_pending.empty() && m_open.isEmpty(); }
    void clear(); // another server: forgets everything but the settings

private:
    [[nodiscard]] bool isQuietHour(QTime time) const;
    [[nodiscard]] std::optional<QDateTime> quietEnd(const QDateTime &now) const;
    void dropOldest();
    void noteMore(const QString &group);
    [[nodiscard]] bool hasMore(const QString &group) const;
    [[nodiscard]] AlertBurst joined(const QString &group, const std::vector<const Alert *> &alerts) const;

    AlertSettings m_settings;
    QDateTime m_doNotDisturb;
    bool m_inhibited = false;
    std::deque<Alert> m_pending; // without their events
    QHash<QString, Event> m_events; // of the newest pending one of each group
    QSet<QString> m_moreOf; // groups of which more came than are pending; full: any
    bool m_waitedForQuiet = false;
    QHash<QString, AlertBurst> m_open;
    std::deque<QDateTime> m_shownAt; // within the last minute
};

} // namespace tidings
