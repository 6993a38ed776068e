// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxplace.h"

#include "recordtable.h"

#include <QScrollBar>

#include <utility>

namespace tidings {

namespace {

// Stretches of chosen rows across another order of the list: more would make every painting slow.
constexpr qsizetype mostChosenStretches = 5000;

} // namespace

InboxPlace::InboxPlace(RecordTable &table, InboxModel &list, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_list(list)
{
    connect(&m_list, &QAbstractItemModel::modelAboutToBeReset, this, &InboxPlace::remember);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &InboxPlace::restore);
}

void InboxPlace::remember()
{
    m_place = {};
    if (m_list.rowCount() == 0)
        return;
    const auto find = [this](int row, QByteArray &key, std::optional<quint32> &group) {
        if (const NotificationGroups::Group *const header = m_list.groupAt(row))
            group = header->key;
        else
            key = m_list.keysAt(row).value(0);
    };
    if (const QModelIndex current = m_table.currentIndex(); current.isValid())
        find(current.row(), m_place.key, m_place.group);
    const QItemSelection selection = m_table.selectionModel()->selection();
    m_place.isChoosing = m_table.isChoosing();
    const bool isOne = selection.size() == 1 && selection.first().height() == 1;
    if (!isOne || m_place.isChoosing)
        m_place.chosen = m_list.rowsIn(selection);
    const int top = m_table.rowAt(0);
    if (top >= 0 && !m_asksAnew) {
        find(top, m_place.topKey, m_place.topGroup);
        m_place.topOffset = m_table.rowViewportPosition(top);
    }
}

void InboxPlace::restore()
{
    const Place place = std::exchange(m_place, {});
    const bool isNew = std::exchange(m_asksAnew, false);
    if (m_list.rowCount() == 0)
        return;
    const auto rowFor = [this](const QByteArray &key, const std::optional<quint32> &group) {
        return group ? m_list.rowOfGroup(*group) : key.isEmpty() ? -1 : m_list.rowOf(key);
    };
    QItemSelectionModel *const selection = m_table.selectionModel();
    const int current = rowFor(place.key, place.group);
    if (current >= 0) {
        m_table.setCurrentIndex(m_list.index(current, NotificationTableModel::TextColumn));
        const QItemSelection chosen = m_list.selectionOf(place.chosen);
        m_table.setChoosing(place.isChoosing);
        if (chosen.size() > mostChosenStretches)
            emit choiceLost();
        else if (place.isChoosing || !chosen.isEmpty())
            selection->select(chosen, QItemSelectionModel::ClearAndSelect);
    }
    const int top = rowFor(place.topKey, place.topGroup);
    if (!isNew && top >= 0)
        m_table.verticalScrollBar()->setValue(top * m_table.heightOfRows() - place.topOffset);
    else if (current >= 0)
        m_table.scrollTo(m_table.currentIndex());
}

} // namespace tidings
