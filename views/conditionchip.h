// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"

#include <QAbstractButton>

class QMenu;
class QToolButton;

namespace tidings {

// One condition of the query as a chip: what it says, a menu, and a button that removes it. A switched-off one is
// struck out. Space or Enter opens the menu, Delete removes.
class ConditionChip : public QAbstractButton
{
    Q_OBJECT

public:
    ConditionChip(const Condition &condition, QWidget *parent);

    [[nodiscard]] const Condition &condition() const { return m_condition; }
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void changed(const tidings::Condition &condition); // negated, or switched on or off
    void editRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void buildMenu();
    void openMenu();

    Condition m_condition;
    QMenu *m_menu;
    QToolButton *m_remove;
};

} // namespace tidings
