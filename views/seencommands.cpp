// SPDX-License-Identifier: GPL-3.0-or-later
#include "seencommands.h"

#include "command.h"
#include "inboxpage.h"

#include <QAction>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;

SeenCommands::SeenCommands(InboxPage &page, const NotificationFeed &feed, QWidget *window)
    : QObject(window)
    , m_page(page)
    , m_feed(feed)
    , m_toggle(makeCommand(this, tr("&Toggle seen"), u"actionToggleSeen"_s, u"seen"_s, {QKeySequence(Qt::Key_M)},
          tr("Mark the chosen notifications seen, or unseen again")))
    , m_mark(makeCommand(this, tr("Mark &seen"), u"actionMarkSeen"_s, u"seen"_s, {QKeySequence(Qt::CTRL | Qt::Key_M)},
          tr("Mark the chosen notifications seen")))
    , m_unmark(makeCommand(this, tr("Mark &unseen"), u"actionMarkUnseen"_s, u"unseen"_s,
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, tr("Mark the chosen notifications unseen")))
    , m_markAll(makeCommand(this, tr("Mark &all seen"), u"actionMarkAllSeen"_s, u"mark-all-seen"_s,
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, tr("Mark all your notifications on the server seen")))
{
    window->addActions({m_toggle, m_mark, m_unmark, m_markAll});
    for (QAction *const action : {m_toggle, m_mark, m_unmark})
        action->setData(action->statusTip()); // while it can be done
    connect(m_toggle, &QAction::triggered, &m_page, &InboxPage::toggleSelected);
    connect(m_mark, &QAction::triggered, this, [this] { m_page.markSelected(true); });
    connect(m_unmark, &QAction::triggered, this, [this] { m_page.markSelected(false); });
    connect(m_markAll, &QAction::triggered, &m_page, &InboxPage::markAllSeen);
}

void SeenCommands::fillMenu(QMenu *menu)
{
    menu->addActions({m_toggle, m_mark, m_unmark});
    menu->addSeparator();
    menu->addAction(m_markAll);
}

void SeenCommands::update(bool isPageShown, bool isConnected)
{
    const bool canMark = isPageShown && m_page.canMarkChosen();
    const bool isLost = isPageShown && m_page.hasChosen() && !canMark;
    for (QAction *const action : {m_toggle, m_mark, m_unmark}) {
        action->setEnabled(canMark);
        action->setStatusTip(
            isLost ? tr("Gone from the server: nothing can be changed there") : action->data().toString());
    }
    m_markAll->setEnabled(isConnected && m_feed.unseenTotal() > 0);
}

} // namespace tidings
