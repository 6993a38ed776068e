// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace tidings {

class PlainLabel;
class RecordFeed;
class RecordTableModel;

// A line that shows how far loading everything has come, with its rate and the time left, and pauses or ends it. Hidden
// while nothing of that kind goes on.
class LoadProgress : public QWidget
{
    Q_OBJECT

public:
    LoadProgress(RecordFeed &feed, const RecordTableModel &model, QWidget *parent);

    void start(); // loads everything that matches

private:
    void follow(); // the feed went on, or ended
    void pauseOrGoOn();
    void end();
    [[nodiscard]] QString text() const;

    RecordFeed &m_feed;
    const RecordTableModel &m_model;
    QProgressBar *m_bar;
    PlainLabel *m_text;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QElapsedTimer m_running;
    int m_rowsAtStart = 0;
    bool m_paused = false;
};

} // namespace tidings
