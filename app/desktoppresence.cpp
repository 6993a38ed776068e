// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktoppresence.h"

#include "eventspage.h"
#include "eventsummary.h"
#include "inboxpage.h"
#include "livecommands.h"
#include "localchanges.h"
#include "mainwindow.h"
#include "notificationarchive.h"
#include "preferencesdialog.h"
#include "visibletext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDBusMessage>
#include <QFileInfo>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestAlertLine = 200;
constexpr auto hostPatience = 3s; // a panel that starts again is no panel that went
constexpr auto announcePatience = 2s;
const QString contactRule = u"contact"_s; // no UUID, as the user's rules have

Alert alertOf(const WatchHit &hit)
{
    Alert alert;
    alert.rule = hit.rule.name;
    alert.ruleId = hit.rule.id;
    alert.level = hit.rule.level;
    alert.action = hit.event.action;
    alert.text = visibleSentence(summarySentence(hit.event), longestAlertLine);
    alert.address = visibleLine(hit.event.clientIp, longestAlertLine);
    alert.eventId = hit.event.id;
    alert.event = hit.event;
    return alert;
}

} // namespace

QDBusConnection existingSessionBus()
{
    // Without an address libdbus would start a bus of its own where there is a display.
    const bool isNamed = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (isNamed || (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s)))
        return QDBusConnection::sessionBus();
    return QDBusConnection(u"no session bus"_s);
}

DesktopPresence::DesktopPresence(const Parts &parts, const QDBusConnection &bus, bool isPictured)
    : m_parts(parts)
    , m_bus(bus)
    , m_isPictured(isPictured)
    , m_autostart(Autostart::defaultFolder(), QCoreApplication::applicationFilePath())
    , m_rulesFile(QFileInfo(parts.settings.fileName()).path())
    , m_watch(parts.events)
    , m_desktop(isPictured ? QDBusConnection(u"no session bus"_s) : bus)
    , m_alerts(m_desktop)
    , m_power(isPictured ? QDBusConnection(u"no system bus"_s) : existingSystemBus())
    , m_trayHost(isPictured ? QDBusConnection(u"no session bus"_s) : bus)
    , m_commands(new LiveCommands(
          {m_alerts, m_rules, [this] { return preferences(); }, [this] { return m_trayHost.isPresent(); }, &m_watch},
          parts.window))
    , m_tray(m_commands->quietMenu())
{
    m_rules.setRules(m_rulesFile.load());
    if (!m_rulesFile.problem().isEmpty())
        m_parts.window.setNote(tr("Watch rules were unreadable and begun anew"));
    m_watch.setRules(m_rules.rules());
    connect(&m_rules, &WatchRules::changed, this, &DesktopPresence::keepRules);
    connect(m_commands, &LiveCommands::preferencesChosen, this, &DesktopPresence::setPreferences);
    connect(m_commands, &LiveCommands::preferencesOpened, this, &DesktopPresence::showHistory);
    connectAlerts();
    connectForgetting();
    connectTray();
    connectContact();
    connectPace();
    applyPreferences(preferences());
    // What a closed window means is said below; a closed dialog ends nothing.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_parts.window.installEventFilter(this);
    connect(&m_parts.instance, &SingleInstance::activated, this, &DesktopPresence::showWindow);
    const auto keepToken = [this](const QString &token) {
        m_activationToken = token;
    };
    connect(&m_parts.instance, &SingleInstance::activationTokenGiven, this, keepToken);
    connect(&m_desktop, &DesktopAlerts::activationTokenGiven, this, keepToken);
}

DesktopPresence::~DesktopPresence()
{
    m_alerts.withdrawAll();
}

void DesktopPresence::setIdle(bool idle)
{
    m_isIdle = idle;
    updatePace();
}

// Idle is who does not use the window. That is no reason to tell them later what they wait for.
void DesktopPresence::updatePace()
{
    m_parts.events.poller().setIdle(m_isIdle);
    m_parts.notifications.poller().setIdle(m_isIdle && !m_isWatchful);
}

void DesktopPresence::connectPace()
{
    const auto update = [this](bool onBattery) {
        for (Poller *const poller : {&m_parts.events.poller(), &m_parts.notifications.poller(), &m_watch.poller()})
            poller->setOnBattery(onBattery);
    };
    connect(&m_power, &PowerWatch::changed, this, update);
    update(m_power.isOnBattery());
}

void DesktopPresence::connectAlerts()
{
    connect(&m_parts.notifications, &NotificationFeed::arrivedNotifications, this,
        [this](const QList<Notification> &notifications, bool hasMore) {
            QList<Alert> alerts;
            for (const Notification &notification : notifications) {
                const LocalInboxState &local = m_parts.local;
                if (!local.isSnoozed(notification.key()) && !local.muteFor(kindOf(notification)))
                    alerts += tidings::alertOf(notification);
            }
            m_alerts.add(alerts, hasMore);
        });
    connect(&m_parts.window.inboxPage(), &InboxPage::cameBack, this, [this](const QList<Notification> &notifications) {
        QList<Alert> alerts;
        for (const Notification &notification : notifications)
            alerts += tidings::alertOf(notification);
        m_alerts.add(alerts);
    });
    connect(&m_watch, &WatchFeed::fired, this, [this](const QList<WatchHit> &hits) {
        QList<Alert> alerts;
        for (const WatchHit &hit : hits)
            alerts += alertOf(hit);
        m_alerts.add(alerts);
    });
    connect(&m_alerts, &AlertCenter::openRequested, this, &DesktopPresence::openAlert);
    connect(&m_alerts, &AlertCenter::announcementOpened, this, &DesktopPresence::showWindow);
    m_alerts.setSnoozable(true);
    connect(&m_alerts, &AlertCenter::snoozeRequested, this, [this](const QStringList &ids, const QDateTime &until) {
        m_parts.window.inboxPage().local().snooze(ids, fromDateTime(until));
    });
    connect(&m_alerts, &AlertCenter::markSeenRequested, &m_parts.notifications, &NotificationFeed::markSeen);
    connect(&m_alerts, &AlertCenter::announced, this, &DesktopPresence::handleAnnounced);
    m_alerts.setDoNotDisturb(m_parts.settings.doNotDisturb());
    connect(&m_alerts, &AlertCenter::doNotDisturbChanged, this,
        [this] { m_parts.settings.setDoNotDisturb(m_alerts.doNotDisturb()); });
}

// What became of notifications while their alerts were held back or still shown.
void DesktopPresence::connectForgetting()
{
    NotificationFeed &feed = m_parts.notifications;
    const SeenChanger &changer = feed.changer();
    connect(&changer, &SeenChanger::announced, this, [this](const QStringList &ids, bool seen) {
        if (seen)
            m_alerts.forget(ids);
    });
    connect(&changer, &SeenChanger::deleted, this, [this](const QString &id) { m_alerts.forget({id}); });
    connect(&feed, &NotificationFeed::heard, this, [this](const QList<Notification> &rows) {
        QStringList seen;
        for (const Notification &row : rows) {
            if (row.seen)
                seen += row.id;
        }
        m_alerts.forget(seen);
    });
    connect(&feed, &NotificationFeed::vanished, this, [this](const QList<QByteArray> &keys) {
        QStringList ids;
        for (const QByteArray &key : keys)
            ids += QString::fromUtf8(key);
        m_alerts.forget(ids);
    });
    // The list of the unseen ones loses what was marked or deleted elsewhere.
    const NotificationTableModel &model = m_parts.notificationModel;
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this, &model, &feed](const QModelIndex & /*parent*/, int first, int last) {
            if (feed.state() == FeedState::Loading)
                return; // another list takes the place of this one
            QStringList ids;
            for (int row = first; row <= last; ++row)
                ids += model.notification(row).id;
            m_alerts.forget(ids);
        });
    const auto forgetPutAside = [this] {
        const LocalInboxState &local = m_parts.local;
        m_alerts.forgetIf([&local](const Alert &alert) {
            return !alert.notificationId.isEmpty()
                && (local.isSnoozed(alert.notificationId.toUtf8()) || local.muteFor(alert.kind));
        });
    };
    connect(&m_parts.local, &LocalInboxState::snoozesChanged, this, forgetPutAside);
    connect(&m_parts.local, &LocalInboxState::mutesChanged, this, forgetPutAside);
}

void DesktopPresence::setTrouble(const QString &reason)
{
    m_contact.setTrouble(ContactWatch::Part::Connection, reason);
}

void DesktopPresence::noteFeedTrouble(const ApiError &error)
{
    // A missing right is said in the window, and stays so.
    if (error.kind == ApiError::Kind::Forbidden)
        return;
    m_feedTroubleSince = QDateTime::currentDateTimeUtc();
    m_contact.setTrouble(ContactWatch::Part::Notifications, visibleLine(describe(error), longestAlertLine));
}

void DesktopPresence::connectContact()
{
    NotificationFeed &feed = m_parts.notifications;
    connect(&feed, &RecordFeed::pollFailed, this, &DesktopPresence::noteFeedTrouble);
    connect(&feed, &RecordFeed::stateChanged, this, [this, &feed](FeedState state) {
        if (state == FeedState::Failed)
            noteFeedTrouble(feed.error());
    });
    connect(&feed, &RecordFeed::countsChanged, this, [this, &feed] {
        const QDateTime last = feed.lastSuccess();
        if (feed.userPk() == 0 || (last.isValid() && last >= m_feedTroubleSince && feed.state() != FeedState::Failed))
            m_contact.setTrouble(ContactWatch::Part::Notifications, {});
    });
    connect(&m_watch, &WatchFeed::stateChanged, this, [this] {
        const auto &error = m_watch.error();
        m_contact.setTrouble(ContactWatch::Part::WatchRules,
            error ? visibleLine(watchStateText(m_watch, QDateTime::currentDateTimeUtc()), longestAlertLine)
                  : QString());
    });
    connect(&m_contact, &ContactWatch::changed, this, &DesktopPresence::showTrouble);
    connect(&m_contact, &ContactWatch::lostForLong, this, [this](const QString &reason) {
        Alert alert;
        alert.rule = tr("No contact with the server");
        alert.ruleId = contactRule;
        alert.level = Level::Warning;
        alert.text = tr("Tidings hears of nothing new. %1", "why").arg(reason).left(longestAlertLine);
        m_alerts.add({alert});
    });
    connect(&m_contact, &ContactWatch::restored, this,
        [this] { m_alerts.forgetIf([](const Alert &alert) { return alert.ruleId == contactRule; }); });
}

void DesktopPresence::showTrouble()
{
    m_tray.setTrouble(m_contact.reason(), m_contact.trouble(ContactWatch::Part::WatchRules));
}

void DesktopPresence::connectTray()
{
    connect(&m_tray, &TrayIcon::toggleRequested, this, [this] {
        if (m_parts.window.isVisible() && !m_parts.window.isMinimized())
            m_parts.window.hide();
        else
            showWindow();
    });
    connect(&m_tray, &TrayIcon::inboxRequested, this, [this] {
        m_parts.window.showPage(MainWindow::InboxPageIndex);
        showWindow();
    });
    connect(&m_tray, &TrayIcon::preferencesRequested, this, [this] {
        showWindow();
        m_commands->openPreferences();
    });
    connect(&m_tray, &TrayIcon::quitRequested, this, &DesktopPresence::quit);
    connect(&m_parts.window.inboxPage(), &InboxPage::waitingChanged, this, &DesktopPresence::showCounts);
    connect(&m_trayHost, &TrayHost::changed, this, &DesktopPresence::handleTrayHost);
    m_tray.setHostPresent(m_trayHost.isPresent());
    m_hostless.setSingleShot(true);
    m_hostless.setInterval(hostPatience);
    connect(&m_hostless, &QTimer::timeout, this, [this] {
        if (!m_parts.window.isVisible())
            showWindow();
    });
    m_announcing.setSingleShot(true);
    m_announcing.setInterval(announcePatience);
    connect(&m_announcing, &QTimer::timeout, this, [this] { handleAnnounced(false); });
}

// Without its icon a hidden window could not be found again.
void DesktopPresence::handleTrayHost(bool present)
{
    const bool wasShown = m_tray.isShown();
    m_tray.setHostPresent(present);
    if (m_tray.isShown())
        m_hostless.stop();
    else if (wasShown)
        m_hostless.start();
}

void DesktopPresence::setClient(ApiClient *client)
{
    m_alerts.withdrawAll();
    m_watch.setClient(client);
    if (!client)
        showCounts();
}

Preferences DesktopPresence::preferences() const
{
    Preferences preferences = m_parts.settings.preferences();
    const Autostart::State state = m_autostart.state();
    preferences.autostart = state.enabled;
    preferences.startHidden = state.hidden;
    return preferences;
}

void DesktopPresence::setPreferences(const Preferences &preferences)
{
    m_parts.settings.setPreferences(preferences);
    const QString problem = m_autostart.setState({preferences.autostart, preferences.startHidden});
    if (!problem.isEmpty())
        m_parts.window.eventsPage().showProblem(problem);
    applyPreferences(preferences);
}

void DesktopPresence::applyPreferences(const Preferences &preferences)
{
    const std::chrono::seconds interval(preferences.pollSeconds);
    m_parts.events.poller().setInterval(interval);
    m_parts.notifications.poller().setInterval(interval);
    m_watch.poller().setInterval(interval);
    m_alerts.setSettings(preferences.alerts);
    const bool alertsOfAny = preferences.alerts.notice != AlertStyle::Off
        || preferences.alerts.warning != AlertStyle::Off || preferences.alerts.alert != AlertStyle::Off;
    m_isWatchful = alertsOfAny;
    m_parts.window.setWatchful(alertsOfAny);
    updatePace();
    constexpr qint64 megabyte = 1024LL * 1024;
    m_parts.history.setLimits({preferences.history.days, preferences.history.megabytes * megabyte});
    m_parts.history.setKept(preferences.history.isKept);
    m_tray.setShown(preferences.trayIcon && !m_isPictured);
    m_closesToTray = preferences.closeToTray;
    showCounts();
}

// In the preferences, which count it and can delete it.
void DesktopPresence::showHistory(PreferencesDialog *dialog)
{
    NotificationArchive &history = m_parts.history;
    const auto show = [dialog, &history] {
        if (history.path().isEmpty())
            dialog->showHistory(std::nullopt, 0);
        else
            dialog->showHistory(history.summary().rows, history.summary().bytes);
    };
    connect(&history, &NotificationArchive::summaryChanged, dialog, show);
    connect(dialog, &PreferencesDialog::historyWipeRequested, &history, &NotificationArchive::wipe);
    connect(&history, &NotificationArchive::wiped, dialog, [this](bool done) {
        if (!done)
            m_parts.window.inboxPage().showProblem(tr("The history could not be deleted."));
    });
    show();
    history.summarize();
}

void DesktopPresence::keepRules()
{
    m_watch.setRules(m_rules.rules());
    const QString problem = m_rulesFile.save(m_rules.rules());
    if (!problem.isEmpty())
        m_parts.window.eventsPage().showProblem(problem);
}

void DesktopPresence::openAlert(const Alert &alert)
{
    MainWindow &window = m_parts.window;
    if (!alert.notificationId.isEmpty()) {
        window.showPage(MainWindow::InboxPageIndex);
        window.inboxPage().select(alert.notificationId.toUtf8());
    } else if (!alert.event.raw.isEmpty()) {
        window.showPage(MainWindow::EventsPageIndex);
        window.eventsPage().select(alert.event);
    } else {
        window.showPage(MainWindow::InboxPageIndex);
    }
    showWindow();
}

// On the tray icon, and on the program's icon in docks that know the signal.
void DesktopPresence::showCounts()
{
    const qint64 count = std::max<qint64>(0, m_parts.window.inboxPage().waiting());
    m_tray.setUnseen(count);
    if (m_badge == count || m_isPictured || !m_bus.isConnected())
        return;
    m_badge = count;
    QDBusMessage update = QDBusMessage::createSignal(
        u"/org/tidings/Tidings/Launcher"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << u"application://org.tidings.Tidings.desktop"_s
           << QVariantMap{{u"count"_s, count}, {u"count-visible"_s, count > 0}};
    m_bus.send(update);
}

void DesktopPresence::begin(bool hidden)
{
    const bool canBeCalled = m_tray.isShown() || m_parts.instance.role() == SingleInstance::Role::First;
    if (!hidden || (!canBeCalled && !m_bus.isConnected()))
        return m_parts.window.show();
    m_parts.window.setInBackground(true);
    if (!canBeCalled)
        m_hostless.start(); // the tray has yet to be asked for
}

void DesktopPresence::showWindow()
{
    MainWindow &window = m_parts.window;
    if (window.isMinimized())
        window.showNormal();
    else
        window.show();
    window.raise();
    // Where Qt's platform plugins look for it; of no use to another window or program.
    const QByteArray token = std::exchange(m_activationToken, {}).toLatin1();
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token);
        qputenv("DESKTOP_STARTUP_ID", token);
    }
    window.activateWindow();
    if (!token.isEmpty()) {
        qunsetenv("XDG_ACTIVATION_TOKEN");
        qunsetenv("DESKTOP_STARTUP_ID");
    }
}

void DesktopPresence::quit()
{
    m_isQuitting = true;
    m_parts.window.close();
    endSoon();
}

void DesktopPresence::endSoon()
{
    emit aboutToQuit();
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

bool DesktopPresence::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Close:
        // The end of the session closes windows, too.
        if (m_closesToTray && !m_isQuitting && !qApp->isSavingSession() && m_tray.isShown()) {
            event->ignore();
            staysInTray();
            return true;
        }
        if (!m_isQuitting)
            endSoon();
        break;
    case QEvent::Show:
    case QEvent::Hide:
        m_tray.setWindowVisible(event->type() == QEvent::Show);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void DesktopPresence::staysInTray()
{
    if (m_parts.settings.wasTrayExplained())
        return m_parts.window.hide();
    if (m_announcing.isActive())
        return;
    // The window goes when the desktop has the explanation; else the window itself gives it, and goes the next time.
    m_announcing.start();
    m_alerts.announce(tr("Tidings is still running"),
        tr("Its icon in the tray shows the window again. “Quit”, there or in the “File” menu, ends it."));
}

void DesktopPresence::handleAnnounced(bool shown)
{
    if (!m_announcing.isActive() && m_parts.settings.wasTrayExplained())
        return;
    m_announcing.stop();
    m_parts.settings.setTrayExplained();
    if (shown)
        return m_parts.window.hide();
    const QString text = tr("Close the window once more and Tidings goes on in the tray, where its icon shows the "
                            "window again. “Quit” in the “File” menu ends it.");
    m_parts.window.inboxPage().showNote(text);
    m_parts.window.eventsPage().showNote(text);
}

} // namespace tidings
