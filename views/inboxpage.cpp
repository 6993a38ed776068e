// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxpage.h"

#include "actioncatalog.h"
#include "checklistbutton.h"
#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "messagebar.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"
#include "undobar.h"
#include "visibletext.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

InboxPage::InboxPage(NotificationTableModel &model, NotificationFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_feed(feed)
    , m_tabs(new QButtonGroup(this))
    , m_unseenTab(new QPushButton(this))
    , m_allTab(new QPushButton(this))
    , m_query(new QLineEdit(this))
    , m_severities(new ChecklistButton(tr("Severity"), false, this))
    , m_actions(new ChecklistButton(tr("Action"), true, this))
    , m_markAll(new QPushButton(icon(u"mark-all-seen"_s), tr("Mark all seen"), this))
    , m_bar(new MessageBar(this))
    , m_table(new RecordTable(metrics::inboxRowHeight, this))
    , m_detail(new NotificationDetail(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_typing(new QTimer(this))
{
    buildControls();

    m_table->setObjectName(u"inboxTable"_s);
    m_table->setAccessibleName(tr("Notifications"));
    m_table->setItemDelegate(new NotificationDelegate(m_table));
    m_table->setModel(&m_model);
    QHeaderView *const header = m_table->horizontalHeader();
    header->hide();
    header->hideSection(NotificationTableModel::ActionColumn); // stands under the text
    header->setStretchLastSection(false);
    header->moveSection(
        header->visualIndex(NotificationTableModel::TimeColumn), NotificationTableModel::ColumnCount - 1);
    header->setSectionResizeMode(NotificationTableModel::TextColumn, QHeaderView::Stretch);
    header->resizeSection(NotificationTableModel::SeenColumn, 34);
    header->resizeSection(NotificationTableModel::SeverityColumn, 112);
    header->resizeSection(NotificationTableModel::TimeColumn, 140);

    m_detail->setObjectName(u"notificationDetail"_s);
    m_detail->setMinimumWidth(260);
    m_splitter->setObjectName(u"inboxSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({700, metrics::detailWidth});
    m_undoBar = new UndoBar(m_table);

    connect(m_table, &RecordTable::currentRowChanged, this, &InboxPage::handleCurrentRow);
    connect(m_table, &RecordTable::rowOpened, this, [this](int row) {
        if (const auto &event = m_model.notification(row).event)
            emit eventRequested(*event);
    });
    connect(m_detail, &NotificationDetail::seenToggled, this, [this](bool seen) {
        const int row = m_table->currentIndex().row();
        if (row >= 0)
            m_feed.setSeen({m_model.index(row, 0).data(NotificationTableModel::KeyRole).toByteArray()}, seen);
    });
    connect(m_detail, &NotificationDetail::eventRequested, this, [this] {
        if (const auto notification = currentNotification(); notification && notification->event)
            emit eventRequested(*notification->event);
    });
    connect(m_detail, &NotificationDetail::linkRequested, this, &InboxPage::linkRequested);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> & /*roles*/) {
            const int row = m_table->currentIndex().row();
            const bool timesOnly = first.column() == last.column();
            if (row >= first.row() && row <= last.row() && !timesOnly)
                handleCurrentRow(row);
        });

    connect(&m_feed, &NotificationFeed::stateChanged, this, &InboxPage::handleState);
    connect(&m_feed, &NotificationFeed::countsChanged, this, [this] {
        updateTabs();
        handleCounts();
    });
    connect(&m_feed, &NotificationFeed::arrived, m_table, &RecordTable::announceNew);
    connect(&m_feed, &NotificationFeed::pollFailed, this, &InboxPage::showFeedError);
    connect(&m_feed, &NotificationFeed::changeFailed, this, [this](int count, const ApiError &error) {
        m_undoBar->dismiss();
        m_problem.reset();
        const QString what
            = count > 0 ? tr("%n notification(s) could not be changed.", nullptr, count) : tr("Nothing was changed.");
        m_bar->showMessage(MessageBar::Kind::Problem, what + u' ' + visibleText(describe(error)));
    });
    QUndoStack &undo = m_feed.undoStack();
    connect(&undo, &QUndoStack::indexChanged, this, [this, &undo, previous = 0](int index) mutable {
        if (index > previous)
            m_undoBar->offer(undo.undoText());
        else
            m_undoBar->dismiss();
        previous = index;
    });
    connect(m_undoBar, &UndoBar::undoRequested, &undo, &QUndoStack::undo);
    connect(m_bar, &MessageBar::actionTriggered, this, [this] {
        m_bar->clear();
        if (m_problem && m_problem->kind == ApiError::Kind::TokenInvalid)
            emit signInRequested();
        else
            m_feed.poll();
    });
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (!m_offlineText.isEmpty())
            emit offlineActionTriggered();
        else if (m_feed.state() == FeedState::Failed && m_feed.error().kind == ApiError::Kind::TokenInvalid)
            emit signInRequested();
        else if (m_feed.state() == FeedState::Failed)
            m_feed.retry();
        else if (m_query->text().isEmpty() && m_severities->checked().isEmpty() && m_actions->checked().isEmpty())
            showTab(false);
        else {
            m_query->clear();
            m_severities->setChecked({});
            m_actions->setChecked({});
            applyFilter();
        }
    });
    applyFilter();
    updateTabs();
    updateEmptyState();
}

void InboxPage::buildControls()
{
    m_unseenTab->setObjectName(u"inboxUnseenTab"_s);
    m_allTab->setObjectName(u"inboxAllTab"_s);
    for (QPushButton *const tab : {m_unseenTab, m_allTab}) {
        tab->setCheckable(true);
        m_tabs->addButton(tab);
    }
    m_unseenTab->setChecked(true);
    m_query->setObjectName(u"inboxQuery"_s);
    m_query->setPlaceholderText(tr("Filter notifications"));
    m_query->setAccessibleName(tr("Filter notifications"));
    m_query->setClearButtonEnabled(true);
    m_query->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_query->setMinimumWidth(120);
    m_severities->setObjectName(u"inboxSeverities"_s);
    QList<ChecklistButton::Item> severities;
    for (const QString &value : {u"alert"_s, u"warning"_s, u"notice"_s}) {
        const ActionInfoEntry entry = severityEntry(value);
        severities += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    }
    m_severities->setItems(severities);
    m_actions->setObjectName(u"inboxActions"_s);
    QList<ChecklistButton::Item> actions;
    const auto entries = knownActionEntries();
    for (const ActionInfoEntry &entry : entries)
        actions += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    m_actions->setItems(actions);
    m_markAll->setObjectName(u"inboxMarkAll"_s);
    m_markAll->setAccessibleName(tr("Mark all seen"));
    m_markAll->setToolTip(tr("Mark all seen"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(300ms);

    auto *const controls = new QHBoxLayout;
    controls->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    controls->setSpacing(metrics::gap);
    controls->addWidget(m_unseenTab);
    controls->addWidget(m_allTab);
    controls->addWidget(m_query, 1);
    controls->addWidget(m_severities);
    controls->addWidget(m_actions);
    controls->addWidget(m_markAll);

    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls);
    column->addWidget(line);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);

    connect(m_tabs, &QButtonGroup::buttonClicked, this, &InboxPage::applyFilter);
    connect(m_query, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_query, &QLineEdit::returnPressed, this, &InboxPage::applyFilter);
    connect(m_typing, &QTimer::timeout, this, &InboxPage::applyFilter);
    connect(m_severities, &ChecklistButton::checkedChanged, this, &InboxPage::applyFilter);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &InboxPage::applyFilter);
    connect(m_markAll, &QPushButton::clicked, this, &InboxPage::markAllSeen);
}

void InboxPage::applyFilter()
{
    m_typing->stop();
    NotificationFilter filter;
    if (m_unseenTab->isChecked())
        filter.seen = false;
    filter.severities = m_severities->checked();
    filter.actions = m_actions->checked();
    filter.text = m_query->text();
    if (filter == m_feed.filter())
        m_feed.reload(); // the tab was clicked again: rows marked meanwhile go
    else
        m_feed.setFilter(filter);
}

void InboxPage::showTab(bool unseenOnly)
{
    (unseenOnly ? m_unseenTab : m_allTab)->setChecked(true);
    applyFilter();
}

std::optional<Notification> InboxPage::currentNotification() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? std::nullopt : std::optional(m_model.notification(row));
}

QList<QByteArray> InboxPage::selectedKeys() const
{
    QList<QByteArray> keys;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        keys += index.data(NotificationTableModel::KeyRole).toByteArray();
    return keys;
}

void InboxPage::markSelected(bool seen)
{
    m_feed.setSeen(selectedKeys(), seen);
}

void InboxPage::toggleSelected()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const bool anyUnseen = std::any_of(rows.cbegin(), rows.cend(),
        [](const QModelIndex &index) { return !index.data(NotificationTableModel::SeenRole).toBool(); });
    markSelected(anyUnseen);
}

void InboxPage::markAllSeen()
{
    m_feed.markAllSeen();
}

void InboxPage::handleCurrentRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        m_detail->clearNotification();
    else
        m_detail->setNotification(m_model.notification(row));
    emit currentChanged();
}

void InboxPage::handleState()
{
    if (m_feed.state() == FeedState::Failed && m_model.rowCount() > 0)
        showFeedError(m_feed.error());
    else if (m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Complete)
        hideProblem();
    updateEmptyState();
    emit countsChanged();
}

void InboxPage::showFeedError(const ApiError &error)
{
    m_problem = error;
    m_successBefore = m_feed.lastSuccess();
    const bool signIn = error.kind == ApiError::Kind::TokenInvalid;
    m_bar->showMessage(MessageBar::Kind::Problem, visibleText(describe(error)), signIn ? tr("Sign in…") : tr("Retry"));
}

// A poll that succeeds changes no state, but ends the problem of the one before.
void InboxPage::handleCounts()
{
    if (m_problem && m_feed.state() != FeedState::Failed && m_feed.lastSuccess() != m_successBefore)
        hideProblem();
    emit countsChanged();
}

void InboxPage::hideProblem()
{
    m_problem.reset();
    m_bar->clear();
}

void InboxPage::setOffline(const QString &text, const QString &action)
{
    m_offlineText = text;
    m_offlineAction = action;
    updateEmptyState();
}

void InboxPage::updateTabs()
{
    const QLocale locale;
    const auto label = [&](const QString &name, qint64 count) {
        return count < 0 ? name : u"%1 %2"_s.arg(name, locale.toString(count));
    };
    const bool allShown = !m_feed.filter().seen && m_feed.filter().severities.isEmpty();
    m_unseenTab->setText(label(tr("Unseen"), m_feed.unseenTotal()));
    m_allTab->setText(label(tr("All"), allShown ? m_feed.matching() : -1));
    m_markAll->setEnabled(m_feed.unseenTotal() > 0);
}

void InboxPage::updateEmptyState()
{
    EmptyState &empty = m_table->emptyState();
    if (!m_offlineText.isEmpty())
        return empty.setContent(u"connect"_s, m_offlineText, m_offlineAction);
    switch (m_feed.state()) {
    case FeedState::Loading:
        return empty.setContent(u"clock"_s, tr("Loading notifications…"));
    case FeedState::Failed:
        if (m_feed.error().kind == ApiError::Kind::TokenInvalid)
            return empty.setContent(u"key"_s, visibleText(describe(m_feed.error())), tr("Sign in…"));
        return empty.setContent(u"offline"_s, visibleText(describe(m_feed.error())), tr("Retry"));
    case FeedState::Idle:
    case FeedState::Complete:
        break;
    }
    const NotificationFilter &filter = m_feed.filter();
    const bool isFiltered
        = !filter.severities.isEmpty() || !filter.actions.isEmpty() || !filter.text.trimmed().isEmpty();
    if (isFiltered)
        return empty.setContent(u"search"_s, tr("No notification matches the filter."), tr("Clear the filter"));
    if (filter.seen)
        return empty.setContent(u"check"_s, tr("Nothing unseen. Well done."), tr("Show all"));
    empty.setContent(u"inbox"_s, tr("There are no notifications. authentik deletes seen ones after some hours."));
}

void InboxPage::focusQuery()
{
    m_query->setFocus();
    m_query->selectAll();
}

void InboxPage::focusList()
{
    m_table->setFocus();
}

void InboxPage::copyCurrent() const
{
    m_detail->copyJson();
}

void InboxPage::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_markAll->setText(compact ? QString() : tr("Mark all seen"));
    const int detail = compact ? metrics::compactDetailWidth : metrics::detailWidth;
    m_splitter->setSizes({std::max(1, width() - detail), detail});
}

void InboxPage::setDetailVisible(bool visible)
{
    m_detail->setVisible(visible);
}

QString InboxPage::countsText() const
{
    const QLocale locale;
    QString text = tr("%1 shown").arg(locale.toString(m_model.rowCount()));
    if (m_feed.matching() >= 0)
        text += u" · "_s + tr("%1 on the server").arg(locale.toString(m_feed.matching()));
    return text;
}

} // namespace tidings
