// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtablemodel.h"
#include "histogram.h"
#include "localscale.h"
#include "timedisplay.h"

#include <QObject>
#include <QTimer>

namespace tidings {

// Counts the rows of an EventTableModel by time and action as they come and go. Rows are counted from the store's
// columns, never decoded; many rows are counted in slices between which the event loop runs. Rows without a readable
// time are left out. Inactive (as it begins) it listens to nothing and costs nothing. Of more than 200 different
// actions the later ones are counted as others.
class EventHistogram : public QObject
{
    Q_OBJECT

public:
    // The model must outlive this object.
    explicit EventHistogram(const EventTableModel &model, QObject *parent = nullptr);

    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setStacking(Histogram::Stacking stacking);
    [[nodiscard]] Histogram::Stacking stacking() const { return m_stacking; }
    // Whose days and hours the buckets follow; counts anew when it is another zone.
    void setTimeDisplay(const TimeDisplay &display);
    // Buckets reach so far at least, also where there are no rows; open ends go as far as the rows.
    void setSpan(std::optional<Timestamp> from, std::optional<Timestamp> until);
    // As of the last changed().
    [[nodiscard]] const Histogram &histogram() const { return m_histogram; }
    [[nodiscard]] bool isCounting() const { return m_timer.isActive(); } // what was counted is not yet published

signals:
    void changed(); // at most ten times a second while rows come one by one

private:
    using Lane = quint8;

    void connectModel();
    void restart(); // forgets what was counted; nothing is published before all is counted again
    void work();
    void scanBounds(int end);
    void scanCounts(int end);
    void beginCounting();
    void publish();
    void countInserted(int first, int last);
    void countRemoved(int first, int last); // still there
    // Makes room for a time; false: another width is needed.
    bool makeRoom(Timestamp time);
    void count(int row, qint64 step);
    [[nodiscard]] qint64 widthFor(Timestamp oldest, Timestamp newest) const;
    [[nodiscard]] qint64 onClock(Timestamp time) const;
    [[nodiscard]] Lane laneOf(int row);

    const EventTableModel &m_model;
    Histogram::Stacking m_stacking = Histogram::Stacking::Level;
    bool m_active = false;
    QTimer m_timer;

    // The rows before m_next were seen in this pass: the first finds the bounds, the second counts.
    bool m_hasBounds = false;
    int m_next = 0;
    Timestamp m_oldest = 0; // 0: none yet
    Timestamp m_newest = 0;
    std::optional<Timestamp> m_spanFrom;
    std::optional<Timestamp> m_spanUntil;
    LocalScale m_scale;
    qint64 m_offset = 0; // of the zone at the newest row
    qint64 m_start = 0; // of the first bucket, on the clock of the zone
    qint64 m_width = 0;
    size_t m_size = 0;
    std::vector<ActionCounts> m_lanes;
    std::vector<Lane> m_laneOfCode;
    Histogram m_histogram;
};

} // namespace tidings
