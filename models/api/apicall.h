// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace tidings {

class ApiClient;

// One call in flight: its attempts, limits and delivery. Private to models/api; callers hold a PendingCall.
class ApiCall : public QObject
{
    Q_OBJECT

public:
    enum class Verb { Get, Post, Put, Patch, Delete };

    struct Spec
    {
        Verb verb = Verb::Get;
        QString path;
        QUrlQuery query;
        QByteArray body;
        bool authenticated = true;
        std::optional<ApiError> refusal; // delivered instead of sending anything
    };

    // Receives the bytes of a 2xx answer, or the error.
    using Done = std::function<void(Result<QByteArray>)>;

    ApiCall(ApiClient &client, Spec spec, QObject *context, Done done);
    ~ApiCall() override;

    // Returns at once; the request leaves from the event loop.
    void start();
    void cancel();

private:
    void send();
    void connectReply();
    void handleReadyRead();
    void handleSslErrors(const QList<QSslError> &errors);
    void handleEncrypted();
    void handleFinished();
    void abortWith(ApiError::Kind kind, const QString &detail);
    [[nodiscard]] ApiError networkError() const;
    [[nodiscard]] bool isWorthRetrying(const ApiError &error) const;
    void finish(Result<QByteArray> result);
    void release();

    ApiClient &m_client;
    Spec m_spec;
    QPointer<QObject> m_context;
    Done m_done;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QTimer m_deadline;
    QTimer m_retry;
    QElapsedTimer m_clock;
    std::optional<ApiError> m_abortReason;
    std::optional<CertificateInfo> m_certificate;
    int m_attempt = 0;
    bool m_counted = false;
};

} // namespace tidings
