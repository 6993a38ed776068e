// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryhistory.h"

namespace tidings {

namespace {

constexpr qsizetype mostSteps = 100;

bool isTypedFurther(const EventQuery &from, const EventQuery &to)
{
    EventQuery other = to;
    other.text = from.text;
    return other == from && !from.text.isEmpty() && (to.text.startsWith(from.text) || from.text.startsWith(to.text))
        && !to.text.isEmpty();
}

} // namespace

void QueryHistory::visit(const EventQuery &query)
{
    if (m_at >= 0 && m_steps.at(m_at) == query)
        return;
    m_steps.resize(m_at + 1);
    if (m_at >= 0 && isTypedFurther(m_steps.at(m_at), query)) {
        m_steps[m_at] = query;
        return;
    }
    m_steps += query;
    if (m_steps.size() > mostSteps)
        m_steps.removeFirst();
    m_at = m_steps.size() - 1;
}

const EventQuery &QueryHistory::back()
{
    Q_ASSERT(canGoBack());
    return m_steps.at(--m_at);
}

const EventQuery &QueryHistory::forward()
{
    Q_ASSERT(canGoForward());
    return m_steps.at(++m_at);
}

} // namespace tidings
