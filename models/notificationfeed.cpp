// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationfeed.h"

#include "actioncatalog.h"
#include "recordposition.h"
#include "visibletext.h"

#include <QSet>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tidings {

namespace {

constexpr int inboxPage = 100;
constexpr qsizetype mostTold = HeadScan<Notification>::mostRows; // of new ones at once
constexpr qsizetype mostToldAtOnce = 500;
constexpr size_t mostToldKept = 6000; // of those that were told
constexpr qsizetype mostCollected = 500'000;

QList<QByteArray> keysOf(const QStringList &ids)
{
    QList<QByteArray> keys;
    keys.reserve(ids.size());
    for (const QString &id : ids)
        keys += id.toUtf8();
    return keys;
}

} // namespace

bool NotificationFilter::accepts(const Notification &notification) const
{
    if (!severities.isEmpty() && !severities.contains(notification.severity))
        return false;
    if (!actions.isEmpty() && !(notification.event && actions.contains(notification.event->action)))
        return false;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return true;
    return notification.body.contains(wanted, Qt::CaseInsensitive)
        || notificationTitle(notification).contains(wanted, Qt::CaseInsensitive)
        || (notification.event && actionEntry(notification.event->action).label.contains(wanted, Qt::CaseInsensitive));
}

NotificationFeed::NotificationFeed(NotificationTableModel &model, QObject *parent)
    : RecordFeed(model, parent)
    , m_model(model)
    , m_ids(model)
{
    followWork();
}

void NotificationFeed::followWork()
{
    SeenChanger &changer = m_work.changer();
    connect(&changer, &SeenChanger::announced, this,
        [this](const QStringList &ids, bool seen) { showSeen(ids, seen, true); });
    connect(&changer, &SeenChanger::takenBack, this,
        [this](const QStringList &ids, bool seen) { showSeen(ids, seen, false); });
    connect(&changer, &SeenChanger::confirmed, this, [this](const Notification &notification) {
        noteConfirmed({notification.id}, notification.seen);
        if (m_awaitsAll || m_work.collector().state() != UnseenCollector::State::Idle)
            m_markedSince.insert(notification.id);
        m_model.setSeen(notification.key(), notification.seen, false);
    });
    connect(&changer, &SeenChanger::confirmedAll, this, [this](const QStringList &ids, bool seen) {
        noteConfirmed(ids, seen);
        m_model.setSeen(keysOf(ids), seen, false);
    });
    connect(&changer, &SeenChanger::refused, this, [this](const QStringList &ids, bool seen, const ApiError &error) {
        m_model.setProblem(keysOf(ids), seen, visibleText(describe(error)));
    });
    connect(&changer, &SeenChanger::deleted, this, [this](const QString &id) {
        if (m_keepsGone)
            m_model.setGone({id.toUtf8()}, currentTimestamp());
        else
            m_model.remove(id.toUtf8());
    });
    connect(&changer, &SeenChanger::allMarked, this, &NotificationFeed::scanLate);
    connect(&changer, &SeenChanger::finished, this, [this](const SeenResult &result) {
        refreshUnseen();
        if (result.failed > 0)
            emit changeFailed(result.failed, result.firstError, result.deleted);
        else if (result.deleted > 0)
            emit changeConflicted(result.deleted);
    });
    // An answer to anything else says that the server is there again.
    connect(this, &RecordFeed::countsChanged, this, [this, before = QDateTime()]() mutable {
        if (std::exchange(before, lastSuccess()) == lastSuccess())
            return;
        const auto &reason = m_work.changer().waitingFor();
        if (reason && reason->kind != ApiError::Kind::RateLimited)
            m_work.changer().tryNow();
    });
    changer.setUnseenReader([this](const SeenChanger::UnseenRead &done) { readUnseen(done); });
    UnseenCollector &collector = m_work.collector();
    connect(&collector, &UnseenCollector::finished, this, &NotificationFeed::takeCollected);
    connect(&collector, &UnseenCollector::rowsRead, this, [this](const QList<Notification> &rows) {
        hear(rows, m_collectedSince);
        // What came while it read is marked with the rest: that it came is to be seen.
        noteUnseen(rows);
        showArrived(rows);
    });
}

NotificationFeed::~NotificationFeed()
{
    NotificationFeed::stop();
    stopMarking();
}

// Not by stop(): another filter does not end what was asked for all.
void NotificationFeed::stopMarking()
{
    m_reader.disconnect(this);
    m_reader.cancel();
    m_work.collector().cancel();
    if (m_lateScan)
        m_lateScan->cancel();
    m_lateScan.reset();
    m_collectedTop.reset();
    m_collected.clear();
    m_markedSince.clear();
    m_awaitsAll = false;
}

void NotificationFeed::setClient(ApiClient *client, qint64 userPk)
{
    m_ids.finish(); // what was asked of the client that goes
    useClient(client);
    stopMarking();
    m_userPk = userPk;
    m_work.setClient(client, userPk);
    m_unseenTotal = -1;
    m_total = -1;
    m_oldNews.reset();
    m_newestTold.reset();
    m_told.clear();
    m_toldOrder.clear();
    m_toTell.clear();
    m_hasMoreToTell = false;
    m_hasNews = false;
    reload();
}

void NotificationFeed::setFilter(const NotificationFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    // Of what is there those that fit stay until the server has answered.
    m_model.retain([&filter](const Notification &notification) {
        return filter.accepts(notification) && filter.seen.value_or(notification.seen) == notification.seen;
    });
    reload();
}

QString NotificationFeed::serverSeverity() const
{
    // The server takes one severity and refuses unknown ones.
    if (m_filter.severities.size() != 1 || !severityEntry(m_filter.severities.first()).isKnown)
        return {};
    return m_filter.severities.first();
}

PagedStream<Notification>::Fetch NotificationFeed::fetchFor(std::optional<bool> seen, const QString &severity)
{
    return [this, seen, severity](PageWindow window, std::optional<Timestamp> /*bound*/,
               std::function<void(Result<Page<Notification>>)> done) {
        NotificationListQuery query;
        query.user = m_userPk;
        query.seen = seen;
        query.severity = severity;
        query.page = window.page;
        query.pageSize = window.size;
        return client()->notifications(query, this, std::move(done));
    };
}

void NotificationFeed::stop()
{
    if (m_stream)
        m_stream->cancel();
    if (m_scan)
        m_scan->cancel();
    if (m_newsScan)
        m_newsScan->cancel();
    m_countCall.cancel();
    m_totalCall.cancel();
    m_stream.reset();
    m_scan.reset();
    m_newsScan.reset();
}

void NotificationFeed::open()
{
    m_listed = 0;
    if (client())
        m_stream
            = std::make_unique<PagedStream<Notification>>(fetchFor(m_filter.seen, serverSeverity()), inboxPage, false);
}

void NotificationFeed::reload()
{
    m_model.outdate();
    RecordFeed::reload();
    emit restarted();
    refreshUnseen(true); // what the list brings is not told by it
    refreshTotal();
}

// When the list is loaded anew, or news changed it: a poll without news should stay one light question.
void NotificationFeed::refreshTotal()
{
    m_totalCall.cancel();
    if (!client())
        return;
    NotificationListQuery query;
    query.user = m_userPk;
    query.pageSize = 1;
    m_totalCall = client()->notifications(query, this, [this](const Result<Page<Notification>> &page) {
        if (!page || m_total == page->count)
            return;
        m_total = page->count;
        emit countsChanged();
    });
}

std::optional<Timestamp> NotificationFeed::reached() const
{
    const bool isOpen = m_stream && !m_stream->isComplete() && m_stream->tail();
    return isOpen ? std::optional(m_stream->tail()->created) : std::nullopt;
}

void NotificationFeed::fetchNext()
{
    m_asked = {m_stream->tail(), std::nullopt};
    m_askedAt = currentTimestamp();
    m_stream->next([this, asked = m_confirmed.now()](Result<PagedStream<Notification>::Batch> batch) {
        if (batch)
            m_confirmed.correct(batch->rows, asked);
        handleBatch(std::move(batch));
    });
}

void NotificationFeed::handleBatch(Result<PagedStream<Notification>::Batch> batch)
{
    if (!batch)
        return listFailed(batch.error());
    m_listed += batch->rows.size();
    const bool isFirst = isStale();
    listAnswered(m_stream->count());
    QList<Notification> accepted;
    for (const Notification &notification : std::as_const(batch->rows)) {
        if (notification.created)
            noteNewest(positionOf(notification));
        if (m_filter.accepts(notification))
            accepted += notification;
    }
    showRows(accepted);
    if (isFirst) {
        m_model.dropOutdated();
        m_model.removeKept(m_stream->isComplete() ? std::nullopt : m_stream->tail(), false);
    }
    if (isLoadingAll())
        m_model.expect(m_stream->count() - m_listed);
    tellListed(*batch);
    finishRound(!accepted.isEmpty(), batch->complete);
}

// With what was asked for and is not answered yet.
void NotificationFeed::showRows(QList<Notification> rows)
{
    const SeenChanger &changer = m_work.changer();
    QList<QByteArray> pending[2]; // by what is wanted
    for (Notification &row : rows) {
        const auto wanted = changer.pending() > 0 ? changer.wanted(row.id) : std::nullopt;
        if (!wanted)
            continue;
        row.seen = *wanted;
        pending[*wanted ? 1 : 0] += row.key();
    }
    m_model.merge(rows);
    for (const bool seen : {false, true})
        m_model.setSeen(pending[seen ? 1 : 0], seen, true);
}

void NotificationFeed::showArrived(QList<Notification> rows)
{
    if (isStale() || !newest())
        return;
    rows.removeIf([this](const Notification &row) {
        return !row.created || !newest()->isAfter(positionOf(row)) || m_filter.seen.value_or(false)
            || !m_filter.accepts(row) || m_model.rowOf(row.key()) >= 0;
    });
    if (rows.isEmpty())
        return;
    showRows(rows);
    emit arrived(static_cast<int>(rows.size()));
}

// An end of the list that comes before all that the server counted is none.
void NotificationFeed::tellListed(const PagedStream<Notification>::Batch &batch)
{
    NotificationListing listing{batch.rows, m_asked, m_askedAt, !m_filter.seen && serverSeverity().isEmpty()};
    if (!batch.complete || m_listed < m_stream->count()) {
        listing.span.last = m_stream->tail();
        listing.isWhole = listing.isWhole && listing.span.last;
    }
    emit listed(listing);
}

void NotificationFeed::fetchHead()
{
    m_scan = std::make_unique<HeadScan<Notification>>(fetchFor(m_filter.seen, serverSeverity()), false, newest());
    m_scan->start([this, asked = m_confirmed.now()](Result<HeadScan<Notification>::Found> found) {
        // The scan still runs this; it goes with the next turn of the event loop.
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_scan))] {}, Qt::QueuedConnection);
        if (!found)
            return headFailed(found.error());
        m_confirmed.correct(found->rows, asked);
        handleHead(*found, asked);
    });
}

void NotificationFeed::handleHead(const HeadScan<Notification>::Found &found, ConfirmedSeen::Moment asked)
{
    headAnswered();
    if (!found.reachedKnown)
        return reload();
    const bool isOtherNumber = matching() != found.count;
    setMatching(found.count);
    const bool listsAll = !m_filter.seen && serverSeverity().isEmpty();
    if (listsAll)
        m_total = found.count;
    emit heard(found.rows);
    const bool someVanished = removeVanished(found, asked);
    int fresh = 0;
    qint64 onTop = 0;
    QList<Notification> accepted;
    const std::optional<RowPosition> newestBefore = newest();
    for (const Notification &notification : found.rows) {
        const RowPosition position = positionOf(notification);
        if (notification.created) {
            onTop += newestBefore && newestBefore->isAfter(position) ? 1 : 0;
            noteNewest(position);
        }
        if (!m_filter.accepts(notification))
            continue;
        const bool isNew = m_model.rowOf(notification.key()) < 0;
        if (isNew && isYetToCome(notification))
            continue;
        fresh += isNew ? 1 : 0;
        accepted += notification;
    }
    m_stream->shift(onTop);
    showRows(accepted);
    emit countsChanged();
    if (fresh > 0)
        emit arrived(fresh);
    if (!listsAll && (fresh > 0 || someVanished || isOtherNumber))
        refreshTotal();
    // Where the list shows all, one that is not new there is not new among the unseen either.
    if (!listsUnseen())
        return refreshUnseen(m_filter != NotificationFilter() || fresh > 0);
    if (m_work.changer().pending() == 0 && m_confirmed.now() == asked)
        setUnseenTotal(found.count);
    const bool hasAllNews = found.reachedEnd || !m_newestTold
        || (!found.rows.isEmpty() && !m_newestTold->isAfter(positionOf(found.rows.constLast())));
    noteUnseen(found.rows);
    m_hasNews = m_hasNews && !hasAllNews;
    if (m_hasNews && !m_newsScan)
        scanNews();
}

bool NotificationFeed::listsUnseen() const
{
    return m_filter.seen == std::optional(false) && serverSeverity().isEmpty();
}

// Part of a later page.
bool NotificationFeed::isYetToCome(const Notification &notification) const
{
    const auto &tail = m_stream->tail();
    return !m_stream->isComplete() && tail && positionOf(notification).isAfter(*tail);
}

// Rows within the part that was just read, and not in it: deleted on the server, or seen elsewhere.
bool NotificationFeed::removeVanished(const HeadScan<Notification>::Found &found, ConfirmedSeen::Moment asked)
{
    if (found.rows.isEmpty() && !found.reachedEnd)
        return false;
    QSet<QByteArray> there;
    for (const Notification &notification : found.rows)
        there.insert(notification.key());
    // From the top down to where the part ends: the rest of a long list is none of its business.
    QList<QByteArray> gone;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Notification &shown = m_model.notification(row);
        if (m_model.isKept(row))
            continue;
        if (!found.reachedEnd && positionOf(shown).isAfter(positionOf(found.rows.last())))
            break;
        const bool markedHere = m_filter.seen && shown.seen != *m_filter.seen;
        const bool isNewer = m_confirmed.since(asked, shown.id).has_value();
        if (!markedHere && !isNewer && !m_model.isPending(row) && !there.contains(m_model.keyOf(row)))
            gone += m_model.keyOf(row);
    }
    // A list of seen or unseen ones has also lost what was marked elsewhere.
    const bool isCertain = !m_filter.seen;
    if (isCertain && m_keepsGone)
        m_model.setGone(gone, currentTimestamp());
    else
        m_model.remove(gone);
    if (isCertain && !gone.isEmpty())
        emit vanished(gone);
    return !gone.isEmpty();
}

// News is looked for until it was, whatever else is asked or fails meanwhile.
void NotificationFeed::refreshUnseen(bool mayHaveNews)
{
    m_hasNews = m_hasNews || (mayHaveNews && m_newestTold);
    m_countCall.cancel();
    if (!client())
        return;
    if (m_hasNews && m_newestTold)
        return scanNews();
    // While changes are on the way the answer would be old; it is asked for when they are through.
    if (m_work.changer().pending() == 0 || !m_newestTold)
        countUnseen();
}

void NotificationFeed::countUnseen()
{
    NotificationListQuery query;
    query.user = m_userPk;
    query.seen = false;
    query.pageSize = 1;
    m_countCall
        = client()->notifications(query, this, [this, asked = m_confirmed.now()](Result<Page<Notification>> page) {
              if (!page)
                  return;
              m_confirmed.correct(page->items, asked);
              if (m_work.changer().pending() == 0 && m_confirmed.now() == asked)
                  setUnseenTotal(page->count);
              emit heard(page->items);
              // One row says where the news begins, but not what all of it is.
              if (!m_newestTold)
                  noteUnseen(page->items);
          });
}

void NotificationFeed::scanNews()
{
    if (m_newsScan)
        m_newsScan->cancel();
    m_newsScan = std::make_unique<HeadScan<Notification>>(fetchFor(false, {}), false, m_newestTold);
    m_newsScan->start([this, asked = m_confirmed.now()](Result<HeadScan<Notification>::Found> found) {
        // The scan still runs this; it goes with the next turn of the event loop.
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_newsScan))] {}, Qt::QueuedConnection);
        if (!found)
            return; // again with the next poll
        m_confirmed.correct(found->rows, asked);
        m_hasNews = false;
        if (m_work.changer().pending() == 0 && m_confirmed.now() == asked)
            setUnseenTotal(found->count);
        emit heard(found->rows);
        noteUnseen(found->rows, found->reachedKnown);
    });
}

// Rows that were unseen at the first question are old news. What was told is known by its id: one that was created
// before another may become visible after it.
void NotificationFeed::noteUnseen(const QList<Notification> &newestFirst, bool isWhole)
{
    const RowPosition newest = newestFirst.isEmpty() ? RowPosition{} : positionOf(newestFirst.constFirst());
    if (!m_newestTold || m_newestTold->isAfter(newest))
        m_newestTold = newest;
    if (!m_oldNews) {
        m_oldNews = newest;
        return;
    }
    QList<Notification> fresh;
    bool hasMore = !isWhole;
    for (const Notification &notification : newestFirst) {
        const bool isNew = m_oldNews->isAfter(positionOf(notification)) && !m_told.contains(notification.key());
        if (!isNew || !notification.created || notification.seen)
            continue;
        if (fresh.size() < mostTold)
            fresh.prepend(notification);
        else
            hasMore = true;
    }
    m_hasMoreToTell = m_hasMoreToTell || (hasMore && !fresh.isEmpty());
    for (const Notification &notification : std::as_const(fresh))
        noteTold(notification);
    const bool isTelling = !m_toTell.isEmpty();
    m_toTell += fresh;
    if (!isTelling)
        tellSome();
}

void NotificationFeed::tellSome()
{
    const QList<Notification> some = m_toTell.mid(0, mostToldAtOnce);
    m_toTell.remove(0, some.size());
    if (!m_toTell.isEmpty())
        QTimer::singleShot(0, this, &NotificationFeed::tellSome);
    const bool hasMore = m_hasMoreToTell;
    m_hasMoreToTell = hasMore && !m_toTell.isEmpty();
    if (!some.isEmpty())
        emit arrivedNotifications(some, hasMore);
}

void NotificationFeed::noteTold(const Notification &notification)
{
    m_told.insert(notification.key(), false);
    m_toldOrder.push_back({notification.key(), positionOf(notification)});
    while (m_toldOrder.size() > mostToldKept) {
        const Told &oldest = m_toldOrder.front();
        if (m_oldNews->isAfter(oldest.position))
            m_oldNews = oldest.position;
        m_told.remove(oldest.key);
        m_toldOrder.pop_front();
    }
}

void NotificationFeed::setUnseenTotal(qint64 total)
{
    total = std::max<qint64>(total, -1);
    if (m_unseenTotal == total)
        return;
    m_unseenTotal = total;
    emit countsChanged();
}

void NotificationFeed::showSeen(const QStringList &ids, bool seen, bool pending)
{
    qint64 total = m_unseenTotal;
    QList<QByteArray> keys[2]; // by whether they wait for an answer
    for (const QString &id : ids) {
        const QByteArray key = id.toUtf8();
        const int row = m_model.rowOf(key);
        if (row < 0 || m_model.notification(row).seen != seen)
            total += seen ? -1 : 1;
        keys[pending || m_work.changer().isPending(id) ? 1 : 0] += key;
    }
    for (const bool waits : {false, true})
        m_model.setSeen(keys[waits ? 1 : 0], seen, waits);
    if (m_unseenTotal >= 0)
        setUnseenTotal(std::max<qint64>(0, total));
}

void NotificationFeed::setSeen(std::vector<int> rows, bool seen)
{
    const auto differs = [this, seen](int row) {
        return !m_model.goneSince(row) && m_model.notification(row).seen != seen;
    };
    m_ids.read(std::move(rows), differs, [this, seen](const QStringList &ids) {
        if ((client() || m_work.hasJournal()) && !ids.isEmpty())
            m_work.mark(ids, seen);
    });
}

void NotificationFeed::setSeen(const QList<QByteArray> &keys, bool seen)
{
    setSeen(m_model.rowsOf(keys), seen);
}

void NotificationFeed::markSeen(const QStringList &ids)
{
    QStringList unseen;
    for (const QString &id : ids) {
        const QByteArray key = id.toUtf8();
        const int row = m_model.rowOf(key);
        const bool isSeen = row >= 0 ? m_model.notification(row).seen : m_told.value(key);
        if (isUuid(id) && !m_work.changer().wanted(id).value_or(isSeen))
            unseen += id;
    }
    if ((client() || m_work.hasJournal()) && !unseen.isEmpty())
        m_work.mark(unseen, true);
}

void NotificationFeed::retryRefused()
{
    for (const bool seen : {false, true})
        setSeen(m_model.keysWithProblem(seen), seen);
}

void NotificationFeed::noteConfirmed(const QStringList &ids, bool seen)
{
    m_confirmed.confirm(ids, seen, isReading());
    if (m_told.isEmpty())
        return;
    for (const QString &id : ids) {
        if (const auto told = m_told.find(id.toUtf8()); told != m_told.end())
            *told = seen;
    }
}

bool NotificationFeed::isReading() const
{
    return (m_stream && m_stream->isLoading()) || m_scan || m_newsScan || m_lateScan || m_countCall.isActive()
        || m_reader.state() != UnseenCollector::State::Idle
        || m_work.collector().state() != UnseenCollector::State::Idle;
}

void NotificationFeed::readUnseen(const SeenChanger::UnseenRead &done)
{
    m_reader.disconnect(this);
    connect(&m_reader, &UnseenCollector::rowsRead, this,
        [this, asked = m_confirmed.now()](const QList<Notification> &rows) { hear(rows, asked); });
    connect(&m_reader, &UnseenCollector::finished, this, [this, done] {
        const QStringList ids = m_reader.takeIds();
        done(QSet<QString>(ids.cbegin(), ids.cend()));
    });
    connect(&m_reader, &UnseenCollector::stateChanged, this, [this, done] {
        switch (m_reader.state()) {
        case UnseenCollector::State::Failed: {
            const ApiError error = m_reader.error();
            m_reader.disconnect(this);
            m_reader.cancel();
            return done(Failure(error));
        }
        case UnseenCollector::State::Full:
            return m_reader.goOn();
        default:
            return;
        }
    });
    m_reader.start(fetchFor(false, {}), {}, mostCollected);
}

void NotificationFeed::hear(QList<Notification> rows, ConfirmedSeen::Moment asked)
{
    m_confirmed.correct(rows, asked);
    emit heard(rows);
}

void NotificationFeed::markAllSeen()
{
    UnseenCollector &collector = m_work.collector();
    if (!client() || collector.state() == UnseenCollector::State::Reading)
        return;
    if (collector.state() != UnseenCollector::State::Idle)
        return collector.goOn();
    m_ids.finish();
    if (!listsUnseen() || m_filter.isNarrowed() || state() != FeedState::Complete || isStale())
        return collect({});
    // These are likely to be all of them.
    std::vector<int> rows(static_cast<size_t>(m_model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto newest = std::make_shared<std::optional<RowPosition>>();
    const auto waits = [this, newest](int row) {
        const Notification &notification = m_model.notification(row);
        if (notification.seen || m_model.isKept(row))
            return false;
        if (!*newest)
            *newest = positionOf(notification);
        return true;
    };
    m_ids.read(std::move(rows), waits, [this, newest](const QStringList &ids) {
        collect({ids, newest->value_or(RowPosition())});
    });
}

void NotificationFeed::collect(const UnseenCollector::Known &known)
{
    m_collectedSince = m_confirmed.now();
    m_markedSince.clear();
    m_work.collector().start(fetchFor(false, {}), fetchFor(std::nullopt, {}), mostCollected, known);
}

// What is on its way, or came through meanwhile, has the last word about what is to be undone.
void NotificationFeed::takeCollected()
{
    QStringList ids = m_work.collector().takeIds();
    QHash<QString, bool> later = m_confirmed.since(m_collectedSince);
    later.insert(m_work.changer().wishes());
    if (!later.isEmpty()) {
        ids.removeIf([&later](const QString &id) { return later.contains(id); });
        for (auto it = later.cbegin(); it != later.cend(); ++it) {
            if (!it.value())
                ids += it.key();
        }
    }
    if (ids.isEmpty())
        return;
    m_collectedTop = m_work.collector().top();
    m_collected = ids;
    m_awaitsAll = true;
    m_work.markAllSeen(ids);
}

// What came after the ids were collected is marked too; nobody has seen it.
void NotificationFeed::scanLate(quint64 command)
{
    m_awaitsAll = false;
    if (!client() || !m_collectedTop)
        return;
    if (m_lateScan)
        m_lateScan->cancel();
    m_lateScan = std::make_unique<HeadScan<Notification>>(fetchFor(std::nullopt, {}), false, m_collectedTop);
    m_lateScan->start(
        [this, command, top = *m_collectedTop, collected = m_collected, markedSince = std::exchange(m_markedSince, {}),
            asked = m_confirmed.now()](const Result<HeadScan<Notification>::Found> &found) {
            // The scan still runs this; it goes with the next turn of the event loop.
            QMetaObject::invokeMethod(
                this, [done = std::shared_ptr(std::move(m_lateScan))] {}, Qt::QueuedConnection);
            if (!found)
                return;
            QStringList late;
            QList<Notification> rows;
            for (Notification row : std::as_const(found->rows)) {
                const bool isMarkedHere = m_confirmed.since(asked, row.id) || m_work.changer().isPending(row.id)
                    || markedSince.contains(row.id) || m_told.value(row.key());
                if (!row.created || !top.isAfter(positionOf(row)) || !row.seen || isMarkedHere || !isUuid(row.id)
                    || collected.contains(row.id))
                    continue;
                late += row.id;
                row.seen = false;
                rows += row;
            }
            if (late.isEmpty())
                return;
            m_work.changer().change(late, false, command);
            noteUnseen(rows);
            showArrived(rows);
        });
}

} // namespace tidings
