// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoserver.h"

#include "demoeventapi.h"
#include "demohttpserver.h"
#include "demometaapi.h"
#include "demonotificationapi.h"
#include "demorandom.h"
#include "demorouter.h"
#include "demotime.h"
#include "demovalidation.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <array>
#include <deque>

using namespace Qt::StringLiterals;

namespace tidings {

namespace {

constexpr qsizetype rememberedRequests = 10'000;
constexpr int eventsPerNotification = 5;

QString randomToken()
{
    constexpr int length = 60; // as long as authentik's own
    constexpr QLatin1StringView letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString token;
    for (int at = 0; at < length; ++at)
        token += letters.at(QRandomGenerator::system()->bounded(letters.size()));
    return token;
}

QString idText(demo::RecordId id)
{
    std::string text;
    demo::appendId(text, id);
    return QString::fromStdString(text);
}

} // namespace

struct DemoServer::Private
{
    Private(const DemoOptions &options, DemoServer *owner)
        : token(options.token.isEmpty() ? randomToken() : options.token)
        , tables(options.seed, options.release)
        , events(tables, options.seed, options.events, demo::nowMicros())
        , notifications(events, options.seed, options.notifications, demo::ownPk(options.rights))
        , eventApi(events, options.rights)
        , notificationApi(notifications, events, options.rights, demo::ownPk(options.rights))
        , router(eventApi, notificationApi, options, token.toStdString())
        , http([this, owner](const demo::HttpRequest &request) { return answer(request, owner); }, options.latencyMs)
    {
        constexpr int minute = 60'000;
        if (options.ratePerMinute > 0) {
            arrivals.setTimerType(Qt::PreciseTimer);
            arrivals.start(std::max(1, minute / options.ratePerMinute));
            QObject::connect(&arrivals, &QTimer::timeout, owner, [this] {
                events.appendGenerated(1, demo::nowMicros());
                if (++arrived % eventsPerNotification == 0)
                    notifications.append(1, demo::nowMicros());
            });
        }
        if (options.deleteRatePerMinute > 0) {
            departures.setTimerType(Qt::PreciseTimer);
            departures.start(std::max(1, minute / options.deleteRatePerMinute));
            QObject::connect(&departures, &QTimer::timeout, owner, [this, key = demo::mix(options.seed, 0xde1)] {
                if (events.liveCount() > 0)
                    events.remove(events.nthLive(demo::below(demo::mix(key, departed++), events.liveCount())));
            });
        }
    }

    demo::HttpReply answer(const demo::HttpRequest &request, DemoServer *owner)
    {
        demo::HttpReply reply = router.answer(request);
        const DemoRequest entry{
            QByteArray::fromStdString(request.method), QString::fromStdString(request.path + request.rawQuery)};
        log.push_back(entry);
        ++answered;
        if (log.size() > static_cast<std::size_t>(rememberedRequests))
            log.pop_front();
        emit owner->requestAnswered(entry.method, entry.path);
        return reply;
    }

    std::optional<quint32> findEvent(const QString &pk) const
    {
        const std::optional<demo::RecordId> id = demo::parseId(pk.toStdString());
        return id ? events.find(*id) : std::nullopt;
    }

    std::optional<quint32> findNotification(const QString &pk) const
    {
        const std::optional<demo::RecordId> id = demo::parseId(pk.toStdString());
        return id ? notifications.find(*id) : std::nullopt;
    }

    QString token;
    demo::DemoTables tables;
    demo::EventRepository events;
    demo::NotificationRepository notifications;
    demo::EventApi eventApi;
    demo::NotificationApi notificationApi;
    demo::Router router;
    std::deque<DemoRequest> log;
    qsizetype answered = 0;
    QTimer arrivals;
    quint64 arrived = 0;
    QTimer departures;
    quint64 departed = 0;
    demo::HttpServer http; // last: goes first, before what its handler uses
};

DemoServer::DemoServer(const DemoOptions &options, QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(options, this))
{
}

DemoServer::~DemoServer() = default;

bool DemoServer::listen(quint16 port)
{
    return m_private->http.listen(QHostAddress::LocalHost, port) != 0;
}

quint16 DemoServer::port() const
{
    const QList<quint16> ports = m_private->http.serverPorts();
    return ports.isEmpty() ? quint16(0) : ports.constFirst();
}

QString DemoServer::token() const
{
    return m_private->token;
}

quint32 DemoServer::eventCount() const
{
    return m_private->events.liveCount();
}

QString DemoServer::eventId(quint32 n) const
{
    return n < m_private->events.liveCount() ? idText(m_private->events.idOf(m_private->events.nthLive(n))) : QString();
}

void DemoServer::insertEvents(quint32 count)
{
    m_private->events.appendGenerated(count, demo::nowMicros());
}

bool DemoServer::removeEvent(const QString &pk)
{
    const std::optional<quint32> index = m_private->findEvent(pk);
    if (index)
        m_private->events.remove(*index);
    return index.has_value();
}

bool DemoServer::updateEvent(const QString &pk, const QByteArray &json)
{
    const std::optional<quint32> index = m_private->findEvent(pk);
    if (!index)
        return false;
    demo::HttpRequest request;
    request.body = json.toStdString();
    request.contentType = "application/json";
    const auto change = demo::readEventChange(request, m_private->tables, true);
    const auto *fields = std::get_if<demo::EventChange>(&change);
    if (fields == nullptr)
        return false;
    demo::StoredEvent event = m_private->events.load(*index);
    fields->applyTo(event);
    m_private->events.replace(*index, std::move(event));
    return true;
}

quint32 DemoServer::notificationCount() const
{
    quint32 count = 0;
    for (quint32 index = 0; index < m_private->notifications.size(); ++index)
        count += m_private->notifications.row(index).isRemoved ? 0 : 1;
    return count;
}

QString DemoServer::notificationId(quint32 n) const
{
    for (quint32 index = 0; index < m_private->notifications.size(); ++index) {
        if (!m_private->notifications.row(index).isRemoved && n-- == 0)
            return idText(m_private->notifications.idOf(index));
    }
    return {};
}

void DemoServer::insertNotifications(quint32 count)
{
    m_private->notifications.append(count, demo::nowMicros());
}

bool DemoServer::removeNotification(const QString &pk)
{
    const std::optional<quint32> index = m_private->findNotification(pk);
    if (index)
        m_private->notifications.remove(*index);
    return index.has_value();
}

bool DemoServer::setNotificationSeen(const QString &pk, bool isSeen)
{
    const std::optional<quint32> index = m_private->findNotification(pk);
    if (index)
        m_private->notifications.setSeen(*index, isSeen);
    return index.has_value();
}

qsizetype DemoServer::requestCount() const
{
    return m_private->answered;
}

qsizetype DemoServer::requestCount(const QByteArray &method, const QString &pathPrefix) const
{
    return std::count_if(m_private->log.begin(), m_private->log.end(),
        [&](const DemoRequest &entry) { return entry.method == method && entry.path.startsWith(pathPrefix); });
}

QList<DemoRequest> DemoServer::requests() const
{
    return {m_private->log.begin(), m_private->log.end()};
}

void DemoServer::clearRequests()
{
    m_private->log.clear();
    m_private->answered = 0;
}

} // namespace tidings
