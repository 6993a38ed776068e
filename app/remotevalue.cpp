// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotevalue.h"

#include "bussignal.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

const QString propertiesInterface = u"org.freedesktop.DBus.Properties"_s;
const QString settingsInterface = u"org.freedesktop.portal.Settings"_s;

} // namespace

RemoteValue::RemoteValue(const QDBusConnection &bus, const Place &place, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_place(place)
{
    if (!m_bus.isConnected())
        return;
    auto *const watcher = new QDBusServiceWatcher(place.service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString & /*name*/, const QString &before, const QString &owner) {
            m_owner = owner;
            if (!before.isEmpty())
                emit gone();
            if (!owner.isEmpty())
                ask();
        });
    // clang-format off
    if (place.kind == Kind::Property)
        hearSignal(m_bus, place.path, propertiesInterface, u"PropertiesChanged"_s, this,
            SLOT(handleProperties(QString,QVariantMap,QStringList,QDBusMessage)));
    else
        hearSignal(m_bus, place.path, settingsInterface, u"SettingChanged"_s, this,
            SLOT(handleSetting(QString,QString,QDBusVariant,QDBusMessage)));
    // clang-format on
    ask();
}

// The portal's older method is the one that all its versions have.
void RemoteValue::ask()
{
    const bool isProperty = m_place.kind == Kind::Property;
    QDBusMessage message = QDBusMessage::createMethodCall(m_place.service, m_place.path,
        isProperty ? propertiesInterface : settingsInterface, isProperty ? u"Get"_s : u"Read"_s);
    message.setArguments({m_place.group, m_place.name});
    message.setAutoStartService(!isProperty);
    auto *const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        m_owner = reply.reply().service();
        tell(reply.value().variant());
    });
}

// The portal's Read() wraps its answer twice.
void RemoteValue::tell(const QVariant &value)
{
    QVariant bare = value;
    while (bare.metaType() == QMetaType::fromType<QDBusVariant>())
        bare = bare.value<QDBusVariant>().variant();
    emit told(bare);
}

void RemoteValue::handleProperties(
    const QString &interface, const QVariantMap &changed, const QStringList &invalidated, const QDBusMessage &message)
{
    if (interface != m_place.group || message.service() != m_owner)
        return;
    const auto value = changed.constFind(m_place.name);
    if (value != changed.constEnd())
        tell(*value);
    else if (invalidated.contains(m_place.name))
        ask();
}

void RemoteValue::handleSetting(
    const QString &space, const QString &key, const QDBusVariant &value, const QDBusMessage &message)
{
    if (space == m_place.group && key == m_place.name && message.service() == m_owner)
        tell(value.variant());
}

} // namespace tidings
