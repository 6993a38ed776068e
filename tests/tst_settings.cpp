// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tidings;

namespace {

constexpr auto allPermissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
    | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Profile exampleProfile()
{
    Profile profile;
    profile.name = u"Production"_s;
    profile.colour = u"#cc0000"_s;
    profile.server = u"https://auth.example.org/sso"_s;
    profile.caFile = u"/etc/ssl/own-ca.pem"_s;
    profile.pinnedSha256 = QString(64, u'a');
    profile.userName = u"Jürgen [1], \"admin\""_s;
    return profile;
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void defaults();
    void valuesSurvive();
    void enumsSurvive_data();
    void enumsSurvive();
    void timeDisplaySurvives();
    void textZoomIsBounded();
    void doNotDisturbSurvives();
    void pollIntervalIsClamped_data();
    void pollIntervalIsClamped();
    void profilesSurvive();
    void profileIsReplacedAndRemoved();
    void profileByName();
    void currentProfileMustExist();
    void serverTextIsCleaned_data();
    void serverTextIsCleaned();
    void fingerprintIsCleaned_data();
    void fingerprintIsCleaned();
    void modesArePrivate();
    void wrongValuesFallBack();
    void brokenFileIsKeptAside_data();
    void brokenFileIsKeptAside();
    void folderInPlaceOfFile();
    void brokenFileReplacesOlderOne();
    void unwritableFolder();
    void endlessProfileCount();
    void fileWithoutVersion();
    void fileOfLaterVersion();
    void languageCodes_data();
    void languageCodes();
    void secretKeyNames_data();
    void secretKeyNames();
    void secretKeyIsNeverTooLong();
    void secretKeyChangesWithTheServer();

private:
    QString folder() const { return m_folder->filePath(u"tidings"_s); }
    QString file() const { return folder() + u"/tidings.ini"_s; }
    void writeFile(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSettings::writeFile(const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(out.write(content), content.size());
}

void TestSettings::defaults()
{
    const Settings settings(folder());
    QCOMPARE(settings.fileName(), file());
    QVERIFY(settings.brokenFile().isEmpty());
    QVERIFY(settings.profiles().isEmpty());
    QVERIFY(settings.currentProfile().isNull());
    QVERIFY(settings.uiState(UiState::WindowGeometry).isEmpty());
    QVERIFY(settings.language().isEmpty());
    QCOMPARE(settings.appearance(), Appearance::System);
    QCOMPARE(settings.density(), Density::Normal);
    QCOMPARE(settings.textZoom(), 100);
    QCOMPARE(settings.pollSeconds(), Settings::defaultPollSeconds);
}

void TestSettings::valuesSurvive()
{
    const QByteArray geometry = QByteArray::fromHex("01d9d0cb0003000000ff7f0a0d00");
    {
        Settings settings(folder());
        settings.setUiState(UiState::WindowGeometry, geometry);
        settings.setUiState(UiState::EventsHeader, "header");
        settings.setLanguage(u"de"_s);
        settings.setPollSeconds(17);
    }
    const Settings settings(folder());
    QVERIFY(settings.brokenFile().isEmpty());
    QCOMPARE(settings.uiState(UiState::WindowGeometry), geometry);
    QCOMPARE(settings.uiState(UiState::EventsHeader), "header");
    QVERIFY(settings.uiState(UiState::WindowState).isEmpty());
    QVERIFY(settings.uiState(UiState::EventsSplitter).isEmpty());
    QVERIFY(settings.uiState(UiState::InboxSplitter).isEmpty());
    QVERIFY(settings.uiState(UiState::InboxHeader).isEmpty());
    QCOMPARE(settings.language(), u"de"_s);
    QCOMPARE(settings.pollSeconds(), 17);
}

void TestSettings::enumsSurvive_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("density");
    QTest::newRow("system") << int(Appearance::System) << int(Density::Normal);
    QTest::newRow("light") << int(Appearance::Light) << int(Density::Compact);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Density::Roomy);
}

void TestSettings::enumsSurvive()
{
    QFETCH(const int, appearance);
    QFETCH(const int, density);
    {
        Settings settings(folder());
        settings.setAppearance(static_cast<Appearance>(appearance));
        settings.setDensity(static_cast<Density>(density));
    }
    const Settings settings(folder());
    QCOMPARE(int(settings.appearance()), appearance);
    QCOMPARE(int(settings.density()), density);
}

void TestSettings::textZoomIsBounded()
{
    {
        Settings settings(folder());
        settings.setTextZoom(150);
        QCOMPARE(settings.textZoom(), 150);
    }
    QCOMPARE(Settings(folder()).textZoom(), 150);
    for (const auto &[written, read] :
        {std::pair("5", leastTextZoom), std::pair("900", mostTextZoom), std::pair("x", 100)}) {
        writeFile(QByteArray("[view]\ntextZoom=") + written + "\ndensity=comfortable\n");
        const Settings settings(folder());
        QCOMPARE(settings.textZoom(), read);
        QCOMPARE(settings.density(), Density::Normal); // a word of earlier versions
    }
}

void TestSettings::doNotDisturbSurvives()
{
    const QDateTime until(QDate(2027, 1, 2), QTime(8, 0));
    {
        Settings settings(folder());
        QVERIFY(!settings.doNotDisturb().isValid());
        settings.setDoNotDisturb(until);
    }
    {
        Settings settings(folder());
        QCOMPARE(settings.doNotDisturb(), until);
        settings.setDoNotDisturb({});
    }
    QVERIFY(!Settings(folder()).doNotDisturb().isValid());
}

void TestSettings::timeDisplaySurvives()
{
    for (const QString &name : {u"Asia/Tokyo"_s, u"UTC"_s, u"local"_s}) {
        const TimeDisplay display{.isRelative = name == u"UTC"_s, .zone = zoneNamed(name)};
        {
            Settings settings(folder());
            settings.setTimeDisplay(display);
        }
        QVERIFY(Settings(folder()).timeDisplay() == display);
    }
    {
        QSettings raw(folder() + u"/tidings.ini"_s, QSettings::IniFormat);
        raw.setValue(u"view/timeZone"_s, u"Mars/Olympus"_s); // gone from the database
    }
    QVERIFY(Settings(folder()).timeDisplay().isLocal());
}

void TestSettings::pollIntervalIsClamped_data()
{
    QTest::addColumn<int>("given");
    QTest::addColumn<int>("expected");
    QTest::newRow("negative") << -1 << 5;
    QTest::newRow("lowest") << 5 << 5;
    QTest::newRow("highest") << 3600 << 3600;
    QTest::newRow("too long") << 3601 << 3600;
}

void TestSettings::pollIntervalIsClamped()
{
    QFETCH(const int, given);
    QFETCH(const int, expected);
    {
        Settings settings(folder());
        settings.setPollSeconds(given);
        QCOMPARE(settings.pollSeconds(), expected);
    }
    writeFile("[General]\nversion=1\n[feed]\npollSeconds=" + QByteArray::number(given) + "\n");
    QCOMPARE(Settings(folder()).pollSeconds(), expected);
}

void TestSettings::profilesSurvive()
{
    Profile first = exampleProfile();
    Profile second;
    second.name = u"Test"_s;
    second.server = u"http://127.0.0.1:9000"_s;
    {
        Settings settings(folder());
        first = settings.saveProfile(first);
        second = settings.saveProfile(second);
        QVERIFY(!first.id.isNull());
        QVERIFY(first.id != second.id);
        settings.setCurrentProfile(second.id);
    }
    const Settings settings(folder());
    QCOMPARE(settings.profiles().size(), 2);
    QVERIFY(settings.profiles().at(0) == first);
    QVERIFY(settings.profiles().at(1) == second);
    QCOMPARE(settings.profiles().at(0).userName, exampleProfile().userName);
    QCOMPARE(settings.profiles().at(1).colour, u"#2f5fd0"_s);
    QCOMPARE(settings.currentProfile(), second.id);
}

void TestSettings::profileIsReplacedAndRemoved()
{
    Settings settings(folder());
    Profile profile = settings.saveProfile(exampleProfile());
    const Profile other = settings.saveProfile(exampleProfile());
    profile.name = u"Renamed"_s;
    settings.saveProfile(profile);
    QCOMPARE(settings.profiles().size(), 2);
    QVERIFY(settings.profile(profile.id).has_value());
    QCOMPARE(settings.profile(profile.id)->name, u"Renamed"_s);
    settings.removeProfile(profile.id);
    QVERIFY(!settings.profile(profile.id));
    const Settings again(folder());
    QCOMPARE(again.profiles().size(), 1);
    QCOMPARE(again.profiles().constFirst().id, other.id);
}

void TestSettings::profileByName()
{
    Settings settings(folder());
    const Profile profile = settings.saveProfile(exampleProfile());
    QVERIFY(settings.profileNamed(u" production "_s).has_value());
    QCOMPARE(settings.profileNamed(u"PRODUCTION"_s)->id, profile.id);
    QVERIFY(!settings.profileNamed(u"prod"_s));
}

void TestSettings::currentProfileMustExist()
{
    Settings settings(folder());
    settings.setCurrentProfile(QUuid::createUuid());
    QVERIFY(settings.currentProfile().isNull());
    const Profile profile = settings.saveProfile(exampleProfile());
    settings.setCurrentProfile(profile.id);
    QCOMPARE(settings.currentProfile(), profile.id);
    settings.removeProfile(profile.id);
    QVERIFY(settings.currentProfile().isNull());
}

void TestSettings::serverTextIsCleaned_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("stored");
    QTest::newRow("as it is") << u"https://auth.example.org"_s << u"https://auth.example.org"_s;
    QTest::newRow("page and slash") << u"AUTH.example.org/if/admin/#/events"_s << u"https://auth.example.org"_s;
    QTest::newRow("password") << u"https://admin:hunter2@auth.example.org"_s << QString();
    QTest::newRow("token in a query") << u"http://auth.example.org/?token=opossum"_s << QString();
    QTest::newRow("not yet right") << u"http://auth.example.org"_s << u"http://auth.example.org"_s;
}

void TestSettings::serverTextIsCleaned()
{
    QFETCH(const QString, given);
    QFETCH(const QString, stored);
    Settings settings(folder());
    Profile profile = exampleProfile();
    profile.server = given;
    QCOMPARE(settings.saveProfile(profile).server, stored);
    QVERIFY(!contentOf(file()).contains("hunter2"));
    QVERIFY(!contentOf(file()).contains("opossum"));
    QCOMPARE(Settings(folder()).profiles().constFirst().server, stored);
}

void TestSettings::fingerprintIsCleaned_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("stored");
    const QString hex = QString(64, u'b');
    QTest::newRow("as it is") << hex << hex;
    QTest::newRow("as openssl prints it") << u"BB:"_s.repeated(31) + u"BB"_s << hex;
    QTest::newRow("too short") << hex.left(62) << QString();
    QTest::newRow("not hexadecimal") << QString(64, u'g') << QString();
}

void TestSettings::fingerprintIsCleaned()
{
    QFETCH(const QString, given);
    QFETCH(const QString, stored);
    Settings settings(folder());
    Profile profile = exampleProfile();
    profile.pinnedSha256 = given;
    QCOMPARE(settings.saveProfile(profile).pinnedSha256, stored);
}

void TestSettings::modesArePrivate()
{
    {
        Settings settings(folder());
        settings.saveProfile(exampleProfile());
        QCOMPARE(QFile::permissions(file()) & allPermissions,
            QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)
                & allPermissions);
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(QFile::setPermissions(folder(), allPermissions));
        settings.setPollSeconds(99);
        QVERIFY(settings.sync());
        QCOMPARE(QFile::permissions(file()) & allPermissions, QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(QFile::permissions(folder()) & allPermissions,
            QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QCOMPARE(QFile::permissions(file()) & allPermissions, QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
}

void TestSettings::wrongValuesFallBack()
{
    writeFile(
        "[General]\nversion=1\ncurrentProfile=nonsense\n"
        "[view]\nlanguage=../../etc\nappearance=plaid\ndensity=@Invalid()\n"
        "[feed]\npollSeconds=soon\n"
        "[profiles]\nsize=2\n1\\id=nonsense\n1\\name=One\n1\\colour=red\n1\\pinnedSha256=12\n2\\colour=#ffffff\n");
    const Settings settings(folder());
    QVERIFY(settings.brokenFile().isEmpty());
    QVERIFY(settings.currentProfile().isNull());
    QVERIFY(settings.language().isEmpty());
    QCOMPARE(settings.appearance(), Appearance::System);
    QCOMPARE(settings.density(), Density::Normal);
    QCOMPARE(settings.pollSeconds(), Settings::defaultPollSeconds);
    QCOMPARE(settings.profiles().size(), 1);
    const Profile profile = settings.profiles().constFirst();
    QVERIFY(!profile.id.isNull());
    QCOMPARE(profile.name, u"One"_s);
    QCOMPARE(profile.colour, u"#2f5fd0"_s);
    QVERIFY(profile.pinnedSha256.isEmpty());
}

void TestSettings::brokenFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not settings") << QByteArray("<html>\nnot what it seems\n</html>\n");
    QTest::newRow("binary") << QByteArray("[General]\nversion=1\n") + QByteArray(4, '\0');
    QTest::newRow("huge") << QByteArray("[General]\nversion=") + QByteArray(5 * 1024 * 1024, '1');
}

void TestSettings::brokenFileIsKeptAside()
{
    QFETCH(const QByteArray, content);
    writeFile(content);
    {
        Settings settings(folder());
        QCOMPARE(settings.brokenFile(), file() + u".broken"_s);
        QVERIFY(contentOf(settings.brokenFile()) == content);
        QVERIFY(settings.profiles().isEmpty());
        QCOMPARE(settings.pollSeconds(), Settings::defaultPollSeconds);
        settings.saveProfile(exampleProfile());
    }
    const Settings settings(folder());
    QVERIFY(settings.brokenFile().isEmpty());
    QCOMPARE(settings.profiles().size(), 1);
}

void TestSettings::folderInPlaceOfFile()
{
    QVERIFY(QDir().mkpath(file() + u"/inner"_s));
    Settings settings(folder());
    QCOMPARE(settings.brokenFile(), file() + u".broken"_s);
    QVERIFY(QFileInfo::exists(settings.brokenFile() + u"/inner"_s));
    settings.setPollSeconds(60);
    QVERIFY(settings.sync());
    QVERIFY(QFileInfo(file()).isFile());
}

void TestSettings::brokenFileReplacesOlderOne()
{
    writeFile("first\n");
    QCOMPARE(contentOf(Settings(folder()).brokenFile()), "first\n");
    writeFile("second\n");
    QCOMPARE(contentOf(Settings(folder()).brokenFile()), "second\n");
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList({u"tidings.ini"_s, u"tidings.ini.broken"_s}));
}

void TestSettings::unwritableFolder()
{
    // A file where the folder should be: unwritable for root, too.
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Settings settings(folder());
    const Profile profile = settings.saveProfile(exampleProfile());
    settings.setPollSeconds(60);
    QVERIFY(!settings.sync());
    QCOMPARE(settings.pollSeconds(), 60);
    QCOMPARE(settings.profiles(), QList<Profile>({profile}));
}

void TestSettings::endlessProfileCount()
{
    writeFile("[General]\nversion=1\n[profiles]\nsize=2147483647\n1\\name=One\n");
    QCOMPARE(Settings(folder()).profiles().size(), 1);
    writeFile("[General]\nversion=1\n[profiles]\nsize=-5\n1\\name=One\n");
    QCOMPARE(Settings(folder()).profiles().size(), 0);
}

void TestSettings::fileWithoutVersion()
{
    writeFile("[profiles]\nsize=1\n1\\name=From a template\n1\\server=auth.example.org\n");
    const Profile first = Settings(folder()).profiles().value(0);
    QCOMPARE(first.name, u"From a template"_s);
    QCOMPARE(first.server, u"https://auth.example.org"_s);
    QVERIFY(!first.id.isNull());
    QVERIFY(contentOf(file()).contains("version=1"));
    QCOMPARE(Settings(folder()).profiles(), QList<Profile>({first}));
}

void TestSettings::fileOfLaterVersion()
{
    writeFile("[General]\nversion=7\n[feed]\npollSeconds=44\nmood=calm\n");
    {
        Settings settings(folder());
        QCOMPARE(settings.pollSeconds(), 44);
        settings.saveProfile(exampleProfile());
    }
    QVERIFY(contentOf(file()).contains("version=7"));
    QVERIFY(contentOf(file()).contains("mood=calm"));
}

void TestSettings::languageCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("valid");
    QTest::newRow("de") << u"de"_s << true;
    QTest::newRow("pt_BR") << u"pt_BR"_s << true;
    QTest::newRow("zh-Hans-CN") << u"zh-Hans-CN"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("path") << u"../de"_s << false;
    QTest::newRow("newline") << u"de\n"_s << false;
}

void TestSettings::languageCodes()
{
    QFETCH(const QString, code);
    QFETCH(const bool, valid);
    QCOMPARE(isLanguageCode(code), valid);
    Settings settings(folder());
    settings.setLanguage(code);
    QCOMPARE(settings.language(), valid ? code : QString());
}

void TestSettings::secretKeyNames_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("place");
    QTest::newRow("plain") << u"https://auth.example.org"_s << u"https://auth.example.org:443"_s;
    QTest::newRow("spelled otherwise") << u" HTTPS://Auth.Example.org:443/if/admin/"_s
                                       << u"https://auth.example.org:443"_s;
    QTest::newRow("port") << u"https://auth.example.org:9443/"_s << u"https://auth.example.org:9443"_s;
    QTest::newRow("sub-path") << u"https://auth.example.org/sso/"_s << u"https://auth.example.org:443/sso"_s;
    QTest::newRow("escapes") << u"https://auth.example.org/a%202"_s << u"https://auth.example.org:443/a%202"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:9000"_s << u"http://127.0.0.1:9000"_s;
    QTest::newRow("not an address") << u"nowhere at all"_s << u"-"_s;
}

void TestSettings::secretKeyNames()
{
    QFETCH(const QString, server);
    QFETCH(const QString, place);
    Profile profile;
    profile.id = QUuid::fromString(u"6a1f3c52-0d7e-4b1b-9f0e-2c4d5e6f7a8b"_s);
    profile.server = server;
    const QString expected = u"org.tidings.Tidings/"_s + place + u"/6a1f3c52-0d7e-4b1b-9f0e-2c4d5e6f7a8b"_s;
    QCOMPARE(secretKey(profile), expected);
}

void TestSettings::secretKeyIsNeverTooLong()
{
    Profile profile = exampleProfile();
    profile.id = QUuid::createUuid();
    QSet<QString> keys;
    for (int length = 1; length < 600; ++length) {
        profile.server = u"https://auth.example.org/"_s + QString(length, u'x');
        const QString key = secretKey(profile);
        QVERIFY2(key.size() < 256, qPrintable(key));
        QVERIFY(key.endsWith(profile.id.toString(QUuid::WithoutBraces)));
        keys.insert(key);
    }
    QCOMPARE(keys.size(), 599);
}

void TestSettings::secretKeyChangesWithTheServer()
{
    Profile profile = exampleProfile();
    profile.id = QUuid::createUuid();
    const QString key = secretKey(profile);
    Profile renamed = profile;
    renamed.name = u"Other"_s;
    renamed.userName = u"someone"_s;
    QCOMPARE(secretKey(renamed), key);
    Profile moved = profile;
    moved.server = u"https://evil.example.org/sso"_s;
    QVERIFY(secretKey(moved) != key);
    Profile twin = profile;
    twin.id = QUuid::createUuid();
    QVERIFY(secretKey(twin) != key);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
