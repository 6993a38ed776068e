// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryproblem.h"

#include "plainlabel.h"
#include "queryedit.h"
#include "theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QResizeEvent>
#include <QStyle>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int markSize = 5;

} // namespace

QueryProblem::QueryProblem(QueryEdit &query, QWidget *parent)
    : QWidget(parent)
    , m_query(query)
    , m_text(new PlainLabel({}, PlainLabel::Look::Error, this))
{
    setObjectName(u"queryProblem"_s);
    m_text->setObjectName(u"queryProblemText"_s);
    m_text->setWordWrap(false);
    // What was said of another text is no longer true.
    connect(&query, &QueryEdit::problemChanged, this, &QWidget::hide);
    hide();
}

void QueryProblem::showCurrent()
{
    const auto &problem = m_query.problem();
    setVisible(problem.has_value());
    if (!problem)
        return;
    m_text->setText(
        tr("Column %1: %2 The words were searched for instead.").arg(problem->position + 1).arg(problem->message));
    setToolTip(plainToolTip(m_text->plainText()));
    setFixedHeight(m_text->sizeHint().height() + markSize + metrics::gap);
    place();
}

QString QueryProblem::text() const
{
    return isHidden() ? QString() : m_text->plainText();
}

// Under the mark, but never beyond the window.
void QueryProblem::place()
{
    const auto &problem = m_query.problem();
    if (!problem)
        return;
    const int at = m_query.x() + m_query.xOf(problem->position);
    m_mark = std::clamp(at, m_query.x() + metrics::gap, m_query.x() + m_query.width() - metrics::gap);
    const int wanted = m_text->sizeHint().width();
    const int left = std::max(metrics::margin, std::min(m_mark - markSize, width() - metrics::margin - wanted));
    const QRect place(left, markSize, std::max(0, width() - left - metrics::margin), m_text->sizeHint().height());
    m_text->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    update();
}

void QueryProblem::paintEvent(QPaintEvent * /*event*/)
{
    if (layoutDirection() == Qt::RightToLeft)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath mark;
    mark.moveTo(m_mark, 0);
    mark.lineTo(m_mark - markSize, markSize);
    mark.lineTo(m_mark + markSize, markSize);
    painter.fillPath(mark, currentColors().alert);
}

void QueryProblem::resizeEvent(QResizeEvent * /*event*/)
{
    place();
}

} // namespace tidings
