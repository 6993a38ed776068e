// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "parallel.h"
#include "watchrule.h"

#include <QBasicTimer>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace tidings {

class EventTableModel;

// What a rule would have done.
struct WatchTrialResult
{
    int rows = 0; // looked at
    int matches = 0;
    int fired = 0;
    std::optional<Timestamp> oldest; // of the rows
    std::optional<Timestamp> newest;
    bool operator==(const WatchTrialResult &) const = default;
};

// "Would have fired 3 times within 7 days: …", translated.
QString trialText(const WatchTrialResult &result);

// Applies a rule to the rows of a table. Raw records are fetched in slices of a few milliseconds, everything else
// happens on another thread. A new trial ends the one before; so does a model that is reset or gone.
class WatchTrial : public QObject
{
    Q_OBJECT

public:
    explicit WatchTrial(QObject *parent = nullptr);
    ~WatchTrial() override;

    void start(const WatchRule &rule, const EventTableModel &model);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_model != nullptr; }

signals:
    void progressed(int percent);
    void finished(const tidings::WatchTrialResult &result);
    void interrupted(); // the rows changed altogether

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Work;
    void slice();

    const EventTableModel *m_model = nullptr;
    QMetaObject::Connection m_reset;
    QMetaObject::Connection m_gone;
    std::vector<EventStore::Slot> m_slots;
    size_t m_next = 0;
    std::shared_ptr<Work> m_work;
    CancelFlag m_cancel;
    quint64 m_generation = 0;
    QBasicTimer m_timer;
    QThreadPool m_pool;
};

} // namespace tidings
