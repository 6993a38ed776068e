// SPDX-License-Identifier: GPL-3.0-or-later
#include "poller.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tidings {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestWait = 10min;
constexpr int backgroundFactor = 4;

} // namespace

Poller::Poller(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Poller::due);
}

void Poller::setInterval(std::chrono::seconds interval)
{
    m_interval = std::clamp<std::chrono::seconds>(interval, 5s, 1h);
    if (m_timer.isActive())
        schedule();
}

void Poller::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (enabled)
        succeeded();
    else
        m_timer.stop();
}

void Poller::setInBackground(bool background)
{
    if (m_inBackground == background)
        return;
    m_inBackground = background;
    if (m_timer.isActive())
        schedule();
}

void Poller::succeeded()
{
    m_failures = 0;
    m_retryAfter = 0s;
    schedule();
}

void Poller::recovered()
{
    if (m_failures > 0 || !m_timer.isActive())
        succeeded();
}

void Poller::failed(const ApiError &error)
{
    ++m_failures;
    m_retryAfter = error.retryAfter.value_or(0s);
    schedule();
}

std::chrono::milliseconds Poller::remaining() const
{
    return std::max<std::chrono::milliseconds>(0ms, m_timer.remainingTimeAsDuration());
}

void Poller::schedule()
{
    if (!m_enabled)
        return;
    std::chrono::milliseconds wait = m_interval * (m_inBackground ? backgroundFactor : 1);
    wait *= 1 << std::min(m_failures, 8);
    wait = std::max<std::chrono::milliseconds>(
        std::min(wait, std::max<std::chrono::milliseconds>(longestWait, m_interval)), m_retryAfter);
    const auto jitter = wait * QRandomGenerator::global()->bounded(200) / 1000 - wait / 10;
    m_timer.start(std::max<std::chrono::milliseconds>(wait + jitter, m_retryAfter));
}

} // namespace tidings
