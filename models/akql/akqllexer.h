// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqltoken.h"

#include <QCoreApplication>
#include <QStringView>

namespace tidings::akql {

/**
 * Cuts a query into tokens, one per next(). It never fails: what it cannot read becomes an Invalid token, and reading
 * goes on behind it, so that a highlighter can colour the rest. The text is not copied and must outlive the lexer.
 *
 * Source: authentik's AKQL documentation and the grammar of DjangoQL 0.18. Names and keywords are ASCII and
 * case-sensitive; white space is space, tab, VT, FF, U+00A0 and the four line ends. NUL is refused in either spelling,
 * since the server drops it from the query and its database cannot hold it.
 */
class Lexer
{
    Q_DECLARE_TR_FUNCTIONS(akql::Lexer)

public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    Token next();

private:
    char16_t at(qsizetype index) const { return index < m_text.size() ? m_text[index].unicode() : u'\0'; }
    Token take(TokenKind kind, qsizetype length);
    Token invalid(qsizetype start, qsizetype end, const QString &message);
    Token name();
    Token number();
    Token string();
    Token unknownCharacter();

    QStringView m_text;
    qsizetype m_pos = 0;
};

} // namespace tidings::akql
