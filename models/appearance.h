// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidings {

// How the window looks; chosen by the user and remembered.
enum class Appearance { System, Light, Dark };
// What the desktop prefers.
enum class ColorScheme { NoPreference, Dark, Light };
// How high the rows of lists are.
enum class Density { Normal, Compact, Roomy };
// The size of all texts, in percent of the desktop's.
inline constexpr int leastTextZoom = 80;
inline constexpr int mostTextZoom = 200;

} // namespace tidings
