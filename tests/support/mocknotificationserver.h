// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

// A notification server that shows nothing and tells what it was asked to show.
class MockNotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited READ isInhibited)

public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    MockNotificationServer(const QString &address, const QStringList &capabilities);
    ~MockNotificationServer() override;

    [[nodiscard]] bool isInhibited() const { return inhibited; }
    void invoke(uint id, const QString &action);
    void giveToken(uint id, const QString &token);
    void close(uint id, uint reason = 2);
    void setInhibited(bool on);
    void answerAll(); // what was held back by `holds`

    QList<Shown> shown;
    QList<uint> closedIds;
    QStringList calls; // methods, in order
    bool inhibited = false;
    bool holds = false; // does not answer Notify
    bool refuses = false; // answers Notify with an error

public slots:
    QStringList GetCapabilities();
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &summary,
        const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout);
    void CloseNotification(uint id);

signals:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);

private:
    const QString m_name;
    QDBusConnection m_bus;
    QStringList m_capabilities;
    QList<QPair<QDBusMessage, uint>> m_held;
    uint m_lastId = 0;
};
