// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class InboxPage;
class NotificationFeed;

// The commands that mark notifications seen and unseen: those that are chosen, or all on the server. Unlike the inbox's
// other commands their keys are the window's.
class SeenCommands : public QObject
{
    Q_OBJECT

public:
    SeenCommands(InboxPage &page, const NotificationFeed &feed, QWidget *window); // it gets the actions

    void fillMenu(QMenu *menu);
    [[nodiscard]] QList<QAction *> rowActions() const { return {m_mark, m_unmark}; }
    void update(bool isPageShown, bool isConnected); // something else is chosen, or unseen on the server

private:
    InboxPage &m_page;
    const NotificationFeed &m_feed;
    QAction *m_toggle;
    QAction *m_mark;
    QAction *m_unmark;
    QAction *m_markAll;
};

} // namespace tidings
