// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;

namespace tidings {

// For measurements: writes "first row painted" to the log category tidings.start, as information, when a list has
// painted rows for the first time. QT_LOGGING_RULES=tidings.start.info=true turns it on; else it does nothing.
class FirstRow : public QObject
{
    Q_OBJECT

public:
    explicit FirstRow(QAbstractItemView &list);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_list; // its parent
};

} // namespace tidings
