// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogramtablemodel.h"

#include "histogramtext.h"

#include <QLocale>

#include <algorithm>

namespace tidings {

namespace {

bool hasSameShape(const Histogram &a, const Histogram &b)
{
    return a.start == b.start && a.width == b.width && a.size == b.size
        && std::equal(a.series.cbegin(), a.series.cend(), b.series.cbegin(), b.series.cend(),
            [](const HistogramSeries &one, const HistogramSeries &other) { return one.label == other.label; });
}

} // namespace

void HistogramTableModel::setHistogram(const Histogram &histogram)
{
    if (!hasSameShape(m_histogram, histogram)) {
        beginResetModel();
        m_histogram = histogram;
        endResetModel();
        return;
    }
    int first = histogram.size;
    int last = -1;
    for (int bucket = 0; bucket < histogram.size; ++bucket) {
        const auto place = static_cast<size_t>(bucket);
        const bool same = std::equal(m_histogram.series.cbegin(), m_histogram.series.cend(), histogram.series.cbegin(),
            [place](const HistogramSeries &a, const HistogramSeries &b) { return a.counts[place] == b.counts[place]; });
        if (same)
            continue;
        first = std::min(first, bucket);
        last = bucket;
    }
    m_histogram = histogram;
    if (last >= 0)
        emit dataChanged(index(first, 1), index(last, columnCount() - 1));
}

void HistogramTableModel::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int HistogramTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_histogram.size;
}

int HistogramTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_histogram.isEmpty() ? 0 : static_cast<int>(m_histogram.series.size()) + 2;
}

QVariant HistogramTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int bucket = index.row();
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    // Column 0 says the whole row to a screen reader.
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return bucketText(m_histogram, bucket, bucket, m_display);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == 0)
        return periodText(m_histogram.startOf(bucket), m_histogram.startOf(bucket + 1), m_display);
    const int series = index.column() - 1;
    const qint64 count = series < m_histogram.series.size()
        ? m_histogram.series.at(series).counts[static_cast<size_t>(bucket)]
        : m_histogram.countAt(bucket);
    return QLocale().toString(count);
}

QVariant HistogramTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Time");
    return section <= m_histogram.series.size() ? m_histogram.series.at(section - 1).label : tr("Total");
}

} // namespace tidings
