// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenchanger.h"

#include <algorithm>

namespace tidings {

namespace {

constexpr int mostInFlight = 6;

} // namespace

SeenChanger::SeenChanger(QObject *parent)
    : QObject(parent)
{
}

void SeenChanger::setClient(ApiClient *client)
{
    cancel();
    m_client = client;
    m_sent.clear();
    m_open.clear();
    m_inFlight = 0;
    m_total = m_done = m_failed = 0;
}

void SeenChanger::change(const QStringList &ids, bool seen)
{
    if (!m_client)
        return;
    for (const QString &id : ids) {
        m_queue.push_back({id, seen});
        m_open.insert(id);
        emit announced(id, seen);
    }
    m_total += static_cast<int>(ids.size());
    pump();
}

void SeenChanger::markAllSeen(const QStringList &ids)
{
    if (!m_client)
        return;
    for (const QString &id : ids) {
        m_open.insert(id);
        emit announced(id, true);
    }
    ++m_total;
    ++m_inFlight;
    m_client->markAllNotificationsSeen(this, [this, ids](const Result<std::monostate> &result) {
        --m_inFlight;
        ++m_done;
        for (const QString &id : ids) {
            m_open.remove(id);
            if (!result)
                emit takenBack(id, false);
        }
        if (result) {
            emit confirmedAll(ids);
        } else if (++m_failed == 1) {
            m_firstError = result.error();
        }
        settle();
    });
}

void SeenChanger::cancel()
{
    for (const Change &change : std::exchange(m_queue, {})) {
        m_open.remove(change.id);
        --m_total;
        emit takenBack(change.id, !change.seen);
    }
}

void SeenChanger::pump()
{
    for (auto it = m_queue.begin(); it != m_queue.end() && m_inFlight < mostInFlight;) {
        // Two changes of one notification must arrive in order.
        if (m_sent.contains(it->id)) {
            ++it;
            continue;
        }
        const Change change = *it;
        it = m_queue.erase(it);
        ++m_inFlight;
        m_sent.insert(change.id);
        m_client->setNotificationSeen(change.id, change.seen, this,
            [this, change](const Result<Notification> &result) { answered(change, result); });
    }
}

void SeenChanger::answered(const Change &change, const Result<Notification> &result)
{
    --m_inFlight;
    ++m_done;
    m_sent.remove(change.id);
    const bool changedAgain = std::any_of(
        m_queue.begin(), m_queue.end(), [&](const Change &later) { return later.id == change.id; });
    if (!changedAgain)
        m_open.remove(change.id);
    if (result) {
        if (!changedAgain)
            emit confirmed(*result);
    } else {
        if (++m_failed == 1)
            m_firstError = result.error();
        if (!changedAgain)
            emit takenBack(change.id, !change.seen);
    }
    pump();
    settle();
}

void SeenChanger::settle()
{
    emit progressed(m_done, m_total);
    if (pending() > 0)
        return;
    const int failed = std::exchange(m_failed, 0);
    m_total = m_done = 0;
    emit finished(failed, m_firstError);
}

} // namespace tidings
