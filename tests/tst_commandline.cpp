// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <array>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tidings;

namespace {

Expected<CommandLine, QString> parse(const QStringList &options)
{
    return parseCommandLine(QStringList{u"tidings"_s} + options);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nothing();
    void demo();
    void demoEvents_data();
    void demoEvents();
    void server();
    void profileAndOthers();
    void languageBeforeTheRest();
    void help();
    void version();
    void errors_data();
    void errors();
    void tokenOption_data();
    void tokenOption();
    void tokenLine_data();
    void tokenLine();
    void tokenLineFromOpenPipe();
};

void TestCommandLine::nothing()
{
    const auto line = parse({});
    QVERIFY(line.has_value());
    QVERIFY(*line == CommandLine{});
    QCOMPARE(line->action, CommandLine::Action::Run);
    QVERIFY(!line->demo);
}

void TestCommandLine::demo()
{
    const auto line = parse({u"--demo"_s});
    QVERIFY(line.has_value());
    QVERIFY(line->demo);
    QCOMPARE(line->demoEvents, 5000);
}

void TestCommandLine::demoEvents_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("expected");
    QTest::newRow("one") << u"1"_s << 1;
    QTest::newRow("most") << u"10000000"_s << 10'000'000;
    QTest::newRow("none") << u"0"_s << 0;
    QTest::newRow("too many") << u"10000001"_s << 0;
    QTest::newRow("negative") << u"-1"_s << 0;
    QTest::newRow("beyond int") << u"99999999999999999999"_s << 0;
    QTest::newRow("word") << u"many"_s << 0;
    QTest::newRow("fraction") << u"1.5"_s << 0;
}

void TestCommandLine::demoEvents()
{
    QFETCH(const QString, number);
    QFETCH(const int, expected);
    const auto line = parse({u"--demo-events"_s, number});
    QCOMPARE(line.has_value(), expected > 0);
    if (expected > 0) {
        QVERIFY(line->demo);
        QCOMPARE(line->demoEvents, expected);
    } else {
        QVERIFY2(line.error().contains("--demo-events"_L1), qPrintable(line.error()));
    }
}

void TestCommandLine::server()
{
    const auto line = parse({u"--server"_s, u"auth.example.org/if/admin/"_s, u"--token-stdin"_s});
    QVERIFY(line.has_value());
    QVERIFY(line->server.has_value());
    QCOMPARE(line->server->toString(), u"https://auth.example.org"_s);
    QVERIFY(line->tokenFromStdin);
    QVERIFY(!line->demo);
    QVERIFY(!parse({u"--server=auth.example.org"_s})->tokenFromStdin);
}

void TestCommandLine::profileAndOthers()
{
    const auto line = parse({u"--profile"_s, u"My server"_s, u"--lang"_s, u"de"_s, u"--screenshots"_s, u"pictures"_s});
    QVERIFY(line.has_value());
    QCOMPARE(line->profile, u"My server"_s);
    QCOMPARE(line->language, u"de"_s);
    QCOMPARE(line->screenshots, u"pictures"_s);
    QVERIFY(line->file.isEmpty());
    QCOMPARE(parse({u"events.jsonl"_s, u"--demo"_s})->file, u"events.jsonl"_s);
}

void TestCommandLine::languageBeforeTheRest()
{
    const auto language = [](const QStringList &args) {
        return languageOf(QStringList{u"tidings"_s} + args);
    };
    QCOMPARE(language({u"--lang"_s, u"de"_s}), u"de"_s);
    QCOMPARE(language({u"--nonsense"_s, u"--lang=pt_BR"_s}), u"pt_BR"_s);
    QCOMPARE(language({u"--lang=de"_s, u"--lang"_s, u"en"_s}), u"en"_s);
    QCOMPARE(language({}), QString());
    QCOMPARE(language({u"--lang"_s}), QString());
    QCOMPARE(language({u"--lang=../x"_s}), QString());
    QCOMPARE(language({u"--language=de"_s}), QString());
    QCOMPARE(language({u"--"_s, u"--lang=de"_s}), QString());
}

void TestCommandLine::help()
{
    for (const QString &option : {u"--help"_s, u"-h"_s}) {
        const auto line = parse({option, u"--demo"_s, u"--server"_s, u"nonsense at all"_s});
        QVERIFY(line.has_value());
        QCOMPARE(line->action, CommandLine::Action::ShowHelp);
        for (const QString &word : {u"--demo"_s, u"--demo-events"_s, u"--server"_s, u"--token-stdin"_s, u"--profile"_s,
                 u"--screenshots"_s, u"--lang"_s, u"--version"_s, u"--help"_s})
            QVERIFY2(line->helpText.contains(word), qPrintable(word));
        QVERIFY(!line->helpText.contains("--token "_L1));
    }
}

void TestCommandLine::version()
{
    for (const QString &option : {u"--version"_s, u"-v"_s}) {
        const auto line = parse({option});
        QVERIFY(line.has_value());
        QCOMPARE(line->action, CommandLine::Action::ShowVersion);
    }
}

void TestCommandLine::errors_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("view and query") << QStringList{u"--view"_s, u"A"_s, u"--query"_s, u"app = \"x\""_s}
                                    << QStringList{u"--view"_s, u"--query"_s};
    QTest::newRow("no query") << QStringList{u"--query"_s, u"app = x"_s} << QStringList{u"column 7"_s};
    QTest::newRow("unknown") << QStringList{u"--frobnicate"_s} << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown, with help") << QStringList{u"--help"_s, u"--frobnicate"_s} << QStringList{u"frobnicate"_s};
    QTest::newRow("unknown with a value") << QStringList{u"--tokn=s3cret"_s} << QStringList{u"tokn"_s};
    QTest::newRow("two files") << QStringList{u"s3cret"_s, u"b"_s} << QStringList{u"file"_s};
    QTest::newRow("address") << QStringList{u"https://a:s3cret@a.example"_s} << QStringList{u"--server"_s};
    QTest::newRow("empty file") << QStringList{QString()} << QStringList{u"file"_s};
    QTest::newRow("value for a switch") << QStringList{u"--token-stdin=s3cret"_s} << QStringList{u"--token-stdin"_s};
    QTest::newRow("demo and server") << QStringList{u"--demo"_s, u"--server"_s, u"a.example"_s}
                                     << QStringList{u"--demo"_s, u"--server"_s};
    QTest::newRow("demo events and server")
        << QStringList{u"--demo-events=3"_s, u"--server"_s, u"a.example"_s} << QStringList{u"--demo"_s, u"--server"_s};
    QTest::newRow("demo and profile") << QStringList{u"--demo"_s, u"--profile"_s, u"a"_s}
                                      << QStringList{u"--demo"_s, u"--profile"_s};
    QTest::newRow("profile and server") << QStringList{u"--server=a.example"_s, u"--profile"_s, u"a"_s}
                                        << QStringList{u"--profile"_s, u"--server"_s};
    QTest::newRow("token without server")
        << QStringList{u"--token-stdin"_s} << QStringList{u"--token-stdin"_s, u"--server"_s};
    QTest::newRow("demo with token") << QStringList{u"--demo"_s, u"--token-stdin"_s}
                                     << QStringList{u"--token-stdin"_s, u"--server"_s};
    QTest::newRow("no value") << QStringList{u"--profile"_s} << QStringList{u"--profile"_s};
    QTest::newRow("empty value") << QStringList{u"--profile="_s} << QStringList{u"--profile"_s};
    QTest::newRow("option as value") << QStringList{u"--screenshots"_s, u"--demo"_s} << QStringList{u"--screenshots"_s};
    QTest::newRow("twice") << QStringList{u"--server=a.example"_s, u"--server=b.example"_s}
                           << QStringList{u"--server"_s};
    QTest::newRow("http") << QStringList{u"--server=http://a.example"_s} << QStringList{u"--server"_s, u"https"_s};
    QTest::newRow("password") << QStringList{u"--server=https://a:s3cret@a.example"_s} << QStringList{u"--server"_s};
    QTest::newRow("language") << QStringList{u"--lang=../x"_s} << QStringList{u"--lang"_s};
}

void TestCommandLine::errors()
{
    QFETCH(const QStringList, options);
    QFETCH(const QStringList, words);
    const auto line = parse(options);
    QVERIFY(!line.has_value());
    for (const QString &word : words)
        QVERIFY2(line.error().contains(word), qPrintable(line.error()));
    QVERIFY2(!line.error().contains("s3cret"_L1), qPrintable(line.error()));
    QVERIFY2(!line.error().contains(u'\n'), qPrintable(line.error()));
}

void TestCommandLine::tokenOption_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("two words") << QStringList{u"--token"_s, u"s3cret"_s};
    QTest::newRow("one word") << QStringList{u"--token=s3cret"_s};
    QTest::newRow("one dash") << QStringList{u"-token"_s, u"s3cret"_s};
    QTest::newRow("after others") << QStringList{u"--server=a.example"_s, u"--token"_s, u"s3cret"_s};
    QTest::newRow("with help") << QStringList{u"--help"_s, u"--token=s3cret"_s};
}

void TestCommandLine::tokenOption()
{
    QFETCH(const QStringList, options);
    const auto line = parse(options);
    QVERIFY(!line.has_value());
    QVERIFY(line.error().contains("--token-stdin"_L1));
    QVERIFY(line.error().contains("other users"_L1));
    QVERIFY(!line.error().contains("s3cret"_L1));
}

void TestCommandLine::tokenLine_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("plain") << QByteArray("abc\n") << QByteArray("abc");
    QTest::newRow("no newline") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("blanks and CRLF") << QByteArray(" \tabc \r\nrest") << QByteArray("abc");
    QTest::newRow("first line only") << QByteArray("abc\ndef\n") << QByteArray("abc");
    QTest::newRow("longest") << QByteArray(8192, 'x') + '\n' << QByteArray(8192, 'x');
    QTest::newRow("too long") << QByteArray(8193, 'x') + '\n' << QByteArray();
    QTest::newRow("endless") << QByteArray(1'000'000, 'x') << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("empty line") << QByteArray("\nabc\n") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \t \n") << QByteArray();
    QTest::newRow("inner blank") << QByteArray("abc def\n") << QByteArray();
    QTest::newRow("NUL") << QByteArray("abc\0def\n", 8) << QByteArray();
    QTest::newRow("carriage return") << QByteArray("abc\rX-Evil: 1\n") << QByteArray();
    QTest::newRow("escape") << QByteArray("abc\x1b[31m\n") << QByteArray();
    QTest::newRow("delete") << QByteArray("abc\x7f\n") << QByteArray();
    QTest::newRow("not ASCII") << QByteArray("abc\xc3\xa4\n") << QByteArray();
}

void TestCommandLine::tokenLine()
{
    QFETCH(QByteArray, input);
    QFETCH(const QByteArray, token);
    QBuffer buffer(&input);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto line = readTokenLine(buffer);
    QCOMPARE(line.has_value(), !token.isEmpty());
    if (line)
        QCOMPARE(*line, token);
    else
        QVERIFY(!line.error().isEmpty());
}

void TestCommandLine::tokenLineFromOpenPipe()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const auto closeWriter = qScopeGuard([&ends] { ::close(ends[1]); });
    const QByteArray text = "abc\nstays unread";
    QCOMPARE(::write(ends[1], text.constData(), static_cast<std::size_t>(text.size())), text.size());
    QFile reader;
    QVERIFY(reader.open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
    const auto line = readTokenLine(reader);
    QVERIFY(line.has_value());
    QCOMPARE(*line, "abc");
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
