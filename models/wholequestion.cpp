// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholequestion.h"

#include "akqlparser.h"
#include "akqlpaths.h"
#include "timesteps.h"

#include <algorithm>

namespace tidings {

using timesteps::second;

namespace {

akql::Node actionCondition(akql::Operator op, const QStringList &actions)
{
    QList<akql::Literal> values;
    for (const QString &action : actions)
        values += action;
    return akql::Node(akql::Comparison{akql::paths::split(akql::paths::action), op, values});
}

} // namespace

std::optional<akql::Node> levelCondition(const QList<Level> &levels, const QStringList &knownActions)
{
    const bool isOpen = levels.contains(Level::Ordinary);
    QList<Level> named;
    for (const Level level : allLevels) {
        if (levels.contains(level) != isOpen)
            named += level;
    }
    if (levels.isEmpty() || named.isEmpty())
        return std::nullopt;
    const QStringList all = knownActionsOf(named);
    QStringList actions;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(actions),
        [&](const QString &action) { return knownActions.isEmpty() || knownActions.contains(action); });
    if (isOpen)
        return actions.isEmpty() ? std::nullopt : std::optional(actionCondition(akql::Operator::NotIn, actions));
    // None of them can occur: the question stays, and has no answer.
    return actionCondition(akql::Operator::In, actions.isEmpty() ? all : actions);
}

akql::Node actionCondition(const QStringList &actions)
{
    return actionCondition(actions.size() == 1 ? akql::Operator::Equal : akql::Operator::In, actions);
}

std::vector<akql::Node> rangeConditions(const TimeRange &range)
{
    const auto condition = [](akql::Operator op, Timestamp time) {
        return akql::Node(akql::Comparison{{akql::paths::created}, op, {akql::Timestamp{time}}});
    };
    std::vector<akql::Node> nodes;
    if (range.from)
        nodes.push_back(condition(akql::Operator::GreaterEqual, *range.from / second * second));
    if (range.until)
        nodes.push_back(condition(akql::Operator::Less, (*range.until + second - 1) / second * second));
    return nodes;
}

std::optional<akql::Node> wholeQuestion(const EventQuery &query, Timestamp now, const QStringList &knownActions)
{
    std::vector<akql::Node> nodes = query.enabledConditions();
    if (!query.actions.isEmpty())
        nodes.push_back(actionCondition(query.actions));
    if (auto level = levelCondition(query.levels, knownActions))
        nodes.push_back(std::move(*level));
    if (!query.text.trimmed().isEmpty()) {
        akql::ParseResult parsed = akql::parse(query.text);
        if (!parsed)
            return std::nullopt;
        nodes.push_back(std::move(*parsed.query));
    }
    const std::vector<akql::Node> range = rangeConditions(query.range.resolved(now));
    nodes.insert(nodes.end(), range.begin(), range.end());
    return nodes.empty() ? std::nullopt : std::optional(akql::Node::all(std::move(nodes)));
}

} // namespace tidings
