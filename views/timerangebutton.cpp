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

constexpr Timestamp shortest = std::chrono::microseconds(1s).count();

// Now, without parts of a second that nobody asked for.
Timestamp nextSecond()
{
    return (currentTimestamp() / shortest + 1) * shortest;
}

// Both ends; an open one is now or, at the other side, a day before.
std::pair<Timestamp, Timestamp> endsOf(const TimeRange &range, const TimeDisplay &display)
{
    const Timestamp now = nextSecond();
    const TimeRange fixed = range.resolved(now, display);
    const Timestamp until = fixed.until.value_or(now);
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
    for (const TimeRange::Days days : {TimeRange::Days::Today, TimeRange::Days::Yesterday, TimeRange::Days::ThisWeek}) {
        const TimeRange range = TimeRange::ofDays(days);
        preset(rangeText(range), [range] { return range; });
    }
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
    command(tr("Narrower"), u"actionNarrower"_s, u"narrower"_s, QKeySequence(Qt::ALT | Qt::Key_Plus),
        tr("Half the time range, around its middle"), [this] { narrow(); });
    // Without the Shift key that + takes on many keyboards
    m_commands.last()->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Plus), QKeySequence(Qt::ALT | Qt::Key_Equal)});
    m_menu->addSeparator();
    command(tr("&Other range…"), u"actionRange"_s, u"calendar"_s, QKeySequence(Qt::CTRL | Qt::Key_T),
        tr("Type or paste the ends of the time range"), [this] { openDialog(); });
    command(tr("An&y time"), u"actionAnyTime"_s, u"clock"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        tr("Remove the time range"), [this] { choose({}); });
}

void TimeRangeButton::setRange(const TimeRange &range)
{
    m_range = range;
    setText(rangeText(range, m_display));
    setAccessibleName(tr("Time range: %1").arg(text()));
    setToolTip(accessibleName());
    for (QAction *const action : std::as_const(m_commands)) {
        if (action->objectName() != "actionRange"_L1)
            action->setEnabled(!range.isUnlimited());
    }
}

void TimeRangeButton::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    setRange(m_range);
}

void TimeRangeButton::choose(const TimeRange &range)
{
    setRange(range);
    emit rangeChosen(range);
}

void TimeRangeButton::shift(int direction)
{
    const auto [from, until] = endsOf(m_range, m_display);
    const QDate first = m_display.at(from).date();
    const QDate end = m_display.at(until).date();
    const auto midnight = [this](const QDate &day) {
        return fromDateTime(m_display.startOfDay(day));
    };
    if (midnight(first) == from && midnight(end) == until) {
        // Whole days stay whole, also those of 23 or 25 hours.
        const qint64 days = first.daysTo(end) * direction;
        return choose({.last = {}, .from = midnight(first.addDays(days)), .until = midnight(end.addDays(days))});
    }
    const Timestamp step = (until - from) * direction;
    choose({.last = {}, .from = from + step, .until = until + step});
}

void TimeRangeButton::widen()
{
    const auto [from, until] = endsOf(m_range, m_display);
    const Timestamp half = (until - from) / 2;
    choose({.last = {}, .from = from - half, .until = until + half});
}

void TimeRangeButton::narrow()
{
    const auto [from, until] = endsOf(m_range, m_display);
    const Timestamp quarter = (until - from) / 4;
    if (until - from >= 2 * shortest)
        choose({.last = {}, .from = from + quarter, .until = until - quarter});
}

void TimeRangeButton::openDialog()
{
    auto *const dialog = new TimeRangeDialog(m_range.resolved(nextSecond(), m_display), m_display, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimeRangeDialog::chosen, this, &TimeRangeButton::choose);
    dialog->open();
}

} // namespace tidings
