// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace tidings {

// What rows are sorted by, the most important first.
struct SortKey
{
    // The fixed columns in the order of EventTableModel::Column, then what the records have in a field.
    enum class By { Time, Action, Actor, Application, Address, Brand, WhatHappened, Field };
    By by = By::Time;
    bool isDescending = false;
    QString field = {}; // of By::Field: a path such as "context.geo.country"

    [[nodiscard]] bool isSameColumn(const SortKey &other) const { return by == other.by && field == other.field; }
    // It stands in no column of the store: every record has to be read.
    [[nodiscard]] bool needsRecords() const { return by == By::WhatHappened || by == By::Field; }
    bool operator==(const SortKey &) const = default;
};

// Keys and columns of EventTableModel, by the names of columnId(). Ascending; nothing for what is no column.
QString columnIdOf(const SortKey &key);
std::optional<SortKey> sortKeyOf(const QString &columnId);

// The title of the column, translated, visible plain text: "User".
QString sortKeyName(const SortKey &key);
// All keys with their directions, in words: "User, A to Z; Time, newest first".
QString sortOrderText(const QList<SortKey> &keys);

// For files. What is read is bounded: at most 20 keys, each column once; what is no key is passed over.
QJsonArray sortKeysToJson(const QList<SortKey> &keys);
QList<SortKey> sortKeysFromJson(const QJsonArray &array);

} // namespace tidings
