// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordpage.h"

#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "messagebar.h"
#include "recordfeed.h"
#include "recordtable.h"
#include "recordtablemodel.h"
#include "theme.h"
#include "visibletext.h"

#include <QLineEdit>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestDetail = 260;
constexpr int initialTableWidth = 700;

} // namespace

RecordPage::RecordPage(const Parts &parts, RecordTableModel &model, RecordFeed &feed, DetailPane *detail,
    QLineEdit *query, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(model)
    , m_feed(feed)
    , m_query(query)
    , m_typing(new QTimer(this))
    , m_bar(new MessageBar)
    , m_table(new RecordTable(parts.rowHeight, nullptr))
    , m_detail(detail)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_query->setParent(this);
    m_query->setObjectName(parts.name + u"Query"_s);
    m_query->setPlaceholderText(parts.queryHint);
    m_query->setAccessibleName(parts.queryLabel);
    m_query->setClearButtonEnabled(true);
    m_query->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_typing->setSingleShot(true);
    m_typing->setInterval(parts.typingPause);
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
    connect(m_typing, &QTimer::timeout, this, apply);
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
    m_detail->setMinimumWidth(narrowestDetail);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
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
        m_bar->clear();
        if (m_problem && m_problem->kind == ApiError::Kind::TokenInvalid)
            emit signInRequested();
        else
            m_feed.poll();
    });
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
    else if (m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Complete)
        clearProblem();
    updateEmptyState();
    emit countsChanged();
}

void RecordPage::showFeedError(const ApiError &error)
{
    const bool signIn = error.kind == ApiError::Kind::TokenInvalid;
    showProblem(visibleText(describe(error)), signIn ? tr("Sign in…") : tr("Retry"));
    m_problem = error;
    m_successBefore = m_feed.lastSuccess();
}

void RecordPage::showProblem(const QString &text, const QString &action)
{
    m_problem.reset();
    m_bar->showMessage(MessageBar::Kind::Problem, text, action);
}

void RecordPage::clearProblem()
{
    m_problem.reset();
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
        return empty.setContent(
            u"search"_s, tr("Nothing matches among the newest records."), tr("Search further back"));
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
        return m_feed.loadMore();
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

void RecordPage::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    const int detail = compact ? metrics::compactDetailWidth : metrics::detailWidth;
    m_splitter->setSizes({std::max(1, width() - detail), detail});
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
