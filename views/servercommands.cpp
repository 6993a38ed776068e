// SPDX-License-Identifier: GPL-3.0-or-later
#include "servercommands.h"

#include "command.h"
#include "navigationrail.h"
#include "plainlabel.h"
#include "visibletext.h"

#include <QAction>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;

ServerCommands::ServerCommands(NavigationRail &rail, QWidget *window)
    : QObject(window)
    , m_rail(rail)
    , m_menu(new QMenu(tr("Ser&ver"), window))
    , m_connect(makeCommand(this, tr("&Connect to a server…"), u"actionConnect"_s, u"connect"_s,
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, tr("Add a server and its API token")))
    , m_edit(makeCommand(this, tr("&Edit this connection…"), u"actionEditProfile"_s, u"settings"_s, {},
          tr("Change the address or the token of the server shown")))
    , m_remove(makeCommand(this, tr("&Forget this connection"), u"actionRemoveProfile"_s, u"delete"_s, {},
          tr("Remove the server shown and its token from this computer")))
{
    window->addActions({m_connect, m_edit, m_remove});
    connect(m_connect, &QAction::triggered, this, &ServerCommands::connectRequested);
    connect(m_edit, &QAction::triggered, this, &ServerCommands::editRequested);
    connect(m_remove, &QAction::triggered, this, &ServerCommands::removeRequested);
    m_rail.setProfileMenu(m_menu);
}

void ServerCommands::fillMenu(QMenu *menu)
{
    menu->addActions({m_connect, m_edit, m_remove});
    menu->addMenu(m_menu);
}

void ServerCommands::setProfiles(const QList<ProfileEntry> &profiles, const QString &currentId)
{
    m_menu->clear();
    bool found = false;
    for (const ProfileEntry &profile : profiles) {
        const QString name = visibleLine(profile.name);
        QAction *const action = m_menu->addAction(plainMenuText(name));
        action->setCheckable(true);
        action->setChecked(profile.id == currentId);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { emit profileChosen(id); });
        if (profile.id == currentId) {
            m_rail.setProfile(name, profile.color, name);
            found = true;
        }
    }
    if (!found)
        m_rail.setProfile(tr("Not connected"), {}, {});
    m_menu->addSeparator();
    m_menu->addActions({m_connect, m_edit});
    m_edit->setEnabled(found);
    m_remove->setEnabled(found);
}

} // namespace tidings
