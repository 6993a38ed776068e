// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"
#include "commandline.h"
#include "connection.h"
#include "eventeditor.h"
#include "eventfeed.h"
#include "eventtablemodel.h"
#include "filefeed.h"
#include "notificationfeed.h"
#include "notificationtablemodel.h"
#include "savedviews.h"
#include "secretstore.h"
#include "settings.h"
#include "viewsfile.h"

#include <QObject>

#include <memory>

namespace tidings {

class DemoProcess;
class MainWindow;
class ServerProbe;

// Builds everything and connects it: settings, keychain, client, probe, models, feeds, window. The only place that
// knows all parts. One server is shown at a time; choosing another builds a new client.
class Application : public QObject
{
    Q_OBJECT

public:
    // `token`: of --token-stdin, else empty.
    Application(const CommandLine &commandLine, const QByteArray &token, QObject *parent = nullptr);
    ~Application() override;

    // Shows the window and begins to connect. With --screenshots it quits by itself, with 0 when all were written.
    void start();

private:
    void startDemo();
    void startProfile(const Profile &profile);
    void readToken(const Profile &profile);
    void connectTo(const Connection &connection);
    void disconnectServer();
    void handleProbed(const ServerInfo &info);
    void handleProbeFailed(const ApiError &error);
    void openConnectDialog(const Connection &connection);
    void handleConnected(const Connection &connection, bool sessionOnly);
    void handleOfflineAction();
    void forgetProfile();
    void openFile(const QString &path);
    void closeFile();
    void chooseAppearance(Appearance appearance);
    void restoreWindow();
    void saveWindow();
    void updateProfiles();
    [[nodiscard]] bool askFirstQuestion(); // of the command line; false: it cannot be asked
    void wireModels();
    void wireWindow();
    [[nodiscard]] Connection connectionOf(const Profile &profile) const;

    CommandLine m_commandLine;
    QByteArray m_givenToken;
    Settings m_settings;
    ViewsFile m_viewsFile;
    SavedViews m_views;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SecretStore> m_memory; // "this session only"
    EventTableModel m_events;
    NotificationTableModel m_notifications;
    // Declared in this order so that feeds go before the client they use, and the window before all.
    std::unique_ptr<DemoProcess> m_demo;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ServerProbe> m_probe;
    EventFeed m_eventFeed;
    NotificationFeed m_notificationFeed;
    EventEditor m_editor;
    std::unique_ptr<EventTableModel> m_fileEvents;
    std::unique_ptr<FileFeed> m_fileFeed;
    std::unique_ptr<MainWindow> m_window;
    Connection m_current;
    QString m_currentProfile; // id; empty in the demo
    std::function<void()> m_offlineAction;
};

} // namespace tidings
