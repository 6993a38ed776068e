// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnlayout.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

QJsonArray columnsToJson(const ColumnLayout &layout)
{
    QJsonArray array;
    for (const ColumnLayout::Column &column : layout.columns)
        array += QJsonObject{{u"id"_s, column.id}, {u"width"_s, column.width}};
    // Versions that do not know them pass over what has no id.
    for (const ColumnLayout::Column &column : layout.hidden)
        array += QJsonObject{{u"hidden"_s, column.id}, {u"width"_s, column.width}};
    return array;
}

ColumnLayout columnLayoutFromJson(const QJsonArray &array)
{
    constexpr qsizetype mostColumns = 40;
    constexpr qsizetype longestId = 320;
    constexpr int narrowest = 30;
    constexpr int widest = 4000;
    ColumnLayout layout;
    for (const auto &entry : array) {
        const bool isHidden = entry[u"id"_s].isUndefined();
        ColumnLayout::Column column{
            (isHidden ? entry[u"hidden"_s] : entry[u"id"_s]).toString(), entry[u"width"_s].toInt()};
        const auto isSame = [&column](const ColumnLayout::Column &other) {
            return other.id == column.id;
        };
        const bool isKnown = std::any_of(layout.columns.cbegin(), layout.columns.cend(), isSame)
            || std::any_of(layout.hidden.cbegin(), layout.hidden.cend(), isSame);
        const bool isFull = layout.columns.size() + layout.hidden.size() >= mostColumns;
        if (column.id.isEmpty() || column.id.size() > longestId || isKnown || isFull)
            continue;
        if (column.width != 0)
            column.width = std::clamp(column.width, narrowest, widest);
        (isHidden ? layout.hidden : layout.columns) += column;
    }
    return layout;
}

QByteArray toBytes(const ColumnLayout &layout)
{
    return QJsonDocument(columnsToJson(layout)).toJson(QJsonDocument::Compact);
}

ColumnLayout columnLayoutFromBytes(const QByteArray &bytes)
{
    return columnLayoutFromJson(QJsonDocument::fromJson(bytes).array());
}

} // namespace tidings
