// SPDX-License-Identifier: GPL-3.0-or-later
#include "timestamp.h"

#include <QTimeZone>

#include <chrono>
#include <string>

namespace tidings {

namespace {

constexpr qint64 microsPerSecond = 1'000'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads exactly `count` digits and moves on.
std::optional<int> digits(std::string_view &text, size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int number = 0;
    for (size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i]))
            return std::nullopt;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool skip(std::string_view &text, std::string_view anyOf)
{
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// Microseconds of ".104233"; more digits are cut off.
std::optional<qint64> fraction(std::string_view &text)
{
    if (!skip(text, ".,"))
        return 0;
    qint64 micros = 0;
    qint64 unit = microsPerSecond / 10;
    bool any = false;
    while (!text.empty() && isDigit(text.front())) {
        micros += (text.front() - '0') * unit;
        unit /= 10;
        any = true;
        text.remove_prefix(1);
    }
    return any ? std::optional(micros) : std::nullopt;
}

// Minutes east of UTC of "Z" or "+01:00".
std::optional<int> zoneOffset(std::string_view &text)
{
    if (skip(text, "Zz"))
        return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!skip(text, "+-"))
        return std::nullopt;
    const auto hours = digits(text, 2);
    skip(text, ":");
    const auto minutes = digits(text, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<Timestamp> writable(qint64 seconds, qint64 micros)
{
    const Timestamp time = seconds * microsPerSecond + micros;
    return isWritableTime(time) ? std::optional(time) : std::nullopt;
}

// The spelling of every server so far, "2026-11-19T07:58:12.104233Z"; nothing for others, good or bad.
std::optional<Timestamp> usualTimestamp(std::string_view text)
{
    using namespace std::chrono;
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd.ddddddZ";
    if (text.size() != form.size())
        return std::nullopt;
    bool isGood = true;
    for (size_t i = 0; i < form.size(); ++i)
        isGood &= form[i] == 'd' ? isDigit(text[i]) : form[i] == text[i];
    if (!isGood)
        return std::nullopt;
    const auto number = [text](size_t at, size_t count) {
        int value = 0;
        for (size_t i = at; i < at + count; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    const year_month_day date{
        year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))), day(static_cast<unsigned>(number(8, 2)))};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (!date.ok() || number(0, 4) < 1 || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const qint64 dayNumber = sys_days(date).time_since_epoch().count();
    return writable(dayNumber * 86'400 + hour * 3'600 + minute * 60 + second, number(20, 6));
}

} // namespace

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    using namespace std::chrono;
    if (const auto usual = usualTimestamp(text))
        return usual;
    const auto y = digits(text, 4);
    if (!y || !skip(text, "-"))
        return std::nullopt;
    const auto m = digits(text, 2);
    if (!m || !skip(text, "-"))
        return std::nullopt;
    const auto d = digits(text, 2);
    if (!d || !skip(text, "Tt "))
        return std::nullopt;
    const auto hour = digits(text, 2);
    if (!hour || !skip(text, ":"))
        return std::nullopt;
    const auto minute = digits(text, 2);
    if (!minute || !skip(text, ":"))
        return std::nullopt;
    const auto second = digits(text, 2);
    if (!second)
        return std::nullopt;
    const auto micros = fraction(text);
    if (!micros)
        return std::nullopt;
    const auto offset = zoneOffset(text);
    if (!offset || !text.empty() || *y < 1 || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;

    const year_month_day date{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    if (!date.ok())
        return std::nullopt;
    const qint64 dayNumber = sys_days(date).time_since_epoch().count();
    const qint64 seconds = dayNumber * 86'400 + *hour * 3'600 + *minute * 60 + *second - *offset * 60LL;
    return writable(seconds, *micros);
}

std::optional<Timestamp> parseServerTime(std::string_view text)
{
    const auto time = parseTimestamp(text);
    return time ? time : parseTimestamp(std::string(text) + 'Z');
}

QString timestampToIso(Timestamp time)
{
    using namespace std::chrono;
    const sys_time<microseconds> point{microseconds(time)};
    const auto day = floor<days>(point);
    const year_month_day date(day);
    const hh_mm_ss clock(point - day);
    if (date.year() < year(0) || date.year() > year(9999))
        return toDateTime(time).toString(Qt::ISODateWithMs);
    char16_t text[] = u"0000-00-00T00:00:00.000000Z";
    const auto put = [&text](size_t end, size_t count, qint64 number) {
        for (size_t i = end; i > end - count; --i, number /= 10)
            text[i - 1] = static_cast<char16_t>(u'0' + number % 10);
    };
    put(4, 4, static_cast<int>(date.year()));
    put(7, 2, static_cast<unsigned>(date.month()));
    put(10, 2, static_cast<unsigned>(date.day()));
    put(13, 2, clock.hours().count());
    put(16, 2, clock.minutes().count());
    put(19, 2, clock.seconds().count());
    put(26, 6, clock.subseconds().count());
    return QString::fromUtf16(text);
}

QDateTime toDateTime(Timestamp time)
{
    const qint64 millis = time >= 0 ? time / 1000 : (time - 999) / 1000;
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
}

Timestamp fromDateTime(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() * 1000;
}

Timestamp currentTimestamp()
{
    return fromDateTime(QDateTime::currentDateTimeUtc());
}

} // namespace tidings
