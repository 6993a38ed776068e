// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "event.h"
#include "timedisplay.h"

#include <optional>

namespace tidings {

// What events can have in common with one that is looked at.
enum class Trait {
    Action,
    User,
    Person, // the user, or whoever somebody who was not signed in said to be
    Address,
    Application,
    Object,
    Subject, // what or whom it happened to: the object, or the name tried
    Request,
    Brand,
    Country
};

// The condition that events with the same trait fulfil, with the value as the event has it, a number as a number.
// Nothing where the event has no such value.
std::optional<akql::Node> conditionFor(const Event &event, Trait trait);

// The condition that events with the same value at a path fulfil; nothing where the event has no scalar there, or where
// the query language has no words for the path.
std::optional<akql::Node> conditionAt(const Event &event, const QStringList &path);
// The same for a value that is known.
std::optional<akql::Node> conditionOf(const QStringList &path, const akql::Literal &value);

// The condition that events from an address, or from a network such as 10.0.0.0/8, fulfil; nothing for other texts.
std::optional<akql::Node> conditionOfAddress(const QString &text);

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
ConditionText conditionText(const akql::Node &node, const TimeDisplay &display = {});

} // namespace tidings
