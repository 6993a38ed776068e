// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventtablemodel.h"
#include "parallel.h"
#include "rowfinder.h"

#include <QThreadPool>

namespace tidings {

class EventRowTest;

// Finds rows of an EventTableModel. A store that was handed over (that of a file) is searched on all processors.
class EventRowFinder : public RowFinder
{
    Q_OBJECT

public:
    // The model must outlive this object.
    explicit EventRowFinder(EventTableModel &model, QObject *parent = nullptr);
    ~EventRowFinder() override; // waits until the other threads have stopped, which takes milliseconds

protected:
    void prepare() override;
    void beginSlice() override;
    bool matches(int row) override;
    bool startElsewhere(quint64 generation) override;
    void cancelElsewhere() override;

private:
    struct Scratch;

    EventTableModel &m_model;
    std::shared_ptr<const EventRowTest> m_test;
    std::unique_ptr<Scratch> m_scratch; // of this thread
    CancelFlag m_cancel;
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
