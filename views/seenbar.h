// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progressline.h"

#include <QElapsedTimer>

namespace tidings {

class SeenWork;

// The line over the inbox about changes on their way to the server: how far many have come, with Pause and Stop; why
// they wait, with a way to try again; and those that an earlier session did not finish, which are resumed or taken
// back. Before all of them are marked it says how far reading which are unseen has come, and what stands in its way.
// Hidden where there is nothing to say.
class SeenBar : public ProgressLine
{
    Q_OBJECT

public:
    SeenBar(SeenWork &work, QWidget *parent);

private:
    enum class Shows { Nothing, Unfinished, Progress, Waiting, Collecting };
    void follow();
    void update(); // what is shown, at most some times a second
    void handleFirst();
    void handleSecond();
    [[nodiscard]] Shows shows() const;
    void showUnfinished();
    void showRunning();
    void showWaiting();
    void showCollecting();

    SeenWork &m_work;
    QElapsedTimer m_running; // since it began, or went on
    int m_doneAtStart = 0;
    QElapsedTimer m_reading; // the same of the collector
    qsizetype m_readAtStart = 0;
    bool m_isRunning = false;
    QElapsedTimer m_sinceUpdate;
};

} // namespace tidings
