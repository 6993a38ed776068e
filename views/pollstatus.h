// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace tidings {

class RecordFeed;

// How fresh a list is and when it is asked for anew, in words; translated plain text. One line for the status bar (the
// reason only where asking fails), and all of it for its tool tip, a fact a line. Empty before the first answer.
QString freshnessText(const RecordFeed &feed, const QDateTime &now);
QString pollingText(const RecordFeed &feed, const QDateTime &now);

} // namespace tidings
