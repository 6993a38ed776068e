// SPDX-License-Identifier: GPL-3.0-or-later
#include "choices.h"

#include <QAbstractItemView>
#include <QStyledItemDelegate>

namespace tidings {

void styleChoices(QAbstractItemView *view)
{
    view->setProperty("choices", true);
    view->setItemDelegate(new QStyledItemDelegate(view)); // the style sheet has no say in those of Qt's own lists
}

} // namespace tidings
