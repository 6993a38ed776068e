// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

// The commands that tell about the program: a list of all shortcuts, and who it is.
class HelpCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions, and is the parent of the boxes; `others` gives the commands that it does not have.
    HelpCommands(QWidget *window, std::function<QList<QAction *>()> others);

    void fillMenu(QMenu *menu);

private:
    void showShortcuts();
    void showAbout();

    QWidget *m_window;
    std::function<QList<QAction *>()> m_others;
    QAction *m_shortcuts;
    QAction *m_about;
};

} // namespace tidings
