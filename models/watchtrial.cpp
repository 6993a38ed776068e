// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchtrial.h"

#include "eventtablemodel.h"
#include "timeslice.h"
#include "timesteps.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QTimerEvent>

#include <algorithm>

namespace tidings {

namespace {

struct WatchTrialText
{
    Q_DECLARE_TR_FUNCTIONS(WatchTrial)
};

constexpr int pauseMs = 2; // between slices: for the user
constexpr size_t rowsOfChunk = 250;
constexpr int mostQueued = 8; // chunks

using timesteps::day;
using timesteps::hour;
using timesteps::minute;

int rounded(Timestamp span, Timestamp unit)
{
    return static_cast<int>(std::max<Timestamp>(1, (span + unit / 2) / unit));
}

QString spanText(Timestamp span)
{
    if (span >= 2 * day)
        return WatchTrialText::tr("%n day(s)", "within …", rounded(span, day));
    return span >= 2 * hour ? WatchTrialText::tr("%n hour(s)", "within …", rounded(span, hour))
                            : WatchTrialText::tr("%n minute(s)", "within …", rounded(span, minute));
}

} // namespace

QString trialText(const WatchTrialResult &result)
{
    if (result.rows == 0)
        return WatchTrialText::tr("No events are loaded to try the rule on.");
    const QLocale locale;
    const QString seen = WatchTrialText::tr("%Ln of %1 loaded event(s) match.", nullptr, result.matches)
                             .arg(locale.toString(result.rows));
    if (result.fired == 0)
        return WatchTrialText::tr("Would not have fired.") + u' ' + seen;
    const Timestamp span = result.oldest && result.newest ? *result.newest - *result.oldest : 0;
    const QString times = WatchTrialText::tr("%n time(s)", "fired …", result.fired);
    return WatchTrialText::tr("Would have fired %1 within %2.", "n times, n days").arg(times, spanText(span)) + u' '
        + seen;
}

// Belongs to the one thread of the pool.
struct WatchTrial::Work
{
    explicit Work(const WatchRule &rule)
        : counter(rule)
    {
    }

    void read(const std::vector<QByteArray> &records, const CancelFlag &cancel)
    {
        for (const QByteArray &raw : records) {
            if (cancel.isCancelled())
                return;
            const Event event = decoder.decode(raw);
            ++result.rows;
            if (!event.created)
                continue;
            result.oldest = std::min(result.oldest.value_or(*event.created), *event.created);
            result.newest = std::max(result.newest.value_or(*event.created), *event.created);
            if (counter.matches(event))
                times.push_back(*event.created);
        }
    }

    WatchTrialResult finish()
    {
        std::sort(times.begin(), times.end());
        result.matches = static_cast<int>(times.size());
        for (const Timestamp time : times)
            result.fired += counter.take(time) ? 1 : 0;
        return result;
    }

    WatchCounter counter;
    codec::EventDecoder decoder;
    std::vector<Timestamp> times;
    WatchTrialResult result;
    std::atomic<int> queued = 0; // of both threads
};

WatchTrial::WatchTrial(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

WatchTrial::~WatchTrial()
{
    cancel();
    m_pool.waitForDone();
}

void WatchTrial::start(const WatchRule &rule, const EventTableModel &model)
{
    cancel();
    m_cancel = CancelFlag();
    m_model = &model;
    m_slots = model.visibleRows();
    m_next = 0;
    m_work = std::make_shared<Work>(rule);
    const auto end = [this] {
        cancel();
        emit interrupted();
    };
    m_reset = connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, end);
    m_gone = connect(&model, &QObject::destroyed, this, end);
    m_timer.start(pauseMs, this);
}

void WatchTrial::cancel()
{
    ++m_generation;
    m_cancel.cancel();
    m_timer.stop();
    disconnect(m_reset);
    disconnect(m_gone);
    m_model = nullptr;
    m_slots.clear();
    m_work.reset();
}

void WatchTrial::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        slice();
    else
        QObject::timerEvent(event);
}

void WatchTrial::slice()
{
    QElapsedTimer time;
    time.start();
    while (m_next < m_slots.size() && time.elapsed() < sliceMs && m_work->queued < mostQueued) {
        std::vector<QByteArray> records;
        const size_t end = std::min(m_slots.size(), m_next + rowsOfChunk);
        for (; m_next < end && time.elapsed() < 2 * sliceMs; ++m_next)
            records.push_back(m_model->store().raw(m_slots[m_next]));
        ++m_work->queued;
        m_pool.start([work = m_work, records = std::move(records), cancel = m_cancel] {
            work->read(records, cancel);
            --work->queued;
        });
    }
    if (m_next < m_slots.size()) {
        emit progressed(static_cast<int>(m_next * 100 / m_slots.size()));
        return;
    }
    m_timer.stop();
    m_pool.start([this, work = m_work, cancel = m_cancel, generation = m_generation] {
        if (cancel.isCancelled())
            return;
        const WatchTrialResult result = work->finish();
        QMetaObject::invokeMethod(
            this,
            [this, result, generation] {
                if (generation != m_generation)
                    return;
                this->cancel();
                emit finished(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tidings
