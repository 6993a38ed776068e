// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what people type and what files of views and rules hold.
#include "akqlcompletion.h"
#include "akqllexer.h"
#include "akqlparser.h"
#include "akqlprinter.h"
#include "akqltimestamp.h"
#include "codec.h"
#include "eventrecord.h"
#include "fuzzing.h"

using namespace tidings;
using namespace tidings::akql;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;

namespace {

const Event &anEvent()
{
    static const Event event = codec::EventDecoder().decode(
        R"({"pk":"0d6d3b0e-6f0b-4d7c-9b57-6c2f7a7d1a01","action":"login_failed","app":"authentik.events.signals",)"
        R"("client_ip":"203.0.113.24","created":"2026-11-19T07:58:12.104233Z","brand":{"name":"Default"},)"
        R"("user":{"pk":17,"username":"alice","email":null},"context":{"count":3.5,"big":18446744073709551616,)"
        R"("ok":true,"none":null,"list":[1,"b",{"c":2}],"geo":{"country":"DE","city":"K\u00f6ln"},"asn":{"asn":64500}}})");
    return event;
}

Schema nullableSchema()
{
    Schema schema = Schema::local();
    for (Field &field : schema.fields)
        field.nullable = true;
    return schema;
}

void checkTokens(QStringView text)
{
    Lexer lexer(text);
    qsizetype end = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        require(token.length > 0 && token.start >= end && token.start <= text.size() - token.length,
            "tokens follow each other within the text");
        require(token.kind != TokenKind::Invalid || !token.text.isEmpty(), "an invalid token says why");
        end = token.start + token.length;
    }
    const Token last = lexer.next();
    require(last.kind == TokenKind::End && last.start == text.size() && last.length == 0, "the end comes again");
}

void checkSpans(const Node &node, qsizetype begin, qsizetype end)
{
    const Span span = node.span();
    require(span.length > 0 && span.start >= begin && span.start <= end - span.length,
        "a part of a query stands within the whole");
    for (const Node &child : node.children())
        checkSpans(child, span.start, span.start + span.length);
}

void checkQuery(const Node &query, const Schema &schema)
{
    const QString printed = print(query);
    const ParseResult again = parse(printed, schema);
    require(again && *again.query == query, "a printed query reads as itself");
    require(print(*again.query) == printed, "it prints the same again");

    const Node opposite = negated(query);
    require(negated(opposite) == query, "the opposite of the opposite is the query");
    const ParseResult printedOpposite = parse(print(opposite), schema);
    require(printedOpposite && *printedOpposite.query == opposite, "the opposite can be written, too");
    const EventRecord record(anEvent());
    for (const MissingKey missing : {MissingKey::NeverMatches, MissingKey::MatchesNegation}) {
        const bool isTaken = akql::matches(query, record, missing);
        require(!isTaken || !akql::matches(opposite, record, missing), "no event answers a question and its opposite");
    }
}

void checkParse(const QString &text, const Schema &schema)
{
    const ParseResult result = parse(text, schema);
    if (!result) {
        require(!result.error.message.isEmpty() && result.error.message.size() < 500, "an error says something short");
        require(result.error.position >= 0 && result.error.length >= 0
                && result.error.position <= text.size() - result.error.length,
            "an error stands within the text");
        return;
    }
    require(result.error.message.isEmpty(), "where there is a query there is no error");
    require(looksLikeQuery(text, schema), "a query looks like one");
    checkSpans(*result.query, 0, text.size());
    checkQuery(*result.query, schema);
}

void checkCompletion(const QString &text, qsizetype cursor, const Schema &schema)
{
    const auto valuesOf = [](const QStringList &path) -> QList<Literal> {
        if (path.size() > 2)
            return {};
        return {u"a \"b\"\n\u202e"_s, QString(), qint64(-7), 2.5, true, Null{}, akql::Timestamp{0}};
    };
    const auto fieldsSeen = [] {
        return QStringList{u"context.custom.key"_s, u"context.a b"_s, u"user"_s, u"x.y"_s, QString()};
    };
    const Completion completion = complete(text, cursor, schema, valuesOf, fieldsSeen);
    const bool isNothing = completion.kind == Completion::Kind::Nothing;
    require(isNothing == completion.candidates.isEmpty(), "a completion is nothing or has candidates");
    if (isNothing)
        return;
    require(completion.candidates.size() <= 50, "there are at most 50 candidates");
    const Span replaced = completion.replaced;
    require(replaced.start >= 0 && replaced.length >= 0 && replaced.start + replaced.length == cursor,
        "what is replaced ends at the cursor");
    QString word = text.mid(replaced.start, replaced.length);
    if (word.startsWith(u'"') || word.startsWith(u'\''))
        word.remove(0, 1);
    for (const QString &candidate : completion.candidates) {
        require(candidate.contains(word, Qt::CaseInsensitive), "a candidate contains the word that is typed");
        Lexer lexer(candidate);
        for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next())
            require(token.kind != TokenKind::Invalid, "a candidate can be written");
    }
}

void checkValues(const QString &text)
{
    if (const auto network = Network::parse(text))
        require(Network::parse(network->toString()) == network, "a network reads as it prints");
    if (const auto span = akql::parseTimestamp(text)) {
        require(span->first < span->end, "a time names some time");
        const auto again = akql::parseTimestamp(formatTimestamp(span->first));
        require(again && again->first == span->first, "a time reads as it prints");
    }
    const ParseResult asText = parse(u"app = "_s + quoted(text));
    require(asText || text.contains(QChar(u'\0')), "every text can be quoted");
    require(!asText || asText.query->comparison().values.first() == Literal(text), "and is itself then");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype longest = 2000;
    static const Schema local = Schema::local();
    static const Schema server = Schema::events({u"login"_s, u"login_failed"_s, u"odd \"\u202e"_s});
    static const Schema nullable = nullableSchema();
    const QString text = textOf(data, size, longest);
    checkTokens(text);
    for (const Schema *const schema : {&local, &server, &nullable})
        checkParse(text, *schema);
    for (const qsizetype cursor : {text.size(), text.size() / 2, text.size() / 3})
        checkCompletion(text, cursor, server);
    checkValues(text);
    return 0;
}
