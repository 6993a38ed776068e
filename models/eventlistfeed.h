// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "recordfeed.h"

namespace tidings {

// What the Events page knows of where its rows come from: a server or a file answers one query.
class EventListFeed : public RecordFeed
{
    Q_OBJECT

public:
    virtual void setQuery(const EventQuery &query) = 0;
    [[nodiscard]] const EventQuery &query() const { return m_query; }

    // False where matching() is an upper bound.
    [[nodiscard]] virtual bool isMatchingExact() const = 0;
    // Who answers, translated: the whole of it, and a few words of it.
    [[nodiscard]] virtual QString engineText() const = 0;
    [[nodiscard]] virtual QString shortEngineText() const = 0;
    // Why the answer may differ from what the query looks like; empty mostly. Translated.
    [[nodiscard]] virtual QString warning() const = 0;

signals:
    void planChanged(); // who answers, or the warning

protected:
    using RecordFeed::RecordFeed;

    // False when it is the one there is.
    bool takeQuery(const EventQuery &query)
    {
        if (query == m_query)
            return false;
        m_query = query;
        return true;
    }

private:
    EventQuery m_query;
};

} // namespace tidings
