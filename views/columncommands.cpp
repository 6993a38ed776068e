// SPDX-License-Identifier: GPL-3.0-or-later
#include "columncommands.h"

#include "eventspage.h"
#include "fielddialog.h"
#include "icons.h"
#include "plainlabel.h"
#include "recordtable.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 150;

// A row without these says nothing.
bool isAlwaysShown(int column)
{
    return column == EventTableModel::TimeColumn || column == EventTableModel::SummaryColumn;
}

void apply(const ColumnLayout &layout, EventsPage &page)
{
    QStringList fields;
    for (const ColumnLayout::Column &column : layout.columns) {
        if (column.id.startsWith(EventTableModel::fieldPrefix))
            fields += column.id.sliced(EventTableModel::fieldPrefix.size());
    }
    page.model().setFieldColumns(fields);
    QHeaderView &header = *page.table().horizontalHeader();
    QList<int> shown;
    for (const ColumnLayout::Column &column : layout.columns) {
        const int known = page.model().columnOf(column.id);
        if (known < 0 || shown.contains(known))
            continue;
        shown += known;
        header.setSectionHidden(known, false);
        // What happened takes the width that is left.
        if (column.width > 0 && known != EventTableModel::SummaryColumn)
            header.resizeSection(known, column.width);
    }
    if (!shown.contains(EventTableModel::TimeColumn))
        shown.prepend(EventTableModel::TimeColumn);
    if (!shown.contains(EventTableModel::SummaryColumn))
        shown += EventTableModel::SummaryColumn;
    for (int place = 0; place < shown.size(); ++place)
        header.moveSection(header.visualIndex(shown.at(place)), place);
    for (int column = 0; column < header.count(); ++column)
        header.setSectionHidden(column, !shown.contains(column));
    for (const ColumnLayout::Column &column : layout.hidden) {
        const int known = page.model().columnOf(column.id);
        if (known >= 0 && column.width > 0 && header.isSectionHidden(known))
            page.table().setWidthOf(known, column.width);
    }
}

} // namespace

ColumnCommands::ColumnCommands(EventsPage &page, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_menu(new QMenu(tr("&Columns of the events"), window))
    , m_add(new QAction(icon(u"add"_s), tr("Column from a &field…"), this))
{
    m_menu->setObjectName(u"columnsMenu"_s);
    m_add->setObjectName(u"actionAddColumn"_s);
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    m_add->setStatusTip(tr("Show what the events have in any field of their records"));
    m_window->addAction(m_add);
    connect(m_add, &QAction::triggered, this, &ColumnCommands::openDialog);
    connect(m_menu, &QMenu::aboutToShow, this, &ColumnCommands::fillMenu);
    adopt(page);
    fillMenu();
}

void ColumnCommands::attach(EventsPage &page)
{
    m_pages.removeAll(nullptr);
    adopt(page);
    const QScopedValueRollback applying(m_isApplying, true);
    apply(first().state().columns, page);
}

void ColumnCommands::adopt(EventsPage &page)
{
    m_pages += &page;
    QHeaderView *const header = page.table().horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &at) { m_menu->popup(header->mapToGlobal(at)); });
    connect(&page, &EventsPage::columnRequested, this, &ColumnCommands::addField);
    connect(&page, &EventsPage::columnsRequested, this, &ColumnCommands::setLayout);
    connect(header, &QHeaderView::sectionMoved, this, [this, &page] { mirror(page); });
    connect(header, &QHeaderView::sectionResized, this, [this, &page](int column) {
        if (column != EventTableModel::SummaryColumn) // it takes the width that is left
            mirror(page);
    });
}

void ColumnCommands::mirror(const EventsPage &page)
{
    if (m_isApplying || page.table().isAdjusting())
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    const ColumnLayout layout = page.state().columns;
    for (const QPointer<EventsPage> &other : std::as_const(m_pages)) {
        if (other && other != &page)
            apply(layout, *other);
    }
}

void ColumnCommands::fillMenu()
{
    m_menu->clear();
    const EventTableModel &model = first().model();
    const QHeaderView &header = *first().table().horizontalHeader();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (isAlwaysShown(column))
            continue;
        if (column == EventTableModel::ColumnCount)
            m_menu->addSeparator();
        // The paths of fields come out of records.
        const QString text = plainMenuText(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QAction *const action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(!header.isSectionHidden(column));
        action->setStatusTip(
            column < EventTableModel::ColumnCount ? tr("Show or hide this column") : tr("Remove this column"));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { toggle(column, isShown); });
    }
    m_menu->addSeparator();
    m_menu->addAction(m_add);
}

void ColumnCommands::toggle(int column, bool isShown)
{
    if (column >= EventTableModel::ColumnCount)
        return removeField(first().model().fieldColumns().value(column - EventTableModel::ColumnCount));
    const QScopedValueRollback applying(m_isApplying, true);
    for (const QPointer<EventsPage> &page : std::as_const(m_pages)) {
        if (page)
            page->table().horizontalHeader()->setSectionHidden(column, !isShown);
    }
}

ColumnLayout ColumnCommands::layout() const
{
    return first().state().columns;
}

void ColumnCommands::setLayout(const ColumnLayout &layout)
{
    if (layout.isEmpty())
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    for (const QPointer<EventsPage> &page : std::as_const(m_pages)) {
        if (page)
            apply(layout, *page);
    }
}

void ColumnCommands::addField(const QString &name)
{
    const QScopedValueRollback applying(m_isApplying, true);
    for (const QPointer<EventsPage> &page : std::as_const(m_pages)) {
        if (!page)
            continue;
        const int before = page->model().columnCount();
        page->model().setFieldColumns(page->model().fieldColumns() + QStringList{name});
        if (page->model().columnCount() == before)
            continue;
        // Beside what happened, which takes the free width.
        QHeaderView &header = *page->table().horizontalHeader();
        header.resizeSection(before, fieldWidth);
        header.moveSection(header.visualIndex(before), header.visualIndex(EventTableModel::SummaryColumn));
    }
}

void ColumnCommands::removeField(const QString &name)
{
    const QScopedValueRollback applying(m_isApplying, true);
    for (const QPointer<EventsPage> &page : std::as_const(m_pages)) {
        if (!page)
            continue;
        QStringList fields = page->model().fieldColumns();
        fields.removeAll(name);
        page->model().setFieldColumns(fields);
    }
}

void ColumnCommands::openDialog()
{
    EventsPage *shown = &first();
    for (const QPointer<EventsPage> &page : std::as_const(m_pages)) {
        if (page && page->isVisible())
            shown = page;
    }
    auto *const dialog = new FieldDialog(shown->model(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FieldDialog::chosen, this, &ColumnCommands::addField);
    dialog->open();
}

} // namespace tidings
