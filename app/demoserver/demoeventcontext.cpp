// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventgenerator.h"
#include "demoids.h"
#include "demojson.h"
#include "demorandom.h"

#include <array>

namespace tidings::demo {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view executor = "/api/v3/flows/executor/default-authentication-flow/"sv;

/// Writes the members of one context; every member is followed by a comma until finish().
class ContextWriter
{
public:
    ContextWriter(std::string &out, const DemoTables &tables, const EventFacets &facets)
        : m_out(out)
        , m_tables(tables)
        , m_facets(facets)
        , m_more(mix(facets.bits ^ 0xc0ffee))
    {
        m_out += '{';
    }

    void finish()
    {
        if (m_out.back() == ',')
            m_out.pop_back();
        m_out += '}';
    }

    quint32 pick(quint32 count, int shift) const { return below(m_more >> shift, count); }
    template <std::size_t N> std::string_view choose(const std::array<std::string_view, N> &texts, int shift) const
    {
        return texts[pick(N, shift)];
    }

    void raw(std::string_view key, std::string_view json)
    {
        m_out += '"';
        m_out += key;
        m_out += "\":"sv;
        m_out += json;
        m_out += ',';
    }

    void text(std::string_view key, std::string_view value)
    {
        m_out += '"';
        m_out += key;
        m_out += "\":"sv;
        appendJsonString(m_out, value);
        m_out += ',';
    }

    void hex(std::string_view key, quint64 salt)
    {
        m_out += '"';
        m_out += key;
        m_out += "\":\""sv;
        appendHex(m_out, mix(m_more ^ salt));
        appendHex(m_out, mix(m_more ^ ~salt));
        m_out += "\","sv;
    }

    void where()
    {
        const int place = m_tables.addresses[m_facets.address].place;
        if (place >= 0)
            m_out += m_tables.places[static_cast<std::size_t>(place)].fragment;
        if (m_facets.device >= 0)
            raw("device", m_tables.devices[static_cast<std::size_t>(m_facets.device)].json);
    }

    void request(std::string_view method, std::string_view path, std::string_view args = "{}"sv)
    {
        m_out += R"("http_request":{"args":)"sv;
        m_out += args;
        m_out += R"(,"path":")"sv;
        m_out += path;
        m_out += R"(","method":")"sv;
        m_out += method;
        m_out += R"(","request_id":")"sv;
        appendHex(m_out, m_more);
        appendHex(m_out, mix(m_more));
        m_out += R"(","user_agent":)"sv;
        m_out += m_tables.userAgents[userAgent()];
        m_out += "},"sv;
    }

    const DemoTables &tables() const { return m_tables; }
    const EventFacets &facets() const { return m_facets; }
    std::string &out() { return m_out; }

    /// A user other than the actor that the event is about.
    const User &someUser() const { return m_tables.users[DemoTables::FirstPerson + pick(m_tables.personCount, 20)]; }
    const Application &someApplication() const
    {
        return m_tables.applications[pick(static_cast<quint32>(m_tables.applications.size()), 8)];
    }

private:
    std::size_t userAgent() const
    {
        const auto count = static_cast<quint32>(m_tables.userAgents.size());
        if (m_facets.user >= m_tables.firstServiceAccount)
            return 8 + pick(4, 4);
        return m_facets.action == LoginFailed ? pick(count, 4) : pick(8, 4);
    }

    std::string &m_out;
    const DemoTables &m_tables;
    const EventFacets &m_facets;
    quint64 m_more;
};

void writeLogin(ContextWriter &w)
{
    w.where();
    const bool service = w.facets().user >= w.tables().firstServiceAccount;
    const quint32 method = service ? 4 : w.pick(4, 30);
    w.raw("auth_method",
        std::array{R"("password")"sv, R"("auth_mfa")"sv, R"("auth_mfa")"sv, R"("auth_webauthn_pwl")"sv,
            R"("token")"sv}[method]);
    w.request(service ? "POST"sv : "GET"sv, executor, R"({"next":"/if/user/"})"sv);
    if (method == 1 || method == 2) {
        w.raw("auth_method_args",
            R"({"mfa_devices":[{"pk":9,"app":"authentik_stages_authenticator_totp","name":"TOTP phone 📱","model_name":"totpdevice"}],"known_device":true})"sv);
    } else {
        w.raw("auth_method_args", "{}"sv);
    }
}

void writeLoginFailed(ContextWriter &w)
{
    w.where();
    w.raw("stage",
        R"({"pk":"7e88f4a991c442c1a1335d80f0827d7f","app":"authentik_stages_password","name":"default-authentication-password","model_name":"passwordstage"})"sv);
    w.raw("password", R"("********************")"sv);
    if (w.facets().attemptedName >= 0)
        w.text("username", w.tables().attemptedNames[static_cast<std::size_t>(w.facets().attemptedName)]);
    else
        w.text("username", w.tables().users[static_cast<std::size_t>(w.facets().nameOfUser)].username);
    w.request("POST"sv, executor, R"({"next":"/"})"sv);
}

void writeAuthorize(ContextWriter &w)
{
    const Application &application = w.tables().applications[static_cast<std::size_t>(w.facets().application)];
    w.where();
    w.raw("flow", R"("53287faa8a644b6cb124cb602a84282f")"sv);
    w.raw("scopes", w.pick(2, 30) == 0 ? R"("openid profile email offline_access")"sv : R"("openid profile email")"sv);
    std::string args = R"({"client_id":")" + application.slug
        + R"(","scope":"openid profile email","redirect_uri":"https://)" + application.slug
        + R"(.example.org/oauth2/callback","response_type":"code"})";
    w.request("GET"sv, "/api/v3/flows/executor/default-provider-authorization-implicit-consent/"sv, args);
    w.raw("authorized_application", application.json);
}

void writeUserWrite(ContextWriter &w)
{
    const User &user = w.tables().users[w.facets().user];
    w.where();
    w.text("name", user.name);
    w.text("email", user.email);
    w.raw("created", w.pick(6, 30) == 0 ? "true"sv : "false"sv);
    w.text("username", user.username);
    w.raw("attributes",
        std::array{R"({"settings":{"locale":"de"}})"sv,
            R"({"department":"Büro ☕","employeeNumber":12345678901234567890})"sv,
            R"({"goauthentik.io/user/expires":null,"quota":1.50,"tags":["a","b",[],{}]})"sv}[w.pick(3, 34)]);
    w.request("POST"sv, "/api/v3/flows/executor/default-user-settings-flow/"sv);
}

void writeDiff(ContextWriter &w)
{
    switch (w.pick(8, 30)) {
    case 0:
        w.raw("diff",
            R"({"redirect_uris":{"new_value":[{"url":"https://wiki.example.org/oauth2/callback","matching_mode":"strict"}],"previous_value":[]},"access_token_validity":{"new_value":"minutes=10","previous_value":"minutes=5"}})"sv);
        break;
    case 1:
        w.raw("diff", R"({"users":{"add":[17,42]}})"sv);
        break;
    case 2:
        w.raw("diff", R"({"users":{"remove":[)" + std::to_string(w.someUser().pk) + "]}}");
        break;
    case 3:
        w.raw("diff", R"({"policies":{"clear":true}})"sv);
        break;
    case 4:
        w.raw("diff",
            R"({"client_secret":{"new_value":"********************","previous_value":"********************"},"name":{"new_value":"Nové jméno","previous_value":null},"attributes":{"new_value":{"a":{"b":[1,2.0,1e3]}},"previous_value":{}}})"sv);
        break;
    default:
        break; // without a licence there is no diff
    }
}

void writeModel(ContextWriter &w, std::string_view method)
{
    const ModelObject &object = w.tables().objects[static_cast<std::size_t>(w.facets().object)];
    if (w.facets().action == ModelUpdated) {
        writeDiff(w);
    } else if (w.facets().action == ModelCreated && w.pick(3, 30) == 0) {
        w.raw("diff", R"({"name":{"new_value":)" + jsonString(object.name) + R"(,"previous_value":null}})");
    }
    w.raw("model", object.json);
    w.where();
    w.request(method, "/api/v3/" + object.apiPath + "/");
}

void writePolicyRequest(ContextWriter &w)
{
    const Application &application = w.someApplication();
    w.raw("binding",
        R"({"pk":"2a91c37d5be84b0e8c1fd06f4a7e9b32","app":"authentik_policies","name":)"
            + jsonString("Binding - vpn-group-check #0 to Application " + application.name)
            + R"(,"model_name":"policybinding"})");
    w.raw("request",
        R"({"obj":)" + application.json + R"(,"user":)" + w.tables().users[w.facets().user].json
            + R"(,"debug":false,"context":{"geoip":{"lat":52.52,"city":"Berlin","long":13.405,"country":"DE","continent":"EU"}},"http_request":null})");
    w.hex("policy_uuid", 11);
}

void writePolicyException(ContextWriter &w)
{
    writePolicyRequest(w);
    w.raw("message", R"("Policy failed to execute")"sv);
    w.raw("exception",
        std::array{
            R"([{"frames":[{"name":"evaluate","lineno":3,"filename":"vpn-group-check"}],"exc_type":"KeyError","is_cause":false,"exc_value":"'department'"}])"sv,
            R"([{"frames":[{"name":"passes","lineno":120,"filename":"authentik/policies/process.py"},{"name":"evaluate","lineno":7,"filename":"deny-countries"}],"exc_type":"AttributeError","is_cause":false,"exc_value":"'NoneType' object has no attribute 'country'"},{"frames":[],"exc_type":"PolicyException","is_cause":true,"exc_value":"wrapped"}])"sv,
        }[w.pick(2, 30)]);
    w.where();
    w.request("GET"sv, "/application/o/authorize/"sv, R"({"client_id":"vpn","response_type":"code"})"sv);
}

void writePolicyExecution(ContextWriter &w)
{
    writePolicyRequest(w);
    const bool passing = w.pick(3, 30) != 0;
    w.raw("result",
        passing
            ? R"({"passing":true,"messages":[],"raw_result":"True"})"sv
            : R"({"passing":false,"messages":["Access denied outside of office hours","Bitte wenden Sie sich an den Helpdesk."],"raw_result":"False"})"sv);
    w.raw("message", R"("Policy Execution")"sv);
    w.where();
    w.request("GET"sv, "/application/o/authorize/"sv, R"({"client_id":"wiki"})"sv);
}

void writeEmail(ContextWriter &w)
{
    const User &user = w.someUser();
    const std::string address = user.email.empty() ? std::string("root@example.org") : user.email;
    std::string body = "<html><body><p>Hi " + user.name
        + ", use the link below to reset your password.</p><a "
          "href=\"https://auth.example.org/if/flow/recovery/?flow_token=";
    appendHex(body, mix(w.facets().bits));
    body += "\">Reset</a>";
    if (w.pick(8, 30) == 0) {
        for (int paragraph = 1; paragraph <= 120; ++paragraph) {
            body += "\n<p style=\"margin:0\">Absatz " + std::to_string(paragraph)
                + ": Dies ist eine automatisch erzeugte Nachricht. 自動送信メールです。 Не отвечайте на это "
                  "письмо.</p>";
        }
    }
    body += "</body></html>";
    w.text("body", body);
    w.text("message", "Email to " + address + " sent");
    w.text("subject", w.choose(std::array{"Reset your password"sv, "Invitation"sv, "Ваш код подтверждения"sv}, 36));
    w.raw("to_email", "[" + jsonString(address) + "]");
    w.raw("from_email", R"("authentik@example.org")"sv);
}

void writeMessage(ContextWriter &w, std::string_view message)
{
    w.text("message", message);
}

void writeSystemException(ContextWriter &w)
{
    writeMessage(w,
        "Traceback (most recent call last):\n  File \"/authentik/root/asgi.py\", line 90, in dispatch\n    return "
        "await inner()\n"
        "ConnectionError: Error 111 connecting to redis:6379. Connection refused."sv);
    w.raw("exception",
        R"([{"frames":[{"name":"dispatch","lineno":90,"filename":"/authentik/root/asgi.py"}],"exc_type":"ConnectionError","is_cause":false,"exc_value":"Error 111 connecting to redis:6379. Connection refused."}])"sv);
    w.where();
}

void writeTargets(ContextWriter &w)
{
    const Application &application = w.tables().applications[static_cast<std::size_t>(w.facets().target)];
    w.raw("model", w.tables().objects[static_cast<std::size_t>(w.facets().object)].json);
    w.raw("targets", "[" + application.json + "]");
    w.text("hyperlink", "/if/admin/#/requests/" + application.slug);
    w.raw("hyperlink_label", R"("Open request")"sv);
    w.where();
    w.request("POST"sv, "/api/v3/requests/"sv);
}

void writeReview(ContextWriter &w, std::string_view what)
{
    const ModelObject &object = w.tables().objects[static_cast<std::size_t>(w.facets().target)];
    w.text("message", std::string(what) + " " + object.name);
    w.raw("target", object.json);
    w.text("hyperlink", "https://auth.example.org/if/admin/#/lifecycle/" + object.pk);
    w.raw("hyperlink_label", R"("Go to review")"sv);
    w.hex("lifecycle_iteration", 12);
    w.where();
}

void writeConfigurationError(ContextWriter &w)
{
    const quint32 application = w.pick(static_cast<quint32>(w.tables().applications.size()), 8);
    w.text("message",
        w.choose(
            std::array{"Invalid client secret"sv,
                // NOLINTNEXTLINE(misc-misleading-bidirectional): what attackers type
                "Redirect URI mismatch: https://evil.example/\u202Egro.elpmaxe//:sptth"sv,
                "Failed to connect to LDAP source:\n  1. ad1.example.org: timed out\n  2. ad2.example.org: refused"sv},
            30));
    w.raw("provider",
        R"({"pk":)" + std::to_string(application + 1) + R"(,"app":"authentik_providers_oauth2","name":)"
            + jsonString("Provider for " + w.tables().applications[application].name)
            + R"(,"model_name":"oauth2provider"})");
    w.where();
    w.request("POST"sv, "/application/o/token/"sv);
}

void writeCustom(ContextWriter &w)
{
    switch (w.facets().action) {
    case KnownActionCount: // custom_vpn_connected
        w.raw("tunnel", R"("wg0")"sv);
        w.raw("mtu", "1420"sv);
        w.raw("rx_bytes", std::to_string(mix(w.facets().bits)));
        break;
    case KnownActionCount + 1: // custom_vpn_disconnected
        w.raw("tunnel", R"("wg0")"sv);
        w.raw("seconds", "36.0"sv);
        w.raw("reason", "null"sv);
        break;
    case KnownActionCount + 2: // custom_badge_swipe
        w.raw("badge", "12345678901234567890123"sv);
        w.raw("door", R"("Süd 2 🚪")"sv);
        w.raw("temperature", "1.0e1"sv);
        break;
    default:
        w.raw("policy", R"({"nested":{"deeper":{"deepest":[[[{"value":"\ud83d\ude00 \u0007 \u202e"}]]]}}})"sv);
        w.raw("<script>alert(1)</script>", R"("key with markup")"sv);
        break;
    }
    w.where();
    w.request("GET"sv, "/outpost.goauthentik.io/auth/nginx"sv);
}

void writeRare(ContextWriter &w)
{
    switch (w.facets().action) {
    case SuspiciousRequest:
        // NOLINTNEXTLINE(misc-misleading-bidirectional): what attackers type
        writeMessage(w, "Attempted to access unknown path ../../../../etc/passwd\u202E");
        w.raw("exception",
            R"([{"frames":[],"exc_type":"SuspiciousOperation","is_cause":false,"exc_value":"Attempted to access unknown path"}])"sv);
        w.where();
        w.request("GET"sv, "/static/..%2f..%2fetc/passwd"sv);
        return;
    case SecretView:
        w.raw("secret",
            R"({"pk":"1f0e3dad99908345f7439f8ffabdffc4","app":"authentik_core","name":"ci-deploy","model_name":"token"})"sv);
        w.where();
        w.request("GET"sv, "/api/v3/core/tokens/ci-deploy/view_key/"sv);
        return;
    case SecretRotate:
        w.raw("token",
            R"({"pk":"1f0e3dad99908345f7439f8ffabdffc4","app":"authentik_core","name":"ci-deploy","model_name":"token"})"sv);
        w.raw("message", R"("Token ci-deploy's secret was rotated.")"sv);
        w.where();
        return;
    case InvitationUsed:
        w.hex("invitation_uuid", 13);
        break;
    case SourceLinked:
        w.raw("source",
            R"({"pk":"8f14e45fceea467a8ad5b7c2a1c3d4e5","app":"authentik_sources_oauth","name":"GitHub","model_name":"oauthsource"})"sv);
        w.raw("message", R"("Linked Source")"sv);
        break;
    case ImpersonationStarted:
        w.text("reason", w.choose(std::array{"Ticket 4711: user cannot open Grafana"sv, "debug"sv, ""sv}, 30));
        w.where();
        w.request("POST"sv,
            "/api/v3/core/users/" + std::to_string(w.tables().users[w.facets().onBehalfOf].pk) + "/impersonate/");
        return;
    case ImpersonationEnded:
        w.where();
        w.request("GET"sv, "/api/v3/core/users/impersonate_end/"sv);
        return;
    case FlowExecution:
        w.raw("flow",
            R"({"pk":"53287faa8a644b6cb124cb602a84282f","app":"authentik_flows","name":"Welcome to authentik!","model_name":"flow"})"sv);
        break;
    case UserOffboarded:
        w.raw("model", w.tables().objects[static_cast<std::size_t>(w.facets().object)].json);
        writeMessage(w, "User was offboarded");
        return;
    case UpdateAvailable:
        w.raw("message", R"("New version 2026.8.4 available!")"sv);
        w.raw("changelog", R"("https://docs.example.org/releases/2026.8")"sv);
        w.raw("new_version", R"("2026.8.4")"sv);
        return;
    case ExportReady:
        w.raw("export",
            R"({"pk":"5a6b7c8d9e0f41a2b3c4d5e6f7081920","app":"authentik_reports","name":"DataExport object","model_name":"dataexport"})"sv);
        w.raw("message", R"("Event export generated successfully")"sv);
        w.where();
        return;
    case ConfigurationWarning:
        w.raw("cause", R"("AUTHENTIK_REDIS__CACHE_TIMEOUT")"sv);
        writeMessage(w, "Setting `redis.cache_timeout` is deprecated, use `cache.timeout` instead.");
        w.raw("deprecation", R"("redis.cache_timeout")"sv);
        w.raw("replacement", R"("cache.timeout")"sv);
        return;
    default:
        break;
    }
    w.where();
    w.request("POST"sv, "/api/v3/flows/executor/default-source-enrollment/"sv);
}

void writeContext(ContextWriter &w)
{
    switch (w.facets().action) {
    case Login:
        return writeLogin(w);
    case LoginFailed:
        return writeLoginFailed(w);
    case Logout:
        w.where();
        return w.request("GET"sv, "/api/v3/flows/executor/default-invalidation-flow/"sv);
    case UserWrite:
        return writeUserWrite(w);
    case PasswordSet:
        return w.where();
    case AuthorizeApplication:
        return writeAuthorize(w);
    case PolicyExecution:
        return writePolicyExecution(w);
    case PolicyException:
        return writePolicyException(w);
    case PropertyMappingException:
        w.text("expression",
            "return {\n    \"groups\": [g.name for g in request.user.ak_groups],\n    \"x\": "
            "user.attributes[\"x\"],\n}");
        w.raw("mapping",
            R"({"pk":"0cc175b9c0f1b6a831c399e269772661","app":"authentik_providers_oauth2","name":"groups claim","model_name":"scopemapping"})"sv);
        writeMessage(w, "Failed to evaluate property-mapping: 'x'");
        return w.where();
    case SystemTaskExecution:
        return writeMessage(w, "Task ldap_sync finished successfully");
    case SystemTaskException:
    case SystemException:
        return writeSystemException(w);
    case ConfigurationError:
        return writeConfigurationError(w);
    case ModelCreated:
        return writeModel(w, "POST"sv);
    case ModelUpdated:
        return writeModel(w, "PUT"sv);
    case ModelDeleted:
        return writeModel(w, "DELETE"sv);
    case EmailSent:
        return writeEmail(w);
    case ReviewInitiated:
        return writeReview(w, "Access review is due for"sv);
    case ReviewOverdue:
        return writeReview(w, "Access review is overdue for"sv);
    case ReviewAttested:
        return writeReview(w, "Access review attested for"sv);
    case ReviewCompleted:
        return writeReview(w, "Access review completed for"sv);
    case AccessRequestCreated:
    case AccessRequestApproved:
    case AccessRequestDenied:
    case AccessRequestRevoked:
        return writeTargets(w);
    default:
        return w.facets().action >= CustomPrefix ? writeCustom(w) : writeRare(w);
    }
}

} // namespace

void EventGenerator::appendContext(std::string &out, const EventFacets &facets) const
{
    ContextWriter writer(out, m_tables, facets);
    writeContext(writer);
    writer.finish();
}

} // namespace tidings::demo
