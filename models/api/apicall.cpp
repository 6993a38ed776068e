// SPDX-License-Identifier: GPL-3.0-or-later
#include "apicall.h"

#include "apiclient.h"
#include "networktext.h"
#include "sequentialbody.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QLocale>
#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QPromise>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslError>
#include <QThreadPool>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(logApi, "tidings.api", QtWarningMsg)

namespace {

struct ApiCallText
{
    Q_DECLARE_TR_FUNCTIONS(ApiCall)
};

constexpr std::chrono::seconds longestRetryAfter = 10s;
constexpr std::chrono::milliseconds longestSharedWait
    = 10min; // a limit of one endpoint is not to silence all for a day
// A server may have closed a connection that was idle for longer; a write on it would be lost and could not be sent
// again.
constexpr qint64 idleConnectionMs = 4000;
// Decoding more than this takes longer than a frame; it is done off the GUI thread.
constexpr qsizetype largeBody = 1024 * 1024;
constexpr qsizetype spareBytes = 256;

QByteArray verbName(ApiCall::Verb verb)
{
    switch (verb) {
    case ApiCall::Verb::Get:
        return "GET";
    case ApiCall::Verb::Post:
        return "POST";
    case ApiCall::Verb::Put:
        return "PUT";
    case ApiCall::Verb::Patch:
        return "PATCH";
    case ApiCall::Verb::Delete:
        return "DELETE";
    }
    return {};
}

CertificateInfo certificateInfo(const QSslCertificate &certificate)
{
    const auto name = [](const QStringList &parts) {
        return parts.join(u", "_s).left(200);
    };
    return {certificate.digest(QCryptographicHash::Sha256), name(certificate.subjectInfo(QSslCertificate::CommonName)),
        name(certificate.issuerInfo(QSslCertificate::CommonName)), certificate.effectiveDate(),
        certificate.expiryDate()};
}

// Where a redirect points, fit to be shown: no query, no user info.
QString redirectTarget(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(QUrl(QString::fromUtf8(reply.rawHeader("Location")), QUrl::TolerantMode));
    return target.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

// Qt prints a warning when an answer that is an error (a 4xx whose body still comes) is aborted. Once the answer has
// begun, the destruction of the reply ends the transfer as well.
bool isAbortable(const QNetworkReply &reply)
{
    return reply.error() == QNetworkReply::NoError
        && !reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

QString otherCertificateText()
{
    return ApiCallText::tr("the certificate is not the one that was trusted");
}

// With the proxy that stands between.
QString withProxy(const QString &reason, const QNetworkAccessManager &network, const QUrl &url)
{
    if (network.proxy().type() == QNetworkProxy::NoProxy)
        return reason;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        if (!proxy.hostName().isEmpty())
            return ApiCallText::tr("%1 (proxy %2)", "what went wrong")
                .arg(reason, u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port())));
    }
    return reason;
}

} // namespace

ApiCall::ApiCall(ApiClient &client, Spec spec, QObject *context, Handling handling)
    : QObject(&client)
    , m_client(client)
    , m_spec(std::move(spec))
    , m_context(context)
    , m_handling(std::move(handling))
{
    m_deadline.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { abortWith(ApiError::Kind::Timeout, {}); });
    connect(&m_retry, &QTimer::timeout, this, &ApiCall::send);
    // A context that dies takes the request with it: nobody waits for the answer.
    connect(context, &QObject::destroyed, this, &ApiCall::cancel);
}

ApiCall::~ApiCall()
{
    release();
}

void ApiCall::start()
{
    m_retry.start(0);
}

void ApiCall::cancel()
{
    m_isOver = true;
    m_handling = {};
    release();
    deleteLater();
}

// Disconnects first: abort() emits finished() from inside.
void ApiCall::release()
{
    m_deadline.stop();
    m_retry.stop();
    if (m_counted) {
        m_counted = false;
        --m_client.m_inFlight;
    }
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    // Of a request for reading an error may be on its way from Qt's own thread, which says so when it comes after an
    // abort; its destruction, a turn of the event loop later, ends the transfer as well.
    if (m_spec.verb != Verb::Get && isAbortable(*m_reply))
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void ApiCall::send()
{
    if (m_spec.refusal)
        return fail(*m_spec.refusal);
    if (m_spec.verb == Verb::Get && !m_client.m_notBefore.hasExpired()) {
        const std::chrono::milliseconds wait(m_client.m_notBefore.remainingTime());
        if (wait <= longestRetryAfter)
            return m_retry.start(wait);
        ApiError error;
        error.kind = ApiError::Kind::RateLimited;
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(wait);
        return fail(error);
    }

    ++m_attempt;
    m_body.clear();
    m_abortReason.reset();
    m_clock.start();
    QNetworkAccessManager &network = m_client.networkFor(m_spec.verb == Verb::Patch);
    QNetworkRequest request = m_client.m_builder.build(m_spec.path, m_spec.query, m_spec.authenticated);
    if (m_client.address().isEncrypted())
        request.setSslConfiguration(m_client.m_sslConfiguration);

    if (m_spec.verb == Verb::Get) {
        m_reply = network.get(request);
    } else {
        QElapsedTimer now;
        now.start();
        if (m_client.m_inFlight == 0 && now.msecsSinceReference() - m_client.m_lastActivity > idleConnectionMs)
            m_client.clearConnectionCache();
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_spec.body.size());
        if (!m_spec.body.isEmpty())
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        auto *const body = new SequentialBody(m_spec.body, this);
        m_reply = network.sendCustomRequest(request, verbName(m_spec.verb), body);
        body->setParent(m_reply);
    }
    m_counted = true;
    ++m_client.m_inFlight;
    connectReply();
    m_deadline.start(m_client.m_options.deadline);
}

void ApiCall::connectReply()
{
    connect(m_reply, &QNetworkReply::readyRead, this, &ApiCall::handleReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &ApiCall::handleFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, &ApiCall::handleSslErrors);
    connect(m_reply, &QNetworkReply::encrypted, this, &ApiCall::handleEncrypted);
}

void ApiCall::handleReadyRead()
{
    if (!takeBody())
        abortWith(ApiError::Kind::TooLarge, {});
}

// False when there is more than may be.
bool ApiCall::takeBody()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const qint64 limit = m_client.m_options.maxBodyBytes;
    if (announced > limit || m_body.size() + m_reply->bytesAvailable() > limit)
        return false;
    // With room for what the parser wants behind it.
    if (m_body.isEmpty() && announced > 0)
        m_body.reserve(std::min(announced, static_cast<qint64>(largeBody)) + spareBytes);
    const qsizetype before = m_body.size();
    m_body.resize(before + m_reply->bytesAvailable());
    const qint64 got = m_reply->read(m_body.data() + before, m_body.size() - before);
    m_body.truncate(before + std::max<qint64>(got, 0));
    return true;
}

// Errors are ignored for one reason only: the certificate is the very one the user pinned after seeing it.
void ApiCall::handleSslErrors(const QList<QSslError> &errors)
{
    const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate();
    if (!peer.isNull())
        m_certificate = certificateInfo(peer);
    const QByteArray &pinned = m_client.m_options.pinnedSha256;
    if (m_certificate && !pinned.isEmpty() && m_certificate->sha256 == pinned)
        return m_reply->ignoreSslErrors(errors);
    m_client.m_refusedCertificate = m_certificate;
    m_client.m_refusalText = pinned.isEmpty() ? certificateErrorText(errors) : otherCertificateText();
}

// Emitted before any byte of the request is sent.
void ApiCall::handleEncrypted()
{
    const QByteArray &pinned = m_client.m_options.pinnedSha256;
    if (pinned.isEmpty())
        return;
    m_certificate = certificateInfo(m_reply->sslConfiguration().peerCertificate());
    if (m_certificate->sha256 == pinned)
        return;
    m_client.m_refusedCertificate = m_certificate;
    abortWith(ApiError::Kind::Tls, otherCertificateText());
}

void ApiCall::abortWith(ApiError::Kind kind, const QString &detail)
{
    m_abortReason = ApiError();
    m_abortReason->kind = kind;
    m_abortReason->detail = detail;
    if (!m_reply)
        return;
    if (isAbortable(*m_reply))
        m_reply->abort(); // leads to handleFinished()
    else
        handleFinished();
}

ApiError ApiCall::networkError() const
{
    using Kind = ApiError::Kind;
    ApiError error;
    error.detail = networkErrorText(*m_reply);
    bool neverSent = false;
    switch (m_reply->error()) {
    case QNetworkReply::OperationCanceledError: // the transfer timeout has no code of its own
    case QNetworkReply::TimeoutError:
        error.kind = Kind::Timeout;
        break;
    case QNetworkReply::SslHandshakeFailedError:
        error.kind = Kind::Tls;
        if (!m_client.m_refusalText.isEmpty())
            error.detail = m_client.m_refusalText;
        neverSent = true;
        break;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        error.kind = Kind::NotAuthentik;
        break;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        neverSent = true;
        error.kind = Kind::Unreachable;
        error.detail = withProxy(error.detail, *m_client.m_network, m_reply->url());
        break;
    default:
        error.kind = Kind::Unreachable;
        break;
    }
    error.mayHaveArrived = m_spec.verb != Verb::Get && !neverSent;
    return error;
}

void ApiCall::handleFinished()
{
    m_deadline.stop();
    m_counted = false;
    --m_client.m_inFlight;
    QElapsedTimer now;
    now.start();
    m_client.m_lastActivity = now.msecsSinceReference();

    QNetworkReply *const reply = m_reply;
    reply->disconnect(this);
    reply->deleteLater();
    if (!m_abortReason && reply->isOpen() && !takeBody()) {
        m_abortReason = ApiError();
        m_abortReason->kind = ApiError::Kind::TooLarge;
    }

    const RequestBuilder &builder = m_client.m_builder;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = reply->error();
    const QByteArray contentType = reply->rawHeader("Content-Type").toLower();
    qCDebug(logApi).noquote() << verbName(m_spec.verb) << m_spec.path << status << m_clock.elapsed() << "ms";

    if (status > 0) {
        const QDateTime serverTime = QLocale::c().toDateTime(
            QString::fromLatin1(reply->rawHeader("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        if (serverTime.isValid()) {
            const QDateTime utc(serverTime.date(), serverTime.time(), Qt::UTC);
            // The header was written at some time during the call, and names whole seconds: what that allows for is no
            // difference.
            constexpr qint64 second = 1000;
            const qint64 least = QDateTime::currentDateTimeUtc().msecsTo(utc);
            const qint64 most = least + m_clock.elapsed() + second;
            const qint64 skew = least > 0 ? least : std::min<qint64>(most, 0);
            emit m_client.clockSkewMeasured(std::chrono::seconds(skew / second));
        }
    }

    // 1 to 199 are failures of the network; from 201 on Qt only repeats the HTTP status.
    const bool networkFailed
        = code != QNetworkReply::NoError && (status == 0 || code < QNetworkReply::ContentAccessDenied);
    std::optional<ApiError> error;
    if (m_abortReason) {
        error = m_abortReason;
        error->mayHaveArrived = m_spec.verb != Verb::Get && error->kind != ApiError::Kind::Tls;
    } else if (networkFailed || (code == QNetworkReply::ContentReSendError && status == 0)) {
        error = networkError();
    } else if (status < 200 || status > 299) {
        // Redacted before texts are cut to length: a token cut in half would not be recognised.
        error = errorFromHttp(status, contentType, builder.redacted(m_body));
    } else if (code != QNetworkReply::NoError) {
        // Qt refuses to unpack a body that grows out of proportion.
        error = ApiError();
        error->kind = ApiError::Kind::TooLarge;
    } else if (status != 204 && !contentType.contains("json")) {
        error = ApiError();
        error->kind = ApiError::Kind::NotAuthentik;
        error->detail = contentType.isEmpty()
            ? ApiCallText::tr("no content type")
            : ApiCallText::tr("content type %1").arg(QString::fromLatin1(contentType.left(100)));
    }

    if (!error) {
        m_reply = nullptr;
        return decode(std::exchange(m_body, {}));
    }
    if (m_spec.verb != Verb::Get && status >= 200 && status <= 299)
        error->mayHaveArrived = true; // it was done; only the answer is not usable
    error->httpStatus = status;
    error->requestId = builder.redacted(QString::fromLatin1(reply->rawHeader("X-authentik-id"))).left(100);
    error->retryAfter = parseRetryAfter(reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    if (error->kind == ApiError::Kind::Redirected)
        error->redirectTarget = builder.redacted(redirectTarget(*reply)).left(300);
    if (error->kind == ApiError::Kind::Tls)
        error->certificate = m_certificate ? m_certificate : m_client.m_refusedCertificate;
    builder.redact(*error);
    error->detail.truncate(500);
    m_reply = nullptr;

    if (error->kind == ApiError::Kind::RateLimited && error->retryAfter) {
        const QDeadlineTimer then(std::min<std::chrono::milliseconds>(*error->retryAfter, longestSharedWait));
        m_client.m_notBefore = std::max(m_client.m_notBefore, then);
    }
    if (isWorthRetrying(*error)) {
        const auto base = m_client.m_options.retryDelay * (1 << (m_attempt - 1));
        const auto jitter = base * QRandomGenerator::global()->bounded(500) / 1000;
        m_retry.start(std::max<std::chrono::milliseconds>(error->retryAfter.value_or(0s), base + jitter));
        return;
    }
    fail(*error);
}

bool ApiCall::isWorthRetrying(const ApiError &error) const
{
    if (m_spec.verb != Verb::Get || m_attempt >= m_client.m_options.maxAttempts)
        return false;
    if (error.retryAfter.value_or(0s) > longestRetryAfter)
        return false;
    switch (error.kind) {
    case ApiError::Kind::Unreachable:
    case ApiError::Kind::RateLimited:
        return true;
    case ApiError::Kind::Server:
        return error.httpStatus == 502 || error.httpStatus == 503 || error.httpStatus == 504;
    default:
        return false;
    }
}

// The call stays in flight while a large body is decoded, so that cancelling it still works.
void ApiCall::decode(const QByteArray &body)
{
    if (m_isOver)
        return;
    if (body.size() <= largeBody) {
        const auto decoded = m_handling.decode(body);
        return finish([&decoded](const Handling &handling) { handling.deliver(decoded); });
    }

    using Decoded = std::shared_ptr<void>;
    const auto promise = std::make_shared<QPromise<Decoded>>();
    auto *const watcher = new QFutureWatcher<Decoded>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        const Decoded decoded = watcher->result();
        finish([&decoded](const Handling &handling) { handling.deliver(decoded); });
    });
    promise->start();
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, decode = m_handling.decode, body] {
        promise->addResult(decode(body));
        promise->finish();
    });
}

void ApiCall::fail(const ApiError &error)
{
    finish([&error](const Handling &handling) { handling.fail(error); });
}

// The callback may destroy the client and with it this call: nothing of it is touched afterwards.
template <class Deliver> void ApiCall::finish(const Deliver &deliver)
{
    if (m_isOver)
        return;
    m_isOver = true;
    deleteLater();
    const Handling handling = std::exchange(m_handling, {});
    if (m_context)
        deliver(handling);
}

} // namespace tidings
