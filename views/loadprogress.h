// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progressline.h"
#include "recordfeed.h"

#include <QElapsedTimer>

namespace tidings {

class RecordTableModel;

// A line that shows how far loading everything, or searching further back, has come, with its rate and the time left,
// and pauses or ends it. Hidden while nothing of that kind goes on.
class LoadProgress : public ProgressLine
{
    Q_OBJECT

public:
    // Times are shown as in `model`.
    LoadProgress(RecordFeed &feed, const RecordTableModel &model, QWidget *parent);

    void start(const SearchGoal &goal = {}); // nothing: loads everything that matches

private:
    void goOn();
    void follow(); // the feed went on, or ended
    void pauseOrGoOn();
    void end();
    void forget(); // there is nothing to go on with
    [[nodiscard]] QString text() const;

    RecordFeed &m_feed;
    const RecordTableModel &m_model;
    QElapsedTimer m_running;
    SearchGoal m_goal;
    qint64 m_rowsAtStart = 0; // read
    qint64 m_enough = 0; // rows found, in all; 0: any number
    bool m_paused = false;
};

} // namespace tidings
