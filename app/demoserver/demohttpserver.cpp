// SPDX-License-Identifier: GPL-3.0-or-later
#include "demohttpserver.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUuid>

#include <memory>

namespace tidings::demo {

namespace {

std::string methodName(QHttpServerRequest::Method method)
{
    using Method = QHttpServerRequest::Method;
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    case Method::Post:
        return "POST";
    case Method::Head:
        return "HEAD";
    case Method::Options:
        return "OPTIONS";
    case Method::Patch:
        return "PATCH";
    case Method::Connect:
        return "CONNECT";
    case Method::Trace:
        return "TRACE";
    default:
        return "UNKNOWN";
    }
}

HttpRequest decoded(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    HttpRequest result;
    result.method = methodName(request.method());
    result.path = url.path(QUrl::FullyEncoded).toStdString();
    if (url.hasQuery()) {
        const std::string query = url.query(QUrl::FullyEncoded).toStdString();
        result.rawQuery = "?" + query;
        result.query = QueryParameters(query);
    }
    result.authorization = request.value("authorization").toStdString();
    result.contentType = request.value("content-type").toStdString();
    result.body = request.body().toStdString();
    return result;
}

void write(QHttpServerResponder &responder, const HttpReply &reply, bool withBody)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply.status));
    if (!reply.contentType.empty())
        responder.writeHeader("Content-Type", QByteArray::fromStdString(reply.contentType));
    for (const auto &[name, value] : reply.headers)
        responder.writeHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    responder.writeHeader("X-authentik-id", QUuid::createUuid().toByteArray(QUuid::Id128));
    if (reply.status != 204)
        responder.writeHeader("Content-Length", QByteArray::number(static_cast<qulonglong>(reply.body.size())));
    responder.writeBody(withBody ? QByteArray::fromStdString(reply.body) : QByteArray());
}

} // namespace

HttpServer::HttpServer(Handler handler, int latencyMs, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler))
    , m_latencyMs(latencyMs)
{
}

bool HttpServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const HttpRequest asked = decoded(request);
    const bool withBody = asked.method != "HEAD";
    auto responder = std::make_shared<QHttpServerResponder>(makeResponder(request, socket));
    if (m_latencyMs == 0) {
        write(*responder, m_handler(asked), withBody);
        return true;
    }
    // The responder of Qt 6.4 keeps a bare pointer to the socket in release builds, so that this has to watch it.
    QTimer::singleShot(m_latencyMs, this, [this, responder, asked, withBody, guard = QPointer<QTcpSocket>(socket)] {
        const HttpReply reply = m_handler(asked);
        if (guard && guard->state() == QAbstractSocket::ConnectedState)
            write(*responder, reply, withBody);
    });
    return true;
}

void HttpServer::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    write(responder, HttpReply::pageNotFound(), true);
}

} // namespace tidings::demo
