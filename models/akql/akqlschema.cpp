// SPDX-License-Identifier: GPL-3.0-or-later
#include "akqlschema.h"

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

Schema Schema::local()
{
    Schema schema = events();
    schema.allowsNetworks = true;
    return schema;
}

} // namespace tidings::akql
