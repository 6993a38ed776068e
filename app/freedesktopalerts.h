// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktopalerts.h"
#include "remotevalue.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

class QDBusPendingCall;
class QDBusServiceWatcher;

namespace tidings {

// DesktopAlerts over the D-Bus interface org.freedesktop.Notifications. Every call is asynchronous. The server is asked
// what it can do before the first alert; a server that is missing, does not answer within five seconds or dies costs
// the alerts that were on their way, and is tried again with the next one.
class FreedesktopAlerts : public DesktopAlerts
{
    Q_OBJECT

public:
    explicit FreedesktopAlerts(const QDBusConnection &bus, QObject *parent = nullptr);

    void show(const DesktopAlert &alert) override;
    void withdraw(const QString &group) override;
    [[nodiscard]] bool isInhibited() const override { return m_inhibited; }

private slots: // by name: QtDBus
    void handleAction(uint id, const QString &key, const QDBusMessage &message);
    void handleToken(uint id, const QString &token, const QDBusMessage &message);
    void handleClosed(uint id, uint reason, const QDBusMessage &message);

private:
    struct Popup
    {
        uint id = 0; // the server's; 0: none yet
        bool isSending = false;
        bool isWithdrawn = false; // while it is being sent
        std::optional<DesktopAlert> next; // what to show when the present call is through
    };

    QDBusPendingCall call(const QString &interface, const QString &method, const QVariantList &arguments);
    void askCapabilities();
    void setInhibited(bool inhibited);
    void forgetServer();
    void drop(const QString &group);
    void send(const DesktopAlert &alert);
    void sent(const QString &group, const QDBusPendingCall &call);
    [[nodiscard]] QVariantList argumentsFor(const DesktopAlert &alert, uint replaces) const;
    [[nodiscard]] QString groupOf(uint id) const; // empty: none of ours

    QDBusConnection m_bus;
    RemoteValue m_inhibitedThere; // by the desktop's own "do not disturb"
    QString m_server; // its unique name; empty: not known
    std::optional<QStringList> m_capabilities; // nothing: not known
    bool m_isAsking = false;
    bool m_inhibited = false;
    quint64 m_generation = 0; // of the server
    QHash<QString, Popup> m_popups; // by group
    std::vector<DesktopAlert> m_waiting; // for the capabilities
};

} // namespace tidings
