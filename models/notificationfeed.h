// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "feedstate.h"
#include "headscan.h"
#include "notificationtablemodel.h"
#include "pagedstream.h"
#include "poller.h"
#include "seenchanger.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace tidings {

// What the inbox shows. `seen` and a single severity are asked of the server; the rest is checked on the rows.
struct NotificationFilter
{
    std::optional<bool> seen;
    QStringList severities; // OR
    QStringList actions; // of the event, OR
    QString text; // in title, body and action, case-insensitive

    [[nodiscard]] bool accepts(const Notification &notification) const; // all but `seen`
    bool operator==(const NotificationFilter &) const = default;
};

// EventFeed's sibling for the token owner's notifications: loads, polls, and carries `seen` changes there and back.
// Rows that the user marks seen stay where they are until the list is loaded anew, so that nothing vanishes under the
// cursor; rows that disappeared on the server are removed as far down as a poll reads.
class NotificationFeed : public QObject
{
    Q_OBJECT

public:
    explicit NotificationFeed(NotificationTableModel &model, QObject *parent = nullptr);
    ~NotificationFeed() override;

    // `userPk` is the token's owner: without it everybody's notifications would be listed. Loads at once.
    void setClient(ApiClient *client, qint64 userPk);
    void setFilter(const NotificationFilter &filter);
    [[nodiscard]] const NotificationFilter &filter() const { return m_filter; }

    void loadMore();
    void retry();
    void reload();
    void poll();

    // Undoable; only rows whose state differs are touched.
    void setSeen(const QList<QByteArray> &keys, bool seen);
    // Everything unseen on the server: collects the ids first (so that it can be undone; at most 100,000), then one
    // mark_all_seen. changeFailed(0, …) when the ids could not be read; nothing is changed then.
    void markAllSeen();

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    [[nodiscard]] SeenChanger &changer() { return m_changer; }
    [[nodiscard]] Poller &poller() { return m_poller; }
    [[nodiscard]] FeedState state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; }
    [[nodiscard]] qint64 matching() const { return m_matching; } // by seen and severity, on the server; -1 unknown
    [[nodiscard]] qint64 unseenTotal() const { return m_unseenTotal; } // on the server; -1 unknown
    [[nodiscard]] QDateTime lastSuccess() const { return m_lastSuccess; }

signals:
    void stateChanged(tidings::FeedState state);
    void countsChanged();
    void arrived(int count);
    void pollFailed(const tidings::ApiError &error);
    void changeFailed(int count, const tidings::ApiError &error); // `seen` of so many rows went back

private:
    [[nodiscard]] PagedStream<Notification>::Fetch fetchFor(std::optional<bool> seen, const QString &severity);
    [[nodiscard]] QString serverSeverity() const;
    void stop();
    void start();
    void fetchNext();
    void handleBatch(Result<PagedStream<Notification>::Batch> batch);
    void handleHead(const HeadScan<Notification>::Found &found);
    void removeVanished(const HeadScan<Notification>::Found &found);
    void refreshUnseenTotal();
    void collectUnseen();
    void setUnseenTotal(qint64 total);
    void showSeen(const QString &id, bool seen, bool pending);
    [[nodiscard]] bool isYetToCome(const Notification &notification) const;
    void setState(FeedState state);
    void handlePollError(const ApiError &error);

    NotificationTableModel &m_model;
    QPointer<ApiClient> m_client;
    qint64 m_userPk = 0;
    NotificationFilter m_filter;
    std::unique_ptr<PagedStream<Notification>> m_stream;
    std::unique_ptr<HeadScan<Notification>> m_scan;
    std::unique_ptr<PagedStream<Notification>> m_collector;
    PendingCall m_countCall;
    QStringList m_collected;
    SeenChanger m_changer;
    QUndoStack m_undo;
    Poller m_poller;
    int m_emptyRounds = 0;
    std::optional<RowPosition> m_newest;
    FeedState m_state = FeedState::Idle;
    ApiError m_error;
    qint64 m_matching = -1;
    qint64 m_unseenTotal = -1;
    QDateTime m_lastSuccess;
};

} // namespace tidings
