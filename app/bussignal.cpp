// SPDX-License-Identifier: GPL-3.0-or-later
#include "bussignal.h"

#include <QDBusMessage>
#include <QDBusVariant>

namespace tidings {

void hearSignal(QDBusConnection &bus, const QString &path, const QString &interface, const QString &name,
    QObject *receiver, const char *slot)
{
    // Qt 6.4 finds the types of a slot by their names, and connects nothing where one was not registered before.
    qRegisterMetaType<QDBusMessage>();
    qRegisterMetaType<QDBusVariant>();
    if (!bus.connect({}, path, interface, name, receiver, slot))
        qWarning("The D-Bus signal %s of %s is not heard", qPrintable(name), qPrintable(interface));
}

} // namespace tidings
