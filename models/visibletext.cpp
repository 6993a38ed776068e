// SPDX-License-Identifier: GPL-3.0-or-later
#include "visibletext.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popIsolate = 0x2069;

bool isHidden(char32_t c)
{
    return (c >= 0x80 && c < 0xA0) // C1 controls
        || c == 0xAD // soft hyphen
        || c == 0x34F || c == 0x61C || c == 0x180E // grapheme joiner, Arabic letter mark, Mongolian vowel separator
        || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 // Hangul fillers: letters without a shape
        || (c >= 0x200B && c <= 0x200F && c != 0x200D) // zero width; the joiner is part of emoji
        || (c >= 0x2028 && c <= 0x202E) // separators and embeddings
        || c == 0x2800 // Braille without a dot
        || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0x1D173 && c <= 0x1D17A) // begins and ends in musical notation
        || (c >= 0xE0000 && c <= 0xE0FFF); // tags
}

bool isVariationSelector(char32_t c)
{
    return c >= 0xFE00 && c <= 0xFE0F;
}

bool needsWork(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7F || c.isSurrogate() || c.unicode() == 0x200D
            || isVariationSelector(c.unicode()) || (c.unicode() >= 0x80 && isHidden(c.unicode()));
    });
}

// The joiner and variation selectors are part of emoji and of some scripts; behind Latin letters, or behind nothing,
// they only hide. Keycaps and "©" have selectors of their own.
bool isStray(char32_t c, char32_t previous)
{
    if (c == 0x200D)
        return previous < 0x250;
    return isVariationSelector(c) && (previous == 0 || (previous < 0x250 && QChar::isLetter(previous)));
}

enum class Lines { Many, One, Sentence };

QString marked(const QString &text, Lines lines)
{
    const bool oneLine = lines != Lines::Many;
    int isolated = 0; // parts that are open
    if (!needsWork(text))
        return text;
    QString out;
    out.reserve(text.size());
    char32_t previous = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        char32_t c = unit.unicode();
        if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            c = QChar::surrogateToUcs4(unit, text.at(++i));
        else if (unit.isSurrogate())
            c = QChar::ReplacementCharacter;

        if (lines == Lines::Sentence && (c == firstStrongIsolate || (c == popIsolate && isolated > 0))) {
            isolated += c == firstStrongIsolate ? 1 : -1;
            out += QChar(static_cast<char16_t>(c));
        } else if (c == u'\n' || c == u'\t') {
            if (!oneLine)
                out += QChar(static_cast<char16_t>(c));
            else
                out += c == u'\n' ? u" ⏎ "_s : u" "_s;
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                out += u'␍';
        } else if (c < 0x20) {
            out += QChar(static_cast<char16_t>(0x2400 + c)); // the control pictures
        } else if (c == 0x7F) {
            out += u'␡';
        } else if (isHidden(c) || isStray(c, previous)) {
            out += u"‹U+%1›"_s.arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
            continue; // what follows is behind the same character
        } else {
            out += QStringView(QChar::fromUcs4(c));
        }
        previous = c;
    }
    return out + QString(isolated, QChar(popIsolate));
}

QString cutLine(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    // A character must not be cut in halves.
    const bool cutsPair = longest > 0 && text.at(longest - 1).isHighSurrogate();
    return text.left(cutsPair ? longest - 1 : longest) + u'…';
}

} // namespace

QString visibleText(const QString &text)
{
    return marked(text, Lines::Many);
}

QString visibleLine(const QString &text, qsizetype longest)
{
    return marked(cutLine(text, longest), Lines::One);
}

QString visibleSentence(const QString &text, qsizetype longest)
{
    return marked(cutLine(text, longest), Lines::Sentence);
}

QString isolatedText(const QString &visible)
{
    for (qsizetype i = 0; i < visible.size(); ++i) {
        char32_t c = visible.at(i).unicode();
        if (c < 0x590) // no script before Hebrew
            continue;
        if (QChar::isHighSurrogate(c) && i + 1 < visible.size())
            c = QChar::surrogateToUcs4(visible.at(i), visible.at(i + 1));
        const QChar::Direction direction = QChar::direction(c);
        if (direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN)
            return QChar(firstStrongIsolate) + visible + QChar(popIsolate);
    }
    return visible;
}

} // namespace tidings
