// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogramtext.h"

#include "timesteps.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct HistogramWords
{
    Q_DECLARE_TR_FUNCTIONS(Histogram)
};

using timesteps::day;
using timesteps::hour;
using timesteps::minute;
using timesteps::second;
using timesteps::year;

QString dateText(const QDate &date, bool withYear)
{
    //: Date format of QLocale::toString(): day, month and year
    const QString full = HistogramWords::tr("d MMM yyyy");
    //: Date format of QLocale::toString(): day and month
    const QString brief = HistogramWords::tr("d MMM");
    return QLocale().toString(date, withYear ? full : brief);
}

QString clockText(const QTime &time, bool withSeconds)
{
    return time.toString(withSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

QString periodText(Timestamp from, Timestamp until, const TimeDisplay &display)
{
    const QDateTime first = display.at(from);
    const QDateTime last = display.at(until);
    const QTime midnight(0, 0);
    if (first.time() == midnight && last.time() == midnight) {
        const QDate lastDay = last.date().addDays(-1);
        if (lastDay <= first.date())
            return dateText(first.date(), true);
        return u"%1 – %2"_s.arg(dateText(first.date(), true), dateText(lastDay, true));
    }
    const bool withSeconds = from % minute != 0 || until % minute != 0;
    const QString begin = dateText(first.date(), true) + u", "_s + clockText(first.time(), withSeconds);
    if (first.date() == last.date())
        return begin + u"–"_s + clockText(last.time(), withSeconds);
    return u"%1 – %2"_s.arg(begin, dateText(last.date(), true) + u", "_s + clockText(last.time(), withSeconds));
}

QString eventsText(qint64 count)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    return HistogramWords::tr("%Ln event(s)", nullptr, static_cast<int>(std::min(count, most)));
}

QString widthText(qint64 width)
{
    if (width % day == 0)
        return HistogramWords::tr("%n-day steps", nullptr, static_cast<int>(width / day));
    if (width % hour == 0)
        return HistogramWords::tr("%n-hour steps", nullptr, static_cast<int>(width / hour));
    if (width % minute == 0)
        return HistogramWords::tr("%n-minute steps", nullptr, static_cast<int>(width / minute));
    return HistogramWords::tr("%n-second steps", nullptr, static_cast<int>(width / second));
}

QString bucketText(const Histogram &histogram, int first, int last, const TimeDisplay &display)
{
    const QLocale locale;
    qint64 total = 0;
    QStringList parts;
    for (const HistogramSeries &series : histogram.series) {
        qint64 count = 0;
        for (int bucket = first; bucket <= last; ++bucket)
            count += series.counts[static_cast<size_t>(bucket)];
        total += count;
        if (count > 0 && series.kind != HistogramSeries::Kind::Everything)
            parts += u"%1 %2"_s.arg(locale.toString(count), series.label);
    }
    QString text
        = periodText(histogram.startOf(first), histogram.startOf(last + 1), display) + u" · "_s + eventsText(total);
    if (!parts.isEmpty())
        text += u" · "_s + parts.join(u", "_s);
    return text;
}

QList<AxisTick> axisTicks(const Histogram &histogram, int most, const QDateTime &now, const TimeDisplay &display)
{
    if (histogram.isEmpty())
        return {};
    const qint64 least = std::max(histogram.width, histogram.size * histogram.width / std::max(1, most));
    const auto *const found = std::find_if(
        std::begin(timesteps::nice), std::end(timesteps::nice), [least](qint64 s) { return s >= least; });
    const qint64 step = found != std::end(timesteps::nice) ? *found : least;
    const QDate firstDate = display.at(histogram.start).date();
    const QDate lastDate = display.at(histogram.end() - 1).date();
    const QDate today = display.at(now).date();
    const bool showsYear = firstDate.year() != lastDate.year() || firstDate.year() != today.year();
    const bool showsDate = firstDate != lastDate || firstDate != today;

    QList<AxisTick> ticks;
    QDate before;
    qint64 lastUnit = 0;
    for (int bucket = 0; bucket < histogram.size; ++bucket) {
        const QDateTime time = display.at(histogram.startOf(bucket));
        const qint64 local = histogram.startOf(bucket) + time.offsetFromUtc() * second;
        const qint64 unit = local / step;
        const bool isNew = bucket == 0 ? local % step == 0 : unit != lastUnit;
        lastUnit = unit;
        if (!isNew)
            continue;
        const bool newYear = showsYear && (!before.isValid() || before.year() != time.date().year());
        const bool newDay = !before.isValid() || before != time.date();
        QString text;
        if (step >= day)
            text = dateText(time.date(), newYear);
        else if (showsDate && newDay)
            text = dateText(time.date(), newYear) + u' ' + clockText(time.time(), step < minute);
        else
            text = clockText(time.time(), step < minute);
        before = time.date();
        ticks += AxisTick{bucket, text};
    }
    if (ticks.isEmpty()) {
        const QDateTime time = display.at(histogram.start);
        ticks += AxisTick{0, dateText(time.date(), showsYear) + u' ' + clockText(time.time(), step < minute)};
    }
    return ticks;
}

} // namespace tidings
