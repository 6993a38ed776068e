// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventfile.h"
#include "eventlistfeed.h"
#include "eventtablemodel.h"
#include "parallel.h"

#include <QFileSystemWatcher>
#include <QThreadPool>

#include <memory>

namespace tidings {

// Fills an EventTableModel with the events of a file that match one query, in an order of the user's choice. Reading,
// filtering and sorting happen on other threads; what a later question has overtaken is dropped. A file that fails
// half-way gives an error and no rows. Watches the file and says when it is not the one that was read any more.
class FileFeed : public EventListFeed
{
    Q_OBJECT

public:
    explicit FileFeed(EventTableModel &model, QObject *parent = nullptr);
    ~FileFeed() override; // waits until the other threads have stopped, which takes milliseconds

    void openFile(const QString &path); // instead of the one there is
    [[nodiscard]] const QString &path() const { return m_path; }
    void reload() override; // reads the file again
    void setQuery(const EventQuery &query) override;
    [[nodiscard]] TimeRange askedRange() const override { return m_range; }
    void resolveAgain() override;

    // Of what was read: its rows, and those that could not be used.
    [[nodiscard]] qint64 total() const { return m_all ? static_cast<qint64>(m_all->size()) : 0; }
    [[nodiscard]] qint64 damaged() const { return m_file.damaged; }
    [[nodiscard]] qint64 otherLines() const { return m_file.otherLines; } // of a log, beside those of events
    [[nodiscard]] qint64 repeated() const { return m_file.repeated; }
    [[nodiscard]] const QList<FileProblem> &problems() const { return m_file.problems; }
    // Thousandths of the file that are read; -1 while it is not being read.
    [[nodiscard]] int progress() const { return m_progress; }

    [[nodiscard]] bool isMatchingExact() const override { return true; }
    [[nodiscard]] QString engineText() const override;
    [[nodiscard]] QString shortEngineText() const override;
    [[nodiscard]] QString warning() const override;
    [[nodiscard]] QString errorText() const override { return m_errorText; }

signals:
    void progressChanged(int thousandths);
    // A sentence for people. Once for what was read; poll() reads the file again.
    void fileChanged(const QString &text);

protected:
    void stop() override;
    void open() override;
    void fetchNext() override;
    void fetchHead() override;
    void sortRows() override;
    [[nodiscard]] bool isPolling() const override { return false; }
    [[nodiscard]] bool isReady() const override { return !m_path.isEmpty(); }

private:
    void readFile();
    void filter();
    void takeFile(Expected<EventFile, QString> result, quint64 generation);
    using Rows = std::shared_ptr<const std::vector<EventStore::Slot>>;
    void takeRows(const Rows &filtered, std::vector<EventStore::Slot> rows, quint64 generation);
    void checkFile();

    EventTableModel &m_model;
    QString m_path;
    QString m_errorText;
    EventFile m_file; // without a store: not read
    Rows m_all; // newest first
    Rows m_filtered; // the same where nothing is left out
    TimeRange m_range; // of the query, resolved
    bool m_isFiltered = false; // m_filtered answers the query
    RecordColumns m_records; // what was read to sort by
    int m_progress = -1;
    quint64 m_generation = 0; // of the work under way; earlier results are late
    CancelFlag m_cancel; // of that work
    QFileSystemWatcher m_watcher;
    bool m_changeReported = false;
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
