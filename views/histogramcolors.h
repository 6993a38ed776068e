// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "histogram.h"
#include "theme.h"

#include <QBrush>

namespace tidings {

// How the series of a histogram are filled, in their order. Where the colours do not tell them apart (high contrast),
// patterns do.
QList<QBrush> seriesBrushes(const Histogram &histogram, const Colors &colors);

} // namespace tidings
