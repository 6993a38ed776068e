// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inboxmodel.h"

#include <QDate>
#include <QObject>
#include <QWidgetList>

class QButtonGroup;
class QPushButton;
class QToolButton;

namespace tidings {

class ChecklistButton;
class InboxCommands;

// What is asked of the inbox, beside the words, and the buttons in its search line that say and change it: tabs,
// severities, actions, age, groups and order. Where there is no room for their texts they show icons.
class InboxControls : public QObject
{
    Q_OBJECT

public:
    using Tab = InboxQuestion::Tab;
    enum class Age { Any, LastHour, LastDay, LastWeek, OverDay, OverWeek, OverMonth, OneDay };
    enum class Include { Both, Unseen, Seen }; // under All

    // The buttons are children of `page`, and some have menus of `commands`. All must outlive this.
    InboxControls(const InboxModel &list, const InboxCommands &commands, QWidget &page);

    [[nodiscard]] QWidgetList tabs() const; // before the query
    [[nodiscard]] QWidgetList filters() const; // behind it

    // What the controls say at a moment. They hold what is wanted; what was asked last is the list's question.
    [[nodiscard]] InboxQuestion question(const QString &text, Timestamp now) const;
    void setBounds(InboxQuestion &asked, Timestamp now) const; // of the age
    [[nodiscard]] bool isAging() const; // the bounds go on with the clock
    [[nodiscard]] bool isNarrowed() const; // what was asked hides some of the tab

    [[nodiscard]] Tab tab() const;
    [[nodiscard]] Tab tabBeside(int step) const; // the last one is followed by the first
    void setTab(Tab tab);
    void setSeverities(const QStringList &severities);
    void setActions(const QStringList &actions);
    void setAge(Age age) { m_age = age; }
    void setDay(const QDate &day); // an age of its own
    [[nodiscard]] Age age() const { return m_age; }
    void setInclude(Include include) { m_include = include; }
    [[nodiscard]] Include include() const { return m_include; }
    void setOrder(const NotificationGroups::Order &order) { m_order = order; }
    void setGrouping(InboxGrouping grouping) { m_order.grouping = grouping; }
    void clearFilter(); // tab and order stay

    void setKnownActions(const QStringList &actions); // the server's; those that come join the filter too
    void updateActions(); // others may have come
    struct Counts
    {
        qint64 waiting = -1; // -1: not known
        qint64 all = -1;
        qint64 snoozed = -1;
        int hidden = 0; // unseen, but snoozed or muted
        bool canMarkAll = false;
    };
    void showCounts(const Counts &counts);
    void updateFaces(); // of the buttons with menus: what was set is set
    void fit(); // the page's width, or a text, is another

signals:
    void changed(); // by the user
    void tabClicked(); // maybe the one that is shown
    void markAllRequested();

private:
    void showTexts();

    const InboxModel &m_list;
    QWidget &m_page;
    QButtonGroup *m_tabs;
    QPushButton *m_unseenTab;
    QPushButton *m_allTab;
    QPushButton *m_snoozedTab;
    ChecklistButton *m_severities;
    ChecklistButton *m_actions;
    QToolButton *m_ageButton;
    QToolButton *m_arrangeButton;
    QPushButton *m_markAll;

    Age m_age = Age::Any;
    QDate m_day; // of Age::OneDay
    Include m_include = Include::Both;
    NotificationGroups::Order m_order;
    QStringList m_knownActions; // the server's
    qsizetype m_listedActions = -1; // that came with notifications, in the filter
    bool m_isTight = false; // icons alone
    int m_roomyWidth = 0; // that the page needs with their texts
};

} // namespace tidings
