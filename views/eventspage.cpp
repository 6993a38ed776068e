// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspage.h"

#include "actioncatalog.h"
#include "checklistbutton.h"
#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "messagebar.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"
#include "visibletext.h"

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

EventsPage::EventsPage(EventTableModel &model, EventFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_feed(feed)
    , m_query(new QLineEdit(this))
    , m_actions(new ChecklistButton(tr("Action"), true, this))
    , m_live(new QPushButton(icon(u"live"_s), tr("Live"), this))
    , m_bar(new MessageBar(this))
    , m_table(new RecordTable(metrics::rowHeight, this))
    , m_detail(new EventDetail(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_typing(new QTimer(this))
{
    buildControls();
    setKnownActions({});

    m_table->setObjectName(u"eventsTable"_s);
    m_table->setAccessibleName(tr("Events"));
    m_table->setItemDelegate(new EventDelegate(m_table));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *const header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {{EventTableModel::TimeColumn, 148}, {EventTableModel::ActionColumn, 156},
        {EventTableModel::UserColumn, 112}, {EventTableModel::ApplicationColumn, 120},
        {EventTableModel::FromColumn, 140}, {EventTableModel::BrandColumn, 110}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    // "What happened" names the application; who wants them as columns switches them on.
    header->hideSection(EventTableModel::ApplicationColumn);
    header->hideSection(EventTableModel::BrandColumn);

    m_detail->setObjectName(u"eventDetail"_s);
    m_detail->setMinimumWidth(260);
    m_splitter->setObjectName(u"eventsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({700, metrics::detailWidth});

    connect(m_table, &RecordTable::currentRowChanged, this, &EventsPage::handleCurrentRow);
    connect(m_table, &RecordTable::rowOpened, this, [this] { setDetailVisible(true); });
    connect(m_detail, &EventDetail::editRequested, this, &EventsPage::editRequested);
    connect(m_detail, &EventDetail::openRequested, this, &EventsPage::openRequested);
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            const int row = m_table->currentIndex().row();
            // A change of the times alone is no change of the record.
            if (row >= first.row() && row <= last.row() && last.column() != EventTableModel::TimeColumn)
                handleCurrentRow(row);
        });

    connect(&m_feed, &EventFeed::stateChanged, this, &EventsPage::handleState);
    connect(&m_feed, &EventFeed::countsChanged, this, &EventsPage::handleCounts);
    connect(&m_feed, &EventFeed::planChanged, this, &EventsPage::countsChanged);
    connect(&m_feed, &EventFeed::arrived, m_table, &RecordTable::announceNew);
    connect(&m_feed, &EventFeed::pollFailed, this, &EventsPage::showFeedError);
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
        else
            setFilter({});
    });
    updateEmptyState();
}

void EventsPage::buildControls()
{
    m_query->setObjectName(u"eventsQuery"_s);
    m_query->setPlaceholderText(
        tr("Words, or a query such as action = \"login_failed\" and client_ip != \"10.0.0.1\""));
    m_query->setAccessibleName(tr("Search the events"));
    m_query->setClearButtonEnabled(true);
    m_query->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_actions->setObjectName(u"eventsActions"_s);
    m_live->setObjectName(u"eventsLive"_s);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setToolTip(tr("New events appear by themselves"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(400ms);

    auto *const controls = new QHBoxLayout;
    controls->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    controls->setSpacing(metrics::gap);
    controls->addWidget(m_query, 1);
    controls->addWidget(m_actions);
    controls->addWidget(m_live);

    auto *const line = new QFrame(this);
    line->setProperty("separator", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls);
    column->addWidget(line);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);

    connect(m_query, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_query, &QLineEdit::returnPressed, this, &EventsPage::applyQuery);
    connect(m_typing, &QTimer::timeout, this, &EventsPage::applyQuery);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &EventsPage::applyQuery);
    connect(m_live, &QPushButton::toggled, this, [this](bool live) {
        m_live->setIcon(icon(live ? u"live"_s : u"pause"_s));
        m_live->setText(live ? tr("Live") : tr("Paused"));
        m_feed.poller().setEnabled(live);
        if (live)
            m_feed.poll();
    });
}

void EventsPage::setKnownActions(const QStringList &actions)
{
    QList<ChecklistButton::Item> items;
    const auto known = knownActionEntries();
    for (const ActionInfoEntry &entry : known) {
        // A server that tells its actions has no others, save custom ones.
        if (actions.isEmpty() || actions.contains(entry.value))
            items += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    }
    for (const QString &action : actions) {
        const ActionInfoEntry entry = actionEntry(action);
        if (!entry.isKnown)
            items += ChecklistButton::Item{entry.value, entry.label, entry.icon};
    }
    m_actions->setItems(items);
}

void EventsPage::applyQuery()
{
    m_typing->stop();
    EventQuery query = m_feed.query();
    query.text = m_query->text().trimmed();
    query.actions = m_actions->checked();
    m_feed.setQuery(query);
}

void EventsPage::setFilter(const EventQuery &query)
{
    m_query->setText(query.text);
    m_actions->setChecked(query.actions);
    m_typing->stop(); // started by the change of the text
    m_feed.setQuery(query);
}

std::optional<Event> EventsPage::currentEvent() const
{
    return m_detail->shownEvent();
}

void EventsPage::handleCurrentRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        m_detail->clearEvent();
    else
        m_detail->setEvent(m_model.eventAt(row));
    emit currentEventChanged();
}

void EventsPage::select(const Event &event)
{
    const int row = m_model.rowOf(event.key());
    if (row >= 0) {
        m_table->setCurrentIndex(m_model.index(row, EventTableModel::ActionColumn));
        m_table->scrollTo(m_table->currentIndex());
        return;
    }
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_detail->setEvent(event);
    setDetailVisible(true);
    emit currentEventChanged();
}

void EventsPage::handleState()
{
    // A feed that gets another server starts to poll.
    if (!m_live->isChecked())
        m_feed.poller().setEnabled(false);
    if (m_feed.state() == FeedState::Failed && m_model.rowCount() > 0)
        showFeedError(m_feed.error());
    else if (m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Complete)
        hideProblem();
    updateEmptyState();
    emit countsChanged();
}

void EventsPage::showFeedError(const ApiError &error)
{
    m_problem = error;
    m_successBefore = m_feed.lastSuccess();
    const bool signIn = error.kind == ApiError::Kind::TokenInvalid;
    m_bar->showMessage(MessageBar::Kind::Problem, visibleText(describe(error)), signIn ? tr("Sign in…") : tr("Retry"));
}

void EventsPage::showProblem(const QString &text, const QString &action)
{
    m_problem.reset();
    m_bar->showMessage(MessageBar::Kind::Problem, text, action);
}

// A poll that succeeds changes no state, but ends the problem of the one before.
void EventsPage::handleCounts()
{
    if (m_problem && m_feed.state() != FeedState::Failed && m_feed.lastSuccess() != m_successBefore)
        hideProblem();
    emit countsChanged();
}

void EventsPage::hideProblem()
{
    m_problem.reset();
    m_bar->clear();
}

void EventsPage::setOffline(const QString &text, const QString &action)
{
    m_offlineText = text;
    m_offlineAction = action;
    updateEmptyState();
}

void EventsPage::updateEmptyState()
{
    EmptyState &empty = m_table->emptyState();
    if (!m_offlineText.isEmpty())
        return empty.setContent(u"connect"_s, m_offlineText, m_offlineAction);
    switch (m_feed.state()) {
    case FeedState::Loading:
        return empty.setContent(u"clock"_s, tr("Loading events…"));
    case FeedState::Failed:
        switch (m_feed.error().kind) {
        case ApiError::Kind::TokenInvalid:
            return empty.setContent(u"key"_s, visibleText(describe(m_feed.error())), tr("Sign in…"));
        case ApiError::Kind::Forbidden:
            return empty.setContent(u"lock"_s,
                tr("The token has no right to read events. It needs the permission “Can view Event”."), tr("Retry"));
        default:
            return empty.setContent(u"offline"_s, visibleText(describe(m_feed.error())), tr("Retry"));
        }
    case FeedState::Idle:
    case FeedState::Complete:
        break;
    }
    if (m_feed.query().isEmpty())
        return empty.setContent(u"empty"_s, tr("There are no events on this server yet."));
    empty.setContent(u"search"_s, tr("No event matches. Try other words or fewer actions."), tr("Clear the filter"));
}

void EventsPage::setEditable(bool editable, const QString &reason)
{
    m_detail->setEditable(editable, reason);
}

void EventsPage::focusQuery()
{
    m_query->setFocus();
    m_query->selectAll();
}

void EventsPage::focusList()
{
    m_table->setFocus();
}

void EventsPage::copyCurrent() const
{
    m_detail->copyJson();
}

void EventsPage::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    const int detail = compact ? metrics::compactDetailWidth : metrics::detailWidth;
    m_splitter->setSizes({std::max(1, width() - detail), detail});
}

void EventsPage::setDetailVisible(bool visible)
{
    if (visible == isDetailVisible())
        return;
    m_detail->setVisible(visible);
    emit detailVisibleChanged(visible);
}

bool EventsPage::isDetailVisible() const
{
    return !m_detail->isHidden();
}

QString EventsPage::countsText() const
{
    const QLocale locale;
    QString text = tr("%1 shown").arg(locale.toString(m_model.rowCount()));
    if (m_feed.matching() >= 0) {
        const QString count = locale.toString(m_feed.matching());
        text += u" · "_s
            + (m_feed.isMatchingExact() ? tr("%1 matching").arg(count) : tr("at most %1 matching").arg(count));
    }
    return text;
}

QString EventsPage::engineText() const
{
    return tr("answered by: %1").arg(engineName(m_feed.plan().engine));
}

} // namespace tidings
