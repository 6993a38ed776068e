// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "histogram.h"
#include "timedisplay.h"
#include "timerange.h"

#include <QChartView>

#include <optional>

class QStackedBarSeries;
class QValueAxis;

namespace tidings {

// A histogram as stacked bars over a time axis in a zone of the user's choice; from right to left in such languages.
// Buckets are chosen by dragging (Esc cancels the drag) or with the keyboard: Left and Right walk, Shift extends, Enter
// zooms in, Backspace and Esc go back out.
class HistogramChart : public QChartView
{
    Q_OBJECT

public:
    explicit HistogramChart(QWidget *parent = nullptr);

    void setTimeDisplay(const TimeDisplay &display);
    void setHistogram(const Histogram &histogram); // keeps the chosen time where it is still there
    [[nodiscard]] const Histogram &histogram() const { return m_histogram; }
    // Chosen buckets, first and last; nothing: none.
    [[nodiscard]] std::optional<std::pair<int, int>> chosen() const;
    [[nodiscard]] QRectF bucketRect(int bucket) const; // in the viewport
    [[nodiscard]] QRectF highestRect() const { return m_highest; } // of the highest count, beside the bars
    [[nodiscard]] bool isDragging() const { return m_dragFrom >= 0; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void rangeChosen(const tidings::TimeRange &range); // a drag ended, or Enter
    void backRequested();
    void pointedChanged(int first, int last); // buckets under the mouse or chosen; -1: none

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillSeries();
    void placePlot();
    [[nodiscard]] QString highestText() const;
    void drawBand(QPainter &painter, int first, int last, const QColor &fill, const QColor &edge) const;
    void drawAxis(QPainter &painter) const;
    [[nodiscard]] int bucketAt(qreal x) const; // the nearest one; -1 without buckets
    [[nodiscard]] bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    void walkTo(int bucket, bool extend);
    void choose(int anchor, int cursor);
    void zoom(int first, int last);
    void cancelDrag();
    void announce();

    Histogram m_histogram;
    TimeDisplay m_display;
    QStackedBarSeries *m_bars = nullptr; // the chart owns it
    QValueAxis *m_timeAxis;
    QValueAxis *m_countAxis;
    QRectF m_plot;
    QRectF m_highest; // of the text
    int m_anchor = -1; // chosen: from here
    int m_cursor = -1; // to here
    int m_hovered = -1;
    int m_dragFrom = -1; // the mouse is down
    bool m_dragged = false; // and was moved
    qreal m_pressX = 0;
    std::pair<int, int> m_announced{-1, -1};
};

} // namespace tidings
