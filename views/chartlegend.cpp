// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartlegend.h"

#include "theme.h"

#include <QPainter>
#include <QStyle>

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

QString ChartLegend::fittingText() const
{
    int taken = 0;
    for (const Item &item : m_items)
        taken += pause + square + gap + fontMetrics().horizontalAdvance(item.text);
    for (const QString &text : m_texts) {
        if (fontMetrics().horizontalAdvance(text) + taken <= width())
            return text;
    }
    return m_texts.isEmpty() ? QString() : m_texts.constLast();
}

void ChartLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors colors = currentColors();
    int left = 0; // of a line from left to right; mirrored when painted
    const auto paint = [&](const QString &text) {
        const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, std::max(0, width() - left));
        const QRect place(left, 0, width() - left, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter, shown);
        left += fontMetrics().horizontalAdvance(shown);
    };
    painter.setPen(colors.muted);
    if (const QString text = fittingText(); !text.isEmpty()) {
        paint(text);
        left += pause;
    }
    for (const Item &item : std::as_const(m_items)) {
        if (left + square + gap + fontMetrics().horizontalAdvance(item.text) > width())
            break;
        const QRect place(left, (height() - square) / 2, square, square);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), place), item.brush);
        left += square + gap;
        painter.setPen(colors.muted);
        paint(item.text);
        left += pause;
    }
}

} // namespace tidings
