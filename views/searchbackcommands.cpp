// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchbackcommands.h"

#include "icons.h"
#include "searchback.h"

#include <QAction>
#include <QMenu>

namespace tidings {

using namespace Qt::StringLiterals;

SearchBackCommands::SearchBackCommands(const std::function<SearchBack &()> &current, QWidget *parent)
    : QObject(parent)
    , m_menu(new QMenu(tr("Search further &back"), parent))
{
    m_menu->setObjectName(u"menuSearchBack"_s);
    m_menu->setIcon(icon(u"search"_s));
    // In the order of the choices
    const std::pair<QString, Qt::Key> names[] = {{u"actionSearchMore"_s, Qt::Key_B}, {u"actionSearchDay"_s, Qt::Key_1},
        {u"actionSearchWeek"_s, Qt::Key_7}, {u"actionSearchMonth"_s, Qt::Key_3}, {u"actionSearchAll"_s, Qt::Key_9}};
    const QList<SearchBack::Choice> choices = SearchBack::choices();
    Q_ASSERT(choices.size() == std::ssize(names));
    for (qsizetype i = 0; i < choices.size(); ++i) {
        QAction *const action = m_menu->addAction(choices[i].text);
        action->setObjectName(names[i].first);
        action->setIcon(icon(u"jump-down"_s));
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | names[i].second));
        action->setStatusTip(choices[i].tip);
        connect(action, &QAction::triggered, this, [current, choice = choices[i]] { current().search(choice); });
    }
}

} // namespace tidings
