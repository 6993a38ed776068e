// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "histogram.h"
#include "timedisplay.h"

#include <QAbstractTableModel>

namespace tidings {

// A histogram as a table, the twin of the chart: one row a bucket, its period, its count in every series, and the
// total. Reset when buckets or series are others; where only counts differ the rows say so.
class HistogramTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setHistogram(const Histogram &histogram);
    void setTimeDisplay(const TimeDisplay &display);
    [[nodiscard]] const Histogram &histogram() const { return m_histogram; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override; // 0 without buckets
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Histogram m_histogram;
    TimeDisplay m_display;
};

} // namespace tidings
