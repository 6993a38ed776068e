// SPDX-License-Identifier: GPL-3.0-or-later
#include "demohttp.h"

#include "demojson.h"

#include <QString>

#include <algorithm>

namespace tidings::demo {

namespace {

std::string decoded(std::string_view text)
{
    QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    bytes.replace('+', ' ');
    bytes = QByteArray::fromPercentEncoding(bytes);
    bytes.replace('\0', QByteArrayView());
    // Invalid UTF-8 becomes replacement characters, as in Django.
    return QString::fromUtf8(bytes).toStdString();
}

} // namespace

QueryParameters::QueryParameters(std::string_view encoded)
{
    while (!encoded.empty()) {
        const std::size_t end = std::min(encoded.find('&'), encoded.size());
        const std::string_view item = encoded.substr(0, end);
        encoded.remove_prefix(std::min(end + 1, encoded.size()));
        if (item.empty())
            continue;
        const std::size_t equals = std::min(item.find('='), item.size());
        m_items.emplace_back(decoded(item.substr(0, equals)), decoded(item.substr(std::min(equals + 1, item.size()))));
    }
}

std::optional<std::string> QueryParameters::last(std::string_view name) const
{
    const auto found
        = std::find_if(m_items.rbegin(), m_items.rend(), [name](const auto &item) { return item.first == name; });
    return found == m_items.rend() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> QueryParameters::filled(std::string_view name) const
{
    std::optional<std::string> value = last(name);
    if (value && value->empty())
        value.reset();
    return value;
}

std::vector<std::string> QueryParameters::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto &[key, value] : m_items) {
        if (key == name)
            values.push_back(value);
    }
    return values;
}

HttpReply HttpReply::detail(int status, std::string_view text)
{
    return json(R"({"detail":)" + jsonString(text) + "}", status);
}

HttpReply HttpReply::invalid(const FieldErrors &errors)
{
    std::string body = "{";
    for (const auto &[field, text] : errors) {
        if (body.size() > 1)
            body += ',';
        appendJsonString(body, field);
        body += ':';
        if (!text.empty() && text.front() == '{')
            body += text;
        else
            body += "[" + jsonString(text) + "]";
    }
    return json(body + "}", 400);
}

HttpReply HttpReply::serverError()
{
    return {500, "text/html; charset=utf-8",
        "\n<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>Server Error (500)</title>\n</head>\n<body>\n"
        "  <h1>Server Error (500)</h1><p></p>\n</body>\n</html>\n",
        {}};
}

HttpReply HttpReply::pageNotFound()
{
    return {404, "text/html; charset=utf-8",
        "\n<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n"
        "  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n",
        {}};
}

} // namespace tidings::demo
