// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demohttp.h"
#include "demooptions.h"

#include <functional>
#include <string>

namespace tidings::demo {

/// authentik's list envelope for one page of \p count rows; 404 if the page does not exist. \p appendRow writes the row
/// at a position. \p autocomplete is a JSON object, left out before 2025.6.
HttpReply pagedReply(const QueryParameters &query, DemoRelease release, quint32 count, const std::string &autocomplete,
    const std::function<void(std::string &out, quint32 position)> &appendRow);

} // namespace tidings::demo
