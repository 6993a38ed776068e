// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontree.h"

#include "codecprimitives.h"
#include "utf8text.h"

namespace tidings {

using namespace codec;

namespace {

class TreeBuilder
{
public:
    JsonNode build(const QByteArray &json)
    {
        const PaddedBody body(json);
        JsonNode root;
        od::document document;
        od::value value;
        Parser parser;
        if (parser.iterate(body.padded()).get(document) || document.get_value().get(value)) {
            // A lone scalar is a document of its own kind in simdjson; show it as it is.
            root.type = JsonNode::Type::Unreadable;
            root.text = QString::fromUtf8(json);
            return root;
        }
        read(value, root, 0);
        return root;
    }

private:
    static constexpr int maxDepth = 100;
    static constexpr int maxNodes = 100'000;

    // The depth is bounded by maxDepth.
    void read(od::value &value, JsonNode &node, int depth)
    {
        ++m_nodes;
        const JsonType type = typeOf(value);
        const bool isContainer = type == JsonType::Object || type == JsonType::Array;
        if (isContainer && depth >= maxDepth) {
            node.type = JsonNode::Type::Unreadable;
            node.text = textOf(value);
            return;
        }
        switch (type) {
        case JsonType::Object: {
            node.type = JsonNode::Type::Object;
            const bool intact = forEachMember(
                value, [&](std::string_view key, od::value &member) { add(node, textFromUtf8(key), member, depth); });
            noteIfBroken(node, intact);
            break;
        }
        case JsonType::Array: {
            node.type = JsonNode::Type::Array;
            const bool intact = forEachElement(value, [&](od::value &element) {
                add(node, QStringLiteral("[%1]").arg(node.children.size()), element, depth);
            });
            noteIfBroken(node, intact);
            break;
        }
        case JsonType::String:
            node.type = JsonNode::Type::String;
            node.text = textOf(value);
            break;
        case JsonType::Number:
            node.type = JsonNode::Type::Number;
            node.text = textOf(value);
            break;
        case JsonType::Bool:
            node.type = JsonNode::Type::Bool;
            node.text = textOf(value);
            break;
        case JsonType::Null:
            node.type = JsonNode::Type::Null;
            node.text = QStringLiteral("null");
            break;
        case JsonType::Broken:
            node.type = JsonNode::Type::Unreadable;
            node.text = textOf(value);
            break;
        }
    }

    void add(JsonNode &parent, const QString &key, od::value &value, int depth)
    {
        if (m_isFull)
            return;
        if (m_nodes >= maxNodes) {
            m_isFull = true;
            JsonNode rest;
            rest.type = JsonNode::Type::Unreadable;
            rest.key = QStringLiteral("…");
            parent.children.push_back(std::move(rest));
            return;
        }
        JsonNode child;
        child.key = key;
        read(value, child, depth + 1);
        parent.children.push_back(std::move(child));
    }

    static void noteIfBroken(JsonNode &node, bool intact)
    {
        if (intact)
            return;
        JsonNode broken;
        broken.type = JsonNode::Type::Unreadable;
        broken.key = QStringLiteral("…");
        node.children.push_back(std::move(broken));
    }

    int m_nodes = 0;
    bool m_isFull = false;
};

} // namespace

JsonNode parseJsonTree(const QByteArray &json)
{
    return TreeBuilder().build(json);
}

} // namespace tidings
