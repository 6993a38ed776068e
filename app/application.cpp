// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "connectdialog.h"
#include "demoprocess.h"
#include "detailpane.h"
#include "eventspage.h"
#include "histogrampanel.h"
#include "inboxpage.h"
#include "keychainsecretstore.h"
#include "mainwindow.h"
#include "memorysecretstore.h"
#include "recordtable.h"
#include "screenshots.h"
#include "serverprobe.h"
#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QSplitter>

#include <cstdio>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

QList<QSslCertificate> certificatesOf(const QString &file)
{
    return file.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromPath(file, QSsl::Pem);
}

// The application keeps profiles, the dialog speaks of connections.
Profile profileOf(const Connection &connection)
{
    Profile profile;
    profile.id = QUuid::fromString(connection.id);
    profile.name = connection.name;
    profile.colour = connection.colour;
    profile.server = connection.server;
    profile.caFile = connection.caFile;
    profile.pinnedSha256 = QString::fromLatin1(connection.pinnedSha256.toHex());
    profile.userName = connection.userName;
    return profile;
}

QString keyOf(const Connection &connection)
{
    return secretKey(profileOf(connection));
}

} // namespace

Application::Application(const CommandLine &commandLine, const QByteArray &token, QObject *parent)
    : QObject(parent)
    , m_commandLine(commandLine)
    , m_givenToken(token)
    , m_viewsFile(QFileInfo(m_settings.fileName()).path())
    , m_secrets(std::make_unique<KeychainSecretStore>())
    , m_memory(std::make_unique<MemorySecretStore>())
    , m_eventFeed(m_events)
    , m_notificationFeed(m_notifications)
{
    applyAppearance(*qApp, m_settings.appearance());
    m_views.setViews(m_viewsFile.load());
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_events, m_eventFeed, m_notifications, m_notificationFeed, m_editor, m_views});
    m_window->setAppearance(m_settings.appearance());
    const std::chrono::seconds interval(m_settings.pollSeconds());
    m_eventFeed.poller().setInterval(interval);
    m_notificationFeed.poller().setInterval(interval);
    wireModels();
    wireWindow();
}

Application::~Application()
{
    disconnectServer();
}

void Application::wireModels()
{
    // What was written is shown at once; the server's answer is the record.
    const auto show = [this](const Event &event) {
        if (m_eventFeed.plan().acceptsUnasked(event))
            m_events.merge({event});
    };
    connect(&m_views, &SavedViews::changed, this, [this] {
        const QString problem = m_viewsFile.save(m_views.views());
        if (!problem.isEmpty())
            m_window->eventsPage().showProblem(problem);
    });
    connect(&m_editor, &EventEditor::created, this, show);
    connect(&m_editor, &EventEditor::updated, this, show);
    connect(&m_editor, &EventEditor::removed, this, [this](const QString &id) { m_events.remove(id.toUtf8()); });
}

void Application::wireWindow()
{
    MainWindow *const window = m_window.get();
    connect(window, &MainWindow::connectRequested, this, [this] { openConnectDialog({}); });
    connect(window, &MainWindow::editProfileRequested, this, [this] { openConnectDialog(m_current); });
    connect(window, &MainWindow::signInRequested, this, [this] { openConnectDialog(m_current); });
    connect(window, &MainWindow::removeProfileRequested, this, &Application::forgetProfile);
    connect(window, &MainWindow::profileChosen, this, [this](const QString &id) {
        if (const auto profile = m_settings.profile(QUuid::fromString(id)))
            startProfile(*profile);
    });
    connect(window, &MainWindow::offlineActionTriggered, this, &Application::handleOfflineAction);
    connect(window, &MainWindow::appearanceChosen, this, &Application::chooseAppearance);
    connect(window, &MainWindow::openFileRequested, this, &Application::openFile);
    connect(window, &MainWindow::closeFileRequested, this, &Application::closeFile);
    connect(window, &MainWindow::quitRequested, window, &QWidget::close);
    connect(window, &MainWindow::closing, this, &Application::saveWindow);
}

void Application::start()
{
    restoreWindow();
    m_window->show();
    updateProfiles();
    if (!m_settings.brokenFile().isEmpty())
        m_window->setNote(tr("Settings were unreadable and begun anew"));
    if (!m_viewsFile.problem().isEmpty())
        m_window->setNote(tr("Saved views were unreadable and begun anew"));
    if (!askFirstQuestion()) {
        std::fprintf(
            stderr, "tidings: %s\n", qPrintable(tr("there is no saved view named “%1”").arg(m_commandLine.view)));
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
        return;
    }

    if (!m_commandLine.file.isEmpty())
        openFile(m_commandLine.file);
    if (m_commandLine.demo)
        return startDemo();
    if (m_commandLine.server) {
        Connection connection;
        connection.server = m_commandLine.server->toString();
        connection.name = m_commandLine.server->host();
        connection.token = m_givenToken;
        if (connection.token.isEmpty())
            return openConnectDialog(connection);
        m_window->setNote(tr("This session only"));
        return connectTo(connection);
    }
    std::optional<Profile> profile = m_settings.profile(m_settings.currentProfile());
    if (!m_commandLine.profile.isEmpty()) {
        profile = m_settings.profileNamed(m_commandLine.profile);
        if (!profile) {
            std::fprintf(
                stderr, "tidings: %s\n", qPrintable(tr("there is no profile named “%1”").arg(m_commandLine.profile)));
            QMetaObject::invokeMethod(
                qApp, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
            return;
        }
    } else if (!profile && !m_settings.profiles().isEmpty()) {
        profile = m_settings.profiles().constFirst();
    }
    if (profile)
        return startProfile(*profile);
    m_offlineAction = [this] {
        openConnectDialog({});
    };
    m_window->setOffline(
        tr("Connect to your authentik server to see its events and your notifications."), tr("Connect…"));
    if (m_commandLine.file.isEmpty())
        openConnectDialog({});
}

bool Application::askFirstQuestion()
{
    EventQuery query;
    query.text = m_commandLine.query;
    if (!m_commandLine.view.isEmpty()) {
        const qsizetype index = m_views.indexOf(m_commandLine.view);
        if (index < 0)
            return false;
        query = m_views.views().at(index).query;
    }
    if (!query.isEmpty())
        m_window->eventsPage().setFilter(query);
    return true;
}

void Application::startDemo()
{
    m_window->setNote(tr("Demo"));
    m_window->setOffline(tr("Starting the demo server…"), {});
    m_demo = std::make_unique<DemoProcess>();
    connect(m_demo.get(), &DemoProcess::ready, this, [this](const ServerAddress &address, const QByteArray &token) {
        Connection connection;
        connection.name = tr("Demo");
        connection.colour = u"#2f5fd0"_s;
        connection.server = address.toString();
        connection.token = token;
        connectTo(connection);
    });
    connect(m_demo.get(), &DemoProcess::failed, this, [this](const QString &message) {
        disconnectServer();
        m_offlineAction = [this] {
            startDemo();
        };
        m_window->setOffline(message, tr("Start again"));
        if (!m_commandLine.screenshots.isEmpty()) {
            std::fprintf(stderr, "tidings: %s\n", qPrintable(message));
            QCoreApplication::exit(1);
        }
    });
    DemoProcessOptions options;
    options.events = m_commandLine.demoEvents;
    m_demo->start(options);
}

Connection Application::connectionOf(const Profile &profile) const
{
    Connection connection;
    connection.id = profile.id.toString(QUuid::WithoutBraces);
    connection.name = profile.name;
    connection.colour = profile.colour;
    connection.server = profile.server;
    connection.caFile = profile.caFile;
    connection.pinnedSha256 = QByteArray::fromHex(profile.pinnedSha256.toLatin1());
    connection.userName = profile.userName;
    return connection;
}

void Application::startProfile(const Profile &profile)
{
    disconnectServer();
    m_current = connectionOf(profile);
    m_currentProfile = m_current.id;
    m_settings.setCurrentProfile(profile.id);
    m_window->setNote({});
    updateProfiles();
    readToken(profile);
}

// A locked keyring answers "not found" as well: the profile stays, whatever comes.
void Application::readToken(const Profile &profile)
{
    m_offlineAction = {};
    m_window->setOffline(tr("Waiting for the keychain. A window asking for its password may be behind this one."), {});
    const QString id = m_currentProfile;
    const auto done = [this, profile, id](const SecretResult<QByteArray> &token) {
        if (id != m_currentProfile)
            return; // another server was chosen meanwhile
        if (token && !token->isEmpty()) {
            Connection connection = connectionOf(profile);
            connection.token = *token;
            connectTo(connection);
            return;
        }
        const SecretError error = token ? SecretError{} : token.error();
        if (error.kind == SecretError::Kind::NotFound) {
            m_offlineAction = [this] {
                openConnectDialog(m_current);
            };
            m_window->setOffline(describe(error), tr("Enter the token…"));
        } else {
            m_offlineAction = [this, profile] {
                readToken(profile);
            };
            m_window->setOffline(describe(error), tr("Retry"));
        }
    };
    m_memory->read(secretKey(profile), this, [this, profile, done](SecretResult<QByteArray> token) {
        if (token && !token->isEmpty())
            return done(token);
        m_secrets->read(secretKey(profile), this, done);
    });
}

void Application::disconnectServer()
{
    m_probe.reset();
    m_eventFeed.setClient(nullptr);
    m_notificationFeed.setClient(nullptr, 0);
    m_editor.setClient(nullptr);
    m_client.reset();
}

void Application::connectTo(const Connection &connection)
{
    disconnectServer();
    const auto address = ServerAddress::parse(connection.server);
    if (!address) {
        m_offlineAction = [this] {
            openConnectDialog(m_current);
        };
        m_window->setOffline(address.error(), tr("Edit the connection…"));
        return;
    }
    m_current = connection;
    ApiClientOptions options;
    options.address = *address;
    options.token = connection.token;
    options.caCertificates = certificatesOf(connection.caFile);
    options.pinnedSha256 = connection.pinnedSha256;
    m_client = std::make_unique<ApiClient>(options);
    connect(m_client.get(), &ApiClient::clockSkewMeasured, m_window.get(), &MainWindow::setClockSkew);

    ServerInfo early;
    early.user.username = connection.userName;
    m_window->setServer(*address, early);
    m_editor.setClient(m_client.get());
    // The first page does not wait for the probe: only a filter would be asked another way.
    m_eventFeed.setClient(m_client.get());

    m_probe = std::make_unique<ServerProbe>(*m_client);
    connect(m_probe.get(), &ServerProbe::userFound, this,
        [this](const CurrentUser &user) { m_notificationFeed.setClient(m_client.get(), user.pk); });
    connect(m_probe.get(), &ServerProbe::succeeded, this, &Application::handleProbed);
    connect(m_probe.get(), &ServerProbe::failed, this, &Application::handleProbeFailed);
    m_probe->start();
    updateProfiles();
    if (!m_commandLine.screenshots.isEmpty())
        takeScreenshots(*m_window, m_commandLine.screenshots, m_eventFeed, m_notificationFeed);
}

void Application::handleProbed(const ServerInfo &info)
{
    m_current.info = info;
    m_window->setServer(m_client->address(), info);
    m_editor.setCapabilities(info.capabilities);
    m_eventFeed.setCapabilities(info.capabilities);
    if (m_currentProfile.isEmpty() || info.user.username == m_current.userName)
        return;
    m_current.userName = info.user.username;
    m_settings.saveProfile(profileOf(m_current));
}

void Application::handleProbeFailed(const ApiError &error)
{
    if (!m_commandLine.screenshots.isEmpty()) {
        std::fprintf(stderr, "tidings: %s\n", qPrintable(describe(error)));
        QCoreApplication::exit(1);
        return;
    }
    disconnectServer();
    const bool needsToken = error.kind == ApiError::Kind::TokenInvalid;
    const bool needsAddress = error.kind == ApiError::Kind::Redirected || error.kind == ApiError::Kind::NotAuthentik
        || error.kind == ApiError::Kind::Tls;
    if (needsToken || needsAddress) {
        m_offlineAction = [this] {
            openConnectDialog(m_current);
        };
        m_window->setOffline(describe(error), needsToken ? tr("Sign in…") : tr("Edit the connection…"));
    } else {
        m_offlineAction = [this] {
            connectTo(m_current);
        };
        m_window->setOffline(describe(error), tr("Retry"));
    }
}

void Application::handleOfflineAction()
{
    if (m_offlineAction)
        m_offlineAction();
}

void Application::openConnectDialog(const Connection &connection)
{
    auto *const dialog = new ConnectDialog(*m_secrets, keyOf, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setConnection(connection);
    connect(dialog, &ConnectDialog::connected, this, &Application::handleConnected);
    dialog->open();
}

void Application::handleConnected(const Connection &connection, bool sessionOnly)
{
    const Profile saved = m_settings.saveProfile(profileOf(connection));
    m_settings.setCurrentProfile(saved.id);
    Connection stored = connection;
    stored.id = saved.id.toString(QUuid::WithoutBraces);
    m_currentProfile = stored.id;
    if (sessionOnly)
        m_memory->write(secretKey(saved), connection.token, this, [](const SecretResult<std::monostate> &) {});
    m_window->setNote(sessionOnly ? tr("Token for this session only") : QString());
    connectTo(stored);
    updateProfiles();
}

void Application::forgetProfile()
{
    const auto profile = m_settings.profile(QUuid::fromString(m_currentProfile));
    if (!profile)
        return;
    disconnectServer();
    const QString key = secretKey(*profile);
    m_memory->remove(key, this, [](const SecretResult<std::monostate> &) {});
    m_secrets->remove(key, this, [this, name = profile->name](const SecretResult<std::monostate> &result) {
        if (!result)
            m_window->setNote(tr("The token of “%1” is still in the keychain").arg(name));
    });
    m_settings.removeProfile(profile->id);
    m_currentProfile.clear();
    m_current = {};
    m_offlineAction = [this] {
        openConnectDialog({});
    };
    m_window->setOffline(
        tr("Connect to your authentik server to see its events and your notifications."), tr("Connect…"));
    updateProfiles();
}

void Application::openFile(const QString &path)
{
    closeFile();
    m_fileEvents = std::make_unique<EventTableModel>();
    m_fileFeed = std::make_unique<FileFeed>(*m_fileEvents);
    m_fileFeed->openFile(QFileInfo(path).absoluteFilePath());
    m_window->showFile(*m_fileEvents, *m_fileFeed);
}

void Application::closeFile()
{
    m_window->closeFile();
    m_fileFeed.reset();
    m_fileEvents.reset();
}

void Application::chooseAppearance(Appearance appearance)
{
    m_settings.setAppearance(appearance);
    applyAppearance(*qApp, appearance);
}

void Application::updateProfiles()
{
    QList<ProfileEntry> entries;
    const auto profiles = m_settings.profiles();
    for (const Profile &profile : profiles)
        entries += ProfileEntry{profile.id.toString(QUuid::WithoutBraces), profile.name, QColor(profile.colour)};
    QString current = m_currentProfile;
    if (current.isEmpty() && m_client) {
        current = u"unsaved"_s;
        entries.prepend({current, m_current.name, QColor(m_current.colour)});
    }
    m_window->setProfiles(entries, current);
}

void Application::restoreWindow()
{
    if (!m_commandLine.screenshots.isEmpty())
        return;
    m_window->restoreGeometry(m_settings.uiState(UiState::WindowGeometry));
    m_window->eventsPage().splitter().restoreState(m_settings.uiState(UiState::EventsSplitter));
    m_window->inboxPage().splitter().restoreState(m_settings.uiState(UiState::InboxSplitter));
    m_window->eventsPage().table().horizontalHeader()->restoreState(m_settings.uiState(UiState::EventsHeader));
    m_window->eventsPage().histogram().restoreState(m_settings.uiState(UiState::EventsHistogram));
}

void Application::saveWindow()
{
    if (!m_commandLine.screenshots.isEmpty())
        return;
    m_settings.setUiState(UiState::WindowGeometry, m_window->saveGeometry());
    m_settings.setUiState(UiState::EventsSplitter, m_window->eventsPage().splitter().saveState());
    m_settings.setUiState(UiState::InboxSplitter, m_window->inboxPage().splitter().saveState());
    m_settings.setUiState(UiState::EventsHeader, m_window->eventsPage().table().horizontalHeader()->saveState());
    m_settings.setUiState(UiState::EventsHistogram, m_window->eventsPage().histogram().saveState());
    m_settings.sync();
}

} // namespace tidings
