// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace tidings {

// One value that a D-Bus service keeps: asked for at once and when the service gets an owner, and followed as its owner
// tells of changes; what others tell in its name is not heard. Nothing here blocks. A service that is missing or does
// not know the value says nothing.
class RemoteValue : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        Property, // of org.freedesktop.DBus.Properties; asking does not start the service
        PortalSetting, // of org.freedesktop.portal.Settings; asking starts the portal
    };
    struct Place
    {
        Kind kind = Kind::Property;
        QString service;
        QString path;
        QString group; // the property's interface, the setting's namespace
        QString name;
    };

    RemoteValue(const QDBusConnection &bus, const Place &place, QObject *parent = nullptr);

signals:
    void told(const QVariant &value); // not wrapped any more; may be the same as before
    void gone(); // the owner went; another may have taken its place

private slots: // by name: QtDBus
    void handleProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated,
        const QDBusMessage &message);
    void handleSetting(
        const QString &space, const QString &key, const QDBusVariant &value, const QDBusMessage &message);

private:
    void ask();
    void tell(const QVariant &value);

    QDBusConnection m_bus;
    Place m_place;
    QString m_owner; // its unique name
};

} // namespace tidings
