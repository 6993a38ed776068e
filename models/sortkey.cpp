// SPDX-License-Identifier: GPL-3.0-or-later
#include "sortkey.h"

#include "eventfieldtext.h"
#include "eventtablemodel.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct SortKeyText
{
    Q_DECLARE_TR_FUNCTIONS(SortKey)
};

QString directionText(const SortKey &key)
{
    switch (key.by) {
    case SortKey::By::Time:
        return key.isDescending ? SortKeyText::tr("newest first") : SortKeyText::tr("oldest first");
    case SortKey::By::Action:
    case SortKey::By::Actor:
    case SortKey::By::Application:
    case SortKey::By::Brand:
    case SortKey::By::WhatHappened:
        return key.isDescending ? SortKeyText::tr("Z to A") : SortKeyText::tr("A to Z");
    case SortKey::By::Address:
    case SortKey::By::Field: // numbers, mostly
        break;
    }
    return key.isDescending ? SortKeyText::tr("descending") : SortKeyText::tr("ascending");
}

} // namespace

QString columnIdOf(const SortKey &key)
{
    if (key.by == SortKey::By::Field)
        return EventTableModel::fieldPrefix + key.field;
    return EventTableModel::fixedColumnId(static_cast<EventTableModel::Column>(key.by));
}

std::optional<SortKey> sortKeyOf(const QString &columnId)
{
    if (columnId.startsWith(EventTableModel::fieldPrefix)) {
        const QString field = fieldPath(columnId.sliced(EventTableModel::fieldPrefix.size())).join(u'.');
        return field.isEmpty() ? std::optional<SortKey>() : SortKey{SortKey::By::Field, false, field};
    }
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        if (EventTableModel::fixedColumnId(static_cast<EventTableModel::Column>(column)) == columnId)
            return SortKey{static_cast<SortKey::By>(column), false};
    }
    return std::nullopt;
}

QString sortKeyName(const SortKey &key)
{
    return key.by == SortKey::By::Field ? visibleLine(key.field)
                                        : EventTableModel::title(static_cast<EventTableModel::Column>(key.by));
}

QString sortOrderText(const QList<SortKey> &keys)
{
    QStringList texts;
    for (const SortKey &key : keys)
        texts += SortKeyText::tr("%1, %2", "column, direction").arg(sortKeyName(key), directionText(key));
    return texts.join(u"; "_s);
}

QJsonArray sortKeysToJson(const QList<SortKey> &keys)
{
    QJsonArray array;
    for (const SortKey &key : keys) {
        QJsonObject entry{{u"column"_s, columnIdOf(key)}};
        if (key.isDescending)
            entry[u"descending"_s] = true;
        array += entry;
    }
    return array;
}

QList<SortKey> sortKeysFromJson(const QJsonArray &array)
{
    constexpr qsizetype most = 20;
    QList<SortKey> keys;
    for (const auto &entry : array) {
        std::optional<SortKey> key = sortKeyOf(entry[u"column"_s].toString());
        const auto isKnown = [&key](const SortKey &other) {
            return other.isSameColumn(*key);
        };
        if (!key || keys.size() >= most || std::any_of(keys.cbegin(), keys.cend(), isKnown))
            continue;
        key->isDescending = entry[u"descending"_s].toBool();
        keys += *key;
    }
    return keys;
}

} // namespace tidings
