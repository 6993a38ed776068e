// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"

#include <QObject>
#include <QString>

namespace tidings {

// What the desktop is to show. Plain text; the implementation escapes it as the desktop needs it.
struct DesktopAlert
{
    QString group; // takes the place of the one with the same group that is still shown
    QString title;
    QString body; // may have several lines
    Level level = Level::Notice;
    bool sound = false;
    bool opens = true; // offers Open
    bool marksSeen = false; // offers Mark seen
    bool snoozes = false; // offers Snooze

    bool operator==(const DesktopAlert &) const = default;
};

// Where alerts are shown: the desktop's notifications. May be missing, come late or go away at any time; what cannot be
// shown is dropped, since everything is in the program's lists as well. Nothing here blocks.
class DesktopAlerts : public QObject
{
    Q_OBJECT

public:
    enum class Action { Open, MarkSeen, Snooze };

    using QObject::QObject;

    virtual void show(const DesktopAlert &alert) = 0;
    virtual void withdraw(const QString &group) = 0; // no signal follows
    [[nodiscard]] virtual bool isInhibited() const = 0; // the desktop's own do-not-disturb is on, as far as it says so

signals:
    void actionInvoked(const QString &group, tidings::DesktopAlerts::Action action);
    void accepted(const QString &group); // the desktop has it, newly or in place of the one before
    void activationTokenGiven(const QString &token); // with a click that follows: lets a window come to the front
    void closed(const QString &group); // by the user, by time, or because it could not be shown
    void inhibitedChanged(bool inhibited);
};

} // namespace tidings
