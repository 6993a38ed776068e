// SPDX-License-Identifier: GPL-3.0-or-later
#include "timerangebutton.h"

#include "icons.h"
#include "momenttext.h"
#include "theme.h"
#include "timerangedialog.h"

#include <QAction>
#include <QDateTime>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Timestamp now()
{
    return fromDateTime(QDateTime::currentDateTimeUtc());
}

// A local day, `daysAgo` days back.
TimeRange wholeDay(int daysAgo)
{
    const QDate day = QDate::currentDate().addDays(-daysAgo);
    return {.last = {}, .from = fromDateTime(day.startOfDay()), .until = fromDateTime(day.addDays(1).startOfDay())};
}

// Both ends; an open one is now or, at the other side, a day before.
std::pair<Timestamp, Timestamp> endsOf(const TimeRange &range)
{
    const TimeRange fixed = range.resolved(now());
    const Timestamp until = fixed.until.value_or(now());
    constexpr Timestamp day = std::chrono::microseconds(24h).count();
    return {fixed.from.value_or(until - day), until};
}

} // namespace

TimeRangeButton::TimeRangeButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
{
    setProperty("button", true);
    setIcon(tidings::icon(u"clock"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    buildMenu();
    setMenu(m_menu);
    setRange({});
}

void TimeRangeButton::buildMenu()
{
    const auto preset = [this](const QString &text, auto &&make) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, make] { choose(make()); });
    };
    for (const std::chrono::seconds last :
        {std::chrono::seconds(15min), std::chrono::seconds(1h), std::chrono::seconds(6h), std::chrono::seconds(24h),
            std::chrono::seconds(7 * 24h), std::chrono::seconds(30 * 24h)}) {
        const TimeRange range{.last = last, .from = {}, .until = {}};
        preset(rangeText(range), [range] { return range; });
    }
    m_menu->addSeparator();
    preset(tr("Today"), [] { return wholeDay(0); });
    preset(tr("Yesterday"), [] { return wholeDay(1); });
    m_menu->addSeparator();
    const auto command = [this](const QString &text, const QString &name, const QString &iconName,
                             const QKeySequence &key, const QString &tip, auto &&act) {
        auto *const action = new QAction(text, this);
        action->setObjectName(name);
        action->setIcon(tidings::icon(iconName));
        action->setShortcut(key);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, act);
        m_menu->addAction(action);
        m_commands += action;
    };
    command(tr("&Earlier"), u"actionEarlier"_s, u"go-back"_s, QKeySequence(Qt::ALT | Qt::Key_Comma),
        tr("Move the time range back by its length"), [this] { shift(-1); });
    command(tr("&Later"), u"actionLater"_s, u"go-forward"_s, QKeySequence(Qt::ALT | Qt::Key_Period),
        tr("Move the time range forward by its length"), [this] { shift(1); });
    command(tr("&Wider"), u"actionWider"_s, u"wider"_s, QKeySequence(Qt::ALT | Qt::Key_Minus),
        tr("Twice the time range, around its middle"), [this] { widen(); });
    m_menu->addSeparator();
    command(tr("&Other range…"), u"actionRange"_s, u"calendar"_s, QKeySequence(Qt::CTRL | Qt::Key_T),
        tr("Type or paste the ends of the time range"), [this] { openDialog(); });
    command(tr("An&y time"), u"actionAnyTime"_s, u"clock"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        tr("Remove the time range"), [this] { choose({}); });
}

void TimeRangeButton::setRange(const TimeRange &range)
{
    m_range = range;
    setText(rangeText(range));
    setAccessibleName(tr("Time range: %1").arg(text()));
    setToolTip(accessibleName());
    for (QAction *const action : std::as_const(m_commands)) {
        if (action->objectName() != "actionRange"_L1)
            action->setEnabled(!range.isUnlimited());
    }
}

void TimeRangeButton::choose(const TimeRange &range)
{
    setRange(range);
    emit rangeChosen(range);
}

void TimeRangeButton::shift(int direction)
{
    const auto [from, until] = endsOf(m_range);
    const Timestamp step = (until - from) * direction;
    choose({.last = {}, .from = from + step, .until = until + step});
}

void TimeRangeButton::widen()
{
    const auto [from, until] = endsOf(m_range);
    const Timestamp half = (until - from) / 2;
    choose({.last = {}, .from = from - half, .until = until + half});
}

void TimeRangeButton::openDialog()
{
    auto *const dialog = new TimeRangeDialog(m_range.resolved(now()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimeRangeDialog::chosen, this, &TimeRangeButton::choose);
    dialog->open();
}

} // namespace tidings
