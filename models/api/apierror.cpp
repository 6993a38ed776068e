// SPDX-License-Identifier: GPL-3.0-or-later
#include "apierror.h"

#include "codec.h"
#include "secretstore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct ApiErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ApiError)
};

bool isTokenProblem(const QString &detail)
{
    // authentik api/authentication.py and Django REST framework; asked for in English by Accept-Language.
    static constexpr QLatin1StringView texts[] = {"Token invalid/expired"_L1, "Authentication credentials"_L1,
        "Unsupported authentication type"_L1, "Malformed header"_L1, "User inactive"_L1, "Invalid token"_L1};
    return std::any_of(std::begin(texts), std::end(texts),
        [&](QLatin1StringView known) { return detail.contains(known, Qt::CaseInsensitive); });
}

QString waitText(std::optional<std::chrono::seconds> wait)
{
    if (!wait)
        return ApiErrorText::tr("Try again later.");
    return ApiErrorText::tr("Try again in %n second(s).", nullptr, static_cast<int>(wait->count()));
}

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : sentence + u' ' + ApiErrorText::tr("The server says: “%1”").arg(detail);
}

QString validationText(const ApiError &error)
{
    QStringList lines;
    for (auto it = error.fieldErrors.cbegin(); it != error.fieldErrors.cend(); ++it) {
        const QString texts = it.value().join(u' ');
        lines += it.key() == "non_field_errors"_L1 ? texts : it.key() + u": "_s + texts;
    }
    if (!error.detail.isEmpty())
        lines += error.detail;
    QString reason = lines.join(u"; "_s);
    if (reason.isEmpty())
        return ApiErrorText::tr("The server refused the data.");
    constexpr qsizetype longestReason = 1000;
    if (reason.size() > longestReason)
        reason = reason.left(longestReason) + u'…';
    // Without an answer of the server the words are our own.
    return (error.httpStatus == 0 ? ApiErrorText::tr("The server refused the data: %1")
                                  : ApiErrorText::tr("The server refused the data: “%1”"))
        .arg(reason);
}

} // namespace

QString CertificateInfo::fingerprint() const
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

QString describe(const ApiError &error)
{
    QString sentence;
    switch (error.kind) {
    case ApiError::Kind::Cancelled:
        return ApiErrorText::tr("Cancelled.");
    case ApiError::Kind::Unreachable:
        sentence = ApiErrorText::tr("The server cannot be reached: %1. Check the address and the network.")
                       .arg(error.detail.isEmpty() ? ApiErrorText::tr("no connection") : error.detail);
        break;
    case ApiError::Kind::Timeout:
        sentence = ApiErrorText::tr("The server did not answer in time. It may be overloaded; try again.");
        break;
    case ApiError::Kind::Tls:
        sentence = ApiErrorText::tr("No secure connection: %1.").arg(error.detail);
        break;
    case ApiError::Kind::Redirected:
        sentence = ApiErrorText::tr(
            "The server redirects to %1. The token was not sent there. If that is your authentik, use it "
            "as the server address.")
                       .arg(error.redirectTarget);
        break;
    case ApiError::Kind::TokenInvalid:
        sentence = withDetail(
            ApiErrorText::tr(
                "The token is not accepted. Expiring API tokens get a new key: copy the current one from authentik."),
            error.detail);
        break;
    case ApiError::Kind::Forbidden:
        sentence = withDetail(error.httpStatus == 405 ? ApiErrorText::tr("This server does not allow that.")
                                                      : ApiErrorText::tr("The token has no right to do that."),
            error.detail);
        break;
    case ApiError::Kind::NotFound:
        sentence = ApiErrorText::tr("The server does not have this record (any more).");
        break;
    case ApiError::Kind::Validation:
        sentence = validationText(error);
        break;
    case ApiError::Kind::RateLimited:
        sentence = ApiErrorText::tr("Too many requests.") + u' ' + waitText(error.retryAfter);
        break;
    case ApiError::Kind::Server:
        sentence = ApiErrorText::tr("The server has a problem (HTTP %1).").arg(error.httpStatus) + u' '
            + waitText(error.retryAfter);
        break;
    case ApiError::Kind::NotAuthentik:
        sentence = ApiErrorText::tr("This is not an answer of authentik: %1. Check the address.")
                       .arg(error.detail.isEmpty() ? ApiErrorText::tr("unknown content") : error.detail);
        break;
    case ApiError::Kind::TooLarge:
        sentence = ApiErrorText::tr("The answer is larger than Tidings accepts.");
        break;
    }
    if (error.mayHaveArrived)
        sentence += u' ' + ApiErrorText::tr("The change may or may not have been saved; reload to see.");
    return sentence;
}

QString describe(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::NotFound:
        return ApiErrorText::tr("The keychain has no token for this server, or it is locked.");
    case SecretError::Kind::Unavailable:
        return ApiErrorText::tr("No keychain is available on this computer.");
    case SecretError::Kind::Denied:
        return ApiErrorText::tr("The keychain refused access.");
    case SecretError::Kind::Timeout:
        return ApiErrorText::tr("The keychain did not answer. It may be waiting for you to unlock it.");
    case SecretError::Kind::TooLarge:
        return ApiErrorText::tr("The token is too long for the keychain.");
    case SecretError::Kind::Other:
        break;
    }
    return ApiErrorText::tr("The keychain failed: %1").arg(error.detail);
}

QString kindName(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Cancelled:
        return u"Cancelled"_s;
    case ApiError::Kind::Unreachable:
        return u"Unreachable"_s;
    case ApiError::Kind::Timeout:
        return u"Timeout"_s;
    case ApiError::Kind::Tls:
        return u"Tls"_s;
    case ApiError::Kind::Redirected:
        return u"Redirected"_s;
    case ApiError::Kind::TokenInvalid:
        return u"TokenInvalid"_s;
    case ApiError::Kind::Forbidden:
        return u"Forbidden"_s;
    case ApiError::Kind::NotFound:
        return u"NotFound"_s;
    case ApiError::Kind::Validation:
        return u"Validation"_s;
    case ApiError::Kind::RateLimited:
        return u"RateLimited"_s;
    case ApiError::Kind::Server:
        return u"Server"_s;
    case ApiError::Kind::NotAuthentik:
        return u"NotAuthentik"_s;
    case ApiError::Kind::TooLarge:
        return u"TooLarge"_s;
    }
    return {};
}

ApiError errorFromHttp(int status, const QByteArray &contentType, const QByteArray &body)
{
    using Kind = ApiError::Kind;
    ApiError error;
    error.httpStatus = status;

    codec::ErrorBody said;
    if (contentType.contains("json"))
        said = codec::decodeErrorBody(body);
    error.detail = said.detail;
    error.fieldErrors = said.fieldErrors;

    if (status >= 500) {
        error.kind = Kind::Server;
    } else if (status >= 300 && status < 400) {
        error.kind = Kind::Redirected;
    } else if (status == 429) {
        error.kind = Kind::RateLimited;
    } else if (status == 413) {
        error.kind = Kind::TooLarge;
    } else if (!said.isJson) {
        // authentik's own 4xx answers are JSON; this one is a proxy's, a login page's or another program's.
        error.kind = Kind::NotAuthentik;
        error.detail = contentType.isEmpty()
            ? ApiErrorText::tr("HTTP %1, no content type").arg(status)
            : u"HTTP %1, %2"_s.arg(QString::number(status), QString::fromLatin1(contentType.left(100)));
    } else if (status == 401) {
        error.kind = Kind::TokenInvalid;
    } else if (status == 403) {
        error.kind = isTokenProblem(said.detail) ? Kind::TokenInvalid : Kind::Forbidden;
    } else if (status == 405) {
        error.kind = Kind::Forbidden;
    } else if (status == 404 || status == 410) {
        error.kind = Kind::NotFound;
    } else if (status >= 400) {
        error.kind = Kind::Validation;
    } else {
        error.kind = Kind::NotAuthentik;
        error.detail = QStringLiteral("HTTP %1").arg(status);
    }
    return error;
}

ApiError endlessList()
{
    ApiError error;
    error.kind = ApiError::Kind::NotAuthentik;
    error.detail = ApiErrorText::tr("the list does not end and brings nothing new");
    return error;
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    using std::chrono::seconds;
    const QByteArray trimmed = value.trimmed();
    constexpr qint64 day = 86'400;
    bool isNumber = false;
    if (const qint64 number = trimmed.toLongLong(&isNumber); isNumber)
        return seconds(std::clamp<qint64>(number, 0, day));
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(trimmed), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    const QDateTime utc(date.date(), date.time(), Qt::UTC);
    return seconds(std::clamp<qint64>(now.secsTo(utc), 0, day));
}

} // namespace tidings
