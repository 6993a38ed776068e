// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "timerange.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tidings {

// One condition of a query, as a chip shows it: a comparison or a group of them in authentik's query language.
struct Condition
{
    akql::Node node;
    bool enabled = true; // a switched-off chip restricts nothing
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

    [[nodiscard]] bool isEmpty() const
    {
        return actions.isEmpty() && text.trimmed().isEmpty() && range.isUnlimited() && enabledConditions().empty();
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
