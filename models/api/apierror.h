// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QDateTime>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace tidings {

// What is known of a certificate that was refused, so that a person can compare it and decide to pin it.
struct CertificateInfo
{
    QByteArray sha256; // 32 bytes
    QString subject;
    QString issuer;
    QDateTime notBefore;
    QDateTime notAfter;

    [[nodiscard]] QString fingerprint() const; // "AB:CD:…", upper case
    bool operator==(const CertificateInfo &) const = default;
};

// Why a call failed. Every failure of the network, of HTTP and of decoding maps to exactly one kind.
struct ApiError
{
    enum class Kind {
        Cancelled, // by the caller; never delivered to a callback
        Unreachable, // no connection, or it dropped
        Timeout, // no byte for the transfer timeout, or the overall deadline passed
        Tls, // handshake or certificate; see certificate
        Redirected, // any 3xx; see redirectTarget
        TokenInvalid, // authentik answers 403 with a text, never 401
        Forbidden, // the token lacks a right, or the method is not allowed (405)
        NotFound, // 404 from authentik itself
        Validation, // 400 and its kin; see fieldErrors and detail
        RateLimited, // 429; see retryAfter
        Server, // 5xx; authentik sends HTML with it
        NotAuthentik, // an answer that authentik would not give (HTML, broken JSON, missing keys)
        TooLarge, // more bytes than the client accepts
    };

    Kind kind = Kind::Unreachable;
    int httpStatus = 0; // 0: no HTTP answer
    // The server's words, untrusted, or our own, translated; at most 500 characters, never the token.
    QString detail;
    QMap<QString, QStringList> fieldErrors; // Validation: by the server's field name
    std::optional<std::chrono::seconds> retryAfter; // RateLimited and Server (503)
    QString redirectTarget; // Redirected: scheme://host:port and path, without query
    QString requestId; // X-authentik-id, for the server's log
    std::optional<CertificateInfo> certificate; // Tls
    bool mayHaveArrived = false; // a write whose answer got lost: the server may have done it

    bool operator==(const ApiError &) const = default;
};

template <class T> using Result = Expected<T, ApiError>;

using Failure = Unexpected<ApiError>;

// A sentence (sometimes two) that a person can act on, translated, plain text. Contains server text only where that
// text is the reason itself (Validation, Forbidden), and then at most 1000 characters of it.
QString describe(const ApiError &error);

// The untranslated name of the kind, for logs and test failures.
QString kindName(ApiError::Kind kind);

// Maps an HTTP answer that is not 2xx. `body` may be anything. Sources of the texts: authentik's api/authentication.py
// and Django REST framework; see authentik-api notes in the demo server.
ApiError errorFromHttp(int status, const QByteArray &contentType, const QByteArray &body);

// Of a server whose pages repeat themselves.
ApiError endlessList();

// "120" or an HTTP date; nullopt when it is neither. Clamped to 0 s … 1 day.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now);

} // namespace tidings

Q_DECLARE_METATYPE(tidings::ApiError)
