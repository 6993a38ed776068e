// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowfilter.h"

#include "akqlevaluator.h"
#include "akqljsonvalue.h"
#include "akqlparser.h"
#include "eventrecord.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <span>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

using Slot = EventStore::Slot;
using Code = EventStore::Code;
using Flag = unsigned char; // 0 or 1

constexpr size_t blockRows = 1024; // rows that are looked at together
constexpr size_t rowsOfPart = 32 * blockRows; // rows of one part of the work

// Knows one value only, whatever is asked for.
class ValueRecord : public akql::Record
{
public:
    explicit ValueRecord(akql::Value value)
        : m_value(std::move(value))
    {
    }
    [[nodiscard]] akql::Value value(const QStringList & /*path*/) const override { return m_value; }

private:
    akql::Value m_value;
};

akql::Value timeValue(Timestamp time)
{
    return time == EventRow::noTime ? akql::Value(akql::Null{}) : akql::Value(akql::Timestamp{time});
}

// Decodes no more of the record than is asked for.
class LazyRecord : public akql::Record
{
public:
    explicit LazyRecord(std::string_view raw)
        : m_raw(raw)
    {
    }

    [[nodiscard]] akql::Value value(const QStringList &path) const override
    {
        if (path.size() > 1) {
            if (m_json.empty())
                m_json.assign(m_raw);
            return akql::jsonValueAt(m_json, path);
        }
        if (!m_event)
            m_event = codec::EventDecoder().decode({m_raw.data(), static_cast<qsizetype>(m_raw.size())});
        return EventRecord(*m_event).value(path);
    }

private:
    std::string_view m_raw;
    mutable std::string m_json;
    mutable std::optional<Event> m_event;
};

} // namespace

// What every part of a scan has of its own.
struct RowFilter::Scan
{
    RawReader &raw;
};

// A part of the query. Tests keep no state, so that all threads share them.
class RowFilter::Test
{
public:
    Test() = default;
    virtual ~Test() = default;
    Q_DISABLE_COPY_MOVE(Test)

    // Takes the flags of those rows away that do not match. Rows without one need not be looked at.
    virtual void narrow(Scan &scan, std::span<const Slot> rows, Flag *flags) const = 0;
    [[nodiscard]] virtual int cost() const = 0; // cheap ones come first
};

class RowFilter::AllOf : public Test
{
public:
    void add(std::unique_ptr<Test> test)
    {
        const auto place = std::upper_bound(m_tests.begin(), m_tests.end(), test->cost(),
            [](int cost, const auto &other) { return cost < other->cost(); });
        m_tests.insert(place, std::move(test));
    }
    void narrow(Scan &scan, std::span<const Slot> rows, Flag *flags) const override
    {
        for (const auto &test : m_tests)
            test->narrow(scan, rows, flags);
    }
    [[nodiscard]] int cost() const override { return m_tests.empty() ? 0 : m_tests.back()->cost() + 1; }
    [[nodiscard]] const std::vector<std::unique_ptr<Test>> &tests() const { return m_tests; }

private:
    std::vector<std::unique_ptr<Test>> m_tests;
};

class RowFilter::AnyOf : public AllOf
{
public:
    void narrow(Scan &scan, std::span<const Slot> rows, Flag *flags) const override
    {
        std::array<Flag, blockRows> open{}; // asked for, and no test took them yet
        std::copy_n(flags, rows.size(), open.begin());
        for (const auto &test : tests()) {
            std::array<Flag, blockRows> taken = open;
            test->narrow(scan, rows, taken.data());
            for (size_t i = 0; i < rows.size(); ++i)
                open[i] = static_cast<Flag>(open[i] & ~taken[i]);
        }
        for (size_t i = 0; i < rows.size(); ++i)
            flags[i] = static_cast<Flag>(flags[i] & ~open[i]);
    }
};

// Decided once for every code of a column.
class RowFilter::CodeTest : public Test
{
public:
    CodeTest(const CodeColumn &codes, std::vector<Flag> accepted)
        : m_codes(codes)
        , m_accepted(std::move(accepted))
    {
    }
    void narrow(Scan & /*scan*/, std::span<const Slot> rows, Flag *flags) const override
    {
        const Flag *const accepted = m_accepted.data();
        m_codes.visit([&](const auto *codes) {
            for (size_t i = 0; i < rows.size(); ++i)
                flags[i] = static_cast<Flag>(flags[i] & accepted[codes[rows[i]]]);
        });
    }
    [[nodiscard]] int cost() const override { return 1; }
    [[nodiscard]] bool accepts(Slot slot) const { return m_accepted[m_codes[slot]] != 0; }
    // The only test there is: no need of flags. Returns how many were written to `out`.
    size_t select(std::span<const Slot> rows, Slot *out) const
    {
        const Flag *const accepted = m_accepted.data();
        return m_codes.visit([&](const auto *codes) {
            size_t count = 0;
            for (const Slot row : rows) {
                out[count] = row;
                count += accepted[codes[row]];
            }
            return count;
        });
    }

private:
    const CodeColumn &m_codes;
    std::vector<Flag> m_accepted;
};

// From and until are numbers; other comparisons with `created` ask the evaluator, still without decoding.
class RowFilter::TimeTest : public Test
{
public:
    TimeTest(const std::vector<Timestamp> &times, const TimeRange &range)
        : m_times(times)
        , m_first(range.from.value_or(EventRow::noTime + 1))
        , m_end(range.until.value_or(std::numeric_limits<Timestamp>::max()))
    {
    }
    TimeTest(const std::vector<Timestamp> &times, akql::Node node)
        : m_times(times)
        , m_node(std::move(node))
    {
    }
    void narrow(Scan & /*scan*/, std::span<const Slot> rows, Flag *flags) const override
    {
        if (m_node) {
            for (size_t i = 0; i < rows.size(); ++i)
                flags[i] = flags[i] && akql::matches(*m_node, ValueRecord(timeValue(m_times[rows[i]]))) ? 1 : 0;
            return;
        }
        for (size_t i = 0; i < rows.size(); ++i) {
            const Timestamp time = m_times[rows[i]];
            flags[i] = static_cast<Flag>(flags[i] & (time >= m_first ? 1 : 0) & (time < m_end ? 1 : 0));
        }
    }
    [[nodiscard]] int cost() const override { return m_node ? 3 : 2; }

private:
    const std::vector<Timestamp> &m_times;
    Timestamp m_first = 0;
    Timestamp m_end = 0;
    std::optional<akql::Node> m_node;
};

namespace {

// The rows that still have their flag.
size_t flagged(std::span<const Slot> rows, const Flag *flags, std::array<Slot, blockRows> &wanted)
{
    size_t count = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        wanted[count] = rows[i];
        count += flags[i];
    }
    return count;
}

template <class Predicate>
void narrowRaw(RawReader &reader, std::span<const Slot> rows, Flag *flags, const Predicate &predicate)
{
    std::array<Slot, blockRows> wanted{};
    reader.prepare(wanted.data(), flagged(rows, flags, wanted));
    for (size_t i = 0; i < rows.size(); ++i) {
        if (flags[i] != 0)
            flags[i] = predicate(reader.raw(rows[i])) ? 1 : 0;
    }
}

} // namespace

class RowFilter::WordTest : public Test
{
public:
    explicit WordTest(const QString &words)
        : m_words(words)
    {
    }
    void narrow(Scan &scan, std::span<const Slot> rows, Flag *flags) const override
    {
        narrowRaw(scan.raw, rows, flags, [this](std::string_view raw) { return m_words.matches(raw); });
    }
    [[nodiscard]] int cost() const override { return 100; }

private:
    WordSearch m_words;
};

class RowFilter::RecordTest : public Test
{
public:
    explicit RecordTest(akql::Node node)
        : m_node(std::move(node))
    {
    }
    void narrow(Scan &scan, std::span<const Slot> rows, Flag *flags) const override
    {
        narrowRaw(
            scan.raw, rows, flags, [this](std::string_view raw) { return akql::matches(m_node, LazyRecord(raw)); });
    }
    [[nodiscard]] int cost() const override { return 1000; }

private:
    akql::Node m_node;
};

RowFilter::RowFilter(const EventStore &store, const EventQuery &query, Timestamp now)
    : m_store(store)
    , m_test(std::make_unique<AllOf>())
{
    const EventDictionary &dictionary = m_store.dictionary();
    if (!query.actions.isEmpty() || !query.levels.isEmpty()) {
        const QSet<QString> wanted(query.actions.cbegin(), query.actions.cend());
        std::vector<Flag> accepted(dictionary.textCount());
        for (Code code = 0; code < accepted.size(); ++code) {
            const QString &action = dictionary.text(code);
            const bool isChosen = wanted.isEmpty() || wanted.contains(action);
            accepted[code] = isChosen && (query.levels.isEmpty() || query.levels.contains(actionLevel(action))) ? 1 : 0;
        }
        m_test->add(std::make_unique<CodeTest>(m_store.codes(EventStore::Column::Action), std::move(accepted)));
    }
    const TimeRange range = query.range.resolved(now);
    if (!range.isUnlimited())
        m_test->add(std::make_unique<TimeTest>(m_store.times(), range));
    const std::vector<akql::Node> conditions = query.enabledConditions();
    for (const akql::Node &node : conditions)
        m_test->add(compile(node));
    const QString text = query.text.trimmed();
    if (text.isEmpty())
        return;
    if (const akql::ParseResult parsed = akql::parse(text); parsed)
        m_test->add(compile(*parsed.query));
    else
        m_test->add(std::make_unique<WordTest>(text));
}

RowFilter::~RowFilter() = default;

bool RowFilter::acceptsAll() const
{
    return m_test->tests().empty();
}

std::unique_ptr<RowFilter::Test> RowFilter::compile(const akql::Node &node) const
{
    if (node.kind() == akql::Node::Kind::Comparison)
        return compileComparison(node);
    const bool isAll = node.kind() == akql::Node::Kind::And;
    auto group = isAll ? std::make_unique<AllOf>() : std::unique_ptr<AllOf>(std::make_unique<AnyOf>());
    for (const akql::Node &child : node.children())
        group->add(compile(child));
    return group;
}

std::unique_ptr<RowFilter::Test> RowFilter::compileComparison(const akql::Node &node) const
{
    const QStringList &path = node.comparison().path;
    const EventDictionary &dictionary = m_store.dictionary();
    const auto decide = [&node](size_t count, const auto &valueOf) {
        std::vector<Flag> accepted(count);
        for (Code code = 0; code < count; ++code)
            accepted[code] = akql::matches(node, ValueRecord(valueOf(code))) ? 1 : 0;
        return accepted;
    };
    if (path == QStringList{u"action"_s}) {
        const auto valueOf = [&](Code code) {
            const QString &text = dictionary.text(code);
            return text.isEmpty() ? akql::Value(akql::Null{}) : akql::Value(text);
        };
        return std::make_unique<CodeTest>(
            m_store.codes(EventStore::Column::Action), decide(dictionary.textCount(), valueOf));
    }
    if (path == QStringList{u"created"_s})
        return std::make_unique<TimeTest>(m_store.times(), node);
    for (size_t i = 0; i < EventRow::fieldCount; ++i) {
        const auto field = static_cast<EventStore::Field>(i);
        if (path == EventEncoder::path(field)) {
            return std::make_unique<CodeTest>(m_store.codes(field),
                decide(dictionary.valueCount(), [&](Code code) { return dictionary.value(code); }));
        }
    }
    return std::make_unique<RecordTest>(node);
}

std::vector<EventStore::Slot> RowFilter::run(const std::vector<Slot> &rows, const CancelFlag &cancel) const
{
    if (acceptsAll())
        return rows;
    const auto *const onlyCodes
        = m_test->tests().size() == 1 ? dynamic_cast<const CodeTest *>(m_test->tests().front().get()) : nullptr;
    const size_t slices = (rows.size() + rowsOfPart - 1) / rowsOfPart;
    std::vector<Slot> result(rows.size()); // every slice writes where its rows are, then they move together
    std::vector<size_t> counts(slices);
    std::vector<std::unique_ptr<RawReader>> readers(parallelWorkers());
    parallelFor(slices, cancel, [&](size_t slice, size_t worker) {
        const size_t begin = slice * rowsOfPart;
        const size_t end = std::min(begin + rowsOfPart, rows.size());
        Slot *const out = result.data() + begin;
        if (onlyCodes) {
            counts[slice] = onlyCodes->select({rows.data() + begin, end - begin}, out);
            return;
        }
        if (!readers[worker])
            readers[worker] = std::make_unique<RawReader>(m_store);
        Scan scan{*readers[worker]};
        size_t count = 0;
        for (size_t at = begin; at < end && !cancel.isCancelled(); at += blockRows) {
            const std::span<const Slot> block(rows.data() + at, std::min(blockRows, end - at));
            std::array<Flag, blockRows> flags{};
            flags.fill(1);
            m_test->narrow(scan, block, flags.data());
            for (size_t i = 0; i < block.size(); ++i) {
                out[count] = block[i];
                count += flags[i];
            }
        }
        counts[slice] = count;
    });
    size_t total = 0;
    for (size_t slice = 0; slice < slices; ++slice) {
        const Slot *const from = result.data() + slice * rowsOfPart;
        if (total != slice * rowsOfPart)
            std::copy(from, from + counts[slice], result.data() + total);
        total += counts[slice];
    }
    result.resize(total);
    result.shrink_to_fit();
    return result;
}

bool RowFilter::accepts(Slot slot) const
{
    RawReader reader(m_store);
    Scan scan{reader};
    Flag flag = 1;
    m_test->narrow(scan, {&slot, 1}, &flag);
    return flag != 0;
}

} // namespace tidings
