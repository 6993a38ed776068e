// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"
#include "eventeditor.h"
#include "eventfeed.h"
#include "localinboxstate.h"
#include "notificationfeed.h"
#include "serveraddress.h"
#include "servercommands.h"
#include "timedisplay.h"

#include <QMainWindow>

#include <chrono>
#include <vector>

class QAction;
class QMenu;
class QStackedWidget;
class QTimer;

namespace tidings {

class ColumnCommands;
class EventEditCommands;
class EventsPage;
class FileCommands;
class FileFeed;
class FilePage;
class InboxPage;
class LookCommands;
class NavigationRail;
class PanelCommands;
class QuestionCommands;
class RecentQuestions;
class RecordPage;
class SavedViews;
class SeenCommands;
class StatusBar;
class TimeCommands;
class ViewCommands;
class ViewCounter;
class ViewsRail;
class WebLinks;

// The window: rail, pages, menus, status bar. Every command is a QAction in a menu. Owns no data; the application wires
// it to models and feeds.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { InboxPageIndex, EventsPageIndex, FilePageIndex };

    struct Parts
    {
        EventTableModel &events;
        EventFeed &eventFeed;
        NotificationTableModel &notifications;
        NotificationFeed &notificationFeed;
        EventEditor &editor;
        SavedViews &views;
        LocalInboxState &inboxState;
    };
    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);

    void showPage(Page page);
    void setProfiles(const QList<ProfileEntry> &profiles, const QString &currentId);
    // Connected: what the status bar says of the server, and what the token may do.
    void setServer(const ServerAddress &address, const ServerInfo &info);
    // Not connected: what the empty lists say, and their button, which emits offlineActionTriggered().
    void setOffline(const QString &text, const QString &action);
    // A problem over the current list that is not the feeds' own.
    void setClockSkew(std::chrono::seconds skew);
    void setAppearance(Appearance appearance);
    void setDensity(Density density); // of the rows on all pages
    void setTextZoom(int percent); // what is in force, see applyTextZoom()
    void setTimeDisplay(const TimeDisplay &display); // how all pages show times
    void setNote(const QString &note); // "Demo", "Session only": stands in the status bar

    // Commands that others made, at their places in the menus; those about an event also in the table's.
    void addLiveCommands(QAction *preferences, const QList<QAction *> &aboutEvent, const QList<QAction *> &aboutAlerts,
        QMenu *doNotDisturb);
    // The notifications are asked for as often in the background: somebody waits for the desktop's.
    void setWatchful(bool watchful);
    void setInBackground(bool inBackground); // the window knows by itself once it was shown

    // One more page, for the events of a file, until closeFile(); both must outlive it.
    void showFile(EventTableModel &events, FileFeed &feed);
    void closeFile();
    [[nodiscard]] FilePage *filePage() const { return m_file; } // null: no file is open

    // The questions asked before, and how much the saved views find; both must outlive the window.
    void setRecentQuestions(RecentQuestions &questions);
    void setViewCounter(ViewCounter &counter);
    // On the page of events that is shown, be it of a server or of a file; the inbox gives way to the server's.
    void showView(qsizetype index); // with its columns and its order
    void ask(const EventQuery &query);

    [[nodiscard]] ColumnCommands &columns() const { return *m_columns; } // of the events, on all pages
    [[nodiscard]] EventsPage &eventsPage() const { return *m_events; }
    [[nodiscard]] InboxPage &inboxPage() const { return *m_inbox; }
    [[nodiscard]] std::optional<Event> currentEvent() const; // of the page shown; in the inbox the notification's
    void selectForScreenshots(); // the first rows of both lists

signals:
    void currentRecordChanged(); // of the page shown, or another page
    void connectRequested();
    void editProfileRequested(); // the current one
    void removeProfileRequested();
    void profileChosen(const QString &id);
    void offlineActionTriggered();
    void signInRequested();
    void appearanceChosen(tidings::Appearance appearance);
    void densityChosen(tidings::Density density);
    void textZoomChosen(int percent);
    void timeDisplayChosen(const tidings::TimeDisplay &display);
    void openFileRequested(const QString &path);
    void closeFileRequested();
    void quitRequested();
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildPages(const Parts &parts);
    void buildActions(EventEditor &editor);
    void buildMenus();
    void buildViews(SavedViews &views);
    void updateLayout();
    void updateActions();
    void updateStatus();
    QAction *addCommand(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
        const QString &tip, const QString &objectName);
    [[nodiscard]] bool isCompact() const; // too narrow for all texts
    [[nodiscard]] bool isRoomy() const; // high enough for the histogram
    [[nodiscard]] bool isInbox() const;
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] EventsPage &currentEvents() const; // the inbox has those of the server
    [[nodiscard]] std::vector<RecordPage *> pages() const; // all there are
    [[nodiscard]] RecordPage &currentPage() const;
    [[nodiscard]] RecordFeed &currentFeed() const;

    EventFeed &m_eventFeed;
    NotificationFeed &m_notificationFeed;
    bool m_connected = false;
    bool m_isWatchful = false;
    bool m_isInBackground = false;

    NavigationRail *m_rail;
    QStackedWidget *m_stack;
    EventsPage *m_events = nullptr;
    InboxPage *m_inbox = nullptr;
    FilePage *m_file = nullptr;
    FileFeed *m_fileFeed = nullptr;
    WebLinks *m_links;
    QMenu *m_editMenu = nullptr;
    QMenu *m_eventMenu = nullptr;
    QMenu *m_notificationMenu = nullptr;
    QMenu *m_filterMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_viewsMenu = nullptr;
    ColumnCommands *m_columns = nullptr;
    ServerCommands *m_servers = nullptr;
    FileCommands *m_files = nullptr;
    PanelCommands *m_panels = nullptr;
    EventEditCommands *m_eventEdit = nullptr;
    SeenCommands *m_seen = nullptr;
    ViewCommands *m_views = nullptr;
    ViewsRail *m_viewsRail = nullptr;
    QuestionCommands *m_questions = nullptr; // null: not remembered
    TimeCommands *m_times = nullptr;
    LookCommands *m_looks = nullptr;
    QList<QAction *> m_aboutEvent; // others' commands

    QAction *m_showFile = nullptr;
    QAction *m_export = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_copyCell = nullptr;
    QAction *m_search = nullptr;
    QAction *m_showInbox = nullptr;
    QAction *m_showEvents = nullptr;

    StatusBar *m_status = nullptr;
    QTimer *m_clock; // while the window is shown
};

} // namespace tidings
