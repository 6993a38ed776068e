// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "confirmedseen.h"
#include "headscan.h"
#include "notificationidreader.h"
#include "notificationtablemodel.h"
#include "pagedstream.h"
#include "recordfeed.h"
#include "seenwork.h"

#include <QHash>
#include <QSet>

#include <deque>
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

// A part of the list as the server sent it.
struct NotificationListing
{
    QList<Notification> rows;
    RowSpan span; // where it stands in the list
    Timestamp asked = 0; // by the clock of this computer
    bool isWhole = false; // nothing was filtered out: what is not in it, is not there
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

    [[nodiscard]] qint64 userPk() const { return client() ? m_userPk : 0; } // 0: no client
    // Somebody keeps what is gone from the server: such rows stay in the model as that, where the list is not asked by
    // `seen`.
    void setKeepsGone(bool keepsGone) { m_keepsGone = keepsGone; }

    // matching() counts by seen and severity.
    void reload() override;

    // Rows of the model. Undoable; only those whose state differs are touched. The ids of a great many are collected
    // first, within the next turns of the event loop.
    void setSeen(std::vector<int> rows, bool seen);
    void setSeen(const QList<QByteArray> &keys, bool seen); // of those that are in the model
    // The same for ids that need not be among the rows shown; not those that are known to be seen.
    void markSeen(const QStringList &ids);
    // Everything unseen on the server: collects the ids first (so that it can be undone), see work().collector(), then
    // one mark_all_seen. What comes between the two is unseen again afterwards. Does nothing while it collects, and
    // goes on where that failed, was paused, or waits since there are more than 500,000: the rest could not be undone.
    void markAllSeen();
    // Asks once more for what the server refused, of the rows shown.
    void retryRefused();

    // Where the profile's journal of changes is, see SeenWork; before setClient().
    [[nodiscard]] SeenWork &work() { return m_work; }
    [[nodiscard]] QUndoStack &undoStack() { return m_work.undoStack(); }
    [[nodiscard]] SeenChanger &changer() { return m_work.changer(); }
    [[nodiscard]] qint64 unseenTotal() const { return m_unseenTotal; } // on the server; -1 unknown
    // Seen and unseen, on the server, as of the last time the list was loaded; -1 unknown.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] qint64 examined() const override { return std::max(m_listed, found()); }
    [[nodiscard]] std::optional<Timestamp> reached() const override;

signals:
    void restarted(); // all rows are forgotten, nothing has been answered yet
    void listed(const tidings::NotificationListing &listing); // and is in the model
    void heard(const QList<tidings::Notification> &rows); // of the server, out of their place in the list
    void vanished(const QList<QByteArray> &keys); // certainly deleted on the server
    // `seen` of so many rows went back, the first since `error`; `deleted` more as with changeConflicted(). The rows
    // keep their reasons, see NotificationTableModel::ProblemRole.
    void changeFailed(int count, const tidings::ApiError &error, int deleted);
    void changeConflicted(
        int deleted); // so many could not be changed since the server has them no more; nothing failed
    // Unseen ones that were not there when the server was first asked, oldest first, each once, whatever the filter
    // shows. Of a flood the newest five thousand, some hundred at a time within the next turns of the event loop, with
    // `hasMore` where there were more than that.
    void arrivedNotifications(const QList<tidings::Notification> &notifications, bool hasMore);

protected:
    void stop() override;
    void open() override;
    void dropStale() override { } // when its successors are there
    void fetchNext() override;
    void fetchHead() override;
    [[nodiscard]] bool isPolling() const override { return m_scan != nullptr; }

private:
    [[nodiscard]] PagedStream<Notification>::Fetch fetchFor(std::optional<bool> seen, const QString &severity);
    [[nodiscard]] QString serverSeverity() const;
    void handleBatch(Result<PagedStream<Notification>::Batch> batch);
    void tellListed(const PagedStream<Notification>::Batch &batch);
    void showRows(QList<Notification> rows);
    void showArrived(QList<Notification> rows); // unseen ones that no poll has brought; where the list has a place
    void handleHead(const HeadScan<Notification>::Found &found, ConfirmedSeen::Moment asked);
    // True: there were some.
    bool removeVanished(const HeadScan<Notification>::Found &found, ConfirmedSeen::Moment asked);
    void refreshUnseen(bool mayHaveNews = false);
    void scanNews();
    void countUnseen();
    void refreshTotal();
    void followWork();
    void noteConfirmed(const QStringList &ids, bool seen);
    [[nodiscard]] bool isReading() const; // anything that says what is seen
    void readUnseen(const SeenChanger::UnseenRead &done);
    void hear(QList<Notification> rows, ConfirmedSeen::Moment asked);
    void collect(const UnseenCollector::Known &known);
    void takeCollected();
    void stopMarking();
    void scanLate(quint64 command);
    [[nodiscard]] bool listsUnseen() const; // its count is that of the unseen ones
    void setUnseenTotal(qint64 total);
    void noteUnseen(const QList<Notification> &newestFirst, bool isWhole = true);
    void noteTold(const Notification &notification);
    void tellSome();
    void showSeen(const QStringList &ids, bool seen, bool pending);
    [[nodiscard]] bool isYetToCome(const Notification &notification) const;

    NotificationTableModel &m_model;
    NotificationIdReader m_ids; // of rows that are to be marked
    qint64 m_userPk = 0;
    NotificationFilter m_filter;
    std::unique_ptr<PagedStream<Notification>> m_stream;
    std::unique_ptr<HeadScan<Notification>> m_scan;
    std::unique_ptr<HeadScan<Notification>> m_newsScan;
    std::unique_ptr<HeadScan<Notification>> m_lateScan;
    UnseenCollector m_reader; // for the changer
    PendingCall m_countCall;
    PendingCall m_totalCall;
    SeenWork m_work;
    ConfirmedSeen m_confirmed;
    ConfirmedSeen::Moment m_collectedSince = 0;
    std::optional<RowPosition> m_collectedTop; // of the whole list then
    QStringList m_collected; // that mark_all_seen is about
    QSet<QString> m_markedSince; // one by one, since it began to collect
    bool m_awaitsAll = false; // the answer to mark_all_seen
    qint64 m_unseenTotal = -1;
    qint64 m_total = -1;
    RowSpan m_asked; // of the batch on its way
    Timestamp m_askedAt = 0;
    qint64 m_listed = 0; // rows of the stream
    bool m_keepsGone = false;
    // Rows after it are no news; those in front of it are, unless they were told.
    std::optional<RowPosition> m_oldNews;
    std::optional<RowPosition> m_newestTold; // where the news is looked for
    struct Told
    {
        QByteArray key;
        RowPosition position;
    };
    std::deque<Told> m_toldOrder;
    QHash<QByteArray, bool> m_told; // of late; whether it is known to be seen
    QList<Notification> m_toTell; // oldest first
    bool m_hasMoreToTell = false; // there were more than those
    bool m_hasNews = false; // there may be some that was not told yet
};

} // namespace tidings
