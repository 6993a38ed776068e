// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace tidings {

// GET root/config/, answered without a token: proves that this is an authentik API.
struct RootConfig
{
    QStringList capabilities; // "can_geo_ip", "is_enterprise", …
    bool operator==(const RootConfig &) const = default;
};

// GET core/users/me/: the owner of the token.
struct CurrentUser
{
    qint64 pk = 0;
    QString username;
    QString name;
    QString email;
    bool isSuperuser = false;
    bool operator==(const CurrentUser &) const = default;
};

// GET admin/version/. Versions are YYYY.M.P and may carry "-rc1".
struct VersionInfo
{
    QString current;
    QString latest;
    bool outdated = false;
    bool operator==(const VersionInfo &) const = default;
};

// A release as a number pair; patch levels do not matter to us.
struct Release
{
    int year = 0;
    int month = 0;
    static std::optional<Release> parse(const QString &version);
    auto operator<=>(const Release &) const = default; // NOLINT(modernize-use-nullptr): of the generated code
};

// One entry of GET events/events/actions/.
struct ActionInfo
{
    QString value; // the machine value; the server puts it into `component`
    QString label; // English
    bool operator==(const ActionInfo &) const = default;
};

// One bucket of GET events/events/volume/. Servers up to 2025.4 do not tell the action.
struct VolumeBucket
{
    QString action;
    qint64 time = 0; // start, microseconds since the epoch
    qint64 count = 0;
    bool operator==(const VolumeBucket &) const = default;
};

// One row of GET events/events/top_per_user/.
struct TopApplication
{
    QString application;
    qint64 events = 0;
    qint64 users = 0;
    bool operator==(const TopApplication &) const = default;
};

// Whether the token may do something. authentik does not tell write rights in advance: they are Unknown until a
// superuser is seen or a write is answered.
enum class Right { Unknown, Granted, Denied };

// What a server can do, found once at connect time and corrected by later answers. Newer features are used by
// capability, never by guess: an unknown version counts as the oldest.
struct ServerCapabilities
{
    QStringList knownActions; // of events/events/actions/; empty when unknown
    bool hasActionsParameter = false; // `actions`, authentik >= 2025.6
    bool answersAkql = false; // measured by a probe, not by version
    bool comparesJsonByType = false; // where it does: with numbers, True and False too; measured as well
    int maxPageSize = 100; // largest page that is asked for
    Right viewEvents = Right::Unknown;
    Right addEvents = Right::Unknown;
    Right changeEvents = Right::Unknown;
    Right deleteEvents = Right::Unknown;
    Right viewNotifications = Right::Unknown;

    bool operator==(const ServerCapabilities &) const = default;
};

struct ServerInfo
{
    QString version; // empty when the server does not tell
    QStringList configCapabilities;
    CurrentUser user;
    ServerCapabilities capabilities;
    qint64 eventCount = -1; // -1: not known
    qint64 unseenCount = -1;

    bool operator==(const ServerInfo &) const = default;
};

} // namespace tidings

Q_DECLARE_METATYPE(tidings::ServerInfo)
