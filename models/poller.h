// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace tidings {

// Says when to ask the server again. The interval is jittered by up to 10 %, four times as long while the window is in
// the background or nobody uses it, twice as long on battery, doubled after each failure up to 10 minutes, and never
// shorter than a Retry-After. Who comes back does not wait longer than the usual interval since the last answer.
class Poller : public QObject
{
    Q_OBJECT

public:
    // Why the wait is as long as it is; the most important one.
    enum class Pace { Usual, Battery, Background, Idle, Failing, ServerAsked };

    explicit Poller(QObject *parent = nullptr);

    // 5 s to 1 h; 30 s by default.
    void setInterval(std::chrono::seconds interval);
    [[nodiscard]] std::chrono::seconds interval() const { return m_interval; }
    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    void setInBackground(bool background);
    void setIdle(bool idle); // no key and no mouse for a while
    void setOnBattery(bool onBattery);
    [[nodiscard]] Pace pace() const;
    // From one question to the next at this pace, without jitter.
    [[nodiscard]] std::chrono::milliseconds wait() const;

    // The answer to due(): starts the wait for the next one.
    void succeeded();
    void failed(const ApiError &error);
    // Something else than the answer to due() came through: ends a back-off, but does not put off what is due anyway.
    void recovered();

    // Until due() is emitted next; 0 when stopped or overdue.
    [[nodiscard]] std::chrono::milliseconds remaining() const;

signals:
    void due(); // ask now, then call succeeded() or failed()

private:
    [[nodiscard]] std::chrono::milliseconds backedOff() const;
    void schedule();
    void hasten(); // the pace changed while it waits
    void startTimer(std::chrono::milliseconds waited);

    QTimer m_timer;
    std::chrono::seconds m_interval{30};
    std::chrono::seconds m_retryAfter{0};
    int m_failures = 0;
    bool m_enabled = false;
    bool m_inBackground = false;
    bool m_isIdle = false;
    bool m_isOnBattery = false;
    QElapsedTimer m_answered; // since then
};

} // namespace tidings
