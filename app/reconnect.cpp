// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconnect.h"

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Reconnect::Reconnect(QObject *parent)
    : QObject(parent)
{
    m_poller.setInterval(5s); // doubled after the first failure
    m_seconds.setInterval(1s);
    connect(&m_poller, &Poller::due, this, &Reconnect::now);
    connect(&m_seconds, &QTimer::timeout, this, &Reconnect::textChanged);
}

bool Reconnect::isPassing(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Unreachable:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Server:
        return true;
    default:
        return false;
    }
}

// A locked keyring that nobody opened says "not found" or "denied": asking again would only show its window again.
bool Reconnect::isPassing(const SecretError &error)
{
    return error.kind == SecretError::Kind::Timeout || error.kind == SecretError::Kind::Unavailable;
}

void Reconnect::schedule(const QString &reason, const ApiError &error)
{
    m_reason = reason;
    m_isWaiting = true;
    if (!m_poller.isEnabled())
        m_poller.setEnabled(true);
    m_poller.failed(error);
    m_seconds.start();
    emit textChanged();
}

void Reconnect::now()
{
    if (!std::exchange(m_isWaiting, false))
        return;
    m_seconds.stop();
    emit textChanged();
    emit again();
}

void Reconnect::stop()
{
    m_poller.setEnabled(false);
    m_seconds.stop();
    m_isWaiting = false;
    m_reason.clear();
}

QString Reconnect::text() const
{
    if (m_reason.isEmpty())
        return {};
    constexpr int fromMinutes = 120;
    const auto left = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(m_poller.remaining()).count());
    QString next = tr("Trying again now.");
    if (m_isWaiting && left > 0) {
        const QString wait
            = left < fromMinutes ? tr("%n s", "seconds", left) : tr("%n min", "minutes", (left + 30) / 60);
        next = tr("Trying again in %1.", "a time").arg(wait);
    }
    return m_reason + u' ' + next;
}

} // namespace tidings
