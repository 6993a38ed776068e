// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlast.h"

#include "akqlpaths.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace tidings::akql {

bool isList(Operator op)
{
    return op == Operator::In || op == Operator::NotIn;
}

bool isOrdering(Operator op)
{
    return op >= Operator::Greater && op <= Operator::LessEqual;
}

bool isTextual(Operator op)
{
    return op >= Operator::Contains && op <= Operator::NotEndsWith;
}

bool isNegated(Operator op)
{
    return op == Operator::NotEqual || op == Operator::NotContains || op == Operator::NotStartsWith
        || op == Operator::NotEndsWith || op == Operator::NotIn;
}

QString toText(Operator op)
{
    static constexpr std::array<QStringView, 14> texts{u"=", u"!=", u">", u">=", u"<", u"<=", u"~", u"!~",
        u"startswith", u"not startswith", u"endswith", u"not endswith", u"in", u"not in"};
    static_assert(texts.size() == static_cast<std::size_t>(Operator::NotIn) + 1);
    return texts.at(static_cast<std::size_t>(op)).toString();
}

namespace {

Operator opposite(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return Operator::NotEqual;
    case Operator::NotEqual:
        return Operator::Equal;
    case Operator::Greater:
        return Operator::LessEqual;
    case Operator::GreaterEqual:
        return Operator::Less;
    case Operator::Less:
        return Operator::GreaterEqual;
    case Operator::LessEqual:
        return Operator::Greater;
    case Operator::Contains:
        return Operator::NotContains;
    case Operator::NotContains:
        return Operator::Contains;
    case Operator::StartsWith:
        return Operator::NotStartsWith;
    case Operator::NotStartsWith:
        return Operator::StartsWith;
    case Operator::EndsWith:
        return Operator::NotEndsWith;
    case Operator::NotEndsWith:
        return Operator::EndsWith;
    case Operator::In:
        return Operator::NotIn;
    case Operator::NotIn:
        return Operator::In;
    }
    return op;
}

} // namespace

Node::Node(Comparison comparison, Span span)
    : m_comparison(std::move(comparison))
    , m_span(span)
{
}

Node Node::all(std::vector<Node> children, Span span)
{
    return group(Kind::And, std::move(children), span);
}

Node Node::any(std::vector<Node> children, Span span)
{
    return group(Kind::Or, std::move(children), span);
}

Node Node::group(Kind kind, std::vector<Node> children, Span span)
{
    Q_ASSERT(!children.empty());
    if (children.size() == 1) {
        return std::move(children.front());
    }
    Node node{Comparison{}, span};
    node.m_kind = kind;
    node.m_children.reserve(children.size());
    for (Node &child : children) {
        node.m_depth = std::max(node.m_depth, child.m_depth + (child.m_kind == kind ? 0 : 1));
        if (child.m_kind == kind) {
            std::move(child.m_children.begin(), child.m_children.end(), std::back_inserter(node.m_children));
        } else {
            node.m_children.push_back(std::move(child));
        }
    }
    return node;
}

Node equals(QLatin1StringView path, const Literal &value)
{
    return Node(Comparison{paths::split(path), Operator::Equal, {value}});
}

bool Node::operator==(const Node &other) const
{
    return m_kind == other.m_kind && m_comparison == other.m_comparison && m_children == other.m_children;
}

std::vector<Node> conjuncts(const Node &node)
{
    return node.kind() == Node::Kind::And ? node.children() : std::vector<Node>{node};
}

Node negated(const Node &node)
{
    if (node.kind() == Node::Kind::Comparison) {
        Comparison comparison = node.comparison();
        comparison.op = opposite(comparison.op);
        return Node(std::move(comparison));
    }
    std::vector<Node> children;
    children.reserve(node.children().size());
    std::transform(node.children().begin(), node.children().end(), std::back_inserter(children), negated);
    return node.kind() == Node::Kind::And ? Node::any(std::move(children)) : Node::all(std::move(children));
}

} // namespace tidings::akql
