// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlistfeed.h"
#include "eventtablemodel.h"

#include <memory>
#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace tidings {

class RecordTable;

// What the rows of a page of events are sorted by, whoever they come from. A click on a header sorts by that column, a
// second one the other way round, with Shift it becomes a further key; the same as commands for the current column, and
// one that goes back. The header shows all keys.
class SortCommands : public QObject
{
    Q_OBJECT

public:
    // `page` gets the shortcuts.
    SortCommands(RecordTable &table, EventTableModel &model, EventListFeed &feed, QWidget *page);
    ~SortCommands() override;

    // By the user: the column, once more the other way round; as a further key where `adds`.
    void sortBy(int column, bool adds);
    [[nodiscard]] QString orderText() const; // "User ↓, Time ↑"
    [[nodiscard]] QAction *menuAction() const; // all commands, for a menu
    [[nodiscard]] QList<QAction *> actions() const { return {m_column, m_further, m_newest}; }
    void fillMenu(QMenu *menu); // newest first, and the columns

private:
    QAction *add(
        const QString &text, const QString &name, const QString &iconName, const QKeySequence &key, const QString &tip);
    void update();
    void fillColumns(QMenu *menu);
    [[nodiscard]] std::optional<SortKey> keyOf(int column) const;

    RecordTable &m_table;
    EventTableModel &m_model;
    EventListFeed &m_feed;
    QWidget *m_page;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_column;
    QAction *m_further;
    QAction *m_newest;
};

} // namespace tidings
