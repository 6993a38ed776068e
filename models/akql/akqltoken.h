// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings::akql {

enum class TokenKind {
    End, ///< after the last character, length 0; given again and again
    Invalid, ///< something that is no token
    Name,
    String,
    Integer,
    Decimal,
    LeftParen,
    RightParen,
    Comma,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Contains,
    NotContains,
    And,
    Or,
    Not,
    In,
    StartsWith,
    EndsWith,
    True,
    False,
    None,
};

/// One word of a query. Positions count UTF-16 code units, as QString indexes do.
struct Token
{
    TokenKind kind = TokenKind::End;
    qsizetype start = 0;
    qsizetype length = 0;
    QString
        text; ///< a String's value without quotes and escapes, an Invalid's message for the user, else the source text
};

} // namespace tidings::akql
