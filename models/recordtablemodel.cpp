// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtablemodel.h"

namespace tidings {

bool RecordTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_canFetchMore;
}

void RecordTableModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit moreRequested();
}

void RecordTableModel::setTimeDisplay(const TimeDisplay &display)
{
    if (display == m_display)
        return;
    m_display = display;
    refreshTexts();
}

} // namespace tidings
