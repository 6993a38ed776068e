// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"
#include "remotevalue.h"

namespace tidings {

// Whether the desktop prefers dark or light windows, as its settings portal says on the session bus, now and when it
// changes. Without the bus or the portal there is no preference; what a portal that is gone said last stands.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }

signals:
    void changed(tidings::ColorScheme scheme);

private:
    RemoteValue m_value;
    ColorScheme m_scheme = ColorScheme::NoPreference;
};

} // namespace tidings
