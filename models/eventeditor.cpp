// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventeditor.h"

namespace tidings {

EventEditor::EventEditor(QObject *parent)
    : QObject(parent)
{
}

void EventEditor::setClient(ApiClient *client)
{
    cancel();
    m_client = client;
    m_capabilities = {};
}

void EventEditor::setCapabilities(const ServerCapabilities &capabilities)
{
    m_capabilities = capabilities;
    emit capabilitiesChanged();
}

void EventEditor::create(const EventChanges &fields)
{
    if (!m_client || isBusy())
        return;
    m_call = m_client->createEvent(fields, this, [this](const Result<Event> &event) {
        m_call = {};
        if (!event)
            return fail(event.error(), &ServerCapabilities::addEvents);
        m_capabilities.addEvents = Right::Granted;
        emit created(*event);
    });
}

void EventEditor::fetch(const QString &id)
{
    if (!m_client || isBusy())
        return;
    m_call = m_client->event(id, this, [this](const Result<Event> &event) {
        m_call = {};
        if (!event) {
            emit failed(event.error());
            return;
        }
        emit fetched(*event);
    });
}

void EventEditor::update(const Event &base, const EventChanges &changes)
{
    if (!m_client || isBusy())
        return;
    m_call
        = m_client->updateEvent(base, changes, m_capabilities.knownActions, this, [this](const Result<Event> &event) {
              m_call = {};
              if (!event)
                  return fail(event.error(), &ServerCapabilities::changeEvents);
              m_capabilities.changeEvents = Right::Granted;
              emit updated(*event);
          });
}

void EventEditor::remove(const QString &id)
{
    if (!m_client || isBusy())
        return;
    m_call = m_client->deleteEvent(id, this, [this, id](const Result<std::monostate> &result) {
        m_call = {};
        // Somebody else was faster: gone is gone.
        if (!result && result.error().kind != ApiError::Kind::NotFound)
            return fail(result.error(), &ServerCapabilities::deleteEvents);
        emit removed(id);
    });
}

void EventEditor::cancel()
{
    m_call.cancel();
}

void EventEditor::fail(const ApiError &error, Right ServerCapabilities::*right)
{
    if (error.kind == ApiError::Kind::Forbidden) {
        m_capabilities.*right = Right::Denied;
        emit capabilitiesChanged();
    }
    emit failed(error);
}

} // namespace tidings
