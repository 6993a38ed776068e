// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspage.h"

#include "akqlparser.h"
#include "akqlprinter.h"
#include "conditionbar.h"
#include "detailpane.h"
#include "detailside.h"
#include "emptystate.h"
#include "eventcontrols.h"
#include "eventfeed.h"
#include "eventfiltercommands.h"
#include "eventrowfinder.h"
#include "exportdialog.h"
#include "histogrampanel.h"
#include "icons.h"
#include "loadprogress.h"
#include "queryedit.h"
#include "queryproblem.h"
#include "questionforms.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "searchback.h"
#include "selectionkeeper.h"
#include "sortcommands.h"
#include "theme.h"
#include "timejump.h"
#include "timetext.h"
#include "topvaluespane.h"
#include "wholequestion.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <array>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EventsPage::EventsPage(EventTableModel &model, EventListFeed &feed, QWidget *parent)
    : EventsPage(
        {.name = u"events"_s,
            .rowHeight = metrics::rowHeight,
            .typingPause = 400ms,
            .queryLabel = tr("Search the events"),
            .queryHint = queryHint(),
            .loadingText = tr("Loading events…"),
            .forbiddenText = tr("The token has no right to read events. It needs the permission “Can view Event”.")},
        model, feed, nullptr, parent)
{
}

EventsPage::EventsPage(
    const Parts &parts, EventTableModel &model, EventListFeed &feed, QPushButton *control, QWidget *parent)
    : EventsPage(parts, model, feed, new EventDetail, new QueryEdit, control, parent)
{
}

EventsPage::EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, EventDetail *detail,
    QueryEdit *query, QPushButton *control, QWidget *parent)
    : RecordPage(parts, model, new EventRowFinder(model), feed, detail, query, parent)
    , m_model(model)
    , m_feed(feed)
    , m_server(qobject_cast<EventFeed *>(&feed))
    , m_detail(detail)
    , m_queryEdit(query)
    , m_controls(new EventControls(*query, model, *this))
    , m_loading(new LoadProgress(feed, model, this))
    , m_keeper(new SelectionKeeper(table(), model, feed, this))
    , m_jump(new TimeJump({model, feed, m_server, table(), *m_keeper}, this))
    , m_histogram(new HistogramPanel(model, feed, m_server, this))
    , m_topValues(new TopValuesPane(model))
    , m_cellCommands(new EventFilterCommands(this))
    , m_sorting(new SortCommands(table(), model, feed, this))
    , m_commands(new EventsCommands(*this,
          {m_cellCommands->actions(), m_controls->rangeCommands() + QList{m_jump->command()}, m_sorting->menuAction()}))
{
    buildControls(control ? control : makeLive());
    placeTopValues();
    connectCommands();
    setUpColumns();
    m_history.visit(state());
    m_detail->setObjectName(parts.name == "events"_L1 ? u"eventDetail"_s : parts.name + u"Detail"_s);

    connect(&table(), &RecordTable::rowOpened, this, [this] { setDetailVisible(true); });
    connect(m_detail, &EventDetail::editRequested, this, &EventsPage::editRequested);
    connect(m_detail, &EventDetail::columnRequested, this, &EventsPage::columnRequested);
    connect(m_detail, &EventDetail::openRequested, this, &EventsPage::openRequested);
    connect(&m_feed, &EventListFeed::planChanged, this, &EventsPage::countsChanged);
    updateEmptyState();
}

QString EventsPage::queryHint()
{
    return tr("Words, or a query such as action = \"login_failed\" and client_ip != \"10.0.0.1\"");
}

void EventsPage::setUpColumns()
{
    table().setAccessibleName(tr("Events"));
    table().setItemDelegate(new EventDelegate(&table()));
    table().setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *const header = table().horizontalHeader();
    const std::pair<int, int> widths[] = {{EventTableModel::ActionColumn, 156}, {EventTableModel::UserColumn, 112},
        {EventTableModel::ApplicationColumn, 120}, {EventTableModel::FromColumn, 140},
        {EventTableModel::BrandColumn, 110}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    table().fitColumn(EventTableModel::TimeColumn, widestColumnTimes(m_model.timeDisplay()));
    // "What happened" names the application; who wants them as columns switches them on.
    header->hideSection(EventTableModel::ApplicationColumn);
    header->hideSection(EventTableModel::BrandColumn);
}

void EventsPage::buildControls(QPushButton *control)
{
    layOut({}, m_controls->filters() + QWidgetList{control, &m_histogram->toggleButton()},
        m_controls->lines() + QWidgetList{m_loading, m_jump, m_histogram});
    connect(m_controls, &EventControls::changed, this, &EventsPage::applyQuery);
    connect(m_histogram, &HistogramPanel::rangeChosen, this, &EventsPage::setTimeRange);
    connect(&searchBack(), &SearchBack::requested, m_loading, &LoadProgress::start);
    connect(&m_controls->problem(), &QueryProblem::wordsRequested, this, [this] { ask(m_controls->question(), true); });
}

QPushButton *EventsPage::makeLive()
{
    m_live = new QPushButton(icon(u"live"_s), tr("Live"), this);
    m_live->setObjectName(u"eventsLive"_s);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setToolTip(tr("New events appear by themselves"));
    connect(m_live, &QPushButton::toggled, this, [this](bool live) {
        m_live->setIcon(icon(live ? u"live"_s : u"pause"_s));
        m_live->setText(live ? tr("Live") : tr("Paused"));
        m_feed.poller().setEnabled(live);
        if (live)
            m_feed.poll();
    });
    return m_live;
}

void EventsPage::connectCommands()
{
    connect(m_cellCommands, &EventFilterCommands::addRequested, this, &EventsPage::addCondition);
    connect(m_cellCommands, &EventFilterCommands::onlyRequested, this,
        [this](const akql::Node &condition) { setFilter(withCondition(m_feed.query().pinnedOnly(), condition)); });
    connect(m_cellCommands, &EventFilterCommands::aroundRequested, this, [this](Timestamp time) {
        constexpr Timestamp tenMinutes = std::chrono::microseconds(10min).count();
        EventQuery asked = m_feed.query().pinnedOnly();
        asked.range = {.last = {}, .from = time - tenMinutes, .until = time + tenMinutes + 1};
        if (const auto event = currentEvent())
            m_keeper->insistOn(event->key());
        setFilter(asked);
    });
    connect(m_keeper, &SelectionKeeper::gaveUp, this, [this] {
        m_detail->clearEvent();
        updateSubject();
        emit currentChanged();
    });
    connect(m_jump, &TimeJump::awayChanged, m_commands, &EventsCommands::update);
    connect(m_jump, &TimeJump::rangeSearchStopped, this, [this] {
        if (m_history.canGoBack())
            restore(m_history.back());
        else
            setTimeRange({});
    });
    connect(table().selectionModel(), &QItemSelectionModel::currentChanged, this, &EventsPage::updateSubject);
    connect(m_queryEdit, &QLineEdit::textChanged, m_commands, &EventsCommands::update);
    m_commands->update();
}

const QList<QAction *> &EventsPage::filterActions() const
{
    return m_commands->actions();
}

QList<QAction *> EventsPage::cellActions() const
{
    return m_cellCommands->actions();
}

// Reads the event for each command: when another one or another cell is chosen, not at every key in the query line.
void EventsPage::updateSubject()
{
    m_cellCommands->setSubject(currentEvent(), m_model, table().currentIndex().column());
}

// The way back

void EventsPage::goBack()
{
    switch (wayBack()) {
    case WayBack::Notification:
        return emit returnRequested();
    case WayBack::Newest:
        return m_jump->goBack();
    case WayBack::Question:
        m_history.note(state());
        return restore(m_history.back());
    case WayBack::None:
        break;
    }
}

void EventsPage::goForward()
{
    m_history.note(state());
    restore(m_history.forward());
}

EventsPage::WayBack EventsPage::wayBack() const
{
    if (m_offersReturn)
        return WayBack::Notification;
    if (m_jump->isAway())
        return WayBack::Newest;
    return m_history.canGoBack() ? WayBack::Question : WayBack::None;
}

bool EventsPage::isAway() const
{
    return m_jump->isAway();
}

// Other forms of the question

void EventsPage::makeCondition()
{
    m_controls->conditions().openEditor();
}

void EventsPage::queryToConditions()
{
    if (const auto asked = textToConditions(m_feed.query(), query().text()))
        change(*asked);
}

void EventsPage::conditionsToQuery()
{
    const auto asked = conditionsToText(m_feed.query(), currentTimestamp(), m_controls->knownActions());
    if (!asked)
        return refuseWords();
    change(*asked);
    focusQuery();
}

void EventsPage::copyQuestion()
{
    const auto whole = wholeQuestion(m_feed.query(), currentTimestamp(), m_controls->knownActions());
    if (!whole)
        return refuseWords();
    const QString text = akql::print(*whole);
    QGuiApplication::clipboard()->setText(text);
    if (!akql::parse(text, akql::Schema::events()))
        showProblem(tr("Copied. authentik itself does not understand networks of addresses; Tidings does."));
}

void EventsPage::refuseWords()
{
    if (!m_feed.query().text.trimmed().isEmpty())
        showProblem(tr("The query line holds words to search for, which a query cannot express."));
}

bool EventsPage::canLoadAll() const
{
    return m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Loading;
}

void EventsPage::loadAll()
{
    m_loading->start();
}

// The side

void EventsPage::placeTopValues()
{
    QSplitter &outer = splitter();
    m_side = new DetailSide(outer, m_detail, m_topValues);
    constexpr int initialTableWidth = 700;
    outer.setSizes({initialTableWidth, metrics::detailWidth});
    connect(this, &RecordPage::detailVisibleChanged, m_side, &DetailSide::follow);
    connect(this, &EventsPage::topValuesVisibleChanged, m_side, &DetailSide::follow);
    connect(m_topValues, &TopValuesPane::closeRequested, this, [this] { setTopValuesVisible(false); });
    connect(m_topValues, &TopValuesPane::filterRequested, this, &EventsPage::addCondition);
}

void EventsPage::setTopValuesVisible(bool visible)
{
    if (visible != m_topValues->isHidden())
        return;
    const bool hadFocus = m_topValues->isAncestorOf(focusWidget());
    m_topValues->setVisible(visible);
    if (visible)
        m_topValues->focusTable();
    else if (hadFocus)
        focusList();
    emit topValuesVisibleChanged(visible);
    m_side->share();
}

void EventsPage::setCompact(bool compact)
{
    RecordPage::setCompact(compact);
    m_controls->setCompact(compact);
    m_histogram->setCompact(compact);
}

void EventsPage::setTimeDisplay(const TimeDisplay &display)
{
    const bool isOtherZone = display.zone != m_model.timeDisplay().zone;
    RecordPage::setTimeDisplay(display);
    table().fitColumn(EventTableModel::TimeColumn, widestColumnTimes(display));
    if (isOtherZone)
        m_feed.resolveAgain();
    m_jump->refreshTexts();
    m_controls->setTimeDisplay(display);
    m_histogram->setTimeDisplay(display);
    m_cellCommands->setTimeDisplay(display);
    updateSubject();
}

void EventsPage::setRoomy(bool roomy)
{
    m_histogram->setRoomy(roomy);
    m_side->setRoomy(roomy);
}

// What is asked

void EventsPage::setKnownActions(const QStringList &actions)
{
    m_controls->setKnownActions(actions);
}

void EventsPage::applyQuery()
{
    applyControls(false);
}

void EventsPage::applyTyped()
{
    if (!m_queryEdit->problem())
        applyControls(true);
}

// A query that does not parse would be searched for as words, which its writer did not mean: the text before stays
// asked for until the words are wanted.
void EventsPage::applyControls(bool isTyped)
{
    EventQuery wanted = m_controls->question();
    if (m_queryEdit->problem() && wanted.text != m_feed.query().text) {
        wanted.text = m_feed.query().text;
        if (wanted != m_feed.query())
            ask(wanted, true);
        m_controls->problem().showUnasked();
        return;
    }
    ask(wanted, true, isTyped);
}

void EventsPage::setFilter(const EventQuery &query)
{
    showControls(query);
    ask(query);
}

void EventsPage::change(const EventQuery &query)
{
    showControls(query);
    ask(query, true);
}

void EventsPage::setTimeRange(const TimeRange &range)
{
    EventQuery asked = m_feed.query();
    asked.range = range;
    setFilter(asked);
}

void EventsPage::addCondition(const akql::Node &condition)
{
    change(withCondition(m_feed.query(), condition));
}

void EventsPage::showControls(const EventQuery &query)
{
    m_controls->showQuestion(query);
    setQueryText(query.text);
}

void EventsPage::ask(const EventQuery &query, bool keepsPlace, bool isTyped)
{
    m_history.note(state());
    ViewState asked = state();
    asked.query = query;
    asked.chosen.clear();
    m_history.visit(asked, isTyped);
    m_isAnswerAwaited = isTyped;
    if (!isTyped)
        emit questionAsked(query, false);
    m_offersReturn = false;
    m_controls->problem().showAsked();
    if (m_server && !keepsPlace)
        m_server->setQuery(query, std::nullopt);
    else
        m_feed.setQuery(query);
    m_commands->update();
    emit filterChanged();
}

ViewState EventsPage::state() const
{
    ViewState state{m_feed.query(), {}, m_feed.sortKeys(), {}};
    const QHeaderView &header = *table().horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        // A default follows the texts, also in another window.
        const ColumnLayout::Column kept{
            m_model.columnId(column), table().isFitted(column) ? 0 : table().widthOf(column)};
        if (!header.isSectionHidden(column))
            state.columns.columns += kept;
        else if (kept.width > 0)
            state.columns.hidden += kept;
    }
    if (table().currentIndex().isValid())
        state.chosen = m_model.keyOf(table().currentIndex().row());
    return state;
}

void EventsPage::showState(const ViewState &wanted)
{
    m_history.note(state());
    restore(wanted);
    emit questionAsked(wanted.query, false);
    ViewState shown = state();
    shown.chosen.clear();
    m_history.visit(shown);
    m_commands->update();
}

// Without a step of its own.
void EventsPage::restore(const ViewState &wanted)
{
    const ViewState state = wanted; // it may be one of the history
    if (!state.columns.isEmpty())
        emit columnsRequested(state.columns);
    m_feed.setSortKeys(state.order);
    m_isAnswerAwaited = false;
    m_offersReturn = false;
    showControls(state.query);
    m_controls->problem().showAsked();
    if (!state.chosen.isEmpty())
        m_keeper->insistOn(state.chosen);
    if (m_server)
        m_server->setQuery(state.query, std::nullopt);
    else
        m_feed.setQuery(state.query);
    m_commands->update();
    emit filterChanged();
}

void EventsPage::widenFilter()
{
    if (m_jump->isAway())
        m_jump->goBack();
    else
        clearFilter();
}

void EventsPage::clearFilter()
{
    const EventQuery kept = m_feed.query().pinnedOnly();
    setFilter(kept == m_feed.query() ? EventQuery() : kept);
}

std::optional<Event> EventsPage::currentEvent() const
{
    return m_detail->shownEvent();
}

void EventsPage::showRecord(int row)
{
    if (row >= 0)
        m_detail->setEvent(m_model.eventAt(row));
    else if (!m_keeper->isWaiting()) // its row may come again
        m_detail->clearEvent();
    updateSubject();
}

void EventsPage::select(const Event &event)
{
    m_keeper->forget();
    const int row = m_model.rowOf(event.key());
    if (row >= 0) {
        table().setCurrentIndex(m_model.index(row, EventTableModel::ActionColumn));
        table().scrollTo(table().currentIndex());
        return;
    }
    table().clearSelection();
    table().setCurrentIndex({});
    m_detail->setEvent(event);
    setDetailVisible(true);
    emit currentChanged();
}

void EventsPage::offerReturn(bool offered)
{
    m_offersReturn = offered;
    m_commands->update();
}

void EventsPage::handleState()
{
    // A feed that gets another server starts to poll.
    if (m_live && !m_live->isChecked())
        m_feed.poller().setEnabled(false);
    RecordPage::handleState();
    m_commands->update();
    const bool isAnswered = m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Complete;
    if (isAnswered && std::exchange(m_isAnswerAwaited, false))
        emit questionAsked(m_feed.query(), true);
}

void EventsPage::describeEmpty(EmptyState &empty) const
{
    if (m_jump->isAway())
        empty.setContent(u"search"_s, tr("No event that matches is as old as this."), tr("Back to the newest"));
    else if (m_feed.query().isEmpty())
        empty.setContent(u"empty"_s, tr("There are no events on this server yet."));
    else
        empty.setContent(u"search"_s, tr("No event matches. Try other words, fewer conditions or a longer time."),
            tr("Clear the filter"));
}

void EventsPage::setEditable(bool editable, const QString &reason)
{
    m_detail->setEditable(editable, reason);
}

QString EventsPage::countsText() const
{
    const QLocale locale;
    QString text = tr("%1 shown").arg(locale.toString(m_model.rowCount()));
    if (m_feed.matching() >= 0) {
        const QString count = locale.toString(m_feed.matching());
        text += u" · "_s
            + (m_feed.isMatchingExact() ? tr("%1 matching").arg(count) : tr("at most %1 matching").arg(count));
        text += u" · "_s + tr("%1 loaded").arg(locale.toString(m_feed.examined()));
    }
    return text;
}

QString EventsPage::engineText() const
{
    return tr("answered by: %1").arg(m_feed.engineText());
}

void EventsPage::sortBy(int column, bool adds)
{
    m_sorting->sortBy(column, adds);
}

void EventsPage::exportEvents()
{
    ExportPlan plan;
    plan.columns = shownColumns();
    const TimeDisplay &display = m_model.timeDisplay();
    plan.zone = display.isLocal() ? QTimeZone::systemTimeZone() : display.zone;
    auto *const dialog
        = new ExportDialog(RawSnapshot(m_model.store(), m_model.visibleRows()), m_feed.matching(), plan, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QList<ExportPlan::Column> EventsPage::shownColumns() const
{
    using Content = ExportPlan::Content;
    static constexpr std::array contents{Content::Time, Content::Action, Content::User, Content::Application,
        Content::Address, Content::Brand, Content::Summary};
    static_assert(contents.size() == EventTableModel::ColumnCount);
    const QHeaderView &header = *table().horizontalHeader();
    QList<ExportPlan::Column> columns;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (header.isSectionHidden(column))
            continue;
        const bool isField = column >= EventTableModel::ColumnCount;
        const Content content = isField ? Content::Field : contents[static_cast<size_t>(column)];
        columns += {m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), content,
            m_model.fieldPathAt(column)};
        if (content == Content::Address)
            columns += {tr("Place"), Content::Place, {}};
    }
    return columns;
}

} // namespace tidings
