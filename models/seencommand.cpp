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
    const int count = static_cast<int>(m_ids.size());
    setText(seen ? QCoreApplication::translate("SeenCommand", "%n notification(s) marked seen", nullptr, count)
                 : QCoreApplication::translate("SeenCommand", "%n notification(s) marked unseen", nullptr, count));
}

void SeenCommand::redo()
{
    if (!m_changer)
        return;
    if (m_scope == Scope::All)
        m_changer->markAllSeen(m_ids);
    else
        m_changer->change(m_ids, m_seen);
}

void SeenCommand::undo()
{
    if (m_changer)
        m_changer->change(m_ids, !m_seen);
}

} // namespace tidings
