// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

class QLabel;

namespace tidings {

class PlainLabel;

// One wrapped sentence with a small icon that tells how it is meant. Hidden while it has nothing to say. The icon
// follows the palette, and turns while it waits. Server text is welcome: it is shown as plain text.
class NoteLine : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { Note, Good, Warning, Missing, Problem, Encrypted, Waiting };

    explicit NoteLine(QWidget *parent = nullptr);

    void say(Mark mark, const QString &text);
    void clear();
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] QString text() const; // empty while hidden

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void paintMark();
    void turn();

    QLabel *m_icon;
    PlainLabel *m_text;
    Mark m_mark = Mark::Note;
    QBasicTimer m_turning;
    int m_angle = 0; // degrees
};

} // namespace tidings
