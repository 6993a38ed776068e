// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangereader.h"

#include "timesteps.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

namespace tidings {

using timesteps::second;

namespace {

using namespace std::chrono_literals;

constexpr int mostAttempts = 6; // of a request that failed for a while
constexpr std::chrono::seconds longestPatience = 60s; // whom the server asks for more tells the user
constexpr qint64 mostUncounted = 10'000; // rows beyond twice what the server counts
constexpr qsizetype mostTimeless = 10'000;
constexpr double fullness = 0.7; // of a page, that a slice aims at
constexpr int mostPieces = 64;
constexpr qint64 mostIdleRows = 10'000; // asked for in vain by steps back, beyond a few for each row that was news
constexpr qint64 idleForNews = 4;
constexpr qint64 nearEnough = 50; // rows, when the begin of a span is sought

// The place between two seconds, before all rows of the later one's end.
RowPosition boundary(Timestamp secondStart)
{
    return {secondStart - 1, {}};
}

Timestamp secondOf(Timestamp time)
{
    const Timestamp within = time % second;
    return time - (within < 0 ? within + second : within);
}

const Event *lastWithTime(const QList<Event> &rows)
{
    const auto found
        = std::find_if(rows.crbegin(), rows.crend(), [](const Event &row) { return row.created.has_value(); });
    return found == rows.crend() ? nullptr : &*found;
}

ApiError tooLarge()
{
    ApiError error;
    error.kind = ApiError::Kind::TooLarge;
    return error;
}

} // namespace

RequestPace::RequestPace(int most)
    : m_most(std::max(1, most))
    , m_allowed(std::min(2, m_most))
{
}

void RequestPace::answered(qint64 milliseconds)
{
    constexpr qint64 quick = 1000;
    constexpr qint64 slow = 4000;
    --m_underWay;
    if (milliseconds > slow) {
        m_quickOnes = 0;
        m_allowed = std::max(1, m_allowed - 1);
    } else if (milliseconds < quick && ++m_quickOnes >= m_allowed * 2) {
        m_quickOnes = 0;
        m_allowed = std::min(m_most, m_allowed + 1);
    }
}

void RequestPace::refused()
{
    m_allowed = 1;
    m_quickOnes = -8; // takes longer to forget
}

RangeReader::RangeReader(const Fetch &fetch, RequestPace &pace, int pageSize)
    : m_fetch(fetch)
    , m_pace(pace)
    , m_pageSize(std::max(1, pageSize))
    , m_fullPageSize(m_pageSize)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waiting = false;
        if (!m_finished)
            work();
    });
}

RangeReader::~RangeReader()
{
    dropAll();
}

void RangeReader::start()
{
    if (!m_paused || m_finished)
        return;
    m_paused = false;
    for (Request &request : m_requests)
        request.attempts = 0;
    schedule();
}

void RangeReader::wake()
{
    if (!m_paused && !m_finished)
        schedule();
}

void RangeReader::pause()
{
    m_paused = true;
}

void RangeReader::schedule()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            if (!m_finished)
                work();
        },
        Qt::QueuedConnection);
}

void RangeReader::askWaiting()
{
    for (Request &request : m_requests) {
        if (m_paused || m_waiting || !m_pace.hasRoom())
            return;
        if (!request.isUnderWay && !request.isDone && !request.isSpecial)
            ask(request);
    }
}

void RangeReader::ask(Request &request)
{
    request.number = ++m_lastNumber;
    request.isUnderWay = true;
    m_pace.started();
    QElapsedTimer clock;
    clock.start();
    const auto done = [guard = QPointer(this), number = request.number, clock](Result<Page<Event>> page) {
        if (guard)
            guard->handle(number, clock.elapsed(), std::move(page));
    };
    request.call = m_fetch(request.window, request.bounds, done);
}

void RangeReader::handle(quint64 number, qint64 milliseconds, Result<Page<Event>> page)
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
        [number](const Request &request) { return request.isUnderWay && request.number == number; });
    if (found == m_requests.end())
        return;
    found->isUnderWay = false;
    m_pace.answered(milliseconds);
    if (page) {
        found->isDone = true;
        found->page = std::move(*page);
        if (found->bounds == Bounds())
            m_count = found->page.count;
        m_mostCounted = std::max<qint64>(m_mostCounted, found->page.count);
    } else if (page.error().kind == ApiError::Kind::NotFound) {
        found->isDone = true;
        found->isBehindEnd = true;
    } else if (page.error().kind == ApiError::Kind::TooLarge) {
        found->isDone = true;
        found->isTooLarge = true;
    } else if (!repeat(*found, page.error())) {
        return fail(page.error());
    }
    work();
}

bool RangeReader::repeat(Request &request, const ApiError &error)
{
    using Kind = ApiError::Kind;
    const bool isBusy = error.kind == Kind::RateLimited || error.retryAfter;
    const bool passes
        = isBusy || error.kind == Kind::Unreachable || error.kind == Kind::Timeout || error.kind == Kind::Server;
    if (!passes || error.retryAfter > longestPatience || ++request.attempts >= mostAttempts)
        return false;
    if (isBusy)
        m_pace.refused();
    m_waiting = true;
    const std::chrono::milliseconds usual = m_pace.patience() * (1 << (request.attempts - 1));
    m_patience.start(error.retryAfter ? std::chrono::milliseconds(*error.retryAfter) : usual);
    return true;
}

void RangeReader::makePagesSmaller(int size)
{
    m_pageSize = std::max(1, size);
    m_goodPages = 0;
}

void RangeReader::notePage()
{
    if (m_pageSize >= m_fullPageSize || ++m_goodPages < pagesToGrow)
        return;
    m_pageSize = std::min(m_fullPageSize, m_pageSize * 2);
    m_goodPages = 0;
}

bool RangeReader::tell(const RangeCell &cell)
{
    m_told += cell.rows.size();
    if (m_told > 2 * m_mostCounted + mostUncounted) {
        fail(endlessList());
        return false;
    }
    emit cellRead(cell);
    return true;
}

void RangeReader::dropAll()
{
    for (Request &request : m_requests) {
        if (!request.isUnderWay)
            continue;
        request.call.cancel();
        m_pace.dropped();
    }
    m_requests.clear();
}

void RangeReader::finish()
{
    m_finished = true;
    dropAll();
    emit finished();
}

void RangeReader::fail(const ApiError &error)
{
    m_paused = true;
    emit failed(error);
}

void RangeReader::giveUpBounds()
{
    m_finished = true;
    dropAll();
    emit boundsIgnored();
}

KeysetReader::KeysetReader(
    const Fetch &fetch, RequestPace &pace, int pageSize, const Bounds &bounds, const std::optional<RowPosition> &tail)
    : RangeReader(fetch, pace, pageSize)
    , m_bounds(bounds)
    , m_tail(tail)
{
}

KeysetReader::~KeysetReader()
{
    delete m_second;
}

void KeysetReader::pause()
{
    RangeReader::pause();
    if (m_second)
        m_second->pause();
}

void KeysetReader::work()
{
    while (!requests().empty()) {
        if (requests().front().isSpecial) {
            if (!isPaused())
                readSecond(requests().front().bounds);
            break;
        }
        if (!requests().front().isDone)
            break;
        Request request = std::move(requests().front());
        requests().pop_front();
        if (!take(request))
            return;
    }
    if (requests().empty() && m_cutAll)
        return finish();
    while (wantsMore() && !m_cutAll)
        cut();
    askWaiting();
}

void KeysetReader::cut()
{
    Request request;
    request.window = {1, pageSize()};
    request.bounds = m_bounds;
    const double full = pageSize() * fullness;
    const double left = static_cast<double>(m_expected) - full * static_cast<double>(requests().size());
    m_cutAll = true;
    if (!std::exchange(m_mustJump, false) && left > full && m_perSecond > 0) {
        constexpr double longest = 1e8; // seconds
        const auto length = static_cast<qint64>(std::clamp(full / m_perSecond, 1.0, longest));
        const Timestamp from = *m_bounds.until - length * second;
        if (from > m_bounds.from.value_or(0)) {
            request.bounds.from = from;
            m_bounds.until = from;
            m_cutAll = false;
        }
    }
    requests().push_back(std::move(request));
}

bool KeysetReader::areWithin(const Bounds &bounds, const QList<Event> &rows)
{
    return std::none_of(rows.begin(), rows.end(), [&bounds](const Event &row) {
        return row.created
            && ((bounds.until && *row.created >= *bounds.until) || (bounds.from && *row.created < *bounds.from));
    });
}

bool KeysetReader::keepsToBounds(const Request &request) const
{
    if (request.bounds == Bounds())
        return true;
    const QList<Event> &rows = request.page.items;
    if (!areWithin(request.bounds, rows))
        return false;
    // The first slice below a page begins with the last second of that page. (When all of it was deleted it looks the
    // same as a server with another notion of time; offsets are right then, too.)
    return m_trusted || !m_tail || request.window.page > 1
        || (!rows.isEmpty() && !positionOf(rows.first()).isAfter(*m_tail));
}

bool KeysetReader::take(Request &request)
{
    if (request.isTooLarge || request.window.page > 1)
        return passOver(request);
    if (request.isBehindEnd || !keepsToBounds(request)) {
        giveUpBounds();
        return false;
    }
    notePage();
    m_trusted = m_trusted || (m_tail && request.bounds != Bounds());
    const Page<Event> &page = request.page;
    const qsizetype size = page.items.size();
    // A short page that is not the last one: the server clamps.
    if (page.next > 0 && size > 0 && size < request.window.size)
        setPageSize(static_cast<int>(size));
    if (page.next > 0 && size > 0)
        return split(request);
    m_expected = std::max<qint64>(0, m_expected - size);
    if (request.bounds.from && request.bounds.until) {
        const double length = static_cast<double>(*request.bounds.until - *request.bounds.from) / second;
        const double density = std::max(0.25, static_cast<double>(size)) / length;
        m_perSecond = m_perSecond > 0 ? (m_perSecond + density) / 2 : density;
        m_mustJump = m_mustJump || size == 0;
    }
    return deliver(request.bounds, page.items);
}

// Asks for less of the slice. Where its first row alone is too large, for the row behind it: that tells which second,
// and pages part the rows of a second.
bool KeysetReader::passOver(Request &request)
{
    const int passed = request.window.page - 1;
    if (request.isTooLarge) {
        Request next;
        next.bounds = request.bounds;
        next.window = {request.window.page, request.window.size / 2};
        if (request.window.size > 1)
            makePagesSmaller(next.window.size);
        else
            next.window = {request.window.page + 1, 1};
        const bool isEnough = next.window.page % mostTooLarge == 0;
        requests().push_front(std::move(next));
        if (isEnough)
            fail(tooLarge());
        return !isEnough;
    }
    if (request.isBehindEnd)
        return deliver(request.bounds, {}, passed);
    const Event *const first = lastWithTime(request.page.items);
    if (!first || !keepsToBounds(request)) {
        giveUpBounds();
        return false;
    }
    if (!m_tail)
        m_tail = positionOf(*first);
    const Timestamp from = secondOf(*first->created);
    std::deque<Request> pieces;
    pieces.push_back(secondFrom(from, request));
    parcel(request, from, std::max<qint64>(1, request.page.count - passed), std::move(pieces));
    return true;
}

// The page holds only the first of the rows in these bounds.
bool KeysetReader::split(const Request &request)
{
    const QList<Event> &rows = request.page.items;
    const Event *const last = lastWithTime(rows);
    if (!last) {
        giveUpBounds();
        return false;
    }
    const Timestamp lastSecond = secondOf(*last->created);
    // The seconds that are on the page as a whole, and what has no time among them
    const auto isWhole = [&](const Event &row) {
        return row.created && *row.created >= lastSecond + second;
    };
    const auto end = std::find_if(rows.crbegin(), rows.crend(), isWhole).base();
    QList<Event> whole;
    std::copy_if(
        rows.cbegin(), end, std::back_inserter(whole), [&](const Event &row) { return !row.created || isWhole(row); });
    const bool isDense = whole.isEmpty();
    if (!isDense || !m_tail)
        m_tail = positionOf(*last);
    if (!request.bounds.from || request.bounds.from == m_bounds.from) {
        const Timestamp newest = rows.first().created.value_or(*last->created);
        const double length = static_cast<double>(newest - *last->created) / second;
        m_perSecond = static_cast<double>(rows.size()) / std::max(length, 1.0);
    }
    const qint64 left = std::max<qint64>(1, request.page.count - whole.size());
    std::deque<Request> pieces;
    Timestamp until = lastSecond + second;
    if (isDense) {
        pieces.push_back(secondFrom(lastSecond, request));
        until = lastSecond;
    } else if (!deliver({until, request.bounds.until}, whole)) {
        return false;
    }
    parcel(request, until, left, std::move(pieces));
    return true;
}

RangeReader::Request KeysetReader::secondFrom(Timestamp from, const Request &request) const
{
    Request result;
    result.isSpecial = true;
    result.bounds = {from, request.bounds.until};
    return result;
}

// What the request leaves, from `until` on, is asked for behind the `pieces`; about so many rows are left.
void KeysetReader::parcel(const Request &request, Timestamp until, qint64 left, std::deque<Request> pieces)
{
    Bounds rest = request.bounds;
    rest.until = until;
    if (!rest.from || rest.from == m_bounds.from) {
        // It was the last slice so far; the next ones are cut by what is known now.
        m_bounds.until = rest.until;
        m_cutAll = false;
        m_expected = left;
    } else if (*rest.from < *rest.until) {
        const qint64 seconds = (*rest.until - *rest.from) / second;
        const auto wanted = static_cast<qint64>(std::ceil(static_cast<double>(left) / (pageSize() * fullness)));
        const qint64 count = std::clamp<qint64>(std::min(wanted, seconds), 1, mostPieces);
        for (qint64 piece = 0; piece < count; ++piece) {
            Request part;
            part.window = {1, pageSize()};
            part.bounds = {*rest.from + seconds * (count - piece - 1) / count * second,
                *rest.from + seconds * (count - piece) / count * second};
            pieces.push_back(std::move(part));
        }
    }
    requests().insert(
        requests().begin(), std::make_move_iterator(pieces.begin()), std::make_move_iterator(pieces.end()));
}

// By pages: time does not part these rows.
void KeysetReader::readSecond(const Bounds &bounds)
{
    if (!m_second) {
        m_fetchSecond = [this, bounds](PageWindow window, const Bounds & /*none*/,
                            const std::function<void(Result<Page<Event>>)> &done) {
            return fetch()(window, bounds, [guard = QPointer(this), bounds, done](Result<Page<Event>> page) {
                if (guard && page && !areWithin(bounds, page->items))
                    guard->m_secondIsWrong = true;
                done(std::move(page));
            });
        };
        RowSpan span;
        if (bounds.until)
            span.after = boundary(*bounds.until);
        if (bounds.from)
            span.last = boundary(*bounds.from);
        m_secondIsRight = false;
        m_secondIsWrong = false;
        m_second = new OffsetReader(m_fetchSecond, pace(), fullPageSize(), span, 0);
        m_second->setParent(this);
        connect(m_second, &RangeReader::cellRead, this, [this](const RangeCell &cell) {
            m_secondIsRight = m_secondIsRight
                || std::any_of(cell.rows.begin(), cell.rows.end(),
                    [this](const Event &row) { return row.created && m_tail && !positionOf(row).isAfter(*m_tail); });
            m_expected = std::max<qint64>(0, m_expected - cell.rows.size());
            if (!tell(cell))
                m_second->pause();
        });
        connect(m_second, &RangeReader::finished, this, &KeysetReader::handleSecondRead);
        connect(m_second, &RangeReader::failed, this, &KeysetReader::fail);
    }
    m_second->start();
    m_second->wake();
}

void KeysetReader::handleSecondRead()
{
    std::exchange(m_second, nullptr)->deleteLater();
    // Nothing but this second was asked for so far: it must have what the page had.
    if (!m_trusted && (!m_secondIsRight || m_secondIsWrong))
        return giveUpBounds();
    m_trusted = true;
    requests().pop_front();
    schedule();
}

bool KeysetReader::deliver(const Bounds &bounds, const QList<Event> &rows, int tooLarge)
{
    RangeCell cell;
    if (bounds.until)
        cell.span.after = boundary(*bounds.until);
    if (bounds.from)
        cell.span.last = boundary(*bounds.from);
    cell.rows = rows;
    cell.tooLarge = tooLarge;
    return tell(cell);
}

OffsetReader::OffsetReader(
    const Fetch &fetch, RequestPace &pace, int pageSize, const RowSpan &span, std::optional<qint64> rowsBefore)
    : RangeReader(fetch, pace, pageSize)
    , m_span(span)
    , m_tail(span.after)
    , m_seeking(span.after && !rowsBefore)
{
    if (rowsBefore && *rowsBefore > 0)
        restartAt(*rowsBefore + 1);
}

void OffsetReader::work()
{
    while (!requests().empty() && requests().front().isDone) {
        Request request = std::move(requests().front());
        requests().pop_front();
        if (m_seeking)
            seek(request);
        else if (!take(request))
            return;
    }
    if (m_seeking && requests().empty() && !isPaused())
        add({static_cast<int>(m_older < 0 ? 0 : (m_newer + m_older) / 2) + 1, 1});
    while (!m_seeking && wantsMore() && !m_plannedAll && (count() >= 0 || requests().empty())) {
        const PageWindow window = overlappingWindow(m_planned, pageSize());
        m_planned = window.offset() + window.size;
        m_plannedAll = count() >= 0 && m_planned >= count();
        add(window);
    }
    askWaiting();
}

void OffsetReader::add(PageWindow window)
{
    Request request;
    request.window = window;
    requests().push_back(std::move(request));
}

// For the first row behind m_span.after, by halves: rows up to m_newer are before it, the one at m_older is not.
void OffsetReader::seek(const Request &probe)
{
    if (m_older < 0)
        m_older = probe.page.count;
    const QList<Event> &rows = probe.page.items;
    const bool isBehind = probe.isBehindEnd || rows.isEmpty() || positionOf(rows.first()).isAfter(*m_span.after);
    (isBehind ? m_older : m_newer) = probe.window.offset();
    if (m_older - m_newer > nearEnough)
        return;
    m_seeking = false;
    restartAt(std::max<qint64>(0, m_newer - nearEnough));
}

void OffsetReader::restartAt(qint64 covered)
{
    m_covered = covered;
    m_planned = covered;
    m_plannedAll = false;
    dropAll();
}

// False where it is enough for now.
bool OffsetReader::passOver(PageWindow window)
{
    if (window.size > 1) {
        makePagesSmaller(window.size / 2);
        restartAt(m_covered);
        return true;
    }
    m_covered = std::max(m_covered, window.offset() + 1);
    // Requests that were planned behind it stay right.
    if (requests().empty()) {
        m_planned = m_covered;
        m_plannedAll = false;
    }
    if (++m_passedOver % mostTooLarge != 0)
        return true;
    fail(tooLarge());
    return false;
}

bool OffsetReader::stepBack()
{
    const auto back = steppedBack(m_covered, pageSize(), m_stepsBack);
    if (back)
        restartAt(*back);
    return back.has_value();
}

bool OffsetReader::take(Request &request)
{
    const PageWindow window = request.window;
    if (request.isTooLarge)
        return passOver(window);
    if (request.isBehindEnd) {
        if (m_passedOver > 0 && window.offset() >= m_covered) {
            // The one that is too large was the last.
            if (tell({{m_tail, m_span.last}, {}, std::exchange(m_passedOver, 0)}))
                finish();
            return false;
        }
        // The list became shorter than what was read.
        if (window.page > 1 && stepBack())
            return true;
        ApiError error;
        error.kind = ApiError::Kind::NotFound;
        error.httpStatus = 404;
        restartAt(0);
        fail(error);
        return false;
    }
    notePage();
    Page<Event> &page = request.page;
    const auto size = static_cast<qint64>(page.items.size());
    // A short page that is not the last one: the server clamps. Its numbering then means smaller pages.
    if (page.next > 0 && size > 0 && size < window.size) {
        setPageSize(static_cast<int>(size));
        restartAt(m_covered);
        if (window.page > 1)
            return true;
    }
    const bool overlaps = window.page > 1 && window.offset() < m_covered;
    if (overlaps && m_tail && size > 0 && page.items.first().created && positionOf(page.items.first()).isAfter(*m_tail)
        && stepBack()) {
        m_idleRows += window.size;
        if (m_idleRows < mostIdleRows)
            return true;
        // Pages that never meet
        m_idleRows = 0;
        fail(endlessList());
        return false;
    }

    RangeCell cell;
    cell.span.after = m_tail;
    bool isEnd = page.next == 0 || page.items.isEmpty();
    const auto isBefore = [this](const Event &row) {
        return row.created ? m_tail && !positionOf(row).isAfter(*m_tail) : m_timeless.contains(row.id);
    };
    const auto isBehind = [this](const Event &row) {
        return row.created && m_span.last && positionOf(row).isAfter(*m_span.last);
    };
    // Most pages of a long list are wanted from the second row on: their rows are passed on as they are.
    cell.rows = std::move(page.items);
    const auto wanted = std::find_if_not(cell.rows.cbegin(), cell.rows.cend(), isBefore);
    cell.rows.erase(cell.rows.cbegin(), wanted);
    if (std::any_of(cell.rows.cbegin(), cell.rows.cend(), isBefore))
        cell.rows.removeIf(isBefore);
    const auto end = std::find_if(cell.rows.cbegin(), cell.rows.cend(), isBehind);
    if (end != cell.rows.cend()) {
        isEnd = true;
        cell.rows.erase(end, cell.rows.cend());
    }
    if (const Event *const last = lastWithTime(cell.rows))
        m_tail = positionOf(*last);
    for (const Event &row : std::as_const(cell.rows)) {
        if (!row.created && !row.id.isEmpty() && m_timeless.size() < mostTimeless)
            m_timeless.insert(row.id);
    }
    m_covered = std::max(m_covered, window.offset() + size);
    cell.span.last = isEnd ? m_span.last : m_tail;
    if (isEnd || !cell.rows.isEmpty()) {
        m_stepsBack = 0;
        m_idleRows = std::max<qint64>(0, m_idleRows - idleForNews * cell.rows.size());
        m_pagesWithoutNews = 0;
        cell.tooLarge = std::exchange(m_passedOver, 0);
        if (!tell(cell))
            return false;
    } else if (++m_pagesWithoutNews >= mostPagesWithoutNews) {
        m_pagesWithoutNews = 0;
        fail(endlessList());
        return false;
    }
    if (isEnd) {
        finish();
        return false;
    }
    // The list grew, or the pages are smaller than planned.
    if (requests().empty()) {
        m_planned = m_covered;
        m_plannedAll = false;
    }
    return true;
}

} // namespace tidings
