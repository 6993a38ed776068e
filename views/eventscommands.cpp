// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventscommands.h"

#include "command.h"
#include "eventspage.h"
#include "questionforms.h"

#include <QAction>
#include <QKeySequence>
#include <QLineEdit>

namespace tidings {

using namespace Qt::StringLiterals;

template <class Act>
QAction *EventsCommands::add(const QString &text, const QString &iconName, const QString &name, const QKeySequence &key,
    const QString &tip, Act act)
{
    QAction *const action = makeCommand(this, text, name, iconName, {}, tip);
    action->setShortcut(key);
    connect(action, &QAction::triggered, &m_page, act);
    return action;
}

EventsCommands::EventsCommands(EventsPage &page, const Parts &parts)
    : QObject(&page)
    , m_page(page)
    , m_back(add(tr("&Back"), u"go-back"_s, u"actionBack"_s, QKeySequence(Qt::ALT | Qt::Key_Left),
          tr("The question asked before"), [&page] { page.goBack(); }))
    , m_forward(add(tr("&Go forward"), u"go-forward"_s, u"actionForward"_s, QKeySequence(Qt::ALT | Qt::Key_Right),
          tr("The question asked after this one"), [&page] { page.goForward(); }))
    , m_addFilter(
          add(tr("A&dd a condition…"), u"add"_s, u"actionAddFilter"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
              tr("Choose a field, a relation and a value"), [&page] { page.makeCondition(); }))
    , m_toConditions(
          add(tr("&Query to conditions"), u"chips"_s, u"actionToConditions"_s, QKeySequence(Qt::CTRL | Qt::Key_Return),
              tr("Take the query apart into conditions"), [&page] { page.queryToConditions(); }))
    , m_toQuery(add(tr("&Conditions to query"), u"search"_s, u"actionToQuery"_s,
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), tr("Write actions, levels and conditions as one query"),
          [&page] { page.conditionsToQuery(); }))
    , m_copyQuestion(add(tr("Copy the question as A&KQL"), u"copy"_s, u"actionCopyQuestion"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_K),
          tr("Copy everything that is asked, the time range included, as a query of authentik"),
          [&page] { page.copyQuestion(); }))
    , m_loadAll(add(tr("Load all &matches"), u"jump-down"_s, u"actionLoadAll"_s,
          QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_M), tr("Load everything that matches, however far back it goes"),
          [&page] { page.loadAll(); }))
    , m_clearAll(add(tr("Clear everyt&hing"), u"close"_s, u"actionClearFilter"_s,
          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
          tr("Show all events; pinned conditions go with the second time"), [&page] { page.clearFilter(); }))
{
    m_actions = parts.cell;
    m_actions += makeSeparator();
    m_actions += {m_addFilter, m_toConditions, m_toQuery, m_copyQuestion};
    m_actions += makeSeparator();
    m_actions += parts.time;
    m_actions += makeSeparator();
    m_actions += parts.order;
    m_actions += {m_loadAll, m_back, m_forward, m_clearAll};
    // Another page may have the same keys.
    for (QAction *const action : std::as_const(m_actions)) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (!action->isSeparator())
            m_page.addAction(action);
    }
}

QAction *EventsCommands::makeSeparator()
{
    auto *const line = new QAction(this);
    line->setSeparator(true);
    return line;
}

void EventsCommands::update()
{
    const EventQuery &asked = m_page.filter();
    m_toConditions->setEnabled(conditionOfText(m_page.queryLine().text()).has_value());
    m_toQuery->setEnabled(hasFormOfText(asked));
    m_copyQuestion->setEnabled(!asked.isEmpty());
    const WayBack back = m_page.wayBack();
    m_back->setEnabled(back != WayBack::None);
    m_back->setStatusTip(back == WayBack::Notification ? tr("Back to the notification")
            : back == WayBack::Newest                  ? tr("Back to the newest events")
                                                       : tr("The question asked before"));
    m_forward->setEnabled(m_page.canGoForward());
    m_clearAll->setEnabled(!asked.isEmpty() || m_page.isAway());
    m_loadAll->setEnabled(m_page.canLoadAll());
}

} // namespace tidings
