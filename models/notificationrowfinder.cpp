// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationrowfinder.h"

#include "notificationtablemodel.h"

#include <algorithm>

namespace tidings {

NotificationRowFinder::NotificationRowFinder(RecordTableModel &model, QObject *parent)
    : RowFinder(model, parent)
    , m_model(model)
{
}

void NotificationRowFinder::prepare()
{
    m_rawWords = WordSearch(query().text);
}

bool NotificationRowFinder::matches(int row)
{
    if (query().inRaw) {
        const QByteArray raw = m_model.index(row, 0).data(NotificationTableModel::RawRole).toByteArray();
        return !raw.isEmpty() && m_rawWords.matches({raw.constData(), static_cast<size_t>(raw.size())});
    }
    QStringList texts;
    for (const int column : query().columns) {
        const QModelIndex cell = m_model.index(row, column);
        if (column == NotificationTableModel::SeenColumn)
            continue; // is a mark
        texts += cell.data().toString();
        if (column == NotificationTableModel::TextColumn)
            texts += cell.data(NotificationTableModel::SecondaryRole).toString();
    }
    const auto isThere = [&texts](const QString &word) {
        return std::any_of(texts.cbegin(), texts.cend(),
            [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    };
    return std::all_of(words().words().cbegin(), words().words().cend(), isThere);
}

} // namespace tidings
