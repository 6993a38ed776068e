// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpcommands.h"

#include "command.h"
#include "plainbox.h"

#include <QAction>
#include <QApplication>
#include <QMenu>

#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

HelpCommands::HelpCommands(QWidget *window, std::function<QList<QAction *>()> others)
    : QObject(window)
    , m_window(window)
    , m_others(std::move(others))
    , m_shortcuts(makeCommand(this, tr("&Keyboard shortcuts"), u"actionShortcuts"_s, u"help"_s,
          {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, tr("List all shortcuts")))
    , m_about(makeCommand(this, tr("&About Tidings"), u"actionAbout"_s, u"info"_s, {}, tr("Version and licence")))
{
    window->addActions({m_shortcuts, m_about});
    connect(m_shortcuts, &QAction::triggered, this, &HelpCommands::showShortcuts);
    connect(m_about, &QAction::triggered, this, &HelpCommands::showAbout);
}

void HelpCommands::fillMenu(QMenu *menu)
{
    menu->addActions({m_shortcuts, m_about});
}

void HelpCommands::showShortcuts()
{
    QStringList lines;
    const QList<QAction *> commands = m_window->actions() + m_others();
    for (const QAction *const action : commands) {
        if (!action->shortcut().isEmpty()) {
            lines += u"%1\t%2"_s.arg(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                QString(action->text()).remove(u'&'));
        }
    }
    lines += tr("J, K\tNext and previous row");
    lines += tr("Enter\tOpen the row");
    lines += tr("Left, Right\tIn the inbox: close and open a group");
    lines += tr("Left, Right\tWalk through the histogram; with Shift choose a time, Enter zooms in, Backspace out");
    lines += tr("+, −\tIn the top values: filter for the value, or filter it out");
    auto *const box = makePlainBox(QMessageBox::NoIcon, tr("Keyboard shortcuts"), lines.join(u'\n'), QMessageBox::Close,
        m_window, u"shortcutsBox"_s);
    box->open();
}

void HelpCommands::showAbout()
{
    auto *const box = makePlainBox(QMessageBox::NoIcon, tr("About Tidings"),
        tr("Tidings %1\nEvent viewer and notification inbox for authentik.\n\nGPL-3.0-or-later. Tidings contacts one "
           "network address only: the server you connect to.")
            .arg(QApplication::applicationVersion()),
        QMessageBox::Close, m_window);
    box->setIconPixmap(m_window->windowIcon().pixmap(64, 64));
    box->open();
}

} // namespace tidings
