// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlcompletion.h"

#include "akqllexer.h"
#include "akqlparser.h"
#include "akqlpaths.h"
#include "akqlprinter.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

constexpr qsizetype mostCandidates = 50;

/// What the grammar allows next.
enum class Expected { Nothing, Field, Operator, NegatedOperator, Value, ListStart, ListValue, ListEnd, Joint };

bool isComparison(TokenKind kind)
{
    return (kind >= TokenKind::Equal && kind <= TokenKind::NotContains) || kind == TokenKind::StartsWith
        || kind == TokenKind::EndsWith;
}

bool isLiteral(TokenKind kind)
{
    return kind == TokenKind::String || kind == TokenKind::Integer || kind == TokenKind::Decimal
        || (kind >= TokenKind::True && kind <= TokenKind::None);
}

/// Follows the grammar over whole tokens; only as strict as completion needs.
class Position
{
public:
    void take(const Token &token)
    {
        switch (m_expected) {
        case Expected::Field:
            takeField(token);
            break;
        case Expected::Operator:
        case Expected::NegatedOperator:
            takeOperator(token.kind);
            break;
        case Expected::Value:
            m_expected = isLiteral(token.kind) ? Expected::Joint : Expected::Nothing;
            break;
        case Expected::ListStart:
            m_expected = token.kind == TokenKind::LeftParen ? Expected::ListValue : Expected::Nothing;
            break;
        case Expected::ListValue:
            m_expected = isLiteral(token.kind) ? Expected::ListEnd : Expected::Nothing;
            break;
        case Expected::ListEnd:
            m_expected = token.kind == TokenKind::Comma ? Expected::ListValue
                : token.kind == TokenKind::RightParen   ? Expected::Joint
                                                        : Expected::Nothing;
            break;
        case Expected::Joint:
            takeJoint(token.kind);
            break;
        case Expected::Nothing:
            break;
        }
    }

    [[nodiscard]] Expected expected() const { return m_expected; }
    [[nodiscard]] const QStringList &path() const { return m_path; } // of the comparison begun last
    [[nodiscard]] int depth() const { return m_depth; }

private:
    void takeField(const Token &token)
    {
        if (token.kind == TokenKind::LeftParen) {
            ++m_depth;
        } else if (token.kind == TokenKind::Name) {
            m_path = token.text.split(u'.');
            m_expected = Expected::Operator;
        } else {
            m_expected = Expected::Nothing;
        }
    }

    void takeOperator(TokenKind kind)
    {
        if (kind == TokenKind::Not && m_expected == Expected::Operator)
            m_expected = Expected::NegatedOperator;
        else if (kind == TokenKind::In)
            m_expected = Expected::ListStart;
        else
            m_expected = isComparison(kind) ? Expected::Value : Expected::Nothing;
    }

    void takeJoint(TokenKind kind)
    {
        if (kind == TokenKind::And || kind == TokenKind::Or)
            m_expected = Expected::Field;
        else if (kind == TokenKind::RightParen && m_depth > 0)
            --m_depth;
        else
            m_expected = Expected::Nothing;
    }

    Expected m_expected = Expected::Field;
    QStringList m_path;
    int m_depth = 0;
};

/// A token that typing goes on with: a name, a keyword or a text that is not closed.
bool isUnfinished(const Token &token, QStringView text)
{
    if (token.start + token.length != text.size())
        return false;
    const QChar first = text[token.start];
    return first.isLetter() || first == u'_' || (token.kind == TokenKind::Invalid && (first == u'"' || first == u'\''));
}

QStringList fieldNames(const Schema &schema, const FieldsSeen &fieldsSeen)
{
    QStringList names;
    for (const QLatin1StringView path : paths::known) {
        if (schema.fields.contains(QString(path).section(u'.', 0, 0)))
            names += path;
    }
    if (fieldsSeen)
        names += furtherFields(fieldsSeen(), schema);
    return names;
}

QStringList operatorsFor(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Time:
        return {u">="_s, u"<"_s, u">"_s, u"<="_s, u"~"_s, u"="_s, u"!="_s};
    case FieldKind::Address:
    case FieldKind::Uuid:
        return {u"="_s, u"!="_s, u"in"_s, u"not in"_s, u"startswith"_s, u"not startswith"_s, u"~"_s, u"!~"_s};
    case FieldKind::Text:
    case FieldKind::Choice:
    case FieldKind::Json:
        break;
    }
    return {u"="_s, u"!="_s, u"~"_s, u"!~"_s, u"in"_s, u"not in"_s, u"startswith"_s, u"endswith"_s, u"not startswith"_s,
        u"not endswith"_s, u">"_s, u">="_s, u"<"_s, u"<="_s};
}

QStringList valuesFor(const QStringList &path, const Schema &schema, const ValuesOf &valuesOf)
{
    QStringList values;
    if (path.size() == 1 && schema.fields.value(path.first()).kind == FieldKind::Choice) {
        for (const QString &choice : schema.choices)
            values += quoted(choice);
    }
    if (valuesOf) {
        const QList<Literal> seen = valuesOf(path);
        for (const Literal &literal : seen)
            values += print(literal);
    }
    values.removeDuplicates();
    return values;
}

/// A word is compared without its opening quote.
QStringView bare(QStringView word)
{
    return word.startsWith(u'"') || word.startsWith(u'\'') ? word.sliced(1) : word;
}

QStringList matching(const QStringList &all, QStringView word)
{
    const QStringView wanted = bare(word);
    QStringList starting;
    QStringList containing;
    for (const QString &candidate : all) {
        if (bare(candidate).startsWith(wanted, Qt::CaseInsensitive))
            starting += candidate;
        else if (!wanted.isEmpty() && candidate.contains(wanted, Qt::CaseInsensitive))
            containing += candidate;
    }
    starting += containing;
    if (starting.size() == 1 && starting.first() == word)
        return {};
    return starting.first(std::min(starting.size(), mostCandidates));
}

/// A name that is no field, an operator, and a value that no one writes among words: a quoted text, or a bare one after
/// a blank before the operator ("x = 5", not "x=5").
bool isStrangeComparison(const std::vector<Token> &tokens, size_t name)
{
    size_t at = name + 1;
    if (tokens[at].kind == TokenKind::Not && at + 1 < tokens.size()) {
        ++at;
    }
    const Token &op = tokens[at];
    if (!isComparison(op.kind) && op.kind != TokenKind::In) {
        return false;
    }
    if (op.kind == TokenKind::In) {
        ++at; // the bracket
        if (at >= tokens.size() || tokens[at].kind != TokenKind::LeftParen) {
            return false;
        }
    }
    if (++at >= tokens.size()) {
        return false;
    }
    const bool standsApart = op.start > tokens[name].start + tokens[name].length;
    return tokens[at].kind == TokenKind::String || (standsApart && isLiteral(tokens[at].kind));
}

} // namespace

QStringList furtherFields(const QStringList &seen, const Schema &schema)
{
    QStringList names;
    for (const QString &name : seen) {
        const bool isKnown = std::any_of(
            std::begin(paths::known), std::end(paths::known), [&name](QLatin1StringView path) { return name == path; });
        if (isKnown || schema.fields.value(name.section(u'.', 0, 0)).kind != FieldKind::Json)
            continue;
        const ParseResult read = parse(name + u" = 0"_s, schema);
        if (read && read.query->kind() == Node::Kind::Comparison && read.query->comparison().path.join(u'.') == name)
            names += name;
    }
    return names;
}

Completion complete(
    QStringView text, qsizetype cursor, const Schema &schema, const ValuesOf &valuesOf, const FieldsSeen &fieldsSeen)
{
    const QStringView before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    Position position;
    Completion result;
    result.replaced = {before.size(), 0};
    Lexer lexer(before);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (isUnfinished(token, before)) {
            result.replaced = {token.start, token.length};
            break;
        }
        position.take(token);
    }
    const QStringView word = before.sliced(result.replaced.start);
    QStringList all;
    switch (position.expected()) {
    case Expected::Field:
        result.kind = Completion::Kind::FieldName;
        all = fieldNames(schema, fieldsSeen);
        break;
    case Expected::Operator: {
        const auto field = schema.fields.constFind(position.path().first());
        if (field == schema.fields.cend())
            return {};
        result.kind = Completion::Kind::Relation;
        all = operatorsFor(field->kind);
        break;
    }
    case Expected::NegatedOperator:
        result.kind = Completion::Kind::Relation;
        all = {u"in"_s, u"startswith"_s, u"endswith"_s};
        break;
    case Expected::Value:
    case Expected::ListValue:
        result.kind = Completion::Kind::Constant;
        all = valuesFor(position.path(), schema, valuesOf);
        break;
    case Expected::Joint:
        if (word.isEmpty() && !before.back().isSpace())
            return {};
        result.kind = Completion::Kind::Joint;
        all = {u"and"_s, u"or"_s};
        break;
    case Expected::ListStart:
    case Expected::ListEnd:
    case Expected::Nothing:
        return {};
    }
    result.candidates = matching(all, word);
    return result.candidates.isEmpty() ? Completion{} : result;
}

bool looksLikeQuery(QStringView text, const Schema &schema)
{
    Lexer lexer(text);
    std::vector<Token> tokens;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next())
        tokens.push_back(token);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind != TokenKind::Name)
            continue;
        const Token &next = tokens[i + 1];
        const bool isLikeOperator = isComparison(next.kind) || next.kind == TokenKind::In || next.kind == TokenKind::Not
            || (next.kind == TokenKind::Invalid && text[next.start] == u'!');
        if (isLikeOperator && schema.fields.contains(tokens[i].text.section(u'.', 0, 0)))
            return true;
        if (isLikeOperator && isStrangeComparison(tokens, i))
            return true;
    }
    return false;
}

} // namespace tidings::akql
