// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tidings {

// Plain words: a text matches when it contains every one of them somewhere, upper and lower case being the same.
// Texts are UTF-8, and JSON that spells letters as \u00fc matches too. For words beyond ASCII, case is that of the word
// as typed, in small and in capital letters.
class WordSearch
{
public:
    explicit WordSearch(const QString &words); // separated by white space and commas, as authentik does

    [[nodiscard]] bool matches(std::string_view text) const;
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }

private:
    // Found by the first and the last byte of the needle, 16 places at a time, then compared.
    class Needle
    {
    public:
        explicit Needle(const QByteArray &bytes);
        [[nodiscard]] bool isIn(std::string_view text) const;

    private:
        [[nodiscard]] bool isAt(const char *place) const;

        std::string m_lower;
    };
    using Word = std::vector<Needle>; // spellings

    std::vector<Word> m_words;
};

} // namespace tidings
