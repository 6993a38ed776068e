// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventgenerator.h"
#include "demoids.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tidings::demo {

/// The fields of an event as they were written; user, context and brand are JSON texts. Times are microseconds since
/// 1970.
struct StoredEvent
{
    std::string user = "{}";
    std::string action;
    std::string app;
    std::string context = "{}";
    std::string brand;
    std::optional<std::string> clientIp;
    qint64 created = 0;
    qint64 expires = 0;
};

/**
 * All events of the server, numbered in the order of their creation: made-up ones that exist only as a number, and an
 * overlay of those that a client created, changed or deleted. Numbers are never used again.
 */
class EventRepository
{
public:
    EventRepository(const DemoTables &tables, quint64 seed, quint32 initialCount, qint64 now);

    quint32 size() const
    {
        return m_initialCount + static_cast<quint32>(m_laterTimes.size());
    } ///< with the deleted ones
    quint32 liveCount() const { return size() - static_cast<quint32>(m_removed.size()); }
    /// Grows whenever an existing record changes or goes; results for older ones only lack newer records while it
    /// stays.
    quint64 editCount() const { return m_editCount; }

    bool contains(quint32 index) const;
    std::optional<quint32> find(RecordId id) const; ///< only of existing events
    RecordId idOf(quint32 index) const { return m_ids.idOf(index); }
    qint64 createdAt(quint32 index) const;
    qint64 expiresAt(quint32 index) const;
    quint32 firstCreatedSince(qint64 micros) const; ///< size() if there is none
    quint32 liveBefore(quint32 index) const; ///< how many existing events have a smaller number
    quint32 nthLive(quint32 n) const;

    StoredEvent load(quint32 index) const;
    void appendJson(std::string &out, quint32 index) const;
    /// What plain search looks at: pk, user, action, app, context and client_ip, one after the other in lines.
    void appendSearchText(std::string &out, quint32 index, const EventFacets *facets, const StoredEvent *stored) const;

    /// \p now is raised if needed: creation times strictly increase.
    void appendGenerated(quint32 count, qint64 now);
    quint32 insert(StoredEvent event, qint64 now);
    void replace(quint32 index, StoredEvent event);
    void remove(quint32 index);

    /// Calls visit(index, facets, stored) for the existing events in [from, to); one of the two pointers is null.
    template <typename Visitor> void scan(quint32 from, quint32 to, Visitor visit) const
    {
        auto overlay = m_overlay.lower_bound(from);
        EventGenerator::Burst nearby;
        for (quint32 index = from; index < to; ++index) {
            if (overlay != m_overlay.end() && overlay->first == index) {
                if (overlay->second)
                    visit(index, static_cast<const EventFacets *>(nullptr), &*overlay->second);
                ++overlay;
                continue;
            }
            const EventFacets facets = m_generator.facets(index, nearby);
            visit(index, &facets, static_cast<const StoredEvent *>(nullptr));
        }
    }

    /// Calls visit(stored) for every event of the overlay.
    template <typename Visitor> void forEachStored(Visitor visit) const
    {
        for (const auto &[index, stored] : m_overlay) {
            if (stored)
                visit(*stored);
        }
    }

    const DemoTables &tables() const { return m_tables; }
    const EventGenerator &generator() const { return m_generator; }

private:
    qint64 nextTime(qint64 now) const;
    const StoredEvent *stored(quint32 index) const;

    const DemoTables &m_tables;
    EventGenerator m_generator;
    IdCodec m_ids;
    quint32 m_initialCount;
    std::vector<qint64> m_laterTimes; ///< of the events after the initial ones
    std::map<quint32, std::optional<StoredEvent>> m_overlay; ///< nothing: deleted
    std::vector<quint32> m_removed; ///< sorted
    quint64 m_editCount = 0;
};

} // namespace tidings::demo
