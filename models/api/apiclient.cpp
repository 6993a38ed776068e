// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include "apicall.h"
#include "codec.h"

#include <QNetworkProxy>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

using Verb = ApiCall::Verb;

Result<std::monostate> decodeNothing(const QByteArray & /*body*/)
{
    return std::monostate();
}

ApiCall::Spec get(const QString &path, const QUrlQuery &query = {})
{
    return {Verb::Get, path, query, {}, true, {}};
}

// A path with a record's id in it. What is no UUID never gets into a path.
ApiCall::Spec onRecord(Verb verb, const QString &collection, const QString &id, const QByteArray &body = {})
{
    ApiCall::Spec spec{verb, collection + id + u'/', {}, body, true, {}};
    if (!isUuid(id)) {
        ApiError error;
        error.kind = ApiError::Kind::NotFound;
        spec.refusal = error;
    }
    return spec;
}

const auto eventsPath = QStringLiteral("events/events/");
const auto notificationsPath = QStringLiteral("events/notifications/");

template <class T, class Decode>
PendingCall start(
    ApiClient &client, ApiCall::Spec spec, QObject *context, ApiClient::Callback<T> done, const Decode &decode)
{
    const auto shared = std::make_shared<ApiClient::Callback<T>>(std::move(done));
    ApiCall::Handling handling;
    handling.decode = [decode, isWrite = spec.verb != Verb::Get](const QByteArray &body) {
        auto result = std::make_shared<Result<T>>(decode(body));
        if (isWrite && !*result) {
            // The server said yes in words that can not be read, for instance because they were cut off.
            ApiError error = result->error();
            error.mayHaveArrived = true;
            *result = Failure(error);
        }
        return result;
    };
    handling.deliver = [shared](const std::shared_ptr<void> &decoded) {
        (*shared)(std::move(*std::static_pointer_cast<Result<T>>(decoded)));
    };
    handling.fail = [shared](const ApiError &error) {
        (*shared)(Failure(error));
    };
    auto *const call = new ApiCall(client, std::move(spec), context, std::move(handling));
    call->start();
    return PendingCall(call);
}

} // namespace

bool PendingCall::isActive() const
{
    const auto *const call = qobject_cast<ApiCall *>(m_call.data());
    return call && call->isActive();
}

PendingCall::PendingCall(ApiCall *call)
    : m_call(call)
{
}

void PendingCall::cancel()
{
    if (auto *const call = qobject_cast<ApiCall *>(m_call.data()))
        call->cancel();
    m_call = nullptr;
}

ApiClient::ApiClient(ApiClientOptions options, QObject *parent)
    : QObject(parent)
    , m_builder(options.address, options.token, options.transferTimeout)
    , m_options(std::move(options))
    , m_sslConfiguration(QSslConfiguration::defaultConfiguration())
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_second(std::make_unique<QNetworkAccessManager>())
    , m_eventPages(std::make_shared<codec::EventPageDecoder>())
{
    for (QNetworkAccessManager *const network : {m_network.get(), m_second.get()}) {
        if (m_options.address.isLoopback())
            network->setProxy(QNetworkProxy::NoProxy);
    }
    m_sslConfiguration.addCaCertificates(m_options.caCertificates);
}

ApiClient::~ApiClient()
{
    // Calls hold replies of the manager: they go first.
    const auto calls = findChildren<ApiCall *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(calls);
}

QNetworkAccessManager &ApiClient::networkFor(bool isPatch)
{
    if (!isPatch)
        return *m_network;
    m_patchesSecond = m_inFlight > 0 && !m_patchesSecond;
    return m_patchesSecond ? *m_second : *m_network;
}

void ApiClient::clearConnectionCache()
{
    m_network->clearConnectionCache();
    m_second->clearConnectionCache();
}

PendingCall ApiClient::events(const EventListQuery &query, QObject *context, Callback<Page<Event>> done)
{
    const auto decode = [decoder = m_eventPages](const QByteArray &body) {
        return decoder->decode(body);
    };
    return start(*this, get(eventsPath, toUrlQuery(query)), context, std::move(done), decode);
}

PendingCall ApiClient::eventHeads(const EventListQuery &query, QObject *context, Callback<Page<Event>> done)
{
    const auto decode = [decoder = m_eventPages](const QByteArray &body) {
        return decoder->decodeHeads(body);
    };
    return start(*this, get(eventsPath, toUrlQuery(query)), context, std::move(done), decode);
}

PendingCall ApiClient::event(const QString &id, QObject *context, Callback<Event> done)
{
    return start(*this, onRecord(Verb::Get, eventsPath, id), context, std::move(done), codec::decodeEvent);
}

PendingCall ApiClient::createEvent(const EventChanges &fields, QObject *context, Callback<Event> done)
{
    return start(*this, {Verb::Post, eventsPath, {}, createWrite(fields).body, true, {}}, context, std::move(done),
        codec::decodeEvent);
}

PendingCall ApiClient::updateEvent(const Event &event, const EventChanges &changes, const QStringList &knownActions,
    QObject *context, Callback<Event> done)
{
    const EventWrite write = updateWrite(event, changes, knownActions);
    const Verb verb = write.verb == EventWrite::Verb::Put ? Verb::Put : Verb::Patch;
    return start(*this, onRecord(verb, eventsPath, event.id, write.body), context, std::move(done), codec::decodeEvent);
}

PendingCall ApiClient::deleteEvent(const QString &id, QObject *context, Callback<Nothing> done)
{
    return start(*this, onRecord(Verb::Delete, eventsPath, id), context, std::move(done), decodeNothing);
}

PendingCall ApiClient::eventActions(QObject *context, Callback<QList<ActionInfo>> done)
{
    return start(*this, get(eventsPath + u"actions/"_s), context, std::move(done), codec::decodeActions);
}

PendingCall ApiClient::eventVolume(
    const EventListQuery &filter, int historyDays, QObject *context, Callback<QList<VolumeBucket>> done)
{
    QUrlQuery query = filterParameters(filter);
    if (historyDays > 0)
        addParameter(query, u"history_days"_s, QString::number(historyDays));
    return start(*this, get(eventsPath + u"volume/"_s, query), context, std::move(done), codec::decodeVolume);
}

PendingCall ApiClient::topApplications(int topN, QObject *context, Callback<QList<TopApplication>> done)
{
    QUrlQuery query;
    addParameter(query, u"action"_s, u"authorize_application"_s);
    addParameter(query, u"top_n"_s, QString::number(topN));
    return start(
        *this, get(eventsPath + u"top_per_user/"_s, query), context, std::move(done), codec::decodeTopApplications);
}

PendingCall ApiClient::notifications(
    const NotificationListQuery &query, QObject *context, Callback<Page<Notification>> done)
{
    ApiCall::Spec spec = get(notificationsPath, toUrlQuery(query));
    if (query.user <= 0) {
        // Without the own pk a superuser's token would list everybody's notifications.
        ApiError error;
        error.kind = ApiError::Kind::TokenInvalid;
        spec.refusal = error;
    }
    return start(*this, std::move(spec), context, std::move(done), codec::decodeNotificationPage);
}

PendingCall ApiClient::notification(const QString &id, QObject *context, Callback<Notification> done)
{
    return start(
        *this, onRecord(Verb::Get, notificationsPath, id), context, std::move(done), codec::decodeNotification);
}

PendingCall ApiClient::setNotificationSeen(const QString &id, bool seen, QObject *context, Callback<Notification> done)
{
    // Exactly this body: a fetched notification sent back is answered with HTTP 500.
    const QByteArray body = seen ? R"({"seen": true})" : R"({"seen": false})";
    return start(
        *this, onRecord(Verb::Patch, notificationsPath, id, body), context, std::move(done), codec::decodeNotification);
}

PendingCall ApiClient::deleteNotification(const QString &id, QObject *context, Callback<Nothing> done)
{
    return start(*this, onRecord(Verb::Delete, notificationsPath, id), context, std::move(done), decodeNothing);
}

PendingCall ApiClient::markAllNotificationsSeen(QObject *context, Callback<Nothing> done)
{
    return start(*this, {Verb::Post, notificationsPath + u"mark_all_seen/"_s, {}, {}, true, {}}, context,
        std::move(done), decodeNothing);
}

PendingCall ApiClient::rootConfig(QObject *context, Callback<RootConfig> done)
{
    ApiCall::Spec spec = get(u"root/config/"_s);
    spec.authenticated = false;
    return start(*this, std::move(spec), context, std::move(done), codec::decodeRootConfig);
}

PendingCall ApiClient::currentUser(QObject *context, Callback<CurrentUser> done)
{
    return start(*this, get(u"core/users/me/"_s), context, std::move(done), codec::decodeCurrentUser);
}

PendingCall ApiClient::version(QObject *context, Callback<VersionInfo> done)
{
    return start(*this, get(u"admin/version/"_s), context, std::move(done), codec::decodeVersion);
}

} // namespace tidings
