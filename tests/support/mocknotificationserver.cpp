// SPDX-License-Identifier: GPL-3.0-or-later
#include "mocknotificationserver.h"

#include <QUuid>

using namespace Qt::StringLiterals;

MockNotificationServer::MockNotificationServer(const QString &address, const QStringList &capabilities)
    : m_name(QUuid::createUuid().toString())
    , m_bus(QDBusConnection::connectToBus(address, m_name))
    , m_capabilities(capabilities)
{
    m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals | QDBusConnection::ExportAllProperties);
    m_bus.registerService(u"org.freedesktop.Notifications"_s);
}

MockNotificationServer::~MockNotificationServer()
{
    m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
    QDBusConnection::disconnectFromBus(m_name);
}

QStringList MockNotificationServer::GetCapabilities()
{
    calls += u"GetCapabilities"_s;
    return m_capabilities;
}

uint MockNotificationServer::Notify(const QString & /*application*/, uint replaces, const QString & /*icon*/,
    const QString &summary, const QString &body, const QStringList &actions, const QVariantMap &hints, int /*timeout*/)
{
    calls += u"Notify"_s;
    if (refuses) {
        sendErrorReply(QDBusError::Failed, u"no"_s);
        return 0;
    }
    const uint id = replaces > 0 ? replaces : ++m_lastId;
    shown += Shown{id, replaces, summary, body, actions, hints};
    if (holds) {
        setDelayedReply(true);
        m_held += {message(), id};
    }
    return id;
}

void MockNotificationServer::CloseNotification(uint id)
{
    calls += u"CloseNotification"_s;
    closedIds += id;
    emit NotificationClosed(id, 3);
}

void MockNotificationServer::answerAll()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &[asked, id] : held)
        m_bus.send(asked.createReply(id));
}

void MockNotificationServer::invoke(uint id, const QString &action)
{
    emit ActionInvoked(id, action);
}

void MockNotificationServer::giveToken(uint id, const QString &token)
{
    emit ActivationToken(id, token);
}

void MockNotificationServer::close(uint id, uint reason)
{
    emit NotificationClosed(id, reason);
}

void MockNotificationServer::setInhibited(bool on)
{
    inhibited = on;
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/Notifications"_s, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
    signal << u"org.freedesktop.Notifications"_s << QVariantMap{{u"Inhibited"_s, on}} << QStringList();
    m_bus.send(signal);
}
