// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventrepository.h"

#include "demojson.h"
#include "demorandom.h"
#include "demotime.h"

#include <algorithm>

namespace tidings::demo {

EventRepository::EventRepository(const DemoTables &tables, quint64 seed, quint32 initialCount, qint64 now)
    : m_tables(tables)
    , m_generator(tables, seed, initialCount, now)
    , m_ids(mix(seed, 0x1d))
    , m_initialCount(initialCount)
{
}

bool EventRepository::contains(quint32 index) const
{
    return index < size() && !std::binary_search(m_removed.begin(), m_removed.end(), index);
}

std::optional<quint32> EventRepository::find(RecordId id) const
{
    const std::optional<quint32> index = m_ids.indexOf(id);
    return index && contains(*index) ? index : std::nullopt;
}

qint64 EventRepository::createdAt(quint32 index) const
{
    return index < m_initialCount ? m_generator.createdAt(index) : m_laterTimes[index - m_initialCount];
}

const StoredEvent *EventRepository::stored(quint32 index) const
{
    const auto found = m_overlay.find(index);
    return found != m_overlay.end() && found->second ? &*found->second : nullptr;
}

qint64 EventRepository::expiresAt(quint32 index) const
{
    const StoredEvent *event = stored(index);
    return event != nullptr ? event->expires : m_generator.expiresAt(index, createdAt(index));
}

quint32 EventRepository::firstCreatedSince(qint64 micros) const
{
    quint32 low = 0;
    quint32 high = size();
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (createdAt(middle) < micros)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

quint32 EventRepository::liveBefore(quint32 index) const
{
    const auto removed = std::lower_bound(m_removed.begin(), m_removed.end(), index) - m_removed.begin();
    return index - static_cast<quint32>(removed);
}

quint32 EventRepository::nthLive(quint32 n) const
{
    // The number of removed events before the one wanted: m_removed[k] - k never falls.
    std::size_t low = 0;
    std::size_t high = m_removed.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (m_removed[middle] - static_cast<quint32>(middle) <= n)
            low = middle + 1;
        else
            high = middle;
    }
    return n + static_cast<quint32>(low);
}

StoredEvent EventRepository::load(quint32 index) const
{
    if (const StoredEvent *event = stored(index))
        return *event;
    const EventFacets facets = m_generator.facets(index);
    StoredEvent event;
    event.user.clear();
    event.context.clear();
    m_generator.appendUser(event.user, facets);
    m_generator.appendContext(event.context, facets);
    event.action = m_tables.actions[facets.action].name;
    event.app = m_tables.actions[facets.action].app;
    event.brand = m_generator.brandJson(facets);
    if (facets.address != DemoTables::NoAddress)
        event.clientIp = m_generator.addressText(facets);
    event.created = createdAt(index);
    event.expires = m_generator.expiresAt(index, event.created);
    return event;
}

void EventRepository::appendJson(std::string &out, quint32 index) const
{
    const StoredEvent event = load(index);
    out += R"({"pk":")";
    appendId(out, idOf(index));
    out += R"(","user":)";
    out += event.user;
    out += R"(,"action":)";
    appendJsonString(out, event.action);
    out += R"(,"app":)";
    appendJsonString(out, event.app);
    out += R"(,"context":)";
    out += event.context;
    out += R"(,"client_ip":)";
    if (event.clientIp)
        appendJsonString(out, *event.clientIp);
    else
        out += "null";
    out += R"(,"created":")";
    appendTime(out, event.created);
    out += R"(","expires":")";
    appendTime(out, event.expires);
    out += R"(","brand":)";
    out += event.brand;
    out += '}';
}

void EventRepository::appendSearchText(
    std::string &out, quint32 index, const EventFacets *facets, const StoredEvent *storedEvent) const
{
    appendId(out, idOf(index));
    out += '\n';
    if (storedEvent != nullptr) {
        out += storedEvent->user;
        out += '\n';
        out += storedEvent->action;
        out += '\n';
        out += storedEvent->app;
        out += '\n';
        out += storedEvent->context;
        out += '\n';
        out += storedEvent->clientIp.value_or(std::string());
        return;
    }
    m_generator.appendUser(out, *facets);
    out += '\n';
    out += m_tables.actions[facets->action].name;
    out += '\n';
    out += m_tables.actions[facets->action].app;
    out += '\n';
    m_generator.appendContext(out, *facets);
    out += '\n';
    out += m_generator.addressText(*facets);
}

qint64 EventRepository::nextTime(qint64 now) const
{
    return size() == 0 ? now : std::max(now, createdAt(size() - 1) + 1);
}

void EventRepository::appendGenerated(quint32 count, qint64 now)
{
    for (quint32 added = 0; added < count; ++added)
        m_laterTimes.push_back(nextTime(now));
}

quint32 EventRepository::insert(StoredEvent event, qint64 now)
{
    event.created = nextTime(now);
    const quint32 index = size();
    m_laterTimes.push_back(event.created);
    m_overlay.insert_or_assign(index, std::move(event));
    return index;
}

void EventRepository::replace(quint32 index, StoredEvent event)
{
    m_overlay.insert_or_assign(index, std::move(event));
    ++m_editCount;
}

void EventRepository::remove(quint32 index)
{
    if (!contains(index))
        return;
    m_overlay.insert_or_assign(index, std::nullopt);
    m_removed.insert(std::lower_bound(m_removed.begin(), m_removed.end(), index), index);
    ++m_editCount;
}

} // namespace tidings::demo
