// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventspage.h"
#include "filefeed.h"

namespace tidings {

// The events of a file. As the page of a server's, with a button to sort by, and without commands that change anything.
class FilePage : public EventsPage
{
    Q_OBJECT

public:
    FilePage(EventTableModel &model, FileFeed &feed, QWidget *parent = nullptr);

    [[nodiscard]] QString countsText() const override;
    // The records that could not be used, a line each; empty when there are none.
    [[nodiscard]] QString problemsText() const;

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
