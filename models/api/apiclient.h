// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "event.h"
#include "eventwrite.h"
#include "listquery.h"
#include "notification.h"
#include "page.h"
#include "pendingcall.h"
#include "requestbuilder.h"
#include "serveraddress.h"
#include "serverinfo.h"

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace tidings {

namespace codec {
class EventPageDecoder;
}

struct ApiClientOptions
{
    ServerAddress address;
    QByteArray token;
    QList<QSslCertificate> caCertificates; // trusted besides the system's
    QByteArray pinnedSha256; // of one certificate, 32 bytes; any other certificate is then refused
    std::chrono::milliseconds transferTimeout{30'000}; // no byte for so long
    std::chrono::milliseconds deadline{120'000}; // one attempt as a whole, against slow drips
    qint64 maxBodyBytes = 32LL * 1024 * 1024;
    int maxAttempts = 3; // of a GET; writes are sent once
    std::chrono::milliseconds retryDelay{500}; // doubled each time, plus up to half of it at random
};

// The only code that talks to the server. One object per profile and TLS setting, since TLS settings stick to
// kept-alive connections; on a change of account build a new one. Owns its network manager; calls in flight die with it
// silently.
//
// Each method returns at once and later calls `done` with the result; see PendingCall for the contract. Reads are
// retried on connection loss, 502, 503, 504 and 429 (honouring a Retry-After of up to 10 s); writes leave the program
// once, whatever happens (Qt 6.4.2 alone would resend them). After a 429 with a Retry-After all reads wait for so long;
// those that would have to wait more than 10 s fail with RateLimited at once. No longer than 10 minutes.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    template <class T> using Callback = std::function<void(Result<T>)>;
    using Nothing = std::monostate;

    explicit ApiClient(ApiClientOptions options, QObject *parent = nullptr);
    ~ApiClient() override;

    [[nodiscard]] const ServerAddress &address() const { return m_builder.address(); }

    PendingCall events(const EventListQuery &query, QObject *context, Callback<Page<Event>> done);
    // The same, with Event::head: for reading a great many.
    PendingCall eventHeads(const EventListQuery &query, QObject *context, Callback<Page<Event>> done);
    using QObject::event; // an overload of its own, not hidden by the next one
    PendingCall event(const QString &id, QObject *context, Callback<Event> done);
    PendingCall createEvent(const EventChanges &fields, QObject *context, Callback<Event> done);
    // PUT or PATCH, see updateWrite().
    PendingCall updateEvent(const Event &event, const EventChanges &changes, const QStringList &knownActions,
        QObject *context, Callback<Event> done);
    PendingCall deleteEvent(const QString &id, QObject *context, Callback<Nothing> done);
    PendingCall eventActions(QObject *context, Callback<QList<ActionInfo>> done);
    // `historyDays` 1 to 60 (0: the server's default of 7); servers before 2025.6 ignore it.
    PendingCall eventVolume(
        const EventListQuery &filter, int historyDays, QObject *context, Callback<QList<VolumeBucket>> done);
    // Sends action=authorize_application: the server's default, login, never carries an application.
    PendingCall topApplications(int topN, QObject *context, Callback<QList<TopApplication>> done);

    PendingCall notifications(const NotificationListQuery &query, QObject *context, Callback<Page<Notification>> done);
    PendingCall notification(const QString &id, QObject *context, Callback<Notification> done);
    PendingCall setNotificationSeen(const QString &id, bool seen, QObject *context, Callback<Notification> done);
    PendingCall deleteNotification(const QString &id, QObject *context, Callback<Nothing> done);
    // Only the token owner's, whatever filter is shown.
    PendingCall markAllNotificationsSeen(QObject *context, Callback<Nothing> done);

    PendingCall rootConfig(QObject *context, Callback<RootConfig> done); // sent without the token
    PendingCall currentUser(QObject *context, Callback<CurrentUser> done);
    PendingCall version(QObject *context, Callback<VersionInfo> done);

signals:
    // After each attempt that got an HTTP answer: the server's Date header against this computer's clock, positive when
    // the server is ahead. Whole seconds; the header has no more.
    void clockSkewMeasured(std::chrono::seconds skew);

private:
    friend class ApiCall;

    RequestBuilder m_builder;
    ApiClientOptions m_options;
    QSslConfiguration m_sslConfiguration;
    // Qt 6.4 opens six connections to a host per manager: PATCHes take turns, so that more can be in flight. Both have
    // the same settings.
    [[nodiscard]] QNetworkAccessManager &networkFor(bool isPatch);
    void clearConnectionCache();
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<QNetworkAccessManager> m_second;
    bool m_patchesSecond = false;
    std::shared_ptr<codec::EventPageDecoder> m_eventPages; // calls hold it while they decode
    // Qt tells only one of several waiting calls which certificate it refused, and why.
    std::optional<CertificateInfo> m_refusedCertificate;
    QString m_refusalText;
    qint64 m_lastActivity = 0; // milliseconds of a monotonic clock
    // No GET before that: the server answered 429 and said for how long. Of one call, it holds for all.
    QDeadlineTimer m_notBefore;
    int m_inFlight = 0;
};

} // namespace tidings
