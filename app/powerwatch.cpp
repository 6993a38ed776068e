// SPDX-License-Identifier: GPL-3.0-or-later
#include "powerwatch.h"

#include <QFileInfo>

namespace tidings {

using namespace Qt::StringLiterals;

QDBusConnection existingSystemBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SYSTEM_BUS_ADDRESS") || QFileInfo::exists(u"/run/dbus/system_bus_socket"_s)
        || QFileInfo::exists(u"/var/run/dbus/system_bus_socket"_s))
        return QDBusConnection::systemBus();
    return QDBusConnection(u"no system bus"_s);
}

PowerWatch::PowerWatch(const QDBusConnection &systemBus, QObject *parent)
    : QObject(parent)
    , m_value(systemBus,
          {RemoteValue::Kind::Property, u"org.freedesktop.UPower"_s, u"/org/freedesktop/UPower"_s,
              u"org.freedesktop.UPower"_s, u"OnBattery"_s})
{
    connect(&m_value, &RemoteValue::told, this, [this](const QVariant &value) { set(value.toBool()); });
    connect(&m_value, &RemoteValue::gone, this, [this] { set(false); });
}

void PowerWatch::set(bool onBatteryNow)
{
    if (m_onBattery == onBatteryNow)
        return;
    m_onBattery = onBatteryNow;
    emit changed(onBatteryNow);
}

} // namespace tidings
