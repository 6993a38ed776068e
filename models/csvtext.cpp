// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtext.h"

#include <QString>

#include <algorithm>

namespace tidings {

namespace {

bool looksLikeFormula(const QByteArray &cell)
{
    if (cell.isEmpty())
        return false;
    if (cell.front() == '\t' || cell.front() == '\r' || cell.front() == '\n')
        return true;
    // Most cells begin with a letter or digit, and need no decoding.
    const auto first = static_cast<unsigned char>(cell.front());
    if ((first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z'))
        return false;
    constexpr int farEnough = 256; // bytes
    const QString text = QString::fromUtf8(cell.left(farEnough));
    const auto begin = std::find_if(text.cbegin(), text.cend(), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control;
    });
    if (begin == text.cend())
        return cell.size() > farEnough;
    switch (begin->unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\uFF1D':
    case u'\uFF0B':
    case u'\uFF0D':
    case u'\uFF20':
        return true;
    default:
        return false;
    }
}

void appendCell(QByteArray &line, const QByteArray &cell, bool withApostrophe)
{
    const bool mustQuote = std::any_of(
        cell.cbegin(), cell.cend(), [](char c) { return c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';'; });
    const bool hasBlankEdge = !cell.isEmpty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!mustQuote && !hasBlankEdge) {
        if (withApostrophe)
            line += '\'';
        line += cell;
        return;
    }
    line += withApostrophe ? "\"'" : "\"";
    for (const char c : cell) {
        if (c == '"')
            line += '"';
        line += c;
    }
    line += '"';
}

} // namespace

void appendCsvCell(QByteArray &line, const QByteArray &cell)
{
    appendCell(line, cell, false);
}

void appendSafeCsvCell(QByteArray &line, const QByteArray &cell)
{
    appendCell(line, cell, looksLikeFormula(cell));
}

} // namespace tidings
