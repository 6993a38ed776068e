// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"
#include "eventeditor.h"
#include "eventfeed.h"
#include "notificationfeed.h"
#include "serveraddress.h"

#include <QColor>
#include <QMainWindow>

#include <chrono>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace tidings {

class EventsPage;
class FileFeed;
class FilePage;
class InboxPage;
class NavigationRail;
class RecordPage;
class SavedViews;
class ViewCommands;

// A server as the profile menu shows it.
struct ProfileEntry
{
    QString id;
    QString name;
    QColor color;
    bool operator==(const ProfileEntry &) const = default;
};

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
    void setNote(const QString &note); // "Demo", "Session only": stands in the status bar

    // One more page, for the events of a file, until closeFile(); both must outlive it.
    void showFile(EventTableModel &events, FileFeed &feed);
    void closeFile();
    [[nodiscard]] FilePage *filePage() const { return m_file; } // null: no file is open

    [[nodiscard]] EventsPage &eventsPage() const { return *m_events; }
    [[nodiscard]] InboxPage &inboxPage() const { return *m_inbox; }
    void selectForScreenshots(); // the first rows of both lists

signals:
    void connectRequested();
    void editProfileRequested(); // the current one
    void removeProfileRequested();
    void profileChosen(const QString &id);
    void offlineActionTriggered();
    void signInRequested();
    void appearanceChosen(tidings::Appearance appearance);
    void openFileRequested(const QString &path);
    void closeFileRequested();
    void quitRequested();
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages(const Parts &parts);
    void buildActions();
    void buildMenus();
    void buildColumnsMenu(QMenu *view);
    void buildViews(SavedViews &views);
    void updateViews();
    void buildStatusBar();
    void updateActions();
    void updateStatus();
    void openEditor(bool isNew);
    void duplicateEvent();
    void deleteEvent();
    void openInBrowser();
    void chooseFile();
    void showFileProblems();
    void openLink(const QString &url);
    void about();
    void showShortcuts();
    QAction *addCommand(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
        const QString &tip, const QString &objectName);
    [[nodiscard]] bool isInbox() const;
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] EventsPage &currentEvents() const; // the inbox has those of the server
    [[nodiscard]] RecordPage &currentPage() const;
    [[nodiscard]] RecordFeed &currentFeed() const;
    [[nodiscard]] QString denial(Right right, const QString &permission) const;

    EventFeed &m_eventFeed;
    NotificationFeed &m_notificationFeed;
    EventEditor &m_editor;
    ServerAddress m_address;
    ServerInfo m_info;
    bool m_connected = false;
    bool m_isDeleting = false; // the editor's next answer is about that

    NavigationRail *m_rail;
    QStackedWidget *m_stack;
    EventsPage *m_events = nullptr;
    InboxPage *m_inbox = nullptr;
    FilePage *m_file = nullptr;
    FileFeed *m_fileFeed = nullptr;
    QMenu *m_profileMenu;
    QMenu *m_filterMenu = nullptr;
    QMenu *m_viewsMenu = nullptr;
    ViewCommands *m_views = nullptr;
    QActionGroup *m_appearances = nullptr;

    QAction *m_connect = nullptr;
    QAction *m_editProfile = nullptr;
    QAction *m_removeProfile = nullptr;
    QAction *m_openFile = nullptr;
    QAction *m_closeFile = nullptr;
    QAction *m_fileProblems = nullptr;
    QAction *m_showFile = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_find = nullptr;
    QAction *m_showInbox = nullptr;
    QAction *m_showEvents = nullptr;
    QAction *m_showDetail = nullptr;
    QAction *m_showHistogram = nullptr;
    QAction *m_showTopValues = nullptr;
    QAction *m_newEvent = nullptr;
    QAction *m_editEvent = nullptr;
    QAction *m_duplicateEvent = nullptr;
    QAction *m_deleteEvent = nullptr;
    QAction *m_openInBrowser = nullptr;
    QAction *m_toggleSeen = nullptr;
    QAction *m_markSeen = nullptr;
    QAction *m_markUnseen = nullptr;
    QAction *m_markAllSeen = nullptr;

    QLabel *m_counts = nullptr;
    QLabel *m_engine = nullptr;
    QLabel *m_age = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_zone = nullptr;
    QLabel *m_server = nullptr;
    QTimer *m_clock;
    std::chrono::seconds m_skew{0};
};

} // namespace tidings
