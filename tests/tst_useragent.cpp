// SPDX-License-Identifier: GPL-3.0-or-later
#include "useragent.h"

#include <QRegularExpression>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;

class UserAgentTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &text, const QString &expected) {
            QTest::newRow(qPrintable(expected)) << text << expected;
        };
        row(u"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"_s, u"Firefox 140 on Linux"_s);
        row(u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"_s,
            u"Edge 131 on Windows"_s);
        row(u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0"_s,
            u"Opera 116 on Windows"_s);
        row(u"Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"_s,
            u"Chrome 131 on Android"_s);
        row(u"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"_s,
            u"Chrome 130 on ChromeOS"_s);
        row(u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"_s,
            u"Safari 18 on macOS"_s);
        row(u"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1"_s,
            u"Chrome 131 on iPhone"_s);
        row(u"Mozilla/5.0 Firefox/"_s, u"Firefox"_s);
        row(u"Mozilla/5.0 (compatible; Strange)"_s, u"Mozilla/5.0 (compatible; Strange)"_s);
        row(u"python-requests/2.32.3"_s, u"python-requests 2.32.3"_s);
        row(u"curl/8.5.0"_s, u"curl 8.5.0"_s);
        row(u"goauthentik.io/outpost/2026.8.3 (build=)"_s, u"goauthentik.io outpost"_s);
        row(u"/odd"_s, u"/odd"_s);
        row(u""_s, u""_s);
    }

    void readable()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(readableUserAgent(text), expected);
    }

    void longTextsAreCut()
    {
        QVERIFY(readableUserAgent(QString(100'000, u'x')).size() <= 1001);
        QVERIFY(readableUserAgent(u"Mozilla/5.0 Firefox/"_s + QString(100'000, u'1')).size() <= 1001);
    }
};

QTEST_GUILESS_MAIN(UserAgentTest)
#include "tst_useragent.moc"
