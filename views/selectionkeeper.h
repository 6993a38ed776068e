// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace tidings {

class EventListFeed;
class EventTableModel;
class RecordTable;

// Keeps the current event of a table while its list is filled anew: remembers it when the rows go, and chooses it again
// when its row comes. Whoever chooses another row meanwhile ends that.
class SelectionKeeper : public QObject
{
    Q_OBJECT

public:
    // All must outlive the keeper. Made after the model was given to the table.
    SelectionKeeper(RecordTable &table, EventTableModel &model, EventListFeed &feed, QObject *parent);

    // Whatever the next list is: this event is looked for in it, with further pages if need be, and stands in the
    // middle.
    void insistOn(const QByteArray &key);
    void chooseNewest(); // of the list that comes next
    void forget() { m_wish = Wish::None; } // something else is shown
    [[nodiscard]] bool isWaiting() const { return m_wish != Wish::None; }

signals:
    void gaveUp(); // the list has no such row, as far as it was read

private:
    enum class Wish { None, Key, InsistedKey, Newest };

    void remember();
    void look();
    void settle(); // the feed is done with what it reads
    void choose(int row, bool inTheMiddle);

    RecordTable &m_table;
    EventTableModel &m_model;
    EventListFeed &m_feed;
    Wish m_wish = Wish::None;
    QByteArray m_key;
    int m_pagesLeft = 0;
};

} // namespace tidings
