// SPDX-License-Identifier: GPL-3.0-or-later
#include "backbar.h"

#include "localinboxstate.h"
#include "notificationtablemodel.h"

#include <algorithm>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTold = 100;

} // namespace

BackBar::BackBar(const NotificationTableModel &model, const LocalInboxState &state)
    : m_model(model)
    , m_state(state)
{
    setObjectName(u"inboxBackBar"_s);
    connect(&m_state, &LocalInboxState::woke, this, &BackBar::note);
    connect(&m_state, &LocalInboxState::opened, this, &BackBar::forget);
    connect(this, &MessageBar::actionTriggered, this, &BackBar::requestShow);
    connect(this, &MessageBar::dismissed, this, [this] { m_back.clear(); });
}

void BackBar::note(const QStringList &keys)
{
    const bool areMore = !m_back.isEmpty();
    m_back += keys;
    if (areMore)
        m_back.removeDuplicates(); // put aside again, and back again
    m_untold += keys.mid(0, std::max<qsizetype>(0, mostTold - m_untold.size()));
    const auto count = static_cast<int>(m_back.size());
    showMessage(Kind::Info, tr("%n snoozed notification(s) are back.", nullptr, count), tr("Show"));
    tellLoaded();
}

void BackBar::forget()
{
    m_back.clear();
    m_untold.clear();
    clear();
}

void BackBar::tellLoaded()
{
    QList<Notification> fresh;
    m_untold.removeIf([&](const QString &id) {
        const QByteArray key = id.toUtf8();
        const int at = m_model.rowOf(key);
        if (at < 0)
            return false;
        const Notification &notification = m_model.notification(at);
        if (!m_state.isSnoozed(key) && !notification.seen && !m_model.goneSince(at)
            && !m_state.muteFor(kindOf(notification)))
            fresh.prepend(notification); // oldest first
        return true;
    });
    if (!fresh.isEmpty())
        emit cameBack(fresh);
}

void BackBar::requestShow()
{
    const QStringList back = std::exchange(m_back, {});
    clear();
    QByteArray best;
    int bestRow = -1;
    for (const QString &id : back) {
        const int row = m_model.rowOf(id.toUtf8());
        const bool waits = row >= 0 && !m_model.notification(row).seen && !m_model.goneSince(row);
        if (waits && (bestRow < 0 || row < bestRow)) {
            bestRow = row;
            best = id.toUtf8();
        }
    }
    emit showRequested(best.isEmpty() ? back.constFirst().toUtf8() : best);
}

} // namespace tidings
