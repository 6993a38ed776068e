// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxcontrols.h"

#include "actioncatalog.h"
#include "actionitems.h"
#include "icons.h"
#include "inboxcommands.h"
#include "plainlabel.h"

#include <QAction>
#include <QButtonGroup>
#include <QLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp spanOf(std::chrono::hours time)
{
    return std::chrono::microseconds(time).count();
}

} // namespace

InboxControls::InboxControls(const InboxModel &list, const InboxCommands &commands, QWidget &page)
    : QObject(&page)
    , m_list(list)
    , m_page(page)
    , m_tabs(new QButtonGroup(this))
    , m_unseenTab(new QPushButton(&page))
    , m_allTab(new QPushButton(&page))
    , m_snoozedTab(new QPushButton(&page))
    , m_severities(new ChecklistButton(tr("Severity"), false, &page))
    , m_actions(new ChecklistButton(tr("Action"), true, &page))
    , m_ageButton(new QToolButton(&page))
    , m_arrangeButton(new QToolButton(&page))
    , m_markAll(new QPushButton(icon(u"mark-all-seen"_s), tr("Mark all seen"), &page))
{
    m_unseenTab->setObjectName(u"inboxUnseenTab"_s);
    m_allTab->setObjectName(u"inboxAllTab"_s);
    m_snoozedTab->setObjectName(u"inboxSnoozedTab"_s);
    m_snoozedTab->setToolTip(tr("Put aside on this computer only"));
    int id = 0;
    for (QPushButton *const tab : {m_unseenTab, m_allTab, m_snoozedTab}) {
        tab->setCheckable(true);
        m_tabs->addButton(tab, id++);
    }
    m_unseenTab->setChecked(true);
    m_severities->setObjectName(u"inboxSeverities"_s);
    QList<ChecklistButton::Item> severities;
    for (const QString &value : {u"alert"_s, u"warning"_s, u"notice"_s}) {
        const ActionInfoEntry entry = severityEntry(value);
        severities += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    }
    m_severities->setItems(severities);
    m_actions->setObjectName(u"inboxActions"_s);
    updateActions();
    m_actions->setCounter([this] { return m_list.loadedActions(); });
    const auto setUpMenuButton = [](QToolButton &button, const QString &name, const QString &iconName, QMenu *menu) {
        button.setObjectName(name);
        button.setProperty("button", true);
        button.setIcon(icon(iconName));
        button.setPopupMode(QToolButton::InstantPopup);
        button.setFocusPolicy(Qt::StrongFocus);
        button.setMenu(menu);
    };
    setUpMenuButton(*m_ageButton, u"inboxAge"_s, u"clock"_s, commands.ageMenu());
    setUpMenuButton(*m_arrangeButton, u"inboxArrange"_s, u"group"_s, commands.arrangeMenu());
    m_markAll->setObjectName(u"inboxMarkAll"_s);
    m_markAll->setAccessibleName(tr("Mark all seen"));
    m_markAll->setToolTip(
        tr("Mark everything on the server seen, also what is snoozed or muted on this computer only"));
    showTexts();

    connect(m_tabs, &QButtonGroup::buttonClicked, this, &InboxControls::tabClicked);
    connect(m_severities, &ChecklistButton::checkedChanged, this, &InboxControls::changed);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &InboxControls::changed);
    connect(m_markAll, &QPushButton::clicked, this, &InboxControls::markAllRequested);
}

QWidgetList InboxControls::tabs() const
{
    return {m_unseenTab, m_allTab, m_snoozedTab};
}

QWidgetList InboxControls::filters() const
{
    return {m_severities, m_actions, m_ageButton, m_arrangeButton, m_markAll};
}

InboxQuestion InboxControls::question(const QString &text, Timestamp now) const
{
    InboxQuestion asked;
    asked.tab = tab();
    asked.severities = m_severities->checked();
    asked.actions = m_actions->checked();
    asked.text = text;
    asked.order = m_order;
    setBounds(asked, now);
    return asked;
}

void InboxControls::setBounds(InboxQuestion &asked, Timestamp now) const
{
    switch (m_age) {
    case Age::Any:
        break;
    case Age::LastHour:
        asked.from = now - spanOf(1h);
        break;
    case Age::LastDay:
        asked.from = now - spanOf(24h);
        break;
    case Age::LastWeek:
        asked.from = now - spanOf(7 * 24h);
        break;
    case Age::OverDay:
        asked.until = now - spanOf(24h);
        break;
    case Age::OverWeek:
        asked.until = now - spanOf(7 * 24h);
        break;
    case Age::OverMonth:
        asked.until = now - spanOf(30 * 24h);
        break;
    case Age::OneDay:
        asked.from = fromDateTime(m_list.timeDisplay().startOfDay(m_day));
        asked.until = fromDateTime(m_list.timeDisplay().startOfDay(m_day.addDays(1)));
        break;
    }
}

bool InboxControls::isAging() const
{
    return m_age != Age::Any && m_age != Age::OneDay;
}

bool InboxControls::isNarrowed() const
{
    const InboxQuestion &asked = m_list.question();
    return asked.isNarrowed() || (asked.tab == Tab::All && m_include != Include::Both);
}

InboxControls::Tab InboxControls::tab() const
{
    return static_cast<Tab>(m_tabs->checkedId());
}

InboxControls::Tab InboxControls::tabBeside(int step) const
{
    const auto count = static_cast<int>(m_tabs->buttons().size());
    return static_cast<Tab>((m_tabs->checkedId() + step + count) % count);
}

void InboxControls::setTab(Tab tab)
{
    m_tabs->button(static_cast<int>(tab))->setChecked(true);
}

void InboxControls::setSeverities(const QStringList &severities)
{
    m_severities->setChecked(severities);
}

void InboxControls::setActions(const QStringList &actions)
{
    m_actions->setChecked(actions);
}

void InboxControls::setDay(const QDate &day)
{
    m_day = day;
    m_age = Age::OneDay;
}

void InboxControls::clearFilter()
{
    m_severities->setChecked({});
    m_actions->setChecked({});
    m_age = Age::Any;
    m_include = Include::Both;
}

void InboxControls::setKnownActions(const QStringList &actions)
{
    m_knownActions = actions;
    m_listedActions = -1;
    updateActions();
}

void InboxControls::updateActions()
{
    const QStringList came = m_list.actions();
    if (came.size() == m_listedActions)
        return;
    m_listedActions = came.size();
    QList<ChecklistButton::Item> items = actionItems(m_knownActions, came);
    items += ChecklistButton::Item{QString(), InboxModel::tr("Event was deleted"), u"action-unknown"_s};
    m_actions->setItems(items);
}

void InboxControls::showCounts(const Counts &counts)
{
    const QLocale locale;
    const auto label = [&](QPushButton &tab, const QString &name, qint64 count) {
        tab.setText(count < 0 ? name : u"%1 %2"_s.arg(name, locale.toString(count)));
        tab.setAccessibleName(count < 0 ? name : u"%1, %2"_s.arg(name, locale.toString(count)));
    };
    label(*m_unseenTab, tr("Unseen"), counts.waiting);
    label(*m_allTab, tr("All"), counts.all);
    label(*m_snoozedTab, tr("Snoozed"), counts.snoozed);
    m_unseenTab->setToolTip(
        counts.hidden == 0 ? QString() : tr("%n more snoozed or muted on this computer only", nullptr, counts.hidden));
    m_markAll->setEnabled(counts.canMarkAll);
    fit();
}

void InboxControls::updateFaces()
{
    QString age = tr("Age");
    const QList<QAction *> ages = m_ageButton->menu()->actions();
    if (m_age == Age::OneDay)
        age = QLocale().toString(m_day, QLocale::ShortFormat);
    else if (m_age != Age::Any)
        age = ages.at(static_cast<int>(m_age))->text().remove(u'&');
    QString arrange = tr("Arrange");
    if (m_order.grouping != InboxGrouping::None)
        arrange = m_arrangeButton->menu()->actions().at(static_cast<int>(m_order.grouping))->text().remove(u'&');
    const auto face = [](QToolButton &button, const QString &text, const QString &what, bool isSet) {
        button.setText(text + u"  ▾"_s);
        button.setAccessibleName(isSet ? u"%1, %2"_s.arg(what, text) : what);
        button.setToolTip(plainToolTip(isSet ? text : what));
        button.setCheckable(isSet);
        button.setChecked(isSet);
    };
    const bool isArranged = m_order != NotificationGroups::Order() || m_include != Include::Both;
    face(*m_ageButton, age, tr("Age of the notifications"), m_age != Age::Any);
    face(*m_arrangeButton, arrange, tr("Groups and order"), isArranged);
    fit();
}

// Texts while they fit, by the width that they last needed.
void InboxControls::fit()
{
    QLayout *const layout = m_page.layout();
    if (!layout || !m_page.isVisible())
        return;
    if (m_isTight && m_page.width() >= m_roomyWidth) {
        m_isTight = false;
        showTexts();
    }
    if (m_isTight)
        return;
    layout->activate();
    m_roomyWidth = layout->minimumSize().width();
    if (m_page.width() < m_roomyWidth) {
        m_isTight = true;
        showTexts();
    }
}

void InboxControls::showTexts()
{
    m_markAll->setText(m_isTight ? QString() : tr("Mark all seen"));
    m_severities->setCompact(m_isTight ? u"alert"_s : QString());
    m_actions->setCompact(m_isTight ? u"filter"_s : QString());
    for (QToolButton *const button : {m_ageButton, m_arrangeButton})
        button->setToolButtonStyle(m_isTight ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace tidings
