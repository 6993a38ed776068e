// SPDX-License-Identifier: GPL-3.0-or-later
// Times in all their forms: what people paste and what records hold.
#include "fuzzing.h"
#include "momenttext.h"
#include "timetext.h"

#include <QTimeZone>

#include <array>

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;

namespace {

const TimeDisplay &zoneFor(qsizetype number)
{
    static const std::array<TimeDisplay, 5> zones{TimeDisplay(), TimeDisplay::utc(),
        TimeDisplay{.isRelative = false, .zone = QTimeZone("Europe/Berlin")},
        TimeDisplay{.isRelative = false, .zone = QTimeZone("America/St_Johns")},
        TimeDisplay{.isRelative = false, .zone = QTimeZone("Pacific/Apia")}};
    return zones.at(static_cast<size_t>(number) % zones.size());
}

void checkShown(Timestamp time, const TimeDisplay &display)
{
    const QDateTime now = toDateTime(1'795'168'800'000'000);
    require(parseTimestamp(isoTime(time, display).toStdString()) == time, "what is copied is the time");
    require(parseTimestamp(timestampToIso(time).toStdString()) == time, "so is what is written to files");
    require(!exactTime(time, display).isEmpty() && !columnTime(time, now, display).isEmpty()
            && !relativeTime(time, now).isEmpty(),
        "every time has texts");
}

void checkMoment(Timestamp time, const TimeDisplay &display)
{
    require(isWritableTime(time), "times lie in the calendar");
    const QString text = momentText(time, display);
    require(parseMoment(text, display) == time, "a moment reads as it prints");
    require(momentText(time, display) == text, "and prints the same again");
}

void checkEnd(Timestamp until, const TimeDisplay &display)
{
    require(isWritableTime(until), "ends lie in the calendar");
    require(parseRangeEnd(rangeEndText(until, display), display) == until, "an end reads as it prints");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qsizetype longest = 120;
    const QString text = textOf(data, size, longest);
    const TimeDisplay &display = zoneFor(text.size());
    if (const auto time = parseMoment(text, display)) {
        checkMoment(*time, display);
        checkShown(*time, display);
        require(!rangeText({.last = {}, .from = *time, .until = {}}, display).isEmpty(), "every range has a text");
    }
    if (const auto until = parseRangeEnd(text, display))
        checkEnd(*until, display);
    if (const auto range = parseInterval(text, display)) {
        require(range->from && range->until && *range->from < *range->until, "an interval begins before it ends");
        checkMoment(*range->from, display);
        checkEnd(*range->until, display);
        require(!rangeText(*range, display).isEmpty(), "every interval has a text");
    }
    if (const auto time = parseTimestamp({reinterpret_cast<const char *>(data), size})) {
        require(isWritableTime(*time), "times of records lie in the calendar");
        checkShown(*time, display);
        checkMoment(*time, display);
    }
    return 0;
}
