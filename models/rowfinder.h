// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "findwords.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace tidings {

class RecordTableModel;

// What is looked for among the rows of a table, and where: in the texts of columns, or in the whole records.
struct FindQuery
{
    QString text;
    bool inRaw = false;
    QList<int> columns;
    bool operator==(const FindQuery &) const = default;
};

// Finds rows without hiding the others, and follows the model as rows come, go and change. Searches in slices between
// which the event loop runs, or on other threads; what was found so far can be used meanwhile.
class RowFinder : public QObject
{
    Q_OBJECT

public:
    // Without words nothing is found. Searches anew unless it is the query there is.
    void setQuery(const FindQuery &query);
    [[nodiscard]] const FindQuery &query() const { return m_query; }
    [[nodiscard]] const FindWords &words() const { return m_words; }

    [[nodiscard]] bool isSearching() const { return m_isSearching; }
    [[nodiscard]] int progress() const; // thousandths of the rows that were looked at
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; } // found so far, ascending
    [[nodiscard]] qsizetype placeOf(int row) const; // among rows(); -1: it was not found
    // The nearest one at or after a row, or at or before it; -1: none so far.
    [[nodiscard]] int firstFrom(int row) const;
    [[nodiscard]] int lastUntil(int row) const;

signals:
    void changed(); // rows(), progress() or isSearching()

protected:
    RowFinder(RecordTableModel &model, QObject *parent);

    virtual void prepare() = 0; // the query or the model is another
    virtual void beginSlice() { } // rows may have changed since the last test
    [[nodiscard]] virtual bool matches(int row) = 0; // on this thread
    // Other threads search all rows and report by takeFound(); false: they cannot.
    virtual bool startElsewhere(quint64 /*generation*/) { return false; }
    virtual void cancelElsewhere() { }
    // In the order of the rows; `next` is the first row not looked at. Of an older generation it is dropped.
    void takeFound(const std::vector<int> &found, int next, quint64 generation);

private:
    void restart();
    void work();
    void finish();
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void checkRows(int first, int last);

    RecordTableModel &m_model;
    FindQuery m_query;
    FindWords m_words;
    std::vector<int> m_rows;
    int m_next = 0; // rows before this one were looked at
    bool m_isSearching = false;
    bool m_isElsewhere = false;
    quint64 m_generation = 0;
    QTimer m_timer;
};

} // namespace tidings
