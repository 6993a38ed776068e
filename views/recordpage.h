// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "timedisplay.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLineEdit;
class QSplitter;
class QTimer;

namespace tidings {

class DetailPane;
class EmptyState;
class FindBar;
class MessageBar;
class RecordFeed;
class RecordTable;
class RecordTableModel;
class RowFinder;
class SearchBack;

// What the pages share: a line of controls with a query over the table, the detail pane beside it, a bar for the feed's
// problems, and what an empty list says and offers. A derived page adds its controls, its columns and its commands.
class RecordPage : public QWidget
{
    Q_OBJECT

public:
    void focusQuery();
    void focusList();
    void copyCurrent() const; // the record as JSON
    void setDetailVisible(bool visible);
    [[nodiscard]] bool isDetailVisible() const;
    virtual void setCompact(bool compact); // a narrow window: the detail pane takes less
    // No server: what the empty list says, and its button. An empty text: there is one.
    void setOffline(const QString &text, const QString &action);
    // With an action it goes once the list is loaded anew; else it stays until it is dismissed.
    void showProblem(const QString &text, const QString &action = {});
    void showNote(const QString &text); // no problem; goes with the next one
    virtual void setTimeDisplay(const TimeDisplay &display); // everywhere on the page
    [[nodiscard]] RecordTable &table() const { return *m_table; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; } // under the table
    [[nodiscard]] SearchBack &searchBack() const { return *m_searchBack; } // there, too
    [[nodiscard]] QSplitter &splitter() const { return *m_splitter; }
    [[nodiscard]] virtual QString countsText() const = 0; // "312 shown · 41,207 matching"

signals:
    void currentChanged(); // another record is shown, or none
    void countsChanged();
    void offlineActionTriggered(); // the empty list's button while there is no server
    void signInRequested(); // the token was not accepted
    void detailVisibleChanged(bool visible); // opening a row shows the pane

protected:
    struct Parts
    {
        QString name; // of the objects: <name>Table, <name>Query, <name>Splitter
        int rowHeight = 0;
        std::chrono::milliseconds typingPause{}; // from the last key to the question
        QString queryLabel; // accessible name
        QString queryHint;
        QString loadingText;
        QString forbiddenText; // empty: the error's own words
        QString failedIcon = QStringLiteral("offline");
    };
    // Takes `finder`, `detail` and `query` over.
    RecordPage(const Parts &parts, RecordTableModel &model, RowFinder *finder, RecordFeed &feed, DetailPane *detail,
        QLineEdit *query, QWidget *parent);

    virtual void applyQuery() = 0; // the user pressed Enter
    virtual void applyTyped() { applyQuery(); } // the user typed and paused
    virtual void showRecord(int row) = 0; // in the detail pane; -1: none
    virtual void describeEmpty(EmptyState &empty) const = 0; // everything was read and nothing matches
    virtual void widenFilter() = 0; // the action that describeEmpty() offers

    // Lays the page out in the order of the Tab key: controls before and after the query, then whole lines below them.
    // The derived page calls it once, when its controls exist.
    void layOut(const QWidgetList &before, const QWidgetList &after, const QWidgetList &below = {});
    [[nodiscard]] QLineEdit &query() const { return *m_query; }
    void setQueryText(const QString &text); // without asking for anything
    // The list is empty, but there is more on the server that might match.
    [[nodiscard]] virtual bool isFruitlessSoFar() const;
    // Said before why there is no server, in a bar over the rows that are shown all the same.
    [[nodiscard]] virtual QString offlineRemark() const { return {}; }
    void updateOfflineBar();
    void clearProblem();
    // Stays until it is dismissed, or retried; handleRetry() then.
    void showLastingProblem(const QString &text, const QString &action);
    virtual void handleRetry(); // of what showProblem() and showLastingProblem() said
    void updateEmptyState();
    virtual void handleState();
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void placeDetail();
    void updateTicking();
    void connectFeed();
    void showCurrent(int row);
    void showFeedError(const ApiError &error);
    void handleCounts();
    void handleEmptyAction();

    const Parts m_parts;
    RecordTableModel &m_model;
    RecordFeed &m_feed;
    QLineEdit *m_query;
    QTimer *m_typing;
    QTimer *m_ticking; // while times are relative and seen
    MessageBar *m_bar;
    QWidget *m_list; // the table and what stands under it
    RecordTable *m_table;
    FindBar *m_findBar;
    SearchBack *m_searchBack;
    DetailPane *m_detail;
    QSplitter *m_splitter;
    std::optional<ApiError> m_problem; // of the feed, in the bar
    QDateTime m_successBefore; // the feed's last one when that came
    bool m_isLasting = false; // what the bar says
    bool m_compact = false;
    bool m_isTicking = false;
    QString m_offlineText; // why there is no server; empty: there is one
    QString m_offlineAction;
    QString m_offlineBar; // what the bar says of that; empty: nothing
};

} // namespace tidings
