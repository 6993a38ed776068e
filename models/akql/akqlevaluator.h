// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace tidings::akql {

/// There is no value at that path.
struct Missing
{
};

/// An object or array, as its JSON text. It equals nothing; text operators search its text.
struct JsonText
{
    QString text;
};

using Value = std::variant<Missing, Null, bool, qint64, double, QString, Timestamp, JsonText>;

/// The value as one that a query can name, with its type; nothing for a missing, null or empty one, an object and an
/// array.
std::optional<Literal> toLiteral(const Value &value);

/// Something a query can be asked about: an event, decoded or not. Texts come as the server sends them: UUIDs in small
/// letters with dashes, addresses in their usual form, the action as its machine name.
class Record
{
public:
    Record() = default;
    virtual ~Record() = default;
    Q_DISABLE_COPY_MOVE(Record)

    /// path is one name (a column, such as created, given as Timestamp) or a JSON root and the keys below it.
    virtual Value value(const QStringList &path) const = 0;
};

/// What a negated comparison (!=, !~, not in …) says about an event that lacks the JSON key, or whose null has no text.
enum class MissingKey {
    NeverMatches, ///< as the server: SQL's NOT NULL is NULL
    MatchesNegation, ///< as people expect of "user is not x"
};

/**
 * Whether the query takes the record. Repeats what Django makes of the query on PostgreSQL:
 * - ~, startswith and endswith ignore case (icontains, istartswith, iendswith), see numbers and booleans as their JSON
 *   text and never match null;
 * - = and in compare JSON by type: "1" is not 1, but 1 is 1.0; = None matches a null but no missing key;
 * - > and < order JSON values of different types as jsonb does: null, text, number, boolean, array, object;
 * - a negated comparison is true for an empty column, and for a missing JSON key as the last argument says. Django
 *   guards nullable columns with IS NOT NULL before it negates, and JSON keys not (its documentation of
 *   key transforms: exclude() and filter() are not exhaustive);
 * - text order is by code unit; the database may use another collation.
 */
bool matches(const Node &node, const Record &record, MissingKey missingKey = MissingKey::NeverMatches);

} // namespace tidings::akql
