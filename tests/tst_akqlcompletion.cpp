// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlcompletion.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "eventcondition.h"
#include "queryhistory.h"
#include "support/records.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

akql::Completion at(const QString &textWithBar)
{
    const qsizetype cursor = textWithBar.indexOf(u'|');
    const akql::ValuesOf values = [](const QStringList &path) -> QList<akql::Literal> {
        if (path.join(u'.') == "user.pk"_L1)
            return {qint64{7}, qint64{12}};
        if (path.join(u'.') == "user.username"_L1)
            return {u"alice"_s, u"bob \"b\""_s};
        return {};
    };
    return akql::complete(
        QString(textWithBar).remove(u'|'), cursor, akql::Schema::events({u"login"_s, u"login_failed"_s}), values);
}

} // namespace

class AkqlCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    // Fields of the rows at hand, but only those that a query can name.
    void fieldsSeen()
    {
        const akql::FieldsSeen seen = [] {
            return QStringList{u"context.vpn.gateway"_s, u"context.geo.country"_s, u"context.odd key"_s, u"expires"_s,
                u"context.list.0"_s, u"user.is_staff"_s};
        };
        const akql::Schema schema = akql::Schema::events();
        QCOMPARE(akql::furtherFields(seen(), schema), (QStringList{u"context.vpn.gateway"_s, u"user.is_staff"_s}));
        QCOMPARE(akql::complete(u"gatew", 5, schema, {}, seen).candidates, QStringList{u"context.vpn.gateway"_s});
        QVERIFY(akql::complete(u"gatew", 5, schema, {}).candidates.isEmpty());
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first"); // candidate; empty: nothing is offered
        QTest::addColumn<int>("start");
        QTest::newRow("field") << u"act|"_s << u"action"_s << 0;
        QTest::newRow("field in the middle of a path") << u"country|"_s << u"context.geo.country"_s << 0;
        QTest::newRow("operator") << u"action |"_s << u"="_s << 7;
        QTest::newRow("operator word") << u"action st|"_s << u"startswith"_s << 7;
        QTest::newRow("after not") << u"action not |"_s << u"in"_s << 11;
        QTest::newRow("time operator") << u"created |"_s << u">="_s << 8;
        QTest::newRow("choice") << u"action = |"_s << u"\"login\""_s << 9;
        QTest::newRow("choice begun") << u"action = \"login_|"_s << u"\"login_failed\""_s << 9;
        QTest::newRow("value") << u"user.username = |"_s << u"\"alice\""_s << 16;
        QTest::newRow("value with quotes") << u"user.username = bo|"_s << u"\"bob \\\"b\\\"\""_s << 16;
        QTest::newRow("number") << u"user.pk = |"_s << u"7"_s << 10;
        QTest::newRow("list") << u"action in (|"_s << u"\"login\""_s << 11;
        QTest::newRow("list goes on") << u"action in (\"login\", |"_s << u"\"login\""_s << 20;
        QTest::newRow("joint") << u"action = \"login\" |"_s << u"and"_s << 17;
        QTest::newRow("after and") << u"action = \"login\" and us|"_s << u"user.username"_s << 21;
        QTest::newRow("in parentheses") << u"(ap|"_s << u"app"_s << 1;
        QTest::newRow("cursor in the middle") << u"ac| = \"login\""_s << u"action"_s << 0;
        QTest::newRow("complete already") << u"action = \"login\" and|"_s << QString() << 0;
        QTest::newRow("words") << u"alice smith|"_s << QString() << 0;
        QTest::newRow("no field") << u"nothing = |"_s << QString() << 0;
        QTest::newRow("inside a finished text") << u"action = \"login\"|"_s << QString() << 0;
        QTest::newRow("broken before") << u"and and |"_s << QString() << 0;
    }

    void completes()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, first);
        QFETCH(const int, start);
        const akql::Completion completion = at(text);
        QCOMPARE(completion.candidates.value(0), first);
        if (!first.isEmpty())
            QCOMPARE(completion.replaced.start, start);
    }

    // Whatever is chosen wherever, the text stays something that can become a query.
    void choosingLeadsToAQuery()
    {
        QRandomGenerator random(4);
        int queries = 0;
        for (int round = 0; round < 3000; ++round) {
            QString text;
            for (int step = 0; step < 12; ++step) {
                const akql::Completion completion = at(text + u'|');
                if (completion.candidates.isEmpty())
                    break;
                const auto pick = random.bounded(static_cast<int>(completion.candidates.size()));
                text.replace(completion.replaced.start, completion.replaced.length, completion.candidates.at(pick));
                text += u' ';
                if (text.endsWith(u"in "_s))
                    text += u'(';
                // Lists are closed by hand; a value follows them.
                const auto parsed = akql::parse(text, akql::Schema::events());
                if (parsed) {
                    ++queries;
                    QCOMPARE(at(text + u'|').kind, akql::Completion::Kind::Joint);
                }
            }
        }
        QVERIFY2(queries > 100, qPrintable(QString::number(queries)));
    }

    void meant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("query");
        QTest::newRow("query") << u"action = \"x\""_s << true;
        QTest::newRow("unfinished") << u"action ="_s << true;
        QTest::newRow("typo") << u"action == login"_s << true;
        QTest::newRow("not") << u"client_ip not startswith"_s << true;
        QTest::newRow("path") << u"context.geo.country != DE"_s << true;
        QTest::newRow("words") << u"action login"_s << false;
        QTest::newRow("an equation of something else") << u"foo=bar"_s << false;
        QTest::newRow("no such field") << u"usr.username = \"bob\""_s << true;
        QTest::newRow("a capital letter") << u"Action = \"x\""_s << true;
        QTest::newRow("not in the language") << u"expires > \"2026-11-20\""_s << true;
        QTest::newRow("a number") << u"port = 5"_s << true;
        QTest::newRow("an equation of a number") << u"port=5"_s << false;
        QTest::newRow("a list") << u"country not in (\"DE\")"_s << true;
        QTest::newRow("words in words") << u"sign in (portal)"_s << false;
        QTest::newRow("beginning") << u"name startswith \"x\""_s << true;
        QTest::newRow("empty") << QString() << false;
    }

    void meant()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, query);
        QCOMPARE(akql::looksLikeQuery(text, akql::Schema::events()), query);
    }

    void negation()
    {
        for (const char *const text : {"app = \"x\"", "app != \"x\"", "app ~ \"x\"", "app in (\"x\", \"y\")",
                 "created >= \"2026-11-20\"", "created < \"2026-11-20\"", "app startswith \"x\"",
                 "app not endswith \"x\" and (action = \"login\" or client_ip != \"10.0.0.1\")"}) {
            const akql::Node node = *akql::parse(QString::fromLatin1(text)).query;
            const akql::Node opposite = akql::negated(node);
            QVERIFY(opposite != node);
            QCOMPARE(akql::negated(opposite), node);
            QVERIFY(akql::parse(akql::print(opposite)));
        }
        QCOMPARE(akql::print(akql::negated(*akql::parse(u"app = \"x\" or app ~ \"y\""_s).query)),
            u"app != \"x\" and app !~ \"y\""_s);
    }

    void conditionsOfAnEvent()
    {
        const Event event = makeEvent({.id = uuidOf(1),
            .username = u"al\u202Eice"_s,
            .context = R"({"model":{"pk":12},"geo":{"country":"DE"},"http_request":{"request_id":""}})"});
        const auto text = [&](Trait trait) {
            const auto condition = conditionFor(event, trait);
            return condition ? akql::print(*condition) : QString();
        };
        QCOMPARE(text(Trait::Action), u"action = \"login\""_s);
        QCOMPARE(text(Trait::Object), u"context.model.pk = 12"_s); // a number stays one
        QCOMPARE(text(Trait::Country), u"context.geo.country = \"DE\""_s);
        QCOMPARE(text(Trait::Application), u"app = \"authentik.events\""_s);
        QCOMPARE(text(Trait::Request), QString()); // empty is nothing to look for
        QVERIFY(!conditionText(*conditionFor(event, Trait::User)).value.contains(u'\u202E'));
        const Event nobody
            = makeEvent({.id = uuidOf(2), .context = R"({"username":"mallory"})", .clientIp = {}, .user = "{}"});
        QCOMPARE(akql::print(*conditionFor(nobody, Trait::User)), u"context.username = \"mallory\""_s);
        QVERIFY(!conditionFor(nobody, Trait::Address));
        QCOMPARE(akql::print(*conditionFor(nobody, Trait::Subject)), u"context.username = \"mallory\""_s);
        QCOMPARE(text(Trait::Subject), text(Trait::Object));
        // The same question from each of someone's events
        const Event of = makeEvent({.id = uuidOf(4), .username = u"mallory"_s});

        // A failed login: authentik's user is AnonymousUser
        const Event failed
            = makeEvent({.id = uuidOf(3), .username = u"AnonymousUser"_s, .context = R"({"username":"mallory"})"});
        QCOMPARE(akql::print(*conditionFor(failed, Trait::User)), u"user.username = \"AnonymousUser\""_s);
        QCOMPARE(akql::print(*conditionFor(failed, Trait::Person)),
            u"user.username = \"mallory\" or context.username = \"mallory\""_s);
        QCOMPARE(*conditionFor(of, Trait::Person), *conditionFor(failed, Trait::Person));
        QCOMPARE(conditionText(*conditionFor(of, Trait::Person)).sentence(), u"user or name tried is mallory"_s);
        QCOMPARE(conditionText(akql::negated(*conditionFor(of, Trait::Person))).sentence(),
            u"user or name tried is not mallory"_s);

        // Keys that are numbers begin anew with each kind of object.
        const Event changed = makeEvent(
            {.id = uuidOf(5), .context = R"({"model":{"pk":12,"app":"authentik_core","model_name":"user"}})"});
        const akql::Node object = *conditionFor(changed, Trait::Object);
        QCOMPARE(akql::print(object),
            u"context.model.pk = 12 and context.model.model_name = \"user\" and context.model.app = "
            "\"authentik_core\""_s);
        QCOMPARE(conditionText(object).sentence(), u"object is user 12"_s);
        QCOMPARE(conditionText(akql::negated(object)).sentence(), u"object is not user 12"_s);
    }

    void history()
    {
        QueryHistory history;
        const auto words = [](const QString &text) {
            ViewState state;
            state.query.text = text;
            return state;
        };
        history.visit({});
        history.visit({});
        QVERIFY(!history.canGoBack());
        history.visit(words(u"al"_s), true);
        history.visit(words(u"alice"_s), true); // typed on
        history.visit(words(u"bob"_s));
        QCOMPARE(history.back(), words(u"alice"_s));
        QCOMPARE(history.back(), ViewState());
        QVERIFY(!history.canGoBack() && history.canGoForward());
        QCOMPARE(history.forward(), words(u"alice"_s));
        history.visit(words(u"carol"_s));
        QVERIFY(!history.canGoForward());

        // What was asked for stays, whatever is typed further.
        history.visit(words(u"carol x"_s), true);
        history.visit(words(u"carol x"_s)); // Enter
        history.visit(words(u"carol xy"_s), true);
        QCOMPARE(history.back(), words(u"carol x"_s));
        QCOMPARE(history.back(), words(u"carol"_s));

        // A step is all that was shown when it was left.
        ViewState rich = words(u"carol"_s);
        rich.order = {{SortKey::By::Actor, true}};
        rich.columns.columns = {{u"time"_s, 90}};
        rich.chosen = "key";
        history.note(rich);
        history.note(words(u"another"_s)); // not of this step
        QCOMPARE(history.forward(), words(u"carol x"_s));
        QCOMPARE(history.back(), rich);
        ViewState other = rich;
        other.order.clear();
        history.visit(other); // the same question, but another view
        QCOMPARE(history.back(), rich);

        for (int i = 0; i < 300; ++i)
            history.visit(words(QString::number(i * 7) + u'x'));
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back();
        QCOMPARE(steps, 99);
    }
};

QTEST_GUILESS_MAIN(AkqlCompletionTest)
#include "tst_akqlcompletion.moc"
