// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileconnection.h"

namespace tidings {

Profile profileOf(const Connection &connection)
{
    Profile profile;
    profile.id = QUuid::fromString(connection.id);
    profile.name = connection.name;
    profile.colour = connection.colour;
    profile.server = connection.server;
    profile.caFile = connection.caFile;
    profile.pinnedSha256 = QString::fromLatin1(connection.pinnedSha256.toHex());
    profile.userName = connection.userName;
    return profile;
}

Connection connectionOf(const Profile &profile)
{
    Connection connection;
    connection.id = profile.id.toString(QUuid::WithoutBraces);
    connection.name = profile.name;
    connection.colour = profile.colour;
    connection.server = profile.server;
    connection.caFile = profile.caFile;
    connection.pinnedSha256 = QByteArray::fromHex(profile.pinnedSha256.toLatin1());
    connection.userName = profile.userName;
    return connection;
}

} // namespace tidings
