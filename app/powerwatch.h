// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotevalue.h"

namespace tidings {

// Whether the computer runs on its battery, as UPower says on the system bus. Without the bus or UPower it does not.
class PowerWatch : public QObject
{
    Q_OBJECT

public:
    explicit PowerWatch(const QDBusConnection &systemBus, QObject *parent = nullptr);

    [[nodiscard]] bool isOnBattery() const { return m_onBattery; }

signals:
    void changed(bool onBattery);

private:
    void set(bool onBattery);

    RemoteValue m_value;
    bool m_onBattery = false;
};

// The system bus where there is one; a connection that is none otherwise.
QDBusConnection existingSystemBus();

} // namespace tidings
