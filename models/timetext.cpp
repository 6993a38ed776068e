// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include "timesteps.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(Time)
};

QString amount(qint64 seconds)
{
    if (seconds < 60)
        return TimeText::tr("%n s", nullptr, static_cast<int>(seconds));
    if (seconds < 3600)
        return TimeText::tr("%n min", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 48 * 3600)
        return TimeText::tr("%n h", nullptr, static_cast<int>(seconds / 3600));
    return TimeText::tr("%n day(s)", nullptr, static_cast<int>(seconds / 86'400));
}

} // namespace

QString columnTime(Timestamp time, const QDateTime &now, const TimeDisplay &display)
{
    if (display.isRelative)
        return relativeTime(time, now);
    const QDateTime local = display.at(time);
    const QString clock = local.toString(u"HH:mm:ss"_s);
    const qint64 daysAgo = local.date().daysTo(display.at(now).date());
    if (daysAgo == 0)
        return clock;
    if (daysAgo == 1)
        return TimeText::tr("Yesterday %1").arg(clock);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
}

QStringList widestColumnTimes(const TimeDisplay &display)
{
    // Two digits wherever there may be two.
    const QTime clock(20, 58, 58);
    const QDateTime now = display.on(QDate(2026, 12, 30), clock);
    const auto text = [&now, &display](const QDateTime &time) {
        return columnTime(fromDateTime(time), now, display);
    };
    if (display.isRelative)
        return {text(now.addSecs(-58)), text(now.addSecs(-58 * 60)), text(now.addSecs(-47 * 3600)),
            text(now.addDays(-888))};
    QStringList texts{text(now), text(now.addDays(-1))};
    constexpr int months = 12; // they may have names
    for (int month = 1; month <= months; ++month)
        texts += text(display.on(QDate(2025, month, 28), clock));
    return texts;
}

QString relativeTime(Timestamp time, const QDateTime &now)
{
    const qint64 seconds = toDateTime(time).secsTo(now);
    if (seconds < 0)
        return TimeText::tr("in %1").arg(amount(-seconds));
    return TimeText::tr("%1 ago").arg(amount(seconds));
}

QString exactTime(Timestamp time, const TimeDisplay &display)
{
    const QDateTime local = display.at(time);
    return u"%1, %2 %3"_s.arg(
        QLocale().toString(local.date(), QLocale::LongFormat), local.toString(u"HH:mm:ss"_s), offsetText(local));
}

QString isoTime(Timestamp time, const TimeDisplay &display)
{
    const QDateTime local = display.at(time);
    const int offset = local.offsetFromUtc();
    constexpr int minute = 60;
    const Timestamp shown = time + offset * timesteps::second;
    // Before there were zones, clocks differed by seconds too; ISO 8601 has no way to say that. Nor do years beyond
    // 9999.
    if (offset % minute != 0 || !isWritableTime(shown))
        return timestampToIso(time);
    QString text = timestampToIso(shown);
    text.chop(1); // Z
    const int minutes = std::abs(offset) / minute;
    return text + (offset < 0 ? u'-' : u'+') + QString::number(minutes / 60).rightJustified(2, u'0') + u':'
        + QString::number(minutes % 60).rightJustified(2, u'0');
}

QString offsetText(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    return u"UTC%1%2:%3"_s.arg(minutes < 0 ? u"−"_s : u"+"_s,
        QString::number(std::abs(minutes) / 60).rightJustified(2, u'0'),
        QString::number(std::abs(minutes) % 60).rightJustified(2, u'0'));
}

} // namespace tidings
