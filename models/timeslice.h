// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tidings {

// For how long work on the GUI thread goes on before it lets the user through, in milliseconds: a quarter of a frame.
constexpr qint64 sliceMs = 4;

} // namespace tidings
