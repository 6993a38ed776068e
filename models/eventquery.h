// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "akqlast.h"
#include "timerange.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace tidings {

// One condition of a query, as a chip shows it: a comparison or a group of them in authentik's query language.
struct Condition
{
    akql::Node node;
    bool enabled = true; // a switched-off chip restricts nothing
    bool pinned = false; // stays when something else is asked
    bool operator==(const Condition &) const = default;
};

// What the user asked for on the Events page, as one value. Empty members do not restrict anything; all others must
// hold.
struct EventQuery
{
    QStringList actions; // exact, OR
    QString text; // words, or AKQL where the server answers it
    QList<Condition> conditions;
    TimeRange range;
    QList<Level> levels = {}; // derived from the action, OR

    [[nodiscard]] bool isEmpty() const
    {
        return actions.isEmpty() && levels.isEmpty() && text.trimmed().isEmpty() && range.isUnlimited()
            && enabledConditions().empty();
    }
    // What actions and levels say of an action.
    [[nodiscard]] bool takesAction(const QString &action) const
    {
        return (actions.isEmpty() || actions.contains(action))
            && (levels.isEmpty() || levels.contains(actionLevel(action)));
    }
    // With the pinned conditions of another query that are not here.
    [[nodiscard]] EventQuery withPinned(const EventQuery &other) const
    {
        EventQuery both = *this;
        for (const Condition &pinned : other.pinnedOnly().conditions) {
            const auto isSame = [&pinned](const Condition &condition) {
                return condition.node == pinned.node;
            };
            if (std::none_of(conditions.cbegin(), conditions.cend(), isSame))
                both.conditions += pinned;
        }
        return both;
    }
    // Nothing but the pinned conditions.
    [[nodiscard]] EventQuery pinnedOnly() const
    {
        EventQuery kept;
        for (const Condition &condition : conditions) {
            if (condition.pinned)
                kept.conditions += condition;
        }
        return kept;
    }
    [[nodiscard]] std::vector<akql::Node> enabledConditions() const
    {
        std::vector<akql::Node> nodes;
        for (const Condition &condition : conditions) {
            if (condition.enabled)
                nodes.push_back(condition.node);
        }
        return nodes;
    }
    bool operator==(const EventQuery &) const = default;
};

} // namespace tidings
