// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>

namespace tidings {

// Sets `seen` of notifications on the server, a few at a time, in the order asked for. Each change is announced at once
// (optimistic), and confirmed or taken back when the server has answered. Writes are sent once; what failed is reported
// and not tried again by itself. A later change of the same notification waits for the earlier one.
class SeenChanger : public QObject
{
    Q_OBJECT

public:
    explicit SeenChanger(QObject *parent = nullptr);

    // Drops what has not been sent yet.
    void setClient(ApiClient *client);

    void change(const QStringList &ids, bool seen);
    // POST mark_all_seen; `ids` are the ones known to be unseen, for the announcement.
    void markAllSeen(const QStringList &ids);
    // Drops what has not been sent yet and takes its announcement back.
    void cancel();

    [[nodiscard]] int pending() const { return static_cast<int>(m_queue.size()) + m_inFlight; }
    [[nodiscard]] bool isPending(const QString &id) const { return m_open.contains(id); }

signals:
    void announced(const QString &id, bool seen); // shown as such, not confirmed
    void confirmed(const tidings::Notification &notification);
    void confirmedAll(const QStringList &ids); // by mark_all_seen
    void takenBack(const QString &id, bool seen); // back to what it was
    void progressed(int done, int total); // of everything asked for since pending() was 0
    void finished(int failed, const tidings::ApiError &firstError); // pending() is 0 again

private:
    struct Change
    {
        QString id;
        bool seen = true;
    };
    void pump();
    void answered(const Change &change, const Result<Notification> &result);
    void settle();

    QPointer<ApiClient> m_client;
    std::deque<Change> m_queue;
    QSet<QString> m_open; // queued or in flight
    QSet<QString> m_sent; // in flight
    int m_inFlight = 0;
    int m_total = 0;
    int m_done = 0;
    int m_failed = 0;
    ApiError m_firstError;
};

} // namespace tidings
