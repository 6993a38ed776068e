// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventquery.h"
#include "listquery.h"
#include "serverinfo.h"

#include <QList>
#include <QString>

#include <vector>

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
// Said where a negated condition leaves out more than it seems to; empty mostly. Translated.
QString lackingFieldWarning(const EventQuery &query);

// How a query is asked of one server: one or more lists (their rows are merged by time) and a check of every row, since
// the server's `action` is a substring match, its `username` finds more than the user's name, it has no parameter for
// most conditions, and an AKQL text that does not parse is silently taken for plain words.
struct QueryPlan
{
    QList<EventListQuery> streams; // at least one
    QueryEngine engine = QueryEngine::All;
    std::vector<akql::Node> conditions; // that rows must fulfil, the query language of the text included
    std::vector<akql::Node> localConditions; // those of them to be checked here
    std::vector<akql::Node> askedConditions; // those that the server was asked for in its query language
    QString words; // to be found anywhere in a record
    TimeRange range; // resolved; rows are checked here too, since AKQL knows whole seconds only
    bool serverKnowsRange = false; // it leaves out what lies outside
    // A `created` bound may be added to `search`: the search is empty or AKQL, and the server answers AKQL.
    bool allowsKeyset = false;
    // Why the answer may differ from what the words look like, as sentences; empty mostly. Translated.
    QString warning;
    EventQuery query;

    // True for rows that really match what was asked, as far as it can be checked here.
    [[nodiscard]] bool accepts(const Event &event) const;
    // False for a row that a query of these conditions cannot have found: the server took it for plain words. What
    // depends on the database (the order of texts, letters' case beyond ASCII, fields that are missing) proves nothing.
    [[nodiscard]] bool isAnswer(const Event &event) const;
    // As accepts() for a row that no list brought, so that nothing was checked by the server. Words are looked for in
    // all of the record, so that those that only its brand has are found too.
    [[nodiscard]] bool acceptsUnasked(const Event &event) const;
    // Rows are left out here, so that the server's count is an upper bound.
    [[nodiscard]] bool isPartlyLocal() const;
    // The server's count is that of the rows: nothing is left out here, and no list is a substring match.
    [[nodiscard]] bool isCountExact() const;
    // The engine, and whether this computer leaves rows out too; translated.
    [[nodiscard]] QString engineText() const;

    // `now` resolves a relative time range.
    static QueryPlan make(const EventQuery &query, const ServerCapabilities &capabilities, Timestamp now);
};

} // namespace tidings
