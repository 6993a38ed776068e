// SPDX-License-Identifier: GPL-3.0-or-later
#include "demonotifications.h"

#include "akqljsonvalue.h"
#include "demojson.h"
#include "demorandom.h"
#include "demotime.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidings::demo {

namespace {

constexpr quint32 lookAhead = 48;
constexpr quint32 othersEvery = 5;
constexpr quint32 orphanEvery = 17;

/// How worthy of a notification an action is; 0 is not.
int interest(std::uint8_t action)
{
    switch (action) {
    case PolicyException:
    case PropertyMappingException:
    case SystemException:
    case SystemTaskException:
    case ConfigurationError:
    case SuspiciousRequest:
    case UpdateAvailable:
    case ConfigurationWarning:
    case ReviewInitiated:
    case ReviewOverdue:
    case ExportReady:
    case AccessRequestCreated:
        return 3;
    case LoginFailed:
    case ImpersonationStarted:
    case UserOffboarded:
        return 2;
    case ModelDeleted:
    case SecretView:
        return 1;
    default:
        return 0;
    }
}

Severity severityOf(std::uint8_t action, quint64 bits)
{
    switch (action) {
    case ReviewInitiated:
    case ExportReady:
    case AccessRequestCreated:
    case ModelDeleted:
    case SecretView:
        return Severity::Notice;
    case LoginFailed:
    case ReviewOverdue:
    case ConfigurationWarning:
    case ImpersonationStarted:
        return Severity::Warning;
    default:
        return bits % 5 == 0 ? Severity::Notice : Severity::Alert;
    }
}

std::optional<std::string> contextText(std::string context, const QString &key)
{
    const akql::Value value = akql::jsonValueAt(context, {key});
    const auto *text = std::get_if<QString>(&value);
    return text != nullptr ? std::optional(text->toStdString()) : std::nullopt;
}

} // namespace

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Notice:
        return "notice";
    case Severity::Warning:
        return "warning";
    case Severity::Alert:
        break;
    }
    return "alert";
}

NotificationRepository::NotificationRepository(
    const EventRepository &events, quint64 seed, quint32 initialCount, int ownPk)
    : m_events(events)
    , m_ids(mix(seed, 0x90))
    , m_key(mix(seed, 0x91))
    , m_ownPk(ownPk)
{
    const quint64 eventCount = events.size();
    m_rows.reserve(initialCount);
    for (quint32 index = 0; index < initialCount; ++index) {
        // Each notification looks for its event in its own share of all events, so that both are in the same order.
        const auto from = static_cast<quint32>(index * eventCount / initialCount);
        const auto to
            = static_cast<quint32>(std::min<quint64>((index + 1) * eventCount / initialCount, from + lookAhead));
        quint32 best = from;
        int bestInterest = -1;
        for (quint32 candidate = from; candidate < to && bestInterest < 3; ++candidate) {
            const int worth = interest(events.generator().facets(candidate).action);
            if (worth > bestInterest) {
                bestInterest = worth;
                best = candidate;
            }
        }
        add(best, eventCount > 0 && index % orphanEvery != orphanEvery - 1, index % othersEvery != othersEvery - 2,
            false, nowMicros() - microsPerDay);
    }
}

void NotificationRepository::add(quint32 event, bool hasEvent, bool isOwn, bool isNew, qint64 notBefore)
{
    const quint64 bits = mix(m_key, m_rows.size());
    Row row;
    row.event = event;
    row.hasEvent = hasEvent;
    row.owner = isOwn ? static_cast<std::uint16_t>(m_ownPk) : static_cast<std::uint16_t>(10 + below(bits, 20));
    row.severity = Severity::Alert;
    row.created = notBefore;
    if (event < m_events.size()) {
        row.severity = severityOf(m_events.generator().facets(event).action, bits);
        row.created = m_events.createdAt(event) + 120'000 + below(bits >> 20, 700'000);
    }
    if (isNew)
        row.created = std::max(notBefore, m_rows.empty() ? 0 : m_rows.back().created + 1);
    row.isSeen = !isNew && bits % 10 < 4;
    m_rows.push_back(row);
}

std::optional<quint32> NotificationRepository::find(RecordId id) const
{
    const std::optional<quint32> index = m_ids.indexOf(id);
    return index && *index < size() && !m_rows[*index].isRemoved ? index : std::nullopt;
}

void NotificationRepository::append(quint32 count, qint64 now)
{
    for (quint32 added = 0; added < count; ++added) {
        const quint32 events = m_events.liveCount();
        const quint32 event = events > 0 ? m_events.nthLive(events - 1 - added % std::min<quint32>(events, 20)) : 0;
        add(event, events > 0, true, true, now);
    }
}

void NotificationRepository::markAllSeen(int owner)
{
    for (Row &row : m_rows)
        row.isSeen = row.isSeen || row.owner == owner;
}

std::string NotificationRepository::body(quint32 index) const
{
    const Row &row = m_rows[index];
    // The text was made when the event was still there.
    if (row.event >= m_events.size())
        return "New version 2026.8.4 available!";
    StoredEvent event;
    event.context.clear();
    const EventFacets facets = m_events.generator().facets(row.event);
    if (m_events.contains(row.event)) {
        event = m_events.load(row.event);
    } else {
        m_events.generator().appendContext(event.context, facets);
        event.action = m_events.tables().actions[facets.action].name;
    }
    if (std::optional<std::string> message = contextText(event.context, u"message"_s))
        return *message;
    return event.action + ": " + pythonText(event.context);
}

std::optional<std::string> NotificationRepository::hyperlink(quint32 index) const
{
    if (const auto found = m_hyperlinks.find(index); found != m_hyperlinks.end())
        return found->second;
    const Row &row = m_rows[index];
    if (!hasEvent(index))
        return std::nullopt;
    const EventFacets facets = m_events.generator().facets(row.event);
    if (facets.action == ExportReady)
        return "https://auth.example.org/files/reports/public/events_5a6b7c8d.csv?token=example";
    return contextText(m_events.load(row.event).context, u"hyperlink"_s);
}

std::optional<std::string> NotificationRepository::hyperlinkLabel(quint32 index) const
{
    if (const auto found = m_labels.find(index); found != m_labels.end())
        return found->second;
    const Row &row = m_rows[index];
    if (!hasEvent(index))
        return std::nullopt;
    if (m_events.generator().facets(row.event).action == ExportReady)
        return "Download";
    return contextText(m_events.load(row.event).context, u"hyperlink_label"_s);
}

void NotificationRepository::appendJson(std::string &out, quint32 index) const
{
    const auto appendNullable = [&out](const std::optional<std::string> &text) {
        if (text)
            appendJsonString(out, *text);
        else
            out += "null";
    };
    const Row &row = m_rows[index];
    out += R"({"pk":")";
    appendId(out, idOf(index));
    out += R"(","severity":")";
    out += severityName(row.severity);
    out += R"(","body":)";
    appendJsonString(out, body(index));
    if (m_events.tables().release >= DemoRelease::V2026_8) {
        out += R"(,"hyperlink":)";
        appendNullable(hyperlink(index));
        out += R"(,"hyperlink_label":)";
        appendNullable(hyperlinkLabel(index));
    }
    out += R"(,"created":")";
    appendTime(out, row.created);
    out += R"(","event":)";
    if (hasEvent(index))
        m_events.appendJson(out, row.event);
    else
        out += "null";
    out += R"(,"seen":)";
    out += row.isSeen ? "true}" : "false}";
}

} // namespace tidings::demo
