// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

class QAction;
class QActionGroup;
class QObject;

namespace tidings {

// A command as all are made: a text, the name of the object, an icon (no name: none), keys, and a tip for the status
// bar. Belongs to `owner`.
QAction *makeCommand(QObject *owner, const QString &text, const QString &name, const QString &iconName,
    const QList<QKeySequence> &keys, const QString &tip);

// Of a group of choices the one with this value as its data.
void checkChoice(const QActionGroup &group, int value);

} // namespace tidings
