// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace tidings {

// How much an event deserves attention. authentik's events have no severity; this is DERIVED from the action by a local
// table and is always shown as derived. The levels carry the names of the notification severities.
enum class Level { Ordinary, Notice, Warning, Alert };

// What is known of an action or of a severity for showing it.
struct ActionInfoEntry
{
    QString value;
    QString label; // translated; the raw text for unknown actions
    QString icon; // name of an icon in resources
    Level level = Level::Ordinary;
    bool isKnown = false;
};

// The entry of any action: known ones from the table (authentik 2024.6 to 2026.8 and the ones seen in later
// development), "custom_xyz" as "xyz", unknown ones as they are. Server text in labels is made visible (see
// visibletext.h).
ActionInfoEntry actionEntry(const QString &action);

// All known actions, ordered by label. Without "custom_", which stands for a family.
QList<ActionInfoEntry> knownActionEntries();

// notice, warning, alert; anything else is shown as its text with Level::Ordinary.
ActionInfoEntry severityEntry(const QString &severity);

inline constexpr std::array allLevels{Level::Ordinary, Level::Notice, Level::Warning, Level::Alert};
QString levelName(Level level); // translated
QString levelWord(Level level); // "ordinary", "notice"…, for settings and files
std::optional<Level> levelOfWord(const QString &word);
Level actionLevel(const QString &action); // as actionEntry() says
// The known actions of these levels. Where Ordinary is one of them there are more: every action that is not known.
QStringList knownActionsOf(const QList<Level> &levels);

} // namespace tidings
