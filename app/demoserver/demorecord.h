// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlevaluator.h"
#include "demoeventrepository.h"

#include <optional>
#include <string>

namespace tidings::demo {

/// Answers AKQL's questions about one event of the repository; its JSON is written only if a path reaches into it.
class EventRecord : public akql::Record
{
public:
    EventRecord(const EventRepository &events, quint32 index, const EventFacets *facets, const StoredEvent *stored);
    akql::Value value(const QStringList &path) const override;

private:
    akql::Value column(const QString &name) const;

    const EventRepository &m_events;
    quint32 m_index;
    const EventFacets *m_facets; ///< of a made-up event, else null
    const StoredEvent *m_stored; ///< of an event of the overlay, else null
    mutable std::optional<std::string> m_user;
    mutable std::optional<std::string> m_context;
    mutable std::optional<std::string> m_brand;
};

/// Answers from a fixed table of one path; used to ask a query about a single value of a facet.
class SingleValueRecord : public akql::Record
{
public:
    /// \p json is the value at \p root, which is a column if it has one part; an empty text means there is none.
    SingleValueRecord(QStringList root, std::string json);
    akql::Value value(const QStringList &path) const override;

private:
    QStringList m_root;
    mutable std::string m_json;
};

} // namespace tidings::demo
