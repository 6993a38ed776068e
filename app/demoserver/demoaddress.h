// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tidings::demo {

/// A complete IPv4 or IPv6 address in its usual form (IPv6 compressed, in small letters), or nothing.
std::optional<std::string> normalizedAddress(std::string_view text);
/// Bytes that sort like PostgreSQL's inet: IPv4 before IPv6, then by number.
std::string addressSortKey(std::string_view text);

} // namespace tidings::demo
