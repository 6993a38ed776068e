// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventspage.h"

#include "actioncatalog.h"
#include "checklistbutton.h"
#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "recorddelegate.h"
#include "recordtable.h"
#include "theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

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
    : EventsPage(parts, model, feed, new EventDetail, control, parent)
{
}

EventsPage::EventsPage(const Parts &parts, EventTableModel &model, EventListFeed &feed, EventDetail *detail,
    QPushButton *control, QWidget *parent)
    : RecordPage(parts, model, feed, detail, parent)
    , m_model(model)
    , m_feed(feed)
    , m_detail(detail)
    , m_actions(new ChecklistButton(tr("Action"), true, this))
{
    buildControls(control ? control : makeLive());
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
    layOut({}, {m_actions, control});
    connect(m_actions, &ChecklistButton::checkedChanged, this, &EventsPage::applyQuery);
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
    if (m_live && !m_live->isChecked())
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
    return tr("answered by: %1").arg(m_feed.engineText());
}

} // namespace tidings
