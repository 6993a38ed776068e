// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "privatefile.h"
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
        Condition{*akql::parse(u"action = \"login\" or (context.a.b = 1.5 and app in (\"x\", \"y\"))"_s).query, false}};
    view.query.range.from = 1'795'188'461'104'233;
    view.query.range.until = 1'795'188'461'104'234;
    return view;
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
        const QList<SavedView> views{richView(), relative, {u"Everything"_s, {}}};
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
                {"name":"B","last_seconds":-5}]})");
        QVERIFY(read);
        QCOMPARE(read->first().name, u"A"_s);
        QVERIFY(read->first().query.range.last > 0s && read->first().query.range.last < 24h * 365 * 200);
        QVERIFY(!read->first().query.range.from);
        QCOMPARE(read->first().query.actions, QStringList{u"login"_s});
        QVERIFY(read->last().query.isEmpty());
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
