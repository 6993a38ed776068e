// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventapi.h"

#include "akqljsonvalue.h"
#include "demojson.h"
#include "demopagination.h"
#include "demotime.h"
#include "demovalidation.h"

#include <QString>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace tidings::demo {

namespace {

constexpr qint64 volumeBucket = microsPerDay / 4;
constexpr int oldVolumeBuckets = 21;

HttpReply forbidden()
{
    return HttpReply::detail(403, "You do not have permission to perform this action.");
}

std::optional<int> strictInteger(const std::string &text)
{
    bool ok = false;
    const int value = QString::fromStdString(text).trimmed().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::string autocomplete(const DemoTables &tables)
{
    if (tables.release < DemoRelease::V2026_8)
        return "{}";
    std::string options;
    for (std::size_t id = 0; id < KnownActionCount; ++id)
        options += (id == 0 ? "" : ",") + jsonString(tables.actions[id].name);
    const auto field = [](std::string_view name, std::string_view type, const std::string &choices) {
        return '"' + std::string(name) + R"(":{"type":")" + std::string(type) + R"(","nullable":false,"options":)"
            + (choices.empty() ? "false" : "[" + choices + "]") + "}";
    };
    return R"({"current_model":"authentik_events.event","models":{"authentik_events.event":{)"
        + field("action", "str", options) + ',' + field("event_uuid", "str", {}) + ',' + field("app", "str", {}) + ','
        + field("client_ip", "str", {}) + ',' + field("user", "relation", {}) + ',' + field("brand", "relation", {})
        + ',' + field("context", "relation", {}) + ',' + field("created", "date", {}) + "}}}";
}

/// Django's slugify, with underscores instead of dashes: the keys of `count_step`.
std::string slug(const std::string &text)
{
    std::string out;
    const QString lower = QString::fromStdString(text).toLower().trimmed();
    for (const QChar c : lower) {
        if (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_'))
            out += c.toLatin1();
        else if (c == u'-' || c.isSpace())
            out += out.empty() || out.back() == '_' ? "" : "_";
    }
    return out;
}

std::string userKey(const EventRepository &events, const EventFacets *facets, const StoredEvent *stored)
{
    if (facets != nullptr)
        return facets->user == DemoTables::NoUser ? std::string()
                                                  : std::to_string(events.tables().users[facets->user].pk);
    std::string json = stored->user;
    const akql::Value value = akql::jsonValueAt(json, {u"pk"_s});
    const auto *pk = std::get_if<qint64>(&value);
    return pk != nullptr ? std::to_string(*pk) : std::string();
}

} // namespace

EventApi::EventApi(EventRepository &events, DemoRights rights)
    : m_events(events)
    , m_selector(events)
    , m_rights(rights)
{
}

template <typename Use> HttpReply EventApi::withFilter(const HttpRequest &request, Use use)
{
    EventFilter::Outcome outcome = EventFilter::fromQuery(request.query, m_events.tables());
    if (outcome.isServerError)
        return HttpReply::serverError();
    if (!outcome.filter)
        return HttpReply::invalid(outcome.errors);
    return use(*outcome.filter);
}

HttpReply EventApi::list(const HttpRequest &request)
{
    if (m_rights == DemoRights::None)
        return forbidden();
    const std::vector<OrderTerm> order = parseOrdering(request.query.last("ordering"),
        {"pk", "user", "action", "app", "context", "client_ip", "created", "expires", "brand"});
    return withFilter(request, [&](const EventFilter &filter) {
        const EventSelection selection = m_selector.select(filter, order);
        const DemoTables &tables = m_events.tables();
        return pagedReply(request.query, tables.release, selection.count(), autocomplete(tables),
            [&](std::string &out, quint32 position) { m_events.appendJson(out, selection.at(position)); });
    });
}

HttpReply EventApi::one(quint32 index, int status) const
{
    std::string body;
    m_events.appendJson(body, index);
    return HttpReply::json(std::move(body), status);
}

HttpReply EventApi::create(const HttpRequest &request)
{
    if (m_rights != DemoRights::Edit)
        return forbidden();
    std::variant<EventChange, HttpReply> change = readEventChange(request, m_events.tables(), false);
    if (auto *reply = std::get_if<HttpReply>(&change))
        return std::move(*reply);
    StoredEvent event;
    event.brand = m_events.tables().brands.front().json;
    event.expires = nowMicros() + 365 * microsPerDay;
    std::get<EventChange>(change).applyTo(event);
    return one(m_events.insert(std::move(event), nowMicros()), 201);
}

HttpReply EventApi::detail(const HttpRequest &request, std::string_view id)
{
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    if (m_rights == DemoRights::None || (m_rights == DemoRights::View && !isRead))
        return forbidden();
    const std::optional<RecordId> parsed = parseId(id);
    const std::optional<quint32> index = parsed ? m_events.find(*parsed) : std::nullopt;
    if (!index) {
        const bool isOld = m_events.tables().release < DemoRelease::V2025_10;
        return HttpReply::detail(404, isOld || !parsed ? "Not found." : "No Event matches the given query.");
    }
    if (isRead)
        return one(*index, 200);
    if (request.method == "DELETE") {
        m_events.remove(*index);
        return HttpReply::empty(204);
    }
    return update(request, *index);
}

HttpReply EventApi::update(const HttpRequest &request, quint32 index)
{
    std::variant<EventChange, HttpReply> change
        = readEventChange(request, m_events.tables(), request.method == "PATCH");
    if (auto *reply = std::get_if<HttpReply>(&change))
        return std::move(*reply);
    StoredEvent event = m_events.load(index);
    std::get<EventChange>(change).applyTo(event);
    m_events.replace(index, std::move(event));
    return one(index, 200);
}

HttpReply EventApi::actions() const
{
    const DemoTables &tables = m_events.tables();
    std::string body = "[";
    for (std::size_t id = 0; id < KnownActionCount; ++id) {
        const ActionInfo &action = tables.actions[id];
        if (action.since > tables.release)
            continue;
        body += (body.size() > 1 ? "," : "") + (R"({"name":)" + jsonString(action.label))
            + R"(,"description":"","component":)" + jsonString(action.name)
            + R"(,"model_name":"","requires_enterprise":false)"
            + (tables.release >= DemoRelease::V2026_8 ? R"(,"deprecated":false})" : "}");
    }
    return HttpReply::json(body + "]");
}

HttpReply EventApi::coordinates(const EventFilter &filter, qint64 span, int buckets)
{
    const qint64 now = nowMicros();
    const qint64 width = span / buckets;
    const qint64 begin = now - span;
    std::vector<quint32> counts(static_cast<std::size_t>(buckets));
    EventFilter recent = filter;
    recent.limitCreated(begin, now);
    std::vector<quint32> found;
    recent.collect(m_events, m_events.firstCreatedSince(recent.createdFrom()),
        m_events.firstCreatedSince(recent.createdTo()), found);
    for (const quint32 index : found)
        ++counts.at(
            static_cast<std::size_t>(std::min<qint64>((m_events.createdAt(index) - begin) / width, buckets - 1)));
    std::string body = "[";
    for (std::size_t bucket = 0; bucket < counts.size(); ++bucket) {
        body += (bucket > 0 ? "," : "")
            + (R"({"x_cord":)" + std::to_string((begin + width * (static_cast<qint64>(bucket) + 1)) / 1000))
            + R"(,"y_cord":)" + std::to_string(counts[bucket]) + "}";
    }
    return HttpReply::json(body + "]");
}

HttpReply EventApi::volume(const HttpRequest &request)
{
    if (m_rights == DemoRights::None)
        return forbidden();
    const DemoRelease release = m_events.tables().release;
    if (release < DemoRelease::V2025_10) {
        return withFilter(request,
            [&](const EventFilter &filter) { return coordinates(filter, 7 * microsPerDay, oldVolumeBuckets); });
    }
    const std::optional<int> days = strictInteger(request.query.last("history_days").value_or("7"));
    if (!days)
        return HttpReply::serverError();
    const int limit = release >= DemoRelease::V2026_8 ? 90 : 60;
    return withFilter(request, [&](EventFilter filter) {
        const qint64 now = nowMicros();
        filter.limitCreated(now - std::min(*days, limit) * microsPerDay, std::numeric_limits<qint64>::max());
        std::vector<quint32> found;
        filter.collect(m_events, m_events.firstCreatedSince(filter.createdFrom()),
            m_events.firstCreatedSince(filter.createdTo()), found);
        std::map<std::pair<qint64, std::string>, quint32> counts;
        // A day of a busy server has thousands of events in a bucket: count by action number first.
        std::map<qint64, std::vector<quint32>> byNumber;
        m_events.scan(found.empty() ? 0 : found.front(), found.empty() ? 0 : found.back() + 1,
            [&, next = std::size_t(0)](quint32 index, const EventFacets *facets, const StoredEvent *stored) mutable {
                if (next >= found.size() || found[next] != index)
                    return;
                ++next;
                const qint64 bucket = m_events.createdAt(index) / volumeBucket * volumeBucket;
                if (stored != nullptr) {
                    ++counts[{bucket, stored->action}];
                    return;
                }
                std::vector<quint32> &row = byNumber[bucket];
                row.resize(m_events.tables().actions.size());
                ++row[facets->action];
            });
        for (const auto &[bucket, row] : byNumber) {
            for (std::size_t id = 0; id < row.size(); ++id) {
                if (row[id] > 0)
                    counts[{bucket, m_events.tables().actions[id].name}] += row[id];
            }
        }
        std::string body = "[";
        for (const auto &[place, count] : counts) {
            body += (body.size() > 1 ? "," : "") + (R"({"action":)" + jsonString(place.second)) + R"(,"time":")";
            appendTime(body, place.first);
            body.pop_back(); // computed by authentik's database, which leaves out the Z
            body += R"(","count":)" + std::to_string(count) + "}";
        }
        return HttpReply::json(body + "]");
    });
}

HttpReply EventApi::stats(const HttpRequest &request)
{
    if (m_rights == DemoRights::None)
        return forbidden();
    const std::vector<std::string> steps = request.query.all("count_steps");
    if (steps.empty())
        return HttpReply::invalid({{"count_steps", "This field is required."}});
    std::vector<qint64> spans;
    for (const std::string &step : steps) {
        const std::optional<qint64> span = parseDuration(step);
        if (!span) {
            return HttpReply::invalid({{"count_steps",
                "{\"" + std::to_string(spans.size()) + "\":["
                    + jsonString(step + " is not in the correct format of 'hours=3;minutes=1'.") + "]}"}});
        }
        spans.push_back(*span);
    }
    return withFilter(request, [&](EventFilter filter) {
        constexpr int lookBackDays = 60;
        const qint64 now = nowMicros();
        filter.limitCreated(now - lookBackDays * microsPerDay, std::numeric_limits<qint64>::max());
        std::vector<quint32> found;
        filter.collect(m_events, m_events.firstCreatedSince(filter.createdFrom()),
            m_events.firstCreatedSince(filter.createdTo()), found);
        std::set<std::string> users;
        m_events.scan(found.empty() ? 0 : found.front(), found.empty() ? 0 : found.back() + 1,
            [&, next = std::size_t(0)](quint32 index, const EventFacets *facets, const StoredEvent *stored) mutable {
                if (next >= found.size() || found[next] != index)
                    return;
                ++next;
                users.insert(userKey(m_events, facets, stored));
            });
        users.erase(std::string());
        std::string body = R"({"unique_users":)" + std::to_string(users.size()) + R"(,"count_step":{)";
        for (std::size_t step = 0; step < steps.size(); ++step) {
            const quint32 first = m_events.firstCreatedSince(now - spans[step]);
            const auto count = found.end() - std::lower_bound(found.begin(), found.end(), first);
            body += (step > 0 ? "," : "") + jsonString(slug(steps[step])) + ":" + std::to_string(count);
        }
        return HttpReply::json(body + "}}");
    });
}

HttpReply EventApi::topPerUser(const HttpRequest &request)
{
    const DemoTables &tables = m_events.tables();
    const bool isNew = tables.release >= DemoRelease::V2026_8;
    if (m_rights == DemoRights::None)
        return isNew ? forbidden() : HttpReply::json("[]");
    const std::optional<int> top = strictInteger(request.query.last("top_n").value_or("15"));
    if (!top || *top < 0)
        return HttpReply::serverError();
    const std::string action = request.query.last("action").value_or("login");
    HttpRequest filtered;
    if (isNew)
        filtered.query = request.query;
    return withFilter(filtered, [&](const EventFilter &filter) {
        struct Usage
        {
            quint32 count = 0;
            std::set<std::string> users;
        };
        std::map<std::string, Usage> usage; // by the application's JSON
        std::vector<quint32> found;
        filter.collect(m_events, 0, m_events.size(), found);
        m_events.scan(0, m_events.size(),
            [&, next = std::size_t(0)](quint32 index, const EventFacets *facets, const StoredEvent *stored) mutable {
                if (next >= found.size() || found[next] != index)
                    return;
                ++next;
                if ((facets != nullptr ? tables.actions[facets->action].name : stored->action) != action)
                    return;
                std::string application;
                if (facets != nullptr && facets->application >= 0) {
                    application = tables.applications[static_cast<std::size_t>(facets->application)].json;
                } else if (stored != nullptr) {
                    std::string context = stored->context;
                    const akql::Value value = akql::jsonValueAt(context, {u"authorized_application"_s});
                    if (const auto *json = std::get_if<akql::JsonText>(&value))
                        application = json->text.toStdString();
                }
                if (application.empty() || application.front() != '{')
                    return;
                Usage &entry = usage[application];
                ++entry.count;
                entry.users.insert(userKey(m_events, facets, stored));
            });
        std::vector<std::pair<std::string, Usage>> ranking(usage.begin(), usage.end());
        std::stable_sort(ranking.begin(), ranking.end(),
            [](const auto &left, const auto &right) { return left.second.count > right.second.count; });
        ranking.resize(std::min(ranking.size(), static_cast<std::size_t>(*top)));
        std::string body = "[";
        for (const auto &[application, entry] : ranking) {
            body += (body.size() > 1 ? "," : "") + (R"({"application":)" + application) + R"(,"counted_events":)"
                + std::to_string(entry.count) + R"(,"unique_users":)" + std::to_string(entry.users.size()) + "}";
        }
        return HttpReply::json(body + "]");
    });
}

HttpReply EventApi::perMonth(const HttpRequest &request)
{
    if (m_rights == DemoRights::None)
        return forbidden();
    const ScannedJson query = scanJson(request.query.last("query").value_or("{}"));
    if (!query.error.empty())
        return HttpReply::empty(400);
    // The keys are names of database fields; only the one that the web interface used is known here.
    std::string encoded;
    for (const ScannedJson::Member &member : query.members) {
        if (member.key != "context__authorized_application__pk")
            return HttpReply::serverError();
        encoded = "context_authorized_app=" + decodedString(query.raw(member));
    }
    HttpRequest filtered;
    filtered.query = QueryParameters(encoded);
    const std::string action = request.query.last("action").value_or("login");
    return withFilter(filtered, [&](EventFilter filter) {
        filter.requireAction(action);
        constexpr int days = 30;
        return coordinates(filter, days * microsPerDay, days);
    });
}

} // namespace tidings::demo
