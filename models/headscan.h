// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagedstream.h"

namespace tidings {

// Reads a list from its top down to what is known already: what a poll needs. One small request where nothing is new.
// Not a QObject; results go to a callback.
//
// Alone by position it stops at the known row. Where the owner tells which rows it knows, neither a row that is dated
// ahead nor one that was committed late hides others: it stops behind some known rows in a row, at once when the
// server's count is what it must be, else when they reach back for half a minute.
template <class Row> class HeadScan
{
public:
    static constexpr int pageSize = 10; // of the first request, which mostly brings nothing new
    static constexpr int furtherPageSize = 100;
    static constexpr qsizetype mostRows = 5000; // by default

    struct Found
    {
        QList<Row> rows; // newest first, reaching down to the known row or further
        qint64 count = -1; // all that match on the server, as of the first answer
        bool reachedKnown = true; // false: so many rows are new that it stopped above the known ones
        bool reachedEnd = false; // rows are the whole list
        int tooLarge = 0; // rows left out
    };
    using Done = std::function<void(Result<Found>)>;

    // Without a known row the list is read to its end.
    HeadScan(typename PagedStream<Row>::Fetch fetch, bool allowsKeyset, std::optional<RowPosition> known)
        : m_stream(std::move(fetch), pageSize, allowsKeyset)
        , m_known(std::move(known))
    {
    }

    // Before start(). `count` is that of the list when all of its top was known last; -1: not known.
    void setKnown(std::function<bool(const Row &)> isKnown, qint64 count)
    {
        m_isKnown = std::move(isKnown);
        m_knownCount = count;
    }
    void setMostRows(qsizetype rows) { m_mostRows = rows; }

    void start(Done done)
    {
        m_done = std::move(done);
        next();
    }
    void cancel() { m_stream.cancel(); }

private:
    static constexpr int enough = 5; // known rows in a row
    static constexpr int plenty = 1000;
    static constexpr Timestamp overlap = 30'000'000; // microseconds

    void next()
    {
        m_stream.next([this](Result<typename PagedStream<Row>::Batch> batch) {
            if (!batch)
                return deliver(Failure(batch.error()));
            m_found.rows += batch->rows;
            if (m_found.count < 0)
                m_found.count = m_stream.count();
            m_found.reachedEnd = batch->complete;
            m_found.tooLarge = m_stream.tooLarge();
            if (isReached(batch->rows) || batch->complete)
                return deliver(std::move(m_found));
            if (m_found.rows.size() >= m_mostRows) {
                m_found.reachedKnown = false;
                return deliver(std::move(m_found));
            }
            if (!std::exchange(m_pagesGrown, true))
                m_stream.setMaxPageSize(furtherPageSize);
            next();
        });
    }

    [[nodiscard]] bool isReached(const QList<Row> &rows)
    {
        const std::optional<RowPosition> &tail = m_stream.tail();
        if (!tail) // where no row has a readable time there is nothing to go by
            return m_stream.tooLarge() == 0 || !rows.isEmpty();
        if (!m_isKnown)
            return m_known && !m_known->isAfter(*tail);
        for (const Row &row : rows) {
            if (!m_isKnown(row)) {
                ++m_fresh;
                m_inARow = 0;
                m_since.reset();
            } else if (++m_inARow >= enough && !m_since) {
                m_since = row.created;
            }
        }
        if (m_inARow < enough)
            return false;
        const bool countsAgree = m_knownCount >= 0 && m_found.count == m_knownCount + m_fresh;
        return countsAgree || m_inARow >= plenty || (m_since && tail->created <= *m_since - overlap);
    }

    // The callback may destroy this.
    void deliver(Result<Found> found)
    {
        const Done done = std::exchange(m_done, nullptr);
        done(std::move(found));
    }

    PagedStream<Row> m_stream;
    std::optional<RowPosition> m_known;
    std::function<bool(const Row &)> m_isKnown;
    qint64 m_knownCount = -1;
    qint64 m_fresh = 0;
    int m_inARow = 0; // known rows at the end of what was read
    std::optional<Timestamp> m_since; // of the last of the first few of them
    qsizetype m_mostRows = mostRows;
    Found m_found;
    bool m_pagesGrown = false;
    Done m_done;
};

} // namespace tidings
