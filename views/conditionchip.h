// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "timedisplay.h"

#include <QAbstractButton>

class QMenu;
class QToolButton;

namespace tidings {

// One condition of the query as a chip: what it says, a menu, and a button that removes it. A switched-off one is
// struck out, a pinned one has a pin before its words. Space or Enter opens the menu, Delete removes.
class ConditionChip : public QAbstractButton
{
    Q_OBJECT

public:
    ConditionChip(const Condition &condition, const TimeDisplay &display, QWidget *parent);

    [[nodiscard]] const Condition &condition() const { return m_condition; }
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void changed(const tidings::Condition &condition); // negated, switched on or off, or pinned or not
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
    [[nodiscard]] int lead() const; // pixels before the words

    Condition m_condition;
    TimeDisplay m_display;
    QMenu *m_menu;
    QToolButton *m_remove;
};

} // namespace tidings
