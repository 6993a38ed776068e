// SPDX-License-Identifier: GPL-3.0-or-later
#include "serveraddress.h"
#include "serverinfo.h"

#include <QRegularExpression>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void parse_accepts_data();
    void parse_accepts();
    void parse_refuses_data();
    void parse_refuses();
    void parse_isStable_data() { parse_accepts_data(); }
    void parse_isStable();
    void invalid_isInvalid();
    void sameOrigin_comparesAllThree_data();
    void sameOrigin_comparesAllThree();
    void urls_keepTheSubPath();
    void release_parse_data();
    void release_parse();
    void release_isOrdered();
};

void TestServerAddress::parse_accepts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin");
    const auto row = [](const char *name, const char *typed, const char *text, const char *origin) {
        QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(text) << QString::fromUtf8(origin);
    };
    row("plain", "https://auth.example.org", "https://auth.example.org", "https://auth.example.org:443");
    row("slash", "https://auth.example.org/", "https://auth.example.org", "https://auth.example.org:443");
    row("slashes", "https://auth.example.org///", "https://auth.example.org", "https://auth.example.org:443");
    row("blanks around", "  https://auth.example.org\n", "https://auth.example.org", "https://auth.example.org:443");
    row("no scheme", "auth.example.org", "https://auth.example.org", "https://auth.example.org:443");
    row("no scheme, port", "auth.example.org:9443", "https://auth.example.org:9443", "https://auth.example.org:9443");
    row("default port", "https://auth.example.org:443/", "https://auth.example.org", "https://auth.example.org:443");
    row("port 80 under https", "https://auth.example.org:80", "https://auth.example.org:80",
        "https://auth.example.org:80");
    row("upper case", "HTTPS://Auth.Example.ORG", "https://auth.example.org", "https://auth.example.org:443");
    row("sub-path", "https://example.org/auth/", "https://example.org/auth", "https://example.org:443");
    row("deep sub-path", "https://example.org/a/b", "https://example.org/a/b", "https://example.org:443");
    row("admin page", "https://example.org/if/admin/#/events/log", "https://example.org", "https://example.org:443");
    row("user page below a sub-path", "https://example.org/auth/if/user/#/library", "https://example.org/auth",
        "https://example.org:443");
    row("api", "https://example.org/api/v3/", "https://example.org", "https://example.org:443");
    row("application", "https://example.org/application/o/x/", "https://example.org", "https://example.org:443");
    row("flow", "https://example.org/flows/-/default/?next=%2F", "https://example.org", "https://example.org:443");
    row("not a page", "https://example.org/apiary/iffy", "https://example.org/apiary/iffy", "https://example.org:443");
    row("query and fragment", "https://example.org/?next=/#x", "https://example.org", "https://example.org:443");
    row("localhost", "localhost:9000", "http://localhost:9000", "http://localhost:9000");
    row("loopback IPv4", "127.0.0.1:9000", "http://127.0.0.1:9000", "http://127.0.0.1:9000");
    row("loopback IPv6", "[::1]:9000", "http://[::1]:9000", "http://[::1]:9000");
    row("http loopback", "http://127.8.9.1", "http://127.8.9.1", "http://127.8.9.1:80");
    row("https loopback", "https://localhost", "https://localhost", "https://localhost:443");
    row("other IPv6", "https://[2001:db8::1]", "https://[2001:db8::1]", "https://[2001:db8::1]:443");
    row("umlaut",
        "https://b\xC3\xBC"
        "cher.example",
        "https://xn--bcher-kva.example", "https://xn--bcher-kva.example:443");
    row("escaped path", "https://example.org/a%20b", "https://example.org/a%20b", "https://example.org:443");
}

void TestServerAddress::parse_accepts()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const QString, origin);
    const auto address = ServerAddress::parse(typed);
    QVERIFY2(address.has_value(), qPrintable(address.has_value() ? QString() : address.error()));
    QVERIFY(address->isValid());
    QCOMPARE(address->toString(), text);
    QCOMPARE(address->origin(), origin);
    QCOMPARE(address->isEncrypted(), text.startsWith(u"https"_s));
    QVERIFY(address->isEncrypted() || address->isLoopback());
    QVERIFY(address->isSameOrigin(address->apiUrl(u"root/config/"_s)));
    QCOMPARE(address->apiUrl(u"root/config/"_s).toString(QUrl::FullyEncoded), text + u"/api/v3/root/config/"_s);
}

void TestServerAddress::parse_refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("http elsewhere") << u"http://auth.example.org"_s;
    QTest::newRow("http on the local net") << u"http://192.168.1.5:9000"_s;
    QTest::newRow("http to any address") << u"http://0.0.0.0:9000"_s;
    QTest::newRow("http, like loopback") << u"http://127.0.0.1.example.org"_s;
    QTest::newRow("http, like localhost") << u"http://localhost.example.org"_s;
    QTest::newRow("http, user looks like host") << u"http://127.0.0.1@example.org"_s;
    QTest::newRow("user info") << u"https://user:secret@auth.example.org"_s;
    QTest::newRow("user name") << u"https://user@auth.example.org"_s;
    QTest::newRow("other scheme") << u"ftp://auth.example.org"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("blank inside") << u"https://auth example.org"_s;
    QTest::newRow("line break inside") << u"https://auth.example.org\r\nX: y"_s;
    QTest::newRow("NUL") << QString(u"https://auth\0.example.org"_s);
    QTest::newRow("direction override") << u"https://auth\u202Egro.elpmaxe"_s;
    QTest::newRow("zero width") << u"https://auth\u200B.example.org"_s;
    QTest::newRow("no host") << u"https://"_s;
    QTest::newRow("no host, path") << u"https:///path"_s;
    QTest::newRow("bad port") << u"https://auth.example.org:99999"_s;
    QTest::newRow("port of words") << u"https://auth.example.org:abc"_s;
    QTest::newRow("bad escape") << u"https://auth.example.org/%zz"_s;
    QTest::newRow("half an IPv6") << u"https://[::1"_s;
}

void TestServerAddress::parse_refuses()
{
    QFETCH(const QString, typed);
    const auto address = ServerAddress::parse(typed);
    QVERIFY2(!address.has_value(), qPrintable(address.has_value() ? address->toString() : QString()));
    QVERIFY(address.error().size() > 10);
    QVERIFY(!address.error().contains(u"secret"_s));
}

void TestServerAddress::parse_isStable()
{
    QFETCH(const QString, typed);
    const auto once = ServerAddress::parse(typed);
    QVERIFY(once.has_value());
    const auto twice = ServerAddress::parse(once->toString());
    QVERIFY(twice.has_value());
    QVERIFY(*once == *twice);
}

void TestServerAddress::invalid_isInvalid()
{
    const ServerAddress none;
    QVERIFY(!none.isValid());
    QVERIFY(!none.isSameOrigin(QUrl()));
    QVERIFY(!none.isSameOrigin(QUrl(u"https://example.org"_s)));
    QVERIFY(!none.isEncrypted());
    QVERIFY(!none.isLoopback());
}

void TestServerAddress::sameOrigin_comparesAllThree_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("same");
    QTest::newRow("itself") << u"https://auth.example.org/x"_s << true;
    QTest::newRow("port named") << u"https://auth.example.org:443/x"_s << true;
    QTest::newRow("case") << u"https://AUTH.example.org/x"_s << true;
    QTest::newRow("other port") << u"https://auth.example.org:8443/"_s << false;
    QTest::newRow("other scheme") << u"http://auth.example.org:443/"_s << false;
    QTest::newRow("other host") << u"https://auth.example.com/"_s << false;
    QTest::newRow("sub-domain") << u"https://x.auth.example.org/"_s << false;
    QTest::newRow("suffix") << u"https://auth.example.org.evil.example/"_s << false;
    QTest::newRow("user info") << u"https://auth.example.org@evil.example/"_s << false;
    QTest::newRow("relative") << u"/api/"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestServerAddress::sameOrigin_comparesAllThree()
{
    QFETCH(const QString, url);
    QFETCH(const bool, same);
    const auto address = ServerAddress::parse(u"https://auth.example.org/sub"_s);
    QVERIFY(address.has_value());
    QCOMPARE(address->isSameOrigin(QUrl(url)), same);
}

void TestServerAddress::urls_keepTheSubPath()
{
    const auto address = ServerAddress::parse(u"https://example.org/auth"_s);
    QVERIFY(address.has_value());
    QUrlQuery query;
    query.addQueryItem(u"page"_s, u"2"_s);
    QCOMPARE(address->apiUrl(u"events/events/"_s, query).toString(QUrl::FullyEncoded),
        u"https://example.org/auth/api/v3/events/events/?page=2"_s);
    const QUrl page = address->webUrl(u"if/admin/#/events/log/1"_s);
    QCOMPARE(page.toString(), u"https://example.org/auth/if/admin/#/events/log/1"_s);
    QCOMPARE(page.fragment(), u"/events/log/1"_s);
    QCOMPARE(address->host(), u"example.org"_s);
}

void TestServerAddress::release_parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::newRow("plain") << u"2026.8.3"_s << 2026 << 8;
    QTest::newRow("candidate") << u"2026.2.0-rc1"_s << 2026 << 2;
    QTest::newRow("two digits") << u"2025.12.4"_s << 2025 << 12;
    QTest::newRow("no patch") << u"2024.6"_s << 2024 << 6;
    QTest::newRow("blanks") << u" 2024.6.1 "_s << 2024 << 6;
    QTest::newRow("empty") << QString() << 0 << 0;
    QTest::newRow("words") << u"unknown"_s << 0 << 0;
    QTest::newRow("one number") << u"2026"_s << 0 << 0;
    QTest::newRow("short year") << u"26.8.3"_s << 0 << 0;
    QTest::newRow("long month") << u"2026.123"_s << 0 << 0;
}

void TestServerAddress::release_parse()
{
    QFETCH(const QString, text);
    QFETCH(const int, year);
    QFETCH(const int, month);
    const auto release = Release::parse(text);
    QCOMPARE(release.has_value(), year > 0);
    QCOMPARE(release.value_or(Release{}).year, year);
    QCOMPARE(release.value_or(Release{}).month, month);
}

void TestServerAddress::release_isOrdered()
{
    QVERIFY((Release{2025, 6} < Release{2025, 12}));
    QVERIFY((Release{2025, 12} < Release{2026, 2}));
    QVERIFY((Release{2026, 2} == Release{2026, 2}));
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
