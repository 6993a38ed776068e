// SPDX-License-Identifier: GPL-3.0-or-later
#include "localchanges.h"

#include "inboxmodel.h"
#include "localstatecommand.h"
#include "mutedialog.h"
#include "mutesdialog.h"
#include "recordtable.h"
#include "snoozedialog.h"

#include <QUndoStack>

#include <algorithm>
#include <iterator>

namespace tidings {

using namespace std::chrono_literals;

LocalChanges::LocalChanges(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

// By ranges: all rows of a long list may be chosen.
InboxModel::Rows LocalChanges::chosenRows() const
{
    return m_parts.list.rowsIn(m_parts.table.selectionModel()->selection());
}

void LocalChanges::chooseSnoozeTime()
{
    if (!m_parts.table.currentIndex().isValid())
        return;
    const Timestamp now = m_parts.state.now();
    const Timestamp tomorrow = snoozeUntil(SnoozePreset::Tomorrow, now, m_parts.list.timeDisplay());
    auto *const dialog = new SnoozeDialog(tomorrow, now, m_parts.table.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnoozeDialog::chosen, this, [this](Timestamp until) { snoozeChosen(until); });
    dialog->open();
}

void LocalChanges::snoozeChosenUntil(SnoozePreset preset)
{
    snoozeChosen(snoozeUntil(preset, m_parts.state.now(), m_parts.list.timeDisplay()));
}

void LocalChanges::snoozeChosen(std::optional<Timestamp> until)
{
    SnoozeChanges changes;
    const Timestamp now = m_parts.state.now();
    const InboxModel::Rows rows = chosenRows();
    if (until) {
        changes.append({m_parts.list.keysOf(rows), Snooze{now, until, {}}});
    } else {
        // By the server's clock: what is here already is no repetition. One that lies about its time must not keep it
        // asleep for ever.
        constexpr Timestamp farthest = std::chrono::microseconds(24h).count();
        const Timestamp newest = m_parts.state.newestArrival();
        const Timestamp since = newest == 0 ? now : std::min(newest, now + farthest);
        for (const auto &[kind, keys] : m_parts.list.kindsOf(rows))
            changes.append({keys, Snooze{since, {}, kind}});
    }
    pushSnoozed(std::move(changes));
}

void LocalChanges::snooze(const QStringList &ids, Timestamp until)
{
    SnoozeChange change{{}, Snooze{m_parts.state.now(), until, {}}};
    for (const QString &id : ids)
        change.keys += id.toUtf8();
    pushSnoozed({change});
}

void LocalChanges::pushSnoozed(SnoozeChanges changes)
{
    const auto count = static_cast<int>(countOf(changes));
    const QString what = tr("%n notification(s) snoozed on this computer only", nullptr, count);
    push(std::move(changes), what);
}

void LocalChanges::wakeChosen()
{
    SnoozeChange change;
    const QList<QByteArray> keys = m_parts.list.keysOf(chosenRows());
    std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(change.keys),
        [this](const QByteArray &key) { return m_parts.state.isSnoozed(key); });
    const auto count = static_cast<int>(change.keys.size());
    push({change}, tr("%n notification(s) woken", nullptr, count));
}

void LocalChanges::push(SnoozeChanges changes, const QString &text)
{
    if (countOf(changes) > 0)
        m_parts.undoStack.push(new SnoozeCommand(m_parts.state, std::move(changes), text));
}

void LocalChanges::muteLikeCurrent()
{
    const auto kind = m_parts.list.kindAt(m_parts.table.currentIndex().row());
    if (!kind)
        return;
    const auto count = [&list = m_parts.list](const NotificationKind &like) {
        return list.countLike(like);
    };
    auto *const dialog = new MuteDialog(*kind, m_parts.state.now(), count, m_parts.table.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MuteDialog::chosen, this, [this](const Mute &mute) {
        m_parts.undoStack.push(new MuteCommand(m_parts.state, mute, tr("Muted on this computer only")));
    });
    dialog->open();
}

void LocalChanges::showMutes()
{
    auto *const dialog = new MutesDialog(m_parts.state, m_parts.list.timeDisplay(), m_parts.table.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MutesDialog::revokeRequested, this, [this](int id) {
        m_parts.undoStack.push(new MuteCommand(m_parts.state, id, tr("No longer muted on this computer")));
    });
    dialog->open();
}

} // namespace tidings
