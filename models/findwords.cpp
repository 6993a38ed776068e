// SPDX-License-Identifier: GPL-3.0-or-later
#include "findwords.h"

#include <algorithm>

namespace tidings {

FindWords::FindWords(const QString &text)
    : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
{
    m_words.removeDuplicates();
    constexpr qsizetype most = 32; // rows keep a bit for each
    m_words = m_words.mid(0, most);
}

QList<FindWords::Place> FindWords::placesIn(const QString &text) const
{
    QList<Place> all;
    for (const QString &word : m_words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
            all += Place{at, word.size()};
    }
    std::sort(all.begin(), all.end(), [](const Place &a, const Place &b) { return a.start < b.start; });
    QList<Place> places;
    for (const Place &place : std::as_const(all)) {
        if (!places.isEmpty() && place.start < places.last().start + places.last().length) {
            Place &last = places.last();
            last.length = std::max(last.length, place.start + place.length - last.start);
        } else {
            places += place;
        }
    }
    return places;
}

} // namespace tidings
