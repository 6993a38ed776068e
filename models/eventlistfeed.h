// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "recordfeed.h"
#include "rowsorter.h"

namespace tidings {

// What the Events page knows of where its rows come from: a server or a file answers one query.
class EventListFeed : public RecordFeed
{
    Q_OBJECT

public:
    virtual void setQuery(const EventQuery &query) = 0;
    [[nodiscard]] const EventQuery &query() const { return m_query; }
    // Its time range as it was asked, resolved.
    [[nodiscard]] virtual TimeRange askedRange() const = 0;
    // Days began elsewhere, in another zone: asks anew where that changes anything.
    virtual void resolveAgain() = 0;

    // What the rows that are here are sorted by, whatever is asked; empty: newest first. Another thread sorts; the
    // model tells when it is done.
    void setSortKeys(const QList<SortKey> &keys)
    {
        if (m_sortKeys == keys)
            return;
        m_sortKeys = keys;
        emit planChanged();
        sortRows();
    }
    [[nodiscard]] const QList<SortKey> &sortKeys() const { return m_sortKeys; }

    // False where matching() is an upper bound.
    [[nodiscard]] virtual bool isMatchingExact() const = 0;
    // Who answers, translated: the whole of it, and a few words of it.
    [[nodiscard]] virtual QString engineText() const = 0;
    [[nodiscard]] virtual QString shortEngineText() const = 0;
    // Why the answer may differ from what the query looks like; empty mostly. Translated.
    [[nodiscard]] virtual QString warning() const = 0;

signals:
    void planChanged(); // who answers, what the rows are sorted by, or the warning

protected:
    using RecordFeed::RecordFeed;

    virtual void sortRows() = 0; // by sortKeys(), which are others

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
    QList<SortKey> m_sortKeys;
};

} // namespace tidings
