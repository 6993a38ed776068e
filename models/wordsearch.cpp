// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordsearch.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// ASCII only; bytes of longer UTF-8 characters stay.
constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isLetter(char c)
{
    return toLower(c) >= 'a' && toLower(c) <= 'z';
}

QByteArray jsonEscaped(const QString &word)
{
    QByteArray out;
    for (const QChar c : word) {
        if (c.unicode() < 0x80)
            out += static_cast<char>(c.unicode());
        else
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return out;
}

} // namespace

WordSearch::Needle::Needle(const QByteArray &bytes)
    : m_lower(bytes.constData(), static_cast<size_t>(bytes.size()))
{
    std::transform(m_lower.begin(), m_lower.end(), m_lower.begin(), toLower);
}

bool WordSearch::Needle::isAt(const char *place) const
{
    return std::equal(m_lower.begin(), m_lower.end(), place, [](char a, char b) { return a == toLower(b); });
}

bool WordSearch::Needle::isIn(std::string_view text) const
{
    if (text.size() < m_lower.size())
        return false;
    const char *at = text.data();
    const char *const last = text.data() + (text.size() - m_lower.size()); // where it can begin at most
#ifdef __SSE2__
    // With bit 0x20 set, a letter is its small one; whatever else becomes one too is sorted out by isAt().
    const auto pattern = [](char c) {
        return _mm_set1_epi8(c);
    };
    const auto fold = [](char c) {
        return _mm_set1_epi8(isLetter(c) ? 0x20 : 0);
    };
    const size_t tail = m_lower.size() - 1;
    const __m128i first = pattern(m_lower.front());
    const __m128i firstFold = fold(m_lower.front());
    const __m128i second = pattern(m_lower.back());
    const __m128i secondFold = fold(m_lower.back());
    constexpr int width = 16;
    for (; last - at >= width - 1; at += width) {
        const __m128i heads = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i tails = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + tail));
        const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(_mm_or_si128(heads, firstFold), first),
            _mm_cmpeq_epi8(_mm_or_si128(tails, secondFold), second));
        for (auto found = static_cast<unsigned>(_mm_movemask_epi8(both)); found != 0; found &= found - 1) {
            if (isAt(at + std::countr_zero(found)))
                return true;
        }
    }
#endif
    for (; at <= last; ++at) {
        if (isAt(at))
            return true;
    }
    return false;
}

WordSearch::WordSearch(const QString &words)
{
    const QStringList parts = QString(words).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QSet<QByteArray> spellings;
        for (const QString &spelling : {part, part.toLower(), part.toUpper()})
            spellings << spelling.toUtf8() << jsonEscaped(spelling);
        // Of ASCII words all are the same.
        if (std::all_of(part.cbegin(), part.cend(), [](QChar c) { return c.unicode() < 0x80; }))
            spellings = {part.toUtf8()};
        Word word;
        for (const QByteArray &spelling : std::as_const(spellings))
            word.emplace_back(spelling);
        m_words.push_back(std::move(word));
    }
}

bool WordSearch::matches(std::string_view text) const
{
    return std::all_of(m_words.begin(), m_words.end(), [text](const Word &word) {
        return std::any_of(word.begin(), word.end(), [text](const Needle &needle) { return needle.isIn(text); });
    });
}

} // namespace tidings
