// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inboxcontrols.h"
#include "inboxloading.h"
#include "notificationfeed.h"
#include "recordpage.h"

class QTimer;

namespace tidings {

class BackBar;
class GroupOpener;
class HistoryFeed;
class InboxCommands;
class InboxPlace;
class LocalChanges;
class NotificationDetail;
class NotificationSeeker;
class SeenBar;
class UndoBar;

// The token owner's notifications: the tabs Unseen, All and Snoozed, filters, groups, the list, the detail pane, and
// undo of what was marked, snoozed or muted. What the server can count and filter it is asked for (seen, one severity);
// the rest is done with the rows that are loaded. Groups and orders other than by time load everything first.
class InboxPage : public RecordPage
{
    Q_OBJECT

public:
    using Tab = InboxControls::Tab;
    using Age = InboxControls::Age;
    using Include = InboxControls::Include;

    // All must outlive the page.
    InboxPage(NotificationTableModel &model, NotificationFeed &feed, LocalInboxState &state, QWidget *parent = nullptr);

    // Rows that the server has no more, or before it answers; null: none. Must outlive the page.
    void setHistory(HistoryFeed *history);

    // Makes it the current row: opens its group, and where the filter or the tab hides it asks for it without them.
    // Where it is not loaded yet, it is looked for further down; the page says when it is not there.
    void select(const QByteArray &key);
    void setKnownActions(const QStringList &actions); // the server's; those that come join the filter too
    void updateAge(); // ages go on; called by a timer of its own too

    [[nodiscard]] std::optional<Notification> currentNotification() const; // not of a group's header
    [[nodiscard]] bool hasChosen() const; // a row, or a group
    [[nodiscard]] bool canMarkChosen() const; // not where the server has it no more
    [[nodiscard]] std::optional<NotificationKind> currentKind() const;
    void markSelected(bool seen); // of a group: all of it
    void toggleSelected(); // seen when any chosen one is unseen
    void markAllSeen();
    void markShownSeen();
    void openSnoozeMenu();
    void toggleChosen();
    void filterForCurrent();

    void showTab(Tab tab);
    void walkTabs(int step);
    void setOrder(const NotificationGroups::Order &order);
    void setAge(Age age);
    void setInclude(Include include);

    [[nodiscard]] InboxModel &list() const { return *m_list; }
    [[nodiscard]] const InboxQuestion &question() const { return m_list->question(); }
    [[nodiscard]] LocalInboxState &state() const { return m_state; }
    [[nodiscard]] InboxCommands &commands() const { return *m_commands; }
    [[nodiscard]] const InboxControls &controls() const { return *m_controls; }
    [[nodiscard]] LocalChanges &local() const { return *m_local; } // snooze, mute
    [[nodiscard]] NotificationDetail &detail() const { return *m_detail; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QString countsText() const override;
    // What needs attention: unseen on the server, without what is known to be snoozed or muted here. -1: not known.
    [[nodiscard]] qint64 waiting() const;

signals:
    void eventRequested(const tidings::Event &event);
    void linkRequested(const QString &url);
    void waitingChanged();
    // Snoozes ended by themselves, and these are not seen yet, as soon as they are loaded. Of a flood a hundred.
    void cameBack(const QList<tidings::Notification> &notifications);

protected:
    void applyQuery() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;
    [[nodiscard]] bool isFruitlessSoFar() const override;
    void handleState() override;
    [[nodiscard]] QString offlineRemark() const override;
    void handleRetry() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Owned
    {
        InboxModel *list;
        NotificationDetail *detail;
    };
    InboxPage(NotificationTableModel &model, NotificationFeed &feed, LocalInboxState &state, const Owned &owned,
        QWidget *parent);
    void connectControls();
    void setUpColumns();
    void connectUndo();
    void connectList();
    void updateTabs();
    void askFeed();
    void handleArranged();
    void forgetLostSnoozes();
    void showHistoryProblem(const QString &text);
    [[nodiscard]] qint64 hiddenUnseen() const;
    [[nodiscard]] InboxModel::Rows selectedRows() const;
    void markRows(const InboxModel::Rows &rows, bool seen); // those of groups too
    void clearFilter(); // without asking
    void showReturned(const QByteArray &key);

    NotificationTableModel &m_model;
    NotificationFeed &m_feed;
    LocalInboxState &m_state;
    HistoryFeed *m_history = nullptr;
    QString m_historyProblem; // from before the first list came, which would take it away
    InboxModel *m_list;
    NotificationDetail *m_detail;
    InboxCommands *m_commands;
    LoadProgress *m_progress;
    InboxControls *m_controls;
    SeenBar *m_seenBar;
    BackBar *m_backBar; // snoozed ones are back
    UndoBar *m_undoBar;
    QTimer *m_aging;
    LocalChanges *m_local;
    InboxLoading m_loading;
    NotificationSeeker *m_seeker; // of select()
    InboxPlace *m_place;
    GroupOpener *m_groups;
};

} // namespace tidings
