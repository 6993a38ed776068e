// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "columncommands.h"
#include "command.h"
#include "eventeditcommands.h"
#include "eventspage.h"
#include "filecommands.h"
#include "filepage.h"
#include "findcommands.h"
#include "helpcommands.h"
#include "icons.h"
#include "inboxcommands.h"
#include "inboxpage.h"
#include "lookcommands.h"
#include "navigationrail.h"
#include "panelcommands.h"
#include "questioncommands.h"
#include "recordtable.h"
#include "searchbackcommands.h"
#include "seencommands.h"
#include "statusbar.h"
#include "theme.h"
#include "timecommands.h"
#include "viewcommands.h"
#include "viewsrail.h"
#include "visibletext.h"
#include "weblinks.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int compactBelow = 1000; // window width in pixels, zoomed
constexpr int roomyFrom = 600; // window height, zoomed: there is space for the histogram

} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_eventFeed(parts.eventFeed)
    , m_notificationFeed(parts.notificationFeed)
    , m_rail(new NavigationRail(this))
    , m_stack(new QStackedWidget(this))
    , m_links(new WebLinks(this))
    , m_clock(new QTimer(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tidings"));
    setMinimumSize(640, 400);
    resize(1280, 800);

    auto *const center = new QWidget(this);
    auto *const row = new QHBoxLayout(center);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *const line = new QFrame(center);
    line->setFrameShape(QFrame::NoFrame);
    line->setFixedWidth(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    row->addWidget(line);
    row->addWidget(m_stack, 1);
    setCentralWidget(center);

    buildPages(parts);
    buildActions(parts.editor);
    buildMenus();
    buildViews(parts.views);
    setStatusBar(m_status = new StatusBar(*m_times, this));
    showPage(EventsPageIndex);

    connect(m_rail, &NavigationRail::pageChosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(
        m_inbox, &InboxPage::waitingChanged, this, [this] { m_rail->setBadge(InboxPageIndex, m_inbox->waiting()); });
    connect(m_clock, &QTimer::timeout, this, &MainWindow::updateStatus);
    m_clock->setObjectName(u"statusClock"_s);
    m_clock->setInterval(1s);
    updateActions();
    updateStatus();
}

void MainWindow::buildPages(const Parts &parts)
{
    m_inbox = new InboxPage(parts.notifications, parts.notificationFeed, parts.inboxState, m_stack);
    m_events = new EventsPage(parts.events, parts.eventFeed, m_stack);
    m_stack->addWidget(m_inbox);
    m_stack->addWidget(m_events);
    m_rail->addPage(u"inbox"_s, tr("Inbox"), QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText));
    m_rail->addPage(u"events"_s, tr("Events"), QKeySequence(Qt::CTRL | Qt::Key_2).toString(QKeySequence::NativeText));

    for (RecordPage *const page : pages()) {
        connect(page, &RecordPage::currentChanged, this, &MainWindow::updateActions);
        connect(page, &RecordPage::offlineActionTriggered, this, &MainWindow::offlineActionTriggered);
        connect(page, &RecordPage::signInRequested, this, &MainWindow::signInRequested);
        // Shortcuts only; every command is in a menu of the window too.
        page->table().setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    connect(m_events, &EventsPage::countsChanged, this, &MainWindow::updateStatus);
    connect(m_inbox, &InboxPage::countsChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    connect(m_inbox, &InboxPage::eventRequested, this, [this](const Event &event) {
        showPage(EventsPageIndex);
        m_events->select(event);
        m_events->offerReturn(true);
    });
    connect(m_events, &EventsPage::returnRequested, this, [this] { showPage(InboxPageIndex); });
    connect(m_inbox, &InboxPage::linkRequested, m_links, &WebLinks::open);
}

QAction *MainWindow::addCommand(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
    const QString &tip, const QString &objectName)
{
    QAction *const action = makeCommand(this, text, objectName, iconName, keys, tip);
    addAction(action);
    return action;
}

void MainWindow::buildActions(EventEditor &editor)
{
    m_servers = new ServerCommands(*m_rail, this);
    m_files = new FileCommands(this);
    m_export = addCommand(tr("E&xport events…"), u"save"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        tr("Write the events that are shown to a file: CSV, JSON lines or JSON"), u"actionExport"_s);
    m_showFile = addCommand(
        tr("Log &file"), u"file"_s, {QKeySequence(Qt::CTRL | Qt::Key_3)}, tr("Show the open file"), u"actionFile"_s);
    m_reload = addCommand(tr("&Reload"), u"refresh"_s, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)},
        tr("Load the list anew"), u"actionReload"_s);
    m_quit
        = addCommand(tr("&Quit"), u"quit"_s, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("Quit Tidings"), u"actionQuit"_s);
    m_copy = addCommand(tr("&Copy record as JSON"), u"copy"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        tr("Copy the chosen record as the server sent it"), u"actionCopy"_s);
    m_copyCell = addCommand(tr("Copy ce&ll"), u"copy"_s, {QKeySequence::Copy},
        tr("Copy the current cell; times with their offset from UTC"), u"actionCopyCell"_s);
    m_copyCell->setShortcutContext(Qt::WidgetShortcut); // elsewhere the key copies something else
    m_search = addCommand(tr("&Search"), u"search"_s, {QKeySequence(Qt::CTRL | Qt::Key_L), QKeySequence(Qt::Key_Slash)},
        tr("Go to the search line"), u"actionSearch"_s);
    m_showInbox = addCommand(
        tr("&Inbox"), u"inbox"_s, {QKeySequence(Qt::CTRL | Qt::Key_1)}, tr("Show the notifications"), u"actionInbox"_s);
    m_showEvents = addCommand(
        tr("&Events"), u"events"_s, {QKeySequence(Qt::CTRL | Qt::Key_2)}, tr("Show the audit log"), u"actionEvents"_s);
    m_panels = new PanelCommands(*m_events, *m_inbox, this);
    m_eventEdit = new EventEditCommands(editor, *m_events, *m_links, this);
    m_seen = new SeenCommands(*m_inbox, m_notificationFeed, this);

    connect(m_servers, &ServerCommands::connectRequested, this, &MainWindow::connectRequested);
    connect(m_servers, &ServerCommands::editRequested, this, &MainWindow::editProfileRequested);
    connect(m_servers, &ServerCommands::removeRequested, this, &MainWindow::removeProfileRequested);
    connect(m_servers, &ServerCommands::profileChosen, this, &MainWindow::profileChosen);
    connect(m_files, &FileCommands::openRequested, this, &MainWindow::openFileRequested);
    connect(m_files, &FileCommands::closeRequested, this, &MainWindow::closeFileRequested);
    connect(m_eventEdit, &EventEditCommands::changed, this, &MainWindow::updateActions);
    connect(m_eventEdit, &EventEditCommands::pageRequested, this, [this] { showPage(EventsPageIndex); });
    connect(m_export, &QAction::triggered, this, [this] { currentEvents().exportEvents(); });
    connect(m_showFile, &QAction::triggered, this, [this] { showPage(FilePageIndex); });
    connect(m_reload, &QAction::triggered, this, [this] { currentFeed().reload(); });
    connect(m_quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_copy, &QAction::triggered, this, [this] { currentPage().copyCurrent(); });
    connect(m_copyCell, &QAction::triggered, this, [this] { currentPage().table().copyCell(); });
    connect(m_search, &QAction::triggered, this, [this] { currentPage().focusQuery(); });
    connect(m_showInbox, &QAction::triggered, this, [this] { showPage(InboxPageIndex); });
    connect(m_showEvents, &QAction::triggered, this, [this] { showPage(EventsPageIndex); });
    connect(m_panels, &PanelCommands::pageRequested, this, [this] {
        if (isInbox())
            showPage(EventsPageIndex);
    });

    m_events->table().addActions(m_events->cellActions());
    m_events->table().addActions(m_eventEdit->rowActions());
    m_events->table().addActions({m_copy, m_copyCell});
    m_inbox->table().addActions(m_seen->rowActions());
    m_inbox->table().addActions(m_inbox->commands().rowActions());
    m_inbox->table().addActions({m_copy, m_copyCell});
}

void MainWindow::buildMenus()
{
    QMenu *const file = menuBar()->addMenu(tr("&File"));
    m_servers->fillMenu(file);
    file->addSeparator();
    m_files->fillMenu(file);
    file->addSeparator();
    file->addAction(m_export);
    file->addSeparator();
    file->addAction(m_reload);
    file->addSeparator();
    file->addAction(m_quit);

    QMenu *const edit = m_editMenu = menuBar()->addMenu(tr("&Edit"));
    QUndoStack &undo = m_notificationFeed.undoStack();
    QAction *const undoAction = undo.createUndoAction(this);
    undoAction->setIcon(icon(u"undo"_s));
    undoAction->setShortcut(QKeySequence::Undo);
    undoAction->setObjectName(u"actionUndo"_s);
    undoAction->setStatusTip(tr("Take the last change of notifications back"));
    QAction *const redoAction = undo.createRedoAction(this);
    redoAction->setIcon(icon(u"redo"_s));
    redoAction->setShortcut(QKeySequence::Redo);
    redoAction->setObjectName(u"actionRedo"_s);
    redoAction->setStatusTip(tr("Make the change that was taken back once more"));
    addActions({undoAction, redoAction}); // for the list of shortcuts
    edit->addAction(undoAction);
    edit->addAction(redoAction);
    edit->addSeparator();
    edit->addActions({m_copy, m_copyCell});
    edit->addSeparator();
    edit->addActions((new FindCommands([this]() -> FindBar & { return currentPage().findBar(); }, this))->actions());
    edit->addAction(m_search);
    edit->addMenu(
        (new SearchBackCommands([this]() -> SearchBack & { return currentPage().searchBack(); }, this))->menu());

    QMenu *const view = m_viewMenu = menuBar()->addMenu(tr("&View"));
    view->addAction(m_showInbox);
    view->addAction(m_showEvents);
    view->addAction(m_showFile);
    view->addSeparator();
    view->addActions(m_panels->actions());
    m_columns = new ColumnCommands(*m_events, this);
    view->addMenu(&m_columns->menu());
    m_viewsMenu = view->addMenu(tr("&Saved views"));
    m_times = new TimeCommands(this);
    view->addMenu(&m_times->menu());
    connect(m_times, &TimeCommands::chosen, this, &MainWindow::timeDisplayChosen);
    m_looks = new LookCommands(this);
    m_looks->fillMenu(view);
    connect(m_looks, &LookCommands::appearanceChosen, this, &MainWindow::appearanceChosen);
    connect(m_looks, &LookCommands::densityChosen, this, &MainWindow::densityChosen);
    connect(m_looks, &LookCommands::textZoomChosen, this, &MainWindow::textZoomChosen);

    m_filterMenu = menuBar()->addMenu(tr("Fi&lter"));
    m_filterMenu->addActions(m_events->filterActions());

    QMenu *const event = m_eventMenu = menuBar()->addMenu(tr("Even&t"));
    m_eventEdit->fillMenu(event);

    QMenu *const notification = m_notificationMenu = menuBar()->addMenu(tr("&Notification"));
    m_seen->fillMenu(notification);
    m_inbox->commands().fillMenu(notification);

    const auto others = [this] {
        QList<QAction *> commands;
        const QList<QAction *> filters = currentEvents().filterActions();
        for (QAction *const action : filters)
            commands += action->menu() ? action->menu()->actions() : QList<QAction *>{action};
        return commands + m_inbox->commands().actions();
    };
    (new HelpCommands(this, others))->fillMenu(menuBar()->addMenu(tr("&Help")));
}

void MainWindow::addLiveCommands(
    QAction *preferences, const QList<QAction *> &aboutEvent, const QList<QAction *> &aboutAlerts, QMenu *doNotDisturb)
{
    m_editMenu->addSeparator();
    m_editMenu->addAction(preferences);
    m_eventMenu->addSeparator();
    m_eventMenu->addActions(aboutEvent);
    m_events->table().addActions(aboutEvent);
    m_inbox->table().addActions(aboutEvent);
    m_aboutEvent = aboutEvent;
    m_notificationMenu->addSeparator();
    m_notificationMenu->addActions(aboutAlerts);
    m_notificationMenu->addMenu(doNotDisturb);
}

void MainWindow::buildViews(SavedViews &views)
{
    m_views = new ViewCommands(views, *m_events, this);
    m_views->fillMenu(m_viewsMenu);
    m_viewsRail = new ViewsRail({views, *m_views, *m_rail, m_eventFeed}, this);
    connect(m_views, &ViewCommands::chosen, this, [this] { showPage(isFile() ? FilePageIndex : EventsPageIndex); });
    connect(m_views, &ViewCommands::failed, this, [this](const QString &text) { currentEvents().showProblem(text); });
    connect(m_events, &EventsPage::filterChanged, m_viewsRail, &ViewsRail::updateCurrent);
}

void MainWindow::setViewCounter(ViewCounter &counter)
{
    m_viewsRail->setCounter(counter, isVisible() && !isMinimized());
}

void MainWindow::setRecentQuestions(RecentQuestions &questions)
{
    m_questions = new QuestionCommands(questions, this);
    m_questions->attach(*m_events);
    m_questions->setPage(currentEvents());
    m_viewMenu->insertMenu(m_viewsMenu->menuAction(), &m_questions->menu());
}

void MainWindow::showView(qsizetype index)
{
    m_views->choose(index);
}

void MainWindow::ask(const EventQuery &query)
{
    showPage(isFile() ? FilePageIndex : EventsPageIndex);
    currentEvents().setFilter(query);
}

bool MainWindow::isCompact() const
{
    return width() < zoomed(compactBelow);
}

bool MainWindow::isRoomy() const
{
    return height() >= zoomed(roomyFrom);
}

bool MainWindow::isInbox() const
{
    return m_stack->currentIndex() == InboxPageIndex;
}

bool MainWindow::isFile() const
{
    return m_file && m_stack->currentIndex() == FilePageIndex;
}

EventsPage &MainWindow::currentEvents() const
{
    return isFile() ? static_cast<EventsPage &>(*m_file) : *m_events;
}

std::vector<RecordPage *> MainWindow::pages() const
{
    std::vector<RecordPage *> all{m_events, m_inbox};
    if (m_file)
        all.push_back(m_file);
    return all;
}

RecordPage &MainWindow::currentPage() const
{
    return isInbox() ? static_cast<RecordPage &>(*m_inbox) : currentEvents();
}

RecordFeed &MainWindow::currentFeed() const
{
    if (isFile())
        return *m_fileFeed;
    return isInbox() ? static_cast<RecordFeed &>(m_notificationFeed) : m_eventFeed;
}

void MainWindow::showPage(Page page)
{
    m_stack->setCurrentIndex(page);
    m_rail->setCurrentPage(page);
    if (isInbox())
        m_events->offerReturn(false);
    // Each page asks its own questions.
    m_filterMenu->menuAction()->setEnabled(!isInbox());
    if (!isInbox() && m_filterMenu->actions() != currentEvents().filterActions()) {
        m_filterMenu->clear();
        m_filterMenu->addActions(currentEvents().filterActions());
    }
    if (m_views) {
        m_views->setPage(currentEvents());
        m_viewsRail->setPageShown(!isInbox());
    }
    if (m_questions)
        m_questions->setPage(currentEvents());
    m_panels->setPage(currentEvents());
    currentPage().focusList();
    updateActions();
    updateStatus();
}

void MainWindow::showFile(EventTableModel &events, FileFeed &feed)
{
    closeFile();
    m_fileFeed = &feed;
    m_file = new FilePage(events, feed, m_stack);
    m_files->setFile(m_file, m_fileFeed);
    m_panels->attach(*m_file);
    m_file->setCompact(isCompact());
    m_file->setRoomy(isRoomy());
    m_file->setTimeDisplay(m_times->display());
    m_file->table().setDensity(m_looks->density());
    m_file->table().setContextMenuPolicy(Qt::ActionsContextMenu);
    m_file->table().addActions(m_file->cellActions());
    m_file->table().addActions({m_copy, m_copyCell});
    m_file->table().addActions(m_aboutEvent);
    m_columns->attach(*m_file);
    if (m_questions)
        m_questions->attach(*m_file);
    connect(m_file, &EventsPage::filterChanged, m_viewsRail, &ViewsRail::updateCurrent);
    connect(m_file, &RecordPage::currentChanged, this, &MainWindow::updateActions);
    connect(m_file, &RecordPage::countsChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    m_stack->addWidget(m_file);
    m_rail->addPage(u"file"_s, visibleLine(QFileInfo(feed.path()).fileName()),
        QKeySequence(Qt::CTRL | Qt::Key_3).toString(QKeySequence::NativeText));
    showPage(FilePageIndex);
}

void MainWindow::closeFile()
{
    if (!m_file)
        return;
    showPage(EventsPageIndex);
    m_stack->removeWidget(m_file);
    m_rail->removePage(FilePageIndex);
    m_files->setFile(nullptr, nullptr);
    delete std::exchange(m_file, nullptr);
    m_fileFeed = nullptr;
    updateActions();
    updateStatus();
}

void MainWindow::setProfiles(const QList<ProfileEntry> &profiles, const QString &currentId)
{
    m_servers->setProfiles(profiles, currentId);
}

void MainWindow::setServer(const ServerAddress &address, const ServerInfo &info)
{
    m_connected = true;
    m_links->setAddress(address);
    m_status->setServer(address, info);
    m_eventEdit->setConnected(true);
    m_events->setOffline({}, {});
    m_inbox->setOffline({}, {});
    m_events->setKnownActions(info.capabilities.knownActions);
    m_inbox->setKnownActions(info.capabilities.knownActions);
    updateActions();
    updateStatus();
}

void MainWindow::setOffline(const QString &text, const QString &action)
{
    m_connected = false;
    m_links->setAddress({});
    m_status->setOffline();
    m_eventEdit->setConnected(false);
    const QString shown = visibleText(text); // part of it may be the server's
    m_events->setOffline(shown, action);
    m_inbox->setOffline(shown, action);
    m_rail->setBadge(InboxPageIndex, 0);
    updateActions();
    updateStatus();
}

void MainWindow::setClockSkew(std::chrono::seconds skew)
{
    m_status->setClockSkew(skew);
}

std::optional<Event> MainWindow::currentEvent() const
{
    if (!isInbox())
        return currentEvents().currentEvent();
    const auto notification = m_inbox->currentNotification();
    return notification ? notification->event : std::nullopt;
}

void MainWindow::setAppearance(Appearance appearance)
{
    m_looks->setAppearance(appearance);
}

void MainWindow::setDensity(Density density)
{
    m_looks->setDensity(density);
    for (const RecordPage *const page : pages())
        page->table().setDensity(density);
}

void MainWindow::setTextZoom(int percent)
{
    m_looks->setTextZoom(percent);
    updateLayout(); // large texts need more width
}

void MainWindow::setTimeDisplay(const TimeDisplay &display)
{
    m_times->setDisplay(display);
    for (RecordPage *const page : pages())
        page->setTimeDisplay(display);
}

void MainWindow::setNote(const QString &note)
{
    m_status->setNote(note);
}

void MainWindow::updateActions()
{
    m_eventEdit->update(!isInbox() && !isFile());
    m_files->update();
    m_seen->update(isInbox(), m_connected);
    const bool onNotification = isInbox() && m_inbox->currentNotification().has_value();
    m_copyCell->setEnabled(currentPage().table().currentIndex().isValid());
    m_copy->setEnabled(onNotification || (!isInbox() && currentEvents().currentEvent()));
    m_reload->setEnabled(m_connected || isFile());
    m_export->setEnabled(!isInbox());
    m_showFile->setEnabled(m_file != nullptr);
    emit currentRecordChanged();
}

void MainWindow::updateStatus()
{
    if (!m_status)
        return;
    const bool isAnswered = !isInbox() && (m_connected || isFile());
    const EventListFeed *const events = isFile() ? static_cast<const EventListFeed *>(m_fileFeed) : &m_eventFeed;
    m_status->showPage({.counts = currentPage().countsText(),
        .engine = currentEvents().engineText(),
        .events = isAnswered ? events : nullptr,
        .polled = m_connected && !isFile() ? &currentFeed() : nullptr,
        .isNarrow = isCompact()});
}

void MainWindow::selectForScreenshots()
{
    for (RecordTable *const table : {&m_events->table(), &m_inbox->table()}) {
        if (table->model()->rowCount() > 0)
            table->setCurrentIndex(table->model()->index(0, 1));
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateLayout();
}

void MainWindow::updateLayout()
{
    m_rail->setCompact(isCompact());
    for (RecordPage *const page : pages())
        page->setCompact(isCompact());
    m_events->setRoomy(isRoomy());
    if (m_file)
        m_file->setRoomy(isRoomy());
    updateStatus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        setInBackground(!isActiveWindow());
    if (event->type() == QEvent::WindowStateChange && m_viewsRail)
        m_viewsRail->setSeen(isVisible() && !isMinimized());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateStatus();
    m_clock->start();
    m_eventFeed.setUnseen(false);
    m_viewsRail->setSeen(!isMinimized());
}

// Nobody sees the time go by.
void MainWindow::hideEvent(QHideEvent *event)
{
    m_clock->stop();
    m_eventFeed.setUnseen(true);
    m_viewsRail->setSeen(false);
    QMainWindow::hideEvent(event);
}

void MainWindow::setWatchful(bool watchful)
{
    m_isWatchful = watchful;
    setInBackground(m_isInBackground);
}

void MainWindow::setInBackground(bool inBackground)
{
    m_isInBackground = inBackground;
    m_eventFeed.poller().setInBackground(inBackground);
    m_eventFeed.setUnseen(!isVisible());
    m_notificationFeed.poller().setInBackground(inBackground && !m_isWatchful);
}

} // namespace tidings
