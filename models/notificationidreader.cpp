// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationidreader.h"

#include "timeslice.h"

#include <utility>

namespace tidings {

namespace {

constexpr size_t fewIds = 2000; // are read at once

} // namespace

NotificationIdReader::NotificationIdReader(NotificationTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_timer, &QTimer::timeout, this, &NotificationIdReader::work);
    // Not `done` too, which changes the model.
    const auto readRest = [this] {
        readSome(true);
    };
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, readRest);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, readRest);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, readRest);
}

void NotificationIdReader::read(std::vector<int> rows, Wanted wanted, Done done)
{
    finish();
    m_rows = std::move(rows);
    m_next = 0;
    m_wanted = std::move(wanted);
    m_done = std::move(done);
    m_ids.reserve(static_cast<qsizetype>(m_rows.size()));
    if (m_rows.size() <= fewIds)
        finish();
    else
        m_timer.start(0);
}

void NotificationIdReader::readSome(bool isHurried)
{
    TimeSlice slice;
    for (; m_next < m_rows.size(); ++m_next) {
        if (!isHurried && slice.isOver())
            return;
        const int row = m_rows[m_next];
        if (!m_wanted(row))
            continue;
        // Not shared with the row: what can be undone outlives it, and would keep a hole open where each row was.
        if (const QString &id = m_model.notification(row).id; isUuid(id))
            m_ids += QString(id.constData(), id.size());
    }
}

void NotificationIdReader::work()
{
    readSome(false);
    if (m_next == m_rows.size())
        finish();
}

void NotificationIdReader::finish()
{
    m_timer.stop();
    if (!isReading())
        return;
    readSome(true);
    m_rows = {};
    m_next = 0;
    m_wanted = nullptr;
    const Done done = std::exchange(m_done, nullptr);
    done(std::exchange(m_ids, {}));
}

} // namespace tidings
