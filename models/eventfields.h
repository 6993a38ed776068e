// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "eventwrite.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace tidings {

// The fields of an event that can be written, in the order in which people see them.
enum class EventField { Action, App, ClientIp, Expires, Context, User, Brand };
inline constexpr std::array allEventFields{EventField::Action, EventField::App, EventField::ClientIp,
    EventField::Expires, EventField::Context, EventField::User, EventField::Brand};

QString eventFieldLabel(EventField field); // translated
bool isJsonField(EventField field);

// The field that a refusal of the server is about: "user" and "user.pk" are both User.
std::optional<EventField> eventFieldOfRefusal(const QString &key);

// The stored bytes of a field; empty when the record has none.
QByteArray rawField(const Event &event, EventField field);
// True for a text field that holds a text. Anything else is odd and kept unless it is changed.
bool holdsText(const Event &event, EventField field);
// A text field as a person sees it: the text, nothing for null, the raw JSON of what is no text. Not yet made visible.
QString fieldText(const Event &event, EventField field);

// One line of "what changes". JSON is laid out, so that only real differences differ.
struct FieldChange
{
    QString label;
    QString before; // made visible; empty: none
    QString after;
    bool isJson = false;
    QString note; // what else there is to know, or nothing

    bool operator==(const FieldChange &) const = default;
};

// The fields that differ between two states of one record. Where the records differ in other parts only, there is one
// entry with the whole record.
QList<FieldChange> changesBetween(const Event &before, const Event &after);
QList<EventField> fieldsThatDiffer(const Event &before, const Event &after);

// What `changes` would do to `base`.
QList<FieldChange> changesTo(const Event &base, const EventChanges &changes);
QList<EventField> changedFields(const EventChanges &changes);

// True when `event` holds all of `changes` already.
bool holdsAll(const Event &event, const EventChanges &changes);

} // namespace tidings
