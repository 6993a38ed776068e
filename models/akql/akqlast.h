// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlnetwork.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace tidings::akql {

/// JSON null or an empty database column; written None.
struct Null
{
    bool operator==(const Null &) const = default;
};

/// A point in time, in microseconds since 1970-01-01 00:00 UTC.
struct Timestamp
{
    qint64 microseconds = 0;
    bool operator==(const Timestamp &) const = default;
};

/// A value in a query. Timestamps are whole seconds there: AKQL has no smaller unit. Networks are compared with = and
/// in (or their negations) and stand for every address they hold.
using Literal = std::variant<Null, bool, qint64, double, QString, Timestamp, Network>;

enum class Operator {
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Contains,
    NotContains,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
    In,
    NotIn,
};

bool isList(Operator op); ///< in, not in
bool isOrdering(Operator op); ///< > >= < <=
bool isTextual(Operator op); ///< contains, starts with, ends with and their negations
bool isNegated(Operator op);
QString toText(Operator op); ///< as written in a query

struct Comparison
{
    QStringList path; ///< never empty; one name is a column of the event, more reach into its JSON
    Operator op = Operator::Equal;
    QList<Literal> values; ///< one value, or for a list operator one or more
    bool operator==(const Comparison &) const = default;
};

/// A range of the source text, in UTF-16 code units.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/**
 * A query: one comparison, or an And/Or group of two or more. A plain value.
 *
 * A group never directly holds a group of its own kind (all() and any() merge them), so that "a and b and c" is one
 * flat node however long it is, and a tree is only as deep as parentheses nest in its printed text. The parser allows
 * Node::maximumDepth levels of them, which keeps recursive reading, copying and destruction harmless; code that builds
 * trees must stay within it too.
 */
class Node
{
public:
    enum class Kind { Comparison, And, Or };
    static constexpr int maximumDepth = 100;

    explicit Node(Comparison comparison, Span span = {});
    static Node all(std::vector<Node> children, Span span = {}); ///< needs at least one child
    static Node any(std::vector<Node> children, Span span = {}); ///< needs at least one child

    Kind kind() const { return m_kind; }
    const Comparison &comparison() const { return m_comparison; } ///< empty in a group
    const std::vector<Node> &children() const { return m_children; } ///< empty in a comparison
    int depth() const { return m_depth; } ///< groups inside each other, itself included; 0 for a comparison
    Span span() const { return m_span; } ///< where it stood in the source; not part of equality

    bool operator==(const Node &other) const;

private:
    static Node group(Kind kind, std::vector<Node> children, Span span);

    Kind m_kind = Kind::Comparison;
    Comparison m_comparison;
    std::vector<Node> m_children;
    int m_depth = 0;
    Span m_span;
};

/// `path = value`, the path with dots.
Node equals(QLatin1StringView path, const Literal &value);

/// The conditions that must all hold: the children of an And, or the node itself.
std::vector<Node> conjuncts(const Node &node);

/// The opposite: every operator is replaced by its counterpart, "and" by "or". What a comparison says about events that
/// lack the value is not part of the opposite: neither x nor negated(x) may match them.
Node negated(const Node &node);

} // namespace tidings::akql
