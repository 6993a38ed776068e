// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfeed.h"

#include "timesteps.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace tidings {

namespace {

// AKQL knows whole seconds, in the server's zone, which is UTC.
QString boundedSearch(const QString &search, const RangeReader::Bounds &bounds)
{
    const auto condition = [](const char *relation, Timestamp bound) {
        return QStringLiteral("created %1 \"%2\"")
            .arg(QLatin1StringView(relation), toDateTime(bound).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    };
    QStringList parts;
    if (!search.isEmpty())
        parts += QStringLiteral("(%1)").arg(search);
    if (bounds.from)
        parts += condition(">=", *bounds.from);
    if (bounds.until)
        parts += condition("<", *bounds.until);
    return parts.join(QStringLiteral(" and "));
}

// Rows that wait for another list before its loader is told to wait too.
constexpr size_t mostBuffered = 3000;
// Rows that go to the model in one turn of the event loop.
constexpr qsizetype mostAtOnce = 1000;
// What is read again below the rows that a gap is found above.
constexpr Timestamp overlap = 30 * timesteps::second;

qint64 quarterOfMemory()
{
#ifdef Q_OS_UNIX
    const auto pages = static_cast<qint64>(sysconf(_SC_PHYS_PAGES));
    const auto pageSize = static_cast<qint64>(sysconf(_SC_PAGESIZE));
    if (pages > 0 && pageSize > 0)
        return pages / 4 * pageSize;
#endif
    return qint64(2) << 30;
}

// Whether a list may have a row with this action, as far as the lists of one plan differ.
bool mayHold(const EventListQuery &query, const QString &action)
{
    return (query.action.isEmpty() || action.contains(query.action, Qt::CaseInsensitive))
        && (query.actions.isEmpty() || query.actions.contains(action));
}

void discard(QPointer<RangeLoader> &loader, QObject *owner)
{
    if (!loader)
        return;
    loader->disconnect(owner);
    loader->pause();
    loader->deleteLater(); // it may be the one that has just said something
    loader.clear();
}

} // namespace

EventFeed::EventFeed(EventTableModel &model, QObject *parent)
    : EventListFeed(model, parent)
    , m_model(model)
    , m_sorter(model)
    , m_memoryLimit(quarterOfMemory())
{
    m_slices.setSingleShot(true);
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &EventFeed::takeSome);
    // The question is asked anew without the language.
    connect(&m_answers, &AnswerCheck::distrusted, this, &EventFeed::reload);
}

EventFeed::~EventFeed()
{
    EventFeed::stop();
}

void EventFeed::setClient(ApiClient *client)
{
    useClient(client);
    m_capabilities = {};
    m_answers.reset();
    m_place.reset();
    reload();
}

void EventFeed::setCapabilities(const ServerCapabilities &capabilities)
{
    if (m_capabilities == capabilities)
        return;
    m_capabilities = capabilities;
    const QueryPlan plan = makePlan();
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
    setQuery(query, query.range == EventListFeed::query().range ? m_place : std::nullopt);
}

void EventFeed::setQuery(const EventQuery &query, std::optional<Timestamp> place)
{
    const bool isOtherPlace = std::exchange(m_place, place) != place;
    if (!takeQuery(query) && !isOtherPlace)
        return;
    m_answers.reset();
    forgetRows();
    reload();
}

bool EventFeed::accepts(const Event &event)
{
    if (!m_plan.accepts(event))
        return false;
    if (m_plan.isAnswer(event))
        return true;
    m_answers.distrust();
    return false;
}

void EventFeed::checkAnswer()
{
    if (m_plan.engine == QueryEngine::Akql)
        m_answers.ask(*client(), m_plan.streams.constFirst().search);
}

// A loader begins at the top once more.
qint64 EventFeed::examined() const
{
    qint64 rows = 0;
    for (const auto &lane : m_lanes)
        rows += lane->loader ? std::max(lane->read, lane->loader->loaded()) : lane->read;
    return std::max(rows, found());
}

std::optional<Timestamp> EventFeed::reached() const
{
    std::optional<Timestamp> newest;
    for (const auto &lane : m_lanes) {
        if (lane->isComplete())
            continue;
        const auto tail = lane->tail();
        if (!tail)
            return std::nullopt;
        newest = std::max(newest.value_or(tail->created), tail->created);
    }
    return newest;
}

void EventFeed::handleHeadAnswer()
{
    if (m_poll.count() == 0 && m_model.rowCount() > 0)
        checkAnswer();
    leaveRange();
}

// What was in "the last 15 minutes" is not for ever.
void EventFeed::leaveRange()
{
    if (query().range.last.count() <= 0)
        return;
    m_plan.range = rangeAt(currentTimestamp());
    const std::vector<EventStore::Slot> &rows = m_model.rowsByTime();
    const EventStore &store = m_model.store();
    const auto first = std::partition_point(
        rows.begin(), rows.end(), [&](EventStore::Slot slot) { return m_plan.range.contains(store.created(slot)); });
    if (first == rows.end())
        return;
    m_hasLeft = true;
    constexpr std::ptrdiff_t mostOneByOne = 1000;
    if (rows.end() - first > mostOneByOne) {
        QMetaObject::invokeMethod(this, &EventFeed::reload, Qt::QueuedConnection);
        return;
    }
    QList<QByteArray> keys;
    for (auto row = first; row != rows.end(); ++row)
        keys.prepend(store.event(*row).key());
    for (const QByteArray &key : std::as_const(keys))
        m_model.remove(key);
}

void EventFeed::resolveAgain()
{
    if (hasDayPassed())
        reload();
}

bool EventFeed::hasDayPassed() const
{
    return query().range.days != TimeRange::Days::None && rangeAt(currentTimestamp()) != m_plan.range;
}

std::optional<PagedStream<Event>::Steps> EventFeed::searching() const
{
    std::optional<PagedStream<Event>::Steps> all;
    for (const auto &lane : m_lanes) {
        const auto steps = lane->stream->searching();
        if (!steps)
            continue;
        const bool isKnown = steps->most > 0 && (!all || all->most > 0);
        all = PagedStream<Event>::Steps{
            (all ? all->taken : 0) + steps->taken, isKnown ? (all ? all->most : 0) + steps->most : 0};
    }
    return all;
}

TimeRange EventFeed::rangeAt(Timestamp now) const
{
    TimeRange range = query().range.resolved(now, m_model.timeDisplay());
    if (m_place && (!range.until || *m_place < *range.until))
        range.until = m_place;
    return range;
}

QueryPlan EventFeed::makePlan() const
{
    ServerCapabilities capabilities = m_capabilities;
    capabilities.answersAkql = capabilities.answersAkql && !m_answers.isDistrusted();
    EventQuery asked = query();
    asked.range = rangeAt(m_openedAt);
    return QueryPlan::make(asked, capabilities, m_openedAt);
}

PagedStream<Event>::Fetch EventFeed::fetchFor(const EventListQuery &base)
{
    return
        [this, base](PageWindow window, std::optional<Timestamp> bound, std::function<void(Result<Page<Event>>)> done) {
            EventListQuery query = base;
            query.page = window.page;
            query.pageSize = window.size;
            if (bound)
                query.search = boundedSearch(base.search, {std::nullopt, bound});
            emit searchingChanged();
            return client()->events(query, this, std::move(done));
        };
}

RangeReader::Fetch EventFeed::rangeFetchFor(const EventListQuery &base)
{
    return [this, base](
               PageWindow window, const RangeReader::Bounds &bounds, std::function<void(Result<Page<Event>>)> done) {
        EventListQuery query = base;
        query.page = window.page;
        query.pageSize = window.size;
        if (bounds != RangeReader::Bounds())
            query.search = boundedSearch(base.search, bounds);
        return client() ? client()->eventHeads(query, this, std::move(done)) : PendingCall();
    };
}

void EventFeed::stop()
{
    m_slices.stop();
    dropGap();
    for (const auto &lane : m_lanes) {
        lane->stream->cancel();
        discard(lane->loader, this);
    }
    m_answers.stop();
    m_lanes.clear();
    m_news = 0;
    m_lanesLoading = 0;
    m_poll.cancel();
}

void EventFeed::open()
{
    m_sorter.sort(sortKeys()); // nothing so far; what comes
    m_openedAt = currentTimestamp();
    m_plan = makePlan();
    m_answers.open();
    m_hasLeft = false;
    m_isFull = false;
    m_tooLarge = 0;
    m_tooLargeOnTop = 0;
    emit planChanged();
    if (!client())
        return;
    for (const EventListQuery &query : std::as_const(m_plan.streams)) {
        auto lane = std::make_unique<Lane>();
        lane->stream
            = std::make_unique<PagedStream<Event>>(fetchFor(query), m_capabilities.maxPageSize, m_plan.allowsKeyset);
        if (m_plan.range.until && !m_plan.serverKnowsRange)
            lane->stream->startBefore(*m_plan.range.until);
        lane->query = query;
        m_lanes.push_back(std::move(lane));
    }
}

void EventFeed::dropStale()
{
    RecordFeed::dropStale();
    m_sorter.sort(sortKeys()); // nothing so far; what comes
}

void EventFeed::fetchNext()
{
    if (isLoadingAll() || hasLoaders())
        return load();
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
        lane.read += batch->rows.size();
        if (lane.knownCount < 0)
            lane.knownCount = lane.stream->count();
        for (const Event &event : std::as_const(batch->rows)) {
            if (event.created)
                noteNewest(positionOf(event));
            if (accepts(event))
                lane.buffer.push_back(event);
            else
                lane.isPure = false;
        }
        // Everything further back is older.
        const auto &tail = lane.stream->tail();
        if (m_plan.range.from && tail && tail->created < *m_plan.range.from)
            lane.stream->finish();
    }
    if (m_lanesLoading > 0)
        return;
    noteTooLarge();
    if (m_loadError)
        return listFailed(*std::exchange(m_loadError, std::nullopt));
    listsAnswered();
    if (matching() == 0)
        checkAnswer();
    drain();
}

void EventFeed::listsAnswered()
{
    qint64 matching = 0;
    for (const auto &lane : m_lanes)
        matching += std::max<qint64>(0, lane->loader ? lane->loader->count() : lane->stream->count());
    listAnswered(matching);
}

// The rows that may go to the model: as long as every list that is not at its end has one to compare with, and not too
// many at once.
QList<Event> EventFeed::takeReady()
{
    QList<Event> ready;
    while (ready.size() < mostAtOnce) {
        Lane *newest = nullptr;
        bool starved = false;
        for (const auto &lane : m_lanes) {
            if (lane->buffer.empty()) {
                starved = starved || !lane->isComplete();
                continue;
            }
            if (!newest || positionOf(newest->buffer.front()).isAfter(positionOf(lane->buffer.front())))
                newest = lane.get();
        }
        if (starved || !newest)
            return ready;
        ready += newest->buffer.front();
        newest->buffer.pop_front();
    }
    return ready;
}

bool EventFeed::isEverythingTaken() const
{
    return std::all_of(
        m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane->buffer.empty() && lane->isComplete(); });
}

void EventFeed::drain()
{
    const QList<Event> batch = takeReady();
    m_model.merge(batch);
    finishRound(!batch.isEmpty(), isEverythingTaken());
}

// Everything, or, when the user only asks for more of a list whose loading was stopped, a little of it.
void EventFeed::load()
{
    if (stopWhenFull())
        return;
    for (const auto &lane : m_lanes) {
        if (!lane->loader)
            addLoader(*lane);
        if (lane->buffer.size() < mostBuffered)
            lane->loader->start();
    }
}

void EventFeed::addLoader(Lane &lane)
{
    RowSpan limits;
    if (!m_plan.serverKnowsRange) {
        // In front of all rows of these moments.
        if (m_plan.range.until)
            limits.after = RowPosition{*m_plan.range.until - 1, {}};
        if (m_plan.range.from)
            limits.last = RowPosition{*m_plan.range.from - 1, {}};
    }
    const int requests = std::max(1, mostRequests / static_cast<int>(m_lanes.size()));
    lane.loader = new RangeLoader(
        rangeFetchFor(lane.query), m_capabilities.maxPageSize, requests, m_plan.allowsKeyset, limits, this);
    lane.loader->setPatience(m_patience);
    if (newest())
        lane.loader->setNewest(*newest());
    // What is between the newest rows and those before is read by it, too.
    const bool hasGap = lane.gap;
    discard(lane.gap, this);
    if (hasGap && std::none_of(m_lanes.begin(), m_lanes.end(), [](const auto &each) { return each->gap; }))
        m_gapEnd.reset();
    const std::optional<RowPosition> tail = lane.stream->tail();
    // Rows that other lists brought, or that were left out, cannot be told from those of this one.
    const bool isAllHere = m_lanes.size() == 1 && lane.isPure && !hasGap && !limits.after && !limits.last
        && lane.buffer.empty() && lane.stream->tooLarge() == 0;
    if (tail && isAllHere && lane.knownCount >= 0)
        lane.loader->setRead(*tail, m_model.rowsDownTo(lane.loader->placeAt(*tail)), lane.knownCount);
    lane.stream->finish(); // the loader goes on, or begins at the top once more
    lane.buffer.clear();
    connect(lane.loader, &RangeLoader::cellRead, this,
        [this, lane = &lane](const RangeCell &cell) { takeCell(*lane, cell); });
    connect(lane.loader, &RangeLoader::cellRead, this, &EventFeed::endSearchInCells);
    connect(lane.loader, &RangeLoader::completed, this, &EventFeed::takeSome);
    connect(lane.loader, &RangeLoader::startedAnew, this, &EventFeed::loadAnew);
    // Later: somebody may reload when hearing of the news.
    connect(lane.loader, &RangeLoader::checked, this, &EventFeed::tellNews, Qt::QueuedConnection);
    connect(lane.loader, &RangeLoader::failed, this, [this](const ApiError &error) {
        pauseLoaders();
        listFailed(error);
    });
}

// Takes away what the server does not have there any more. Returns the rows that are wanted.
QList<Event> EventFeed::settle(const Lane &lane, const RangeCell &cell)
{
    const EventStore &store = m_model.store();
    m_model.removeMissing(cell.span, cell.rows, [&](EventStore::Slot slot) {
        return m_lanes.size() == 1 || mayHold(lane.query, store.text(slot, EventStore::Column::Action));
    });
    for (const Event &event : cell.rows) {
        if (event.created)
            noteNewest(positionOf(event));
    }
    QList<Event> accepted = cell.rows;
    const auto isUnwanted = [this](const Event &event) {
        return !accepts(event);
    };
    if (std::any_of(accepted.cbegin(), accepted.cend(), isUnwanted)) // nothing is copied where all are wanted
        accepted.removeIf(isUnwanted);
    return accepted;
}

void EventFeed::takeCell(Lane &lane, const RangeCell &cell)
{
    const bool isLoading = !lane.loader->isComplete();
    const QList<Event> accepted = settle(lane, cell);
    noteTooLarge();
    if (!isLoading) {
        setMatching(std::max<qint64>(0, m_lanes.size() == 1 ? lane.loader->count() : matching()));
        mergeNews(accepted); // somebody may reload when hearing of them
        return emit countsChanged();
    }
    if (lane.knownCount < 0)
        lane.knownCount = lane.loader->count();
    listsAnswered();
    const bool waitsForOthers = m_lanes.size() > 1 || !lane.buffer.empty();
    if (waitsForOthers)
        lane.buffer.insert(lane.buffer.end(), accepted.cbegin(), accepted.cend());
    const QList<Event> ready = waitsForOthers ? takeReady() : accepted;
    m_model.merge(ready);
    if (waitsForOthers && ready.size() >= mostAtOnce)
        m_slices.start();
    if (stopWhenFull())
        return emit countsChanged();
    if (!isLoadingAll() && !ready.isEmpty()) {
        pauseLoaders();
        return finishRound(true, false);
    }
    for (const auto &each : m_lanes) {
        if (!each->loader || each->loader->isComplete())
            continue;
        if (each->buffer.size() >= mostBuffered)
            each->loader->pause();
        else if (state() == FeedState::Loading)
            each->loader->start();
    }
    emit countsChanged();
}

// A list is at its end, or there was too much for one turn.
void EventFeed::takeSome()
{
    const QList<Event> ready = takeReady();
    m_model.merge(ready);
    if (ready.size() >= mostAtOnce) {
        m_slices.start();
        return emit countsChanged();
    }
    if (isEverythingTaken()) {
        finishRound(true, true);
        // What came and went meanwhile.
        if (poller().isEnabled())
            poll();
        return;
    }
    if (state() != FeedState::Loading)
        return emit countsChanged();
    if (!isLoadingAll() && !ready.isEmpty()) {
        pauseLoaders();
        return finishRound(true, false);
    }
    load(); // those that were told to wait for this one
}

bool EventFeed::stopWhenFull()
{
    const bool isFull = m_model.store().memoryUse() >= m_memoryLimit;
    if (std::exchange(m_isFull, isFull) != isFull)
        emit planChanged();
    if (!isFull)
        return false;
    if (state() == FeedState::Loading)
        stopLoadingAll();
    if (state() == FeedState::Loading)
        finishRound(true, false);
    return true;
}

void EventFeed::noteTooLarge()
{
    int count = 0;
    for (const auto &lane : m_lanes)
        count += lane->loader ? lane->loader->tooLarge() : lane->stream->tooLarge();
    count = std::max(count, m_tooLargeOnTop);
    if (std::exchange(m_tooLarge, count) != count)
        emit planChanged();
}

QString EventFeed::warning() const
{
    QStringList parts;
    if (m_answers.isDistrusted())
        parts += tr("The server took the query for plain words, so it is checked on this computer.");
    if (!m_plan.warning.isEmpty())
        parts += m_plan.warning;
    if (m_isFull) {
        parts += tr("Loading stopped: the events that are loaded take %1 of memory. A narrower question needs less.")
                     .arg(QLocale().formattedDataSize(m_model.store().memoryUse(), 1));
    }
    if (m_tooLarge > 0)
        parts += tr("%n event(s) too large to show.", nullptr, m_tooLarge);
    return parts.join(u' ');
}

// A cell of which nothing is wanted ends no round.
void EventFeed::endSearchInCells()
{
    if (state() != FeedState::Loading || !isGoalReached())
        return;
    pauseLoaders();
    finishRound(false, false);
}

bool EventFeed::hasLoaders() const
{
    return !m_lanes.empty() && m_lanes.front()->loader;
}

void EventFeed::pauseLoaders()
{
    for (const auto &lane : m_lanes) {
        if (lane->loader && !lane->loader->isComplete())
            lane->loader->pause();
    }
}

void EventFeed::stopLoadingAll()
{
    EventListFeed::stopLoadingAll();
    pauseLoaders();
    if (hasLoaders() && state() == FeedState::Loading)
        finishRound(true, false);
}

// Nothing new can appear in a range that has ended, and the way down to it may be long.
bool EventFeed::isRangeOver() const
{
    return m_plan.range.until && *m_plan.range.until <= currentTimestamp();
}

void EventFeed::fetchHead()
{
    if (hasDayPassed()) {
        headAnswered();
        return reload();
    }
    m_onlyCounts = isRangeOver();
    // Where the server does not know the range its count tells nothing of it.
    if (m_onlyCounts && !hasLoaders() && (state() != FeedState::Complete || !m_plan.serverKnowsRange)) {
        headAnswered();
        return emit countsChanged();
    }
    // One small page for the counts
    const std::optional<RowPosition> known
        = m_onlyCounts ? RowPosition{std::numeric_limits<Timestamp>::max(), {}} : newest();
    m_poll.begin();
    for (const auto &lane : m_lanes) {
        HeadPoll::Scan &scan = m_poll.add(fetchFor(lane->query), m_plan.allowsKeyset, known);
        if (!m_onlyCounts)
            scan.setKnown(knownTo(*lane), lane->knownCount);
        scan.setMostRows(mostAtOnce);
    }
    m_poll.start([this](const std::optional<ApiError> &error) {
        if (error)
            headFailed(*error);
        else
            finishPoll();
    });
    for (const auto &lane : m_lanes) {
        if (lane->gap && !m_isFull)
            lane->gap->start(); // it may have failed
    }
}

// Whether a row of this list is shown, or held back until the other lists have caught up, or part of a later page, or
// was left out before.
std::function<bool(const Event &)> EventFeed::knownTo(const Lane &lane) const
{
    QSet<QByteArray> waiting;
    for (const Event &event : lane.buffer)
        waiting.insert(event.key());
    return [this, &lane, waiting = std::move(waiting)](const Event &event) {
        if (m_model.contains(event))
            return true;
        const RowPosition position = positionOf(event);
        const auto tail = lane.tail();
        if ((!lane.isComplete() && tail && position.isAfter(*tail)) || waiting.contains(event.key()))
            return true;
        return !m_plan.accepts(event) && newest() && !newest()->isAfter(position);
    };
}

void EventFeed::finishPoll()
{
    headAnswered();
    bool isAnyOff = false;
    if (m_onlyCounts) {
        for (size_t i = 0; i < m_lanes.size(); ++i)
            isAnyOff = isAnyOff || isOff(*m_lanes[i], m_poll.found()[i], 0);
        checkLoaders(isAnyOff);
        return emit countsChanged();
    }
    setMatching(m_poll.count());
    m_tooLargeOnTop = 0;
    for (const HeadPoll::Found &found : m_poll.found())
        m_tooLargeOnTop += found.tooLarge;
    const std::optional<RowPosition> newestBefore = newest();
    if (m_poll.hasGap() && hasLoaders()) {
        // Once all is loaded, the check reads them all.
        const bool areComplete
            = std::all_of(m_lanes.begin(), m_lanes.end(), [](const auto &lane) { return lane->loader->isComplete(); });
        for (size_t i = 0; areComplete && i < m_lanes.size(); ++i)
            m_lanes[i]->knownCount = m_poll.found()[i].count;
        checkLoaders(false);
        return emit countsChanged();
    }
    if (m_poll.hasGap() && !newestBefore)
        return reload(); // there was nothing
    const QList<Event> fresh = mergeTop(isAnyOff);
    if (m_poll.hasGap())
        fillGap(*newestBefore);
    checkLoaders(isAnyOff);
    noteTooLarge();
    emit countsChanged();
    if (fresh.isEmpty())
        return;
    m_news += fresh.size();
    if (m_gapEnd) // the rest is told with them
        return emit missed();
    emit arrivedEvents(fresh);
    tellNews();
}

// What the poll found goes to the model. Returns those of it that are new, and tells whether a list has other rows than
// those that are known.
QList<Event> EventFeed::mergeTop(bool &isAnyOff)
{
    const std::optional<RowPosition> newestBefore = newest();
    QList<Event> fresh;
    QList<Event> accepted;
    QSet<QByteArray> counted;
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        Lane &lane = *m_lanes[i];
        const HeadPoll::Found &found = m_poll.found()[i];
        const auto isKnown = knownTo(lane);
        qint64 onTop = 0;
        qint64 all = 0; // that are new, those that came late included
        for (const Event &event : found.rows) {
            const bool isNew = !isKnown(event);
            all += isNew ? 1 : 0;
            onTop += isNew && newestBefore && newestBefore->isAfter(positionOf(event)) ? 1 : 0;
            if (!accepts(event)) {
                lane.isPure = false;
                continue;
            }
            if (!m_model.contains(event)) {
                if (!isNew)
                    continue;
                if (!counted.contains(event.key())) {
                    counted.insert(event.key());
                    fresh += event;
                }
            }
            accepted += event;
        }
        if (!found.reachedKnown && lane.knownCount >= 0)
            onTop = std::max(onTop, found.count - lane.knownCount);
        isAnyOff = isAnyOff || isOff(lane, found, all);
        lane.knownCount = found.count;
        lane.stream->shift(onTop);
        lane.read += std::max(onTop, all);
        if (lane.loader)
            lane.loader->addOnTop(found.rows);
    }
    for (const HeadPoll::Found &found : m_poll.found()) {
        for (const Event &event : found.rows) {
            if (event.created)
                noteNewest(positionOf(event));
        }
    }
    m_model.merge(accepted);
    return fresh;
}

// Whether the server counts other rows than those that were read, and those that are new.
bool EventFeed::isOff(const Lane &lane, const HeadPoll::Found &found, qint64 fresh) const
{
    if (!found.reachedKnown)
        return false; // the rest is read yet
    const bool isOfRange = m_plan.serverKnowsRange || m_plan.range.isUnlimited();
    return found.count != fresh + (isOfRange ? lane.read + lane.stream->tooLarge() : lane.knownCount);
}

// What is complete without them gets loaders when rows went from it: they find which.
void EventFeed::checkLoaders(bool isOff)
{
    if (isOff && state() == FeedState::Complete && !hasLoaders()) {
        for (const auto &lane : m_lanes) {
            addLoader(*lane);
            lane->loader->setComplete();
        }
    }
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        if (m_lanes[i]->loader)
            m_lanes[i]->loader->check(m_poll.found()[i].count);
    }
}

// More rows are new than a poll reads: what is between them and those before is read by and by.
void EventFeed::fillGap(const RowPosition &newestBefore)
{
    using timesteps::second;
    if (!m_gapEnd)
        m_gapEnd = newestBefore;
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        const HeadPoll::Found &found = m_poll.found()[i];
        const auto last = std::find_if(
            found.rows.crbegin(), found.rows.crend(), [](const Event &event) { return event.created.has_value(); });
        if (found.reachedKnown || last == found.rows.crend())
            continue;
        Lane &lane = *m_lanes[i];
        discard(lane.gap, this);
        RowSpan span;
        span.after = RowPosition{(*last->created / second + 1) * second - 1, {}};
        span.last = RowPosition{(m_gapEnd->created - overlap) / second * second - 1, {}};
        const int requests = std::max(1, mostRequests / static_cast<int>(m_lanes.size()));
        lane.gap = new RangeLoader(
            rangeFetchFor(lane.query), m_capabilities.maxPageSize, requests, m_plan.allowsKeyset, span, this);
        lane.gap->setPatience(m_patience);
        lane.gap->setRead(positionOf(*last), 0, found.count); // by which the server's notion of time is judged
        connect(lane.gap, &RangeLoader::cellRead, this,
            [this, lane = &lane](const RangeCell &cell) { takeGap(*lane, cell); });
        connect(lane.gap, &RangeLoader::completed, this, [this, lane = &lane] { gapRead(*lane); });
        connect(lane.gap, &RangeLoader::failed, this, &EventFeed::headFailed);
        lane.gap->start();
    }
    if (std::none_of(m_lanes.begin(), m_lanes.end(), [](const auto &each) { return each->gap; }))
        m_gapEnd.reset(); // rows without a time lead nowhere
}

void EventFeed::takeGap(const Lane &lane, const RangeCell &cell)
{
    const QPointer<RangeLoader> gap = lane.gap; // somebody may reload when hearing of the news
    mergeNews(settle(lane, cell));
    if (stopWhenFull() && gap)
        gap->pause();
    emit countsChanged();
}

void EventFeed::gapRead(Lane &lane)
{
    discard(lane.gap, this);
    if (std::any_of(m_lanes.begin(), m_lanes.end(), [](const auto &each) { return each->gap; }))
        return;
    m_gapEnd.reset();
    tellNews();
}

void EventFeed::dropGap()
{
    for (const auto &lane : m_lanes)
        discard(lane->gap, this);
    m_gapEnd.reset();
}

void EventFeed::mergeNews(const QList<Event> &accepted)
{
    const auto fresh = std::count_if(
        accepted.cbegin(), accepted.cend(), [this](const Event &event) { return !m_model.contains(event); });
    m_model.merge(accepted);
    m_news += fresh;
    if (fresh > 0)
        emit missed();
}

void EventFeed::tellNews()
{
    if (const qint64 news = std::exchange(m_news, 0); news > 0)
        emit arrived(static_cast<int>(news));
}

void EventFeed::sortRows()
{
    m_sorter.sort(sortKeys());
}

QString EventFeed::engineText() const
{
    if (sortKeys().isEmpty())
        return m_plan.engineText();
    return tr("%1, loaded rows sorted here by %2").arg(m_plan.engineText(), sortOrderText(sortKeys()));
}

PendingCall EventFeed::requestVolume(int historyDays, QObject *context, ApiClient::Callback<QList<VolumeBucket>> done)
{
    if (!client() || m_plan.streams.isEmpty())
        return {};
    return client()->eventVolume(m_plan.streams.constFirst(), historyDays, context, std::move(done));
}

bool EventFeed::isMatchingExact() const
{
    return m_plan.isCountExact() && !m_hasLeft;
}

} // namespace tidings
