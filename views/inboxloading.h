// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidings {

class InboxModel;
class LoadProgress;
class LocalInboxState;
class NotificationFeed;
class RecordTable;

// Loads as much of the inbox as its question needs: everything for groups, for other orders and for an age without a
// beginning, all that is snoozed for that tab, and else until the list is full or many pages had nothing for it.
class InboxLoading
{
public:
    struct Parts
    {
        const InboxModel &list;
        const LocalInboxState &state;
        NotificationFeed &feed;
        RecordTable &table;
        LoadProgress &progress;
    };
    explicit InboxLoading(const Parts &parts); // all must outlive this

    void begin(); // something else is asked, or the feed begins anew
    void noteState(); // the feed's is another
    void goOn(); // rows came, or are arranged

private:
    [[nodiscard]] bool needsEverything() const;

    const Parts m_parts;
    bool m_wantsAll = false; // once the first page is there
    int m_fruitlessPages = 0;
};

} // namespace tidings
