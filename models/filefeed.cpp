// SPDX-License-Identifier: GPL-3.0-or-later
#include "filefeed.h"

#include "queryplan.h"
#include "rowfilter.h"

#include <QDateTime>

#include <algorithm>

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
    m_all.reset();
    m_filtered.reset();
    m_isFiltered = false;
    forgetRows();
    m_records.clear();
    RecordFeed::reload();
}

void FileFeed::setQuery(const EventQuery &query)
{
    if (!takeQuery(query))
        return;
    m_isFiltered = false;
    emit planChanged();
    if (m_file.store)
        start();
}

void FileFeed::resolveAgain()
{
    if (query().range.days == TimeRange::Days::None
        || query().range.resolved(currentTimestamp(), m_model.timeDisplay()) == m_range)
        return;
    m_isFiltered = false;
    if (m_file.store)
        start();
}

void FileFeed::sortRows()
{
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
    m_all = std::make_shared<const std::vector<EventStore::Slot>>(std::exchange(m_file.rows, {}));
    filter();
    checkFile();
}

// On a copy of what is asked; the store does not change.
void FileFeed::filter()
{
    m_cancel.cancel();
    m_cancel = CancelFlag();
    EventQuery asked = query();
    asked.range = asked.range.resolved(currentTimestamp(), m_model.timeDisplay());
    if (!m_isFiltered)
        m_range = asked.range;
    const quint64 generation = ++m_generation;
    const auto work = [this, store = m_file.store, rows = m_isFiltered ? m_filtered : m_all, mustFilter = !m_isFiltered,
                          query = asked, keys = sortKeys(), known = m_records, cancel = m_cancel, generation] {
        const Timestamp now = currentTimestamp();
        Rows filtered = rows;
        if (mustFilter) {
            const RowFilter rowFilter(*store, query, now);
            if (!rowFilter.acceptsAll())
                filtered = std::make_shared<const std::vector<EventStore::Slot>>(rowFilter.run(*rows, cancel));
        }
        auto sorted = std::make_shared<std::vector<EventStore::Slot>>();
        RecordColumns records;
        if (!keys.isEmpty() && !cancel.isCancelled()) {
            if (std::any_of(keys.cbegin(), keys.cend(), [](const SortKey &key) { return key.needsRecords(); }))
                records = readColumns(RawSnapshot(*store, *filtered), *filtered, keys, known, cancel);
            *sorted = sortedRows(*store, *filtered, keys, cancel, records);
        } else {
            *sorted = *filtered;
        }
        if (cancel.isCancelled())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, filtered, sorted, records, generation] {
                if (generation == m_generation)
                    m_records = records;
                takeRows(filtered, std::move(*sorted), generation);
            },
            Qt::QueuedConnection);
    };
    m_pool.start(work);
}

void FileFeed::takeRows(const Rows &filtered, std::vector<EventStore::Slot> rows, quint64 generation)
{
    if (generation != m_generation)
        return;
    const bool isNewestFirst = sortKeys().isEmpty();
    const bool onlyOrder = m_isFiltered && &m_model.store() == m_file.store.get();
    m_filtered = filtered;
    m_isFiltered = true;
    if (&m_model.store() != m_file.store.get())
        m_model.setStore(m_file.store, std::move(rows), isNewestFirst);
    else if (onlyOrder)
        m_model.reorder(std::move(rows), isNewestFirst);
    else
        m_model.setVisibleRows(std::move(rows), isNewestFirst);
    listAnswered(static_cast<qint64>(m_filtered->size()));
    finishRound(!m_filtered->empty(), true);
}

QString FileFeed::engineText() const
{
    return sortKeys().isEmpty() ? tr("this file") : tr("this file, sorted here by %1").arg(sortOrderText(sortKeys()));
}

QString FileFeed::shortEngineText() const
{
    return tr("this file");
}

// The rows are checked as a server's are.
QString FileFeed::warning() const
{
    return lackingFieldWarning(query());
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
