// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace tidings {

// Which columns a table of events shows, from the first to the last, and how wide they and the others are. Columns go
// by their ids (see EventTableModel::columnId()), so that it holds however many there are. A plain value; empty:
// nothing is said.
struct ColumnLayout
{
    struct Column
    {
        QString id;
        int width = 0; // pixels; 0: as it is, or by default
        bool operator==(const Column &) const = default;
    };
    QList<Column> columns;
    QList<Column> hidden = {}; // how wide they will be when they are shown

    [[nodiscard]] bool isEmpty() const { return columns.isEmpty(); }
    // Tables that look the same.
    bool operator==(const ColumnLayout &other) const { return columns == other.columns; }
};

// For files and settings. What is read is bounded: at most 40 columns, each once, of 30 to 4000 pixels.
QJsonArray columnsToJson(const ColumnLayout &layout);
ColumnLayout columnLayoutFromJson(const QJsonArray &array);
QByteArray toBytes(const ColumnLayout &layout);
ColumnLayout columnLayoutFromBytes(const QByteArray &bytes); // empty for what is no layout

} // namespace tidings
