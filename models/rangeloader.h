// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rangereader.h"

namespace tidings {

// Loads the whole of one list, or of a stretch of it, and keeps what was loaded true to the server afterwards. Holds no
// rows, only how many there are in each cell; the owner puts the rows of a cell where they belong and takes away those
// that it has in the cell's span and that are not among them.
//
// check() tells by the server's count whether rows went meanwhile. Where they did, the lowest cell that changed is
// found by halves, with one small request for each step, and read anew, until the counts agree. Where many went, those
// that went from the end of the list, as they do when they expire, are found and dropped first; when that is not enough
// everything is read anew, and where that is much the loader is not complete meanwhile. (A stretch of a list
// that the server cannot bound is read anew as a whole.) A row that came into an old cell unnoticed because another one
// went from it at the same time is not found; authentik gives new rows the present time.
class RangeLoader : public QObject
{
    Q_OBJECT

public:
    // `limits` leaves rows out that the list has; none where the server does so itself.
    RangeLoader(RangeReader::Fetch fetch, int pageSize, int mostRequests, bool allowsKeyset, const RowSpan &limits,
        QObject *parent);
    ~RangeLoader() override;

    // See RequestPace.
    void setPatience(std::chrono::milliseconds patience) { m_pace.setPatience(patience); }
    // Before start(): the owner has rows of this list already, up to here.
    void setNewest(const RowPosition &newest) { m_newest = newest; }
    // Before start(), of a whole list of `count` rows that the owner has from its top down to `tail`: only those behind
    // placeAt(tail) are read. `rows` are those up to there. For a stretch: `tail` stands right above it, without rows.
    void setRead(const RowPosition &tail, qint64 rows, qint64 count);
    [[nodiscard]] RowPosition placeAt(const RowPosition &tail) const;
    // Before start(): the owner has all rows, as far as it knows. The first check() reads them anew.
    void setComplete();
    void start(); // also after pause() and failed()
    void pause(); // what is under way still arrives
    [[nodiscard]] bool isComplete() const { return m_complete; } // stays so while it checks a little
    [[nodiscard]] bool isChecking() const { return m_complete && (m_reader || m_probe.isActive() || m_probing); }
    [[nodiscard]] qint64 loaded() const; // rows in all cells, those that are too large included
    [[nodiscard]] int tooLarge() const { return m_tooLarge; } // rows that the client cannot take
    [[nodiscard]] qint64 count() const { return m_count; } // of the list on the server; -1 before the first answer
    [[nodiscard]] const std::optional<RowPosition> &newest() const { return m_newest; }
    [[nodiscard]] const std::optional<RowPosition> &tail() const { return m_tail; } // the oldest so far

    // A poll brought rows, newest first; those on top of newest() are counted. The owner has them already.
    void addOnTop(const QList<Event> &rows);
    // What the server counts now, rows told to addOnTop() included. Does nothing before all is loaded, or while it
    // checks already.
    void check(qint64 serverCount);

signals:
    // While loading: in order, without gaps. Afterwards: a cell that was read anew.
    void cellRead(const tidings::RangeCell &cell);
    void completed();
    void startedAnew(); // it was complete and is not any more: so much changed that all is read again
    void failed(const tidings::ApiError &error); // while loading; goes on where it was after start()
    void checked(); // the counts agree, or the check failed and the next one will tell

private:
    struct Cell
    {
        RowPosition first; // its newest row, as it was read
        std::optional<RowPosition> last; // of its span
        qint64 count = 0;
        int tooLarge = 0; // of them
    };

    void read(const RowSpan &span, std::optional<qint64> rowsBefore);
    void dropReader();
    void handleCell(const RangeCell &cell);
    void handleFinished();
    void handleBoundsIgnored();
    void restart(); // reads everything anew
    void compare();
    void seekEnd();
    void askWhatIsLeft();
    void dropFrom(size_t cell);
    void probe();
    void probeAnswered(size_t cell, Result<Page<Event>> page);
    void bisect(size_t cell, bool isSame);
    void readAnew(size_t cell);
    void endCheck();
    [[nodiscard]] qint64 rowsFrom(size_t cell) const; // in this cell and below
    [[nodiscard]] bool isLimited() const { return m_limits.after || m_limits.last; }
    [[nodiscard]] RangeReader::Bounds boundsOf(const RowSpan &span) const;

    const RangeReader::Fetch m_fetch;
    int m_pageSize;
    RequestPace m_pace;
    bool m_keyset;
    const RowSpan m_limits;
    RangeReader *m_reader = nullptr; // a child
    std::deque<Cell> m_cells; // newest first; none is empty
    bool m_complete = false;
    bool m_isUnread = false; // though complete: what the owner has was not compared with anything yet
    bool m_paused = true;
    qint64 m_count = -1;
    int m_tooLarge = 0;
    qint64 m_countAtBegin = -1; // at the first answer of the last reading, and what came on top since
    std::optional<RowPosition> m_newest;
    std::optional<RowPosition> m_newestBefore; // when the reading began
    std::optional<RowPosition> m_tail;
    std::optional<RowPosition> m_tailRead; // by the owner

    // The check: cells from m_same on are as they were, those from m_changed on are not.
    PendingCall m_probe;
    bool m_probing = false;
    int m_probePage = 1; // rows that are too large may stand before the one that can be asked for
    size_t m_changed = 0;
    size_t m_same = 0;
    int m_moves = 0; // the list changed under a probe
    bool m_mayDrop = false; // where the list ends now was not looked for yet
    bool m_endsAnew = false; // the cell that is read anew is what is left of the last ones
    std::optional<size_t> m_rereading; // this cell
    std::deque<Cell> m_fresh; // instead of it
    bool m_wasReread = false; // a limited stretch, once as a whole
};

} // namespace tidings
