// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rowfinder.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace tidings {

class RecordTable;

// Looks for words among the rows of a table without hiding the others: marks them in the cells, says how many rows have
// them, and jumps from one to the next. Hidden until open(); Esc closes it.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    // The table must have a RecordDelegate. `name` is that of the page, for object names.
    FindBar(const QString &name, RecordTable &table, RowFinder &finder, QWidget *parent);

    void open(); // with what was looked for last
    void close();
    void jump(int direction); // 1: next, -1: previous; goes on at the other end, and says so
    [[nodiscard]] bool isOpen() const { return !isHidden(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildControls(const QString &name);
    void search(); // what the controls say, now
    void handleFound();
    void goTo(int row);
    void tryToLand();
    void updateTexts();
    [[nodiscard]] QList<int> shownColumns() const;

    RecordTable &m_table;
    RowFinder &m_finder;
    QLineEdit *m_edit;
    QLabel *m_count;
    QLabel *m_note; // that it went on at the other end
    QCheckBox *m_raw;
    QProgressBar *m_progress;
    QToolButton *m_previous;
    QToolButton *m_next;
    QTimer m_typing;
    int m_anchor = 0; // where a search begins: the row that the user chose, or jumped to
    enum class Landing { None, FromAnchor, Next };
    Landing m_landing = Landing::None; // wanted as soon as such a row is found
};

} // namespace tidings
