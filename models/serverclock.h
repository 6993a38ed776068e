// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timestamp.h"

#include <QObject>

#include <chrono>

namespace tidings {

class ApiClient;

// The server's clock, as far as its answers tell; this computer's until then.
class ServerClock : public QObject
{
    Q_OBJECT

public:
    void follow(const ApiClient *client); // null: no server

    // Later than the server's present: whoever wrote this has another clock, or lies.
    [[nodiscard]] bool isAhead(Timestamp time) const;

private:
    QMetaObject::Connection m_connection;
    std::chrono::seconds m_skew{0};
};

} // namespace tidings
