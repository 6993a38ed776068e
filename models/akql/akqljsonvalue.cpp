// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqljsonvalue.h"

#include "utf8text.h"

#include <QString>

#include <simdjson.h>

#include <cmath>

namespace tidings::akql {

namespace {

namespace ondemand = simdjson::ondemand;

// Source is a document or a value: simdjson hands out scalars at the outermost level only as documents.
template <class Source> Value numberOf(Source &source)
{
    std::int64_t integer = 0;
    if (source.get_int64().get(integer) == simdjson::SUCCESS)
        return static_cast<qint64>(integer);
    double real = 0;
    if (source.get_double().get(real) == simdjson::SUCCESS)
        return real;
    // Beyond the range of what simdjson reads, but still a number.
    std::string_view token;
    if constexpr (std::is_same_v<Source, ondemand::document>) {
        if (source.raw_json_token().get(token) != simdjson::SUCCESS)
            return Missing{};
    } else {
        token = source.raw_json_token();
    }
    bool isNumber = false;
    const double number = textFromUtf8(token).trimmed().toDouble(&isNumber);
    return isNumber || std::isinf(number) ? Value(number) : Value(Missing{});
}

template <class Source> Value valueOf(Source &source)
{
    ondemand::json_type type{};
    if (source.type().get(type) != simdjson::SUCCESS)
        return Missing{};
    switch (type) {
    case ondemand::json_type::null:
        return Null{};
    case ondemand::json_type::boolean: {
        bool flag = false;
        return source.get_bool().get(flag) == simdjson::SUCCESS ? Value(flag) : Value(Missing{});
    }
    case ondemand::json_type::number:
        return numberOf(source);
    case ondemand::json_type::string: {
        std::string_view text;
        return source.get_string().get(text) == simdjson::SUCCESS ? Value(textFromUtf8(text)) : Value(Missing{});
    }
    case ondemand::json_type::array:
    case ondemand::json_type::object: {
        std::string_view raw;
        return simdjson::to_json_string(source).get(raw) == simdjson::SUCCESS ? Value(JsonText{textFromUtf8(raw)})
                                                                              : Value(Missing{});
    }
    }
    return Missing{};
}

bool stepInto(ondemand::value &value, const QString &key)
{
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return false;
    ondemand::value next;
    if (type == ondemand::json_type::object) {
        if (value.find_field_unordered(key.toStdString()).get(next) != simdjson::SUCCESS)
            return false;
    } else if (type == ondemand::json_type::array) {
        bool isNumber = false;
        const uint position = key.toUInt(&isNumber);
        if (!isNumber || value.at(position).get(next) != simdjson::SUCCESS)
            return false;
    } else {
        return false;
    }
    value = next;
    return true;
}

QString textOf(ondemand::value &value)
{
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return {};
    if (type == ondemand::json_type::number)
        return textFromUtf8(value.raw_json_token()).trimmed();
    const Value read = valueOf(value);
    if (const QString *const text = std::get_if<QString>(&read))
        return *text;
    if (const JsonText *const json = std::get_if<JsonText>(&read))
        return json->text;
    if (const bool *const flag = std::get_if<bool>(&read))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

} // namespace

QString jsonTextAt(std::string &json, const QStringList &keys)
{
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::json_type type{};
    ondemand::value value;
    if (json.empty() || parser.iterate(json).get(document) != simdjson::SUCCESS
        || document.type().get(type) != simdjson::SUCCESS
        || (type != ondemand::json_type::object && type != ondemand::json_type::array)
        || document.get_value().get(value) != simdjson::SUCCESS)
        return {};
    for (const QString &key : keys) {
        if (!stepInto(value, key))
            return {};
    }
    return textOf(value);
}

Value jsonValueAt(std::string &json, const QStringList &keys)
{
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::parser parser;
    ondemand::document document;
    if (json.empty() || parser.iterate(json).get(document) != simdjson::SUCCESS)
        return Missing{};
    ondemand::json_type type{};
    if (document.type().get(type) != simdjson::SUCCESS)
        return Missing{};
    if (type != ondemand::json_type::object && type != ondemand::json_type::array)
        return keys.isEmpty() ? valueOf(document) : Value(Missing{});
    ondemand::value value;
    if (document.get_value().get(value) != simdjson::SUCCESS)
        return Missing{};
    for (const QString &key : keys) {
        if (!stepInto(value, key))
            return Missing{};
    }
    return valueOf(value);
}

} // namespace tidings::akql
