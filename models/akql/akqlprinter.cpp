// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlprinter.h"

#include "akqltimestamp.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

/// Control and format characters, line ends and lone surrogates: legal or not, they would not survive the journey.
bool needsCode(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate()) {
        return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
    }
    if (c.isLowSurrogate()) {
        return i == 0 || !text[i - 1].isHighSurrogate();
    }
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString number(double value)
{
    const QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    const bool readsAsInteger = !text.contains(u'.') && !text.contains(u'e');
    return readsAsInteger ? text + ".0"_L1 : text;
}

struct LiteralPrinter
{
    QString operator()(Null) const { return u"None"_s; }
    QString operator()(bool value) const { return value ? u"True"_s : u"False"_s; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return number(value); }
    QString operator()(const QString &value) const { return quoted(value); }
    QString operator()(Timestamp value) const { return quoted(formatTimestamp(value.microseconds)); }
    QString operator()(const Network &value) const { return quoted(value.toString()); }
};

void append(QString &out, const Comparison &comparison)
{
    out += comparison.path.join(u'.') + u' ' + toText(comparison.op) + u' ';
    const bool list = isList(comparison.op);
    if (list) {
        out += u'(';
    }
    for (qsizetype i = 0; i < comparison.values.size(); ++i) {
        if (i > 0) {
            out += ", "_L1;
        }
        out += print(comparison.values[i]);
    }
    if (list) {
        out += u')';
    }
}

void append(QString &out, const Node &node)
{
    if (node.kind() == Node::Kind::Comparison) {
        append(out, node.comparison());
        return;
    }
    const QLatin1StringView joint = node.kind() == Node::Kind::And ? " and "_L1 : " or "_L1;
    bool first = true;
    for (const Node &child : node.children()) {
        if (!first) {
            out += joint;
        }
        first = false;
        const bool isGroup = child.kind() != Node::Kind::Comparison;
        if (isGroup) {
            out += u'(';
        }
        append(out, child);
        if (isGroup) {
            out += u')';
        }
    }
}

} // namespace

QString print(const Node &node)
{
    QString out;
    append(out, node);
    return out;
}

QString print(const Literal &literal)
{
    return std::visit(LiteralPrinter{}, literal);
}

QString quoted(QStringView text)
{
    QString out = u"\""_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (needsCode(text, i)) {
            out += "\\u"_L1 + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        } else {
            out += c;
        }
    }
    return out + u'"';
}

} // namespace tidings::akql
