// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "queryplan.h"
#include "support/records.h"

#include <QTest>

#include <set>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp second = 1'000'000;
constexpr Timestamp now = 1'795'000'000 * second; // 2026-11-18 11:06:40 UTC

EventQuery actionQuery(const QStringList &actions)
{
    EventQuery query;
    query.actions = actions;
    return query;
}

EventQuery textQuery(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

// A chip for each text.
EventQuery chipQuery(const QStringList &texts)
{
    EventQuery query;
    for (const QString &text : texts) {
        const akql::ParseResult parsed = akql::parse(text);
        if (!parsed)
            qFatal("not a query: %s", qPrintable(text));
        query.conditions += Condition{*parsed.query};
    }
    return query;
}

ServerCapabilities capabilities(bool actionsParameter, bool akql)
{
    ServerCapabilities can;
    can.hasActionsParameter = actionsParameter;
    can.answersAkql = akql;
    can.comparesJsonByType = akql;
    can.knownActions = {u"login"_s, u"login_failed"_s, u"logout"_s, u"custom_"_s};
    return can;
}

QueryPlan planFor(const EventQuery &query, bool actionsParameter, bool akql)
{
    return QueryPlan::make(query, capabilities(actionsParameter, akql), now);
}

Event eventWith(const QString &action, const QString &ip = u"192.0.2.1"_s)
{
    return makeEvent({.id = uuidOf(1), .action = action, .clientIp = ip});
}

} // namespace

class QueryPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void emptyQuery()
    {
        for (const bool akql : {false, true}) {
            const QueryPlan plan = planFor(textQuery(u"  "_s), true, akql);
            QCOMPARE(plan.engine, QueryEngine::All);
            QCOMPARE(plan.streams, QList<EventListQuery>{EventListQuery()});
            QCOMPARE(plan.allowsKeyset, akql);
            QVERIFY(plan.warning.isEmpty());
            QVERIFY(plan.accepts(eventWith(u"anything"_s)));
        }
    }

    void actionsOnANewServer()
    {
        const QueryPlan plan = planFor(actionQuery({u"login"_s, u"custom_x"_s, u"logout"_s}), true, true);
        QCOMPARE(plan.engine, QueryEngine::ServerFilters);
        QCOMPARE(plan.streams.size(), 2);
        QCOMPARE(plan.streams.at(0).actions, (QStringList{u"login"_s, u"logout"_s}));
        QVERIFY(plan.streams.at(0).action.isEmpty());
        QCOMPARE(plan.streams.at(1).action, u"custom_x"_s); // the server's enum refuses it
        QVERIFY(plan.streams.at(1).actions.isEmpty());
        QVERIFY(plan.accepts(eventWith(u"custom_x"_s)));
        QVERIFY(!plan.accepts(eventWith(u"custom_xy"_s)));
        QVERIFY(!plan.accepts(eventWith(u"login_failed"_s)));
    }

    // What a server would take for words, or for another question, is checked here; the rest it is asked for.
    void whatAServerMisreads_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("comparesJsonByType");
        QTest::addColumn<QString>("asked"); // in its place
        const auto row = [](const char *condition, bool comparesJsonByType, const char *asked) {
            QTest::addRow("%s, %s", condition, comparesJsonByType ? "any type" : "texts only")
                << QString::fromLatin1(condition) << comparesJsonByType << QString::fromLatin1(asked);
        };
        const auto typed = [&row](const char *condition, const char *asked) {
            row(condition, true, condition);
            row(condition, false, asked);
        };
        typed("user.pk = 5", "user.pk startswith \"5\"");
        typed("context.geo.lat > 1.5", "");
        typed("context.geo.lat = 1.5", "");
        typed("context.created = True", "context.created startswith \"true\"");
        typed("context.asn.asn in (1, \"2\")", "(context.asn.asn startswith \"1\" or context.asn.asn = \"2\")");
        typed("context.asn.asn not in (1)", "");
        row("context.username = \"5\"", false, "context.username = \"5\"");
        for (const char *const misread : {"context.range = \"x\"", "context.a.contains != \"x\"",
                 "context.a__b ~ \"x\"", "context.a_.b = \"x\"", "context.a_ ~ \"x\"", "user.isnull = \"x\""})
            row(misread, true, "");
        for (const char *const plain :
            {"context.range ~ \"x\"", "context.contains.a = \"x\"", "context._a.b_c = \"x\"", "context.a_ = \"x\""})
            row(plain, true, plain);
    }

    void whatAServerMisreads()
    {
        QFETCH(const QString, condition);
        QFETCH(const bool, comparesJsonByType);
        QFETCH(const QString, asked);
        const bool isAsked = asked == condition;
        ServerCapabilities can = capabilities(true, true);
        can.comparesJsonByType = comparesJsonByType;
        const QueryPlan plan = QueryPlan::make(chipQuery({condition, u"app = \"x\""_s}), can, now);
        QCOMPARE(plan.streams.size(), 1);
        const QString rest = u"app = \"x\""_s;
        QCOMPARE(plan.streams.at(0).search, asked.isEmpty() ? rest : asked + u" and "_s + rest);
        QCOMPARE(plan.localConditions.size(), isAsked ? 0 : 1);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QCOMPARE(plan.isCountExact(), isAsked);
    }

    void actionsOnAnOldServer()
    {
        EventQuery query = actionQuery({u"login"_s, u"logout"_s});
        query.conditions = chipQuery({u"user.username = \"bob\""_s}).conditions;
        const QueryPlan plan = planFor(query, false, false);
        QCOMPARE(plan.streams.size(), 2);
        for (const EventListQuery &stream : plan.streams) {
            QVERIFY(stream.actions.isEmpty()); // it would ignore them
            QCOMPARE(stream.username, u"bob"_s);
        }
        QCOMPARE(plan.streams.at(0).action, u"login"_s);
        const auto by = [](const QString &name, const QString &action) {
            return makeEvent({.id = uuidOf(1), .action = action, .username = name});
        };
        QVERIFY(plan.accepts(by(u"bob"_s, u"login"_s)));
        QVERIFY(!plan.accepts(by(u"bob"_s, u"login_failed"_s))); // a substring match of the server
        QVERIFY(!plan.accepts(by(u"alice"_s, u"login"_s))); // the server also looks into the context
        QVERIFY(plan.isPartlyLocal());
        QVERIFY(!plan.allowsKeyset);
    }

    void unknownActionsOfTheServer()
    {
        ServerCapabilities can = capabilities(true, true);
        can.knownActions.clear();
        const QueryPlan plan = QueryPlan::make(actionQuery({u"login"_s}), can, now);
        QCOMPARE(plan.streams.first().action, u"login"_s);
    }

    void tooManyLists()
    {
        EventQuery query;
        for (int i = 0; i < 7; ++i)
            query.actions += u"custom_%1"_s.arg(i);
        const QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.engine, QueryEngine::LocalRows);
        QCOMPARE(plan.streams.size(), 1);
        QVERIFY(plan.streams.first().action.isEmpty());
        QVERIFY(plan.accepts(eventWith(u"custom_3"_s)));
        QVERIFY(!plan.accepts(eventWith(u"custom_7"_s)));
        query.actions.removeLast();
        QCOMPARE(planFor(query, true, true).streams.size(), 6);
    }

    void conditionsOnAServerWithTheLanguage()
    {
        EventQuery query = chipQuery({u"client_ip = \"192.0.2.7\""_s, u"user.username != \"bob\""_s});
        query.conditions[1].enabled = false;
        QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QCOMPARE(plan.streams.first().search, u"client_ip = \"192.0.2.7\""_s);
        QVERIFY(plan.localConditions.empty() && !plan.isPartlyLocal());
        // The server has checked its rows; one that was written here has to be checked here.
        QVERIFY(plan.accepts(eventWith(u"login"_s)) && !plan.acceptsUnasked(eventWith(u"login"_s)));
        QVERIFY(plan.acceptsUnasked(eventWith(u"login"_s, u"192.0.2.7"_s)));
        QVERIFY(plan.warning.isEmpty());
        query.conditions[1].enabled = true;
        plan = planFor(query, true, true);
        QCOMPARE(plan.streams.first().search, u"client_ip = \"192.0.2.7\" and user.username != \"bob\""_s);
        QVERIFY(!plan.warning.isEmpty()); // events without a user are left out
        // The text is one more condition.
        query.text = u"app ~ \"flows\" or app ~ \"core\""_s;
        plan = planFor(query, true, true);
        QVERIFY2(plan.streams.first().search.endsWith(u"and (app ~ \"flows\" or app ~ \"core\")"_s),
            qPrintable(plan.streams.first().search));
    }

    void whatTheServersSchemaRefusesIsCheckedHere()
    {
        const QueryPlan plan
            = planFor(chipQuery({u"action = \"custom_x\""_s, u"client_ip = \"192.0.2.1\""_s}), true, true);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QCOMPARE(plan.streams.first().search, u"client_ip = \"192.0.2.1\""_s);
        QCOMPARE(plan.streams.first().action, u"custom_x"_s); // at least narrowed
        QVERIFY(plan.isPartlyLocal());
        QVERIFY(plan.accepts(eventWith(u"custom_x"_s)));
        QVERIFY(!plan.accepts(eventWith(u"custom_xy"_s)));
    }

    void conditionsOnAnOldServer()
    {
        const QueryPlan plan = planFor(chipQuery({u"client_ip = \"192.0.2.1\""_s, u"app != \"x\""_s}), false, false);
        QCOMPARE(plan.engine, QueryEngine::ServerFilters);
        QCOMPARE(plan.streams.first().clientIp, u"192.0.2.1"_s);
        QVERIFY(plan.streams.first().search.isEmpty());
        QVERIFY(plan.isPartlyLocal());
        QVERIFY(plan.engineText() != engineName(plan.engine));
        QVERIFY(plan.accepts(eventWith(u"login"_s)));
        QVERIFY(!plan.accepts(eventWith(u"login"_s, u"192.0.2.2"_s)));

        const QueryPlan words = planFor(
            [] {
                EventQuery query = chipQuery({u"user.username = \"bob\""_s});
                query.text = u"Berlin"_s;
                return query;
            }(),
            true, true);
        QCOMPARE(words.engine, QueryEngine::PlainSearch);
        QCOMPARE(words.streams.first().search, u"Berlin"_s);
        QCOMPARE(words.streams.first().username, u"bob"_s);

        const QueryPlan only = planFor(chipQuery({u"context.geo.country != \"DE\""_s}), false, false);
        QCOMPARE(only.engine, QueryEngine::LocalRows);
        QCOMPARE(only.streams, QList<EventListQuery>{EventListQuery()});
    }

    void timeRanges()
    {
        EventQuery query;
        query.range.last = std::chrono::hours(1);
        const QueryPlan asked = planFor(query, true, true);
        QCOMPARE(asked.engine, QueryEngine::Akql);
        QCOMPARE(asked.streams.first().search, u"created >= \"2026-11-18 10:06:40\""_s);
        QVERIFY(!asked.isPartlyLocal());
        const QueryPlan here = planFor(query, true, false);
        QCOMPARE(here.engine, QueryEngine::LocalRows);
        QVERIFY(here.streams.first().search.isEmpty());
        for (const QueryPlan &plan : {asked, here}) {
            Event event = eventWith(u"login"_s);
            event.created = now - 3600 * second;
            QVERIFY(plan.accepts(event));
            event.created = now - 3600 * second - 1;
            QVERIFY(!plan.accepts(event));
            event.created.reset();
            QVERIFY(!plan.accepts(event));
        }
        // Whole seconds around what was asked; the rest is checked here.
        query.range = {.last = {}, .from = now + 1, .until = now + second + 1};
        QCOMPARE(planFor(query, true, true).streams.first().search,
            u"created >= \"2026-11-18 11:06:40\" and created < \"2026-11-18 11:06:42\""_s);
    }

    void words()
    {
        const QueryPlan plan = planFor(textQuery(u" alice  Berlin "_s), true, true);
        QCOMPARE(plan.engine, QueryEngine::PlainSearch);
        QCOMPARE(plan.streams.first().search, u"alice  Berlin"_s);
        QVERIFY(!plan.allowsKeyset); // a time bound would be taken for words
        QVERIFY(!plan.warning.isEmpty());
        // What no list brought has to have them.
        const auto from = [](const QByteArray &city) {
            return makeEvent({.id = uuidOf(1), .username = u"alice"_s, .context = R"({"city":")" + city + R"("})"});
        };
        QVERIFY(plan.acceptsUnasked(from("berlin")));
        QVERIFY(!plan.acceptsUnasked(from("Bern")));
    }

    // A server that takes the query for words sends rows that are no answer.
    void rowsAreHeldAgainstTheQuery()
    {
        const QueryPlan plan = planFor(chipQuery({u"client_ip = \"192.0.2.1\""_s}), true, true);
        QVERIFY(plan.isAnswer(eventWith(u"login"_s)));
        QVERIFY(!plan.isAnswer(eventWith(u"login"_s, u"192.0.2.2"_s)));
        // The database may order texts and see letters another way, and say yes where a field is missing.
        for (const QString &text : {u"user.username > \"b\""_s, u"user.username ~ \"\u00d6\""_s,
                 u"app = \"other\" or user.username < \"a\""_s, u"context.no != \"x\""_s})
            QVERIFY2(planFor(chipQuery({text}), true, true).isAnswer(eventWith(u"login"_s)), qPrintable(text));
        QVERIFY(!planFor(chipQuery({u"app ~ \"elsewhere\""_s}), true, true).isAnswer(eventWith(u"login"_s)));
    }

    void nothingAskedIsNotAnsweredByTheServer()
    {
        const QueryPlan plan = planFor(chipQuery({u"action = \"custom_x\" or app = \"y\""_s}), true, true);
        QCOMPARE(plan.engine, QueryEngine::LocalRows);
        QCOMPARE(plan.streams, QList<EventListQuery>{EventListQuery()});
    }

    void partsOfActionNamesAreWarnedOf()
    {
        QVERIFY(!planFor(actionQuery({u"login"_s}), false, false).warning.isEmpty());
        QVERIFY(planFor(actionQuery({u"login"_s}), true, false).warning.isEmpty());
    }

    void personsAndObjects()
    {
        const QString person = u"user.username = \"bob\" or context.username = \"bob\""_s;
        const QueryPlan asked = planFor(chipQuery({person}), true, true);
        QCOMPARE(asked.streams.first().search, person);
        // Every record with the name has the word.
        const QueryPlan old = planFor(chipQuery({person}), true, false);
        QCOMPARE(old.engine, QueryEngine::PlainSearch);
        QCOMPARE(old.streams.first().search, u"bob"_s);
        QVERIFY(old.isPartlyLocal());
        const QString hostile = QString(person).replace(u"bob"_s, u"user.pk = 5"_s);
        QCOMPARE(planFor(chipQuery({hostile}), true, false).engine, QueryEngine::LocalRows);

        const QueryPlan object
            = planFor(chipQuery({u"context.model.pk = 12 and context.model.model_name = \"user\""_s}), true, false);
        QCOMPARE(object.streams.first().contextModelPk, u"12"_s);
        QCOMPARE(object.streams.first().contextModelName, u"user"_s);
    }

    void akql()
    {
        const EventQuery query = textQuery(u"action = \"login\" and client_ip = \"192.0.2.1\""_s);
        const QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QVERIFY(plan.allowsKeyset);
        QVERIFY(plan.streams.first().search.contains(u"action = \"login\""_s));
        QVERIFY(plan.warning.isEmpty());

        // Where the language is not answered, parameters narrow the list and the rest is checked here.
        const QueryPlan old = planFor(query, true, false);
        QCOMPARE(old.engine, QueryEngine::ServerFilters);
        QVERIFY(old.streams.first().search.isEmpty());
        QCOMPARE(old.streams.first().clientIp, u"192.0.2.1"_s);
        QVERIFY(!old.accepts(eventWith(u"login"_s, u"192.0.2.2"_s)));

        // A typo is no query; the server would silently search for the words.
        QCOMPARE(planFor(textQuery(u"action == \"login\""_s), true, true).engine, QueryEngine::PlainSearch);
    }

    // No server understands them: it narrows as far as it can, and rows are checked here.
    void networks()
    {
        const EventQuery query = chipQuery({u"client_ip = \"192.0.0.0/12\""_s});
        const QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QCOMPARE(
            plan.streams.first().search, u"client_ip startswith \"192.\" or client_ip startswith \"::ffff:192.\""_s);
        QVERIFY(plan.isPartlyLocal());
        QVERIFY2(plan.engineText().contains(u"on this computer"_s), qPrintable(plan.engineText()));
        const QueryPlan old = planFor(query, true, false);
        QCOMPARE(old.engine, QueryEngine::LocalRows);
        QVERIFY(old.streams.first().clientIp.isEmpty());
        for (const QueryPlan &each : {plan, old}) {
            QVERIFY(each.accepts(eventWith(u"login"_s, u"192.0.2.1"_s)));
            QVERIFY(each.accepts(eventWith(u"login"_s, u"::ffff:192.15.0.1"_s)));
            QVERIFY(!each.accepts(eventWith(u"login"_s, u"192.16.0.1"_s)));
        }
        QCOMPARE(planFor(chipQuery({u"client_ip != \"10.0.0.0/8\""_s}), true, true).engine, QueryEngine::LocalRows);
        QVERIFY(planFor(chipQuery({u"client_ip in (\"10.0.0.0/8\", \"0.0.0.0/0\")"_s}), true, true)
                    .streams.first()
                    .search.isEmpty());
        QCOMPARE(planFor(chipQuery({u"client_ip in (\"2001:db8::/48\", \"10.0.0.1\")"_s}), true, true)
                     .streams.first()
                     .search,
            u"client_ip startswith \"2001:db8:\" or client_ip = \"10.0.0.1\""_s);
    }

    void levels()
    {
        EventQuery query;
        query.levels = {Level::Alert};
        QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.streams.first().search, u"action in (\"login_failed\")"_s); // of those this server knows
        QVERIFY(!plan.isPartlyLocal());
        QVERIFY(plan.accepts(eventWith(u"login_failed"_s)) && !plan.accepts(eventWith(u"login"_s)));
        QCOMPARE(planFor(query, true, false).streams.first().actions, QStringList{u"login_failed"_s});
        QCOMPARE(planFor(query, false, false).streams.first().action, u"login_failed"_s);

        // Ordinary is every action that is not known, too.
        query.levels = {Level::Ordinary};
        plan = planFor(query, true, true);
        QCOMPARE(plan.streams.first().search, u"action not in (\"login_failed\")"_s);
        const QueryPlan old = planFor(query, true, false);
        QCOMPARE(old.engine, QueryEngine::LocalRows);
        QVERIFY(old.isPartlyLocal() && old.streams.first().actions.isEmpty());
        for (const QueryPlan &each : {plan, old}) {
            QVERIFY(each.accepts(eventWith(u"login"_s)) && each.accepts(eventWith(u"custom_x"_s)));
            QVERIFY(each.accepts(eventWith(u"quantum_login"_s)) && !each.accepts(eventWith(u"login_failed"_s)));
            QVERIFY(!each.accepts(eventWith(u"secret_view"_s)));
        }

        // Of the actions asked for those of the level.
        query.actions = {u"login"_s, u"login_failed"_s};
        plan = planFor(query, true, true);
        QCOMPARE(plan.streams.first().actions, QStringList{u"login"_s});
        QVERIFY(plan.streams.first().search.isEmpty() && !plan.isPartlyLocal());
        query.actions = {u"login_failed"_s};
        QVERIFY(!planFor(query, true, true).accepts(eventWith(u"login_failed"_s)));
        QVERIFY(!planFor(query, true, false).accepts(eventWith(u"login_failed"_s)));

        query = {};
        query.levels = {allLevels.begin(), allLevels.end()};
        QVERIFY(planFor(query, true, true).streams.first().search.isEmpty());
    }

    void engineNames()
    {
        std::set<QString> names;
        for (const auto engine : {QueryEngine::All, QueryEngine::ServerFilters, QueryEngine::PlainSearch,
                 QueryEngine::Akql, QueryEngine::LocalRows})
            names.insert(engineName(engine));
        QCOMPARE(names.size(), size_t(5));
        QCOMPARE(names.count(QString()), size_t(0));
    }
};

QTEST_GUILESS_MAIN(QueryPlanTest)
#include "tst_queryplan.moc"
