// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace tidings {

// What is looked for in texts that are shown: words, upper and lower case being the same. A row is found when each word
// stands somewhere in it.
class FindWords
{
public:
    struct Place
    {
        qsizetype start = 0;
        qsizetype length = 0;
        bool operator==(const Place &) const = default;
    };

    FindWords() = default;
    explicit FindWords(const QString &text); // separated by white space; the first 32 count

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    [[nodiscard]] const QStringList &words() const { return m_words; }
    // Where any of the words stand, from the left, without overlaps.
    [[nodiscard]] QList<Place> placesIn(const QString &text) const;
    bool operator==(const FindWords &) const = default;

private:
    QStringList m_words;
};

} // namespace tidings
