// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notificationfeed.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTimer;

namespace tidings {

class ChecklistButton;
class MessageBar;
class NotificationDetail;
class RecordTable;
class UndoBar;

// The token owner's notifications: Unseen and All, filters, the list, the detail pane, and undo of what was marked.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    InboxPage(NotificationTableModel &model, NotificationFeed &feed, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Notification> currentNotification() const;
    void markSelected(bool seen);
    void toggleSelected(); // seen when any chosen one is unseen
    void markAllSeen();
    void focusQuery();
    void focusList();
    void copyCurrent() const;
    void setDetailVisible(bool visible);
    void setCompact(bool compact); // a narrow window: the detail pane takes less
    void setOffline(const QString &text, const QString &action);
    void showTab(bool unseenOnly);
    [[nodiscard]] RecordTable &table() const { return *m_table; }
    [[nodiscard]] QSplitter &splitter() const { return *m_splitter; }
    [[nodiscard]] NotificationDetail &detail() const { return *m_detail; }
    [[nodiscard]] QString countsText() const;

signals:
    void countsChanged();
    void currentChanged();
    void eventRequested(const tidings::Event &event);
    void linkRequested(const QString &url);
    void offlineActionTriggered();
    void signInRequested();

private:
    void buildControls();
    void applyFilter();
    void handleState();
    void handleCurrentRow(int row);
    void updateTabs();
    void updateEmptyState();
    void showFeedError(const ApiError &error);
    void handleCounts();
    void hideProblem();
    [[nodiscard]] QList<QByteArray> selectedKeys() const;

    NotificationTableModel &m_model;
    NotificationFeed &m_feed;
    QButtonGroup *m_tabs;
    QPushButton *m_unseenTab;
    QPushButton *m_allTab;
    QLineEdit *m_query;
    ChecklistButton *m_severities;
    ChecklistButton *m_actions;
    QPushButton *m_markAll;
    MessageBar *m_bar;
    RecordTable *m_table;
    NotificationDetail *m_detail;
    QSplitter *m_splitter;
    UndoBar *m_undoBar;
    QTimer *m_typing;
    std::optional<ApiError> m_problem; // of the feed, in the bar
    QDateTime m_successBefore; // the feed's last one when that came
    bool m_compact = false;
    QString m_offlineText;
    QString m_offlineAction;
};

} // namespace tidings
