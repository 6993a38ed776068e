// SPDX-License-Identifier: GPL-3.0-or-later
// Files of saved views and of watch rules, which people give to each other.
#include "akqlprinter.h"
#include "codec.h"
#include "fuzzing.h"
#include "savedview.h"
#include "watchrule.h"

#include <QSet>
#include <QUuid>

using namespace tidings;
using namespace tidings::fuzz;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestError = 4000;

// What Qt writes of these is not what it read.
bool isChangedByQt(const QByteArray &json)
{
    const QByteArray lower = json.toLower();
    return lower.contains("\\ud") || lower.contains("\\ufeff") || json.contains("\xEF\xBB\xBF");
}

// What was cut may end with half a character, which Qt does not write either.
bool endsInHalf(const QString &text)
{
    return !text.isEmpty() && text.back().isHighSurrogate();
}

void checkName(const QString &name)
{
    require(!name.isEmpty() && name.size() <= longestName && name == name.trimmed(), "names are short and not blank");
}

void checkLayout(const ColumnLayout &layout)
{
    require(layout.columns.size() <= 40, "columns have a limit");
    QSet<QString> ids;
    for (const ColumnLayout::Column &column : layout.columns) {
        require(!column.id.isEmpty() && column.id.size() <= 320 && !ids.contains(column.id), "each column stands once");
        require(column.width == 0 || (column.width >= 30 && column.width <= 4000), "widths have limits");
        ids += column.id;
    }
}

void checkView(const SavedView &view)
{
    checkName(view.name);
    const EventQuery &query = view.query;
    require(!query.actions.contains(QString()), "actions have names");
    for (const Level level : query.levels)
        require(query.levels.count(level) == 1, "each level stands once");
    for (const Condition &condition : query.conditions)
        require(!akql::print(condition.node).isEmpty(), "conditions can be printed");
    require(query.range.last >= 0s && query.range.last <= 100 * 365 * 24h, "ranges have a limit");
    for (const auto &time : {query.range.from, query.range.until})
        require(!time || isWritableTime(*time), "times lie in the calendar");
    checkLayout(view.columns);
    require(view.order.size() <= 20, "orders have a limit");
    for (const SortKey &key : view.order) {
        require(std::count_if(view.order.cbegin(), view.order.cend(),
                    [&key](const SortKey &other) { return other.isSameColumn(key); })
                == 1,
            "each key stands once");
    }
}

void checkViews(const QByteArray &json)
{
    const auto views = savedViewsFromJson(json);
    if (!views)
        return require(
            !views.error().isEmpty() && views.error().size() <= longestError, "an error says something short");
    require(views->size() <= 500, "views have a limit");
    bool hasHalf = false;
    for (const SavedView &view : *views) {
        checkView(view);
        hasHalf = hasHalf || endsInHalf(view.name);
    }
    if (isChangedByQt(json))
        return;
    const auto again = savedViewsFromJson(toJson(*views));
    require(again.has_value(), "what was read can be written and read");
    require(hasHalf || *again == *views, "and is the same then");
}

const Event &anEvent()
{
    static const Event event = codec::EventDecoder().decode(
        R"({"pk":"0d6d3b0e-6f0b-4d7c-9b57-6c2f7a7d1a01","action":"login_failed","app":"authentik.events.signals",)"
        R"("client_ip":"203.0.113.24","created":"2026-11-19T07:58:12.104233Z","brand":{"name":"Default"},)"
        R"("user":{"pk":17,"username":"alice"},"context":{"geo":{"country":"DE","city":"K\u00f6ln"}}})");
    return event;
}

void checkRules(const QByteArray &json)
{
    const auto rules = watchRulesFromJson(json);
    if (!rules)
        return require(
            !rules.error().isEmpty() && rules.error().size() <= longestError, "an error says something short");
    require(rules->size() <= 200, "rules have a limit");
    QSet<QString> ids;
    bool hasHalf = false;
    for (const WatchRule &rule : *rules) {
        checkName(rule.name);
        hasHalf = hasHalf || endsInHalf(rule.name) || endsInHalf(rule.words);
        require(!QUuid::fromString(rule.id).isNull() && !ids.contains(rule.id), "each rule has an id of its own");
        ids += rule.id;
        require(rule.words.size() <= WatchRule::longestWords, "words have a limit");
        require(rule.count >= 1 && rule.count <= WatchRule::mostEvents, "counts have limits");
        require(rule.within >= 1min && rule.within <= WatchRule::longestTime, "times have limits");
        require(rule.level == Level::Notice || rule.level == Level::Warning || rule.level == Level::Alert,
            "rules have a level of alerts");
        require(!rule.query.isEmpty() || !rule.words.isEmpty(), "a rule asks for something");
        WatchCounter counter(rule);
        require(rule.query.isEmpty() || counter.isValid(), "the query of a rule is one");
        if (counter.matches(anEvent()))
            counter.take(*anEvent().created);
        const ServerPolicy policy = serverPolicyFor(rule);
        require(policy.fields.isEmpty() || !policy.query.isEmpty(), "fields say what a query says");
    }
    if (isChangedByQt(json))
        return;
    const auto again = watchRulesFromJson(toJson(*rules));
    require(again.has_value(), "what was read can be written and read");
    require(hasHalf || *again == *rules, "and is the same then");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = bytesOf(data, size);
    checkViews(json);
    checkRules(json);
    const ColumnLayout layout = columnLayoutFromBytes(json);
    checkLayout(layout);
    require(isChangedByQt(json) || columnLayoutFromBytes(toBytes(layout)) == layout, "a layout reads as it is written");
    return 0;
}
