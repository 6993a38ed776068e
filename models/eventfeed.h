// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "headscan.h"
#include "pagedstream.h"
#include "queryplan.h"

#include <deque>
#include <memory>
#include <vector>

namespace tidings {

// Fills an EventTableModel with the events that match one query, newest first: a page at first, more when the view asks
// for it, new ones on top by polling. Owns paging, merging of several lists, polling and their state; the model only
// holds rows. Late answers of an earlier query or server are dropped.
class EventFeed : public EventListFeed
{
    Q_OBJECT

public:
    explicit EventFeed(EventTableModel &model, QObject *parent = nullptr);
    ~EventFeed() override;

    // The server to read from; null for none. The client must outlive its use here. Loads at once.
    void setClient(ApiClient *client);
    // What the server can do; asks anew only when that changes how the present query is asked.
    void setCapabilities(const ServerCapabilities &capabilities);
    void setQuery(const EventQuery &query) override;

    [[nodiscard]] const QueryPlan &plan() const { return m_plan; }
    // False where matching() is an upper bound: a substring match among the lists, or conditions checked here.
    [[nodiscard]] bool isMatchingExact() const override;
    [[nodiscard]] QString engineText() const override { return m_plan.engineText(); }
    [[nodiscard]] QString shortEngineText() const override { return engineName(m_plan.engine); }
    [[nodiscard]] QString warning() const override { return m_plan.warning; }

    [[nodiscard]] bool hasClient() const { return client() != nullptr; }
    // Asks for the server's own counts of the plan's first list; without a server nothing is asked and nothing called.
    PendingCall requestVolume(int historyDays, QObject *context, ApiClient::Callback<QList<VolumeBucket>> done);

protected:
    void stop() override;
    void open() override;
    void fetchNext() override;
    void fetchHead() override;
    [[nodiscard]] bool isPolling() const override { return m_scansLoading > 0; }

private:
    struct Lane
    {
        std::unique_ptr<PagedStream<Event>> stream;
        std::deque<Event> buffer;
    };

    [[nodiscard]] PagedStream<Event>::Fetch fetchFor(const EventListQuery &base);
    void laneAnswered(Lane &lane, Result<PagedStream<Event>::Batch> batch);
    void drain();
    void finishPoll();
    [[nodiscard]] static bool isYetToCome(const Lane &lane, const Event &event);

    EventTableModel &m_model;
    ServerCapabilities m_capabilities;
    QueryPlan m_plan;
    Timestamp m_openedAt = 0; // relative time ranges count from here
    std::vector<std::unique_ptr<Lane>> m_lanes;
    int m_lanesLoading = 0;

    std::vector<std::unique_ptr<HeadScan<Event>>> m_scans;
    int m_scansLoading = 0;
    std::vector<QList<Event>> m_found; // by lane
    qint64 m_foundCount = 0;
    bool m_foundGap = false;
    std::optional<ApiError> m_loadError;
    std::optional<ApiError> m_pollError;
};

} // namespace tidings
