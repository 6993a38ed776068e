// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertcenter.h"
#include "autostart.h"
#include "contactwatch.h"
#include "eventfeed.h"
#include "freedesktopalerts.h"
#include "localinboxstate.h"
#include "notificationfeed.h"
#include "powerwatch.h"
#include "rulesfile.h"
#include "settings.h"
#include "singleinstance.h"
#include "trayhost.h"
#include "trayicon.h"
#include "watchfeed.h"
#include "watchrules.h"

#include <QDBusConnection>
#include <QObject>
#include <QTimer>

namespace tidings {

class LiveCommands;
class MainWindow;
class NotificationArchive;
class PreferencesDialog;

// Tidings on the desktop, around its window: alerts and watch rules, the tray, what a closed window means, and what
// another start of the program asks for. Owns these parts and connects them to the window and the feeds, which must
// outlive it.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        MainWindow &window;
        Settings &settings;
        EventFeed &events;
        NotificationTableModel &notificationModel;
        NotificationFeed &notifications;
        LocalInboxState &local;
        NotificationArchive &history;
        SingleInstance &instance;
    };
    // `isPictured`: for --screenshots; the desktop is left alone.
    DesktopPresence(const Parts &parts, const QDBusConnection &bus, bool isPictured);
    ~DesktopPresence() override;

    void setClient(ApiClient *client); // null: none
    // Why there is no connection; translated, plain text. Empty: there is one, or none is wanted.
    void setTrouble(const QString &reason);
    // Shows the window, or not where it can be called up: from the tray, or by another start.
    void begin(bool hidden);
    void setIdle(bool idle); // nobody has touched the program for a while: it asks less often
    void showWindow(); // in front of others
    void quit(); // always ends the program

signals:
    void aboutToQuit(); // by quit(), or because the window was closed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectAlerts();
    void connectForgetting();
    void connectTray();
    void connectContact();
    void connectPace();
    void updatePace();
    void handleTrayHost(bool present);
    void noteFeedTrouble(const ApiError &error);
    void showHistory(PreferencesDialog *dialog);
    [[nodiscard]] Preferences preferences() const;
    void setPreferences(const Preferences &preferences);
    void applyPreferences(const Preferences &preferences);
    void keepRules();
    void openAlert(const Alert &alert);
    void showCounts();
    void showTrouble();
    void staysInTray();
    void handleAnnounced(bool shown);
    void endSoon();

    Parts m_parts;
    QDBusConnection m_bus;
    const bool m_isPictured;
    Autostart m_autostart;
    RulesFile m_rulesFile;
    WatchRules m_rules;
    WatchFeed m_watch;
    FreedesktopAlerts m_desktop;
    AlertCenter m_alerts;
    ContactWatch m_contact;
    PowerWatch m_power;
    TrayHost m_trayHost;
    LiveCommands *m_commands; // the window's
    TrayIcon m_tray;
    qint64 m_badge = 0;
    QTimer m_hostless; // the tray went away, for this long
    QTimer m_announcing; // nobody says whether the pop-up was shown
    QString m_activationToken; // for the next time the window is shown
    QDateTime m_feedTroubleSince;
    bool m_isIdle = false;
    bool m_isWatchful = false; // somebody waits for alerts
    bool m_closesToTray = false;
    bool m_isQuitting = false;
};

// The session bus where there is one; a connection that is none otherwise. Starts no bus.
QDBusConnection existingSessionBus();

} // namespace tidings
