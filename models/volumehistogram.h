// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventfeed.h"
#include "histogram.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tidings {

// The server's counts as a histogram. Answers that name actions come in buckets of 6 hours and leave out empty ones:
// the histogram covers `from` to `until` and drops what lies outside; wider buckets are made where there would be too
// many. Answers without actions (authentik up to 2025.4) name the ends of buckets of equal width; they become one
// series.
Histogram volumeHistogram(
    const QList<VolumeBucket> &answer, Histogram::Stacking stacking, Timestamp from, Timestamp until);

// What the server counts for the present query of a feed, as far back as it counts. Inactive (as it begins) it asks
// nothing; active it asks once for every plan of the feed, and again when polls bring rows, but not before a pause; the
// counts there are stay until then.
class VolumeHistogram : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Failed, Ready };

    // The feed must outlive this object. Null: the rows come from no server, and nobody is asked.
    explicit VolumeHistogram(EventFeed *feed, QObject *parent = nullptr);
    ~VolumeHistogram() override;

    void setActive(bool active); // inactive cancels what is asked
    void setStacking(Histogram::Stacking stacking); // asks nothing
    void reload();
    void setPause(std::chrono::milliseconds pause) { m_pause.setInterval(pause); } // a minute as it begins
    // Why the server's counts would not be those of the query; translated. Empty: they are.
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ApiError &error() const { return m_error; } // of Failed
    [[nodiscard]] const Histogram &histogram() const { return m_histogram; } // of Ready

signals:
    void changed(); // state or histogram
    void refusalChanged(); // maybe

private:
    void ask();
    void request();
    void refresh();
    void show();
    void setState(State state);

    EventFeed *m_feed;
    bool m_active = false;
    Histogram::Stacking m_stacking = Histogram::Stacking::Level;
    State m_state = State::Idle;
    PendingCall m_call;
    ApiError m_error;
    QList<VolumeBucket> m_answer;
    Timestamp m_from = 0; // of the question
    Timestamp m_until = 0;
    QTimer m_pause; // since the last question
    bool m_isStale = false; // rows have come since
    Histogram m_histogram;
};

} // namespace tidings
