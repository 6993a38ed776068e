// SPDX-License-Identifier: GPL-3.0-or-later
#include "demorecord.h"

#include "akqljsonvalue.h"

using namespace Qt::StringLiterals;

namespace tidings::demo {

EventRecord::EventRecord(
    const EventRepository &events, quint32 index, const EventFacets *facets, const StoredEvent *stored)
    : m_events(events)
    , m_index(index)
    , m_facets(facets)
    , m_stored(stored)
{
}

akql::Value EventRecord::column(const QString &name) const
{
    if (name == "created"_L1)
        return akql::Timestamp{m_events.createdAt(m_index)};
    if (name == "expires"_L1)
        return akql::Timestamp{m_events.expiresAt(m_index)};
    if (name == "event_uuid"_L1 || name == "pk"_L1) {
        std::string text;
        appendId(text, m_events.idOf(m_index));
        return QString::fromStdString(text);
    }
    if (name == "action"_L1)
        return QString::fromStdString(
            m_stored != nullptr ? m_stored->action : m_events.tables().actions[m_facets->action].name);
    if (name == "app"_L1)
        return QString::fromStdString(
            m_stored != nullptr ? m_stored->app : m_events.tables().actions[m_facets->action].app);
    if (name == "client_ip"_L1) {
        if (m_stored != nullptr)
            return m_stored->clientIp ? akql::Value(QString::fromStdString(*m_stored->clientIp))
                                      : akql::Value(akql::Null{});
        const std::string &text = m_events.generator().addressText(*m_facets);
        return text.empty() ? akql::Value(akql::Null{}) : akql::Value(QString::fromStdString(text));
    }
    return akql::Missing{};
}

akql::Value EventRecord::value(const QStringList &path) const
{
    const QString &root = path.constFirst();
    std::optional<std::string> *json = nullptr;
    if (root == "user"_L1)
        json = &m_user;
    else if (root == "context"_L1)
        json = &m_context;
    else if (root == "brand"_L1)
        json = &m_brand;
    else
        return path.size() == 1 ? column(root) : akql::Value(akql::Missing{});
    if (!*json) {
        json->emplace();
        if (json == &m_user && m_stored == nullptr)
            m_events.generator().appendUser(**json, *m_facets);
        else if (json == &m_user)
            **json = m_stored->user;
        else if (json == &m_context && m_stored == nullptr)
            m_events.generator().appendContext(**json, *m_facets);
        else if (json == &m_context)
            **json = m_stored->context;
        else
            **json = m_stored == nullptr ? m_events.generator().brandJson(*m_facets) : m_stored->brand;
    }
    return akql::jsonValueAt(**json, path.mid(1));
}

SingleValueRecord::SingleValueRecord(QStringList root, std::string json)
    : m_root(std::move(root))
    , m_json(std::move(json))
{
}

akql::Value SingleValueRecord::value(const QStringList &path) const
{
    if (m_json.empty() || path.size() < m_root.size() || path.mid(0, m_root.size()) != m_root)
        return akql::Missing{};
    return akql::jsonValueAt(m_json, path.mid(m_root.size()));
}

} // namespace tidings::demo
