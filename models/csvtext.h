// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tidings {

// A cell of a CSV file (RFC 4180), in quotes where it needs them. `cell` is UTF-8.
void appendCsvCell(QByteArray &line, const QByteArray &cell);

// The same for files that people open in a spreadsheet: a cell that a spreadsheet could take for a formula gets an
// apostrophe in front. That is one that begins, after blanks and invisible characters, with one of = + - @ (also as
// full-width characters), or with a tab or a line break.
void appendSafeCsvCell(QByteArray &line, const QByteArray &cell);

} // namespace tidings
