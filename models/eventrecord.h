// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlevaluator.h"
#include "event.h"

#include <string>

namespace tidings {

// Answers the query language's questions about one event: columns from what was decoded, paths from its raw bytes.
// Holds a reference; the event must outlive it.
class EventRecord : public akql::Record
{
public:
    explicit EventRecord(const Event &event)
        : m_event(event)
    {
    }

    [[nodiscard]] akql::Value value(const QStringList &path) const override;

private:
    const Event &m_event;
    mutable std::string m_json; // raw, with room for the parser; filled when a path is asked for
};

} // namespace tidings
