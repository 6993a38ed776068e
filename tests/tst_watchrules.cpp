// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec.h"
#include "eventtablemodel.h"
#include "watchrule.h"
#include "watchrules.h"
#include "watchtrial.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp start = 1'795'000'000'000'000;
constexpr Timestamp second = 1'000'000;

Event eventAt(Timestamp time, const QByteArray &action = "login_failed", const QByteArray &user = "ana")
{
    static int number = 0;
    const QByteArray id = "00000000-0000-4000-8000-" + QByteArray::number(++number).rightJustified(12, '0');
    QString json = u"{'pk':'%1','action':'%2','app':'authentik.events.signals','client_ip':'192.0.2.1','created':'%3',"
                   "'user':{'username':'%4'},'context':{}}"_s;
    json = json.arg(
        QString::fromLatin1(id), QString::fromLatin1(action), timestampToIso(time), QString::fromLatin1(user));
    return codec::EventDecoder().decode(json.replace(u'\'', u'"').toUtf8());
}

WatchRule ruleOf(const QString &query, int count = 1, std::chrono::minutes within = 5min)
{
    WatchRule rule;
    rule.id = u"f47ac10b-58cc-4372-a567-0e02b2c3d479"_s;
    rule.name = u"Rule"_s;
    rule.query = query;
    rule.count = count;
    rule.within = within;
    return rule;
}

const QString failed = u"action = \"login_failed\""_s;

} // namespace

class WatchRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void roundTrip()
    {
        WatchRule rule = ruleOf(u"action = \"login\" and user.username != \"x\""_s, 14, 90min);
        rule.enabled = false;
        rule.level = Level::Alert;
        rule.name = u"“Odd” \u202E name"_s;
        const QList<WatchRule> rules{rule};
        const auto read = watchRulesFromJson(toJson(rules));
        QVERIFY(read);
        QCOMPARE(*read, rules);
        QVERIFY(watchRulesFromJson(toJson({}))->isEmpty());
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("something else") << QByteArray("[]") << u"no watch rules"_s;
        QTest::newRow("no name") << QByteArray(R"({"rules":[{"query":"action = 'a'"}]})") << u"no name"_s;
        QTest::newRow("no query") << QByteArray(R"({"rules":[{"name":"A","query":"action ="}]})") << u"“A”"_s;
        QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << u"too large"_s;
        QByteArray many = R"({"rules":[)";
        for (int i = 0; i < 201; ++i)
            many += i > 0 ? R"(,{})" : "{}";
        QTest::newRow("too many") << many + "]}" << u"200"_s;
    }

    void badFiles()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, says);
        const auto read = watchRulesFromJson(json);
        QVERIFY(!read);
        QVERIFY2(read.error().contains(says), qPrintable(read.error()));
    }

    void oddNumbersGetIntoRange()
    {
        const auto read = watchRulesFromJson(R"({"rules":[
            {"name":"A","query":"action = 'a'","count":-3,"within_minutes":1e99,"level":"x","id":"no"},
            {"name":"B","query":"action = 'a'","count":"x","id":"f47ac10b-58cc-4372-a567-0e02b2c3d479"},
            {"name":"C","query":"action = 'a'","id":"f47ac10b-58cc-4372-a567-0e02b2c3d479"}]})");
        QVERIFY(read);
        QCOMPARE(read->at(0).count, 1);
        QCOMPARE(read->at(0).within, WatchRule::longestTime);
        QCOMPARE(read->at(0).level, Level::Warning);
        QVERIFY(!read->at(0).id.isEmpty());
        QVERIFY(read->at(1).id != read->at(2).id);
    }

    void everyMatchFires()
    {
        WatchEvaluator evaluator;
        evaluator.setRules({ruleOf(failed)});
        const auto hits = evaluator.take(
            {eventAt(start + 2 * second), eventAt(start, "login"), eventAt(start + second), eventAt(start)});
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits.first().event.created, start); // oldest first
        QCOMPARE(hits.last().event.created, start + 2 * second);
    }

    void rate()
    {
        WatchCounter counter(ruleOf(failed, 3, 1min));
        // Two a minute are not enough, however long.
        Timestamp now = start;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!counter.take(now));
            now += 31 * second;
        }
        now += 600 * second;
        QVERIFY(!counter.take(now));
        QVERIFY(!counter.take(now + 1));
        QVERIFY(counter.take(now + 2));
        // It rests for its time, then it fires again if it goes on.
        int fired = 0;
        for (int i = 1; i <= 300; ++i)
            fired += counter.take(now + i * second) ? 1 : 0;
        QCOMPARE(fired, 4);
    }

    void windowIsExact()
    {
        WatchCounter inTime(ruleOf(failed, 2, 1min));
        QVERIFY(!inTime.take(start));
        QVERIFY(inTime.take(start + 60 * second - 1));
        WatchCounter late(ruleOf(failed, 2, 1min));
        QVERIFY(!late.take(start));
        QVERIFY(!late.take(start + 60 * second));
    }

    void countsAcrossPolls()
    {
        WatchEvaluator evaluator;
        const WatchRule rule = ruleOf(failed, 3, 5min);
        WatchRule other = ruleOf(u"action = \"login\""_s);
        other.id = u"other"_s;
        evaluator.setRules({rule});
        QVERIFY(evaluator.take({eventAt(start), eventAt(start + second)}).isEmpty());
        evaluator.setRules({other, rule}); // goes on counting
        QCOMPARE(evaluator.take({eventAt(start + 2 * second)}).size(), 1);
        evaluator.clear();
        QVERIFY(evaluator.take({eventAt(start + 700 * second)}).isEmpty());
    }

    void switchedOff()
    {
        WatchEvaluator evaluator;
        WatchRule rule = ruleOf(failed);
        rule.enabled = false;
        evaluator.setRules({rule, ruleOf(u"no query at all ="_s)});
        QVERIFY(evaluator.isEmpty());
        QVERIFY(evaluator.take({eventAt(start)}).isEmpty());
    }

    void rulesTell()
    {
        WatchRules rules;
        QSignalSpy changed(&rules, &WatchRules::changed);
        rules.setRules({ruleOf(failed)});
        rules.change({ruleOf(failed)});
        QVERIFY(changed.isEmpty());
        rules.change({});
        QCOMPARE(changed.size(), 1);
    }

    void likeThisEvent()
    {
        QCOMPARE(watchQueryFor(eventAt(start)), failed);
        const Event changed = codec::EventDecoder().decode(R"({"pk":"x","action":"model_updated","app":"a","context":
            {"model":{"pk":"7","app":"authentik_core","model_name":"user","name":"x 'y'"}}})");
        const QString query = watchQueryFor(changed);
        QVERIFY2(query.startsWith(u"action = \"model_updated\" and "_s), qPrintable(query));
        WatchEvaluator evaluator;
        evaluator.setRules({ruleOf(query)});
        QCOMPARE(evaluator.take({changed, eventAt(start)}).size(), 1);
    }

    void thisQuestion()
    {
        EventQuery question;
        QVERIFY(watchQueryFor(question).isEmpty());
        question.actions = {u"login"_s, u"logout"_s};
        question.text = u"user.username = \"a\" or user.username = \"b\""_s;
        QCOMPARE(watchQueryFor(question),
            u"action in (\"login\", \"logout\") and (user.username = \"a\" or user.username = \"b\")"_s);
        QVERIFY(watchWordsFor(question).isEmpty());
        // What the query language cannot look for stays words.
        question.text = u" only words "_s;
        QCOMPARE(watchQueryFor(question), u"action in (\"login\", \"logout\")"_s);
        QCOMPARE(watchWordsFor(question), u"only words"_s);
        question.levels = {Level::Ordinary};
        QVERIFY2(watchQueryFor(question).contains(u" and action not in ("_s), qPrintable(watchQueryFor(question)));
        question.levels.clear();
        question.actions.clear();
        QVERIFY(watchQueryFor(question).isEmpty());
    }

    void words()
    {
        WatchRule rule = ruleOf({});
        rule.words = u"BEATE, 2001:db8"_s;
        Event event = eventAt(start);
        event.raw = R"({"user":{"username":"beate"},"client_ip":"2001:db8::1"})";
        QVERIFY(WatchCounter(rule).matches(event));
        rule.query = u"action = \"no such\""_s; // both must hold
        QVERIFY(!WatchCounter(rule).matches(event));
        rule.query.clear();
        event.raw = R"({"user":{"username":"beate"}})";
        QVERIFY(!WatchCounter(rule).matches(event));
        QVERIFY(serverPolicyFor(rule).query.isEmpty());
        const auto read = watchRulesFromJson(toJson({rule}));
        QVERIFY(read.has_value());
        QCOMPARE(*read, QList<WatchRule>{rule});
        rule.words = u" , "_s;
        QVERIFY(!WatchCounter(rule).isValid());
        QVERIFY(!watchRulesFromJson(R"({"rules":[{"name":"A","words":" "}]})").has_value());
    }

    void serverPolicy()
    {
        ServerPolicy policy = serverPolicyFor(ruleOf(u"action='login_failed' and client_ip=\"192.0.2.1\""_s));
        QCOMPARE(policy.query, u"action = \"login_failed\" and client_ip = \"192.0.2.1\""_s);
        QCOMPARE(policy.fields, u"Action: login_failed, Client IP: 192.0.2.1"_s);
        policy = serverPolicyFor(ruleOf(u"action = \"a\" or client_ip = \"192.0.2.1\""_s));
        QVERIFY(!policy.query.isEmpty() && policy.fields.isEmpty());
        policy = serverPolicyFor(ruleOf(u"action != \"a\""_s));
        QVERIFY(!policy.query.isEmpty() && policy.fields.isEmpty());
        QVERIFY(serverPolicyFor(ruleOf(u"action ="_s)).query.isEmpty());
        QVERIFY(serverPolicyFor(ruleOf(u"client_ip = \"10.0.0.0/8\""_s)).query.isEmpty()); // no server knows networks
    }

    void trial()
    {
        EventTableModel model;
        QList<Event> events;
        // Three bursts of four, an hour apart, between others.
        for (int i = 0; i < 1000; ++i)
            events += eventAt(start + i * 10 * second, "login");
        for (int burst = 0; burst < 3; ++burst) {
            for (int i = 0; i < 4; ++i)
                events += eventAt(start + burst * 3600 * second + i * second + 1);
        }
        model.merge(events);
        WatchTrial trial;
        QSignalSpy finished(&trial, &WatchTrial::finished);
        trial.start(ruleOf(failed, 3, 1min), model);
        QVERIFY(trial.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(!trial.isRunning());
        const auto result = finished.first().first().value<WatchTrialResult>();
        QCOMPARE(result.rows, 1012);
        QCOMPARE(result.matches, 12);
        QCOMPARE(result.fired, 3);
        QCOMPARE(result.oldest, start);
        QCOMPARE(result.newest, start + 9990 * second);
        const QString text = trialText(result).replace(u"(s)"_s, u"s"_s);
        QCOMPARE(text, u"Would have fired 3 times within 3 hours. 12 of 1,012 loaded events match."_s);
        QVERIFY(trialText({}).contains(u"No events"_s));
    }

    void trialIsLiveTheSame()
    {
        EventTableModel model;
        QList<Event> events;
        for (int i = 0; i < 500; ++i)
            events += eventAt(start + ((i * 7919) % 500) * second, i % 3 == 0 ? "login_failed" : "login");
        model.merge(events);
        const WatchRule rule = ruleOf(failed, 7, 1min);
        WatchTrial trial;
        QSignalSpy finished(&trial, &WatchTrial::finished);
        trial.start(rule, model);
        QVERIFY(finished.wait());
        WatchEvaluator evaluator;
        evaluator.setRules({rule});
        QCOMPARE(finished.first().first().value<WatchTrialResult>().fired, evaluator.take(events).size());
    }

    void trialEndsWithTheRows()
    {
        auto model = std::make_unique<EventTableModel>();
        model->merge({eventAt(start)});
        WatchTrial trial;
        QSignalSpy finished(&trial, &WatchTrial::finished);
        QSignalSpy interrupted(&trial, &WatchTrial::interrupted);
        trial.start(ruleOf(failed), *model);
        model->clear();
        QCOMPARE(interrupted.size(), 1);
        QVERIFY(!trial.isRunning());
        model->merge({eventAt(start)});
        trial.start(ruleOf(failed), *model);
        model.reset();
        QVERIFY(!trial.isRunning());
        // Only the last one answers.
        EventTableModel other;
        other.merge({eventAt(start), eventAt(start)});
        trial.start(ruleOf(u"action = \"x\""_s), other);
        trial.start(ruleOf(failed), other);
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<WatchTrialResult>().matches, 2);
    }
};

QTEST_GUILESS_MAIN(WatchRulesTest)
#include "tst_watchrules.moc"
