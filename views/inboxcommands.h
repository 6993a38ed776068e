// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace tidings {

class InboxPage;

// The commands of the inbox beside seen and unseen, which are the window's: snooze, mute, tabs, groups, order, age. The
// page shows some of their menus behind its buttons; the window puts all into its own menu. Their keys work while the
// page has the keyboard.
class InboxCommands : public QObject
{
    Q_OBJECT

public:
    explicit InboxCommands(InboxPage &page); // the page owns it

    void fillMenu(QMenu *menu);
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; } // those with keys, and others
    [[nodiscard]] QList<QAction *> rowActions() const; // about the chosen rows
    [[nodiscard]] QMenu *snoozeMenu() const { return m_snoozeMenu; }
    [[nodiscard]] QMenu *ageMenu() const { return m_ageMenu; }
    [[nodiscard]] QMenu *arrangeMenu() const { return m_arrangeMenu; } // groups, order, and whether seen
    void update(); // what is chosen, asked, or snoozed and muted, has changed

private:
    template <class Act>
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
        const QString &tip, Act act);
    template <class Value, class Act>
    QActionGroup *addChoices(
        QMenu *menu, const QString &name, const QString &tip, const QList<std::pair<Value, QString>> &choices, Act act);
    void buildSnooze();
    void buildArrange();
    void buildAge();
    void showSnoozeTimes();

    InboxPage &m_page;
    QList<QAction *> m_actions;
    QMenu *m_snoozeMenu;
    QMenu *m_ageMenu;
    QMenu *m_groupMenu;
    QMenu *m_sortMenu;
    QMenu *m_includeMenu;
    QMenu *m_arrangeMenu;
    QActionGroup *m_ages = nullptr;
    QActionGroup *m_groupings = nullptr;
    QActionGroup *m_sortings = nullptr;
    QActionGroup *m_includes = nullptr;
    QList<std::pair<QAction *, SnoozePreset>> m_presets;
    QAction *m_snoozeAgain = nullptr;
    QAction *m_snooze;
    QAction *m_wake;
    QAction *m_mute;
    QAction *m_mutes;
    QAction *m_markShown;
    QAction *m_filterFor;
    QAction *m_choose;
    QAction *m_expand;
    QAction *m_collapse;
    QAction *m_nextTab;
    QAction *m_previousTab;
};

} // namespace tidings
