// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tidings::akql {

enum class FieldKind {
    Text,
    Choice, ///< a text out of Schema::choices
    Uuid,
    Address,
    Time,
    Json, ///< a root that is only compared through a dot path
};

struct Field
{
    FieldKind kind = FieldKind::Text;
    bool nullable = false; ///< may be compared with None
};

/**
 * What a query may name. The server takes a query that breaks its schema for plain words, without saying so, hence the
 * parser refuses whatever the server would.
 */
struct Schema
{
    QMap<QString, Field> fields;
    QStringList choices; ///< what a Choice field may be equal to; empty: anything
    bool allowsNetworks = false; ///< an address may be compared with a network, which no server understands
    bool comparesJsonByType = true; ///< a JSON value may be compared with a number, True or False, not only with a text
    bool allowsAnyKey = true; ///< also JSON keys that a server takes for something else, see isAskable()

    /// The fields of authentik's events. No field is nullable: in the server sources read (DjangoQL's default, about
    /// 2025.12) every one of them refuses None. With no known actions, any action may be compared.
    static Schema events(const QStringList &knownActions = {});
    /// The same as one server reads it. Up to about 2026.2 authentik's JSON fields take texts only.
    static Schema ofServer(const QStringList &knownActions, bool comparesJsonByType);
    /// What this computer can decide: the same with any action, and networks of addresses.
    static Schema local();
};

/// Whether a server understands a JSON path as it is meant. authentik joins it with "__" into a Django lookup: a part
/// with "__" in it or "_" at its end is cut elsewhere, and "= x" or "!= x" after a last part that is the name of a
/// lookup (context.range, context.contains) is another question, or an error 500.
bool isAskable(const QStringList &path, Operator op);

} // namespace tidings::akql
