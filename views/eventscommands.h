// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;

namespace tidings {

class EventsPage;

// The commands of a page of events that change what it asks: those about a cell, conditions, time, order, loading, and
// the way back. The window puts them into its menu; their keys work while the page has the keyboard.
class EventsCommands : public QObject
{
    Q_OBJECT

public:
    // What Back leads to.
    enum class WayBack { None, Question, Newest, Notification };

    struct Parts // commands of others, at their places among these
    {
        QList<QAction *> cell;
        QList<QAction *> time;
        QAction *order;
    };
    EventsCommands(EventsPage &page, const Parts &parts); // the page owns it

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; } // separators included
    void update(); // what is asked, or what stands in the query line, is another

private:
    template <class Act>
    QAction *add(const QString &text, const QString &iconName, const QString &name, const QKeySequence &key,
        const QString &tip, Act act);
    QAction *makeSeparator();

    EventsPage &m_page;
    QList<QAction *> m_actions;
    QAction *m_back;
    QAction *m_forward;
    QAction *m_addFilter;
    QAction *m_toConditions;
    QAction *m_toQuery;
    QAction *m_copyQuestion;
    QAction *m_loadAll;
    QAction *m_clearAll;
};

} // namespace tidings
