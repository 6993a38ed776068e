// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "demoeventrepository.h"
#include "demohttp.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tidings::demo {

/// The small numbers of EventFacets that a mask can decide on.
enum class Facet { Action, User, Address, Brand, Object, Application, Device, Count };

/// A word of plain search, prepared for looking at a million texts.
struct SearchWord
{
    std::string folded;
    std::string asciiPart; ///< the longest part without letters beyond ASCII
    bool isBytewise = false; ///< finding its bytes in a text with small ASCII letters is enough
};

/// For every value of a facet, whether it passes; the last entry stands for "none" (-1). Empty passes everything.
using FacetMask = std::vector<char>;

/**
 * The list filters of one request, in a form that decides about a made-up event from its facets alone where possible.
 * Texts and AKQL comparisons that reach deeper are checked on the JSON of the event.
 */
class EventFilter
{
public:
    struct Outcome;
    /// Reads the filters out of a query; knows which exist in the release of \p tables.
    static Outcome fromQuery(const QueryParameters &query, const DemoTables &tables);

    /// A text that two filters share only if they take the same events.
    const std::string &key() const { return m_key; }
    /// Whether only the range of creation times counts.
    bool isRange() const { return !m_hasConditions; }
    qint64 createdFrom() const { return m_createdFrom; } ///< inclusive
    qint64 createdTo() const { return m_createdTo; } ///< exclusive
    void limitCreated(qint64 from, qint64 to);
    /// Takes only events with exactly this action.
    void requireAction(const std::string &action);

    /// Adds the numbers of the matching events in [from, to) to \p found; the range of creation times is up to the
    /// caller.
    void collect(const EventRepository &events, quint32 from, quint32 to, std::vector<quint32> &found) const;

    EventFilter(const EventFilter &) = default;
    EventFilter(EventFilter &&) = default;
    EventFilter &operator=(const EventFilter &) = default;
    EventFilter &operator=(EventFilter &&) = default;
    ~EventFilter() = default;

private:
    explicit EventFilter(const DemoTables &tables);
    void setText(const std::string &search);
    void setQuery(const akql::Node &query);
    void addQueryPart(const akql::Node &part);
    bool takeCreated(const akql::Node &part);
    FacetMask &mask(Facet facet);
    std::size_t facetSize(Facet facet) const;
    void compile();
    bool passes(const EventFacets &facets) const;
    bool passesUsername(const EventFacets &facets) const;
    bool passes(const StoredEvent &event) const;
    void collectPart(const EventRepository &events, quint32 from, quint32 to, std::vector<quint32> &found) const;

    const DemoTables *m_tables;
    std::string m_key;
    std::array<FacetMask, static_cast<std::size_t>(Facet::Count)> m_masks;
    std::optional<std::string> m_action;
    std::vector<std::string> m_actions;
    std::optional<std::string> m_username;
    std::optional<std::string> m_clientIp;
    std::optional<std::string> m_modelPk;
    std::optional<std::string> m_modelName;
    std::optional<std::string> m_modelApp;
    std::optional<std::string> m_authorizedApp;
    std::optional<std::string> m_device;
    std::optional<std::string> m_brand;
    std::vector<char> m_usernameUsers; ///< users of that name
    std::vector<char> m_usernameAttempts; ///< attempted names equal to it
    std::vector<char> m_usernameObjects; ///< model objects that are the user of that name
    std::vector<SearchWord> m_words; ///< of plain search
    std::vector<akql::Node> m_maskedParts; ///< decided by masks for made-up events
    std::vector<akql::Node> m_deepParts; ///< checked on every event
    qint64 m_createdFrom = std::numeric_limits<qint64>::min();
    qint64 m_createdTo = std::numeric_limits<qint64>::max();
    bool m_hasConditions = false;
};

struct EventFilter::Outcome
{
    std::optional<EventFilter> filter;
    FieldErrors errors;
    bool isServerError = false; ///< the real server would fail on this
};

} // namespace tidings::demo
