// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appearance.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QStringList>
#include <QTableView>

class QPushButton;

namespace tidings {

class EmptyState;

// The table of both pages: whole rows, no grid, rows of one height, J and K walk. Rows that arrive on top never move
// the reader: the place and the selection stay, and a button offers to jump up. Shows its EmptyState while there are no
// rows.
class RecordTable : public QTableView
{
    Q_OBJECT

public:
    // `rowHeight` in pixels at normal density; of higher rows than metrics::rowHeight each holds two lines.
    RecordTable(int rowHeight, QWidget *parent);

    void setModel(QAbstractItemModel *model) override;
    void setDensity(Density density);
    [[nodiscard]] int heightOfRows() const; // of every row, in pixels
    // Of a hidden column how wide it will be when it is shown; 0: not known.
    [[nodiscard]] int widthOf(int column) const;
    void setWidthOf(int column, int width);
    // Makes one column as wide as the widest of these texts (and its title), now and whenever they change their size,
    // until somebody gives it another width.
    void fitColumn(int column, const QStringList &texts);
    [[nodiscard]] bool isFitted(int column) const; // still
    [[nodiscard]] bool isAdjusting() const { return m_isAdjusting; } // it is not the user who changes a width now
    [[nodiscard]] EmptyState &emptyState() const { return *m_emptyState; }
    // Rows that a poll put on top while the reader was further down; hidden again at the top.
    void announceNew(int count);
    void jumpToTop();
    void copyCell() const; // the current one; times with their offset
    // Chooses the current row beside the others, or no longer. From then on J and K walk without changing what is
    // chosen, until an arrow, a click or Escape chooses one row again.
    void toggleChosen();
    // A reset of the model ends that, unless its owner brings back what was chosen.
    [[nodiscard]] bool isChoosing() const { return m_isChoosing; }
    void setChoosing(bool choosing) { m_isChoosing = choosing; }

signals:
    void currentRowChanged(int row); // -1: none
    void rowOpened(int row); // Enter or double click

protected:
    bool event(QEvent *event) override; // another size of the texts, or another font
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // tool tips of the header

private:
    [[nodiscard]] bool isFollowing() const;
    void updateRowHeight();
    void zoomColumns();
    void refit();
    void walk(int step);
    void placeOverlays();
    void updateEmptyState();
    void holdPlace();
    void findPlace();

    const int m_normalHeight;
    Density m_density = Density::Normal;
    int m_measure; // of a length that is zoomed, at the size in force
    QHash<int, int> m_hiddenWidths; // by column
    int m_fittedColumn = -1; // -1: none
    QStringList m_fittedTexts;
    int m_fittedWidth = -1; // that it got last
    bool m_isAdjusting = false;
    EmptyState *m_emptyState;
    QPushButton *m_newRows;
    int m_newCount = 0;
    QPersistentModelIndex m_held; // at the top, while rows find their places
    int m_heldRow = 0;
    bool m_isChoosing = false;
};

} // namespace tidings
