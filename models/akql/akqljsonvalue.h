// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlevaluator.h"

#include <QStringList>

#include <string>

namespace tidings::akql {

/// The value at \p keys below the JSON text \p json; numeric keys reach into arrays. Missing where there is none, where
/// a key names two members the first; also where \p json cannot be read up to there. Numbers may be of any size. May
/// grow the capacity of \p json, never its content.
Value jsonValueAt(std::string &json, const QStringList &keys);

/// The same as text, as it stands there: strings without quotes, numbers with all their digits, objects and arrays as
/// JSON, and nothing for null or where nothing is.
QString jsonTextAt(std::string &json, const QStringList &keys);

} // namespace tidings::akql
