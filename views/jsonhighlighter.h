// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

#include <QStringView>
#include <QSyntaxHighlighter>
#include <QTextCharFormat>

#include <optional>

namespace tidings {

// A token of one line of JSON. No token of JSON goes over a line, so that every line can be read by itself.
struct JsonToken
{
    enum class Kind { Key, String, Number, Literal, Bracket, Other };
    Kind kind = Kind::Other;
    qsizetype start = 0;
    qsizetype length = 0;
};

// The first token at or after `from`; nothing at the end of the line.
std::optional<JsonToken> nextJsonToken(QStringView line, qsizetype from);

// Colours JSON line by line, in the colours of the theme. Only the first 20,000 characters of a line are looked at.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    JsonHighlighter(QTextDocument *document, const Colors &colors);
    void setColors(const Colors &colors); // re-colours the document

protected:
    void highlightBlock(const QString &text) override;

private:
    void takeColors(const Colors &colors);

    QTextCharFormat m_key;
    QTextCharFormat m_string;
    QTextCharFormat m_number;
    QTextCharFormat m_literal;
    QTextCharFormat m_punctuation;
};

} // namespace tidings
