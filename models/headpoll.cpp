// SPDX-License-Identifier: GPL-3.0-or-later
#include "headpoll.h"

#include <algorithm>
#include <utility>

namespace tidings {

void HeadPoll::begin()
{
    cancel();
    m_found.clear();
    m_error.reset();
}

HeadPoll::Scan &HeadPoll::add(
    PagedStream<Event>::Fetch fetch, bool allowsKeyset, const std::optional<RowPosition> &known)
{
    m_found.emplace_back();
    return *m_scans.emplace_back(std::make_unique<Scan>(std::move(fetch), allowsKeyset, known));
}

void HeadPoll::start(std::function<void(const std::optional<ApiError> &)> done)
{
    m_done = std::move(done);
    m_open = static_cast<int>(m_scans.size());
    for (size_t i = 0; i < m_scans.size(); ++i)
        m_scans[i]->start([this, i](Result<Found> found) { take(i, std::move(found)); });
}

void HeadPoll::cancel()
{
    for (const auto &scan : m_scans)
        scan->cancel();
    m_scans.clear();
    m_open = 0;
}

void HeadPoll::take(size_t list, Result<Found> found)
{
    if (found)
        m_found[list] = std::move(*found);
    else
        m_error = found.error();
    if (--m_open > 0)
        return;
    const auto done = std::exchange(m_done, nullptr); // which may begin the next one
    done(std::exchange(m_error, std::nullopt));
}

qint64 HeadPoll::count() const
{
    qint64 count = 0;
    for (const Found &found : m_found)
        count += std::max<qint64>(0, found.count);
    return count;
}

bool HeadPoll::hasGap() const
{
    return std::any_of(m_found.begin(), m_found.end(), [](const Found &found) { return !found.reachedKnown; });
}

} // namespace tidings
