// SPDX-License-Identifier: GPL-3.0-or-later
#include "warninglabel.h"

#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 14;

} // namespace

WarningLabel::WarningLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void WarningLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

QSize WarningLabel::sizeHint() const
{
    return {
        minimumSizeHint().width() + metrics::gap + fontMetrics().horizontalAdvance(m_text), minimumSizeHint().height()};
}

QSize WarningLabel::minimumSizeHint() const
{
    return {signSize, std::max(signSize, fontMetrics().height())};
}

void WarningLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors colors = currentColors();
    const QRect mark(0, (height() - signSize) / 2, signSize, signSize);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), mark),
        iconPixmap(u"warning"_s, signSize, colors.warning, devicePixelRatioF()));
    const int left = signSize + metrics::gap / 2;
    const QRect place(left, 0, std::max(0, width() - left), height());
    painter.setPen(colors.text);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignLeading | Qt::AlignVCenter,
        fontMetrics().elidedText(m_text, Qt::ElideRight, place.width()));
}

} // namespace tidings
