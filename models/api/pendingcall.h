// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

namespace tidings {

class ApiCall;

// A handle on a running call. Copyable; dropping it does not cancel anything.
// A cancelled call delivers nothing. Every other call delivers exactly once, always later than the call that started it
// (also when it fails at once), unless its context object is gone by then.
class PendingCall
{
public:
    PendingCall() = default;
    explicit PendingCall(ApiCall *call);

    // No callback after this returns. Safe at any time, also twice, also after delivery.
    void cancel();
    // True until the result is delivered or the call cancelled; false already inside the callback.
    [[nodiscard]] bool isActive() const;

private:
    QPointer<QObject> m_call;
};

} // namespace tidings
