// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// The fields of authentik's events. No field is nullable: in the server sources read (DjangoQL's default, about
    /// 2025.12) every one of them refuses None. With no known actions, any action may be compared.
    static Schema events(const QStringList &knownActions = {});
    /// What this computer can decide: the same with any action, and networks of addresses.
    static Schema local();
};

} // namespace tidings::akql
