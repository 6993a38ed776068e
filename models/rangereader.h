// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "event.h"
#include "page.h"
#include "pagewindow.h"
#include "pendingcall.h"
#include "recordposition.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace tidings {

// A stretch as the server had it at one moment: all rows of it, newest first.
struct RangeCell
{
    RowSpan span;
    QList<Event> rows;
    int tooLarge = 0; // rows left out because one alone is more than the client accepts
};

// How many requests may be under way. Begins with two, allows up to `most` while answers come quickly, and goes down to
// one where they are slow or the server asks for patience. All readers of one list share one.
class RequestPace
{
public:
    explicit RequestPace(int most);

    // How long to wait before the first repetition of a request that failed; doubled each time. 1 s by default.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }

    [[nodiscard]] bool hasRoom() const { return m_underWay < m_allowed; }
    [[nodiscard]] int allowed() const { return m_allowed; }
    void started() { ++m_underWay; }
    void answered(qint64 milliseconds);
    void refused(); // 429 or 503
    void dropped() { --m_underWay; } // cancelled

private:
    int m_most;
    int m_allowed;
    int m_underWay = 0;
    int m_quickOnes = 0; // in a row
    std::chrono::milliseconds m_patience{1000};
};

// Reads one stretch of a list with several requests at a time, and delivers it in order, cell by cell, without gaps and
// without repetition, while the server inserts rows on top and deletes any. What was deleted after its cell was read is
// not noticed here. At most a handful of answers wait for one before them. The fetch must outlive the reader.
// Requests that fail for a while (429, 5xx, no connection) are repeated some times, answers that are too large are
// asked for in smaller parts.
class RangeReader : public QObject
{
    Q_OBJECT

public:
    // `from` (included) and `until` limit the list to rows created then, in whole seconds.
    struct Bounds
    {
        std::optional<Timestamp> from;
        std::optional<Timestamp> until;
        bool operator==(const Bounds &) const = default;
    };
    using Fetch = std::function<PendingCall(
        PageWindow window, const Bounds &bounds, std::function<void(Result<Page<Event>>)> done)>;

    ~RangeReader() override;

    void start(); // also after pause() and failed()
    virtual void pause(); // what is under way still arrives
    [[nodiscard]] bool isFinished() const { return m_finished; }
    // Of the whole list, as of the last answer that was not bounded; -1 before.
    [[nodiscard]] qint64 count() const { return m_count; }
    // Somebody else who shares the pace has made room.
    void wake();

signals:
    void cellRead(const tidings::RangeCell &cell);
    void finished();
    void failed(const tidings::ApiError &error); // goes on where it was after start()
    void boundsIgnored(); // the server does not keep to time bounds; this reader is of no use. Once.

protected:
    RangeReader(const Fetch &fetch, RequestPace &pace, int pageSize);

    struct Request
    {
        PageWindow window;
        Bounds bounds;
        bool isUnderWay = false;
        bool isDone = false;
        bool isSpecial = false; // the derived reader's own affair; never asked for
        int attempts = 0;
        PendingCall call;
        Page<Event> page;
        bool isBehindEnd = false; // done, and there is no such page
        bool isTooLarge = false; // done, and the answer was more than the client accepts
        quint64 number = 0;
    };
    static constexpr size_t mostAhead = 8; // requests that are begun or wait for one before them

    virtual void work() = 0; // takes what is there, adds requests while wantsMore(), then calls askWaiting()
    [[nodiscard]] bool wantsMore() const { return !m_paused && m_requests.size() < mostAhead; }
    void askWaiting(); // as many as may be under way
    [[nodiscard]] std::deque<Request> &requests() { return m_requests; }
    void dropAll(); // what was asked for is not wanted any more
    [[nodiscard]] int pageSize() const { return m_pageSize; }
    [[nodiscard]] int fullPageSize() const { return m_fullPageSize; } // also while answers are too large
    void setPageSize(int size) { m_pageSize = m_fullPageSize = size; } // the server clamps
    void makePagesSmaller(int size); // for a while
    void notePage(); // one that was not too large
    // Tells the owner, unless there is more than a server can mean. False: the reader failed.
    bool tell(const RangeCell &cell);
    void finish();
    void fail(const ApiError &error);
    void giveUpBounds();
    [[nodiscard]] const Fetch &fetch() const { return m_fetch; }
    [[nodiscard]] RequestPace &pace() { return m_pace; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    void schedule(); // work(), from the event loop

private:
    void ask(Request &request);
    void handle(quint64 number, qint64 milliseconds, Result<Page<Event>> page);
    bool repeat(Request &request, const ApiError &error); // later; false: there is no use in it

    const Fetch &m_fetch;
    RequestPace &m_pace;
    int m_pageSize;
    int m_fullPageSize; // larger while answers are too large
    int m_goodPages = 0; // in a row, since they are small
    qint64 m_told = 0; // rows
    qint64 m_mostCounted = 0; // by any answer
    std::deque<Request> m_requests;
    quint64 m_lastNumber = 0;
    qint64 m_count = -1;
    QTimer m_patience; // after a refusal
    bool m_waiting = false;
    bool m_paused = true;
    bool m_finished = false;
    bool m_scheduled = false;
};

class OffsetReader;

// For a server whose query language bounds the list by time. Cuts the range into slices of about a page, by the density
// of what was read before; each slice is one answer, so that nothing can shift within it. A slice that holds more is
// cut again. No deep offsets but within a single second.
class KeysetReader : public RangeReader
{
    Q_OBJECT

public:
    // `tail` is a row in the first second below `bounds.until`, by which the first answer can be judged.
    KeysetReader(const Fetch &fetch, RequestPace &pace, int pageSize, const Bounds &bounds,
        const std::optional<RowPosition> &tail = {});
    ~KeysetReader() override;

    void pause() override;

private:
    void work() override;
    void cut();
    bool take(Request &request); // false: the reader is at its end
    [[nodiscard]] bool keepsToBounds(const Request &request) const;
    [[nodiscard]] static bool areWithin(const Bounds &bounds, const QList<Event> &rows);
    bool split(const Request &request); // the same
    void parcel(const Request &request, Timestamp until, qint64 left, std::deque<Request> pieces);
    [[nodiscard]] Request secondFrom(Timestamp from, const Request &request) const;
    bool passOver(Request &request); // the same
    void readSecond(const Bounds &bounds);
    void handleSecondRead();
    bool deliver(const Bounds &bounds, const QList<Event> &rows, int tooLarge = 0); // the same

    Bounds m_bounds; // not yet cut
    bool m_cutAll = false;
    bool m_mustJump = true; // the next slice has no lower end: nothing is known, or nothing was found
    double m_perSecond = 0;
    qint64 m_expected = 0; // rows below the cursor
    bool m_trusted = false; // a bounded answer was right
    std::optional<RowPosition> m_tail;
    // More rows in a second than fit a page: read by pages, since time does not part them.
    Fetch m_fetchSecond;
    OffsetReader *m_second = nullptr; // a child
    bool m_secondIsRight = false; // it brought rows that must be there
    bool m_secondIsWrong = false; // and others that must not
};

// For any list: pages that overlap, several at a time. Where neighbours do not meet, rows were deleted above them, and
// an earlier page is asked for.
class OffsetReader : public RangeReader
{
    Q_OBJECT

public:
    // Rows of `span` only. About so many rows stand before it, better less; none: not known.
    OffsetReader(
        const Fetch &fetch, RequestPace &pace, int pageSize, const RowSpan &span, std::optional<qint64> rowsBefore);

private:
    void work() override;
    void seek(const Request &probe);
    void add(PageWindow window);
    bool take(Request &request); // takes its rows over; false: the reader is at its end
    bool passOver(PageWindow window);
    bool stepBack();
    void restartAt(qint64 covered);

    RowSpan m_span;
    std::optional<RowPosition> m_tail; // of what was delivered, or before the span
    qint64 m_planned = 0; // rows above the end of what was asked for
    qint64 m_covered = 0; // rows above the end of what was taken
    bool m_plannedAll = false;
    int m_stepsBack = 0;
    qint64 m_idleRows = 0; // beyond what is usual
    int m_pagesWithoutNews = 0;
    int m_passedOver = 0; // rows that are too large, since the last cell
    QSet<QString> m_timeless; // delivered
    bool m_seeking = false; // for the first row of the span
    qint64 m_newer = -1;
    qint64 m_older = -1;
};

} // namespace tidings
