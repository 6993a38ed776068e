// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "utf8text.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

// What the fuzz targets share. Each defines this function, which takes whatever bytes there may be and ends the program
// where the code under test breaks a promise.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace tidings::fuzz {

inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

// UTF-8; behind the byte 0xFF, which UTF-8 does not have, UTF-16, so that lone surrogates come, too.
inline QString textOf(const uint8_t *data, size_t size, qsizetype longest)
{
    if (size == 0 || data[0] != 0xFF)
        return QString::fromUtf8(bytesOf(data, size)).left(longest);
    QString text(static_cast<qsizetype>((size - 1) / sizeof(char16_t)), Qt::Uninitialized);
    std::memcpy(text.data(), data + 1, static_cast<size_t>(text.size()) * sizeof(char16_t));
    return text.left(longest);
}

// Which characters a shown text may have beside those that can be seen.
enum class Allowed {
    Nothing,
    Lines, // and tabs
    Isolates, // which close again
};

// Said anew, and not with the code under test: no control character, nothing that turns, joins or hides text, and no
// half of a character.
inline bool isFitToBeSeen(const QString &text, Allowed allowed)
{
    int isolates = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (QChar::isSurrogate(c)) {
            if (!QChar::isHighSurrogate(c) || i + 1 == text.size() || !text.at(i + 1).isLowSurrogate())
                return false;
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (allowed == Allowed::Lines && (c == u'\n' || c == u'\t'))
            continue;
        if (allowed == Allowed::Isolates && (c == 0x2068 || c == 0x2069)) {
            isolates += c == 0x2068 ? 1 : -1;
            if (isolates < 0)
                return false;
            continue;
        }
        const bool isControl = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        const bool isHidden = c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200C || c == 0x200E || c == 0x200F
            || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF
            || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
        if (isControl || isHidden)
            return false;
    }
    return isolates == 0;
}

} // namespace tidings::fuzz
