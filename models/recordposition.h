// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "notification.h"
#include "pagewindow.h"

namespace tidings {

// Where a record stands in its list; one without a time stands at the end.
inline RowPosition positionOf(const Event &event)
{
    return {event.created.value_or(0), event.id};
}

inline RowPosition positionOf(const Notification &notification)
{
    return {notification.created.value_or(0), notification.id};
}

} // namespace tidings
