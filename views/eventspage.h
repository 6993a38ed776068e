// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "event.h"
#include "eventfeed.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;
class QSplitter;
class QTimer;

namespace tidings {

class ChecklistButton;
class EventDetail;
class MessageBar;
class RecordTable;

// The audit log: a query line and an action filter over the table, the detail pane beside it.
class EventsPage : public QWidget
{
    Q_OBJECT

public:
    EventsPage(EventTableModel &model, EventFeed &feed, QWidget *parent = nullptr);

    // Chosen in the table, or shown from a notification.
    [[nodiscard]] std::optional<Event> currentEvent() const;
    void select(const Event &event); // in the table when it is there, otherwise in the detail pane only
    void setKnownActions(const QStringList &actions); // the server's; unknown ones join the filter
    void setEditable(bool editable, const QString &reason);
    void focusQuery();
    void focusList();
    void copyCurrent() const; // the record as JSON
    void setDetailVisible(bool visible);
    void setCompact(bool compact); // a narrow window: the detail pane takes less
    [[nodiscard]] bool isDetailVisible() const;
    [[nodiscard]] EventDetail &detail() const { return *m_detail; }
    [[nodiscard]] RecordTable &table() const { return *m_table; }
    [[nodiscard]] QSplitter &splitter() const { return *m_splitter; }
    // "312 shown · 41,207 matching", and the engine that answered.
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString engineText() const;
    void showProblem(const QString &text, const QString &action);
    void setFilter(const EventQuery &query); // as if the user had typed it
    // No server: what the empty list says, and its button. An empty text: there is one.
    void setOffline(const QString &text, const QString &action);

signals:
    void currentEventChanged();
    void editRequested();
    void openRequested();
    void countsChanged();
    void offlineActionTriggered(); // the empty list's button while there is no server
    void signInRequested(); // the token was not accepted
    void detailVisibleChanged(bool visible); // opening a row shows the pane

private:
    void buildControls();
    void applyQuery();
    void handleState();
    void handleCurrentRow(int row);
    void updateEmptyState();
    void showFeedError(const ApiError &error);
    void handleCounts();
    void hideProblem();

    EventTableModel &m_model;
    EventFeed &m_feed;
    QLineEdit *m_query;
    ChecklistButton *m_actions;
    QPushButton *m_live;
    MessageBar *m_bar;
    RecordTable *m_table;
    EventDetail *m_detail;
    QSplitter *m_splitter;
    QTimer *m_typing;
    std::optional<ApiError> m_problem; // of the feed, in the bar
    QDateTime m_successBefore; // the feed's last one when that came
    QString m_offlineAction;
    bool m_compact = false;
    QString m_offlineText; // why there is no server; empty: there is one
};

} // namespace tidings
