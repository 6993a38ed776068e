// SPDX-License-Identifier: GPL-3.0-or-later
#include "mocktrayhost.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

const QString menuInterface = u"com.canonical.dbusmenu"_s;
const QString menuPath = u"/MenuBar"_s;

// (ia{sv}av): id, properties, children.
void readEntries(const QDBusArgument &argument, QHash<QString, int> &entries)
{
    int id = 0;
    QVariantMap properties;
    QVariantList children;
    argument.beginStructure();
    argument >> id >> properties >> children;
    argument.endStructure();
    const QString label = properties.value(u"label"_s).toString().remove(u'_');
    if (!label.isEmpty())
        entries.insert(label, id);
    for (QVariant child : std::as_const(children)) {
        if (child.canConvert<QDBusVariant>())
            child = child.value<QDBusVariant>().variant();
        readEntries(child.value<QDBusArgument>(), entries);
    }
}

} // namespace

MockTrayHost::MockTrayHost(const QString &address)
    : m_name(QUuid::createUuid().toString())
    , m_bus(QDBusConnection::connectToBus(address, m_name))
{
    m_bus.registerObject(u"/StatusNotifierWatcher"_s, this,
        QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals | QDBusConnection::ExportAllProperties);
    m_bus.registerService(u"org.kde.StatusNotifierWatcher"_s);
}

MockTrayHost::~MockTrayHost()
{
    m_bus.unregisterObject(u"/StatusNotifierWatcher"_s);
    m_bus.unregisterService(u"org.kde.StatusNotifierWatcher"_s);
    QDBusConnection::disconnectFromBus(m_name);
}

void MockTrayHost::RegisterStatusNotifierItem(const QString & /*item*/)
{
    items += message().service();
}

void MockTrayHost::activate()
{
    if (items.isEmpty())
        return;
    QDBusMessage message = QDBusMessage::createMethodCall(
        items.last(), u"/StatusNotifierItem"_s, u"org.kde.StatusNotifierItem"_s, u"Activate"_s);
    message.setArguments({0, 0});
    m_bus.send(message);
}

QStringList MockTrayHost::menu()
{
    if (items.isEmpty())
        return {};
    QDBusMessage message = QDBusMessage::createMethodCall(items.last(), menuPath, menuInterface, u"GetLayout"_s);
    message.setArguments({0, -1, QStringList()});
    auto *const watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QVariantList arguments = watcher->reply().arguments();
        if (arguments.size() != 2)
            return;
        m_entries.clear();
        readEntries(arguments.at(1).value<QDBusArgument>(), m_entries);
    });
    return m_entries.keys();
}

bool MockTrayHost::choose(const QString &text)
{
    if (!menu().contains(text))
        return false;
    QDBusMessage message = QDBusMessage::createMethodCall(items.last(), menuPath, menuInterface, u"Event"_s);
    message.setArguments(
        {m_entries.value(text), u"clicked"_s, QVariant::fromValue(QDBusVariant(QString())), QVariant::fromValue(0U)});
    m_bus.send(message);
    return true;
}
