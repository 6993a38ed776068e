// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "page.h"
#include "pagewindow.h"
#include "pendingcall.h"
#include "timesteps.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <algorithm>
#include <functional>

namespace tidings {

// Reads a list newest first, batch by batch, while the server inserts and deletes rows. Rows that were there all the
// time are delivered once and none is skipped:
// - each page overlaps the rows already read by at least one; when its first row lies behind the last one read, rows in
//   between were deleted or moved up, and an earlier page is asked for;
// - where `fetch` can bound the list by time ("keyset"), deep offsets are avoided; a server that does not keep to the
//   bound (another time zone, or no query language after all) is noticed, and offsets are used from then on;
// - a server that clamps the page size is noticed by its short page;
// - rows newer than a given time can be passed over by bisection, with a bounded number of small requests;
// - an answer that is too large is asked for in smaller pages, and a row that alone is too large is left out.
// A row without a readable time is delivered once as long as there are few of them. New rows that appear on top
// meanwhile are not part of the stream. A server that sends page after page without anything new gets an error of kind
// NotAuthentik. Not a QObject: results go to a callback, which may destroy the stream.
template <class Row> class PagedStream
{
public:
    // Asks for one page; `bound` limits the list to rows created before that whole second.
    using Fetch = std::function<PendingCall(
        PageWindow window, std::optional<Timestamp> bound, std::function<void(Result<Page<Row>>)> done)>;

    struct Batch
    {
        QList<Row> rows; // new ones only, newest first; may be empty while not complete
        bool complete = false;
    };
    using Done = std::function<void(Result<Batch>)>;

    PagedStream(Fetch fetch, int maxPageSize, bool allowsKeyset)
        : m_fetch(std::move(fetch))
        , m_maxPageSize(std::max(maxPageSize, 1))
        , m_fullPageSize(m_maxPageSize)
        , m_allowsKeyset(allowsKeyset)
    {
    }

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] bool isLoading() const { return m_call.isActive(); }
    // All matching rows on the server, as of the last page that was not bounded; -1 before the first.
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] const std::optional<RowPosition> &tail() const { return m_tail; }
    [[nodiscard]] int tooLarge() const { return m_tooLarge; } // rows left out

    // Loads the next batch. One at a time; calling it while loading or when complete does nothing.
    void next(Done done)
    {
        if (m_call.isActive() || m_complete)
            return;
        m_done = std::move(done);
        m_stepsBack = 0;
        if (m_search)
            seek();
        else
            request();
    }

    // Before the first next(): rows created at or after `time` are not wanted; some may still be delivered.
    void startBefore(Timestamp time)
    {
        m_search = Search{.before = time};
        m_before = time;
    }
    // How many requests the search for that place has taken, and takes at most as far as can be told.
    struct Steps
    {
        int taken = 0;
        int most = 0; // 0: not known yet
    };
    [[nodiscard]] std::optional<Steps> searching() const // nothing: it is over, or there was none
    {
        if (!m_search)
            return std::nullopt;
        if (m_search->older < 0)
            return Steps{m_search->taken, 0};
        int left = 1; // the page at the place
        for (qint64 rows = m_search->older - m_search->newer; rows > nearEnough; rows -= rows / 2)
            ++left;
        return Steps{m_search->taken, m_search->taken + left};
    }

    // The rest of the list is not wanted.
    void finish() { m_complete = true; }
    // From the next page on; for servers found able to only later.
    void allowKeyset() { m_allowsKeyset = true; }
    // From the next page on.
    void setMaxPageSize(int size)
    {
        const bool isSmall = m_maxPageSize < m_fullPageSize;
        m_fullPageSize = std::max(size, 1);
        m_maxPageSize = isSmall ? std::min(m_maxPageSize, m_fullPageSize) : m_fullPageSize;
    }
    // So many rows are known to have appeared on top; saves reading them again. Need not be exact.
    void shift(qint64 rows) { m_covered += std::max<qint64>(rows, 0); }

    void cancel()
    {
        m_call.cancel();
        m_done = nullptr;
    }

private:
    // For the first row older than `before`: those up to `newer` are not, the one at `older` is, or the list ends
    // there.
    struct Search
    {
        Timestamp before = 0;
        qint64 newer = -1;
        qint64 older = -1; // -1: not known yet
        int taken = 0; // requests
    };
    static constexpr qint64 nearEnough = 50; // rows; also what deletions meanwhile may move
    static constexpr qsizetype mostTimeless = 10'000;

    void seek()
    {
        if (m_search->older >= 0 && m_search->older - m_search->newer <= nearEnough) {
            m_covered = std::max<qint64>(0, m_search->newer - nearEnough);
            m_search.reset();
            return request();
        }
        const qint64 at = m_search->older < 0 ? 0 : (m_search->newer + m_search->older) / 2;
        const PageWindow probe{static_cast<int>(at) + 1, 1};
        ++m_search->taken;
        m_call = m_fetch(probe, std::nullopt, [this, at](Result<Page<Row>> page) {
            m_call = PendingCall();
            const bool isBehindEnd = !page && page.error().kind == ApiError::Kind::NotFound && at > 0;
            if (!page && !isBehindEnd)
                return deliver(Failure(page.error()));
            if (m_search->older < 0)
                m_search->older = page->count;
            const bool isOlder = isBehindEnd || page->items.isEmpty()
                || page->items.first().created.value_or(m_search->before) < m_search->before;
            (isOlder ? m_search->older : m_search->newer) = at;
            seek();
        });
    }

    void request()
    {
        std::optional<Timestamp> bound;
        if (m_allowsKeyset && m_tail) {
            using timesteps::second;
            bound = (m_tail->created / second + 1) * second;
        }
        if (bound != m_bound) {
            m_bound = bound;
            m_coveredInBound = 0;
            m_tooLargeAgain = std::exchange(m_tooLargeInBound, 0);
        }
        m_window = overlappingWindow(covered(), m_maxPageSize);
        m_call = m_fetch(m_window, m_bound, [this](Result<Page<Row>> page) {
            m_call = PendingCall();
            handle(std::move(page));
        });
    }

    void handle(Result<Page<Row>> result)
    {
        const bool isBehindTooLarge = std::exchange(m_isBehindTooLarge, false);
        if (!result) {
            if (result.error().kind == ApiError::Kind::TooLarge && makeSmaller(isBehindTooLarge))
                return request();
            if (result.error().kind == ApiError::Kind::NotFound && isBehindTooLarge) {
                m_complete = true; // that one was the last
                return deliver(Batch{{}, true});
            }
            // "Invalid page.": the list became shorter than we have read.
            if (result.error().kind == ApiError::Kind::NotFound && m_window.page > 1 && stepBack())
                return request();
            return deliver(Failure(result.error()));
        }
        const Page<Row> &page = *result;
        const auto size = static_cast<qint64>(page.items.size());
        if (!m_bound) {
            m_count = page.count;
        } else if (m_window.page == 1 && !keepsToBound(page)) {
            m_allowsKeyset = false;
            return request();
        }

        // A short page that is not the last one: the server clamps. Its numbering then means smaller pages.
        if (page.next > 0 && size > 0 && size < m_window.size) {
            m_maxPageSize = static_cast<int>(size);
            m_fullPageSize = m_maxPageSize;
            if (m_window.page > 1)
                return request();
            m_window.size = m_maxPageSize;
        }

        // After so many steps back the rows in between are gone for certain.
        const bool overlaps = m_window.page > 1 && m_window.offset() < covered();
        if (overlaps && m_tail && size > 0 && startsBehindTail(page.items.first()) && stepBack())
            return request();
        // The same for the first page after a search: what was deleted meanwhile moved the place up.
        const bool isFirst = !m_tail && m_before && m_window.page > 1 && size > 0;
        if (isFirst && page.items.first().created.value_or(*m_before) < *m_before && stepBack())
            return request();

        Batch batch;
        for (const Row &row : page.items) {
            const RowPosition position{row.created.value_or(0), row.id};
            if (m_tail && !position.isAfter(*m_tail) && row.created)
                continue;
            if (!row.created && !isFirstSight(row.id))
                continue;
            batch.rows += row;
        }
        const auto last = std::find_if(
            page.items.crbegin(), page.items.crend(), [](const Row &row) { return row.created.has_value(); });
        if (last != page.items.crend()) {
            const RowPosition position{*last->created, last->id};
            if (!m_tail || !m_tail->isAfter(position))
                m_tooLargeAgain = 0;
            if (!m_tail || position.isAfter(*m_tail))
                m_tail = position;
        }
        covered() = std::max(covered(), m_window.offset() + size);
        if (m_bound)
            m_covered += batch.rows.size();
        m_complete = page.next == 0 || page.items.isEmpty();
        batch.complete = m_complete;

        grow();
        m_pagesWithoutNews = batch.rows.isEmpty() ? m_pagesWithoutNews + 1 : 0;
        if (!m_complete && m_pagesWithoutNews >= mostPagesWithoutNews) {
            m_pagesWithoutNews = 0;
            return deliver(Failure(endlessList()));
        }
        deliver(std::move(batch));
    }

    // False when there is nothing to be gained by it.
    bool makeSmaller(bool isBehindTooLarge)
    {
        m_goodPages = 0;
        if (m_window.size > 1) {
            m_maxPageSize = m_window.size / 2;
            m_isBehindTooLarge = isBehindTooLarge;
            return true;
        }
        // One row after the other is passed over, but not a whole list of them in one go.
        m_tooLargeInARow = isBehindTooLarge ? m_tooLargeInARow + 1 : 1;
        ++m_tooLargeInBound;
        // The list below the last second read has that second once more.
        if (m_tooLargeAgain > 0)
            --m_tooLargeAgain;
        else
            ++m_tooLarge;
        covered() = m_window.offset() + 1;
        m_covered += m_bound ? 1 : 0;
        m_isBehindTooLarge = true;
        return m_tooLargeInARow % mostTooLarge != 0;
    }

    void grow()
    {
        if (m_maxPageSize >= m_fullPageSize || ++m_goodPages < pagesToGrow)
            return;
        m_goodPages = 0;
        m_maxPageSize = std::min(m_fullPageSize, m_maxPageSize * 2);
    }

    [[nodiscard]] bool isFirstSight(const QString &id)
    {
        if (m_timeless.size() >= mostTimeless)
            m_timeless.clear();
        const qsizetype before = m_timeless.size();
        m_timeless.insert(id);
        return m_timeless.size() > before || id.isEmpty();
    }

    // Rows above the end of what was read, in the list that is being asked.
    [[nodiscard]] qint64 &covered() { return m_bound ? m_coveredInBound : m_covered; }

    // A list bounded just behind the tail begins at the tail or above it, but not at or above the bound. (When the tail
    // and its whole second were deleted it looks the same; offsets are right then, too.)
    [[nodiscard]] bool keepsToBound(const Page<Row> &page) const
    {
        if (page.items.isEmpty())
            return false;
        const Row &first = page.items.first();
        return !first.created || (*first.created < *m_bound && !startsBehindTail(first));
    }

    [[nodiscard]] bool startsBehindTail(const Row &first) const
    {
        return first.created && RowPosition{*first.created, first.id}.isAfter(*m_tail);
    }

    bool stepBack()
    {
        const auto back = steppedBack(covered(), m_maxPageSize, m_stepsBack);
        if (back)
            covered() = *back;
        return back.has_value();
    }

    void deliver(Result<Batch> result)
    {
        if (const Done done = std::exchange(m_done, nullptr))
            done(std::move(result));
    }

    Fetch m_fetch;
    int m_maxPageSize;
    int m_fullPageSize; // larger while answers are too large
    bool m_allowsKeyset;
    Done m_done;
    PendingCall m_call;
    PageWindow m_window;
    std::optional<Search> m_search; // until the place is found
    std::optional<Timestamp> m_before; // that was searched for
    std::optional<Timestamp> m_bound; // of the list that is being asked
    int m_stepsBack = 0;
    int m_pagesWithoutNews = 0; // in a row
    int m_goodPages = 0; // in a row, since they are small
    int m_tooLarge = 0;
    int m_tooLargeInBound = 0;
    int m_tooLargeAgain = 0; // may be met a second time
    int m_tooLargeInARow = 0;
    bool m_isBehindTooLarge = false; // what is asked for begins behind a row that is too large
    QSet<QString> m_timeless; // delivered
    qint64 m_covered = 0; // of the whole list
    qint64 m_coveredInBound = 0; // of the list below m_bound
    qint64 m_count = -1;
    bool m_complete = false;
    std::optional<RowPosition> m_tail;
};

} // namespace tidings
