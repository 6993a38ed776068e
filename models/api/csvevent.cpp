// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvevent.h"

#include "codecprimitives.h"
#include "jsontext.h"
#include "utf8text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tidings::codec {

namespace {

constexpr int maxDepth = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads Python's repr() of plain data and writes JSON. Everything it does not know for sure is refused.
class PythonReader
{
public:
    explicit PythonReader(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<QByteArray> read()
    {
        if (!readValue(0))
            return std::nullopt;
        skipBlanks();
        return m_text.empty() ? std::optional(m_out) : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (!m_text.empty() && (m_text.front() == ' ' || m_text.front() == '\n'))
            m_text.remove_prefix(1);
    }
    bool takes(std::string_view token)
    {
        if (m_text.substr(0, token.size()) != token)
            return false;
        m_text.remove_prefix(token.size());
        return true;
    }

    bool readValue(int depth)
    {
        skipBlanks();
        if (depth > maxDepth || m_text.empty())
            return false;
        if (takes("{"))
            return readItems('}', "{", "}", true, depth);
        if (takes("["))
            return readItems(']', "[", "]", false, depth);
        if (takes("("))
            return readItems(')', "[", "]", false, depth);
        if (m_text.front() == '\'' || m_text.front() == '"')
            return readText();
        for (const auto &[python, json] :
            {std::pair("None", "null"), std::pair("True", "true"), std::pair("False", "false")}) {
            if (takes(python)) {
                m_out += json;
                return true;
            }
        }
        return readNumber();
    }

    bool readItems(char end, const char *open, const char *close, bool isDict, int depth)
    {
        m_out += open;
        for (bool first = true;; first = false) {
            skipBlanks();
            if (takes({&end, 1}))
                break;
            if (!first) {
                if (!takes(","))
                    return false;
                skipBlanks();
                if (takes({&end, 1})) // a tuple of one
                    break;
                m_out += ", ";
            }
            if (isDict) {
                skipBlanks();
                if (m_text.empty() || (m_text.front() != '\'' && m_text.front() != '"') || !readText())
                    return false;
                skipBlanks();
                if (!takes(":"))
                    return false;
                m_out += ": ";
            }
            if (!readValue(depth + 1))
                return false;
        }
        m_out += close;
        return true;
    }

    // nan and inf have no JSON.
    bool readNumber()
    {
        size_t length = 0;
        const auto at = [&](size_t i) {
            return i < m_text.size() ? m_text[i] : '\0';
        };
        if (at(0) == '-')
            ++length;
        if (!isDigit(at(length)) || (at(length) == '0' && isDigit(at(length + 1))))
            return false;
        const auto digits = [&] {
            const size_t before = length;
            while (isDigit(at(length)))
                ++length;
            return length > before;
        };
        digits();
        if (at(length) == '.') {
            ++length;
            if (!digits())
                return false;
        }
        if (at(length) == 'e' || at(length) == 'E') {
            ++length;
            if (at(length) == '+' || at(length) == '-')
                ++length;
            if (!digits())
                return false;
        }
        m_out.append(m_text.data(), static_cast<qsizetype>(length));
        m_text.remove_prefix(length);
        return true;
    }

    std::optional<uint> hexDigits(int count)
    {
        const QByteArray digits(m_text.data(), std::min<qsizetype>(count, static_cast<qsizetype>(m_text.size())));
        bool isHex = digits.size() == count
            && std::all_of(digits.cbegin(), digits.cend(), [](char c) { return std::isxdigit(static_cast<uchar>(c)); });
        const uint code = isHex ? digits.toUInt(&isHex, 16) : 0;
        if (!isHex)
            return std::nullopt;
        m_text.remove_prefix(static_cast<size_t>(count));
        return code;
    }

    bool readEscape(QByteArray &text)
    {
        if (m_text.empty())
            return false;
        const char kind = m_text.front();
        m_text.remove_prefix(1);
        switch (kind) {
        case 'n':
            text += '\n';
            return true;
        case 'r':
            text += '\r';
            return true;
        case 't':
            text += '\t';
            return true;
        case '\\':
        case '\'':
        case '"':
            text += kind;
            return true;
        case 'x':
        case 'u':
        case 'U': {
            const auto code = hexDigits(kind == 'x' ? 2 : kind == 'u' ? 4 : 8);
            if (!code || *code > 0x10FFFF || QChar::isSurrogate(*code))
                return false;
            text += QString::fromUcs4(reinterpret_cast<const char32_t *>(&*code), 1).toUtf8();
            return true;
        }
        default:
            return false;
        }
    }

    bool readText()
    {
        const char quote = m_text.front();
        m_text.remove_prefix(1);
        QByteArray text;
        while (!m_text.empty() && m_text.front() != quote) {
            const char c = m_text.front();
            m_text.remove_prefix(1);
            if (c != '\\')
                text += c;
            else if (!readEscape(text))
                return false;
        }
        if (m_text.empty())
            return false;
        m_text.remove_prefix(1);
        m_out += quotedJson(textFromUtf8(viewOf(text)));
        return true;
    }

    std::string_view m_text;
    QByteArray m_out;
};

bool isReadableObject(const QByteArray &json)
{
    const PaddedBody body(json);
    Parser parser;
    od::document document;
    od::object object;
    bool hasValues = true;
    const auto visit = [&hasValues](std::string_view, od::value &value) {
        // Where a value is missing, the parser takes what stands behind it.
        const std::string_view raw = rawOf(value);
        hasValues = hasValues && !raw.empty() && std::string_view("}],:").find(raw.front()) == std::string_view::npos;
    };
    return !parser.iterate(body.padded()).get(document) && !document.get_object().get(object)
        && forEachMember(object, visit) && isReadInFull(document) && hasValues;
}

QByteArray objectOf(const QByteArray &cell)
{
    const QByteArray text = cell.trimmed();
    if (text.isEmpty())
        return "{}";
    if (text.startsWith('{')) {
        // Python writes single quotes; where both could be meant ("{}"), they mean the same.
        if (isReadableObject(text))
            return text;
        if (const auto json = jsonFromPython(text))
            return *json;
    }
    return quotedJson(textFromUtf8(viewOf(cell)));
}

bool isObjectColumn(const QByteArray &name)
{
    return name == "user" || name == "context" || name == "brand";
}

bool isNullableColumn(const QByteArray &name)
{
    return name == "client_ip" || name == "expires";
}

// The columns of authentik's export that belong to the user, in its order, and the keys there.
constexpr std::array<std::pair<const char *, const char *>, 3> userColumns{
    {{"user_pk", "pk"}, {"username", "username"}, {"email", "email"}}};

// As JSON has them, of any length.
bool isInteger(const QByteArray &cell)
{
    std::string_view digits = viewOf(cell);
    if (!digits.empty() && digits.front() == '-')
        digits.remove_prefix(1);
    return !digits.empty() && (digits.front() != '0' || digits.size() == 1)
        && std::all_of(digits.begin(), digits.end(), isDigit);
}

// The key in the user that a column holds; empty where it holds none.
QByteArrayView userKeyOf(const QByteArray &column)
{
    const auto *const found = std::find_if(
        userColumns.begin(), userColumns.end(), [&column](const auto &each) { return column == each.first; });
    return found == userColumns.end() ? QByteArrayView() : QByteArrayView(found->second);
}

} // namespace

std::optional<QList<QByteArray>> csvCells(std::string_view record)
{
    while (!record.empty() && (record.back() == '\n' || record.back() == '\r'))
        record.remove_suffix(1);
    QList<QByteArray> cells;
    for (size_t at = 0;; ++at) {
        QByteArray cell;
        if (at < record.size() && record[at] == '"') {
            for (++at;; ++at) {
                const size_t quote = record.find('"', at);
                if (quote == std::string_view::npos)
                    return std::nullopt;
                cell.append(record.data() + at, static_cast<qsizetype>(quote - at));
                at = quote + 1;
                if (at >= record.size() || record[at] != '"')
                    break;
                cell += '"';
            }
            if (at < record.size() && record[at] != ',')
                return std::nullopt;
        } else {
            const size_t end = std::min(record.find(',', at), record.size());
            cell.append(record.data() + at, static_cast<qsizetype>(end - at));
            at = end;
        }
        cells += cell;
        if (at >= record.size())
            return cells;
    }
}

std::optional<QList<QByteArray>> eventCsvKeys(const QList<QByteArray> &cells)
{
    QList<QByteArray> header;
    for (const QByteArray &cell : cells) {
        const QByteArray name = cell.trimmed().toLower().replace(' ', '_');
        header += name == "event_uuid" ? QByteArray("pk") : name;
    }
    const bool isOfEvents = header.contains("action") && (header.contains("created") || header.contains("pk"));
    return isOfEvents ? std::optional(header) : std::nullopt;
}

std::optional<QList<QByteArray>> placedCells(const QList<QByteArray> &header, const QList<QByteArray> &cells)
{
    if (cells.size() == header.size())
        return cells;
    const qsizetype own = header.size() - static_cast<qsizetype>(userColumns.size());
    if (own < 0 || header.at(own) != userColumns.front().first || cells.size() < own || cells.size() > header.size())
        return std::nullopt;
    QList<QByteArray> placed = cells.first(own);
    // A number is the key, and of the texts a user has the name before the address.
    QList<QByteArray> left = cells.mid(own);
    placed += !left.isEmpty() && isInteger(left.constFirst()) ? left.takeFirst() : QByteArray();
    left.resize(2);
    return placed + left;
}

QByteArray jsonFromCsv(const QList<QByteArray> &header, const QList<QByteArray> &cells)
{
    const bool hasUser = header.contains("user");
    QByteArray json = "{";
    QByteArray user; // of its columns
    const auto add = [](QByteArray &object, const QByteArray &name, const QByteArray &value) {
        object += (object.size() > 1 ? ", " : "") + quotedJson(textFromUtf8(viewOf(name))) + ": " + value;
    };
    for (qsizetype i = 0; i < header.size() && i < cells.size(); ++i) {
        const QByteArray &name = header.at(i);
        const QByteArray &cell = cells.at(i);
        const auto text = [&cell] {
            return quotedJson(textFromUtf8(viewOf(cell)));
        };
        if (const QByteArrayView key = hasUser ? QByteArrayView() : userKeyOf(name); !key.isEmpty()) {
            if (user.isEmpty())
                user = "{";
            if (!cell.isEmpty())
                add(user, key.toByteArray(), key == "pk" && isInteger(cell) ? cell : text());
        } else if (isObjectColumn(name)) {
            add(json, name, objectOf(cell));
        } else if (isNullableColumn(name) && (cell.isEmpty() || cell == "None")) {
            add(json, name, "null");
        } else {
            add(json, name, text());
        }
    }
    if (!user.isEmpty())
        add(json, "user", user + '}');
    return json + '}';
}

const QList<QByteArray> &eventCsvHeader()
{
    static const QList<QByteArray> header{
        "pk", "user", "action", "app", "context", "client_ip", "created", "expires", "brand"};
    return header;
}

QList<QByteArray> csvCellsOf(const QList<QByteArray> &header, const QByteArray &json)
{
    QList<QByteArray> cells(header.size());
    const PaddedBody body(json);
    Parser parser;
    od::document document;
    od::object object;
    if (parser.iterate(body.padded()).get(document) || document.get_object().get(object))
        return cells;
    QList<bool> isTaken(header.size());
    forEachMember(object, [&](std::string_view key, od::value &value) {
        const qsizetype column
            = header.indexOf(QByteArray::fromRawData(key.data(), static_cast<qsizetype>(key.size())));
        if (column >= 0 && !std::exchange(isTaken[column], true))
            cells[column] = textOf(value).toUtf8();
    });
    return cells;
}

std::optional<QByteArray> jsonFromPython(const QByteArray &literal)
{
    return PythonReader(viewOf(literal)).read();
}

} // namespace tidings::codec
