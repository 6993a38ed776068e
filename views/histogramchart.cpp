// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogramchart.h"

#include "histogramcolors.h"
#include "histogramtext.h"
#include "plainlabel.h"
#include "theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBarSet>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 84;
constexpr int leastHeight = 56;
constexpr int tickSpace = 130; // pixels for one label of the time axis
constexpr int topSpace = 4;
constexpr int besideHighest = 6; // between the highest count and the bars
constexpr qreal barShare = 0.8; // of a bucket's place

} // namespace

HistogramChart::HistogramChart(QWidget *parent)
    : QChartView(parent)
    , m_timeAxis(new QValueAxis(this))
    , m_countAxis(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram of the events"));
    viewport()->setMouseTracking(true);
    setMouseTracking(true);

    QChart *const plot = chart();
    plot->legend()->hide();
    plot->setBackgroundVisible(false);
    plot->setMargins({});
    plot->setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis *const axis : {m_timeAxis, m_countAxis})
        axis->setVisible(false);
    plot->addAxis(m_timeAxis, Qt::AlignBottom);
    plot->addAxis(m_countAxis, Qt::AlignLeft);
    setBackgroundBrush(currentColors().window);
}

QSize HistogramChart::sizeHint() const
{
    return {400, zoomed(chartHeight)};
}

QSize HistogramChart::minimumSizeHint() const
{
    return {120, leastHeight};
}

void HistogramChart::setHistogram(const Histogram &histogram)
{
    if (histogram == m_histogram)
        return;
    const bool sameBuckets = histogram.start == m_histogram.start && histogram.width == m_histogram.width;
    const auto moved = [&](int bucket) {
        return bucket < 0 ? -1 : histogram.isEmpty() ? -1 : histogram.bucketOf(m_histogram.startOf(bucket));
    };
    if (!sameBuckets) {
        const bool keeps = histogram.width == m_histogram.width;
        m_anchor = keeps ? moved(m_anchor) : -1;
        m_cursor = keeps ? moved(m_cursor) : -1;
        m_dragFrom = keeps ? moved(m_dragFrom) : -1;
        m_hovered = -1;
    }
    m_histogram = histogram;
    if (m_anchor >= m_histogram.size || m_cursor >= m_histogram.size || m_anchor < 0 || m_cursor < 0) {
        m_anchor = -1;
        m_cursor = -1;
    }
    m_hovered = std::min(m_hovered, m_histogram.size - 1);
    m_dragFrom = std::min(m_dragFrom, m_histogram.size - 1);
    m_announced = {-1, -1};
    placePlot();
    fillSeries();
    announce();
    viewport()->update();
}

void HistogramChart::fillSeries()
{
    QChart *const plot = chart();
    if (m_bars) {
        plot->removeSeries(m_bars);
        delete m_bars;
        m_bars = nullptr;
    }
    if (m_histogram.isEmpty())
        return;
    const QList<QBrush> brushes = seriesBrushes(m_histogram, currentColors());
    m_bars = new QStackedBarSeries(plot);
    m_bars->setBarWidth(barShare);
    for (qsizetype i = 0; i < m_histogram.series.size(); ++i) {
        const HistogramSeries &series = m_histogram.series.at(i);
        if (series.total == 0)
            continue;
        auto *const set = new QBarSet(series.label, m_bars);
        set->setBrush(brushes.at(i));
        set->setPen(Qt::NoPen);
        QList<qreal> values;
        values.reserve(m_histogram.size);
        for (const qint64 count : series.counts)
            values += static_cast<qreal>(count);
        if (isMirrored())
            std::reverse(values.begin(), values.end());
        set->append(values);
        m_bars->append(set);
    }
    m_timeAxis->setRange(-0.5, m_histogram.size - 0.5);
    m_countAxis->setRange(0, static_cast<qreal>(std::max<qint64>(1, m_histogram.highest())));
    plot->addSeries(m_bars);
    m_bars->attachAxis(m_timeAxis);
    m_bars->attachAxis(m_countAxis);
}

// The highest count stands where the bars begin, outside of them.
void HistogramChart::placePlot()
{
    const QFontMetrics metrics = fontMetrics();
    const QRectF whole = viewport()->rect();
    const qreal width = m_histogram.isEmpty() ? 0 : metrics.horizontalAdvance(highestText()) + 1;
    const qreal taken = m_histogram.isEmpty() ? 0 : width + besideHighest;
    const int labels = metrics.height() + 2;
    m_plot = whole.adjusted(isMirrored() ? 0 : taken, topSpace, isMirrored() ? -taken : 0, -labels);
    m_highest = QRectF(isMirrored() ? whole.right() - width : whole.left(), 0, width, metrics.height());
    chart()->setPlotArea(m_plot);
}

QString HistogramChart::highestText() const
{
    return QLocale().toString(m_histogram.highest());
}

QRectF HistogramChart::bucketRect(int bucket) const
{
    if (m_histogram.isEmpty())
        return {};
    const qreal width = m_plot.width() / m_histogram.size;
    const int place = isMirrored() ? m_histogram.size - 1 - bucket : bucket;
    return {m_plot.left() + place * width, m_plot.top(), width, m_plot.height()};
}

int HistogramChart::bucketAt(qreal x) const
{
    if (m_histogram.isEmpty() || m_plot.width() <= 0)
        return -1;
    const int place = std::clamp(
        static_cast<int>(std::floor((x - m_plot.left()) / m_plot.width() * m_histogram.size)), 0, m_histogram.size - 1);
    return isMirrored() ? m_histogram.size - 1 - place : place;
}

std::optional<std::pair<int, int>> HistogramChart::chosen() const
{
    if (m_cursor < 0)
        return std::nullopt;
    return std::minmax(m_anchor, m_cursor);
}

void HistogramChart::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    if (m_histogram.isEmpty())
        return;
    const Colors colors = currentColors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // of a text's letters: dates begin with digits
    drawAxis(*painter);
    if (m_hovered >= 0 && !m_dragged) {
        QColor fill = colors.text;
        fill.setAlpha(24);
        drawBand(*painter, m_hovered, m_hovered, fill, Qt::transparent);
    }
    if (const auto range = chosen(); range && (hasFocus() || m_dragged || range->first != range->second)) {
        QColor fill = colors.accent;
        fill.setAlpha(48);
        drawBand(*painter, range->first, range->second, fill, colors.accent);
    }
    if (hasFocus()) {
        painter->setPen(colors.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawLine(QPointF(m_plot.left(), m_plot.bottom()), QPointF(m_plot.right(), m_plot.bottom()));
    }
    painter->restore();
}

void HistogramChart::drawBand(QPainter &painter, int first, int last, const QColor &fill, const QColor &edge) const
{
    const QRectF band = bucketRect(first).united(bucketRect(last));
    painter.fillRect(band, fill);
    if (edge.alpha() == 0)
        return;
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(band.adjusted(0, 0, -1, -1));
}

// A base line, labels at round times under it, and the highest count beside the top.
void HistogramChart::drawAxis(QPainter &painter) const
{
    const Colors colors = currentColors();
    painter.setPen(colors.line);
    painter.drawLine(QPointF(m_plot.left(), m_plot.bottom()), QPointF(m_plot.right(), m_plot.bottom()));
    painter.setFont(font());
    painter.setPen(colors.muted);
    const QFontMetrics metrics = fontMetrics();
    const QList<AxisTick> ticks = axisTicks(m_histogram, std::max(1, static_cast<int>(m_plot.width()) / tickSpace),
        QDateTime::currentDateTimeUtc(), m_display);
    QRectF taken;
    for (const AxisTick &tick : ticks) {
        const QRectF bucket = bucketRect(tick.bucket);
        const qreal width = metrics.horizontalAdvance(tick.text) + 2;
        const qreal edge = isMirrored() ? bucket.right() : bucket.left();
        const qreal left = std::clamp(
            isMirrored() ? edge - width : edge, m_plot.left(), std::max(m_plot.left(), m_plot.right() - width));
        const QRectF place(left, m_plot.bottom() + 1, width, metrics.height());
        if (!taken.isNull() && place.adjusted(-8, 0, 8, 0).intersects(taken))
            continue;
        painter.drawText(place, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextDontClip, tick.text);
        taken = place;
    }
    painter.drawText(m_highest, static_cast<int>(Qt::AlignCenter) | Qt::TextDontClip, highestText());
}

void HistogramChart::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    viewport()->update();
}

void HistogramChart::choose(int anchor, int cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    announce();
    viewport()->update();
}

// Says what is pointed at: chosen buckets go before the one under the mouse.
void HistogramChart::announce()
{
    std::pair<int, int> pointed{-1, -1};
    const auto range = chosen();
    if (range && (m_dragged || hasFocus()) && (m_hovered < 0 || m_dragged || range->first != range->second))
        pointed = *range;
    else if (m_hovered >= 0)
        pointed = {m_hovered, m_hovered};
    if (pointed == m_announced)
        return;
    m_announced = pointed;
    if (pointed.first >= 0) {
        setAccessibleDescription(bucketText(m_histogram, pointed.first, pointed.second, m_display));
        QAccessibleEvent said(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&said);
    }
    emit pointedChanged(pointed.first, pointed.second);
}

void HistogramChart::zoom(int first, int last)
{
    TimeRange range;
    range.from = m_histogram.startOf(first);
    range.until = m_histogram.startOf(last + 1);
    emit rangeChosen(range);
}

void HistogramChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_histogram.isEmpty())
        return event->ignore();
    m_dragFrom = bucketAt(event->position().x());
    m_dragged = false;
    m_pressX = event->position().x();
    choose(m_dragFrom, m_dragFrom);
}

void HistogramChart::mouseMoveEvent(QMouseEvent *event)
{
    const int bucket = bucketAt(event->position().x());
    if (bucket != m_hovered) {
        m_hovered = bucket;
        viewport()->update();
    }
    if (m_dragFrom >= 0) {
        m_dragged = m_dragged || std::abs(event->position().x() - m_pressX) >= QApplication::startDragDistance();
        if (m_dragged)
            choose(m_dragFrom, bucket);
    }
    announce();
}

void HistogramChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    if (m_dragFrom < 0)
        return; // the drag was cancelled
    const bool dragged = m_dragged;
    m_dragFrom = -1;
    m_dragged = false;
    viewport()->update();
    if (const auto range = chosen(); dragged && range)
        zoom(range->first, range->second);
}

void HistogramChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_histogram.isEmpty())
        return event->ignore();
    const int bucket = bucketAt(event->position().x());
    m_dragFrom = -1;
    zoom(bucket, bucket);
}

void HistogramChart::cancelDrag()
{
    m_dragFrom = -1;
    m_dragged = false;
    choose(-1, -1);
}

void HistogramChart::walkTo(int bucket, bool extend)
{
    if (m_histogram.isEmpty())
        return;
    const int to = std::clamp(bucket, 0, m_histogram.size - 1);
    m_hovered = -1;
    choose(extend && m_anchor >= 0 ? m_anchor : to, to);
}

void HistogramChart::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() == Qt::ShiftModifier;
    if (event->modifiers() != Qt::NoModifier && !extend && event->modifiers() != Qt::KeypadModifier)
        return event->ignore();
    const int last = m_histogram.size - 1;
    // The newest bucket is where walking begins.
    const int later = m_cursor < 0 ? last : m_cursor + 1;
    const int earlier = m_cursor < 0 ? last : m_cursor - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return walkTo(isMirrored() ? later : earlier, extend);
    case Qt::Key_Right:
        return walkTo(isMirrored() ? earlier : later, extend);
    case Qt::Key_Home:
        return walkTo(0, extend);
    case Qt::Key_End:
        return walkTo(last, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto range = chosen())
            zoom(range->first, range->second);
        return;
    case Qt::Key_Escape:
        if (isDragging())
            return cancelDrag();
        if (m_anchor != m_cursor)
            return choose(m_cursor, m_cursor);
        emit backRequested();
        return;
    case Qt::Key_Backspace:
        emit backRequested();
        return;
    default:
        event->ignore();
    }
}

// Keys that are shortcuts of the window elsewhere.
bool HistogramChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QChartView::event(event);
}

bool HistogramChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_histogram.isEmpty()) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const int bucket = bucketAt(help->pos().x());
        QToolTip::showText(help->globalPos(), plainToolTip(bucketText(m_histogram, bucket, bucket, m_display)),
            viewport(), bucketRect(bucket).toRect());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = -1;
        announce();
        viewport()->update();
    }
    return QChartView::viewportEvent(event);
}

void HistogramChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    if (m_cursor < 0 && byKey)
        walkTo(m_histogram.size - 1, false);
    announce();
    viewport()->update();
}

void HistogramChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    announce();
    viewport()->update();
}

void HistogramChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void HistogramChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
        setBackgroundBrush(currentColors().window);
        placePlot();
        fillSeries();
        break;
    case QEvent::FontChange:
        placePlot();
        break;
    default:
        break;
    }
}

} // namespace tidings
