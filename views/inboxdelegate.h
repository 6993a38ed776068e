// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recorddelegate.h"

namespace tidings {

class InboxModel;

// Paints the rows of the inbox: notifications, and the headers of groups in the same columns and the same height: an
// arrow, how many of each severity, the name with the counts under it, and the newest time.
class InboxDelegate : public NotificationDelegate
{
    Q_OBJECT

public:
    using NotificationDelegate::NotificationDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const InboxModel &model) const;
};

} // namespace tidings
