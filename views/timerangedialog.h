// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"
#include "timerange.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace tidings {

class PlainLabel;

// Two points in time to be typed or pasted, in any form of ISO 8601; an empty one is open. An interval in either field
// is both: a pasted one is taken apart.
class TimeRangeDialog : public QDialog
{
    Q_OBJECT

public:
    // `range` is resolved; what has no zone is of the display's.
    TimeRangeDialog(const TimeRange &range, const TimeDisplay &display, QWidget *parent);

signals:
    void chosen(const tidings::TimeRange &range); // accepted

private:
    void takeApart(QLineEdit &edit);
    void check();

    QLineEdit *m_from;
    QLineEdit *m_until;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
    const TimeDisplay m_display;
    TimeRange m_result;
    qsizetype m_length = 0; // of both texts, as they were checked last
};

} // namespace tidings
