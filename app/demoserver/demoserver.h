// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demooptions.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace tidings {

/// A request that the demo server answered.
struct DemoRequest
{
    QByteArray method;
    QString path; ///< with the query, as it came over the wire
    bool operator==(const DemoRequest &) const = default;
};

/**
 * A stand-in for an authentik server on 127.0.0.1: made-up events and notifications behind the endpoints under /api/v3
 * that Tidings uses, with the habits of the release asked for (see DemoRelease), mistakes included.
 *
 * Made-up events cost no memory; what clients or the functions below change is kept until the object goes. Runs in the
 * thread of the object. The functions below change the data under the clients, as other people do on a real server.
 */
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const DemoOptions &options, QObject *parent = nullptr);
    ~DemoServer() override;

    /// Port 0 takes a free one. False if the port is taken.
    bool listen(quint16 port = 0);
    quint16 port() const;
    QString token() const; ///< the one of the options, or a random one

    quint32 eventCount() const;
    /// pk of the n-th existing event in the order of creation; empty if there are fewer.
    QString eventId(quint32 n) const;
    void insertEvents(quint32 count);
    bool removeEvent(const QString &pk);
    /// Changes an event like a PATCH with \p json; false if there is no such event or the change is not valid.
    bool updateEvent(const QString &pk, const QByteArray &json);

    quint32 notificationCount() const; ///< of all users
    QString notificationId(quint32 n) const;
    /// Adds unseen notifications about the newest events for the owner of the token.
    void insertNotifications(quint32 count);
    bool removeNotification(const QString &pk);
    bool setNotificationSeen(const QString &pk, bool isSeen);

    qsizetype requestCount() const; ///< since the start or clearRequests()
    /// How many of the remembered requests have this method and a path that starts so.
    qsizetype requestCount(const QByteArray &method, const QString &pathPrefix) const;
    /// The last requests, oldest first; at most 10000 are remembered.
    QList<DemoRequest> requests() const;
    void clearRequests();

signals:
    /// After a request was answered, or, with latency, when its answer was made.
    void requestAnswered(const QByteArray &method, const QString &path);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace tidings
