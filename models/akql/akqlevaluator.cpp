// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlevaluator.h"

#include "akqltimestamp.h"

#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

/// SQL's truth: no value stands for NULL.
using Truth = std::optional<bool>;

/// jsonb's order of types. Times are columns and only meet times.
struct TypeRank
{
    int operator()(Missing) const { return -1; }
    int operator()(Null) const { return 0; }
    int operator()(const QString &) const { return 1; }
    int operator()(qint64) const { return 2; }
    int operator()(double) const { return 2; }
    int operator()(bool) const { return 3; }
    int operator()(const JsonText &json) const { return json.text.startsWith(u'[') ? 4 : 5; }
    int operator()(Timestamp) const { return 6; }
    int operator()(const Network &) const { return 7; } // equals no value; see isAmong()
};

template <typename T> int compareAs(const T &left, const T &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

template <typename Variant> long double asNumber(const Variant &value)
{
    // long double holds every qint64 where it is wider than double, so that large keys are told apart from decimals.
    const auto *integer = std::get_if<qint64>(&value);
    return integer ? static_cast<long double>(*integer) : static_cast<long double>(std::get<double>(value));
}

int compare(const Value &value, const Literal &literal)
{
    const int rank = std::visit(TypeRank{}, value);
    const int otherRank = std::visit(TypeRank{}, literal);
    if (rank != otherRank) {
        return rank < otherRank ? -1 : 1;
    }
    if (const auto *text = std::get_if<QString>(&value)) {
        return text->compare(std::get<QString>(literal));
    }
    if (const auto *time = std::get_if<Timestamp>(&value)) {
        return compareAs(time->microseconds, std::get<Timestamp>(literal).microseconds);
    }
    if (const auto *flag = std::get_if<bool>(&value)) {
        return compareAs<int>(*flag, std::get<bool>(literal));
    }
    if (std::holds_alternative<Null>(value)) {
        return 0;
    }
    if (std::holds_alternative<qint64>(value) && std::holds_alternative<qint64>(literal)) {
        return compareAs(std::get<qint64>(value), std::get<qint64>(literal));
    }
    return compareAs(asNumber(value), asNumber(literal));
}

struct TextOf
{
    std::optional<QString> operator()(Missing) const { return std::nullopt; }
    std::optional<QString> operator()(Null) const { return std::nullopt; }
    std::optional<QString> operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    std::optional<QString> operator()(qint64 value) const { return QString::number(value); }
    std::optional<QString> operator()(double value) const
    {
        return QString::number(value, 'g', QLocale::FloatingPointShortest);
    }
    std::optional<QString> operator()(const QString &value) const { return value; }
    std::optional<QString> operator()(Timestamp value) const { return formatTimestamp(value.microseconds); }
    std::optional<QString> operator()(const JsonText &value) const { return value.text; }
};

Truth textTruth(const Value &value, Operator op, const Literal &literal)
{
    const auto *wanted = std::get_if<QString>(&literal);
    if (!wanted) {
        return std::nullopt;
    }
    if (const auto *time = std::get_if<Timestamp>(&value)) {
        // The server searches the text of the stored time, which a date, minute or second can only be the start of.
        const std::optional<TimeSpan> span = parseTimestamp(*wanted);
        return span && time->microseconds >= span->first && time->microseconds < span->end;
    }
    const std::optional<QString> text = std::visit(TextOf{}, value);
    if (!text) {
        return std::nullopt;
    }
    switch (op) {
    case Operator::StartsWith:
    case Operator::NotStartsWith:
        return text->startsWith(*wanted, Qt::CaseInsensitive);
    case Operator::EndsWith:
    case Operator::NotEndsWith:
        return text->endsWith(*wanted, Qt::CaseInsensitive);
    default:
        return text->contains(*wanted, Qt::CaseInsensitive);
    }
}

bool orderHolds(Operator op, int order)
{
    switch (op) {
    case Operator::Greater:
        return order > 0;
    case Operator::GreaterEqual:
        return order >= 0;
    case Operator::Less:
        return order < 0;
    case Operator::LessEqual:
        return order <= 0;
    default:
        return order == 0;
    }
}

bool isAmong(const Value &value, const Literal &literal)
{
    if (const auto *network = std::get_if<Network>(&literal)) {
        const auto *address = std::get_if<QString>(&value);
        return address && network->contains(*address);
    }
    return compare(value, literal) == 0;
}

/// The truth of a comparison before its negation, if it has one.
Truth plainTruth(const Value &value, bool isColumn, const Comparison &comparison)
{
    if (isTextual(comparison.op)) {
        return textTruth(value, comparison.op, comparison.values.first());
    }
    const bool isNull = std::holds_alternative<Null>(value);
    if (isOrdering(comparison.op)) {
        const bool unknown = std::holds_alternative<Missing>(value) || (isColumn && isNull);
        return unknown ? Truth() : orderHolds(comparison.op, compare(value, comparison.values.first()));
    }
    // "= None" on a column is IS NULL, but a None in a list is dropped before SQL sees it.
    const bool isNoneTest = !isList(comparison.op) && std::holds_alternative<Null>(comparison.values.first());
    if (std::holds_alternative<Missing>(value) || (isColumn && isNull && !isNoneTest)) {
        return std::nullopt;
    }
    return std::any_of(comparison.values.cbegin(), comparison.values.cend(),
        [&value](const Literal &literal) { return isAmong(value, literal); });
}

bool holds(const Comparison &comparison, const Record &record, MissingKey missingKey)
{
    const bool isColumn = comparison.path.size() == 1;
    Value value = record.value(comparison.path);
    if (isColumn && std::holds_alternative<Missing>(value)) {
        value = Null{};
    }
    const Truth truth = plainTruth(value, isColumn, comparison);
    if (!isNegated(comparison.op)) {
        return truth.value_or(false);
    }
    return truth ? !*truth : isColumn || missingKey == MissingKey::MatchesNegation;
}

struct LiteralOf
{
    std::optional<Literal> operator()(Missing /*none*/) const { return std::nullopt; }
    std::optional<Literal> operator()(Null /*none*/) const { return std::nullopt; }
    std::optional<Literal> operator()(const JsonText & /*no scalar*/) const { return std::nullopt; }
    std::optional<Literal> operator()(const QString &text) const
    {
        return text.isEmpty() ? std::nullopt : std::optional<Literal>(text);
    }
    template <class Scalar> std::optional<Literal> operator()(const Scalar &value) const { return value; }
};

} // namespace

std::optional<Literal> toLiteral(const Value &value)
{
    return std::visit(LiteralOf(), value);
}

bool matches(const Node &node, const Record &record, MissingKey missingKey)
{
    const auto childMatches = [&record, missingKey](const Node &child) {
        return matches(child, record, missingKey);
    };
    switch (node.kind()) {
    case Node::Kind::And:
        return std::all_of(node.children().begin(), node.children().end(), childMatches);
    case Node::Kind::Or:
        return std::any_of(node.children().begin(), node.children().end(), childMatches);
    case Node::Kind::Comparison:
        break;
    }
    return holds(node.comparison(), record, missingKey);
}

} // namespace tidings::akql
