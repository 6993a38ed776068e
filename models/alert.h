// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "notification.h"
#include "textpattern.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>

namespace tidings {

// One thing that the user may be told on the desktop: a notification that arrived, or a watch rule that fired. Texts
// are visible plain text of one line.
struct Alert
{
    QString notificationId; // empty: of a watch rule
    QString rule; // name of the watch rule; empty: a notification
    QString ruleId;
    Level level = Level::Notice;
    QString action; // machine name; may be empty
    QString text; // what happened
    QString address; // where from; may be empty
    NotificationKind kind; // of a notification
    QString eventId; // of what it is about; may be empty
    // That itself, for who opens it; without raw bytes where there is none. Kept of the newest alert of a group only:
    // records may be large, and thousands of alerts may wait.
    Event event;

    [[nodiscard]] QString group() const; // alerts of one group are joined
    bool operator==(const Alert &) const = default;
};

Alert alertOf(const Notification &notification);

// Alerts that are shown as one: "14 failed logins from 3 addresses". Keeps the newest thousand of them and counts the
// rest.
class AlertBurst
{
public:
    explicit AlertBurst(const QString &group)
        : m_group(group)
    {
    }

    void add(const Alert &alert); // newer than those before

    [[nodiscard]] const QString &group() const { return m_group; }
    void setHasMore() { m_hasMore = true; } // of which it is not told
    void setNewestEvent(const Event &event) { m_alerts.back().event = event; }
    // Takes those out that the condition names; older ones that are only counted stay. True: some were in it.
    bool removeIf(const std::function<bool(const Alert &)> &condition);
    [[nodiscard]] bool isEmpty() const { return m_alerts.empty(); }

    [[nodiscard]] int count() const { return m_older + static_cast<int>(m_alerts.size()); }
    [[nodiscard]] Level level() const; // the highest
    [[nodiscard]] const Alert &newest() const { return m_alerts.back(); } // not of an empty one
    // Of the notifications among those that are kept, oldest first.
    [[nodiscard]] QStringList notificationIds() const;

    // Translated plain text. The title is this program's words, with at most the name of an action or a rule, and says
    // "at least" where a number may be larger; the body quotes at most three of the alerts, a line each.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString body() const;

private:
    [[nodiscard]] QString countedText() const;

    QString m_group;
    std::deque<Alert> m_alerts; // newest last
    int m_older = 0; // before those
    Level m_olderLevel = Level::Ordinary;
    QSet<QString> m_olderKinds; // at most two
    bool m_olderOnlyRules = true;
    bool m_hasMore = false;
};

} // namespace tidings
