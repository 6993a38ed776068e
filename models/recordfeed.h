// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "feedstate.h"
#include "pagewindow.h"
#include "poller.h"
#include "serverclock.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <optional>

namespace tidings {

class RecordTableModel;

// How far a search goes back; nothing: to the end.
struct SearchGoal
{
    int enough = 0; // until so many more rows were found
    std::optional<Timestamp> bound; // until the list is read down to this time

    [[nodiscard]] bool isEverything() const { return enough <= 0 && !bound; }
};

// What the feeds of both pages share: which state the list is in, when more rows are asked for, and how a poll or a
// failure changes that. What is asked, and how rows get into the model, is the derived feed's.
class RecordFeed : public QObject
{
    Q_OBJECT

public:
    // Starts again at the top. The rows of before stay until the first answer takes their place.
    virtual void reload();
    void loadMore(); // does nothing while loading or complete
    // Nobody sees the rows: what is due is asked for when somebody does again.
    void setUnseen(bool unseen);
    void loadAll(); // goes on loading until Complete, Failed or stopLoadingAll()
    virtual void stopLoadingAll(); // what is loaded stays; the page on the way still arrives
    [[nodiscard]] bool isLoadingAll() const { return m_loadsAll; }
    // Goes on loading until the goal is reached, Complete, Failed or stopLoadingAll(); loadAll() where there is none.
    void searchBack(const SearchGoal &goal);
    [[nodiscard]] bool isSearching() const { return m_loadsAll || m_goal; } // by loadAll() or searchBack()
    // loadAll() failed on its way; retry() and polls go on with it. Until stopLoadingAll() or reload().
    [[nodiscard]] bool isLoadingInterrupted() const { return m_isInterrupted; }
    void retry(); // after Failed
    void poll(); // asks for new rows now; after Failed it tries again

    [[nodiscard]] Poller &poller() { return m_poller; }
    [[nodiscard]] const Poller &poller() const { return m_poller; }
    [[nodiscard]] FeedState state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; } // of Failed
    [[nodiscard]] virtual QString errorText() const; // of Failed, for people; visible plain text
    // Rows on the server that match what it was asked, -1 while not known.
    [[nodiscard]] qint64 matching() const { return m_matching; }
    [[nodiscard]] QDateTime lastSuccess() const { return m_lastSuccess; }
    // Rows of the server's list that were read, those that were left out here included; not fewer than found().
    [[nodiscard]] virtual qint64 examined() const { return found(); }
    [[nodiscard]] qint64 found() const;
    // Everything newer than this was read; nothing: not known, or all of the list.
    [[nodiscard]] virtual std::optional<Timestamp> reached() const { return {}; }
    // The rows are those of before reload(), as of lastSuccess(): nothing was answered since.
    [[nodiscard]] bool isStale() const { return m_isStale; }

signals:
    void reloaded(); // rows, and what was searched for, are forgotten
    void stateChanged(tidings::FeedState state);
    void countsChanged(); // rows, matching() or lastSuccess()
    void arrived(int count); // a poll put so many new rows on top
    void pollFailed(const tidings::ApiError &error); // rows stay; the poller backs off

protected:
    RecordFeed(RecordTableModel &model, QObject *parent);

    virtual void stop() = 0; // cancels everything under way and forgets the lists
    virtual void open() = 0; // gets the lists ready; also called without a client
    virtual void fetchNext() = 0; // further rows: ends in listAnswered() and finishRound(), or in listFailed()
    virtual void fetchHead() = 0; // a poll: ends in headAnswered() or headFailed()
    [[nodiscard]] virtual bool isPolling() const = 0;
    [[nodiscard]] virtual bool pollsWhileLoading() const { return false; }
    [[nodiscard]] virtual bool isReady() const { return m_client != nullptr; } // there is something to read from
    void start(); // fetches rows anew, or more of them
    void forgetRows(); // before reload(), where another question is asked
    virtual void dropStale(); // the first answer is there, and comes into the model next

    void useClient(ApiClient *client); // the caller reloads
    [[nodiscard]] ApiClient *client() const { return m_client; }
    void listAnswered(qint64 matching);
    void listFailed(const ApiError &error);
    // After the rows of listAnswered() went into the model. Where none did, the next are asked for, so that a filter
    // that rarely matches fills the view; after many rounds without any the user has to ask.
    void finishRound(bool anyRow, bool complete);
    void loadAnew(); // goes on as loadAll() does, though it was complete
    void headAnswered();
    virtual void handleHeadAnswer() { } // before what it brought is used
    void headFailed(const ApiError &error);
    void setMatching(qint64 matching) { m_matching = matching; }

    void noteNewest(const RowPosition &position);
    // Seen in the server's lists. Rows dated later than the server's present do not count while there is another.
    [[nodiscard]] const std::optional<RowPosition> &newest() const { return m_newest ? m_newest : m_newestAhead; }
    [[nodiscard]] bool isGoalReached() const; // of a search that has one

private:
    void setState(FeedState state);

    RecordTableModel &m_model;
    QPointer<ApiClient> m_client;
    Poller m_poller;
    FeedState m_state = FeedState::Idle;
    ApiError m_error;
    qint64 m_matching = -1;
    QDateTime m_lastSuccess;
    ServerClock m_clock;
    std::optional<RowPosition> m_newest;
    std::optional<RowPosition> m_newestAhead;
    int m_emptyRounds = 0;
    bool m_loadsAll = false;
    std::optional<SearchGoal> m_goal; // `enough` counts all rows found
    bool m_isStale = false;
    bool m_isUnseen = false;
    bool m_isDue = false; // since it is unseen
    bool m_isInterrupted = false;
};

} // namespace tidings
