// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtablemodel.h"
#include "parallel.h"

#include <QObject>
#include <QThreadPool>

namespace tidings {

// Sorts the rows that a feed puts into a table. Another thread works on copies of the columns and on the raw records it
// needs, so that the feed goes on meanwhile; what a later wish has overtaken is dropped.
class LoadedSorter : public QObject
{
    Q_OBJECT

public:
    explicit LoadedSorter(EventTableModel &model); // which must outlive it
    ~LoadedSorter() override; // waits until the other thread has stopped, which takes milliseconds

    // Empty: newest first, at once; so is an empty table. To be called after clear(), too: what was sorted is of no use
    // any more.
    void sort(const QList<SortKey> &keys);

private:
    void run(int round);

    EventTableModel &m_model;
    QList<SortKey> m_keys;
    RecordColumns m_records; // what was read for them; of the rows that the model has
    bool m_isSorting = false;
    quint64 m_generation = 0;
    CancelFlag m_cancel;
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
