// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogramcolors.h"

namespace tidings {

namespace {

QColor colorOf(const HistogramSeries &series, qsizetype place, const Colors &colors)
{
    switch (series.kind) {
    case HistogramSeries::Kind::Level:
        if (series.level == Level::Alert)
            return colors.chartAlert;
        return series.level == Level::Warning ? colors.chartWarning : colors.chartOrdinary;
    case HistogramSeries::Kind::Action:
        return colors.chartSeries[static_cast<size_t>(place) % colors.chartSeries.size()];
    case HistogramSeries::Kind::Others:
        return colors.chartOthers;
    case HistogramSeries::Kind::Everything:
        return colors.chartOrdinary;
    }
    return colors.chartOrdinary;
}

} // namespace

QList<QBrush> seriesBrushes(const Histogram &histogram, const Colors &colors)
{
    constexpr Qt::BrushStyle patterns[] = {Qt::SolidPattern, Qt::Dense4Pattern, Qt::DiagCrossPattern, Qt::HorPattern,
        Qt::VerPattern, Qt::BDiagPattern, Qt::Dense6Pattern};
    const bool needsPatterns = colors.chartOrdinary == colors.chartAlert;
    QList<QBrush> brushes;
    for (qsizetype i = 0; i < histogram.series.size(); ++i) {
        const auto pattern = needsPatterns ? patterns[static_cast<size_t>(i) % std::size(patterns)] : Qt::SolidPattern;
        brushes += QBrush(colorOf(histogram.series.at(i), i, colors), pattern);
    }
    return brushes;
}

} // namespace tidings
