// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columnlayout.h"
#include "eventquery.h"
#include "sortkey.h"

#include <QByteArray>

namespace tidings {

// What a page of events shows, to come back to.
struct ViewState
{
    EventQuery query;
    ColumnLayout columns = {}; // empty: those that are shown
    QList<SortKey> order = {};
    QByteArray chosen = {}; // Event::key(); empty: none

    [[nodiscard]] bool isSameView(const ViewState &other) const
    {
        return query == other.query && columns == other.columns && order == other.order;
    }
    bool operator==(const ViewState &) const = default;
};

} // namespace tidings
