// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"
#include "timerange.h"

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;

namespace tidings {

class PlainLabel;

// Asks for one point in time, in any form of ISO 8601. Stays open beside the window; what is wrong with the text stands
// under it.
class TimeJumpDialog : public QDialog
{
    Q_OBJECT

public:
    // `range` is resolved; what lies outside is refused.
    TimeJumpDialog(const TimeRange &range, const TimeDisplay &display, QWidget *parent);

signals:
    void chosen(tidings::Timestamp time); // accepted

private:
    void check();

    QLineEdit *m_time;
    PlainLabel *m_note;
    QDialogButtonBox *m_buttons;
    const TimeRange m_range;
    const TimeDisplay m_display;
    std::optional<Timestamp> m_result;
};

} // namespace tidings
