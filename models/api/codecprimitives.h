// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <functional>
#include <string_view>

// Reading of single JSON values with simdjson's on-demand parser, tolerant of every type. Private to models/api.
namespace tidings::codec {

namespace od = simdjson::ondemand;
using Parser = od::parser;

// A body with the padding that simdjson wants behind it, and its UTF-8 mended if it was broken.
class PaddedBody
{
public:
    explicit PaddedBody(const QByteArray &body);
    [[nodiscard]] std::string_view text() const { return {m_bytes.constData(), m_length}; }
    [[nodiscard]] simdjson::padded_string_view padded() const { return padded(text()); }
    // A part of this body; what follows it is the padding.
    [[nodiscard]] simdjson::padded_string_view padded(std::string_view part) const;

private:
    QByteArray m_bytes;
    size_t m_length;
};

enum class JsonType { Object, Array, String, Number, Bool, Null, Broken };

JsonType typeOf(od::value &value);

// The value as its own bytes, white space around it dropped. Leaves scalars readable; consumes objects and arrays.
std::string_view rawOf(od::value &value);

// True when all of a document has been read and none of it was broken. Where a visitor meets broken JSON (a cut
// answer), simdjson ends the loops around it without an error; so this is asked at the end.
bool isReadInFull(od::document &document);

// Text of a string literal (quotes included in the token). Broken escapes and lone surrogates become U+FFFD.
QString unescaped(std::string_view literal);

// Any value as text: strings unescaped, numbers and booleans as sent, null empty, objects and arrays as raw JSON.
QString textOf(od::value &value);

// A whole number, also when sent as a string; `fallback` otherwise.
qint64 integerOf(od::value &value, qint64 fallback);

// Calls `visit` for each member or element. Returns false when the value is of another type or its JSON is broken.
bool forEachMember(od::value &value, const std::function<void(std::string_view key, od::value &)> &visit);
bool forEachMember(od::object &object, const std::function<void(std::string_view key, od::value &)> &visit);
bool forEachElement(od::value &value, const std::function<void(od::value &)> &visit);
bool forEachElement(od::array &array, const std::function<void(od::value &)> &visit);

} // namespace tidings::codec
