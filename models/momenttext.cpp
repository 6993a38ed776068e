// SPDX-License-Identifier: GPL-3.0-or-later
#include "momenttext.h"

#include "timesteps.h"
#include "timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace tidings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct MomentWords
{
    Q_DECLARE_TR_FUNCTIONS(MomentText)
};

using timesteps::second;
constexpr qint64 secondsOfDay = 86'400;

std::optional<Timestamp> sinceEpoch(const QString &text)
{
    static const QRegularExpression digits(u"^\\d{9,13}$"_s);
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    constexpr qsizetype longestSeconds = 11;
    return text.toLongLong() * (text.size() > longestSeconds ? 1000 : 1'000'000);
}

int numberIn(const QRegularExpressionMatch &match, const QString &group)
{
    return match.captured(group).toInt();
}

QDate firstDayOfWeek(int year, int week)
{
    // The fourth of January is always in the first week.
    const QDate anchor(year, 1, 4);
    const QDate day = anchor.addDays(1 - anchor.dayOfWeek()).addDays(7LL * (week - 1));
    int yearOfDay = 0;
    return week >= 1 && day.weekNumber(&yearOfDay) == week && yearOfDay == year ? day : QDate();
}

// A day, or the first of a week, a month or a year.
QDate dateOf(const QString &text)
{
    static const QRegularExpression forms(u"^(?<year>\\d{4})(?:-(?<month>\\d\\d)(?:-(?<day>\\d\\d))?"
                                          "|(?<bmonth>\\d\\d)(?<bday>\\d\\d)|-?(?<ordinal>\\d{3})"
                                          "|-?[Ww](?<week>\\d\\d)(?:-?(?<weekday>[1-7]))?)?$"_s);
    const QRegularExpressionMatch match = forms.match(text);
    const int year = numberIn(match, u"year"_s);
    if (!match.hasMatch() || year < 1)
        return {};
    const auto has = [&match](const QString &group) {
        return !match.captured(group).isEmpty();
    };
    if (has(u"ordinal"_s)) {
        const int day = numberIn(match, u"ordinal"_s);
        return day >= 1 && day <= QDate(year, 1, 1).daysInYear() ? QDate(year, 1, 1).addDays(day - 1) : QDate();
    }
    if (has(u"week"_s)) {
        const QDate monday = firstDayOfWeek(year, numberIn(match, u"week"_s));
        return monday.isValid() ? monday.addDays(std::max(1, numberIn(match, u"weekday"_s)) - 1) : QDate();
    }
    if (has(u"bmonth"_s))
        return {year, numberIn(match, u"bmonth"_s), numberIn(match, u"bday"_s)};
    return {year, has(u"month"_s) ? numberIn(match, u"month"_s) : 1, has(u"day"_s) ? numberIn(match, u"day"_s) : 1};
}

// Microseconds of a fraction's digits in a unit of so many seconds; what is finer is cut off.
Timestamp fractionOf(const QString &digits, qint64 unit)
{
    constexpr qsizetype mostDigits = 9; // so that nothing overflows
    Timestamp part = 0;
    Timestamp scale = 1;
    const QString kept = digits.left(mostDigits);
    for (const QChar digit : kept) {
        part = part * 10 + digit.digitValue();
        scale *= 10;
    }
    return part * unit * 1000 / scale * 1000 + part * unit * 1000 % scale * 1000 / scale;
}

// Since midnight.
std::optional<Timestamp> clockOf(const QRegularExpressionMatch &match)
{
    const int hour = numberIn(match, u"hour"_s);
    const int minute = numberIn(match, u"minute"_s);
    const int seconds = numberIn(match, u"second"_s);
    constexpr int leapSecond = 60;
    if (hour > 24 || minute > 59 || seconds > leapSecond)
        return std::nullopt;
    const bool hasMinutes = !match.captured(u"minute"_s).isEmpty();
    const qint64 unit = !match.captured(u"second"_s).isEmpty() ? 1 : hasMinutes ? 60 : 3600;
    const Timestamp time
        = (hour * 3600 + minute * 60 + seconds) * second + fractionOf(match.captured(u"fraction"_s), unit);
    return hour == 24 && time > secondsOfDay * second ? std::nullopt : std::optional(time);
}

// "+01:00", "-0330", "+02", "Z"; seconds east of UTC.
std::optional<int> offsetOf(const QString &zone)
{
    if (zone.startsWith(u'Z', Qt::CaseInsensitive))
        return 0;
    const QString digits = QString(zone.sliced(1)).remove(u':');
    const int hours = digits.left(2).toInt();
    const int minutes = digits.mid(2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return (zone.startsWith(u'+') ? 1 : -1) * (hours * 60 + minutes) * 60;
}

const auto zonePattern = QStringLiteral("(?:[Zz]|[+\\-\u2212]\\d\\d(?::?\\d\\d)?)");

// What the wall clock of the zone shows so long after midnight.
QDateTime onClock(const QDate &date, Timestamp sinceMidnight, const TimeDisplay &display)
{
    const QDate day = date.addDays(sinceMidnight / (secondsOfDay * second));
    const auto millis = static_cast<int>(sinceMidnight % (secondsOfDay * second) / 1000);
    return millis == 0 ? display.startOfDay(day) : display.on(day, QTime::fromMSecsSinceStartOfDay(millis));
}

struct Duration
{
    int months = 0;
    qint64 days = 0;
    Timestamp rest = 0;
};

// "P3DT12H", "PT1.5H", "P2W"
std::optional<Duration> durationOf(const QString &text)
{
    static const QRegularExpression form(u"^[Pp](?=[\\dTt])(?:(\\d{1,4})[Yy])?(?:(\\d{1,5})[Mm])?(?:(\\d{1,5})[Ww])?"
                                         "(?:(\\d{1,7})[Dd])?(?:[Tt](?=\\d)(?:(\\d{1,8})(?:[.,](\\d+))?[Hh])?"
                                         "(?:(\\d{1,9})(?:[.,](\\d+))?[Mm])?(?:(\\d{1,11})(?:[.,](\\d+))?[Ss])?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) {
        return match.captured(group).toLongLong();
    };
    Duration duration;
    duration.months = static_cast<int>(number(1) * 12 + number(2));
    duration.days = number(3) * 7 + number(4);
    duration.rest = (number(5) * 3600 + number(7) * 60 + number(9)) * second + fractionOf(match.captured(6), 3600)
        + fractionOf(match.captured(8), 60) + fractionOf(match.captured(10), 1);
    return duration;
}

Timestamp shifted(Timestamp time, const Duration &by, int direction, const TimeDisplay &display)
{
    if (by.months != 0 || by.days != 0) {
        const QDateTime local = display.at(time);
        const Timestamp belowMillis = time - fromDateTime(local);
        const QDate date = local.date().addMonths(direction * by.months).addDays(direction * by.days);
        time = fromDateTime(display.on(date, local.time())) + belowMillis;
    }
    return time + direction * by.rest;
}

// An end may leave out what it has in common with the start: "2026-11-20T10:00/12:00".
std::optional<Timestamp> endAfter(const QString &start, QString end, const TimeDisplay &display)
{
    static const QRegularExpression zoneAtEnd(u"[T ].*?(?<zone> *"_s + zonePattern + u")$"_s);
    const QRegularExpressionMatch zone = zoneAtEnd.match(start);
    const QString beginning = start.left(zone.hasMatch() ? zone.capturedStart(u"zone"_s) : start.size());
    static const QRegularExpression clock(u"^\\d\\d:\\d\\d"_s);
    static const QRegularExpression days(u"^(?:\\d\\d-)?\\d\\d(?:[T ].*)?$"_s);
    constexpr qsizetype dayLength = 10; // of 2026-11-20
    const QString day = beginning.left(dayLength);
    const bool isSpread = day.size() == dayLength && day.at(4) == u'-' && day.at(7) == u'-';
    if (isSpread && clock.match(end).hasMatch())
        end = day + u'T' + end;
    else if (isSpread && days.match(end).hasMatch())
        end = day.left(end.size() > 2 && end.at(2) == u'-' ? 5 : 8) + end;
    const bool hasClock = end.contains(QRegularExpression(u"[T ]\\d"_s));
    if (zone.hasMatch() && hasClock && !zoneAtEnd.match(end).hasMatch())
        end += zone.captured(u"zone"_s);
    return parseRangeEnd(end, display);
}

QString fullText(Timestamp time, bool withParts, const TimeDisplay &display)
{
    const Timestamp parts = ((time % second) + second) % second;
    const Timestamp whole = time - parts;
    const QString fraction = withParts ? u".%1"_s.arg(parts, 6, 10, QLatin1Char('0')) : QString();
    const QString text = display.at(whole).toString(u"yyyy-MM-dd HH:mm:ss"_s) + fraction;
    if (parseMoment(text, display) == time)
        return text;
    // An hour that comes twice.
    const QString iso = isoTime(whole, display);
    const qsizetype zone = iso.endsWith(u'Z') ? iso.size() - 1 : iso.size() - 6;
    return iso.left(10) + u' ' + iso.mid(11, 8) + fraction + iso.sliced(zone);
}

QString shortMoment(Timestamp time, bool withDay, const TimeDisplay &display)
{
    const QDateTime local = display.at(time);
    const QLocale locale;
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    const bool isThisYear = local.date().year() == display.at(QDateTime::currentDateTimeUtc()).date().year();
    const QString day
        = isThisYear ? locale.toString(local.date(), u"d MMM"_s) : locale.toString(local.date(), u"d MMM yyyy"_s);
    return withDay ? MomentWords::tr("%1, %2", "day, time").arg(day, clock) : clock;
}

QString lastText(std::chrono::seconds last)
{
    const auto count = [last](std::chrono::seconds unit) {
        return static_cast<int>(last / unit);
    };
    if (last % 24h == 0s)
        return last == 24h ? MomentWords::tr("Last 24 hours") : MomentWords::tr("Last %n day(s)", nullptr, count(24h));
    if (last == 1h)
        return MomentWords::tr("Last hour");
    if (last % 1h == 0s)
        return MomentWords::tr("Last %n hour(s)", nullptr, count(1h));
    return MomentWords::tr("Last %n minute(s)", nullptr, std::max(1, count(1min)));
}

} // namespace

std::optional<Timestamp> parseMoment(const QString &text, const TimeDisplay &display)
{
    const QString trimmed = text.trimmed();
    if (const auto seconds = sinceEpoch(trimmed))
        return seconds;
    static const QRegularExpression form(u"^(?<date>[\\dWw-]+)(?:(?:[Tt]| +)(?<hour>\\d\\d)(?::?(?<minute>\\d\\d)"
                                         "(?::?(?<second>\\d\\d))?)?(?:[.,](?<fraction>\\d+))? *(?<zone>"_s
        + zonePattern + u")?)?$"_s);
    const QRegularExpressionMatch match = form.match(trimmed);
    const QDate date = match.hasMatch() ? dateOf(match.captured(u"date"_s)) : QDate();
    if (!date.isValid())
        return std::nullopt;
    Timestamp time = 0;
    if (match.captured(u"hour"_s).isEmpty()) {
        time = fromDateTime(display.startOfDay(date));
    } else {
        // Weeks, months and years have no clock.
        static const QRegularExpression isDay(u"^\\d{4}(?:-?\\d\\d-?\\d\\d|-?\\d{3}|-?[Ww]\\d\\d-?\\d)$"_s);
        const std::optional<Timestamp> clock = clockOf(match);
        if (!clock || !isDay.match(match.captured(u"date"_s)).hasMatch())
            return std::nullopt;
        const QString zone = match.captured(u"zone"_s);
        if (zone.isEmpty()) {
            time = fromDateTime(onClock(date, *clock, display)) + *clock % 1000;
        } else {
            const std::optional<int> offset = offsetOf(zone);
            if (!offset)
                return std::nullopt;
            time = fromDateTime(date.startOfDay(Qt::UTC)) + *clock - *offset * second;
        }
    }
    return isWritableTime(time) ? std::optional(time) : std::nullopt;
}

std::optional<Timestamp> parseRangeEnd(const QString &text, const TimeDisplay &display)
{
    static const QRegularExpression fraction(u"\\d[.,]\\d"_s);
    const std::optional<Timestamp> time = parseMoment(text, display);
    return time && fraction.match(text).hasMatch() && isWritableTime(*time + 1) ? std::optional(*time + 1) : time;
}

std::optional<TimeRange> parseInterval(const QString &text, const TimeDisplay &display)
{
    static const QRegularExpression parts(u"^\\s*(\\S[^/]*?)\\s*(?:/|--)\\s*([^/]*\\S)\\s*$"_s);
    const QRegularExpressionMatch match = parts.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::optional<Duration> before = durationOf(match.captured(1));
    const std::optional<Duration> after = durationOf(match.captured(2));
    TimeRange range;
    if (before) {
        range.until = parseRangeEnd(match.captured(2), display);
        if (range.until)
            range.from = shifted(*range.until, *before, -1, display);
    } else {
        range.from = parseMoment(match.captured(1), display);
        if (range.from)
            range.until = after ? shifted(*range.from, *after, 1, display)
                                : endAfter(match.captured(1), match.captured(2), display);
    }
    const bool isRange = range.from && range.until && *range.from < *range.until && isWritableTime(*range.from)
        && isWritableTime(*range.until); // a long duration leads anywhere
    return isRange ? std::optional(range) : std::nullopt;
}

QString momentText(Timestamp time, const TimeDisplay &display)
{
    return fullText(time, time % second != 0, display);
}

QString rangeEndText(Timestamp until, const TimeDisplay &display)
{
    // What ends within a second includes the moment it names.
    const bool isWhole = until % second == 0;
    return fullText(isWhole ? until : until - 1, !isWhole, display);
}

QString rangeText(const TimeRange &range, const TimeDisplay &display)
{
    switch (range.days) {
    case TimeRange::Days::Today:
        return MomentWords::tr("Today");
    case TimeRange::Days::Yesterday:
        return MomentWords::tr("Yesterday");
    case TimeRange::Days::ThisWeek:
        return MomentWords::tr("This week");
    case TimeRange::Days::None:
        break;
    }
    if (range.last.count() > 0)
        return lastText(range.last);
    if (range.from && range.until) {
        const bool sameDay = display.at(*range.from).date() == display.at(*range.until).date();
        return MomentWords::tr("%1 – %2", "from, until")
            .arg(shortMoment(*range.from, true, display), shortMoment(*range.until, !sameDay, display));
    }
    if (range.from)
        return MomentWords::tr("Since %1").arg(shortMoment(*range.from, true, display));
    if (range.until)
        return MomentWords::tr("Before %1").arg(shortMoment(*range.until, true, display));
    return MomentWords::tr("Any time");
}

} // namespace tidings
