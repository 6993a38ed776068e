// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tidings {

// JSON as text: checks and formatting that never re-encode a number or a string.

// The first thing wrong with a JSON text. Line and column are 1-based and count characters.
struct JsonProblem
{
    qsizetype offset = 0; // in characters
    int line = 1;
    int column = 1;
    QString message; // translated
    bool operator==(const JsonProblem &) const = default;
};

// Checks that `text` is one JSON object (RFC 8259) without duplicate keys at any level: authentik refuses those with
// "Value must be a dictionary, and not have any duplicate keys." Nesting deeper than 200 levels is a problem too.
std::optional<JsonProblem> checkJsonObject(const QString &text);

// Lays a JSON text out on lines with two blanks a level. Tokens stay byte for byte; text that is not JSON is kept too.
QByteArray prettyJson(const QByteArray &json);
// Drops the white space between tokens.
QByteArray compactJson(const QByteArray &json);

// A JSON string literal, quotes included.
QByteArray quotedJson(const QString &text);

// The bytes of the value of a top-level key, as sent; empty when there is none. The first one wins, as for the readers.
QByteArray rawMember(const QByteArray &object, const char *key);

} // namespace tidings
