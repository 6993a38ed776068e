// SPDX-License-Identifier: GPL-3.0-or-later
#include "networktext.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QSslError>
#include <QStringList>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(Network)
};

QString certificateFault(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return NetworkText::tr("self-signed certificate");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return NetworkText::tr("certificate of an unknown authority");
    case QSslError::HostNameMismatch:
        return NetworkText::tr("certificate for another name");
    case QSslError::CertificateExpired:
        return NetworkText::tr("expired certificate");
    case QSslError::CertificateNotYetValid:
        return NetworkText::tr("certificate that is not valid yet");
    default:
        return error.errorString();
    }
}

// Of Qt's words only those of the TLS library: the rest says twice that something went wrong.
QString handshakeErrorText(const QString &words)
{
    const qsizetype code = words.indexOf("error:"_L1);
    return code < 0 ? NetworkText::tr("the encryption could not be set up")
                    : NetworkText::tr("the encryption could not be set up (%1)").arg(words.mid(code));
}

} // namespace

QString networkErrorText(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return NetworkText::tr("the connection was refused");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return NetworkText::tr("the connection was closed before the answer came");
    case QNetworkReply::HostNotFoundError:
        return NetworkText::tr("there is no computer named %1").arg(reply.url().host());
    case QNetworkReply::SslHandshakeFailedError:
        return handshakeErrorText(reply.errorString());
    case QNetworkReply::ProxyConnectionRefusedError:
        return NetworkText::tr("the proxy refused the connection");
    case QNetworkReply::ProxyConnectionClosedError:
        return NetworkText::tr("the proxy closed the connection");
    case QNetworkReply::ProxyNotFoundError:
        return NetworkText::tr("the proxy was not found");
    case QNetworkReply::ProxyTimeoutError:
        return NetworkText::tr("the proxy did not answer in time");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return NetworkText::tr("the proxy asks for a login");
    default:
        return reply.errorString();
    }
}

QString certificateErrorText(const QList<QSslError> &errors)
{
    QStringList texts;
    for (const QSslError &error : errors)
        texts += certificateFault(error);
    texts.removeDuplicates();
    return texts.join(u"; "_s);
}

} // namespace tidings
