// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenwork.h"

#include "seencommand.h"

#include <QSet>

#include <utility>

namespace tidings {

SeenWork::SeenWork(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1); // one journal after another
    // Behind the commands that wait for the same.
    connect(
        &m_changer, &SeenChanger::dropped, this,
        [this] { QMetaObject::invokeMethod(this, &SeenWork::actWaiting, Qt::QueuedConnection); }, Qt::QueuedConnection);
}

SeenWork::~SeenWork()
{
    m_changer.disconnect();
    closeJournal();
}

void SeenWork::setJournal(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_owner = 0;
    m_waiting.clear();
    openJournal(path);
}

void SeenWork::closeJournal()
{
    const bool isHeld = m_changer.state() == SeenChanger::State::Paused || !m_unfinished.isEmpty();
    m_undo.clear();
    m_changer.setJournal(nullptr);
    if (m_journal)
        m_journal->setHeld(isHeld);
    m_journal.reset();
}

void SeenWork::openJournal(const QString &file)
{
    closeJournal();
    m_isOpening = !file.isEmpty();
    ++m_generation;
    if (!std::exchange(m_unfinished, {}).isEmpty())
        emit unfinishedChanged();
    const Opened former = std::exchange(m_opened, nullptr);
    if (!m_isOpening)
        return;
    m_opened = std::make_shared<std::unique_ptr<SeenJournal>>();
    m_pool.start([this, file, former, opened = m_opened, generation = m_generation] {
        // Nobody takes the former one any more, and it may hold the lock of this one.
        if (former)
            former->reset();
        *opened = SeenJournal::open(file);
        QMetaObject::invokeMethod(
            this,
            [this, opened, generation] {
                if (generation == m_generation)
                    takeJournal(std::move(*opened));
            },
            Qt::QueuedConnection);
    });
}

bool SeenWork::belongsToOther(const SeenJournal &journal) const
{
    return m_owner != 0 && journal.owner() != 0 && journal.owner() != m_owner;
}

void SeenWork::takeJournal(std::unique_ptr<SeenJournal> journal)
{
    if (belongsToOther(*journal)) {
        journal->setHeld(!journal->goesOn());
        journal.reset();
        return openJournal(SeenJournal::pathFor(m_path, m_owner));
    }
    m_isOpening = false;
    m_isRestoring = true;
    const QString problem = journal->problem();
    const bool goesOn = journal->goesOn();
    // What can be undone lies below what is done from now on.
    const QList<SeenBatch> undoable = journal->takeUndoable();
    m_unfinished = journal->takeOpen();
    if (journal->isWritable()) {
        m_journal = std::move(journal);
        m_journal->setProblemHandler([this](const QString &text) {
            QMetaObject::invokeMethod(
                this, [this, text] { emit journalProblem(text); }, Qt::QueuedConnection);
        });
        if (m_owner != 0 && m_journal->owner() == 0)
            m_journal->setOwner(m_owner);
    }
    m_changer.setJournal(m_journal.get());
    for (const SeenBatch &batch : undoable)
        m_undo.push(new SeenCommand(m_changer, batch));
    if (!problem.isEmpty())
        emit journalProblem(problem);
    if (goesOn)
        resumeUnfinished();
    else if (!m_unfinished.isEmpty())
        emit unfinishedChanged();
    m_isRestoring = false;
    actWaiting();
}

void SeenWork::actWaiting()
{
    if (m_isOpening || m_changer.isDropping())
        return;
    const QList<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const auto &act : waiting)
        act();
}

void SeenWork::setClient(ApiClient *client, qint64 owner)
{
    m_collector.cancel();
    // Without a journal the changes go with their client, and so does what could be undone.
    if (m_path.isEmpty())
        m_undo.clear();
    if (client && owner != 0)
        m_owner = owner;
    if (m_journal && belongsToOther(*m_journal))
        openJournal(SeenJournal::pathFor(m_path, m_owner));
    else if (m_journal && m_journal->owner() == 0 && m_owner != 0)
        m_journal->setOwner(m_owner);
    m_changer.setClient(client);
}

// Not while the changer takes back: an undo that waits for that must come first.
void SeenWork::whenReady(std::function<void()> act)
{
    if (m_isOpening || m_changer.isDropping())
        m_waiting += std::move(act);
    else
        act();
}

void SeenWork::mark(const QStringList &ids, bool seen)
{
    whenReady([this, ids, seen] {
        overrule(&ids);
        m_undo.push(new SeenCommand(m_changer, ids, seen));
    });
}

void SeenWork::markAllSeen(const QStringList &ids)
{
    whenReady([this, ids] {
        overrule(nullptr);
        m_undo.push(new SeenCommand(m_changer, ids, true, SeenCommand::Scope::All));
    });
}

// What is asked for now is the newer decision about these (null: about all), whatever an earlier run wanted of them.
void SeenWork::overrule(const QStringList *ids)
{
    if (m_unfinished.isEmpty())
        return;
    using Mark = SeenBatch::Mark;
    const QSet<QString> newer = ids ? QSet<QString>(ids->cbegin(), ids->cend()) : QSet<QString>();
    QList<SeenBatch> left;
    for (SeenBatch &batch : std::exchange(m_unfinished, {})) {
        std::vector<qsizetype> gone;
        for (size_t i = 0; i < batch.marks.size(); ++i) {
            Mark &mark = batch.marks[i];
            const auto index = static_cast<qsizetype>(i);
            if ((mark != Mark::Open && mark != Mark::Sent) || (ids && !newer.contains(batch.ids.at(index))))
                continue;
            mark = Mark::Dropped;
            gone.push_back(index);
        }
        if (m_journal)
            m_journal->noteDropped(batch.id, gone);
        if (batch.openCount() > 0)
            left += batch;
        else
            restore(std::move(batch));
    }
    m_unfinished = left;
    emit unfinishedChanged();
}

// What was done of it can be undone.
void SeenWork::restore(SeenBatch batch)
{
    const QStringList dropped = batch.idsWith(SeenBatch::Mark::Dropped);
    if (!dropped.isEmpty()) {
        const QSet<QString> gone(dropped.cbegin(), dropped.cend());
        batch.ids.removeIf([&gone](const QString &id) { return gone.contains(id); });
    }
    if (!batch.ids.isEmpty())
        m_undo.push(new SeenCommand(m_changer, batch));
}

qsizetype SeenWork::unfinished() const
{
    qsizetype count = 0;
    for (const SeenBatch &batch : m_unfinished)
        count += batch.openCount();
    return count;
}

QDateTime SeenWork::unfinishedSince() const
{
    return m_unfinished.isEmpty() ? QDateTime()
                                  : QDateTime::fromMSecsSinceEpoch(m_unfinished.constFirst().asked, Qt::UTC);
}

void SeenWork::resumeUnfinished()
{
    const QList<SeenBatch> batches = std::exchange(m_unfinished, {});
    for (const SeenBatch &batch : batches) {
        m_changer.resume(batch);
        restore(batch);
    }
    if (!batches.isEmpty())
        emit unfinishedChanged();
}

void SeenWork::takeUnfinishedBack()
{
    // The last one first: each goes back to what was before it.
    const QList<SeenBatch> batches = std::exchange(m_unfinished, {});
    for (auto it = batches.crbegin(); it != batches.crend(); ++it)
        m_changer.takeBack(*it);
    if (!batches.isEmpty())
        emit unfinishedChanged();
}

} // namespace tidings
