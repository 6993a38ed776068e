// SPDX-License-Identifier: GPL-3.0-or-later
#include "momenttext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

// "20261120T162741" and "20261120" with the separators that Qt wants.
QString spread(const QString &text)
{
    static const QRegularExpression basic(u"^(\\d{4})(\\d\\d)(\\d\\d)(?:[T ](\\d\\d)(\\d\\d)?(\\d\\d)?(.*))?$"_s);
    const QRegularExpressionMatch match = basic.match(text);
    if (!match.hasMatch())
        return text;
    const QString day = u"%1-%2-%3"_s.arg(match.captured(1), match.captured(2), match.captured(3));
    if (match.captured(4).isEmpty())
        return day;
    const auto or00 = [](const QString &part) {
        return part.isEmpty() ? u"00"_s : part;
    };
    return u"%1T%2:%3:%4%5"_s.arg(
        day, match.captured(4), or00(match.captured(5)), or00(match.captured(6)), match.captured(7));
}

std::optional<Timestamp> sinceEpoch(const QString &text)
{
    static const QRegularExpression digits(u"^\\d{9,13}$"_s);
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    constexpr qsizetype longestSeconds = 11;
    return text.toLongLong() * (text.size() > longestSeconds ? 1000 : 1'000'000);
}

QString shortMoment(Timestamp time, bool withDay)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    const QLocale locale;
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const bool isThisYear = local.date().year() == QDate::currentDate().year();
    const QString day
        = isThisYear ? locale.toString(local.date(), u"d MMM"_s) : locale.toString(local.date(), u"d MMM yyyy"_s);
    return withDay ? Text::tr("%1, %2", "day, time").arg(day, clock) : clock;
}

QString lastText(std::chrono::seconds last)
{
    const auto count = [last](std::chrono::seconds unit) {
        return static_cast<int>(last / unit);
    };
    if (last % 24h == 0s)
        return last == 24h ? Text::tr("Last 24 hours") : Text::tr("Last %n day(s)", nullptr, count(24h));
    if (last == 1h)
        return Text::tr("Last hour");
    if (last % 1h == 0s)
        return Text::tr("Last %n hour(s)", nullptr, count(1h));
    return Text::tr("Last %n minute(s)", nullptr, std::max(1, count(1min)));
}

} // namespace

std::optional<Timestamp> parseMoment(const QString &text)
{
    QString trimmed = text.trimmed();
    if (const auto seconds = sinceEpoch(trimmed))
        return seconds;
    // Qt wants T, and at most three digits of a second matter here.
    static const QRegularExpression blank(u"^(\\d{4}-\\d\\d-\\d\\d|\\d{8}) +(?=\\d)"_s);
    trimmed.replace(blank, u"\\1T"_s);
    static const QRegularExpression blankBeforeZone(u" +(?=[+-]\\d|Z$)"_s);
    trimmed.remove(blankBeforeZone);
    trimmed = spread(trimmed);
    static const QRegularExpression zone(u"T.*(?:[zZ]|[+-]\\d\\d(?::?\\d\\d)?)$"_s);
    if (zone.match(trimmed).hasMatch()) {
        static const QRegularExpression hoursOnly(u"([+-]\\d\\d)$"_s);
        static const QRegularExpression noSeconds(u"T(\\d\\d:\\d\\d)(?=[zZ+-])"_s);
        trimmed.replace(hoursOnly, u"\\1:00"_s);
        trimmed.replace(noSeconds, u"T\\1:00"_s);
        if (trimmed.endsWith(u'z'))
            trimmed.replace(trimmed.size() - 1, 1, u"Z"_s);
    }
    const QDateTime time = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() < 1 || time.date().year() > 9999)
        return std::nullopt;
    return fromDateTime(time);
}

QString momentText(Timestamp time)
{
    return toDateTime(time).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString rangeText(const TimeRange &range)
{
    if (range.last.count() > 0)
        return lastText(range.last);
    if (range.from && range.until) {
        const bool sameDay
            = toDateTime(*range.from).toLocalTime().date() == toDateTime(*range.until).toLocalTime().date();
        return Text::tr("%1 – %2", "from, until")
            .arg(shortMoment(*range.from, true), shortMoment(*range.until, !sameDay));
    }
    if (range.from)
        return Text::tr("Since %1").arg(shortMoment(*range.from, true));
    if (range.until)
        return Text::tr("Before %1").arg(shortMoment(*range.until, true));
    return Text::tr("Any time");
}

} // namespace tidings
