// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notificationarchive.h"
#include "notificationfeed.h"

#include <QHash>
#include <QTimer>

namespace tidings {

// Lets the history keep what a NotificationFeed learns, and puts what it keeps among the feed's rows, a few
// milliseconds' worth at a time:
//
// - Until the server has answered, also when the list is asked for anew and that fails, the rows are those of the
//   history, as of asOf(). Its first answer replaces them.
// - From then on those that the server has no more stand in their place by time, as far down as the list is loaded,
//   where wantsGone() says so.
//
// Gone is only what was proven to be: missing in a part of the whole list that was read without a gap, vanished between
// two polls of it, or answered with 404. Nothing is written while no server is there.
class HistoryFeed : public QObject
{
    Q_OBJECT

public:
    // All must outlive this object.
    HistoryFeed(
        NotificationArchive &archive, NotificationFeed &feed, NotificationTableModel &model, QObject *parent = nullptr);
    ~HistoryFeed() override;

    // Whether rows that are gone are listed.
    void setWantsGone(bool wantsGone);
    // The rows are those of the history, since no server has answered yet.
    [[nodiscard]] bool isAsOf() const { return m_archive.isOpen() && !m_isAnswered; }
    [[nodiscard]] std::optional<Timestamp>
    asOf() const; // when the server was asked last; nothing: never, or it answers
    // More rows are on their way from the history.
    [[nodiscard]] bool isReading() const { return m_archive.isOpen() && (m_isReading || !m_waiting.isEmpty()); }
    [[nodiscard]] NotificationArchive &archive() { return m_archive; }

signals:
    void changed(); // asOf(), or isReading() ended

private:
    void restart();
    void handleListed(const NotificationListing &listing);
    void handleHeard(const QList<Notification> &rows);
    void handleVanished(const QList<QByteArray> &keys);
    void keepChanges();
    void readOn();
    void showSome();
    void noteAsked();
    void end();

    NotificationArchive &m_archive;
    NotificationFeed &m_feed;
    NotificationTableModel &m_model;
    qint64 m_owner = 0; // of what was listed; 0: nothing was
    bool m_wantsGone = false;
    bool m_isAnswered = false;
    bool m_isListed = false; // something, since the feed was restarted
    std::optional<RowPosition> m_listedTo; // nothing: the end
    bool m_isReading = false;
    quint64 m_generation = 0; // of what is read
    RowSpan m_span; // yet to be read; nothing of it where m_isDone
    bool m_isDone = true;
    QList<NotificationTableModel::Kept> m_waiting; // to be shown
    QHash<QByteArray, size_t> m_heard; // what was kept of late, so that a poll without news writes nothing
    Timestamp m_askedNoted = 0;
    QTimer m_slices;
};

} // namespace tidings
