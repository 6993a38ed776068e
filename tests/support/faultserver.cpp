// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultserver.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QLocale>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

namespace tidings::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray headerOf(const QList<Answer::Header> &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool contains(const QList<Answer::Header> &headers, const QByteArray &name)
{
    return std::any_of(headers.cbegin(), headers.cend(),
        [&](const Answer::Header &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray head(const Answer &answer)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    const auto add = [&](const QByteArray &name, const QByteArray &value) {
        if (!contains(answer.headers, name))
            out += name + ": " + value + "\r\n";
    };
    for (const auto &[name, value] : answer.headers) {
        if (!value.isEmpty())
            out += name + ": " + value + "\r\n";
    }
    add("Date", httpDate());
    if (answer.status != 204 && answer.way != Answer::Way::Endless && answer.way != Answer::Way::CutChunk)
        add("Content-Length", QByteArray::number(answer.body.size()));
    if (answer.way == Answer::Way::CutChunk)
        add("Transfer-Encoding", "chunked");
    if (answer.closeAfter || answer.way == Answer::Way::Endless)
        add("Connection", "close");
    return out + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> entries{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1U) != 0 ? (value >> 1U) ^ 0xEDB88320U : value >> 1U;
            entries[i] = value;
        }
        return entries;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char c : bytes)
        crc = table[(crc ^ static_cast<quint8>(c)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray out;
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((value >> shift) & 0xFFU);
    return out;
}

// qCompress() writes a length, a zlib head of two bytes, the deflate stream and a checksum; gzip wraps the same stream.
QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray stream = qCompress(bytes, 9);
    stream = stream.mid(6, stream.size() - 10);
    QByteArray out("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    out += stream + littleEndian(crc32(bytes)) + littleEndian(static_cast<quint32>(bytes.size()));
    return out;
}

} // namespace

Answer Answer::json(const QByteArray &body, int status)
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    answer.headers = {{"Content-Type", "application/json"}};
    return answer;
}

Answer Answer::html(const QByteArray &body, int status)
{
    return json(body, status).with("Content-Type", "text/html; charset=utf-8");
}

Answer Answer::noContent()
{
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer Answer::redirect(int status, const QByteArray &location)
{
    Answer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

Answer Answer::closing()
{
    Answer answer;
    answer.way = Way::Close;
    return answer;
}

Answer Answer::truncated(const QByteArray &body)
{
    Answer answer = json(body);
    answer.way = Way::Truncate;
    return answer;
}

Answer Answer::cutChunk(const QByteArray &body)
{
    Answer answer = json(body);
    answer.way = Way::CutChunk;
    return answer;
}

Answer Answer::dripping(const QByteArray &body, std::chrono::milliseconds interval)
{
    Answer answer = json(body);
    answer.way = Way::Drip;
    answer.dripInterval = interval;
    return answer;
}

Answer Answer::held(const QByteArray &body, int status)
{
    Answer answer = json(body, status);
    answer.way = Way::Hold;
    return answer;
}

Answer Answer::heldBody(const QByteArray &body, int status)
{
    Answer answer = json(body, status);
    answer.way = Way::HoldBody;
    return answer;
}

Answer Answer::announcing(qint64 bytes)
{
    return json("{").with("Content-Length", QByteArray::number(bytes));
}

Answer Answer::endless(qint64 bytes)
{
    Answer answer = json({});
    answer.way = Way::Endless;
    answer.endlessBytes = bytes;
    return answer;
}

Answer Answer::gzip(const QByteArray &body)
{
    return json(gzipped(body)).with("Content-Encoding", "gzip");
}

Answer Answer::gzipBomb(qint64 unpackedBytes)
{
    return gzip(QByteArray(unpackedBytes, ' '));
}

Answer Answer::raw(const QByteArray &wire)
{
    Answer answer;
    answer.way = Way::Raw;
    answer.body = wire;
    return answer;
}

Answer Answer::with(const QByteArray &name, const QByteArray &value) const
{
    Answer answer = *this;
    answer.headers.removeIf([&](const Header &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    answer.headers.append({name, value});
    return answer;
}

Answer Answer::closed() const
{
    Answer answer = *this;
    answer.closeAfter = true;
    return answer;
}

QByteArray Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.mid(mark + 1);
}

QList<QByteArray> Request::parameters(const QByteArray &name) const
{
    QList<QByteArray> values;
    const auto parts = query().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && part.left(equals) == name)
            values += QByteArray::fromPercentEncoding(part.mid(equals + 1).replace('+', ' '));
    }
    return values;
}

bool Request::hasHeader(const QByteArray &name) const
{
    return contains(headers, name);
}

QByteArray Request::header(const QByteArray &name) const
{
    return headerOf(headers, name);
}

std::optional<TestCertificate> TestCertificate::create(QString *reason)
{
    const auto fail = [&](const QString &why) {
        if (reason)
            *reason = why;
        return std::nullopt;
    };
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty())
        return fail(u"the openssl command is missing"_s);
    const QTemporaryDir folder;
    const QString keyFile = folder.filePath(u"key.pem"_s);
    const QString certificateFile = folder.filePath(u"cert.pem"_s);
    QProcess openssl;
    openssl.start(program,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
            u"-keyout"_s, keyFile, u"-out"_s, certificateFile, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=fault server"_s,
            u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        return fail(u"openssl made no certificate: "_s + QString::fromLocal8Bit(openssl.readAllStandardError()));

    QFile key(keyFile);
    QFile certificate(certificateFile);
    if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly))
        return fail(u"the certificate made by openssl can not be read"_s);
    TestCertificate result{QSslCertificate(&certificate), QSslKey(&key, QSsl::Ec)};
    if (result.certificate.isNull() || result.key.isNull())
        return fail(u"the certificate made by openssl is not usable"_s);
    return result;
}

QByteArray TestCertificate::sha256() const
{
    return certificate.digest(QCryptographicHash::Sha256);
}

FaultServer::FaultServer(QObject *parent)
    : QTcpServer(parent)
{
}

FaultServer::~FaultServer()
{
    const auto sockets = m_open.keys();
    for (QTcpSocket *const socket : sockets)
        socket->disconnect(this);
}

bool FaultServer::start(const std::optional<TestCertificate> &certificate)
{
    m_certificate = certificate;
    return listen(QHostAddress::LocalHost);
}

QString FaultServer::url(const QString &path) const
{
    return u"%1://127.0.0.1:%2%3"_s.arg(m_certificate ? u"https"_s : u"http"_s, QString::number(serverPort()), path);
}

FaultServer::Rule &FaultServer::rule(const QByteArray &method, const QByteArray &pathPrefix)
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(),
        [&](const Rule &known) { return known.method == method && known.prefix == pathPrefix; });
    if (found != m_rules.end())
        return *found;
    m_rules.append({method, pathPrefix, {}, {}});
    // Longest prefix first.
    std::stable_sort(
        m_rules.begin(), m_rules.end(), [](const Rule &a, const Rule &b) { return a.prefix.size() > b.prefix.size(); });
    return rule(method, pathPrefix);
}

void FaultServer::reply(const QByteArray &method, const QByteArray &pathPrefix, const Answer &answer)
{
    rule(method, pathPrefix).queue.enqueue(answer);
}

void FaultServer::replyAlways(const QByteArray &method, const QByteArray &pathPrefix, const Answer &answer)
{
    replyWith(method, pathPrefix, [answer](const Request &) { return answer; });
}

void FaultServer::replyWith(const QByteArray &method, const QByteArray &pathPrefix, const Responder &responder)
{
    rule(method, pathPrefix).always = responder;
}

void FaultServer::clearReplies()
{
    m_rules.clear();
}

int FaultServer::count(const QByteArray &method, const QByteArray &pathPrefix) const
{
    return static_cast<int>(std::count_if(m_requests.cbegin(), m_requests.cend(), [&](const Request &request) {
        return (method == "*" || request.method == method) && request.target.startsWith(pathPrefix);
    }));
}

void FaultServer::release()
{
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &answer : held) {
        if (!answer.socket || !m_open.contains(answer.socket))
            continue;
        answer.socket->write(answer.bytes);
        if (answer.closeAfter)
            answer.socket->disconnectFromHost();
    }
}

void FaultServer::dropConnections()
{
    m_held.clear();
    const auto sockets = m_open.keys();
    for (QTcpSocket *const socket : sockets)
        socket->abort();
}

void FaultServer::incomingConnection(qintptr handle)
{
    QTcpSocket *socket = nullptr;
    if (m_certificate) {
        auto *const secure = new QSslSocket(this);
        QSslConfiguration configuration = secure->sslConfiguration();
        configuration.setLocalCertificate(m_certificate->certificate);
        configuration.setPrivateKey(m_certificate->key);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setAllowedNextProtocols(
            {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
        secure->setSslConfiguration(configuration);
        connect(secure, &QSslSocket::encrypted, this, [this, secure] {
            const QByteArray chosen = secure->sslConfiguration().nextNegotiatedProtocol();
            if (!chosen.isEmpty())
                m_negotiatedProtocols += chosen;
        });
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
    }
    socket->setSocketDescriptor(handle);
    m_open.insert(socket, {});
    const int connection = ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_open.remove(socket);
        socket->deleteLater();
    });
    if (auto *const secure = qobject_cast<QSslSocket *>(socket))
        secure->startServerEncryption();
}

void FaultServer::read(QTcpSocket *socket, int connection)
{
    const auto open = m_open.find(socket);
    if (open == m_open.end())
        return;
    *open += socket->readAll();
    // Requests behind one another on a kept-alive connection.
    while (true) {
        QByteArray &buffer = m_open[socket];
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        auto lines = buffer.left(end).split('\n');
        Request request;
        request.connection = connection;
        const auto words = lines.takeFirst().trimmed().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);

        m_requests += request;
        const Answer answer = answerTo(request);
        emit requestArrived(request);
        send(socket, answer);
        if (!m_open.contains(socket))
            return;
    }
}

Answer FaultServer::answerTo(const Request &request)
{
    for (Rule &candidate : m_rules) {
        if ((candidate.method != "*" && candidate.method != request.method)
            || !request.path().startsWith(candidate.prefix))
            continue;
        if (!candidate.queue.isEmpty())
            return candidate.queue.dequeue();
        if (candidate.always)
            return candidate.always(request);
    }
    return Answer::json(R"({"detail":"Not found."})", 404);
}

void FaultServer::send(QTcpSocket *socket, const Answer &answer)
{
    switch (answer.way) {
    case Answer::Way::Whole:
        socket->write(head(answer) + answer.body);
        if (answer.closeAfter)
            socket->disconnectFromHost();
        break;
    case Answer::Way::Close:
        socket->disconnectFromHost();
        break;
    case Answer::Way::Truncate:
        socket->write(head(answer) + answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost();
        break;
    case Answer::Way::CutChunk: {
        const qsizetype half = answer.body.size() / 2;
        const QByteArray second = chunk(answer.body.mid(half));
        socket->write(head(answer) + chunk(answer.body.left(half)) + second.left(second.size() / 2));
        socket->disconnectFromHost();
        break;
    }
    case Answer::Way::Drip:
        socket->write(head(answer));
        drip(socket, answer.body, answer.dripInterval);
        break;
    case Answer::Way::Hold:
        m_held.append({socket, head(answer) + answer.body, answer.closeAfter});
        break;
    case Answer::Way::HoldBody:
        socket->write(head(answer));
        m_held.append({socket, answer.body, answer.closeAfter});
        break;
    case Answer::Way::Endless:
        socket->write(head(answer));
        pour(socket, answer.endlessBytes);
        break;
    case Answer::Way::Raw:
        socket->write(answer.body);
        socket->disconnectFromHost();
        break;
    }
}

void FaultServer::drip(QTcpSocket *socket, const QByteArray &bytes, std::chrono::milliseconds interval)
{
    auto *const timer = new QTimer(socket);
    const auto position = std::make_shared<qsizetype>(0);
    connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, position] {
        if (*position >= bytes.size() || socket->state() != QAbstractSocket::ConnectedState) {
            timer->deleteLater();
            return;
        }
        socket->write(bytes.constData() + (*position)++, 1);
    });
    timer->start(interval);
}

// Writes as the other side reads, so that a client that stops reading costs no memory here.
void FaultServer::pour(QTcpSocket *socket, qint64 bytes)
{
    const auto left = std::make_shared<qint64>(bytes);
    const auto more = [socket, left] {
        constexpr qint64 portion = 64 * 1024;
        if (socket->state() != QAbstractSocket::ConnectedState)
            return;
        while (*left > 0 && socket->bytesToWrite() < 4 * portion) {
            const qint64 size = std::min(portion, *left);
            *left -= size;
            socket->write(QByteArray(size, ' '));
        }
        if (*left == 0) {
            *left = -1;
            socket->disconnectFromHost();
        }
    };
    connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

} // namespace tidings::test
