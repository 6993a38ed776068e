// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class EventsPage;
class SavedViews;

// The commands for saved views: keep the present question, rename, delete, move, import, export; and one command for
// each view. The window puts them into a menu and shows the views in its rail.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    ViewCommands(SavedViews &views, EventsPage &page, QWidget *window);

    void fillMenu(QMenu *menu);
    void choose(qsizetype index);
    // The view that the page shows just now; -1: none.
    [[nodiscard]] qsizetype current() const;
    void update(); // the page asks something else, or the views changed

signals:
    void chosen(); // a view was put into the page
    void failed(const QString &text);

private:
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
        const QString &tip, void (ViewCommands::*act)());
    void askName(const QString &title, const QString &name, void (ViewCommands::*take)(const QString &));
    void saveCurrent();
    void renameCurrent();
    void removeCurrent();
    void moveUp();
    void moveDown();
    void importFile();
    void exportFile();
    void saveAs(const QString &name);
    void renameTo(const QString &name);
    void rebuildList();

    SavedViews &m_views;
    EventsPage &m_page;
    QWidget *m_window;
    QMenu *m_menu = nullptr;
    QAction *m_save;
    QAction *m_rename;
    QAction *m_remove;
    QAction *m_up;
    QAction *m_down;
    QAction *m_import;
    QAction *m_export;
    QList<QAction *> m_list; // one for each view
};

} // namespace tidings
