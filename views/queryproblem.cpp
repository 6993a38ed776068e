// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryproblem.h"

#include "plainlabel.h"
#include "queryedit.h"
#include "theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
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
    , m_words(new QPushButton(tr("Search for these words"), this))
{
    setObjectName(u"queryProblem"_s);
    m_text->setObjectName(u"queryProblemText"_s);
    m_text->setWordWrap(false);
    m_words->setObjectName(u"queryProblemWords"_s);
    m_words->setProperty("link", true);
    connect(m_words, &QPushButton::clicked, this, &QueryProblem::wordsRequested);
    // What was said of another text is no longer true.
    connect(&query, &QueryEdit::problemChanged, this, &QWidget::hide);
    hide();
}

void QueryProblem::showAsked()
{
    describe(true);
}

void QueryProblem::showUnasked()
{
    describe(false);
}

void QueryProblem::describe(bool isAsked)
{
    const auto &problem = m_query.problem();
    setVisible(problem.has_value());
    if (!problem)
        return;
    const QString text = tr("Column %1: %2").arg(problem->position + 1).arg(problem->message);
    m_text->setText(text + u' '
        + (isAsked ? tr("The words were searched for instead.") : tr("The question before is still shown.")));
    m_words->setVisible(!isAsked);
    setToolTip(plainToolTip(m_text->plainText()));
    const int height = std::max(m_text->sizeHint().height(), isAsked ? 0 : m_words->sizeHint().height());
    setFixedHeight(height + markSize + metrics::gap);
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
    const QSize button = m_words->isHidden() ? QSize(0, 0) : m_words->sizeHint();
    const int right = width() - metrics::margin - (button.width() > 0 ? button.width() + metrics::gap : 0);
    const int left = std::max(metrics::margin, std::min(m_mark - markSize, right - wanted));
    const int height = std::max(m_text->sizeHint().height(), button.height());
    const QRect place(left, markSize, std::clamp(right - left, 0, wanted), height);
    m_text->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    const QRect buttonPlace(place.right() + metrics::gap, markSize, button.width(), height);
    m_words->setGeometry(QStyle::visualRect(layoutDirection(), rect(), buttonPlace));
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
