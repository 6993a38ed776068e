// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columnlayout.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class EventsPage;

// Which columns the tables of events show: a menu that shows and hides them, columns made of what the records have at a
// path, and all of it as a value for settings and saved views. The same menu serves the headers. All pages of events
// show the same columns.
class ColumnCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions and is the parent of the dialog.
    ColumnCommands(EventsPage &page, QWidget *window);

    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    // One more page, for as long as it lives; takes the columns there are.
    void attach(EventsPage &page);

    [[nodiscard]] ColumnLayout layout() const; // of the first page
    // Time and what happened are always shown; an empty layout changes nothing.
    void setLayout(const ColumnLayout &layout);
    void addField(const QString &name); // such as "context.geo.country"
    void removeField(const QString &name);

private:
    void adopt(EventsPage &page);
    void mirror(const EventsPage &page); // what the user did to its columns, on the others
    void fillMenu();
    void toggle(int column, bool isShown);
    void openDialog();
    [[nodiscard]] EventsPage &first() const { return *m_pages.first(); }

    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_add;
    QList<QPointer<EventsPage>> m_pages;
    bool m_isApplying = false; // it is not the user who changes columns
};

} // namespace tidings
