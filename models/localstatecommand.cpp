// SPDX-License-Identifier: GPL-3.0-or-later
#include "localstatecommand.h"

#include "heap.h"

namespace tidings {

SnoozeCommand::SnoozeCommand(LocalInboxState &state, SnoozeChanges changes, const QString &text)
    : QUndoCommand(text)
    , m_state(&state)
    , m_changes(std::make_shared<const SnoozeChanges>(std::move(changes)))
{
}

// Of a great many to free them takes longer than a frame.
SnoozeCommand::~SnoozeCommand()
{
    releaseElsewhere([changes = std::move(m_changes), before = std::move(m_before)] {});
}

void SnoozeCommand::redo()
{
    if (m_state)
        m_state->apply(m_changes, m_before);
}

void SnoozeCommand::undo()
{
    if (m_state)
        m_state->apply(m_before, nullptr);
}

MuteCommand::MuteCommand(LocalInboxState &state, const Mute &mute, const QString &text)
    : QUndoCommand(text)
    , m_state(&state)
    , m_mute(mute)
    , m_adds(true)
{
}

MuteCommand::MuteCommand(LocalInboxState &state, int id, const QString &text)
    : QUndoCommand(text)
    , m_state(&state)
    , m_adds(false)
{
    m_mute.id = id;
}

void MuteCommand::redo()
{
    set(m_adds);
}

void MuteCommand::undo()
{
    set(!m_adds);
}

void MuteCommand::set(bool muted)
{
    if (!m_state)
        return;
    if (muted) {
        m_mute.id = m_state->addMute(m_mute);
    } else if (const auto removed = m_state->removeMute(m_mute.id)) {
        m_mute = *removed; // with the hits it has meanwhile
    }
}

} // namespace tidings
