// SPDX-License-Identifier: GPL-3.0-or-later
#include "demorouter.h"

#include "demojson.h"
#include "demometaapi.h"

#include <QString>

namespace tidings::demo {

namespace {

constexpr std::string_view apiRoot = "/api/v3/";

/// Removes \p prefix from the front of \p text, if it is there.
bool takePrefix(std::string_view &text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Django's pattern for a lookup value: no slash and no dot.
bool isLookup(std::string_view text)
{
    return !text.empty() && text.find_first_of("/.") == std::string_view::npos;
}

bool contains(std::string_view list, std::string_view word)
{
    const std::string padded = ", " + std::string(list) + ",";
    return padded.find(", " + std::string(word) + ",") != std::string::npos;
}

} // namespace

Router::Router(EventApi &events, NotificationApi &notifications, const DemoOptions &options, std::string token)
    : m_events(events)
    , m_notifications(notifications)
    , m_release(options.release)
    , m_rights(options.rights)
    , m_token(std::move(token))
{
}

Router::Target Router::targetOf(std::string_view path) const
{
    if (!takePrefix(path, apiRoot) || path.empty() || path.back() != '/')
        return {};
    path.remove_suffix(1);
    if (path == "root/config")
        return {Endpoint::Config, {}};
    if (path == "core/users/me")
        return {Endpoint::Me, {}};
    if (path == "admin/version")
        return {Endpoint::Version, {}};
    if (path == "events/events")
        return {Endpoint::EventList, {}};
    if (path == "events/notifications")
        return {Endpoint::NotificationList, {}};
    if (takePrefix(path, "events/events/")) {
        if (path == "actions")
            return {Endpoint::EventActions, {}};
        if (path == "volume")
            return {Endpoint::EventVolume, {}};
        if (path == "top_per_user")
            return {Endpoint::EventTopPerUser, {}};
        if (path == "stats" && m_release >= DemoRelease::V2026_8)
            return {Endpoint::EventStats, {}};
        if (path == "per_month" && m_release < DemoRelease::V2025_10)
            return {Endpoint::EventPerMonth, {}};
        // Anything else is taken for the key of an event, also what other releases know.
        return isLookup(path) ? Target{Endpoint::EventDetail, path} : Target{};
    }
    if (takePrefix(path, "events/notifications/")) {
        if (path == "mark_all_seen")
            return {Endpoint::MarkAllSeen, {}};
        return isLookup(path) ? Target{Endpoint::NotificationDetail, path} : Target{};
    }
    return {};
}

std::string Router::allowedMethods(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::EventList:
        return "GET, POST, HEAD, OPTIONS";
    case Endpoint::EventDetail:
    case Endpoint::NotificationDetail:
        return "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";
    case Endpoint::MarkAllSeen:
        return "POST, OPTIONS";
    default:
        return "GET, HEAD, OPTIONS";
    }
}

std::string_view Router::problemWith(const std::string &authorization, Endpoint endpoint) const
{
    if (authorization.empty())
        return endpoint == Endpoint::Config ? std::string_view() : "Authentication credentials were not provided.";
    const QString header = QString::fromStdString(authorization).trimmed();
    const qsizetype blank = header.indexOf(u' ');
    if (header.left(blank).compare(QLatin1StringView("bearer"), Qt::CaseInsensitive) != 0)
        return "Unsupported authentication type";
    if (blank < 0 || header.mid(blank + 1).trimmed().toStdString() != m_token)
        return "Token invalid/expired";
    return {};
}

HttpReply Router::answer(const HttpRequest &request)
{
    const Target target = targetOf(request.path);
    if (target.endpoint == Endpoint::None) {
        if (request.path.empty() || request.path.back() == '/'
            || targetOf(request.path + "/").endpoint == Endpoint::None)
            return HttpReply::pageNotFound();
        HttpReply reply{301, "text/html; charset=utf-8", {}, {}};
        reply.headers.emplace_back("Location", request.path + "/" + request.rawQuery);
        return reply;
    }
    if (const std::string_view problem = problemWith(request.authorization, target.endpoint); !problem.empty())
        return HttpReply::detail(403, problem);
    const std::string allowed = allowedMethods(target.endpoint);
    HttpReply reply;
    if (!contains(allowed, request.method))
        reply = HttpReply::detail(405, "Method \"" + request.method + "\" not allowed.");
    else if (request.method == "OPTIONS")
        reply = HttpReply::json(
            R"({"name":"","description":"","renders":["application/json"],"parses":["application/json"]})");
    else
        reply = dispatch(target, request);
    reply.headers.emplace_back("Allow", allowed);
    return reply;
}

HttpReply Router::dispatch(const Target &target, const HttpRequest &request)
{
    switch (target.endpoint) {
    case Endpoint::Config:
        return rootConfig(m_release);
    case Endpoint::Me:
        return currentUser(m_release, m_rights);
    case Endpoint::Version:
        return versionInfo(m_release);
    case Endpoint::EventList:
        return request.method == "POST" ? m_events.create(request) : m_events.list(request);
    case Endpoint::EventDetail:
        return m_events.detail(request, target.id);
    case Endpoint::EventActions:
        return m_events.actions();
    case Endpoint::EventVolume:
        return m_events.volume(request);
    case Endpoint::EventStats:
        return m_events.stats(request);
    case Endpoint::EventTopPerUser:
        return m_events.topPerUser(request);
    case Endpoint::EventPerMonth:
        return m_events.perMonth(request);
    case Endpoint::NotificationList:
        return m_notifications.list(request);
    case Endpoint::NotificationDetail:
        return m_notifications.detail(request, target.id);
    case Endpoint::MarkAllSeen:
        return m_notifications.markAllSeen();
    case Endpoint::None:
        break;
    }
    return HttpReply::pageNotFound();
}

} // namespace tidings::demo
