// SPDX-License-Identifier: GPL-3.0-or-later
#include "groupopener.h"

#include "inboxmodel.h"
#include "recordtable.h"

#include <QKeyEvent>

namespace tidings {

GroupOpener::GroupOpener(RecordTable &table, InboxModel &list, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_list(list)
{
    connect(&m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == NotificationTableModel::SeenColumn && m_list.groupAt(index.row()))
            toggle(index.row());
    });
    m_table.installEventFilter(this);
}

void GroupOpener::toggle(int row)
{
    m_list.setExpanded(row, !m_list.isExpanded(row));
    emit toggled();
}

// Right opens a group and goes into it, Left goes to its header and closes it. False: there are no groups.
bool GroupOpener::walk(bool into)
{
    const int row = m_table.currentIndex().row();
    const int header = m_list.headerOf(row);
    if (header < 0)
        return false;
    if (row != header) {
        if (!into)
            m_table.setCurrentIndex(m_list.index(header, NotificationTableModel::TextColumn));
        return true;
    }
    if (m_list.isExpanded(row) != into)
        toggle(row);
    else if (into)
        m_table.setCurrentIndex(m_list.index(row + 1, NotificationTableModel::TextColumn));
    return true;
}

bool GroupOpener::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_table && event->type() == QEvent::KeyPress) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        const bool into = (key->key() == Qt::Key_Right) != (m_table.layoutDirection() == Qt::RightToLeft);
        if (isArrow && isPlain && m_list.question().order.grouping != InboxGrouping::None && walk(into))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tidings
