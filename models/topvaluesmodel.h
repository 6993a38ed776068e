// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "eventtablemodel.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace tidings {

// The most frequent values of one field among the rows of an EventTableModel, most frequent first. Counts codes of the
// store's columns, never decodes; many rows are counted in slices between which the event loop runs. Follows the rows
// as they come and go while it is active; inactive (as it begins) it listens to nothing. Values keep their rows'
// identity: they move, nothing is reset but by another field or a reset of the events.
class TopValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Field { Action, User, Application, ClientIp, Country, Brand };
    static constexpr int fieldCount = 6;
    enum Column { ValueColumn, CountColumn, ShareColumn, ColumnCount };
    enum Role {
        RawRole = Qt::UserRole, // QString, as the server sent it; empty: the events have no such value
        CountRole, // qint64
        ShareRole, // double, 0 to 1, of all rows
        BarRole, // double, 0 to 1, of the most frequent value
        IconNameRole, // of actions
    };
    static constexpr int mostValues = 500; // shown

    // The events must outlive this object.
    explicit TopValuesModel(const EventTableModel &events, QObject *parent = nullptr);

    static QString fieldName(Field field); // translated
    void setField(Field field);
    [[nodiscard]] Field field() const { return m_field; }
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool isCounting() const { return m_timer.isActive(); }

    [[nodiscard]] qint64 total() const { return m_total; } // rows counted
    [[nodiscard]] qint64 different() const { return m_different; } // values, also those not shown

    // "field = value", or "field != value". Nothing for a missing value, which the query language cannot ask for in
    // every field, and for one that cannot be told exactly.
    [[nodiscard]] std::optional<akql::Node> condition(int row, bool without) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void counted(); // rows, total() and different() are up to date

private:
    using Code = EventStore::Code;
    struct Value
    {
        Code code = 0;
        qint64 count = 0;
    };

    void connectEvents();
    void forget();
    void restart();
    void work();
    void count(int first, int last, qint64 step);
    void countInserted(int first, int last);
    void countRemoved(int first, int last); // still there
    void publish();
    [[nodiscard]] std::vector<Value> mostFrequent();
    void removeAllBut(const std::vector<Value> &wanted);
    void addMissing(const std::vector<Value> &wanted);
    void reorder(const std::vector<Value> &wanted);
    [[nodiscard]] std::optional<akql::Literal> literalOf(Code code) const; // nothing for a missing or empty value
    [[nodiscard]] QString rawText(Code code) const;
    [[nodiscard]] QString shownText(Code code) const;

    const EventTableModel &m_events;
    Field m_field = Field::Action;
    bool m_active = false;
    QTimer m_timer;
    int m_next = 0; // rows before it are counted
    std::vector<qint64> m_counts; // by code
    std::vector<Value> m_values; // as shown
    qint64 m_total = 0;
    qint64 m_different = 0;
};

} // namespace tidings
