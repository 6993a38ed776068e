// SPDX-License-Identifier: GPL-3.0-or-later
#include "demonotificationapi.h"

#include "demoeventselector.h"
#include "demopagination.h"
#include "demotime.h"
#include "demovalidation.h"

#include <QString>

#include <algorithm>
#include <functional>
#include <span>

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

NotificationFilter readFilter(const QueryParameters &query, const EventRepository &events, int ownPk)
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
    if (filter.severity && *filter.severity != "notice" && *filter.severity != "warning"
        && *filter.severity != "alert") {
        filter.errors.emplace_back(
            "severity", "Select a valid choice. " + *filter.severity + " is not one of the available choices.");
    }
    if (const std::optional<std::string> text = query.filled("user")) {
        bool isNumber = false;
        const int pk = QString::fromStdString(*text).toInt(&isNumber);
        if (isNumber && (pk == ownPk || events.tables().userByPk(pk) >= 0))
            filter.user = pk;
        else
            filter.errors.emplace_back("user", unknownChoice);
    }
    return filter;
}

using Rows = std::span<quint32>;
using SortRun = std::function<void(Rows)>;

/// Sorts by keys that are computed once for each row. Rows with equal keys keep their order, and `sortEqual` sorts them
/// further. Most lists are asked for in the order of the table, or in the opposite one: those are not sorted again for
/// every page.
template <typename Key> void sortByKey(Rows rows, bool isDescending, Key keyOf, const SortRun &sortEqual)
{
    std::vector<std::pair<decltype(keyOf(quint32(0))), quint32>> keyed;
    keyed.reserve(rows.size());
    for (const quint32 row : rows)
        keyed.emplace_back(keyOf(row), row);
    const auto isBefore = [isDescending](const auto &left, const auto &right) {
        return isDescending ? right.first < left.first : left.first < right.first;
    };
    const auto isNotBefore = [&](const auto &left, const auto &right) {
        return !isBefore(right, left);
    };
    if (std::adjacent_find(keyed.begin(), keyed.end(), isNotBefore) == keyed.end())
        std::reverse(keyed.begin(), keyed.end());
    else if (!std::is_sorted(keyed.begin(), keyed.end(), isBefore))
        std::stable_sort(keyed.begin(), keyed.end(), isBefore);
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto &item) { return item.second; });
    for (size_t first = 0; first < keyed.size();) {
        size_t end = first + 1;
        while (end < keyed.size() && !isBefore(keyed[first], keyed[end]))
            ++end;
        if (end - first > 1)
            sortEqual(rows.subspan(first, end - first));
        first = end;
    }
}

/// By the first term, rows that are equal in it by the second, and so on.
void sortByFields(
    Rows rows, std::span<const OrderTerm> terms, const NotificationRepository &all, const EventRepository &events)
{
    if (terms.empty())
        return;
    const OrderTerm &term = terms.front();
    const auto by = [&](auto keyOf) {
        sortByKey(
            rows, term.isDescending, keyOf, [&](Rows equal) { sortByFields(equal, terms.subspan(1), all, events); });
    };
    if (term.field == "created")
        by([&](quint32 row) { return all.row(row).created; });
    else if (term.field == "severity")
        by([&](quint32 row) { return severityName(all.row(row).severity); });
    else if (term.field == "seen")
        by([&](quint32 row) { return all.row(row).isSeen; });
    else if (term.field == "body")
        by([&](quint32 row) { return all.body(row); });
    else if (term.field == "hyperlink")
        by([&](quint32 row) { return all.hyperlink(row); });
    else if (term.field == "hyperlink_label")
        by([&](quint32 row) { return all.hyperlinkLabel(row); });
    else if (term.field == "event") // a foreign key sorts like the default order of events: the newest first
        by([&](quint32 row) { return all.hasEvent(row) ? -events.createdAt(all.row(row).event) : 0; });
    else
        by([&](quint32 row) { return all.idOf(row); });
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
    const NotificationFilter filter = readFilter(request.query, m_events, m_ownPk);
    if (!filter.errors.empty())
        return HttpReply::invalid(filter.errors);
    std::vector<std::string_view> fields{"pk", "severity", "body", "created", "event", "seen"};
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
    sortByFields(found, order, m_notifications, m_events);
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
