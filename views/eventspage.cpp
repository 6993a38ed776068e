// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspage.h"

#include "actioncatalog.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "checklistbutton.h"
#include "conditionbar.h"
#include "detailpane.h"
#include "emptystate.h"
#include "eventfeed.h"
#include "eventfiltercommands.h"
#include "histogrampanel.h"
#include "icons.h"
#include "loadprogress.h"
#include "queryedit.h"
#include "queryproblem.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"
#include "timerangebutton.h"
#include "topvaluespane.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EventsPage::EventsPage(EventTableModel &model, EventListFeed &feed, QWidget *parent)
    : EventsPage(
        {.name = u"events"_s,
            .rowHeight = metrics::rowHeight,
            .typingPause = 400ms,
            .queryLabel = tr("Search the events"),
            .queryHint = tr("Words, or a query such as action = \"login_failed\" and client_ip != \"10.0.0.1\""),
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
    : RecordPage(parts, model, feed, detail, query, parent)
    , m_model(model)
    , m_feed(feed)
    , m_detail(detail)
    , m_queryEdit(query)
    , m_queryProblem(new QueryProblem(*query, this))
    , m_actions(new ChecklistButton(tr("Action"), true, this))
    , m_range(new TimeRangeButton(this))
    , m_conditions(new ConditionBar(this))
    , m_loading(new LoadProgress(feed, model, this))
    , m_histogram(new HistogramPanel(model, feed, qobject_cast<EventFeed *>(&feed), this))
    , m_topValues(new TopValuesPane(model))
    , m_commands(new EventFilterCommands(this))
{
    buildControls(control ? control : makeLive());
    placeTopValues();
    buildCommands();
    setKnownActions({});
    setUpColumns();
    m_detail->setObjectName(parts.name == "events"_L1 ? u"eventDetail"_s : parts.name + u"Detail"_s);

    connect(&table(), &RecordTable::rowOpened, this, [this] { setDetailVisible(true); });
    connect(m_detail, &EventDetail::editRequested, this, &EventsPage::editRequested);
    connect(m_detail, &EventDetail::openRequested, this, &EventsPage::openRequested);
    connect(&m_feed, &EventListFeed::planChanged, this, &EventsPage::countsChanged);
    updateEmptyState();
}

void EventsPage::setUpColumns()
{
    table().setAccessibleName(tr("Events"));
    table().setItemDelegate(new EventDelegate(&table()));
    table().setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *const header = table().horizontalHeader();
    const std::pair<int, int> widths[] = {{EventTableModel::TimeColumn, 148}, {EventTableModel::ActionColumn, 156},
        {EventTableModel::UserColumn, 112}, {EventTableModel::ApplicationColumn, 120},
        {EventTableModel::FromColumn, 140}, {EventTableModel::BrandColumn, 110}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    // "What happened" names the application; who wants them as columns switches them on.
    header->hideSection(EventTableModel::ApplicationColumn);
    header->hideSection(EventTableModel::BrandColumn);
}

void EventsPage::buildControls(QPushButton *control)
{
    m_actions->setObjectName(query().objectName().replace("Query"_L1, "Actions"_L1));
    m_range->setObjectName(query().objectName().replace("Query"_L1, "Range"_L1));
    layOut({}, {m_actions, m_range, control, &m_histogram->toggleButton()},
        {m_queryProblem, m_conditions, m_loading, m_histogram});
    connect(m_histogram, &HistogramPanel::rangeChosen, this, &EventsPage::setTimeRange);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &EventsPage::applyQuery);
    connect(m_range, &TimeRangeButton::rangeChosen, this, &EventsPage::applyQuery);
    connect(m_conditions, &ConditionBar::conditionsChanged, this, &EventsPage::applyQuery);
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

void EventsPage::buildCommands()
{
    const auto command = [this](const QString &text, const QString &iconName, const QString &name,
                             const QKeySequence &key, const QString &tip, auto &&act) {
        auto *const action = new QAction(text, this);
        action->setIcon(icon(iconName));
        action->setObjectName(name);
        action->setShortcut(key);
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_back = command(tr("&Back"), u"go-back"_s, u"actionBack"_s, QKeySequence(Qt::ALT | Qt::Key_Left),
        tr("The question asked before"), [this] { setFilter(m_history.back()); });
    m_forward = command(tr("&Go forward"), u"go-forward"_s, u"actionForward"_s, QKeySequence(Qt::ALT | Qt::Key_Right),
        tr("The question asked after this one"), [this] { setFilter(m_history.forward()); });
    m_addFilter = command(tr("A&dd a condition…"), u"add"_s, u"actionAddFilter"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), tr("Choose a field, a relation and a value"),
        [this] { m_conditions->openEditor(); });
    m_toConditions = command(tr("&Query to conditions"), u"chips"_s, u"actionToConditions"_s,
        QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Take the query apart into conditions"),
        [this] { queryToConditions(); });
    m_toQuery = command(tr("&Conditions to query"), u"search"_s, u"actionToQuery"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), tr("Write all conditions as one query"),
        [this] { conditionsToQuery(); });
    m_loadAll = command(tr("Load all &matches"), u"jump-down"_s, u"actionLoadAll"_s,
        QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_M), tr("Load everything that matches, however far back it goes"),
        [this] { m_loading->start(); });
    m_clearAll = command(tr("Clear everyt&hing"), u"close"_s, u"actionClearFilter"_s,
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), tr("Show all events"), [this] { widenFilter(); });

    connect(m_commands, &EventFilterCommands::addRequested, this, &EventsPage::addCondition);
    connect(m_commands, &EventFilterCommands::onlyRequested, this, [this](const akql::Node &condition) {
        EventQuery asked;
        asked.conditions = {Condition{condition}};
        setFilter(asked);
    });
    connect(m_commands, &EventFilterCommands::aroundRequested, this, [this](Timestamp time) {
        constexpr Timestamp tenMinutes = std::chrono::microseconds(10min).count();
        EventQuery asked;
        asked.range = {.last = {}, .from = time - tenMinutes, .until = time + tenMinutes + 1};
        setFilter(asked);
    });
    connect(table().selectionModel(), &QItemSelectionModel::currentChanged, this, &EventsPage::updateCommands);
    connect(m_queryEdit, &QLineEdit::textChanged, this, &EventsPage::updateCommands);
    const auto separator = [this] {
        auto *const line = new QAction(m_commands);
        line->setSeparator(true);
        return line;
    };
    m_filterActions = m_commands->actions();
    m_filterActions += separator();
    m_filterActions += {m_addFilter, m_toConditions, m_toQuery};
    m_filterActions += separator();
    m_filterActions += m_range->commands();
    m_filterActions += separator();
    m_filterActions += {m_loadAll, m_back, m_forward, m_clearAll};
    // Another page may have the same keys.
    for (QAction *const action : std::as_const(m_filterActions)) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (!action->isSeparator())
            addAction(action);
    }
    m_history.visit({});
    updateCommands();
}

QList<QAction *> EventsPage::cellActions() const
{
    return m_commands->actions();
}

void EventsPage::updateCommands()
{
    m_commands->setSubject(currentEvent(), currentTrait());
    const auto parsed = akql::parse(query().text());
    m_toConditions->setEnabled(static_cast<bool>(parsed));
    m_toQuery->setEnabled(!m_feed.query().enabledConditions().empty());
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
    m_clearAll->setEnabled(!m_feed.query().isEmpty());
    m_loadAll->setEnabled(m_feed.state() == FeedState::Idle || m_feed.state() == FeedState::Loading);
}

std::optional<Trait> EventsPage::currentTrait() const
{
    const QModelIndex index = table().currentIndex();
    if (!index.isValid())
        return std::nullopt;
    switch (static_cast<EventTableModel::Column>(index.column())) {
    case EventTableModel::ActionColumn:
        return Trait::Action;
    case EventTableModel::UserColumn:
        return Trait::User;
    case EventTableModel::ApplicationColumn:
        return Trait::Application;
    case EventTableModel::FromColumn:
        return Trait::Address;
    case EventTableModel::BrandColumn:
        return Trait::Brand;
    case EventTableModel::SummaryColumn:
        return Trait::Object;
    case EventTableModel::TimeColumn:
    case EventTableModel::ColumnCount:
        break;
    }
    return std::nullopt;
}

// Of the newest rows; more would not be at hand while someone types.
QList<akql::Literal> EventsPage::seenValues(const QStringList &path) const
{
    constexpr int rowsLookedAt = 300;
    QList<akql::Literal> values;
    QHash<QString, int> counts;
    for (int row = 0; row < std::min(rowsLookedAt, m_model.rowCount()); ++row) {
        const Event event = m_model.eventAt(row);
        const auto literal = literalAt(event, path);
        if (literal && counts[akql::print(*literal)]++ == 0)
            values += *literal;
    }
    std::stable_sort(values.begin(), values.end(), [&](const akql::Literal &a, const akql::Literal &b) {
        return counts.value(akql::print(a)) > counts.value(akql::print(b));
    });
    return values;
}

void EventsPage::queryToConditions()
{
    const auto parsed = akql::parse(query().text());
    if (!parsed)
        return;
    EventQuery asked = m_feed.query();
    asked.text.clear();
    const akql::Node &node = *parsed.query;
    if (node.kind() == akql::Node::Kind::And) {
        for (const akql::Node &part : node.children())
            asked.conditions += Condition{part};
    } else {
        asked.conditions += Condition{node};
    }
    setFilter(asked);
}

void EventsPage::conditionsToQuery()
{
    EventQuery asked = m_feed.query();
    std::vector<akql::Node> nodes;
    if (const auto parsed = akql::parse(asked.text))
        nodes.push_back(*parsed.query);
    const std::vector<akql::Node> conditions = asked.enabledConditions();
    nodes.insert(nodes.end(), conditions.begin(), conditions.end());
    if (nodes.empty())
        return;
    asked.text = akql::print(akql::Node::all(std::move(nodes)));
    asked.conditions.clear();
    setFilter(asked);
    focusQuery();
}

void EventsPage::placeTopValues()
{
    m_side = new QSplitter(Qt::Vertical);
    m_side->setObjectName(u"eventsSide"_s);
    m_side->setHandleWidth(1);
    m_side->setChildrenCollapsible(false);
    QSplitter &outer = splitter();
    outer.replaceWidget(outer.indexOf(m_detail), m_side);
    m_side->addWidget(m_detail);
    m_side->addWidget(m_topValues);
    m_side->setStretchFactor(0, 1);
    m_side->setCollapsible(0, true);
    m_topValues->hide();
    m_detail->show();
    constexpr int initialTableWidth = 700;
    outer.setSizes({initialTableWidth, metrics::detailWidth});

    const auto showSide = [this] {
        m_side->setVisible(isDetailVisible() || !m_topValues->isHidden());
    };
    connect(this, &RecordPage::detailVisibleChanged, m_side, showSide);
    connect(this, &EventsPage::topValuesVisibleChanged, m_side, showSide);
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
    shareSide();
}

// A low window has no room for both: there the top values take the place of the detail pane while they are shown.
void EventsPage::shareSide()
{
    const int whole = std::max(2, m_side->height());
    if (m_topValues->isHidden())
        m_side->setSizes({whole, 0});
    else
        m_side->setSizes({m_roomy ? whole / 2 : 0, m_roomy ? whole / 2 : whole});
}

void EventsPage::setCompact(bool compact)
{
    RecordPage::setCompact(compact);
    m_histogram->setCompact(compact);
}

void EventsPage::setRoomy(bool roomy)
{
    m_histogram->setRoomy(roomy);
    if (roomy == m_roomy)
        return;
    m_roomy = roomy;
    shareSide();
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
    const auto values = [this](const QStringList &path) {
        return seenValues(path);
    };
    m_queryEdit->setSources(akql::Schema::events(actions), values);
    m_conditions->setSources(akql::Schema::events(), values);
}

void EventsPage::applyQuery()
{
    EventQuery asked;
    asked.text = query().text().trimmed();
    asked.actions = m_actions->checked();
    asked.conditions = m_conditions->conditions();
    asked.range = m_range->range();
    ask(asked);
}

void EventsPage::setFilter(const EventQuery &query)
{
    showControls(query);
    ask(query);
}

void EventsPage::setTimeRange(const TimeRange &range)
{
    EventQuery asked = m_feed.query();
    asked.range = range;
    setFilter(asked);
}

void EventsPage::addCondition(const akql::Node &condition)
{
    EventQuery asked = m_feed.query();
    const auto known = std::find_if(asked.conditions.begin(), asked.conditions.end(),
        [&condition](const Condition &other) { return other.node == condition; });
    if (known != asked.conditions.end())
        known->enabled = true;
    else
        asked.conditions += Condition{condition};
    setFilter(asked);
}

void EventsPage::showControls(const EventQuery &query)
{
    m_actions->setChecked(query.actions);
    m_range->setRange(query.range);
    m_conditions->setConditions(query.conditions);
    setQueryText(query.text);
}

void EventsPage::ask(const EventQuery &query)
{
    m_history.visit(query);
    m_queryProblem->showCurrent();
    m_feed.setQuery(query);
    updateCommands();
    emit filterChanged();
}

void EventsPage::widenFilter()
{
    setFilter({});
}

std::optional<Event> EventsPage::currentEvent() const
{
    return m_detail->shownEvent();
}

void EventsPage::showRecord(int row)
{
    if (row < 0)
        m_detail->clearEvent();
    else
        m_detail->setEvent(m_model.eventAt(row));
    updateCommands();
}

void EventsPage::select(const Event &event)
{
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

void EventsPage::handleState()
{
    // A feed that gets another server starts to poll.
    if (m_live && !m_live->isChecked())
        m_feed.poller().setEnabled(false);
    RecordPage::handleState();
    updateCommands();
}

void EventsPage::describeEmpty(EmptyState &empty) const
{
    if (m_feed.query().isEmpty())
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
    }
    return text;
}

QString EventsPage::engineText() const
{
    return tr("answered by: %1").arg(m_feed.engineText());
}

} // namespace tidings
