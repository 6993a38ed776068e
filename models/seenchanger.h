// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <optional>

namespace tidings {

// Sets `seen` of notifications on the server, a few at a time, in the order asked for. Each change is announced at once
// (optimistic), and confirmed or taken back when the server has answered. Writes are sent once; what failed is reported
// and not tried again by itself. A later change of the same notification waits for the earlier one; mark_all_seen waits
// for all changes before it, and those after it wait for its answer.
class SeenChanger : public QObject
{
    Q_OBJECT

public:
    explicit SeenChanger(QObject *parent = nullptr);

    // Drops what has not been sent yet; answers of the former client are no longer heard.
    void setClient(ApiClient *client);

    void change(const QStringList &ids, bool seen);
    // POST mark_all_seen; `ids` are the ones known to be unseen, for the announcement.
    void markAllSeen(const QStringList &ids);
    // Drops what has not been sent yet and takes its announcement back.
    void cancel();

    // Requests not answered yet.
    [[nodiscard]] int pending() const { return static_cast<int>(m_queue.size()) + m_inFlight; }
    [[nodiscard]] bool isPending(const QString &id) const { return m_open.contains(id); }

signals:
    void announced(const QString &id, bool seen); // shown as such, not confirmed
    void confirmed(const tidings::Notification &notification);
    void confirmedAll(const QStringList &ids); // by mark_all_seen
    void takenBack(const QString &id, bool seen); // back to what it was
    void progressed(int done, int total); // of everything asked for since pending() was 0
    // pending() is 0 again. `failed` counts notifications; `firstError` means something where it is not 0.
    void finished(int failed, const tidings::ApiError &firstError);

private:
    // One request: a PATCH of one notification, or mark_all_seen.
    struct Change
    {
        QStringList ids;
        bool seen = true;
        bool isAll = false;
    };
    // A notification whose change waits for an answer.
    struct Open
    {
        bool onServer = false; // as far as answered
        int changes = 0; // requests, queued or in flight
        std::optional<bool> sent; // the value that is in flight
    };
    void enqueue(Change change);
    void pump();
    void send(const Change &change);
    template <class T> void answered(const Change &change, const Result<T> &result);
    void settle();

    QPointer<ApiClient> m_client;
    int m_generation = 0; // of the client
    std::deque<Change> m_queue;
    QHash<QString, Open> m_open;
    int m_inFlight = 0;
    bool m_allInFlight = false;
    int m_total = 0;
    int m_done = 0;
    int m_failed = 0;
    ApiError m_firstError;
};

} // namespace tidings
