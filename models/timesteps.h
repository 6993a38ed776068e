// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

// Lengths of time in microseconds, and those that people like to count in.
namespace tidings::timesteps {

constexpr qint64 second = 1'000'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

constexpr qint64 nice[] = {second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute,
    5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day,
    7 * day, 14 * day, 30 * day, 60 * day, 90 * day, 180 * day, year, 2 * year, 5 * year};

// For buckets of a histogram: up to thirty days.
constexpr std::span<const qint64> bucketWidths = std::span(nice).first<22>();
static_assert(bucketWidths.back() == 30 * day);

} // namespace tidings::timesteps
