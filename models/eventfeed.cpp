// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfeed.h"

#include <QSet>

#include <algorithm>

namespace tidings {

namespace {

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
    : EventListFeed(model, parent)
    , m_model(model)
{
}

EventFeed::~EventFeed()
{
    EventFeed::stop();
}

void EventFeed::setClient(ApiClient *client)
{
    useClient(client);
    m_capabilities = {};
    reload();
}

void EventFeed::setCapabilities(const ServerCapabilities &capabilities)
{
    if (m_capabilities == capabilities)
        return;
    m_capabilities = capabilities;
    const QueryPlan plan = QueryPlan::make(query(), m_capabilities, m_openedAt);
    const bool sameQuestions = plan.streams == m_plan.streams && plan.localConditions == m_plan.localConditions;
    const bool keysetNow = plan.allowsKeyset && !m_plan.allowsKeyset;
    m_plan = plan;
    emit planChanged();
    if (!client())
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
    if (takeQuery(query))
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
            return client()->events(query, this, std::move(done));
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

void EventFeed::open()
{
    m_openedAt = fromDateTime(QDateTime::currentDateTimeUtc());
    m_plan = QueryPlan::make(query(), m_capabilities, m_openedAt);
    emit planChanged();
    if (!client())
        return;
    for (const EventListQuery &query : std::as_const(m_plan.streams)) {
        auto lane = std::make_unique<Lane>();
        lane->stream
            = std::make_unique<PagedStream<Event>>(fetchFor(query), m_capabilities.maxPageSize, m_plan.allowsKeyset);
        if (m_plan.range.until && !m_plan.serverKnowsRange)
            lane->stream->startBefore(*m_plan.range.until);
        m_lanes.push_back(std::move(lane));
    }
}

void EventFeed::fetchNext()
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
        // Everything further back is older.
        const auto &tail = lane.stream->tail();
        if (m_plan.range.from && tail && tail->created < *m_plan.range.from)
            lane.stream->finish();
    }
    if (m_lanesLoading > 0)
        return;
    if (m_loadError)
        return listFailed(*std::exchange(m_loadError, std::nullopt));
    qint64 matching = 0;
    for (const auto &each : m_lanes)
        matching += std::max<qint64>(0, each->stream->count());
    listAnswered(matching);
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
    finishRound(!batch.isEmpty(), complete);
}

void EventFeed::fetchHead()
{
    // Nothing new can appear in a range that has ended, and the way down to it may be long.
    if (m_plan.range.until && *m_plan.range.until <= fromDateTime(QDateTime::currentDateTimeUtc()))
        return poller().succeeded();
    m_foundCount = 0;
    m_foundGap = false;
    m_pollError.reset();
    m_scans.clear();
    const auto lanes = static_cast<size_t>(m_plan.streams.size());
    m_found.assign(lanes, {});
    m_scansLoading = static_cast<int>(lanes);
    for (const EventListQuery &query : std::as_const(m_plan.streams))
        m_scans.push_back(std::make_unique<HeadScan<Event>>(fetchFor(query), m_plan.allowsKeyset, newest()));
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
    if (m_pollError)
        return headFailed(*std::exchange(m_pollError, std::nullopt));
    headAnswered();
    if (m_foundGap)
        return reload();
    setMatching(m_foundCount);
    int fresh = 0;
    QList<Event> accepted;
    QSet<QByteArray> counted;
    const std::optional<RowPosition> newestBefore = newest();
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

PendingCall EventFeed::requestVolume(int historyDays, QObject *context, ApiClient::Callback<QList<VolumeBucket>> done)
{
    if (!client() || m_plan.streams.isEmpty())
        return {};
    return client()->eventVolume(m_plan.streams.constFirst(), historyDays, context, std::move(done));
}

bool EventFeed::isMatchingExact() const
{
    return !m_plan.isPartlyLocal() && m_plan.engine != QueryEngine::LocalRows
        && std::all_of(m_plan.streams.cbegin(), m_plan.streams.cend(),
            [](const EventListQuery &query) { return query.action.isEmpty(); });
}

} // namespace tidings
