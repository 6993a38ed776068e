// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenchanger.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace tidings {

using namespace std::chrono_literals;

namespace {

// So many are put into the queue, or taken out of it, in one turn of the event loop.
constexpr qsizetype sliceSize = 1000;
// More lost answers than these are looked up in the list of all unseen ones.
constexpr int mostSingleChecks = 40;
constexpr std::chrono::milliseconds shortestWait = 1s;
constexpr std::chrono::milliseconds longestBackOff = 60s;

// It may work later, without anybody doing anything about the change itself.
bool isPassing(const ApiError &error)
{
    using Kind = ApiError::Kind;
    constexpr int badGateway = 502;
    constexpr int gatewayTimeout = 504;
    switch (error.kind) {
    case Kind::Unreachable:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::TokenInvalid:
    case Kind::RateLimited:
        return true;
    case Kind::Server:
        return error.httpStatus >= badGateway && error.httpStatus <= gatewayTimeout;
    default:
        return false;
    }
}

bool isOpen(SeenBatch::Mark mark)
{
    return mark == SeenBatch::Mark::Open || mark == SeenBatch::Mark::Sent;
}

// The server did nothing for certain.
bool surelyNotDone(const ApiError &error)
{
    return error.kind == ApiError::Kind::RateLimited || error.kind == ApiError::Kind::TokenInvalid
        || (error.httpStatus == 0 && !error.mayHaveArrived);
}

} // namespace

SeenChanger::SeenChanger(QObject *parent)
    : QObject(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, [this] {
        if (!m_dropped.empty())
            dropSlice();
        else if (m_settling)
            settleSlice();
        else if (m_unseen)
            reconcileSlice();
        else
            takeSlice();
        if (m_incoming.empty() && m_dropped.empty() && !m_settling && !m_unseen)
            m_slices.stop();
    });
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, &SeenChanger::tryNow);
}

// Each change asks for the opposite of what was before it.
std::optional<bool> SeenChanger::wanted(const QString &id) const
{
    const auto open = m_open.constFind(id);
    return open == m_open.cend() ? std::nullopt : std::optional(open->onServer != (open->changes % 2 == 1));
}

QHash<QString, bool> SeenChanger::wishes() const
{
    QHash<QString, bool> wishes;
    wishes.reserve(m_open.size() + m_incomingCount);
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        wishes.insert(open.key(), open->onServer != (open->changes % 2 == 1));
    for (const Incoming &incoming : m_incoming) {
        const Batch &batch = *incoming.batch;
        for (qsizetype i = incoming.next; i < batch.ids.size(); ++i) {
            if (batch.marks.empty() || isOpen(batch.marks[static_cast<size_t>(i)]))
                wishes.insert(batch.ids.at(i), batch.seen);
        }
    }
    return wishes;
}

void SeenChanger::setClient(ApiClient *client)
{
    ++m_generation;
    m_client = client;
    stopReconciling();
    m_reading = false;
    m_waiting.reset();
    m_waitTimer.stop();
    m_waits = 0;
    m_limit = mostInFlight;
    if (!m_journal) {
        forgetAll();
    } else {
        // Nobody hears these answers any more.
        const std::map<quint64, Change> lost = std::exchange(m_sent, {});
        m_allInFlight = m_settling.has_value();
        for (const auto &entry : lost) {
            Change change = entry.second;
            unsend(change);
            change.checks = true;
            requeue(change);
        }
    }
    pump();
    updateState();
}

void SeenChanger::setJournal(SeenJournal *journal)
{
    ++m_generation;
    m_reading = false;
    if (m_journal) {
        for (Incoming &incoming : m_incoming)
            note(incoming, incoming.batch->ids.size());
    }
    forgetAll();
    m_journal = journal;
    updateState();
}

void SeenChanger::forgetAll()
{
    m_result = {};
    m_sent.clear();
    m_settling.reset();
    m_allInFlight = false;
    m_paused = false;
    cancelHere();
    dropAll();
    m_open.clear();
    settle();
}

std::optional<bool> SeenChanger::inFlight(const Open &open) const
{
    return open.sent || !m_allInFlight ? open.sent : std::optional(true);
}

void SeenChanger::change(const QStringList &ids, bool seen, quint64 command)
{
    ask(ids, seen, false, command);
}

void SeenChanger::markAllSeen(const QStringList &ids, quint64 command)
{
    ask(ids, true, true, command);
}

void SeenChanger::ask(const QStringList &ids, bool seen, bool isAll, quint64 command)
{
    if ((!m_client && !m_journal) || ids.isEmpty())
        return;
    auto batch = std::make_shared<Batch>();
    batch->command = command;
    batch->seen = seen;
    batch->isAll = isAll;
    batch->ids = ids;
    if (m_journal) {
        batch->id = m_journal->begin(command, seen, isAll, ids.size());
        batch->isNoted = false;
    }
    take(std::move(batch));
}

void SeenChanger::resume(const SeenBatch &earlier)
{
    auto batch = std::make_shared<Batch>();
    batch->id = earlier.id;
    batch->seen = earlier.seen;
    batch->ids = earlier.ids;
    batch->marks = earlier.marks;
    // "All" meant those of then: what came since stays as it is.
    take(std::move(batch));
}

void SeenChanger::takeBack(const SeenBatch &earlier)
{
    using Mark = SeenBatch::Mark;
    auto batch = std::make_shared<Batch>();
    batch->seen = !earlier.seen;
    std::vector<qsizetype> sent;
    for (size_t i = 0; i < earlier.marks.size(); ++i) {
        const Mark mark = earlier.marks[i];
        if (mark != Mark::Done && mark != Mark::Sent)
            continue;
        batch->ids += earlier.ids.at(static_cast<qsizetype>(i));
        batch->marks.push_back(mark == Mark::Sent ? Mark::Sent : Mark::Open);
        if (mark == Mark::Sent)
            sent.push_back(static_cast<qsizetype>(i));
    }
    if (m_journal) {
        // In this order, so that no moment loses the intention.
        if (!batch->ids.isEmpty())
            batch->id = m_journal->begin(earlier.command, batch->seen, false, batch->ids);
        m_journal->noteDropped(earlier.id, sent);
        m_journal->noteDropped(earlier.id, SeenJournal::rest);
    }
    if (!batch->ids.isEmpty())
        take(std::move(batch));
}

void SeenChanger::take(std::shared_ptr<Batch> batch)
{
    const int changes = batch->isAll ? 1
        : batch->marks.empty()       ? static_cast<int>(batch->ids.size())
                                     : static_cast<int>(std::count_if(batch->marks.begin(), batch->marks.end(),
                                         [](SeenBatch::Mark mark) { return isOpen(mark); }));
    if (changes == 0)
        return;
    m_isActive = true;
    m_incomingCount += changes;
    m_total += changes;
    m_incoming.push_back({std::move(batch), 0});
    if (m_incoming.size() == 1 && m_dropped.empty())
        takeSlice();
    if (!m_incoming.empty())
        m_slices.start();
    updateState();
}

void SeenChanger::takeSlice()
{
    if (m_incoming.empty())
        return;
    Incoming &incoming = m_incoming.front();
    const std::shared_ptr<const Batch> batch = incoming.batch;
    const qsizetype end = std::min(incoming.next + sliceSize, batch->ids.size());
    note(incoming, end);
    QStringList ids;
    for (qsizetype i = incoming.next; i < end; ++i) {
        const auto mark = batch->marks.empty() ? SeenBatch::Mark::Open : batch->marks[static_cast<size_t>(i)];
        if (!isOpen(mark))
            continue;
        ids += batch->ids.at(i);
        const auto open = m_open.find(ids.constLast());
        if (open == m_open.end())
            m_open.insert(ids.constLast(), {!batch->seen, 1, {}});
        else
            ++open->changes;
        if (batch->isAll)
            continue;
        const bool checks = mark == SeenBatch::Mark::Sent;
        m_queue.push_back({batch, i, m_nextOrder++, checks});
        m_checks += checks ? 1 : 0;
        --m_incomingCount;
    }
    incoming.next = end;
    if (end == batch->ids.size()) {
        if (batch->isAll) {
            m_queue.push_back({batch, SeenJournal::all, m_nextOrder++, false});
            --m_incomingCount;
        }
        m_incoming.pop_front();
    }
    if (!ids.isEmpty())
        emit announced(ids, batch->seen);
    pump();
}

void SeenChanger::note(Incoming &incoming, qsizetype end)
{
    Batch &batch = *incoming.batch;
    if (batch.isNoted)
        return;
    m_journal->addIds(batch.id, batch.ids.mid(incoming.next, end - incoming.next));
    batch.isNoted = end == batch.ids.size();
    if (batch.isNoted)
        m_journal->complete(batch.id);
}

void SeenChanger::cancel()
{
    ++m_cancels;
    stopReconciling();
    // Of what is still on its way into the queue nothing was shown yet, but for the front one's first part.
    QSet<quint64> batches; // what the journal has only a part of does not count
    const Batch *last = nullptr;
    std::map<quint64, std::vector<qsizetype>> gone; // what `rest` does not cover
    for (const Change &change : std::as_const(m_queue)) {
        if (m_journal && change.index < 0)
            m_journal->noteDropped(change.batch->id, change.index);
        else if (change.checks || change.wasSent)
            gone[change.batch->id].push_back(change.index);
        if (std::exchange(last, change.batch.get()) != change.batch.get() && change.batch->isNoted)
            batches.insert(change.batch->id);
    }
    for (const Incoming &incoming : std::as_const(m_incoming)) {
        if (incoming.batch->isNoted)
            batches.insert(incoming.batch->id);
    }
    if (m_journal) {
        for (const auto &[batch, indexes] : gone)
            m_journal->noteDropped(batch, indexes);
        for (const quint64 batch : std::as_const(batches))
            m_journal->noteDropped(batch, SeenJournal::rest);
    }
    cancelHere();
    m_paused = false;
    settle();
}

// Takes nothing from the journal.
void SeenChanger::cancelHere()
{
    stopReconciling();
    for (const Incoming &incoming : std::exchange(m_incoming, {})) {
        // The part of mark_all_seen that was announced
        for (qsizetype i = 0; incoming.batch->isAll && i < incoming.next; ++i)
            m_dropped.push_back({incoming.batch, i, 0, false});
    }
    m_total -= std::exchange(m_incomingCount, 0) + static_cast<int>(m_queue.size());
    m_checks = 0;
    if (m_dropped.empty())
        m_dropped.swap(m_queue);
    else
        m_dropped.insert(m_dropped.end(), m_queue.begin(), m_queue.end());
    m_queue.clear();
    if (!m_dropped.empty()) {
        dropSlice();
        m_slices.start();
    }
}

void SeenChanger::dropSlice()
{
    QStringList back[2]; // by the state they go back to
    for (qsizetype n = 0; n < sliceSize && !m_dropped.empty();) {
        const Change change = m_dropped.front();
        const QStringList &ids = change.batch->ids;
        const qsizetype first = change.index < 0 ? m_nextDropped : change.index;
        const qsizetype end = change.index < 0 ? std::min(ids.size(), first + sliceSize - n) : first + 1;
        for (qsizetype i = first; i < end; ++i) {
            const auto open = m_open.find(ids.at(i));
            if (open == m_open.end())
                continue;
            const bool shown = inFlight(*open).value_or(open->onServer);
            if (--open->changes == 0)
                m_open.erase(open);
            back[shown ? 1 : 0] += ids.at(i);
        }
        n += end - first;
        m_nextDropped = end;
        if (change.index < 0 && end < ids.size())
            break;
        m_nextDropped = 0;
        m_dropped.pop_front();
    }
    for (const bool seen : {false, true}) {
        if (!back[seen ? 1 : 0].isEmpty())
            emit takenBack(back[seen ? 1 : 0], seen);
    }
    if (!m_dropped.empty())
        return;
    if (pending() == 0)
        settle();
    emit dropped();
}

void SeenChanger::dropAll()
{
    while (!m_dropped.empty())
        dropSlice();
}

void SeenChanger::pause()
{
    m_paused = pending() > 0;
    updateState();
}

void SeenChanger::goOn()
{
    m_paused = false;
    pump();
    updateState();
}

void SeenChanger::tryNow()
{
    if (!m_waiting)
        return;
    m_waiting.reset();
    m_waitTimer.stop();
    pump();
    updateState();
}

SeenChanger::State SeenChanger::state() const
{
    if (pending() == 0)
        return State::Idle;
    if (m_paused)
        return State::Paused;
    return m_client && !m_waiting ? State::Running : State::Waiting;
}

void SeenChanger::updateState()
{
    if (m_shownState == state() && m_shownWaiting == m_waiting)
        return;
    m_shownState = state();
    m_shownWaiting = m_waiting;
    emit stateChanged();
}

void SeenChanger::pump()
{
    if (!m_client || m_paused || m_waiting || m_reading)
        return;
    if (m_checks > mostSingleChecks && m_reader) {
        if (m_sent.empty())
            readUnseen();
        return;
    }
    const auto limit = static_cast<size_t>(m_limit);
    for (auto it = m_queue.begin(); it != m_queue.end() && m_sent.size() < limit && !m_allInFlight;) {
        if (!it->batch->isNoted)
            return;
        if (it->index < 0) {
            if (!m_sent.empty() || it != m_queue.begin())
                return;
        } else if (m_open.value(it->batch->ids.at(it->index)).sent) {
            // Two changes of one notification must arrive in order.
            ++it;
            continue;
        }
        Change change = *it;
        it = m_queue.erase(it);
        send(std::move(change));
    }
}

void SeenChanger::send(Change change)
{
    change.cancels = m_cancels;
    change.wasSent = true;
    const bool checks = change.checks;
    const bool seen = change.batch->seen;
    m_checks -= checks ? 1 : 0;
    const quint64 ticket = m_nextTicket++;
    const qsizetype index = change.index;
    // Noted before it leaves.
    if (m_journal && !checks)
        m_journal->noteSent(change.batch->id, index);
    const std::shared_ptr<const Batch> batch = change.batch;
    m_sent.emplace(ticket, std::move(change));
    if (index < 0) {
        m_allInFlight = true;
        m_client->markAllNotificationsSeen(
            this, [this, ticket, generation = m_generation](const Result<ApiClient::Nothing> &result) {
                if (const auto answeredOne = takeSent(ticket, generation))
                    allAnswered(*answeredOne, result);
            });
        return;
    }
    const QString &id = batch->ids.at(index);
    m_open[id].sent = seen;
    const auto answer = [this, ticket, checks, generation = m_generation](const Result<Notification> &result) {
        const auto answeredOne = takeSent(ticket, generation);
        if (!answeredOne)
            return;
        if (checks)
            checkAnswered(*answeredOne, result);
        else
            answered(*answeredOne, result);
    };
    if (checks)
        m_client->notification(id, this, answer);
    else
        m_client->setNotificationSeen(id, seen, this, answer);
}

std::optional<SeenChanger::Change> SeenChanger::takeSent(quint64 ticket, int generation)
{
    const auto found = m_sent.find(ticket);
    if (generation != m_generation || found == m_sent.end())
        return std::nullopt;
    Change change = std::move(found->second);
    m_sent.erase(found);
    return change;
}

void SeenChanger::answered(const Change &change, const Result<Notification> &result)
{
    if (!result && putOff(change, result.error()))
        return;
    if (!result)
        return settleFailed(change, result.error());
    noteSuccess();
    if (result->seen == change.batch->seen)
        return settleDone(change, &*result);
    ApiError error;
    error.kind = ApiError::Kind::Validation;
    error.detail = QCoreApplication::translate("SeenChanger", "the server kept the former state");
    settleFailed(change, error);
}

void SeenChanger::allAnswered(const Change &change, const Result<ApiClient::Nothing> &result)
{
    m_allInFlight = false;
    if (!result && putOff(change, result.error()))
        return;
    if (!result)
        return settleFailed(change, result.error());
    noteSuccess();
    settleDone(change);
}

void SeenChanger::checkAnswered(Change change, const Result<Notification> &result)
{
    if (!result && isPassing(result.error()) && putOff(change, result.error()))
        return;
    if (!result)
        return settleFailed(change, result.error());
    noteSuccess();
    if (result->seen == change.batch->seen)
        return settleDone(change, &*result);
    if (change.cancels != m_cancels)
        return giveUp(change);
    unsend(change);
    change.checks = false;
    requeue(change);
    pump();
}

// True: it did not get through, and waits for another try.
bool SeenChanger::putOff(Change change, const ApiError &error)
{
    // An answer that says neither yes nor no: once the server is asked what it has, that is the answer.
    const bool isUnclear = error.mayHaveArrived && !change.checks && change.index >= 0;
    if (!isPassing(error) && !isUnclear)
        return false;
    if (isPassing(error))
        wait(error);
    // Sent again much later, mark_all_seen would mark what came meanwhile.
    const bool isLate = change.index < 0 && error.kind != ApiError::Kind::RateLimited;
    const bool isOpenQuestion = change.checks || isLate || !surelyNotDone(error);
    if (change.cancels != m_cancels && !isOpenQuestion) {
        giveUp(change);
        return true;
    }
    unsend(change);
    change.checks = isOpenQuestion;
    requeue(change);
    pump();
    updateState();
    return true;
}

void SeenChanger::unsend(const Change &change)
{
    if (change.index >= 0)
        m_open[change.batch->ids.at(change.index)].sent.reset();
}

// To its place in the order. An unanswered mark_all_seen is asked about one by one.
void SeenChanger::requeue(const Change &change)
{
    const auto place = std::upper_bound(
        m_queue.begin(), m_queue.end(), change, [](const Change &a, const Change &b) { return a.order < b.order; });
    if (change.index >= 0 || !change.checks) {
        m_queue.insert(place, change);
        m_checks += change.checks ? 1 : 0;
        return;
    }
    std::vector<Change> singles;
    for (qsizetype i = 0; i < change.batch->ids.size(); ++i)
        singles.push_back({change.batch, i, change.order, true, true, change.cancels});
    m_checks += static_cast<int>(singles.size());
    m_total += static_cast<int>(singles.size()) - 1;
    m_queue.insert(place, singles.begin(), singles.end());
}

void SeenChanger::wait(const ApiError &error)
{
    m_limit = std::max(1, m_limit / 2);
    m_successes = 0;
    if (m_waiting)
        return; // others that were in flight at the same time
    m_waiting = error;
    constexpr int mostDoublings = 6;
    const auto backOff = std::min(longestBackOff, shortestWait * (1 << std::min(m_waits, mostDoublings)));
    ++m_waits;
    // A token does not become valid by waiting; a new client comes with another.
    if (error.kind != ApiError::Kind::TokenInvalid)
        m_waitTimer.start(std::max<std::chrono::milliseconds>(backOff, error.retryAfter.value_or(0s)));
    updateState();
}

void SeenChanger::noteSuccess()
{
    m_waits = 0;
    if (m_limit < mostInFlight && ++m_successes >= m_limit) {
        ++m_limit;
        m_successes = 0;
    }
}

void SeenChanger::readUnseen()
{
    m_reading = true;
    m_reader([this, generation = m_generation](const Result<QSet<QString>> &unseen) {
        if (generation != m_generation)
            return;
        if (!unseen) {
            m_reading = false;
            wait(unseen.error());
            return;
        }
        m_unseen = *unseen;
        reconcileSlice();
        if (m_unseen)
            m_slices.start();
    });
}

// What the list answers needs no question of its own. A notification that is not unseen may be seen or gone: where seen
// was wanted there is nothing to do.
void SeenChanger::reconcileSlice()
{
    std::vector<Change> cancelled;
    QStringList ids[2];
    for (qsizetype n = 0; n < sliceSize && !m_queue.empty(); ++n) {
        Change change = std::move(m_queue.front());
        m_queue.pop_front();
        if (!change.checks) {
            m_reconciled.push_back(std::move(change));
            continue;
        }
        --m_checks;
        const QString &id = change.batch->ids.at(change.index);
        const bool isUnseen = m_unseen->contains(id);
        change.checks = false;
        if (isUnseen == change.batch->seen) {
            const bool isCancelled = change.cancels != m_cancels && change.wasSent;
            if (isCancelled)
                cancelled.push_back(std::move(change));
            else
                m_reconciled.push_back(std::move(change));
            continue;
        }
        ++m_done;
        if (m_journal)
            m_journal->noteDone(change.batch->id, change.index);
        const auto open = m_open.find(id);
        if (open == m_open.end())
            continue;
        open->onServer = change.batch->seen;
        if (--open->changes > 0)
            continue;
        m_open.erase(open);
        ids[change.batch->seen ? 1 : 0] += id;
    }
    for (const bool seen : {false, true}) {
        if (!ids[seen ? 1 : 0].isEmpty())
            emit confirmedAll(ids[seen ? 1 : 0], seen);
    }
    for (const Change &change : cancelled)
        giveUp(change);
    if (m_queue.empty())
        stopReconciling();
    pump();
    settle();
}

void SeenChanger::stopReconciling()
{
    if (!m_unseen)
        return;
    m_unseen.reset();
    m_reading = false;
    m_queue.insert(
        m_queue.begin(), std::make_move_iterator(m_reconciled.begin()), std::make_move_iterator(m_reconciled.end()));
    m_reconciled.clear();
}

// Of the answer to mark_all_seen, which may be about very many.
void SeenChanger::settleSlice()
{
    const std::shared_ptr<const Batch> batch = m_settling->batch;
    const qsizetype end = std::min(m_settling->next + sliceSize, batch->ids.size());
    const bool isDone = m_settling->isDone;
    const qsizetype first = m_settling->next;
    QStringList ids[2]; // by the state that is shown from now on
    for (; m_settling->next < end; ++m_settling->next) {
        const QString &id = batch->ids.at(m_settling->next);
        const auto open = m_open.find(id);
        if (open == m_open.end())
            continue;
        if (isDone)
            open->onServer = batch->seen;
        if (--open->changes > 0)
            continue; // more is asked of it
        ids[open->onServer ? 1 : 0] += id;
        m_open.erase(open);
    }
    const std::optional<ApiError> error = m_settling->error;
    const bool isOver = end == batch->ids.size();
    const QStringList part = error ? batch->ids.mid(first, end - first) : QStringList();
    if (isOver) {
        m_settling.reset();
        m_allInFlight = false;
        ++m_done;
    }
    for (const bool seen : {false, true}) {
        if (ids[seen ? 1 : 0].isEmpty())
            continue;
        if (isDone)
            emit confirmedAll(ids[seen ? 1 : 0], seen);
        else
            emit takenBack(ids[seen ? 1 : 0], seen);
    }
    if (error)
        emit refused(part, batch->seen, *error);
    if (isDone && isOver)
        emit allMarked(batch->command);
    pump();
    settle();
}

// Nothing else is sent until all of it is settled.
void SeenChanger::settleAll(const Change &change, bool isDone, const std::optional<ApiError> &error)
{
    m_settling = Settling{change.batch, 0, isDone, error};
    m_allInFlight = true;
    settleSlice();
    if (m_settling)
        m_slices.start();
}

void SeenChanger::settleDone(const Change &change, const Notification *record)
{
    if (m_journal)
        m_journal->noteDone(change.batch->id, change.index);
    if (change.index < 0)
        return settleAll(change, true);
    ++m_done;
    const auto open = m_open.find(change.batch->ids.at(change.index));
    if (open != m_open.end()) {
        open->sent.reset();
        open->onServer = change.batch->seen;
        if (--open->changes == 0) { // nothing else is asked of it
            m_open.erase(open);
            emit confirmed(*record);
        }
    }
    pump();
    settle();
}

void SeenChanger::settleFailed(const Change &change, const ApiError &error)
{
    if (error.kind == ApiError::Kind::NotFound && change.index >= 0) {
        ++m_result.deleted;
        emit deleted(change.batch->ids.at(change.index));
    } else {
        if (m_result.failed == 0)
            m_result.firstError = error;
        m_result.failed += static_cast<int>(change.index < 0 ? change.batch->ids.size() : 1);
        return giveUp(change, error);
    }
    giveUp(change);
}

// Not done, and not tried again.
void SeenChanger::giveUp(const Change &change, const std::optional<ApiError> &error)
{
    if (m_journal)
        m_journal->noteDropped(change.batch->id, change.index);
    if (change.index < 0)
        return settleAll(change, false, error);
    ++m_done;
    const QString &id = change.batch->ids.at(change.index);
    const auto open = m_open.find(id);
    if (open != m_open.end()) {
        open->sent.reset();
        if (--open->changes == 0) {
            const bool seen = open->onServer;
            m_open.erase(open);
            emit takenBack({id}, seen);
        }
    }
    if (error)
        emit refused({id}, change.batch->seen, *error);
    pump();
    settle();
}

void SeenChanger::settle()
{
    if (!m_isActive)
        return;
    emit progressed(m_done, m_total);
    if (pending() == 0 && m_dropped.empty()) {
        m_isActive = false;
        m_total = m_done = 0;
        m_paused = false;
        emit finished(std::exchange(m_result, {}));
    }
    updateState();
}

} // namespace tidings
