// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timedisplay.h"

#include <QObject>

class QAction;
class QMenu;
class QToolButton;
class QWidget;

namespace tidings {

// The commands for how times are shown: relative or not, and the zone. The same menu serves the window's menu bar and a
// button that always says the zone and its offset. Keeps no setting: it asks for one, and shows what it is told.
class TimeCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions and is the parent of the dialog.
    explicit TimeCommands(QWidget *window);

    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    [[nodiscard]] QToolButton &button() const { return *m_button; } // for a status bar
    [[nodiscard]] const TimeDisplay &display() const { return m_display; }
    void setDisplay(const TimeDisplay &display);
    // What else the button says, such as that the server's clock differs; the short one where the space is narrow.
    void setRemark(const QString &remark, const QString &shortRemark);
    void setCompact(bool compact); // the button says the offset only
    void updateButton(); // the offset changes with the clock

signals:
    void chosen(const tidings::TimeDisplay &display); // by the user

private:
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
        const QString &tip, bool isCheckable);
    void chooseZone(const QTimeZone &zone);
    void openDialog();

    QWidget *m_window;
    QMenu *m_menu;
    QToolButton *m_button;
    QAction *m_relative;
    QAction *m_local;
    QAction *m_utc;
    QAction *m_zone; // the other one that is chosen
    QAction *m_other;
    TimeDisplay m_display;
    QString m_remark;
    QString m_shortRemark;
    bool m_compact = false;
};

} // namespace tidings
