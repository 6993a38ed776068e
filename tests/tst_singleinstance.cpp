// SPDX-License-Identifier: GPL-3.0-or-later
// One Tidings in a session, on a bus of the test's own: who is first, what a second one hands over, and what others may
// not ask for. The program itself is started as well.
#include "autostart.h"
#include "privatebus.h"
#include "singleinstance.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

const QString serviceName = u"org.tidings.Tidings"_s;
const QString objectPath = u"/org/tidings/Tidings"_s;
const QString application = u"org.freedesktop.Application"_s;

} // namespace

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void firstOwnsTheName();
    void noBus();
    void activate();
    void requests_data();
    void requests();
    void refuses_data();
    void refuses();
    void otherInterfaces();
    void canHandOver_data();
    void canHandOver();
    void secondStartHandsOver_data();
    void secondStartHandsOver();
    void firstDoesNotAnswer();
    void autostart();
    void autostartSwitchedOffElsewhere();

private:
    QDBusMessage ask(const QString &method, const QVariantList &arguments, const QString &interface = application);
    static QVariantList parameters(const QVariantList &values);

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<SingleInstance> m_first;
};

void SingleInstanceTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
}

void SingleInstanceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_first = std::make_unique<SingleInstance>(QDBusConnection::connectToBus(m_bus->address(), u"first"_s));
    QCOMPARE(m_first->begin({}), SingleInstance::Role::First);
}

void SingleInstanceTest::cleanup()
{
    m_first.reset();
    for (const QString &name : {u"first"_s, u"second"_s, u"caller"_s})
        QDBusConnection::disconnectFromBus(name);
    m_bus.reset();
}

// Asynchronous: the one that answers lives in this thread.
QDBusMessage SingleInstanceTest::ask(const QString &method, const QVariantList &arguments, const QString &interface)
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_bus->address(), u"caller"_s);
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, objectPath, interface, method);
    message.setArguments(arguments);
    QDBusPendingCallWatcher watcher(bus.asyncCall(message));
    QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
    if (!watcher.isFinished())
        finished.wait();
    return watcher.reply();
}

QVariantList SingleInstanceTest::parameters(const QVariantList &values)
{
    QVariantList list;
    for (const QVariant &value : values)
        list += QVariant::fromValue(QDBusVariant(value));
    return list;
}

void SingleInstanceTest::firstOwnsTheName()
{
    QDBusConnection other = QDBusConnection::connectToBus(m_bus->address(), u"second"_s);
    QVERIFY(other.interface()->isServiceRegistered(serviceName));
    // It is free again when the first one is gone.
    m_first.reset();
    QVERIFY(!other.interface()->isServiceRegistered(serviceName));
    SingleInstance next(other);
    QCOMPARE(next.begin({}), SingleInstance::Role::First);
}

void SingleInstanceTest::noBus()
{
    SingleInstance alone(QDBusConnection(u"no such bus"_s));
    QCOMPARE(alone.begin({}), SingleInstance::Role::Alone);
}

void SingleInstanceTest::activate()
{
    QSignalSpy activated(m_first.get(), &SingleInstance::activated);
    QSignalSpy tokens(m_first.get(), &SingleInstance::activationTokenGiven);
    QCOMPARE(ask(u"Activate"_s, {QVariantMap{{u"activation-token"_s, u"x"_s}}}).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens.first().first().toString(), u"x"_s);
    // What is no token is left out.
    for (const QVariant &token :
        {QVariant(u"a b"_s), QVariant(QString(2000, u'x')), QVariant(u"\u00E9"_s), QVariant(7)})
        ask(u"Activate"_s, {QVariantMap{{u"desktop-startup-id"_s, token}}});
    QCOMPARE(activated.size(), 5);
    QCOMPARE(tokens.size(), 2); // a number is one as text
}

void SingleInstanceTest::requests_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QString>("value");
    const auto action = [](const QString &name, const QVariant &value) {
        return QVariantList{name, parameters({value}), QVariantMap()};
    };
    QTest::newRow("file") << u"Open"_s << QVariantList{QStringList{u"file:///tmp/a%20b.jsonl"_s}, QVariantMap()}
                          << u"file"_s << u"/tmp/a b.jsonl"_s;
    QTest::newRow("view") << u"ActivateAction"_s << action(u"show-view"_s, u"Failed logins"_s) << u"view"_s
                          << u"Failed logins"_s;
    QTest::newRow("query") << u"ActivateAction"_s << action(u"show-query"_s, u"action = \"login\""_s) << u"query"_s
                           << u"action = \"login\""_s;
    QTest::newRow("profile") << u"ActivateAction"_s << action(u"show-profile"_s, u"prod"_s) << u"profile"_s
                             << u"prod"_s;
}

void SingleInstanceTest::requests()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    QFETCH(const QString, signal);
    QFETCH(const QString, value);
    QSignalSpy file(m_first.get(), &SingleInstance::fileRequested);
    QSignalSpy view(m_first.get(), &SingleInstance::viewRequested);
    QSignalSpy query(m_first.get(), &SingleInstance::queryRequested);
    QSignalSpy profile(m_first.get(), &SingleInstance::profileRequested);
    const QHash<QString, QSignalSpy *> spies{
        {u"file"_s, &file}, {u"view"_s, &view}, {u"query"_s, &query}, {u"profile"_s, &profile}};
    const QDBusMessage reply = ask(method, arguments);
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    for (auto spy = spies.cbegin(); spy != spies.cend(); ++spy)
        QCOMPARE(spy.value()->size(), spy.key() == signal ? 1 : 0);
    QCOMPARE(spies[signal]->first().first().toString(), value);
}

void SingleInstanceTest::refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    const QVariantMap none;
    QTest::newRow("no data") << u"Activate"_s << QVariantList();
    QTest::newRow("text for data") << u"Activate"_s << QVariantList{u"x"_s};
    QTest::newRow("more than data") << u"Activate"_s << QVariantList{none, none};
    QTest::newRow("unknown method") << u"Quit"_s << QVariantList{none};
    const auto open = [&none](const QString &uri) {
        return QVariantList{QStringList{uri}, none};
    };
    QTest::newRow("no uri") << u"Open"_s << QVariantList{QStringList(), none};
    QTest::newRow("two uris") << u"Open"_s << QVariantList{QStringList{u"file:///a"_s, u"file:///b"_s}, none};
    for (const QString &uri : {u"https://example.org/x"_s, u"javascript:alert(1)"_s, u"file://host/share"_s,
             u"file:relative"_s, u"/plain/path"_s, u"file:///a?b"_s, u"file:///a#b"_s, u"file://"_s, QString(),
             u"file:///a%00b"_s, u"tidings:delete"_s})
        QTest::addRow("uri %s", qPrintable(uri)) << u"Open"_s << open(uri);
    QTest::newRow("long uri") << u"Open"_s << open(u"file:///"_s + QString(20'000, u'x'));
    const auto action = [&none](const QString &name, const QVariantList &values) {
        return QVariantList{name, parameters(values), none};
    };
    QTest::newRow("unknown action") << u"ActivateAction"_s << action(u"mark-all-seen"_s, {u"x"_s});
    QTest::newRow("no value") << u"ActivateAction"_s << action(u"show-view"_s, {});
    QTest::newRow("two values") << u"ActivateAction"_s << action(u"show-view"_s, {u"a"_s, u"b"_s});
    QTest::newRow("number") << u"ActivateAction"_s << action(u"show-view"_s, {7});
    QTest::newRow("list") << u"ActivateAction"_s << action(u"show-view"_s, {QStringList{u"a"_s}});
    QTest::newRow("blank") << u"ActivateAction"_s << action(u"show-view"_s, {u" \n"_s});
    QTest::newRow("long") << u"ActivateAction"_s << action(u"show-view"_s, {QString(20'000, u'x')});
    QTest::newRow("no query") << u"ActivateAction"_s << action(u"show-query"_s, {u"action ="_s});
    QTest::newRow("words") << u"ActivateAction"_s << action(u"show-query"_s, {u"just words"_s});
}

void SingleInstanceTest::refuses()
{
    QFETCH(const QString, method);
    QFETCH(const QVariantList, arguments);
    QSignalSpy activated(m_first.get(), &SingleInstance::activated);
    QSignalSpy file(m_first.get(), &SingleInstance::fileRequested);
    QSignalSpy view(m_first.get(), &SingleInstance::viewRequested);
    QSignalSpy query(m_first.get(), &SingleInstance::queryRequested);
    QSignalSpy profile(m_first.get(), &SingleInstance::profileRequested);
    QCOMPARE(ask(method, arguments).type(), QDBusMessage::ErrorMessage);
    for (const QSignalSpy *const spy : {&activated, &file, &view, &query, &profile})
        QVERIFY(spy->isEmpty());
}

void SingleInstanceTest::otherInterfaces()
{
    QSignalSpy activated(m_first.get(), &SingleInstance::activated);
    QCOMPARE(ask(u"Activate"_s, {QVariantMap()}, u"org.example.Other"_s).type(), QDBusMessage::ErrorMessage);
    QVERIFY(activated.isEmpty());
    const QDBusMessage told = ask(u"Introspect"_s, {}, u"org.freedesktop.DBus.Introspectable"_s);
    QVERIFY(told.arguments().value(0).toString().contains(u"org.freedesktop.Application"_s));
}

void SingleInstanceTest::canHandOver_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("can");
    QTest::newRow("nothing") << QStringList() << true;
    QTest::newRow("query") << QStringList{u"--query"_s, u"action = \"login\""_s} << true;
    QTest::newRow("hidden") << QStringList{u"--hidden"_s} << true;
    QTest::newRow("demo") << QStringList{u"--demo"_s} << false;
    QTest::newRow("server") << QStringList{u"--server"_s, u"https://a.example"_s} << false;
    QTest::newRow("pictures") << QStringList{u"--screenshots"_s, u"x"_s} << false;
    QTest::newRow("new") << QStringList{u"--new-instance"_s} << false;
}

void SingleInstanceTest::canHandOver()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, can);
    const auto line = parseCommandLine(QStringList{u"tidings"_s} + arguments);
    QVERIFY(line);
    QCOMPARE(tidings::canHandOver(*line), can);
}

void SingleInstanceTest::secondStartHandsOver_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("plain") << QStringList() << QStringList{u"show"_s};
    QTest::newRow("hidden") << QStringList{u"--hidden"_s} << QStringList();
    QTest::newRow("query") << QStringList{u"--query"_s, u"action = \"login\""_s}
                           << QStringList{u"query action = \"login\""_s};
    QTest::newRow("profile, view and file") << QStringList{u"--profile"_s, u"prod"_s, u"--view"_s, u"a „b“"_s,
        u"/tmp/x #1.jsonl"_s} << QStringList{u"profile prod"_s, u"file /tmp/x #1.jsonl"_s, u"view a „b“"_s};
}

void SingleInstanceTest::secondStartHandsOver()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QStringList, asked);
    const QString program = QCoreApplication::applicationDirPath() + u"/tidings"_s;
    QVERIFY2(QFileInfo(program).isExecutable(), "tidings has not been built");
    QStringList seen;
    connect(m_first.get(), &SingleInstance::activated, this, [&seen] { seen += u"show"_s; });
    connect(m_first.get(), &SingleInstance::fileRequested, this, [&seen](const QString &t) { seen += u"file "_s + t; });
    connect(m_first.get(), &SingleInstance::viewRequested, this, [&seen](const QString &t) { seen += u"view "_s + t; });
    connect(
        m_first.get(), &SingleInstance::queryRequested, this, [&seen](const QString &t) { seen += u"query "_s + t; });
    connect(m_first.get(), &SingleInstance::profileRequested, this,
        [&seen](const QString &t) { seen += u"profile "_s + t; });
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_bus->address());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"DESKTOP_STARTUP_ID"_s, u"launcher_TIME1"_s);
    QStringList tokens;
    connect(m_first.get(), &SingleInstance::activationTokenGiven, this, [&tokens](const QString &t) { tokens += t; });
    QProcess second;
    second.setProcessEnvironment(environment);
    QSignalSpy ended(&second, &QProcess::finished);
    second.start(program, arguments);
    QVERIFY(ended.wait(60'000));
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QVERIFY2(second.exitCode() == 0, second.readAllStandardError().constData());
    QCOMPARE(seen, asked);
    QCOMPARE(tokens, QStringList(asked.size(), u"launcher_TIME1"_s));
    QVERIFY(QDir(home.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty()); // touched nothing
}

// The one that has the name does not know what it is asked.
void SingleInstanceTest::firstDoesNotAnswer()
{
    m_first.reset();
    QDBusConnection silent = QDBusConnection::connectToBus(m_bus->address(), u"caller"_s);
    QVERIFY(silent.registerService(serviceName));
    SingleInstance second(QDBusConnection::connectToBus(m_bus->address(), u"second"_s));
    QCOMPARE(second.begin({}), SingleInstance::Role::Alone);
}

void SingleInstanceTest::autostart()
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.filePath(u"autostart"_s), u"/opt/a \"b\" $c %d\\/tidings"_s);
    QCOMPARE(autostart.state(), Autostart::State());
    QCOMPARE(autostart.setState({true, true}), QString());
    QCOMPARE(autostart.state(), (Autostart::State{true, true}));
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(
        text.contains(u"\nExec=\"/opt/a \\\\\"b\\\\\" \\\\$c %%d\\\\\\\\/tidings\" --hidden\n"_s), qPrintable(text));
    if (const QString validate = QStandardPaths::findExecutable(u"desktop-file-validate"_s); !validate.isEmpty())
        QCOMPARE(QProcess::execute(validate, {autostart.path()}), 0);
    QCOMPARE(autostart.setState({true, false}), QString());
    QCOMPARE(autostart.state(), (Autostart::State{true, false}));
    QCOMPARE(autostart.setState({false, false}), QString());
    QVERIFY(!QFile::exists(autostart.path()));
    const Autostart nowhere(u"/proc/no such folder"_s, u"/bin/true"_s);
    QVERIFY(!nowhere.setState({true, true}).isEmpty());
}

void SingleInstanceTest::autostartSwitchedOffElsewhere()
{
    const QTemporaryDir folder;
    const Autostart autostart(folder.path(), u"/usr/bin/tidings"_s);
    QFile file(autostart.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[Desktop Entry]\nExec=tidings --hidden\nHidden=true\n");
    file.close();
    QVERIFY(!autostart.state().enabled);
    QCOMPARE(autostart.setState({true, true}), QString());
    QVERIFY(autostart.state().enabled);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
