// SPDX-License-Identifier: GPL-3.0-or-later
#include "sortcommands.h"

#include "icons.h"
#include "plainlabel.h"
#include "recordtable.h"
#include "sortheader.h"

#include <QAction>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

bool isShiftDown()
{
    return QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

SortCommands::SortCommands(RecordTable &table, EventTableModel &model, EventListFeed &feed, QWidget *page)
    : QObject(page)
    , m_table(table)
    , m_model(model)
    , m_feed(feed)
    , m_page(page)
    , m_menu(std::make_unique<QMenu>(tr("&Sort")))
    , m_column(
          add(tr("By this &column"), u"actionSortColumn"_s, u"sort"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O),
              tr("Sort the rows that are here by the current column; once more: the other way round")))
    , m_further(add(tr("By this column &too"), u"actionSortFurther"_s, u"add"_s,
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_O),
          tr("Sort rows that are the same so far by the current column")))
    , m_newest(add(tr("&Newest first"), u"sortNewest"_s, u"clock"_s, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N),
          tr("No longer sort by columns")))
{
    m_menu->setIcon(icon(u"sort"_s));
    m_menu->menuAction()->setObjectName(u"actionSort"_s);
    m_menu->menuAction()->setStatusTip(tr("What the rows are sorted by"));
    connect(m_column, &QAction::triggered, this, [this] { sortBy(m_table.currentIndex().column(), false); });
    connect(m_further, &QAction::triggered, this, [this] { sortBy(m_table.currentIndex().column(), true); });
    connect(m_newest, &QAction::triggered, this, [this] { m_feed.setSortKeys({}); });
    QHeaderView *const header = m_table.horizontalHeader();
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) { sortBy(column, isShiftDown()); });
    connect(m_table.selectionModel(), &QItemSelectionModel::currentChanged, this, &SortCommands::update);
    connect(&m_feed, &EventListFeed::planChanged, this, &SortCommands::update);
    connect(&m_model, &QAbstractItemModel::columnsInserted, this, &SortCommands::update);
    connect(&m_model, &QAbstractItemModel::columnsRemoved, this, &SortCommands::update);
    update();
}

SortCommands::~SortCommands() = default;

QAction *SortCommands::add(
    const QString &text, const QString &name, const QString &iconName, const QKeySequence &key, const QString &tip)
{
    QAction *const action = m_menu->addAction(icon(iconName), text);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // another page may have the same keys
    action->setStatusTip(tip);
    action->setParent(this);
    m_page->addAction(action);
    return action;
}

QAction *SortCommands::menuAction() const
{
    return m_menu->menuAction();
}

void SortCommands::fillMenu(QMenu *menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumns(menu); }); // they come and go
    fillColumns(menu);
}

void SortCommands::fillColumns(QMenu *menu)
{
    menu->clear();
    menu->addAction(m_newest);
    menu->addSeparator();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        // The paths of fields come out of records.
        const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *const action = menu->addAction(plainMenuText(title));
        action->setObjectName(u"sort%1"_s.arg(column));
        connect(action, &QAction::triggered, this, [this, column] { sortBy(column, isShiftDown()); });
    }
}

std::optional<SortKey> SortCommands::keyOf(int column) const
{
    return column < 0 || column >= m_model.columnCount() ? std::nullopt : sortKeyOf(m_model.columnId(column));
}

void SortCommands::sortBy(int column, bool adds)
{
    const auto wanted = keyOf(column);
    if (!wanted)
        return;
    QList<SortKey> keys = m_feed.sortKeys();
    const auto known
        = std::find_if(keys.begin(), keys.end(), [&wanted](const SortKey &key) { return key.isSameColumn(*wanted); });
    if (known != keys.end()) {
        known->isDescending = !known->isDescending;
        if (!adds)
            keys = {SortKey(*known)};
    } else {
        if (!adds)
            keys.clear();
        keys += *wanted;
    }
    m_feed.setSortKeys(keys);
}

QString SortCommands::orderText() const
{
    const QList<SortKey> &keys = m_feed.sortKeys();
    QStringList names;
    for (const SortKey &key : keys)
        names += sortKeyName(key) + (key.isDescending ? u" ↓"_s : u" ↑"_s);
    return keys.isEmpty() ? tr("Newest first") : names.join(u", "_s);
}

void SortCommands::update()
{
    const QList<SortKey> &keys = m_feed.sortKeys();
    const bool canSort = keyOf(m_table.currentIndex().column()).has_value();
    m_column->setEnabled(canSort);
    m_further->setEnabled(canSort && !keys.isEmpty());
    m_newest->setEnabled(!keys.isEmpty());
    QHash<int, SortHeader::Mark> marks;
    for (int i = 0; i < keys.size(); ++i) {
        const int rank = keys.size() > 1 ? i + 1 : 0;
        if (const int column = m_model.columnOf(columnIdOf(keys.at(i))); column >= 0)
            marks[column] = {rank, keys.at(i).isDescending};
    }
    if (keys.isEmpty())
        marks[EventTableModel::TimeColumn] = {0, true};
    static_cast<SortHeader *>(m_table.horizontalHeader())->setMarks(marks);
}

} // namespace tidings
