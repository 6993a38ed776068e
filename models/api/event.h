// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "modelref.h"
#include "timestamp.h"
#include "userref.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace tidings {

// The parts of an event's free `context` that lists, sentences and the detail pane name. Every one may be empty.
struct EventContext
{
    QString message;
    QString reason; // of an impersonation
    QString username; // the name tried in a failed login, or the one written
    QString authMethod; // "password", "auth_mfa", …
    QString newVersion; // update_available
    QString subject; // email_sent
    QString toEmail; // the first recipient
    QString scopes; // authorize_application, space-separated
    ModelRef model;
    ModelRef application; // authorized_application
    ModelRef secret; // secret or token
    ModelRef source;
    ModelRef stage;
    ModelRef binding;
    ModelRef target; // of a review
    QStringList changedFields; // keys of `diff`, where the server stored one

    QString httpPath;
    QString httpMethod;
    QString userAgent;
    QString requestId;

    QString city;
    QString country; // ISO code, on some servers a name
    QString continent;
    QString asn; // autonomous system number
    QString asOrganisation;

    bool operator==(const EventContext &) const = default;
};

// Where the parts of a record stand in its raw bytes, in the order of EventHead's members.
struct EventParts
{
    struct Part
    {
        quint32 begin = 0;
        quint32 size = 0; // 0: the record has none
    };
    std::array<Part, 9> parts;
};

// One record of the audit log as the server sent it. `raw` is the record itself, byte for byte; the other members are
// what could be read of it. Any member may be empty; `oddities` names the fields that were not as authentik defines
// them (missing where required, or of another type), so that the odd part can be shown and nothing else is lost.
struct Event
{
    QString id; // pk, a UUID with dashes; empty when the record has none
    QString action; // an open set: known value, "custom_…", or newer than this program
    QString app;
    UserRef user;
    QString clientIp; // empty for null; 255.255.255.255 stands for "could not be determined"
    std::optional<Timestamp> created;
    std::optional<Timestamp> expires;
    ModelRef brand;
    EventContext context;
    QStringList oddities;
    QByteArray raw;
    // Of a record that was read only as far as lists need it: user, brand, context and expires are empty here, whatever
    // the record has. EventDecoder reads all of it.
    std::optional<EventParts> head;

    // Who to show as the actor: a user name, an e-mail address, "#pk", or nothing for the system itself.
    [[nodiscard]] QString actor() const;

    // Tells rows apart: the id, or a digest of the raw bytes where there is no id.
    [[nodiscard]] QByteArray key() const;

    bool operator==(const Event &other) const { return raw == other.raw; }
};

// True for a well-formed UUID with dashes, the only thing put into a request path.
bool isUuid(const QString &text);

} // namespace tidings

Q_DECLARE_TYPEINFO(tidings::Event, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(tidings::Event)
