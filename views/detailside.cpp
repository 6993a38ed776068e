// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailside.h"

#include "detailpane.h"
#include "topvaluespane.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

DetailSide::DetailSide(QSplitter &outer, DetailPane *detail, TopValuesPane *topValues)
    : QSplitter(Qt::Vertical)
    , m_detail(detail)
    , m_topValues(topValues)
{
    setObjectName(u"eventsSide"_s);
    setHandleWidth(1);
    setChildrenCollapsible(false);
    outer.replaceWidget(outer.indexOf(m_detail), this);
    addWidget(m_detail);
    addWidget(m_topValues);
    setStretchFactor(0, 1);
    setCollapsible(0, true);
    m_topValues->hide();
    m_detail->show();
}

void DetailSide::setRoomy(bool roomy)
{
    if (roomy == m_roomy)
        return;
    m_roomy = roomy;
    share();
}

void DetailSide::follow()
{
    setVisible(!m_detail->isHidden() || !m_topValues->isHidden());
}

void DetailSide::share()
{
    const int whole = std::max(2, height());
    if (m_topValues->isHidden())
        setSizes({whole, 0});
    else
        setSizes({m_roomy ? whole / 2 : 0, m_roomy ? whole / 2 : whole});
}

} // namespace tidings
