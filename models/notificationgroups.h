// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actioncatalog.h"
#include "timedisplay.h"
#include "timestamp.h"

#include <QHash>
#include <QSet>

#include <array>
#include <limits>
#include <vector>

namespace tidings {

enum class InboxGrouping { None, Severity, Action, Day, Text };
enum class InboxSorting { Newest, Oldest, Severity, Action };

// What of a notification decides where it stands. Codes are the caller's; equal texts have equal codes.
struct InboxFacts
{
    Timestamp created = 0; // 0: not known
    quint32 action = 0;
    quint32 pattern = 0;
    quint32 severity = 0; // the higher the worse
    Level level = Level::Ordinary;
    bool seen = false;
};

// The order of the rows of an inbox: sorted, and in groups with a header each where that is wanted. Linear in the
// number of rows: keys are few, so rows are dealt out instead of compared. Plain values, no signals.
class NotificationGroups
{
public:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    struct Group
    {
        quint32 key = 0; // a severity, an action, a day (Julian) or a pattern
        int unseen = 0;
        std::array<int, 4> levels{}; // by Level
        Timestamp newest = 0;
        std::vector<quint32> rows; // as sorted

        [[nodiscard]] int total() const { return static_cast<int>(rows.size()); }
    };
    // What the list shows: the header of a group, or a row.
    struct Entry
    {
        quint32 value = 0; // a group's key, or a row
        bool isHeader = false;
        bool operator==(const Entry &) const = default;
    };
    struct Order
    {
        InboxGrouping grouping = InboxGrouping::None;
        InboxSorting sorting = InboxSorting::Newest;
        bool operator==(const Order &) const = default;
    };

    // `rows`: those to be shown, newest first, as indices of `facts`. `actionRanks` sorts actions by their labels.
    void arrange(const std::vector<quint32> &rows, const std::vector<InboxFacts> &facts, const Order &order,
        const std::vector<quint32> &actionRanks);
    // Groups begin collapsed; they stay as they are while the grouping is the same.
    void setExpanded(quint32 key, bool expanded);
    void setAllExpanded(bool expanded);
    [[nodiscard]] bool isExpanded(quint32 key) const { return m_expanded.contains(key); }
    [[nodiscard]] std::vector<Entry> entries() const;

    // Whose days groups of days are; from the next arrange() on.
    void setTimeDisplay(const TimeDisplay &display) { m_display = display; }
    [[nodiscard]] const std::vector<Group> &groups() const { return m_groups; } // none without a grouping
    [[nodiscard]] const Group *group(quint32 key) const;
    [[nodiscard]] quint32 groupOf(const InboxFacts &facts) const; // its key; `none` without a grouping
    void noteSeen(const InboxFacts &facts, bool seen); // a row of the group of `facts` changed
    [[nodiscard]] const std::vector<quint32> &rows() const { return m_rows; } // all, as sorted, without groups
    void clear();
    void collapse() { m_expanded.clear(); } // other codes are to come

private:
    [[nodiscard]] quint32 keyOf(const InboxFacts &facts, InboxGrouping grouping) const;

    Order m_order;
    TimeDisplay m_display;
    std::vector<quint32> m_rows;
    std::vector<Group> m_groups;
    QHash<quint32, size_t> m_places; // of groups, by key
    QSet<quint32> m_expanded;
};

} // namespace tidings
