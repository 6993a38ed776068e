// SPDX-License-Identifier: GPL-3.0-or-later
#include "volumehistogram.h"

#include "timesteps.h"

#include <QHash>

#include <algorithm>

namespace tidings {

namespace {

using timesteps::day;
using timesteps::hour;

constexpr qint64 serverWidth = 6 * hour;
constexpr qint64 oldServerWidth = 8 * hour;
constexpr int mostDays = 90; // that any server counts
constexpr int certainDays = 60; // that all do which can be told how many
constexpr std::chrono::minutes askingPause{1};
constexpr qint64 mostCount = 1'000'000'000'000; // of a bucket, so that no sum overflows

qint64 boundedCount(const VolumeBucket &bucket)
{
    return std::clamp<qint64>(bucket.count, 0, mostCount);
}

Histogram withActions(const QList<VolumeBucket> &answer, Histogram::Stacking stacking, Timestamp from, Timestamp until)
{
    Histogram histogram;
    histogram.width = serverWidth;
    const auto buckets = [&] {
        return (std::max(until, from + 1) - 1 - bucketStart(from, histogram.width, 0)) / histogram.width + 1;
    };
    while (buckets() > Histogram::mostBuckets)
        histogram.width *= 2;
    histogram.start = bucketStart(from, histogram.width, 0);
    histogram.size = static_cast<int>(buckets());
    std::vector<ActionCounts> actions;
    QHash<QString, size_t> places;
    for (const VolumeBucket &bucket : answer) {
        const int place = histogram.bucketOf(bucket.time);
        if (place < 0)
            continue;
        const auto known = places.constFind(bucket.action);
        const size_t index = known != places.cend() ? *known : actions.size();
        if (known == places.cend()) {
            places.insert(bucket.action, index);
            actions.push_back({bucket.action, std::vector<qint64>(static_cast<size_t>(histogram.size), 0), false});
        }
        actions[index].counts[static_cast<size_t>(place)] += boundedCount(bucket);
    }
    histogram.series = stacked(actions, histogram.size, stacking);
    return histogram;
}

Histogram withoutActions(QList<VolumeBucket> answer, Timestamp until)
{
    std::sort(
        answer.begin(), answer.end(), [](const VolumeBucket &a, const VolumeBucket &b) { return a.time < b.time; });
    qint64 width = day;
    for (qsizetype i = 1; i < answer.size(); ++i) {
        const qint64 gap = answer.at(i).time - answer.at(i - 1).time;
        if (gap >= hour)
            width = std::min(width, gap);
    }
    if (answer.size() == 1)
        width = oldServerWidth;
    // The newest bucket of such a server is the next one, which is empty as yet.
    while (!answer.isEmpty() && answer.last().time - width >= until)
        answer.removeLast();
    Histogram histogram;
    if (answer.isEmpty())
        return histogram;
    histogram.width = width;
    const Timestamp end = answer.last().time;
    const Timestamp oldest = std::max(answer.first().time - width, end - Histogram::mostBuckets * width);
    histogram.size = static_cast<int>(std::max<qint64>(1, (end - oldest + width / 2) / width));
    histogram.start = end - histogram.size * width;
    HistogramSeries all{HistogramSeries::Kind::Everything, Level::Ordinary, VolumeHistogram::tr("Events"),
        std::vector<qint64>(static_cast<size_t>(histogram.size), 0), 0};
    for (const VolumeBucket &bucket : std::as_const(answer)) {
        const int place = histogram.bucketOf(bucket.time - width / 2);
        if (place < 0)
            continue;
        all.counts[static_cast<size_t>(place)] += boundedCount(bucket);
        all.total += boundedCount(bucket);
    }
    histogram.series += all;
    return histogram;
}

} // namespace

Histogram volumeHistogram(
    const QList<VolumeBucket> &answer, Histogram::Stacking stacking, Timestamp from, Timestamp until)
{
    const bool namesActions = std::any_of(
        answer.cbegin(), answer.cend(), [](const VolumeBucket &bucket) { return !bucket.action.isEmpty(); });
    return answer.isEmpty() || namesActions ? withActions(answer, stacking, from, until)
                                            : withoutActions(answer, until);
}

VolumeHistogram::VolumeHistogram(EventFeed *feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(askingPause);
    connect(&m_pause, &QTimer::timeout, this, &VolumeHistogram::refresh);
    if (!m_feed)
        return;
    connect(m_feed, &EventFeed::arrived, this, [this] {
        m_isStale = true;
        refresh();
    });
    // The feed may be in the middle of a change: what it asks goes first.
    connect(
        m_feed, &EventFeed::planChanged, this,
        [this] {
            emit refusalChanged();
            if (m_active)
                ask();
        },
        Qt::QueuedConnection);
}

VolumeHistogram::~VolumeHistogram()
{
    m_call.cancel();
}

void VolumeHistogram::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        return ask();
    m_call.cancel();
    m_answer.clear();
    m_histogram = {};
    setState(State::Idle);
}

void VolumeHistogram::setStacking(Histogram::Stacking stacking)
{
    m_stacking = stacking;
    if (m_state == State::Ready)
        show();
}

void VolumeHistogram::reload()
{
    if (m_active)
        ask();
}

QString VolumeHistogram::refusal() const
{
    if (!m_feed)
        return tr("A file has no counts but those of its rows.");
    const QueryPlan &plan = m_feed->plan();
    if (!m_feed->hasClient())
        return tr("Not connected to a server.");
    if (plan.streams.size() != 1)
        return tr("The server cannot count this filter in one question.");
    if (!m_feed->isMatchingExact())
        return tr("Part of this filter is checked on this computer, so the server would count too much.");
    if (plan.range.until && *plan.range.until < currentTimestamp() - certainDays * day)
        return tr("The server counts the last %n day(s) only.", nullptr, certainDays);
    return {};
}

void VolumeHistogram::ask()
{
    m_call.cancel();
    m_histogram = {};
    if (!refusal().isEmpty())
        return setState(State::Idle);
    request();
    setState(State::Loading);
}

void VolumeHistogram::request()
{
    m_isStale = false;
    m_pause.start();
    m_until = currentTimestamp();
    int days = mostDays;
    const TimeRange &range = m_feed->plan().range;
    if (range.from)
        days = static_cast<int>(std::clamp<qint64>((m_until - *range.from + day - 1) / day, 1, mostDays));
    m_from = std::max(m_until - days * day, range.from.value_or(0));
    if (range.until)
        m_until = std::min(m_until, *range.until);
    m_call = m_feed->requestVolume(days, this, [this, days](Result<QList<VolumeBucket>> answer) {
        if (!answer && m_state == State::Ready)
            return; // what there is stays
        if (!answer) {
            m_error = answer.error();
            return setState(State::Failed);
        }
        m_answer = *answer;
        // Of what is further back nobody knows whether there was nothing or the server did not look.
        const auto first = std::min_element(m_answer.cbegin(), m_answer.cend(),
            [](const VolumeBucket &one, const VolumeBucket &other) { return one.time < other.time; });
        if (days > certainDays && first != m_answer.cend())
            m_from = std::max(m_from, first->time);
        m_state = State::Ready;
        show();
    });
}

void VolumeHistogram::refresh()
{
    if (m_active && m_isStale && m_state == State::Ready && !m_pause.isActive() && refusal().isEmpty())
        request();
}

void VolumeHistogram::show()
{
    m_histogram = volumeHistogram(m_answer, m_stacking, m_from, m_until);
    emit changed();
}

void VolumeHistogram::setState(State state)
{
    m_state = state;
    emit changed();
}

} // namespace tidings
