// SPDX-License-Identifier: GPL-3.0-or-later
#include "queryplan.h"
#include "support/records.h"

#include <QTest>

#include <set>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

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

EventQuery addressQuery(const QString &address)
{
    EventQuery query;
    query.clientIp = address;
    return query;
}

ServerCapabilities capabilities(bool actionsParameter, bool akql)
{
    ServerCapabilities can;
    can.hasActionsParameter = actionsParameter;
    can.answersAkql = akql;
    can.knownActions = {u"login"_s, u"login_failed"_s, u"logout"_s, u"custom_"_s};
    return can;
}

QueryPlan planFor(const EventQuery &query, bool actionsParameter, bool akql)
{
    return QueryPlan::make(query, capabilities(actionsParameter, akql));
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

    void actionsOnAnOldServer()
    {
        EventQuery query = actionQuery({u"login"_s, u"logout"_s});
        query.username = u"bob"_s;
        const QueryPlan plan = planFor(query, false, false);
        QCOMPARE(plan.streams.size(), 2);
        for (const EventListQuery &stream : plan.streams) {
            QVERIFY(stream.actions.isEmpty()); // it would ignore them
            QCOMPARE(stream.username, u"bob"_s);
        }
        QCOMPARE(plan.streams.at(0).action, u"login"_s);
        QVERIFY(!plan.accepts(eventWith(u"login_failed"_s))); // a substring match of the server
        QVERIFY(!plan.allowsKeyset);
    }

    void unknownActionsOfTheServer()
    {
        ServerCapabilities can = capabilities(true, true);
        can.knownActions.clear();
        const QueryPlan plan = QueryPlan::make(actionQuery({u"login"_s}), can);
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

    void addresses()
    {
        for (const QString &whole : {u"192.0.2.7"_s, u"2001:db8::1"_s}) {
            const QueryPlan plan = planFor(addressQuery(whole), true, true);
            QCOMPARE(plan.engine, QueryEngine::ServerFilters);
            QCOMPARE(plan.streams.first().clientIp, whole);
            QVERIFY(plan.accepts(eventWith(u"login"_s, u"2001:0db8::0001"_s))); // the server knows better
        }
        const QueryPlan part = planFor(addressQuery(u"192.0."_s), true, true);
        QCOMPARE(part.engine, QueryEngine::LocalRows);
        QVERIFY(part.streams.first().clientIp.isEmpty());
        QVERIFY(part.accepts(eventWith(u"login"_s, u"192.0.2.1"_s)));
        QVERIFY(!part.accepts(eventWith(u"login"_s, u"10.192.0.1"_s)));
    }

    void words()
    {
        const QueryPlan plan = planFor(textQuery(u" alice  Berlin "_s), true, true);
        QCOMPARE(plan.engine, QueryEngine::PlainSearch);
        QCOMPARE(plan.streams.first().search, u"alice  Berlin"_s);
        QVERIFY(!plan.allowsKeyset); // a time bound would be taken for words
        QVERIFY(plan.warning.isEmpty());
    }

    void akql()
    {
        const EventQuery query = textQuery(u"action = \"login\" and client_ip = \"192.0.2.1\""_s);
        const QueryPlan plan = planFor(query, true, true);
        QCOMPARE(plan.engine, QueryEngine::Akql);
        QVERIFY(plan.allowsKeyset);
        QVERIFY(plan.streams.first().search.contains(u"action = \"login\""_s));
        QVERIFY(plan.warning.isEmpty());

        const QueryPlan old = planFor(query, true, false);
        QCOMPARE(old.engine, QueryEngine::PlainSearch);
        QCOMPARE(old.streams.first().search, query.text);
        QVERIFY(!old.warning.isEmpty());

        // A typo is no query; the server would silently search for the words.
        QCOMPARE(planFor(textQuery(u"action == \"login\""_s), true, true).engine, QueryEngine::PlainSearch);
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
