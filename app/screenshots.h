// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings {

class EventFeed;
class MainWindow;
class NotificationFeed;

// Waits until both lists have arrived, writes one PNG per page and dialog into `folder` (made if missing), prints their
// paths and ends the program: 0, or 1 with a reason when data does not arrive within 30 s or a file cannot be written.
void takeScreenshots(MainWindow &window, const QString &folder, EventFeed &events, NotificationFeed &notifications);

} // namespace tidings
