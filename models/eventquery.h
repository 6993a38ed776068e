// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tidings {

// What the user asked for on the Events page, as one value. Empty members do not restrict anything.
struct EventQuery
{
    QStringList actions; // exact, OR
    QString text; // words, or AKQL where the server answers it
    QString username; // exact
    QString clientIp; // exact

    [[nodiscard]] bool isEmpty() const
    {
        return actions.isEmpty() && text.trimmed().isEmpty() && username.isEmpty() && clientIp.isEmpty();
    }
    bool operator==(const EventQuery &) const = default;
};

} // namespace tidings
