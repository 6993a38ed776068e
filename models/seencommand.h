// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seenchanger.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QUndoCommand>

#include <optional>

namespace tidings {

// Marks notifications seen or unseen, and back. authentik's `seen` is an ordinary field, so it can be undone, unless
// the server's clean-up has deleted a seen notification meanwhile. Changes that the server refused, or that were
// cancelled, are no longer part of it; undone while a cancel is still taking its changes back, it waits for that.
class SeenCommand : public QUndoCommand
{
public:
    enum class Scope {
        Chosen, // one PATCH each
        All, // mark_all_seen; undone, and done again, one by one: what came since stays as it is
    };

    // `ids`: only those whose state really changes, so that undo restores exactly the earlier state.
    SeenCommand(SeenChanger &changer, QStringList ids, bool seen, Scope scope = Scope::Chosen);
    // One that an earlier run of the program did, or that is being resumed: pushing it does not do it again.
    SeenCommand(SeenChanger &changer, const SeenBatch &batch);
    ~SeenCommand() override;

    void redo() override;
    void undo() override;

private:
    SeenCommand(SeenChanger &changer, quint64 number, QStringList ids, bool seen, Scope scope);
    void give(bool done); // the state of done or undone
    void ask();
    void noteBack(const QStringList &ids, bool seen);
    void forgetBack(bool isHurried);

    QPointer<SeenChanger> m_changer;
    quint64 m_number; // in the journal
    QStringList m_ids;
    QStringList m_left; // those of the first m_checked of them that are not in m_back
    qsizetype m_checked = 0;
    bool m_seen;
    bool m_isDone = false; // as far as the changer was asked
    std::optional<bool> m_wanted; // what m_isDone is to be, while the changer takes others back
    QSet<QString> m_back; // ids that are not in that state, some of this command
    bool m_wasDoneBefore = false;
    Scope m_scope;
    QTimer m_slices; // of m_ids that are checked
    QObject m_context; // of the connections
};

} // namespace tidings
