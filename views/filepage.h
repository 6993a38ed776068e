// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventspage.h"
#include "filefeed.h"

namespace tidings {

// The events of a file. As the page of a server's, with a button and headers to sort by, and without commands that
// change anything. A click on a header sorts by that column, a second one the other way round, with Shift it becomes a
// further key; what happened is no column to sort by, since it would have to be written for every row.
class FilePage : public EventsPage
{
    Q_OBJECT

public:
    FilePage(EventTableModel &model, FileFeed &feed, QWidget *parent = nullptr);

    [[nodiscard]] QString countsText() const override;
    // The records that could not be used, a line each; empty when there are none.
    [[nodiscard]] QString problemsText() const;
    // By the user: the column, once more the other way round; as a further key where `adds`.
    void sortBy(int column, bool adds);

protected:
    void describeEmpty(EmptyState &empty) const override;
    void handleState() override;

private:
    FilePage(EventTableModel &model, FileFeed &feed, QPushButton *sort, QWidget *parent);
    void buildSortMenu();
    void updateSortState();

    EventTableModel &m_model;
    FileFeed &m_feed;
    QPushButton *m_sort;
    const EventStore *m_known = nullptr; // whose actions the filter offers; only compared
};

} // namespace tidings
