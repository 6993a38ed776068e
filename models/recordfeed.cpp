// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordfeed.h"

#include "recordtablemodel.h"
#include "visibletext.h"

#include <utility>

namespace tidings {

namespace {

// Batches without a single accepted row before the user has to ask for more.
constexpr int mostEmptyRounds = 20;

} // namespace

RecordFeed::RecordFeed(RecordTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_model, &RecordTableModel::moreRequested, this, &RecordFeed::loadMore);
    connect(&m_poller, &Poller::due, this, [this] {
        if (m_isUnseen)
            m_isDue = true;
        else
            poll();
    });
}

void RecordFeed::setUnseen(bool unseen)
{
    m_isUnseen = unseen;
    if (!unseen && std::exchange(m_isDue, false))
        poll();
}

void RecordFeed::useClient(ApiClient *client)
{
    stop();
    forgetRows(); // another's
    m_client = client;
    m_clock.follow(client);
    m_poller.setEnabled(client != nullptr);
}

void RecordFeed::reload()
{
    stop();
    m_loadsAll = false;
    m_goal.reset();
    m_isInterrupted = false;
    m_isStale = isReady() && m_model.rowCount() > 0;
    if (!m_isStale)
        m_model.clear();
    m_matching = -1;
    m_newest.reset();
    m_newestAhead.reset();
    open();
    emit reloaded();
    emit countsChanged();
    if (isReady())
        start();
    else
        setState(FeedState::Idle);
}

void RecordFeed::forgetRows()
{
    m_isStale = false;
    m_model.clear();
}

void RecordFeed::dropStale()
{
    m_model.clear();
}

void RecordFeed::start()
{
    m_emptyRounds = 0;
    setState(FeedState::Loading);
    fetchNext();
}

void RecordFeed::loadMore()
{
    if (m_state == FeedState::Idle && isReady())
        start();
}

void RecordFeed::loadAll()
{
    if (!isReady() || m_state == FeedState::Complete)
        return;
    m_goal.reset();
    m_loadsAll = true;
    m_isInterrupted = false;
    if (m_state != FeedState::Loading)
        start();
}

void RecordFeed::loadAnew()
{
    m_loadsAll = true;
    if (m_state != FeedState::Loading)
        start();
}

void RecordFeed::searchBack(const SearchGoal &goal)
{
    if (goal.isEverything())
        return loadAll();
    if (!isReady() || m_state == FeedState::Complete)
        return;
    m_loadsAll = false;
    m_goal = goal;
    if (goal.enough > 0)
        m_goal->enough += static_cast<int>(found());
    if (m_state != FeedState::Loading)
        start();
}

void RecordFeed::stopLoadingAll()
{
    if (isSearching())
        m_emptyRounds = mostEmptyRounds; // nor does it go on until something is found
    m_loadsAll = false;
    m_goal.reset();
    m_isInterrupted = false;
}

qint64 RecordFeed::found() const
{
    return m_model.confirmedCount();
}

bool RecordFeed::isGoalReached() const
{
    if (!m_goal)
        return false;
    const auto at = reached();
    return (m_goal->enough > 0 && found() >= m_goal->enough) || (m_goal->bound && at && *at < *m_goal->bound);
}

void RecordFeed::retry()
{
    if (m_state != FeedState::Failed || !isReady())
        return;
    m_loadsAll = std::exchange(m_isInterrupted, false);
    start();
}

void RecordFeed::poll()
{
    if (!isReady() || isPolling())
        return;
    if (m_state == FeedState::Failed)
        return retry();
    if (m_state == FeedState::Loading && !pollsWhileLoading())
        return m_poller.succeeded();
    fetchHead();
}

QString RecordFeed::errorText() const
{
    return visibleText(describe(m_error));
}

void RecordFeed::listAnswered(qint64 matching)
{
    if (std::exchange(m_isStale, false))
        dropStale();
    m_matching = matching;
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    m_poller.recovered();
}

void RecordFeed::listFailed(const ApiError &error)
{
    m_isInterrupted = std::exchange(m_loadsAll, false) || m_isInterrupted; // several lists may fail
    m_goal.reset();
    m_error = error;
    m_poller.failed(m_error);
    setState(FeedState::Failed);
}

void RecordFeed::finishRound(bool anyRow, bool complete)
{
    emit countsChanged();
    if (complete) {
        m_loadsAll = false;
        m_goal.reset();
        return setState(FeedState::Complete);
    }
    if (isGoalReached()) {
        m_goal.reset();
        return setState(FeedState::Idle);
    }
    if (isSearching())
        return fetchNext();
    if (!anyRow && ++m_emptyRounds < mostEmptyRounds)
        return fetchNext();
    setState(FeedState::Idle);
}

void RecordFeed::headAnswered()
{
    m_poller.succeeded();
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    handleHeadAnswer();
}

void RecordFeed::headFailed(const ApiError &error)
{
    m_poller.failed(error);
    emit pollFailed(error);
}

void RecordFeed::noteNewest(const RowPosition &position)
{
    std::optional<RowPosition> &newest = m_clock.isAhead(position.created) ? m_newestAhead : m_newest;
    if (!newest || newest->isAfter(position))
        newest = position;
}

void RecordFeed::setState(FeedState state)
{
    m_model.setCanFetchMore(state == FeedState::Idle && isReady());
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace tidings
