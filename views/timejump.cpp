// SPDX-License-Identifier: GPL-3.0-or-later
#include "timejump.h"

#include "eventfeed.h"
#include "eventtablemodel.h"
#include "icons.h"
#include "recordtable.h"
#include "selectionkeeper.h"
#include "timejumpdialog.h"
#include "timesteps.h"
#include "timetext.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;
using timesteps::second;

TimeJump::TimeJump(const Parts &parts, QWidget *parent)
    : ProgressLine(u"jump"_s, tr("Looking for a time"), parent)
    , m_parts(parts)
    , m_command(new QAction(icon(u"clock"_s), tr("Go to a time…"), this))
    , m_stop(new QAction(this))
{
    m_command->setObjectName(u"actionGoToTime"_s);
    m_command->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_command->setStatusTip(tr("Show the events of a time you type or paste, however far back"));
    connect(m_command, &QAction::triggered, this, &TimeJump::openDialog);
    firstButton().setText(tr("Back to the newest"));
    secondButton().setText(tr("Stop"));
    connect(&firstButton(), &QPushButton::clicked, this, &TimeJump::goBack);
    connect(&secondButton(), &QPushButton::clicked, this, &TimeJump::stop);
    // For the page; of no use, and so not in the way of others, but while there is a search.
    m_stop->setShortcut(QKeySequence(Qt::Key_Escape));
    m_stop->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    parent->addAction(m_stop);
    connect(m_stop, &QAction::triggered, this, &TimeJump::stop);
    if (m_parts.server) {
        connect(m_parts.server, &EventFeed::searchingChanged, this, &TimeJump::follow);
        connect(m_parts.server, &EventFeed::countsChanged, this, &TimeJump::follow);
        connect(m_parts.server, &EventFeed::stateChanged, this, &TimeJump::follow);
    }
    follow();
}

bool TimeJump::isAway() const
{
    return m_parts.server && m_parts.server->place();
}

bool TimeJump::isSearching() const
{
    return m_parts.server && m_parts.feed.state() == FeedState::Loading && m_parts.server->searching();
}

void TimeJump::openDialog()
{
    if (auto *const open = parentWidget()->findChild<TimeJumpDialog *>()) {
        open->raise();
        return open->activateWindow();
    }
    const TimeDisplay &display = m_parts.model.timeDisplay();
    const TimeRange range = m_parts.feed.query().range.resolved(currentTimestamp(), display);
    auto *const dialog = new TimeJumpDialog(range, display, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimeJumpDialog::chosen, this, &TimeJump::goTo);
    dialog->show();
}

void TimeJump::goTo(Timestamp time)
{
    // What names a second means the whole of it.
    const Timestamp end = time % second == 0 ? time + second : time + 1;
    EventFeed *const server = m_parts.server && m_parts.server->hasClient() ? m_parts.server : nullptr;
    const bool isFuture = end > currentTimestamp();
    const bool reachesUp = !isAway() || end <= *m_parts.server->place();
    const int row = reachesUp ? newestRowBefore(end) : -1;
    const bool isAllHere = !server || (m_parts.feed.state() == FeedState::Complete && reachesUp);
    if (row >= 0 || isAllHere) {
        if (m_parts.model.rowCount() > 0)
            choose(row >= 0 ? row : oldestRow());
        return;
    }
    m_placeBefore = server->place();
    m_parts.keeper.chooseNewest();
    server->goTo(isFuture ? std::nullopt : std::optional(end));
    m_parts.table.setFocus();
}

int TimeJump::newestRowBefore(Timestamp end) const
{
    const EventStore &store = m_parts.model.store();
    const std::vector<EventStore::Slot> &rows = m_parts.model.visibleRows();
    const auto created = [&store](EventStore::Slot slot) {
        return store.created(slot); // 0: no readable time
    };
    if (m_parts.feed.sortKeys().isEmpty()) {
        const auto place = std::partition_point(
            rows.begin(), rows.end(), [&](EventStore::Slot slot) { return created(slot) >= end; });
        return place == rows.end() || created(*place) == 0 ? -1 : static_cast<int>(place - rows.begin());
    }
    const auto newest = std::max_element(rows.begin(), rows.end(), [&](EventStore::Slot one, EventStore::Slot other) {
        const auto rank = [&](EventStore::Slot slot) {
            return created(slot) < end ? created(slot) : 0;
        };
        return rank(one) < rank(other);
    });
    const bool isFound = newest != rows.end() && created(*newest) != 0 && created(*newest) < end;
    return isFound ? static_cast<int>(newest - rows.begin()) : -1;
}

// The nearest where all are newer.
int TimeJump::oldestRow() const
{
    const EventStore &store = m_parts.model.store();
    const std::vector<EventStore::Slot> &rows = m_parts.model.visibleRows();
    const auto oldest = std::min_element(rows.begin(), rows.end(), [&](EventStore::Slot one, EventStore::Slot other) {
        const bool hasTime = store.created(one) != 0;
        return hasTime && (store.created(other) == 0 || store.created(one) < store.created(other));
    });
    return static_cast<int>(oldest - rows.begin());
}

void TimeJump::choose(int row)
{
    RecordTable &table = m_parts.table;
    const int column = table.currentIndex().isValid() ? table.currentIndex().column() : EventTableModel::ActionColumn;
    const QModelIndex index = m_parts.model.index(row, column);
    table.setCurrentIndex(index);
    table.scrollTo(index, QAbstractItemView::PositionAtCenter);
    table.setFocus();
}

void TimeJump::goBack()
{
    if (!isAway())
        return;
    m_parts.server->goTo(std::nullopt);
    m_parts.table.setFocus();
}

void TimeJump::stop()
{
    if (!isSearching())
        return;
    if (isAway())
        m_parts.server->goTo(m_placeBefore == m_parts.server->place() ? std::nullopt : m_placeBefore);
    else
        emit rangeSearchStopped();
}

void TimeJump::refreshTexts()
{
    follow();
}

void TimeJump::follow()
{
    const bool isLooking = isSearching();
    m_stop->setEnabled(isLooking);
    setVisible(isLooking || isAway());
    if (std::exchange(m_wasAway, isAway()) != isAway())
        emit awayChanged();
    if (isHidden())
        return;
    secondButton().setVisible(isLooking);
    firstButton().setVisible(isAway() && !isLooking);
    const Timestamp place = isAway() ? *m_parts.server->place() : 0;
    const QString time = exactTime(place - (place % second == 0 ? second : 1), m_parts.model.timeDisplay());
    if (!isLooking) {
        hideProgress();
        return setText(tr("The list begins at %1. Newer events are not shown.").arg(time));
    }
    const auto steps = *m_parts.server->searching();
    const QString what = isAway() ? tr("Looking for %1 …").arg(time) : tr("Looking for the end of the time range …");
    const QString far
        = steps.most > 0 ? u' ' + tr("request %1 of at most %2").arg(steps.taken).arg(steps.most) : QString();
    showProgress(steps.taken, steps.most);
    setText(what + far);
}

} // namespace tidings
