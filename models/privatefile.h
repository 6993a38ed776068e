// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

class QSaveFile;

namespace tidings {

// Files that belong to the user alone. Errors are sentences for people, translated, that name the file.

constexpr mode_t privateMode = 0600;

// Where a file that cannot be read is put aside for whoever wants to look at it.
inline QString brokenPath(const QString &path)
{
    return path + QLatin1StringView(".broken");
}

// Puts the file there; an older one goes.
void setAside(const QString &path);

// The whole file; larger ones than `mostBytes` are an error.
Expected<QByteArray, QString> readWholeFile(const QString &path, qint64 mostBytes);

// Replaces the file as a whole or leaves it as it was. The error; empty when it was written.
[[nodiscard]] QString writePrivateFile(const QString &path, const QByteArray &bytes);

// For files that are written bit by bit: begins a new one; nothing is replaced before commit().
[[nodiscard]] bool openPrivateFile(QSaveFile &file);
[[nodiscard]] QString writeErrorText(const QSaveFile &file);

} // namespace tidings
