// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apierror.h"
#include "event.h"
#include "notification.h"
#include "page.h"
#include "serverinfo.h"

#include <QByteArray>
#include <QList>

#include <memory>

// The JSON of authentik's API. Names of JSON keys appear here and in eventwrite.cpp only.
// Whole answers that are not what the endpoint sends give ApiError::Kind::NotAuthentik; odd records inside a good
// answer are kept, with their oddities named.
namespace tidings::codec {

// Decodes single records; keeps its buffers, so that many decodes cost few allocations. Not thread-safe.
class EventDecoder
{
public:
    EventDecoder();
    ~EventDecoder();
    Q_DISABLE_COPY_MOVE(EventDecoder)

    // Never fails: what is no event becomes an Event with raw bytes and oddities.
    Event decode(const QByteArray &raw);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

// Decodes pages of events; keeps its buffers from page to page. May be called from several threads at once: those that
// come while another is at work pay for buffers of their own.
class EventPageDecoder
{
public:
    EventPageDecoder();
    ~EventPageDecoder();
    Q_DISABLE_COPY_MOVE(EventPageDecoder)

    Result<Page<Event>> decode(const QByteArray &body);
    // Events with heads (see Event::head) where that is possible; several times as fast.
    Result<Page<Event>> decodeHeads(const QByteArray &body);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

Result<Page<Event>> decodeEventPage(const QByteArray &body);
Result<Event> decodeEvent(const QByteArray &body);
Result<Page<Notification>> decodeNotificationPage(const QByteArray &body);
Result<Notification> decodeNotification(const QByteArray &body);
Result<QList<ActionInfo>> decodeActions(const QByteArray &body);
// Both shapes: {action, time, count} and, up to 2025.4, {x_cord, y_cord}.
Result<QList<VolumeBucket>> decodeVolume(const QByteArray &body);
Result<QList<TopApplication>> decodeTopApplications(const QByteArray &body);
Result<RootConfig> decodeRootConfig(const QByteArray &body);
Result<CurrentUser> decodeCurrentUser(const QByteArray &body);
Result<VersionInfo> decodeVersion(const QByteArray &body);

// What an error answer says: `detail`, and lists of texts by field (nested ones as "user.pk").
struct ErrorBody
{
    bool isJson = false;
    QString detail;
    QMap<QString, QStringList> fieldErrors;
};
ErrorBody decodeErrorBody(const QByteArray &body);

} // namespace tidings::codec
