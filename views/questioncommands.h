// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QAction;
class QLineEdit;
class QMenu;
class QWidget;

namespace tidings {

class EventsPage;
class RecentQuestions;

// The questions asked before, to ask them again: a menu of the newest ones, and a list under the query line with all of
// them, which a button in the line, Alt+Down, and Down in an empty line open.
class QuestionCommands : public QObject
{
    Q_OBJECT

public:
    // `window` gets the actions. `questions` must outlive this.
    QuestionCommands(RecentQuestions &questions, QWidget *window);

    [[nodiscard]] QMenu &menu() const { return *m_menu; }
    void attach(EventsPage &page); // its query line gets the list; what is asked there is remembered
    void setPage(EventsPage &page); // the one that the commands are for
    [[nodiscard]] QAction &listCommand() const { return *m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // Down in an empty query line

private:
    void fillMenu();
    void openList(EventsPage &page);
    void update();

    RecentQuestions &m_questions;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_list;
    QAction *m_clear;
    QPointer<EventsPage> m_page;
};

} // namespace tidings
