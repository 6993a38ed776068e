// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryplan.h"

#include "akqlevaluator.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventrecord.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QueryPlan)
};

// One list per action costs one request per action; from here on everything is read and checked here.
constexpr qsizetype mostStreams = 6;
constexpr Timestamp second = 1'000'000;

// The server's enum refuses unknown and custom values in `actions`; those can only be asked by substring.
void splitByEnum(const QStringList &actions, const QStringList &known, QStringList &exact, QStringList &loose)
{
    for (const QString &action : actions)
        (known.contains(action) ? exact : loose) += action;
}

// The whole seconds around the range.
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

// A text, or empty when the condition is not "path = text".
QString equalText(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison || node.comparison().op != akql::Operator::Equal)
        return {};
    const QString *text = std::get_if<QString>(&node.comparison().values.first());
    return text ? *text : QString();
}

// The list parameter that answers "path = text", or more than that.
QString *parameterFor(EventListQuery &query, const QStringList &path)
{
    const std::pair<QLatin1StringView, QString *> parameters[] = {
        {akql::paths::username, &query.username},
        {akql::paths::clientIp, &query.clientIp},
        {akql::paths::brand, &query.brandName},
        {akql::paths::modelPk, &query.contextModelPk},
        {akql::paths::modelName, &query.contextModelName},
        {akql::paths::modelApp, &query.contextModelApp},
        {akql::paths::applicationPk, &query.contextAuthorizedApp},
    };
    const QString name = path.join(u'.');
    for (const auto &[known, parameter] : parameters) {
        if (name == known)
            return parameter;
    }
    return nullptr;
}

// Lets the server narrow the list as far as its parameters go. Every condition is checked here again.
void narrowByParameters(EventListQuery &base, QStringList &actions, const std::vector<akql::Node> &conditions)
{
    for (const akql::Node &node : conditions) {
        if (node.kind() != akql::Node::Kind::Comparison)
            continue;
        const akql::Comparison &comparison = node.comparison();
        const bool isChoice = comparison.op == akql::Operator::Equal || comparison.op == akql::Operator::In;
        if (comparison.path == QStringList{akql::paths::action} && isChoice && actions.isEmpty()) {
            for (const akql::Literal &value : comparison.values) {
                if (const QString *action = std::get_if<QString>(&value))
                    actions += *action;
            }
            continue;
        }
        const QString text = equalText(node);
        QString *const parameter = parameterFor(base, comparison.path);
        // Anything but a whole address may break the server's query.
        const bool isSendable = !text.isEmpty() && (parameter != &base.clientIp || !QHostAddress(text).isNull());
        if (parameter && parameter->isEmpty() && isSendable)
            *parameter = text;
    }
}

bool hasParameters(const EventListQuery &query)
{
    EventListQuery none;
    none.search = query.search;
    return query != none;
}

// A JSON path under a negation: the server leaves out events that have no such value.
bool negatesPath(const akql::Node &node)
{
    if (node.kind() == akql::Node::Kind::Comparison)
        return akql::isNegated(node.comparison().op) && node.comparison().path.size() > 1;
    return std::any_of(node.children().begin(), node.children().end(), negatesPath);
}

bool matchesAll(const std::vector<akql::Node> &conditions, const Event &event)
{
    const EventRecord record(event);
    return std::all_of(conditions.begin(), conditions.end(),
        [&record](const akql::Node &node) { return akql::matches(node, record); });
}

} // namespace

QString engineName(QueryEngine engine)
{
    switch (engine) {
    case QueryEngine::All:
        return Text::tr("server list");
    case QueryEngine::ServerFilters:
        return Text::tr("server filters");
    case QueryEngine::PlainSearch:
        return Text::tr("server word search");
    case QueryEngine::Akql:
        return Text::tr("server query (AKQL)");
    case QueryEngine::LocalRows:
        return Text::tr("checked on this computer");
    }
    return {};
}

QueryPlan QueryPlan::make(const EventQuery &query, const ServerCapabilities &capabilities, Timestamp now)
{
    QueryPlan plan;
    plan.query = query;
    plan.query.text = query.text.trimmed();
    plan.range = query.range.resolved(now);
    plan.engine = query.isEmpty() ? QueryEngine::All : QueryEngine::ServerFilters;

    const akql::Schema schema = akql::Schema::events(capabilities.knownActions);
    std::vector<akql::Node> conditions = query.enabledConditions();
    const akql::ParseResult parsed = akql::parse(plan.query.text); // also with actions that this server does not know
    if (parsed && parsed.query->kind() == akql::Node::Kind::And) {
        const auto &parts = parsed.query->children();
        conditions.insert(conditions.end(), parts.begin(), parts.end());
    } else if (parsed) {
        conditions.push_back(*parsed.query);
    }
    const bool hasWords = !plan.query.text.isEmpty() && !parsed;
    plan.conditions = conditions;

    EventListQuery base;
    QStringList actions = query.actions;
    if (capabilities.answersAkql && !hasWords) {
        // What the server's schema refuses, a custom action for instance, would turn the whole query into plain words.
        std::vector<akql::Node> asked = rangeConditions(plan.range);
        for (const akql::Node &node : conditions)
            (akql::parse(akql::print(node), schema) ? asked : plan.localConditions).push_back(node);
        if (!asked.empty()) {
            // Printed, not as typed: the server's grammar knows no precedence of "and" over "or" and no single quotes.
            base.search = akql::print(akql::Node::all(asked));
            plan.engine = QueryEngine::Akql;
        }
        plan.serverKnowsRange = true;
        narrowByParameters(base, actions, plan.localConditions);
    } else {
        plan.localConditions = conditions;
        narrowByParameters(base, actions, conditions);
        if (hasWords) {
            base.search = plan.query.text;
            plan.engine = QueryEngine::PlainSearch;
        } else if (!hasParameters(base) && actions.isEmpty() && plan.isPartlyLocal()) {
            plan.engine = QueryEngine::LocalRows;
        }
    }
    plan.allowsKeyset = capabilities.answersAkql && !hasWords;
    if (std::any_of(conditions.begin(), conditions.end(), negatesPath))
        plan.warning = Text::tr("A negated condition also leaves out events that lack the field.");

    QStringList exact;
    QStringList loose;
    if (capabilities.hasActionsParameter)
        splitByEnum(actions, capabilities.knownActions, exact, loose);
    else
        loose = actions;
    if (loose.size() + (exact.isEmpty() ? 0 : 1) > mostStreams) {
        if (plan.engine == QueryEngine::ServerFilters)
            plan.engine = QueryEngine::LocalRows;
        exact.clear();
        loose.clear();
    }
    if (!exact.isEmpty()) {
        EventListQuery stream = base;
        stream.actions = exact;
        plan.streams += stream;
    }
    for (const QString &action : std::as_const(loose)) {
        EventListQuery stream = base;
        stream.action = action;
        plan.streams += stream;
    }
    if (plan.streams.isEmpty())
        plan.streams += base;
    return plan;
}

bool QueryPlan::accepts(const Event &event) const
{
    if (!query.actions.isEmpty() && !query.actions.contains(event.action))
        return false;
    if (!range.contains(event.created))
        return false;
    return matchesAll(localConditions, event);
}

bool QueryPlan::acceptsUnasked(const Event &event) const
{
    return accepts(event) && matchesAll(conditions, event);
}

bool QueryPlan::isPartlyLocal() const
{
    return !localConditions.empty() || (!serverKnowsRange && !range.isUnlimited());
}

QString QueryPlan::engineText() const
{
    const bool isMixed = isPartlyLocal() && engine != QueryEngine::LocalRows;
    return isMixed ? Text::tr("%1, checked on this computer").arg(engineName(engine)) : engineName(engine);
}

} // namespace tidings
