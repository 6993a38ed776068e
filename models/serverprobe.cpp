// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverprobe.h"

namespace tidings {

namespace {

// Taken as words this matches nothing; as AKQL it matches everything. Not about `action`, whose values are choices: a
// server that checks them would refuse the query and take it for words.
const auto akqlProbe = QStringLiteral("app != \"tidings-akql-probe\"");

} // namespace

ServerProbe::ServerProbe(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

QString ServerProbe::akqlQuestion(const QString &query)
{
    // In this order: the database is done with a row that the first half takes, which is every one.
    return query.isEmpty() ? akqlProbe : QStringLiteral("%1 or (%2)").arg(akqlProbe, query);
}

void ServerProbe::start()
{
    m_stage = Stage::Address;
    m_client.rootConfig(this, [this](const Result<RootConfig> &config) {
        if (!config) {
            emit failed(config.error(), m_stage);
            return;
        }
        m_info.configCapabilities = config->capabilities;
        askUser();
    });
}

void ServerProbe::askUser()
{
    m_stage = Stage::Token;
    m_client.currentUser(this, [this](const Result<CurrentUser> &user) {
        if (!user) {
            emit failed(user.error(), m_stage);
            return;
        }
        m_info.user = *user;
        if (user->isSuperuser) {
            ServerCapabilities &can = m_info.capabilities;
            can.addEvents = can.changeEvents = can.deleteEvents = Right::Granted;
        }
        emit userFound(*user);
        askRest();
    });
}

void ServerProbe::askRest()
{
    m_stage = Stage::Rights;
    m_open = 4;
    m_client.version(this, [this](const Result<VersionInfo> &version) {
        if (version)
            m_info.version = version->current;
        // authentik 2025.6 brought `actions`; an older one ignores it silently, so it is never sent on a guess.
        if (const auto release = Release::parse(m_info.version))
            m_info.capabilities.hasActionsParameter = *release >= Release{2025, 6};
        settle();
    });
    EventListQuery events;
    events.pageSize = 1;
    m_client.events(events, this, [this](const Result<Page<Event>> &page) {
        ServerCapabilities &can = m_info.capabilities;
        if (page) {
            can.viewEvents = Right::Granted;
            m_info.eventCount = page->count;
            askAkql(true);
            return;
        }
        can.viewEvents = page.error().kind == ApiError::Kind::Forbidden ? Right::Denied : Right::Unknown;
        settle();
    });
    m_client.eventActions(this, [this](const Result<QList<ActionInfo>> &actions) {
        if (actions) {
            for (const ActionInfo &action : *actions)
                m_info.capabilities.knownActions += action.value;
        }
        settle();
    });
    NotificationListQuery notifications;
    notifications.user = m_info.user.pk;
    notifications.seen = false;
    notifications.pageSize = 1;
    m_client.notifications(notifications, this, [this](const Result<Page<Notification>> &page) {
        if (page)
            m_info.unseenCount = page->count;
        m_info.capabilities.viewNotifications = page         ? Right::Granted
            : page.error().kind == ApiError::Kind::Forbidden ? Right::Denied
                                                             : Right::Unknown;
        settle();
    });
}

// A server that answers the language takes a query that compares a JSON value with a number for words all the same
// where its JSON fields know texts only (authentik up to about 2026.2).
void ServerProbe::askAkql(bool withNumber)
{
    EventListQuery query;
    query.search = akqlQuestion(withNumber ? QStringLiteral("context.tidings_probe = 1") : QString());
    query.pageSize = 1;
    m_client.events(query, this, [this, withNumber](const Result<Page<Event>> &page) {
        ServerCapabilities &can = m_info.capabilities;
        can.answersAkql = page && page->count > 0;
        can.comparesJsonByType = can.answersAkql && withNumber;
        if (page && !can.answersAkql && withNumber && m_info.eventCount > 0)
            askAkql(false);
        else
            settle();
    });
}

void ServerProbe::settle()
{
    if (--m_open == 0)
        emit succeeded(m_info);
}

} // namespace tidings
