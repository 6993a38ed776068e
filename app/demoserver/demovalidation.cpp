// SPDX-License-Identifier: GPL-3.0-or-later
#include "demovalidation.h"

#include "demoaddress.h"
#include "demojson.h"
#include "demotime.h"

#include <QString>

#include <algorithm>
#include <array>

namespace tidings::demo {

namespace {

constexpr std::string_view notNull = "This field may not be null.";
constexpr std::string_view notBlank = "This field may not be blank.";
constexpr std::string_view required = "This field is required.";
constexpr std::string_view notText = "Not a valid string.";
constexpr std::string_view notObject = "Value must be a dictionary, and not have any duplicate keys.";

std::string trimmed(const std::string &text)
{
    return QString::fromStdString(text).trimmed().toStdString();
}

/// The value of a field as Python's str() makes it, for messages.
std::string shown(std::string_view raw)
{
    return raw.front() == '"' ? decodedString(raw) : pythonText(raw);
}

/// A request body that is a JSON object, or the reply to one that is not.
std::variant<ScannedJson, HttpReply> readObject(const HttpRequest &request)
{
    if (request.body.empty())
        return scanJson("{}");
    const std::string type = trimmed(request.contentType.substr(0, request.contentType.find(';')));
    if (QString::fromStdString(type).compare(QLatin1StringView("application/json"), Qt::CaseInsensitive) != 0)
        return HttpReply::detail(415, "Unsupported media type \"" + request.contentType + "\" in request.");
    ScannedJson json = scanJson(request.body);
    if (!json.error.empty())
        return HttpReply::detail(400, "JSON parse error - " + json.error);
    if (json.text == "null")
        return HttpReply::invalid({{"non_field_errors", "No data provided"}});
    if (!json.isObject()) {
        return HttpReply::invalid({{"non_field_errors",
            "Invalid data. Expected a dictionary, but got " + std::string(json.typeName()) + "."}});
    }
    return json;
}

/// Reads the fields of one body in the serializer's order and collects what is wrong with them.
class FieldReader
{
public:
    explicit FieldReader(const ScannedJson &body)
        : m_body(body)
    {
    }

    /// The raw value, or an empty text if the field is missing or null and that was reported or is fine.
    std::string_view raw(std::string_view name, bool isRequired, bool isNullable = false)
    {
        const ScannedJson::Member *member = m_body.find(name);
        if (member == nullptr) {
            if (isRequired)
                fail(name, required);
            return {};
        }
        const std::string_view value = m_body.raw(*member);
        if (value == "null" && !isNullable) {
            fail(name, notNull);
            return {};
        }
        return value;
    }

    std::optional<std::string> object(std::string_view name, bool mustBeObject)
    {
        const std::string_view value = raw(name, false);
        if (value.empty())
            return std::nullopt;
        if (mustBeObject && (value.front() != '{' || scanJson(value).hasDuplicateKeys)) {
            fail(name, notObject);
            return std::nullopt;
        }
        return std::string(value);
    }

    /// A CharField: numbers count as their text, blanks around are cut off.
    std::optional<std::string> text(std::string_view name, std::string_view value, bool mayBeBlank = false)
    {
        if (value.empty())
            return std::nullopt;
        if (value.front() == '{' || value.front() == '[' || value.front() == 't' || value.front() == 'f') {
            fail(name, notText);
            return std::nullopt;
        }
        const std::string decoded = trimmed(shown(value));
        if (decoded.empty() && !mayBeBlank) {
            fail(name, notBlank);
            return std::nullopt;
        }
        if (decoded.find('\0') != std::string::npos) {
            fail(name, "Null characters are not allowed.");
            return std::nullopt;
        }
        return decoded;
    }

    void fail(std::string_view name, std::string_view text) { m_errors.emplace_back(name, text); }
    const FieldErrors &errors() const { return m_errors; }

private:
    const ScannedJson &m_body;
    FieldErrors m_errors;
};

std::optional<std::optional<std::string>> readAddress(FieldReader &fields)
{
    const std::string_view value = fields.raw("client_ip", false, true);
    if (value.empty())
        return std::nullopt;
    if (value == "null")
        return std::optional<std::string>();
    const std::optional<std::string> text = fields.text("client_ip", value);
    if (!text)
        return std::nullopt;
    const std::optional<std::string> address = normalizedAddress(*text);
    if (!address) {
        fields.fail("client_ip", "Enter a valid IPv4 or IPv6 address.");
        return std::nullopt;
    }
    return address;
}

std::optional<qint64> readExpires(FieldReader &fields)
{
    const std::string_view value = fields.raw("expires", false);
    if (value.empty())
        return std::nullopt;
    const std::optional<qint64> time = value.front() == '"' ? parseTime(decodedString(value)) : std::nullopt;
    if (!time) {
        fields.fail("expires",
            "Datetime has wrong format. Use one of these formats instead: "
            "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    }
    return time;
}

std::optional<bool> readBoolean(FieldReader &fields, std::string_view name)
{
    constexpr std::array truths{"true", "t", "y", "yes", "on", "1"};
    constexpr std::array untruths{"false", "f", "n", "no", "off", "0"};
    const std::string_view value = fields.raw(name, false);
    if (value.empty())
        return std::nullopt;
    const std::string text = QString::fromStdString(value.front() == '"' ? decodedString(value) : std::string(value))
                                 .toLower()
                                 .toStdString();
    if (value.front() != '{' && value.front() != '[') {
        if (std::find(truths.begin(), truths.end(), text) != truths.end())
            return true;
        if (std::find(untruths.begin(), untruths.end(), text) != untruths.end())
            return false;
    }
    fields.fail(name, "Must be a valid boolean.");
    return std::nullopt;
}

std::optional<std::optional<std::string>> readNullableText(
    FieldReader &fields, std::string_view name, std::size_t limit)
{
    const std::string_view value = fields.raw(name, false, true);
    if (value.empty())
        return std::nullopt;
    if (value == "null")
        return std::optional<std::string>();
    const std::optional<std::string> text = fields.text(name, value);
    if (text && static_cast<std::size_t>(QString::fromStdString(*text).size()) > limit) {
        fields.fail(name, "Ensure this field has no more than " + std::to_string(limit) + " characters.");
        return std::nullopt;
    }
    return text ? std::optional(text) : std::nullopt;
}

} // namespace

void EventChange::applyTo(StoredEvent &event) const
{
    event.user = user.value_or(event.user);
    event.action = action.value_or(event.action);
    event.app = app.value_or(event.app);
    event.context = context.value_or(event.context);
    event.brand = brand.value_or(event.brand);
    event.clientIp = clientIp.value_or(event.clientIp);
    event.expires = expires.value_or(event.expires);
}

std::variant<EventChange, HttpReply> readEventChange(
    const HttpRequest &request, const DemoTables &tables, bool isPartial)
{
    std::variant<ScannedJson, HttpReply> body = readObject(request);
    if (auto *reply = std::get_if<HttpReply>(&body))
        return std::move(*reply);
    FieldReader fields(std::get<ScannedJson>(body));
    // The three JSON fields took any value until 2025.4.
    const bool mustBeObject = tables.release >= DemoRelease::V2025_10;
    EventChange change;
    change.user = fields.object("user", mustBeObject);
    if (const std::string_view action = fields.raw("action", !isPartial); !action.empty()) {
        const bool isScalar = action.front() != '{' && action.front() != '[';
        change.action = shown(action);
        if (!isScalar || !tables.knowsAction(*change.action))
            fields.fail("action", "\"" + *change.action + "\" is not a valid choice.");
    }
    change.app = fields.text("app", fields.raw("app", !isPartial));
    change.context = fields.object("context", mustBeObject);
    change.clientIp = readAddress(fields);
    change.expires = readExpires(fields);
    change.brand = fields.object("brand", mustBeObject);
    if (!fields.errors().empty())
        return HttpReply::invalid(fields.errors());
    return change;
}

std::variant<NotificationChange, HttpReply> readNotificationChange(const HttpRequest &request, DemoRelease release)
{
    std::variant<ScannedJson, HttpReply> body = readObject(request);
    if (auto *reply = std::get_if<HttpReply>(&body))
        return std::move(*reply);
    const ScannedJson &json = std::get<ScannedJson>(body);
    FieldReader fields(json);
    NotificationChange change;
    if (release >= DemoRelease::V2026_8) {
        constexpr std::size_t hyperlinkLimit = 4096;
        change.hyperlink = readNullableText(fields, "hyperlink", hyperlinkLimit);
        change.hyperlinkLabel = readNullableText(fields, "hyperlink_label", std::string::npos);
    }
    const std::string_view event = fields.raw("event", false);
    change.seen = readBoolean(fields, "seen");
    if (!event.empty() && event.front() != '{') {
        fields.fail("event",
            R"({"non_field_errors":[)"
                + jsonString(
                    "Invalid data. Expected a dictionary, but got " + std::string(scanJson(event).typeName()) + ".")
                + "]}");
    }
    if (!fields.errors().empty())
        return HttpReply::invalid(fields.errors());
    // Django REST framework asserts that nobody writes nested objects; nothing catches that.
    if (!event.empty())
        return HttpReply::serverError();
    return change;
}

} // namespace tidings::demo
