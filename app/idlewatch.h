// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tidings {

// Notices that nobody uses the program: no key, no click, no movement for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    // Watches the events of `source`, the application mostly, which must outlive this object.
    IdleWatch(QObject &source, std::chrono::milliseconds patience, QObject *parent = nullptr);

    [[nodiscard]] bool isIdle() const { return m_idle; }
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void idleChanged(bool idle);

private:
    QTimer m_timer;
    bool m_idle = false;
};

} // namespace tidings
