// SPDX-License-Identifier: GPL-3.0-or-later
#include "unseencollector.h"

#include "recordposition.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace tidings {

namespace {

constexpr int firstPageSize = 100;
constexpr int mostRequests = 4;
constexpr size_t mostAhead = 6; // requests that are under way or wait for one before them

} // namespace

UnseenCollector::UnseenCollector(QObject *parent)
    : QObject(parent)
    , m_pace(mostRequests)
{
}

UnseenCollector::~UnseenCollector()
{
    cancel();
}

void UnseenCollector::start(Fetch fetch, Fetch whole, qsizetype most, const Known &known)
{
    cancel();
    m_fetch = std::move(fetch);
    m_whole = std::move(whole);
    m_top.reset();
    m_most = most;
    m_count = -1;
    m_pageSize = firstPageSize;
    readAll();
    if (!known.ids.isEmpty()) {
        m_ids = known.ids;
        m_guess = m_newest = known.newest;
        m_isRead = true;
    }
    setState(State::Reading);
    work();
}

void UnseenCollector::readAll()
{
    m_ids.clear();
    m_known.clear();
    m_newest.reset();
    m_tail.reset();
    m_planned = m_covered = 0;
    m_stepsBack = m_pagesWithoutNews = 0;
    m_isRead = false;
    m_guess.reset();
}

void UnseenCollector::pause()
{
    if (m_state == State::Reading)
        setState(State::Paused);
}

void UnseenCollector::goOn()
{
    if (m_state == State::Idle || m_state == State::Reading)
        return;
    if (m_state == State::Full)
        m_isRead = true;
    setState(State::Reading);
    work();
}

void UnseenCollector::cancel()
{
    dropRequests();
    m_topCall.cancel();
    if (m_scan)
        m_scan->cancel();
    m_scan.reset();
    m_ids.clear();
    m_known.clear();
    setState(State::Idle);
}

QStringList UnseenCollector::takeIds()
{
    m_known.clear();
    return std::exchange(m_ids, {});
}

void UnseenCollector::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

void UnseenCollector::dropRequests()
{
    for (auto &entry : m_requests) {
        if (entry.second.isDone)
            continue;
        entry.second.call.cancel();
        m_pace.dropped();
    }
    m_requests.clear();
}

void UnseenCollector::work()
{
    while (!m_requests.empty() && m_requests.begin()->second.isDone && m_state == State::Reading && !m_isRead) {
        Request request = std::move(m_requests.begin()->second);
        m_requests.erase(m_requests.begin());
        if (!take(*request.answer, request.window))
            break;
    }
    if (m_state != State::Reading)
        return;
    if (m_isRead)
        return askTop();
    if (m_ids.size() >= m_most) {
        dropRequests();
        m_planned = m_covered;
        return setState(State::Full);
    }
    ask();
}

// Until the first page says how many there are, it is alone.
void UnseenCollector::ask()
{
    while (m_pace.hasRoom() && m_requests.size() < mostAhead
        && (m_requests.empty() || (m_covered > 0 && m_planned < m_count))) {
        const PageWindow window = overlappingWindow(m_planned, m_pageSize);
        m_planned = window.offset() + window.size;
        const quint64 number = ++m_lastNumber;
        QElapsedTimer time;
        time.start();
        m_pace.started();
        Request &request = m_requests[number];
        request.window = window;
        request.call = m_fetch(window, std::nullopt,
            [this, number, time](Result<Page<Notification>> page) { handle(number, time.elapsed(), std::move(page)); });
    }
}

void UnseenCollector::handle(quint64 number, qint64 milliseconds, Result<Page<Notification>> page)
{
    m_pace.answered(milliseconds);
    if (!page && page.error().kind == ApiError::Kind::RateLimited)
        m_pace.refused();
    Request &request = m_requests[number];
    request.isDone = true;
    request.answer = std::move(page);
    work();
}

bool UnseenCollector::take(Result<Page<Notification>> &answer, const PageWindow &window)
{
    if (!answer) {
        // "Invalid page.": the list became shorter than we have read.
        if (answer.error().kind == ApiError::Kind::NotFound && window.page > 1)
            stepBack(answer.error());
        else
            fail(answer.error());
        return false;
    }
    const Page<Notification> &page = *answer;
    const auto size = static_cast<qint64>(page.items.size());
    m_count = page.count;
    // A short page that is not the last one: the server clamps. Its numbering then means smaller pages.
    if (page.next > 0 && size > 0 && size < window.size) {
        m_pageSize = static_cast<int>(size);
        if (window.page > 1) {
            restartAt(m_covered);
            return false;
        }
    }
    // Rows between the last one that was read and this page moved up.
    const bool overlaps = window.page > 1 && window.offset() < m_covered;
    const bool leavesGap = overlaps && m_tail && size > 0 && page.items.first().created
        && positionOf(page.items.first()).isAfter(*m_tail);
    if (leavesGap && m_stepsBack < mostStepsBack && m_covered > 1) {
        stepBack({});
        return false;
    }
    m_stepsBack = 0;
    const bool isClamped = size > 0 && page.next > 0 && size < window.size;
    const qsizetype before = m_ids.size();
    add(page.items);
    m_pagesWithoutNews = m_ids.size() > before ? 0 : m_pagesWithoutNews + 1;
    if (m_pagesWithoutNews >= mostPagesWithoutNews) {
        fail(endlessList());
        return false;
    }
    for (const Notification &row : page.items) {
        if (row.created && (!m_tail || positionOf(row).isAfter(*m_tail)))
            m_tail = positionOf(row);
    }
    m_covered = std::max(m_covered, window.offset() + size);
    emit progressed();
    if (page.next == 0 || size == 0) {
        dropRequests();
        m_isRead = true;
        return false;
    }
    if (isClamped)
        restartAt(m_covered);
    return !isClamped;
}

void UnseenCollector::stepBack(const ApiError &error)
{
    const auto back = steppedBack(m_covered, m_pageSize, m_stepsBack);
    if (!back)
        return fail(error);
    restartAt(*back);
}

void UnseenCollector::restartAt(qint64 covered)
{
    dropRequests();
    m_covered = m_planned = covered;
}

void UnseenCollector::fail(const ApiError &error)
{
    dropRequests();
    m_planned = m_covered;
    m_error = error;
    setState(State::Failed);
}

void UnseenCollector::askTop()
{
    if (m_scan || m_topCall.isActive())
        return;
    if (!m_whole)
        return scanTop();
    m_topCall = m_whole({1, 1}, std::nullopt, [this](const Result<Page<Notification>> &page) {
        m_topCall = PendingCall();
        if (!page)
            return fail(page.error());
        m_top = page->items.isEmpty() ? RowPosition{} : positionOf(page->items.constFirst());
        scanTop();
    });
}

void UnseenCollector::scanTop()
{
    m_scan = std::make_unique<HeadScan<Notification>>(m_fetch, false, m_newest);
    m_scan->start([this](Result<HeadScan<Notification>::Found> found) {
        // The scan still runs this; it goes with the next turn of the event loop.
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_scan))] {}, Qt::QueuedConnection);
        if (!found)
            return fail(found.error());
        m_count = found->count;
        add(found->rows);
        if (!found->reachedKnown || (m_guess && found->count != m_ids.size())) {
            readAll();
            return work();
        }
        if (m_state != State::Reading)
            return; // looks once more then
        setState(State::Idle);
        emit finished();
    });
}

void UnseenCollector::add(const QList<Notification> &rows)
{
    for (const Notification &row : rows) {
        if (row.created && (!m_newest || m_newest->isAfter(positionOf(row))))
            m_newest = positionOf(row);
        const bool isGuessed = m_guess && (!row.created || !m_guess->isAfter(positionOf(row)));
        if (isGuessed || m_known.contains(row.id) || !isUuid(row.id))
            continue;
        m_known.insert(row.id);
        m_ids += row.id;
    }
    emit rowsRead(rows);
}

} // namespace tidings
