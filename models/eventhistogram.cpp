// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistogram.h"

#include "timesteps.h"

#include <algorithm>
#include <chrono>

namespace tidings {

using namespace std::chrono_literals;

namespace {

constexpr int sliceRows = 1 << 16;
constexpr size_t mostLanes = 200;
constexpr quint8 noLane = 255;
constexpr std::chrono::milliseconds publishPause = 100ms;
constexpr qint64 shortestOnClock = 2 * timesteps::hour; // of buckets that follow changes of the clock

} // namespace

EventHistogram::EventHistogram(const EventTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EventHistogram::work);
}

void EventHistogram::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        connectModel();
        restart();
    } else {
        m_model.disconnect(this);
        m_timer.stop();
        m_lanes = {};
        m_laneOfCode = {};
    }
}

void EventHistogram::setTimeDisplay(const TimeDisplay &display)
{
    const LocalScale scale(display.isLocal() ? QTimeZone::systemTimeZone() : display.zone);
    const bool isOther = scale.zone() != m_scale.zone();
    m_scale = scale;
    if (isOther && m_active)
        restart();
}

void EventHistogram::setSpan(std::optional<Timestamp> from, std::optional<Timestamp> until)
{
    if (from == m_spanFrom && until == m_spanUntil)
        return;
    m_spanFrom = from;
    m_spanUntil = until;
    if (m_active)
        restart();
}

void EventHistogram::setStacking(Histogram::Stacking stacking)
{
    if (stacking == m_stacking)
        return;
    m_stacking = stacking;
    if (m_active && !m_timer.isActive())
        publish();
}

void EventHistogram::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { countInserted(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { countRemoved(first, last); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &EventHistogram::restart);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, [this] {
        // Another order counts the same, unless the old one was only half counted.
        if (!m_hasBounds || m_next < m_model.rowCount())
            restart();
    });
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            // A change of the time column alone is that of the relative times. What the row was before is gone.
            if (first.column() != last.column())
                restart();
        });
}

void EventHistogram::restart()
{
    m_hasBounds = false;
    m_next = 0;
    m_oldest = 0;
    m_newest = 0;
    m_lanes.clear();
    m_laneOfCode.clear();
    // An emptied list is mostly about to be filled anew.
    m_timer.start(m_model.rowCount() > 0 ? 0ms : publishPause);
}

void EventHistogram::work()
{
    const int rows = m_model.rowCount();
    if (!m_hasBounds) {
        scanBounds(std::min(rows, m_next + sliceRows));
        if (m_next < rows)
            return m_timer.start(0ms);
        beginCounting();
        if (rows > sliceRows)
            return m_timer.start(0ms);
    }
    scanCounts(std::min(rows, m_next + sliceRows));
    if (m_next < rows)
        return m_timer.start(0ms);
    publish();
}

void EventHistogram::scanBounds(int end)
{
    for (; m_next < end; ++m_next) {
        const Timestamp time = m_model.createdAt(m_next);
        if (time == 0)
            continue;
        if (m_oldest == 0 || time < m_oldest)
            m_oldest = time;
        if (m_newest == 0 || time > m_newest)
            m_newest = time;
    }
}

void EventHistogram::beginCounting()
{
    m_hasBounds = true;
    m_next = 0;
    m_lanes.clear();
    m_laneOfCode.clear();
    m_size = 0;
    m_width = 0;
    if (m_oldest == 0)
        return;
    m_oldest = std::min(m_oldest, std::max<Timestamp>(1, m_spanFrom.value_or(m_oldest)));
    m_newest = std::max(m_newest, m_spanUntil ? *m_spanUntil - 1 : m_newest);
    m_offset = m_scale.offsetAt(m_newest);
    m_width = widthFor(m_oldest, m_newest);
    m_start = bucketStart(onClock(m_oldest), m_width, 0);
    m_size = static_cast<size_t>((onClock(m_newest) - m_start) / m_width + 1);
}

qint64 EventHistogram::widthFor(Timestamp oldest, Timestamp newest) const
{
    const qint64 width = niceBucketWidth(oldest, newest, m_offset);
    return width < shortestOnClock
        ? width
        : std::max(shortestOnClock, niceBucketWidth(m_scale.toLocal(oldest), m_scale.toLocal(newest), 0));
}

// Short buckets keep to one offset: an hour that clocks show twice is two.
qint64 EventHistogram::onClock(Timestamp time) const
{
    return m_width < shortestOnClock ? time + m_offset : m_scale.toLocal(time);
}

void EventHistogram::scanCounts(int end)
{
    for (; m_next < end; ++m_next)
        count(m_next, 1);
}

EventHistogram::Lane EventHistogram::laneOf(int row)
{
    const EventStore::Code code
        = m_model.store().codes(EventStore::Column::Action)[m_model.visibleRows()[static_cast<size_t>(row)]];
    if (code >= m_laneOfCode.size())
        m_laneOfCode.resize(std::max<size_t>(code + 1, m_model.store().dictionary().textCount()), noLane);
    Lane &lane = m_laneOfCode[code];
    if (lane == noLane) {
        lane = static_cast<Lane>(std::min(m_lanes.size(), mostLanes));
        if (lane == m_lanes.size()) {
            const QString action = m_model.store().dictionary().text(code);
            m_lanes.push_back({action, std::vector<qint64>(m_size, 0), lane == mostLanes});
        }
    }
    return lane;
}

void EventHistogram::count(int row, qint64 step)
{
    const Timestamp time = m_model.createdAt(row);
    if (time == 0)
        return;
    m_lanes[laneOf(row)].counts[static_cast<size_t>((onClock(time) - m_start) / m_width)] += step;
}

bool EventHistogram::makeRoom(Timestamp time)
{
    if (m_oldest == 0)
        return false;
    if (time >= m_oldest && time <= m_newest)
        return true;
    const Timestamp oldest = std::min(time, m_oldest);
    const Timestamp newest = std::max(time, m_newest);
    if (widthFor(oldest, newest) != m_width)
        return false;
    m_oldest = oldest;
    m_newest = newest;
    const qint64 start = bucketStart(onClock(oldest), m_width, 0);
    const auto inFront = static_cast<size_t>((m_start - start) / m_width);
    m_start = start;
    m_size = static_cast<size_t>((onClock(newest) - start) / m_width + 1);
    for (ActionCounts &lane : m_lanes) {
        lane.counts.insert(lane.counts.begin(), inFront, 0);
        lane.counts.resize(m_size, 0);
    }
    return true;
}

void EventHistogram::countInserted(int first, int last)
{
    const int added = last - first + 1;
    const bool wasComplete = m_hasBounds && m_next + added == m_model.rowCount();
    if (added > sliceRows || (!m_hasBounds && first < m_next))
        return restart();
    if (!m_hasBounds)
        return; // the pass will come by
    for (int row = first; row <= last; ++row) {
        const Timestamp time = m_model.createdAt(row);
        if (time != 0 && !makeRoom(time))
            return restart();
    }
    if (first < m_next || wasComplete) {
        for (int row = first; row <= last; ++row)
            count(row, 1);
        m_next += added;
    }
    if (!m_timer.isActive())
        m_timer.start(publishPause);
}

void EventHistogram::countRemoved(int first, int last)
{
    if (last - first >= sliceRows || !m_hasBounds)
        return restart();
    int seen = 0;
    for (int row = first; row <= last; ++row) {
        const Timestamp time = m_model.createdAt(row);
        if (time != 0 && (time == m_oldest || time == m_newest))
            return restart();
        if (row < m_next) {
            ++seen;
            count(row, -1);
        }
    }
    m_next -= seen;
    if (!m_timer.isActive())
        m_timer.start(publishPause);
}

void EventHistogram::publish()
{
    m_histogram = {};
    if (m_size > 0) {
        m_histogram.width = m_width;
        m_histogram.size = static_cast<int>(m_size);
        if (m_width < shortestOnClock) {
            m_histogram.start = m_start - m_offset;
        } else {
            for (int bucket = 0; bucket <= m_histogram.size; ++bucket)
                m_histogram.starts.push_back(m_scale.toUtc(m_start + bucket * m_width));
            m_histogram.start = m_histogram.starts.front();
            const auto odd = std::adjacent_find(m_histogram.starts.begin(), m_histogram.starts.end(),
                [this](Timestamp one, Timestamp next) { return next - one != m_width; });
            if (odd == m_histogram.starts.end())
                m_histogram.starts.clear();
        }
        m_histogram.series = stacked(m_lanes, m_histogram.size, m_stacking);
    }
    emit changed();
}

} // namespace tidings
