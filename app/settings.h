// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"
#include "preferences.h"
#include "timedisplay.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSettings>
#include <QString>
#include <QUuid>

#include <memory>
#include <optional>

namespace tidings {

// One server and the person signed in to it. Never holds a secret.
struct Profile
{
    QUuid id;
    QString name;
    QString colour; // "#rrggbb"; anything else becomes the default colour
    QString server; // as ServerAddress::toString() once it parses
    QString caFile; // PEM file with the server's own authority, or empty
    QString pinnedSha256; // 64 lower-case hex digits, or empty; colons, blanks and capitals are accepted and dropped
    QString userName; // who the server last said we are
    bool operator==(const Profile &) const = default;
};

// Name of a profile's token in a SecretStore: application id, origin, sub-path and profile id. At most 255 characters.
// The same for every spelling of one address, and another one for another server: a profile that is pointed elsewhere
// does not take its token along.
QString secretKey(const Profile &profile);

// "de", "pt_BR", "zh-Hans"
bool isLanguageCode(const QString &code);

// Where windows and their parts were left: the bytes of saveGeometry() and saveState(). Their meaning is the widgets'.
enum class UiState {
    WindowGeometry,
    WindowState,
    EventsSplitter,
    EventsHeader,
    EventsHistogram,
    InboxSplitter,
    InboxHeader
};

// What is remembered between two runs, in one INI file. Setters write through; what the file says wrongly falls back to
// the default value by value. A file that cannot be read as settings at all is renamed to "….broken" and a new one
// begun. The file is 0600 and its folder, which belongs to Tidings alone, 0700.
class Settings
{
public:
    static constexpr int currentVersion = 1;
    static constexpr int minPollSeconds = 5;
    static constexpr int maxPollSeconds = 3600;
    static constexpr int defaultPollSeconds = 30;
    static constexpr int maxProfiles = 200;

    // ~/.config/tidings, or what XDG_CONFIG_HOME makes of it.
    static QString defaultFolder();

    explicit Settings(const QString &folder = defaultFolder());
    ~Settings();
    Q_DISABLE_COPY_MOVE(Settings)

    [[nodiscard]] QString fileName() const { return m_fileName; }
    // Where a file that could not be read was moved to; empty if all was well.
    [[nodiscard]] QString brokenFile() const { return m_brokenFile; }

    // Writes now. False if the file cannot be written; values then last as long as this object.
    bool sync();

    [[nodiscard]] QList<Profile> profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<Profile> profile(const QUuid &id) const;
    // The first with this name, compared without case.
    [[nodiscard]] std::optional<Profile> profileNamed(const QString &name) const;
    // Adds the profile, or replaces the one with its id; a null id gets a new one. Returns it as it was stored.
    Profile saveProfile(Profile profile);
    // Not its token: that is the caller's to remove.
    void removeProfile(const QUuid &id);

    // Null if none was chosen or it is gone.
    [[nodiscard]] QUuid currentProfile() const;
    void setCurrentProfile(const QUuid &id);

    [[nodiscard]] QByteArray uiState(UiState which) const;
    void setUiState(UiState which, const QByteArray &state);

    // Empty: the language of the system.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    // In a zone that is not known here: local time.
    [[nodiscard]] TimeDisplay timeDisplay() const;
    void setTimeDisplay(const TimeDisplay &display);

    [[nodiscard]] Density density() const;
    void setDensity(Density density);

    [[nodiscard]] int textZoom() const; // percent
    void setTextZoom(int percent);

    [[nodiscard]] int pollSeconds() const;
    void setPollSeconds(int seconds);

    // All but autostart and startHidden, which a file of the desktop's says.
    [[nodiscard]] Preferences preferences() const;
    void setPreferences(const Preferences &preferences);
    // Whether the user was told that a closed window leaves the program in the tray.
    [[nodiscard]] bool wasTrayExplained() const;
    void setTrayExplained();
    // Do not disturb until then, local time; invalid: off.
    [[nodiscard]] QDateTime doNotDisturb() const;
    void setDoNotDisturb(const QDateTime &until);

private:
    void open();
    void loadProfiles();
    void storeProfiles();
    void migrate();

    QString m_folder;
    QString m_fileName;
    QString m_brokenFile;
    std::unique_ptr<QSettings> m_settings;
    QList<Profile> m_profiles;
};

} // namespace tidings
