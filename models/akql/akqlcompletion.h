// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "akqlschema.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tidings::akql {

/// What may follow at the cursor of a half-written query.
struct Completion
{
    enum class Kind { Nothing, FieldName, Relation, Constant, Joint };

    Kind kind = Kind::Nothing;
    Span replaced; ///< the word under the cursor, up to the cursor; may be empty
    QStringList candidates; ///< as they are to be written, best first, at most 50
};

/// Values seen at a path, most useful first. May be empty.
using ValuesOf = std::function<QList<Literal>(const QStringList &path)>;

/// Paths that the records at hand have, such as context.geo.country. May be empty.
using FieldsSeen = std::function<QStringList()>;

/// Those of some paths that a query can name, without the ones known anyway.
QStringList furtherFields(const QStringList &seen, const Schema &schema);

/**
 * Candidates begin with the word under the cursor, or, behind those, contain it; case is ignored. Nothing is offered
 * where the text before the cursor cannot become a query, inside a finished text, and for a word that stands there
 * complete already. Fields that were only seen come behind the known ones.
 */
Completion complete(QStringView text, qsizetype cursor, const Schema &schema, const ValuesOf &valuesOf,
    const FieldsSeen &fieldsSeen = {});

/// Whether someone who typed this meant a query rather than words to search for: a field or path of the schema is
/// followed by an operator, or by something that looks like one; or another name is compared with a text in quotes, or,
/// after a blank, with a number or constant.
bool looksLikeQuery(QStringView text, const Schema &schema);

} // namespace tidings::akql
