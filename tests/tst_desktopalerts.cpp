// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches a notification server over D-Bus: one of our own on a bus of our own, and dunst where it is installed.
#include "demoserver.h"
#include "freedesktopalerts.h"
#include "mocknotificationserver.h"
#include "privatebus.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

const QString hostile = u"<b>x</b><img src=file:///etc/passwd> & \"y\""_s;
// Written with single quotes, which are easier to read.
QByteArray json(QString text)
{
    return text.replace(u"\\'"_s, u"\\\""_s).replace(u'\'', u'"').toUtf8();
}

const QString lookalike = u"‹b›x‹/b›‹img src=file:///etc/passwd› & \"y\""_s;
const QString connectionName = u"alerts"_s;

DesktopAlert sample(const QString &group = u"g"_s)
{
    DesktopAlert alert;
    alert.group = group;
    alert.title = u"Warning: Failed login"_s;
    alert.body = hostile;
    alert.level = Level::Warning;
    alert.marksSeen = true;
    alert.snoozes = true;
    return alert;
}

} // namespace

class DesktopAlertsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void markup_data();
    void markup();
    void capabilitiesFirst();
    void urgency_data();
    void urgency();
    void replaces();
    void replacesWhileSending();
    void actions();
    void othersIdsAreNotOurs();
    void closedByUser();
    void withdrawn();
    void withdrawnWhileSending();
    void noServer();
    void noBus();
    void serverDies();
    void serverComesLater();
    void serverRefuses();
    void serverWithoutAnything();
    void inhibited();
    void theProgram();
    void dbusmock();
    void dunst_data();
    void dunst();

private:
    [[nodiscard]] QProcessEnvironment environment() const; // with the bus
    void startServer(const QStringList &capabilities);

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<MockNotificationServer> m_server;
    std::unique_ptr<FreedesktopAlerts> m_alerts;
};

void DesktopAlertsTest::initTestCase()
{
    qRegisterMetaType<DesktopAlerts::Action>();
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
}

void DesktopAlertsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_alerts = std::make_unique<FreedesktopAlerts>(QDBusConnection::connectToBus(m_bus->address(), connectionName));
}

void DesktopAlertsTest::cleanup()
{
    m_alerts.reset();
    m_server.reset();
    QDBusConnection::disconnectFromBus(connectionName);
    m_bus.reset();
}

void DesktopAlertsTest::startServer(const QStringList &capabilities)
{
    m_server = std::make_unique<MockNotificationServer>(m_bus->address(), capabilities);
}

void DesktopAlertsTest::markup_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("body");
    QTest::newRow("markup") << QStringList{u"body"_s, u"body-markup"_s, u"actions"_s} << u"Warning: Failed login"_s
                            << u"&lt;b&gt;x&lt;/b&gt;&lt;img src=file:///etc/passwd&gt; &amp; &quot;y&quot;"_s;
    QTest::newRow("plain") << QStringList{u"body"_s, u"actions"_s} << u"Warning: Failed login"_s << lookalike;
    QTest::newRow("no body") << QStringList{u"actions"_s} << u"Warning: Failed login: "_s + lookalike << QString();
}

void DesktopAlertsTest::markup()
{
    QFETCH(const QStringList, capabilities);
    QFETCH(const QString, summary);
    QFETCH(const QString, body);
    startServer(capabilities);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->shown.first().summary, summary);
    QCOMPARE(m_server->shown.first().body, body);
}

void DesktopAlertsTest::capabilitiesFirst()
{
    startServer({u"body"_s});
    m_alerts->show(sample(u"a"_s));
    m_alerts->show(sample(u"b"_s));
    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->calls, QStringList({u"GetCapabilities"_s, u"Notify"_s, u"Notify"_s}));
    QVERIFY(m_server->shown.first().actions.isEmpty()); // it has no actions
}

void DesktopAlertsTest::urgency_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<uint>("urgency");
    QTest::newRow("ordinary") << static_cast<int>(Level::Ordinary) << 0U;
    QTest::newRow("notice") << static_cast<int>(Level::Notice) << 0U;
    QTest::newRow("warning") << static_cast<int>(Level::Warning) << 1U;
    QTest::newRow("alert") << static_cast<int>(Level::Alert) << 2U;
}

void DesktopAlertsTest::urgency()
{
    QFETCH(const int, level);
    QFETCH(const uint, urgency);
    startServer({u"body"_s});
    DesktopAlert alert = sample();
    alert.level = static_cast<Level>(level);
    m_alerts->show(alert);
    QTRY_COMPARE(m_server->shown.size(), 1);
    const QVariantMap hints = m_server->shown.first().hints;
    QCOMPARE(hints[u"urgency"_s].typeId(), static_cast<int>(QMetaType::UChar));
    QCOMPARE(hints[u"urgency"_s].toUInt(), urgency);
    QCOMPARE(hints[u"desktop-entry"_s].toString(), u"org.tidings.Tidings"_s);
    QVERIFY(hints[u"suppress-sound"_s].toBool());
    alert.sound = true;
    m_alerts->show(alert);
    QTRY_COMPARE(m_server->shown.size(), 2);
    QVERIFY(!m_server->shown.last().hints.contains(u"suppress-sound"_s));
}

void DesktopAlertsTest::replaces()
{
    startServer({u"body"_s});
    QSignalSpy accepted(m_alerts.get(), &DesktopAlerts::accepted);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(m_server->shown.first().replaces, 0U);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->shown.at(1).replaces, m_server->shown.at(0).id);
    m_alerts->show(sample(u"another"_s));
    QTRY_COMPARE(m_server->shown.size(), 3);
    QCOMPARE(m_server->shown.at(2).replaces, 0U);
}

void DesktopAlertsTest::replacesWhileSending()
{
    startServer({u"body"_s});
    m_server->holds = true;
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    DesktopAlert next = sample();
    for (int i = 0; i < 50; ++i) {
        next.title = QString::number(i);
        m_alerts->show(next);
    }
    m_server->holds = false;
    m_server->answerAll();
    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->shown.at(1).summary, u"49"_s); // the last one only
    QCOMPARE(m_server->shown.at(1).replaces, m_server->shown.at(0).id);
}

void DesktopAlertsTest::actions()
{
    startServer({u"body"_s, u"actions"_s});
    QSignalSpy invoked(m_alerts.get(), &DesktopAlerts::actionInvoked);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    const auto shown = m_server->shown.first();
    QCOMPARE(shown.actions,
        QStringList({u"default"_s, u"Open"_s, u"seen"_s, u"Mark seen"_s, u"snooze"_s, u"Snooze for an hour"_s}));
    const QList<std::pair<QString, DesktopAlerts::Action>> expected{{u"default"_s, DesktopAlerts::Action::Open},
        {u"seen"_s, DesktopAlerts::Action::MarkSeen}, {u"snooze"_s, DesktopAlerts::Action::Snooze}};
    for (const auto &[key, action] : expected) {
        m_server->invoke(shown.id, key);
        QTRY_COMPARE(invoked.size(), 1);
        QCOMPARE(invoked.first().at(0).toString(), u"g"_s);
        QCOMPARE(invoked.first().at(1).value<DesktopAlerts::Action>(), action);
        invoked.clear();
    }
    // What lets the window come to the front arrives with the click; that of others is none of ours.
    QSignalSpy tokens(m_alerts.get(), &DesktopAlerts::activationTokenGiven);
    m_server->giveToken(shown.id + 1, u"another"_s);
    m_server->giveToken(shown.id, u"token"_s);
    QTRY_COMPARE(tokens.size(), 1);
    QCOMPARE(tokens.first().first().toString(), u"token"_s);
    // Keys that were not offered mean nothing.
    m_server->invoke(shown.id, u"rm -rf"_s);
    m_server->invoke(shown.id, u"seen"_s);
    QTRY_COMPARE(invoked.size(), 1);
}

void DesktopAlertsTest::othersIdsAreNotOurs()
{
    startServer({u"body"_s, u"actions"_s});
    QSignalSpy invoked(m_alerts.get(), &DesktopAlerts::actionInvoked);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    m_server->invoke(4711, u"default"_s);
    // Another program says so, not the server.
    const QString name = u"impostor"_s;
    QDBusConnection impostor = QDBusConnection::connectToBus(m_bus->address(), name);
    QDBusMessage signal = QDBusMessage::createSignal(
        u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s);
    signal << m_server->shown.first().id << u"seen"_s;
    QVERIFY(impostor.send(signal));
    // The bus keeps the order of what one sender says; this comes after the impostor's by its answer.
    QVERIFY(impostor
                .call(QDBusMessage::createMethodCall(
                    u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetId"_s))
                .type()
        == QDBusMessage::ReplyMessage);
    QSignalSpy tokens(m_alerts.get(), &DesktopAlerts::activationTokenGiven);
    m_server->giveToken(m_server->shown.first().id + 1, u"another"_s);
    m_server->giveToken(m_server->shown.first().id, u"token"_s);
    m_server->invoke(m_server->shown.first().id, u"default"_s);
    QTRY_COMPARE(invoked.size(), 1);
    QCOMPARE(invoked.first().at(1).value<DesktopAlerts::Action>(), DesktopAlerts::Action::Open);
    QDBusConnection::disconnectFromBus(name);
}

void DesktopAlertsTest::closedByUser()
{
    startServer({u"body"_s});
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    // The id is known when a change of it goes out.
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 2);
    m_server->close(m_server->shown.first().id);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().toString(), u"g"_s);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 3);
    QCOMPARE(m_server->shown.last().replaces, 0U);
}

void DesktopAlertsTest::withdrawn()
{
    startServer({u"body"_s});
    m_alerts->show(sample());
    m_alerts->show(sample(u"other"_s));
    QTRY_COMPARE(m_server->shown.size(), 2);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 3);
    m_alerts->withdraw(u"nothing"_s);
    m_alerts->withdraw(u"g"_s);
    QTRY_COMPARE(m_server->closedIds, QList<uint>{m_server->shown.first().id});
}

void DesktopAlertsTest::withdrawnWhileSending()
{
    startServer({u"body"_s});
    m_server->holds = true;
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    m_alerts->withdraw(u"g"_s);
    m_server->answerAll();
    QTRY_COMPARE(m_server->closedIds.size(), 1);
    // Not even asked for its capabilities: it never shows.
    m_server.reset();
    m_alerts->show(sample(u"late"_s));
    m_alerts->withdraw(u"late"_s);
    startServer({u"body"_s});
    m_alerts->show(sample(u"last"_s));
    QTRY_VERIFY(!m_server->shown.isEmpty());
    QCOMPARE(m_server->shown.size(), 1);
}

void DesktopAlertsTest::noServer()
{
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    m_alerts->show(sample());
    QTRY_COMPARE(closed.size(), 1);
}

void DesktopAlertsTest::noBus()
{
    FreedesktopAlerts alerts(QDBusConnection(u"no such connection"_s));
    QSignalSpy closed(&alerts, &DesktopAlerts::closed);
    alerts.show(sample());
    QVERIFY(closed.isEmpty()); // not within the call
    QTRY_COMPARE(closed.size(), 1);
    alerts.withdraw(u"g"_s);
    QVERIFY(!alerts.isInhibited());
}

void DesktopAlertsTest::serverDies()
{
    startServer({u"body"_s, u"body-markup"_s});
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    m_server.reset();
    QTRY_COMPARE(closed.size(), 1);
    // The next one has other abilities and other ids.
    startServer({u"body"_s});
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    QCOMPARE(m_server->calls.first(), u"GetCapabilities"_s);
    QCOMPARE(m_server->shown.first().body, lookalike);
    QCOMPARE(m_server->shown.first().replaces, 0U);
}

void DesktopAlertsTest::serverComesLater()
{
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    m_alerts->show(sample());
    QTRY_COMPARE(closed.size(), 1);
    startServer({u"body"_s});
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
}

void DesktopAlertsTest::serverRefuses()
{
    startServer({u"body"_s});
    m_server->refuses = true;
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    m_alerts->show(sample());
    QTRY_COMPARE(closed.size(), 1);
    m_server->refuses = false;
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
}

void DesktopAlertsTest::serverWithoutAnything()
{
    startServer({});
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    m_alerts->show(sample(u"b"_s));
    QTRY_COMPARE(m_server->shown.size(), 2);
    QCOMPARE(m_server->calls.count(u"GetCapabilities"_s), 1);
}

void DesktopAlertsTest::inhibited()
{
    QSignalSpy changed(m_alerts.get(), &DesktopAlerts::inhibitedChanged);
    startServer({u"body"_s, u"inhibitions"_s});
    m_server->inhibited = true;
    // Asked when the server appears; a server that was quick answers before the test sets it.
    m_alerts->show(sample());
    QTRY_COMPARE(m_server->shown.size(), 1);
    m_server->setInhibited(false);
    m_server->setInhibited(true);
    QTRY_VERIFY(m_alerts->isInhibited());
    m_server->setInhibited(false);
    QTRY_VERIFY(!m_alerts->isInhibited());
    QVERIFY(changed.size() >= 2);
    m_server->setInhibited(true);
    QTRY_VERIFY(m_alerts->isInhibited());
    m_server.reset();
    QTRY_VERIFY(!m_alerts->isInhibited());
}

// From the server's record to what the desktop is asked to show, and back.
void DesktopAlertsTest::theProgram()
{
    constexpr int longTime = 60'000;
    startServer({u"body"_s, u"body-markup"_s, u"actions"_s});
    DemoOptions options;
    options.events = 200;
    DemoServer server(options);
    QVERIFY(server.listen());
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkpath(u"tidings"_s));
    QFile settings(home.filePath(u"tidings/tidings.ini"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[feed]\npollSeconds=5\n");
    settings.close();
    QFile rules(home.filePath(u"tidings/watchrules.json"_s));
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(json(u"{'rules':[{'name':'Hostile names','query':'user.username ~ \\'passwd\\'','level':'alert'}]}"_s));
    rules.close();

    QProcess program;
    QProcessEnvironment ofProgram = environment();
    ofProgram.insert(u"HOME"_s, home.path());
    ofProgram.insert(u"XDG_CONFIG_HOME"_s, home.path());
    ofProgram.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    program.setProcessEnvironment(ofProgram);
    program.start(QCoreApplication::applicationDirPath() + u"/tidings"_s,
        {u"--server"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--token-stdin"_s});
    QVERIFY(program.waitForStarted());
    program.write(server.token().toUtf8() + '\n');
    program.closeWriteChannel();
    const auto ended = qScopeGuard([&program] {
        program.kill();
        program.waitForFinished();
    });
    // What was there before is no news. The first poll has been made when the list was asked for twice.
    const QString list = u"/api/v3/events/notifications/"_s;
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount("GET", list) >= 3, longTime);
    QVERIFY(m_server->shown.isEmpty());

    server.insertEvents(1);
    const QString event = server.eventId(server.eventCount() - 1);
    const QString name = u"<b>x</b><img src=file:///etc/passwd>"_s;
    QVERIFY(server.updateEvent(
        event, json(u"{'action':'login_failed','user':{'pk':1,'email':'','username':'%1'}}"_s.arg(name))));
    server.insertNotifications(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->shown.size(), 2, longTime);
    QCOMPARE(m_server->calls.first(), u"GetCapabilities"_s);
    const auto isRule = [](const MockNotificationServer::Shown &shown) {
        return shown.summary == u"Alert: Hostile names"_s;
    };
    const int rule = isRule(m_server->shown.at(0)) ? 0 : 1;
    QVERIFY2(isRule(m_server->shown.at(rule)), qPrintable(m_server->shown.at(rule).summary));
    for (const MockNotificationServer::Shown &shown : std::as_const(m_server->shown)) {
        QVERIFY2(!shown.body.contains(u'<'), qPrintable(shown.body));
        QVERIFY2(!shown.summary.contains(u'<'), qPrintable(shown.summary));
    }
    QVERIFY2(m_server->shown.at(rule).body.contains(u"&lt;b&gt;x&lt;/b&gt;&lt;img src=file:///etc/passwd&gt;"_s),
        qPrintable(m_server->shown.at(rule).body));
    QCOMPARE(m_server->shown.at(rule).hints[u"urgency"_s].toUInt(), 2U);

    m_server->invoke(m_server->shown.at(1 - rule).id, u"seen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount("PATCH", list) == 1, longTime);
    // What was seen is not shown any more.
    QTRY_VERIFY_WITH_TIMEOUT(m_server->closedIds.contains(m_server->shown.at(1 - rule).id), longTime);
}

QProcessEnvironment DesktopAlertsTest::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
    return environment;
}

// A server that others wrote: python3-dbusmock, where it is installed.
void DesktopAlertsTest::dbusmock()
{
    const QString python = u"/usr/bin/python3"_s; // Debian's, which finds Debian's modules
    QProcess probe;
    probe.start(python, {u"-c"_s, u"import dbusmock"_s});
    if (!probe.waitForFinished() || probe.exitCode() != 0)
        QSKIP("python3-dbusmock is not installed");
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"log"_s);
    QProcess mock;
    mock.setProcessEnvironment(environment());
    mock.start(python, {u"-m"_s, u"dbusmock"_s, u"--template"_s, u"notification_daemon"_s, u"-l"_s, log});
    QVERIFY(mock.waitForStarted());
    const auto ended = qScopeGuard([&mock] {
        mock.kill();
        mock.waitForFinished();
    });
    const auto logged = [&log] {
        QFile file(log);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    // Until it is there alerts are dropped.
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    const bool arrived = QTest::qWaitFor(
        [&] {
            closed.clear();
            m_alerts->show(sample());
            return QTest::qWaitFor([&] { return !closed.isEmpty() || logged().contains(u" Notify "_s); })
                && logged().contains(u" Notify "_s);
        },
        30'000);
    QVERIFY(arrived);
    const QString text = logged();
    QVERIFY2(text.contains(u"&lt;b&gt;x&lt;/b&gt;&lt;img src=file:///etc/passwd&gt;"_s), qPrintable(text));
    QVERIFY(text.indexOf(u"GetCapabilities"_s) < text.indexOf(u" Notify "_s));
}

void DesktopAlertsTest::dunst_data()
{
    QTest::addColumn<QByteArray>("configuration");
    QTest::newRow("markup") << QByteArray("[global]\nmarkup = full\n");
    QTest::newRow("no configuration") << QByteArray(); // does not say that it reads markup, and reads it
}

// What a person sees with dunst, where it and Xvfb are installed.
void DesktopAlertsTest::dunst()
{
    QFETCH(const QByteArray, configuration);
    for (const QString &program : {u"dunst"_s, u"dunstctl"_s, u"Xvfb"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("dunst or Xvfb is not installed");
    }
    QProcess display;
    QProcess server;
    const auto ended = qScopeGuard([&] {
        for (QProcess *const each : {&server, &display}) {
            each->kill();
            each->waitForFinished();
        }
    });
    display.setStandardErrorFile(QProcess::nullDevice());
    display.start(
        u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"800x600x24"_s, u"-nolisten"_s, u"tcp"_s});
    QVERIFY(display.waitForStarted() && display.waitForReadyRead());
    QProcessEnvironment withDisplay = environment();
    withDisplay.insert(u"DISPLAY"_s, u':' + QString::fromUtf8(display.readLine()).trimmed());
    server.setProcessEnvironment(withDisplay);
    server.setStandardErrorFile(QProcess::nullDevice());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"dunstrc"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(configuration);
    file.close();
    server.start(u"dunst"_s, {u"-conf"_s, file.fileName()});
    QVERIFY(server.waitForStarted());
    const auto control = [&withDisplay](const QStringList &arguments) {
        QProcess process;
        process.setProcessEnvironment(withDisplay);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(u"dunstctl"_s, arguments);
        if (process.state() != QProcess::NotRunning)
            finished.wait(20'000);
        return process.readAllStandardOutput();
    };
    QTRY_VERIFY_WITH_TIMEOUT(control({u"is-paused"_s}).startsWith("false"), 30'000);

    QSignalSpy invoked(m_alerts.get(), &DesktopAlerts::actionInvoked);
    QSignalSpy closed(m_alerts.get(), &DesktopAlerts::closed);
    DesktopAlert alert = sample();
    alert.title = u"Alert: "_s + hostile; // a rule that was named after a user
    m_alerts->show(alert);
    QTRY_COMPARE(control({u"count"_s, u"displayed"_s}).trimmed(), QByteArray("1"));
    m_alerts->show(alert); // in its place
    QTRY_COMPARE(control({u"count"_s, u"displayed"_s}).trimmed(), QByteArray("1"));
    control({u"action"_s, u"0"_s});
    QTRY_COMPARE(invoked.size(), 1);
    QCOMPARE(invoked.first().at(1).value<DesktopAlerts::Action>(), DesktopAlerts::Action::Open);
    QVERIFY(closed.size() <= 1);
    control({u"close-all"_s});
    QTRY_COMPARE(closed.size(), 1);
    const QByteArray history = control({u"history"_s});
    // The message is the markup that dunst draws: no element of the name is left in it.
    const QByteArray message = history.mid(history.indexOf("\"message\""), 400);
    QVERIFY2(
        !message.contains("<b>x") && !message.contains("<img") && !message.contains("[image]"), message.constData());
    QVERIFY2(message.contains("img src=file:///etc/passwd"), message.constData());
    const QByteArray summary = history.mid(history.indexOf("\"summary\""), 400);
    QVERIFY2(summary.contains("Alert: ") && summary.contains("img src=file:///etc/passwd"), summary.constData());
    QVERIFY2(!summary.contains("<b>") && !summary.contains("<img"), summary.constData());
}

QTEST_GUILESS_MAIN(DesktopAlertsTest)
#include "tst_desktopalerts.moc"
