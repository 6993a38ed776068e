// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogram.h"

#include "timesteps.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tidings {

namespace {

struct HistogramText
{
    Q_DECLARE_TR_FUNCTIONS(Histogram)
};

using timesteps::day;

qint64 floorDivided(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return quotient * by > value ? quotient - 1 : quotient;
}

void add(HistogramSeries &series, const std::vector<qint64> &counts)
{
    const size_t size = std::min(counts.size(), series.counts.size());
    for (size_t i = 0; i < size; ++i) {
        series.counts[i] += counts[i];
        series.total += counts[i];
    }
}

HistogramSeries emptySeries(HistogramSeries::Kind kind, Level level, const QString &label, int size)
{
    return {kind, level, label, std::vector<qint64>(static_cast<size_t>(size), 0), 0};
}

QList<HistogramSeries> stackedByLevel(const std::vector<ActionCounts> &actions, int size)
{
    using Kind = HistogramSeries::Kind;
    QList<HistogramSeries> series;
    for (const Level level : {Level::Ordinary, Level::Warning, Level::Alert})
        series += emptySeries(Kind::Level, level, levelName(level), size);
    for (const ActionCounts &action : actions) {
        const Level level = action.isOthers ? Level::Ordinary : actionEntry(action.action).level;
        const qsizetype place = level == Level::Alert ? 2 : level == Level::Warning ? 1 : 0;
        add(series[place], action.counts);
    }
    return series;
}

QList<HistogramSeries> stackedByAction(const std::vector<ActionCounts> &actions, int size)
{
    using Kind = HistogramSeries::Kind;
    QList<HistogramSeries> single;
    HistogramSeries others = emptySeries(Kind::Others, Level::Ordinary, HistogramText::tr("Others"), size);
    for (const ActionCounts &action : actions) {
        if (action.isOthers) {
            add(others, action.counts);
            continue;
        }
        HistogramSeries series = emptySeries(Kind::Action, Level::Ordinary, actionEntry(action.action).label, size);
        add(series, action.counts);
        if (series.total > 0)
            single += series;
    }
    std::stable_sort(single.begin(), single.end(), [](const HistogramSeries &a, const HistogramSeries &b) {
        return a.total != b.total ? a.total > b.total : a.label < b.label;
    });
    for (qsizetype i = Histogram::mostActions; i < single.size(); ++i)
        add(others, single.at(i).counts);
    single.resize(std::min<qsizetype>(single.size(), Histogram::mostActions));
    if (others.total > 0)
        single += others;
    return single;
}

} // namespace

Timestamp Histogram::startOf(int bucket) const
{
    return starts.empty() ? start + bucket * width
                          : starts[static_cast<size_t>(std::clamp(bucket, 0, static_cast<int>(starts.size()) - 1))];
}

int Histogram::bucketOf(Timestamp time) const
{
    if (time < start || time >= end())
        return -1;
    if (!starts.empty())
        return static_cast<int>(std::upper_bound(starts.begin(), starts.end(), time) - starts.begin()) - 1;
    return static_cast<int>((time - start) / width);
}

qint64 Histogram::countAt(int bucket) const
{
    return std::accumulate(series.cbegin(), series.cend(), qint64(0),
        [bucket](qint64 sum, const HistogramSeries &one) { return sum + one.counts[static_cast<size_t>(bucket)]; });
}

qint64 Histogram::total() const
{
    return std::accumulate(series.cbegin(), series.cend(), qint64(0),
        [](qint64 sum, const HistogramSeries &one) { return sum + one.total; });
}

qint64 Histogram::highest() const
{
    qint64 most = 0;
    for (int bucket = 0; bucket < size; ++bucket)
        most = std::max(most, countAt(bucket));
    return most;
}

qint64 niceBucketWidth(Timestamp oldest, Timestamp newest, qint64 offset)
{
    const auto fits = [&](qint64 width) {
        return floorDivided(newest + offset, width) - floorDivided(oldest + offset, width) < Histogram::mostBuckets;
    };
    const auto found = std::find_if(timesteps::bucketWidths.begin(), timesteps::bucketWidths.end(), fits);
    if (found != timesteps::bucketWidths.end())
        return *found;
    qint64 width = 60 * day;
    while (!fits(width))
        width *= 2;
    return width;
}

Timestamp bucketStart(Timestamp time, qint64 width, qint64 offset)
{
    return floorDivided(time + offset, width) * width - offset;
}

QList<HistogramSeries> stacked(const std::vector<ActionCounts> &actions, int size, Histogram::Stacking stacking)
{
    return stacking == Histogram::Stacking::Level ? stackedByLevel(actions, size) : stackedByAction(actions, size);
}

} // namespace tidings
