// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationarchive.h"

#include <QFileInfo>
#include <QPointer>

#include <utility>

namespace tidings {

using namespace Qt::StringLiterals;

// Lives on the thread, and so does the connection to the file.
struct NotificationArchive::Worker : public QObject
{
    std::unique_ptr<ArchiveStore> store;
};

NotificationArchive::NotificationArchive(QObject *parent)
    : QObject(parent)
    , m_worker(new Worker)
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

NotificationArchive::~NotificationArchive()
{
    ++m_generation;
    // Behind everything that was asked for.
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            m_worker->store.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <class Work, class Done> void NotificationArchive::post(Work work, Done done)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, work = std::move(work), done = std::move(done), generation = m_generation]() mutable {
            auto result = work(m_worker->store);
            const QString said = m_worker->store ? m_worker->store->takeProblem() : QString();
            QMetaObject::invokeMethod(
                this,
                [this, result = std::move(result), done = std::move(done), said, generation] {
                    if (generation != m_generation)
                        return;
                    done(result);
                    if (!said.isEmpty())
                        emit problem(said);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

template <class Work> void NotificationArchive::write(qint64 owner, Work work)
{
    if (!m_isOpen || owner == 0)
        return;
    post([work = std::move(work)](std::unique_ptr<ArchiveStore> &store) { return store && work(*store); }, [](bool) {});
}

void NotificationArchive::open(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    reopen();
}

void NotificationArchive::setKept(bool kept)
{
    if (kept == m_isKept)
        return;
    m_isKept = kept;
    reopen();
}

void NotificationArchive::reopen()
{
    ++m_generation;
    m_summary = {};
    const bool wasOpen = std::exchange(m_isOpen, false);
    struct Opened
    {
        bool isUsable = false;
        ArchiveSummary summary;
    };
    const QString path = m_isKept ? m_path : QString();
    post(
        [path, limits = m_limits](std::unique_ptr<ArchiveStore> &store) {
            Opened opened;
            store.reset();
            if (path.isEmpty())
                return opened;
            store = ArchiveStore::open(path, limits);
            store->tidy(currentTimestamp());
            opened.isUsable = store->isUsable();
            opened.summary = store->summary();
            return opened;
        },
        [this](const Opened &opened) {
            m_isOpen = opened.isUsable;
            m_summary = opened.summary;
            if (m_isOpen)
                emit openChanged();
        });
    if (wasOpen)
        emit openChanged();
}

void NotificationArchive::setLimits(const ArchiveLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    post(
        [limits](std::unique_ptr<ArchiveStore> &store) {
            if (store)
                store->setLimits(limits, currentTimestamp());
            return true;
        },
        [](bool) {});
}

void NotificationArchive::note(qint64 owner, const QList<Notification> &records)
{
    write(owner, [owner, records](ArchiveStore &store) { return store.note(owner, records, currentTimestamp()); });
}

void NotificationArchive::noteListing(
    qint64 owner, const QList<Notification> &records, const RowSpan &span, Timestamp asked)
{
    write(owner, [owner, records, span, asked](ArchiveStore &store) {
        return store.noteListing(owner, records, span, asked, currentTimestamp());
    });
}

void NotificationArchive::setSeen(qint64 owner, const QStringList &ids, bool seen)
{
    write(owner, [owner, ids, seen](ArchiveStore &store) { return store.setSeen(owner, ids, seen); });
}

void NotificationArchive::setGone(qint64 owner, const QStringList &ids)
{
    write(owner, [owner, ids](ArchiveStore &store) { return store.setGone(owner, ids, currentTimestamp()); });
}

void NotificationArchive::noteAsked(qint64 owner, Timestamp at)
{
    write(owner, [owner, at](ArchiveStore &store) { return store.noteAsked(owner, at); });
}

void NotificationArchive::read(const ArchiveQuery &query, QObject *context, Read done)
{
    if (!m_isOpen)
        return;
    post([query](std::unique_ptr<ArchiveStore> &store) { return store ? store->read(query) : ArchivePage(); },
        [context = QPointer(context), done = std::move(done)](const ArchivePage &page) {
            if (context)
                done(page);
        });
}

void NotificationArchive::summarize()
{
    post(
        [path = m_path, limits = m_limits](std::unique_ptr<ArchiveStore> &store) {
            if (store)
                return store->summary();
            if (path.isEmpty() || !QFileInfo::exists(path))
                return ArchiveSummary();
            return ArchiveStore::open(path, limits)->summary();
        },
        [this](const ArchiveSummary &summary) {
            m_summary = summary;
            emit summaryChanged();
        });
}

void NotificationArchive::wipe()
{
    post(
        [path = m_path, limits = m_limits](std::unique_ptr<ArchiveStore> &store) {
            if (store && store->wipe())
                return true;
            if (path.isEmpty())
                return true;
            const bool wasOpen = store != nullptr;
            store.reset();
            ArchiveStore::remove(path);
            if (wasOpen)
                store = ArchiveStore::open(path, limits);
            return wasOpen ? store->isUsable() : !QFileInfo::exists(path);
        },
        [this](bool done) {
            m_summary = {};
            emit wiped(done);
            summarize();
        });
}

void NotificationArchive::forget()
{
    const QString path = m_path;
    open({});
    if (path.isEmpty())
        return;
    post(
        [path](std::unique_ptr<ArchiveStore> &) {
            ArchiveStore::remove(path);
            return true;
        },
        [](bool) {});
}

} // namespace tidings
