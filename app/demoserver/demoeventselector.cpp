// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoeventselector.h"

#include "akqljsonvalue.h"
#include "demoaddress.h"

#include <QString>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tidings::demo {

namespace {

constexpr std::size_t rememberedResults = 6;

/// Gives every text its place in the sorted order.
class Ranks
{
public:
    void add(const std::string &text) { m_ranks.emplace(text, 0); }
    void number()
    {
        quint64 rank = 1;
        for (auto &entry : m_ranks)
            entry.second = rank++;
    }
    quint64 of(const std::string &text) const { return m_ranks.at(text); }

private:
    std::map<std::string, quint64> m_ranks;
};

std::string jsonText(std::string json, const QString &key)
{
    const akql::Value value = akql::jsonValueAt(json, {key});
    const auto *text = std::get_if<QString>(&value);
    return text != nullptr ? text->toStdString() : std::string();
}

/// Sort keys of one field. Objects are compared by their name, since the order of jsonb means nothing to anybody.
class SortKeys
{
public:
    SortKeys(const EventRepository &events, std::string field)
        : m_events(events)
        , m_field(std::move(field))
    {
        const DemoTables &tables = events.tables();
        if (m_field == "action") {
            addAll(tables.actions, [](const ActionInfo &action) { return action.name; });
        } else if (m_field == "app") {
            addAll(tables.actions, [](const ActionInfo &action) { return action.app; });
        } else if (m_field == "user") {
            addAll(tables.users, [](const User &user) { return user.username; });
        } else if (m_field == "brand") {
            addAll(tables.brands, [](const Brand &brand) { return brand.name; });
        } else if (m_field == "client_ip") {
            addAll(tables.addresses, [](const Address &address) { return addressSortKey(address.text); });
            // Newer servers put empty addresses first, PostgreSQL by itself last.
            m_ofNoAddress = tables.release >= DemoRelease::V2026_8 ? 0 : ~quint64(0) >> 1;
        } else {
            return;
        }
        events.forEachStored([this](const StoredEvent &event) { m_ranks.add(textOf(event)); });
        m_ranks.number();
        for (const std::string &text : m_texts)
            m_byNumber.push_back(m_ranks.of(text));
    }

    quint64 of(quint32 index, const EventFacets *facets, const StoredEvent *stored) const
    {
        if (m_field == "created")
            return index;
        if (m_field == "pk")
            return m_events.idOf(index).high;
        if (m_field == "expires")
            return static_cast<quint64>(m_events.expiresAt(index)) ^ (1ULL << 63);
        if (m_field == "context")
            return stored != nullptr ? 0 : facets->bits;
        if (stored != nullptr)
            return m_field == "client_ip" && !stored->clientIp ? m_ofNoAddress : m_ranks.of(textOf(*stored));
        if (m_field == "user")
            return m_byNumber[facets->user];
        if (m_field == "brand")
            return m_byNumber[facets->brand];
        if (m_field == "client_ip")
            return facets->address == DemoTables::NoAddress ? m_ofNoAddress : m_byNumber[facets->address];
        return m_byNumber[facets->action];
    }

private:
    template <typename T, typename Name> void addAll(const std::vector<T> &entries, Name name)
    {
        for (const T &entry : entries) {
            m_texts.push_back(name(entry));
            m_ranks.add(m_texts.back());
        }
    }

    std::string textOf(const StoredEvent &event) const
    {
        if (m_field == "action")
            return event.action;
        if (m_field == "app")
            return event.app;
        if (m_field == "user")
            return jsonText(event.user, u"username"_s);
        if (m_field == "brand")
            return jsonText(event.brand, u"name"_s);
        return addressSortKey(event.clientIp.value_or(std::string()));
    }

    const EventRepository &m_events;
    std::string m_field;
    Ranks m_ranks;
    std::vector<std::string> m_texts;
    std::vector<quint64> m_byNumber;
    quint64 m_ofNoAddress = 0;
};

} // namespace

std::vector<OrderTerm> parseOrdering(
    const std::optional<std::string> &text, const std::vector<std::string_view> &fields)
{
    std::vector<OrderTerm> order;
    const QString whole = QString::fromStdString(text.value_or(std::string()));
    for (const QString &part : whole.split(u',')) {
        const QString trimmed = part.trimmed();
        const bool isDescending = trimmed.startsWith(u'-');
        const std::string field = trimmed.mid(isDescending ? 1 : 0).toStdString();
        if (std::find(fields.begin(), fields.end(), field) != fields.end())
            order.push_back({field, isDescending});
    }
    return order;
}

quint32 EventSelection::at(quint32 position) const
{
    const quint32 place = m_isReversed ? count() - 1 - position : position;
    return m_numbers ? (*m_numbers)[place] : m_events->nthLive(m_rangeBegin + place);
}

EventSelection EventSelector::select(const EventFilter &filter, const std::vector<OrderTerm> &order)
{
    EventSelection selection;
    selection.m_events = &m_events;
    const bool isByTime = order.empty() || order.front().field == "created";
    selection.m_isReversed = isByTime && (order.empty() || order.front().isDescending);
    if (!isByTime) {
        selection.m_numbers = sorted(filter, order);
    } else if (filter.isRange()) {
        selection.m_rangeBegin = m_events.liveBefore(m_events.firstCreatedSince(filter.createdFrom()));
        const quint32 end = m_events.liveBefore(m_events.firstCreatedSince(filter.createdTo()));
        selection.m_rangeCount = end > selection.m_rangeBegin ? end - selection.m_rangeBegin : 0;
    } else {
        selection.m_numbers = matching(filter);
    }
    return selection;
}

EventSelector::Cached &EventSelector::remember(std::list<Cached> &cache, const std::string &key) const
{
    const auto found = std::find_if(cache.begin(), cache.end(), [&](const Cached &entry) { return entry.key == key; });
    if (found != cache.end()) {
        cache.splice(cache.begin(), cache, found);
        if (found->edits != m_events.editCount())
            *found = {key, m_events.editCount(), 0, nullptr};
        return cache.front();
    }
    if (cache.size() >= rememberedResults)
        cache.pop_back();
    cache.push_front({key, m_events.editCount(), 0, nullptr});
    return cache.front();
}

std::shared_ptr<const std::vector<quint32>> EventSelector::matching(const EventFilter &filter)
{
    Cached &entry = remember(m_matches, filter.key());
    if (!entry.numbers)
        entry.numbers = std::make_shared<std::vector<quint32>>();
    if (entry.scannedTo < m_events.size()) {
        const quint32 from = std::max(entry.scannedTo, m_events.firstCreatedSince(filter.createdFrom()));
        filter.collect(m_events, from, m_events.firstCreatedSince(filter.createdTo()), *entry.numbers);
        entry.scannedTo = m_events.size();
    }
    return entry.numbers;
}

std::shared_ptr<const std::vector<quint32>> EventSelector::sorted(
    const EventFilter &filter, const std::vector<OrderTerm> &order)
{
    std::string key = filter.key() + '\n';
    for (const OrderTerm &term : order)
        key += (term.isDescending ? "-" : "") + term.field + ",";
    Cached &entry = remember(m_sorted, key);
    if (entry.numbers && entry.scannedTo == m_events.size())
        return entry.numbers;
    const std::shared_ptr<const std::vector<quint32>> matches = matching(filter);
    std::vector<std::pair<quint64, quint32>> keyed(matches->size());
    entry.numbers = std::make_shared<std::vector<quint32>>(*matches);
    // Least important term first: every pass keeps the order of the one before among equals.
    for (auto term = order.rbegin(); term != order.rend(); ++term) {
        const SortKeys keys(m_events, term->field);
        std::vector<quint64> keyOf(m_events.size());
        m_events.scan(0, m_events.size(), [&](quint32 index, const EventFacets *facets, const StoredEvent *stored) {
            const quint64 value = keys.of(index, facets, stored);
            keyOf[index] = term->isDescending ? ~value : value;
        });
        for (std::size_t at = 0; at < keyed.size(); ++at)
            keyed[at] = {keyOf[(*entry.numbers)[at]], (*entry.numbers)[at]};
        std::stable_sort(
            keyed.begin(), keyed.end(), [](const auto &left, const auto &right) { return left.first < right.first; });
        std::transform(
            keyed.begin(), keyed.end(), entry.numbers->begin(), [](const auto &item) { return item.second; });
    }
    entry.scannedTo = m_events.size();
    return entry.numbers;
}

} // namespace tidings::demo
