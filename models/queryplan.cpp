// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryplan.h"

#include "akqlparser.h"
#include "akqlprinter.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace tidings {

namespace {

struct Text
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

QueryPlan QueryPlan::make(const EventQuery &query, const ServerCapabilities &capabilities)
{
    QueryPlan plan;
    plan.query = query;
    plan.query.text = query.text.trimmed();

    EventListQuery base;
    base.search = plan.query.text;
    base.username = query.username;
    // A part of an address finds nothing or breaks the server's query; it is checked here instead.
    const bool wholeAddress = !QHostAddress(query.clientIp).isNull();
    if (wholeAddress)
        base.clientIp = query.clientIp;

    plan.engine = query.isEmpty() ? QueryEngine::All : QueryEngine::ServerFilters;
    if (!base.search.isEmpty()) {
        const akql::ParseResult parsed = akql::parse(base.search, akql::Schema::events(capabilities.knownActions));
        plan.engine = parsed && capabilities.answersAkql ? QueryEngine::Akql : QueryEngine::PlainSearch;
        // The server's grammar knows no precedence of "and" over "or" and no single quotes; the printed form means the
        // same to both.
        if (plan.engine == QueryEngine::Akql)
            base.search = akql::print(*parsed.query);
        else if (parsed)
            plan.warning = Text::tr("This server does not answer queries; it searched for the words instead.");
    }
    plan.allowsKeyset = capabilities.answersAkql && plan.engine != QueryEngine::PlainSearch;

    QStringList exact;
    QStringList loose;
    if (capabilities.hasActionsParameter)
        splitByEnum(query.actions, capabilities.knownActions, exact, loose);
    else
        loose = query.actions;
    if (loose.size() + (exact.isEmpty() ? 0 : 1) > mostStreams) {
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
    if (!query.clientIp.isEmpty() && !wholeAddress)
        plan.engine = QueryEngine::LocalRows;
    return plan;
}

bool QueryPlan::accepts(const Event &event) const
{
    if (!query.actions.isEmpty() && !query.actions.contains(event.action))
        return false;
    if (!query.clientIp.isEmpty() && !streams.first().clientIp.isEmpty())
        return true; // the server compared addresses, not texts
    return query.clientIp.isEmpty() || event.clientIp.startsWith(query.clientIp);
}

} // namespace tidings
