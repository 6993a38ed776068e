// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchfeed.h"

#include "timesteps.h"
#include "timetext.h"
#include "visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct WatchFeedText
{
    Q_DECLARE_TR_FUNCTIONS(WatchFeed)
};

constexpr size_t mostTaken = 2000;
constexpr int baselinePage = 20;
constexpr int restPage = 100;
constexpr qsizetype mostWaiting = 20'000;
constexpr Timestamp catchUpOverlap = 30 * timesteps::second;

} // namespace

WatchFeed::WatchFeed(EventFeed &shown, QObject *parent)
    : QObject(parent)
    , m_shown(shown)
{
    connect(&m_poller, &Poller::due, this, &WatchFeed::poll);
    connect(&m_shown, &EventFeed::arrivedEvents, this, [this](const QList<Event> &events) {
        if (m_client && m_shown.query().isEmpty())
            m_knownCount += take(events);
    });
    connect(&m_shown, &EventFeed::missed, this, [this] { m_missed = true; });
    connect(&m_shown, &RecordFeed::stateChanged, this, [this](FeedState state) {
        if (state == FeedState::Loading)
            m_missed = true;
    });
}

WatchFeed::~WatchFeed()
{
    blockSignals(true);
    stop();
}

void WatchFeed::setClient(ApiClient *client)
{
    stop();
    m_client = client;
    m_clock.follow(client);
    m_evaluator.clear();
    restart();
}

void WatchFeed::setRules(const QList<WatchRule> &rules)
{
    const bool wasEmpty = m_evaluator.isEmpty();
    m_evaluator.setRules(rules);
    if (m_evaluator.isEmpty())
        stop();
    else if (wasEmpty)
        restart();
}

void WatchFeed::stop()
{
    if (m_scan)
        m_scan->cancel();
    m_scan.reset();
    if (m_rest) {
        m_rest->disconnect(this);
        m_rest->deleteLater(); // it may be what has just told something
        m_rest.clear();
    }
    m_waiting.clear();
    m_call.cancel();
    m_poller.setEnabled(false);
    m_baseline.reset();
    m_newest.reset();
    m_taken.clear();
    m_knownCount = -1;
    m_lastChecked = {};
    setError({});
}

void WatchFeed::restart()
{
    if (!m_client || m_evaluator.isEmpty())
        return;
    m_poller.setEnabled(true);
    askBaseline();
}

void WatchFeed::poll()
{
    if (!m_client || m_scan || m_call.isActive())
        return;
    if (!m_baseline)
        return askBaseline();
    if (m_rest)
        return m_rest->start(); // it failed, or is still at it
    if (shownServes())
        return succeeded();
    scan();
}

void WatchFeed::succeeded()
{
    m_lastChecked = QDateTime::currentDateTimeUtc();
    m_poller.succeeded();
    setError({});
}

void WatchFeed::failed(const ApiError &error)
{
    m_poller.failed(error);
    setError(error);
}

void WatchFeed::setError(const std::optional<ApiError> &error)
{
    if (m_error == error)
        return;
    m_error = error;
    emit stateChanged();
}

bool WatchFeed::shownServes() const
{
    const QDateTime last = m_shown.lastSuccess();
    return !m_missed && m_shown.query().isEmpty() && last.isValid()
        && last.secsTo(QDateTime::currentDateTimeUtc()) <= m_poller.interval().count();
}

void WatchFeed::askBaseline()
{
    EventListQuery query;
    query.pageSize = baselinePage;
    m_call = m_client->events(query, this, [this](const Result<Page<Event>> &page) {
        if (!page)
            return failed(page.error());
        // What is dated ahead says nothing about what comes.
        const QList<Event> &rows = page->items;
        const auto newest = std::find_if(rows.cbegin(), rows.cend(),
            [this](const Event &event) { return event.created && !m_clock.isAhead(*event.created); });
        m_baseline = newest == rows.cend() ? RowPosition{} : positionOf(*newest);
        m_newest = m_baseline;
        for (const Event &event : rows) {
            if (!isKnown(event))
                m_taken.emplace(*event.created, event.key());
        }
        m_knownCount = page->count;
        succeeded();
        emit checked();
    });
}

bool WatchFeed::isKnown(const Event &event) const
{
    return !event.created || !m_baseline->isAfter(positionOf(event))
        || m_taken.count({*event.created, event.key()}) > 0;
}

void WatchFeed::scan()
{
    const auto fetch
        = [this](PageWindow window, std::optional<Timestamp> /*bound*/, std::function<void(Result<Page<Event>>)> done) {
              EventListQuery query;
              query.page = window.page;
              query.pageSize = window.size;
              return m_client->events(query, this, std::move(done));
          };
    m_missed = false;
    m_scan = std::make_unique<HeadScan<Event>>(fetch, false, m_newest);
    m_scan->setKnown([this](const Event &event) { return isKnown(event); }, m_knownCount);
    m_scan->start([this](const Result<HeadScan<Event>::Found> &found) {
        // The scan still runs this; it goes with the next turn of the event loop.
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_scan))] {}, Qt::QueuedConnection);
        if (!found)
            return failed(found.error());
        m_knownCount = found->count;
        if (!found->reachedKnown) {
            m_waiting = found->rows;
            return readRest(positionOf(found->rows.constLast()));
        }
        take(found->rows);
        succeeded();
        emit checked();
    });
}

// From the place where the scan ended down to what was known before it.
void WatchFeed::readRest(const RowPosition &end)
{
    const auto fetch = [this](PageWindow window, const RangeReader::Bounds & /*none*/,
                           std::function<void(Result<Page<Event>>)> done) {
        EventListQuery query;
        query.page = window.page;
        query.pageSize = window.size;
        return m_client ? m_client->events(query, this, std::move(done)) : PendingCall();
    };
    RowSpan span;
    span.after = end;
    span.last = RowPosition{std::max(m_newest->created - catchUpOverlap, m_baseline->created), {}};
    m_rest = new RangeLoader(fetch, restPage, 2, false, span, this);
    connect(m_rest, &RangeLoader::cellRead, this, [this](const RangeCell &cell) {
        m_waiting += cell.rows;
        if (m_waiting.size() > mostWaiting)
            take(std::exchange(m_waiting, {}));
    });
    connect(m_rest, &RangeLoader::completed, this, [this] {
        m_rest->deleteLater();
        m_rest.clear();
        take(std::exchange(m_waiting, {}));
        succeeded();
        emit checked();
    });
    connect(m_rest, &RangeLoader::failed, this, [this](const ApiError &error) { failed(error); });
    m_rest->start();
}

qint64 WatchFeed::take(const QList<Event> &events)
{
    if (!m_baseline)
        return 0;
    QList<Event> fresh;
    for (const Event &event : events) {
        if (isKnown(event))
            continue;
        m_taken.emplace(*event.created, event.key());
        if (!m_clock.isAhead(*event.created) && m_newest->isAfter(positionOf(event)))
            m_newest = positionOf(event);
        fresh += event;
    }
    // Whatever is older than those that are remembered is old news. Not while older ones are still on their way.
    while (m_taken.size() > mostTaken && !m_rest) {
        m_baseline = RowPosition{m_taken.begin()->first, {}};
        m_taken.erase(m_taken.begin());
    }
    const QList<WatchHit> hits = m_evaluator.take(fresh);
    if (!hits.isEmpty())
        emit fired(hits);
    return fresh.size();
}

QString watchStateText(const WatchFeed &feed, const QDateTime &now)
{
    const QDateTime last = feed.lastChecked();
    if (const auto &error = feed.error()) {
        const QString reason = visibleText(describe(*error));
        return last.isValid() ? WatchFeedText::tr("New events were not checked since %1: %2", "time, why")
                                    .arg(exactTime(fromDateTime(last)), reason)
                              : WatchFeedText::tr("New events are not checked: %1", "why").arg(reason);
    }
    return last.isValid()
        ? WatchFeedText::tr("New events were checked %1", "how long ago").arg(relativeTime(fromDateTime(last), now))
        : QString();
}

} // namespace tidings
