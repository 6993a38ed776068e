// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventrepository.h"
#include "demohttp.h"

#include <optional>
#include <string>
#include <variant>

namespace tidings::demo {

/// What a request wants written to an event; fields that it does not name are empty. JSON fields are as the client
/// wrote them.
struct EventChange
{
    std::optional<std::string> user;
    std::optional<std::string> action;
    std::optional<std::string> app;
    std::optional<std::string> context;
    std::optional<std::string> brand;
    std::optional<std::optional<std::string>> clientIp;
    std::optional<qint64> expires;

    void applyTo(StoredEvent &event) const;
};

/// What a request wants written to a notification.
struct NotificationChange
{
    std::optional<bool> seen;
    std::optional<std::optional<std::string>> hyperlink;
    std::optional<std::optional<std::string>> hyperlinkLabel;
};

/// Checks a body like authentik's serializer; the reply is a 400 (or 415, or 500) with its texts. \p isPartial: PATCH.
std::variant<EventChange, HttpReply> readEventChange(
    const HttpRequest &request, const DemoTables &tables, bool isPartial);
std::variant<NotificationChange, HttpReply> readNotificationChange(const HttpRequest &request, DemoRelease release);

} // namespace tidings::demo
