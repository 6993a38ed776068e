// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace tidings {

inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

// As QString::fromUtf8(), which drops a byte order mark at the begin: in front of a name it would make two names look
// alike, and what shows hidden characters would never see it.
inline QString textFromUtf8(std::string_view bytes)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    qsizetype marks = 0;
    for (; bytes.starts_with(mark); ++marks)
        bytes.remove_prefix(mark.size());
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return marks == 0 ? text : QString(marks, QChar::ByteOrderMark) + text;
}

} // namespace tidings
