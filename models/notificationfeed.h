// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "headscan.h"
#include "notificationtablemodel.h"
#include "pagedstream.h"
#include "recordfeed.h"
#include "seenchanger.h"

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
    [[nodiscard]] bool isNarrowed() const
    {
        return !severities.isEmpty() || !actions.isEmpty() || !text.trimmed().isEmpty();
    }
    bool operator==(const NotificationFilter &) const = default;
};

// EventFeed's sibling for the token owner's notifications: loads, polls, and carries `seen` changes there and back.
// Rows that the user marks seen stay where they are until the list is loaded anew, so that nothing vanishes under the
// cursor; rows that disappeared on the server are removed as far down as a poll reads.
class NotificationFeed : public RecordFeed
{
    Q_OBJECT

public:
    explicit NotificationFeed(NotificationTableModel &model, QObject *parent = nullptr);
    ~NotificationFeed() override;

    // `userPk` is the token's owner: without it everybody's notifications would be listed. Loads at once.
    void setClient(ApiClient *client, qint64 userPk);
    void setFilter(const NotificationFilter &filter);
    [[nodiscard]] const NotificationFilter &filter() const { return m_filter; }

    // matching() counts by seen and severity.
    void reload() override;

    // Undoable; only rows whose state differs are touched.
    void setSeen(const QList<QByteArray> &keys, bool seen);
    // Everything unseen on the server: collects the ids first (so that it can be undone; at most 100,000), then one
    // mark_all_seen. changeFailed(0, …) when the ids could not be read; nothing is changed then.
    void markAllSeen();

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    [[nodiscard]] SeenChanger &changer() { return m_changer; }
    [[nodiscard]] qint64 unseenTotal() const { return m_unseenTotal; } // on the server; -1 unknown

signals:
    void changeFailed(int count, const tidings::ApiError &error); // `seen` of so many rows went back

protected:
    void stop() override;
    void open() override;
    void fetchNext() override;
    void fetchHead() override;
    [[nodiscard]] bool isPolling() const override { return m_scan != nullptr; }

private:
    [[nodiscard]] PagedStream<Notification>::Fetch fetchFor(std::optional<bool> seen, const QString &severity);
    [[nodiscard]] QString serverSeverity() const;
    void handleBatch(Result<PagedStream<Notification>::Batch> batch);
    void handleHead(const HeadScan<Notification>::Found &found);
    void removeVanished(const HeadScan<Notification>::Found &found);
    void refreshUnseenTotal();
    void collectUnseen();
    void setUnseenTotal(qint64 total);
    void showSeen(const QString &id, bool seen, bool pending);
    [[nodiscard]] bool isYetToCome(const Notification &notification) const;

    NotificationTableModel &m_model;
    qint64 m_userPk = 0;
    NotificationFilter m_filter;
    std::unique_ptr<PagedStream<Notification>> m_stream;
    std::unique_ptr<HeadScan<Notification>> m_scan;
    std::unique_ptr<PagedStream<Notification>> m_collector;
    PendingCall m_countCall;
    QStringList m_collected;
    SeenChanger m_changer;
    QUndoStack m_undo;
    qint64 m_unseenTotal = -1;
};

} // namespace tidings
