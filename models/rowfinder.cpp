// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowfinder.h"

#include "recordtablemodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace tidings {

namespace {

constexpr qint64 sliceNanoseconds = 5'000'000;
constexpr int fewRows = 500; // are looked at when they come; for more the search begins anew

} // namespace

RowFinder::RowFinder(RecordTableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RowFinder::work);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RowFinder::restart);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &RowFinder::restart);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex & /*parent*/, int first, int last) { insertRows(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex & /*parent*/, int first, int last) { removeRows(first, last); });
    connect(
        &m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            // A change of the time column alone is that of the relative times.
            if (first.column() != last.column())
                checkRows(first.row(), last.row());
        });
}

void RowFinder::setQuery(const FindQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_words = FindWords(query.text);
    restart();
}

int RowFinder::progress() const
{
    const int rows = m_model.rowCount();
    return !m_isSearching || rows == 0 ? 1000 : static_cast<int>(qint64(m_next) * 1000 / rows);
}

qsizetype RowFinder::placeOf(int row) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row);
    return at != m_rows.end() && *at == row ? at - m_rows.begin() : -1;
}

int RowFinder::firstFrom(int row) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row);
    return at == m_rows.end() ? -1 : *at;
}

int RowFinder::lastUntil(int row) const
{
    const auto at = std::upper_bound(m_rows.begin(), m_rows.end(), row);
    return at == m_rows.begin() ? -1 : *(at - 1);
}

void RowFinder::restart()
{
    cancelElsewhere();
    ++m_generation;
    m_timer.stop();
    m_rows.clear();
    m_next = 0;
    m_isSearching = !m_words.isEmpty() && m_model.rowCount() > 0;
    if (!m_words.isEmpty())
        prepare();
    m_isElsewhere = m_isSearching && startElsewhere(m_generation);
    if (m_isSearching && !m_isElsewhere)
        m_timer.start();
    emit changed();
}

void RowFinder::work()
{
    QElapsedTimer clock;
    clock.start();
    beginSlice();
    const int end = m_model.rowCount();
    constexpr int betweenLooks = 16;
    while (m_next < end && clock.nsecsElapsed() < sliceNanoseconds) {
        for (const int until = std::min(end, m_next + betweenLooks); m_next < until; ++m_next) {
            if (matches(m_next))
                m_rows.push_back(m_next);
        }
    }
    if (m_next >= end)
        finish();
    emit changed();
}

void RowFinder::takeFound(const std::vector<int> &found, int next, quint64 generation)
{
    if (generation != m_generation)
        return;
    m_rows.insert(m_rows.end(), found.begin(), found.end());
    m_next = next;
    if (m_next >= m_model.rowCount())
        finish();
    emit changed();
}

void RowFinder::finish()
{
    m_isSearching = false;
    m_timer.stop();
}

void RowFinder::insertRows(int first, int last)
{
    if (m_words.isEmpty())
        return;
    const int count = last - first + 1;
    if (m_isElsewhere || count > fewRows || (m_isSearching && first < m_next))
        return restart();
    if (!m_isSearching && first >= m_next) {
        // They come at the end, as the list is read further.
        m_isSearching = true;
        m_timer.start();
        emit changed();
        return;
    }
    if (m_isSearching)
        return; // they are looked at in their turn
    const auto behind = std::lower_bound(m_rows.begin(), m_rows.end(), first);
    std::for_each(behind, m_rows.end(), [count](int &row) { row += count; });
    m_next += count;
    checkRows(first, last);
}

void RowFinder::removeRows(int first, int last)
{
    if (m_words.isEmpty())
        return;
    if (m_isSearching)
        return restart();
    const int count = last - first + 1;
    const auto from = std::lower_bound(m_rows.begin(), m_rows.end(), first);
    const auto until = std::upper_bound(m_rows.begin(), m_rows.end(), last);
    std::for_each(until, m_rows.end(), [count](int &row) { row -= count; });
    m_rows.erase(from, until);
    m_next -= count;
    emit changed();
}

void RowFinder::checkRows(int first, int last)
{
    if (m_words.isEmpty())
        return;
    if (m_isElsewhere || last - first >= fewRows)
        return restart();
    beginSlice();
    const auto from = std::lower_bound(m_rows.begin(), m_rows.end(), first);
    const auto until = std::upper_bound(m_rows.begin(), m_rows.end(), last);
    auto place = m_rows.erase(from, until);
    for (int row = first; row <= std::min(last, m_next - 1); ++row) {
        if (matches(row))
            place = m_rows.insert(place, row) + 1;
    }
    emit changed();
}

} // namespace tidings
