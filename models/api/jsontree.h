// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace tidings {

// A JSON value as a tree for display. Numbers keep the text they were sent as; keys keep their order and may repeat.
struct JsonNode
{
    enum class Type { Object, Array, String, Number, Bool, Null, Unreadable };
    Type type = Type::Null;
    QString key; // member name, or "[3]" in an array; empty at the root
    QString text; // scalars: the value; Unreadable and too deep parts: the raw text
    std::vector<JsonNode> children;
};

// Never fails: what can not be read, or lies deeper than 100 levels, becomes an Unreadable leaf with its text. At most
// 100,000 nodes; the rest is one Unreadable leaf.
JsonNode parseJsonTree(const QByteArray &json);

} // namespace tidings
