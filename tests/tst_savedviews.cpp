// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "momenttext.h"
#include "privatefile.h"
#include "recentquestions.h"
#include "savedviews.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SavedView richView()
{
    SavedView view{u"Odd & “quoted” \u202Ename"_s, {}};
    view.query.text = u"words or \"quotes\""_s;
    view.query.actions = {u"login"_s, u"custom_x"_s};
    view.query.conditions = {Condition{*akql::parse(u"user.username != \"svc\\u0007\""_s).query},
        Condition{*akql::parse(u"action = \"login\" or (context.a.b = 1.5 and app in (\"x\", \"y\"))"_s).query, false},
        Condition{*akql::parse(u"client_ip not in (\"10.0.0.0/8\", \"2001:db8::/32\")"_s).query, true, true}};
    view.query.levels = {Level::Alert, Level::Ordinary};
    view.query.range.from = 1'795'188'461'104'233;
    view.query.range.until = 1'795'188'461'104'234;
    view.columns.columns = {{u"time"_s, 100}, {u"field:context.geo.city"_s, 0}};
    view.order = {{SortKey::By::Field, true, u"context.geo.city"_s}, {SortKey::By::WhatHappened}, {SortKey::By::Actor}};
    return view;
}

EventQuery words(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

} // namespace

class SavedViewsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void roundTrip()
    {
        SavedView relative{u"Last day"_s, {}};
        relative.query.range.last = 24h;
        QList<SavedView> views{richView(), relative, {u"Everything"_s, {}}};
        using Days = TimeRange::Days;
        for (const Days days : {Days::Today, Days::Yesterday, Days::ThisWeek}) {
            SavedView view{u"Day %1"_s.arg(static_cast<int>(days)), {}};
            view.query.range = TimeRange::ofDays(days);
            views += view;
        }
        const auto read = savedViewsFromJson(toJson(views));
        QVERIFY(read);
        QCOMPARE(*read, views);
        QCOMPARE(*savedViewsFromJson(toJson({})), QList<SavedView>());
        const auto examples = exampleViews();
        QVERIFY(examples.size() >= 3);
        QCOMPARE(*savedViewsFromJson(toJson(examples)), examples);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << u"no JSON"_s;
        QTest::newRow("cut") << toJson({richView()}).chopped(20) << u"no JSON"_s;
        QTest::newRow("something else") << QByteArray("[1]") << u"no views"_s;
        QTest::newRow("no name") << QByteArray(R"({"views":[{"text":"x"}]})") << u"no name"_s;
        QTest::newRow("no object") << QByteArray(R"({"views":["x"]})") << u"no name"_s;
        QTest::newRow("no query") << QByteArray(
            R"({"views":[{"name":"A"},{"name":"B","conditions":[{"query":"action ="}]}]})")
                                  << u"“B”"_s;
        QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << u"too large"_s;
        QByteArray many = R"({"views":[)";
        for (int i = 0; i < 501; ++i)
            many += (i > 0 ? ",{\"name\":\"" : "{\"name\":\"") + QByteArray::number(i) + "\"}";
        QTest::newRow("too many") << many + "]}" << u"500"_s;
    }

    void badFiles()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, says);
        const auto read = savedViewsFromJson(json);
        QVERIFY(!read);
        QVERIFY2(read.error().contains(says), qPrintable(read.error()));
    }

    void oddValuesAreBounded()
    {
        const auto read = savedViewsFromJson(
            R"({"views":[{"name":" A ","last_seconds":1e300,"from":"soon","actions":[1,"","login"],"new":{}},
                {"name":"B","last_seconds":-5,"days":"someday"}]})");
        QVERIFY(read);
        QCOMPARE(read->first().name, u"A"_s);
        QVERIFY(read->first().query.range.last > 0s && read->first().query.range.last < 24h * 365 * 200);
        QVERIFY(!read->first().query.range.from);
        QCOMPARE(read->first().query.actions, QStringList{u"login"_s});
        QVERIFY(read->last().query.isEmpty());
    }

    // A name that is cut has no blank at its end that is gone the next time.
    void readTheSameAgain()
    {
        const QByteArray name = QByteArray(199, 'x') + " y";
        const auto read = savedViewsFromJson("{\"views\":[{\"name\":\"" + name
            + "\",\"order\":[{\"column\":\"field:[[0]].[ x]\"}],\"from\":\"9999-12-31T23:59:59-05:00\"}]}");
        QVERIFY(read);
        QCOMPARE(read->first().name.size(), 199);
        QCOMPARE(*savedViewsFromJson(toJson(*read)), *read);
    }

    void unknownLevelsArePassedOver()
    {
        const auto read = savedViewsFromJson(R"({"views":[{"name":"A","levels":["alert","loud",7,"alert"]}]})");
        QVERIFY(read);
        QCOMPARE(read->first().query.levels, QList<Level>{Level::Alert});
    }

    // A pinned condition is added to whatever is shown, and does not hide which view that is.
    void pinnedConditions()
    {
        const Condition pinned{*akql::parse(u"user.username = \"bob\""_s).query, true, true};
        SavedViews views;
        const SavedView rich = richView();
        views.save(u"Everything"_s, {});
        views.save(u"Rich"_s, rich.query);
        EventQuery asked;
        asked.conditions = {pinned};
        const EventQuery shown = rich.query.withPinned(asked);
        QCOMPARE(shown.conditions.size(), rich.query.conditions.size() + 1);
        QCOMPARE(views.indexOf(shown), 1);
        QCOMPARE(views.indexOf(asked), 0);
        QCOMPARE(rich.query.withPinned(rich.query), rich.query); // once is enough
        asked.conditions.first().pinned = false;
        QCOMPARE(views.indexOf(asked), -1);
    }

    // Files of earlier versions have none; what is no order is passed over.
    void orderIsOptional()
    {
        const auto read = savedViewsFromJson(R"({"views":[{"name":"A"},{"name":"B","order":[{"column":"user"},
            {"column":"none"},7,{"column":"user","descending":true},{"column":"field:"},
            {"column":"field:context.x","descending":true},{"column":"what"}]},{"name":"C","order":"user"}]})");
        QVERIFY(read);
        QVERIFY(read->at(0).order.isEmpty());
        QCOMPARE(read->at(1).order,
            (QList<SortKey>{
                {SortKey::By::Actor}, {SortKey::By::Field, true, u"context.x"_s}, {SortKey::By::WhatHappened}}));
        QVERIFY(read->at(2).order.isEmpty());
    }

    // Times are those of the zone that is chosen, and say so.
    void questionsInAZone()
    {
        EventQuery query = words(u"alice"_s);
        constexpr Timestamp hour = 3'600'000'000;
        query.range.from = 1'795'168'800'000'000; // 2026-11-20T10:00:00Z
        query.range.until = *query.range.from + hour;
        for (const auto &[zone, offset] :
            {std::pair(QByteArray("Asia/Tokyo"), u"UTC+09:00"_s), std::pair(QByteArray("UTC"), u"UTC+00:00"_s),
                std::pair(QByteArray("America/New_York"), u"UTC−05:00"_s)}) {
            const TimeDisplay display{.isRelative = false, .zone = QTimeZone(zone)};
            QCOMPARE(questionText(query, display), u"alice · "_s + rangeText(query.range, display) + u' ' + offset);
        }
        const TimeDisplay tokyo{.isRelative = true, .zone = QTimeZone("Asia/Tokyo")};
        // Over a change of the clocks
        const TimeDisplay berlin{.isRelative = false, .zone = QTimeZone("Europe/Berlin")};
        query.range.from = *query.range.until - 60 * 24 * hour;
        QVERIFY(questionText(query, berlin).endsWith(u" UTC+02:00 – UTC+01:00"_s));
        query.range.until.reset();
        QVERIFY(questionText(query, berlin).endsWith(u" UTC+02:00"_s));
        // Without a time there is no zone to be said.
        query.range = TimeRange::ofDays(TimeRange::Days::Today);
        QCOMPARE(questionText(query, tokyo), u"alice · Today"_s);
        query.range = {.last = std::chrono::hours(24), .from = {}, .until = {}};
        QCOMPARE(questionText(query, tokyo), u"alice · Last 24 hours"_s);
    }

    void questionsAreKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new/profile.questions"_s);
        RecentQuestions recent;
        QSignalSpy changed(&recent, &RecentQuestions::changed);
        QSignalSpy failed(&recent, &RecentQuestions::failed);
        recent.add(words(u"kept nowhere"_s));
        recent.open(path);
        QVERIFY(recent.questions().isEmpty());
        const EventQuery rich = richView().query;
        recent.add(words(u"al"_s), true);
        recent.add(words(u"alice"_s), true); // typed on
        recent.add(rich);
        recent.add({});
        recent.add(words(u"alice"_s)); // once
        recent.add(words(u"alice b"_s), true); // the one before was asked for
        QCOMPARE(recent.questions(), (QList<EventQuery>{words(u"alice b"_s), words(u"alice"_s), rich}));
        QVERIFY(changed.size() > 4);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        RecentQuestions again;
        again.open(path);
        QCOMPARE(again.questions(), recent.questions());
        QVERIFY(questionText(rich, {}).contains(u"user.username != "_s));

        for (int i = 0; i < 150; ++i)
            again.add(words(u"w%1 "_s.arg(i)));
        QCOMPARE(again.questions().size(), RecentQuestions::most);
        QCOMPARE(again.questions().last(), words(u"w50 "_s));
        recent.open({});
        QVERIFY(recent.questions().isEmpty());
        recent.open(path);
        QCOMPARE(recent.questions(), again.questions());
        recent.clear();
        QVERIFY(recent.questions().isEmpty());
        QVERIFY(!QFile::exists(path));
        // A file that is none, and a place where none can be written.
        QCOMPARE(writePrivateFile(folder.filePath(u"odd"_s), "{"), QString());
        recent.open(folder.filePath(u"odd"_s));
        QVERIFY(recent.questions().isEmpty());
        QCOMPARE(failed.size(), 0);
        recent.open(folder.filePath(u"odd/below"_s));
        recent.add(rich);
        recent.add(words(u"x"_s));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(recent.questions().size(), 2);
    }

    void list()
    {
        SavedViews views;
        QSignalSpy changed(&views, &SavedViews::changed);
        const SavedView rich = richView();
        views.save(u" First "_s, {});
        views.save(u"Second"_s, rich.query);
        views.save(u"FIRST"_s, rich.query); // the same name: replaced
        QCOMPARE(views.views().size(), 2);
        QCOMPARE(views.views().first().name, u"FIRST"_s);
        QCOMPARE(views.indexOf(u"second"_s), 1);
        QCOMPARE(views.indexOf(rich.query), 0);
        views.save(u"  "_s, {});
        QCOMPARE(changed.size(), 3);
        QVERIFY(!views.rename(0, u"Second"_s));
        QVERIFY(!views.rename(0, QString()));
        QVERIFY(views.rename(0, u"first"_s)); // only the case
        views.move(1, 0);
        QCOMPARE(views.views().first().name, u"Second"_s);
        views.add({{u"Second"_s, {}}, {u"Second"_s, {}}, {u"New"_s, {}}});
        QCOMPARE(views.views().size(), 5);
        QCOMPARE(views.views().at(2).name, u"Second (2)"_s);
        QCOMPARE(views.views().at(3).name, u"Second (3)"_s);
        views.remove(0);
        QCOMPARE(views.views().first().name, u"first"_s);
        QCOMPARE(changed.size(), 7);
    }

    void filesArePrivateAndWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"views.json"_s);
        QCOMPARE(writePrivateFile(path, "old"), QString());
        QCOMPARE(
            QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
            QFile::Permissions());
        QCOMPARE(*readWholeFile(path, 3), QByteArray("old"));
        QVERIFY(!readWholeFile(path, 2));
        QVERIFY(!readWholeFile(folder.filePath(u"none"_s), 10));
        const QString problem = writePrivateFile(folder.filePath(u"no/such/folder"_s), "x");
        QVERIFY2(problem.contains(u"no/such/folder"_s), qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
