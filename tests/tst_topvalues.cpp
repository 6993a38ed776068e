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

#include <functional>
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
    explicit Watched(Field field, const QString &path = {})
        : Watched()
    {
        top.setField(field, path);
        reset.clear();
        counted.clear();
    }
    bool settle()
    {
        constexpr int milliseconds = 30'000;
        return QTest::qWaitFor([this] { return !top.isCounting(); }, milliseconds);
    }
    [[nodiscard]] QString text() const { return tableText(top, {0, 1, 2}).join(u"; "_s); }
    [[nodiscard]] QString counts() const { return tableText(top, {0, 1}).join(u"; "_s); }
};

QString textOf(const std::optional<akql::Node> &node)
{
    return node ? akql::print(*node) : u"nothing"_s;
}

// Texts as attackers type them; twenty events have each of them four times.
const QStringList oddTexts{u"quo\"te"_s, u"back\\slash"_s, u"\u202Eturned"_s, u"two\nlines"_s, u"Ünïcode"_s};

QList<Event> oddEvents()
{
    QList<Event> events;
    for (int n = 0; n < 20; ++n) {
        const QString &text = oddTexts.at(n % oddTexts.size());
        events += eventWith(n, {.action = u"custom_"_s + text, .user = text, .application = text, .country = text});
    }
    return events;
}

// Shown with the odd characters made visible.
void verifyVisible(const TopValuesModel &top, int row)
{
    const QString shown = top.index(row, 0).data().toString();
    QVERIFY2(!shown.contains(u'\u202E') && !shown.contains(u'\n'), qPrintable(shown));
}

// What a value of the odd events is counted by is what its condition finds.
void verifyOddValues(const TopValuesModel &top, const QList<Event> &events)
{
    QCOMPARE(top.rowCount(), oddTexts.size());
    for (int row = 0; row < top.rowCount(); ++row) {
        for (const bool without : {false, true}) {
            const auto node = top.condition(row, without);
            QVERIFY(node);
            const auto found = std::count_if(events.cbegin(), events.cend(),
                [&](const Event &event) { return akql::matches(*node, EventRecord(event)); });
            QCOMPARE(found, without ? 16 : 4);
        }
        verifyVisible(top, row);
    }
}

// Rows that come, change and go at random, always in the same way.
class RandomRows
{
public:
    // `specOf` makes one of twelve kinds of events.
    RandomRows(EventTableModel &events, quint32 seed, const std::function<Spec(int)> &specOf)
        : m_events(events)
        , m_random(seed)
        , m_specOf(specOf)
    {
    }

    // True: it is time to look at what has become of them.
    bool step()
    {
        const int dice = number(100);
        if (dice < 60)
            m_events.merge({eventWith(++m_last, m_specOf(number(12)))});
        else if (dice < 90 && m_events.rowCount() > 0)
            m_events.remove(m_events.keyOf(number(m_events.rowCount())));
        else if (dice < 92)
            m_events.clear();
        else if (m_last > 0)
            edit(1 + number(m_last));
        if (number(5) == 0)
            QCoreApplication::processEvents();
        return number(40) == 0;
    }

private:
    void edit(int n) { m_events.merge({eventWith(n, m_specOf(number(12)))}); } // where it went, it comes back
    int number(int below) { return static_cast<int>(m_random() % static_cast<quint32>(below)); }

    EventTableModel &m_events;
    std::mt19937 m_random;
    std::function<Spec(int)> m_specOf;
    int m_last = 0;
};

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
        Watched w(static_cast<Field>(field));
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

    void conditionsFindWhatWasCounted()
    {
        Watched w;
        const QList<Event> events = oddEvents();
        w.events.merge(events);
        for (const Field field : {Field::Action, Field::User, Field::Application, Field::Country}) {
            w.top.setField(field);
            QVERIFY(w.settle());
            verifyOddValues(w.top, events);
        }
    }

    // Shown with the odd characters made visible, asked for as the server sent it.
    void oddCharacters()
    {
        Watched w(Field::ClientIp);
        w.events.merge({eventWith(1, {.ip = u"10.0.0.1\u202E"_s}), eventWith(2, {.ip = u"10.0.0.1\n"_s}),
            eventWith(3, {.ip = u"10.0.0.1\u001B"_s}), eventWith(4, {.ip = u"10.0.0.1"_s})});
        QVERIFY(w.settle());
        QCOMPARE(w.top.rowCount(), 4);
        QSet<QString> asked;
        for (int row = 0; row < 4; ++row) {
            const auto node = w.top.condition(row, false);
            QVERIFY(node);
            asked.insert(std::get<QString>(node->comparison().values.first()));
            verifyVisible(w.top, row);
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
        Watched w(Field::User);
        w.events.merge(
            {eventWith(1, {.user = u"a"_s}), eventWith(2, {.user = u"a"_s}), eventWith(3, {.user = u"b"_s})});
        QVERIFY(w.settle());
        const QPersistentModelIndex a(w.top.index(0, 0));
        const QPersistentModelIndex b(w.top.index(1, 0));
        w.events.merge(
            {eventWith(4, {.user = u"b"_s}), eventWith(5, {.user = u"b"_s}), eventWith(6, {.user = u"c"_s})});
        QVERIFY(w.settle());
        QCOMPARE(w.counts(), u"b | 3; a | 2; c | 1"_s);
        QCOMPARE(a.row(), 1);
        QCOMPARE(b.row(), 0);
        w.events.remove(uuidOf(1).toUtf8());
        w.events.remove(uuidOf(2).toUtf8());
        QVERIFY(w.settle());
        QCOMPARE(w.counts(), u"b | 3; c | 1"_s);
        QVERIFY(!a.isValid());
        QVERIFY(w.reset.isEmpty());
        w.events.clear();
        QCOMPARE(w.top.rowCount(), 0);
        QVERIFY(w.settle());
        QCOMPARE(w.top.total(), 0);
    }

    void asTheRowsComeAndGo()
    {
        Watched w(Field::User);
        RandomRows rows(w.events, 11, [](int kind) { return Spec{.user = u"user%1"_s.arg(kind)}; });
        for (int step = 0; step < 400; ++step) {
            if (!rows.step())
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

    // What stands in no column is read from the records.
    void recordFields_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("conditions");
        QTest::newRow("level") << static_cast<int>(Field::Level) << QString()
                               << u"Ordinary | 3 | 60.0 %; Alert | 2 | 40.0 %"_s << QStringList{u"*"_s, u"*"_s};
        QTest::newRow("city") << static_cast<int>(Field::City) << QString()
                              << u"Lisbon | 3 | 60.0 %; none | 2 | 40.0 %"_s
                              << QStringList{u"context.geo.city = \"Lisbon\""_s, u"nothing"_s};
        QTest::newRow("subject")
            << static_cast<int>(Field::Subject) << QString()
            << u"none | 2 | 40.0 %; Staff | 1 | 20.0 %; Users | 1 | 20.0 %; mallory | 1 | 20.0 %"_s
            << QStringList{u"nothing"_s,
                   u"context.model.pk = 7 and context.model.model_name = \"group\" and context.model.app = "
                   "\"authentik_core\""_s,
                   u"context.model.pk = 7 and context.model.model_name = \"flow\" and context.model.app = "
                   "\"authentik_flows\""_s,
                   u"context.username = \"mallory\""_s};
        QTest::newRow("number") << static_cast<int>(Field::Path) << u"context.n"_s
                                << u"no value | 2 | 40.0 %; 7 | 2 | 40.0 %; 8 | 1 | 20.0 %"_s
                                << QStringList{u"*"_s, u"*"_s, u"*"_s};
        QTest::newRow("object") << static_cast<int>(Field::Path) << u"context.geo"_s
                                << u"{\"city\":\"Lisbon\"} | 3 | 60.0 %; no value | 2 | 40.0 %"_s
                                << QStringList{u"nothing"_s, u"nothing"_s};
        QTest::newRow("column") << static_cast<int>(Field::Path) << u"action"_s
                                << u"login | 3 | 60.0 %; login_failed | 2 | 40.0 %"_s
                                << QStringList{u"action = \"login\""_s, u"action = \"login_failed\""_s};
        QTest::newRow("nowhere") << static_cast<int>(Field::Path) << u"context.nowhere"_s << u"no value | 5 | 100.0 %"_s
                                 << QStringList{u"nothing"_s};
    }
    void recordFields()
    {
        QFETCH(const int, field);
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const QStringList, conditions);
        const QByteArrayList contexts{R"({"n":7,"geo":{"city":"Lisbon"}})", R"({"n":7,"geo":{"city":"Lisbon"}})",
            R"({"n":8,"geo":{"city":"Lisbon"},"model":{"pk":7,"app":"authentik_core","model_name":"group","name":"Staff"}})",
            R"({"n":null,"model":{"pk":7,"app":"authentik_flows","model_name":"flow","name":"Users"}})",
            R"({"username":"mallory"})"};
        QList<Event> events;
        for (int n = 0; n < contexts.size(); ++n) {
            events += makeEvent({.id = uuidOf(n),
                .created = timeText(n),
                .action = n < 3 ? u"login"_s : u"login_failed"_s,
                .context = contexts.at(n)});
        }
        Watched w(static_cast<Field>(field), path);
        w.events.merge(events);
        QVERIFY(w.settle());
        // Those with the same count may stand in any order, but for the missing one.
        QStringList shown = tableText(w.top, {0, 1, 2});
        QStringList expected = text.split(u"; "_s);
        shown.sort();
        expected.sort();
        QCOMPARE(shown, expected);
        QCOMPARE(w.top.total(), 5);
        for (int row = 0; row < w.top.rowCount(); ++row) {
            const auto is = w.top.condition(row, false);
            const auto isNot = w.top.condition(row, true);
            QCOMPARE(isNot.has_value(), is.has_value());
            if (!is)
                continue;
            QVERIFY2(conditions.contains(textOf(is)) || conditions.contains(u"*"_s), qPrintable(textOf(is)));
            const qint64 count = w.top.index(row, 0).data(TopValuesModel::CountRole).toLongLong();
            const auto matching = [&](const akql::Node &node) {
                return std::count_if(events.cbegin(), events.cend(),
                    [&node](const Event &event) { return akql::matches(node, EventRecord(event)); });
            };
            QCOMPARE(matching(*is), count);
            QVERIFY(matching(*isNot) <= 5 - count); // those without a value are on no side
        }
    }

    // The codes of a table that has become empty may mean other texts.
    void emptiedTables()
    {
        for (const auto &[field, before, after] : {std::tuple(Field::Level, u"Ordinary | 1"_s, u"Alert | 1"_s),
                 std::tuple(Field::Subject, u"none | 1"_s, u"mallory | 1"_s)}) {
            Watched w(field);
            w.events.merge({makeEvent({.id = uuidOf(1)})});
            QVERIFY(w.settle());
            QCOMPARE(w.counts(), before);
            w.events.remove(uuidOf(1).toUtf8());
            w.events.clear();
            w.events.merge(
                {makeEvent({.id = uuidOf(2), .action = u"login_failed"_s, .context = R"({"username":"mallory"})"})});
            QVERIFY(w.settle());
            QCOMPARE(w.counts(), after);
        }
    }

    void pathsFindWhatWasCounted()
    {
        Watched w(Field::Path, u"context.geo.country"_s);
        const QList<Event> events = oddEvents();
        w.events.merge(events);
        QVERIFY(w.settle());
        verifyOddValues(w.top, events);
    }

    // A long text is told apart from others by all of it, but cannot be asked for.
    void longTexts()
    {
        const QString beginning(5000, u'x');
        Watched w(Field::Path, u"context.geo.country"_s);
        w.events.merge({eventWith(1, {.country = beginning + u'1'}), eventWith(2, {.country = beginning + u'1'}),
            eventWith(3, {.country = beginning + u'2'})});
        QVERIFY(w.settle());
        QCOMPARE(w.top.rowCount(), 2);
        QCOMPARE(w.top.index(0, 1).data().toString(), u"2"_s);
        QVERIFY(!w.top.condition(0, false));
        QVERIFY(w.top.index(0, 0).data().toString().size() < 300);
    }

    // What is read of one field is dropped when another one is wanted, and rows may come and go meanwhile.
    void whileRecordsAreRead()
    {
        Watched w;
        QList<Event> events;
        for (int n = 0; n < 3000; ++n)
            events += eventWith(n, {.application = u"app%1"_s.arg(n % 3), .country = u"c%1"_s.arg(n % 4)});
        w.events.merge(events);
        QList<std::function<void()>> steps; // each when reading has begun once more
        connect(&w.top, &TopValuesModel::readingChanged, this, [&steps](int percent) {
            if (percent == 0 && !steps.isEmpty())
                steps.takeFirst()();
        });
        steps += [&w] {
            QVERIFY(w.top.isReading());
            w.top.setField(Field::Path, u"context.authorized_application.name"_s);
            QVERIFY(!w.top.isReading());
        };
        steps += [&w] {
            QVERIFY(w.top.isReading());
            w.events.merge({eventWith(3000, {.application = u"late"_s})});
            w.events.remove(uuidOf(0).toUtf8());
        };
        w.top.setField(Field::Path, u"context.geo.country"_s);
        QVERIFY(w.settle());
        QVERIFY(steps.isEmpty());
        QStringList shown = tableText(w.top, {0, 1});
        shown.sort();
        QCOMPARE(shown, (QStringList{u"app0 | 999"_s, u"app1 | 1,000"_s, u"app2 | 1,000"_s, u"late | 1"_s}));
        QCOMPARE(w.top.total(), 3000);

        steps += [&w] {
            w.top.setActive(false);
            QVERIFY(!w.top.isCounting());
        };
        w.top.setField(Field::City);
        QVERIFY(w.settle());
        QVERIFY(steps.isEmpty());
        w.counted.clear();
        QCoreApplication::processEvents();
        w.events.clear();
        w.events.merge({eventWith(1, {.country = u"PT"_s})});
        w.top.setActive(true);
        QVERIFY(w.settle());
        QCOMPARE(w.text(), u"Lisbon | 1 | 100.0 %"_s);
        QCOMPARE(w.counted.size(), 1);
    }

    void progressIsTold()
    {
        Watched w;
        QList<Event> events;
        for (int n = 0; n < 3000; ++n)
            events += eventWith(n, {.country = u"PT"_s});
        w.events.merge(events);
        QSignalSpy percents(&w.top, &TopValuesModel::readingChanged);
        w.top.setField(Field::Path, u"context.x"_s);
        QVERIFY(w.settle());
        QCOMPARE(percents.first().first().toInt(), 0);
        QVERIFY(percents.size() > 1);
        for (const QList<QVariant> &percent : percents)
            QVERIFY(percent.first().toInt() >= 0 && percent.first().toInt() <= 100);
        QCOMPARE(w.text(), u"1 | 3,000 | 100.0 %"_s);
    }

    // The chosen value stays chosen, also when more rows are read; a record with other content is read again.
    void readValuesKeepTheirIdentity()
    {
        Watched w(Field::Path, u"context.geo.country"_s);
        w.events.merge(
            {eventWith(1, {.country = u"a"_s}), eventWith(2, {.country = u"a"_s}), eventWith(3, {.country = u"b"_s})});
        QVERIFY(w.settle());
        const QPersistentModelIndex b(w.top.index(1, 0));
        w.events.merge({eventWith(4, {.country = u"b"_s}), eventWith(5, {.country = u"b"_s}), eventWith(6, {})});
        QVERIFY(w.settle());
        QCOMPARE(w.counts(), u"b | 3; a | 2; no value | 1"_s);
        QCOMPARE(b.row(), 0);
        QVERIFY(w.reset.isEmpty());
        w.events.merge({eventWith(6, {.country = u"a"_s})});
        w.events.merge({eventWith(5, {.country = u"a"_s})});
        QVERIFY(w.settle());
        QCOMPARE(w.counts(), u"a | 4; b | 2"_s);
        for (int n = 1; n <= 6; ++n)
            w.events.remove(uuidOf(n).toUtf8());
        QVERIFY(w.settle());
        QCOMPARE(w.top.rowCount(), 0);
    }

    // Rows that were read and those in a column say the same, whatever comes and goes.
    void readAsTheColumn()
    {
        Watched w(Field::Path, u"context.geo.country"_s);
        TopValuesModel column(w.events);
        column.setField(Field::Country);
        column.setActive(true);
        RandomRows rows(w.events, 7, [](int kind) { return Spec{.country = u"c%1"_s.arg(kind)}; });
        for (int step = 0; step < 300; ++step) {
            if (!rows.step())
                continue;
            QVERIFY(w.settle());
            QTRY_VERIFY(!column.isCounting());
            QStringList read = tableText(w.top, {0, 1});
            QStringList expected = tableText(column, {0, 1});
            read.sort();
            expected.sort();
            QCOMPARE(read, expected);
            QCOMPARE(w.top.total(), w.events.rowCount());
        }
    }

    // Beyond a bound values are not told apart, and it is said of how many rows.
    void boundOfDifferentValues()
    {
        EventTableModel events;
        QList<Event> batch;
        constexpr auto many = static_cast<int>(FieldValues::mostValues) + 1000;
        for (int n = 0; n < many; ++n)
            batch += eventWith(n, {.country = u"c%1"_s.arg(n)});
        events.merge(batch);
        TopValuesModel top(events);
        top.setField(Field::Path, u"context.geo.country"_s);
        top.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(!top.isCounting(), 60'000);
        QCOMPARE(top.total(), many);
        QCOMPARE(top.different(), static_cast<qint64>(FieldValues::mostValues));
        QCOMPARE(top.notToldApart(), 1000);
    }
};

QTEST_GUILESS_MAIN(TopValuesTest)
#include "tst_topvalues.moc"
