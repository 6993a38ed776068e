// SPDX-License-Identifier: GPL-3.0-or-later
#include "inboxpage.h"

#include "actioncatalog.h"
#include "checklistbutton.h"
#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
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

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

InboxPage::InboxPage(NotificationTableModel &model, NotificationFeed &feed, QWidget *parent)
    : InboxPage(model, feed, new NotificationDetail, parent)
{
}

InboxPage::InboxPage(NotificationTableModel &model, NotificationFeed &feed, NotificationDetail *detail, QWidget *parent)
    : RecordPage({.name = u"inbox"_s,
                     .rowHeight = metrics::inboxRowHeight,
                     .typingPause = 300ms,
                     .queryLabel = tr("Filter notifications"),
                     .queryHint = tr("Filter notifications"),
                     .loadingText = tr("Loading notifications…"),
                     .forbiddenText = {}},
        model, feed, detail, new QLineEdit, parent)
    , m_model(model)
    , m_feed(feed)
    , m_detail(detail)
    , m_tabs(new QButtonGroup(this))
    , m_unseenTab(new QPushButton(this))
    , m_allTab(new QPushButton(this))
    , m_severities(new ChecklistButton(tr("Severity"), false, this))
    , m_actions(new ChecklistButton(tr("Action"), true, this))
    , m_markAll(new QPushButton(icon(u"mark-all-seen"_s), tr("Mark all seen"), this))
    , m_undoBar(new UndoBar(&table()))
{
    buildControls();
    setUpColumns();
    connectUndo();
    m_detail->setObjectName(u"notificationDetail"_s);

    connect(&table(), &RecordTable::rowOpened, this, [this](int row) {
        if (const auto &event = m_model.notification(row).event)
            emit eventRequested(*event);
    });
    connect(m_detail, &NotificationDetail::seenToggled, this, [this](bool seen) {
        const int row = table().currentIndex().row();
        if (row >= 0)
            m_feed.setSeen({m_model.index(row, 0).data(NotificationTableModel::KeyRole).toByteArray()}, seen);
    });
    connect(m_detail, &NotificationDetail::eventRequested, this, [this] {
        if (const auto notification = currentNotification(); notification && notification->event)
            emit eventRequested(*notification->event);
    });
    connect(m_detail, &NotificationDetail::linkRequested, this, &InboxPage::linkRequested);
    connect(&m_feed, &NotificationFeed::countsChanged, this, &InboxPage::updateTabs);
    connect(&m_feed, &NotificationFeed::changeFailed, this, [this](int count, const ApiError &error) {
        m_undoBar->dismiss();
        const QString what
            = count > 0 ? tr("%n notification(s) could not be changed.", nullptr, count) : tr("Nothing was changed.");
        showProblem(what + u' ' + visibleText(describe(error)));
    });
    applyQuery();
    updateTabs();
    updateEmptyState();
}

void InboxPage::setUpColumns()
{
    table().setAccessibleName(tr("Notifications"));
    table().setItemDelegate(new NotificationDelegate(&table()));
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
        if (index > previous)
            m_undoBar->offer(undo.undoText());
        else
            m_undoBar->dismiss();
        previous = index;
    });
    connect(m_undoBar, &UndoBar::undoRequested, &undo, &QUndoStack::undo);
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
    query().setMinimumWidth(120);
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

    layOut({m_unseenTab, m_allTab}, {m_severities, m_actions, m_markAll});

    connect(m_tabs, &QButtonGroup::buttonClicked, this, &InboxPage::applyQuery);
    connect(m_severities, &ChecklistButton::checkedChanged, this, &InboxPage::applyQuery);
    connect(m_actions, &ChecklistButton::checkedChanged, this, &InboxPage::applyQuery);
    connect(m_markAll, &QPushButton::clicked, this, &InboxPage::markAllSeen);
}

void InboxPage::applyQuery()
{
    NotificationFilter filter;
    if (m_unseenTab->isChecked())
        filter.seen = false;
    filter.severities = m_severities->checked();
    filter.actions = m_actions->checked();
    filter.text = query().text();
    if (filter == m_feed.filter())
        m_feed.reload(); // the tab was clicked again: rows marked meanwhile go
    else
        m_feed.setFilter(filter);
}

void InboxPage::showTab(bool unseenOnly)
{
    (unseenOnly ? m_unseenTab : m_allTab)->setChecked(true);
    applyQuery();
}

std::optional<Notification> InboxPage::currentNotification() const
{
    const int row = table().currentIndex().row();
    return row < 0 ? std::nullopt : std::optional(m_model.notification(row));
}

QList<QByteArray> InboxPage::selectedKeys() const
{
    QList<QByteArray> keys;
    const auto rows = table().selectionModel()->selectedRows();
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
    const auto rows = table().selectionModel()->selectedRows();
    const bool anyUnseen = std::any_of(rows.cbegin(), rows.cend(),
        [](const QModelIndex &index) { return !index.data(NotificationTableModel::SeenRole).toBool(); });
    markSelected(anyUnseen);
}

void InboxPage::markAllSeen()
{
    m_feed.markAllSeen();
}

void InboxPage::showRecord(int row)
{
    if (row < 0)
        m_detail->clearNotification();
    else
        m_detail->setNotification(m_model.notification(row));
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

void InboxPage::describeEmpty(EmptyState &empty) const
{
    const NotificationFilter &filter = m_feed.filter();
    if (filter.isNarrowed())
        empty.setContent(u"search"_s, tr("No notification matches the filter."), tr("Clear the filter"));
    else if (filter.seen)
        empty.setContent(u"check"_s, tr("Nothing unseen. Well done."), tr("Show all"));
    else
        empty.setContent(u"inbox"_s, tr("There are no notifications. authentik deletes seen ones after some hours."));
}

void InboxPage::widenFilter()
{
    if (!m_feed.filter().isNarrowed())
        return showTab(false);
    setQueryText({});
    m_severities->setChecked({});
    m_actions->setChecked({});
    applyQuery();
}

void InboxPage::setCompact(bool compact)
{
    RecordPage::setCompact(compact);
    m_markAll->setText(compact ? QString() : tr("Mark all seen"));
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
