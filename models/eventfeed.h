// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "eventquery.h"
#include "eventtablemodel.h"
#include "feedstate.h"
#include "headscan.h"
#include "pagedstream.h"
#include "poller.h"
#include "queryplan.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace tidings {

// Fills an EventTableModel with the events that match one query, newest first: a page at first, more when the view asks
// for it, new ones on top by polling. Owns paging, merging of several lists, polling and their state; the model only
// holds rows. Late answers of an earlier query or server are dropped.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    explicit EventFeed(EventTableModel &model, QObject *parent = nullptr);
    ~EventFeed() override;

    // The server to read from; null for none. The client must outlive its use here. Loads at once.
    void setClient(ApiClient *client);
    // What the server can do; asks anew only when that changes how the present query is asked.
    void setCapabilities(const ServerCapabilities &capabilities);
    void setQuery(const EventQuery &query);
    [[nodiscard]] const EventQuery &query() const { return m_query; }

    void loadMore(); // does nothing while loading or complete
    void retry(); // after Failed
    void reload(); // forgets all rows and starts again
    void poll(); // asks for new rows now

    [[nodiscard]] Poller &poller() { return m_poller; }
    [[nodiscard]] FeedState state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; } // of Failed
    [[nodiscard]] const QueryPlan &plan() const { return m_plan; }
    // Matching rows on the server, -1 while not known. With a substring match among the lists it is an upper bound.
    [[nodiscard]] qint64 matching() const { return m_matching; }
    [[nodiscard]] bool isMatchingExact() const;
    [[nodiscard]] QDateTime lastSuccess() const { return m_lastSuccess; }

signals:
    void stateChanged(tidings::FeedState state);
    void countsChanged(); // rows, matching() or lastSuccess()
    void planChanged();
    void arrived(int count); // a poll put so many new rows on top
    void pollFailed(const tidings::ApiError &error); // rows stay; the poller backs off

private:
    struct Lane
    {
        std::unique_ptr<PagedStream<Event>> stream;
        std::deque<Event> buffer;
    };

    [[nodiscard]] PagedStream<Event>::Fetch fetchFor(const EventListQuery &base);
    void start();
    void stop();
    void fillLanes();
    void laneAnswered(Lane &lane, Result<PagedStream<Event>::Batch> batch);
    void drain();
    void setState(FeedState state);
    void finishPoll();
    [[nodiscard]] static bool isYetToCome(const Lane &lane, const Event &event);
    void noteNewest(const RowPosition &position);

    EventTableModel &m_model;
    QPointer<ApiClient> m_client;
    ServerCapabilities m_capabilities;
    EventQuery m_query;
    QueryPlan m_plan;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    int m_lanesLoading = 0;
    int m_emptyRounds = 0;

    std::vector<std::unique_ptr<HeadScan<Event>>> m_scans;
    int m_scansLoading = 0;
    std::vector<QList<Event>> m_found; // by lane
    qint64 m_foundCount = 0;
    bool m_foundGap = false;
    std::optional<ApiError> m_loadError;
    std::optional<ApiError> m_pollError;
    std::optional<RowPosition> m_newest; // newest row of the server's lists seen so far

    Poller m_poller;
    FeedState m_state = FeedState::Idle;
    ApiError m_error;
    qint64 m_matching = -1;
    QDateTime m_lastSuccess;
};

} // namespace tidings
