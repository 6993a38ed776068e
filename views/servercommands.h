// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class NavigationRail;

// A server as the profile menu shows it.
struct ProfileEntry
{
    QString id;
    QString name;
    QColor color;
    bool operator==(const ProfileEntry &) const = default;
};

// The commands that choose a server, also in the menu of the rail, which names the one that is shown; and those that
// add, change and forget one.
class ServerCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions. `rail` must outlive this.
    ServerCommands(NavigationRail &rail, QWidget *window);

    void fillMenu(QMenu *menu);
    void setProfiles(const QList<ProfileEntry> &profiles, const QString &currentId);

signals:
    void connectRequested();
    void editRequested(); // the current one
    void removeRequested();
    void profileChosen(const QString &id);

private:
    NavigationRail &m_rail;
    QMenu *m_menu;
    QAction *m_connect;
    QAction *m_edit;
    QAction *m_remove;
};

} // namespace tidings
