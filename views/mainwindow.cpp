// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "detailpane.h"
#include "eventdialog.h"
#include "eventspage.h"
#include "eventsummary.h"
#include "filepage.h"
#include "histogrampanel.h"
#include "icons.h"
#include "inboxpage.h"
#include "messagebar.h"
#include "navigationrail.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "savedviews.h"
#include "theme.h"
#include "timetext.h"
#include "viewcommands.h"
#include "visibletext.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int compactBelow = 1000; // window width in pixels
constexpr int roomyFrom = 600; // window height: there is space for the histogram

// The one file that is dragged; empty for anything else.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

QLabel *statusLabel(const QString &objectName, QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(objectName);
    label->setProperty("muted", true);
    return label;
}

} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_eventFeed(parts.eventFeed)
    , m_notificationFeed(parts.notificationFeed)
    , m_editor(parts.editor)
    , m_rail(new NavigationRail(this))
    , m_stack(new QStackedWidget(this))
    , m_profileMenu(new QMenu(tr("Ser&ver"), this))
    , m_clock(new QTimer(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tidings"));
    setMinimumSize(640, 400);
    resize(1280, 800);
    setAcceptDrops(true);

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
    buildActions();
    buildMenus();
    buildViews(parts.views);
    buildStatusBar();
    showPage(EventsPageIndex);

    connect(m_rail, &NavigationRail::pageChosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(&m_editor, &EventEditor::capabilitiesChanged, this, &MainWindow::updateActions);
    connect(&m_editor, &EventEditor::failed, this, [this](const ApiError &error) {
        // Dialogs show their own problems.
        if (!std::exchange(m_isDeleting, false))
            return;
        m_events->showProblem(tr("The event was not deleted.") + u' ' + visibleText(describe(error)));
        updateActions();
    });
    connect(&m_editor, &EventEditor::removed, this, [this](const QString &id) {
        m_isDeleting = false;
        if (const auto current = m_events->currentEvent(); current && current->id == id)
            m_events->detail().clearEvent();
        updateActions();
    });
    connect(&m_notificationFeed, &NotificationFeed::countsChanged, this,
        [this] { m_rail->setBadge(InboxPageIndex, m_notificationFeed.unseenTotal()); });
    connect(m_clock, &QTimer::timeout, this, &MainWindow::updateStatus);
    m_clock->start(1s);
    updateActions();
    updateStatus();
}

void MainWindow::buildPages(const Parts &parts)
{
    m_inbox = new InboxPage(parts.notifications, parts.notificationFeed, m_stack);
    m_events = new EventsPage(parts.events, parts.eventFeed, m_stack);
    m_stack->addWidget(m_inbox);
    m_stack->addWidget(m_events);
    m_rail->addPage(u"inbox"_s, tr("Inbox"), QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText));
    m_rail->addPage(u"events"_s, tr("Events"), QKeySequence(Qt::CTRL | Qt::Key_2).toString(QKeySequence::NativeText));

    for (RecordPage *const page : {static_cast<RecordPage *>(m_inbox), static_cast<RecordPage *>(m_events)}) {
        connect(page, &RecordPage::currentChanged, this, &MainWindow::updateActions);
        connect(page, &RecordPage::offlineActionTriggered, this, &MainWindow::offlineActionTriggered);
        connect(page, &RecordPage::signInRequested, this, &MainWindow::signInRequested);
        // Shortcuts only; every command is in a menu of the window too.
        page->table().setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    connect(m_events, &EventsPage::countsChanged, this, &MainWindow::updateStatus);
    connect(m_events, &EventsPage::editRequested, this, [this] { openEditor(false); });
    connect(m_events, &EventsPage::openRequested, this, &MainWindow::openInBrowser);
    connect(m_inbox, &InboxPage::countsChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    connect(m_inbox, &InboxPage::eventRequested, this, [this](const Event &event) {
        showPage(EventsPageIndex);
        m_events->select(event);
    });
    connect(m_inbox, &InboxPage::linkRequested, this, &MainWindow::openLink);
}

QAction *MainWindow::addCommand(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
    const QString &tip, const QString &objectName)
{
    auto *const action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    action->setStatusTip(tip);
    action->setObjectName(objectName);
    addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    m_connect = addCommand(tr("&Connect to a server…"), u"connect"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
        tr("Add a server and its API token"), u"actionConnect"_s);
    m_editProfile = addCommand(tr("&Edit this connection…"), u"settings"_s, {},
        tr("Change the address or the token of the server shown"), u"actionEditProfile"_s);
    m_removeProfile = addCommand(tr("&Forget this connection"), u"delete"_s, {},
        tr("Remove the server shown and its token from this computer"), u"actionRemoveProfile"_s);
    m_openFile = addCommand(tr("&Open a log file…"), u"file"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        tr("Show the events of a file: JSON lines, JSON, or authentik's CSV export"), u"actionOpenFile"_s);
    m_closeFile = addCommand(tr("C&lose the file"), u"close"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)},
        tr("Close the file and its page"), u"actionCloseFile"_s);
    m_fileProblems = addCommand(tr("Unreada&ble records…"), u"warning"_s, {},
        tr("List the records of the file that could not be read"), u"actionFileProblems"_s);
    m_showFile = addCommand(
        tr("Log &file"), u"file"_s, {QKeySequence(Qt::CTRL | Qt::Key_3)}, tr("Show the open file"), u"actionFile"_s);
    m_reload = addCommand(tr("&Reload"), u"refresh"_s, {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)},
        tr("Load the list anew"), u"actionReload"_s);
    m_quit
        = addCommand(tr("&Quit"), u"quit"_s, {QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("Quit Tidings"), u"actionQuit"_s);
    m_copy = addCommand(tr("&Copy record as JSON"), u"copy"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        tr("Copy the chosen record as the server sent it"), u"actionCopy"_s);
    m_find = addCommand(tr("&Search"), u"search"_s, {QKeySequence::Find, QKeySequence(Qt::Key_Slash)},
        tr("Go to the search line"), u"actionFind"_s);
    m_showInbox = addCommand(
        tr("&Inbox"), u"inbox"_s, {QKeySequence(Qt::CTRL | Qt::Key_1)}, tr("Show the notifications"), u"actionInbox"_s);
    m_showEvents = addCommand(
        tr("&Events"), u"events"_s, {QKeySequence(Qt::CTRL | Qt::Key_2)}, tr("Show the audit log"), u"actionEvents"_s);
    m_showDetail = addCommand(tr("&Detail pane"), u"detail-pane"_s, {QKeySequence(Qt::Key_F9)},
        tr("Show or hide the details beside the list"), u"actionDetail"_s);
    m_showDetail->setCheckable(true);
    m_showDetail->setChecked(true);
    m_showHistogram = addCommand(tr("&Histogram"), u"histogram"_s, {QKeySequence(Qt::Key_F7)},
        tr("Show or hide the events over time"), u"actionHistogram"_s);
    m_showHistogram->setCheckable(true);
    m_showHistogram->setChecked(m_events->histogram().isExpanded());
    m_showTopValues = addCommand(tr("&Top values"), u"top-values"_s, {QKeySequence(Qt::Key_F8)},
        tr("Show or hide the most frequent values of the loaded events"), u"actionTopValues"_s);
    m_showTopValues->setCheckable(true);
    m_newEvent = addCommand(
        tr("&New event…"), u"add"_s, {QKeySequence::New}, tr("Create an event on the server"), u"actionNewEvent"_s);
    m_editEvent
        = addCommand(tr("&Edit event…"), u"edit"_s, {QKeySequence(Qt::CTRL | Qt::Key_E), QKeySequence(Qt::Key_F2)},
            tr("Change the chosen event on the server"), u"actionEditEvent"_s);
    m_duplicateEvent = addCommand(tr("D&uplicate as new event…"), u"copy"_s, {QKeySequence(Qt::CTRL | Qt::Key_D)},
        tr("Create an event with the fields of the chosen one"), u"actionDuplicateEvent"_s);
    m_deleteEvent = addCommand(tr("&Delete event…"), u"delete"_s, {QKeySequence::Delete},
        tr("Delete the chosen event from the server"), u"actionDeleteEvent"_s);
    m_openInBrowser = addCommand(tr("&Open in authentik"), u"open-external"_s, {QKeySequence(Qt::CTRL | Qt::Key_O)},
        tr("Show the chosen event in the web interface"), u"actionOpenInBrowser"_s);
    m_toggleSeen = addCommand(tr("&Toggle seen"), u"seen"_s, {QKeySequence(Qt::Key_M)},
        tr("Mark the chosen notifications seen, or unseen again"), u"actionToggleSeen"_s);
    m_markSeen = addCommand(tr("Mark &seen"), u"seen"_s, {QKeySequence(Qt::CTRL | Qt::Key_M)},
        tr("Mark the chosen notifications seen"), u"actionMarkSeen"_s);
    m_markUnseen = addCommand(tr("Mark &unseen"), u"unseen"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
        tr("Mark the chosen notifications unseen"), u"actionMarkUnseen"_s);
    m_markAllSeen
        = addCommand(tr("Mark &all seen"), u"mark-all-seen"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
            tr("Mark all your notifications on the server seen"), u"actionMarkAllSeen"_s);

    connect(m_connect, &QAction::triggered, this, &MainWindow::connectRequested);
    connect(m_editProfile, &QAction::triggered, this, &MainWindow::editProfileRequested);
    connect(m_removeProfile, &QAction::triggered, this, &MainWindow::removeProfileRequested);
    connect(m_openFile, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(m_closeFile, &QAction::triggered, this, &MainWindow::closeFileRequested);
    connect(m_fileProblems, &QAction::triggered, this, &MainWindow::showFileProblems);
    connect(m_showFile, &QAction::triggered, this, [this] { showPage(FilePageIndex); });
    connect(m_reload, &QAction::triggered, this, [this] { currentFeed().reload(); });
    connect(m_quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_copy, &QAction::triggered, this, [this] { currentPage().copyCurrent(); });
    connect(m_find, &QAction::triggered, this, [this] { currentPage().focusQuery(); });
    connect(m_showInbox, &QAction::triggered, this, [this] { showPage(InboxPageIndex); });
    connect(m_showEvents, &QAction::triggered, this, [this] { showPage(EventsPageIndex); });
    connect(m_showDetail, &QAction::toggled, this, [this](bool visible) {
        m_events->setDetailVisible(visible);
        m_inbox->setDetailVisible(visible);
        if (m_file)
            m_file->setDetailVisible(visible);
    });
    connect(m_events, &EventsPage::detailVisibleChanged, m_showDetail, &QAction::setChecked);
    connect(m_showHistogram, &QAction::triggered, this, [this](bool visible) {
        showPage(EventsPageIndex);
        m_events->histogram().setExpanded(visible);
    });
    connect(&m_events->histogram(), &HistogramPanel::expandedChanged, m_showHistogram, &QAction::setChecked);
    connect(m_showTopValues, &QAction::triggered, this, [this](bool visible) {
        showPage(EventsPageIndex);
        m_events->setTopValuesVisible(visible);
    });
    connect(m_events, &EventsPage::topValuesVisibleChanged, m_showTopValues, &QAction::setChecked);
    connect(m_newEvent, &QAction::triggered, this, [this] { openEditor(true); });
    connect(m_editEvent, &QAction::triggered, this, [this] { openEditor(false); });
    connect(m_duplicateEvent, &QAction::triggered, this, &MainWindow::duplicateEvent);
    connect(m_deleteEvent, &QAction::triggered, this, &MainWindow::deleteEvent);
    connect(m_openInBrowser, &QAction::triggered, this, &MainWindow::openInBrowser);
    connect(m_toggleSeen, &QAction::triggered, m_inbox, &InboxPage::toggleSelected);
    connect(m_markSeen, &QAction::triggered, this, [this] { m_inbox->markSelected(true); });
    connect(m_markUnseen, &QAction::triggered, this, [this] { m_inbox->markSelected(false); });
    connect(m_markAllSeen, &QAction::triggered, m_inbox, &InboxPage::markAllSeen);

    m_events->table().addActions(m_events->cellActions());
    m_events->table().addActions({m_editEvent, m_duplicateEvent, m_deleteEvent, m_openInBrowser, m_copy});
    m_inbox->table().addActions({m_markSeen, m_markUnseen, m_copy});
}

void MainWindow::buildMenus()
{
    QMenu *const file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_connect);
    file->addAction(m_editProfile);
    file->addAction(m_removeProfile);
    file->addMenu(m_profileMenu);
    file->addSeparator();
    file->addActions({m_openFile, m_fileProblems, m_closeFile});
    file->addSeparator();
    file->addAction(m_reload);
    file->addSeparator();
    file->addAction(m_quit);

    QMenu *const edit = menuBar()->addMenu(tr("&Edit"));
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
    edit->addAction(m_copy);
    edit->addAction(m_find);

    QMenu *const view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_showInbox);
    view->addAction(m_showEvents);
    view->addAction(m_showFile);
    view->addSeparator();
    view->addActions({m_showDetail, m_showHistogram, m_showTopValues});
    buildColumnsMenu(view);
    m_viewsMenu = view->addMenu(tr("&Saved views"));
    QMenu *const appearance = view->addMenu(tr("&Appearance"));
    m_appearances = new QActionGroup(this);
    for (const auto &[value, text] : {std::pair(Appearance::System, tr("&System")),
             std::pair(Appearance::Light, tr("&Light")), std::pair(Appearance::Dark, tr("&Dark"))}) {
        QAction *const action = appearance->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
        m_appearances->addAction(action);
    }
    connect(m_appearances, &QActionGroup::triggered, this,
        [this](const QAction *action) { emit appearanceChosen(static_cast<Appearance>(action->data().toInt())); });

    m_filterMenu = menuBar()->addMenu(tr("Fi&lter"));
    m_filterMenu->addActions(m_events->filterActions());

    QMenu *const event = menuBar()->addMenu(tr("Even&t"));
    event->addActions({m_newEvent, m_editEvent, m_duplicateEvent, m_deleteEvent});
    event->addSeparator();
    event->addAction(m_openInBrowser);

    QMenu *const notification = menuBar()->addMenu(tr("&Notification"));
    notification->addActions({m_toggleSeen, m_markSeen, m_markUnseen});
    notification->addSeparator();
    notification->addAction(m_markAllSeen);

    QMenu *const help = menuBar()->addMenu(tr("&Help"));
    QAction *const shortcuts = addCommand(tr("&Keyboard shortcuts"), u"help"_s,
        {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, tr("List all shortcuts"), u"actionShortcuts"_s);
    QAction *const aboutAction
        = addCommand(tr("&About Tidings"), u"info"_s, {}, tr("Version and licence"), u"actionAbout"_s);
    help->addAction(shortcuts);
    help->addAction(aboutAction);
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(aboutAction, &QAction::triggered, this, &MainWindow::about);

    m_rail->setProfileMenu(m_profileMenu);
}

void MainWindow::buildViews(SavedViews &views)
{
    m_views = new ViewCommands(views, *m_events, this);
    m_views->fillMenu(m_viewsMenu);
    const auto showNames = [this, &views] {
        QStringList names;
        for (const SavedView &view : views.views())
            names += visibleLine(view.name, 80);
        m_rail->setViews(names);
        updateViews();
    };
    showNames();
    connect(&views, &SavedViews::changed, this, showNames);
    connect(m_rail, &NavigationRail::viewChosen, m_views, &ViewCommands::choose);
    connect(m_views, &ViewCommands::chosen, this, [this] { showPage(EventsPageIndex); });
    connect(m_views, &ViewCommands::failed, this, [this](const QString &text) { m_events->showProblem(text); });
    connect(m_events, &EventsPage::filterChanged, this, &MainWindow::updateViews);
}

void MainWindow::updateViews()
{
    m_views->update();
    m_rail->setCurrentView(m_stack->currentIndex() == EventsPageIndex ? static_cast<int>(m_views->current()) : -1);
}

// The same actions serve the menu and the header's context menu.
void MainWindow::buildColumnsMenu(QMenu *view)
{
    QMenu *const columns = view->addMenu(tr("&Columns of the events"));
    QHeaderView *const header = m_events->table().horizontalHeader();
    const QAbstractItemModel *const model = m_events->table().model();
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        if (column == EventTableModel::TimeColumn || column == EventTableModel::SummaryColumn)
            continue; // a row without these says nothing
        QAction *const action = columns->addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setStatusTip(tr("Show or hide this column"));
        connect(columns, &QMenu::aboutToShow, action,
            [action, header, column] { action->setChecked(!header->isSectionHidden(column)); });
        connect(action, &QAction::toggled, header,
            [header, column](bool shown) { header->setSectionHidden(column, !shown); });
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            if (m_file)
                m_file->table().horizontalHeader()->setSectionHidden(column, !shown);
        });
    }
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, columns,
        [columns, header](const QPoint &at) { columns->popup(header->mapToGlobal(at)); });
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_counts = statusLabel(u"statusCounts"_s, this);
    m_engine = statusLabel(u"statusEngine"_s, this);
    m_engine->setProperty("chip", true);
    m_age = statusLabel(u"statusAge"_s, this);
    m_note = statusLabel(u"statusNote"_s, this);
    m_note->setProperty("chip", true);
    m_note->hide();
    m_zone = statusLabel(u"statusZone"_s, this);
    m_server = statusLabel(u"statusServer"_s, this);
    for (QLabel *const label : {m_counts, m_engine, m_age})
        statusBar()->addWidget(label);
    for (QLabel *const label : {m_note, m_zone, m_server})
        statusBar()->addPermanentWidget(label);
    statusBar()->setContentsMargins(metrics::margin - 4, 2, metrics::margin, 2);
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
    // Each page asks its own questions.
    m_filterMenu->menuAction()->setEnabled(!isInbox());
    if (!isInbox() && m_filterMenu->actions() != currentEvents().filterActions()) {
        m_filterMenu->clear();
        m_filterMenu->addActions(currentEvents().filterActions());
    }
    if (m_views)
        updateViews();
    currentPage().focusList();
    updateActions();
    updateStatus();
}

void MainWindow::showFile(EventTableModel &events, FileFeed &feed)
{
    closeFile();
    m_fileFeed = &feed;
    m_file = new FilePage(events, feed, m_stack);
    m_file->setDetailVisible(m_showDetail->isChecked());
    m_file->setCompact(width() < compactBelow);
    m_file->table().setContextMenuPolicy(Qt::ActionsContextMenu);
    m_file->table().addActions(m_file->cellActions());
    m_file->table().addAction(m_copy);
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        const bool isHidden = m_events->table().horizontalHeader()->isSectionHidden(column);
        m_file->table().horizontalHeader()->setSectionHidden(column, isHidden);
    }
    connect(m_file, &RecordPage::currentChanged, this, &MainWindow::updateActions);
    connect(m_file, &RecordPage::countsChanged, this, [this] {
        updateActions();
        updateStatus();
    });
    connect(m_file, &RecordPage::detailVisibleChanged, m_showDetail, &QAction::setChecked);
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
    delete std::exchange(m_file, nullptr);
    m_fileFeed = nullptr;
    updateActions();
    updateStatus();
}

void MainWindow::chooseFile()
{
    auto *const dialog = new QFileDialog(this, tr("Open a log file"));
    dialog->setObjectName(u"openFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Logs of events (*.json *.jsonl *.ndjson *.log *.txt *.csv)"), tr("All files (*)")});
    if (m_fileFeed)
        dialog->setDirectory(QFileInfo(m_fileFeed->path()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFileRequested);
    dialog->open();
}

void MainWindow::showFileProblems()
{
    if (!m_file)
        return;
    auto *const box = new QMessageBox(QMessageBox::NoIcon, tr("Unreadable records"),
        tr("%1 of the records of this file could not be read.").arg(QLocale().toString(m_fileFeed->damaged())),
        QMessageBox::Close, this);
    box->setObjectName(u"fileProblemsBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDetailedText(m_file->problemsText());
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = draggedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    emit openFileRequested(path);
}

void MainWindow::setProfiles(const QList<ProfileEntry> &profiles, const QString &currentId)
{
    m_profileMenu->clear();
    bool found = false;
    for (const ProfileEntry &profile : profiles) {
        QString name = visibleLine(profile.name);
        QAction *const action = m_profileMenu->addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(profile.id == currentId);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { emit profileChosen(id); });
        if (profile.id == currentId) {
            m_rail->setProfile(name, profile.color, name);
            found = true;
        }
    }
    if (!found)
        m_rail->setProfile(tr("Not connected"), {}, {});
    m_profileMenu->addSeparator();
    m_profileMenu->addAction(m_connect);
    m_profileMenu->addAction(m_editProfile);
    m_editProfile->setEnabled(found);
    m_removeProfile->setEnabled(found);
}

void MainWindow::setServer(const ServerAddress &address, const ServerInfo &info)
{
    m_address = address;
    m_info = info;
    m_connected = true;
    m_events->setOffline({}, {});
    m_inbox->setOffline({}, {});
    m_events->setKnownActions(info.capabilities.knownActions);
    updateActions();
    updateStatus();
}

void MainWindow::setOffline(const QString &text, const QString &action)
{
    m_connected = false;
    m_address = {};
    m_info = {};
    m_events->setOffline(text, action);
    m_inbox->setOffline(text, action);
    m_rail->setBadge(InboxPageIndex, 0);
    updateActions();
    updateStatus();
}

void MainWindow::setClockSkew(std::chrono::seconds skew)
{
    m_skew = skew;
}

void MainWindow::setAppearance(Appearance appearance)
{
    const auto actions = m_appearances->actions();
    for (QAction *const action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(appearance));
}

void MainWindow::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString MainWindow::denial(Right right, const QString &permission) const
{
    if (!m_connected)
        return tr("Not connected to a server.");
    return right == Right::Denied ? tr("The token lacks the permission “%1”.").arg(permission) : QString();
}

void MainWindow::updateActions()
{
    const ServerCapabilities &can = m_editor.capabilities();
    const auto event = m_events->currentEvent();
    const bool isServers = !isInbox() && !isFile();
    const bool onEvent = isServers && event && isUuid(event->id);
    const QString noAdd = denial(can.addEvents, tr("Can add Event"));
    const QString noChange = denial(can.changeEvents, tr("Can change Event"));
    const QString noDelete = denial(can.deleteEvents, tr("Can delete Event"));
    m_newEvent->setEnabled(noAdd.isEmpty());
    m_newEvent->setStatusTip(noAdd.isEmpty() ? tr("Create an event on the server") : noAdd);
    m_duplicateEvent->setEnabled(noAdd.isEmpty() && isServers && event);
    m_editEvent->setEnabled(onEvent && noChange.isEmpty());
    m_editEvent->setStatusTip(noChange.isEmpty() ? tr("Change the chosen event on the server") : noChange);
    m_deleteEvent->setEnabled(onEvent && noDelete.isEmpty() && !m_isDeleting);
    m_deleteEvent->setStatusTip(noDelete.isEmpty() ? tr("Delete the chosen event from the server") : noDelete);
    m_openInBrowser->setEnabled(onEvent && m_connected);
    m_events->setEditable(event && isUuid(event->id) && noChange.isEmpty(), noChange);

    const bool onNotification = isInbox() && m_inbox->currentNotification().has_value();
    for (QAction *const action : {m_toggleSeen, m_markSeen, m_markUnseen})
        action->setEnabled(onNotification);
    m_markAllSeen->setEnabled(m_connected && m_notificationFeed.unseenTotal() > 0);
    m_copy->setEnabled(onNotification || (!isInbox() && currentEvents().currentEvent()));
    m_reload->setEnabled(m_connected || isFile());
    m_closeFile->setEnabled(m_file != nullptr);
    m_showFile->setEnabled(m_file != nullptr);
    m_fileProblems->setEnabled(m_file && m_fileFeed->damaged() > 0);
}

void MainWindow::updateStatus()
{
    if (!m_counts)
        return;
    const bool inbox = isInbox();
    m_counts->setText(currentPage().countsText());
    m_engine->setVisible(!inbox && (m_connected || isFile()));
    const bool narrow = width() < compactBelow;
    const EventListFeed &events = isFile() ? static_cast<const EventListFeed &>(*m_fileFeed) : m_eventFeed;
    m_engine->setText(narrow ? events.shortEngineText() : currentEvents().engineText());
    const QString warning = events.warning();
    m_engine->setToolTip(plainToolTip(warning));

    const QDateTime last = currentFeed().lastSuccess();
    const Poller &poller = currentFeed().poller();
    QString age;
    if (m_connected && !isFile() && last.isValid()) {
        age = tr("updated %1").arg(relativeTime(fromDateTime(last), QDateTime::currentDateTimeUtc()));
        if (!poller.isEnabled())
            age += u" · "_s + tr("paused");
    }
    m_age->setText(warning.isEmpty() || inbox ? age : warning);

    QString zone = tr("Local time, %1").arg(offsetText(QDateTime::currentDateTime()));
    constexpr auto noteworthySkew = 30s;
    if (m_connected && (m_skew > noteworthySkew || m_skew < -noteworthySkew))
        zone += u" · "_s + tr("server clock differs by %n s", nullptr, static_cast<int>(m_skew.count()));
    m_zone->setText(zone);
    QString server = tr("not connected");
    if (m_connected) {
        server = m_info.version.isEmpty() ? m_address.host() : tr("authentik %1").arg(visibleLine(m_info.version));
        server += u" · "_s + visibleLine(m_info.user.username);
        if (!m_address.isEncrypted())
            server += u" · "_s + tr("not encrypted");
    }
    m_server->setText(server);
    m_zone->setVisible(!narrow);
    m_age->setVisible(!narrow || !warning.isEmpty());
}

void MainWindow::openEditor(bool isNew)
{
    const auto event = m_events->currentEvent();
    if (!isNew && !event)
        return;
    auto *const dialog = new EventDialog(m_editor, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (isNew)
        dialog->loadNew();
    else
        dialog->loadRecord(*event);
    connect(dialog, &EventDialog::saved, this, [this](const Event &saved) {
        showPage(EventsPageIndex);
        m_events->select(saved);
    });
    dialog->open();
}

void MainWindow::duplicateEvent()
{
    const auto event = m_events->currentEvent();
    if (!event)
        return;
    auto *const dialog = new EventDialog(m_editor, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->loadCopy(*event);
    connect(dialog, &EventDialog::saved, this, [this](const Event &saved) { m_events->select(saved); });
    dialog->open();
}

// Cannot be undone on the server, so this one asks.
void MainWindow::deleteEvent()
{
    const auto event = m_events->currentEvent();
    if (!event || !isUuid(event->id))
        return;
    auto *const box = new QMessageBox(QMessageBox::Question, tr("Delete event"),
        tr("Delete this event from the server? This cannot be undone, and authentik keeps no trace of it.") + u"\n\n"_s
            + summarySentence(*event).left(300),
        QMessageBox::Cancel, this);
    box->setObjectName(u"deleteBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // an informative text would not be
    QPushButton *const remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id = event->id] {
        m_editor.remove(id);
        m_isDeleting = m_editor.isBusy();
        updateActions();
    });
    box->open();
}

void MainWindow::openInBrowser()
{
    const auto event = m_events->currentEvent();
    if (event && isUuid(event->id) && m_connected)
        QDesktopServices::openUrl(m_address.webUrl(u"if/admin/#/events/log/"_s + event->id));
}

// A link a notification carries: http and https only. The own server's open at once, others after showing the host.
void MainWindow::openLink(const QString &text)
{
    const QUrl base(m_address.toString() + u'/');
    const QUrl url = base.resolved(QUrl(text.trimmed(), QUrl::StrictMode));
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return;
    if (m_address.isSameOrigin(url)) {
        QDesktopServices::openUrl(url);
        return;
    }
    auto *const box = new QMessageBox(QMessageBox::Question, tr("Open link"),
        tr("This link leads to another server: %1").arg(visibleLine(url.host(QUrl::EncodeUnicode))) + u"\n\n"_s
            + visibleLine(url.toString(QUrl::FullyEncoded), 300),
        QMessageBox::Cancel, this);
    box->setObjectName(u"linkBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *const open = box->addButton(tr("Open"), QMessageBox::AcceptRole);
    connect(open, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

void MainWindow::showShortcuts()
{
    QStringList lines;
    const QList<QAction *> commands = actions() + currentEvents().filterActions();
    for (const QAction *const action : commands) {
        if (!action->shortcut().isEmpty()) {
            lines += u"%1\t%2"_s.arg(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                QString(action->text()).remove(u'&'));
        }
    }
    lines += tr("J, K\tNext and previous row");
    lines += tr("Enter\tOpen the row");
    lines += tr("Left, Right\tWalk through the histogram; with Shift choose a time, Enter zooms in, Backspace out");
    lines += tr("+, −\tIn the top values: filter for the value, or filter it out");
    auto *const box
        = new QMessageBox(QMessageBox::NoIcon, tr("Keyboard shortcuts"), lines.join(u'\n'), QMessageBox::Close, this);
    box->setObjectName(u"shortcutsBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

void MainWindow::about()
{
    auto *const box = new QMessageBox(QMessageBox::NoIcon, tr("About Tidings"),
        tr("Tidings %1\nEvent viewer and notification inbox for authentik.\n\nGPL-3.0-or-later. Tidings contacts one "
           "network address only: the server you connect to.")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->open();
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
    const bool compact = width() < compactBelow;
    m_rail->setCompact(compact);
    m_events->setCompact(compact);
    m_events->setRoomy(height() >= roomyFrom);
    m_inbox->setCompact(compact);
    if (m_file)
        m_file->setCompact(compact);
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
    if (event->type() == QEvent::ActivationChange) {
        m_eventFeed.poller().setInBackground(!isActiveWindow());
        m_notificationFeed.poller().setInBackground(!isActiveWindow());
    }
}

} // namespace tidings
