// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demohttp.h"

#include <QAbstractHttpServer>

#include <functional>

namespace tidings::demo {

/// Qt's HTTP server with one handler for everything: its own router answers a wrong method with 404 instead of 405.
/// Answers can be held back for a while; a client that leaves meanwhile gets none.
class HttpServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<HttpReply(const HttpRequest &)>;
    HttpServer(Handler handler, int latencyMs, QObject *parent = nullptr);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
    int m_latencyMs;
};

} // namespace tidings::demo
