// SPDX-License-Identifier: GPL-3.0-or-later
// This program also plays the server (with FAKE_SERVER in the environment) and a parent that is killed (--parent).
#include "demoprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tidings;

namespace {

constexpr int longTime = 30'000;

// Reads the token as the real server does, and then goes wrong in the way that FAKE_SERVER says.
int fakeServer(const QByteArray &kind, const QStringList &arguments)
{
    QFile input;
    if (!input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 1;
    const QByteArray token = input.readLine().trimmed();
    QFile report(qEnvironmentVariable("FAKE_REPORT"));
    if (!report.fileName().isEmpty() && report.open(QIODevice::WriteOnly))
        report.write(token + '\n' + arguments.mid(1).join(u' ').toUtf8());
    report.close();

    if (kind == "ends") {
        std::fputs("first words\nno room for events\n", stderr);
        return 3;
    }
    if (kind == "stubborn")
        std::signal(SIGTERM, SIG_IGN);
    if (kind == "foreign")
        std::puts("listening on https://demo.example.org");
    if (kind == "good" || kind == "stubborn" || kind == "short-lived")
        std::puts("a word before\nlistening on http://127.0.0.1:49151\nand words after");
    if (kind == "endless")
        for (int i = 0; i < 10'000; ++i)
            std::fputs("and so on ", stdout);
    std::fflush(stdout);
    if (kind == "short-lived")
        return 0;
    while (!input.readLine().isEmpty()) { }
    if (kind == "stubborn")
        for (;;)
            ::pause();
    return 0;
}

// Starts the real server, says where it listens, and waits to be killed.
int parent()
{
    DemoProcess process;
    QObject::connect(&process, &DemoProcess::ready, &process, [](const ServerAddress &address) {
        std::puts(address.toString().toUtf8().constData());
        std::fflush(stdout);
    });
    QObject::connect(&process, &DemoProcess::failed, &process, [](const QString &message) {
        std::puts(message.toUtf8().constData());
        std::fflush(stdout);
        QCoreApplication::exit(1);
    });
    process.start({.events = 50, .notifications = 5, .ratePerMinute = 0, .release = {}});
    return QCoreApplication::exec();
}

bool isListening(int port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    return socket.waitForConnected(longTime);
}

bool isRunning(qint64 processId)
{
    QFile status(u"/proc/%1/stat"_s.arg(processId));
    return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

} // namespace

class TestDemoProcess : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { qunsetenv("FAKE_SERVER"); }
    void tokenAndOptionsAreHandedOver();
    void tokensDiffer();
    void failures_data();
    void failures();
    void missingProgram();
    void endAfterReady();
    void mayBeDeletedByWhoIsTold_data();
    void mayBeDeletedByWhoIsTold();
    void stubbornServerIsKilled();
    void realServer();
    void serverEndsWithItsParent();

private:
    static bool hasRealServer()
    {
        return QFileInfo(QCoreApplication::applicationDirPath() + u"/tidings-demo-server"_s).isExecutable();
    }

    const QString m_self = QCoreApplication::applicationFilePath();
    QTemporaryDir m_place;
};

void TestDemoProcess::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_place.isValid());
}

void TestDemoProcess::tokenAndOptionsAreHandedOver()
{
    const QString report = m_place.filePath(u"report"_s);
    qputenv("FAKE_SERVER", "good");
    qputenv("FAKE_REPORT", report.toUtf8());
    DemoProcess process(m_self);
    QSignalSpy ready(&process, &DemoProcess::ready);
    QSignalSpy failed(&process, &DemoProcess::failed);
    QCOMPARE(process.processId(), 0);
    process.start({.events = 123, .notifications = 45, .ratePerMinute = 6, .release = u"2024.8"_s});
    QCOMPARE(ready.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, longTime);
    QCOMPARE(ready.at(0).at(0).value<ServerAddress>().toString(), u"http://127.0.0.1:49151"_s);
    const QByteArray token = ready.at(0).at(1).toByteArray();
    QVERIFY(QRegularExpression(u"\\A[A-Za-z0-9]{48}\\z"_s).match(QString::fromLatin1(token)).hasMatch());

    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readLine().trimmed(), token);
    QCOMPARE(file.readLine().trimmed(), "--token-stdin --events 123 --notifications 45 --rate 6 --release 2024.8");
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(process.processId()));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const QByteArray words = commandLine.readAll();
    QVERIFY(words.contains("--token-stdin"));
    QVERIFY(!words.contains(token));
    QFile environment(u"/proc/%1/environ"_s.arg(process.processId()));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains(token));
    QCOMPARE(failed.size(), 0);
    qunsetenv("FAKE_REPORT");
}

void TestDemoProcess::tokensDiffer()
{
    qputenv("FAKE_SERVER", "good");
    DemoProcess first(m_self);
    DemoProcess second(m_self);
    QSignalSpy firstReady(&first, &DemoProcess::ready);
    QSignalSpy secondReady(&second, &DemoProcess::ready);
    first.start({});
    second.start({});
    QTRY_VERIFY_WITH_TIMEOUT(firstReady.size() == 1 && secondReady.size() == 1, longTime);
    QVERIFY(firstReady.at(0).at(1).toByteArray() != secondReady.at(0).at(1).toByteArray());
}

void TestDemoProcess::failures_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<QString>("words");
    QTest::newRow("ends at once") << QByteArray("ends") << longTime
                                  << u"ended unexpectedly. It says: “no room for events”"_s;
    QTest::newRow("says nothing") << QByteArray("silent") << 100 << u"does not answer"_s;
    QTest::newRow("another computer") << QByteArray("foreign") << longTime << u"not of this computer"_s;
    QTest::newRow("endless line") << QByteArray("endless") << longTime << u"is not the demo server"_s;
}

void TestDemoProcess::failures()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const int, timeout);
    QFETCH(const QString, words);
    qputenv("FAKE_SERVER", kind);
    DemoProcess process(m_self);
    process.setTimeout(std::chrono::milliseconds(timeout));
    QSignalSpy ready(&process, &DemoProcess::ready);
    QSignalSpy failed(&process, &DemoProcess::failed);
    process.start({});
    QCOMPARE(failed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longTime);
    const QString message = failed.at(0).at(0).toString();
    QVERIFY2(message.contains(words), qPrintable(message));
    QTRY_COMPARE_WITH_TIMEOUT(process.processId(), 0, longTime);
    QCoreApplication::processEvents();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(ready.size(), 0);
}

void TestDemoProcess::missingProgram()
{
    DemoProcess process(m_place.filePath(u"nothing"_s));
    QSignalSpy failed(&process, &DemoProcess::failed);
    process.start({});
    QCOMPARE(failed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longTime);
    QVERIFY(!failed.at(0).at(0).toString().isEmpty());
}

void TestDemoProcess::endAfterReady()
{
    qputenv("FAKE_SERVER", "short-lived");
    DemoProcess process(m_self);
    QSignalSpy ready(&process, &DemoProcess::ready);
    QSignalSpy failed(&process, &DemoProcess::failed);
    process.start({});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longTime);
    QCOMPARE(ready.size(), 1);
}

void TestDemoProcess::mayBeDeletedByWhoIsTold_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("ready") << QByteArray("good");
    QTest::newRow("failed") << QByteArray("ends");
    QTest::newRow("failed, still running") << QByteArray("foreign");
}

void TestDemoProcess::mayBeDeletedByWhoIsTold()
{
    QFETCH(const QByteArray, kind);
    qputenv("FAKE_SERVER", kind);
    auto process = std::make_unique<DemoProcess>(m_self);
    connect(process.get(), &DemoProcess::ready, this, [&process] { process.reset(); });
    connect(process.get(), &DemoProcess::failed, this, [&process] { process.reset(); });
    process->start({});
    QTRY_VERIFY_WITH_TIMEOUT(!process, longTime);
}

void TestDemoProcess::stubbornServerIsKilled()
{
    qputenv("FAKE_SERVER", "stubborn");
    auto process = std::make_unique<DemoProcess>(m_self);
    QSignalSpy ready(process.get(), &DemoProcess::ready);
    process->start({});
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, longTime);
    const qint64 id = process->processId();
    QVERIFY(isRunning(id));
    process.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(id), longTime);
}

void TestDemoProcess::realServer()
{
    if (!hasRealServer())
        QSKIP("tidings-demo-server has not been built");
    auto process = std::make_unique<DemoProcess>();
    QSignalSpy ready(process.get(), &DemoProcess::ready);
    QSignalSpy failed(process.get(), &DemoProcess::failed);
    process->start({.events = 50, .notifications = 5, .ratePerMinute = 0, .release = u"2025.10"_s});
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() + failed.size() > 0, longTime);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));

    const auto address = ready.at(0).at(0).value<ServerAddress>();
    const QByteArray token = ready.at(0).at(1).toByteArray();
    QVERIFY(address.isLoopback());
    const int port = QUrl(address.toString()).port();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    socket.write("GET /api/v3/core/users/me/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                 "Authorization: Bearer "
        + token + "\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll()).contains("\r\n"), longTime);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.left(200).constData());

    const qint64 id = process->processId();
    process.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(id), longTime);
    QVERIFY(!isListening(port));
}

void TestDemoProcess::serverEndsWithItsParent()
{
    if (!hasRealServer())
        QSKIP("tidings-demo-server has not been built");
    QProcess process;
    process.start(m_self, {u"--parent"_s});
    QVERIFY(process.waitForReadyRead(longTime));
    const int port = QUrl(QString::fromUtf8(process.readLine().trimmed())).port();
    QVERIFY(port > 0);
    QVERIFY(isListening(port));
    process.kill();
    QVERIFY(process.waitForFinished(longTime));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QTRY_VERIFY_WITH_TIMEOUT(!isListening(port), longTime);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (const QByteArray kind = qgetenv("FAKE_SERVER"); !kind.isEmpty())
        return fakeServer(kind, QCoreApplication::arguments());
    if (QCoreApplication::arguments().value(1) == "--parent"_L1)
        return parent();
    TestDemoProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_demoprocess.moc"
