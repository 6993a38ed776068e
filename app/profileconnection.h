// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "settings.h"

namespace tidings {

// The settings keep profiles, the dialog speaks of connections: the one as the other. A token is in neither.
Profile profileOf(const Connection &connection);
Connection connectionOf(const Profile &profile);

} // namespace tidings
