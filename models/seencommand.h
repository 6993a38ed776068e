// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seenchanger.h"

#include <QObject>
#include <QPointer>
#include <QUndoCommand>

namespace tidings {

// Marks notifications seen or unseen, and back. authentik's `seen` is an ordinary field, so it can be undone, unless
// the server's clean-up has deleted a seen notification meanwhile. Changes that the server refused are no longer part
// of it.
class SeenCommand : public QUndoCommand
{
public:
    enum class Scope {
        Chosen, // one PATCH each
        All, // mark_all_seen; undone one by one
    };

    // `ids`: only those whose state really changes, so that undo restores exactly the earlier state.
    SeenCommand(SeenChanger &changer, QStringList ids, bool seen, Scope scope = Scope::Chosen);

    void redo() override;
    void undo() override;

private:
    void forget(const QString &id, bool seen);

    QPointer<SeenChanger> m_changer;
    QStringList m_ids;
    bool m_seen;
    bool m_isDone = false;
    Scope m_scope;
    QObject m_context; // of the connection to the changer
};

} // namespace tidings
