// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenchanger.h"

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
    const bool wasPending = pending() > 0;
    cancel();
    ++m_generation;
    m_client = client;
    m_open.clear();
    m_allInFlight = false;
    m_inFlight = m_total = m_done = m_failed = 0;
    if (wasPending)
        emit finished(0, {});
}

void SeenChanger::change(const QStringList &ids, bool seen)
{
    if (!m_client)
        return;
    for (const QString &id : ids)
        enqueue({{id}, seen, false});
    pump();
}

void SeenChanger::markAllSeen(const QStringList &ids)
{
    if (!m_client)
        return;
    enqueue({ids, true, true});
    pump();
}

void SeenChanger::enqueue(Change change)
{
    m_queue.push_back(change);
    ++m_total;
    for (const QString &id : std::as_const(change.ids)) {
        const auto open = m_open.find(id);
        if (open == m_open.end())
            m_open.insert(id, {!change.seen, 1, {}});
        else
            ++open->changes;
        emit announced(id, change.seen);
    }
}

void SeenChanger::cancel()
{
    const std::deque<Change> dropped = std::exchange(m_queue, {});
    m_total -= static_cast<int>(dropped.size());
    for (const Change &change : dropped) {
        for (const QString &id : change.ids) {
            const auto open = m_open.find(id);
            if (open == m_open.end())
                continue;
            const bool shown = open->sent.value_or(open->onServer);
            if (--open->changes == 0)
                m_open.erase(open);
            emit takenBack(id, shown);
        }
    }
}

void SeenChanger::pump()
{
    for (auto it = m_queue.begin(); it != m_queue.end() && m_inFlight < mostInFlight && !m_allInFlight;) {
        if (it->isAll) {
            if (m_inFlight > 0 || it != m_queue.begin())
                return;
        } else if (m_open.value(it->ids.first()).sent) {
            // Two changes of one notification must arrive in order.
            ++it;
            continue;
        }
        const Change change = *it;
        it = m_queue.erase(it);
        send(change);
    }
}

void SeenChanger::send(const Change &change)
{
    ++m_inFlight;
    m_allInFlight = change.isAll;
    for (const QString &id : change.ids)
        m_open[id].sent = change.seen;
    const auto answer = [this, change, generation = m_generation](const auto &result) {
        if (generation == m_generation)
            answered(change, result);
    };
    if (change.isAll)
        m_client->markAllNotificationsSeen(this, answer);
    else
        m_client->setNotificationSeen(change.ids.first(), change.seen, this, answer);
}

template <class T> void SeenChanger::answered(const Change &change, const Result<T> &result)
{
    --m_inFlight;
    ++m_done;
    m_allInFlight = false;
    // Those of which nothing else is asked.
    QStringList done;
    QList<std::pair<QString, bool>> back;
    for (const QString &id : change.ids) {
        const auto open = m_open.find(id);
        if (open == m_open.end())
            continue;
        open->sent.reset();
        if (result)
            open->onServer = change.seen;
        if (--open->changes > 0)
            continue;
        if (result)
            done += id;
        else
            back.append({id, open->onServer});
        m_open.erase(open);
    }
    if (!result) {
        if (m_failed == 0)
            m_firstError = result.error();
        m_failed += static_cast<int>(change.ids.size());
        for (const auto &[id, seen] : std::as_const(back))
            emit takenBack(id, seen);
    } else if constexpr (std::is_same_v<T, Notification>) {
        if (!done.isEmpty())
            emit confirmed(*result);
    } else {
        emit confirmedAll(done);
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
