// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace tidings {

// What a feed is doing with its list.
enum class FeedState {
    Idle, // rows are there and more can be loaded
    Loading, // the first or further rows are on the way
    Failed, // the last load failed; retry() tries again
    Complete, // everything that matches is loaded
};

} // namespace tidings

Q_DECLARE_METATYPE(tidings::FeedState)
