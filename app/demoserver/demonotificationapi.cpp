// SPDX-License-Identifier: GPL-3.0-or-later
#include "demonotificationapi.h"

#include "demoeventselector.h"
#include "demopagination.h"
#include "demotime.h"
#include "demovalidation.h"

#include <QString>

#include <algorithm>

namespace tidings::demo {

namespace {

constexpr std::string_view unknownChoice = "Select a valid choice. That choice is not one of the available choices.";

struct NotificationFilter
{
    std::optional<bool> seen;
    std::optional<std::string> severity;
    std::optional<int> user;
    std::optional<quint32> event;
    std::optional<qint64> created;
    std::optional<std::string> body;
    FieldErrors errors;

    bool accepts(const NotificationRepository &all, quint32 index) const
    {
        const NotificationRepository::Row &row = all.row(index);
        return (!seen || row.isSeen == *seen) && (!severity || severityName(row.severity) == *severity)
            && (!user || row.owner == *user) && (!event || (all.hasEvent(index) && row.event == *event))
            && (!created || row.created == *created) && (!body || all.body(index) == *body);
    }
};

NotificationFilter readFilter(const QueryParameters &query, const EventRepository &events)
{
    NotificationFilter filter;
    filter.body = query.filled("body");
    if (const std::optional<std::string> text = query.filled("created")) {
        filter.created = parseTime(*text);
        if (!filter.created)
            filter.errors.emplace_back("created", "Enter a valid date/time.");
    }
    if (const std::optional<std::string> text = query.filled("event")) {
        const std::optional<RecordId> id = parseId(*text);
        filter.event = id ? events.find(*id) : std::nullopt;
        if (!id)
            filter.errors.emplace_back("event", "\"" + *text + "\" is not a valid UUID.");
        else if (!filter.event)
            filter.errors.emplace_back("event", unknownChoice);
    }
    if (const std::optional<std::string> text = query.filled("seen")) {
        const QString folded = QString::fromStdString(*text).toLower();
        if (folded == QLatin1StringView("true") || folded == QLatin1StringView("1"))
            filter.seen = true;
        else if (folded == QLatin1StringView("false") || folded == QLatin1StringView("0"))
            filter.seen = false;
    }
    filter.severity = query.filled("severity");
    if (filter.severity && *filter.severity != "notice" && *filter.severity != "warning" && *filter.severity != "alert") {
        filter.errors.emplace_back(
            "severity", "Select a valid choice. " + *filter.severity + " is not one of the available choices.");
    }
    if (const std::optional<std::string> text = query.filled("user")) {
        bool isNumber = false;
        const int pk = QString::fromStdString(*text).toInt(&isNumber);
        if (isNumber && events.tables().userByPk(pk) >= 0)
            filter.user = pk;
        else
            filter.errors.emplace_back("user", unknownChoice);
    }
    return filter;
}

/// -1, 0 or 1 for the order of two notifications by one field.
int compare(const NotificationRepository &all, const EventRepository &events, const std::string &field, quint32 left,
    quint32 right)
{
    const auto sign = [](const auto &a, const auto &b) { return a < b ? -1 : (b < a ? 1 : 0); };
    const NotificationRepository::Row &a = all.row(left);
    const NotificationRepository::Row &b = all.row(right);
    if (field == "created")
        return sign(a.created, b.created);
    if (field == "severity")
        return sign(severityName(a.severity), severityName(b.severity));
    if (field == "seen")
        return sign(a.isSeen, b.isSeen);
    if (field == "body")
        return sign(all.body(left), all.body(right));
    if (field == "hyperlink")
        return sign(all.hyperlink(left), all.hyperlink(right));
    if (field == "hyperlink_label")
        return sign(all.hyperlinkLabel(left), all.hyperlinkLabel(right));
    if (field == "event") // foreign keys sort like the primary key of events: the newest first
        return sign(events.createdAt(b.event), events.createdAt(a.event));
    return sign(all.idOf(left), all.idOf(right));
}

} // namespace

NotificationApi::NotificationApi(
    NotificationRepository &notifications, const EventRepository &events, DemoRights rights, int ownPk)
    : m_notifications(notifications)
    , m_events(events)
    , m_rights(rights)
    , m_ownPk(ownPk)
{
}

bool NotificationApi::isVisible(const NotificationRepository::Row &row) const
{
    return !row.isRemoved && (m_rights == DemoRights::Edit || row.owner == m_ownPk);
}

HttpReply NotificationApi::list(const HttpRequest &request) const
{
    const NotificationFilter filter = readFilter(request.query, m_events);
    if (!filter.errors.empty())
        return HttpReply::invalid(filter.errors);
    std::vector<std::string_view> fields {"pk", "severity", "body", "created", "event", "seen"};
    if (m_events.tables().release >= DemoRelease::V2026_8)
        fields.insert(fields.end(), {"hyperlink", "hyperlink_label"});
    std::vector<OrderTerm> order = parseOrdering(request.query.last("ordering"), fields);
    if (order.empty())
        order.push_back({"pk", false}); // no order is declared: rows come as the database likes
    std::vector<quint32> found;
    for (quint32 index = 0; index < m_notifications.size(); ++index) {
        if (isVisible(m_notifications.row(index)) && filter.accepts(m_notifications, index))
            found.push_back(index);
    }
    std::stable_sort(found.begin(), found.end(), [&](quint32 left, quint32 right) {
        for (const OrderTerm &term : order) {
            const int sign = compare(m_notifications, m_events, term.field, left, right);
            if (sign != 0)
                return term.isDescending ? sign > 0 : sign < 0;
        }
        return false;
    });
    return pagedReply(request.query, m_events.tables().release, static_cast<quint32>(found.size()), "{}",
        [&](std::string &out, quint32 position) { m_notifications.appendJson(out, found[position]); });
}

HttpReply NotificationApi::detail(const HttpRequest &request, std::string_view id)
{
    const std::optional<RecordId> parsed = parseId(id);
    const std::optional<quint32> index = parsed ? m_notifications.find(*parsed) : std::nullopt;
    if (!index || !isVisible(m_notifications.row(*index))) {
        const bool isOld = m_events.tables().release < DemoRelease::V2025_10;
        return HttpReply::detail(404, isOld || !parsed ? "Not found." : "No Notification matches the given query.");
    }
    if (request.method == "DELETE") {
        m_notifications.remove(*index);
        return HttpReply::empty(204);
    }
    if (request.method == "PUT" || request.method == "PATCH") {
        std::variant<NotificationChange, HttpReply> read = readNotificationChange(request, m_events.tables().release);
        if (auto *reply = std::get_if<HttpReply>(&read))
            return std::move(*reply);
        const NotificationChange &change = std::get<NotificationChange>(read);
        if (change.seen)
            m_notifications.setSeen(*index, *change.seen);
        if (change.hyperlink)
            m_notifications.setHyperlink(*index, *change.hyperlink);
        if (change.hyperlinkLabel)
            m_notifications.setHyperlinkLabel(*index, *change.hyperlinkLabel);
    }
    std::string body;
    m_notifications.appendJson(body, *index);
    return HttpReply::json(std::move(body));
}

HttpReply NotificationApi::markAllSeen()
{
    m_notifications.markAllSeen(m_ownPk);
    return HttpReply::empty(204);
}

} // namespace tidings::demo
