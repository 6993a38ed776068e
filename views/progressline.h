// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace tidings {

class PlainLabel;

// A line that shows how far something long has come, with two buttons for what can be done about it. What it shows and
// what the buttons do is the derived class's.
class ProgressLine : public QWidget
{
    Q_OBJECT

protected:
    // `name` is the start of the object names: <name>Progress, <name>ProgressText, <name>Pause, <name>Stop.
    ProgressLine(const QString &name, const QString &accessibleName, QWidget *parent);

    void showProgress(qint64 done, qint64 total); // total 0: busy, nobody knows how far
    void hideProgress(); // only the text
    void setText(const QString &text);
    [[nodiscard]] QPushButton &firstButton() const { return *m_first; }
    [[nodiscard]] QPushButton &secondButton() const { return *m_second; }
    // " · 120 a second · 5 s left"; empty in the first second, and where it does not move.
    [[nodiscard]] static QString paceText(qint64 done, qint64 left, qint64 milliseconds);

private:
    QProgressBar *m_bar;
    PlainLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace tidings
