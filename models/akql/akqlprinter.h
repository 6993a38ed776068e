// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"

#include <QString>

namespace tidings::akql {

/**
 * The query as text; parse(print(node)) gives node again.
 *
 * Send this to the server, not what the user typed. DjangoQL 0.18 declares no precedence, and its parser reads
 * "a and b or c" as "a and (b or c)" (measured); its strings know no single quotes and read \n as the letter n.
 * The printed text means the same to that parser and to the documented language: groups inside groups are always in
 * parentheses, strings in double quotes, and special characters are written \uXXXX.
 */
QString print(const Node &node);

/// A value as it is written in a query.
QString print(const Literal &literal);

/// A text as a quoted AKQL string.
QString quoted(QStringView text);

} // namespace tidings::akql
