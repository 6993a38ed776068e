// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tidings {

// Says when to ask the server again. The interval is jittered by up to 10 %, four times as long while the window is in
// the background, doubled after each failure up to 10 minutes, and never shorter than a Retry-After.
class Poller : public QObject
{
    Q_OBJECT

public:
    explicit Poller(QObject *parent = nullptr);

    // 5 s to 1 h; 30 s by default.
    void setInterval(std::chrono::seconds interval);
    [[nodiscard]] std::chrono::seconds interval() const { return m_interval; }
    void setEnabled(bool enabled);
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    void setInBackground(bool background);

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
    void schedule();

    QTimer m_timer;
    std::chrono::seconds m_interval{30};
    std::chrono::seconds m_retryAfter{0};
    int m_failures = 0;
    bool m_enabled = false;
    bool m_inBackground = false;
};

} // namespace tidings
