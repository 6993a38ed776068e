// SPDX-License-Identifier: GPL-3.0-or-later
// To be run by support/with-keyring.sh. What needs another bus or another state of the keyring runs in a second
// process: the keychain library decides once per process what it talks to, and has one queue for all.
#include "keychainsecretstore.h"
#include "memorysecretstore.h"
#include "settings.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tidings;

namespace {

const QByteArray secret = "tidings-test-secret-4f1c09a7";

QByteArray nameOf(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::NotFound:
        return "NotFound";
    case SecretError::Kind::Unavailable:
        return "Unavailable";
    case SecretError::Kind::Denied:
        return "Denied";
    case SecretError::Kind::Timeout:
        return "Timeout";
    case SecretError::Kind::TooLarge:
        return "TooLarge";
    case SecretError::Kind::Other:
        return "Other";
    }
    return {};
}

// What came of one call: how often it answered, and what.
struct Outcome
{
    int answers = 0;
    QByteArray text; // "ok" and the secret, or the kind of error

    SecretStore::ReadDone reader()
    {
        return [this](const SecretResult<QByteArray> &result) {
            ++answers;
            text = result ? "ok " + *result : nameOf(result.error().kind);
        };
    }
    SecretStore::Done writer()
    {
        return [this](const SecretResult<std::monostate> &result) {
            ++answers;
            text = result ? QByteArray("ok") : nameOf(result.error().kind);
        };
    }
};

constexpr int longTime = 20'000;

QByteArray readNow(SecretStore &store, const QString &key)
{
    QObject context;
    Outcome outcome;
    store.read(key, &context, outcome.reader());
    return QTest::qWaitFor([&outcome] { return outcome.answers > 0; }, longTime) ? outcome.text : "no answer";
}

QByteArray writeNow(SecretStore &store, const QString &key, const QByteArray &value)
{
    QObject context;
    Outcome outcome;
    store.write(key, value, &context, outcome.writer());
    return QTest::qWaitFor([&outcome] { return outcome.answers > 0; }, longTime) ? outcome.text : "no answer";
}

QByteArray removeNow(SecretStore &store, const QString &key)
{
    QObject context;
    Outcome outcome;
    store.remove(key, &context, outcome.writer());
    return QTest::qWaitFor([&outcome] { return outcome.answers > 0; }, longTime) ? outcome.text : "no answer";
}

QByteArray lockKeyring()
{
    auto call = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    call << QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)});
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
    return reply.type() == QDBusMessage::ReplyMessage ? "ok" : reply.errorMessage().toUtf8();
}

QByteArray releaseStuckService()
{
    const QDBusMessage reply = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/release"_s, u"org.tidings.Test"_s, u"Release"_s));
    return reply.type() == QDBusMessage::ReplyMessage ? "ok" : reply.errorMessage().toUtf8();
}

// The second process: `--probe watchdog operation…` prints one line for each operation, done one after another.
int probe(const QStringList &arguments)
{
    KeychainSecretStore store{std::chrono::milliseconds(arguments.at(0).toInt())};
    for (const QString &operation : arguments.mid(1)) {
        const QStringList words = operation.split(u':');
        QByteArray line;
        if (words.at(0) == "read"_L1)
            line = readNow(store, words.at(1));
        else if (words.at(0) == "write"_L1)
            line = writeNow(store, words.at(1), words.at(2).toUtf8());
        else if (words.at(0) == "remove"_L1)
            line = removeNow(store, words.at(1));
        else if (words.at(0) == "lock"_L1)
            line = lockKeyring();
        else if (words.at(0) == "release"_L1)
            line = releaseStuckService();
        else if (words.at(0) == "patience"_L1)
            for (int i = 0; i < 100 && (line.isEmpty() || line == "Timeout"); ++i)
                line = readNow(store, words.at(1));
        line.prepend(words.at(0).toUtf8() + ' ');
        std::puts(line.constData());
        std::fflush(stdout);
    }
    return 0;
}

// A secret service that takes every call and answers none, until it is released: then it answers with errors.
class StuckService final : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.interface() == "org.tidings.Test"_L1) {
            m_isReleased = true;
            connection.send(message.createReply());
            for (const QDBusMessage &held : std::exchange(m_held, {}))
                connection.send(held.createErrorReply(QDBusError::Failed, u"let go"_s));
        } else if (m_isReleased) {
            connection.send(message.createErrorReply(QDBusError::Failed, u"let go"_s));
        } else {
            message.setDelayedReply(true);
            m_held.append(message);
        }
        return true;
    }

private:
    QList<QDBusMessage> m_held;
    bool m_isReleased = false;
};

int stuckService()
{
    StuckService service;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath)
        || !bus.registerService(u"org.freedesktop.secrets"_s))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

QString wrapper()
{
    return QDir::cleanPath(QStringLiteral(TIDINGS_TEST_DATA "/../support/with-keyring.sh"));
}

// Runs this program again and returns the lines it printed; with the reason why not as the last one.
QList<QByteArray> runAgain(const QStringList &arguments, const QProcessEnvironment &environment, bool wrapped = false)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString self = QCoreApplication::applicationFilePath();
    if (wrapped)
        process.start(wrapper(), QStringList{self} + arguments);
    else
        process.start(self, arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(120'000);
    QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        lines << "failed: " + process.errorString().toUtf8() + ' ' + QByteArray::number(process.exitCode());
    return lines;
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void errorsAreMapped_data();
    void errorsAreMapped();
    void memoryKeepsTheContract();
    void memoryForgetsWithTheObject();
    void tooLargeIsNotWritten();
    void bytesThatAreNoTextAreRefused();

    void keychainKeepsTheContract();
    void keychainRemembersAcrossProcesses();
    void longestSecretRoundTrip();
    void giveUpBeforeBeginIsNeverMade();
    void storeGoneWhileInFlight();
    void contextGoneWhileInFlight();
    void secretIsNotInClearOnDisk();
    void lockedKeyring();

    void noBus();
    void badBus();
    void busWithoutService();
    void stuckServiceTimesOut();
    void withoutGlibTimesOut();
    void cleanupTestCase();

private:
    void checkContract(SecretStore &store);
    // Empty if there is an unlocked keyring, else why not.
    [[nodiscard]] static QString noKeyring();
    [[nodiscard]] bool startBus();
    [[nodiscard]] QProcessEnvironment privateEnvironment() const;

    QTemporaryDir m_place;
    std::optional<QProcess> m_bus;
    QString m_busAddress;
};

#define REQUIRE_KEYRING()                                                                                              \
    if (const QString reason = noKeyring(); !reason.isEmpty()) {                                                       \
        QVERIFY2(qEnvironmentVariable("TIDINGS_REQUIRE_KEYRING") != "1"_L1, qPrintable(reason));                       \
        QSKIP(qPrintable(reason));                                                                                     \
    }

#define REQUIRE_BUS()                                                                                                  \
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {                                                  \
        QVERIFY2(qEnvironmentVariable("TIDINGS_REQUIRE_KEYRING") != "1"_L1, "dbus-daemon is not installed");           \
        QSKIP("dbus-daemon is not installed");                                                                         \
    }                                                                                                                  \
    QVERIFY(startBus())

QString TestSecretStore::noKeyring()
{
    const QString state = qEnvironmentVariable("TIDINGS_TEST_KEYRING");
    if (state == "unlocked"_L1)
        return {};
    return state.isEmpty() ? u"not started by with-keyring.sh"_s : state;
}

// A bus that knows no service at all and starts none.
bool TestSecretStore::startBus()
{
    if (m_bus)
        return true;
    QFile configuration(m_place.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_place.path().toUtf8()
        + "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow "
          "own=\"*\"/></policy>"
          "</busconfig>\n");
    configuration.close();
    m_bus.emplace();
    m_bus->setStandardErrorFile(QProcess::nullDevice());
    m_bus->start(u"dbus-daemon"_s,
        {u"--config-file="_s + configuration.fileName(), u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
    while (!m_bus->canReadLine()) {
        if (!m_bus->waitForReadyRead(longTime))
            return false;
    }
    m_busAddress = QString::fromUtf8(m_bus->readLine().trimmed());
    return !m_busAddress.isEmpty();
}

QProcessEnvironment TestSecretStore::privateEnvironment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        environment.remove(name);
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_place.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_place.path());
    if (!m_busAddress.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_busAddress);
    return environment;
}

void TestSecretStore::errorsAreMapped_data()
{
    // Numbers of QKeychain::Error; texts as libsecret 0.20.5 and the Windows store gave them.
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("entry not found") << 1 << u"Entry not found"_s << QByteArray("NotFound");
    QTest::newRow("could not delete") << 2 << u"Could not remove private key"_s << QByteArray("Other");
    QTest::newRow("denied by user") << 3 << u"Access denied"_s << QByteArray("Denied");
    QTest::newRow("denied, locked") << 4 << u"Cannot create an item in a locked collection"_s << QByteArray("Denied");
    QTest::newRow("no backend") << 5 << QString() << QByteArray("Unavailable");
    QTest::newRow("not implemented") << 6 << QString() << QByteArray("Unavailable");
    QTest::newRow("no bus") << 7 << u"Cannot autolaunch D-Bus without X11 $DISPLAY"_s << QByteArray("Unavailable");
    QTest::newRow("bad bus") << 7 << u"Could not connect: No such file or directory"_s << QByteArray("Unavailable");
    QTest::newRow("no service") << 7 << u"The name org.freedesktop.secrets was not provided by any .service files"_s
                                << QByteArray("Unavailable");
    QTest::newRow("no collection") << 7
                                   << u"Object does not exist at path “/org/freedesktop/secrets/collection/login”"_s
                                   << QByteArray("Unavailable");
    QTest::newRow("no library") << 7 << u"Unknown error"_s << QByteArray("Unavailable");
    QTest::newRow("no text") << 7 << QString() << QByteArray("Unavailable");
    QTest::newRow("locked, as text") << 7 << u"GDBus.Error:org.freedesktop.Secret.Error.IsLocked: locked"_s
                                     << QByteArray("Denied");
    QTest::newRow("sandbox") << 7 << u"GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: no"_s
                             << QByteArray("Denied");
    QTest::newRow("bus gave up") << 7 << u"Timeout was reached"_s << QByteArray("Timeout");
    QTest::newRow("too large") << 7 << u"Credential size exceeds maximum size of 2560"_s << QByteArray("TooLarge");
    QTest::newRow("something else") << 7 << u"Out of cheese"_s << QByteArray("Other");
    QTest::newRow("a code of the future") << 42 << u"?"_s << QByteArray("Other");
}

void TestSecretStore::errorsAreMapped()
{
    QFETCH(const int, code);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, kind);
    const SecretError error = KeychainSecretStore::errorFor(code, text);
    QCOMPARE(nameOf(error.kind), kind);
    QCOMPARE(error.detail, text);
}

void TestSecretStore::checkContract(SecretStore &store)
{
    const QString key = u"org.tidings.Tidings/https://ä.example:443/1"_s;
    const QString other = u"org.tidings.Tidings/https://ä.example:443/2"_s;
    QCOMPARE(readNow(store, key), "NotFound");
    QCOMPARE(removeNow(store, key), "ok");
    QCOMPARE(writeNow(store, key, secret), "ok");
    QCOMPARE(readNow(store, key), "ok " + secret);
    QCOMPARE(readNow(store, other), "NotFound");
    QCOMPARE(writeNow(store, key, "grün und 日本"), "ok");
    QCOMPARE(readNow(store, key), QByteArray("ok grün und 日本"));
    QCOMPARE(writeNow(store, other, secret), "ok");

    // An empty secret is a removal.
    QCOMPARE(writeNow(store, key, {}), "ok");
    QCOMPARE(readNow(store, key), "NotFound");
    QCOMPARE(readNow(store, other), "ok " + secret);
    QCOMPARE(removeNow(store, other), "ok");
    QCOMPARE(readNow(store, other), "NotFound");

    // Calls answer later, once, in their order.
    QObject context;
    Outcome written;
    Outcome read;
    Outcome removed;
    Outcome gone;
    store.write(key, secret, &context, written.writer());
    store.read(key, &context, read.reader());
    store.remove(key, &context, removed.writer());
    {
        QObject shortLived;
        store.read(key, &shortLived, gone.reader());
        store.remove(key, &shortLived, gone.writer());
        store.write(key, QByteArray(), &shortLived, gone.writer());
    }
    QCOMPARE(written.answers + read.answers + removed.answers, 0);
    QCOMPARE(readNow(store, key), "NotFound");
    QCOMPARE(written.answers, 1);
    QCOMPARE(read.answers, 1);
    QCOMPARE(removed.answers, 1);
    QCOMPARE(read.text, "ok " + secret);
    QCOMPARE(gone.answers, 0);
}

void TestSecretStore::memoryKeepsTheContract()
{
    MemorySecretStore store;
    checkContract(store);
}

void TestSecretStore::memoryForgetsWithTheObject()
{
    const QString key = u"key"_s;
    {
        MemorySecretStore store;
        QCOMPARE(writeNow(store, key, secret), "ok");
    }
    MemorySecretStore store;
    QCOMPARE(readNow(store, key), "NotFound");
}

void TestSecretStore::tooLargeIsNotWritten()
{
    KeychainSecretStore store;
    QObject context;
    Outcome outcome;
    store.write(u"too large"_s, QByteArray(KeychainSecretStore::maxSecretSize + 1, 'x'), &context, outcome.writer());
    QCOMPARE(outcome.answers, 0);
    QTRY_COMPARE(outcome.answers, 1);
    QCOMPARE(outcome.text, "TooLarge");
    {
        QObject shortLived;
        store.write(u"too large"_s, QByteArray(9999, 'x'), &shortLived, outcome.writer());
    }
    QCOMPARE(writeNow(store, u"too large"_s, QByteArray(9999, 'x')), "TooLarge");
    QCOMPARE(outcome.answers, 1);
}

void TestSecretStore::bytesThatAreNoTextAreRefused()
{
    KeychainSecretStore store;
    QCOMPARE(writeNow(store, u"bytes"_s, "half\xc3"), "Other");
    QCOMPARE(writeNow(store, u"bytes"_s, QByteArray("with\0nul", 8)), "Other");
}

void TestSecretStore::keychainKeepsTheContract()
{
    REQUIRE_KEYRING();
    KeychainSecretStore store;
    checkContract(store);
}

void TestSecretStore::keychainRemembersAcrossProcesses()
{
    REQUIRE_KEYRING();
    KeychainSecretStore store;
    QCOMPARE(writeNow(store, u"shared"_s, secret), "ok");
    QCOMPARE(runAgain({u"--probe"_s, u"20000"_s, u"read:shared"_s, u"remove:shared"_s},
                 QProcessEnvironment::systemEnvironment()),
        QList<QByteArray>({"read ok " + secret, "remove ok"}));
    QCOMPARE(readNow(store, u"shared"_s), "NotFound");
}

void TestSecretStore::longestSecretRoundTrip()
{
    REQUIRE_KEYRING();
    const QByteArray longest(KeychainSecretStore::maxSecretSize, 'x');
    KeychainSecretStore store;
    QCOMPARE(writeNow(store, u"longest"_s, longest), "ok");
    QCOMPARE(readNow(store, u"longest"_s), "ok " + longest);
    QCOMPARE(removeNow(store, u"longest"_s), "ok");
}

void TestSecretStore::giveUpBeforeBeginIsNeverMade()
{
    REQUIRE_KEYRING();
    // Without any patience the watchdog is first; the read has begun by then, the write has not.
    KeychainSecretStore hasty(0ms);
    QObject context;
    Outcome read;
    Outcome written;
    hasty.read(u"first"_s, &context, read.reader());
    hasty.write(u"second"_s, secret, &context, written.writer());
    QTRY_COMPARE(read.answers + written.answers, 2);
    QCOMPARE(read.text, "Timeout");
    QCOMPARE(written.text, "Timeout");

    KeychainSecretStore store;
    QCOMPARE(readNow(store, u"first"_s), "NotFound");
    QCOMPARE(readNow(store, u"second"_s), "NotFound");
    QCOMPARE(read.answers, 1);
    QCOMPARE(written.answers, 1);
}

void TestSecretStore::storeGoneWhileInFlight()
{
    REQUIRE_KEYRING();
    QObject context;
    Outcome outcome;
    {
        KeychainSecretStore store;
        store.write(u"orphan"_s, secret, &context, outcome.writer());
        store.read(u"orphan"_s, &context, outcome.reader());
    }
    // The library does one job after another, so that the orphan is done when this one answers.
    KeychainSecretStore store;
    QCOMPARE(readNow(store, u"orphan"_s), "ok " + secret);
    QCOMPARE(outcome.answers, 0);
    QCOMPARE(removeNow(store, u"orphan"_s), "ok");
}

void TestSecretStore::contextGoneWhileInFlight()
{
    REQUIRE_KEYRING();
    KeychainSecretStore store;
    Outcome outcome;
    {
        QObject context;
        store.write(u"still written"_s, secret, &context, outcome.writer());
        store.read(u"still written"_s, &context, outcome.reader());
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(readNow(store, u"still written"_s), "ok " + secret);
    QCOMPARE(outcome.answers, 0);
    QCOMPARE(removeNow(store, u"still written"_s), "ok");
}

void TestSecretStore::secretIsNotInClearOnDisk()
{
    REQUIRE_KEYRING();
    KeychainSecretStore store;
    QString key;
    {
        Settings settings;
        Profile profile;
        profile.name = u"Production"_s;
        profile.server = u"https://auth.example.org"_s;
        profile = settings.saveProfile(profile);
        settings.setCurrentProfile(profile.id);
        key = secretKey(profile);
        QCOMPARE(writeNow(store, key, secret), "ok");
    }
    QStringList seen;
    for (const char *place : {"XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
        const QString folder = qEnvironmentVariable(place);
        QVERIFY2(QDir(folder).exists(), place);
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue; // a socket
            const QByteArray content = file.readAll();
            seen << file.fileName();
            QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
            QVERIFY2(!content.contains(secret.toBase64()), qPrintable(file.fileName()));
            QVERIFY2(!content.contains(secret.toHex()), qPrintable(file.fileName()));
        }
    }
    // Both were there to be looked at: the settings, and the keyring with the secret in it.
    QCOMPARE(seen.filter(u"tidings.ini"_s).size(), 1);
    QVERIFY(!seen.filter(u".keyring"_s).isEmpty());
    QCOMPARE(readNow(store, key), "ok " + secret);
    QCOMPARE(removeNow(store, key), "ok");
}

void TestSecretStore::lockedKeyring()
{
    REQUIRE_KEYRING();
    const auto lines = runAgain(
        {u"--probe"_s, u"20000"_s, u"write:k:v"_s, u"read:k"_s, u"lock"_s, u"read:k"_s, u"write:k:w"_s, u"read:k"_s},
        QProcessEnvironment::systemEnvironment(), true);
    // A locked keyring answers a read as if nothing were there.
    QCOMPARE(lines,
        QList<QByteArray>({"write ok", "read ok v", "lock ok", "read NotFound", "write Denied", "read NotFound"}));
}

void TestSecretStore::noBus()
{
    QProcessEnvironment environment = privateEnvironment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    QCOMPARE(runAgain({u"--probe"_s, u"20000"_s, u"read:k"_s, u"write:k:v"_s, u"remove:k"_s}, environment),
        QList<QByteArray>({"read Unavailable", "write Unavailable", "remove Unavailable"}));
}

void TestSecretStore::badBus()
{
    QProcessEnvironment environment = privateEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path="_s + m_place.filePath(u"nothing"_s));
    QCOMPARE(runAgain({u"--probe"_s, u"20000"_s, u"read:k"_s, u"write:k:v"_s}, environment),
        QList<QByteArray>({"read Unavailable", "write Unavailable"}));
}

void TestSecretStore::busWithoutService()
{
    REQUIRE_BUS();
    QCOMPARE(runAgain({u"--probe"_s, u"20000"_s, u"read:k"_s, u"write:k:v"_s}, privateEnvironment()),
        QList<QByteArray>({"read Unavailable", "write Unavailable"}));
}

void TestSecretStore::stuckServiceTimesOut()
{
    REQUIRE_BUS();
    QProcess service;
    service.setProcessEnvironment(privateEnvironment());
    service.start(QCoreApplication::applicationFilePath(), {u"--stuck-service"_s});
    const auto end = qScopeGuard([&service] {
        service.kill();
        service.waitForFinished();
    });
    QVERIFY(service.waitForReadyRead(longTime));
    QCOMPARE(service.readLine().trimmed(), "ready");
    // The first read hangs in the service and the calls after it never begin; all are told so. Once the service lives
    // again the late answer is dropped and the queue moves on.
    QCOMPARE(runAgain({u"--probe"_s, u"200"_s, u"read:k"_s, u"write:k:v"_s, u"read:k"_s, u"remove:k"_s, u"release"_s,
                          u"patience:k"_s},
                 privateEnvironment()),
        QList<QByteArray>(
            {"read Timeout", "write Timeout", "read Timeout", "remove Timeout", "release ok", "patience Other"}));
}

void TestSecretStore::withoutGlibTimesOut()
{
    // libsecret answers through GLib's event loop; without it the job would never end.
    QProcessEnvironment environment = privateEnvironment();
    environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
    QCOMPARE(runAgain({u"--probe"_s, u"200"_s, u"read:k"_s, u"read:k"_s}, environment),
        QList<QByteArray>({"read Timeout", "read Timeout"}));
}

void TestSecretStore::cleanupTestCase()
{
    if (!m_bus)
        return;
    m_bus->terminate();
    QVERIFY(m_bus->waitForFinished(longTime));
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--probe"_L1)
        return probe(arguments.mid(2));
    if (arguments.value(1) == "--stuck-service"_L1)
        return stuckService();
    TestSecretStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secretstore.moc"
