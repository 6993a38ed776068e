// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordpage.h"

#include "detailpane.h"
#include "emptystate.h"
#include "findbar.h"
#include "icons.h"
#include "messagebar.h"
#include "recordfeed.h"
#include "recordtable.h"
#include "recordtablemodel.h"
#include "rowfinder.h"
#include "searchback.h"
#include "theme.h"
#include "timetext.h"
#include "visibletext.h"

#include <QEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int narrowestDetail = 260;
constexpr int initialTableWidth = 700;

} // namespace

RecordPage::RecordPage(const Parts &parts, RecordTableModel &model, RowFinder *finder, RecordFeed &feed,
    DetailPane *detail, QLineEdit *query, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(model)
    , m_feed(feed)
    , m_query(query)
    , m_typing(new QTimer(this))
    , m_ticking(new QTimer(this))
    , m_bar(new MessageBar)
    , m_list(new QWidget)
    , m_table(new RecordTable(parts.rowHeight, m_list))
    , m_findBar(new FindBar(parts.name, *m_table, *finder, m_list))
    , m_searchBack(new SearchBack(parts.name, feed, *m_table, m_list))
    , m_detail(detail)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    finder->setParent(this);
    m_query->setParent(this);
    m_query->setObjectName(parts.name + u"Query"_s);
    m_query->setPlaceholderText(parts.queryHint);
    m_query->setAccessibleName(parts.queryLabel);
    m_query->setClearButtonEnabled(true);
    m_query->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_typing->setSingleShot(true);
    m_typing->setInterval(parts.typingPause);
    m_ticking->setInterval(1s);
    connect(m_ticking, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_table->setObjectName(parts.name + u"Table"_s);
    m_table->setModel(&m_model);
    m_splitter->setObjectName(parts.name + u"Splitter"_s);
    connectFeed();

    const auto apply = [this] {
        m_typing->stop();
        applyQuery();
    };
    connect(m_query, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_query, &QLineEdit::returnPressed, this, apply);
    connect(m_typing, &QTimer::timeout, this, [this] { applyTyped(); });
    connect(m_table, &RecordTable::currentRowChanged, this, &RecordPage::showCurrent);
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            const int row = m_table->currentIndex().row();
            // A change of one column is that of the relative times, not of the record.
            if (row >= first.row() && row <= last.row() && first.column() != last.column())
                showCurrent(row);
        });
}

// Widgets join the order of the Tab key when they get their parent: first the controls, then these.
void RecordPage::layOut(const QWidgetList &before, const QWidgetList &after, const QWidgetList &below)
{
    auto *const controls = new QHBoxLayout;
    controls->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    controls->setSpacing(metrics::gap);
    for (QWidget *const control : before)
        controls->addWidget(control);
    controls->addWidget(m_query, 1);
    if (!before.isEmpty())
        setTabOrder(before.last(), m_query);
    QWidget *previous = m_query;
    for (QWidget *const control : after) {
        controls->addWidget(control);
        control->setParent(this);
        setTabOrder(previous, control);
        previous = control;
    }

    m_bar->setParent(this);
    m_detail->setMinimumWidth(zoomed(narrowestDetail));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    auto *const list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_table, 1);
    list->addWidget(m_searchBack);
    list->addWidget(m_findBar);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({initialTableWidth, metrics::detailWidth});

    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls);
    for (QWidget *const widget : below)
        column->addWidget(widget);
    column->addWidget(line);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
}

void RecordPage::connectFeed()
{
    connect(&m_feed, &RecordFeed::stateChanged, this, [this] { handleState(); });
    connect(&m_feed, &RecordFeed::countsChanged, this, &RecordPage::handleCounts);
    connect(&m_feed, &RecordFeed::arrived, m_table, &RecordTable::announceNew);
    connect(&m_feed, &RecordFeed::pollFailed, this, &RecordPage::showFeedError);
    connect(m_bar, &MessageBar::actionTriggered, this, [this] {
        if (!m_offlineBar.isEmpty())
            return emit offlineActionTriggered();
        const auto problem = m_problem;
        clearProblem();
        if (problem && problem->kind == ApiError::Kind::TokenInvalid)
            emit signInRequested();
        else if (problem)
            m_feed.poll();
        else
            handleRetry();
    });
    connect(m_bar, &MessageBar::dismissed, this, [this] { m_isLasting = false; });
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, &RecordPage::handleEmptyAction);
}

void RecordPage::setQueryText(const QString &text)
{
    m_query->setText(text);
    m_typing->stop();
}

void RecordPage::showCurrent(int row)
{
    showRecord(row >= 0 && row < m_model.rowCount() ? row : -1);
    emit currentChanged();
}

void RecordPage::handleState()
{
    if (m_feed.state() == FeedState::Failed && m_model.rowCount() > 0)
        showFeedError(m_feed.error());
    else if ((m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Complete) && !m_isLasting)
        clearProblem();
    updateEmptyState();
    updateOfflineBar();
    emit countsChanged();
}

void RecordPage::showFeedError(const ApiError &error)
{
    const bool signIn = error.kind == ApiError::Kind::TokenInvalid;
    QString remark = offlineRemark();
    if (remark.isEmpty() && m_feed.isStale())
        remark = tr("What is shown is as of %1.")
                     .arg(exactTime(fromDateTime(m_feed.lastSuccess()), m_model.timeDisplay()));
    const QString text = QString(remark + u' ' + visibleText(describe(error))).trimmed();
    showProblem(text, signIn ? tr("Sign in…") : tr("Retry"));
    m_problem = error;
    m_successBefore = m_feed.lastSuccess();
}

void RecordPage::showProblem(const QString &text, const QString &action)
{
    m_problem.reset();
    m_offlineBar.clear();
    m_isLasting = action.isEmpty();
    m_bar->showMessage(MessageBar::Kind::Problem, text, action);
}

void RecordPage::showNote(const QString &text)
{
    m_problem.reset();
    m_offlineBar.clear();
    m_isLasting = true;
    m_bar->showMessage(MessageBar::Kind::Info, text);
}

void RecordPage::showLastingProblem(const QString &text, const QString &action)
{
    showProblem(text, action);
    m_isLasting = true;
}

void RecordPage::handleRetry()
{
    m_feed.poll();
}

void RecordPage::clearProblem()
{
    m_problem.reset();
    m_offlineBar.clear();
    m_isLasting = false;
    m_bar->clear();
}

// A poll that succeeds changes no state, but ends the problem of the one before.
void RecordPage::handleCounts()
{
    if (m_problem && m_feed.state() != FeedState::Failed && m_feed.lastSuccess() != m_successBefore)
        clearProblem();
    emit countsChanged();
}

void RecordPage::setOffline(const QString &text, const QString &action)
{
    m_offlineText = text;
    m_offlineAction = action;
    updateEmptyState();
    updateOfflineBar();
}

void RecordPage::updateOfflineBar()
{
    QString text;
    if (!m_offlineText.isEmpty() && m_model.rowCount() > 0)
        text = QString(offlineRemark() + u' ' + m_offlineText).trimmed();
    if (text == m_offlineBar)
        return;
    if (text.isEmpty())
        return clearProblem();
    m_problem.reset();
    m_isLasting = false;
    m_bar->showMessage(MessageBar::Kind::Warning, text, m_offlineAction);
    m_offlineBar = text;
}

// The feed paused after many rows of which none matched.
bool RecordPage::isFruitlessSoFar() const
{
    return m_feed.state() == FeedState::Idle && m_feed.lastSuccess().isValid() && m_feed.matching() > 0;
}

void RecordPage::updateEmptyState()
{
    EmptyState &empty = m_table->emptyState();
    if (!m_offlineText.isEmpty())
        return empty.setContent(u"connect"_s, m_offlineText, m_offlineAction);
    const ApiError &error = m_feed.error();
    switch (m_feed.state()) {
    case FeedState::Loading:
        return empty.setContent(u"clock"_s, m_parts.loadingText);
    case FeedState::Failed:
        if (error.kind == ApiError::Kind::TokenInvalid)
            return empty.setContent(u"key"_s, m_feed.errorText(), tr("Sign in…"));
        if (error.kind == ApiError::Kind::Forbidden && !m_parts.forbiddenText.isEmpty())
            return empty.setContent(u"lock"_s, m_parts.forbiddenText, tr("Retry"));
        return empty.setContent(m_parts.failedIcon, m_feed.errorText(), tr("Retry"));
    case FeedState::Idle:
    case FeedState::Complete:
        break;
    }
    if (isFruitlessSoFar())
        return empty.setContent(u"search"_s,
            tr("Nothing matches among the newest records.") + u'\n' + searchedText(m_feed, m_model.timeDisplay()),
            tr("Search further back"));
    describeEmpty(empty);
}

void RecordPage::handleEmptyAction()
{
    if (!m_offlineText.isEmpty())
        return emit offlineActionTriggered();
    if (m_feed.state() == FeedState::Failed && m_feed.error().kind == ApiError::Kind::TokenInvalid)
        return emit signInRequested();
    if (m_feed.state() == FeedState::Failed)
        return m_feed.retry();
    if (isFruitlessSoFar())
        return m_searchBack->search(SearchBack::choices().constFirst());
    widenFilter();
}

void RecordPage::focusQuery()
{
    m_query->setFocus();
    m_query->selectAll();
}

void RecordPage::focusList()
{
    m_table->setFocus();
}

void RecordPage::copyCurrent() const
{
    m_detail->copyJson();
}

void RecordPage::setTimeDisplay(const TimeDisplay &display)
{
    m_model.setTimeDisplay(display);
    m_detail->setTimeDisplay(display);
    m_searchBack->setTimeDisplay(display);
    m_isTicking = display.isRelative;
    updateTicking();
}

void RecordPage::updateTicking()
{
    if (m_isTicking && isVisible())
        m_ticking->start();
    else
        m_ticking->stop();
}

void RecordPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTicking();
}

void RecordPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    updateTicking();
}

void RecordPage::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    placeDetail();
}

void RecordPage::placeDetail()
{
    const int detail = zoomed(m_compact ? metrics::compactDetailWidth : metrics::detailWidth);
    m_splitter->setSizes({std::max(1, width() - detail), detail});
}

bool RecordPage::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        m_detail->setMinimumWidth(zoomed(narrowestDetail));
        placeDetail();
    }
    return isTaken;
}

void RecordPage::setDetailVisible(bool visible)
{
    if (visible == isDetailVisible())
        return;
    m_detail->setVisible(visible);
    emit detailVisibleChanged(visible);
}

bool RecordPage::isDetailVisible() const
{
    return !m_detail->isHidden();
}

} // namespace tidings
