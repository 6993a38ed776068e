// SPDX-License-Identifier: GPL-3.0-or-later
#include "demometaapi.h"

#include "demojson.h"

namespace tidings::demo {

namespace {

struct Owner
{
    int pk;
    std::string_view username;
    std::string_view name;
    std::string_view email;
    std::string_view type;
};

Owner ownerOf(DemoRights rights)
{
    switch (rights) {
    case DemoRights::Edit:
        return {5, "akadmin", "authentik Default Admin", "admin@example.org", "internal"};
    case DemoRights::View:
        return {6, "audit-viewer", "Audit viewer", "", "service_account"};
    case DemoRights::None:
        break;
    }
    return {7, "guest", "Guest", "guest@example.org", "external"};
}

} // namespace

int ownPk(DemoRights rights)
{
    return ownerOf(rights).pk;
}

HttpReply rootConfig(DemoRelease release)
{
    std::string capabilities = R"("can_save_media","can_geo_ip","can_asn","can_impersonate")";
    if (release >= DemoRelease::V2026_8)
        capabilities += R"(,"can_save_reports","can_request")";
    return HttpReply::json(
        R"({"error_reporting":{"enabled":false,"sentry_dsn":"","environment":"customer","send_pii":false,"traces_sample_rate":0.0},)"
        R"("capabilities":[)"
        + capabilities + R"(],"cache_timeout":300,"cache_timeout_flows":300,"cache_timeout_policies":300)"
        + (release < DemoRelease::V2026_8 ? R"(,"cache_timeout_reputation":300})" : "}"));
}

HttpReply currentUser(DemoRelease release, DemoRights rights)
{
    const Owner owner = ownerOf(rights);
    const bool isAdmin = rights == DemoRights::Edit;
    const bool isNew = release >= DemoRelease::V2026_8;
    std::string user = R"({"pk":)" + std::to_string(owner.pk) + R"(,"username":)" + jsonString(owner.username)
        + R"(,"name":)" + jsonString(owner.name) + R"(,"is_active":true,"is_superuser":)"
        + (isAdmin ? "true" : "false");
    if (isNew)
        user += R"(,"is_current":true)";
    user += R"(,"groups":)";
    user += isAdmin ? R"([{"name":"authentik Admins","pk":"5c3a4f0e-6d1b-4c2a-9e8f-7a6b5c4d3e2f"}])" : "[]";
    if (isNew) {
        user += R"(,"roles":)";
        user += rights == DemoRights::View ? R"([{"name":"Event viewers","pk":"0f1e2d3c-4b5a-4968-8776-655443322110"}])"
                                           : "[]";
    }
    if (!owner.email.empty())
        user += R"(,"email":)" + jsonString(owner.email);
    user
        += R"(,"avatar":"data:image/svg+xml;base64,PHN2Zy8+","uid":"6c8349cc7260ae62e3b1396831a8398f45ea0c","settings":{},"type":)"
        + jsonString(owner.type) + R"(,"system_permissions":)"
        + (isAdmin ? R"(["add_user_role","access_admin_interface","view_system_info"]})" : "[]}");
    std::string body = R"({"user":)" + user;
    if (isNew)
        body += R"(,"users":[)" + user + "]";
    return HttpReply::json(body + "}");
}

HttpReply versionInfo(DemoRelease release)
{
    const std::string version = jsonString(demoVersionText(release).toStdString());
    return HttpReply::json(R"({"version_current":)" + version + R"(,"version_latest":)" + version
        + R"(,"version_latest_valid":true,"build_hash":"","outdated":false,"outpost_outdated":false})");
}

} // namespace tidings::demo
