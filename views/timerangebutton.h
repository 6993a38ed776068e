// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"
#include "timerange.h"

#include <QToolButton>

class QAction;
class QMenu;

namespace tidings {

// Chooses the time range: presets, any two points, and steps back and forth. Says on its face what is chosen.
class TimeRangeButton : public QToolButton
{
    Q_OBJECT

public:
    explicit TimeRangeButton(QWidget *parent);

    [[nodiscard]] const TimeRange &range() const { return m_range; }
    void setRange(const TimeRange &range);
    void setTimeDisplay(const TimeDisplay &display); // whose days, and how points are named
    // Also as commands of a menu: earlier, later, wider, narrower, any time, other range.
    [[nodiscard]] const QList<QAction *> &commands() const { return m_commands; }

signals:
    void rangeChosen(const tidings::TimeRange &range); // by the user

private:
    void buildMenu();
    void choose(const TimeRange &range);
    void shift(int direction); // by its own length
    void widen();
    void narrow();
    void openDialog();

    TimeDisplay m_display;
    TimeRange m_range;
    QMenu *m_menu;
    QList<QAction *> m_commands;
};

} // namespace tidings
