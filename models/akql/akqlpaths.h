// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringList>

/// The columns of authentik's events, and the paths into their JSON that people ask for. Which keys an event has
/// depends on its action; the names are those of authentik 2024.6 to 2026.8.
namespace tidings::akql::paths {

constexpr QLatin1StringView action{"action"};
constexpr QLatin1StringView app{"app"};
constexpr QLatin1StringView clientIp{"client_ip"};
constexpr QLatin1StringView created{"created"};
constexpr QLatin1StringView eventUuid{"event_uuid"};
constexpr QLatin1StringView username{"user.username"};
constexpr QLatin1StringView userEmail{"user.email"};
constexpr QLatin1StringView userPk{"user.pk"};
constexpr QLatin1StringView onBehalfOf{"user.on_behalf_of.username"};
constexpr QLatin1StringView brand{"brand.name"};
constexpr QLatin1StringView triedUsername{"context.username"};
constexpr QLatin1StringView message{"context.message"};
constexpr QLatin1StringView authMethod{"context.auth_method"};
constexpr QLatin1StringView application{"context.authorized_application.name"};
constexpr QLatin1StringView applicationPk{"context.authorized_application.pk"};
constexpr QLatin1StringView modelApp{"context.model.app"};
constexpr QLatin1StringView modelName{"context.model.model_name"};
constexpr QLatin1StringView modelPk{"context.model.pk"};
constexpr QLatin1StringView objectName{"context.model.name"};
constexpr QLatin1StringView country{"context.geo.country"};
constexpr QLatin1StringView city{"context.geo.city"};
constexpr QLatin1StringView continent{"context.geo.continent"};
constexpr QLatin1StringView asn{"context.asn.asn"};
constexpr QLatin1StringView asOrganisation{"context.asn.as_org"};
constexpr QLatin1StringView requestId{"context.http_request.request_id"};
constexpr QLatin1StringView requestPath{"context.http_request.path"};
constexpr QLatin1StringView requestMethod{"context.http_request.method"};
constexpr QLatin1StringView userAgent{"context.http_request.user_agent"};

/// All of them, columns first; what completion offers.
constexpr QLatin1StringView known[] = {action, app, clientIp, created, eventUuid, username, userEmail, userPk,
    onBehalfOf, brand, triedUsername, message, authMethod, application, applicationPk, modelApp, modelName, modelPk,
    objectName, country, city, continent, asn, asOrganisation, requestId, requestPath, requestMethod, userAgent};

inline QStringList split(QLatin1StringView path)
{
    return QString(path).split(u'.');
}

} // namespace tidings::akql::paths
