// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxcommands.h"

#include "command.h"
#include "inboxmodel.h"
#include "inboxpage.h"
#include "localchanges.h"
#include "timetext.h"

#include <QAction>
#include <QActionGroup>
#include <QLocale>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

template <class Act>
QAction *InboxCommands::add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
    const QString &tip, Act act)
{
    QAction *const action = makeCommand(this, text, name, iconName, {}, tip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // other pages may have the same keys
    connect(action, &QAction::triggered, &m_page, act);
    m_page.addAction(action);
    m_actions += action;
    return action;
}

template <class Value, class Act>
QActionGroup *InboxCommands::addChoices(
    QMenu *menu, const QString &name, const QString &tip, const QList<std::pair<Value, QString>> &choices, Act act)
{
    auto *const group = new QActionGroup(this);
    int number = 0;
    for (const auto &[value, text] : choices) {
        QAction *const action = menu->addAction(text);
        action->setObjectName(name + QString::number(number++));
        action->setCheckable(true);
        action->setData(static_cast<int>(value));
        action->setStatusTip(tip);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
        [act](const QAction *action) { act(static_cast<Value>(action->data().toInt())); });
    return group;
}

InboxCommands::InboxCommands(InboxPage &page)
    : QObject(&page)
    , m_page(page)
    , m_snoozeMenu(new QMenu(tr("Snoo&ze until"), &page))
    , m_ageMenu(new QMenu(tr("Ag&e"), &page))
    , m_groupMenu(new QMenu(tr("&Group by"), &page))
    , m_sortMenu(new QMenu(tr("So&rt by"), &page))
    , m_includeMenu(new QMenu(tr("&Include"), &page))
    , m_arrangeMenu(new QMenu(&page))
    , m_snooze(add(tr("S&nooze…"), u"actionSnooze"_s, u"snooze"_s, QKeySequence(Qt::Key_S),
          tr("Put the chosen notifications aside for a while, on this computer only"),
          [&page] { page.openSnoozeMenu(); }))
    , m_wake(add(tr("Wa&ke now"), u"actionWake"_s, u"undo"_s, QKeySequence(Qt::SHIFT | Qt::Key_S),
          tr("End the snooze of the chosen notifications on this computer"), [&page] { page.local().wakeChosen(); }))
    , m_mute(add(tr("Mute &like this…"), u"actionMute"_s, u"mute"_s, QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_L),
          tr("Keep notifications of this kind out of “Unseen”, on this computer only"),
          [&page] { page.local().muteLikeCurrent(); }))
    , m_mutes(add(tr("Muted n&otifications…"), u"actionMutes"_s, u"unmute"_s, {},
          tr("List what is muted on this computer, and revoke it"), [&page] { page.local().showMutes(); }))
    , m_markShown(add(tr("Mark sho&wn seen"), u"actionMarkShownSeen"_s, u"mark-all-seen"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M),
          tr("Mark what this list holds seen: not what is snoozed, muted, filtered out or not loaded"),
          [&page] { page.markShownSeen(); }))
    , m_filterFor(add(tr("&Filter for this"), u"actionFilterForThis"_s, u"filter-for"_s, QKeySequence(Qt::Key_F),
          tr("Show only notifications with this text, or those of this group"), [&page] { page.filterForCurrent(); }))
    , m_choose(add(tr("C&hoose row"), u"actionChooseRow"_s, u"select-row"_s, QKeySequence(Qt::Key_X),
          tr("Choose the row too, or no longer; J and K then walk and keep what is chosen"),
          [&page] { page.toggleChosen(); }))
    , m_expand(add(tr("E&xpand all groups"), u"actionExpandGroups"_s, u"chevron-down"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Down), tr("Show the notifications of all groups"),
          [&page] { page.list().setAllExpanded(true); }))
    , m_collapse(add(tr("&Collapse all groups"), u"actionCollapseGroups"_s, u"chevron-up"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Up), tr("Show the headers of the groups only"),
          [&page] { page.list().setAllExpanded(false); }))
    , m_nextTab(add(tr("Next ta&b"), u"actionNextTab"_s, u"go-forward"_s, QKeySequence(Qt::CTRL | Qt::Key_Tab),
          tr("Go on from Unseen to All to Snoozed"), [&page] { page.walkTabs(1); }))
    , m_previousTab(add(tr("&Previous tab"), u"actionPreviousTab"_s, u"go-back"_s,
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), tr("Go back from Snoozed to All to Unseen"),
          [&page] { page.walkTabs(-1); }))
{
    buildSnooze();
    buildArrange();
    buildAge();
}

void InboxCommands::buildSnooze()
{
    m_snoozeMenu->setObjectName(u"snoozeMenu"_s);
    const auto preset = [this](SnoozePreset value, const QString &name, const QString &tip) {
        QAction *const action
            = add({}, name, u"clock"_s, {}, tip, [this, value] { m_page.local().snoozeChosenUntil(value); });
        m_snoozeMenu->addAction(action);
        m_presets.append({action, value});
    };
    preset(SnoozePreset::OneHour, u"actionSnoozeHour"_s, tr("Bring them back in an hour, on this computer only"));
    preset(SnoozePreset::Tonight, u"actionSnoozeTonight"_s, tr("Bring them back this evening, on this computer only"));
    preset(SnoozePreset::Tomorrow, u"actionSnoozeTomorrow"_s,
        tr("Bring them back tomorrow morning, on this computer only"));
    preset(SnoozePreset::Monday, u"actionSnoozeMonday"_s, tr("Bring them back on Monday, on this computer only"));
    m_snoozeMenu->addSeparator();
    m_snoozeMenu->addAction(add(tr("&Choose a time…"), u"actionSnoozeCustom"_s, u"calendar"_s, {},
        tr("Bring them back at a time of your own, on this computer only"),
        [this] { m_page.local().chooseSnoozeTime(); }));
    m_snoozeAgain = add(tr("Until it happens &again"), u"actionSnoozeAgain"_s, u"refresh"_s, {},
        tr("Bring them back when the next one like them arrives, on this computer only"),
        [this] { m_page.local().snoozeChosen(std::nullopt); });
    m_snoozeMenu->addAction(m_snoozeAgain);
    m_snoozeMenu->addSeparator();
    m_snoozeMenu->addAction(m_wake);
    connect(m_snoozeMenu, &QMenu::aboutToShow, this, &InboxCommands::showSnoozeTimes);
    showSnoozeTimes();
}

void InboxCommands::showSnoozeTimes()
{
    const Timestamp now = m_page.state().now();
    const TimeDisplay &display = m_page.list().timeDisplay();
    for (const auto &[action, value] : std::as_const(m_presets)) {
        const QDateTime until = display.at(snoozeUntil(value, now, display));
        const QString time = QLocale().toString(until.time(), QLocale::ShortFormat);
        const QString day = QLocale().toString(until.date(), u"ddd"_s);
        const bool isToday = until.date() == display.at(now).date();
        switch (value) {
        case SnoozePreset::OneHour:
            action->setText(tr("1 &hour (%1)").arg(time));
            break;
        case SnoozePreset::Tonight:
            action->setText(isToday ? tr("&Tonight (%1)").arg(time) : tr("&Tomorrow night (%1)").arg(time));
            break;
        case SnoozePreset::Tomorrow:
            action->setText(tr("To&morrow (%1, %2)").arg(day, time));
            break;
        case SnoozePreset::Monday:
            action->setText(tr("M&onday (%1)").arg(time));
            break;
        }
    }
}

void InboxCommands::buildArrange()
{
    const auto group = [this](InboxGrouping grouping) {
        m_page.setOrder({grouping, m_page.question().order.sorting});
    };
    m_groupings = addChoices<InboxGrouping>(m_groupMenu, u"actionGroupBy"_s, tr("Put notifications together"),
        {{InboxGrouping::None, tr("&No groups")}, {InboxGrouping::Severity, tr("Group by &severity")},
            {InboxGrouping::Action, tr("Group by &action")}, {InboxGrouping::Day, tr("Group by &day")},
            {InboxGrouping::Text, tr("Group by &text")}},
        group);
    const auto sort = [this](InboxSorting sorting) {
        m_page.setOrder({m_page.question().order.grouping, sorting});
    };
    m_sortings = addChoices<InboxSorting>(m_sortMenu, u"actionSortBy"_s, tr("Choose the order of the notifications"),
        {{InboxSorting::Newest, tr("Ne&west first")}, {InboxSorting::Oldest, tr("&Oldest first")},
            {InboxSorting::Severity, tr("Most se&vere first")}, {InboxSorting::Action, tr("By a&ction")}},
        sort);
    m_includes = addChoices<InboxControls::Include>(m_includeMenu, u"actionInclude"_s,
        tr("Choose whether “All” lists seen or unseen notifications"),
        {{InboxControls::Include::Both, tr("S&een and unseen")}, {InboxControls::Include::Unseen, tr("Only &unseen")},
            {InboxControls::Include::Seen, tr("Only see&n")}},
        [this](InboxControls::Include include) { m_page.setInclude(include); });
    // One menu behind the page's button.
    m_arrangeMenu->addActions(m_groupings->actions());
    m_arrangeMenu->addSeparator();
    m_arrangeMenu->addActions(m_sortings->actions());
    m_arrangeMenu->addSeparator();
    m_arrangeMenu->addActions(m_includes->actions());
}

void InboxCommands::buildAge()
{
    m_ages = addChoices<InboxControls::Age>(m_ageMenu, u"actionAge"_s, tr("Choose how old the notifications are"),
        {{InboxControls::Age::Any, tr("&Any age")}, {InboxControls::Age::LastHour, tr("Last &hour")},
            {InboxControls::Age::LastDay, tr("Last &24 hours")}, {InboxControls::Age::LastWeek, tr("Last &7 days")},
            {InboxControls::Age::OverDay, tr("Older than a &day")},
            {InboxControls::Age::OverWeek, tr("Older than a &week")},
            {InboxControls::Age::OverMonth, tr("Older than &30 days")}},
        [this](InboxControls::Age age) { m_page.setAge(age); });
}

void InboxCommands::fillMenu(QMenu *menu)
{
    menu->addAction(m_markShown);
    menu->addSeparator();
    menu->addAction(m_snooze);
    menu->addMenu(m_snoozeMenu);
    menu->addActions({m_mute, m_mutes});
    menu->addSeparator();
    menu->addMenu(m_groupMenu);
    menu->addMenu(m_sortMenu);
    menu->addMenu(m_ageMenu);
    menu->addMenu(m_includeMenu);
    menu->addActions({m_expand, m_collapse, m_filterFor});
    menu->addSeparator();
    menu->addActions({m_choose, m_nextTab, m_previousTab});
    update();
}

QList<QAction *> InboxCommands::rowActions() const
{
    return {m_snooze, m_wake, m_mute, m_filterFor};
}

void InboxCommands::update()
{
    const bool isChosen = m_page.hasChosen();
    for (QAction *const action : {m_snooze, m_choose})
        action->setEnabled(isChosen);
    for (QAction *const action : m_snoozeMenu->actions()) {
        if (action != m_wake)
            action->setEnabled(isChosen);
    }
    m_wake->setEnabled(isChosen && m_page.state().hasSnoozes());
    m_mute->setEnabled(m_page.currentKind().has_value());
    m_filterFor->setEnabled(isChosen);
    m_markShown->setEnabled(m_page.list().shownCount() > 0);
    const InboxQuestion &question = m_page.question();
    const bool isGrouped = question.order.grouping != InboxGrouping::None;
    m_expand->setEnabled(isGrouped);
    m_collapse->setEnabled(isGrouped);
    checkChoice(*m_groupings, static_cast<int>(question.order.grouping));
    checkChoice(*m_sortings, static_cast<int>(question.order.sorting));
    checkChoice(*m_includes, static_cast<int>(m_page.controls().include()));
    m_includes->setEnabled(question.tab == InboxQuestion::Tab::All);
    m_ages->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // a day of its own is none of them
    checkChoice(*m_ages, static_cast<int>(m_page.controls().age()));
}

} // namespace tidings
