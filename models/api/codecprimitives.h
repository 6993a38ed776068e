// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <optional>
#include <string_view>

// Reading of single JSON values with simdjson's on-demand parser, tolerant of every type. Private to models/api.
namespace tidings::codec {

namespace od = simdjson::ondemand;
using Parser = od::parser;

// A body with the padding that simdjson wants behind it, and its UTF-8 mended if it was broken. Costs no copy where the
// body has so much spare capacity.
class PaddedBody
{
public:
    enum class Utf8 {
        Mended,
        AsSent, // the parser refuses what is broken
    };

    explicit PaddedBody(const QByteArray &body, Utf8 utf8 = Utf8::Mended);
    [[nodiscard]] std::string_view text() const { return {m_bytes.constData(), m_length}; }
    [[nodiscard]] simdjson::padded_string_view padded() const { return padded(text()); }
    // A part of this body; what follows it is the padding.
    [[nodiscard]] simdjson::padded_string_view padded(std::string_view part) const;

private:
    QByteArray m_bytes;
    size_t m_length;
};

enum class JsonType { Object, Array, String, Number, Bool, Null, Broken };

inline JsonType typeOf(od::value &value)
{
    od::json_type type{};
    if (value.type().get(type))
        return JsonType::Broken;
    switch (type) {
    case od::json_type::object:
        return JsonType::Object;
    case od::json_type::array:
        return JsonType::Array;
    case od::json_type::string:
        return JsonType::String;
    case od::json_type::number:
        return JsonType::Number;
    case od::json_type::boolean:
        return JsonType::Bool;
    case od::json_type::null:
        return JsonType::Null;
    }
    return JsonType::Broken;
}

// Without the white space at both ends.
inline std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

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

// The token of a value, white space around it dropped; of an object or array its first bracket. Consumes nothing.
inline std::string_view tokenOf(od::value &value)
{
    return trimmed(value.raw_json_token());
}

// A point in time; what is none is noted with the field's name.
std::optional<Timestamp> timeField(od::value &value, QLatin1StringView name, QStringList &oddities);

// The key of a member without its quotes; empty where its escapes are broken.
inline std::string_view keyOf(od::field &field)
{
    const char *const start = field.key().raw();
    const char *end = start;
    while (*end != '"' && *end != '\\')
        ++end;
    std::string_view key;
    if (*end == '"')
        key = std::string_view(start, static_cast<size_t>(end - start));
    else if (field.unescaped_key().get(key))
        key = {};
    return key;
}

// Calls visit(std::string_view key, od::value &value) for each member, or visit(od::value &element) for each element.
// Returns false when the value is of another type or its JSON is broken.
template <class Visit> bool forEachMember(od::object &object, const Visit &visit)
{
    for (auto item : object) {
        od::field field;
        if (std::move(item).get(field))
            return false;
        const std::string_view key = keyOf(field);
        visit(key, field.value());
    }
    return true;
}

template <class Visit> bool forEachMember(od::value &value, const Visit &visit)
{
    od::object object;
    if (typeOf(value) != JsonType::Object || value.get_object().get(object))
        return false;
    return forEachMember(object, visit);
}

template <class Visit> bool forEachElement(od::array &array, const Visit &visit)
{
    for (auto item : array) {
        od::value element;
        if (std::move(item).get(element))
            return false;
        visit(element);
    }
    return true;
}

template <class Visit> bool forEachElement(od::value &value, const Visit &visit)
{
    od::array array;
    if (typeOf(value) != JsonType::Array || value.get_array().get(array))
        return false;
    return forEachElement(array, visit);
}

} // namespace tidings::codec
