// SPDX-License-Identifier: GPL-3.0-or-later
#include "codecprimitives.h"

#include <QChar>

#include <charconv>

namespace tidings::codec {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace

PaddedBody::PaddedBody(const QByteArray &body)
    : m_bytes(body)
    , m_length(static_cast<size_t>(body.size()))
{
    // A byte order mark is not JSON, but proxies add it.
    if (m_bytes.startsWith("\xEF\xBB\xBF")) {
        m_bytes.remove(0, 3);
        m_length -= 3;
    }
    if (!simdjson::validate_utf8(m_bytes.constData(), m_length)) {
        m_bytes = QString::fromUtf8(m_bytes).toUtf8();
        m_length = static_cast<size_t>(m_bytes.size());
    }
    m_bytes.append(static_cast<qsizetype>(simdjson::SIMDJSON_PADDING), '\0');
}

simdjson::padded_string_view PaddedBody::padded(std::string_view part) const
{
    const auto offset = static_cast<size_t>(part.data() - m_bytes.constData());
    return simdjson::padded_string_view(part.data(), part.size(), static_cast<size_t>(m_bytes.size()) - offset);
}

JsonType typeOf(od::value &value)
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

std::string_view rawOf(od::value &value)
{
    switch (typeOf(value)) {
    case JsonType::Object: {
        od::object object;
        std::string_view raw;
        if (value.get_object().get(object) || object.raw_json().get(raw))
            return {};
        return trimmed(raw);
    }
    case JsonType::Array: {
        od::array array;
        std::string_view raw;
        if (value.get_array().get(array) || array.raw_json().get(raw))
            return {};
        return trimmed(raw);
    }
    default:
        return trimmed(value.raw_json_token());
    }
}

bool isReadInFull(od::document &document)
{
    return document.is_alive() && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

QString unescaped(std::string_view literal)
{
    if (literal.size() >= 2 && literal.front() == '"' && literal.back() == '"')
        literal = literal.substr(1, literal.size() - 2);
    if (literal.find('\\') == std::string_view::npos)
        return QString::fromUtf8(literal.data(), static_cast<qsizetype>(literal.size()));

    QString out;
    out.reserve(static_cast<qsizetype>(literal.size()));
    size_t start = 0;
    const auto flush = [&](size_t end) {
        out += QString::fromUtf8(literal.data() + start, static_cast<qsizetype>(end - start));
    };
    for (size_t i = 0; i < literal.size();) {
        if (literal[i] != '\\') {
            ++i;
            continue;
        }
        flush(i);
        const char kind = i + 1 < literal.size() ? literal[i + 1] : '\0';
        i += 2;
        switch (kind) {
        case 'b':
            out += u'\b';
            break;
        case 'f':
            out += u'\f';
            break;
        case 'n':
            out += u'\n';
            break;
        case 'r':
            out += u'\r';
            break;
        case 't':
            out += u'\t';
            break;
        case 'u': {
            char16_t unit = 0xFFFD;
            if (i + 4 <= literal.size()) {
                const char *const digits = literal.data() + i;
                unsigned short read = 0;
                if (const auto result = std::from_chars(digits, digits + 4, read, 16);
                    result.ec == std::errc() && result.ptr == digits + 4) {
                    unit = read;
                }
                i += 4;
            }
            out += QChar(unit);
            break;
        }
        case '"':
        case '\\':
        case '/':
            out += QLatin1Char(kind);
            break;
        default:
            out += QChar(QChar::ReplacementCharacter);
        }
        start = std::min(i, literal.size());
        i = start;
    }
    flush(literal.size());
    // Lone surrogates can not be shown or encoded.
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out.at(i).isHighSurrogate() && i + 1 < out.size() && out.at(i + 1).isLowSurrogate())
            ++i;
        else if (out.at(i).isSurrogate())
            out[i] = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

QString textOf(od::value &value)
{
    const JsonType type = typeOf(value);
    const std::string_view raw = rawOf(value);
    switch (type) {
    case JsonType::Null:
        return {};
    case JsonType::String:
        return unescaped(raw);
    default:
        return QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    }
}

qint64 integerOf(od::value &value, qint64 fallback)
{
    std::string_view raw = rawOf(value);
    if (raw.size() >= 2 && raw.front() == '"')
        raw = raw.substr(1, raw.size() - 2);
    qint64 number = 0;
    const auto result = std::from_chars(raw.data(), raw.data() + raw.size(), number);
    if (result.ec != std::errc())
        return fallback;
    // 15.0 is whole, 1e3 and 1.5 are not worth guessing at
    const std::string_view rest(result.ptr, static_cast<size_t>(raw.data() + raw.size() - result.ptr));
    return rest.empty() || rest.find_first_not_of(".0") == std::string_view::npos ? number : fallback;
}

bool forEachMember(od::object &object, const std::function<void(std::string_view, od::value &)> &visit)
{
    for (auto item : object) {
        od::field field;
        if (std::move(item).get(field))
            return false;
        std::string_view key;
        if (field.unescaped_key().get(key))
            key = {};
        visit(key, field.value());
    }
    return true;
}

bool forEachMember(od::value &value, const std::function<void(std::string_view, od::value &)> &visit)
{
    od::object object;
    if (typeOf(value) != JsonType::Object || value.get_object().get(object))
        return false;
    return forEachMember(object, visit);
}

bool forEachElement(od::array &array, const std::function<void(od::value &)> &visit)
{
    for (auto item : array) {
        od::value element;
        if (std::move(item).get(element))
            return false;
        visit(element);
    }
    return true;
}

bool forEachElement(od::value &value, const std::function<void(od::value &)> &visit)
{
    od::array array;
    if (typeOf(value) != JsonType::Array || value.get_array().get(array))
        return false;
    return forEachElement(array, visit);
}

} // namespace tidings::codec
