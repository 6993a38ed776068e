// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtable.h"

#include "emptystate.h"
#include "icons.h"
#include "plainlabel.h"
#include "theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

namespace tidings {

using namespace Qt::StringLiterals;

RecordTable::RecordTable(int rowHeight, QWidget *parent)
    : QTableView(parent)
    , m_emptyState(new EmptyState(viewport()))
    , m_newRows(new QPushButton(viewport()))
{
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);

    m_newRows->setObjectName(u"newRowsButton"_s);
    m_newRows->setProperty("primary", true);
    m_newRows->setIcon(icon(u"jump-up"_s));
    m_newRows->setFocusPolicy(Qt::NoFocus); // Home does the same
    m_newRows->hide();
    connect(m_newRows, &QPushButton::clicked, this, &RecordTable::jumpToTop);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            announceNew(0);
    });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit rowOpened(index.row()); });
}

void RecordTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        announceNew(0);
        updateEmptyState();
        emit currentRowChanged(-1);
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &RecordTable::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RecordTable::updateEmptyState);
    updateEmptyState();
}

void RecordTable::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
}

// At the top with nothing chosen, new rows may push the others down: the reader follows the list.
bool RecordTable::isFollowing() const
{
    return verticalScrollBar()->value() == 0 && !currentIndex().isValid();
}

void RecordTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const bool keepPlace = !isFollowing() && first <= rowAt(0) && model()->rowCount() > last - first + 1;
    QTableView::rowsInserted(parent, first, last);
    if (!keepPlace)
        return;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(
        verticalScrollBar()->value() + (last - first + 1) * verticalHeader()->defaultSectionSize());
}

void RecordTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int above = std::max(0, std::min(last + 1, rowAt(0)) - first);
    QTableView::rowsAboutToBeRemoved(parent, first, last);
    if (above > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - above * verticalHeader()->defaultSectionSize());
}

void RecordTable::announceNew(int count)
{
    m_newCount = count == 0 || isFollowing() || rowAt(0) == 0 ? 0 : m_newCount + count;
    m_newRows->setVisible(m_newCount > 0);
    if (m_newCount == 0)
        return;
    m_newRows->setText(tr("%n new", nullptr, m_newCount));
    m_newRows->setToolTip(tr("Jump to the newest row"));
    placeOverlays();
}

void RecordTable::jumpToTop()
{
    scrollToTop();
    announceNew(0);
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        emit currentRowChanged(current.isValid() ? current.row() : -1);
}

void RecordTable::walk(int step)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    const int row = std::clamp(from + step, 0, model()->rowCount() - 1);
    int column = 0;
    while (column < model()->columnCount() && isColumnHidden(column))
        ++column;
    setCurrentIndex(model()->index(row, column));
}

// QAbstractItemView would make the first row current whenever the window comes back: the list would stop following.
void RecordTable::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event); // clazy:exclude=skipped-base-method
    viewport()->update();
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_J:
            return walk(1);
        case Qt::Key_K:
            return walk(-1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (currentIndex().isValid())
                emit rowOpened(currentIndex().row());
            return;
        case Qt::Key_Home:
            if (model() && model()->rowCount() > 0)
                setCurrentIndex(model()->index(0, currentIndex().isValid() ? currentIndex().column() : 0));
            return;
        case Qt::Key_End:
            if (model() && model()->rowCount() > 0)
                setCurrentIndex(
                    model()->index(model()->rowCount() - 1, currentIndex().isValid() ? currentIndex().column() : 0));
            return;
        default:
            break;
        }
    }
    // Typing searches nothing here; letters are shortcuts of the window.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeOverlays();
}

// Tool tips are server text: escaped, so that Qt never takes them for rich text, and wrapped.
bool RecordTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const QString text = indexAt(help->pos()).data(Qt::ToolTipRole).toString();
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
        }
        return true;
    }
    return QTableView::viewportEvent(event);
}

void RecordTable::placeOverlays()
{
    m_emptyState->setGeometry(viewport()->rect());
    m_newRows->adjustSize();
    m_newRows->move((viewport()->width() - m_newRows->width()) / 2, metrics::gap);
}

void RecordTable::updateEmptyState()
{
    m_emptyState->setVisible(!model() || model()->rowCount() == 0);
}

} // namespace tidings
