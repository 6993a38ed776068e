// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordfeed.h"

#include "recordtablemodel.h"
#include "visibletext.h"

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
    connect(&m_poller, &Poller::due, this, &RecordFeed::poll);
}

void RecordFeed::useClient(ApiClient *client)
{
    stop();
    m_client = client;
    m_poller.setEnabled(client != nullptr);
}

void RecordFeed::reload()
{
    stop();
    m_loadsAll = false;
    m_model.clear();
    m_matching = -1;
    m_newest.reset();
    open();
    emit countsChanged();
    if (isReady())
        start();
    else
        setState(FeedState::Idle);
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
    m_loadsAll = true;
    if (m_state != FeedState::Loading)
        start();
}

void RecordFeed::stopLoadingAll()
{
    m_loadsAll = false;
}

void RecordFeed::retry()
{
    if (m_state == FeedState::Failed && isReady())
        start();
}

void RecordFeed::poll()
{
    if (!isReady() || isPolling())
        return;
    if (m_state == FeedState::Failed)
        return retry();
    if (m_state == FeedState::Loading)
        return m_poller.succeeded();
    fetchHead();
}

QString RecordFeed::errorText() const
{
    return visibleText(describe(m_error));
}

void RecordFeed::listAnswered(qint64 matching)
{
    m_matching = matching;
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    m_poller.recovered();
}

void RecordFeed::listFailed(const ApiError &error)
{
    m_loadsAll = false;
    m_error = error;
    m_poller.failed(m_error);
    setState(FeedState::Failed);
}

void RecordFeed::finishRound(bool anyRow, bool complete)
{
    emit countsChanged();
    if (complete) {
        m_loadsAll = false;
        return setState(FeedState::Complete);
    }
    if (m_loadsAll)
        return fetchNext();
    if (!anyRow && ++m_emptyRounds < mostEmptyRounds)
        return fetchNext();
    setState(FeedState::Idle);
}

void RecordFeed::headAnswered()
{
    m_poller.succeeded();
    m_lastSuccess = QDateTime::currentDateTimeUtc();
}

void RecordFeed::headFailed(const ApiError &error)
{
    m_poller.failed(error);
    emit pollFailed(error);
}

void RecordFeed::noteNewest(const RowPosition &position)
{
    if (!m_newest || m_newest->isAfter(position))
        m_newest = position;
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
