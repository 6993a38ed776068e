// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <QObject>
#include <QPointer>

namespace tidings {

// Creates, changes and deletes events for the views, one request at a time. Writes are sent once; nothing is retried.
class EventEditor : public QObject
{
    Q_OBJECT

public:
    explicit EventEditor(QObject *parent = nullptr);

    void setClient(ApiClient *client);
    void setCapabilities(const ServerCapabilities &capabilities);
    [[nodiscard]] const ServerCapabilities &capabilities() const { return m_capabilities; }
    [[nodiscard]] bool isBusy() const { return m_call.isActive(); }

    void create(const EventChanges &fields); // created() or failed()
    // Fetches the record once more: fetched() or failed(). authentik has no lock and no ETag, so this is how a change
    // by somebody else is seen before it is overwritten.
    void fetch(const QString &id);
    // PUT, or PATCH where the server's enum would refuse the stored action: updated() or failed().
    void update(const Event &base, const EventChanges &changes);
    void remove(const QString &id); // removed() or failed()
    void cancel(); // no signal follows; a write that has left the program may still arrive

signals:
    void created(const tidings::Event &event);
    void fetched(const tidings::Event &event);
    void updated(const tidings::Event &event);
    void removed(const QString &id);
    void failed(const tidings::ApiError &error);
    // A write was answered 403: the token lacks that right. The capabilities are updated before.
    void capabilitiesChanged();

private:
    void fail(const ApiError &error, Right ServerCapabilities::*right);

    QPointer<ApiClient> m_client;
    ServerCapabilities m_capabilities;
    PendingCall m_call;
};

} // namespace tidings
