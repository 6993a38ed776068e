// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlevaluator.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "eventrecord.h"
#include "support/records.h"
#include "topvaluesmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

using Field = TopValuesModel::Field;

namespace {

struct Spec
{
    QString action = u"login"_s;
    QString user = u"alice"_s;
    QString application = {};
    QString ip = u"192.0.2.1"_s;
    QString country = {};
};

Event eventWith(int n, const Spec &spec)
{
    QByteArray context = "{";
    if (!spec.application.isEmpty())
        context += R"("authorized_application":{"pk":"aa","app":"authentik_core","model_name":"application","name":)"
            + quotedJson(spec.application) + "},";
    if (!spec.country.isEmpty())
        context += R"("geo":{"city":"Lisbon","country":)" + quotedJson(spec.country) + "},";
    context += R"("x":1})";
    return makeEvent({.id = uuidOf(n),
        .created = timeText(n),
        .action = spec.action,
        .username = spec.user,
        .context = context,
        .clientIp = spec.ip});
}

struct Watched
{
    EventTableModel events;
    TopValuesModel top{events};
    QAbstractItemModelTester tester{&top, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy reset{&top, &QAbstractItemModel::modelReset};
    QSignalSpy counted{&top, &TopValuesModel::counted};

    Watched() { top.setActive(true); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !top.isCounting(); });
    }
    [[nodiscard]] QString text() const { return tableText(top, {0, 1, 2}).join(u"; "_s); }
};

QString textOf(const std::optional<akql::Node> &node)
{
    return node ? akql::print(*node) : u"nothing"_s;
}

} // namespace

class TopValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fields_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("condition");
        const auto row = [](Field field, const QString &text, const QString &condition) {
            QTest::addRow("%s", qPrintable(TopValuesModel::fieldName(field)))
                << static_cast<int>(field) << text << condition;
        };
        row(Field::Action, u"Login | 3 | 75.0 %; Failed login | 1 | 25.0 %"_s, u"action = \"login\""_s);
        row(Field::User, u"alice | 2 | 50.0 %; bob | 1 | 25.0 %; system | 1 | 25.0 %"_s,
            u"user.username = \"alice\""_s);
        row(Field::Application, u"none | 3 | 75.0 %; Grafana | 1 | 25.0 %"_s, u"nothing"_s);
        row(Field::ClientIp, u"192.0.2.1 | 3 | 75.0 %; 2001:db8::1 | 1 | 25.0 %"_s, u"client_ip = \"192.0.2.1\""_s);
        row(Field::Country, u"PT | 2 | 50.0 %; GH | 1 | 25.0 %; none | 1 | 25.0 %"_s,
            u"context.geo.country = \"PT\""_s);
        row(Field::Brand, u"Default | 4 | 100.0 %"_s, u"brand.name = \"Default\""_s);
    }
    void fields()
    {
        QFETCH(const int, field);
        QFETCH(const QString, text);
        QFETCH(const QString, condition);
        Watched w;
        w.top.setField(static_cast<Field>(field));
        const QList<Event> events{eventWith(1, {.country = u"PT"_s}), eventWith(2, {.country = u"PT"_s}),
            eventWith(3, {.user = u"bob"_s, .application = u"Grafana"_s, .ip = u"2001:db8::1"_s, .country = u"GH"_s}),
            eventWith(4, {.action = u"login_failed"_s, .user = {}})};
        for (const Event &event : events)
            w.events.merge({event});
        QVERIFY(w.settle());
        QCOMPARE(w.text(), text);
        QCOMPARE(w.top.total(), 4);
        QCOMPARE(textOf(w.top.condition(0, false)), condition);
        QCOMPARE(textOf(w.top.condition(-1, false)), u"nothing"_s);
        QCOMPARE(textOf(w.top.condition(99, false)), u"nothing"_s);
    }

    // What a value is counted by is what its condition finds.
    void conditionsFindWhatWasCounted()
    {
        Watched w;
        const QStringList odd{u"quo\"te"_s, u"back\\slash"_s, u"\u202Eturned"_s, u"two\nlines"_s, u"Ünïcode"_s};
        QList<Event> events;
        for (int n = 0; n < 20; ++n) {
            const QString &text = odd.at(n % 5);
            events += eventWith(n, {.action = u"custom_"_s + text, .user = text, .application = text, .country = text});
        }
        w.events.merge(events);
        for (const Field field : {Field::Action, Field::User, Field::Application, Field::Country}) {
            w.top.setField(field);
            QVERIFY(w.settle());
            QCOMPARE(w.top.rowCount(), 5);
            for (int row = 0; row < 5; ++row) {
                for (const bool without : {false, true}) {
                    const auto node = w.top.condition(row, without);
                    QVERIFY(node);
                    const auto found = std::count_if(events.cbegin(), events.cend(),
                        [&](const Event &event) { return akql::matches(*node, EventRecord(event)); });
                    QCOMPARE(found, without ? 16 : 4);
                }
                const QString shown = w.top.index(row, 0).data().toString();
                QVERIFY2(!shown.contains(u'\u202E') && !shown.contains(u'\n'), qPrintable(shown));
            }
        }
    }

    // Shown with the odd characters made visible, asked for as the server sent it.
    void oddCharacters()
    {
        Watched w;
        w.top.setField(Field::ClientIp);
        w.events.merge({eventWith(1, {.ip = u"10.0.0.1\u202E"_s}), eventWith(2, {.ip = u"10.0.0.1\n"_s}),
            eventWith(3, {.ip = u"10.0.0.1\u001B"_s}), eventWith(4, {.ip = u"10.0.0.1"_s})});
        QVERIFY(w.settle());
        QCOMPARE(w.top.rowCount(), 4);
        QSet<QString> asked;
        for (int row = 0; row < 4; ++row) {
            const auto node = w.top.condition(row, false);
            QVERIFY(node);
            asked.insert(std::get<QString>(node->comparison().values.first()));
            const QString shown = w.top.index(row, 0).data().toString();
            QVERIFY2(!shown.contains(u'\u202E') && !shown.contains(u'\n'), qPrintable(shown));
        }
        QVERIFY(asked.contains(u"10.0.0.1\u202E"_s) && asked.contains(u"10.0.0.1\n"_s));
    }

    void inactiveCountsNothing()
    {
        Watched w;
        w.events.merge({eventWith(1, {})});
        QVERIFY(w.settle());
        QCOMPARE(w.counted.size(), 1);
        w.top.setActive(false);
        QCOMPARE(w.top.rowCount(), 0); // codes may mean other texts later
        w.events.merge({eventWith(2, {})});
        w.events.clear();
        w.events.merge({eventWith(3, {})});
        QVERIFY(!w.top.isCounting());
        w.top.setActive(true);
        QVERIFY(w.settle());
        QCOMPARE(w.text(), u"Login | 1 | 100.0 %"_s);
    }

    // The chosen value stays chosen while others overtake it, and nothing is reset.
    void valuesKeepTheirIdentity()
    {
        Watched w;
        w.top.setField(Field::User);
        w.reset.clear();
        w.events.merge(
            {eventWith(1, {.user = u"a"_s}), eventWith(2, {.user = u"a"_s}), eventWith(3, {.user = u"b"_s})});
        QVERIFY(w.settle());
        const QPersistentModelIndex a(w.top.index(0, 0));
        const QPersistentModelIndex b(w.top.index(1, 0));
        w.events.merge(
            {eventWith(4, {.user = u"b"_s}), eventWith(5, {.user = u"b"_s}), eventWith(6, {.user = u"c"_s})});
        QVERIFY(w.settle());
        QCOMPARE(tableText(w.top, {0, 1}).join(u"; "_s), u"b | 3; a | 2; c | 1"_s);
        QCOMPARE(a.row(), 1);
        QCOMPARE(b.row(), 0);
        w.events.remove(uuidOf(1).toUtf8());
        w.events.remove(uuidOf(2).toUtf8());
        QVERIFY(w.settle());
        QCOMPARE(tableText(w.top, {0, 1}).join(u"; "_s), u"b | 3; c | 1"_s);
        QVERIFY(!a.isValid());
        QVERIFY(w.reset.isEmpty());
        w.events.clear();
        QCOMPARE(w.top.rowCount(), 0);
        QVERIFY(w.settle());
        QCOMPARE(w.top.total(), 0);
    }

    void asTheRowsComeAndGo()
    {
        std::mt19937 random(11);
        const auto number = [&](int below) {
            return static_cast<int>(random() % static_cast<quint32>(below));
        };
        Watched w;
        w.top.setField(Field::User);
        int n = 0;
        for (int step = 0; step < 400; ++step) {
            const int dice = number(100);
            if (dice < 60)
                w.events.merge({eventWith(++n, {.user = u"user%1"_s.arg(number(12))})});
            else if (dice < 90 && w.events.rowCount() > 0)
                w.events.remove(w.events.keyOf(number(w.events.rowCount())));
            else if (dice < 92)
                w.events.clear();
            else if (dice < 95 && n > 0)
                w.events.merge({eventWith(1 + number(n), {.user = u"user%1"_s.arg(number(12))})}); // an edit, or new
            if (number(5) == 0)
                QCoreApplication::processEvents();
            if (number(40) != 0)
                continue;
            QVERIFY(w.settle());
            std::map<QString, qint64> expected;
            for (int row = 0; row < w.events.rowCount(); ++row)
                ++expected[w.events.eventAt(row).user.username];
            QCOMPARE(static_cast<size_t>(w.top.rowCount()), expected.size());
            qint64 before = w.events.rowCount();
            for (int row = 0; row < w.top.rowCount(); ++row) {
                const QModelIndex index = w.top.index(row, 0);
                const qint64 count = index.data(TopValuesModel::CountRole).toLongLong();
                QCOMPARE(count, expected.at(index.data(TopValuesModel::RawRole).toString()));
                QVERIFY(count <= before);
                before = count;
            }
            QCOMPARE(w.top.total(), w.events.rowCount());
        }
    }

    void manyRowsAndManyValues()
    {
        EventTableModel events;
        QList<Event> batch;
        constexpr int many = 70'000; // more than one slice
        for (int n = 0; n < many; ++n)
            batch += eventWith(n, {.user = n % 10 == 0 ? u"often"_s : u"user%1"_s.arg(n % 7000)});
        events.merge(batch);
        TopValuesModel top(events);
        top.setField(Field::User);
        QSignalSpy counted(&top, &TopValuesModel::counted);
        top.setActive(true);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 0);
        QTRY_VERIFY(!top.isCounting());
        QCOMPARE(counted.size(), 1);
        QCOMPARE(top.total(), many);
        QCOMPARE(top.rowCount(), TopValuesModel::mostValues);
        QCOMPARE(top.different(), 6301);
        QCOMPARE(top.index(0, 0).data().toString(), u"often"_s);
        QCOMPARE(top.index(0, 0).data(TopValuesModel::CountRole).toLongLong(), 7000);
        QCOMPARE(top.index(0, 0).data(TopValuesModel::BarRole).toDouble(), 1.0);
        QCOMPARE(top.index(1, 0).data(TopValuesModel::CountRole).toLongLong(), 10);
    }
};

QTEST_GUILESS_MAIN(TopValuesTest)
#include "tst_topvalues.moc"
