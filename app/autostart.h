// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings {

// Whether the desktop starts Tidings when the user logs in: a desktop file in the user's autostart folder.
class Autostart
{
public:
    struct State
    {
        bool enabled = false;
        bool hidden = true; // without its window
        bool operator==(const State &) const = default;
    };

    // `program`: the executable's absolute path.
    Autostart(const QString &folder, const QString &program);
    static QString defaultFolder(); // ~/.config/autostart, or what XDG_CONFIG_HOME makes of it

    [[nodiscard]] State state() const;
    // The problem, for people; empty when it was done.
    [[nodiscard]] QString setState(const State &state) const;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_folder;
    QString m_path;
    QString m_program;
};

} // namespace tidings
