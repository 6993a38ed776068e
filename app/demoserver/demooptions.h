// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tidings {

/// The authentik release the demo server behaves like, oldest first.
enum class DemoRelease { V2024_8, V2025_10, V2026_8 };

/// What the owner of the token may do. Edit is a superuser; View may read events; None has only its own notifications.
enum class DemoRights { Edit, View, None };

struct DemoOptions
{
    quint16 port = 0; ///< 0 takes any free port
    quint32 events = 5000;
    quint32 notifications = 60;
    quint64 seed = 1;
    int ratePerMinute = 0; ///< new events a minute; every fifth brings a notification along
    int deleteRatePerMinute = 0; ///< events that go, anywhere in the list; which ones depends on the seed
    int latencyMs = 0; ///< added to every answer
    DemoRelease release = DemoRelease::V2026_8;
    DemoRights rights = DemoRights::Edit;
    QString token; ///< empty: the server makes one up
    bool tokenFromStdin = false;
};

/// Outcome of reading a command line: options, or a help text to print, or one line that says what is wrong.
struct DemoCommandLine
{
    std::optional<DemoOptions> options;
    QString help;
    QString error;
};

/// Reads the arguments of tidings-demo-server; \p arguments[0] is the program.
DemoCommandLine parseDemoCommandLine(const QStringList &arguments);

/// "2026.8.3" and the like.
QString demoVersionText(DemoRelease release);

} // namespace tidings
