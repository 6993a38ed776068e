// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "connectdialog.h"
#include "demoprocess.h"
#include "desktoppresence.h"
#include "eventspage.h"
#include "firstrow.h"
#include "inboxpage.h"
#include "keychainsecretstore.h"
#include "mainwindow.h"
#include "memorysecretstore.h"
#include "profileconnection.h"
#include "recordtable.h"
#include "screenshots.h"
#include "serverprobe.h"
#include "theme.h"
#include "visibletext.h"
#include "windowstate.h"

#include <QApplication>
#include <QFileInfo>

#include <cstdio>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 200;

QList<QSslCertificate> certificatesOf(const QString &file)
{
    return file.isEmpty() ? QList<QSslCertificate>() : QSslCertificate::fromPath(file, QSsl::Pem);
}

QString keyOf(const Connection &connection)
{
    return secretKey(profileOf(connection));
}

} // namespace

Application::Application(
    const CommandLine &commandLine, const QByteArray &token, SingleInstance &instance, QObject *parent)
    : QObject(parent)
    , m_commandLine(commandLine)
    , m_givenToken(token)
    , m_viewsFile(QFileInfo(m_settings.fileName()).path())
    , m_memory(std::make_unique<MemorySecretStore>())
    , m_eventFeed(m_events)
    , m_notificationFeed(m_notifications)
    , m_history(m_archive, m_notificationFeed, m_notifications)
    , m_data({m_inboxState, m_notificationFeed.work(), m_archive, m_questions})
    , m_idleWatch(*qApp, std::chrono::minutes(5))
    , m_scheme(commandLine.screenshots.isEmpty() ? existingSessionBus() : QDBusConnection(u"no session bus"_s))
{
    auto keychain = std::make_unique<KeychainSecretStore>();
    connect(keychain.get(), &KeychainSecretStore::answersAgain, &m_reconnect, &Reconnect::now);
    m_secrets = std::move(keychain);
    applyTextZoom(*qApp, m_settings.textZoom());
    applyAppearance(*qApp, m_settings.appearance());
    m_views.setViews(m_viewsFile.load());
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_events, m_eventFeed, m_notifications, m_notificationFeed, m_editor, m_views, m_inboxState});
    m_window->setAppearance(m_settings.appearance());
    m_window->setDensity(m_settings.density());
    m_window->setTextZoom(m_settings.textZoom());
    m_window->setTimeDisplay(m_settings.timeDisplay());
    m_presence
        = std::make_unique<DesktopPresence>(DesktopPresence::Parts{*m_window, m_settings, m_eventFeed, m_notifications,
                                                m_notificationFeed, m_inboxState, m_archive, instance},
            existingSessionBus(), !m_commandLine.screenshots.isEmpty());
    connect(&m_scheme, &DesktopScheme::changed, this, [this](ColorScheme scheme) {
        if (m_settings.appearance() == Appearance::System)
            applyAppearance(*qApp, Appearance::System, scheme);
    });
    connect(&m_idleWatch, &IdleWatch::idleChanged, m_presence.get(), &DesktopPresence::setIdle);
    connect(&m_reconnect, &Reconnect::again, this, &Application::tryAgain);
    connect(&m_reconnect, &Reconnect::textChanged, this, [this] {
        if (m_window->isVisible())
            showWaiting();
    });
    wireModels();
    wireWindow();
    wireInstance(instance);
}

Application::~Application()
{
    disconnectServer();
}

void Application::wireModels()
{
    m_window->inboxPage().setHistory(&m_history);
    m_window->setRecentQuestions(m_questions);
    m_window->setViewCounter(m_viewCounter);
    connect(&m_questions, &RecentQuestions::failed, this,
        [this](const QString &problem) { m_window->eventsPage().showProblem(problem); });
    // What was written is shown at once; the server's answer is the record.
    const auto show = [this](const Event &event) {
        if (m_eventFeed.plan().acceptsUnasked(event))
            m_events.merge({event});
        else
            m_events.remove(event.key()); // it was listed as it was before
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
    connect(window, &MainWindow::densityChosen, this, [this](Density density) {
        m_settings.setDensity(density);
        m_window->setDensity(density);
    });
    connect(window, &MainWindow::textZoomChosen, this, [this](int percent) {
        m_settings.setTextZoom(percent);
        applyTextZoom(*qApp, percent);
        m_window->setTextZoom(percent);
    });
    connect(window, &MainWindow::timeDisplayChosen, this, [this](const TimeDisplay &display) {
        m_settings.setTimeDisplay(display);
        m_window->setTimeDisplay(display);
    });
    connect(window, &MainWindow::openFileRequested, this, &Application::openFile);
    connect(window, &MainWindow::closeFileRequested, this, &Application::closeFile);
    connect(window, &MainWindow::quitRequested, m_presence.get(), &DesktopPresence::quit);
    connect(window, &MainWindow::closing, this, &Application::saveWindowState);
    connect(m_presence.get(), &DesktopPresence::aboutToQuit, this, &Application::saveWindowState);
}

// What another start of the program asks this one for: to show something.
void Application::wireInstance(SingleInstance &instance)
{
    DesktopPresence *const presence = m_presence.get();
    connect(&instance, &SingleInstance::fileRequested, this, [this, presence](const QString &path) {
        openFile(path);
        presence->showWindow();
    });
    connect(&instance, &SingleInstance::queryRequested, this, [this, presence](const QString &text) {
        EventQuery query;
        query.text = text;
        m_window->ask(query);
        presence->showWindow();
    });
    connect(&instance, &SingleInstance::viewRequested, this, [this, presence](const QString &name) {
        if (!showView(name)) {
            m_window->showPage(MainWindow::EventsPageIndex);
            m_window->eventsPage().showProblem(tr("There is no saved view named “%1”.").arg(visibleLine(name, 80)));
        }
        presence->showWindow();
    });
    connect(&instance, &SingleInstance::profileRequested, this, [this, presence](const QString &name) {
        if (const auto profile = m_settings.profileNamed(name))
            startProfile(*profile);
        else
            m_window->eventsPage().showProblem(tr("There is no profile named “%1”.").arg(visibleLine(name, 80)));
        presence->showWindow();
    });
}

void Application::start()
{
    if (m_commandLine.screenshots.isEmpty())
        restoreWindow(*m_window, m_settings);
    new FirstRow(m_window->eventsPage().table());
    m_presence->begin(m_commandLine.hidden);
    updateProfiles();
    if (!m_settings.brokenFile().isEmpty())
        m_window->setNote(tr("Settings were unreadable and begun anew"));
    if (!m_viewsFile.problem().isEmpty())
        m_window->setNote(tr("Saved views were unreadable and begun anew"));
    if (!m_commandLine.view.isEmpty() && m_views.indexOf(m_commandLine.view) < 0) {
        return refuse(tr("there is no saved view named “%1”").arg(m_commandLine.view));
    }

    if (!m_commandLine.file.isEmpty())
        openFile(m_commandLine.file);
    askFirstQuestion();
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
            return refuse(tr("there is no profile named “%1”").arg(m_commandLine.profile));
        }
    } else if (!profile && !m_settings.profiles().isEmpty()) {
        profile = m_settings.profiles().constFirst();
    }
    if (profile)
        return startProfile(*profile);
    offerToConnect();
    if (m_commandLine.file.isEmpty() && m_window->isVisible())
        openConnectDialog({});
}

void Application::refuse(const QString &reason)
{
    std::fprintf(stderr, "tidings: %s\n", qPrintable(reason));
    QMetaObject::invokeMethod(
        qApp, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
}

// Of the file, where there is one.
void Application::askFirstQuestion()
{
    EventQuery query;
    query.text = m_commandLine.query;
    if (!showView(m_commandLine.view) && !query.isEmpty())
        m_window->ask(query);
}

bool Application::showView(const QString &name)
{
    const qsizetype index = m_views.indexOf(name);
    if (index >= 0)
        m_window->showView(index);
    return index >= 0;
}

void Application::startDemo()
{
    m_window->setNote(tr("Demo"));
    showOffline(tr("Starting the demo server…"), {}, false);
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
        showOffline(message, tr("Start again"));
        if (!m_commandLine.screenshots.isEmpty()) {
            std::fprintf(stderr, "tidings: %s\n", qPrintable(message));
            QCoreApplication::exit(1);
        }
    });
    DemoProcessOptions options;
    options.events = m_commandLine.demoEvents;
    m_demo->start(options);
}

void Application::offerToConnect()
{
    m_offlineAction = [this] {
        openConnectDialog({});
    };
    showOffline(
        tr("Connect to your authentik server to see its events and your notifications."), tr("Connect…"), false);
}

void Application::startProfile(const Profile &profile)
{
    disconnectServer();
    m_current = connectionOf(profile);
    m_currentProfile = m_current.id;
    m_settings.setCurrentProfile(profile.id);
    m_window->setNote({});
    updateProfiles();
    openLocal();
    readToken(profile);
}

// Before the keychain answers: what was known of the profile is shown while there is no server, and what is done with
// it then must not get into the files of the one before.
void Application::openLocal()
{
    const QString problem = m_data.open(currentProfile());
    if (!problem.isEmpty())
        m_window->setNote(problem);
}

// Nothing in the demo, and while the server is one of the command line.
std::optional<Profile> Application::currentProfile() const
{
    return m_settings.profile(QUuid::fromString(m_currentProfile));
}

// A locked keyring answers "not found" as well: the profile stays, whatever comes.
void Application::readToken(const Profile &profile)
{
    m_offlineAction = {};
    showOffline(tr("Waiting for the keychain. A window asking for its password may be behind this one."), {});
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
            m_reconnect.stop();
            showOffline(describe(error), tr("Enter the token…"));
        } else if (Reconnect::isPassing(error)) {
            m_reconnect.schedule(describe(error));
            waitForNextTry();
        } else {
            m_reconnect.stop();
            m_offlineAction = [this, profile] {
                readToken(profile);
            };
            showOffline(describe(error), tr("Retry"));
        }
    };
    m_memory->read(secretKey(profile), this, [this, profile, done](SecretResult<QByteArray> token) {
        if (token && !token->isEmpty())
            return done(token);
        m_secrets->read(secretKey(profile), this, done);
    });
}

void Application::showOffline(const QString &text, const QString &action, bool isTrouble)
{
    m_window->setOffline(text, action);
    m_presence->setTrouble(isTrouble ? visibleLine(text, longestLine) : QString());
}

void Application::waitForNextTry()
{
    m_offlineAction = [this] {
        m_reconnect.now();
    };
    m_presence->setTrouble(visibleLine(m_reconnect.reason(), longestLine));
    showWaiting();
}

void Application::showWaiting()
{
    const QString text = m_reconnect.text();
    if (!text.isEmpty())
        m_window->setOffline(text, m_reconnect.isWaiting() ? tr("Retry now") : QString());
}

// Where there is a client, its token was read; the feeds have kept it and what they loaded.
void Application::tryAgain()
{
    if (m_client)
        return probe();
    if (const auto profile = currentProfile())
        readToken(*profile);
}

void Application::disconnectServer()
{
    m_reconnect.stop();
    m_probe.reset();
    m_presence->setClient(nullptr);
    m_viewCounter.setClient(nullptr);
    m_eventFeed.setClient(nullptr);
    m_notificationFeed.setClient(nullptr, 0);
    m_editor.setClient(nullptr);
    m_client.reset();
}

void Application::connectTo(const Connection &connection)
{
    disconnectServer();
    openLocal();
    const auto address = ServerAddress::parse(connection.server);
    if (!address) {
        m_offlineAction = [this] {
            openConnectDialog(m_current);
        };
        showOffline(address.error(), tr("Edit the connection…"));
        return;
    }
    m_current = connection;
    ApiClientOptions options;
    options.address = *address;
    options.token = connection.token;
    options.caCertificates = certificatesOf(connection.caFile);
    options.pinnedSha256 = connection.pinnedSha256;
    m_client = std::make_unique<ApiClient>(options);
    m_presence->setTrouble({});
    connect(m_client.get(), &ApiClient::clockSkewMeasured, m_window.get(), &MainWindow::setClockSkew);

    ServerInfo early;
    early.user.username = connection.userName;
    m_window->setServer(*address, early);
    m_editor.setClient(m_client.get());
    // The first page does not wait for the probe: only a filter would be asked another way.
    m_eventFeed.setClient(m_client.get());
    m_presence->setClient(m_client.get());
    m_viewCounter.setClient(m_client.get());

    probe();
    updateProfiles();
    if (!m_commandLine.screenshots.isEmpty())
        takeScreenshots(*m_window, m_commandLine.screenshots, m_eventFeed, m_notificationFeed);
}

void Application::probe()
{
    m_probe = std::make_unique<ServerProbe>(*m_client);
    connect(m_probe.get(), &ServerProbe::userFound, this,
        [this](const CurrentUser &user) { m_notificationFeed.setClient(m_client.get(), user.pk); });
    connect(m_probe.get(), &ServerProbe::succeeded, this, &Application::handleProbed);
    connect(m_probe.get(), &ServerProbe::failed, this, &Application::handleProbeFailed);
    m_probe->start();
}

void Application::handleProbed(const ServerInfo &info)
{
    m_reconnect.stop();
    m_presence->setTrouble({});
    m_current.info = info;
    m_window->setServer(m_client->address(), info);
    m_editor.setCapabilities(info.capabilities);
    m_eventFeed.setCapabilities(info.capabilities);
    m_eventFeed.retry(); // where it failed meanwhile
    m_viewCounter.setCapabilities(info.capabilities);
    if (m_currentProfile.isEmpty() || info.user.username == m_current.userName)
        return;
    m_current.userName = info.user.username;
    m_settings.saveProfile(profileOf(m_current));
}

void Application::handleProbeFailed(const ApiError &error)
{
    if (!m_commandLine.screenshots.isEmpty()) {
        std::fprintf(stderr, "tidings: %s\n", qPrintable(visibleLine(describe(error))));
        QCoreApplication::exit(1);
        return;
    }
    if (Reconnect::isPassing(error)) {
        m_reconnect.schedule(describe(error), error);
        return waitForNextTry();
    }
    disconnectServer();
    const bool needsToken = error.kind == ApiError::Kind::TokenInvalid;
    const bool needsAddress = error.kind == ApiError::Kind::Redirected || error.kind == ApiError::Kind::NotAuthentik
        || error.kind == ApiError::Kind::Tls;
    if (needsToken || needsAddress) {
        m_offlineAction = [this] {
            openConnectDialog(m_current);
        };
        showOffline(describe(error), needsToken ? tr("Sign in…") : tr("Edit the connection…"));
    } else {
        m_offlineAction = [this] {
            connectTo(m_current);
        };
        showOffline(describe(error), tr("Retry"));
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
    dialog->setTimeDisplay(m_settings.timeDisplay());
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
    const auto profile = currentProfile();
    if (!profile)
        return;
    disconnectServer();
    m_data.wipe();
    const QString key = secretKey(*profile);
    m_memory->remove(key, this, [](const SecretResult<std::monostate> &) {});
    m_secrets->remove(key, this, [this, name = profile->name](const SecretResult<std::monostate> &result) {
        if (!result)
            m_window->setNote(tr("The token of “%1” is still in the keychain").arg(name));
    });
    m_settings.removeProfile(profile->id);
    m_currentProfile.clear();
    m_current = {};
    offerToConnect();
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
    applyAppearance(*qApp, appearance, m_scheme.scheme());
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

void Application::saveWindowState()
{
    if (m_commandLine.screenshots.isEmpty())
        saveWindow(*m_window, m_settings);
}

} // namespace tidings
