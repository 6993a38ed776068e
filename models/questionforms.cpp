// SPDX-License-Identifier: GPL-3.0-or-later
#include "questionforms.h"

#include "akqlparser.h"
#include "akqlprinter.h"
#include "eventcondition.h"
#include "wholequestion.h"

#include <algorithm>

namespace tidings {

namespace {

bool becomesText(const Condition &condition)
{
    return condition.enabled && !condition.pinned;
}

} // namespace

EventQuery withCondition(const EventQuery &query, const akql::Node &condition)
{
    EventQuery asked = query;
    QList<Condition> &conditions = asked.conditions;
    const akql::Node opposite = akql::negated(condition);
    const auto isOne = [&condition](const Condition &other) {
        return other.node == condition;
    };
    const auto isOpposite = [&opposite](const Condition &other) {
        return other.node == opposite;
    };
    auto known = std::find_if(conditions.begin(), conditions.end(), isOne);
    if (known == conditions.end())
        known = std::find_if(conditions.begin(), conditions.end(), isOpposite);
    if (known == conditions.end()) {
        conditions += Condition{condition};
        return asked;
    }
    known->node = condition;
    known->enabled = true;
    conditions.removeIf(isOpposite);
    return asked;
}

std::optional<akql::Node> conditionOfText(const QString &text)
{
    const auto parsed = akql::parse(text);
    return parsed ? parsed.query : conditionOfAddress(text);
}

std::optional<EventQuery> textToConditions(const EventQuery &query, const QString &text)
{
    const auto node = conditionOfText(text);
    if (!node)
        return std::nullopt;
    EventQuery asked = query;
    asked.text.clear();
    const std::vector<akql::Node> parts = akql::conjuncts(*node);
    for (const akql::Node &part : parts)
        asked.conditions += Condition{part};
    return asked;
}

bool hasFormOfText(const EventQuery &query)
{
    return !query.actions.isEmpty() || !query.levels.isEmpty()
        || std::any_of(query.conditions.cbegin(), query.conditions.cend(), becomesText);
}

std::optional<EventQuery> conditionsToText(const EventQuery &query, Timestamp now, const QStringList &knownActions)
{
    EventQuery written = query;
    written.range = {};
    written.conditions.removeIf([](const Condition &condition) { return !becomesText(condition); });
    const auto whole = wholeQuestion(written, now, knownActions);
    if (!whole)
        return std::nullopt;
    EventQuery asked = query;
    asked.text = akql::print(*whole);
    asked.actions.clear();
    asked.levels.clear();
    asked.conditions.removeIf(becomesText);
    return asked;
}

} // namespace tidings
