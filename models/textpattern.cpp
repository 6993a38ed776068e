// SPDX-License-Identifier: GPL-3.0-or-later
#include "textpattern.h"

#include "actioncatalog.h"
#include "visibletext.h"

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 400;
constexpr QChar wildcard = u'*';

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u'@';
}

// Closes `open`; null: no quotation mark.
QChar closing(QChar open)
{
    switch (open.unicode()) {
    case u'"':
    case u'\'':
    case u'`':
        return open;
    case u'\u201C':
        return u'\u201D';
    case u'\u2018':
        return u'\u2019';
    case u'\u201E':
        return u'\u201C';
    case u'\u00AB':
        return u'\u00BB';
    default:
        return {};
    }
}

// Quoted words become one wildcard; an apostrophe within a word quotes nothing.
QString withoutQuotes(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar end = closing(text.at(at));
        const bool mayOpen = !end.isNull() && (at == 0 || !text.at(at - 1).isLetterOrNumber());
        qsizetype close = mayOpen ? text.indexOf(end, at + 1) : -1;
        while (close > 0 && close + 1 < text.size() && text.at(close + 1).isLetterOrNumber())
            close = text.indexOf(end, close + 1);
        if (close < 0) {
            result += text.at(at);
            continue;
        }
        result += wildcard;
        at = close;
    }
    return result;
}

QString withoutNames(QString text, const QStringList &names)
{
    for (const QString &name : names) {
        if (name.isEmpty())
            continue;
        for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            const qsizetype end = at + name.size();
            // A full stop or dash behind it may end the sentence instead.
            const bool startsWord = at == 0 || !isWordPart(text.at(at - 1));
            const bool endsWord = end == text.size() || !text.at(end).isLetterOrNumber();
            if (startsWord && endsWord)
                text.replace(at, name.size(), wildcard);
        }
    }
    return text;
}

bool differs(QStringView word)
{
    if (word.startsWith(u'/') || word.startsWith(u"../"_s) || word.startsWith(u"./"_s) || word.contains(u"://"_s))
        return true;
    return std::any_of(
        word.cbegin(), word.cend(), [](QChar c) { return c.isDigit() || c == wildcard || c == u'@' || c == u'\\'; });
}

} // namespace

QStringView tellingLine(QStringView text)
{
    // A text may be megabytes, and is asked for its title with every painting.
    constexpr qsizetype part = 4096;
    const QStringView start = text.left(part).trimmed();
    const qsizetype line = start.indexOf(u'\n');
    const QStringView first = line < 0 ? start : start.left(line).trimmed();
    if (first != u"Traceback (most recent call last):"_s)
        return first;
    const QStringView end = text.right(part).trimmed();
    const qsizetype last = end.lastIndexOf(u'\n');
    return last < 0 ? first : end.sliced(last + 1).trimmed();
}

QString textPattern(const QString &text, const QStringList &names)
{
    QString first = tellingLine(text).left(longest).toString();
    qsizetype dict = first.indexOf(u": {"_s);
    if (dict < 0)
        dict = first.indexOf(u": ["_s);
    if (dict >= 0)
        return first.left(dict) + u": *"_s;
    first = withoutNames(withoutQuotes(first), names);

    QString pattern;
    pattern.reserve(first.size());
    bool wasWildcard = false;
    const QList<QStringView> words = QStringView(first).split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        QStringView trimmed = word.trimmed();
        if (trimmed.isEmpty())
            continue;
        const bool isWildcard = differs(trimmed);
        const QChar last = trimmed.back();
        const bool keepsMark = isWildcard && (last == u':' || last == u',') && trimmed.size() > 1;
        if (!(isWildcard && wasWildcard)) {
            if (!pattern.isEmpty())
                pattern += u' ';
            if (isWildcard)
                pattern += wildcard;
            else
                pattern += trimmed;
        }
        if (keepsMark)
            pattern += last;
        wasWildcard = isWildcard && !keepsMark;
    }
    return pattern;
}

size_t qHash(const NotificationKind &kind, size_t seed) noexcept
{
    return qHashMulti(seed, kind.action, kind.severity, kind.pattern);
}

NotificationKind kindOf(const Notification &notification)
{
    NotificationKind kind;
    kind.severity = notification.severity;
    QStringList names;
    if (const auto &event = notification.event) {
        kind.action = event->action;
        names = {event->user.username, event->user.email, event->context.username, event->clientIp};
        for (const auto &other : {event->user.onBehalfOf, event->user.authenticatedAs}) {
            if (other)
                names += {other->username, other->email};
        }
        // A name within another one must not break it.
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    }
    kind.pattern = textPattern(notification.body, names);
    return kind;
}

QString patternLabel(const QString &pattern)
{
    if (pattern.endsWith(u": *"_s)) {
        const ActionInfoEntry action = actionEntry(pattern.chopped(3));
        if (action.isKnown || action.value.startsWith(u"custom_"_s))
            return action.label;
    }
    return visibleLine(pattern);
}

QString longestWords(const QString &pattern)
{
    QString best;
    const QStringList parts = pattern.split(wildcard);
    for (const QString &part : parts) {
        const QString trimmed = part.trimmed();
        if (trimmed.size() > best.size())
            best = trimmed;
    }
    while (best.endsWith(u':') || best.endsWith(u','))
        best.chop(1);
    return best;
}

} // namespace tidings
