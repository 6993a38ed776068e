// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventrepository.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tidings::demo {

enum class Severity : std::uint8_t { Notice, Warning, Alert };
std::string_view severityName(Severity severity);

/**
 * All notifications of the server, numbered in the order of their creation. A row holds what filters need; texts are
 * written from the event when they are asked for. Like on the real server, a notification outlives its event and then
 * has none.
 */
class NotificationRepository
{
public:
    struct Row
    {
        qint64 created = 0; ///< microseconds since 1970
        quint32 event = 0; ///< number in the EventRepository
        std::uint16_t owner = 0; ///< pk of a user
        Severity severity = Severity::Notice;
        bool isSeen = false;
        bool isRemoved = false;
        bool hasEvent = false;
    };

    NotificationRepository(const EventRepository &events, quint64 seed, quint32 initialCount, int ownPk);

    quint32 size() const { return static_cast<quint32>(m_rows.size()); } ///< with the deleted ones
    const Row &row(quint32 index) const { return m_rows[index]; }
    RecordId idOf(quint32 index) const { return m_ids.idOf(index); }
    std::optional<quint32> find(RecordId id) const; ///< only of existing ones

    /// Adds notifications about the newest events, all for the owner of the token and unseen.
    void append(quint32 count, qint64 now);
    void setSeen(quint32 index, bool isSeen) { m_rows[index].isSeen = isSeen; }
    void setHyperlink(quint32 index, std::optional<std::string> hyperlink)
    {
        m_hyperlinks[index] = std::move(hyperlink);
    }
    void setHyperlinkLabel(quint32 index, std::optional<std::string> label) { m_labels[index] = std::move(label); }
    void remove(quint32 index) { m_rows[index].isRemoved = true; }
    void markAllSeen(int owner);

    bool hasEvent(quint32 index) const { return m_rows[index].hasEvent && m_events.contains(m_rows[index].event); }
    std::string body(quint32 index) const;
    std::optional<std::string> hyperlink(quint32 index) const;
    std::optional<std::string> hyperlinkLabel(quint32 index) const;
    void appendJson(std::string &out, quint32 index) const;

private:
    void add(quint32 event, bool hasEvent, bool isOwn, bool isNew, qint64 notBefore);

    const EventRepository &m_events;
    IdCodec m_ids;
    quint64 m_key;
    int m_ownPk;
    std::vector<Row> m_rows;
    std::map<quint32, std::optional<std::string>> m_hyperlinks; ///< those that a client changed
    std::map<quint32, std::optional<std::string>> m_labels;
};

} // namespace tidings::demo
