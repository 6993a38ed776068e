// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"

#include <optional>

namespace tidings {

// A question as it becomes when a condition is added, or when the same is to be asked in another form.

// One that is there is switched on. Both "user is x" and "user is not x" would find nothing: the new one takes the
// place of its opposite.
EventQuery withCondition(const EventQuery &query, const akql::Node &condition);

// What a line of text asks for where it is no words: a query, or an address or a network.
std::optional<akql::Node> conditionOfText(const QString &text);

// The text taken apart into conditions, in place of the query's own text; nothing where it is words.
std::optional<EventQuery> textToConditions(const EventQuery &query, const QString &text);

// Whether something could be written as text: actions, levels, and conditions that are neither pinned nor switched off.
bool hasFormOfText(const EventQuery &query);
// That, and the text there is, as one text. The time range has its own place, and all other conditions stay what they
// are. Nothing where the text is words, which have no place in a query.
std::optional<EventQuery> conditionsToText(
    const EventQuery &query, Timestamp now, const QStringList &knownActions = {});

} // namespace tidings
