// SPDX-License-Identifier: GPL-3.0-or-later
#include "rangeloader.h"

#include "timesteps.h"

#include <QPointer>

#include <algorithm>
#include <numeric>

namespace tidings {

using timesteps::second;

namespace {

constexpr int mostMoves = 8; // of the list under one check
constexpr qint64 cheapToReread = 2000; // rows
constexpr size_t cellsAtOnce = 20; // that are dropped in one turn of the event loop

bool isBetweenSeconds(const std::optional<RowPosition> &place)
{
    return !place || (place->id.isEmpty() && (place->created + 1) % second == 0);
}

} // namespace

RangeLoader::RangeLoader(
    RangeReader::Fetch fetch, int pageSize, int mostRequests, bool allowsKeyset, const RowSpan &limits, QObject *parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
    , m_pageSize(pageSize)
    , m_pace(mostRequests)
    , m_keyset(allowsKeyset && isBetweenSeconds(limits.after) && isBetweenSeconds(limits.last))
    , m_limits(limits)
{
}

RangeLoader::~RangeLoader()
{
    m_probe.cancel();
    // Before what they hold references to; some may be about to go anyway.
    const QList<RangeReader *> readers = findChildren<RangeReader *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(readers);
}

void RangeLoader::start()
{
    m_paused = false;
    if (m_reader)
        m_reader->start();
    else if (!m_complete && m_cells.empty())
        read(m_limits, std::nullopt);
    else if (!m_complete)
        read({m_cells.back().last, m_limits.last}, loaded() - 1);
}

RowPosition RangeLoader::placeAt(const RowPosition &tail) const
{
    return m_keyset ? RowPosition{(tail.created / second + 1) * second - 1, {}} : tail;
}

void RangeLoader::setRead(const RowPosition &tail, qint64 rows, qint64 count)
{
    const RowPosition place = placeAt(tail);
    m_count = count;
    m_tail = place;
    m_tailRead = tail;
    if (rows > 0)
        m_cells.push_back(Cell{m_newest.value_or(place), place, rows});
}

void RangeLoader::setComplete()
{
    m_complete = true;
    m_isUnread = true;
    m_cells.clear();
    m_tailRead.reset();
}

void RangeLoader::pause()
{
    m_paused = true;
    if (m_reader)
        m_reader->pause();
}

qint64 RangeLoader::loaded() const
{
    return rowsFrom(0);
}

qint64 RangeLoader::rowsFrom(size_t cell) const
{
    return std::accumulate(m_cells.begin() + static_cast<std::ptrdiff_t>(cell), m_cells.end(), qint64(0),
        [](qint64 sum, const Cell &one) { return sum + one.count; });
}

RangeReader::Bounds RangeLoader::boundsOf(const RowSpan &span) const
{
    // Cells end at whole seconds where the list is bounded by time.
    RangeReader::Bounds bounds;
    if (span.after)
        bounds.until = span.after->created + 1;
    if (span.last)
        bounds.from = span.last->created + 1;
    return bounds;
}

void RangeLoader::read(const RowSpan &span, std::optional<qint64> rowsBefore)
{
    if (m_keyset)
        m_reader
            = new KeysetReader(m_fetch, m_pace, m_pageSize, boundsOf(span), std::exchange(m_tailRead, std::nullopt));
    else
        m_reader = new OffsetReader(m_fetch, m_pace, m_pageSize, span, rowsBefore);
    m_reader->setParent(this);
    m_newestBefore = m_newest;
    connect(m_reader, &RangeReader::cellRead, this, &RangeLoader::handleCell);
    connect(m_reader, &RangeReader::finished, this, &RangeLoader::handleFinished);
    connect(m_reader, &RangeReader::boundsIgnored, this, &RangeLoader::handleBoundsIgnored);
    connect(m_reader, &RangeReader::failed, this, [this](const ApiError &error) {
        if (!m_complete)
            return emit failed(error);
        // The old cells stay, but not a part of all; the next check finds the difference again.
        dropReader();
        if (!m_rereading) {
            m_cells.clear();
            m_tooLarge = 0;
            m_isUnread = true;
        }
        for (const Cell &cell : m_fresh)
            m_tooLarge -= cell.tooLarge;
        m_rereading.reset();
        m_endsAnew = false;
        m_fresh.clear();
        endCheck();
    });
    m_reader->start();
}

// It may be the one that has just said something, and its other answers may arrive before it goes.
void RangeLoader::dropReader()
{
    m_reader->disconnect(this);
    m_reader->pause();
    std::exchange(m_reader, nullptr)->deleteLater();
}

void RangeLoader::handleCell(const RangeCell &cell)
{
    if (m_reader->count() >= 0)
        m_count = m_reader->count();
    if (m_countAtBegin < 0)
        m_countAtBegin = m_count;
    if (!cell.rows.isEmpty()) {
        const RowPosition first = positionOf(cell.rows.first());
        const RowPosition last = positionOf(cell.rows.last());
        if (!m_newest || m_newest->isAfter(first))
            m_newest = first;
        if (!m_tail || last.isAfter(*m_tail))
            m_tail = last;
    }
    m_tooLarge += cell.tooLarge;
    std::deque<Cell> &cells = m_rereading ? m_fresh : m_cells;
    const qint64 count = cell.rows.size() + cell.tooLarge;
    // A second may come in parts, and what alone is too large has no place that is known.
    const bool isPart
        = !cells.empty() && ((m_keyset && !isBetweenSeconds(cells.back().last)) || (cell.rows.isEmpty() && count > 0));
    if (isPart) {
        cells.back().last = cell.span.last;
        cells.back().count += count;
        cells.back().tooLarge += cell.tooLarge;
    } else if (count > 0) {
        const RowPosition first
            = cell.rows.isEmpty() ? cell.span.after.value_or(RowPosition()) : positionOf(cell.rows.first());
        cells.push_back(Cell{first, cell.span.last, count, cell.tooLarge});
    }
    RangeCell told = cell;
    // What the owner has above the first row went, but for what a poll brought meanwhile.
    if (!told.span.after && m_newestBefore)
        told.span.after = RowPosition{m_newestBefore->created, {}};
    emit cellRead(told);
}

void RangeLoader::handleFinished()
{
    dropReader();
    if (m_rereading) {
        const size_t cell = *std::exchange(m_rereading, std::nullopt);
        m_tooLarge -= m_cells[cell].tooLarge;
        const auto place = m_cells.erase(m_cells.begin() + static_cast<std::ptrdiff_t>(cell));
        m_cells.insert(place, m_fresh.begin(), m_fresh.end());
        m_fresh.clear();
        if (std::exchange(m_endsAnew, false))
            return compare();
        m_same = cell;
        if (m_same == 0 || loaded() == m_count)
            return endCheck();
        m_changed = 0;
        return probe();
    }
    if (m_complete)
        return endCheck();
    m_complete = true;
    emit completed();
}

// Offsets are used from now on. What was delivered is right, or is put right by what comes.
void RangeLoader::handleBoundsIgnored()
{
    dropReader();
    m_keyset = false;
    restart();
}

void RangeLoader::restart()
{
    const bool isMuch = m_complete && std::max(loaded(), isLimited() ? 0 : m_count) > cheapToReread;
    if (isMuch)
        m_complete = false;
    m_isUnread = false;
    m_tooLarge = 0;
    m_cells.clear();
    m_fresh.clear();
    m_rereading.reset();
    m_countAtBegin = -1;
    read(m_limits, std::nullopt);
    if (m_paused && !m_complete)
        m_reader->pause();
    if (isMuch)
        emit startedAnew();
}

void RangeLoader::addOnTop(const QList<Event> &rows)
{
    QList<RowPosition> fresh;
    for (const Event &row : rows) {
        if (row.created && (!m_newest || m_newest->isAfter(positionOf(row))))
            fresh += positionOf(row);
    }
    // The first answer to a running reader may have them, or not: the check tells.
    if (fresh.isEmpty() || m_limits.after || (m_cells.empty() && (m_reader || !m_complete)))
        return;
    if (m_count >= 0)
        m_count += fresh.size();
    if (m_countAtBegin >= 0)
        m_countAtBegin += fresh.size();
    if (m_rereading && *m_rereading == 0) {
        m_newest = fresh.first();
        return;
    }
    const bool isFull = m_cells.empty() || (m_cells.front().count >= m_pageSize && !isChecking());
    auto above = static_cast<qint64>(fresh.size()); // the rest belongs to the cell there is
    std::optional<RowPosition> end;
    if (!m_cells.empty()) {
        end = fresh.last();
        if (m_keyset) {
            const Timestamp boundary = (m_newest->created / second + 1) * second;
            end = RowPosition{boundary - 1, {}};
            above = std::count_if(
                fresh.begin(), fresh.end(), [&](const RowPosition &row) { return row.created >= boundary; });
        }
    }
    m_newest = fresh.first();
    if (!isFull || above == 0) {
        m_cells.front().count += fresh.size();
        m_cells.front().first = fresh.first();
        return;
    }
    if (!m_cells.empty() && above < fresh.size()) {
        m_cells.front().count += fresh.size() - above;
        m_cells.front().first = fresh.at(above);
    }
    m_cells.push_front(Cell{fresh.first(), end, above});
}

void RangeLoader::check(qint64 serverCount)
{
    if (!m_complete || isChecking())
        return;
    m_count = serverCount;
    if (m_isUnread) {
        m_wasReread = true;
        return restart();
    }
    if (isLimited()) {
        // Whether what went was within the limits cannot be told from outside.
        const bool isDear = m_limits.after || loaded() > cheapToReread;
        if (serverCount == m_countAtBegin || (m_wasReread && isDear))
            return endCheck();
        m_wasReread = true;
        return restart();
    }
    m_mayDrop = true;
    compare();
}

void RangeLoader::compare()
{
    const qint64 gone = loaded() - m_count;
    if (gone == 0)
        return endCheck();
    m_changed = 0;
    m_same = m_cells.size();
    m_moves = 0;
    constexpr qint64 few = 20;
    if (gone <= std::max<qint64>(few, static_cast<qint64>(m_cells.size()) / 3))
        return probe();
    // Many small requests would be more than all pages.
    if (!std::exchange(m_mayDrop, false))
        return restart();
    if (m_count == 0)
        return dropFrom(0);
    if (m_keyset)
        return askWhatIsLeft();
    seekEnd();
}

// The last row of the list tells which cells are gone as a whole.
void RangeLoader::seekEnd()
{
    m_probing = true;
    m_probe = m_fetch({static_cast<int>(m_count), 1}, {}, [guard = QPointer(this)](const Result<Page<Event>> &page) {
        if (!guard)
            return;
        guard->m_probing = false;
        const bool isAnswered
            = page || page.error().kind == ApiError::Kind::NotFound || page.error().kind == ApiError::Kind::TooLarge;
        if (!isAnswered)
            return guard->endCheck();
        if (!page || page->items.isEmpty())
            return guard->compare();
        const RowPosition end = positionOf(page->items.first());
        const std::deque<Cell> &cells = guard->m_cells;
        const auto there = std::find_if(
            cells.begin(), cells.end(), [&end](const Cell &cell) { return !cell.last || !end.isAfter(*cell.last); });
        guard->dropFrom(std::min(cells.size(), static_cast<size_t>(there - cells.begin()) + 1));
    });
}

// The same by halves: something is left from the cell m_changed on, nothing from m_same on.
void RangeLoader::askWhatIsLeft()
{
    if (m_same - m_changed <= 1)
        return dropFrom(m_same);
    const size_t cell = (m_changed + m_same) / 2;
    m_probing = true;
    m_probe = m_fetch({1, 1}, boundsOf({m_cells[cell - 1].last, std::nullopt}),
        [guard = QPointer(this), cell](const Result<Page<Event>> &page) {
            if (!guard)
                return;
            guard->m_probing = false;
            if (!page && page.error().kind != ApiError::Kind::TooLarge)
                return guard->endCheck();
            (page && page->items.isEmpty() ? guard->m_same : guard->m_changed) = cell;
            guard->askWhatIsLeft();
        });
}

// These cells and those below are gone; some at a time, from the end.
void RangeLoader::dropFrom(size_t cell)
{
    m_probing = false;
    if (cell >= m_cells.size()) {
        if (m_cells.empty() || loaded() == m_count)
            return compare();
        // The last one may have lost a part.
        m_endsAnew = true;
        return readAnew(m_cells.size() - 1);
    }
    const size_t first = std::max(cell, m_cells.size() - std::min(m_cells.size(), cellsAtOnce));
    RangeCell gone;
    if (first > 0)
        gone.span.after = m_cells[first - 1].last;
    gone.span.last = m_limits.last;
    for (size_t i = first; i < m_cells.size(); ++i)
        m_tooLarge -= m_cells[i].tooLarge;
    m_cells.erase(m_cells.begin() + static_cast<std::ptrdiff_t>(first), m_cells.end());
    m_probing = true; // still at it
    QMetaObject::invokeMethod(
        this, [this, cell] { dropFrom(cell); }, Qt::QueuedConnection);
    emit cellRead(gone);
}

// Asks whether the rows from the cell halfway on are as they were.
void RangeLoader::probe()
{
    if (m_cells.empty())
        return restart();
    if (m_same - m_changed == 1)
        return readAnew(m_changed);
    const size_t cell = (m_changed + m_same) / 2;
    m_probing = true;
    const auto done = [guard = QPointer(this), cell](Result<Page<Event>> page) {
        if (guard)
            guard->probeAnswered(cell, std::move(page));
    };
    if (m_keyset) {
        m_probe = m_fetch({m_probePage, 1}, boundsOf({m_cells[cell - 1].last, std::nullopt}), done);
        return;
    }
    const qint64 offset = m_count - rowsFrom(cell);
    if (offset < 0) {
        // Fewer rows are left than these alone.
        m_probing = false;
        return bisect(cell, false);
    }
    m_probe = m_fetch({static_cast<int>(offset) + 1, 1}, {}, done);
}

void RangeLoader::probeAnswered(size_t cell, Result<Page<Event>> page)
{
    m_probing = false;
    constexpr int lastProbePage = 5;
    const int probePage = std::exchange(m_probePage, 1);
    if (!page && page.error().kind == ApiError::Kind::TooLarge) {
        if (!m_keyset)
            return bisect(cell, m_cells[cell].tooLarge > 0);
        if (probePage >= lastProbePage)
            return endCheck();
        m_probePage = probePage + 1;
        return probe();
    }
    const bool isBehindEnd = !page && page.error().kind == ApiError::Kind::NotFound;
    if (!page && !isBehindEnd)
        return endCheck();
    if (m_keyset)
        return bisect(cell, page && page->count == rowsFrom(cell));
    if (page && page->count != m_count) {
        // Rows came or went since; the place that was asked for means another row now.
        m_count = page->count;
        return ++m_moves > mostMoves ? endCheck() : probe();
    }
    bisect(cell, page && !page->items.isEmpty() && positionOf(page->items.first()) == m_cells[cell].first);
}

void RangeLoader::bisect(size_t cell, bool isSame)
{
    (isSame ? m_same : m_changed) = cell;
    probe();
}

void RangeLoader::readAnew(size_t cell)
{
    RowSpan span;
    if (cell > 0)
        span.after = m_cells[cell - 1].last;
    span.last = m_cells[cell].last;
    m_rereading = cell;
    const qint64 rowsBefore = cell == 0 ? 0 : m_count - rowsFrom(cell) - 1;
    read(span, std::max<qint64>(0, rowsBefore));
}

void RangeLoader::endCheck()
{
    emit checked();
}

} // namespace tidings
