// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspage.h"

#include "actioncatalog.h"
#include "checklistbutton.h"
#include "detailpane.h"
#include "emptystate.h"
#include "histogrampanel.h"
#include "icons.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"
#include "topvaluespane.h"

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

EventsPage::EventsPage(EventTableModel &model, EventFeed &feed, QWidget *parent)
    : EventsPage(model, feed, new EventDetail, parent)
{
}

EventsPage::EventsPage(EventTableModel &model, EventFeed &feed, EventDetail *detail, QWidget *parent)
    : RecordPage(
        {.name = u"events"_s,
            .rowHeight = metrics::rowHeight,
            .typingPause = 400ms,
            .queryLabel = tr("Search the events"),
            .queryHint = tr("Words, or a query such as action = \"login_failed\" and client_ip != \"10.0.0.1\""),
            .loadingText = tr("Loading events…"),
            .forbiddenText = tr("The token has no right to read events. It needs the permission “Can view Event”.")},
        model, feed, detail, parent)
    , m_model(model)
    , m_feed(feed)
    , m_detail(detail)
    , m_actions(new ChecklistButton(tr("Action"), true, this))
    , m_live(new QPushButton(icon(u"live"_s), tr("Live"), this))
    , m_histogram(new HistogramPanel(model, feed, this))
    , m_topValues(new TopValuesPane(model))
{
    buildControls();
    placeTopValues();
    setKnownActions({});
    setUpColumns();
    m_detail->setObjectName(u"eventDetail"_s);

    connect(&table(), &RecordTable::rowOpened, this, [this] { setDetailVisible(true); });
    connect(m_detail, &EventDetail::editRequested, this, &EventsPage::editRequested);
    connect(m_detail, &EventDetail::openRequested, this, &EventsPage::openRequested);
    connect(&m_feed, &EventFeed::planChanged, this, &EventsPage::countsChanged);
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

void EventsPage::buildControls()
{
    m_actions->setObjectName(u"eventsActions"_s);
    m_live->setObjectName(u"eventsLive"_s);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setToolTip(tr("New events appear by themselves"));
    layOut({}, {m_actions, m_live, &m_histogram->toggleButton()}, {m_histogram});

    connect(m_histogram, &HistogramPanel::rangeChosen, this, &EventsPage::setTimeRange);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &EventsPage::applyQuery);
    connect(m_live, &QPushButton::toggled, this, [this](bool live) {
        m_live->setIcon(icon(live ? u"live"_s : u"pause"_s));
        m_live->setText(live ? tr("Live") : tr("Paused"));
        m_feed.poller().setEnabled(live);
        if (live)
            m_feed.poll();
    });
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

void EventsPage::setTimeRange(const TimeRange &range)
{
    EventQuery asked = m_feed.query();
    asked.range = range;
    m_feed.setQuery(asked);
}

void EventsPage::addCondition(const akql::Node &node)
{
    EventQuery asked = m_feed.query();
    const auto known = std::find_if(asked.conditions.begin(), asked.conditions.end(),
        [&node](const Condition &condition) { return condition.node == node; });
    if (known != asked.conditions.end())
        known->enabled = true;
    else
        asked.conditions += Condition{node, true};
    m_feed.setQuery(asked);
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
}

void EventsPage::applyQuery()
{
    EventQuery asked = m_feed.query();
    asked.text = query().text().trimmed();
    asked.actions = m_actions->checked();
    m_feed.setQuery(asked);
}

void EventsPage::setFilter(const EventQuery &query)
{
    m_actions->setChecked(query.actions);
    setQueryText(query.text);
    m_feed.setQuery(query);
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
    if (!m_live->isChecked())
        m_feed.poller().setEnabled(false);
    RecordPage::handleState();
}

void EventsPage::describeEmpty(EmptyState &empty) const
{
    if (m_feed.query().isEmpty())
        empty.setContent(u"empty"_s, tr("There are no events on this server yet."));
    else
        empty.setContent(
            u"search"_s, tr("No event matches. Try other words or fewer actions."), tr("Clear the filter"));
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
    return tr("answered by: %1").arg(m_feed.plan().engineText());
}

} // namespace tidings
