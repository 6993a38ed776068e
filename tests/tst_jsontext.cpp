// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "jsontree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace tidings;
using namespace Qt::StringLiterals;

using Type = JsonNode::Type;

namespace {

// The tokens of a JSON text, cut by a way of its own: strings, words and numbers, and single punctuation.
QByteArrayList tokens(const QByteArray &json)
{
    static const QRegularExpression pattern(uR"("(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+)"_s);
    QByteArrayList result;
    auto matches = pattern.globalMatch(QString::fromUtf8(json));
    while (matches.hasNext())
        result += matches.next().captured().toUtf8();
    return result;
}

// Random JSON with every kind of token and white space anywhere.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray object(int depth)
    {
        QByteArray out = "{" + blanks();
        const int members = pick(5);
        for (int i = 0; i < members; ++i) {
            if (i > 0)
                out += blanks() + "," + blanks();
            out += "\"k" + QByteArray::number(i) + text() + "\"" + blanks() + ":" + blanks() + value(depth - 1);
        }
        return out + blanks() + "}";
    }

private:
    int pick(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    QByteArray blanks()
    {
        static const QByteArrayList choices{"", "", " ", "\n", "\t ", "\r\n  "};
        return choices.at(pick(static_cast<int>(choices.size())));
    }

    QByteArray text()
    {
        static const QByteArrayList choices{"", "a", "{[:,]}", "\\\"", "\\\\", "\\u00e9", "\xC3\xA9", "\\n", " ",
            "\xF0\x9F\x98\x80", "\\ud83d\\ude00", "//", "\\/"};
        QByteArray out;
        for (int i = pick(4); i > 0; --i)
            out += choices.at(pick(static_cast<int>(choices.size())));
        return out;
    }

    QByteArray value(int depth)
    {
        static const QByteArrayList scalars{"null", "true", "false", "0", "-0", "1.0", "1E+2", "1e-7",
            "12345678901234567890", "-9223372036854775809", "0.10", "3.141592653589793238462643"};
        const int kind = pick(depth > 0 ? 4 : 2);
        if (kind == 0)
            return scalars.at(pick(static_cast<int>(scalars.size())));
        if (kind == 1)
            return "\"" + text() + "\"";
        if (kind == 2)
            return object(depth);
        QByteArray out = "[" + blanks();
        const int elements = pick(4);
        for (int i = 0; i < elements; ++i)
            out += (i > 0 ? blanks() + "," + blanks() : QByteArray()) + value(depth - 1);
        return out + blanks() + "]";
    }

    QRandomGenerator m_random;
};

const JsonNode *child(const JsonNode &node, const QString &key)
{
    for (const JsonNode &candidate : node.children) {
        if (candidate.key == key)
            return &candidate;
    }
    return nullptr;
}

qsizetype countNodes(const JsonNode &root)
{
    std::vector<const JsonNode *> open{&root};
    qsizetype count = 0;
    while (!open.empty()) {
        const JsonNode *const node = open.back();
        open.pop_back();
        ++count;
        for (const JsonNode &inner : node->children)
            open.push_back(&inner);
    }
    return count;
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void check_accepts_data();
    void check_accepts();
    void check_findsTheProblem_data();
    void check_findsTheProblem();
    void check_boundsTheDepth();
    void check_agreesWithQt();
    void layout_isExact_data();
    void layout_isExact();
    void layout_keepsEveryToken();
    void layout_survivesAnything();
    void layout_boundsHostileIndentation();
    void quoted_isJson_data();
    void quoted_isJson();
    void rawMember_findsBytes_data();
    void rawMember_findsBytes();
    void tree_keepsTextAndOrder();
    void tree_survivesDepth_data();
    void tree_survivesDepth();
    void tree_survivesWidth();
    void tree_survivesBrokenText_data();
    void tree_survivesBrokenText();
};

void TestJsonText::check_accepts_data()
{
    QTest::addColumn<QString>("json");
    const QStringList good{u"{}"_s, u" \t\r\n{ } \n"_s, u"{\"a\":1}"_s,
        u"{\"a\":[1,2,{\"a\":null}],\"b\":{\"a\":true}}"_s, u"{\"\":\"\"}"_s,
        u"{\"a\":-0,\"b\":1e5,\"c\":1.5E-3,\"d\":12345678901234567890}"_s,
        u"{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}"_s, u"{\"\u00e9\":\"\U0001F600\"}"_s, u"{\"a\":{},\"A\":{}}"_s,
        u"{\"a\":[[],[[]],{}]}"_s};
    for (const QString &json : good)
        QTest::newRow(qPrintable(json)) << json;
}

void TestJsonText::check_accepts()
{
    QFETCH(const QString, json);
    const auto problem = checkJsonObject(json);
    QVERIFY2(!problem, qPrintable(problem ? problem->message : QString()));
}

void TestJsonText::check_findsTheProblem_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QString &json, int line, int column) {
        QTest::newRow(name) << json << line << column;
    };
    row("empty", {}, 1, 1);
    row("blank", u" \n "_s, 2, 2);
    row("array", u"[]"_s, 1, 1);
    row("text", u"\"a\""_s, 1, 1);
    row("null", u"null"_s, 1, 1);
    row("open", u"{"_s, 1, 2);
    row("open array", u"{\"a\":[1"_s, 1, 8);
    row("not closed by its kind", u"{\"a\":[1}"_s, 1, 8);
    row("trailing text", u"{} x"_s, 1, 4);
    row("second object", u"{}\n{}"_s, 2, 1);
    row("missing comma", u"{\"a\":1 \"b\":2}"_s, 1, 8);
    row("missing comma, next line", u"{\n  \"a\": 1\n  \"b\": 2\n}"_s, 3, 3);
    row("comma too many", u"{\"a\":1,}"_s, 1, 7);
    row("comma too many, array", u"{\"a\":[1,2,]}"_s, 1, 10);
    row("comma first", u"{,}"_s, 1, 2);
    row("two commas", u"{\"a\":1,,\"b\":2}"_s, 1, 8);
    row("missing colon", u"{\"a\" 1}"_s, 1, 6);
    row("missing value", u"{\"a\":}"_s, 1, 6);
    row("missing value, end", u"{\"a\":"_s, 1, 6);
    row("bare name", u"{a:1}"_s, 1, 2);
    row("single quotes", u"{'a':1}"_s, 1, 2);
    row("Python word", u"{\"a\":True}"_s, 1, 6);
    row("NaN", u"{\"a\":NaN}"_s, 1, 6);
    row("comment", u"{\"a\":1 // x\n}"_s, 1, 8);
    row("leading zero", u"{\"a\":01}"_s, 1, 6);
    row("plus", u"{\"a\":+1}"_s, 1, 6);
    row("bare point", u"{\"a\":1.}"_s, 1, 6);
    row("bare exponent", u"{\"a\":1e}"_s, 1, 6);
    row("bare minus", u"{\"a\":-}"_s, 1, 6);
    row("open text", u"{\"a\":\"b}"_s, 1, 6);
    row("open text, next line", u"{\"a\":\"b\n}"_s, 1, 8);
    row("tab in text", u"{\"a\":\"b\tc\"}"_s, 1, 8);
    row("bad escape", u"{\"a\":\"b\\xc\"}"_s, 1, 8);
    row("short escape", u"{\"a\":\"\\u12\"}"_s, 1, 7);
    row("bad hex", u"{\"a\":\"\\u12g4\"}"_s, 1, 7);
    row("escaped NUL", u"{\"a\":\"\\u0000\"}"_s, 1, 7);
    row("duplicate", u"{\"a\":1,\"a\":2}"_s, 1, 8);
    row("duplicate below", u"{\"b\":{\"a\":1,\n \"a\":2}}"_s, 2, 2);
    row("duplicate, escaped", u"{\"a\":1,\"\\u0061\":2}"_s, 1, 8);
    row("duplicate in an array", u"{\"x\":[{\"a\":1,\"a\":2}]}"_s, 1, 14);
    row("after non-ASCII", u"{\"\u00e9\u00e9\":x}"_s, 1, 7);
    row("non-breaking blank", u"{\u00a0}"_s, 1, 2);
}

void TestJsonText::check_findsTheProblem()
{
    QFETCH(const QString, json);
    QFETCH(const int, line);
    QFETCH(const int, column);
    const auto problem = checkJsonObject(json);
    QVERIFY(problem.has_value());
    const JsonProblem found = problem.value_or(JsonProblem());
    QVERIFY(found.message.size() > 5);
    QCOMPARE(found.line, line);
    QCOMPARE(found.column, column);
    // The offset tells the same place.
    const QString before = json.left(found.offset);
    QCOMPARE(before.count(u'\n') + 1, line);
    QCOMPARE(before.size() - before.lastIndexOf(u'\n'), column);
}

void TestJsonText::check_boundsTheDepth()
{
    const auto nested = [](int arrays) {
        return u"{\"a\":"_s + QString(arrays, u'[') + QString(arrays, u']') + u'}';
    };
    QVERIFY(!checkJsonObject(nested(199)));
    QVERIFY(checkJsonObject(nested(200)).has_value());
    QVERIFY(checkJsonObject(nested(100'000)).has_value());
    QVERIFY(checkJsonObject(u"{\"a\":"_s.repeated(100'000)).has_value());
}

void TestJsonText::check_agreesWithQt()
{
    QRandomGenerator random(7);
    int refused = 0;
    for (quint32 seed = 0; seed < 300; ++seed) {
        const QByteArray json = RandomJson(seed).object(4);
        const auto problem = checkJsonObject(QString::fromUtf8(json));
        QVERIFY2(!problem, json.constData());
        // One byte less: both must refuse, or both accept.
        QString broken = QString::fromUtf8(json);
        broken.remove(static_cast<qsizetype>(random.bounded(static_cast<quint32>(broken.size()))), 1);
        QJsonParseError error{};
        const bool isObject = QJsonDocument::fromJson(broken.toUtf8(), &error).isObject();
        // Qt takes duplicate keys, leading zeros and raw control characters; only its refusals count here.
        if (!isObject && error.error != QJsonParseError::NoError) {
            QVERIFY2(checkJsonObject(broken).has_value(), qPrintable(broken));
            ++refused;
        }
    }
    QVERIFY(refused > 50);
}

void TestJsonText::layout_isExact_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("pretty");
    QTest::addColumn<QByteArray>("compact");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &pretty, const QByteArray &compact) {
        QTest::newRow(name) << json << pretty << compact;
    };
    row("empty object", "{ }", "{}", "{}");
    row("empty array", "[\n]", "[]", "[]");
    row("member", R"({"a" : 1.0})", "{\n  \"a\": 1.0\n}", R"({"a":1.0})");
    row("nested", R"({"a":[1,{"b":{}}],"c":[]})",
        "{\n  \"a\": [\n    1,\n    {\n      \"b\": {}\n    }\n  ],\n  \"c\": []\n}", R"({"a":[1,{"b":{}}],"c":[]})");
    row("text with punctuation", R"({"a":"{ [ , : \" ] }"})", "{\n  \"a\": \"{ [ , : \\\" ] }\"\n}",
        R"({"a":"{ [ , : \" ] }"})");
    row("scalar", " 12345678901234567890 ", "12345678901234567890", "12345678901234567890");
    row("nothing", "", "", "");
}

void TestJsonText::layout_isExact()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, pretty);
    QFETCH(const QByteArray, compact);
    QCOMPARE(prettyJson(json), pretty);
    QCOMPARE(compactJson(json), compact);
    QCOMPARE(prettyJson(pretty), pretty);
    QCOMPARE(compactJson(pretty), compact);
}

void TestJsonText::layout_keepsEveryToken()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        const QByteArray json = RandomJson(seed).object(5);
        const QByteArrayList before = tokens(json);
        QVERIFY2(tokens(prettyJson(json)) == before, json.constData());
        QVERIFY2(tokens(compactJson(json)) == before, json.constData());
        QCOMPARE(compactJson(json), before.join());
        QCOMPARE(compactJson(prettyJson(json)), compactJson(json));
        QCOMPARE(prettyJson(compactJson(json)), prettyJson(json));
    }
}

void TestJsonText::layout_survivesAnything()
{
    const QByteArrayList odd{"}}}]]]", "{{{", "\"open", "\"open\\", "<html> a b", QByteArray("\0x\0", 3), "\xff\xfe",
        ",,::", "{\"a\":1}{\"b\":2}"};
    for (const QByteArray &json : odd) {
        const auto squeezed = [](QByteArray text) {
            for (const char blank : {' ', '\n', '\t', '\r'})
                text.replace(blank, "");
            return text;
        };
        QCOMPARE(squeezed(prettyJson(json)), squeezed(json));
        QCOMPARE(squeezed(compactJson(json)), squeezed(json));
    }
}

void TestJsonText::layout_boundsHostileIndentation()
{
    const QByteArray deep = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    const QByteArray pretty = prettyJson(deep);
    QVERIFY(pretty.size() < 8 * deep.size());
    QVERIFY(compactJson(pretty) == deep);
}

void TestJsonText::quoted_isJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("plain") << u"abc"_s << QByteArray("\"abc\"");
    QTest::newRow("quote") << u"\"\\"_s << QByteArray(R"("\"\\")");
    QTest::newRow("controls") << QString(u"\0\t\n\x1f"_s) << QByteArray(R"("\u0000\u0009\u000a\u001f")");
    QTest::newRow("non-ASCII") << u"\u00e9\U0001F600"_s << QByteArray("\"\xC3\xA9\xF0\x9F\x98\x80\"");
}

void TestJsonText::quoted_isJson()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, json);
    QCOMPARE(quotedJson(text), json);
    QCOMPARE(QJsonDocument::fromJson("[" + json + "]").array().at(0).toString(), text);
}

void TestJsonText::rawMember_findsBytes_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char *name, const QByteArray &object, const QByteArray &member) {
        QTest::newRow(name) << object << member;
    };
    row("number", R"({"a":1,"k": 1.0 ,"b":2})", "1.0");
    row("big number", R"({"k":12345678901234567890123})", "12345678901234567890123");
    row("text", R"({"k":"\u00e9\"x"})", R"("\u00e9\"x")");
    row("object", R"({"k": { "z" : 1, "a" : [ ] } })", R"({ "z" : 1, "a" : [ ] })");
    row("array", R"({"k":[1, 2]})", "[1, 2]");
    row("null", R"({"k":null})", "null");
    row("bool", R"({"k" :true})", "true");
    row("first one wins", R"({"k":1,"k":{"k":2},"k":3})", "1");
    row("not from below", R"({"a":{"k":1}})", {});
    row("missing", R"({"a":1})", {});
    row("escaped key", R"({"\u006b":5})", "5");
    row("array root", R"([{"k":1}])", {});
    row("scalar root", "1", {});
    row("empty", {}, {});
    row("broken", R"({"k")", {});
    row("HTML", "<html>", {});
}

void TestJsonText::rawMember_findsBytes()
{
    QFETCH(const QByteArray, object);
    QFETCH(const QByteArray, member);
    QCOMPARE(rawMember(object, "k"), member);
}

void TestJsonText::tree_keepsTextAndOrder()
{
    const JsonNode root = parseJsonTree(
        R"({"z":12345678901234567890,"a":1.0,"e":1E+2,"n":null,"t":true,"s":"\u00e9\n","o":{"x":[1,"2",[]]},"z":-0})");
    QCOMPARE(root.type, Type::Object);
    QCOMPARE(root.key, QString());
    QStringList keys;
    QStringList texts;
    for (const JsonNode &node : root.children) {
        keys += node.key;
        texts += node.text;
    }
    QCOMPARE(keys, u"z a e n t s o z"_s.split(u' '));
    QCOMPARE(texts.mid(0, 6),
        (QStringList{u"12345678901234567890"_s, u"1.0"_s, u"1E+2"_s, u"null"_s, u"true"_s, u"\u00e9\n"_s}));
    QCOMPARE(texts.last(), u"-0"_s);
    const JsonNode *const object = child(root, u"o"_s);
    QVERIFY(object != nullptr && object->children.size() == 1);
    const JsonNode &array = object->children.front();
    QCOMPARE(array.type, Type::Array);
    QCOMPARE(array.children.size(), 3U);
    QCOMPARE(array.children.at(0).key, u"[0]"_s);
    QCOMPARE(array.children.at(0).type, Type::Number);
    QCOMPARE(array.children.at(1).type, Type::String);
    QCOMPARE(array.children.at(2).type, Type::Array);
}

void TestJsonText::tree_survivesDepth_data()
{
    QTest::addColumn<QByteArray>("json");
    QByteArray objects;
    for (int i = 0; i < 100'000; ++i)
        objects += R"({"a":)";
    QTest::newRow("arrays") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("objects") << objects + "1" + QByteArray(100'000, '}');
    QTest::newRow("open arrays") << QByteArray(100'000, '[');
    QTest::newRow("open objects") << objects;
    QTest::newRow("too many ends") << "[" + QByteArray(100'000, ']');
}

void TestJsonText::tree_survivesDepth()
{
    QFETCH(const QByteArray, json);
    const JsonNode root = parseJsonTree(json);
    qsizetype depth = 0;
    for (const JsonNode *node = &root; !node->children.empty(); node = &node->children.front())
        ++depth;
    QVERIFY(depth <= 101);
    if (json.startsWith("[[") && json.endsWith("]]")) {
        QCOMPARE(depth, 100);
        const JsonNode *leaf = &root;
        while (!leaf->children.empty())
            leaf = &leaf->children.front();
        QCOMPARE(leaf->type, Type::Unreadable);
        QCOMPARE(leaf->text.size(), json.size() - 200);
    }
}

void TestJsonText::tree_survivesWidth()
{
    QByteArray wide = "[1";
    for (int i = 1; i < 150'000; ++i)
        wide += ",1";
    const JsonNode flat = parseJsonTree(wide + "]");
    QVERIFY(countNodes(flat) <= 100'001);
    QCOMPARE(flat.children.front().type, Type::Number);
    QCOMPARE(flat.children.back().type, Type::Unreadable); // says that there is more

    QByteArray pairs = "[[1]";
    for (int i = 1; i < 150'000; ++i)
        pairs += ",[1]";
    QVERIFY(countNodes(parseJsonTree(pairs + "]")) <= 100'002);
}

void TestJsonText::tree_survivesBrokenText_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *const json : {"", " ", "{", "[", "{\"a\"", "{\"a\":", "{\"a\":}", "[1,", "[1 2]", "{\"a\":1,}",
             "nul", "<html>", "\"open", "{\"a\":\"\\ud800\"}", "{\"\\ud800\":1}", "[\"\\x\"]", "\xff\xfe", "7",
             "\"text\"", "null", "{\"a\":1}}", "[tru]", "[01]", "[-]"})
        QTest::newRow(json) << QByteArray(json);
}

void TestJsonText::tree_survivesBrokenText()
{
    QFETCH(const QByteArray, json);
    const JsonNode root = parseJsonTree(json);
    if (root.type == Type::Unreadable)
        QCOMPARE(root.text, QString::fromUtf8(json));
    QVERIFY(countNodes(root) <= 4);
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
