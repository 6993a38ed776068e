// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlschema.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tidings::akql {

Schema Schema::events(const QStringList &knownActions)
{
    return {
        {
            {u"action"_s, {FieldKind::Choice}},
            {u"app"_s, {FieldKind::Text}},
            {u"brand"_s, {FieldKind::Json}},
            {u"client_ip"_s, {FieldKind::Address}},
            {u"context"_s, {FieldKind::Json}},
            {u"created"_s, {FieldKind::Time}},
            {u"event_uuid"_s, {FieldKind::Uuid}},
            {u"user"_s, {FieldKind::Json}},
        },
        knownActions,
    };
}

Schema Schema::ofServer(const QStringList &knownActions, bool comparesJsonByType)
{
    Schema schema = events(knownActions);
    schema.comparesJsonByType = comparesJsonByType;
    schema.allowsAnyKey = false;
    return schema;
}

Schema Schema::local()
{
    Schema schema = events();
    schema.allowsNetworks = true;
    return schema;
}

bool isAskable(const QStringList &path, Operator op)
{
    static const QSet<QString> lookups{u"contained_by"_s, u"contains"_s, u"endswith"_s, u"exact"_s, u"gt"_s, u"gte"_s,
        u"has_any_keys"_s, u"has_key"_s, u"has_keys"_s, u"icontains"_s, u"iendswith"_s, u"iexact"_s, u"in"_s,
        u"iregex"_s, u"isnull"_s, u"istartswith"_s, u"lt"_s, u"lte"_s, u"range"_s, u"regex"_s, u"startswith"_s};
    QString joined = path.join("__"_L1);
    const bool isBare = op == Operator::Equal || op == Operator::NotEqual; // nothing is joined to the path
    if (!isBare)
        joined += "__"_L1;
    // Cut from the left, as Django does.
    const QStringList parts = joined.split("__"_L1);
    return parts.mid(0, path.size()) == path && !(isBare && lookups.contains(path.constLast()));
}

} // namespace tidings::akql
