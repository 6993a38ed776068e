// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "serveraddress.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <chrono>

namespace tidings {

// Builds every request of the program; nothing else sets headers or touches the token.
// Rules: own origin only; Authorization only there; manual redirects; no cookies, no cached credentials, no cache, no
// HTTP/2 (QTBUG-111417); JSON and English answers; own User-Agent; transfer timeout.
class RequestBuilder
{
public:
    RequestBuilder(ServerAddress address, QByteArray token, std::chrono::milliseconds transferTimeout);

    [[nodiscard]] const ServerAddress &address() const { return m_address; }

    // `path` below /api/v3/, without a leading slash, ending in one. `authenticated` false leaves the token out.
    [[nodiscard]] QNetworkRequest build(
        const QString &path, const QUrlQuery &query = {}, bool authenticated = true) const;

    // Replaces the token in any text that may be shown or logged, whatever its case.
    [[nodiscard]] QString redacted(QString text) const;
    [[nodiscard]] QByteArray redacted(QByteArray bytes) const;
    // Does so in the texts of an error that a server may have written.
    void redact(ApiError &error) const;

private:
    ServerAddress m_address;
    QByteArray m_token;
    std::chrono::milliseconds m_transferTimeout;
};

} // namespace tidings
