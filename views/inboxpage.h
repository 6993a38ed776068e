// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notificationfeed.h"
#include "recordpage.h"

class QButtonGroup;
class QPushButton;

namespace tidings {

class ChecklistButton;
class NotificationDetail;
class UndoBar;

// The token owner's notifications: Unseen and All, filters, the list, the detail pane, and undo of what was marked.
class InboxPage : public RecordPage
{
    Q_OBJECT

public:
    InboxPage(NotificationTableModel &model, NotificationFeed &feed, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Notification> currentNotification() const;
    void markSelected(bool seen);
    void toggleSelected(); // seen when any chosen one is unseen
    void markAllSeen();
    void setCompact(bool compact) override;
    void showTab(bool unseenOnly);
    [[nodiscard]] NotificationDetail &detail() const { return *m_detail; }
    [[nodiscard]] QString countsText() const override;

signals:
    void eventRequested(const tidings::Event &event);
    void linkRequested(const QString &url);

protected:
    void applyQuery() override;
    void showRecord(int row) override;
    void describeEmpty(EmptyState &empty) const override;
    void widenFilter() override;

private:
    InboxPage(NotificationTableModel &model, NotificationFeed &feed, NotificationDetail *detail, QWidget *parent);
    void buildControls();
    void setUpColumns();
    void connectUndo();
    void updateTabs();
    [[nodiscard]] QList<QByteArray> selectedKeys() const;

    NotificationTableModel &m_model;
    NotificationFeed &m_feed;
    NotificationDetail *m_detail;
    QButtonGroup *m_tabs;
    QPushButton *m_unseenTab;
    QPushButton *m_allTab;
    ChecklistButton *m_severities;
    ChecklistButton *m_actions;
    QPushButton *m_markAll;
    UndoBar *m_undoBar;
};

} // namespace tidings
