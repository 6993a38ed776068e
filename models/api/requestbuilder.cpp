// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestbuilder.h"

#include <QCoreApplication>

namespace tidings {

RequestBuilder::RequestBuilder(ServerAddress address, QByteArray token, std::chrono::milliseconds transferTimeout)
    : m_address(std::move(address))
    , m_token(std::move(token))
    , m_transferTimeout(transferTimeout)
{
}

QNetworkRequest RequestBuilder::build(const QString &path, const QUrlQuery &query, bool authenticated) const
{
    const QUrl url = m_address.apiUrl(path, query);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(static_cast<int>(m_transferTimeout.count()));
    request.setHeader(
        QNetworkRequest::UserAgentHeader, QStringLiteral("Tidings/%1").arg(QCoreApplication::applicationVersion()));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Language", "en");
    if (authenticated && !m_token.isEmpty() && m_address.isSameOrigin(url))
        request.setRawHeader("Authorization", "Bearer " + m_token);
    return request;
}

QString RequestBuilder::redacted(QString text) const
{
    if (!m_token.isEmpty())
        text.replace(QString::fromUtf8(m_token), QStringLiteral("(redacted)"), Qt::CaseInsensitive);
    return text;
}

QByteArray RequestBuilder::redacted(QByteArray bytes) const
{
    if (!m_token.isEmpty())
        bytes.replace(m_token, "(redacted)");
    return bytes;
}

void RequestBuilder::redact(ApiError &error) const
{
    error.detail = redacted(error.detail);
    QMap<QString, QStringList> fields;
    for (auto it = error.fieldErrors.cbegin(); it != error.fieldErrors.cend(); ++it) {
        QStringList &texts = fields[redacted(it.key())];
        for (const QString &text : it.value())
            texts += redacted(text);
    }
    error.fieldErrors = fields;
}

} // namespace tidings
