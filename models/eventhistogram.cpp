// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventhistogram.h"

#include <algorithm>
#include <chrono>

namespace tidings {

using namespace std::chrono_literals;

namespace {

constexpr int sliceRows = 1 << 16;
constexpr size_t mostLanes = 200;
constexpr quint8 noLane = 255;
constexpr std::chrono::milliseconds publishPause = 100ms;

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
    m_offset = toDateTime(m_newest).toLocalTime().offsetFromUtc() * qint64(1'000'000);
    m_width = niceBucketWidth(m_oldest, m_newest, m_offset);
    m_start = bucketStart(m_oldest, m_width, m_offset);
    m_size = static_cast<size_t>((m_newest - m_start) / m_width + 1);
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
    m_lanes[laneOf(row)].counts[static_cast<size_t>((time - m_start) / m_width)] += step;
}

bool EventHistogram::makeRoom(Timestamp time)
{
    if (m_oldest == 0)
        return false;
    if (time >= m_oldest && time <= m_newest)
        return true;
    const Timestamp oldest = std::min(time, m_oldest);
    const Timestamp newest = std::max(time, m_newest);
    if (niceBucketWidth(oldest, newest, m_offset) != m_width)
        return false;
    m_oldest = oldest;
    m_newest = newest;
    const Timestamp start = bucketStart(oldest, m_width, m_offset);
    const auto inFront = static_cast<size_t>((m_start - start) / m_width);
    m_start = start;
    m_size = static_cast<size_t>((newest - start) / m_width + 1);
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
        m_histogram.start = m_start;
        m_histogram.width = m_width;
        m_histogram.size = static_cast<int>(m_size);
        m_histogram.series = stacked(m_lanes, m_histogram.size, m_stacking);
    }
    emit changed();
}

} // namespace tidings
