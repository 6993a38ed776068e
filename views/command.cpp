// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include "icons.h"

#include <QAction>
#include <QActionGroup>

namespace tidings {

QAction *makeCommand(QObject *owner, const QString &text, const QString &name, const QString &iconName,
    const QList<QKeySequence> &keys, const QString &tip)
{
    auto *const action = new QAction(text, owner);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setStatusTip(tip);
    return action;
}

void checkChoice(const QActionGroup &group, int value)
{
    const auto actions = group.actions();
    for (QAction *const action : actions)
        action->setChecked(action->data().toInt() == value);
}

} // namespace tidings
