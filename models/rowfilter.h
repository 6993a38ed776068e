// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventquery.h"
#include "eventstore.h"
#include "parallel.h"
#include "wordsearch.h"

#include <memory>
#include <vector>

namespace tidings {

// Answers a query from the rows of a store, the same as QueryPlan::accepts() and akql::matches() would for every event.
// A text that is a query of authentik's language is taken for one, any other for words of which a record must contain
// every one. Most of it is decided by columns, once for every different value; words are looked for in the raw bytes;
// what remains is decoded. Building it needs the store's dictionary, running it reads the store; both may happen on any
// thread while nobody changes the store.
class RowFilter
{
public:
    // `now` resolves a relative time range.
    RowFilter(const EventStore &store, const EventQuery &query, Timestamp now);
    ~RowFilter();

    [[nodiscard]] bool acceptsAll() const; // there is nothing to leave out
    Q_DISABLE_COPY_MOVE(RowFilter)

    // Those of `rows` that match, in their order. Unfinished, and so of no use, after `cancel`.
    [[nodiscard]] std::vector<EventStore::Slot> run(
        const std::vector<EventStore::Slot> &rows, const CancelFlag &cancel) const;
    // The same for one.
    [[nodiscard]] bool accepts(EventStore::Slot slot) const;

private:
    class Test;
    class AllOf;
    class AnyOf;
    class CodeTest;
    class TimeTest;
    class WordTest;
    class RecordTest;
    struct Scan;

    [[nodiscard]] std::unique_ptr<Test> compile(const akql::Node &node) const;
    [[nodiscard]] std::unique_ptr<Test> compileComparison(const akql::Node &node) const;

    const EventStore &m_store;
    std::unique_ptr<AllOf> m_test;
};

} // namespace tidings
