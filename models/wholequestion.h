// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"

#include <optional>

namespace tidings {

// Levels as the actions they come from: "action in (…)", or "action not in (…)" where Ordinary is one of them, since
// every unknown action is. `knownActions` are those that can occur, save custom ones; empty: not known, so that all of
// the catalogue are named. Nothing where the levels restrict nothing.
std::optional<akql::Node> levelCondition(const QList<Level> &levels, const QStringList &knownActions = {});

// Actions that are asked for by name; at least one.
akql::Node actionCondition(const QStringList &actions);

// The range in whole seconds, the smallest unit of the query language: those around it.
std::vector<akql::Node> rangeConditions(const TimeRange &range);

// The whole of a question as one condition: actions, levels, the conditions that are switched on, the range (resolved
// at `now`) and a text that is a query. Nothing where the text is words, which the query language cannot look for, and
// where nothing is asked.
std::optional<akql::Node> wholeQuestion(const EventQuery &query, Timestamp now, const QStringList &knownActions = {});

} // namespace tidings
