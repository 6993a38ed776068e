// SPDX-License-Identifier: GPL-3.0-or-later
#include "factsview.h"

#include "plainlabel.h"
#include "theme.h"

#include <QGridLayout>

namespace tidings {

FactsView::FactsView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void FactsView::setGroups(const QList<FactGroup> &groups)
{
    if (groups == m_groups && m_content)
        return;
    m_groups = groups;
    delete m_content;
    m_content = new QWidget(this);
    auto *const grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::gap);
    grid->setVerticalSpacing(6);
    constexpr int labelWidth = 96;
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const FactGroup &group : groups) {
        auto *const heading = new PlainLabel(group.title, PlainLabel::Look::Heading, m_content);
        if (row > 0)
            grid->setRowMinimumHeight(row++, metrics::gap);
        grid->addWidget(heading, row++, 0, 1, 2);
        for (const Fact &fact : group.facts) {
            auto *const label = new PlainLabel(fact.label, PlainLabel::Look::Muted, m_content);
            auto *const value = new PlainLabel(
                fact.value, fact.isCode ? PlainLabel::Look::Code : PlainLabel::Look::Normal, m_content);
            value->setAccessibleName(fact.label + QStringLiteral(": ") + fact.value);
            grid->addWidget(label, row, 0, Qt::AlignTop);
            grid->addWidget(value, row++, 1, Qt::AlignTop);
        }
    }
    m_column->addWidget(m_content);
    m_content->show();
}

} // namespace tidings
