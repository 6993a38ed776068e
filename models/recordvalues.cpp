// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordvalues.h"

#include "akqljsonvalue.h"
#include "eventfieldtext.h"
#include "eventsummary.h"

#include <algorithm>
#include <bit>

namespace tidings {

namespace {

constexpr size_t partRows = 512;

RecordValue valueOf(const QString &text)
{
    if (text.isEmpty())
        return {};
    return {RecordValue::Kind::Text, 0, text.left(RecordValues::longestText)};
}

} // namespace

RecordValueReader::RecordValueReader(const SortKey &key)
    : m_path(fieldPath(key.field))
{
}

RecordValue RecordValueReader::read(std::string_view raw)
{
    if (m_path.isEmpty()) {
        return valueOf(whatHappened(m_decoder.decode(QByteArray(raw.data(), static_cast<qsizetype>(raw.size())))));
    }
    m_json = raw;
    const akql::Value value = akql::jsonValueAt(m_json, m_path);
    if (const auto *const integer = std::get_if<qint64>(&value))
        return {RecordValue::Kind::Number, static_cast<double>(*integer)};
    if (const auto *const real = std::get_if<double>(&value))
        return {RecordValue::Kind::Number, *real};
    if (const auto *const text = std::get_if<QString>(&value))
        return valueOf(*text);
    if (const auto *const json = std::get_if<akql::JsonText>(&value))
        return valueOf(json->text);
    if (const auto *const flag = std::get_if<bool>(&value))
        return valueOf(*flag ? QStringLiteral("true") : QStringLiteral("false"));
    return {};
}

void RecordValues::put(Slot slot, const RecordValue &value)
{
    if (slot >= m_codes.size())
        m_codes.resize(std::max<size_t>(slot + size_t(1), m_codes.size() + m_codes.size() / 2), unread);
    m_codes[slot] = add(value) + 1;
}

RecordValues::Code RecordValues::add(const RecordValue &value)
{
    constexpr size_t mostKnown = 50'000; // from here on a value may be there twice
    Entry entry{0, 0, value.kind};
    std::string text;
    if (value.kind == RecordValue::Kind::Number)
        entry.data = std::bit_cast<quint64>(value.number);
    else if (value.kind == RecordValue::Kind::Text)
        text = value.text.toStdString();
    std::string name = static_cast<char>(value.kind) + (text.empty() ? std::to_string(entry.data) : text);
    if (const auto known = m_known.find(name); known != m_known.end())
        return known->second;
    if (value.kind == RecordValue::Kind::Text) {
        entry.data = m_texts.size();
        entry.length = static_cast<quint32>(text.size());
        m_texts += text;
    }
    const auto code = static_cast<Code>(m_values.size());
    m_values.push_back(entry);
    if (m_known.size() < mostKnown)
        m_known.emplace(std::move(name), code);
    return code;
}

RecordValue RecordValues::value(Code code) const
{
    const Entry &entry = m_values[code];
    switch (entry.kind) {
    case RecordValue::Kind::Number:
        return {entry.kind, std::bit_cast<double>(entry.data)};
    case RecordValue::Kind::Text:
        return {entry.kind, 0, QString::fromUtf8(m_texts.data() + entry.data, static_cast<qsizetype>(entry.length))};
    case RecordValue::Kind::Missing:
        break;
    }
    return {};
}

// Only the values; whoever calls this knows the slots.
void RecordValues::append(const RecordValues &other)
{
    const size_t texts = m_texts.size();
    m_texts += other.m_texts;
    for (Entry entry : other.m_values) {
        if (entry.kind == RecordValue::Kind::Text)
            entry.data += texts;
        m_values.push_back(entry);
    }
}

std::shared_ptr<const RecordValues> RecordValues::read(const SortKey &key, const RawSnapshot &records,
    const std::vector<Slot> &rows, const std::shared_ptr<const RecordValues> &known, const CancelFlag &cancel)
{
    std::vector<Slot> places; // in the snapshot
    Slot last = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (known && known->knows(rows[i]))
            continue;
        places.push_back(static_cast<Slot>(i));
        last = std::max(last, rows[i]);
    }
    if (known && places.empty())
        return known;

    // Each thread has a table of its own; then they are joined.
    struct Worker
    {
        Worker(const SortKey &sortKey, const RawSnapshot &snapshot)
            : raw(snapshot)
            , reader(sortKey)
            , values(sortKey)
        {
        }
        RawReader raw;
        RecordValueReader reader;
        RecordValues values;
    };
    std::vector<std::unique_ptr<Worker>> workers(parallelWorkers());
    const size_t parts = (places.size() + partRows - 1) / partRows;
    std::vector<Code> codes(places.size());
    std::vector<size_t> readBy(parts);
    parallelFor(parts, cancel, [&](size_t part, size_t number) {
        if (!workers[number])
            workers[number] = std::make_unique<Worker>(key, records);
        Worker &worker = *workers[number];
        readBy[part] = number;
        const size_t begin = part * partRows;
        const size_t end = std::min(begin + partRows, places.size());
        worker.raw.prepare(places.data() + begin, end - begin);
        for (size_t i = begin; i < end; ++i)
            codes[i] = worker.values.add(worker.reader.read(worker.raw.raw(places[i])));
    });
    const auto result = known ? std::make_shared<RecordValues>(*known) : std::make_shared<RecordValues>(key);
    result->m_known.clear();
    if (cancel.isCancelled())
        return result;
    std::vector<Code> starts(workers.size());
    for (size_t number = 0; number < workers.size(); ++number) {
        starts[number] = static_cast<Code>(result->m_values.size());
        if (workers[number])
            result->append(workers[number]->values);
    }
    result->m_codes.resize(std::max(result->m_codes.size(), size_t(last) + 1), unread);
    for (size_t i = 0; i < places.size(); ++i)
        result->m_codes[rows[places[i]]] = starts[readBy[i / partRows]] + codes[i] + 1;
    return result;
}

std::shared_ptr<const RecordValues> columnOf(const RecordColumns &columns, const SortKey &key)
{
    const auto found = std::find_if(columns.cbegin(), columns.cend(),
        [&key](const std::shared_ptr<const RecordValues> &column) { return column->key().isSameColumn(key); });
    return found == columns.cend() ? nullptr : *found;
}

RecordColumns readColumns(const RawSnapshot &records, const std::vector<EventStore::Slot> &rows,
    const QList<SortKey> &keys, const RecordColumns &known, const CancelFlag &cancel)
{
    RecordColumns columns;
    for (const SortKey &key : keys) {
        if (key.needsRecords())
            columns += RecordValues::read(key, records, rows, columnOf(known, key), cancel);
    }
    return columns;
}

} // namespace tidings
