// SPDX-License-Identifier: GPL-3.0-or-later
#include "historyfeed.h"

#include "timeslice.h"

#include <QElapsedTimer>

#include <utility>

namespace tidings {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype rowsAtOnce = 8; // between two looks at the clock
constexpr int pageSize = 200;
constexpr qsizetype mostHeard = 1000;
constexpr Timestamp askedEvery = 300'000'000; // microseconds: a poll that brings nothing is not written each time

} // namespace

HistoryFeed::HistoryFeed(
    NotificationArchive &archive, NotificationFeed &feed, NotificationTableModel &model, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
    , m_feed(feed)
    , m_model(model)
{
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &HistoryFeed::showSome);
    connect(&m_archive, &NotificationArchive::openChanged, this, [this] {
        // What another file had is none of this one's.
        m_model.removeKept(std::nullopt, true);
        m_isAnswered = m_feed.userPk() != 0 && m_isAnswered;
        m_heard.clear();
        // What was loaded without it is to be kept too.
        if (m_archive.isOpen() && m_isAnswered)
            m_feed.reload();
        else
            restart();
    });
    connect(&m_archive, &NotificationArchive::summaryChanged, this, &HistoryFeed::changed);
    connect(&m_archive, &NotificationArchive::wiped, this, [this] {
        m_model.removeKept(std::nullopt, true);
        m_heard.clear();
        restart();
    });
    connect(&m_feed, &NotificationFeed::restarted, this, [this] {
        m_isListed = false;
        if (m_isAnswered && m_feed.userPk() == 0)
            end();
        restart();
    });
    // Down in the middle of a session: what was loaded is as of then.
    connect(&m_feed, &RecordFeed::stateChanged, this, [this](FeedState state) {
        if (state != FeedState::Failed || m_isListed || !m_isAnswered || !m_archive.isOpen())
            return;
        end();
        restart();
    });
    connect(&m_feed, &NotificationFeed::listed, this, &HistoryFeed::handleListed);
    connect(&m_feed, &NotificationFeed::heard, this, &HistoryFeed::handleHeard);
    connect(&m_feed, &NotificationFeed::vanished, this, &HistoryFeed::handleVanished);
    connect(&m_feed, &RecordFeed::countsChanged, this, &HistoryFeed::noteAsked);
    keepChanges();
}

HistoryFeed::~HistoryFeed()
{
    end();
    m_feed.setKeepsGone(false);
}

void HistoryFeed::setWantsGone(bool wantsGone)
{
    if (wantsGone == m_wantsGone)
        return;
    m_wantsGone = wantsGone;
    m_model.removeKept(std::nullopt, true);
    restart();
}

std::optional<Timestamp> HistoryFeed::asOf() const
{
    return isAsOf() ? m_archive.summary().asOf : std::nullopt;
}

// What the server confirmed of changes made here.
void HistoryFeed::keepChanges()
{
    SeenChanger &changer = m_feed.changer();
    connect(&changer, &SeenChanger::confirmed, this,
        [this](const Notification &notification) { m_archive.note(m_feed.userPk(), {notification}); });
    connect(&changer, &SeenChanger::confirmedAll, this,
        [this](const QStringList &ids, bool seen) { m_archive.setSeen(m_feed.userPk(), ids, seen); });
    connect(&changer, &SeenChanger::deleted, this, [this](const QString &id) {
        m_archive.setGone(m_feed.userPk(), {id});
        m_heard.remove(id.toUtf8());
        if (m_archive.isOpen() && m_wantsGone && m_isAnswered)
            m_model.setGone({id.toUtf8()}, currentTimestamp());
    });
}

void HistoryFeed::handleListed(const NotificationListing &listing)
{
    m_owner = m_feed.userPk();
    m_isListed = true;
    m_listedTo = listing.span.last;
    const bool isFirst = !std::exchange(m_isAnswered, true);
    if (!m_archive.isOpen())
        return;
    if (listing.isWhole)
        m_archive.noteListing(m_owner, listing.rows, listing.span, listing.asked);
    else
        m_archive.note(m_owner, listing.rows);
    m_askedNoted = currentTimestamp();
    if (isFirst) {
        m_waiting.clear();
        ++m_generation;
        m_isReading = false;
        // What is gone is read again, since that may be more now; what is there already stays where it is.
        m_model.removeKept(listing.span.last, !m_wantsGone);
        m_span = {};
        emit changed();
    }
    if (!m_wantsGone)
        return;
    // Behind the writing: it may just have found that some are gone.
    m_span.last = m_listedTo;
    m_isDone = false;
    readOn();
}

void HistoryFeed::handleHeard(const QList<Notification> &rows)
{
    if (!m_archive.isOpen())
        return;
    QList<Notification> fresh;
    if (m_heard.size() > mostHeard)
        m_heard.clear();
    for (const Notification &row : rows) {
        const size_t hash = qHash(row.raw, row.seen ? 1U : 0U);
        size_t &known = m_heard[row.key()];
        const int at = m_model.rowOf(row.key());
        const bool isBack = at >= 0 && m_model.goneSince(at);
        if (std::exchange(known, hash) != hash || isBack)
            fresh += row;
    }
    if (!fresh.isEmpty())
        m_archive.note(m_feed.userPk(), fresh);
}

void HistoryFeed::handleVanished(const QList<QByteArray> &keys)
{
    QStringList ids;
    for (const QByteArray &key : keys) {
        ids += QString::fromUtf8(key);
        m_heard.remove(key);
    }
    m_archive.setGone(m_feed.userPk(), ids);
}

void HistoryFeed::noteAsked()
{
    if (!m_archive.isOpen() || !m_isAnswered || m_feed.userPk() == 0)
        return;
    const QDateTime success = m_feed.lastSuccess();
    if (!success.isValid() || fromDateTime(success) < m_askedNoted + askedEvery)
        return;
    m_askedNoted = fromDateTime(success);
    m_archive.noteAsked(m_owner, m_askedNoted);
}

// The server is left.
void HistoryFeed::end()
{
    m_isAnswered = false;
    const QDateTime success = m_feed.lastSuccess();
    const qint64 owner = std::exchange(m_owner, 0);
    if (owner == 0 || !m_archive.isOpen() || !success.isValid())
        return;
    m_archive.noteAsked(owner, fromDateTime(success));
    m_archive.summarize();
}

// The rows are gone, or others are asked for.
void HistoryFeed::restart()
{
    ++m_generation;
    m_slices.stop();
    m_waiting.clear();
    m_isReading = false;
    m_span = {};
    m_feed.setKeepsGone(m_archive.isOpen() && m_wantsGone);
    // Where the server answers, its list says how far down the history is shown.
    if (m_isAnswered)
        m_span.last = m_listedTo;
    m_isDone = m_isAnswered && !(m_isListed && m_wantsGone);
    if (m_archive.isOpen() && m_wantsGone)
        m_model.expect(m_archive.summary().rows);
    readOn();
    emit changed();
}

void HistoryFeed::readOn()
{
    if (m_isDone || m_isReading || !m_waiting.isEmpty() || !m_archive.isOpen())
        return;
    ArchiveQuery query;
    query.owner = m_feed.userPk();
    query.seen = m_feed.filter().seen;
    query.span = m_span;
    query.limit = pageSize;
    if (m_isAnswered)
        query.which = ArchiveQuery::Which::Gone;
    else
        query.which = m_wantsGone ? ArchiveQuery::Which::All : ArchiveQuery::Which::There;
    m_isReading = true;
    m_archive.read(query, this, [this, generation = m_generation, asked = query.span](const ArchivePage &page) {
        if (generation != m_generation)
            return;
        m_isReading = false;
        for (const ArchivedNotification &row : page.rows) {
            if (m_feed.filter().accepts(row.record))
                m_waiting += NotificationTableModel::Kept{row.record, row.gone};
        }
        // The list may have grown meanwhile.
        if (page.end)
            m_span.after = page.end;
        else if (asked.last)
            m_span.after = asked.last;
        m_isDone = !page.end && asked.last == m_span.last;
        showSome();
    });
}

void HistoryFeed::showSome()
{
    QElapsedTimer time;
    time.start();
    while (!m_waiting.isEmpty() && time.elapsed() < sliceMs) {
        const QList<NotificationTableModel::Kept> some = m_waiting.first(std::min(rowsAtOnce, m_waiting.size()));
        m_waiting.remove(0, some.size());
        m_model.mergeKept(some);
        // Asked for while no server was there.
        for (const NotificationTableModel::Kept &kept : some) {
            if (const auto wanted = m_feed.changer().wanted(kept.record.id); wanted && !kept.gone)
                m_model.setSeen(kept.record.key(), *wanted, true);
        }
    }
    if (!m_waiting.isEmpty())
        return m_slices.start(0ms);
    readOn();
    if (m_isDone && !m_isReading)
        emit changed();
}

} // namespace tidings
