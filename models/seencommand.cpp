// SPDX-License-Identifier: GPL-3.0-or-later
#include "seencommand.h"

#include <QCoreApplication>

namespace tidings {

SeenCommand::SeenCommand(SeenChanger &changer, QStringList ids, bool seen, Scope scope)
    : m_changer(&changer)
    , m_ids(std::move(ids))
    , m_seen(seen)
    , m_scope(scope)
{
    QObject::connect(
        &changer, &SeenChanger::takenBack, &m_context, [this](const QString &id, bool back) { forget(id, back); });
    const int count = static_cast<int>(m_ids.size());
    setText(seen ? QCoreApplication::translate("SeenCommand", "%n notification(s) marked seen", nullptr, count)
                 : QCoreApplication::translate("SeenCommand", "%n notification(s) marked unseen", nullptr, count));
}

void SeenCommand::redo()
{
    m_isDone = true;
    if (!m_changer)
        return;
    if (m_scope == Scope::All)
        m_changer->markAllSeen(m_ids);
    else
        m_changer->change(m_ids, m_seen);
}

void SeenCommand::undo()
{
    m_isDone = false;
    if (m_changer)
        m_changer->change(m_ids, !m_seen);
}

// The id is not in the state that this command gave it.
void SeenCommand::forget(const QString &id, bool seen)
{
    if (seen == (m_isDone ? m_seen : !m_seen) || m_ids.removeAll(id) == 0)
        return;
    if (m_ids.isEmpty())
        setObsolete(true);
}

} // namespace tidings
