// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <string_view>

// Events as CSV: RFC 4180, UTF-8, one column per key of the record, objects in their cells as JSON or as Python prints
// a dict. authentik's own export (2025.12 and later) names its columns "Event uuid", "Client ip" and so on, and has
// three of the user instead of one: the last ones, "User pk", "Username" and "Email".
namespace tidings::codec {

// The cells of one CSV record, unquoted. Nothing when its quotes are broken. A line break at the end does not count.
std::optional<QList<QByteArray>> csvCells(std::string_view record);

// What the columns of an export of events hold, by its first line: keys of the record, and user_pk, username and email
// of its user. Nothing where that is not the first line of such an export.
std::optional<QList<QByteArray>> eventCsvKeys(const QList<QByteArray> &cells);

// The cells of a record, one for each column. authentik leaves out, without a comma, those of what a user lacks; they
// are empty here. Nothing where the cells do not fit.
std::optional<QList<QByteArray>> placedCells(const QList<QByteArray> &header, const QList<QByteArray> &cells);

// The record as authentik's API would send it: cells of objects as JSON, empty cells as null where the API has null.
// A cell that is neither JSON nor a Python dict becomes a JSON text, unchanged. `cells` are as many as `header`.
QByteArray jsonFromCsv(const QList<QByteArray> &header, const QList<QByteArray> &cells);

// The keys of a record of the API, in its order: the columns that Tidings writes.
const QList<QByteArray> &eventCsvHeader();

// The way back: one cell for each column of the header, strings without their quotes, objects as their own bytes, null
// and what is missing empty. Of a key that stands twice the first counts. What is no JSON object gives empty cells.
QList<QByteArray> csvCellsOf(const QList<QByteArray> &header, const QByteArray &json);

// A Python literal (dict, list, tuple, text, number, True, False, None) as JSON: numbers digit for digit, keys in their
// order. Nothing where it is something else.
std::optional<QByteArray> jsonFromPython(const QByteArray &literal);

} // namespace tidings::codec
