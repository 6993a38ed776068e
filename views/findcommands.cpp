// SPDX-License-Identifier: GPL-3.0-or-later
#include "findcommands.h"

#include "command.h"
#include "findbar.h"

#include <QAction>

namespace tidings {

using namespace Qt::StringLiterals;

FindCommands::FindCommands(std::function<FindBar &()> bar, QWidget *window)
    : QObject(window)
    , m_bar(std::move(bar))
    , m_window(window)
{
    add(tr("&Find in these rows…"), u"actionFind"_s, u"find"_s, QKeySequence(Qt::CTRL | Qt::Key_F),
        tr("Look for words among the rows, without hiding the others"), [](FindBar &shown) { shown.open(); });
    add(tr("Find ne&xt"), u"actionFindNext"_s, u"chevron-down"_s, QKeySequence(Qt::Key_F3),
        tr("Go to the next row that was found"), [](FindBar &shown) { shown.jump(1); });
    add(tr("Find &previous"), u"actionFindPrevious"_s, u"chevron-up"_s, QKeySequence(Qt::SHIFT | Qt::Key_F3),
        tr("Go to the previous row that was found"), [](FindBar &shown) { shown.jump(-1); });
}

void FindCommands::add(const QString &text, const QString &name, const QString &iconName, const QKeySequence &key,
    const QString &tip, void (*act)(FindBar &))
{
    QAction *const action = makeCommand(this, text, name, iconName, {}, tip);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, act] { act(m_bar()); });
    m_window->addAction(action);
    m_actions += action;
}

} // namespace tidings
