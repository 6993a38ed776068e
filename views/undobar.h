// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPushButton;
class QTimer;

namespace tidings {

class PlainLabel;

// A small bar at the bottom of its parent that offers to undo what was just done and goes by itself after a while.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent);
    void offer(const QString &text);
    void dismiss();

signals:
    void undoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    PlainLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
};

} // namespace tidings
