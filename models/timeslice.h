// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace tidings {

// For how long work on the GUI thread goes on before it lets the user through, in milliseconds: a quarter of a frame.
constexpr qint64 sliceMs = 4;

// Of that long, from now on: for work in many small steps, which looks at the clock now and then.
class TimeSlice
{
public:
    TimeSlice() { m_time.start(); }
    [[nodiscard]] bool isOver() { return ++m_steps % between == 0 && m_time.elapsed() >= sliceMs; } // once a step

private:
    static constexpr int between = 64; // steps from one look to the next
    QElapsedTimer m_time;
    int m_steps = 0;
};

} // namespace tidings
