// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"

#include "codecprimitives.h"

#include <QCoreApplication>
#include <QSet>

#include <vector>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct JsonWords
{
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// A checker without recursion: one stack entry per open object or array.
class Checker
{
public:
    explicit Checker(const QString &json)
        : m_text(json)
    {
    }

    std::optional<JsonProblem> run()
    {
        skipBlanks();
        if (atEnd() || peek() != u'{')
            fail(m_pos, JsonWords::tr("A JSON object is expected here: { … }"));
        if (!m_problem)
            readValue();
        while (!m_problem && !m_open.empty())
            step();
        skipBlanks();
        if (!m_problem && !atEnd())
            fail(m_pos, JsonWords::tr("Nothing may follow the closing brace"));
        return m_problem;
    }

private:
    struct Level
    {
        bool isObject = false;
        bool isEmpty = true;
        QSet<QString> keys;
        qsizetype start = 0;
    };

    static constexpr size_t maxDepth = 200;

    [[nodiscard]] bool atEnd() const { return m_pos >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return m_text.at(m_pos); }

    void skipBlanks()
    {
        while (!atEnd() && isBlank(peek()))
            ++m_pos;
    }

    void fail(qsizetype offset, const QString &message)
    {
        if (m_problem)
            return;
        JsonProblem problem;
        problem.offset = std::min(offset, m_text.size());
        for (qsizetype i = 0; i < problem.offset; ++i) {
            ++problem.column;
            if (m_text.at(i) == u'\n') {
                ++problem.line;
                problem.column = 1;
            }
        }
        problem.message = message;
        m_problem = problem;
    }

    // One member or element of the innermost open level, or its end.
    void step()
    {
        Level &level = m_open.back();
        skipBlanks();
        const QChar closing = level.isObject ? u'}' : u']';
        if (atEnd())
            return fail(m_pos,
                level.isObject ? JsonWords::tr("The object is not closed: } is missing")
                               : JsonWords::tr("The array is not closed: ] is missing"));
        if (peek() == closing) {
            ++m_pos;
            m_open.pop_back();
            return;
        }
        if (!level.isEmpty) {
            if (peek() != u',')
                return fail(m_pos,
                    level.isObject ? JsonWords::tr("A comma or } is missing here")
                                   : JsonWords::tr("A comma or ] is missing here"));
            const qsizetype comma = m_pos++;
            skipBlanks();
            if (!atEnd() && peek() == closing)
                return fail(comma, JsonWords::tr("There is a comma too many here"));
        }
        level.isEmpty = false;
        if (level.isObject && !readKey(level))
            return;
        readValue();
    }

    bool readKey(Level &level)
    {
        const qsizetype start = m_pos;
        if (atEnd() || peek() != u'"') {
            fail(m_pos, JsonWords::tr("A name in double quotes is expected here"));
            return false;
        }
        if (!readString())
            return false;
        const QByteArray literal = m_text.mid(start, m_pos - start).toUtf8();
        const QString key = codec::unescaped({literal.constData(), static_cast<size_t>(literal.size())});
        if (level.keys.contains(key)) {
            fail(start, JsonWords::tr("The name “%1” is used twice; authentik refuses that").arg(key.left(60)));
            return false;
        }
        level.keys.insert(key);
        skipBlanks();
        if (atEnd() || peek() != u':') {
            fail(m_pos, JsonWords::tr("A colon is missing here"));
            return false;
        }
        ++m_pos;
        return true;
    }

    void readValue()
    {
        skipBlanks();
        if (atEnd())
            return fail(m_pos, JsonWords::tr("A value is missing here"));
        const QChar c = peek();
        if (c == u'{' || c == u'[') {
            if (m_open.size() >= maxDepth)
                return fail(m_pos, JsonWords::tr("The nesting is too deep"));
            m_open.push_back({c == u'{', true, {}, m_pos});
            ++m_pos;
        } else if (c == u'"') {
            readString();
        } else if (c == u'-' || isDigit(c)) {
            readNumber();
        } else {
            readWord();
        }
    }

    bool readString()
    {
        const qsizetype start = m_pos++;
        while (!atEnd()) {
            const QChar c = peek();
            if (c == u'"') {
                ++m_pos;
                return true;
            }
            if (c.unicode() < 0x20) {
                fail(m_pos,
                    c == u'\n' ? JsonWords::tr("The text is not closed: a \" is missing in this line")
                               : JsonWords::tr("A control character must be written as \\u00XX"));
                return false;
            }
            ++m_pos;
            if (c == u'\\' && !readEscape())
                return false;
        }
        fail(start, JsonWords::tr("The text is not closed: a \" is missing"));
        return false;
    }

    bool readEscape()
    {
        if (!atEnd() && u"\"\\/bfnrt"_s.contains(peek())) {
            ++m_pos;
            return true;
        }
        if (!atEnd() && peek() == u'u') {
            const QString digits = m_text.mid(m_pos + 1, 4);
            bool isHex = digits.size() == 4;
            for (const QChar c : digits)
                isHex = isHex && (isDigit(c) || (c.toLower() >= u'a' && c.toLower() <= u'f'));
            if (isHex) {
                if (digits == "0000"_L1) {
                    fail(m_pos - 1, JsonWords::tr("The character \\u0000 cannot be stored by authentik"));
                    return false;
                }
                m_pos += 5;
                return true;
            }
        }
        fail(m_pos - 1, JsonWords::tr("This backslash does not begin an escape that JSON knows"));
        return false;
    }

    void readNumber()
    {
        const qsizetype start = m_pos;
        const auto digits = [this] {
            const qsizetype first = m_pos;
            while (!atEnd() && isDigit(peek()))
                ++m_pos;
            return m_pos - first;
        };
        if (peek() == u'-')
            ++m_pos;
        const bool leadingZero = !atEnd() && peek() == u'0';
        const qsizetype whole = digits();
        bool valid = whole == 1 || (whole > 1 && !leadingZero);
        if (valid && !atEnd() && peek() == u'.') {
            ++m_pos;
            valid = digits() > 0;
        }
        if (valid && !atEnd() && (peek() == u'e' || peek() == u'E')) {
            ++m_pos;
            if (!atEnd() && (peek() == u'+' || peek() == u'-'))
                ++m_pos;
            valid = digits() > 0;
        }
        if (!valid)
            fail(start, JsonWords::tr("This is not a number as JSON writes it"));
    }

    void readWord()
    {
        for (const QLatin1StringView word : {"true"_L1, "false"_L1, "null"_L1}) {
            if (QStringView(m_text).mid(m_pos, word.size()) == word) {
                m_pos += word.size();
                return;
            }
        }
        fail(m_pos,
            JsonWords::tr("A value is expected here: text in double quotes, a number, true, false, null, { or ["));
    }

    const QString &m_text;
    qsizetype m_pos = 0;
    std::vector<Level> m_open;
    std::optional<JsonProblem> m_problem;
};

// Copies tokens and lets `between` write the white space. Strings are passed over as they are.
QByteArray relaid(const QByteArray &json, bool pretty)
{
    QByteArray out;
    out.reserve(json.size() * (pretty ? 2 : 1));
    qsizetype depth = 0;
    bool inString = false;
    bool justOpened = false;
    // Deeper text is still laid out, only not indented further; and hostile nesting gets no more blanks than this.
    qsizetype blanksLeft = 64 * 1024 + 4 * json.size();
    const auto newLine = [&] {
        if (!pretty)
            return;
        const qsizetype blanks = std::min(blanksLeft, 2 * std::clamp<qsizetype>(depth, 0, 100));
        blanksLeft -= blanks;
        out += '\n';
        out.append(blanks, ' ');
    };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json.at(++i);
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;
        const bool closes = c == '}' || c == ']';
        if (closes)
            --depth;
        if (justOpened != closes && (justOpened || closes))
            newLine();
        justOpened = false;
        out += c;
        if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
            justOpened = true;
        } else if (c == ',') {
            newLine();
        } else if (c == ':' && pretty) {
            out += ' ';
        }
    }
    return out;
}

} // namespace

std::optional<JsonProblem> checkJsonObject(const QString &json)
{
    return Checker(json).run();
}

QByteArray prettyJson(const QByteArray &json)
{
    return relaid(json, true);
}

QByteArray compactJson(const QByteArray &json)
{
    return relaid(json, false);
}

QByteArray quotedJson(const QString &value)
{
    QByteArray out = "\"";
    const QByteArray utf8 = value.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0');
        } else {
            out += c;
        }
    }
    return out + '"';
}

QByteArray rawMember(const QByteArray &object, const char *key)
{
    const codec::PaddedBody body(object);
    codec::Parser parser;
    codec::od::document document;
    codec::od::object members;
    if (parser.iterate(body.padded()).get(document) || document.get_object().get(members))
        return {};
    QByteArray found;
    codec::forEachMember(members, [&](std::string_view name, codec::od::value &value) {
        if (name == key && found.isNull()) { // as the readers do
            const std::string_view raw = codec::rawOf(value);
            found = QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
        }
    });
    return found;
}

} // namespace tidings
