// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"

#include <QByteArray>

#include <optional>

namespace tidings {

// A change to an event, field by field; what is not set is not sent. JSON fields are texts as the user wrote them and
// are sent byte for byte, so that no number is rounded and no key is moved.
struct EventChanges
{
    std::optional<QString> action;
    std::optional<QString> app;
    std::optional<QString> clientIp; // an empty text clears it (null)
    std::optional<Timestamp> expires;
    std::optional<QByteArray> user; // a JSON object
    std::optional<QByteArray> context; // a JSON object
    std::optional<QByteArray> brand; // a JSON object

    [[nodiscard]] bool isEmpty() const;
    bool operator==(const EventChanges &) const = default;
};

// A ready write: verb and body.
struct EventWrite
{
    enum class Verb { Post, Put, Patch };
    Verb verb = Verb::Post;
    QByteArray body;
    bool operator==(const EventWrite &) const = default;
};

// POST body of a new event. `action` and `app` are always part of it.
EventWrite createWrite(const EventChanges &fields);

// How `event` is changed on a server that knows `knownActions` (empty: not known). PUT with action, app and the
// changed fields; fields left out keep their stored value (measured). PATCH with the changed fields alone where a PUT
// would be refused for something the user did not touch: an action outside the server's enum ("custom_xyz"; only the
// bare "custom_" passes), or an `app` that is blank or no text.
EventWrite updateWrite(const Event &event, const EventChanges &changes, const QStringList &knownActions);

// True when the server's enum would refuse this action in a POST or PUT.
bool isRefusedByEnum(const QString &action, const QStringList &knownActions);

} // namespace tidings
