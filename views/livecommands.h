// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertcenter.h"
#include "eventtablemodel.h"
#include "preferences.h"
#include "watchrules.h"

#include <QObject>

#include <functional>

class QAction;
class QActionGroup;
class QMenu;

namespace tidings {

class EventsPage;
class MainWindow;
class PreferencesDialog;
class WatchFeed;
class WatchRulesDialog;

// The commands about what the desktop is told: preferences, do not disturb, the watch rules, and new rules from an
// event of the page shown or from what is asked. Puts them into the window's menus.
class LiveCommands : public QObject
{
    Q_OBJECT

public:
    // `preferences` gives the present ones; `hasTray` whether the desktop shows tray icons.
    struct Parts
    {
        AlertCenter &alerts;
        WatchRules &rules;
        std::function<Preferences()> preferences;
        std::function<bool()> hasTray;
        const WatchFeed *watch = nullptr; // what becomes of the rules; null: nobody says
    };
    LiveCommands(const Parts &parts, MainWindow &window);
    ~LiveCommands() override;

    [[nodiscard]] QMenu *quietMenu() const { return m_quiet.get(); }
    void openPreferences();
    WatchRulesDialog *openRules();

signals:
    void preferencesOpened(tidings::PreferencesDialog *dialog); // it lives as long as it is open
    void preferencesChosen(const tidings::Preferences &preferences);

private:
    QAction *add(const QString &text, const QString &iconName, const QKeySequence &key, const QString &tip,
        const QString &objectName, void (LiveCommands::*act)());
    void buildQuietMenu();
    void updateQuiet();
    void showRules() { openRules(); }
    void addRuleForEvent();
    void addRuleForQuestion();
    void updateCommands();

    Parts m_parts;
    MainWindow &m_window;
    std::unique_ptr<QMenu> m_quiet;
    QActionGroup *m_quietChoices = nullptr;
    QAction *m_quietOff = nullptr;
    QAction *m_quietNow = nullptr; // says until when
    QAction *m_preferences;
    QAction *m_rules;
    QAction *m_ruleForEvent;
    QAction *m_ruleForQuestion;
};

} // namespace tidings
