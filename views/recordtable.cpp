// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordtable.h"

#include "emptystate.h"
#include "icons.h"
#include "plainlabel.h"
#include "recorddelegate.h"
#include "recordtablemodel.h"
#include "sortheader.h"
#include "theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr int measure = 1000; // pixels

} // namespace

RecordTable::RecordTable(int rowHeight, QWidget *parent)
    : QTableView(parent)
    , m_normalHeight(rowHeight)
    , m_measure(zoomed(measure))
    , m_emptyState(new EmptyState(viewport()))
    , m_newRows(new QPushButton(viewport()))
{
    setHorizontalHeader(new SortHeader(this));
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
    updateRowHeight();
    horizontalHeader()->viewport()->installEventFilter(this);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    // It becomes 0 where it is hidden, and the header does not tell what it was.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (width == 0)
            m_hiddenWidths[column] = before;
    });

    m_newRows->setObjectName(u"newRowsButton"_s);
    m_newRows->setProperty("primary", true);
    m_newRows->setIcon(iconOnAccent(u"jump-up"_s));
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
        m_isChoosing = false;
        announceNew(0);
        updateEmptyState();
        emit currentRowChanged(-1);
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, &RecordTable::updateEmptyState);
    // Rows are chosen as wholes: new columns belong to them too.
    connect(model, &QAbstractItemModel::columnsInserted, this, [this] {
        selectionModel()->select(
            selectionModel()->selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RecordTable::updateEmptyState);
    if (auto *const records = qobject_cast<RecordTableModel *>(model)) {
        connect(records, &RecordTableModel::rowsAboutToSettle, this, &RecordTable::holdPlace);
        connect(records, &RecordTableModel::rowsSettled, this, &RecordTable::findPlace);
    }
    updateEmptyState();
}

void RecordTable::setDensity(Density density)
{
    m_density = density;
    updateRowHeight();
}

int RecordTable::heightOfRows() const
{
    return verticalHeader()->defaultSectionSize();
}

// The row at the top stays there.
void RecordTable::updateRowHeight()
{
    int height = metrics::rowHeight;
    if (m_density == Density::Compact)
        height = metrics::compactRowHeight;
    else if (m_density == Density::Roomy)
        height = metrics::roomyRowHeight;
    height = zoomed(qRound(static_cast<double>(m_normalHeight) * height / metrics::rowHeight));
    const int lines = m_normalHeight > metrics::rowHeight ? 2 : 1;
    const int needed = lines * (fontMetrics().height() + 2);
    height = std::max(height, std::min(needed, zoomed(m_normalHeight)));
    const double top = static_cast<double>(verticalScrollBar()->value()) / heightOfRows();
    verticalHeader()->setDefaultSectionSize(height);
    if (!model() || top <= 0)
        return;
    executeDelayedItemsLayout();
    updateGeometries();
    verticalScrollBar()->setValue(qRound(top * height));
}

bool RecordTable::event(QEvent *event)
{
    const bool isTaken = QTableView::event(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        refit();
    if (event->type() != QEvent::ApplicationFontChange)
        return isTaken;
    updateRowHeight();
    zoomColumns();
    refit();
    placeOverlays();
    return isTaken;
}

void RecordTable::zoomColumns()
{
    const int before = std::exchange(m_measure, zoomed(measure));
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    for (int column = 0; column < horizontalHeader()->count() && before != m_measure; ++column) {
        const int width = widthOf(column);
        if (width > 0 && !isFitted(column))
            setWidthOf(column, qRound(static_cast<double>(width) * m_measure / before));
    }
}

int RecordTable::widthOf(int column) const
{
    return isColumnHidden(column) ? m_hiddenWidths.value(column) : columnWidth(column);
}

void RecordTable::setWidthOf(int column, int width)
{
    if (isColumnHidden(column))
        m_hiddenWidths[column] = width;
    setColumnWidth(column, width);
}

void RecordTable::fitColumn(int column, const QStringList &texts)
{
    const bool isTheUsers = m_fittedColumn == column && !isFitted(column);
    m_fittedColumn = column;
    m_fittedTexts = texts;
    if (isTheUsers)
        return;
    m_fittedWidth = columnWidth(column);
    refit();
}

bool RecordTable::isFitted(int column) const
{
    return column >= 0 && column == m_fittedColumn && columnWidth(column) == m_fittedWidth;
}

void RecordTable::refit()
{
    if (!isFitted(m_fittedColumn))
        return;
    int width = 0;
    for (const QString &text : std::as_const(m_fittedTexts))
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    const QHeaderView *const header = horizontalHeader();
    const int mark = header->fontMetrics().horizontalAdvance(u" ↓1"_s);
    m_fittedWidth = std::max(width + 2 * RecordDelegate::padding + 1, header->sectionSizeHint(m_fittedColumn) + mark);
    const QScopedValueRollback adjusting(m_isAdjusting, true);
    setColumnWidth(m_fittedColumn, m_fittedWidth);
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
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (last - first + 1) * heightOfRows());
}

// The row at the top stays there, wherever it goes.
void RecordTable::holdPlace()
{
    m_heldRow = rowAt(0);
    m_held = isFollowing() || m_heldRow < 0 ? QModelIndex() : model()->index(m_heldRow, 0);
}

void RecordTable::findPlace()
{
    if (m_held.isValid() && m_held.row() != m_heldRow) {
        const int step = m_held.row() - m_heldRow;
        executeDelayedItemsLayout();
        updateGeometries();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step * heightOfRows());
    }
    m_held = QModelIndex();
}

void RecordTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int above = std::max(0, std::min(last + 1, rowAt(0)) - first);
    QTableView::rowsAboutToBeRemoved(parent, first, last);
    if (above > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - above * heightOfRows());
}

void RecordTable::announceNew(int count)
{
    m_newCount = count == 0 || isFollowing() || rowAt(0) == 0 ? 0 : m_newCount + count;
    m_newRows->setVisible(m_newCount > 0);
    if (m_newCount == 0)
        return;
    m_newRows->setText(tr("%n new", nullptr, m_newCount));
    m_newRows->setToolTip(tr("Jump to the first row"));
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
    const QModelIndex index = model()->index(row, column);
    if (m_isChoosing)
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    else
        setCurrentIndex(index);
}

void RecordTable::toggleChosen()
{
    if (!currentIndex().isValid())
        return;
    // The row that the keyboard is on was chosen by walking there; the first X says that it is meant.
    const bool isFirst = !std::exchange(m_isChoosing, true);
    if (!isFirst || !selectionModel()->isSelected(currentIndex()))
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    viewport()->update();
}

void RecordTable::mousePressEvent(QMouseEvent *event)
{
    m_isChoosing = false;
    QTableView::mousePressEvent(event);
}

// QAbstractItemView would make the first row current whenever the window comes back: the list would stop following.
void RecordTable::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event); // clazy:exclude=skipped-base-method
    viewport()->update();
}

void RecordTable::copyCell() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(RecordTableModel::CopyRole).toString());
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyCell();
    if (event->modifiers() == Qt::NoModifier) {
        constexpr std::array arrows{
            Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End};
        if (std::find(arrows.begin(), arrows.end(), event->key()) != arrows.end())
            m_isChoosing = false;
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
    if (m_isChoosing && event->key() == Qt::Key_Escape) {
        m_isChoosing = false;
        setCurrentIndex(currentIndex());
        return;
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

// The names of columns may come out of records as well.
bool RecordTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport() && event->type() == QEvent::ToolTip && model()) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const int column = horizontalHeader()->logicalIndexAt(help->pos());
        const QStringList lines{model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(),
            static_cast<SortHeader *>(horizontalHeader())->markSentence(column)};
        const QString text = lines.join(u'\n').trimmed();
        QToolTip::showText(help->globalPos(), plainToolTip(text), horizontalHeader()->viewport());
        return true;
    }
    return QTableView::eventFilter(watched, event);
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
