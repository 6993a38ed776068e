// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "akqlschema.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace tidings::akql {

/// What is wrong and where, in UTF-16 code units of the source; length 0 at the end of the text.
struct ParseError
{
    qsizetype position = 0;
    qsizetype length = 0;
    QString message; ///< translated; says what was expected. Plain text, may quote the query
};

struct ParseResult
{
    std::optional<Node> query;
    ParseError error; ///< empty when there is a query

    explicit operator bool() const { return query.has_value(); }
};

/**
 * Reads a query. "and" binds tighter than "or", as users expect and the documentation leaves open; see print() for what
 * the server makes of typed text.
 *
 * Values are made canonical: a date becomes a Timestamp (except after ~ and !~, which match its text), a UUID gets
 * small letters and dashes, an address its usual form; where the schema allows them, a text such as "10.0.0.0/8"
 * becomes a Network. Linear in time and memory; parentheses nest at most Node::maximumDepth deep, also in the
 * text that print() makes of the query.
 */
ParseResult parse(QStringView text, const Schema &schema = Schema::local());

} // namespace tidings::akql
