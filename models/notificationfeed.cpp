// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationfeed.h"

#include "actioncatalog.h"
#include "seencommand.h"

#include <QSet>

namespace tidings {

namespace {

constexpr int pageSize = 100;
constexpr qsizetype mostCollected = 100'000;

RowPosition positionOf(const Notification &notification)
{
    return {notification.created.value_or(0), notification.id};
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
{
    connect(
        &m_changer, &SeenChanger::announced, this, [this](const QString &id, bool seen) { showSeen(id, seen, true); });
    connect(&m_changer, &SeenChanger::takenBack, this,
        [this](const QString &id, bool seen) { showSeen(id, seen, m_changer.isPending(id)); });
    connect(&m_changer, &SeenChanger::confirmed, this,
        [this](const Notification &notification) { m_model.setSeen(notification.key(), notification.seen, false); });
    connect(&m_changer, &SeenChanger::confirmedAll, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            m_model.setSeen(id.toUtf8(), true, false);
    });
    connect(&m_changer, &SeenChanger::finished, this, [this](int failed, const ApiError &error) {
        refreshUnseenTotal();
        if (failed > 0)
            emit changeFailed(failed, error);
    });
}

NotificationFeed::~NotificationFeed()
{
    NotificationFeed::stop();
}

void NotificationFeed::setClient(ApiClient *client, qint64 userPk)
{
    useClient(client);
    m_undo.clear();
    m_changer.setClient(client);
    m_userPk = userPk;
    m_unseenTotal = -1;
    reload();
}

void NotificationFeed::setFilter(const NotificationFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
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
    if (m_collector)
        m_collector->cancel();
    m_countCall.cancel();
    m_stream.reset();
    m_scan.reset();
    m_collector.reset();
}

void NotificationFeed::open()
{
    if (client())
        m_stream
            = std::make_unique<PagedStream<Notification>>(fetchFor(m_filter.seen, serverSeverity()), pageSize, false);
}

void NotificationFeed::reload()
{
    RecordFeed::reload();
    refreshUnseenTotal();
}

void NotificationFeed::fetchNext()
{
    m_stream->next([this](Result<PagedStream<Notification>::Batch> batch) { handleBatch(std::move(batch)); });
}

void NotificationFeed::handleBatch(Result<PagedStream<Notification>::Batch> batch)
{
    if (!batch)
        return listFailed(batch.error());
    listAnswered(m_stream->count());
    QList<Notification> accepted;
    for (const Notification &notification : std::as_const(batch->rows)) {
        if (notification.created)
            noteNewest(positionOf(notification));
        if (m_filter.accepts(notification))
            accepted += notification;
    }
    m_model.merge(accepted);
    finishRound(!accepted.isEmpty(), batch->complete);
}

void NotificationFeed::fetchHead()
{
    m_scan = std::make_unique<HeadScan<Notification>>(fetchFor(m_filter.seen, serverSeverity()), false, newest());
    m_scan->start([this](Result<HeadScan<Notification>::Found> found) {
        // The scan still runs this; it goes with the next turn of the event loop.
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_scan))] {}, Qt::QueuedConnection);
        if (!found)
            return headFailed(found.error());
        handleHead(*found);
    });
}

void NotificationFeed::handleHead(const HeadScan<Notification>::Found &found)
{
    headAnswered();
    if (!found.reachedKnown)
        return reload();
    setMatching(found.count);
    removeVanished(found);
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
    m_model.merge(accepted);
    emit countsChanged();
    if (fresh > 0)
        emit arrived(fresh);
    refreshUnseenTotal();
}

// Part of a later page.
bool NotificationFeed::isYetToCome(const Notification &notification) const
{
    const auto &tail = m_stream->tail();
    return !m_stream->isComplete() && tail && positionOf(notification).isAfter(*tail);
}

// Rows within the part that was just read, and not in it: deleted on the server, or seen elsewhere.
void NotificationFeed::removeVanished(const HeadScan<Notification>::Found &found)
{
    if (found.rows.isEmpty() && !found.reachedEnd)
        return;
    QSet<QByteArray> there;
    for (const Notification &notification : found.rows)
        there.insert(notification.key());
    for (int row = m_model.rowCount() - 1; row >= 0; --row) {
        const Notification &shown = m_model.notification(row);
        const bool inPart = found.reachedEnd || !positionOf(shown).isAfter(positionOf(found.rows.last()));
        const bool markedHere = m_filter.seen && shown.seen != *m_filter.seen;
        if (inPart && !markedHere && !m_model.isPending(row) && !there.contains(shown.key()))
            m_model.remove(shown.key());
    }
}

void NotificationFeed::refreshUnseenTotal()
{
    // While changes are on the way the answer would be old; it is asked for when they are through.
    m_countCall.cancel();
    if (!client() || m_changer.pending() > 0)
        return;
    NotificationListQuery query;
    query.user = m_userPk;
    query.seen = false;
    query.pageSize = 1;
    m_countCall = client()->notifications(query, this, [this](const Result<Page<Notification>> &page) {
        if (page && m_changer.pending() == 0)
            setUnseenTotal(page->count);
    });
}

void NotificationFeed::setUnseenTotal(qint64 total)
{
    total = std::max<qint64>(total, -1);
    if (m_unseenTotal == total)
        return;
    m_unseenTotal = total;
    emit countsChanged();
}

void NotificationFeed::showSeen(const QString &id, bool seen, bool pending)
{
    const QByteArray key = id.toUtf8();
    const int row = m_model.rowOf(key);
    const bool changes = row < 0 || m_model.notification(row).seen != seen;
    m_model.setSeen(key, seen, pending);
    if (changes && m_unseenTotal >= 0)
        setUnseenTotal(std::max<qint64>(0, m_unseenTotal + (seen ? -1 : 1)));
}

void NotificationFeed::setSeen(const QList<QByteArray> &keys, bool seen)
{
    QStringList ids;
    for (const QByteArray &key : keys) {
        const int row = m_model.rowOf(key);
        if (row >= 0 && m_model.notification(row).seen != seen && isUuid(m_model.notification(row).id))
            ids += m_model.notification(row).id;
    }
    if (client() && !ids.isEmpty())
        m_undo.push(new SeenCommand(m_changer, ids, seen));
}

void NotificationFeed::markAllSeen()
{
    if (!client() || m_collector)
        return;
    m_collected.clear();
    m_collector = std::make_unique<PagedStream<Notification>>(fetchFor(false, {}), pageSize, false);
    collectUnseen();
}

void NotificationFeed::collectUnseen()
{
    m_collector->next([this](Result<PagedStream<Notification>::Batch> batch) {
        if (!batch) {
            QMetaObject::invokeMethod(
                this, [done = std::shared_ptr(std::move(m_collector))] {}, Qt::QueuedConnection);
            emit changeFailed(0, batch.error());
            return;
        }
        for (const Notification &notification : std::as_const(batch->rows)) {
            if (isUuid(notification.id))
                m_collected += notification.id;
        }
        if (!batch->complete && m_collected.size() < mostCollected)
            return collectUnseen();
        QMetaObject::invokeMethod(
            this, [done = std::shared_ptr(std::move(m_collector))] {}, Qt::QueuedConnection);
        if (!m_collected.isEmpty())
            m_undo.push(new SeenCommand(m_changer, m_collected, true, SeenCommand::Scope::All));
    });
}

} // namespace tidings
