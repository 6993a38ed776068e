// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demohttp.h"
#include "demonotifications.h"
#include "demooptions.h"

#include <string_view>

namespace tidings::demo {

/// Answers everything below /api/v3/events/notifications/ for a caller whose token was accepted. A superuser sees the
/// notifications of everybody, all others only their own; nobody gets a 403 here.
class NotificationApi
{
public:
    NotificationApi(NotificationRepository &notifications, const EventRepository &events, DemoRights rights, int ownPk);

    HttpReply list(const HttpRequest &request) const;
    HttpReply detail(const HttpRequest &request, std::string_view id);
    HttpReply markAllSeen();

private:
    bool isVisible(const NotificationRepository::Row &row) const;

    NotificationRepository &m_notifications;
    const EventRepository &m_events;
    DemoRights m_rights;
    int m_ownPk;
};

} // namespace tidings::demo
