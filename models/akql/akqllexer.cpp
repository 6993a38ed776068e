// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqllexer.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

bool isLineEnd(char16_t c)
{
    return c == u'\n' || c == u'\r' || c == u'\u2028' || c == u'\u2029';
}

bool isSpace(char16_t c)
{
    return c == u' ' || c == u'\t' || c == u'\v' || c == u'\f' || c == u'\u00a0' || isLineEnd(c);
}

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c.unicode()) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isNameStart(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isNamePart(char16_t c)
{
    return isNameStart(c) || isDigit(c);
}

TokenKind nameKind(QStringView word)
{
    static constexpr std::array<std::pair<QStringView, TokenKind>, 9> keywords{{
        {u"and", TokenKind::And},
        {u"or", TokenKind::Or},
        {u"not", TokenKind::Not},
        {u"in", TokenKind::In},
        {u"startswith", TokenKind::StartsWith},
        {u"endswith", TokenKind::EndsWith},
        {u"True", TokenKind::True},
        {u"False", TokenKind::False},
        {u"None", TokenKind::None},
    }};
    for (const auto &[keyword, kind] : keywords) {
        if (word == keyword) {
            return kind;
        }
    }
    return TokenKind::Name;
}

/// The character a one-letter escape stands for, NUL for a letter that is no escape.
char16_t unescaped(char16_t letter)
{
    switch (letter) {
    case u'"':
    case u'\'':
    case u'\\':
    case u'/':
        return letter;
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return u'\0';
    }
}

} // namespace

Token Lexer::next()
{
    while (m_pos < m_text.size() && isSpace(at(m_pos))) {
        ++m_pos;
    }
    if (m_pos == m_text.size()) {
        return take(TokenKind::End, 0);
    }
    const char16_t c = at(m_pos);
    const char16_t following = at(m_pos + 1);
    switch (c) {
    case u'(':
        return take(TokenKind::LeftParen, 1);
    case u')':
        return take(TokenKind::RightParen, 1);
    case u',':
        return take(TokenKind::Comma, 1);
    case u'=':
        return take(TokenKind::Equal, 1);
    case u'~':
        return take(TokenKind::Contains, 1);
    case u'>':
        return following == u'=' ? take(TokenKind::GreaterEqual, 2) : take(TokenKind::Greater, 1);
    case u'<':
        return following == u'=' ? take(TokenKind::LessEqual, 2) : take(TokenKind::Less, 1);
    case u'!':
        if (following == u'=') {
            return take(TokenKind::NotEqual, 2);
        }
        return following == u'~' ? take(TokenKind::NotContains, 2) : unknownCharacter();
    case u'"':
    case u'\'':
        return string();
    default:
        break;
    }
    if (isNameStart(c)) {
        return name();
    }
    if (isDigit(c) || (c == u'-' && isDigit(following))) {
        return number();
    }
    return unknownCharacter();
}

Token Lexer::take(TokenKind kind, qsizetype length)
{
    const qsizetype start = std::exchange(m_pos, m_pos + length);
    return {kind, start, length, m_text.sliced(start, length).toString()};
}

Token Lexer::invalid(qsizetype start, qsizetype end, const QString &message)
{
    m_pos = end;
    return {TokenKind::Invalid, start, end - start, message};
}

Token Lexer::name()
{
    qsizetype end = m_pos + 1;
    while (isNamePart(at(end)) || (at(end) == u'.' && isNameStart(at(end + 1)))) {
        ++end;
    }
    const qsizetype length = end - m_pos;
    return take(nameKind(m_text.sliced(m_pos, length)), length);
}

Token Lexer::number()
{
    const auto skipDigits = [this](qsizetype index) {
        while (isDigit(at(index))) {
            ++index;
        }
        return index;
    };
    qsizetype end = at(m_pos) == u'-' ? m_pos + 1 : m_pos;
    // A leading zero stands alone, so that 007 is three tokens and an error, as on the server.
    end = at(end) == u'0' ? end + 1 : skipDigits(end);
    TokenKind kind = TokenKind::Integer;
    if (at(end) == u'.' && isDigit(at(end + 1))) {
        kind = TokenKind::Decimal;
        end = skipDigits(end + 1);
    }
    if (at(end) == u'e' || at(end) == u'E') {
        const qsizetype exponent = at(end + 1) == u'+' || at(end + 1) == u'-' ? end + 2 : end + 1;
        if (isDigit(at(exponent))) {
            kind = TokenKind::Decimal;
            end = skipDigits(exponent);
        }
    }
    return take(kind, end - m_pos);
}

Token Lexer::string()
{
    const qsizetype start = m_pos;
    const char16_t quote = at(start);
    qsizetype end = start + 1;
    QString value;
    Token bad{TokenKind::End, 0, 0, {}};
    const auto refuse = [&bad](qsizetype from, qsizetype length, const QString &message) {
        if (bad.kind == TokenKind::End) {
            bad = {TokenKind::Invalid, from, length, message};
        }
    };
    while (end < m_text.size() && at(end) != quote && !isLineEnd(at(end))) {
        if (at(end) == u'\0') {
            refuse(end, 1, tr("A NUL character cannot be searched for."));
        }
        if (at(end) != u'\\') {
            value += QChar(at(end++));
            continue;
        }
        if (const char16_t plain = unescaped(at(end + 1))) {
            value += QChar(plain);
            end += 2;
            continue;
        }
        const bool isHex = at(end + 1) == u'u' && end + 6 <= m_text.size()
            && std::all_of(m_text.begin() + end + 2, m_text.begin() + end + 6, isHexDigit);
        const char16_t code = isHex ? m_text.sliced(end + 2, 4).toUShort(nullptr, 16) : u'\0';
        if (code != 0) {
            value += QChar(code);
            end += 6;
        } else {
            refuse(end, qMin<qsizetype>(isHex ? 6 : 2, m_text.size() - end),
                isHex
                    ? tr("A NUL character cannot be searched for.")
                    : tr(
                        R"(Unknown escape: after a backslash, one of \ " ' / b f n r t or u and four hex digits is expected.)"));
            ++end;
        }
    }
    if (at(end) != quote) {
        return invalid(start, end, tr("This text has no closing quote."));
    }
    m_pos = end + 1;
    return bad.kind == TokenKind::Invalid ? bad : Token{TokenKind::String, start, m_pos - start, value};
}

Token Lexer::unknownCharacter()
{
    const bool isPair
        = m_pos + 1 < m_text.size() && m_text[m_pos].isHighSurrogate() && m_text[m_pos + 1].isLowSurrogate();
    const char32_t code = isPair ? QChar::surrogateToUcs4(at(m_pos), at(m_pos + 1)) : at(m_pos);
    const bool isVisible = QChar::isPrint(code) && !QChar::isSpace(code) && !QChar::isMark(code);
    const QString shown
        = isVisible ? QString::fromUcs4(&code, 1) : u"U+%1"_s.arg(uint(code), 4, 16, QLatin1Char('0')).toUpper();
    return invalid(m_pos, m_pos + (isPair ? 2 : 1), tr("The character “%1” cannot stand here.").arg(shown));
}

} // namespace tidings::akql
