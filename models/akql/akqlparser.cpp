// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlparser.h"

#include "akqllexer.h"
#include "akqltimestamp.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

/// Enough of a text to recognise it in a message.
QString excerpt(const QString &text)
{
    constexpr qsizetype longest = 40;
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

std::optional<QString> canonicalUuid(const QString &text)
{
    QString uuid = QString(text).remove(u'-').toLower();
    const bool isHex = std::all_of(
        uuid.cbegin(), uuid.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (uuid.size() != 32 || !isHex) {
        return std::nullopt;
    }
    for (const int position : {20, 16, 12, 8}) {
        uuid.insert(position, u'-');
    }
    return uuid;
}

std::optional<Literal> canonicalAddress(const QString &text, bool allowsNetworks)
{
    if (const auto address = completeAddress(text)) {
        return address->toString();
    }
    const auto network = allowsNetworks ? Network::parse(text) : std::nullopt;
    return network ? std::optional<Literal>(*network) : std::nullopt;
}

/// The operator a token stands for, alone or after "not".
std::optional<Operator> operatorFor(TokenKind kind, bool negated)
{
    struct Entry
    {
        TokenKind kind;
        Operator plain;
        std::optional<Operator> negated;
    };
    static constexpr std::array<Entry, 11> entries{{
        {TokenKind::Equal, Operator::Equal, {}},
        {TokenKind::NotEqual, Operator::NotEqual, {}},
        {TokenKind::Greater, Operator::Greater, {}},
        {TokenKind::GreaterEqual, Operator::GreaterEqual, {}},
        {TokenKind::Less, Operator::Less, {}},
        {TokenKind::LessEqual, Operator::LessEqual, {}},
        {TokenKind::Contains, Operator::Contains, {}},
        {TokenKind::NotContains, Operator::NotContains, {}},
        {TokenKind::StartsWith, Operator::StartsWith, Operator::NotStartsWith},
        {TokenKind::EndsWith, Operator::EndsWith, Operator::NotEndsWith},
        {TokenKind::In, Operator::In, Operator::NotIn},
    }};
    const auto *found = std::find_if(entries.begin(), entries.end(), [kind](const Entry &e) { return e.kind == kind; });
    if (found == entries.end()) {
        return std::nullopt;
    }
    return negated ? found->negated : std::optional(found->plain);
}

/// Recursive descent, one level per open parenthesis. Every function returns nothing after it has noted the error.
class Parser
{
    Q_DECLARE_TR_FUNCTIONS(akql::Parser)

public:
    Parser(QStringView text, const Schema &schema)
        : m_schema(schema)
        , m_lexer(text)
        , m_token(m_lexer.next())
    {
    }

    ParseResult run();

private:
    using Part = std::optional<Node> (Parser::*)();
    using Join = Node (*)(std::vector<Node>, Span);

    std::optional<Node> disjunction();
    std::optional<Node> conjunction();
    std::optional<Node> chain(TokenKind joint, Part part, Join join);
    std::optional<Node> term();
    std::optional<Node> comparison();
    std::optional<Field> field();
    std::optional<Operator> comparisonOperator(const Field &field);
    std::optional<QList<Literal>> list(const QString &name, const Field &field, Operator op);
    std::optional<Literal> literal(const QString &name, const Field &field, Operator op);
    std::optional<Literal> text(const QString &name, const Field &field, Operator op);
    std::optional<Literal> number();

    static QString tooDeep() { return tr("Parentheses can be nested at most %1 levels deep.").arg(Node::maximumDepth); }
    Token advance();
    Span spanFrom(qsizetype start) const { return {start, m_end - start}; }
    std::nullopt_t fail(const QString &message);

    const Schema &m_schema;
    Lexer m_lexer;
    Token m_token; ///< the next token, not yet taken
    qsizetype m_end = 0; ///< end of the last token taken
    int m_depth = 0;
    ParseError m_error;
};

ParseResult Parser::run()
{
    std::optional<Node> query = disjunction();
    if (query && m_token.kind == TokenKind::RightParen) {
        query = fail(tr("This closing parenthesis has no opening one."));
    } else if (query && m_token.kind != TokenKind::End) {
        const bool shouted = m_token.text.toLower() == "and"_L1 || m_token.text.toLower() == "or"_L1;
        query = fail(shouted ? tr("“and” and “or” are written in small letters.")
                             : tr("“and”, “or” or the end of the query was expected here."));
    }
    return {std::move(query), std::move(m_error)};
}

std::optional<Node> Parser::disjunction()
{
    return chain(TokenKind::Or, &Parser::conjunction, &Node::any);
}

std::optional<Node> Parser::conjunction()
{
    return chain(TokenKind::And, &Parser::term, &Node::all);
}

std::optional<Node> Parser::chain(TokenKind joint, Part part, Join join)
{
    const qsizetype start = m_token.start;
    std::vector<Node> children;
    while (true) {
        std::optional<Node> child = (this->*part)();
        if (!child) {
            return std::nullopt;
        }
        children.push_back(*std::move(child));
        if (m_token.kind != joint) {
            Node node = join(std::move(children), spanFrom(start));
            // In the printed text all groups but the outermost have parentheses, also where none are needed here.
            if (node.depth() > Node::maximumDepth + 1) {
                m_error = {start, m_end - start, tooDeep()};
                return std::nullopt;
            }
            return node;
        }
        advance();
    }
}

std::optional<Node> Parser::term()
{
    if (m_token.kind != TokenKind::LeftParen) {
        return comparison();
    }
    if (m_depth == Node::maximumDepth) {
        return fail(tooDeep());
    }
    advance();
    ++m_depth;
    std::optional<Node> inner = disjunction();
    --m_depth;
    if (inner && m_token.kind != TokenKind::RightParen) {
        return fail(tr("“and”, “or” or a closing parenthesis was expected here."));
    }
    if (inner) {
        advance();
    }
    return inner;
}

std::optional<Node> Parser::comparison()
{
    const qsizetype start = m_token.start;
    const std::optional<Field> known = field();
    if (!known) {
        return std::nullopt;
    }
    const QString name = advance().text;
    QStringList path = name.split(u'.');
    const std::optional<Operator> op = comparisonOperator(*known);
    if (!op) {
        return std::nullopt;
    }
    if (!m_schema.allowsAnyKey && !isAskable(path, *op)) {
        m_error = {start, name.size(), tr("The server cannot be asked for “%1”.").arg(excerpt(name))};
        return std::nullopt;
    }
    QList<Literal> values;
    if (isList(*op)) {
        std::optional<QList<Literal>> several = list(name, *known, *op);
        if (!several) {
            return std::nullopt;
        }
        values = *std::move(several);
    } else {
        std::optional<Literal> one = literal(name, *known, *op);
        if (!one) {
            return std::nullopt;
        }
        values.append(*std::move(one));
    }
    return Node(Comparison{std::move(path), *op, std::move(values)}, spanFrom(start));
}

std::optional<Field> Parser::field()
{
    if (m_token.kind == TokenKind::Not) {
        return fail(tr("“not” can only stand before “in”, “startswith” and “endswith”."));
    }
    if (m_token.kind != TokenKind::Name) {
        return fail(tr("A field name or an opening parenthesis was expected here."));
    }
    const QString root = m_token.text.section(u'.', 0, 0);
    const auto found = m_schema.fields.constFind(root);
    if (found == m_schema.fields.cend()) {
        const QStringList names = m_schema.fields.keys();
        return fail(tr("There is no field “%1”. The fields are %2.").arg(excerpt(root), names.join(", "_L1)));
    }
    if (found->kind != FieldKind::Json && m_token.text != root) {
        return fail(tr("The field “%1” has no parts.").arg(root));
    }
    // The server answers 500 to a comparison of the root, and takes a path that ends in the root's name for one.
    if (found->kind == FieldKind::Json && m_token.text.section(u'.', -1) == root) {
        return fail(tr("“%1” itself cannot be compared, only a value inside it, such as %1.name.").arg(root));
    }
    return *found;
}

std::optional<Operator> Parser::comparisonOperator(const Field &field)
{
    const Token first = m_token;
    std::optional<Operator> op;
    if (first.kind == TokenKind::Not) {
        advance();
        op = operatorFor(m_token.kind, true);
        if (!op) {
            return fail(tr("“in”, “startswith” or “endswith” was expected after “not”."));
        }
    } else {
        op = operatorFor(first.kind, false);
        if (!op) {
            return fail(
                tr("An operator was expected here: %1.").arg(u"= != > >= < <= ~ !~ startswith endswith in not"_s));
        }
    }
    // Taken by the server, but with no meaning there: it compares the start of the stored time, "…+00", with "…+00:00".
    if (field.kind == FieldKind::Time && isTextual(*op) && *op != Operator::Contains && *op != Operator::NotContains) {
        return fail(tr("A time cannot be compared with “%1”; use ~ to match a whole day.").arg(toText(*op)));
    }
    // The database would order addresses as numbers, which a comparison of the text cannot repeat.
    if (field.kind == FieldKind::Address && isOrdering(*op)) {
        return fail(tr("An address cannot be compared with “%1”; use startswith.").arg(toText(*op)));
    }
    advance();
    return op;
}

std::optional<QList<Literal>> Parser::list(const QString &name, const Field &field, Operator op)
{
    if (m_token.kind != TokenKind::LeftParen) {
        return fail(tr("A list in parentheses was expected after “%1”.").arg(toText(op)));
    }
    QList<Literal> values;
    do {
        advance();
        std::optional<Literal> value = literal(name, field, op);
        if (!value) {
            return std::nullopt;
        }
        values.append(*std::move(value));
    } while (m_token.kind == TokenKind::Comma);
    if (m_token.kind != TokenKind::RightParen) {
        return fail(tr("A comma or a closing parenthesis was expected here."));
    }
    advance();
    return values;
}

std::optional<Literal> Parser::literal(const QString &name, const Field &field, Operator op)
{
    const TokenKind kind = m_token.kind;
    const bool isNumber = kind == TokenKind::Integer || kind == TokenKind::Decimal;
    const bool isWord = kind == TokenKind::True || kind == TokenKind::False || kind == TokenKind::None;
    std::optional<Literal> value;
    if (kind == TokenKind::Name) {
        const bool meansConstant = m_token.text.toLower() == "true"_L1 || m_token.text.toLower() == "false"_L1
            || m_token.text.toLower() == "none"_L1 || m_token.text.toLower() == "null"_L1;
        return fail(meansConstant ? tr("A value was expected here; constants are written True, False and None.")
                                  : tr("A value was expected here; texts must be in quotes."));
    }
    if (kind != TokenKind::String && !isNumber && !isWord) {
        return fail(tr("A value was expected here: a text in quotes, a number, True, False or None."));
    }
    if (kind != TokenKind::String && isTextual(op)) {
        return fail(tr("A text in quotes was expected after “%1”.").arg(toText(op)));
    }
    if (isWord && isOrdering(op)) {
        return fail(tr("A number or a text in quotes was expected after “%1”.").arg(toText(op)));
    }
    if (kind == TokenKind::None) {
        if (!field.nullable) {
            return fail(tr("“%1” cannot be compared with None.").arg(excerpt(name)));
        }
        value = Literal(Null{});
    } else if (kind != TokenKind::String && (field.kind != FieldKind::Json || !m_schema.comparesJsonByType)) {
        return fail(tr("A text in quotes was expected: “%1” holds nothing else.").arg(excerpt(name)));
    } else if (isNumber) {
        value = number();
    } else if (isWord) {
        value = Literal(kind == TokenKind::True);
    } else {
        value = text(name, field, op);
    }
    if (value) {
        advance();
    }
    return value;
}

std::optional<Literal> Parser::text(const QString &name, const Field &field, Operator op)
{
    switch (field.kind) {
    case FieldKind::Choice:
        // DjangoQL drops unknown choices from lists and passes them on elsewhere; neither is what the user meant.
        if (!isTextual(op) && !isOrdering(op) && !m_schema.choices.isEmpty()
            && !m_schema.choices.contains(m_token.text)) {
            return fail(
                tr("The server knows no %1 “%2”; use ~ to search for a part of it.").arg(name, excerpt(m_token.text)));
        }
        break;
    case FieldKind::Uuid:
        if (!isTextual(op)) {
            std::optional<QString> uuid = canonicalUuid(m_token.text);
            return uuid ? std::optional<Literal>(*std::move(uuid)) : fail(tr("A complete UUID was expected here."));
        }
        break;
    case FieldKind::Address:
        if (!isTextual(op)) {
            std::optional<Literal> address = canonicalAddress(m_token.text, m_schema.allowsNetworks);
            return address ? std::move(address)
                           : fail(tr("A complete IPv4 or IPv6 address was expected here; use ~ for a part of one."));
        }
        break;
    case FieldKind::Time: {
        // The server checks the form after ~ too, so that "2026-01" is refused.
        const std::optional<TimeSpan> time = parseTimestamp(m_token.text);
        if (!time) {
            return fail(
                tr("A date was expected here: \"YYYY-MM-DD\", \"YYYY-MM-DD HH:MM\" or \"YYYY-MM-DD HH:MM:SS\"."));
        }
        if (!isTextual(op)) {
            return Literal(Timestamp{time->first});
        }
        break;
    }
    case FieldKind::Text:
    case FieldKind::Json:
        break;
    }
    return Literal(m_token.text);
}

std::optional<Literal> Parser::number()
{
    bool ok = false;
    if (m_token.kind == TokenKind::Integer) {
        const qint64 value = m_token.text.toLongLong(&ok);
        return ok ? std::optional<Literal>(value) : fail(tr("This number is too large."));
    }
    const double value = m_token.text.toDouble(&ok);
    // toDouble() reports both an overflow and an underflow as not ok; the latter is just zero.
    return ok || std::abs(value) < 1 ? std::optional<Literal>(value) : fail(tr("This number is too large."));
}

Token Parser::advance()
{
    m_end = m_token.start + m_token.length;
    return std::exchange(m_token, m_lexer.next());
}

std::nullopt_t Parser::fail(const QString &message)
{
    m_error = {m_token.start, m_token.length, m_token.kind == TokenKind::Invalid ? m_token.text : message};
    return std::nullopt;
}

} // namespace

ParseResult parse(QStringView text, const Schema &schema)
{
    return Parser(text, schema).run();
}

} // namespace tidings::akql
