// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace tidings {

// All time zones of the IANA database with their present offsets, to be searched by any words of their names.
class TimeZoneDialog : public QDialog
{
    Q_OBJECT

public:
    TimeZoneDialog(const TimeDisplay &present, QWidget *parent);

signals:
    void chosen(const QTimeZone &zone); // accepted

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void selectRow(int row);
    void acceptZone();

    QLineEdit *m_search;
    QListView *m_list;
    QSortFilterProxyModel *m_proxy;
    QDialogButtonBox *m_buttons;
};

} // namespace tidings
