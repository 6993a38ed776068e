// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "timedisplay.h"

#include <QList>
#include <QString>

namespace tidings {

// The actor with who was acted for: "j.weiss on behalf of m.tan", "system" where nobody is named. Visible plain text.
QString actorText(const Event &event);

// "Lisbon, PT"; empty when the server knows no place.
QString placeText(const EventContext &context);

// The application a person would name: the authorized one, else the code path that made the record.
QString applicationText(const Event &event);

// One sentence, who did what to what from where, translated, visible plain text: "ana.duarte failed to sign in from
// Lisbon, PT". Falls back to the action's label and the record's own message.
QString summarySentence(const Event &event);

// What happened, without who and where, for a column beside those.
QString whatHappened(const Event &event);

// Two columns of the detail pane.
struct Fact
{
    QString label; // translated
    QString value; // visible plain text
    bool isCode = false; // address, path, id: monospace
    bool operator==(const Fact &) const = default;
};
struct FactGroup
{
    QString title; // translated
    QList<Fact> facts;
    bool operator==(const FactGroup &) const = default;
};
// Everything worth naming, in groups; empty facts are left out. `now` serves the relative times.
QList<FactGroup> factGroups(const Event &event, const QDateTime &now, const TimeDisplay &display = {});

} // namespace tidings
