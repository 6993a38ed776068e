// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"
#include "eventstore.h"
#include "parallel.h"
#include "rawsnapshot.h"
#include "sortkey.h"

#include <QList>
#include <QString>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tidings {

// One value that rows are sorted by. Numbers stand before texts; what is missing stands last, however they are sorted.
struct RecordValue
{
    enum class Kind : quint8 { Number, Text, Missing };
    Kind kind = Kind::Missing;
    double number = 0;
    QString text = {}; // its beginning, see RecordValues::longestText
};

// Reads that value from raw records. For one thread.
class RecordValueReader
{
public:
    explicit RecordValueReader(const SortKey &key); // one that needsRecords()
    [[nodiscard]] RecordValue read(std::string_view raw);

private:
    QStringList m_path; // empty: what happened
    std::string m_json;
    codec::EventDecoder m_decoder;
};

// What the records of rows have where one sort key looks, by slot: four bytes a row and every different value once, its
// text cut off, so that a million rows take at most about a hundred megabytes and mostly four. A plain value.
class RecordValues
{
public:
    using Slot = EventStore::Slot;
    using Code = quint32;
    static constexpr qsizetype longestText = 48; // characters that are compared

    explicit RecordValues(SortKey key)
        : m_key(std::move(key))
    {
    }
    [[nodiscard]] const SortKey &key() const { return m_key; }

    [[nodiscard]] bool knows(Slot slot) const { return slot < m_codes.size() && m_codes[slot] != unread; }
    void put(Slot slot, const RecordValue &value);
    // Of a slot that is known; equal codes are equal values, but not the other way round.
    [[nodiscard]] Code code(Slot slot) const { return m_codes[slot] - 1; }
    [[nodiscard]] size_t codeCount() const { return m_values.size(); }
    [[nodiscard]] RecordValue value(Code code) const;

    // What is known and, read by several threads, what else the rows have; `records` holds the rows in this order.
    // Unfinished, and so of no use, after `cancel`.
    static std::shared_ptr<const RecordValues> read(const SortKey &key, const RawSnapshot &records,
        const std::vector<Slot> &rows, const std::shared_ptr<const RecordValues> &known, const CancelFlag &cancel);

private:
    static constexpr Code unread = 0;
    struct Entry
    {
        quint64 data = 0; // the number's bits, or where the text begins
        quint32 length = 0; // bytes of UTF-8
        RecordValue::Kind kind = RecordValue::Kind::Missing;
    };
    Code add(const RecordValue &value);
    void append(const RecordValues &other);

    SortKey m_key;
    std::vector<Code> m_codes; // by slot, one more than the code
    std::vector<Entry> m_values;
    std::string m_texts;
    std::unordered_map<std::string, Code> m_known; // the first different values
};

// Of several keys.
using RecordColumns = QList<std::shared_ptr<const RecordValues>>;
std::shared_ptr<const RecordValues> columnOf(const RecordColumns &columns, const SortKey &key); // null: not there
// The columns that the keys need, of all rows.
RecordColumns readColumns(const RawSnapshot &records, const std::vector<EventStore::Slot> &rows,
    const QList<SortKey> &keys, const RecordColumns &known, const CancelFlag &cancel);

} // namespace tidings
