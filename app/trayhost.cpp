// SPDX-License-Identifier: GPL-3.0-or-later
#include "trayhost.h"

#include "bussignal.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QGuiApplication>

#ifdef TIDINGS_XCB
#include <xcb/xcb.h>

#include <cstdlib>
#endif

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString service = u"org.kde.StatusNotifierWatcher"_s;
const QString path = u"/StatusNotifierWatcher"_s;
constexpr auto betweenLooks = 5s;
constexpr int mostLooks = 12;

// The window that owns this selection shows icons of the old kind on the first screen.
bool findX11Tray()
{
#ifdef TIDINGS_XCB
    const auto *const application = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    xcb_connection_t *const display = application ? application->connection() : nullptr;
    if (!display)
        return false;
    const QByteArray name = "_NET_SYSTEM_TRAY_S0";
    xcb_intern_atom_reply_t *const atom = xcb_intern_atom_reply(
        display, xcb_intern_atom(display, 1, static_cast<uint16_t>(name.size()), name.constData()), nullptr);
    if (!atom)
        return false;
    xcb_get_selection_owner_reply_t *const owner
        = xcb_get_selection_owner_reply(display, xcb_get_selection_owner(display, atom->atom), nullptr);
    const bool isThere = owner && owner->owner != XCB_NONE;
    std::free(owner);
    std::free(atom);
    return isThere;
#else
    return false;
#endif
}

} // namespace

TrayHost::TrayHost(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_looking.setInterval(betweenLooks);
    connect(&m_looking, &QTimer::timeout, this, &TrayHost::lookForX11Tray);
    if (!m_bus.isConnected()) {
        lookForX11Tray();
        return;
    }
    auto *const watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString & /*name*/, const QString & /*before*/, const QString &owner) {
            if (owner.isEmpty())
                set(false, m_hasX11Tray);
            else
                ask();
        });
    // Whoever sends it, the watcher itself is asked then.
    for (const QString &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        hearSignal(m_bus, path, service, signal, this, SLOT(handleHosts(QDBusMessage)));
    ask();
}

void TrayHost::handleHosts(const QDBusMessage & /*message*/)
{
    ask();
}

void TrayHost::ask()
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(service, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setArguments({service, u"IsStatusNotifierHostRegistered"_s});
    message.setAutoStartService(false);
    auto *const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        set(!reply.isError() && reply.value().variant().toBool(), m_hasX11Tray);
        // An icon of the old kind would stay one: the new kind is preferred.
        if (!m_isRegistered && m_looks == 0)
            lookForX11Tray();
    });
}

// Nothing says when one comes.
void TrayHost::lookForX11Tray()
{
    if (m_isRegistered || m_hasX11Tray || ++m_looks > mostLooks)
        return m_looking.stop();
    m_looking.start();
    if (findX11Tray())
        set(false, true);
}

void TrayHost::set(bool registered, bool x11Tray)
{
    const bool before = isPresent();
    m_isRegistered = registered;
    m_hasX11Tray = x11Tray;
    if (isPresent() != before)
        emit changed(isPresent());
}

} // namespace tidings
