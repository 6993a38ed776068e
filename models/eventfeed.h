// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answercheck.h"
#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "headpoll.h"
#include "loadedsorter.h"
#include "pagedstream.h"
#include "queryplan.h"
#include "rangeloader.h"

#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace tidings {

// Fills an EventTableModel with the events that match one query, newest first: a page at first, more when the view asks
// for it, all when told to, new ones on top by polling, also while all is loaded. Once all is loaded, a poll also
// notices that rows went, and takes them away. When very many are new, they are read by and by, and the others stay.
// Records that alone are larger than the client accepts are left out; warning() tells how many. The rows can be shown
// in another order, which holds for those that come, too. Owns paging, merging of several lists, polling and their
// state; the model only holds rows. Late answers of an earlier query or server are dropped.
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
    void setQuery(const EventQuery &query) override; // keeps place() unless the time range is another one
    // With a place the list begins with what was created before it, whatever the range: newer rows are neither shown
    // nor polled for. Where the server has no query language the place is searched for, with a bounded number of
    // requests. None: the newest.
    void setQuery(const EventQuery &query, std::optional<Timestamp> place);
    void goTo(std::optional<Timestamp> place) { setQuery(query(), place); }
    [[nodiscard]] const std::optional<Timestamp> &place() const { return m_place; }
    // The requests of the search that goes on, for the place or for the end of the range; most 0: not known yet.
    [[nodiscard]] std::optional<PagedStream<Event>::Steps> searching() const;
    [[nodiscard]] TimeRange askedRange() const override { return m_plan.range; }
    void resolveAgain() override;
    void stopLoadingAll() override;
    // Of loadAll(), at a time; fewer where the server is slow or asks for it.
    static constexpr int mostRequests = 4;
    // Bytes of loaded rows at which loading stops; warning() says so. A quarter of this computer's memory by default.
    void setMemoryLimit(qint64 bytes) { m_memoryLimit = bytes; }
    // Before a request that failed for a while is repeated; see RequestPace.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    [[nodiscard]] const QueryPlan &plan() const { return m_plan; }
    // False where matching() is an upper bound: a substring match among the lists, or conditions checked here.
    [[nodiscard]] bool isMatchingExact() const override;
    [[nodiscard]] QString engineText() const override;
    [[nodiscard]] QString shortEngineText() const override { return engineName(m_plan.engine); }
    [[nodiscard]] QString warning() const override;
    [[nodiscard]] qint64 examined() const override;
    [[nodiscard]] std::optional<Timestamp> reached() const override;

    [[nodiscard]] bool hasClient() const { return client() != nullptr; }
    // Asks for the server's own counts of the plan's first list; without a server nothing is asked and nothing called.
    PendingCall requestVolume(int historyDays, QObject *context, ApiClient::Callback<QList<VolumeBucket>> done);

signals:
    void searchingChanged();
    // What a poll put on top, in any order; before arrived(). Not what a reload brings.
    void arrivedEvents(const QList<tidings::Event> &events);
    void missed(); // rows came that arrivedEvents() does not tell of, because they are many or came late

protected:
    void stop() override;
    void open() override;
    void dropStale() override;
    void fetchNext() override;
    void fetchHead() override;
    void handleHeadAnswer() override;
    void sortRows() override;
    [[nodiscard]] bool isPolling() const override { return m_poll.isRunning(); }
    [[nodiscard]] bool pollsWhileLoading() const override { return hasLoaders(); }

private:
    struct Lane
    {
        std::unique_ptr<PagedStream<Event>> stream;
        std::deque<Event> buffer;
        EventListQuery query;
        qint64 read = 0; // rows
        QPointer<RangeLoader> loader; // takes the stream's place once everything is wanted; a child of the feed
        QPointer<RangeLoader> gap; // reads what is between the newest rows and those before; a child, too
        qint64 knownCount = -1; // on the server, when all of its top was known
        bool isPure = true; // all rows of the list were accepted so far

        [[nodiscard]] bool isComplete() const { return loader ? loader->isComplete() : stream->isComplete(); }
        [[nodiscard]] std::optional<RowPosition> tail() const { return loader ? loader->tail() : stream->tail(); }
    };

    [[nodiscard]] TimeRange rangeAt(Timestamp now) const; // the query's, and no further than the place
    [[nodiscard]] bool hasDayPassed() const; // the range means other days than when it was asked
    [[nodiscard]] QueryPlan makePlan() const;
    [[nodiscard]] PagedStream<Event>::Fetch fetchFor(const EventListQuery &base);
    [[nodiscard]] bool accepts(const Event &event);
    void checkAnswer();
    void leaveRange();
    void endSearchInCells();
    [[nodiscard]] RangeReader::Fetch rangeFetchFor(const EventListQuery &base);
    void laneAnswered(Lane &lane, Result<PagedStream<Event>::Batch> batch);
    void listsAnswered();
    void drain();
    [[nodiscard]] QList<Event> takeReady();
    void takeSome();
    [[nodiscard]] bool isEverythingTaken() const;
    [[nodiscard]] bool hasLoaders() const; // all lists have one, or none
    void load();
    void addLoader(Lane &lane);
    [[nodiscard]] bool isOff(const Lane &lane, const HeadPoll::Found &found, qint64 fresh) const;
    void checkLoaders(bool isOff);
    void takeCell(Lane &lane, const RangeCell &cell);
    [[nodiscard]] QList<Event> settle(const Lane &lane, const RangeCell &cell);
    void mergeNews(const QList<Event> &accepted);
    bool stopWhenFull();
    [[nodiscard]] bool isRangeOver() const;
    void fillGap(const RowPosition &newestBefore);
    void takeGap(const Lane &lane, const RangeCell &cell);
    void gapRead(Lane &lane);
    void dropGap();
    void tellNews();
    void noteTooLarge();
    void pauseLoaders();
    void finishPoll();
    [[nodiscard]] QList<Event> mergeTop(bool &isAnyOff);
    [[nodiscard]] std::function<bool(const Event &)> knownTo(const Lane &lane) const;

    EventTableModel &m_model;
    LoadedSorter m_sorter;
    ServerCapabilities m_capabilities;
    QueryPlan m_plan;
    std::optional<Timestamp> m_place;
    Timestamp m_openedAt = 0; // relative time ranges count from here
    AnswerCheck m_answers; // whether the server took the present question for plain words
    bool m_hasLeft = false; // rows have left a relative time range since
    std::vector<std::unique_ptr<Lane>> m_lanes;
    int m_lanesLoading = 0;

    HeadPoll m_poll; // of the lanes
    bool m_onlyCounts = false;
    std::optional<RowPosition> m_gapEnd; // the newest row before the gap that is being filled
    qint64 m_news = 0; // rows that came since the last arrived()
    int m_tooLarge = 0;
    int m_tooLargeOnTop = 0; // of the last poll
    bool m_isFull = false;
    qint64 m_memoryLimit;
    std::chrono::milliseconds m_patience{1000};
    QTimer m_slices;
    std::optional<ApiError> m_loadError;
};

} // namespace tidings
