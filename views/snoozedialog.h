// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace tidings {

class PlainLabel;

// Asks until when notifications are put aside: a point in time, in any form of ISO 8601.
class SnoozeDialog : public QDialog
{
    Q_OBJECT

public:
    SnoozeDialog(Timestamp suggestion, Timestamp now, QWidget *parent);

signals:
    void chosen(tidings::Timestamp until); // accepted; in the future

private:
    void check();

    const Timestamp m_now;
    QLineEdit *m_until;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
    Timestamp m_result = 0;
};

} // namespace tidings
