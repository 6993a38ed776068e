// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process, next to this test: what it says, what it leaves behind, and where the token is not.
#include "demoserver.h"
#include "settings.h"
#include "support/faultserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

constexpr int longTime = 120'000;

// The fields of /proc/<pid>/stat after the name, which may contain anything.
QByteArrayList statOf(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ');
}

bool isRunning(qint64 process)
{
    const QByteArrayList stat = statOf(process);
    return stat.size() > 1 && stat.first() != "Z";
}

// Running children, by the name of their program.
QList<qint64> childrenOf(qint64 process, const QByteArray &name)
{
    QList<qint64> children;
    const auto entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 id = entry.toLongLong(&isNumber);
        if (!isNumber || statOf(id).value(1).toLongLong() != process || !isRunning(id))
            continue;
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(id));
        if (commandLine.open(QIODevice::ReadOnly) && commandLine.readAll().split('\0').first().endsWith(name))
            children += id;
    }
    return children;
}

// What other users (command line) and other programs of the same user (environment) can read.
QByteArray visibleOf(qint64 process)
{
    QByteArray all;
    for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
        QFile file(u"/proc/%1/%2"_s.arg(QString::number(process), name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

} // namespace

class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void informs_data();
    void informs();
    void informsWithoutADisplay();
    void refuses_data();
    void refuses();
    void demoScreenshots();
    void killedProgramTakesTheServerAlong();
    void tokenStaysWhereItBelongs();
    void wrongToken();
    void noServer();
    void unknownProfile();
    void serverComesLater();
    void stateOfTheProfileIsOpenWithoutAKeychain();

private:
    void start(const QStringList &arguments, const QByteArray &input = {});
    bool finish();
    // Files below the private home that contain the text
    [[nodiscard]] QStringList filesWith(const QByteArray &text) const;
    [[nodiscard]] QStringList pictures() const;

    const QString m_program = QCoreApplication::applicationDirPath() + u"/tidings"_s;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_errors;
};

void ProgramTest::initTestCase()
{
    QVERIFY2(QFileInfo(m_program).isExecutable(), "tidings has not been built");
}

void ProgramTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    m_process = std::make_unique<QProcess>();
}

void ProgramTest::cleanup()
{
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(longTime);
    }
    m_process.reset();
}

void ProgramTest::start(const QStringList &arguments, const QByteArray &input)
{
    QProcessEnvironment environment;
    for (const QString &name :
        {u"PATH"_s, u"LD_LIBRARY_PATH"_s, u"ASAN_OPTIONS"_s, u"LSAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (qEnvironmentVariableIsSet(name.toLatin1().constData()))
            environment.insert(name, qEnvironmentVariable(name.toLatin1().constData()));
    }
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"NO_PROXY"_s, u"127.0.0.1,localhost"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s); // no keychain of the user
    environment.insert(u"HOME"_s, m_home->path());
    for (const QString &name : {u"CONFIG_HOME"_s, u"DATA_HOME"_s, u"CACHE_HOME"_s, u"STATE_HOME"_s, u"RUNTIME_DIR"_s}) {
        const QString folder = m_home->filePath(name.toLower());
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        environment.insert(u"XDG_"_s + name, folder);
    }
    m_out.clear();
    m_errors.clear();
    m_process->setProcessEnvironment(environment);
    m_process->setWorkingDirectory(m_home->path());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this,
        [this] { m_out += m_process->readAllStandardOutput(); });
    connect(m_process.get(), &QProcess::readyReadStandardError, this,
        [this] { m_errors += m_process->readAllStandardError(); });
    m_process->start(m_program, arguments);
    QVERIFY(m_process->waitForStarted(longTime));
    m_process->write(input);
}

// The test's own server must go on meanwhile.
bool ProgramTest::finish()
{
    return QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, longTime)
        && m_process->exitStatus() == QProcess::NormalExit;
}

QStringList ProgramTest::filesWith(const QByteArray &text) const
{
    QStringList found;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found += file.fileName();
    }
    return found;
}

QStringList ProgramTest::pictures() const
{
    return QDir(m_home->filePath(u"shots"_s)).entryList({u"*.png"_s}, QDir::Files);
}

void ProgramTest::informs_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("--version") << QStringList{u"--version"_s} << QByteArray("tidings ");
    QTest::newRow("-v") << QStringList{u"-v"_s} << QByteArray("tidings ");
    QTest::newRow("--help") << QStringList{u"--help"_s} << QByteArray("--token-stdin");
    QTest::newRow("-h") << QStringList{u"-h"_s} << QByteArray("--screenshots");
    QTest::newRow("--help in German") << QStringList{u"--help"_s, u"--lang"_s, u"de"_s}
                                      << QByteArray("Ereignisanzeige");
    QTest::newRow("--help among others") << QStringList{u"--demo"_s, u"--help"_s} << QByteArray("--demo");
}

void ProgramTest::informs()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    start(arguments);
    QVERIFY(finish());
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY2(m_out.contains(words), m_out.constData());
    QCOMPARE(m_errors, QByteArray());
}

void ProgramTest::informsWithoutADisplay()
{
    for (const QString &option : {u"--version"_s, u"--help"_s}) {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        process.setProcessEnvironment(environment);
        process.start(m_program, {option});
        QVERIFY(process.waitForFinished(longTime));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!process.readAllStandardOutput().isEmpty());
    }
}

void ProgramTest::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QString token = u"ak-secret-0123456789"_s;
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << QByteArray("nonsense");
    QTest::newRow("two servers") << QStringList{u"--demo"_s, u"--server"_s, u"https://auth.example.org"_s}
                                 << QByteArray("--server");
    QTest::newRow("demo and profile") << QStringList{u"--demo"_s, u"--profile"_s, u"x"_s} << QByteArray("--profile");
    QTest::newRow("two files") << QStringList{u"a.jsonl"_s, u"b.jsonl"_s} << QByteArray("One file");
    QTest::newRow("in German") << QStringList{u"--lang=de"_s, u"a.jsonl"_s, u"b.jsonl"_s}
                               << QByteArray("nur eine Datei");
    QTest::newRow("argument") << QStringList{u"https://auth.example.org"_s} << QByteArray("--server");
    QTest::newRow("number") << QStringList{u"--demo-events"_s, u"many"_s} << QByteArray("--demo-events");
    QTest::newRow("plain http") << QStringList{u"--server"_s, u"http://auth.example.org"_s} << QByteArray("--server");
    QTest::newRow("stdin without server") << QStringList{u"--token-stdin"_s} << QByteArray("--server");
    QTest::newRow("empty stdin") << QStringList{u"--server"_s, u"https://127.0.0.1"_s, u"--token-stdin"_s}
                                 << QByteArray("token");
    QTest::newRow("token") << QStringList{u"--server"_s, u"https://127.0.0.1"_s, u"--token"_s, token}
                           << QByteArray("--token-stdin");
    QTest::newRow("token=") << QStringList{u"--token="_s + token} << QByteArray("--token-stdin");
}

void ProgramTest::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    start(arguments);
    m_process->closeWriteChannel();
    QVERIFY(finish());
    QCOMPARE(m_process->exitCode(), 2);
    QCOMPARE(m_out, QByteArray());
    QVERIFY2(m_errors.contains(words), m_errors.constData());
    QVERIFY(m_errors.startsWith("tidings: "));
    QCOMPARE(m_errors.count('\n'), 1);
    QVERIFY2(!m_errors.contains("ak-secret"), m_errors.constData());
}

void ProgramTest::demoScreenshots()
{
    start({u"--demo"_s, u"--demo-events"_s, u"500"_s, u"--screenshots"_s, m_home->filePath(u"shots"_s)});
    QList<qint64> servers;
    QTRY_VERIFY_WITH_TIMEOUT(
        !(servers = childrenOf(m_process->processId(), "tidings-demo-server")).isEmpty(), longTime);
    QCOMPARE(servers.size(), 1);
    // The demo's token is random: 48 letters and digits.
    const QRegularExpression token(u"[A-Za-z0-9]{48}"_s);
    for (const qint64 process : {m_process->processId(), servers.first()}) {
        const QByteArray visible = visibleOf(process);
        QVERIFY(visible.contains("XDG_CONFIG_HOME"));
        QVERIFY(!token.match(QString::fromUtf8(visible)).hasMatch());
    }
    QVERIFY(finish());
    QVERIFY2(m_process->exitCode() == 0, m_errors.constData());
    // The offscreen platform says so of menus and dialogs.
    QList<QByteArray> lines = m_errors.split('\n');
    lines.removeIf(
        [](const QByteArray &line) { return line.isEmpty() || line.startsWith("This plugin does not support "); });
    QCOMPARE(lines, QList<QByteArray>());
    const QStringList files = pictures();
    QVERIFY(files.size() >= 8);
    QCOMPARE(m_out.count('\n'), files.size());
    for (const QString &file : files) {
        const QImage picture(m_home->filePath(u"shots/"_s + file));
        QVERIFY2(picture.width() >= 150 && picture.height() >= 150, qPrintable(file));
        QVERIFY(m_out.contains(file.toUtf8()));
        // Something was drawn.
        const QRgb corner = picture.pixel(2, 2);
        bool isPlain = true;
        for (int y = 0; y < picture.height() && isPlain; y += 3) {
            for (int x = 0; x < picture.width() && isPlain; x += 3)
                isPlain = picture.pixel(x, y) == corner;
        }
        QVERIFY2(!isPlain, qPrintable(file));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(servers.first()), longTime);
}

void ProgramTest::killedProgramTakesTheServerAlong()
{
    start({u"--demo"_s, u"--demo-events"_s, u"200"_s});
    QList<qint64> servers;
    QTRY_VERIFY_WITH_TIMEOUT(
        !(servers = childrenOf(m_process->processId(), "tidings-demo-server")).isEmpty(), longTime);
    QVERIFY(isRunning(servers.first()));
    m_process->kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, longTime);
    QCOMPARE(m_process->exitStatus(), QProcess::CrashExit);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(servers.first()), longTime);
}

void ProgramTest::tokenStaysWhereItBelongs()
{
    DemoOptions options;
    options.events = 300;
    options.token = u"ThisTokenMustNotAppearAnywhere0123456789"_s;
    DemoServer server(options);
    QVERIFY(server.listen());
    const QByteArray token = options.token.toUtf8();
    start({u"--server"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--token-stdin"_s, u"--screenshots"_s,
              m_home->filePath(u"shots"_s)},
        token + '\n');
    // It has been read and used.
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount("GET", u"/api/v3/events/events/"_s) > 0, longTime);
    const QByteArray visible = visibleOf(m_process->processId());
    QVERIFY(visible.contains("--token-stdin") && visible.contains("XDG_CONFIG_HOME"));
    QVERIFY(!visible.contains(token));
    QVERIFY(finish());
    QVERIFY2(m_process->exitCode() == 0, m_errors.constData());
    QVERIFY(!pictures().isEmpty());
    QVERIFY(!m_out.contains(token) && !m_errors.contains(token));
    QCOMPARE(filesWith(token), QStringList());
    QCOMPARE(filesWith(token.toBase64()), QStringList());
    const auto requests = server.requests();
    for (const DemoRequest &request : requests)
        QVERIFY2(!request.path.contains(options.token), qPrintable(request.path));
}

void ProgramTest::wrongToken()
{
    DemoOptions options;
    options.events = 100;
    options.token = u"right"_s;
    DemoServer server(options);
    QVERIFY(server.listen());
    start({u"--server"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--token-stdin"_s, u"--screenshots"_s,
              m_home->filePath(u"shots"_s)},
        "ThisTokenIsWrong0123456789\n");
    QVERIFY(finish());
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY2(m_errors.contains("token is not accepted"), m_errors.constData());
    QVERIFY(m_errors.startsWith("tidings: "));
    QCOMPARE(m_errors.count('\n'), 1);
    QVERIFY(!m_errors.contains("ThisTokenIsWrong"));
    QCOMPARE(m_out, QByteArray());
    QVERIFY(pictures().isEmpty());
    QCOMPARE(filesWith("ThisTokenIsWrong"), QStringList());
}

void ProgramTest::noServer()
{
    quint16 port = 0;
    {
        DemoServer server(DemoOptions{});
        QVERIFY(server.listen());
        port = server.port();
    }
    start({u"--server"_s, u"http://127.0.0.1:%1"_s.arg(port), u"--token-stdin"_s, u"--screenshots"_s,
              m_home->filePath(u"shots"_s)},
        "any-token\n");
    QVERIFY(finish());
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY2(m_errors.contains("cannot be reached"), m_errors.constData());
    QVERIFY(pictures().isEmpty());
}

void ProgramTest::unknownProfile()
{
    start({u"--profile"_s, u"nobody"_s});
    QVERIFY(finish());
    QCOMPARE(m_process->exitCode(), 2);
    QVERIFY2(m_errors.contains("nobody"), m_errors.constData());
    QCOMPARE(m_errors.count('\n'), 1);
}

// Nobody is there to press Retry.
void ProgramTest::serverComesLater()
{
    using tidings::test::Answer;
    auto down = std::make_unique<tidings::test::FaultServer>();
    QVERIFY(down->start());
    down->replyAlways("*", "/", Answer::html("Bad gateway", 502));
    const quint16 port = down->serverPort();
    DemoOptions options;
    options.events = 100;
    options.token = u"right-token"_s;
    start({u"--server"_s, u"http://127.0.0.1:%1"_s.arg(port), u"--token-stdin"_s}, "right-token\n");
    // All attempts of the question whether there is a server at all.
    QTRY_VERIFY_WITH_TIMEOUT(down->count("GET", "/api/v3/root/config/") >= 3, longTime);
    down->close();
    down->dropConnections();
    down.reset();
    DemoServer server(options);
    QVERIFY(server.listen(port));
    QTRY_VERIFY_WITH_TIMEOUT(server.requestCount("GET", u"/api/v3/events/notifications/"_s) > 0, longTime);
}

// What is done to the rows of the history must not get into the files of another profile.
void ProgramTest::stateOfTheProfileIsOpenWithoutAKeychain()
{
    QString id;
    {
        Settings settings(m_home->filePath(u"config_home/tidings"_s));
        Profile profile;
        profile.name = u"Here"_s;
        profile.server = u"http://127.0.0.1:9"_s;
        profile = settings.saveProfile(profile);
        settings.setCurrentProfile(profile.id);
        QVERIFY(settings.sync());
        id = profile.id.toString(QUuid::WithoutBraces);
    }
    // A file that is none is moved away when it is opened.
    const QString path = m_home->filePath(u"data_home/tidings/inbox-%1.json"_s.arg(id));
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("none");
    file.close();
    start({});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path + u".broken"_s), longTime);
}

QTEST_GUILESS_MAIN(ProgramTest)

#include "tst_program.moc"
