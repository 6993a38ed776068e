// SPDX-License-Identifier: GPL-3.0-or-later
#include "questioncommands.h"

#include "eventspage.h"
#include "icons.h"
#include "plainlabel.h"
#include "questionlist.h"
#include "recentquestions.h"
#include "visibletext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

QuestionCommands::QuestionCommands(RecentQuestions &questions, QWidget *window)
    : QObject(window)
    , m_questions(questions)
    , m_window(window)
    , m_menu(new QMenu(tr("Recent &questions"), window))
    , m_list(new QAction(icon(u"history"_s), tr("&All recent questions"), this))
    , m_clear(new QAction(icon(u"delete"_s), tr("&Clear recent questions"), this))
{
    m_menu->setObjectName(u"recentMenu"_s);
    m_menu->setIcon(icon(u"history"_s));
    m_list->setObjectName(u"actionRecentQuestions"_s);
    m_list->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_list->setShortcutContext(Qt::WidgetShortcut); // elsewhere the key opens boxes to choose from
    m_list->setStatusTip(tr("Choose one of the questions asked before"));
    m_clear->setObjectName(u"actionClearQuestions"_s);
    m_clear->setStatusTip(tr("Forget all questions asked before"));
    m_window->addActions({m_list, m_clear});
    connect(m_list, &QAction::triggered, this, [this] {
        if (m_page)
            openList(*m_page);
    });
    connect(m_clear, &QAction::triggered, &m_questions, &RecentQuestions::clear);
    connect(m_menu, &QMenu::aboutToShow, this, &QuestionCommands::fillMenu);
    connect(&m_questions, &RecentQuestions::changed, this, &QuestionCommands::update);
    fillMenu();
    update();
}

void QuestionCommands::attach(EventsPage &page)
{
    connect(&page, &EventsPage::questionAsked, &m_questions, &RecentQuestions::add);
    QLineEdit &line = page.queryLine();
    line.installEventFilter(this);
    line.QWidget::addAction(m_list);
    QAction *const button = line.addAction(icon(u"chevron-down"_s), QLineEdit::TrailingPosition);
    button->setText(tr("Recent questions"));
    button->setToolTip(tr("Recent questions (%1)").arg(m_list->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QAction::triggered, this, [this, &page] { openList(page); });
    const auto tools = line.findChildren<QToolButton *>();
    for (QToolButton *const tool : tools) {
        if (tool->defaultAction() == button) {
            tool->setObjectName(u"recentQuestionsButton"_s);
            tool->setAccessibleName(button->text());
        }
    }
}

void QuestionCommands::setPage(EventsPage &page)
{
    m_page = &page;
}

void QuestionCommands::fillMenu()
{
    constexpr qsizetype mostInMenu = 12;
    constexpr qsizetype longest = 80;
    m_menu->clear();
    const TimeDisplay display = m_page ? m_page->model().timeDisplay() : TimeDisplay();
    const auto &questions = m_questions.questions();
    for (qsizetype i = 0; i < std::min(mostInMenu, questions.size()); ++i) {
        const EventQuery &question = questions.at(i);
        QAction *const action = m_menu->addAction(plainMenuText(visibleLine(questionText(question, display), longest)));
        action->setStatusTip(tr("Ask this again"));
        connect(action, &QAction::triggered, this, [this, question] {
            if (m_page)
                m_page->setFilter(question);
        });
    }
    m_menu->addSeparator();
    m_menu->addActions({m_list, m_clear});
}

void QuestionCommands::openList(EventsPage &page)
{
    const QList<EventQuery> questions = m_questions.questions();
    if (questions.isEmpty() || !page.isVisible())
        return;
    QStringList texts;
    for (const EventQuery &question : questions)
        texts += visibleLine(questionText(question, page.model().timeDisplay()), 300);
    QLineEdit &line = page.queryLine();
    auto *const list = new QuestionList(texts, &line);
    connect(list, &QuestionList::chosen, &page, [&page, questions](int question) {
        page.setFilter(questions.at(question));
        page.queryLine().setFocus();
    });
    list->openUnder(line);
}

bool QuestionCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !m_page || watched != &m_page->queryLine())
        return QObject::eventFilter(watched, event);
    const auto *const key = static_cast<QKeyEvent *>(event);
    const bool isDown = key->key() == Qt::Key_Down && !(key->modifiers() & ~Qt::KeypadModifier);
    if (!isDown || !m_page->queryLine().text().isEmpty() || m_questions.questions().isEmpty())
        return QObject::eventFilter(watched, event);
    openList(*m_page);
    return true;
}

void QuestionCommands::update()
{
    const bool isEmpty = m_questions.questions().isEmpty();
    m_list->setEnabled(!isEmpty);
    m_clear->setEnabled(!isEmpty);
}

} // namespace tidings
