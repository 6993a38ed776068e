// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"

#include <QMetaType>

namespace tidings {

// A notification of the token's owner. Only `seen` can be changed on the server.
struct Notification
{
    QString id; // pk
    QString severity; // an open set; known: notice, warning, alert
    QString body; // may be a Python-style dict text, long and multi-line
    std::optional<Timestamp> created;
    // Empty when the server sent null or nothing: authentik sets the link to null when the event is deleted, although
    // its schema says not nullable.
    std::optional<Event> event;
    bool seen = false;
    QString hyperlink; // authentik >= 2025.12; untrusted
    QString hyperlinkLabel;
    QStringList oddities;
    QByteArray raw;

    [[nodiscard]] QByteArray key() const;

    bool operator==(const Notification &other) const { return raw == other.raw && seen == other.seen; }
};

} // namespace tidings

Q_DECLARE_METATYPE(tidings::Notification)
