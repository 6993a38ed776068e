// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace tidings {

class FindBar;

// The commands of the find bar of the page that is shown: open it, next and previous match.
class FindCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions; `bar` names the bar of the page shown.
    FindCommands(std::function<FindBar &()> bar, QWidget *window);

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; } // for a menu

private:
    void add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
        const QString &tip, void (*act)(FindBar &));

    std::function<FindBar &()> m_bar;
    QWidget *m_window;
    QList<QAction *> m_actions;
};

} // namespace tidings
