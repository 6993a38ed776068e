// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"

#include <QTime>

namespace tidings {

// What the desktop is told of a notification of one severity.
enum class AlertStyle { Off, Silent, Sound };

// How and when the desktop shows what arrives.
struct AlertSettings
{
    static constexpr int mostPerMinute = 30;

    AlertStyle notice = AlertStyle::Silent; // and severities nobody knows
    AlertStyle warning = AlertStyle::Silent;
    AlertStyle alert = AlertStyle::Silent;
    int perMinute = 4; // pop-ups, 1 to mostPerMinute; what is more is joined
    bool quietHours = false;
    QTime quietFrom{22, 0}; // local time; over midnight where it is later than quietUntil
    QTime quietUntil{7, 0};

    [[nodiscard]] AlertStyle styleOf(Level level) const
    {
        if (level == Level::Alert)
            return alert;
        return level == Level::Warning ? warning : notice;
    }
    bool operator==(const AlertSettings &) const = default;
};

// What is kept on this computer of notifications that the server deletes.
struct HistorySettings
{
    static constexpr int fewestDays = 1;
    static constexpr int mostDays = 3650;
    static constexpr int fewestMegabytes = 1;
    static constexpr int mostMegabytes = 2000;

    bool isKept = true;
    int days = 90;
    int megabytes = 50; // of 1024 * 1024 bytes, on disk
    bool operator==(const HistorySettings &) const = default;
};

// What the preferences dialog shows and changes.
struct Preferences
{
    int pollSeconds = 30;
    AlertSettings alerts;
    HistorySettings history;
    bool trayIcon = true; // where the desktop has a tray
    bool closeToTray = false;
    bool autostart = false; // when the user logs in to the desktop
    bool startHidden = true; // of such a start
    bool operator==(const Preferences &) const = default;
};

} // namespace tidings
