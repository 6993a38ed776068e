// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidings {

// How the window looks; chosen by the user and remembered.
enum class Appearance { System, Light, Dark };
enum class Density { Comfortable, Compact };

} // namespace tidings
