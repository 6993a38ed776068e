// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "commandline.h"
#include "connection.h"
#include "desktopscheme.h"
#include "eventeditor.h"
#include "eventfeed.h"
#include "eventtablemodel.h"
#include "filefeed.h"
#include "historyfeed.h"
#include "idlewatch.h"
#include "localinboxstate.h"
#include "notificationfeed.h"
#include "notificationtablemodel.h"
#include "profiledata.h"
#include "recentquestions.h"
#include "reconnect.h"
#include "savedviews.h"
#include "secretstore.h"
#include "settings.h"
#include "viewcounter.h"
#include "viewsfile.h"

#include <QObject>

#include <memory>

namespace tidings {

class DemoProcess;
class DesktopPresence;
class MainWindow;
class ServerProbe;
class SingleInstance;

// Builds everything and connects it: settings, keychain, client, probe, models, feeds, window. The only place that
// knows all parts. One server is shown at a time; choosing another builds a new client.
class Application : public QObject
{
    Q_OBJECT

public:
    // `token`: of --token-stdin, else empty.
    // `instance` has begun, or stands for itself; it must outlive this.
    Application(
        const CommandLine &commandLine, const QByteArray &token, SingleInstance &instance, QObject *parent = nullptr);
    ~Application() override;

    // Shows the window and begins to connect. With --screenshots it quits by itself, with 0 when all were written.
    void start();

private:
    void startDemo();
    void startProfile(const Profile &profile);
    void readToken(const Profile &profile);
    void connectTo(const Connection &connection);
    void disconnectServer();
    void probe();
    void tryAgain();
    void waitForNextTry();
    void showWaiting();
    void showOffline(const QString &text, const QString &action, bool isTrouble = true);
    void handleProbed(const ServerInfo &info);
    void handleProbeFailed(const ApiError &error);
    void openConnectDialog(const Connection &connection);
    void handleConnected(const Connection &connection, bool sessionOnly);
    void handleOfflineAction();
    void offerToConnect();
    void forgetProfile();
    void openFile(const QString &path);
    void closeFile();
    void chooseAppearance(Appearance appearance);
    void saveWindowState();
    void updateProfiles();
    static void refuse(const QString &reason); // ends with 2, as for a wrong use
    void askFirstQuestion(); // of the command line
    [[nodiscard]] bool showView(const QString &name); // false: there is none
    void wireModels();
    void wireWindow();
    void openLocal(); // what is kept of the current profile; in the demo nothing is
    void wireInstance(SingleInstance &instance);
    [[nodiscard]] std::optional<Profile> currentProfile() const;

    CommandLine m_commandLine;
    QByteArray m_givenToken;
    Settings m_settings;
    ViewsFile m_viewsFile;
    SavedViews m_views;
    RecentQuestions m_questions;
    LocalInboxState m_inboxState;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SecretStore> m_memory; // "this session only"
    EventTableModel m_events;
    NotificationTableModel m_notifications;
    // Declared in this order so that feeds go before the client they use, and the window before all.
    std::unique_ptr<DemoProcess> m_demo;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ServerProbe> m_probe;
    Reconnect m_reconnect;
    EventFeed m_eventFeed;
    ViewCounter m_viewCounter;
    NotificationArchive m_archive;
    NotificationFeed m_notificationFeed;
    HistoryFeed m_history;
    ProfileData m_data;
    IdleWatch m_idleWatch;
    DesktopScheme m_scheme;
    EventEditor m_editor;
    std::unique_ptr<EventTableModel> m_fileEvents;
    std::unique_ptr<FileFeed> m_fileFeed;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DesktopPresence> m_presence;
    Connection m_current;
    QString m_currentProfile; // id; empty in the demo
    std::function<void()> m_offlineAction;
};

} // namespace tidings
