// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace tidings::demo {

constexpr qint64 microsPerSecond = 1'000'000;
constexpr qint64 microsPerDay = 86'400 * microsPerSecond;

/// Microseconds since 1970.
qint64 nowMicros();
/// Appends 2026-11-19T07:58:12.104233Z; like Django REST framework without a fraction if that is zero.
void appendTime(std::string &out, qint64 micros);
/// Reads an ISO 8601 date and time, with or without seconds, fraction and zone (none means UTC).
std::optional<qint64> parseTime(std::string_view text);
/// Reads authentik's durations such as "days=1" or "weeks=3;days=2;hours=3", in microseconds.
std::optional<qint64> parseDuration(std::string_view text);

} // namespace tidings::demo
