// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidings {

class MainWindow;
class Settings;

// How the user left the window: its size, how its panes share it, the columns and the histogram.
void restoreWindow(MainWindow &window, const Settings &settings);
void saveWindow(const MainWindow &window, Settings &settings);

} // namespace tidings
