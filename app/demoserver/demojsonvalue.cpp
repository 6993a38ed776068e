// SPDX-License-Identifier: GPL-3.0-or-later
#include "demojsonvalue.h"

#include "demojson.h"

#include <QString>

#include <simdjson.h>

namespace tidings::demo {

namespace {

namespace ondemand = simdjson::ondemand;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

akql::Value numberOf(ondemand::value value)
{
    std::int64_t integer = 0;
    if (value.get_int64().get(integer) == simdjson::SUCCESS)
        return static_cast<qint64>(integer);
    double real = 0;
    if (value.get_double().get(real) == simdjson::SUCCESS)
        return real;
    // Beyond the range of what simdjson reads, but still a number.
    return toQString(value.raw_json_token()).trimmed().toDouble();
}

akql::Value valueOf(ondemand::value value)
{
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS)
        return akql::Missing{};
    switch (type) {
    case ondemand::json_type::null:
        return akql::Null{};
    case ondemand::json_type::boolean: {
        bool flag = false;
        return value.get_bool().get(flag) == simdjson::SUCCESS ? akql::Value(flag) : akql::Value(akql::Missing{});
    }
    case ondemand::json_type::number:
        return numberOf(value);
    case ondemand::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text) != simdjson::SUCCESS)
            return akql::Missing{};
        return toQString(text);
    }
    case ondemand::json_type::array:
    case ondemand::json_type::object: {
        std::string_view raw;
        if (simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
            return akql::Missing{};
        return akql::JsonText{toQString(raw)};
    }
    }
    return akql::Missing{};
}

/// simdjson hands out objects and arrays only at the outermost level.
akql::Value scalarOf(std::string_view json)
{
    if (json == "null")
        return akql::Null{};
    if (json == "true" || json == "false")
        return json == "true";
    if (!json.empty() && json.front() == '"')
        return toQString(decodedString(json));
    bool isInteger = false;
    const QString text = toQString(json);
    const qint64 integer = text.toLongLong(&isInteger);
    return isInteger ? akql::Value(integer) : akql::Value(text.toDouble());
}

} // namespace

akql::Value jsonValueAt(std::string &json, const QStringList &keys)
{
    if (json.empty())
        return akql::Missing{};
    if (json.front() != '{' && json.front() != '[')
        return keys.isEmpty() ? scalarOf(json) : akql::Value(akql::Missing{});
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::parser parser;
    ondemand::document document;
    if (parser.iterate(json).get(document) != simdjson::SUCCESS)
        return akql::Missing{};
    ondemand::value value;
    if (document.get_value().get(value) != simdjson::SUCCESS)
        return akql::Missing{};
    for (const QString &key : keys) {
        ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS)
            return akql::Missing{};
        ondemand::value next;
        if (type == ondemand::json_type::object) {
            if (value.find_field_unordered(key.toStdString()).get(next) != simdjson::SUCCESS)
                return akql::Missing{};
        } else if (type == ondemand::json_type::array) {
            bool isNumber = false;
            const uint position = key.toUInt(&isNumber);
            if (!isNumber || value.at(position).get(next) != simdjson::SUCCESS)
                return akql::Missing{};
        } else {
            return akql::Missing{};
        }
        value = next;
    }
    return valueOf(value);
}

} // namespace tidings::demo
