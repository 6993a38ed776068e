// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings {

// "Firefox 140 on Linux" for the User-Agent texts of common browsers; otherwise the first product token
// ("python-requests 2.32.3"). Empty for an empty text. A guess for people: the text is whatever a client chose to send.
QString readableUserAgent(const QString &userAgent);

} // namespace tidings
