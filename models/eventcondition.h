// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "event.h"

#include <optional>

namespace tidings {

// What events can have in common with one that is looked at.
enum class Trait { Action, User, Address, Application, Object, Request, Brand, Country };

// The condition that events with the same trait fulfil, with the value as the event has it, a number as a number.
// Nothing where the event has no such value.
std::optional<akql::Node> conditionFor(const Event &event, Trait trait);

// The scalar that the event has at a path, typed as in the record; nothing for null, objects, arrays and "".
std::optional<akql::Literal> literalAt(const Event &event, const QStringList &path);

// A condition as people read it: "user" "is not" "svc-backup". Groups have only a value, as query text. Translated,
// visible plain text.
struct ConditionText
{
    QString subject;
    QString relation;
    QString value;

    [[nodiscard]] QString sentence() const; // all parts
};
ConditionText conditionText(const akql::Node &node);

} // namespace tidings
