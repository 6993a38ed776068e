// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventstore.h"

#include "eventsummary.h"
#include "visibletext.h"

namespace tidings {

EventStore::Slot EventStore::insert(const Event &event)
{
    const QByteArray key = event.key();
    Slot slot = find(key);
    if (slot == noSlot) {
        slot = static_cast<Slot>(m_created.size());
        m_created.emplace_back();
        m_places.emplace_back();
        for (auto &column : m_texts)
            column.emplace_back();
        m_slots.insert(key, slot);
    }
    fill(slot, event);
    return slot;
}

void EventStore::fill(Slot slot, const Event &event)
{
    m_created[slot] = event.created.value_or(0);
    m_places[slot] = m_blocks.append(event.raw);
    const auto set = [&](Column column, const QString &text) {
        m_texts[static_cast<size_t>(column)][slot] = m_pool.code(text);
    };
    set(Column::Action, event.action);
    set(Column::Actor, actorText(event));
    set(Column::Application, applicationText(event));
    set(Column::ClientIp, visibleLine(event.clientIp));
    set(Column::Place, placeText(event.context));
    set(Column::Brand, visibleLine(event.brand.name));
    set(Column::UserName, event.user.username);
    set(Column::AuthorizedApp, event.context.application.name);
    set(Column::Country, event.context.country);
    m_sentences.remove(slot);
}

void EventStore::clear()
{
    m_pool = StringPool();
    m_blocks.clear();
    m_created.clear();
    m_places.clear();
    for (auto &column : m_texts)
        column.clear();
    m_slots.clear();
    m_sentences.clear();
}

Event EventStore::event(Slot slot) const
{
    return m_decoder.decode(raw(slot));
}

RowPosition EventStore::position(Slot slot) const
{
    return {m_created[slot], event(slot).id};
}

QString EventStore::whatHappened(Slot slot) const
{
    if (const QString *known = m_sentences.object(slot))
        return *known;
    const QString sentence = tidings::whatHappened(event(slot));
    m_sentences.insert(slot, new QString(sentence));
    return sentence;
}

} // namespace tidings
