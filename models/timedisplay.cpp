// SPDX-License-Identifier: GPL-3.0-or-later
#include "timedisplay.h"

#include "timetext.h"

#include <QCoreApplication>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct TimeDisplayText
{
    Q_DECLARE_TR_FUNCTIONS(TimeDisplay)
};

constexpr auto localName = "local"_L1;
constexpr auto utcName = "UTC"_L1;

} // namespace

TimeDisplay TimeDisplay::utc()
{
    return {.isRelative = false, .zone = QTimeZone::utc()};
}

QString zoneText(const TimeDisplay &display)
{
    if (display.isLocal())
        return TimeDisplayText::tr("Local time");
    return display.isUtc() ? QString(utcName) : QString::fromLatin1(display.zone.id());
}

QString zoneText(const TimeDisplay &display, const QDateTime &time)
{
    return display.isUtc() ? zoneText(display) : zoneText(display) + u", "_s + offsetText(display.at(time));
}

QString zoneName(const TimeDisplay &display)
{
    if (display.isLocal())
        return localName;
    return display.isUtc() ? QString(utcName) : QString::fromLatin1(display.zone.id());
}

QTimeZone zoneNamed(const QString &name)
{
    if (name == utcName)
        return QTimeZone::utc();
    // Only what the database lists: the rest of what Qt takes for a zone (POSIX rules) has no name that people know.
    const QByteArray id = name.toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(id) && QTimeZone::availableTimeZoneIds().contains(id) ? QTimeZone(id)
                                                                                                  : QTimeZone();
}

} // namespace tidings
