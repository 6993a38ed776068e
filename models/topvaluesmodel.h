// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "akqlast.h"
#include "eventtablemodel.h"
#include "fieldvalues.h"

#include <QAbstractTableModel>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <vector>

namespace tidings {

// The most frequent values of one field among the rows of an EventTableModel, most frequent first. Counts codes of the
// store's columns; what stands in no column is read from the records first, by other threads and once for each row.
// Many rows are counted in slices between which the event loop runs. Follows the rows as they come and go while it is
// active; inactive (as it begins) it listens to nothing. Values keep their rows' identity: they move, nothing is reset
// but by another field, a reset of the events, or a record that has other content.
class TopValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // Level is derived from the action. City, Subject (what the event happened to) and Path are read from the records.
    enum class Field { Action, Level, User, Subject, Application, ClientIp, City, Country, Brand, Path };
    static constexpr int fieldCount = 9; // without Path
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
    ~TopValuesModel() override; // waits until the other threads have stopped, which takes milliseconds

    static QString fieldName(Field field); // translated; Path has none
    // `path`, such as "context.geo.city", belongs to Field::Path.
    void setField(Field field, const QString &path = {});
    [[nodiscard]] Field field() const { return m_field; }
    [[nodiscard]] const QString &path() const { return m_path; }
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool isCounting() const { return m_timer.isActive() || m_isReading; }
    [[nodiscard]] bool isReading() const { return m_isReading; } // records, which takes a while

    [[nodiscard]] qint64 total() const { return m_total; } // rows counted
    [[nodiscard]] qint64 different() const { return m_different; } // values, also those not shown
    [[nodiscard]] qint64 notToldApart() const { return m_notToldApart; } // rows, see FieldValues::mostValues

    // "field = value", or the opposite. Nothing for a missing value, which the query language cannot ask for in
    // every field, and for one that cannot be told exactly.
    [[nodiscard]] std::optional<akql::Node> condition(int row, bool without) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void counted(); // rows and numbers are up to date
    void readingChanged(int percent); // of the records that have to be read; 100: counted() follows

private:
    using Code = EventStore::Code;
    struct Value
    {
        Code code = 0;
        qint64 count = 0;
    };

    [[nodiscard]] bool readsRecords() const;
    [[nodiscard]] QStringList recordPath() const;
    void forgetRecords();
    bool readRecords(); // false: all rows are known
    void takeRecords(std::shared_ptr<const FieldValues> records);
    void recountSoon();
    void connectEvents();
    void forget();
    void restart();
    void work();
    void count(int first, int last, qint64 step);
    void countLevels(int first, int last, qint64 step);
    void countInserted(int first, int last);
    void countRemoved(int first, int last); // still there
    void publish();
    [[nodiscard]] std::vector<Value> mostFrequent();
    void removeAllBut(const std::vector<Value> &wanted);
    void addMissing(const std::vector<Value> &wanted);
    void reorder(const std::vector<Value> &wanted);
    [[nodiscard]] bool isMissing(Code code) const; // or empty
    [[nodiscard]] std::optional<akql::Node> equalTo(Code code) const;
    [[nodiscard]] std::optional<akql::Literal> literalOf(Code code) const; // nothing for a missing or empty value
    [[nodiscard]] QString rawText(Code code) const;
    [[nodiscard]] QString shownText(Code code) const;

    const EventTableModel &m_events;
    Field m_field = Field::Action;
    QString m_path; // of Field::Path
    bool m_active = false;
    QTimer m_timer;
    int m_next = 0; // rows before it are counted
    std::vector<qint64> m_counts; // by code
    std::vector<Value> m_values; // as shown
    qint64 m_total = 0;
    qint64 m_different = 0;
    qint64 m_notToldApart = 0;
    std::vector<std::optional<Level>> m_levels; // by code of the action
    std::shared_ptr<const FieldValues> m_records; // what was read; null: nothing
    bool m_isReading = false;
    quint64 m_generation = 0; // of what is read
    CancelFlag m_cancel;
    QThreadPool m_pool; // waits for its threads when it goes; last, so that it goes first
};

} // namespace tidings
