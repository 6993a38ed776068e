// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "page.h"
#include "pagewindow.h"
#include "pendingcall.h"

#include <QDateTime>
#include <QObject>

#include <algorithm>
#include <functional>

namespace tidings {

// Reads a list newest first, batch by batch, while the server inserts and deletes rows. Rows that were there all the
// time are delivered once and none is skipped:
// - each page overlaps the rows already read by at least one; when its first row lies behind the last one read, rows in
//   between were deleted or moved up, and an earlier page is asked for;
// - where `fetch` can bound the list by time ("keyset"), deep offsets are avoided;
// - a server that clamps the page size is noticed by its short page.
// New rows that appear on top meanwhile are not part of the stream. Not a QObject: results go to a callback.
template<class Row>
class PagedStream
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
        , m_allowsKeyset(allowsKeyset)
    {
    }

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] bool isLoading() const { return m_call.isActive(); }
    // All matching rows on the server, as of the last page that was not bounded; -1 before the first.
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool hasQueryLanguage() const { return m_hasQueryLanguage; }
    [[nodiscard]] const std::optional<RowPosition> &tail() const { return m_tail; }

    // Loads the next batch. One at a time; calling it while loading or when complete does nothing.
    void next(Done done)
    {
        if (m_call.isActive() || m_complete)
            return;
        m_done = std::move(done);
        m_stepsBack = 0;
        request();
    }

    // From the next page on; for servers found able to only later.
    void allowKeyset() { m_allowsKeyset = true; }

    void cancel()
    {
        m_call.cancel();
        m_done = nullptr;
    }

private:
    static constexpr int mostStepsBack = 12;

    void request()
    {
        std::optional<Timestamp> bound;
        if (m_allowsKeyset && m_tail) {
            constexpr Timestamp second = 1'000'000;
            bound = (m_tail->created / second + 1) * second;
            m_window = {m_keysetPage, m_maxPageSize};
        } else {
            m_window = overlappingWindow(m_covered, m_maxPageSize);
        }
        m_bounded = bound.has_value();
        m_call = m_fetch(m_window, bound, [this](Result<Page<Row>> page) {
            m_call = PendingCall();
            handle(std::move(page));
        });
    }

    void handle(Result<Page<Row>> result)
    {
        if (!result) {
            // "Invalid page.": the list became shorter than we have read.
            if (result.error().kind == ApiError::Kind::NotFound && m_window.page > 1 && stepBack())
                return request();
            return deliver(Failure(result.error()));
        }
        const Page<Row> &page = *result;
        const auto size = static_cast<qint64>(page.items.size());
        if (!m_bounded) {
            m_count = page.count;
            m_hasQueryLanguage = page.hasQueryLanguage;
        }

        // A short page that is not the last one: the server clamps. Its numbering then means smaller pages.
        if (page.next > 0 && size > 0 && size < m_window.size) {
            const bool atTop = m_window.page == 1;
            m_maxPageSize = static_cast<int>(size);
            if (!atTop)
                return request();
            m_window.size = m_maxPageSize;
        }

        if (m_tail && !page.items.isEmpty() && startsBehindTail(page.items.first())) {
            if (m_bounded) {
                // The time bound did not reach back to the tail (another zone on the server): use offsets.
                m_allowsKeyset = false;
                return request();
            }
            if (stepBack())
                return request();
            // Gave up: the rows in between are gone for certain after so many tries.
        }

        Batch batch;
        for (const Row &row : page.items) {
            const RowPosition position {row.created.value_or(0), row.id};
            if (m_tail && !position.isAfter(*m_tail) && row.created)
                continue;
            batch.rows += row;
        }
        if (!page.items.isEmpty()) {
            const Row &last = page.items.last();
            const RowPosition position {last.created.value_or(0), last.id};
            if (last.created && (!m_tail || position.isAfter(*m_tail)))
                m_tail = position;
        }
        if (m_bounded) {
            m_covered += batch.rows.size();
            // A second with more rows than a page: go on inside it, else bound anew.
            m_keysetPage = batch.rows.isEmpty() ? m_keysetPage + 1 : 1;
        } else {
            m_covered = std::max(m_covered, m_window.offset() + size);
        }
        m_complete = page.next == 0 || page.items.isEmpty();
        batch.complete = m_complete;
        deliver(std::move(batch));
    }

    [[nodiscard]] bool startsBehindTail(const Row &first) const
    {
        return first.created && RowPosition {*first.created, first.id}.isAfter(*m_tail);
    }

    // Half a page first, then twice as far each time.
    bool stepBack()
    {
        if (++m_stepsBack > mostStepsBack || m_covered <= 1)
            return false;
        const qint64 distance = static_cast<qint64>(std::max(1, m_maxPageSize / 2)) << (m_stepsBack - 1);
        m_covered = std::max<qint64>(1, m_covered - distance);
        return true;
    }

    void deliver(Result<Batch> result)
    {
        if (const Done done = std::exchange(m_done, nullptr))
            done(std::move(result));
    }

    Fetch m_fetch;
    int m_maxPageSize;
    bool m_allowsKeyset;
    Done m_done;
    PendingCall m_call;
    PageWindow m_window;
    bool m_bounded = false;
    int m_keysetPage = 1;
    int m_stepsBack = 0;
    qint64 m_covered = 0; // rows of the server's list that lie above the end of what was read
    qint64 m_count = -1;
    bool m_hasQueryLanguage = false;
    bool m_complete = false;
    std::optional<RowPosition> m_tail;
};

} // namespace tidings
