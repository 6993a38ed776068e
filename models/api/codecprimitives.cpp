// SPDX-License-Identifier: GPL-3.0-or-later
#include "codecprimitives.h"

#include "utf8text.h"

#include <QChar>
#include <QCoreApplication>

#include <charconv>

namespace tidings::codec {

namespace {

constexpr qsizetype largestMended = qsizetype(32) * 1024 * 1024 - 1;

} // namespace

PaddedBody::PaddedBody(const QByteArray &body, Utf8 utf8)
    : m_bytes(body)
    , m_length(static_cast<size_t>(body.size()))
{
    // A byte order mark is not JSON, but proxies add it.
    if (m_bytes.startsWith("\xEF\xBB\xBF")) {
        m_bytes.remove(0, 3);
        m_length -= 3;
    }
    if (utf8 == Utf8::Mended && !simdjson::validate_utf8(m_bytes.constData(), m_length)) {
        m_bytes = QString::fromUtf8(m_bytes).toUtf8();
        // The sign for what is broken has three bytes, and whoever keeps records relies on an upper limit.
        if (m_bytes.size() > largestMended)
            m_bytes.replace("\xEF\xBF\xBD", "?");
        m_length = static_cast<size_t>(m_bytes.size());
    }
    constexpr auto padding = static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
    if (m_bytes.capacity() - m_bytes.size() < padding)
        m_bytes.append(padding, '\0');
}

simdjson::padded_string_view PaddedBody::padded(std::string_view part) const
{
    const auto offset = static_cast<size_t>(part.data() - m_bytes.constData());
    return simdjson::padded_string_view(part.data(), part.size(), m_length + simdjson::SIMDJSON_PADDING - offset);
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
        return textFromUtf8(literal);

    QString out;
    out.reserve(static_cast<qsizetype>(literal.size()));
    size_t start = 0;
    const auto flush = [&](size_t end) {
        out += textFromUtf8(literal.substr(start, end - start));
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
    const std::string_view token = tokenOf(value);
    if (!token.empty() && token.front() == '"')
        return unescaped(token);
    const JsonType type = typeOf(value);
    const std::string_view raw = rawOf(value);
    return type == JsonType::Null ? QString() : QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
}

std::optional<Timestamp> timeField(od::value &value, QLatin1StringView name, QStringList &oddities)
{
    const std::string_view token = tokenOf(value);
    if (token.size() >= 2 && token.front() == '"') {
        if (const auto time = parseTimestamp(token.substr(1, token.size() - 2)))
            return time;
    }
    oddities += QCoreApplication::translate("codec", "%1 is not a point in time").arg(name);
    return std::nullopt;
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

} // namespace tidings::codec
