// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include "serveraddress.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr qint64 maxFileSize = 4 * 1024 * 1024;
constexpr qsizetype maxSecretKeyLength = 255;
constexpr auto privateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto privateFolder = privateFile | QFile::ExeOwner;
constexpr auto defaultColour = "#2f5fd0"_L1;

enum class Key {
    Version,
    CurrentProfile,
    Language,
    Appearance,
    Density,
    TextZoom,
    TimeZone,
    RelativeTimes,
    PollSeconds
};

constexpr QLatin1StringView nameOf(Key key)
{
    switch (key) {
    case Key::Version:
        return "version"_L1;
    case Key::CurrentProfile:
        return "currentProfile"_L1;
    case Key::Language:
        return "view/language"_L1;
    case Key::Appearance:
        return "view/appearance"_L1;
    case Key::Density:
        return "view/density"_L1;
    case Key::TextZoom:
        return "view/textZoom"_L1;
    case Key::TimeZone:
        return "view/timeZone"_L1;
    case Key::RelativeTimes:
        return "view/relativeTimes"_L1;
    case Key::PollSeconds:
        return "feed/pollSeconds"_L1;
    }
    return {};
}

constexpr QLatin1StringView nameOf(UiState which)
{
    switch (which) {
    case UiState::WindowGeometry:
        return "state/windowGeometry"_L1;
    case UiState::WindowState:
        return "state/window"_L1;
    case UiState::EventsSplitter:
        return "state/eventsSplitter"_L1;
    case UiState::EventsHeader:
        return "state/eventsHeader"_L1;
    case UiState::EventsHistogram:
        return "state/eventsHistogram"_L1;
    case UiState::InboxSplitter:
        return "state/inboxSplitter"_L1;
    case UiState::InboxHeader:
        return "state/inboxHeader"_L1;
    }
    return {};
}

constexpr std::array appearances{"system"_L1, "light"_L1, "dark"_L1};
constexpr std::array densities{"normal"_L1, "compact"_L1, "roomy"_L1};

template <class Enum, std::size_t N> Enum enumFrom(const QString &word, const std::array<QLatin1StringView, N> &words)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? Enum{} : static_cast<Enum>(found - words.begin());
}

template <class Enum, std::size_t N> QString wordFor(Enum value, const std::array<QLatin1StringView, N> &words)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? words.at(index) : words.front();
}

QString cleanServer(const QString &text)
{
    if (const auto address = ServerAddress::parse(text))
        return address->toString();
    // Half an address is kept, to be corrected by its owner; what may carry a password or a token is not.
    static const QRegularExpression mayCarrySecret(u"[@?#]"_s);
    return text.contains(mayCarrySecret) ? QString() : text.trimmed();
}

QString cleanColour(const QString &text)
{
    static const QRegularExpression colour(u"\\A#[0-9a-f]{6}\\z"_s);
    const QString lower = text.toLower();
    return colour.match(lower).hasMatch() ? lower : QString(defaultColour);
}

QString cleanFingerprint(QString text)
{
    static const QRegularExpression separators(u"[:\\s]"_s);
    static const QRegularExpression digits(u"\\A[0-9a-f]{64}\\z"_s);
    text = text.remove(separators).toLower();
    return digits.match(text).hasMatch() ? text : QString();
}

Profile cleaned(Profile profile)
{
    if (profile.id.isNull())
        profile.id = QUuid::createUuid();
    profile.name = profile.name.simplified();
    profile.colour = cleanColour(profile.colour);
    profile.server = cleanServer(profile.server);
    profile.pinnedSha256 = cleanFingerprint(profile.pinnedSha256);
    return profile;
}

// Whether the first line that says anything is one of an INI file. Later odd lines are skipped by QSettings.
bool beginsAsIni(const QByteArray &content)
{
    for (const QByteArray &each : content.split('\n')) {
        const QByteArray line = each.trimmed();
        if (!line.isEmpty() && !line.startsWith(';') && !line.startsWith('#'))
            return line.startsWith('[') || line.contains('=');
    }
    return true;
}

// QSettings reads almost anything without complaint, and all of it into memory.
bool looksLikeSettings(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!info.exists())
        return !info.isSymLink();
    if (!info.isFile() || info.size() > maxFileSize)
        return false;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray content = file.read(maxFileSize);
    return file.error() == QFile::NoError && !content.contains('\0') && beginsAsIni(content);
}

} // namespace

QString secretKey(const Profile &profile)
{
    const QString id = profile.id.toString(QUuid::WithoutBraces);
    QString place = u"-"_s;
    if (const auto address = ServerAddress::parse(profile.server)) {
        place = address->origin() + QUrl(address->toString(), QUrl::StrictMode).path(QUrl::FullyEncoded);
        while (place.endsWith(u'/'))
            place.chop(1);
    }
    const QString key = u"org.tidings.Tidings/%1/%2"_s;
    if (key.size() + place.size() + id.size() > maxSecretKeyLength) {
        place = QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex());
    }
    return key.arg(place, id);
}

bool isLanguageCode(const QString &code)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}\\z"_s);
    return pattern.match(code).hasMatch();
}

QString Settings::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/tidings"_s;
}

Settings::Settings(const QString &folder)
    : m_folder(folder)
    , m_fileName(folder + u"/tidings.ini"_s)
{
    QDir().mkpath(m_folder);
    if (!looksLikeSettings(m_fileName))
        m_brokenFile = m_fileName + u".broken"_s;
    else
        open();
    if (m_settings && m_settings->status() != QSettings::NoError) {
        m_settings.reset();
        m_brokenFile = m_fileName + u".broken"_s;
    }
    if (!m_settings) {
        if (QFileInfo(m_brokenFile).isDir())
            QDir(m_brokenFile).removeRecursively();
        else
            QFile::remove(m_brokenFile);
        if (!QFile::rename(m_fileName, m_brokenFile) && !QDir().rename(m_fileName, m_brokenFile))
            m_brokenFile = m_fileName;
        open();
    }
    loadProfiles();
    migrate();
}

Settings::~Settings()
{
    sync();
}

void Settings::open()
{
    // The file is there with its mode before the first value: QSettings keeps the mode of what it replaces.
    QFile file(m_fileName);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile))
        file.close();
    m_settings = std::make_unique<QSettings>(m_fileName, QSettings::IniFormat);
}

bool Settings::sync()
{
    m_settings->sync();
    QFile::setPermissions(m_fileName, privateFile);
    QFile::setPermissions(m_folder, privateFolder);
    return m_settings->status() == QSettings::NoError;
}

void Settings::loadProfiles()
{
    QSet<QUuid> seen;
    const int count = std::min(m_settings->beginReadArray(u"profiles"_s), maxProfiles);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        Profile profile;
        profile.id = QUuid::fromString(m_settings->value(u"id"_s).toString());
        profile.name = m_settings->value(u"name"_s).toString();
        profile.colour = m_settings->value(u"colour"_s).toString();
        profile.server = m_settings->value(u"server"_s).toString();
        profile.caFile = m_settings->value(u"caFile"_s).toString();
        profile.pinnedSha256 = m_settings->value(u"pinnedSha256"_s).toString();
        profile.userName = m_settings->value(u"userName"_s).toString();
        if (profile.name.isEmpty() && profile.server.isEmpty())
            continue;
        if (seen.contains(profile.id))
            profile.id = QUuid();
        profile = cleaned(profile);
        seen.insert(profile.id);
        m_profiles.append(profile);
    }
    m_settings->endArray();
}

void Settings::storeProfiles()
{
    m_settings->remove(u"profiles"_s);
    m_settings->beginWriteArray(u"profiles"_s, static_cast<int>(m_profiles.size()));
    for (int i = 0; i < m_profiles.size(); ++i) {
        const Profile &profile = m_profiles.at(i);
        m_settings->setArrayIndex(i);
        m_settings->setValue(u"id"_s, profile.id.toString(QUuid::WithoutBraces));
        m_settings->setValue(u"name"_s, profile.name);
        m_settings->setValue(u"colour"_s, profile.colour);
        m_settings->setValue(u"server"_s, profile.server);
        m_settings->setValue(u"caFile"_s, profile.caFile);
        m_settings->setValue(u"pinnedSha256"_s, profile.pinnedSha256);
        m_settings->setValue(u"userName"_s, profile.userName);
    }
    m_settings->endArray();
    sync();
}

// Version 0 is a file without a version: written by hand or by a deployment tool. Its profiles need no ids; they get
// lasting ones here. A file of a later version is used as far as it is understood and keeps its number.
void Settings::migrate()
{
    bool isNumber = false;
    const int version = m_settings->value(nameOf(Key::Version)).toInt(&isNumber);
    if (isNumber && version >= currentVersion)
        return;
    m_settings->setValue(nameOf(Key::Version), currentVersion);
    storeProfiles();
}

std::optional<Profile> Settings::profile(const QUuid &id) const
{
    const auto found
        = std::find_if(m_profiles.begin(), m_profiles.end(), [&id](const Profile &each) { return each.id == id; });
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> Settings::profileNamed(const QString &name) const
{
    const QString wanted = name.simplified();
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
        [&wanted](const Profile &each) { return each.name.compare(wanted, Qt::CaseInsensitive) == 0; });
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

Profile Settings::saveProfile(Profile profile)
{
    profile = cleaned(std::move(profile));
    const auto found = std::find_if(
        m_profiles.begin(), m_profiles.end(), [&profile](const Profile &each) { return each.id == profile.id; });
    if (found == m_profiles.end())
        m_profiles.append(profile);
    else
        *found = profile;
    storeProfiles();
    return profile;
}

void Settings::removeProfile(const QUuid &id)
{
    m_profiles.removeIf([&id](const Profile &each) { return each.id == id; });
    storeProfiles();
}

QUuid Settings::currentProfile() const
{
    const QUuid id = QUuid::fromString(m_settings->value(nameOf(Key::CurrentProfile)).toString());
    return profile(id) ? id : QUuid();
}

void Settings::setCurrentProfile(const QUuid &id)
{
    m_settings->setValue(nameOf(Key::CurrentProfile), id.toString(QUuid::WithoutBraces));
}

QByteArray Settings::uiState(UiState which) const
{
    return m_settings->value(nameOf(which)).toByteArray();
}

void Settings::setUiState(UiState which, const QByteArray &state)
{
    m_settings->setValue(nameOf(which), state);
}

QString Settings::language() const
{
    const QString code = m_settings->value(nameOf(Key::Language)).toString();
    return isLanguageCode(code) ? code : QString();
}

void Settings::setLanguage(const QString &code)
{
    m_settings->setValue(nameOf(Key::Language), isLanguageCode(code) ? code : QString());
}

Appearance Settings::appearance() const
{
    return enumFrom<Appearance>(m_settings->value(nameOf(Key::Appearance)).toString(), appearances);
}

void Settings::setAppearance(Appearance appearance)
{
    m_settings->setValue(nameOf(Key::Appearance), wordFor(appearance, appearances));
}

TimeDisplay Settings::timeDisplay() const
{
    return {.isRelative = m_settings->value(nameOf(Key::RelativeTimes)).toBool(),
        .zone = zoneNamed(m_settings->value(nameOf(Key::TimeZone)).toString())};
}

void Settings::setTimeDisplay(const TimeDisplay &display)
{
    m_settings->setValue(nameOf(Key::RelativeTimes), display.isRelative);
    m_settings->setValue(nameOf(Key::TimeZone), zoneName(display));
}

Density Settings::density() const
{
    return enumFrom<Density>(m_settings->value(nameOf(Key::Density)).toString(), densities);
}

void Settings::setDensity(Density density)
{
    m_settings->setValue(nameOf(Key::Density), wordFor(density, densities));
}

int Settings::textZoom() const
{
    bool isNumber = false;
    const int percent = m_settings->value(nameOf(Key::TextZoom)).toInt(&isNumber);
    return isNumber ? std::clamp(percent, leastTextZoom, mostTextZoom) : 100;
}

void Settings::setTextZoom(int percent)
{
    m_settings->setValue(nameOf(Key::TextZoom), std::clamp(percent, leastTextZoom, mostTextZoom));
}

int Settings::pollSeconds() const
{
    bool isNumber = false;
    const int seconds = m_settings->value(nameOf(Key::PollSeconds)).toInt(&isNumber);
    return isNumber ? std::clamp(seconds, minPollSeconds, maxPollSeconds) : defaultPollSeconds;
}

void Settings::setPollSeconds(int seconds)
{
    m_settings->setValue(nameOf(Key::PollSeconds), std::clamp(seconds, minPollSeconds, maxPollSeconds));
}

} // namespace tidings
