// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <string_view>

// authentik's own CSV export of events: RFC 4180, UTF-8, one column per key of the record. Objects stand in their cells
// as JSON or as Python prints a dict.
namespace tidings::codec {

// The cells of one CSV record, unquoted. Nothing when its quotes are broken. A line break at the end does not count.
std::optional<QList<QByteArray>> csvCells(std::string_view record);

// True for the cells of the first line of an export of events.
bool isEventCsvHeader(const QList<QByteArray> &cells);

// The record as authentik's API would send it: cells of objects as JSON, empty cells as null where the API has null.
// A cell that is neither JSON nor a Python dict becomes a JSON text, unchanged. `cells` are as many as `header`.
QByteArray jsonFromCsv(const QList<QByteArray> &header, const QList<QByteArray> &cells);

// The columns of authentik's export, in its order.
const QList<QByteArray> &eventCsvHeader();

// The way back: one cell for each column of the header, strings without their quotes, objects as their own bytes, null
// and what is missing empty. Of a key that stands twice the first counts. What is no JSON object gives empty cells.
QList<QByteArray> csvCellsOf(const QList<QByteArray> &header, const QByteArray &json);

// A Python literal (dict, list, tuple, text, number, True, False, None) as JSON: numbers digit for digit, keys in their
// order. Nothing where it is something else.
std::optional<QByteArray> jsonFromPython(const QByteArray &literal);

} // namespace tidings::codec
