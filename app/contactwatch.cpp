// SPDX-License-Identifier: GPL-3.0-or-later
#include "contactwatch.h"

namespace tidings {

ContactWatch::ContactWatch(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { emit lostForLong(reason()); });
}

void ContactWatch::setTrouble(Part part, const QString &reason)
{
    if (m_troubles.value(part) == reason)
        return;
    const bool wasLost = !this->reason().isEmpty();
    if (reason.isEmpty())
        m_troubles.remove(part);
    else
        m_troubles.insert(part, reason);
    const bool isLost = !this->reason().isEmpty();
    if (isLost && !wasLost)
        m_patience.start();
    else if (!isLost)
        m_patience.stop();
    emit changed();
    if (wasLost && !isLost)
        emit restored();
}

QString ContactWatch::reason() const
{
    const QString connection = m_troubles.value(Part::Connection);
    return connection.isEmpty() ? m_troubles.value(Part::Notifications) : connection;
}

} // namespace tidings
