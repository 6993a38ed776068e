// SPDX-License-Identifier: GPL-3.0-or-later
#include "freedesktopalerts.h"

#include "bussignal.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

const QString alertService = u"org.freedesktop.Notifications"_s;
const QString alertPath = u"/org/freedesktop/Notifications"_s;
constexpr int answerTime = 5000; // ms
constexpr size_t mostWaiting = 20;

// org.freedesktop.Notifications: 0 low, 1 normal, 2 critical
uchar urgencyOf(Level level)
{
    switch (level) {
    case Level::Alert:
        return 2;
    case Level::Warning:
        return 1;
    case Level::Notice:
    case Level::Ordinary:
        break;
    }
    return 0;
}

} // namespace

FreedesktopAlerts::FreedesktopAlerts(const QDBusConnection &bus, QObject *parent)
    : DesktopAlerts(parent)
    , m_bus(bus)
    , m_inhibitedThere(bus, {RemoteValue::Kind::Property, alertService, alertPath, alertService, u"Inhibited"_s})
{
    if (!m_bus.isConnected())
        return;
    connect(
        &m_inhibitedThere, &RemoteValue::told, this, [this](const QVariant &value) { setInhibited(value.toBool()); });
    connect(&m_inhibitedThere, &RemoteValue::gone, this, [this] { setInhibited(false); });
    auto *const watcher = new QDBusServiceWatcher(alertService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString & /*name*/, const QString & /*before*/, const QString &owner) {
            if (owner != m_server || owner.isEmpty())
                forgetServer();
        });
    // clang-format off
    hearSignal(m_bus, alertPath, alertService, u"ActionInvoked"_s, this, SLOT(handleAction(uint,QString,QDBusMessage)));
    hearSignal(m_bus, alertPath, alertService, u"ActivationToken"_s, this, SLOT(handleToken(uint,QString,QDBusMessage)));
    hearSignal(m_bus, alertPath, alertService, u"NotificationClosed"_s, this, SLOT(handleClosed(uint,uint,QDBusMessage)));
    // clang-format on
}

QDBusPendingCall FreedesktopAlerts::call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(alertService, alertPath, interface, method);
    message.setArguments(arguments);
    return m_bus.asyncCall(message, answerTime);
}

void FreedesktopAlerts::setInhibited(bool inhibited)
{
    if (m_inhibited == inhibited)
        return;
    m_inhibited = inhibited;
    emit inhibitedChanged(inhibited);
}

// It died, or another took its place: what it showed is gone, and the new one may be able to do other things.
void FreedesktopAlerts::forgetServer()
{
    if (m_server.isEmpty() && m_isAsking)
        return; // it came by our own question; the answer is on the way
    ++m_generation;
    m_server.clear();
    m_capabilities.reset();
    m_isAsking = false;
    const QStringList groups = m_popups.keys();
    m_popups.clear();
    for (const QString &group : groups)
        emit closed(group);
    if (!m_waiting.empty())
        askCapabilities();
}

void FreedesktopAlerts::askCapabilities()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    auto *const watcher = new QDBusPendingCallWatcher(call(alertService, u"GetCapabilities"_s, {}), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, generation = m_generation, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (generation != m_generation)
            return;
        m_isAsking = false;
        const std::vector<DesktopAlert> waiting = std::exchange(m_waiting, {});
        if (reply.isError()) {
            for (const DesktopAlert &alert : waiting)
                emit closed(alert.group);
            return;
        }
        m_server = reply.reply().service();
        m_capabilities = reply.value();
        for (const DesktopAlert &alert : waiting)
            show(alert);
    });
}

void FreedesktopAlerts::show(const DesktopAlert &alert)
{
    if (!m_bus.isConnected()) {
        // Not within the call: the caller may be walking through what it shows.
        QMetaObject::invokeMethod(
            this, [this, group = alert.group] { emit closed(group); }, Qt::QueuedConnection);
        return;
    }
    if (!m_capabilities) {
        const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
            [&alert](const DesktopAlert &each) { return each.group == alert.group; });
        if (same != m_waiting.end())
            *same = alert;
        else if (m_waiting.size() < mostWaiting)
            m_waiting.push_back(alert);
        return askCapabilities();
    }
    Popup &popup = m_popups[alert.group];
    popup.isWithdrawn = false;
    if (popup.isSending) {
        // Its id is needed to replace it.
        popup.next = alert;
        return;
    }
    send(alert);
}

QVariantList FreedesktopAlerts::argumentsFor(const DesktopAlert &alert, uint replaces) const
{
    QString title = alert.title;
    QString body = alert.body;
    // A server that says nothing of markup may read it all the same (dunst without a configuration does), and show an
    // entity for what it is. So what would begin an element looks like it and is none.
    const auto harmless = [](QString text) {
        return text.replace(u'<', u'‹').replace(u'>', u'›');
    };
    if (!m_capabilities->contains("body"_L1)) {
        title += body.isEmpty() ? QString() : u": "_s + body.section(u'\n', 0, 0);
        body.clear();
    } else if (m_capabilities->contains("body-markup"_L1)) {
        body = body.toHtmlEscaped();
    } else {
        body = harmless(body);
    }
    title = harmless(title);
    QStringList actions;
    if (m_capabilities->contains("actions"_L1)) {
        if (alert.opens)
            actions << u"default"_s << tr("Open");
        if (alert.marksSeen)
            actions << u"seen"_s << tr("Mark seen");
        if (alert.snoozes)
            actions << u"snooze"_s << tr("Snooze for an hour");
    }
    QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(urgencyOf(alert.level))}, {u"desktop-entry"_s, u"org.tidings.Tidings"_s}};
    if (!alert.sound)
        hints.insert(u"suppress-sound"_s, true);
    else
        hints.insert(u"sound-name"_s, alert.level == Level::Alert ? u"dialog-warning"_s : u"message-new-instant"_s);
    constexpr int asTheServerLikes = -1;
    return {u"Tidings"_s, replaces, u"org.tidings.Tidings"_s, title, body, actions, hints, asTheServerLikes};
}

void FreedesktopAlerts::send(const DesktopAlert &alert)
{
    Popup &popup = m_popups[alert.group];
    popup.isSending = true;
    auto *const watcher
        = new QDBusPendingCallWatcher(call(alertService, u"Notify"_s, argumentsFor(alert, popup.id)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, generation = m_generation, group = alert.group, watcher] {
            watcher->deleteLater();
            if (generation == m_generation)
                sent(group, *watcher);
        });
}

void FreedesktopAlerts::sent(const QString &group, const QDBusPendingCall &call)
{
    const QDBusPendingReply<uint> reply = call;
    const auto found = m_popups.find(group);
    if (found == m_popups.end())
        return;
    if (reply.isError())
        return drop(group);
    found->isSending = false;
    found->id = reply.value();
    if (found->isWithdrawn)
        return withdraw(group);
    if (found->next)
        return send(*std::exchange(found->next, std::nullopt));
    emit accepted(group);
}

void FreedesktopAlerts::drop(const QString &group)
{
    m_popups.remove(group);
    emit closed(group);
}

void FreedesktopAlerts::withdraw(const QString &group)
{
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(),
                        [&group](const DesktopAlert &each) { return each.group == group; }),
        m_waiting.end());
    const auto found = m_popups.find(group);
    if (found == m_popups.end())
        return;
    if (found->isSending) {
        found->isWithdrawn = true;
        found->next.reset();
        return;
    }
    call(alertService, u"CloseNotification"_s, {found->id});
    m_popups.erase(found);
}

QString FreedesktopAlerts::groupOf(uint id) const
{
    for (auto popup = m_popups.cbegin(); popup != m_popups.cend(); ++popup) {
        if (popup->id == id && id != 0)
            return popup.key();
    }
    return {};
}

void FreedesktopAlerts::handleAction(uint id, const QString &key, const QDBusMessage &message)
{
    // Ids of other programs are told to everybody, and anybody can send such a signal.
    const QString group = message.service() == m_server ? groupOf(id) : QString();
    if (group.isEmpty())
        return;
    if (key == "default"_L1)
        emit actionInvoked(group, Action::Open);
    else if (key == "seen"_L1)
        emit actionInvoked(group, Action::MarkSeen);
    else if (key == "snooze"_L1)
        emit actionInvoked(group, Action::Snooze);
}

// Comes before the action it belongs to.
void FreedesktopAlerts::handleToken(uint id, const QString &token, const QDBusMessage &message)
{
    if (message.service() == m_server && !groupOf(id).isEmpty())
        emit activationTokenGiven(token);
}

void FreedesktopAlerts::handleClosed(uint id, uint /*reason*/, const QDBusMessage &message)
{
    const QString group = message.service() == m_server ? groupOf(id) : QString();
    if (group.isEmpty())
        return;
    Popup &popup = m_popups[group];
    if (popup.isSending)
        popup.id = 0; // what is on its way is shown anew
    else
        drop(group);
}

} // namespace tidings
