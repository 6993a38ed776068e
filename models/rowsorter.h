// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventstore.h"
#include "parallel.h"

#include <QList>

#include <vector>

namespace tidings {

// What rows are sorted by, the most important first.
struct SortKey
{
    enum class By { Time, Action, Actor, Application, Address, Brand };
    By by = By::Time;
    bool isDescending = false;
    bool operator==(const SortKey &) const = default;
};

// `rows` in another order; equal ones stay in the order they have. Texts as the user's
// language sorts them, actions by their labels, addresses by their numbers, unreadable times before all others.
// Unfinished, and so of no use, after `cancel`. Reads the store; any thread.
std::vector<EventStore::Slot> sortedRows(
    const EventStore &store, std::vector<EventStore::Slot> rows, const QList<SortKey> &keys, const CancelFlag &cancel);

} // namespace tidings
