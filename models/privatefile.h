// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace tidings {

// Files that belong to the user alone (0600). Errors are sentences for people, translated, that name the file.

// The whole file; larger ones than `mostBytes` are an error.
Expected<QByteArray, QString> readWholeFile(const QString &path, qint64 mostBytes);

// Replaces the file as a whole or leaves it as it was. The error; empty when it was written.
[[nodiscard]] QString writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace tidings
