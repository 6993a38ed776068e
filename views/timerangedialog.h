// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timerange.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace tidings {

class PlainLabel;

// Two points in time to be typed or pasted, in any form of ISO 8601; an empty one is open.
class TimeRangeDialog : public QDialog
{
    Q_OBJECT

public:
    TimeRangeDialog(const TimeRange &range, QWidget *parent); // `range` is resolved

signals:
    void chosen(const tidings::TimeRange &range); // accepted

private:
    void check();

    QLineEdit *m_from;
    QLineEdit *m_until;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
    TimeRange m_result;
};

} // namespace tidings
