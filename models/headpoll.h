// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event.h"
#include "headscan.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tidings {

// One poll of several lists: a scan of the top of each at the same time, and what they found together. Destroyed or
// cancelled it calls nothing.
class HeadPoll
{
public:
    using Scan = HeadScan<Event>;
    using Found = Scan::Found;

    // Of a new poll; what was found before is forgotten, what is asked is cancelled.
    void begin();
    Scan &add(PagedStream<Event>::Fetch fetch, bool allowsKeyset, const std::optional<RowPosition> &known);
    // `done` is called once, after the last answer: with an error when one of them was one.
    void start(std::function<void(const std::optional<ApiError> &)> done);
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_open > 0; }
    // By list, in the order of add(). Empty ones until the poll is done.
    [[nodiscard]] const std::vector<Found> &found() const { return m_found; }
    [[nodiscard]] qint64 count() const; // all that match on the server
    [[nodiscard]] bool hasGap() const; // so many rows are new that a scan stopped above the known ones

private:
    void take(size_t list, Result<Found> found);

    std::vector<std::unique_ptr<Scan>> m_scans;
    std::vector<Found> m_found;
    std::function<void(const std::optional<ApiError> &)> m_done;
    std::optional<ApiError> m_error;
    int m_open = 0;
};

} // namespace tidings
