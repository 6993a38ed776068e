// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QTimer>

namespace tidings {

// Whether something on the desktop shows tray icons, as of now: a host registered with the StatusNotifierWatcher of the
// session bus, or an X11 tray of the old kind. Qt looks once and remembers the answer for good, so that nothing may ask
// it before there is one; panels come after programs that were started with the session, and go and come back.
class TrayHost : public QObject
{
    Q_OBJECT

public:
    explicit TrayHost(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isPresent() const { return m_isRegistered || m_hasX11Tray; }

signals:
    void changed(bool present);

private slots: // by name: QtDBus
    void handleHosts(const QDBusMessage &message);

private:
    void ask();
    void lookForX11Tray();
    void set(bool registered, bool x11Tray);

    QDBusConnection m_bus;
    QTimer m_looking; // for an X11 tray, in the first minute
    int m_looks = 0;
    bool m_isRegistered = false;
    bool m_hasX11Tray = false;
};

} // namespace tidings
