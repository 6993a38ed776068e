// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"

#include <QList>

namespace tidings {

// The queries asked one after the other, to go back and forth between, as a browser does with pages. At most 100.
class QueryHistory
{
public:
    // What is asked now. Forgets what was forward of it. Text that is only typed further replaces the step before.
    void visit(const EventQuery &query);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_steps.size(); }
    const EventQuery &back(); // only when it can
    const EventQuery &forward();

private:
    QList<EventQuery> m_steps;
    qsizetype m_at = -1;
};

} // namespace tidings
