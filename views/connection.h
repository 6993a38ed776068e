// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serverinfo.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace tidings {

// One server, the token for it and what was found there: what ConnectDialog takes and gives. Lives in memory only; the
// token's place is the SecretStore.
struct Connection
{
    QString id; // of the profile, a UUID without braces; empty for a new one
    QString name; // empty: the host
    QString colour; // "#rrggbb", lower case
    QString server; // ServerAddress::toString()
    QByteArray token;
    QString caFile; // PEM, or empty
    QByteArray pinnedSha256; // of the one certificate that is accepted, 32 bytes, or empty
    QString userName; // the token's owner
    ServerInfo info; // as the last test found it

    bool operator==(const Connection &) const = default;
};

} // namespace tidings

Q_DECLARE_METATYPE(tidings::Connection)
