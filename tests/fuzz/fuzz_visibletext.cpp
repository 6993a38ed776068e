// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the server on their way to the screen, and the search in them.
#include "findwords.h"
#include "fuzzing.h"
#include "textpattern.h"
#include "useragent.h"
#include "visibletext.h"
#include "wordsearch.h"

using namespace tidings;
using namespace tidings::fuzz;

namespace {

constexpr qsizetype longestMark = 10; // "‹U+E0001›", and a bit

void checkVisible(const QString &text)
{
    const QString visible = visibleText(text);
    require(isFitToBeSeen(visible, Allowed::Lines), "visible text can be seen");
    require(visible.size() <= longestMark * text.size(), "marks have a limit");
    require(visibleText(visible) == visible, "visible text is visible");
    for (const qsizetype longest : {qsizetype(0), qsizetype(1), qsizetype(7), qsizetype(2000)}) {
        const QString line = visibleLine(text, longest);
        require(isFitToBeSeen(line, Allowed::Nothing), "a visible line can be seen");
        require(line.size() <= longestMark * (longest + 1), "a visible line has a limit");
        const QString sentence = visibleSentence(text, longest);
        require(isFitToBeSeen(sentence, Allowed::Isolates), "what a sentence opens it closes");
    }
    const QString line = visibleLine(text);
    const QString isolated = isolatedText(line);
    require(isFitToBeSeen(isolated, Allowed::Isolates) && isolated.contains(line), "a part of a sentence is closed");
    require(visibleSentence(isolated, isolated.size()) == isolated, "and stays as it is");
}

void checkPattern(const QString &text)
{
    const QStringView line = tellingLine(text);
    const QStringView whole(text);
    require(
        line.isEmpty() || (line.begin() >= whole.begin() && line.end() <= whole.end()), "a line is one of the text");
    require(!line.contains(u'\n'), "and one only");
    const QStringList names{text.left(3), text.mid(text.size() / 2, 5), QString()};
    for (const QString &pattern : {textPattern(text), textPattern(text, names)}) {
        constexpr qsizetype longest = 403; // of the line, and ": *"
        require(pattern.size() <= longest, "a pattern has a limit");
        require(isFitToBeSeen(patternLabel(pattern), Allowed::Nothing), "its label can be seen");
        const QString words = longestWords(pattern);
        require(pattern.contains(words) && !words.contains(u'*'), "its words are its own");
    }
    require(textPattern(text) == textPattern(text), "a text has one pattern");
}

void checkUserAgent(const QString &text)
{
    const QString readable = readableUserAgent(text);
    constexpr qsizetype longest = 1100;
    require(readable.size() <= longest, "a user agent has a limit");
    require(readable.isEmpty() == text.isEmpty(), "it is empty where the text is");
}

// The first line is what is sought, the rest where.
void checkSearch(const QString &text)
{
    const qsizetype lineEnd = text.indexOf(u'\n');
    if (lineEnd < 0)
        return;
    constexpr qsizetype longest = 200;
    const QString sought = text.left(std::min(lineEnd, longest));
    const QString place = text.mid(lineEnd + 1);
    qsizetype end = 0;
    const QList<FindWords::Place> found = FindWords(sought).placesIn(place);
    for (const FindWords::Place &each : found) {
        require(each.length > 0 && each.start >= end && each.start <= place.size() - each.length,
            "places follow each other within the text");
        end = each.start + each.length;
    }

    const bool isAscii = std::all_of(sought.cbegin(), sought.cend(), [](QChar c) { return c.unicode() < 0x80; });
    // Of exactly its size, for who reads beyond it.
    const std::string bytes = place.toStdString();
    const std::vector<char> exact(bytes.begin(), bytes.end());
    const bool isFound = WordSearch(sought).matches({exact.data(), exact.size()});
    if (!isAscii)
        return;
    const QByteArray lower = QByteArray::fromStdString(bytes).toLower();
    const QStringList words = QString(sought).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    const bool isThere = std::all_of(words.cbegin(), words.cend(),
        [&lower](const QString &word) { return lower.contains(word.toLatin1().toLower()); });
    require(isFound == isThere, "words are found where they are");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype longest = 6000;
    const QString text = textOf(data, size, longest);
    checkVisible(text);
    checkPattern(text);
    checkUserAgent(text);
    checkSearch(text);
    return 0;
}
