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
#include <memory>
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

    // What becomes of the answer, free of its type. `decode` may run on another thread and must not touch objects; the
    // others run on the call's own thread, and exactly one of them runs, once.
    struct Handling
    {
        std::function<std::shared_ptr<void>(const QByteArray &body)> decode;
        std::function<void(const std::shared_ptr<void> &decoded)> deliver;
        std::function<void(const ApiError &error)> fail;
    };

    ApiCall(ApiClient &client, Spec spec, QObject *context, Handling handling);
    ~ApiCall() override;

    // Returns at once; the request leaves from the event loop.
    void start();
    void cancel();
    // Until the result is delivered or the call is cancelled.
    [[nodiscard]] bool isActive() const { return !m_isOver; }

private:
    void send();
    void connectReply();
    void handleReadyRead();
    [[nodiscard]] bool takeBody();
    void handleSslErrors(const QList<QSslError> &errors);
    void handleEncrypted();
    void handleFinished();
    void abortWith(ApiError::Kind kind, const QString &detail);
    [[nodiscard]] ApiError networkError() const;
    [[nodiscard]] bool isWorthRetrying(const ApiError &error) const;
    void decode(const QByteArray &body);
    void fail(const ApiError &error);
    template <class Deliver> void finish(const Deliver &deliver);
    void release();

    ApiClient &m_client;
    Spec m_spec;
    QPointer<QObject> m_context;
    Handling m_handling;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QTimer m_deadline;
    QTimer m_retry;
    QElapsedTimer m_clock;
    std::optional<ApiError> m_abortReason;
    std::optional<CertificateInfo> m_certificate;
    int m_attempt = 0;
    bool m_counted = false;
    bool m_isOver = false;
};

} // namespace tidings
