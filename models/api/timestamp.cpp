// SPDX-License-Identifier: GPL-3.0-or-later
#include "timestamp.h"

#include <QTimeZone>

#include <chrono>

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

} // namespace

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    using namespace std::chrono;
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
    return seconds * microsPerSecond + *micros;
}

QString timestampToIso(Timestamp time)
{
    const qint64 micros = ((time % microsPerSecond) + microsPerSecond) % microsPerSecond;
    return toDateTime(time - micros).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"))
        + QStringLiteral(".%1Z").arg(micros, 6, 10, QLatin1Char('0'));
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

} // namespace tidings
