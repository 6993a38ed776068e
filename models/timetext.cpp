// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Time)
};

QString amount(qint64 seconds)
{
    if (seconds < 60)
        return Text::tr("%n s", nullptr, static_cast<int>(seconds));
    if (seconds < 3600)
        return Text::tr("%n min", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 48 * 3600)
        return Text::tr("%n h", nullptr, static_cast<int>(seconds / 3600));
    return Text::tr("%n day(s)", nullptr, static_cast<int>(seconds / 86'400));
}

} // namespace

QString columnTime(Timestamp time, const QDateTime &now)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    const QString clock = local.toString(u"HH:mm:ss"_s);
    const qint64 daysAgo = local.date().daysTo(now.toLocalTime().date());
    if (daysAgo == 0)
        return clock;
    if (daysAgo == 1)
        return Text::tr("Yesterday %1").arg(clock);
    return QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString relativeTime(Timestamp time, const QDateTime &now)
{
    const qint64 seconds = toDateTime(time).secsTo(now);
    if (seconds < 0)
        return Text::tr("in %1").arg(amount(-seconds));
    return Text::tr("%1 ago").arg(amount(seconds));
}

QString exactTime(Timestamp time)
{
    const QDateTime local = toDateTime(time).toLocalTime();
    return u"%1, %2 %3"_s.arg(
        QLocale().toString(local.date(), QLocale::LongFormat), local.toString(u"HH:mm:ss"_s), offsetText(local));
}

QString offsetText(const QDateTime &time)
{
    const int minutes = time.offsetFromUtc() / 60;
    return u"UTC%1%2:%3"_s.arg(minutes < 0 ? u"−"_s : u"+"_s,
        QString::number(std::abs(minutes) / 60).rightJustified(2, u'0'),
        QString::number(std::abs(minutes) % 60).rightJustified(2, u'0'));
}

} // namespace tidings
