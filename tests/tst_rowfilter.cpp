// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"
#include "akqlprinter.h"
#include "eventfile.h"
#include "eventrecord.h"
#include "rowfilter.h"
#include "rowsorter.h"
#include "support/records.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>
#include <random>

using namespace tidings;
using namespace tidings::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Timestamp now = 1'795'168'800'000'000;

class Random
{
public:
    explicit Random(uint seed)
        : m_engine(seed)
    {
    }
    int below(int n) { return static_cast<int>(m_engine() % static_cast<uint>(n)); }
    template <class List> auto oneOf(const List &list)
    {
        return list[static_cast<size_t>(below(int(std::size(list))))];
    }

private:
    std::mt19937 m_engine;
};

const std::vector<QByteArray> names{"\"alice\"", "\"Alice\"", "\"bob\"", "\"b\\u00f6b\"",
    "\"B\xC3\x96"
    "b\"",
    "null", "7", "1.0", "true", "\"\"", "{\"a\":\"bob\"}", "\"x\\\"y\"", "\"caf\xC3\xA9 7\""};

// Anything that a server or a file may hold at these places.
QByteArray randomEvent(Random &random, int n)
{
    const auto maybe = [&](const QByteArray &member, int chance = 10) {
        return random.below(chance) == 0 ? QByteArray() : member + ',';
    };
    QByteArray context = "{";
    context += maybe("\"geo\":"
            + random.oneOf(std::vector<QByteArray>{"{\"country\":\"DE\"}", "{\"country\":null}",
                "{\"city\":\"Bonn\",\"country\":\"de\"}", "{}", "\"DE\"", "null", "{\"country\":\"PT\"}"}),
        3);
    context += maybe("\"authorized_application\":{\"name\":" + random.oneOf(names) + "}", 3);
    context += maybe("\"n\":" + random.oneOf(std::vector<QByteArray>{"1", "2.5", "\"1\"", "null", "[1,2]", "true"}), 2);
    context += "\"end\":0}";
    QByteArray json = "{";
    json += maybe("\"pk\":" + quotedJson(uuidOf(n)));
    json += maybe("\"user\":"
        + random.oneOf(std::vector<QByteArray>{"{\"username\":" + random.oneOf(names) + "}",
            "{\"pk\":1,\"username\":" + random.oneOf(names) + ",\"on_behalf_of\":{\"username\":\"root\"}}", "{}",
            "\"bob\"", "{\"username\":" + random.oneOf(names) + "}"}));
    json += "\"action\":"
        + random.oneOf(std::vector<QByteArray>{"\"login\"", "\"login_failed\"", "\"custom_x\"", "\"\"", "\"logout\""})
        + ',';
    json += maybe("\"app\":" + random.oneOf(std::vector<QByteArray>{"\"authentik.core\"", "\"x\"", "null", "3"}));
    json += maybe("\"client_ip\":"
        + random.oneOf(std::vector<QByteArray>{
            "\"10.0.0.1\"", "\"192.0.2.1\"", "null", "\"::1\"", "\"\"", "\"::ffff:10.0.0.2\""}));
    json += maybe("\"created\":"
        + random.oneOf(std::vector<QByteArray>{quotedJson(timeText(random.below(20) - 10)),
            quotedJson(timeText(random.below(100) / 4.0)), "\"never\"", "\"1970-01-01T00:00:00Z\"", "7"}));
    json += maybe("\"brand\":{\"name\":" + random.oneOf(names) + "}");
    // Keys may stand twice.
    if (random.below(20) == 0)
        json += "\"user\":{\"username\":\"twice\"},";
    json += "\"context\":" + context + '}';
    return json;
}

akql::Literal randomLiteral(Random &random, bool isText)
{
    switch (isText ? 0 : random.below(8)) {
    case 0:
    case 1:
        return random.oneOf(std::vector<QString>{u"alice"_s, u"ALICE"_s, u"b"_s, u"böb"_s, u"bob"_s, u"login"_s,
            u"10.0.0.1"_s, u"DE"_s, u"7"_s, u""_s, u"2026-11-20"_s, u"null"_s});
    case 2:
        return akql::Null{};
    case 3:
        return qint64(random.below(8));
    case 4:
        return 1.0;
    case 5:
        return random.below(2) == 0;
    default:
        return akql::Timestamp{now + (random.below(20) - 10) * 1'000'000};
    }
}

akql::Node randomNode(Random &random, int depth)
{
    if (depth > 0 && random.below(2) == 0) {
        std::vector<akql::Node> children;
        for (int i = random.below(3) + 1; i >= 0; --i)
            children.push_back(randomNode(random, depth - 1));
        return random.below(2) == 0 ? akql::Node::all(children) : akql::Node::any(children);
    }
    akql::Comparison comparison;
    comparison.path = random.oneOf(std::vector<QStringList>{{u"action"_s}, {u"app"_s}, {u"client_ip"_s},
        {u"user"_s, u"username"_s}, {u"brand"_s, u"name"_s}, {u"context"_s, u"geo"_s, u"country"_s}, {u"created"_s},
        {u"expires"_s}, {u"event_uuid"_s}, {u"context"_s, u"n"_s}, {u"context"_s, u"geo"_s}, {u"user"_s, u"pk"_s}});
    comparison.op = static_cast<akql::Operator>(random.below(int(akql::Operator::NotIn) + 1));
    const int count = akql::isList(comparison.op) ? random.below(3) + 1 : 1;
    for (int i = 0; i < count; ++i)
        comparison.values += randomLiteral(random, akql::isTextual(comparison.op));
    return akql::Node(comparison);
}

// What the filter has to say, from the decoded event alone.
bool isExpected(const EventQuery &query, const Event &event)
{
    if (!query.actions.isEmpty() && !query.actions.contains(event.action))
        return false;
    if (!query.levels.isEmpty() && !query.levels.contains(actionEntry(event.action).level))
        return false;
    if (!query.range.resolved(now).contains(event.created))
        return false;
    const EventRecord record(event);
    for (const akql::Node &node : query.enabledConditions()) {
        if (!akql::matches(node, record))
            return false;
    }
    if (query.text.isEmpty())
        return true;
    if (const auto parsed = akql::parse(query.text))
        return akql::matches(*parsed.query, record);
    const QByteArray lower = event.raw.toLower();
    const QStringList words = query.text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(
        words.begin(), words.end(), [&](const QString &word) { return lower.contains(word.toUtf8().toLower()); });
}

EventQuery randomQuery(Random &random)
{
    EventQuery query;
    if (random.below(3) == 0)
        query.actions = QStringList{u"login"_s, u"custom_x"_s}.mid(random.below(2));
    if (random.below(4) == 0)
        query.levels = random.below(2) == 0 ? QList{Level::Alert} : QList{Level::Ordinary, Level::Notice};
    if (random.below(6) == 0) {
        const QString network = random.oneOf(
            std::vector<QString>{u"= \"10.0.0.0/8\""_s, u"!= \"::/64\""_s, u"in (\"192.0.2.0/24\", \"::1\")"_s});
        query.conditions += Condition{*akql::parse(u"client_ip "_s + network).query};
    }
    for (int i = random.below(3); i > 0; --i)
        query.conditions += Condition{randomNode(random, 3), random.below(5) != 0};
    if (random.below(4) == 0) {
        query.text = random.oneOf(
            std::vector<QString>{u"alice"_s, u"LOGIN ali"_s, u"\"Username\""_s, u"de bob"_s, u"action = \"login\""_s,
                u"user.username ~ \"b\" or app = \"x\""_s, u"}"_s, u"2026-11-20T10"_s, u"no such word"_s});
    }
    switch (random.below(5)) {
    case 0:
        query.range.last = std::chrono::seconds(random.below(9) + 1);
        break;
    case 1:
        query.range.from = now + (random.below(20) - 10) * 500'000;
        break;
    case 2:
        query.range.until = now + (random.below(20) - 10) * 500'000;
        break;
    default:
        break;
    }
    return query;
}

EventQuery textQuery(const QString &text)
{
    EventQuery query;
    query.text = text;
    return query;
}

QByteArray describeQuery(const EventQuery &query)
{
    QStringList parts{query.actions.join(u','), query.text};
    for (const Condition &condition : query.conditions)
        parts += (condition.enabled ? QString() : u"off "_s) + akql::print(condition.node);
    return parts.join(u" / "_s).toUtf8();
}

} // namespace

class RowFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // Random queries over random events, from a store that was filled by a feed and from one that reads a file.
    void sameAsEvaluator()
    {
        constexpr int events = 700;
        constexpr int queries = 600;
        Random random(20261120);
        QList<QByteArray> records;
        EventStore live;
        codec::EventDecoder decoder;
        for (int i = 0; i < events; ++i) {
            records += randomEvent(random, i);
            live.insert(decoder.decode(records.last()));
        }
        QTemporaryDir dir;
        QFile file(dir.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(records.join('\n'));
        file.close();
        const auto loaded = EventFile::load(file.fileName(), {}, [](int) {});
        QVERIFY(loaded);
        QCOMPARE(loaded->damaged, 0);

        std::vector<EventStore::Slot> liveRows(live.size());
        std::iota(liveRows.begin(), liveRows.end(), 0U);
        qsizetype found = 0;
        const std::pair<const EventStore *, std::vector<EventStore::Slot>> stores[]
            = {{&live, liveRows}, {loaded->store.get(), loaded->rows}};
        for (const auto &[store, rows] : stores) {
            std::vector<Event> decoded;
            for (const auto slot : rows)
                decoded.push_back(store->event(slot));
            for (int i = 0; i < queries; ++i) {
                const EventQuery query = randomQuery(random);
                const RowFilter filter(*store, query, now);
                std::vector<EventStore::Slot> expected;
                for (size_t row = 0; row < rows.size(); ++row) {
                    const bool accepted = isExpected(query, decoded[row]);
                    if (accepted)
                        expected.push_back(rows[row]);
                    if (row < 5)
                        QVERIFY2(filter.accepts(rows[row]) == accepted, describeQuery(query).constData());
                }
                const auto got = filter.run(rows, {});
                found += static_cast<qsizetype>(got.size());
                QVERIFY2(got == expected, describeQuery(query).constData());
            }
        }
        // Not only queries that nothing or everything matches
        QVERIFY(found > events * queries / 10);
        QVERIFY(found < events * queries * 2 * 9 / 10);
    }

    // More rows than one thread takes at once: the order stays.
    void slices()
    {
        EventStore store;
        std::vector<EventStore::Slot> rows;
        constexpr int count = 150'000;
        for (int i = 0; i < 1000; ++i)
            store.insert(makeEvent({.id = uuidOf(i), .username = u"u%1"_s.arg(i % 10)}));
        Random random(5);
        for (int i = 0; i < count; ++i)
            rows.push_back(static_cast<EventStore::Slot>(random.below(1000)));
        for (const QString &text : {u"user.username = \"u3\""_s, u"user.username = \"u3\" and app ~ \"e\""_s}) {
            const RowFilter filter(store, textQuery(text), now);
            std::vector<EventStore::Slot> expected;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(expected),
                [&](EventStore::Slot slot) { return store.text(slot, EventStore::Column::Actor) == u"u3"_s; });
            QVERIFY(filter.run(rows, {}) == expected);
        }
        QVERIFY(RowFilter(store, {}, now).run(rows, {}) == rows);
        QVERIFY(RowFilter(store, textQuery(u"nothing has this"_s), now).run({}, {}).empty());
    }

    void words_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        const QByteArray text = "The quick brown fox, J\xC3\xBCrgen and \\u00e4rger @home [x]";
        QTest::newRow("one") << u"quick"_s << text << true;
        QTest::newRow("case") << u"QUICK FoX"_s << text << true;
        QTest::newRow("one missing") << u"quick dog"_s << text << false;
        QTest::newRow("first") << u"the"_s << text << true;
        QTest::newRow("last") << u"[x]"_s << text << true;
        QTest::newRow("single letter") << u"J"_s << text << true;
        QTest::newRow("no letter like it") << u"`home"_s << text << false; // '`' is '@' with bit 0x20 set
        QTest::newRow("braces") << u"{x}"_s << text << false;
        QTest::newRow("umlaut") << u"JÜRGEN"_s << text << true;
        QTest::newRow("umlaut small") << u"jürgen"_s << text << true;
        QTest::newRow("umlaut alone") << u"Ü"_s << text << true;
        QTest::newRow("escaped") << u"ärger"_s << text << true;
        QTest::newRow("longer than the text") << QString(500, u'x') << text << false;
        QTest::newRow("nothing to look in") << u"x"_s << QByteArray() << false;
        QTest::newRow("commas") << u",ger,  man,"_s << QByteArray("the German") << true;
        QTest::newRow("only commas") << u", ,"_s << text << true;
        QTest::newRow("no words") << u"  "_s << text << true;
    }
    void words()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        // At every alignment, and never a byte behind the end
        for (int shift = 0; shift < 20; ++shift) {
            const QByteArray place = QByteArray(shift, '.') + text + QByteArray(shift, '.');
            const std::vector<char> exact(place.begin(), place.end());
            QCOMPARE(WordSearch(words).matches({exact.data(), exact.size()}), found);
        }
    }

    void wordsAtRandom()
    {
        Random random(11);
        const QByteArray letters = "abAB@`[{";
        const auto text = [&](int length) {
            QByteArray out;
            for (int i = 0; i < length; ++i)
                out += letters.at(random.below(int(letters.size())));
            return out;
        };
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray haystack = text(random.below(70));
            const QByteArray needle = text(random.below(4) + 1);
            const std::vector<char> exact(haystack.begin(), haystack.end());
            QVERIFY2(WordSearch(QString::fromLatin1(needle)).matches({exact.data(), exact.size()})
                    == haystack.toLower().contains(needle.toLower()),
                (haystack + " / " + needle).constData());
        }
    }

    void cancelled()
    {
        EventStore store;
        store.insert(makeEvent({.id = uuidOf(1)}));
        CancelFlag cancel;
        cancel.cancel();
        QVERIFY(RowFilter(store, textQuery(u"alice"_s), now).run({0, 0, 0}, cancel).empty());
    }

    void sorting()
    {
        EventStore store;
        std::vector<EventStore::Slot> rows;
        const QStringList users{u"bob"_s, u"Alice"_s, u"user10"_s, u"user9"_s, u"alice"_s, u"bob"_s};
        const QStringList addresses{
            u"10.0.0.9"_s, u"10.0.0.10"_s, u"::1"_s, QString(), u"9.0.0.1"_s, u"not an address"_s};
        for (int i = 0; i < 6; ++i) {
            rows.push_back(store.insert(makeEvent({.id = uuidOf(i),
                .created = i == 3 ? u"never"_s : timeText(i % 3 == 0 ? -5 * i : i),
                .username = users.at(i),
                .clientIp = addresses.at(i)})));
        }
        const auto sorted = [&](const QList<SortKey> &keys) {
            QString order;
            for (const auto slot : sortedRows(store, rows, keys, {}))
                order += QString::number(slot);
            return order;
        };
        using By = SortKey::By;
        QCOMPARE(sorted({{By::Actor, false}}), u"140523"_s); // equal ones stay
        QCOMPARE(sorted({{By::Actor, true}}), u"320514"_s);
        QCOMPARE(sorted({{By::Actor, false}, {By::Time, true}}), u"415023"_s);
        QCOMPARE(sorted({{By::Time, false}}), u"301245"_s);
        QCOMPARE(sorted({{By::Time, true}}), u"542103"_s);
        QCOMPARE(sorted({{By::Address, false}}), u"340125"_s);
        QCOMPARE(sorted({{By::Brand, false}}), u"012345"_s);
        QCOMPARE(sorted({}), u"012345"_s);
    }

    void sortingAtRandom()
    {
        EventStore store;
        Random random(3);
        std::vector<EventStore::Slot> rows;
        for (int i = 0; i < 5000; ++i) {
            rows.push_back(store.insert(makeEvent({.id = uuidOf(i),
                .created = timeText(random.below(1000) * 1e6 - 1e9),
                .username = u"u%1"_s.arg(random.below(3000), 4, 10, QLatin1Char('0'))})));
        }
        const auto got = sortedRows(store, rows, {{SortKey::By::Actor, false}, {SortKey::By::Time, true}}, {});
        const auto key = [&](EventStore::Slot slot) {
            return std::tuple(store.text(slot, EventStore::Column::Actor).mid(1).toInt(), -store.created(slot), slot);
        };
        auto expected = rows;
        std::sort(expected.begin(), expected.end(), [&](auto a, auto b) { return key(a) < key(b); });
        QVERIFY(got == expected);
    }
};

QTEST_GUILESS_MAIN(RowFilterTest)
#include "tst_rowfilter.moc"
