// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryplan.h"

#include "akqlevaluator.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"
#include "eventrecord.h"
#include "utf8text.h"
#include "wholequestion.h"
#include "wordsearch.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct QueryPlanText
{
    Q_DECLARE_TR_FUNCTIONS(QueryPlan)
};

// One list per action costs one request per action; from here on everything is read and checked here.
constexpr qsizetype mostStreams = 6;

// The server's enum refuses unknown and custom values in `actions`; those can only be asked by substring.
void splitByEnum(const QStringList &actions, const QStringList &known, QStringList &exact, QStringList &loose)
{
    for (const QString &action : actions)
        (known.contains(action) ? exact : loose) += action;
}

// A text, or empty when the condition is not "path = text". The key of an object may be a number.
QString equalText(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison || node.comparison().op != akql::Operator::Equal)
        return {};
    const akql::Literal &value = node.comparison().values.first();
    if (const auto *number = std::get_if<qint64>(&value);
        number && node.comparison().path.join(u'.') == akql::paths::modelPk)
        return QString::number(*number);
    const QString *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

// The name of "user.username = name or context.username = name", or empty.
QString nameOfPerson(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Or)
        return {};
    QString name;
    for (const akql::Node &part : node.children()) {
        const QString text = equalText(part);
        if (text.isEmpty() || (!name.isEmpty() && text != name))
            return {};
        const QString path = part.comparison().path.join(u'.');
        if (path != akql::paths::username && path != akql::paths::triedUsername)
            return {};
        name = text;
    }
    return name;
}

// The text where it is one plain word, which every record has that has the text in its user or context; else empty.
QString wordOf(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"._-@+").contains(c));
    };
    return std::all_of(text.cbegin(), text.cend(), isPlain) ? text : QString();
}

// How the texts begin of all that a value of a query stands for; nothing where there are no words for that. Of a
// number, 5.0 is 5 too.
struct StartsOf
{
    QStringList operator()(const akql::Network &network) const { return network.commonStarts(); }
    QStringList operator()(qint64 number) const { return {QString::number(number)}; }
    QStringList operator()(bool flag) const { return {flag ? u"true"_s : u"false"_s}; }
    template <class Other> QStringList operator()(const Other & /*in its own words*/) const { return {}; }
};

// What the server can say of a condition that it does not understand, one on networks or on JSON numbers: more rows
// than are wanted, never fewer. Nothing where there are no words for that.
std::optional<akql::Node> widened(const akql::Node &node)
{
    const bool isChoice = node.kind() == akql::Node::Kind::Comparison
        && (node.comparison().op == akql::Operator::Equal || node.comparison().op == akql::Operator::In);
    if (!isChoice)
        return std::nullopt;
    std::vector<akql::Node> any;
    for (const akql::Literal &value : node.comparison().values) {
        if (std::holds_alternative<QString>(value)) {
            any.emplace_back(akql::Comparison{node.comparison().path, akql::Operator::Equal, {value}});
            continue;
        }
        const QStringList starts = std::visit(StartsOf(), value);
        if (starts.isEmpty())
            return std::nullopt;
        for (const QString &start : starts)
            any.emplace_back(akql::Comparison{node.comparison().path, akql::Operator::StartsWith, {start}});
    }
    return akql::Node::any(std::move(any));
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
void narrowByParameters(
    EventListQuery &base, QStringList &actions, const std::vector<akql::Node> &conditions, bool readsQueries)
{
    for (const akql::Node &node : conditions) {
        // The server's `username` finds the names tried too, but not in every release.
        if (const QString word = wordOf(nameOfPerson(node)); !word.isEmpty() && !readsQueries)
            base.search = QString(base.search + u' ' + word).trimmed();
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

// What this computer makes of it, every server makes of it.
bool isDependable(const akql::Node &node)
{
    if (node.kind() != akql::Node::Kind::Comparison)
        return std::all_of(node.children().begin(), node.children().end(), isDependable);
    const akql::Comparison &comparison = node.comparison();
    if (akql::isTextual(comparison.op) && comparison.path == QStringList{akql::paths::created})
        return false; // how the database writes it
    return std::all_of(comparison.values.cbegin(), comparison.values.cend(), [&](const akql::Literal &value) {
        const auto *const text = std::get_if<QString>(&value);
        if (!text || !akql::isTextual(comparison.op))
            return !text || !akql::isOrdering(comparison.op);
        return std::all_of(text->cbegin(), text->cend(), [](QChar c) { return c.unicode() < 0x80; });
    });
}

} // namespace

QString engineName(QueryEngine engine)
{
    switch (engine) {
    case QueryEngine::All:
        return QueryPlanText::tr("server list");
    case QueryEngine::ServerFilters:
        return QueryPlanText::tr("server filters");
    case QueryEngine::PlainSearch:
        return QueryPlanText::tr("server word search");
    case QueryEngine::Akql:
        return QueryPlanText::tr("server query (AKQL)");
    case QueryEngine::LocalRows:
        return QueryPlanText::tr("checked on this computer");
    }
    return {};
}

QString lackingFieldWarning(const EventQuery &query)
{
    std::vector<akql::Node> conditions = query.enabledConditions();
    if (const akql::ParseResult parsed = akql::parse(query.text.trimmed()))
        conditions.push_back(*parsed.query);
    const bool isLacking = std::any_of(conditions.begin(), conditions.end(), negatesPath);
    return isLacking ? QueryPlanText::tr("A negated condition also leaves out events that lack the field.") : QString();
}

QueryPlan QueryPlan::make(const EventQuery &query, const ServerCapabilities &capabilities, Timestamp now)
{
    QueryPlan plan;
    plan.query = query;
    plan.query.text = query.text.trimmed();
    plan.range = query.range.resolved(now);
    plan.engine = query.isEmpty() ? QueryEngine::All : QueryEngine::ServerFilters;

    const akql::Schema schema = akql::Schema::ofServer(capabilities.knownActions, capabilities.comparesJsonByType);
    std::vector<akql::Node> conditions;
    for (const akql::Node &node : query.enabledConditions()) {
        const std::vector<akql::Node> parts = akql::conjuncts(node);
        conditions.insert(conditions.end(), parts.begin(), parts.end());
    }
    const akql::ParseResult parsed = akql::parse(plan.query.text); // also with actions that this server does not know
    if (parsed) {
        const std::vector<akql::Node> parts = akql::conjuncts(*parsed.query);
        conditions.insert(conditions.end(), parts.begin(), parts.end());
    }
    EventListQuery base;
    // Of the actions those of the levels; the server knows no levels.
    QStringList actions;
    std::copy_if(query.actions.cbegin(), query.actions.cend(), std::back_inserter(actions),
        [&query](const QString &action) { return query.takesAction(action); });
    if (actions.isEmpty()) {
        actions = query.actions;
        if (const auto level = levelCondition(query.levels, capabilities.knownActions))
            conditions.push_back(*level);
    }
    const bool hasWords = !plan.query.text.isEmpty() && !parsed;
    plan.conditions = conditions;
    if (hasWords)
        plan.words = plan.query.text;

    if (capabilities.answersAkql && !hasWords) {
        // What the server's schema refuses, a custom action for instance, would turn the whole query into plain words.
        std::vector<akql::Node> asked = rangeConditions(plan.range);
        for (const akql::Node &node : conditions) {
            const bool isUnderstood = akql::parse(akql::print(node), schema).query.has_value();
            (isUnderstood ? plan.askedConditions : plan.localConditions).push_back(node);
            const auto wider = isUnderstood ? std::nullopt : widened(node);
            if (wider && akql::parse(akql::print(*wider), schema))
                plan.askedConditions.push_back(*wider);
        }
        asked.insert(asked.end(), plan.askedConditions.begin(), plan.askedConditions.end());
        if (!asked.empty()) {
            // Printed, not as typed: the server's grammar knows no precedence of "and" over "or" and no single quotes.
            base.search = akql::print(akql::Node::all(asked));
            plan.engine = QueryEngine::Akql;
        }
        plan.serverKnowsRange = true;
        narrowByParameters(base, actions, plan.localConditions, true);
    } else {
        plan.localConditions = conditions;
        base.search = plan.words;
        narrowByParameters(base, actions, conditions, capabilities.answersAkql);
        if (!base.search.isEmpty())
            plan.engine = QueryEngine::PlainSearch;
    }
    const bool asksNothing = base.search.isEmpty() && !hasParameters(base) && actions.isEmpty();
    if (asksNothing && plan.isPartlyLocal())
        plan.engine = QueryEngine::LocalRows;
    plan.allowsKeyset = capabilities.answersAkql && !hasWords;
    QStringList warnings;
    if (const QString lacking = lackingFieldWarning(query); !lacking.isEmpty())
        warnings += lacking;
    if (hasWords)
        warnings += QueryPlanText::tr("Words are found anywhere in a record, also as parts of longer ones.");

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
    if (!loose.isEmpty())
        warnings += QueryPlanText::tr(
            "The server also finds other actions whose names contain these; they are left out on this computer.");
    plan.warning = warnings.join(u' ');
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
    if (!query.takesAction(event.action))
        return false;
    if (!range.contains(event.created))
        return false;
    return matchesAll(localConditions, event);
}

bool QueryPlan::isAnswer(const Event &event) const
{
    if (askedConditions.empty())
        return true;
    const EventRecord record(event);
    return std::all_of(askedConditions.begin(), askedConditions.end(), [&record](const akql::Node &node) {
        return !isDependable(node) || akql::matches(node, record, akql::MissingKey::MatchesNegation);
    });
}

bool QueryPlan::acceptsUnasked(const Event &event) const
{
    return accepts(event) && matchesAll(conditions, event) && WordSearch(words).matches(viewOf(event.raw));
}

bool QueryPlan::isPartlyLocal() const
{
    return !localConditions.empty() || (!serverKnowsRange && !range.isUnlimited());
}

bool QueryPlan::isCountExact() const
{
    return !isPartlyLocal() && engine != QueryEngine::LocalRows
        && std::all_of(
            streams.cbegin(), streams.cend(), [](const EventListQuery &stream) { return stream.action.isEmpty(); });
}

QString QueryPlan::engineText() const
{
    const bool isMixed = isPartlyLocal() && engine != QueryEngine::LocalRows;
    return isMixed ? QueryPlanText::tr("%1, checked on this computer").arg(engineName(engine)) : engineName(engine);
}

} // namespace tidings
