// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventfilter.h"

#include <list>
#include <memory>
#include <string>
#include <vector>

namespace tidings::demo {

/// One term of `ordering` that names a field.
struct OrderTerm
{
    std::string field;
    bool isDescending = false;
};

/// Reads a comma list such as "-created,pk"; terms that are not in \p fields are dropped without a word, as the server
/// does.
std::vector<OrderTerm> parseOrdering(
    const std::optional<std::string> &text, const std::vector<std::string_view> &fields);

/// The matching events of one query in the wanted order, by position.
class EventSelection
{
public:
    quint32 count() const { return m_numbers ? static_cast<quint32>(m_numbers->size()) : m_rangeCount; }
    quint32 at(quint32 position) const;

private:
    friend class EventSelector;
    const EventRepository *m_events = nullptr;
    std::shared_ptr<const std::vector<quint32>> m_numbers; ///< null: all of a range
    quint32 m_rangeBegin = 0; ///< counted in existing events
    quint32 m_rangeCount = 0;
    bool m_isReversed = false;
};

/// Finds events; remembers the last few results and brings them up to date when events were only added since.
class EventSelector
{
public:
    explicit EventSelector(const EventRepository &events)
        : m_events(events)
    {
    }
    /// Without terms the newest come first. The selection is good until the repository changes.
    EventSelection select(const EventFilter &filter, const std::vector<OrderTerm> &order);

private:
    struct Cached
    {
        std::string key;
        quint64 edits = 0;
        quint32 scannedTo = 0;
        std::shared_ptr<std::vector<quint32>> numbers;
    };
    std::shared_ptr<const std::vector<quint32>> matching(const EventFilter &filter);
    std::shared_ptr<const std::vector<quint32>> sorted(const EventFilter &filter, const std::vector<OrderTerm> &order);
    Cached &remember(std::list<Cached> &cache, const std::string &key) const;

    const EventRepository &m_events;
    std::list<Cached> m_matches; ///< most recent first
    std::list<Cached> m_sorted;
};

} // namespace tidings::demo
