// SPDX-License-Identifier: GPL-3.0-or-later
#include "filefeed.h"

#include "rowfilter.h"

#include <QDateTime>

namespace tidings {

FileFeed::FileFeed(EventTableModel &model, QObject *parent)
    : EventListFeed(model, parent)
    , m_model(model)
{
    // One works, and one that was cancelled may be about to end.
    m_pool.setMaxThreadCount(2);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileFeed::checkFile);
}

FileFeed::~FileFeed()
{
    m_cancel.cancel();
    m_pool.waitForDone();
}

void FileFeed::openFile(const QString &path)
{
    m_path = path;
    reload();
}

void FileFeed::reload()
{
    m_file = {};
    m_filtered.clear();
    m_isFiltered = false;
    RecordFeed::reload();
}

void FileFeed::setQuery(const EventQuery &query)
{
    if (!takeQuery(query))
        return;
    m_isFiltered = false;
    if (m_file.store)
        start();
}

void FileFeed::setSortKeys(const QList<SortKey> &keys)
{
    if (m_sortKeys == keys)
        return;
    m_sortKeys = keys;
    emit planChanged();
    if (m_file.store)
        start();
}

void FileFeed::stop()
{
    m_cancel.cancel();
    ++m_generation;
    m_progress = -1;
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

void FileFeed::open()
{
    m_errorText.clear();
    emit planChanged();
}

void FileFeed::fetchNext()
{
    if (m_file.store)
        filter();
    else
        readFile();
}

void FileFeed::fetchHead()
{
    reload();
}

void FileFeed::readFile()
{
    m_cancel.cancel();
    m_cancel = CancelFlag();
    m_progress = 0;
    m_changeReported = false;
    m_watcher.addPath(m_path);
    const auto work = [this, path = m_path, cancel = m_cancel, generation = ++m_generation] {
        const auto progress = [this, generation](int thousandths) {
            QMetaObject::invokeMethod(this, [this, generation, thousandths] {
                if (generation != m_generation || thousandths <= m_progress)
                    return;
                m_progress = thousandths;
                emit progressChanged(m_progress);
            });
        };
        auto result = std::make_shared<Expected<EventFile, QString>>(EventFile::load(path, cancel, progress));
        QMetaObject::invokeMethod(
            this, [this, result, generation] { takeFile(std::move(*result), generation); }, Qt::QueuedConnection);
    };
    m_pool.start(work);
}

void FileFeed::takeFile(Expected<EventFile, QString> result, quint64 generation)
{
    if (generation != m_generation)
        return;
    m_progress = -1;
    if (!result) {
        m_errorText = result.error();
        listFailed({});
        return;
    }
    m_file = std::move(*result);
    filter();
    checkFile();
}

// On a copy of what is asked; the store does not change.
void FileFeed::filter()
{
    m_cancel.cancel();
    m_cancel = CancelFlag();
    const auto work = [this, store = m_file.store, rows = m_isFiltered ? m_filtered : m_file.rows,
                          mustFilter = !m_isFiltered, query = query(), keys = m_sortKeys, cancel = m_cancel,
                          generation = ++m_generation] {
        const Timestamp now = fromDateTime(QDateTime::currentDateTimeUtc());
        auto filtered = std::make_shared<std::vector<EventStore::Slot>>(
            mustFilter ? RowFilter(*store, query, now).run(rows, cancel) : rows);
        auto sorted = std::make_shared<std::vector<EventStore::Slot>>();
        if (!keys.isEmpty() && !cancel.isCancelled())
            *sorted = sortedRows(*store, *filtered, keys, cancel);
        if (cancel.isCancelled())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, filtered, sorted, generation] { takeRows(std::move(*filtered), std::move(*sorted), generation); },
            Qt::QueuedConnection);
    };
    m_pool.start(work);
}

void FileFeed::takeRows(
    std::vector<EventStore::Slot> filtered, std::vector<EventStore::Slot> sorted, quint64 generation)
{
    if (generation != m_generation)
        return;
    const bool isNewestFirst = m_sortKeys.isEmpty();
    const bool onlyOrder = m_isFiltered && &m_model.store() == m_file.store.get();
    m_filtered = std::move(filtered);
    m_isFiltered = true;
    std::vector<EventStore::Slot> &rows = isNewestFirst ? (sorted = m_filtered) : sorted;
    if (&m_model.store() != m_file.store.get())
        m_model.setStore(m_file.store, std::move(rows), isNewestFirst);
    else if (onlyOrder)
        m_model.reorder(std::move(rows), isNewestFirst);
    else
        m_model.setVisibleRows(std::move(rows), isNewestFirst);
    listAnswered(static_cast<qint64>(m_filtered.size()));
    finishRound(!m_filtered.empty(), true);
}

QString FileFeed::engineText() const
{
    return m_sortKeys.isEmpty() ? tr("this file") : tr("this file, sorted here");
}

QString FileFeed::shortEngineText() const
{
    return tr("this file");
}

void FileFeed::checkFile()
{
    if (m_changeReported || !m_file.file)
        return;
    switch (m_file.file->change()) {
    case RecordFile::Change::None:
        return;
    case RecordFile::Change::Grown:
        m_changeReported = true;
        emit fileChanged(tr("The file has grown. What was added is not shown yet."));
        return;
    case RecordFile::Change::Other:
        m_changeReported = true;
        emit fileChanged(tr("The file has changed since it was read. Details of its events may be wrong or missing."));
        return;
    }
}

} // namespace tidings
