// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "timestamp.h"

#include <QList>
#include <QString>

#include <vector>

namespace tidings {

// One colour of a histogram.
struct HistogramSeries
{
    enum class Kind { Level, Action, Others, Everything };

    Kind kind = Kind::Level;
    Level level = Level::Ordinary; // of Kind::Level
    QString label; // translated, visible plain text
    std::vector<qint64> counts; // one a bucket
    qint64 total = 0;
    bool operator==(const HistogramSeries &) const = default;
};

// Events counted in time buckets without gaps, stacked in a few series. They are of one width, on the clock of a zone:
// where clocks are changed one may be an hour shorter or longer. A plain value.
struct Histogram
{
    enum class Stacking { Level, Action };
    static constexpr int mostBuckets = 120;
    static constexpr int mostActions = 6; // with a series of their own

    Timestamp start = 0; // of the first bucket
    qint64 width = 0; // of a bucket, microseconds
    int size = 0; // buckets
    std::vector<Timestamp> starts; // of the buckets and behind the last, where they are not all of this width
    QList<HistogramSeries> series; // from the bottom up

    [[nodiscard]] bool isEmpty() const { return size == 0; }
    [[nodiscard]] Timestamp startOf(int bucket) const; // 0 to size
    [[nodiscard]] Timestamp end() const { return startOf(size); }
    [[nodiscard]] int bucketOf(Timestamp time) const; // -1: outside
    [[nodiscard]] qint64 countAt(int bucket) const;
    [[nodiscard]] qint64 total() const;
    [[nodiscard]] qint64 highest() const; // count of the fullest bucket
    bool operator==(const Histogram &) const = default;
};

// The smallest of a row of nice widths, 1 second to 30 days (twice that and so on for longer spans), with which the
// buckets from `oldest` to `newest` are no more than Histogram::mostBuckets. Buckets begin at multiples of the width
// counted in the zone `offset` microseconds east of UTC.
qint64 niceBucketWidth(Timestamp oldest, Timestamp newest, qint64 offset);
// Where the bucket begins that holds `time`.
Timestamp bucketStart(Timestamp time, qint64 width, qint64 offset);

// How often one action happened, by bucket.
struct ActionCounts
{
    QString action;
    std::vector<qint64> counts;
    bool isOthers = false; // many actions; the name says nothing
};
// Stacked by derived level: Ordinary (notices included), Warning, Alert, always these three. Or by action: the most
// frequent ones by falling total, then all others together, if there are any.
QList<HistogramSeries> stacked(const std::vector<ActionCounts> &actions, int size, Histogram::Stacking stacking);

} // namespace tidings
