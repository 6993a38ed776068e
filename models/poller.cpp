// SPDX-License-Identifier: GPL-3.0-or-later
#include "poller.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tidings {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestPause = 10min;
constexpr int slowFactor = 4;
constexpr int batteryFactor = 2;

} // namespace

Poller::Poller(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may end 5 % early: before the time of a Retry-After
    connect(&m_timer, &QTimer::timeout, this, &Poller::due);
}

void Poller::setInterval(std::chrono::seconds interval)
{
    m_interval = std::clamp<std::chrono::seconds>(interval, 5s, 1h);
    hasten();
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
    hasten();
}

void Poller::setIdle(bool idle)
{
    if (m_isIdle == idle)
        return;
    m_isIdle = idle;
    hasten();
}

void Poller::setOnBattery(bool onBattery)
{
    if (m_isOnBattery == onBattery)
        return;
    m_isOnBattery = onBattery;
    hasten();
}

Poller::Pace Poller::pace() const
{
    if (m_retryAfter > 0s && m_retryAfter >= backedOff())
        return Pace::ServerAsked;
    if (m_failures > 0)
        return Pace::Failing;
    if (m_inBackground)
        return Pace::Background;
    if (m_isIdle)
        return Pace::Idle;
    return m_isOnBattery ? Pace::Battery : Pace::Usual;
}

std::chrono::milliseconds Poller::wait() const
{
    return std::max<std::chrono::milliseconds>(backedOff(), m_retryAfter);
}

std::chrono::milliseconds Poller::backedOff() const
{
    const int factor = m_inBackground || m_isIdle ? slowFactor : m_isOnBattery ? batteryFactor : 1;
    std::chrono::milliseconds wait = m_interval * factor;
    wait *= 1 << std::min(m_failures, 8);
    return std::min(wait, std::max<std::chrono::milliseconds>(longestPause, m_interval));
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
    m_answered.start();
    startTimer(0ms);
}

void Poller::hasten()
{
    if (m_timer.isActive())
        startTimer(std::chrono::milliseconds(m_answered.elapsed()));
}

void Poller::startTimer(std::chrono::milliseconds waited)
{
    const std::chrono::milliseconds usual = wait();
    const auto jitter = usual * QRandomGenerator::global()->bounded(200) / 1000 - usual / 10;
    m_timer.start(std::max<std::chrono::milliseconds>(
        0ms, std::max<std::chrono::milliseconds>(usual + jitter, m_retryAfter) - waited));
}

} // namespace tidings
