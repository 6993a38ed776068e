// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventrecord.h"

#include "akqljsonvalue.h"

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

akql::Value textOrNull(const QString &text)
{
    return text.isEmpty() ? akql::Value(akql::Null{}) : akql::Value(text);
}

akql::Value timeOrNull(std::optional<Timestamp> time)
{
    return time ? akql::Value(akql::Timestamp{*time}) : akql::Value(akql::Null{});
}

} // namespace

akql::Value EventRecord::value(const QStringList &path) const
{
    if (path.size() == 1) {
        const QString &column = path.first();
        if (column == "action"_L1)
            return textOrNull(m_event.action);
        if (column == "app"_L1)
            return textOrNull(m_event.app);
        if (column == "client_ip"_L1)
            return textOrNull(m_event.clientIp);
        if (column == "event_uuid"_L1)
            return textOrNull(m_event.id);
        if (column == "created"_L1)
            return timeOrNull(m_event.created);
        if (column == "expires"_L1)
            return timeOrNull(m_event.expires);
    }
    if (m_json.empty())
        m_json = m_event.raw.toStdString();
    return akql::jsonValueAt(m_json, path);
}

} // namespace tidings
