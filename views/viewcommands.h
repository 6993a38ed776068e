// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "savedview.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class EventsPage;
class SavedViews;

// The commands for saved views: keep the present question with its columns and its order, rename, delete, move, import,
// export; and one command for each view. The window puts them into a menu and shows the views in its rail, where each
// has a menu of its own.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    // `window` is the parent of dialogs.
    ViewCommands(SavedViews &views, EventsPage &page, QWidget *window);

    void fillMenu(QMenu *menu);
    void setPage(EventsPage &page); // the one that views are shown on and saved from
    void choose(qsizetype index);
    void openMenu(qsizetype index, const QPoint &at); // of one view, at a place on the screen
    void move(qsizetype index, qsizetype to);
    // The view that the page shows just now; -1: none. Of several that ask the same, the chosen one, else the one with
    // these columns and this order.
    [[nodiscard]] qsizetype current() const;
    void update(); // the page asks something else, or the views changed

signals:
    void chosen(); // a view was put into the page
    void failed(const QString &text);

private:
    QAction *add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
        const QString &tip, const std::function<void()> &act);
    // `take` gets the name.
    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &take);
    void saveCurrent();
    void rename(qsizetype index);
    void remove(qsizetype index);
    void importFile();
    void exportViews(const QList<SavedView> &views);
    void rebuildList();

    SavedViews &m_views;
    EventsPage *m_page;
    QString m_chosen; // the name of the view that was put into the page; empty: none
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
