// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverclock.h"

#include "apiclient.h"

namespace tidings {

using namespace std::chrono_literals;

void ServerClock::follow(const ApiClient *client)
{
    disconnect(m_connection);
    m_skew = 0s;
    if (client)
        m_connection = connect(
            client, &ApiClient::clockSkewMeasured, this, [this](std::chrono::seconds skew) { m_skew = skew; });
}

bool ServerClock::isAhead(Timestamp time) const
{
    constexpr std::chrono::seconds tolerance = 5s; // the server tells whole seconds
    return time > currentTimestamp() + std::chrono::microseconds(m_skew + tolerance).count();
}

} // namespace tidings
