// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself with a saved profile: where its history is, who can read it, and what is not in it. Needs the
// keyring of support/with-keyring.sh, whose folders are the test's own.
#include "archivestore.h"
#include "demoserver.h"
#include "keychainsecretstore.h"
#include "settings.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>

using namespace tidings;
using namespace Qt::StringLiterals;

namespace {

constexpr int longTime = 60'000;
const QString token = u"ThisTokenMustNotAppearOnDisk0123456789"_s;

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files += all.next();
    return files;
}

} // namespace

class HistoryProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString keyring = qEnvironmentVariable("TIDINGS_TEST_KEYRING");
        if (keyring != "unlocked"_L1) {
            QVERIFY2(qEnvironmentVariable("TIDINGS_REQUIRE_KEYRING") != "1"_L1, qPrintable(keyring));
            QSKIP("no keyring");
        }
        QVERIFY(qEnvironmentVariableIsSet("XDG_DATA_HOME"));
        DemoOptions options;
        options.events = 200;
        options.notifications = 60;
        options.token = token;
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->listen());
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isKeptForTheUserAlone()
    {
        saveProfile(true);
        run([this] { return readBack() > 0; });
        const QStringList histories = historyFiles();
        QCOMPARE(histories.size(), 1);
        const QStringList files = filesBelow(m_data);
        for (const QString &file : files) {
            struct stat status
            {
            };
            QCOMPARE(::stat(QFile::encodeName(file).constData(), &status), 0);
            QVERIFY2((status.st_mode & ACCESSPERMS & ~0700U) == 0 || file.contains(u"keyring"_s), qPrintable(file));
        }
        // The keyring is encrypted; everything else is searched as it is.
        for (const QString &folder : {m_data, qEnvironmentVariable("XDG_CONFIG_HOME"),
                 qEnvironmentVariable("XDG_CACHE_HOME"), qEnvironmentVariable("XDG_RUNTIME_DIR")}) {
            const QStringList all = filesBelow(folder);
            for (const QString &name : all) {
                QFile file(name);
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray bytes = file.readAll();
                QVERIFY2(!bytes.contains(token.toUtf8()), qPrintable(name));
                QVERIFY2(!bytes.contains(token.toUtf8().toBase64()), qPrintable(name));
            }
        }
    }

    // The next run, without a server: nothing of it is lost.
    void outlivesTheServer()
    {
        const qint64 before = readBack();
        QVERIFY(before > 0);
        const quint16 port = m_server->port();
        m_server.reset();
        int turns = 0;
        run([&turns] { return ++turns > 20; });
        QCOMPARE(readBack(), before);
        DemoOptions options;
        options.notifications = 60;
        options.token = token;
        m_server = std::make_unique<DemoServer>(options);
        QVERIFY(m_server->listen(port));
    }

    void isOffWhereItIsSwitchedOff()
    {
        const QStringList histories = historyFiles();
        QCOMPARE(histories.size(), 1);
        ArchiveStore::remove(histories.first());
        saveProfile(false);
        m_server->clearRequests();
        run([this] { return m_server->requestCount("GET", u"/api/v3/events/notifications/"_s) > 1; });
        QCOMPARE(historyFiles(), QStringList());
    }

private:
    void saveProfile(bool keepsHistory)
    {
        Settings settings;
        Preferences preferences = settings.preferences();
        preferences.history.isKept = keepsHistory;
        settings.setPreferences(preferences);
        if (!settings.profiles().isEmpty())
            return;
        Profile profile;
        profile.name = u"Test"_s;
        profile.server = u"http://127.0.0.1:%1"_s.arg(m_server->port());
        profile = settings.saveProfile(profile);
        settings.setCurrentProfile(profile.id);
        settings.sync();
        KeychainSecretStore secrets;
        bool isWritten = false;
        secrets.write(secretKey(profile), token.toUtf8(), this,
            [&](const SecretResult<std::monostate> &result) { isWritten = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(isWritten, longTime);
    }

    template <class Until> void run(Until until)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + u"/tidings"_s, {u"--new-instance"_s});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(until(), longTime);
        // Ended while it writes it leaves a journal, which is no other history.
        constexpr int enough = 10; // looks at a folder in which nothing is written
        int quiet = 0;
        QTRY_VERIFY_WITH_TIMEOUT((quiet = historyFiles().size() <= 1 ? quiet + 1 : 0) > enough, longTime);
        QCOMPARE(program.state(), QProcess::Running);
        program.terminate();
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, longTime);
    }

    [[nodiscard]] QStringList historyFiles() const
    {
        QStringList files;
        const QDir folder(m_data + u"/tidings"_s);
        const QStringList names = folder.entryList({u"*.history*"_s}, QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            files += folder.filePath(name);
        return files;
    }
    // Rows in the history, as another program sees it while Tidings runs
    [[nodiscard]] qint64 readBack() const
    {
        const QStringList files = historyFiles();
        return files.isEmpty() ? 0 : ArchiveStore::open(files.first(), {})->summary().rows;
    }

    const QString m_data = qEnvironmentVariable("XDG_DATA_HOME");
    std::unique_ptr<DemoServer> m_server;
};

QTEST_GUILESS_MAIN(HistoryProgramTest)
#include "tst_historyprogram.moc"
