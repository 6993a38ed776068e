// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"

#include <QPointer>
#include <QUndoCommand>

namespace tidings {

// Snoozes notifications, or ends their snooze, and back.
class SnoozeCommand : public QUndoCommand
{
public:
    SnoozeCommand(LocalInboxState &state, SnoozeChanges changes, const QString &text);
    ~SnoozeCommand() override;

    void redo() override;
    void undo() override;

private:
    QPointer<LocalInboxState> m_state;
    std::shared_ptr<const SnoozeChanges> m_changes;
    std::shared_ptr<SnoozeChanges> m_before = std::make_shared<SnoozeChanges>(); // filled while they are made
};

// Mutes a kind of notification, or revokes that, and back.
class MuteCommand : public QUndoCommand
{
public:
    MuteCommand(LocalInboxState &state, const Mute &mute, const QString &text); // adds it
    MuteCommand(LocalInboxState &state, int id, const QString &text); // revokes it

    void redo() override;
    void undo() override;

private:
    void set(bool muted);

    QPointer<LocalInboxState> m_state;
    Mute m_mute;
    bool m_adds;
};

} // namespace tidings
