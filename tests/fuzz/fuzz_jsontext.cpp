// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as text: what people write into the form of an event, and what is shown of any record.
#include "codec.h"
#include "eventwrite.h"
#include "fuzzing.h"
#include "jsontext.h"
#include "jsontree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr int deepestShown = 100; // of a tree

QByteArray withoutBlanks(QByteArray bytes)
{
    for (const char blank : {' ', '\t', '\n', '\r'})
        bytes.replace(blank, QByteArray());
    return bytes;
}

void checkLayout(const QByteArray &json)
{
    const QByteArray pretty = prettyJson(json);
    const QByteArray compact = compactJson(json);
    require(compact.size() <= json.size(), "a compact text is not longer");
    require(pretty.size() <= 7 * json.size() + 64 * 1024, "a text that is laid out has a limit");
    require(withoutBlanks(pretty) == withoutBlanks(json) && withoutBlanks(compact) == withoutBlanks(json),
        "nothing but blanks comes and goes");
    require(compactJson(pretty) == compact && compactJson(compact) == compact, "layouts are the same text");
}

int checkTree(const JsonNode &node, int depth, bool isJson)
{
    require(depth <= deepestShown, "a tree has a limit");
    const bool isUnreadable = node.type == JsonNode::Type::Unreadable;
    require(!isJson || !isUnreadable || depth == deepestShown, "only what is broken or too deep cannot be read");
    require(node.children.empty() || node.type == JsonNode::Type::Object || node.type == JsonNode::Type::Array,
        "only objects and arrays hold something");
    int count = 1;
    for (const JsonNode &child : node.children)
        count += checkTree(child, depth + 1, isJson);
    return count;
}

void checkProblem(const JsonProblem &problem, const QString &text)
{
    require(!problem.message.isEmpty() && problem.message.size() < 300, "a problem says something short");
    require(problem.offset >= 0 && problem.offset <= text.size(), "a problem stands in the text");
    const QStringView before = QStringView(text).first(problem.offset);
    require(problem.line == before.count(u'\n') + 1, "lines are counted");
    require(problem.column == problem.offset - before.lastIndexOf(u'\n'), "columns are counted in the line");
}

// `json` passed the check.
void checkGoodObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    // Numbers of any size are JSON, but not for Qt.
    if (error.error == QJsonParseError::IllegalNumber)
        return;
    require(document.isObject(), "what the check takes, Qt takes");
    const JsonNode tree = parseJsonTree(json);
    const QJsonObject object = document.object();
    require(tree.type == JsonNode::Type::Object && static_cast<qsizetype>(tree.children.size()) == object.size(),
        "a tree shows every key");
    require(
        QJsonDocument::fromJson(prettyJson(json)) == document && QJsonDocument::fromJson(compactJson(json)) == document,
        "a layout does not change the meaning");

    const QByteArray bare = json.trimmed();
    // Keys with these may be no text at all, or lose the mark in Qt.
    if (!json.contains("\\u") && !json.contains("\xEF\xBB\xBF")) {
        const QStringList keys = object.keys().mid(0, 5);
        for (const QString &key : keys) {
            const QByteArray raw = rawMember(json, key.toUtf8().constData());
            require(!raw.isEmpty() && bare.contains(raw), "the bytes of a member are those of the text");
            require(QJsonDocument::fromJson('[' + raw + ']').array().at(0) == object.value(key),
                "and they are those of its value");
        }
    }

    // As one level deeper, it has to stay within the limit of the check.
    if (bare.count('{') + bare.count('[') < 190) {
        EventChanges changes;
        changes.action = u"login"_s;
        changes.context = bare;
        const QByteArray body = createWrite(changes).body;
        require(!checkJsonObject(QString::fromUtf8(body)), "what is sent is JSON");
        require(rawMember(body, "context") == bare, "it is sent as it was written");
    }
}

void checkQuoted(const QString &text)
{
    if (text.contains(QChar(QChar::ByteOrderMark))) // Qt drops it here and there
        return;
    const QByteArray utf8 = text.toUtf8();
    const QByteArray json = "{\"k\":" + quotedJson(text) + '}';
    require(QJsonDocument::fromJson(json).object().value(u"k"_s).toString() == QString::fromUtf8(utf8),
        "a quoted text is read as itself");
    const JsonNode tree = parseJsonTree(json);
    require(tree.children.size() == 1 && tree.children.front().text == QString::fromUtf8(utf8), "also by the tree");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype longest = 16'384;
    const QByteArray json = bytesOf(data, size);
    const QString text = textOf(data, size, longest);
    const auto problem = checkJsonObject(text);
    if (problem)
        checkProblem(*problem, text);
    else
        checkGoodObject(text.toUtf8());
    checkLayout(json);
    const bool isGood = !problem && text.toUtf8() == json;
    require(checkTree(parseJsonTree(json), 0, isGood) <= 101'000, "a tree has so many nodes at most");
    checkQuoted(text);
    return 0;
}
