// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QHash>
#include <QObject>
#include <QStringList>

// A panel that shows tray icons: a StatusNotifierWatcher with a host, and what a user does with the one icon there.
class MockTrayHost : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ isRegistered)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ registered)
    Q_PROPERTY(int ProtocolVersion READ version)

public:
    explicit MockTrayHost(const QString &address);
    ~MockTrayHost() override;

    [[nodiscard]] bool isRegistered() const { return true; }
    [[nodiscard]] QStringList registered() const { return items; }
    [[nodiscard]] int version() const { return 0; }

    void activate(); // a click
    // What the menu says by now; asked for anew at each call. Empty before it has answered.
    [[nodiscard]] QStringList menu();
    bool choose(const QString &text); // without its mnemonic; false: there is no such entry yet

    QStringList items; // names on the bus

public slots:
    void RegisterStatusNotifierItem(const QString &item);

signals:
    void StatusNotifierItemRegistered(const QString &item);
    void StatusNotifierHostRegistered();

private:
    const QString m_name;
    QDBusConnection m_bus;
    QHash<QString, int> m_entries; // text to id
};
