// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings {

// Server text made fit to be looked at: control characters and the invisible characters that turn, hide or join text
// (bidirectional overrides and isolates, zero-width ones, blanks that are none, byte order marks, tags) become visible
// marks such as "␛" or "‹U+202E›". Letters, combining marks and emoji stay. Text is otherwise unchanged; it must still
// be shown as plain text.
QString visibleText(const QString &text); // keeps line breaks and tabs
// Line breaks and tabs become "⏎" and blanks; of longer texts the first `longest` characters.
QString visibleLine(const QString &text, qsizetype longest = 2000);
// Visible text as part of a sentence: where it has right-to-left characters, between isolating ones, so that it does
// not reorder what stands next to it. What comes out is not to be made visible again, save by visibleSentence().
QString isolatedText(const QString &visible);
// As visibleLine(), for a sentence that may have isolated parts: those stay, and one that is cut is closed.
QString visibleSentence(const QString &text, qsizetype longest = 2000);

} // namespace tidings
