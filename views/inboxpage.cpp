// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxpage.h"

#include "actioncatalog.h"
#include "backbar.h"
#include "detailpane.h"
#include "emptystate.h"
#include "groupopener.h"
#include "historyfeed.h"
#include "inboxcommands.h"
#include "inboxdelegate.h"
#include "inboxplace.h"
#include "loadprogress.h"
#include "localchanges.h"
#include "notificationrowfinder.h"
#include "notificationseeker.h"
#include "recordtable.h"
#include "searchback.h"
#include "seenbar.h"
#include "theme.h"
#include "timetext.h"
#include "undobar.h"
#include "visibletext.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QTimer>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

InboxPage::InboxPage(NotificationTableModel &model, NotificationFeed &feed, LocalInboxState &state, QWidget *parent)
    : InboxPage(model, feed, state, Owned{new InboxModel(model, state), new NotificationDetail}, parent)
{
}

InboxPage::InboxPage(
    NotificationTableModel &model, NotificationFeed &feed, LocalInboxState &state, const Owned &owned, QWidget *parent)
    : RecordPage({.name = u"inbox"_s,
                     .rowHeight = metrics::inboxRowHeight,
                     .typingPause = 300ms,
                     .queryLabel = tr("Filter notifications"),
                     .queryHint = tr("Filter notifications"),
                     .loadingText = tr("Loading notifications…"),
                     .forbiddenText = {}},
        *owned.list, new NotificationRowFinder(*owned.list), feed, owned.detail, new QLineEdit, parent)
    , m_model(model)
    , m_feed(feed)
    , m_state(state)
    , m_list(owned.list)
    , m_detail(owned.detail)
    , m_commands(new InboxCommands(*this))
    , m_progress(new LoadProgress(feed, *m_list, this))
    , m_controls(new InboxControls(*m_list, *m_commands, *this))
    , m_seenBar(new SeenBar(feed.work(), this))
    , m_backBar(new BackBar(model, state))
    , m_undoBar(new UndoBar(&table()))
    , m_aging(new QTimer(this))
    , m_local(new LocalChanges({state, *m_list, table(), feed.undoStack()}, this))
    , m_loading({*m_list, state, feed, table(), *m_progress})
    , m_seeker(new NotificationSeeker({*m_list, model, state, feed, table(), *m_controls}, this))
    , m_place(new InboxPlace(table(), *m_list, this))
    , m_groups(new GroupOpener(table(), *m_list, this))
{
    m_list->setParent(this);
    connectControls();
    setUpColumns();
    connectUndo();
    connectList();
    m_detail->setObjectName(u"notificationDetail"_s);
    m_detail->setSnoozeMenu(m_commands->snoozeMenu());

    connect(&table(), &RecordTable::rowOpened, this, [this](int row) {
        if (m_list->groupAt(row))
            return m_groups->toggle(row);
        const Notification *const notification = m_list->notificationAt(row);
        if (notification && notification->event)
            emit eventRequested(*notification->event);
        else if (notification)
            showProblem(tr("The event of this notification was deleted on the server."));
    });
    connect(m_detail, &NotificationDetail::seenToggled, this, [this](bool seen) {
        markRows(m_list->rowsIn({table().currentIndex(), table().currentIndex()}), seen);
    });
    connect(m_detail, &NotificationDetail::eventRequested, this, [this] {
        if (const auto notification = currentNotification(); notification && notification->event)
            emit eventRequested(*notification->event);
    });
    connect(m_detail, &NotificationDetail::linkRequested, this, &InboxPage::linkRequested);
    connect(&m_feed, &NotificationFeed::countsChanged, this, &InboxPage::updateTabs);
    connect(&m_feed, &NotificationFeed::changeFailed, this, [this](int count, const ApiError &error, int deleted) {
        m_undoBar->dismiss();
        QString text
            = tr("%n notification(s) could not be changed.", nullptr, count) + u' ' + visibleText(describe(error));
        if (deleted > 0)
            text += u' ' + tr("%n more: deleted on the server meanwhile.", nullptr, deleted);
        showLastingProblem(text, tr("Retry"));
    });
    connect(&m_state, &LocalInboxState::saveFailed, this, [this](const QString &problem) { showProblem(problem); });
    connect(&m_state, &LocalInboxState::snoozesRefused, this, [this](int count) {
        showProblem(tr("%n notification(s) could not be snoozed: at most %1 can be.", nullptr, count)
                        .arg(QLocale().toString(LocalInboxState::mostSnoozes)));
    });
    connect(m_backBar, &BackBar::cameBack, this, &InboxPage::cameBack);
    connect(m_backBar, &BackBar::showRequested, this, &InboxPage::showReturned);
    m_aging->setInterval(1min);
    connect(m_aging, &QTimer::timeout, this, [this] {
        if (isVisible())
            updateAge();
    });
    connect(&m_feed, &NotificationFeed::changeConflicted, this, [this](int deleted) {
        showProblem(tr("%n notification(s) could not be changed: deleted on the server meanwhile.", nullptr, deleted));
    });
    connect(&m_feed.work(), &SeenWork::journalProblem, this, [this](const QString &text) { showProblem(text); });
    askFeed();
    updateTabs();
    m_controls->updateFaces();
    updateEmptyState();
    m_commands->update();
}

void InboxPage::setUpColumns()
{
    table().setAccessibleName(tr("Notifications"));
    table().setItemDelegate(new InboxDelegate(&table()));
    QHeaderView *const header = table().horizontalHeader();
    header->hide();
    header->hideSection(NotificationTableModel::ActionColumn); // stands under the text
    header->setStretchLastSection(false);
    header->moveSection(
        header->visualIndex(NotificationTableModel::TimeColumn), NotificationTableModel::ColumnCount - 1);
    header->setSectionResizeMode(NotificationTableModel::TextColumn, QHeaderView::Stretch);
    header->resizeSection(NotificationTableModel::SeenColumn, 34);
    header->resizeSection(NotificationTableModel::SeverityColumn, 112);
    header->resizeSection(NotificationTableModel::TimeColumn, 140);
}

void InboxPage::connectUndo()
{
    QUndoStack &undo = m_feed.undoStack();
    connect(&undo, &QUndoStack::indexChanged, this, [this, &undo, previous = 0](int index) mutable {
        if (index > previous && !m_feed.work().isRestoring())
            m_undoBar->offer(undo.undoText());
        else
            m_undoBar->dismiss();
        previous = index;
    });
    connect(m_undoBar, &UndoBar::undoRequested, &undo, &QUndoStack::undo);
}

void InboxPage::connectList()
{
    connect(m_list, &InboxModel::arranged, this, &InboxPage::handleArranged);
    connect(&m_feed, &NotificationFeed::restarted, this, [this] { m_loading.begin(); });
    connect(m_place, &InboxPlace::choiceLost, this,
        [this] { showProblem(tr("What was chosen is scattered over the list now, and is no longer chosen.")); });
    connect(m_groups, &GroupOpener::toggled, m_commands, &InboxCommands::update);
    connect(m_seeker, &NotificationSeeker::wideningRequested, this, [this](bool toAllTabs) {
        if (toAllTabs)
            m_controls->setTab(Tab::All);
        clearFilter();
        applyQuery();
    });
    connect(m_seeker, &NotificationSeeker::found, m_commands, &InboxCommands::update);
    connect(m_seeker, &NotificationSeeker::missed, this,
        [this] { showProblem(tr("This notification is not in the list any more.")); });
    connect(&m_state, &LocalInboxState::snoozesChanged, this, &InboxPage::updateTabs);
    connect(this, &RecordPage::currentChanged, m_commands, &InboxCommands::update);
}

void InboxPage::connectControls()
{
    query().setMinimumWidth(90);
    layOut(m_controls->tabs(), m_controls->filters(), {m_seenBar, m_progress, m_backBar});

    connect(m_controls, &InboxControls::changed, this, &InboxPage::applyQuery);
    // A click on the tab that is shown loads it anew: rows marked meanwhile go.
    connect(m_controls, &InboxControls::tabClicked, this, [this] {
        const bool isSame = m_controls->tab() == question().tab;
        applyQuery();
        if (isSame)
            m_feed.reload();
    });
    connect(m_controls, &InboxControls::markAllRequested, this, &InboxPage::markAllSeen);
    connect(&searchBack(), &SearchBack::requested, m_progress, &LoadProgress::start);
}

// What is asked

void InboxPage::applyQuery()
{
    m_seeker->noteQuestion();
    if (m_controls->isAging())
        m_aging->start();
    else
        m_aging->stop();
    m_place->askAnew();
    m_list->setQuestion(m_controls->question(query().text(), m_state.now()));
    m_loading.begin();
    askFeed();
    updateTabs();
    m_controls->updateFaces();
    updateEmptyState();
    m_commands->update();
    m_loading.goOn();
}

void InboxPage::updateAge()
{
    InboxQuestion asked = question();
    m_controls->setBounds(asked, m_state.now());
    m_list->setQuestion(asked);
}

void InboxPage::setKnownActions(const QStringList &actions)
{
    m_controls->setKnownActions(actions);
}

// The server is asked anew only where the loaded rows cannot answer.
void InboxPage::askFeed()
{
    NotificationFilter filter;
    const Tab tab = question().tab;
    const Include include = m_controls->include();
    if (tab == Tab::Unseen || (tab == Tab::All && include == Include::Unseen))
        filter.seen = false;
    else if (tab == Tab::All && include == Include::Seen)
        filter.seen = true;
    const bool hasAll = m_feed.state() == FeedState::Complete && m_feed.filter() == filter && m_model.rowCount() > 0;
    const QStringList &severities = question().severities;
    if (!hasAll && severities.size() == 1 && severityEntry(severities.first()).isKnown)
        filter.severities = severities;
    // The feed first: of the rows that it forgets the history need not take its own away.
    m_feed.setFilter(filter);
    if (m_history)
        m_history->setWantsGone(tab != Tab::Unseen);
}

void InboxPage::showTab(Tab tab)
{
    m_controls->setTab(tab);
    applyQuery();
}

void InboxPage::walkTabs(int step)
{
    showTab(m_controls->tabBeside(step));
}

void InboxPage::setOrder(const NotificationGroups::Order &order)
{
    m_controls->setOrder(order);
    applyQuery();
}

void InboxPage::setAge(Age age)
{
    m_controls->setAge(age);
    applyQuery();
}

void InboxPage::setInclude(Include include)
{
    m_controls->setInclude(include);
    applyQuery();
}

void InboxPage::handleState()
{
    m_loading.noteState();
    if (m_feed.state() == FeedState::Failed)
        m_seeker->forget();
    RecordPage::handleState();
    if (m_feed.lastSuccess().isValid() && m_feed.state() != FeedState::Loading && !m_historyProblem.isEmpty())
        showProblem(std::exchange(m_historyProblem, {}));
    m_loading.goOn();
    forgetLostSnoozes();
    m_seeker->goOn();
}

void InboxPage::showHistoryProblem(const QString &text)
{
    showProblem(text);
    const bool isToCome
        = m_history->isAsOf() || m_feed.state() == FeedState::Loading || !m_feed.lastSuccess().isValid();
    m_historyProblem = isToCome ? text : QString();
}

// Those that are neither on the server nor in the history.
void InboxPage::forgetLostSnoozes()
{
    if (m_history && (m_history->isAsOf() || m_history->isReading()))
        return;
    const bool isWhole = m_feed.state() == FeedState::Complete && m_feed.filter() == NotificationFilter();
    if (!isWhole || m_list->isArranging() || m_state.isApplying() || m_list->loadedSnoozed() == m_state.snoozeCount())
        return;
    SnoozeChange gone;
    const QList<QByteArray> keys = m_state.snoozedKeys();
    for (const QByteArray &key : keys) {
        if (m_model.rowOf(key) < 0)
            gone.keys += key;
    }
    m_state.apply({gone});
}

void InboxPage::handleArranged()
{
    updateTabs();
    m_controls->updateActions();
    updateEmptyState();
    m_commands->update();
    m_backBar->tellLoaded();
    m_loading.goOn();
    m_seeker->goOn();
    updateOfflineBar();
    emit countsChanged();
}

void InboxPage::select(const QByteArray &key)
{
    m_seeker->seek(key);
}

// One that came back.
void InboxPage::showReturned(const QByteArray &key)
{
    if (m_controls->isNarrowed() || question().tab != Tab::Unseen) {
        clearFilter();
        showTab(Tab::Unseen);
    }
    focusList();
    select(key);
}

void InboxPage::setHistory(HistoryFeed *history)
{
    m_history = history;
    connect(&m_history->archive(), &NotificationArchive::problem, this, &InboxPage::showHistoryProblem);
    connect(m_history, &HistoryFeed::changed, this, [this] {
        if (m_feed.state() == FeedState::Failed)
            return handleState(); // over the rows that are there now
        updateEmptyState();
        updateOfflineBar();
        forgetLostSnoozes();
        emit countsChanged();
    });
    askFeed();
}

// What is chosen

std::optional<Notification> InboxPage::currentNotification() const
{
    const Notification *const notification = m_list->notificationAt(table().currentIndex().row());
    return notification ? std::optional(*notification) : std::nullopt;
}

bool InboxPage::hasChosen() const
{
    return table().currentIndex().isValid();
}

bool InboxPage::canMarkChosen() const
{
    const QItemSelection selection = table().selectionModel()->selection();
    const bool isOne = selection.size() == 1 && selection.first().height() == 1;
    return hasChosen() && !(isOne && m_list->goneSince(table().currentIndex().row()));
}

std::optional<NotificationKind> InboxPage::currentKind() const
{
    return m_list->kindAt(table().currentIndex().row());
}

// By ranges: all rows of a long list may be chosen.
InboxModel::Rows InboxPage::selectedRows() const
{
    return m_list->rowsIn(table().selectionModel()->selection());
}

void InboxPage::markRows(const InboxModel::Rows &rows, bool seen)
{
    m_feed.setSeen(m_list->sourceRowsOf(rows), seen);
}

void InboxPage::markSelected(bool seen)
{
    markRows(selectedRows(), seen);
}

void InboxPage::toggleSelected()
{
    const InboxModel::Rows rows = selectedRows();
    markRows(rows, m_list->anyUnseen(rows));
}

void InboxPage::markAllSeen()
{
    m_feed.markAllSeen();
}

void InboxPage::markShownSeen()
{
    markRows(m_list->shownUnseen(), true);
}

void InboxPage::openSnoozeMenu()
{
    const QRect row = table().visualRect(table().currentIndex());
    m_commands->snoozeMenu()->popup(table().viewport()->mapToGlobal(row.isValid() ? row.bottomLeft() : QPoint()));
}

void InboxPage::toggleChosen()
{
    table().toggleChosen();
}

void InboxPage::filterForCurrent()
{
    const int row = table().currentIndex().row();
    const NotificationGroups::Group *const group = m_list->groupAt(row);
    const auto kind = m_list->kindAt(row);
    const InboxGrouping grouping = group ? question().order.grouping : InboxGrouping::Text;
    if (grouping == InboxGrouping::Day && group && group->newest > 0) {
        m_controls->setDay(m_list->timeDisplay().at(group->newest).date());
    } else if (grouping == InboxGrouping::Severity && group) {
        m_controls->setSeverities({kind ? kind->severity : QString()});
    } else if (grouping == InboxGrouping::Action && group) {
        m_controls->setActions({kind ? kind->action : QString()});
    } else if (grouping == InboxGrouping::Day) {
        return;
    } else {
        const QString words = kind ? longestWords(kind->pattern) : QString();
        if (words.isEmpty())
            return showProblem(tr("There are no words in this text to filter for."));
        setQueryText(words);
    }
    m_controls->setGrouping(InboxGrouping::None);
    applyQuery();
}

// The list

void InboxPage::showRecord(int row)
{
    if (const Notification *const notification = m_list->notificationAt(row))
        m_detail->setNotification(
            *notification, m_list->goneSince(row), m_list->isPending(row), m_model.problemOf(notification->key()));
    else
        m_detail->clearNotification();
}

// Texts

qint64 InboxPage::hiddenUnseen() const
{
    // Those that are not loaded yet are unseen as far as is known.
    const bool isWhole = m_feed.state() == FeedState::Complete;
    const qint64 elsewhere = isWhole ? 0 : std::max<qint64>(0, m_state.snoozeCount() - m_list->loadedSnoozed());
    return m_list->hiddenUnseen() + elsewhere;
}

qint64 InboxPage::waiting() const
{
    return m_feed.unseenTotal() < 0 ? -1 : std::max<qint64>(0, m_feed.unseenTotal() - hiddenUnseen());
}

void InboxPage::updateTabs()
{
    const bool isAll = m_feed.filter() == NotificationFilter() && m_feed.matching() >= 0;
    m_controls->showCounts({.waiting = waiting(),
        .all = isAll ? m_feed.matching() : m_feed.total(),
        .snoozed = m_state.hasSnoozes() ? m_state.snoozeCount() : -1,
        .hidden = static_cast<int>(hiddenUnseen()),
        .canMarkAll = m_feed.unseenTotal() > 0});
    emit waitingChanged();
}

void InboxPage::describeEmpty(EmptyState &empty) const
{
    const bool isUnseen = question().tab == Tab::Unseen;
    if (m_history && m_history->isReading()) {
        empty.setContent(u"clock"_s, tr("Reading the history on this computer…"));
    } else if (m_controls->isNarrowed()) {
        empty.setContent(u"search"_s, tr("No notification matches the filter."), tr("Clear the filter"));
    } else if (question().tab == Tab::Snoozed) {
        empty.setContent(u"snooze"_s,
            tr("Nothing is snoozed. S puts a notification aside, on this computer only, until you want it back."),
            tr("Show unseen"));
    } else if (isUnseen) {
        const auto hidden = static_cast<int>(hiddenUnseen());
        QString text = tr("Inbox zero. Nothing unseen. Well done.");
        if (hidden > 0)
            text += u' ' + tr("%n more snoozed or muted on this computer only.", nullptr, hidden);
        empty.setContent(u"check"_s, text, tr("Show all"));
    } else if (m_history && m_history->archive().isOpen()) {
        empty.setContent(u"inbox"_s, tr("There are no notifications, and none in the history on this computer."));
    } else {
        empty.setContent(u"inbox"_s, tr("There are no notifications. authentik deletes seen ones after some hours."));
    }
}

// What is snoozed is known here: there is nothing to search for where it was all found.
bool InboxPage::isFruitlessSoFar() const
{
    const bool isFound = m_list->loadedSnoozed() >= m_state.snoozeCount();
    return RecordPage::isFruitlessSoFar() && !m_list->isPastFrom() && !(question().tab == Tab::Snoozed && isFound);
}

void InboxPage::widenFilter()
{
    if (!m_controls->isNarrowed())
        return showTab(question().tab == Tab::Snoozed ? Tab::Unseen : Tab::All);
    clearFilter();
    applyQuery();
}

void InboxPage::clearFilter()
{
    setQueryText({});
    m_controls->clearFilter();
}

QSize InboxPage::minimumSizeHint() const
{
    constexpr int tight = 640;
    return RecordPage::minimumSizeHint().boundedTo(QSize(tight, QWIDGETSIZE_MAX));
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    RecordPage::resizeEvent(event);
    m_controls->fit();
}

void InboxPage::showEvent(QShowEvent *event)
{
    RecordPage::showEvent(event);
    m_controls->fit();
    updateAge();
}

void InboxPage::handleRetry()
{
    m_feed.retryRefused();
}

QString InboxPage::offlineRemark() const
{
    const auto asOf = m_history ? m_history->asOf() : std::nullopt;
    return asOf ? tr("As of %1, from the history on this computer.").arg(exactTime(*asOf, m_list->timeDisplay()))
                : QString();
}

QString InboxPage::countsText() const
{
    const QLocale locale;
    QString text = tr("%1 shown").arg(locale.toString(m_list->shownCount()));
    if (m_history && m_history->isAsOf()) {
        if (const auto asOf = m_history->asOf(); asOf && m_list->shownCount() > 0) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            TimeDisplay display = m_list->timeDisplay();
            display.isRelative = false;
            text += u" · "_s
                + tr("as of %1 (%2), from the history").arg(columnTime(*asOf, now, display), relativeTime(*asOf, now));
        }
        return text;
    }
    if (m_feed.isStale() && m_feed.state() == FeedState::Failed) {
        TimeDisplay display = m_list->timeDisplay();
        display.isRelative = false;
        const Timestamp asOf = fromDateTime(m_feed.lastSuccess());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        text += u" · "_s + tr("as of %1 (%2)").arg(columnTime(asOf, now, display), relativeTime(asOf, now));
    }
    if (m_feed.matching() >= 0)
        text += u" · "_s + tr("%1 on the server").arg(locale.toString(m_feed.matching()));
    if (m_list->shownKept() > 0)
        text += u" · "_s + tr("%1 from the history").arg(locale.toString(m_list->shownKept()));
    if (const auto hidden = static_cast<int>(hiddenUnseen()); hidden > 0 && question().tab == Tab::Unseen)
        text += u" · "_s + tr("%n more snoozed or muted on this computer only", nullptr, hidden);
    return text;
}

} // namespace tidings
