// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"

#include "theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tidings {

namespace {

constexpr int square = 10;
constexpr int gap = 5; // between a square and its text
constexpr int pause = 14; // between items

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartLegend::setContent(const QStringList &texts, const QList<Item> &items)
{
    if (texts == m_texts && items == m_items)
        return;
    m_texts = texts;
    m_items = items;
    QStringList parts{text()};
    for (const Item &item : items)
        parts += item.text;
    setAccessibleName(parts.join(QLatin1String(", ")));
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {300, fontMetrics().height() + 2};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {40, fontMetrics().height() + 2};
}

int ChartLegend::widthOfItems(bool brief) const
{
    int taken = 0;
    for (const Item &item : m_items)
        taken += pause + square + gap + fontMetrics().horizontalAdvance(brief ? item.brief : item.text);
    return taken;
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(currentColors().muted);
    // Dates begin with digits: the direction of a text is that of its letters.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const QString least = m_texts.isEmpty() ? QString() : m_texts.constLast();
    const bool isBrief = fontMetrics().horizontalAdvance(least) + widthOfItems(false) > width();
    const int items = widthOfItems(isBrief);
    const auto fits = [&](const QString &text) {
        return fontMetrics().horizontalAdvance(text) + items <= width();
    };
    const auto fitting = std::find_if(m_texts.cbegin(), m_texts.cend(), fits);

    int left = 0; // of a line from left to right; mirrored when painted
    const auto paint = [&](const QString &text) {
        const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, width() - left));
        const QRect place(left, 0, fontMetrics().horizontalAdvance(shown), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
            static_cast<int>(Qt::AlignVCenter | Qt::AlignHCenter) | Qt::TextDontClip, shown);
        left += place.width() + pause;
    };
    paint(fitting != m_texts.cend() ? *fitting : least);
    for (const Item &item : std::as_const(m_items)) {
        const QString &text = isBrief ? item.brief : item.text;
        if (left + square + gap + fontMetrics().horizontalAdvance(text) > width())
            break;
        const QRect place(left, (height() - square) / 2, square, square);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), place), item.brush);
        left += square + gap;
        paint(text);
    }
}

} // namespace tidings
