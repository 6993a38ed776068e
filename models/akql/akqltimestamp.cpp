// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqltimestamp.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidings::akql {

namespace {

constexpr qint64 microsecondsPerSecond = 1'000'000;
constexpr qint64 secondsPerDay = 86'400;

int decimal(QStringView digits)
{
    int value = 0;
    for (const QChar digit : digits) {
        value = value * 10 + (digit.unicode() - u'0');
    }
    return value;
}

/// Whether text has the shape of the first characters of the longest form. Written out, since a filter over a million
/// rows comes here for every row.
bool hasShape(QStringView text)
{
    constexpr QStringView shape = u"0000-00-00 00:00:00";
    return std::equal(text.begin(), text.end(), shape.begin(),
        [](QChar c, QChar wanted) { return wanted == u'0' ? c >= u'0' && c <= u'9' : c == wanted; });
}

} // namespace

std::optional<TimeSpan> parseTimestamp(QStringView text)
{
    const qsizetype size = text.size();
    if ((size != 10 && size != 16 && size != 19) || !hasShape(text)) {
        return std::nullopt;
    }
    const QDate date(decimal(text.sliced(0, 4)), decimal(text.sliced(5, 2)), decimal(text.sliced(8, 2)));
    const int hour = size > 10 ? decimal(text.sliced(11, 2)) : 0;
    const int minute = size > 10 ? decimal(text.sliced(14, 2)) : 0;
    const int second = size > 16 ? decimal(text.sliced(17, 2)) : 0;
    if (!date.isValid() || !QTime::isValid(hour, minute, second)) {
        return std::nullopt;
    }
    const qint64 day = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    const qint64 seconds = day * secondsPerDay + hour * 3600 + minute * 60 + second;
    const qint64 length = size == 10 ? secondsPerDay : (size == 16 ? 60 : 1);
    return TimeSpan{seconds * microsecondsPerSecond, (seconds + length) * microsecondsPerSecond};
}

QString formatTimestamp(qint64 microseconds)
{
    const qint64 seconds = microseconds / microsecondsPerSecond - (microseconds % microsecondsPerSecond < 0 ? 1 : 0);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    if (seconds % secondsPerDay == 0) {
        return time.toString(u"yyyy-MM-dd"_s);
    }
    return time.toString(seconds % 60 == 0 ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace tidings::akql
