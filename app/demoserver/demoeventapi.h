// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoeventselector.h"
#include "demohttp.h"
#include "demooptions.h"

#include <string_view>

namespace tidings::demo {

/// Answers everything below /api/v3/events/events/ for a caller whose token was accepted.
class EventApi
{
public:
    EventApi(EventRepository &events, DemoRights rights);

    HttpReply list(const HttpRequest &request);
    HttpReply create(const HttpRequest &request);
    HttpReply detail(const HttpRequest &request, std::string_view id);
    HttpReply actions() const;
    HttpReply volume(const HttpRequest &request);
    HttpReply stats(const HttpRequest &request);
    HttpReply topPerUser(const HttpRequest &request);
    HttpReply perMonth(const HttpRequest &request);

private:
    HttpReply update(const HttpRequest &request, quint32 index);
    HttpReply one(quint32 index, int status) const;
    HttpReply coordinates(const EventFilter &filter, qint64 span, int buckets);
    /// Reads the list filters; calls use(filter) or makes the reply that says what is wrong.
    template <typename Use> HttpReply withFilter(const HttpRequest &request, Use use);

    EventRepository &m_events;
    EventSelector m_selector;
    DemoRights m_rights;
};

} // namespace tidings::demo
