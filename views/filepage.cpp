// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepage.h"

#include "detailpane.h"
#include "emptystate.h"
#include "icons.h"
#include "recordtable.h"
#include "theme.h"

#include <QAction>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Column = EventTableModel::Column;

std::optional<SortKey::By> sortKeyOf(int column)
{
    switch (static_cast<Column>(column)) {
    case Column::TimeColumn:
        return SortKey::By::Time;
    case Column::ActionColumn:
        return SortKey::By::Action;
    case Column::UserColumn:
        return SortKey::By::Actor;
    case Column::ApplicationColumn:
        return SortKey::By::Application;
    case Column::FromColumn:
        return SortKey::By::Address;
    case Column::BrandColumn:
        return SortKey::By::Brand;
    case Column::SummaryColumn:
    case Column::ColumnCount:
        break;
    }
    return std::nullopt;
}

int columnOf(SortKey::By by)
{
    int column = 0;
    while (sortKeyOf(column) != by)
        ++column;
    return column;
}

bool isShiftDown()
{
    return QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

FilePage::FilePage(EventTableModel &model, FileFeed &feed, QWidget *parent)
    : FilePage(model, feed, new QPushButton(icon(u"sort"_s), {}), parent)
{
}

FilePage::FilePage(EventTableModel &model, FileFeed &feed, QPushButton *sort, QWidget *parent)
    : EventsPage(
        {.name = u"file"_s,
            .rowHeight = metrics::rowHeight,
            .typingPause = 200ms,
            .queryLabel = tr("Search the events of the file"),
            .queryHint = tr("Words, or a query such as action = \"login_failed\" and client_ip != \"10.0.0.1\""),
            .loadingText = tr("Reading the file…"),
            .forbiddenText = {},
            .failedIcon = u"file"_s},
        model, feed, sort, parent)
    , m_model(model)
    , m_feed(feed)
    , m_sort(sort)
{
    detail().hideCommands();
    table().setAccessibleName(tr("Events of the file"));
    buildSortMenu();
    QHeaderView *const header = table().horizontalHeader();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) { sortBy(column, isShiftDown()); });
    connect(&m_feed, &FileFeed::planChanged, this, &FilePage::updateSortState);
    connect(&m_feed, &FileFeed::progressChanged, this, &FilePage::countsChanged);
    connect(
        &m_feed, &FileFeed::fileChanged, this, [this](const QString &text) { showProblem(text, tr("Read again")); });
    updateSortState();
    updateEmptyState();
}

void FilePage::buildSortMenu()
{
    m_sort->setObjectName(u"fileSort"_s);
    auto *const menu = new QMenu(m_sort);
    QAction *const newest = menu->addAction(tr("Newest first"));
    newest->setObjectName(u"sortNewest"_s);
    connect(newest, &QAction::triggered, this, [this] { m_feed.setSortKeys({}); });
    menu->addSeparator();
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        if (!sortKeyOf(column))
            continue;
        QAction *const action = menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(u"sort%1"_s.arg(column));
        connect(action, &QAction::triggered, this, [this, column] { sortBy(column, isShiftDown()); });
    }
    m_sort->setMenu(menu);
    m_sort->setToolTip(tr("What the rows are sorted by. With Shift, a further key is added."));
}

void FilePage::sortBy(int column, bool adds)
{
    const auto by = sortKeyOf(column);
    if (!by)
        return;
    QList<SortKey> keys = m_feed.sortKeys();
    const auto known = std::find_if(keys.begin(), keys.end(), [by](const SortKey &key) { return key.by == *by; });
    if (known != keys.end()) {
        known->isDescending = !known->isDescending;
        if (!adds)
            keys = {*known};
    } else {
        if (!adds)
            keys.clear();
        keys += SortKey{*by, false};
    }
    m_feed.setSortKeys(keys);
}

void FilePage::updateSortState()
{
    const QList<SortKey> keys = m_feed.sortKeys();
    QStringList names;
    for (const SortKey &key : keys) {
        const QString name = m_model.headerData(columnOf(key.by), Qt::Horizontal, Qt::DisplayRole).toString();
        names += name + (key.isDescending ? u" ↓"_s : u" ↑"_s);
    }
    const QString order = keys.isEmpty() ? tr("Newest first") : names.join(u", "_s);
    m_sort->setText(order + u"  ▾"_s);
    m_sort->setAccessibleName(tr("Sorted by: %1").arg(order));
    QHeaderView *const header = table().horizontalHeader();
    header->setSortIndicatorShown(!keys.isEmpty());
    if (!keys.isEmpty()) {
        header->setSortIndicator(
            columnOf(keys.first().by), keys.first().isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

QString FilePage::countsText() const
{
    const QLocale locale;
    if (m_feed.progress() >= 0)
        return tr("Reading the file: %1 %").arg(m_feed.progress() / 10);
    if (m_feed.state() == FeedState::Failed)
        return {};
    QString text = tr("%1 shown").arg(locale.toString(m_model.rowCount())) + u" · "_s
        + tr("%1 in the file").arg(locale.toString(m_feed.total()));
    if (m_feed.damaged() > 0)
        text += u" · "_s + tr("%1 not readable").arg(locale.toString(m_feed.damaged()));
    if (m_feed.repeated() > 0)
        text += u" · "_s + tr("%1 repeated").arg(locale.toString(m_feed.repeated()));
    return text;
}

QString FilePage::problemsText() const
{
    QStringList lines;
    for (const FileProblem &problem : m_feed.problems())
        lines += tr("Line %1: %2").arg(QLocale().toString(problem.line), problem.reason);
    if (const qint64 more = m_feed.damaged() - lines.size(); more > 0)
        lines += tr("… and %1 more").arg(QLocale().toString(more));
    return lines.join(u'\n');
}

void FilePage::describeEmpty(EmptyState &empty) const
{
    if (m_feed.query().isEmpty())
        empty.setContent(u"empty"_s, tr("No event of the file is left."));
    else
        empty.setContent(
            u"search"_s, tr("No event of the file matches. Try other words or fewer actions."), tr("Clear the filter"));
}

void FilePage::handleState()
{
    if (m_feed.total() == 0)
        m_known = nullptr;
    if (m_feed.state() == FeedState::Complete && m_known != &m_model.store()) {
        m_known = &m_model.store();
        // What occurs is what can be chosen.
        std::vector<bool> occurs(m_known->dictionary().textCount());
        for (const EventStore::Code code : m_known->codes(EventStore::Column::Action))
            occurs[code] = true;
        QStringList actions;
        for (EventStore::Code code = 1; code < occurs.size(); ++code) {
            if (occurs[code])
                actions += m_known->dictionary().text(code);
        }
        std::sort(actions.begin(), actions.end());
        setKnownActions(actions);
    }
    EventsPage::handleState();
}

} // namespace tidings
