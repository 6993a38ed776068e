// SPDX-License-Identifier: GPL-3.0-or-later
#include "serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct ServerAddressText
{
    Q_DECLARE_TR_FUNCTIONS(ServerAddress)
};

bool isLoopbackHost(const QString &host)
{
    if (host == "localhost"_L1)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

// Cuts the path where a page of authentik begins.
QString basePath(QString path)
{
    static const QRegularExpression page(u"/(if|api|application|flows|outpost\\.goauthentik\\.io)(/|$)"_s);
    const auto match = page.match(path);
    if (match.hasMatch())
        path.truncate(match.capturedStart());
    while (path.endsWith(u'/'))
        path.chop(1);
    return path + u'/';
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

Expected<ServerAddress, QString> ServerAddress::parse(const QString &input)
{
    using Error = Unexpected<QString>;
    QString typed = input.trimmed();
    if (typed.isEmpty())
        return Error(ServerAddressText::tr("Enter the address of your authentik server."));
    for (const QChar c : typed) {
        if (c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            return Error(ServerAddressText::tr("The address contains a blank or an invisible character."));
    }
    if (!typed.contains("://"_L1)) {
        const QUrl guess(u"https://"_s + typed);
        typed.prepend(isLoopbackHost(guess.host()) ? u"http://"_s : u"https://"_s);
    }

    QUrl url(typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return Error(
            ServerAddressText::tr("This is not a server address. It looks like https://authentik.example.org."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return Error(ServerAddressText::tr("The address must begin with https://."));
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host())) {
        return Error(ServerAddressText::tr(
            "An http:// address would send the token readable for others. Use https://, or http:// for this "
            "computer only."));
    }
    if (!url.userInfo().isEmpty())
        return Error(ServerAddressText::tr("Leave the user name and password out of the address."));

    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(basePath(url.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    if (!url.isValid())
        return Error(
            ServerAddressText::tr("This is not a server address. It looks like https://authentik.example.org."));
    if (portOf(url) == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);

    ServerAddress address;
    address.m_base = url;
    return address;
}

bool ServerAddress::isLoopback() const
{
    return isLoopbackHost(m_base.host());
}

bool ServerAddress::isEncrypted() const
{
    return m_base.scheme() == "https"_L1;
}

QString ServerAddress::toString() const
{
    QString whole = m_base.toString(QUrl::FullyEncoded);
    if (whole.endsWith(u'/'))
        whole.chop(1);
    return whole;
}

QString ServerAddress::origin() const
{
    QString host = m_base.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return u"%1://%2:%3"_s.arg(m_base.scheme(), host, QString::number(portOf(m_base)));
}

bool ServerAddress::isSameOrigin(const QUrl &url) const
{
    return isValid() && url.scheme() == m_base.scheme() && portOf(url) == portOf(m_base)
        && url.host().compare(m_base.host(), Qt::CaseInsensitive) == 0;
}

QUrl ServerAddress::apiUrl(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + u"api/v3/"_s + path, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl ServerAddress::webUrl(const QString &pathAndFragment) const
{
    return QUrl(toString() + u'/' + pathAndFragment, QUrl::StrictMode);
}

} // namespace tidings
