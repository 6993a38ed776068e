// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertpolicy.h"
#include "desktopalerts.h"

#include <QTimer>

#include <functional>

namespace tidings {

// Between what arrives and the desktop: asks the policy what to show and when, hands it over, and turns what the user
// clicks there into signals. Owns the policy and its timer; the clock is given.
class AlertCenter : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>; // local time

    explicit AlertCenter(DesktopAlerts &desktop, Clock clock = &QDateTime::currentDateTime, QObject *parent = nullptr);

    void setSettings(const AlertSettings &settings);
    // Until then; invalid: off. Emits doNotDisturbChanged(), also when the time is over.
    void setDoNotDisturb(const QDateTime &until);
    [[nodiscard]] QDateTime doNotDisturb() const; // invalid when it is over
    void setSnoozable(bool snoozable) { m_snoozable = snoozable; } // whether Snooze is offered

    // Oldest first. `hasMore`: more came than these.
    void add(const QList<Alert> &alerts, bool hasMore = false);
    // Shows at once, whatever the policy says: the program's own words, not the server's.
    void announce(const QString &title, const QString &body);
    // What was seen, deleted or put aside since: it is not shown any more, and a pop-up of which nothing is left goes.
    void forget(const QStringList &notificationIds);
    void forgetIf(const std::function<bool(const Alert &)> &condition);
    void withdrawAll(); // another server
    void releaseDue(); // what the timer does

signals:
    void openRequested(const tidings::Alert &newest); // of the pop-up that was clicked
    void announcementOpened(); // a click on what announce() showed
    void announced(bool shown); // whether the desktop took what announce() gave it; once for each
    void markSeenRequested(const QStringList &notificationIds);
    void snoozeRequested(const QStringList &notificationIds, const QDateTime &until);
    void doNotDisturbChanged();

private:
    void handleAction(const QString &group, DesktopAlerts::Action action);
    void schedule();

    DesktopAlerts &m_desktop;
    Clock m_clock;
    AlertPolicy m_policy;
    QTimer m_timer;
    QTimer m_quietTimer; // ends do-not-disturb
    QStringList m_shown; // groups
    bool m_snoozable = false;
    bool m_isAnnouncing = false;
};

} // namespace tidings
