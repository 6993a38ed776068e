// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventapi.h"
#include "demohttp.h"
#include "demonotificationapi.h"
#include "demooptions.h"

#include <string>
#include <string_view>

namespace tidings::demo {

/// Finds the endpoint of a request and answers it, the way Django and Django REST framework do: redirect for a missing
/// slash, then authentication, then the method, then rights and contents. 401 is never used.
class Router
{
public:
    Router(EventApi &events, NotificationApi &notifications, const DemoOptions &options, std::string token);
    HttpReply answer(const HttpRequest &request);

private:
    enum class Endpoint {
        None,
        Config,
        Me,
        Version,
        EventList,
        EventDetail,
        EventActions,
        EventVolume,
        EventStats,
        EventTopPerUser,
        EventPerMonth,
        NotificationList,
        NotificationDetail,
        MarkAllSeen,
    };
    struct Target
    {
        Endpoint endpoint = Endpoint::None;
        std::string_view id;
    };
    Target targetOf(std::string_view path) const;
    static std::string allowedMethods(Endpoint endpoint);
    /// What is wrong with the credentials, or an empty text.
    std::string_view problemWith(const std::string &authorization, Endpoint endpoint) const;
    HttpReply dispatch(const Target &target, const HttpRequest &request);

    EventApi &m_events;
    NotificationApi &m_notifications;
    DemoRelease m_release;
    DemoRights m_rights;
    std::string m_token;
};

} // namespace tidings::demo
