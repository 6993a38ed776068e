// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QQueue>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace tidings::test {

// One answer of FaultServer. The factories below make the usual ones; with() adds or replaces a header. Content-Length,
// Content-Type, Date and Connection are written by the server unless a header of that name is given; an empty value
// leaves that header out.
struct Answer
{
    enum class Way {
        Whole, // head and body at once
        Close, // nothing at all, the connection is closed
        Truncate, // announces the whole body, sends the first half, closes
        CutChunk, // chunked; closes in the middle of the second chunk
        Drip, // the body one byte at a time
        Hold, // nothing until FaultServer::release()
        HoldBody, // the head at once, the body with release()
        Endless, // `endlessBytes` of body without announcing a length
        Raw, // `body` is the whole answer as it goes over the wire, then the connection is closed
    };
    using Header = std::pair<QByteArray, QByteArray>;

    int status = 200;
    QList<Header> headers;
    QByteArray body;
    Way way = Way::Whole;
    qint64 endlessBytes = 0;
    std::chrono::milliseconds dripInterval{1};
    bool closeAfter = false;

    static Answer json(const QByteArray &body, int status = 200);
    static Answer html(const QByteArray &body, int status = 200);
    static Answer noContent(); // 204
    static Answer redirect(int status, const QByteArray &location);
    static Answer closing();
    static Answer truncated(const QByteArray &body);
    static Answer cutChunk(const QByteArray &body);
    static Answer dripping(const QByteArray &body, std::chrono::milliseconds interval = std::chrono::milliseconds(1));
    static Answer held(const QByteArray &body, int status = 200);
    static Answer heldBody(const QByteArray &body, int status = 200);
    static Answer announcing(qint64 bytes); // a Content-Length, and a body that never gets there
    static Answer endless(qint64 bytes);
    static Answer gzip(const QByteArray &body);
    static Answer gzipBomb(qint64 unpackedBytes);
    static Answer raw(const QByteArray &wire);

    [[nodiscard]] Answer with(const QByteArray &name, const QByteArray &value) const;
    // The body with a good head and the connection closed after it.
    [[nodiscard]] Answer closed() const;
};

// A request as it arrived, complete with its body.
struct Request
{
    QByteArray method;
    QByteArray target; // as sent: path and query, percent-encoded
    QList<Answer::Header> headers;
    QByteArray body;
    int connection = 0; // counts from 1

    [[nodiscard]] QByteArray path() const { return target.split('?').constFirst(); }
    [[nodiscard]] QByteArray query() const;
    [[nodiscard]] QList<QByteArray> parameters(const QByteArray &name) const; // decoded
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const; // empty when missing
};

// A self-signed certificate for 127.0.0.1 and its key, made for this run by the openssl command.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    // Empty when openssl is missing or fails; `reason` then says why.
    static std::optional<TestCertificate> create(QString *reason);
    [[nodiscard]] QByteArray sha256() const;
};

// An HTTP/1.1 server on 127.0.0.1 whose answers are scripted, and whose faults are the ones a network has. It runs in
// the thread and event loop of the test. Each request is recorded when it has arrived in full, before it is answered.
//
// For a request the rule with the longest matching path prefix is taken that still has an answer: first its queued
// answers in order, then its permanent one. Nothing matching is answered with authentik's 404.
class FaultServer : public QTcpServer
{
    Q_OBJECT

public:
    using Responder = std::function<Answer(const Request &)>;

    explicit FaultServer(QObject *parent = nullptr);
    ~FaultServer() override;

    // Starts to listen; with a certificate it speaks TLS (offering h2, so that a client that wants it can be caught).
    bool start(const std::optional<TestCertificate> &certificate = {});
    [[nodiscard]] QString url(const QString &path = {}) const; // "http://127.0.0.1:40123" + path

    // Queues one answer. `method` may be "*". `pathPrefix` begins with a slash and is compared to the path as sent.
    void reply(const QByteArray &method, const QByteArray &pathPrefix, const Answer &answer);
    void replyAlways(const QByteArray &method, const QByteArray &pathPrefix, const Answer &answer);
    void replyWith(const QByteArray &method, const QByteArray &pathPrefix, const Responder &responder);
    void clearReplies();

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] const Request &last() const { return m_requests.last(); }
    [[nodiscard]] int count(const QByteArray &method = "*", const QByteArray &pathPrefix = "/") const;
    void clearRequests() { m_requests.clear(); }

    [[nodiscard]] int connectionCount() const { return m_connections; } // accepted so far
    [[nodiscard]] int openConnections() const { return static_cast<int>(m_open.size()); }
    [[nodiscard]] const QByteArrayList &negotiatedProtocols() const { return m_negotiatedProtocols; } // by ALPN
    [[nodiscard]] int heldCount() const { return static_cast<int>(m_held.size()); }
    // Sends what is held; connections that are gone meanwhile are passed over.
    void release();
    // Closes every connection, as a restarting server does. Held answers are lost.
    void dropConnections();

signals:
    void requestArrived(const tidings::test::Request &request);

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Rule
    {
        QByteArray method;
        QByteArray prefix;
        QQueue<Answer> queue;
        Responder always;
    };
    struct Held
    {
        QPointer<QTcpSocket> socket;
        QByteArray bytes;
        bool closeAfter = false;
    };

    Rule &rule(const QByteArray &method, const QByteArray &pathPrefix);
    [[nodiscard]] Answer answerTo(const Request &request);
    void read(QTcpSocket *socket, int connection);
    void send(QTcpSocket *socket, const Answer &answer);
    void drip(QTcpSocket *socket, const QByteArray &bytes, std::chrono::milliseconds interval);
    void pour(QTcpSocket *socket, qint64 bytes);

    std::optional<TestCertificate> m_certificate;
    QList<Rule> m_rules;
    QList<Request> m_requests;
    QHash<QTcpSocket *, QByteArray> m_open; // what has arrived of the next request
    QList<Held> m_held;
    QByteArrayList m_negotiatedProtocols;
    int m_connections = 0;
};

} // namespace tidings::test
