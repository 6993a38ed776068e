// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlevaluator.h"

#include <QStringList>

#include <string>

namespace tidings::demo {

/// The AKQL value at \p keys below the JSON text \p json; numeric keys reach into arrays. \p json is valid, but may
/// hold numbers of any size. May grow the capacity of \p json, never its content.
akql::Value jsonValueAt(std::string &json, const QStringList &keys);

} // namespace tidings::demo
