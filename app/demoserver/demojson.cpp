// SPDX-License-Identifier: GPL-3.0-or-later
#include "demojson.h"

#include <QByteArrayView>
#include <QStringDecoder>

#include <algorithm>

namespace tidings::demo {

namespace {

constexpr std::size_t maxDepth = 512;
constexpr std::string_view hexDigits = "0123456789abcdef";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

void appendUtf8(std::string &out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0U | (code >> 6));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0U | (code >> 12));
        out += static_cast<char>(0x80U | ((code >> 6) & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else {
        out += static_cast<char>(0xf0U | (code >> 18));
        out += static_cast<char>(0x80U | ((code >> 12) & 0x3fU));
        out += static_cast<char>(0x80U | ((code >> 6) & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    }
}

unsigned hexCode(std::string_view digits)
{
    unsigned code = 0;
    for (const char c : digits)
        code = code * 16 + static_cast<unsigned>(std::max(0, hexValue(c)));
    return code;
}

class Scanner
{
public:
    Scanner(std::string_view text, ScannedJson &result)
        : m_in(text)
        , m_result(result)
    {
        m_result.text.reserve(text.size());
    }

    void run()
    {
        skipSpace();
        while (m_result.error.empty() && m_expect != Expect::End)
            step();
        skipSpace();
        if (m_result.error.empty() && m_at < m_in.size())
            fail("Extra data", m_at);
    }

private:
    enum class Expect { Value, ValueOrEnd, Key, KeyOrEnd, CommaOrEnd, End };

    char peek() const { return m_at < m_in.size() ? m_in[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_in.size() && isSpace(m_in[m_at]))
            ++m_at;
    }

    void fail(std::string_view what, std::size_t at)
    {
        const std::string_view before = m_in.substr(0, at);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        const std::size_t newline = before.rfind('\n');
        const std::size_t column = newline == std::string_view::npos ? at + 1 : at - newline;
        m_result.error = std::string(what) + ": line " + std::to_string(lines + 1) + " column " + std::to_string(column)
            + " (char " + std::to_string(at) + ")";
    }

    void step()
    {
        skipSpace();
        const char c = peek();
        switch (m_expect) {
        case Expect::KeyOrEnd:
            if (c == '}')
                return close();
            [[fallthrough]];
        case Expect::Key:
            return scanKey();
        case Expect::ValueOrEnd:
            if (c == ']')
                return close();
            [[fallthrough]];
        case Expect::Value:
            return scanValue();
        case Expect::CommaOrEnd:
            if (c == m_stack.back())
                return close();
            if (c != ',')
                return fail("Expecting ',' delimiter", m_at);
            endMember();
            m_result.text += ',';
            ++m_at;
            m_expect = m_stack.back() == '}' ? Expect::Key : Expect::Value;
            return;
        case Expect::End:
            return;
        }
    }

    void endMember()
    {
        if (m_stack.size() == 1 && m_stack.back() == '}' && !m_result.members.empty())
            m_result.members.back().end = m_result.text.size();
    }

    void afterValue() { m_expect = m_stack.empty() ? Expect::End : Expect::CommaOrEnd; }

    void close()
    {
        endMember();
        m_result.text += m_stack.back();
        m_stack.pop_back();
        ++m_at;
        afterValue();
    }

    void open(char closing)
    {
        if (m_stack.size() >= maxDepth)
            return fail("Recursion limit reached", m_at);
        m_result.text += m_in[m_at];
        ++m_at;
        m_stack.push_back(closing);
        m_expect = closing == '}' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
    }

    void scanKey()
    {
        if (peek() != '"')
            return fail("Expecting property name enclosed in double quotes", m_at);
        const std::size_t begin = m_result.text.size();
        if (!scanString())
            return;
        const bool outermost = m_stack.size() == 1;
        if (outermost)
            m_result.members.push_back({decodedString(std::string_view(m_result.text).substr(begin)), 0, 0});
        skipSpace();
        if (peek() != ':')
            return fail("Expecting ':' delimiter", m_at);
        m_result.text += ':';
        ++m_at;
        if (outermost)
            m_result.members.back().begin = m_result.text.size();
        m_expect = Expect::Value;
    }

    void scanValue()
    {
        const char c = peek();
        if (c == '{')
            return open('}');
        if (c == '[')
            return open(']');
        if (c == '"') {
            if (scanString())
                afterValue();
            return;
        }
        if (c == '-' || isDigit(c))
            return scanNumber();
        for (const std::string_view word :
            {std::string_view("true"), std::string_view("false"), std::string_view("null")}) {
            if (m_in.substr(m_at, word.size()) == word) {
                m_result.text += word;
                m_at += word.size();
                return afterValue();
            }
        }
        for (const std::string_view word : {std::string_view("NaN"), std::string_view("Infinity")}) {
            if (m_in.substr(m_at, word.size()) == word) {
                m_result.error = "Out of range float values are not JSON compliant: '" + std::string(word) + "'";
                return;
            }
        }
        fail("Expecting value", m_at);
    }

    bool scanString()
    {
        const std::size_t begin = m_at++;
        while (m_at < m_in.size()) {
            const char c = m_in[m_at];
            if (c == '"') {
                ++m_at;
                m_result.text += m_in.substr(begin, m_at - begin);
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                fail("Invalid control character at", m_at);
                return false;
            }
            if (c == '\\' && !scanEscape())
                return false;
            ++m_at;
        }
        fail("Unterminated string starting at", begin);
        return false;
    }

    /// Leaves the position on the last character of the escape.
    bool scanEscape()
    {
        const std::size_t backslash = m_at++;
        const char c = peek();
        if (c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos)
            return true;
        if (c != 'u') {
            fail("Invalid \\escape", backslash);
            return false;
        }
        for (int digit = 0; digit < 4; ++digit) {
            ++m_at;
            if (hexValue(peek()) < 0) {
                fail("Invalid \\uXXXX escape", backslash + 1);
                return false;
            }
        }
        return true;
    }

    void scanNumber()
    {
        const std::size_t begin = m_at;
        if (peek() == '-')
            ++m_at;
        if (peek() == '0')
            ++m_at;
        else if (!skipDigits())
            return fail("Expecting value", begin);
        if (peek() == '.') {
            ++m_at;
            if (!skipDigits())
                return fail("Extra data", m_at - 1);
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!skipDigits())
                return fail("Extra data", m_at - 1);
        }
        m_result.text += m_in.substr(begin, m_at - begin);
        afterValue();
    }

    bool skipDigits()
    {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    std::string_view m_in;
    ScannedJson &m_result;
    std::size_t m_at = 0;
    std::string m_stack;
    Expect m_expect = Expect::Value;
};

bool isUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoded.isNull() && !decoder.hasError();
}

void appendPythonString(std::string &out, const std::string &text)
{
    const bool doubleQuotes = text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
    const char quote = doubleQuotes ? '"' : '\'';
    out += quote;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == quote || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (code < 0x20 || code == 0x7f) {
            out += "\\x";
            out += hexDigits[code >> 4];
            out += hexDigits[code & 0xfU];
        } else {
            out += c;
        }
    }
    out += quote;
}

/// One past the closing quote of the string that starts at \p at.
std::size_t endOfString(std::string_view json, std::size_t at)
{
    ++at;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    return std::min(at + 1, json.size());
}

} // namespace

void appendJsonString(std::string &out, std::string_view utf8)
{
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hexDigits[static_cast<unsigned char>(c) >> 4];
                out += hexDigits[static_cast<unsigned char>(c) & 0xfU];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

std::string jsonString(std::string_view utf8)
{
    std::string out;
    appendJsonString(out, utf8);
    return out;
}

std::string_view ScannedJson::typeName() const
{
    switch (text.empty() ? '\0' : text.front()) {
    case '{':
        return "dict";
    case '[':
        return "list";
    case '"':
        return "str";
    case 't':
    case 'f':
        return "bool";
    case 'n':
        return "NoneType";
    default:
        return text.find_first_of(".eE") == std::string::npos ? "int" : "float";
    }
}

const ScannedJson::Member *ScannedJson::find(std::string_view key) const
{
    const auto found = std::find_if(members.rbegin(), members.rend(), [key](const Member &m) { return m.key == key; });
    return found == members.rend() ? nullptr : &*found;
}

std::string_view ScannedJson::raw(const Member &member) const
{
    return std::string_view(text).substr(member.begin, member.end - member.begin);
}

ScannedJson scanJson(std::string_view text)
{
    ScannedJson result;
    if (!text.empty() && !isUtf8(text)) {
        result.error = "'utf-8' codec can't decode the text: invalid start byte";
        return result;
    }
    Scanner(text, result).run();
    if (!result.error.empty()) {
        result.members.clear();
        return result;
    }
    std::vector<std::string_view> keys;
    keys.reserve(result.members.size());
    for (const ScannedJson::Member &member : result.members)
        keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    result.hasDuplicateKeys = std::adjacent_find(keys.begin(), keys.end()) != keys.end();
    return result;
}

std::string decodedString(std::string_view raw)
{
    std::string out;
    if (raw.size() < 2 || raw.front() != '"')
        return out;
    raw = raw.substr(1, raw.size() - 2);
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (raw[at] != '\\' || at + 1 >= raw.size()) {
            out += raw[at];
            continue;
        }
        const char c = raw[++at];
        switch (c) {
        case 'b':
            out += '\b';
            break;
        case 'f':
            out += '\f';
            break;
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case 'u': {
            unsigned code = hexCode(raw.substr(at + 1, 4));
            at += 4;
            if (code >= 0xd800 && code < 0xdc00 && raw.substr(at + 1, 2) == "\\u") {
                const unsigned low = hexCode(raw.substr(at + 3, 4));
                if (low >= 0xdc00 && low < 0xe000) {
                    code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                    at += 6;
                }
            }
            appendUtf8(out, code >= 0xd800 && code < 0xe000 ? 0xfffdU : code);
            break;
        }
        default:
            out += c;
        }
    }
    return out;
}

std::string pythonText(std::string_view json)
{
    std::string out;
    out.reserve(json.size() + json.size() / 8);
    for (std::size_t at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const std::size_t end = endOfString(json, at);
            appendPythonString(out, decodedString(json.substr(at, end - at)));
            at = end;
            continue;
        }
        const auto replace = [&](std::string_view word, std::string_view with) {
            out += with;
            at += word.size();
        };
        if (c == ',')
            replace(",", ", ");
        else if (c == ':')
            replace(":", ": ");
        else if (c == 't')
            replace("true", "True");
        else if (c == 'f')
            replace("false", "False");
        else if (c == 'n')
            replace("null", "None");
        else
            replace(json.substr(at, 1), json.substr(at, 1));
    }
    return out;
}

} // namespace tidings::demo
