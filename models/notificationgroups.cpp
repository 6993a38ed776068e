// SPDX-License-Identifier: GPL-3.0-or-later
#include "notificationgroups.h"

#include <algorithm>

namespace tidings {

namespace {

quint32 levelOf(const InboxFacts &facts)
{
    return static_cast<quint32>(facts.level);
}

// Rows by a small key, the order among equal ones kept.
template <class Key> std::vector<quint32> dealt(const std::vector<quint32> &rows, quint32 keys, const Key &key)
{
    std::vector<size_t> starts(keys + 1);
    for (const quint32 row : rows)
        ++starts[key(row) + 1];
    for (size_t i = 1; i < starts.size(); ++i)
        starts[i] += starts[i - 1];
    std::vector<quint32> result(rows.size());
    for (const quint32 row : rows)
        result[starts[key(row)]++] = row;
    return result;
}

// Days of times that mostly follow each other: the zone is asked once a day.
class DayOf
{
public:
    explicit DayOf(const TimeDisplay &display)
        : m_display(display)
    {
    }

    quint32 operator()(Timestamp time)
    {
        if (time < m_begin || time >= m_end) {
            const QDate day = m_display.at(time).date();
            m_begin = fromDateTime(m_display.startOfDay(day));
            m_end = fromDateTime(m_display.startOfDay(day.addDays(1)));
            m_day = static_cast<quint32>(day.toJulianDay());
        }
        return m_day;
    }

private:
    const TimeDisplay &m_display;
    Timestamp m_begin = 0;
    Timestamp m_end = 0;
    quint32 m_day = 0;
};

} // namespace

void NotificationGroups::clear()
{
    m_rows.clear();
    m_groups.clear();
    m_places.clear();
}

quint32 NotificationGroups::keyOf(const InboxFacts &facts, InboxGrouping grouping) const
{
    switch (grouping) {
    case InboxGrouping::None:
        break;
    case InboxGrouping::Severity:
        return facts.severity;
    case InboxGrouping::Action:
        return facts.action;
    case InboxGrouping::Day:
        return facts.created == 0 ? none - 1 : DayOf(m_display)(facts.created);
    case InboxGrouping::Text:
        return facts.pattern;
    }
    return none;
}

quint32 NotificationGroups::groupOf(const InboxFacts &facts) const
{
    return keyOf(facts, m_order.grouping);
}

void NotificationGroups::arrange(const std::vector<quint32> &rows, const std::vector<InboxFacts> &facts,
    const Order &order, const std::vector<quint32> &actionRanks)
{
    if (order.grouping != m_order.grouping)
        m_expanded.clear();
    m_order = order;
    clear();
    switch (order.sorting) {
    case InboxSorting::Newest:
        m_rows = rows;
        break;
    case InboxSorting::Oldest:
        m_rows.assign(rows.rbegin(), rows.rend());
        break;
    case InboxSorting::Severity:
        m_rows = dealt(rows, 4, [&](quint32 row) { return 3 - levelOf(facts[row]); });
        break;
    case InboxSorting::Action:
        m_rows = dealt(rows, static_cast<quint32>(actionRanks.size()),
            [&](quint32 row) { return actionRanks[facts[row].action]; });
        break;
    }
    if (order.grouping == InboxGrouping::None)
        return;

    DayOf day(m_display);
    for (const quint32 row : m_rows) {
        const InboxFacts &fact = facts[row];
        const bool isDay = order.grouping == InboxGrouping::Day && fact.created != 0;
        const quint32 key = isDay ? day(fact.created) : keyOf(fact, order.grouping);
        const auto known = m_places.constFind(key);
        size_t place = m_groups.size();
        if (known == m_places.cend()) {
            m_places.insert(key, place);
            m_groups.emplace_back();
            m_groups.back().key = key;
        } else {
            place = *known;
        }
        Group &group = m_groups[place];
        group.rows.push_back(row);
        group.unseen += fact.seen ? 0 : 1;
        ++group.levels[levelOf(fact)];
        group.newest = std::max(group.newest, fact.created);
    }
    // The worst, the latest day, the most frequent first.
    const bool byKey = order.grouping == InboxGrouping::Severity || order.grouping == InboxGrouping::Day;
    std::stable_sort(m_groups.begin(), m_groups.end(), [byKey](const Group &a, const Group &b) {
        if (byKey)
            return (a.key == none - 1 ? 0 : a.key) > (b.key == none - 1 ? 0 : b.key);
        if (a.rows.size() != b.rows.size())
            return a.rows.size() > b.rows.size();
        return a.newest > b.newest;
    });
    for (size_t place = 0; place < m_groups.size(); ++place)
        m_places[m_groups[place].key] = place;
}

void NotificationGroups::setExpanded(quint32 key, bool expanded)
{
    if (expanded)
        m_expanded.insert(key);
    else
        m_expanded.remove(key);
}

void NotificationGroups::setAllExpanded(bool expanded)
{
    m_expanded.clear();
    if (!expanded)
        return;
    for (const Group &group : m_groups)
        m_expanded.insert(group.key);
}

std::vector<NotificationGroups::Entry> NotificationGroups::entries() const
{
    std::vector<Entry> result;
    if (m_order.grouping == InboxGrouping::None) {
        result.reserve(m_rows.size());
        for (const quint32 row : m_rows)
            result.push_back({row, false});
        return result;
    }
    for (const Group &group : m_groups) {
        result.push_back({group.key, true});
        if (!m_expanded.contains(group.key))
            continue;
        for (const quint32 row : group.rows)
            result.push_back({row, false});
    }
    return result;
}

const NotificationGroups::Group *NotificationGroups::group(quint32 key) const
{
    const auto known = m_places.constFind(key);
    return known == m_places.cend() ? nullptr : &m_groups[*known];
}

void NotificationGroups::noteSeen(const InboxFacts &facts, bool seen)
{
    const auto known = m_places.constFind(groupOf(facts));
    if (known != m_places.cend())
        m_groups[*known].unseen += seen ? -1 : 1;
}

} // namespace tidings
