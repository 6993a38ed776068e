// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localinboxstate.h"
#include "notificationarchive.h"
#include "recentquestions.h"
#include "seenwork.h"
#include "settings.h"

#include <optional>

namespace tidings {

// What is kept on this computer of the profile that is shown, each in a file of its own: what is snoozed and muted,
// changes on their way, the history of notifications, and the questions asked.
class ProfileData
{
public:
    struct Parts
    {
        LocalInboxState &inboxState;
        SeenWork &seen;
        NotificationArchive &archive;
        RecentQuestions &questions;
    };
    explicit ProfileData(const Parts &parts); // all must outlive this

    // Nothing: nothing is kept. What is open already stays so. Returns what went wrong, for people; empty: nothing.
    [[nodiscard]] QString open(const std::optional<Profile> &profile);
    void wipe(); // of the profile that is open; from then on nothing is kept

private:
    const Parts m_parts;
    QString m_inboxFile;
};

} // namespace tidings
