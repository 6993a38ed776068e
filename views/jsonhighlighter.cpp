// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonhighlighter.h"

namespace tidings {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'+' || c == u'-' || c == u'_';
}

qsizetype endOfString(QStringView line, qsizetype start)
{
    for (qsizetype i = start + 1; i < line.size(); ++i) {
        if (line.at(i) == u'\\')
            ++i;
        else if (line.at(i) == u'"')
            return i + 1;
    }
    return line.size();
}

bool isKey(QStringView line, qsizetype end)
{
    while (end < line.size() && isBlank(line.at(end)))
        ++end;
    return end < line.size() && line.at(end) == u':';
}

} // namespace

std::optional<JsonToken> nextJsonToken(QStringView line, qsizetype from)
{
    using Kind = JsonToken::Kind;
    while (from < line.size() && isBlank(line.at(from)))
        ++from;
    if (from >= line.size())
        return std::nullopt;
    const QChar c = line.at(from);
    if (c == u'"') {
        const qsizetype end = endOfString(line, from);
        return JsonToken{isKey(line, end) ? Kind::Key : Kind::String, from, end - from};
    }
    if (c == u'{' || c == u'}' || c == u'[' || c == u']')
        return JsonToken{Kind::Bracket, from, 1};
    if (!isWordPart(c))
        return JsonToken{Kind::Other, from, 1};
    qsizetype end = from + 1;
    while (end < line.size() && isWordPart(line.at(end)))
        ++end;
    const QStringView word = line.mid(from, end - from);
    if (word == u"true" || word == u"false" || word == u"null")
        return JsonToken{Kind::Literal, from, word.size()};
    const bool isNumber = c == u'-' || (c >= u'0' && c <= u'9');
    return JsonToken{isNumber ? Kind::Number : Kind::Other, from, word.size()};
}

JsonHighlighter::JsonHighlighter(QTextDocument *document, const Colors &colors)
    : QSyntaxHighlighter(document)
{
    takeColors(colors);
}

void JsonHighlighter::setColors(const Colors &colors)
{
    if (m_key.foreground().color() == colors.notice && m_punctuation.foreground().color() == colors.muted
        && m_literal.foreground().color() == colors.text)
        return;
    takeColors(colors);
    rehighlight();
}

void JsonHighlighter::takeColors(const Colors &colors)
{
    m_key.setForeground(colors.notice);
    m_string.setForeground(colors.good);
    m_number.setForeground(colors.warning);
    m_literal.setForeground(colors.text);
    m_literal.setFontWeight(QFont::DemiBold);
    m_punctuation.setForeground(colors.muted);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    constexpr qsizetype longest = 20'000;
    const QStringView line = QStringView(text).left(longest);
    qsizetype from = 0;
    while (const auto token = nextJsonToken(line, from)) {
        from = token->start + token->length;
        const auto paint = [&](const QTextCharFormat &format) {
            setFormat(static_cast<int>(token->start), static_cast<int>(token->length), format);
        };
        switch (token->kind) {
        case JsonToken::Kind::Key:
            paint(m_key);
            break;
        case JsonToken::Kind::String:
            paint(m_string);
            break;
        case JsonToken::Kind::Number:
            paint(m_number);
            break;
        case JsonToken::Kind::Literal:
            paint(m_literal);
            break;
        case JsonToken::Kind::Bracket:
        case JsonToken::Kind::Other:
            paint(m_punctuation);
            break;
        }
    }
}

} // namespace tidings
