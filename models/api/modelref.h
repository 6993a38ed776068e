// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidings {

// A server object as events embed it: {app, model_name, name, pk}.
struct ModelRef
{
    QString app; // "authentik_core"
    QString modelName; // "application", lower case
    QString name; // the object's own name or its text form
    QString pk; // an integer, or a UUID as 32 hex digits without dashes

    [[nodiscard]] bool isEmpty() const
    {
        return app.isEmpty() && modelName.isEmpty() && name.isEmpty() && pk.isEmpty();
    }
    bool operator==(const ModelRef &) const = default;
};

} // namespace tidings
