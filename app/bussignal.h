// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>

class QObject;

namespace tidings {

// Calls a slot of the receiver for each signal of that name, whoever sends it: the slot's last parameter is the
// QDBusMessage, whose sender it has to look at. With a service's name here Qt would wait for the bus to say who owns
// it. The slot is given by SLOT(), with a normalized signature: no blanks. Warns where it was not connected.
void hearSignal(QDBusConnection &bus, const QString &path, const QString &interface, const QString &name,
    QObject *receiver, const char *slot);

} // namespace tidings
