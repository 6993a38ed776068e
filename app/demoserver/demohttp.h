// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidings::demo {

/// The decoded query of a URL; "+" is a blank, NUL characters are dropped.
class QueryParameters
{
public:
    QueryParameters() = default;
    explicit QueryParameters(std::string_view encoded);

    /// The last value of \p name; Django takes that one of several.
    std::optional<std::string> last(std::string_view name) const;
    /// Like last(), but an empty value counts as none, as in django-filter.
    std::optional<std::string> filled(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> m_items;
};

struct HttpRequest
{
    std::string method; ///< upper case
    std::string path;
    std::string rawQuery; ///< with the question mark, or empty
    QueryParameters query;
    std::string authorization; ///< empty if there was none
    std::string contentType;
    std::string body;
};

/// Errors by field, in the order in which they are written; a text is a list of one.
using FieldErrors = std::vector<std::pair<std::string, std::string>>;

struct HttpReply
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    static HttpReply json(std::string body, int status = 200)
    {
        return {status, "application/json", std::move(body), {}};
    }
    static HttpReply empty(int status) { return {status, {}, {}, {}}; }
    /// {"detail": …}
    static HttpReply detail(int status, std::string_view text);
    /// 400 with {"field": ["text"], …}; texts that are JSON already are taken as they are if they start with a brace.
    static HttpReply invalid(const FieldErrors &errors);
    /// The page Django shows for an exception that nothing caught.
    static HttpReply serverError();
    static HttpReply pageNotFound();
};

} // namespace tidings::demo
