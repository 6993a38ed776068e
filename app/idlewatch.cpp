// SPDX-License-Identifier: GPL-3.0-or-later
#include "idlewatch.h"

#include <QEvent>

namespace tidings {

IdleWatch::IdleWatch(QObject &source, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_idle = true;
        emit idleChanged(true);
    });
    m_timer.start();
    QObject *const watched = &source; // clazy 1.11 ends on a reference here
    watched->installEventFilter(this);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        m_timer.start();
        if (std::exchange(m_idle, false))
            emit idleChanged(false);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tidings
