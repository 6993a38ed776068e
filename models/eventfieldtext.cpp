// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfieldtext.h"

#include "akqljsonvalue.h"
#include "jsontree.h"
#include "visibletext.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 300;
constexpr qsizetype longestFieldText = 1000;

// Of an array, as the tree of a record names it: "[3]". Other brackets are part of a key.
bool isElement(const QString &key)
{
    return key.size() > 2 && key.startsWith(u'[') && key.endsWith(u']')
        && std::all_of(key.cbegin() + 1, key.cend() - 1, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void collect(const JsonNode &node, const QString &path, qsizetype most, QStringList &names)
{
    for (const JsonNode &child : node.children) {
        if (names.size() >= most)
            return;
        // What cannot be written as a path is passed over.
        const QString name = path.isEmpty() ? child.key : path + u'.' + child.key;
        if (child.key.contains(u'.') || fieldPath(name).isEmpty())
            continue;
        if (child.type == JsonNode::Type::Object)
            collect(child, name, most, names);
        else
            names += name;
    }
}

} // namespace

QStringList fieldPath(const QString &name)
{
    QStringList keys = name.trimmed().split(u'.');
    for (QString &key : keys) {
        if (isElement(key))
            key = key.sliced(1, key.size() - 2);
    }
    const bool isPath = name.size() <= longestPath && !keys.contains(QString());
    return isPath ? keys : QStringList();
}

QString rawFieldText(std::string &json, const QStringList &path)
{
    return akql::jsonTextAt(json, path);
}

QString fieldText(std::string &json, const QStringList &path)
{
    return visibleLine(akql::jsonTextAt(json, path), longestFieldText);
}

QStringList fieldNames(const QByteArray &json, qsizetype most)
{
    QStringList names;
    collect(parseJsonTree(json), {}, most, names);
    return names;
}

} // namespace tidings
