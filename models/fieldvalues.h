// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "akqlast.h"
#include "akqlevaluator.h"
#include "parallel.h"
#include "rawsnapshot.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tidings {

// What the records of rows have at a path, by slot: a code each, and every different value once. Codes stay what they
// are when more rows are read. A plain value.
class FieldValues
{
public:
    using Slot = EventStore::Slot;
    using Code = EventStore::Code;
    static constexpr Code none = 0; // nothing, null or ""
    static constexpr Code others = 1; // values that came when there were mostValues already
    static constexpr size_t mostValues = 100'000;

    // An empty path stands for what the event happened to: the object, or the name tried.
    explicit FieldValues(QStringList path = {});

    [[nodiscard]] bool knows(Slot slot) const { return slot < m_codes.size() && m_codes[slot] != unread; }
    [[nodiscard]] Code code(Slot slot) const { return m_codes[slot]; } // of one that is known
    [[nodiscard]] size_t codeCount() const { return m_values.size(); }
    // As the records have it, a number as it is written in a query; of an object its name.
    [[nodiscard]] QString text(Code code) const;
    // "path = value", as conditionAt(); of an object its kind and key. Nothing where that cannot be asked for.
    [[nodiscard]] std::optional<akql::Node> condition(Code code) const;

    // What is known and, read by several threads, what the records of `rows` have; these stand in this order in
    // `records`. `progress` gets percents, now and then, on any of the threads. Unfinished, and so of no use, after
    // `cancel`.
    static std::shared_ptr<const FieldValues> read(const std::shared_ptr<const FieldValues> &known,
        const RawSnapshot &records, const std::vector<Slot> &rows, const CancelFlag &cancel,
        const std::function<void(int percent)> &progress);

private:
    static constexpr Code unread = ~Code(0);
    struct Value
    {
        akql::Value value; // of an object its key, of a long text its beginning
        QString name = {}; // of an object
        QString model = {};
        QString app = {};
        bool isWhole = true; // false: it can only be shown
    };
    class Reader;
    Code add(std::string key, Value value);

    QStringList m_path;
    std::vector<Code> m_codes; // by slot
    std::vector<Value> m_values; // by code
    std::unordered_map<std::string, Code> m_known;
};

} // namespace tidings
