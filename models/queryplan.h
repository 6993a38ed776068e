// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventquery.h"
#include "listquery.h"
#include "serverinfo.h"

#include <QList>
#include <QString>

namespace tidings {

// Which part of the server answers a query.
enum class QueryEngine {
    All, // no condition
    ServerFilters, // exact parameters
    PlainSearch, // every word as a substring of the stored record
    Akql, // authentik's query language
    LocalRows, // the server cannot; rows are checked here while they load
};

QString engineName(QueryEngine engine); // translated

// How a query is asked of one server: one or more lists (their rows are merged by time) and a check of every row, since
// the server's `action` is a substring match and an AKQL text that does not parse is silently taken for plain words.
struct QueryPlan
{
    QList<EventListQuery> streams; // at least one
    QueryEngine engine = QueryEngine::All;
    // A `created` bound may be added to `search`: the search is empty or AKQL, and the server answers AKQL.
    bool allowsKeyset = false;
    // Why the answer may differ from what the words look like; empty mostly. Translated, for the status line.
    QString warning;
    EventQuery query;

    // True for rows that really match what was asked, as far as it can be checked here.
    [[nodiscard]] bool accepts(const Event &event) const;

    static QueryPlan make(const EventQuery &query, const ServerCapabilities &capabilities);
};

} // namespace tidings
