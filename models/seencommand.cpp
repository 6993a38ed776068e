// SPDX-License-Identifier: GPL-3.0-or-later
#include "seencommand.h"

#include "heap.h"
#include "timeslice.h"

#include <QCoreApplication>

#include <utility>

namespace tidings {

SeenCommand::SeenCommand(SeenChanger &changer, quint64 number, QStringList ids, bool seen, Scope scope)
    : m_changer(&changer)
    , m_number(number)
    , m_ids(std::move(ids))
    , m_seen(seen)
    , m_scope(scope)
{
    QObject::connect(&changer, &SeenChanger::takenBack, &m_context,
        [this](const QStringList &back, bool state) { noteBack(back, state); });
    QObject::connect(&changer, &SeenChanger::finished, &m_context, [this] {
        if (!m_back.isEmpty())
            m_slices.start(0);
    });
    QObject::connect(&m_slices, &QTimer::timeout, &m_context, [this] { forgetBack(false); });
    QObject::connect(
        &changer, &SeenChanger::dropped, &m_context,
        [this] {
            if (m_wanted && !m_changer->isDropping())
                give(*std::exchange(m_wanted, std::nullopt));
        },
        Qt::QueuedConnection);
    const int count = static_cast<int>(m_ids.size());
    setText(seen ? QCoreApplication::translate("SeenCommand", "%n notification(s) marked seen", nullptr, count)
                 : QCoreApplication::translate("SeenCommand", "%n notification(s) marked unseen", nullptr, count));
}

SeenCommand::SeenCommand(SeenChanger &changer, QStringList ids, bool seen, Scope scope)
    : SeenCommand(changer, changer.newCommand(), std::move(ids), seen, scope)
{
}

SeenCommand::SeenCommand(SeenChanger &changer, const SeenBatch &batch)
    : SeenCommand(changer, batch.command, batch.ids, batch.seen, Scope::Chosen)
{
    m_wasDoneBefore = true;
}

SeenCommand::~SeenCommand()
{
    giveBack(std::exchange(m_ids, {}));
}

void SeenCommand::redo()
{
    if (std::exchange(m_wasDoneBefore, false))
        m_isDone = true;
    else
        give(true);
}

void SeenCommand::undo()
{
    give(false);
}

void SeenCommand::give(bool done)
{
    if (!m_changer)
        return;
    if (m_changer->isDropping()) {
        m_wanted = done;
        return;
    }
    forgetBack(true);
    if (std::exchange(m_isDone, done) != done && !m_ids.isEmpty())
        ask();
}

void SeenCommand::ask()
{
    if (!m_isDone)
        m_changer->change(m_ids, !m_seen, m_number);
    else if (std::exchange(m_scope, Scope::Chosen) == Scope::All)
        m_changer->markAllSeen(m_ids, m_number);
    else
        m_changer->change(m_ids, m_seen, m_number);
}

// These are not in the state that this command gave them. They come in slices, of other commands too: the ids are gone
// through once for all of them.
void SeenCommand::noteBack(const QStringList &ids, bool seen)
{
    if (seen == (m_isDone ? m_seen : !m_seen))
        return;
    m_slices.stop();
    m_checked = 0;
    m_left.clear();
    if (m_ids.size() <= ids.size()) {
        const QSet<QString> all(ids.cbegin(), ids.cend());
        for (const QString &id : std::as_const(m_ids)) {
            if (all.contains(id))
                m_back.insert(id);
        }
    } else {
        if (m_back.isEmpty())
            m_back.reserve(m_ids.size());
        for (const QString &id : ids)
            m_back.insert(id);
    }
}

// A great many in slices, unless there is no time.
void SeenCommand::forgetBack(bool isHurried)
{
    TimeSlice slice;
    for (; !m_back.isEmpty() && m_checked < m_ids.size(); ++m_checked) {
        if (!isHurried && slice.isOver())
            return;
        if (const QString &id = m_ids.at(m_checked); !m_back.contains(id))
            m_left += id;
    }
    m_slices.stop();
    m_checked = 0;
    if (m_back.isEmpty())
        return;
    giveBack(std::exchange(m_ids, std::exchange(m_left, {})), std::exchange(m_back, {}));
    if (m_ids.isEmpty())
        setObsolete(true);
}

} // namespace tidings
