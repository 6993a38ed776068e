// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    RecordTable(int rowHeight, QWidget *parent);

    void setModel(QAbstractItemModel *model) override;
    void setRowHeight(int height);
    [[nodiscard]] EmptyState &emptyState() const { return *m_emptyState; }
    // Rows that a poll put on top while the reader was further down; hidden again at the top.
    void announceNew(int count);
    void jumpToTop();

signals:
    void currentRowChanged(int row); // -1: none
    void rowOpened(int row); // Enter or double click

protected:
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isFollowing() const;
    void walk(int step);
    void placeOverlays();
    void updateEmptyState();

    EmptyState *m_emptyState;
    QPushButton *m_newRows;
    int m_newCount = 0;
};

} // namespace tidings
