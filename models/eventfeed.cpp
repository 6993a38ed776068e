// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfeed.h"

#include <QSet>

#include <algorithm>

namespace tidings {

namespace {

// Batches without a single accepted row before the user has to ask for more.
constexpr int mostEmptyRounds = 20;

// AKQL knows whole seconds, in the server's zone, which is UTC.
QString boundedSearch(const QString &search, Timestamp bound)
{
    const QString condition
        = QStringLiteral("created < \"%1\"").arg(toDateTime(bound).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    return search.isEmpty() ? condition : QStringLiteral("(%1) and %2").arg(search, condition);
}

RowPosition positionOf(const Event &event)
{
    return {event.created.value_or(0), event.id};
}

} // namespace

EventFeed::EventFeed(EventTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_model, &EventTableModel::moreRequested, this, &EventFeed::loadMore);
    connect(&m_poller, &Poller::due, this, &EventFeed::poll);
}

EventFeed::~EventFeed()
{
    stop();
}

void EventFeed::setClient(ApiClient *client)
{
    stop();
    m_client = client;
    m_capabilities = {};
    m_poller.setEnabled(client != nullptr);
    reload();
}

void EventFeed::setCapabilities(const ServerCapabilities &capabilities)
{
    if (m_capabilities == capabilities)
        return;
    m_capabilities = capabilities;
    const QueryPlan plan = QueryPlan::make(m_query, m_capabilities);
    const bool sameQuestions = plan.streams == m_plan.streams;
    const bool keysetNow = plan.allowsKeyset && !m_plan.allowsKeyset;
    m_plan = plan;
    emit planChanged();
    if (!m_client)
        return;
    if (!sameQuestions) {
        reload();
    } else if (keysetNow) {
        for (const auto &lane : m_lanes)
            lane->stream->allowKeyset();
    }
}

void EventFeed::setQuery(const EventQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    reload();
}

PagedStream<Event>::Fetch EventFeed::fetchFor(const EventListQuery &base)
{
    return
        [this, base](PageWindow window, std::optional<Timestamp> bound, std::function<void(Result<Page<Event>>)> done) {
            EventListQuery query = base;
            query.page = window.page;
            query.pageSize = window.size;
            if (bound)
                query.search = boundedSearch(base.search, *bound);
            return m_client->events(query, this, std::move(done));
        };
}

void EventFeed::stop()
{
    for (const auto &lane : m_lanes)
        lane->stream->cancel();
    m_lanes.clear();
    m_lanesLoading = 0;
    for (const auto &scan : m_scans)
        scan->cancel();
    m_scans.clear();
    m_scansLoading = 0;
}

void EventFeed::reload()
{
    stop();
    m_model.clear();
    m_matching = -1;
    m_newest.reset();
    m_plan = QueryPlan::make(m_query, m_capabilities);
    emit planChanged();
    emit countsChanged();
    if (!m_client)
        return setState(FeedState::Idle);
    for (const EventListQuery &query : std::as_const(m_plan.streams)) {
        auto lane = std::make_unique<Lane>();
        lane->stream
            = std::make_unique<PagedStream<Event>>(fetchFor(query), m_capabilities.maxPageSize, m_plan.allowsKeyset);
        m_lanes.push_back(std::move(lane));
    }
    start();
}

void EventFeed::start()
{
    m_emptyRounds = 0;
    setState(FeedState::Loading);
    fillLanes();
}

void EventFeed::loadMore()
{
    if (m_state == FeedState::Idle && m_client)
        start();
}

void EventFeed::retry()
{
    if (m_state == FeedState::Failed && m_client)
        start();
}

void EventFeed::fillLanes()
{
    std::vector<Lane *> hungry;
    for (const auto &lane : m_lanes) {
        if (lane->buffer.empty() && !lane->stream->isComplete())
            hungry.push_back(lane.get());
    }
    if (hungry.empty())
        return drain();
    m_lanesLoading = static_cast<int>(hungry.size());
    m_loadError.reset();
    for (Lane *const lane : hungry) {
        lane->stream->next(
            [this, lane](Result<PagedStream<Event>::Batch> batch) { laneAnswered(*lane, std::move(batch)); });
    }
}

void EventFeed::laneAnswered(Lane &lane, Result<PagedStream<Event>::Batch> batch)
{
    --m_lanesLoading;
    if (!batch) {
        m_loadError = batch.error();
    } else {
        for (const Event &event : std::as_const(batch->rows)) {
            if (event.created)
                noteNewest(positionOf(event));
            if (m_plan.accepts(event))
                lane.buffer.push_back(event);
        }
    }
    if (m_lanesLoading > 0)
        return;
    if (m_loadError) {
        m_error = *std::exchange(m_loadError, std::nullopt);
        m_poller.failed(m_error);
        return setState(FeedState::Failed);
    }
    qint64 matching = 0;
    for (const auto &each : m_lanes)
        matching += std::max<qint64>(0, each->stream->count());
    m_matching = matching;
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    m_poller.recovered();
    drain();
}

// Hands rows to the model as long as every list that is not at its end has one to compare with.
void EventFeed::drain()
{
    QList<Event> batch;
    while (true) {
        Lane *newest = nullptr;
        bool starved = false;
        for (const auto &lane : m_lanes) {
            if (lane->buffer.empty()) {
                starved = starved || !lane->stream->isComplete();
                continue;
            }
            if (!newest || positionOf(newest->buffer.front()).isAfter(positionOf(lane->buffer.front())))
                newest = lane.get();
        }
        if (starved || !newest)
            break;
        batch += newest->buffer.front();
        newest->buffer.pop_front();
    }
    const bool complete = std::all_of(m_lanes.begin(), m_lanes.end(),
        [](const auto &lane) { return lane->buffer.empty() && lane->stream->isComplete(); });
    m_model.merge(batch);
    emit countsChanged();
    if (complete)
        return setState(FeedState::Complete);
    if (batch.isEmpty() && ++m_emptyRounds < mostEmptyRounds)
        return fillLanes();
    setState(FeedState::Idle);
}

void EventFeed::poll()
{
    if (!m_client || m_scansLoading > 0)
        return;
    if (m_state == FeedState::Failed)
        return retry();
    if (m_state == FeedState::Loading)
        return m_poller.succeeded();
    m_foundCount = 0;
    m_foundGap = false;
    m_pollError.reset();
    m_scans.clear();
    const auto lanes = static_cast<size_t>(m_plan.streams.size());
    m_found.assign(lanes, {});
    m_scansLoading = static_cast<int>(lanes);
    for (const EventListQuery &query : std::as_const(m_plan.streams))
        m_scans.push_back(std::make_unique<HeadScan<Event>>(fetchFor(query), m_plan.allowsKeyset, m_newest));
    for (size_t i = 0; i < lanes; ++i) {
        m_scans[i]->start([this, i](Result<HeadScan<Event>::Found> found) {
            if (!found) {
                m_pollError = found.error();
            } else {
                m_found[i] = found->rows;
                m_foundCount += std::max<qint64>(0, found->count);
                m_foundGap = m_foundGap || !found->reachedKnown;
            }
            if (--m_scansLoading == 0)
                finishPoll();
        });
    }
}

// Loaded already but held back until the other lists have caught up, or part of a later page.
bool EventFeed::isYetToCome(const Lane &lane, const Event &event)
{
    const auto &tail = lane.stream->tail();
    return (!lane.stream->isComplete() && tail && positionOf(event).isAfter(*tail))
        || std::any_of(
            lane.buffer.begin(), lane.buffer.end(), [&](const Event &waiting) { return waiting.key() == event.key(); });
}

void EventFeed::finishPoll()
{
    if (m_pollError) {
        const ApiError error = *std::exchange(m_pollError, std::nullopt);
        m_poller.failed(error);
        emit pollFailed(error);
        return;
    }
    m_poller.succeeded();
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    if (m_foundGap)
        return reload();
    m_matching = m_foundCount;
    int fresh = 0;
    QList<Event> accepted;
    QSet<QByteArray> counted;
    const std::optional<RowPosition> newestBefore = m_newest;
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        const Lane &lane = *m_lanes[i];
        const QList<Event> found = std::exchange(m_found[i], {});
        qint64 onTop = 0;
        for (const Event &event : found) {
            if (event.created) {
                noteNewest(positionOf(event));
                onTop += newestBefore && newestBefore->isAfter(positionOf(event)) ? 1 : 0;
            }
            if (!m_plan.accepts(event))
                continue;
            if (!m_model.contains(event)) {
                if (isYetToCome(lane, event))
                    continue;
                if (!counted.contains(event.key())) {
                    counted.insert(event.key());
                    ++fresh;
                }
            }
            accepted += event;
        }
        lane.stream->shift(onTop);
    }
    m_model.merge(accepted);
    emit countsChanged();
    if (fresh > 0)
        emit arrived(fresh);
}

void EventFeed::noteNewest(const RowPosition &position)
{
    if (!m_newest || m_newest->isAfter(position))
        m_newest = position;
}

bool EventFeed::isMatchingExact() const
{
    return m_plan.engine != QueryEngine::LocalRows
        && std::all_of(m_plan.streams.cbegin(), m_plan.streams.cend(),
            [](const EventListQuery &query) { return query.action.isEmpty(); });
}

void EventFeed::setState(FeedState state)
{
    m_model.setCanFetchMore(state == FeedState::Idle && m_client);
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace tidings
