// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "poller.h"
#include "secretstore.h"

#include <QObject>
#include <QTimer>

namespace tidings {

// Tries again what failed for a reason that passes by itself: a network or a keychain that is not there yet, a server
// that starts. Waits ten seconds at first, then as a Poller does: longer after each failure, never shorter than a
// Retry-After.
class Reconnect : public QObject
{
    Q_OBJECT

public:
    explicit Reconnect(QObject *parent = nullptr);

    [[nodiscard]] static bool isPassing(const ApiError &error);
    [[nodiscard]] static bool isPassing(const SecretError &error);

    // It failed, `reason` says why (translated, plain text); again() comes when the wait is over.
    void schedule(const QString &reason, const ApiError &error = {});
    void now(); // does not wait any longer
    void stop(); // it worked, or something else is done: the next failure begins anew
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    // The reason, and when the next try is; empty after stop().
    [[nodiscard]] QString text() const;

signals:
    void again(); // try now, then call schedule() or stop()
    void textChanged(); // every second while it waits

private:
    Poller m_poller;
    QTimer m_seconds;
    QString m_reason;
    bool m_isWaiting = false;
};

} // namespace tidings
