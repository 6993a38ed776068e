// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmedseen.h"

namespace tidings {

void ConfirmedSeen::confirm(const QStringList &ids, bool seen, bool isNeeded)
{
    ++m_now;
    if (!isNeeded)
        return m_ids.clear();
    for (const QString &id : ids)
        m_ids.insert(id, {seen, m_now});
}

std::optional<bool> ConfirmedSeen::since(Moment asked, const QString &id) const
{
    const auto known = m_ids.constFind(id);
    return known != m_ids.cend() && known->at > asked ? std::optional(known->seen) : std::nullopt;
}

void ConfirmedSeen::correct(QList<Notification> &rows, Moment asked) const
{
    if (m_now == asked)
        return;
    for (Notification &row : rows) {
        if (const auto seen = since(asked, row.id))
            row.seen = *seen;
    }
}

QHash<QString, bool> ConfirmedSeen::since(Moment asked) const
{
    QHash<QString, bool> found;
    for (auto known = m_ids.cbegin(); known != m_ids.cend(); ++known) {
        if (known->at > asked)
            found.insert(known.key(), known->seen);
    }
    return found;
}

} // namespace tidings
