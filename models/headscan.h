// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagedstream.h"

namespace tidings {

// Reads a list from its top down to a row that is known already: what a poll needs. One small request where nothing is
// new. Not a QObject; results go to a callback.
template <class Row> class HeadScan
{
public:
    static constexpr int pageSize = 20; // of the first request
    static constexpr int furtherPageSize = 100;
    static constexpr qsizetype mostRows = 5000;

    struct Found
    {
        QList<Row> rows; // newest first, reaching down to the known row or further
        qint64 count = -1; // all that match on the server
        bool reachedKnown = true; // false: more than mostRows are new; load the list anew
        bool reachedEnd = false; // rows are the whole list
    };
    using Done = std::function<void(Result<Found>)>;

    // Without a known row the list is read to its end.
    HeadScan(typename PagedStream<Row>::Fetch fetch, bool allowsKeyset, std::optional<RowPosition> known)
        : m_stream(std::move(fetch), pageSize, allowsKeyset)
        , m_known(std::move(known))
    {
    }

    void start(Done done)
    {
        m_done = std::move(done);
        next();
    }
    void cancel() { m_stream.cancel(); }

private:
    void next()
    {
        m_stream.next([this](Result<typename PagedStream<Row>::Batch> batch) {
            if (!batch)
                return deliver(Failure(batch.error()));
            m_found.rows += batch->rows;
            m_found.count = m_stream.count();
            m_found.reachedEnd = batch->complete;
            // Where no row has a readable time there is nothing to go by.
            const bool reached = !m_stream.tail() || (m_known && !m_known->isAfter(*m_stream.tail()));
            if (reached || batch->complete)
                return deliver(std::move(m_found));
            if (m_found.rows.size() >= mostRows) {
                m_found.reachedKnown = false;
                return deliver(std::move(m_found));
            }
            if (!std::exchange(m_pagesGrown, true))
                m_stream.setMaxPageSize(furtherPageSize);
            next();
        });
    }

    // The callback may destroy this.
    void deliver(Result<Found> found)
    {
        const Done done = std::exchange(m_done, nullptr);
        done(std::move(found));
    }

    PagedStream<Row> m_stream;
    std::optional<RowPosition> m_known;
    Found m_found;
    bool m_pagesGrown = false;
    Done m_done;
};

} // namespace tidings
