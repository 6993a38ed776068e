// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryhistory.h"

namespace tidings {

namespace {

constexpr qsizetype mostSteps = 100;

} // namespace

bool isTypedFurther(const EventQuery &from, const EventQuery &to)
{
    EventQuery other = to;
    other.text = from.text;
    return other == from && !from.text.isEmpty() && (to.text.startsWith(from.text) || from.text.startsWith(to.text))
        && !to.text.isEmpty();
}

void QueryHistory::visit(const ViewState &state, bool isTyped)
{
    if (m_at >= 0) {
        Step &step = m_steps[m_at];
        if (step.state.isSameView(state)) {
            step.isTyped = step.isTyped && isTyped;
            return;
        }
        m_steps.resize(m_at + 1);
        if (m_steps[m_at].isTyped && isTypedFurther(m_steps[m_at].state.query, state.query)) {
            m_steps[m_at] = {state, isTyped};
            return;
        }
    }
    m_steps += Step{state, isTyped};
    if (m_steps.size() > mostSteps)
        m_steps.removeFirst();
    m_at = m_steps.size() - 1;
}

void QueryHistory::note(const ViewState &state)
{
    if (m_at >= 0 && m_steps.at(m_at).state.query == state.query)
        m_steps[m_at].state = state;
}

const ViewState &QueryHistory::back()
{
    Q_ASSERT(canGoBack());
    return m_steps.at(--m_at).state;
}

const ViewState &QueryHistory::forward()
{
    Q_ASSERT(canGoForward());
    return m_steps.at(++m_at).state;
}

} // namespace tidings
