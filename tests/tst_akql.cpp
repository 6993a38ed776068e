// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlevaluator.h"
#include "akqljsonvalue.h"
#include "akqllexer.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "akqltimestamp.h"

#include <QHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;
using namespace tidings::akql;

namespace {

class FakeRecord : public Record
{
public:
    explicit FakeRecord(QHash<QString, Value> values)
        : m_values(std::move(values))
    {
    }

    Value value(const QStringList &path) const override { return m_values.value(path.join(u'.')); }

private:
    QHash<QString, Value> m_values;
};

/// The event schema with everything nullable, so that None can be written anywhere.
Schema nullableSchema()
{
    Schema schema = Schema::events();
    for (Field &field : schema.fields) {
        field.nullable = true;
    }
    return schema;
}

qint64 utc(const QString &text)
{
    return parseTimestamp(text)->first;
}

FakeRecord sampleRecord()
{
    return FakeRecord({
        {u"action"_s, u"login_failed"_s},
        {u"app"_s, u"authentik.events.signals"_s},
        {u"client_ip"_s, u"192.0.2.17"_s},
        {u"created"_s, Timestamp{utc(u"2026-01-30 09:00:15"_s) + 123'456}},
        {u"event_uuid"_s, u"0a1b2c3d-0000-4000-8000-00000000abcd"_s},
        {u"user.pk"_s, qint64{7}},
        {u"user.username"_s, u"Straße 50%"_s},
        {u"user.big"_s, qint64{9'007'199'254'740'993}},
        {u"context.ratio"_s, 0.5},
        {u"context.count"_s, 3.0},
        {u"context.ok"_s, true},
        {u"context.nothing"_s, Null{}},
        {u"context.geo"_s, JsonText{uR"({"country":"Germany"})"_s}},
        {u"context.geo.country"_s, u"Germany"_s},
        {u"context.list"_s, JsonText{u"[1,2]"_s}},
    });
}

class RandomQuery
{
public:
    explicit RandomQuery(quint32 seed)
        : m_random(seed)
    {
    }

    Node node(int depth = 0)
    {
        if (depth == 5 || pick(3) == 0) {
            return Node(comparison());
        }
        std::vector<Node> children;
        for (int count = pick(4) + 1; count > 0; --count) {
            children.push_back(node(depth + 1));
        }
        return pick(2) == 0 ? Node::all(std::move(children)) : Node::any(std::move(children));
    }

private:
    int pick(int bound) { return int(m_random.bounded(bound)); }

    Comparison comparison()
    {
        static const QStringList paths{u"context.a"_s, u"user.pk"_s, u"brand.x_1.in.or.Not"_s, u"app"_s, u"created"_s};
        const QString &path = paths.at(pick(int(paths.size())));
        Operator op = Operator(pick(int(Operator::NotIn) + 1));
        if (path == u"created"_s && isTextual(op)) {
            op = Operator::Greater;
        }
        QList<Literal> values;
        for (int count = isList(op) ? pick(4) + 1 : 1; count > 0; --count) {
            values.append(path == u"created"_s          ? Literal(moment())
                    : path == u"app"_s || isTextual(op) ? Literal(text())
                                                        : literal(isOrdering(op)));
        }
        return {path.split(u'.'), op, values};
    }

    Timestamp moment()
    {
        const qint64 unit = std::array<qint64, 3>{1, 60, 86'400}.at(std::size_t(pick(3)));
        return {(m_random.bounded(200'000) * qint64(43'201) - 4'000'000'000) / unit * unit * 1'000'000};
    }

    Literal literal(bool ordered)
    {
        switch (pick(ordered ? 3 : 5)) {
        case 0:
            return text();
        case 1:
            return qint64(m_random.generate64()) >> pick(64);
        case 2:
            return number();
        case 3:
            return Null{};
        default:
            return pick(2) == 0;
        }
    }

    double number()
    {
        while (true) {
            const quint64 bits = m_random.generate64();
            double value = 0;
            std::memcpy(&value, &bits, sizeof value);
            if (std::isfinite(value) && std::fpclassify(value) != FP_SUBNORMAL) {
                return pick(2) == 0 ? value : std::trunc(value / 1e300);
            }
        }
    }

    QString text()
    {
        QString out;
        for (int length = pick(12); length > 0; --length) {
            // Half plain ASCII with its quotes and backslashes, half any code unit, lone surrogates too.
            out += QChar(char16_t(pick(2) == 0 ? 1 + pick(126) : 1 + pick(0xffff)));
        }
        return out;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestAkql : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void lexer_givesTokensWithPositions();
    void parse_canonicalText_data();
    void parse_canonicalText();
    void parse_spansCoverTheSource();
    void parse_errors_data();
    void parse_errors();
    void parse_knownActions();
    void networks_data();
    void networks();
    void networksSharedByAddresses();
    void networksAreNotForServers();
    void parse_noneNeedsNullableField();
    void parse_doublesKeepTheirType();
    void node_flattensGroupsOfItsKind();
    void timestamp_roundTrips_data();
    void timestamp_roundTrips();
    void print_escapesForOldServers();
    void print_roundTripsRandomQueries();
    void matches_data();
    void matches();
    void matches_missingKeyPolicy();
    void matches_emptyColumns();
    void jsonValues_oddScalars();
    void hostile_parentheses();
    void hostile_longInputs();
    void hostile_randomText();
};

void TestAkql::lexer_givesTokensWithPositions()
{
    Lexer lexer(u"user.pk  not in(-1,2.5e3)\u2028~ 'a\\'\\u0041' 😀");
    const QList<Token> expected{
        {TokenKind::Name, 0, 7, u"user.pk"_s},
        {TokenKind::Not, 9, 3, u"not"_s},
        {TokenKind::In, 13, 2, u"in"_s},
        {TokenKind::LeftParen, 15, 1, u"("_s},
        {TokenKind::Integer, 16, 2, u"-1"_s},
        {TokenKind::Comma, 18, 1, u","_s},
        {TokenKind::Decimal, 19, 5, u"2.5e3"_s},
        {TokenKind::RightParen, 24, 1, u")"_s},
        {TokenKind::Contains, 26, 1, u"~"_s},
        {TokenKind::String, 28, 11, u"a'A"_s},
        {TokenKind::Invalid, 40, 2, u"The character “😀” cannot stand here."_s},
        {TokenKind::End, 42, 0, {}},
        {TokenKind::End, 42, 0, {}},
    };
    for (const Token &token : expected) {
        const Token actual = lexer.next();
        QCOMPARE(actual.kind, token.kind);
        QCOMPARE(actual.start, token.start);
        QCOMPARE(actual.length, token.length);
        QCOMPARE(actual.text, token.text);
    }
}

void TestAkql::parse_canonicalText_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *name, const QString &source, const QString &printed = {}) {
        QTest::newRow(name) << source << (printed.isEmpty() ? source : printed);
    };
    row("equal", u"action = \"login\""_s);
    row("not equal", u"action!='login'"_s, u"action != \"login\""_s);
    row("greater", u"user.pk>3"_s, u"user.pk > 3"_s);
    row("greater or equal", u"user.pk>=3"_s, u"user.pk >= 3"_s);
    row("less", u"user.pk < -3"_s);
    row("less or equal", u"user.pk <= 3.25"_s);
    row("ordering on strings", u"app >= \"b\""_s);
    row("contains", u"app ~ \"x\""_s);
    row("not contains", u"app !~ \"x\""_s);
    row("startswith", u"app startswith \"x\""_s);
    row("not startswith", u"app  not\nstartswith \"x\""_s, u"app not startswith \"x\""_s);
    row("endswith", u"app endswith \"x\""_s);
    row("not endswith", u"app not endswith \"x\""_s);
    row("in", u"user.pk in (1,\"a\" ,True,False,2.0)"_s, u"user.pk in (1, \"a\", True, False, 2.0)"_s);
    row("not in", u"app not in (\"a\")"_s);
    row("constants", u"context.a = True and context.b != False"_s);
    row("zero", u"context.a = -0"_s, u"context.a = 0"_s);
    row("exponents", u"context.a = 1e3 or context.b = -1.5E+300"_s, u"context.a = 1000.0 or context.b = -1.5e+300"_s);
    row("tiny number", u"context.a = 1e-999"_s, u"context.a = 0.0"_s);
    row("no spaces", u"user.pk=1and user.pk=2"_s, u"user.pk = 1 and user.pk = 2"_s);
    row("white space", u"\t\u00a0app\v=\f\"x\"\u2029\r\n"_s, u"app = \"x\""_s);
    row("names like keywords", u"context.in.or_and.True = 1"_s);
    row("and binds tighter, left", u"app=\"a\" and app=\"b\" or app=\"c\""_s,
        u"(app = \"a\" and app = \"b\") or app = \"c\""_s);
    row("and binds tighter, right", u"app=\"a\" or app=\"b\" and app=\"c\""_s,
        u"app = \"a\" or (app = \"b\" and app = \"c\")"_s);
    row("parentheses", u"((app=\"a\" or (app=\"b\"))) and app=\"c\""_s,
        u"(app = \"a\" or app = \"b\") and app = \"c\""_s);
    row("chains are flat", u"app=\"a\" or (app=\"b\" or app=\"c\") or app=\"d\""_s,
        u"app = \"a\" or app = \"b\" or app = \"c\" or app = \"d\""_s);
    row("escapes", uR"(app = "\"\\\/\b\f\n\r\t\u00e9\'")"_s, uR"(app = "\"\\/\u0008\u000c\u000a\u000d\u0009é'")"_s);
    row("other quote inside", uR"(app = 'say "hi"')"_s, uR"(app = "say \"hi\"")"_s);
    row("empty string", u"app = ''"_s, u"app = \"\""_s);
    row("date", u"created > \"2026-01-30\""_s);
    row("date of midnight", u"created > \"2026-01-30 00:00:00\""_s, u"created > \"2026-01-30\""_s);
    row("date with minutes", u"created <= '2026-01-30 23:59'"_s, u"created <= \"2026-01-30 23:59\""_s);
    row("date with seconds", u"created = \"2026-01-30 23:59:01\""_s);
    row("date of a day", u"created ~ \"2026-01-30\" or created !~ \"2026-01-30 10:00\""_s);
    row("list of dates", u"created in (\"2026-01-30\", \"2026-02-28 01:00\")"_s);
    row("uuid is canonical", u"event_uuid = \"0A1B2C3D00004000800000000000ABCD\""_s,
        u"event_uuid = \"0a1b2c3d-0000-4000-8000-00000000abcd\""_s);
    row("part of a uuid", u"event_uuid startswith \"0A1\""_s);
    row("address is canonical", u"client_ip in (\"2001:DB8:0::1\", \"192.0.2.1\")"_s,
        u"client_ip in (\"2001:db8::1\", \"192.0.2.1\")"_s);
    row("part of an address", u"client_ip startswith \"192.0.\""_s);
}

void TestAkql::parse_canonicalText()
{
    QFETCH(QString, source);
    QFETCH(QString, printed);
    const ParseResult result = parse(source);
    QVERIFY2(result, qPrintable(result.error.message));
    QVERIFY(result.error.message.isEmpty());
    QCOMPARE(print(*result.query), printed);
    const ParseResult again = parse(printed);
    QVERIFY2(again, qPrintable(again.error.message));
    QVERIFY(*again.query == *result.query);
}

void TestAkql::parse_spansCoverTheSource()
{
    const QString source = u" app = \"a\"  and ( user.pk in (1, 2) or app ~ 'x' ) "_s;
    const auto spelled = [&source](const Node &node) {
        return source.sliced(node.span().start, node.span().length);
    };
    const ParseResult result = parse(source);
    QVERIFY(result);
    QCOMPARE(spelled(*result.query), source.trimmed());
    QCOMPARE(spelled(result.query->children().at(0)), u"app = \"a\""_s);
    const Node &group = result.query->children().at(1);
    QCOMPARE(spelled(group), u"user.pk in (1, 2) or app ~ 'x'"_s);
    QCOMPARE(spelled(group.children().at(1)), u"app ~ 'x'"_s);
}

void TestAkql::parse_errors_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("part"); // of the message
    const auto row = [](const char *name, const QString &source, int position, int length, const QString &part) {
        QTest::newRow(name) << source << position << length << part;
    };
    const QString fieldExpected = u"A field name or an opening parenthesis was expected"_s;
    const QString valueExpected = u"A value was expected here: a text in quotes"_s;
    row("empty", {}, 0, 0, fieldExpected);
    row("blank", u"  \n "_s, 4, 0, fieldExpected);
    row("a word", u"bob"_s, 0, 3, u"There is no field “bob”. The fields are action, app, brand, "_s);
    row("field alone", u"app"_s, 3, 0, u"An operator was expected"_s);
    row("no value", u"app ="_s, 5, 0, valueExpected);
    row("value first", u"\"a\" = app"_s, 0, 3, fieldExpected);
    row("unknown field", u"app = \"a\" or expires > \"2026-01-01\""_s, 13, 7, u"There is no field “expires”"_s);
    row("field in capitals", u"App = \"a\""_s, 0, 3, u"There is no field “App”"_s);
    row("part of a column", u"app.name = \"a\""_s, 0, 8, u"The field “app” has no parts"_s);
    row("JSON root user", u"user = \"x\""_s, 0, 4, u"“user” itself cannot be compared"_s);
    row("JSON root context", u"context ~ \"x\""_s, 0, 7, u"“context” itself cannot be compared"_s);
    row("path back to the root", u"context.a.context = 1"_s, 0, 17, u"“context” itself cannot be compared"_s);
    row("double dot", u"user..pk = 1"_s, 0, 4, u"“user” itself cannot be compared"_s);
    row("dot at the end", u"user.pk. = 1"_s, 7, 1, u"The character “.” cannot stand here"_s);
    row("unquoted text", u"app = login"_s, 6, 5, u"texts must be in quotes"_s);
    row("small true", u"context.a = true"_s, 12, 4, u"True, False and None"_s);
    row("null", u"context.a = null"_s, 12, 4, u"True, False and None"_s);
    row("contains number", u"context.a ~ 1"_s, 12, 1, u"A text in quotes was expected after “~”"_s);
    row("startswith constant", u"context.a not startswith True"_s, 25, 4, u"after “not startswith”"_s);
    row("greater than True", u"context.a > True"_s, 12, 4, u"A number or a text in quotes was expected after “>”"_s);
    row("number for a text", u"app = 1"_s, 6, 1, u"“app” holds nothing else"_s);
    row("constant for a text", u"app = False"_s, 6, 5, u"“app” holds nothing else"_s);
    row("number for a date", u"created > 2026"_s, 10, 4, u"“created” holds nothing else"_s);
    row("not alone", u"not app = \"a\""_s, 0, 3, u"“not” can only stand before"_s);
    row("not before =", u"app not = \"a\""_s, 8, 1, u"was expected after “not”"_s);
    row("in without list", u"app in \"a\""_s, 7, 3, u"A list in parentheses was expected after “in”"_s);
    row("empty list", u"app in ()"_s, 8, 1, valueExpected);
    row("comma at the end", u"app in (\"a\",)"_s, 12, 1, valueExpected);
    row("open list", u"app not in (\"a\""_s, 15, 0, u"A comma or a closing parenthesis"_s);
    row("list without commas", u"app in (\"a\" \"b\")"_s, 12, 3, u"A comma or a closing parenthesis"_s);
    row("list after =", u"app = (\"a\")"_s, 6, 1, valueExpected);
    row("open parenthesis", u"(app = \"a\""_s, 10, 0, u"“and”, “or” or a closing parenthesis"_s);
    row("closed too often", u"(app = \"a\"))"_s, 11, 1, u"has no opening one"_s);
    row("empty parentheses", u"()"_s, 1, 1, fieldExpected);
    row("two comparisons", u"app = \"a\" app = \"b\""_s, 10, 3, u"“and”, “or” or the end of the query"_s);
    row("AND", u"app = \"a\" AND app = \"b\""_s, 10, 3, u"small letters"_s);
    row("and at the end", u"app = \"a\" and "_s, 14, 0, fieldExpected);
    row("leading zero", u"user.pk = 007"_s, 11, 1, u"or the end of the query"_s);
    row("number with a tail", u"user.pk = 1x"_s, 11, 1, u"or the end of the query"_s);
    row("dot at the end of a number", u"user.pk = 1."_s, 11, 1, u"“.” cannot stand here"_s);
    row("plus", u"user.pk = +1"_s, 10, 1, u"“+” cannot stand here"_s);
    row("huge integer", u"user.pk = 9223372036854775808"_s, 10, 19, u"too large"_s);
    row("huge decimal", u"user.pk = -1e999"_s, 10, 6, u"too large"_s);
    row("lone exclamation mark", u"app ! \"a\""_s, 4, 1, u"“!” cannot stand here"_s);
    row("lone quote", u"\""_s, 0, 1, u"no closing quote"_s);
    row("lone single quote", u"app = '"_s, 6, 1, u"no closing quote"_s);
    row("other quote closes nothing", u"app = \"a'"_s, 6, 3, u"no closing quote"_s);
    row("escaped last quote", uR"(app = "a\")"_s, 6, 4, u"no closing quote"_s);
    row("line end in a text", u"app = \"a\nb\""_s, 6, 2, u"no closing quote"_s);
    row("unknown escape", uR"(app = "a\x")"_s, 8, 2, u"Unknown escape"_s);
    row("short code", uR"(app = "\u12")"_s, 7, 2, u"Unknown escape"_s);
    row("signed code", uR"(app = "\u+041")"_s, 7, 2, u"Unknown escape"_s);
    row("code with a blank", uR"(app = "\u 041")"_s, 7, 2, u"Unknown escape"_s);
    row("NUL code", uR"(app = "\u0000")"_s, 7, 6, u"NUL"_s);
    row("NUL in a text", u"app = \"a"_s + QChar(u'\0') + u"\""_s, 8, 1, u"NUL"_s);
    row("NUL", QString(QChar(u'\0')), 0, 1, u"“U+0000” cannot stand here"_s);
    row("right-to-left override", u"app \u202e= 'a'"_s, 4, 1, u"“U+202E” cannot stand here"_s);
    row("lone surrogate", u"app = "_s + QChar(0xd83d), 6, 1, u"“U+D83D” cannot stand here"_s);
    row("letter beyond ASCII", u"äpp = 'a'"_s, 0, 1, u"“ä” cannot stand here"_s);
    row("variable", u"user.pk = $ak_user"_s, 10, 1, u"“$” cannot stand here"_s);
    row("no date", u"created > \"yesterday\""_s, 10, 11, u"A date was expected here"_s);
    row("month only", u"created ~ \"2026-01\""_s, 10, 9, u"A date was expected here"_s);
    row("no such day", u"created > \"2026-02-29\""_s, 10, 12, u"A date was expected here"_s);
    row("no such hour", u"created > \"2026-02-28 24:00\""_s, 10, 18, u"A date was expected here"_s);
    row("date with zone", u"created > \"2026-02-28T10:00:00Z\""_s, 10, 22, u"A date was expected here"_s);
    row("date in other digits", u"created > \"２026-02-28\""_s, 10, 12, u"A date was expected here"_s);
    row("bad date in a list", u"created in (\"2026-01-30\", \"x\")"_s, 26, 3, u"A date was expected here"_s);
    row("start of a date", u"created startswith \"2026-01-30\""_s, 8, 10,
        u"A time cannot be compared with “startswith”"_s);
    row("half a uuid", u"event_uuid = \"0a1b\""_s, 13, 6, u"A complete UUID"_s);
    row("half an address", u"client_ip = \"10.1\""_s, 12, 6, u"A complete IPv4 or IPv6 address"_s);
    row("network too long", u"client_ip = \"10.0.0.0/33\""_s, 12, 13, u"A complete IPv4 or IPv6 address"_s);
    row("ordered addresses", u"client_ip > \"10.0.0.0\""_s, 10, 1, u"An address cannot be compared with “>”"_s);
    row("None", u"client_ip = None"_s, 12, 4, u"“client_ip” cannot be compared with None"_s);
}

void TestAkql::parse_errors()
{
    QFETCH(QString, source);
    QFETCH(QString, part);
    const ParseResult result = parse(source);
    QVERIFY(!result);
    QVERIFY2(result.error.message.contains(part), qPrintable(result.error.message));
    QTEST(int(result.error.position), "position");
    QTEST(int(result.error.length), "length");
}

void TestAkql::networks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isInside");
    const auto row = [](const char *name, const QString &network, const QString &canonical, const QString &address,
                         bool isInside) {
        QTest::newRow(name) << network << canonical << address << isInside;
    };
    row("first", u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"10.0.0.0"_s, true);
    row("last", u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"10.255.255.255"_s, true);
    row("behind", u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"11.0.0.0"_s, false);
    row("host bits", u"172.16.5.9/12"_s, u"172.16.0.0/12"_s, u"172.31.0.1"_s, true);
    row("within an octet", u"172.16.0.0/12"_s, u"172.16.0.0/12"_s, u"172.32.0.1"_s, false);
    row("one address", u"10.0.0.1/32"_s, u"10.0.0.1/32"_s, u"10.0.0.1"_s, true);
    row("not that address", u"10.0.0.1/32"_s, u"10.0.0.1/32"_s, u"10.0.0.2"_s, false);
    row("every IPv4", u"0.0.0.0/0"_s, u"0.0.0.0/0"_s, u"255.255.255.255"_s, true);
    row("no IPv6 in it", u"0.0.0.0/0"_s, u"0.0.0.0/0"_s, u"::1"_s, false);
    row("no IPv4 in IPv6", u"::/0"_s, u"::/0"_s, u"10.0.0.1"_s, false);
    row("IPv6", u"2001:DB8::1/32"_s, u"2001:db8::/32"_s, u"2001:db8:ffff::1"_s, true);
    row("other IPv6", u"2001:db8::/32"_s, u"2001:db8::/32"_s, u"2001:db9::1"_s, false);
    row("mapped address", u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"::ffff:10.1.2.3"_s, true);
    row("mapped network", u"::ffff:10.0.0.0/104"_s, u"10.0.0.0/8"_s, u"10.1.2.3"_s, true);
    row("no address", u"10.0.0.0/8"_s, u"10.0.0.0/8"_s, u"10.x"_s, false);
}

void TestAkql::networks()
{
    QFETCH(const QString, network);
    QFETCH(const QString, canonical);
    QFETCH(const QString, address);
    QFETCH(const bool, isInside);
    const auto parsed = parse(u"client_ip = \"%1\""_s.arg(network));
    QVERIFY2(parsed, qPrintable(parsed.error.message));
    QCOMPARE(print(*parsed.query), u"client_ip = \"%1\""_s.arg(canonical));
    QVERIFY(*parse(print(*parsed.query)).query == *parsed.query);
    const auto value = std::get<Network>(parsed.query->comparison().values.first());
    QCOMPARE(value.contains(address), isInside);
    if (isInside && !value.commonStarts().isEmpty()) {
        const QStringList starts = value.commonStarts();
        QVERIFY(
            std::any_of(starts.begin(), starts.end(), [&](const QString &start) { return address.startsWith(start); }));
    }

    const FakeRecord record({{u"client_ip"_s, address}});
    const FakeRecord empty({{u"client_ip"_s, Null{}}});
    const Node inList = *parse(u"client_ip in (\"203.0.113.9\", \"%1\")"_s.arg(network)).query;
    for (const Node &node : {*parsed.query, inList}) {
        QCOMPARE(tidings::akql::matches(node, record), isInside);
        QCOMPARE(tidings::akql::matches(negated(node), record), !isInside);
        QVERIFY(!tidings::akql::matches(node, empty));
        QVERIFY(tidings::akql::matches(negated(node), empty)); // as every empty column
    }
}

void TestAkql::networksSharedByAddresses()
{
    const auto shared = [](const QStringList &addresses) {
        QStringList texts;
        for (const Network &network : Network::sharedBy(addresses))
            texts += network.toString();
        return texts;
    };
    QCOMPARE(
        shared({u"192.0.2.1"_s, u"10.20.0.13"_s, u"10.20.0.49"_s, u"192.0.3.1"_s}), QStringList{u"10.20.0.0/24"_s});
    QCOMPARE(shared({u"2001:db8::1"_s, u"10.0.0.1"_s, u"10.0.0.2"_s, u"2001:db8::2"_s, u"2001:db8:0:0:1::1"_s}),
        (QStringList{u"2001:db8::/64"_s, u"10.0.0.0/24"_s}));
    QCOMPARE(shared({u"::ffff:10.0.0.1"_s, u"10.0.0.2"_s}), QStringList{u"10.0.0.0/24"_s});
    QCOMPARE(shared({{}, u"x"_s, u"10.0.0"_s, u"10.0.0.1/8"_s, u"fe80::1%eth0"_s}), QStringList());
}

// A server would silently search for the words.
void TestAkql::networksAreNotForServers()
{
    const QString text = u"client_ip in (\"10.0.0.0/8\")"_s;
    QVERIFY(parse(text, Schema::local()));
    QVERIFY(!parse(text, Schema::events()));
    QVERIFY(!parse(u"app = 10.0.0.0/8"_s));
    QCOMPARE(std::get<QString>(parse(u"app = \"10.0.0.0/8\""_s).query->comparison().values.first()), u"10.0.0.0/8"_s);
    for (const QString &bad : {u"10.0.0.0/"_s, u"10.0.0/8"_s, u"10.0.0.0/+8"_s, u"10.0.0.0/255.0.0.0"_s, u"/8"_s,
             u"fe80::1%eth0/64"_s, u"2001:db8::/129"_s})
        QVERIFY2(!Network::parse(bad), qPrintable(bad));
}

void TestAkql::parse_knownActions()
{
    const Schema schema = Schema::events({u"login"_s, u"logout"_s});
    QVERIFY(parse(u"action = \"login\" or action in (\"login\", \"logout\")", schema));
    QVERIFY(parse(u"action ~ \"custom_x\" or action startswith \"custom_\"", schema));
    QVERIFY(parse(u"action = \"custom_x\""));
    for (const QString &source :
        {u"action = \"custom_x\""_s, u"action != \"Login\""_s, u"action not in (\"login\", \"x\")"_s}) {
        const ParseResult result = parse(source, schema);
        QVERIFY(!result);
        QVERIFY2(result.error.message.startsWith(u"The server knows no action “"_s), qPrintable(result.error.message));
    }
}

void TestAkql::parse_noneNeedsNullableField()
{
    const Schema schema = nullableSchema();
    for (const QString &source : {u"client_ip != None"_s, u"context.a.b in (None, 1)"_s}) {
        QVERIFY(!parse(source));
        const ParseResult result = parse(source, schema);
        QVERIFY2(result, qPrintable(result.error.message));
        QCOMPARE(print(*result.query), source);
    }
    QVERIFY(!parse(u"context.a > None", schema));
    QVERIFY(!parse(u"context.a ~ None", schema));
}

void TestAkql::parse_doublesKeepTheirType()
{
    QVERIFY(!(*parse(u"user.pk = 1").query == *parse(u"user.pk = 1.0").query));
    QVERIFY(!(*parse(u"user.pk = 1").query == *parse(u"user.pk = \"1\"").query));
    QCOMPARE(std::get<qint64>(parse(u"user.pk = -9223372036854775808").query->comparison().values.first()),
        std::numeric_limits<qint64>::min());
}

void TestAkql::node_flattensGroupsOfItsKind()
{
    const Node a(Comparison{{u"app"_s}, Operator::Equal, {u"a"_s}});
    const Node b(Comparison{{u"app"_s}, Operator::Equal, {u"b"_s}});
    QVERIFY(Node::all({a}) == a);
    QVERIFY(Node::all({Node::all({a, b}), a}) == Node::all({a, b, a}));
    QVERIFY(!(Node::all({a, b}) == Node::any({a, b})));
    QVERIFY(!(Node::all({a, b}) == Node::all({b, a})));
    QCOMPARE(Node::any({Node::all({a, b}), a}).children().size(), std::size_t(2));
}

void TestAkql::timestamp_roundTrips_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("length");
    QTest::newRow("epoch") << u"1970-01-01"_s << qint64(0) << qint64(86'400);
    QTest::newRow("minute") << u"2026-01-30 09:01"_s << qint64(1'769'763'660) << qint64(60);
    QTest::newRow("second") << u"2026-01-30 09:01:02"_s << qint64(1'769'763'662) << qint64(1);
    QTest::newRow("leap day") << u"2024-02-29"_s << qint64(1'709'164'800) << qint64(86'400);
    QTest::newRow("before the epoch") << u"1969-12-31 23:59:59"_s << qint64(-1) << qint64(1);
    QTest::newRow("first year") << u"0001-01-01"_s << qint64(-62'135'596'800) << qint64(86'400);
    QTest::newRow("last second") << u"9999-12-31 23:59:59"_s << qint64(253'402'300'799) << qint64(1);
}

void TestAkql::timestamp_roundTrips()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    QFETCH(qint64, length);
    const std::optional<TimeSpan> span = parseTimestamp(text);
    QVERIFY(span);
    QCOMPARE(span->first, seconds * 1'000'000);
    QCOMPARE(span->end - span->first, length * 1'000'000);
    QCOMPARE(formatTimestamp(span->first), text);
    if (length == 1) {
        QCOMPARE(formatTimestamp(span->end - 1), text);
    }
}

void TestAkql::print_escapesForOldServers()
{
    QCOMPARE(quoted(u"a\"b\\c'd/é😀"), u"\"a\\\"b\\\\c'd/é😀\""_s);
    QCOMPARE(quoted(u"\n\t\u007f\u2028\u202e"), uR"("\u000a\u0009\u007f\u2028\u202e")"_s);
    QCOMPARE(quoted(QString(QChar(0xdc00)) + QChar(0xd83d)), uR"("\udc00\ud83d")"_s);
}

void TestAkql::print_roundTripsRandomQueries()
{
    const Schema schema = nullableSchema();
    for (quint32 seed = 1; seed <= 2000; ++seed) {
        const Node query = RandomQuery(seed).node();
        const QString text = print(query);
        const ParseResult result = parse(text, schema);
        const QString label = u"seed %1: %2: %3"_s.arg(QString::number(seed), result.error.message, text);
        QVERIFY2(result, qPrintable(label));
        QVERIFY2(*result.query == query, qPrintable(label));
        QCOMPARE(print(*result.query), text);
    }
}

void TestAkql::matches_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("expected");
    const auto yes = [](const QString &source) {
        QTest::newRow(qPrintable(source)) << source << true;
    };
    const auto no = [](const QString &source) {
        QTest::newRow(qPrintable(source)) << source << false;
    };

    yes(u"action = \"login_failed\""_s);
    no(u"action = \"LOGIN_FAILED\""_s);
    no(u"action = \"login\""_s);
    yes(u"action != \"login\""_s);
    no(u"action != \"login_failed\""_s);
    yes(u"action ~ \"GIN_F\""_s);
    no(u"action ~ \"gin.f\""_s);
    no(u"action !~ \"LOGIN\""_s);
    yes(u"action !~ \"logout\""_s);
    yes(u"app startswith \"Authentik.\""_s);
    no(u"app startswith \"events\""_s);
    yes(u"app not startswith \"events\""_s);
    yes(u"app endswith \".SIGNALS\""_s);
    no(u"app not endswith \"signals\""_s);
    yes(u"app > \"authentik\""_s);
    no(u"app < \"authentik\""_s);
    yes(u"action in (\"login\", \"login_failed\")"_s);
    no(u"action not in (\"login\", \"login_failed\")"_s);
    yes(u"action not in (\"login\", \"logout\")"_s);
    yes(u"event_uuid in (\"0A1B2C3D000040008000-00000000ABCD\")"_s);
    yes(u"client_ip startswith \"192.0.2.\""_s);
    yes(u"client_ip = \"192.0.2.17\""_s);

    yes(u"user.pk = 7"_s);
    yes(u"user.pk = 7.0"_s);
    no(u"user.pk = \"7\""_s);
    yes(u"user.pk != \"7\""_s);
    yes(u"user.pk ~ \"7\""_s);
    yes(u"user.pk >= 7 and user.pk <= 7 and user.pk > 6.5 and user.pk < 8"_s);
    no(u"user.pk > 7 or user.pk < 7"_s);
    yes(u"user.pk in (\"x\", 7)"_s);
    yes(u"context.count = 3"_s);
    yes(u"context.ratio < 1"_s);
    no(u"user.big = 9007199254740992"_s);
    no(u"user.big = 9007199254740992.0"_s);
    yes(u"user.big > 9007199254740992.0"_s);
    yes(u"context.ok = True"_s);
    no(u"context.ok = 1"_s);
    yes(u"context.ok ~ \"TRUE\""_s);
    yes(u"user.username ~ \"STRAßE 50%\""_s);
    no(u"user.username ~ \"straße 5_%\""_s);

    yes(u"created ~ \"2026-01-30\""_s);
    no(u"created ~ \"2026-01-29\" or created ~ \"2026-01-31\""_s);
    yes(u"created ~ \"2026-01-30 09:00\""_s);
    no(u"created ~ \"2026-01-30 09:01\""_s);
    yes(u"created ~ \"2026-01-30 09:00:15\""_s);
    no(u"created !~ \"2026-01-30\""_s);
    yes(u"created !~ \"2026-01-31\""_s);
    yes(u"created > \"2026-01-30\" and created < \"2026-01-31\""_s);
    yes(u"created > \"2026-01-30 09:00:15\""_s);
    no(u"created = \"2026-01-30 09:00:15\""_s);
    yes(u"created < \"2026-01-30 09:00:16\""_s);
    yes(u"created not in (\"2026-01-30\")"_s);

    // A missing key is NULL for the server, and so is its negation.
    no(u"context.gone = \"x\""_s);
    no(u"context.gone != \"x\""_s);
    no(u"context.gone ~ \"\""_s);
    no(u"context.gone !~ \"x\""_s);
    no(u"context.gone not in (\"x\")"_s);
    no(u"context.gone not startswith \"x\""_s);
    no(u"context.gone < 1"_s);
    no(u"context.gone = None"_s);
    no(u"context.gone != None"_s);
    // A JSON null is a value, but has no text.
    yes(u"context.nothing = None"_s);
    no(u"context.nothing != None"_s);
    yes(u"context.nothing != \"x\""_s);
    yes(u"context.nothing not in (\"x\")"_s);
    yes(u"context.nothing in (\"x\", None)"_s);
    no(u"context.nothing !~ \"x\""_s);
    no(u"context.nothing ~ \"null\""_s);
    yes(u"context.ok != None"_s);
    // jsonb orders types: null, text, number, boolean, array, object.
    yes(u"context.nothing < \"\""_s);
    yes(u"user.pk > \"9\""_s);
    no(u"user.pk < \"9\""_s);
    yes(u"context.ok > 1000"_s);
    yes(u"context.list > 1"_s);
    no(u"context.geo <= \"zzz\""_s);
    no(u"context.geo = \"{\""_s);
    yes(u"context.geo ~ \"germany\""_s);

    yes(u"app = \"x\" and app = \"y\" or user.pk = 7"_s);
    no(u"app = \"x\" and (app = \"y\" or user.pk = 7)"_s);
    yes(u"user.pk = 7 or app = \"x\" and app = \"y\""_s);
}

void TestAkql::matches()
{
    QFETCH(QString, source);
    const ParseResult result = parse(source, nullableSchema());
    QVERIFY2(result, qPrintable(result.error.message));
    QTEST(tidings::akql::matches(*result.query, sampleRecord()), "expected");
}

void TestAkql::matches_missingKeyPolicy()
{
    const auto check = [](QStringView source) {
        return tidings::akql::matches(
            *parse(source, nullableSchema()).query, sampleRecord(), MissingKey::MatchesNegation);
    };
    QVERIFY(check(u"context.gone != \"x\""));
    QVERIFY(check(u"context.gone !~ \"x\""));
    QVERIFY(check(u"context.nothing !~ \"x\""));
    QVERIFY(check(u"context.gone not in (\"x\")"));
    QVERIFY(!check(u"context.gone = \"x\""));
    QVERIFY(!check(u"context.gone ~ \"x\""));
    QVERIFY(!check(u"user.pk != 7"));
}

void TestAkql::matches_emptyColumns()
{
    const QList<Value> empties{Null{}, Missing{}};
    for (const Value &empty : empties) {
        const FakeRecord record({{u"client_ip"_s, empty}});
        const auto check = [&record](QStringView source) {
            return tidings::akql::matches(*parse(source, nullableSchema()).query, record);
        };
        QVERIFY(check(u"client_ip = None"));
        QVERIFY(!check(u"client_ip != None"));
        QVERIFY(!check(u"client_ip in (None)"));
        QVERIFY(!check(u"client_ip = \"192.0.2.1\""));
        QVERIFY(check(u"client_ip != \"192.0.2.1\""));
        QVERIFY(check(u"client_ip not in (\"192.0.2.1\")"));
        QVERIFY(!check(u"client_ip ~ \"\""));
        QVERIFY(check(u"client_ip !~ \"192\""));
        QVERIFY(!check(u"app < \"x\""));
    }
}

void TestAkql::jsonValues_oddScalars()
{
    const auto at = [](const std::string &scalar) {
        std::string json = "{\"a\":" + scalar + "}";
        return jsonValueAt(json, {u"a"_s});
    };
    for (const char *const broken : {"-", "12x", "--1", "tru"}) {
        QVERIFY2(std::holds_alternative<Missing>(at(broken)), broken);
    }
    QCOMPARE(std::get<double>(at("1e999")), std::numeric_limits<double>::infinity());
    QCOMPARE(std::get<double>(at("99999999999999999999")), 1e20);
    QCOMPARE(std::get<qint64>(at("-7")), qint64(-7));
    QCOMPARE(std::get<QString>(at("\"\xEF\xBB\xBFroot\"")), u"\uFEFFroot"_s); // not the name "root"
}

void TestAkql::hostile_parentheses()
{
    const auto nested = [](int depth) {
        return QString(depth, u'(') + u"app = 'x'"_s + QString(depth, u')');
    };
    QVERIFY(parse(nested(Node::maximumDepth)));
    for (const int depth : {Node::maximumDepth + 1, 10'000}) {
        const ParseResult result = parse(nested(depth));
        QVERIFY(!result);
        QCOMPARE(result.error.position, qsizetype(Node::maximumDepth));
        QCOMPARE(result.error.length, qsizetype(1));
        QVERIFY(result.error.message.contains(u"100"_s));
    }
    // Side by side they do not add up.
    QVERIFY(parse((nested(60) + u" or "_s).repeated(500) + nested(60)));
    QVERIFY(!parse(QString(10'000, u')')));

    QString tree = u"app = 'x'"_s;
    for (int i = 0; i < Node::maximumDepth; ++i) {
        tree = u"(app = 'y' %1 %2)"_s.arg(i % 2 == 0 ? u"or"_s : u"and"_s, tree);
    }
    const ParseResult result = parse(tree);
    QVERIFY2(result, qPrintable(result.error.message));
    QVERIFY(*parse(print(*result.query)).query == *result.query);

    // Every group has parentheses in the printed text, also those that need none in the source.
    const auto spared = [](int levels) {
        QString source = u"app = 'x'"_s;
        for (int i = 0; i < levels; ++i) {
            source = u"app = 'y' or app = 'z' and (%1)"_s.arg(source);
        }
        return source;
    };
    const ParseResult deep = parse(spared(Node::maximumDepth / 2));
    QVERIFY2(deep, qPrintable(deep.error.message));
    QCOMPARE(deep.query->depth(), Node::maximumDepth);
    const ParseResult again = parse(print(*deep.query));
    QVERIFY2(again && *again.query == *deep.query, qPrintable(again.error.message));
    const QString deeper = spared(Node::maximumDepth / 2 + 1);
    const ParseResult refused = parse(deeper);
    QVERIFY(!refused);
    QVERIFY(refused.error.message.contains(u"100"_s));
    QVERIFY(refused.error.position >= 0 && refused.error.position + refused.error.length <= deeper.size());
}

void TestAkql::hostile_longInputs()
{
    constexpr int megabyte = 1 << 20;
    const ParseResult text = parse(u"app ~ \""_s + QString(megabyte, u'x') + u"\""_s);
    QVERIFY(text);
    QCOMPARE(std::get<QString>(text.query->comparison().values.first()).size(), megabyte);
    QVERIFY(!parse(QString(megabyte, u'a')));
    QVERIFY(parse(QString(megabyte, u'a')).error.message.size() < 300);
    QVERIFY(!parse(QString(megabyte, u'"')));
    QVERIFY(!parse(QString(megabyte, u'\\')));
    QVERIFY(!parse(u"app = \""_s + QString(megabyte, u'\\')));
    QVERIFY(!parse(u"app = \""_s + QString(megabyte, u'\0')));
    QVERIFY(!parse(u"user.pk = "_s + QString(megabyte, u'9')));

    const ParseResult chain = parse(u"user.pk = 1 or "_s.repeated(megabyte / 15) + u"user.pk = 7"_s);
    QVERIFY(chain);
    QCOMPARE(chain.query->children().size(), std::size_t(megabyte / 15 + 1));
    QVERIFY(tidings::akql::matches(*chain.query, sampleRecord()));
}

void TestAkql::hostile_randomText()
{
    // Errors stay inside the text and say something; whatever parses prints and parses again.
    static const QStringList pieces{u"app = 'a'"_s, u"user.pk in (1)"_s, u"user.pk "_s, u"created"_s, u" = "_s, u"~"_s,
        u" in "_s, u" not "_s, u"("_s, u")"_s, u","_s, u"'a'"_s, u"\"2026-01-30\""_s, u"1"_s, u"-2.5"_s, u" and "_s,
        u" or "_s, u"True"_s, u"'"_s, u"\\"_s, u"\u202e"_s, QString(QChar(u'\0')), QString(QChar(0xd800)), u"😀"_s};
    QRandomGenerator random(4711);
    int parsed = 0;
    for (int round = 0; round < 20'000; ++round) {
        QString source = random.bounded(2) == 0 ? QString() : u"user.pk = 1 or "_s;
        for (int count = int(random.bounded(8)); count > 0; --count) {
            source += pieces.at(random.bounded(pieces.size()));
        }
        const ParseResult result = parse(source);
        if (result) {
            ++parsed;
            QVERIFY(*parse(print(*result.query)).query == *result.query);
        } else {
            QVERIFY(!result.error.message.isEmpty());
            QVERIFY(result.error.position >= 0 && result.error.length >= 0);
            QVERIFY(result.error.position + result.error.length <= source.size());
        }
    }
    QVERIFY(parsed > 200);
}

QTEST_GUILESS_MAIN(TestAkql)
#include "tst_akql.moc"
