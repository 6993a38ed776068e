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

/**
 * Candidates begin with the word under the cursor, or, behind those, contain it; case is ignored. Nothing is offered
 * where the text before the cursor cannot become a query, inside a finished text, and for a word that stands there
 * complete already.
 */
Completion complete(QStringView text, qsizetype cursor, const Schema &schema, const ValuesOf &valuesOf);

/// Whether someone who typed this meant a query rather than words to search for: a field or path of the schema is
/// followed by an operator, or by something that looks like one.
bool looksLikeQuery(QStringView text, const Schema &schema);

} // namespace tidings::akql
