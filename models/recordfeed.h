// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "feedstate.h"
#include "pagewindow.h"
#include "poller.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <optional>

namespace tidings {

class RecordTableModel;

// What the feeds of both pages share: which state the list is in, when more rows are asked for, and how a poll or a
// failure changes that. What is asked, and how rows get into the model, is the derived feed's.
class RecordFeed : public QObject
{
    Q_OBJECT

public:
    virtual void reload(); // forgets all rows and starts again
    void loadMore(); // does nothing while loading or complete
    void loadAll(); // goes on loading until Complete, Failed or stopLoadingAll()
    void stopLoadingAll(); // what is loaded stays; the page on the way still arrives
    [[nodiscard]] bool isLoadingAll() const { return m_loadsAll; }
    void retry(); // after Failed
    void poll(); // asks for new rows now; after Failed it tries again

    [[nodiscard]] Poller &poller() { return m_poller; }
    [[nodiscard]] FeedState state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; } // of Failed
    [[nodiscard]] virtual QString errorText() const; // of Failed, for people; visible plain text
    // Rows on the server that match what it was asked, -1 while not known.
    [[nodiscard]] qint64 matching() const { return m_matching; }
    [[nodiscard]] QDateTime lastSuccess() const { return m_lastSuccess; }

signals:
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
    [[nodiscard]] virtual bool isReady() const { return m_client != nullptr; } // there is something to read from
    void start(); // fetches rows anew, or more of them

    void useClient(ApiClient *client); // the caller reloads
    [[nodiscard]] ApiClient *client() const { return m_client; }
    void listAnswered(qint64 matching);
    void listFailed(const ApiError &error);
    // After the rows of listAnswered() went into the model. Where none did, the next are asked for, so that a filter
    // that rarely matches fills the view; after many rounds without any the user has to ask.
    void finishRound(bool anyRow, bool complete);
    void headAnswered();
    void headFailed(const ApiError &error);
    void setMatching(qint64 matching) { m_matching = matching; }

    void noteNewest(const RowPosition &position);
    [[nodiscard]] const std::optional<RowPosition> &newest() const { return m_newest; } // seen in the server's lists

private:
    void setState(FeedState state);

    RecordTableModel &m_model;
    QPointer<ApiClient> m_client;
    Poller m_poller;
    FeedState m_state = FeedState::Idle;
    ApiError m_error;
    qint64 m_matching = -1;
    QDateTime m_lastSuccess;
    std::optional<RowPosition> m_newest;
    int m_emptyRounds = 0;
    bool m_loadsAll = false;
};

} // namespace tidings
