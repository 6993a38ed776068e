// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate.h"

#include <QList>

namespace tidings {

// Whether one question is the other one with more, or less, of its text.
bool isTypedFurther(const EventQuery &from, const EventQuery &to);

// What was shown one after the other, to go back and forth between, as a browser does with pages. At most 100 steps.
class QueryHistory
{
public:
    // What is shown now. Forgets what was forward of it. `isTyped`: asked since the user paused while typing; what is
    // typed further replaces such a step, but never one that was asked for by itself.
    void visit(const ViewState &state, bool isTyped = false);
    // What the present step has become before it is left: its columns, its order and what is chosen.
    void note(const ViewState &state);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    const ViewState &back(); // only when it can
    const ViewState &forward();

private:
    struct Step
    {
        ViewState state;
        bool isTyped = false;
    };
    QList<Step> m_steps;
    qsizetype m_at = -1;
};

} // namespace tidings
