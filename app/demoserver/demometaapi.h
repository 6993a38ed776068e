// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demohttp.h"
#include "demooptions.h"

namespace tidings::demo {

/// pk of the user whose token this is: a superuser, a service account that may view events, or a plain user.
int ownPk(DemoRights rights);

HttpReply rootConfig(DemoRelease release);
HttpReply currentUser(DemoRelease release, DemoRights rights);
HttpReply versionInfo(DemoRelease release);

} // namespace tidings::demo
