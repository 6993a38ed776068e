// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstrow.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLoggingCategory>

namespace tidings {

Q_LOGGING_CATEGORY(logStart, "tidings.start", QtWarningMsg)

FirstRow::FirstRow(QAbstractItemView &list)
    : QObject(&list)
    , m_list(list)
{
    if (logStart().isInfoEnabled())
        m_list.viewport()->installEventFilter(this);
}

bool FirstRow::eventFilter(QObject *watched, QEvent *event)
{
    const QAbstractItemModel *const model = m_list.model();
    if (event->type() == QEvent::Paint && model && model->rowCount() > 0) {
        watched->removeEventFilter(this);
        // Comes after the paint event.
        QMetaObject::invokeMethod(
            this, [] { qCInfo(logStart, "first row painted"); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tidings
