// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace tidings {

// The parameters of GET events/events/, exactly as authentik takes them. Empty members are not sent.
struct EventListQuery
{
    QString action; // case-insensitive SUBSTRING on the server: "login" also finds "login_failed"
    QStringList actions; // exact, OR; authentik >= 2025.6 only (older ones ignore it silently); enum members only
    QString username; // exact
    QString clientIp; // exact; send whole addresses only
    QString contextModelPk;
    QString contextModelName;
    QString contextModelApp;
    QString contextAuthorizedApp; // hex pk without dashes
    QString contextDevice; // authentik >= 2026.5
    QString brandName;
    QString search; // AKQL where the server has it and the text parses, else plain words
    QString ordering = QStringLiteral("-created,pk");
    int page = 1; // 1-based
    int pageSize = 100; // authentik >= 2025.12 clamps to its maximum, 100 by default

    bool operator==(const EventListQuery &) const = default;
};

// The parameters of GET events/notifications/. `user` must always be the own pk: a superuser's token otherwise lists
// everybody's. There is no default order on the server, so one is always sent.
struct NotificationListQuery
{
    qint64 user = 0; // pk of the token's owner
    std::optional<bool> seen;
    QString severity;
    QString event;
    QString ordering = QStringLiteral("-created,pk");
    int page = 1;
    int pageSize = 100;

    bool operator==(const NotificationListQuery &) const = default;
};

// The filters of an event list without order and page, as volume and top_per_user take them.
QUrlQuery filterParameters(const EventListQuery &query);
QUrlQuery toUrlQuery(const EventListQuery &query);
QUrlQuery toUrlQuery(const NotificationListQuery &query);

// Adds a parameter percent-encoded in full ("+", "&", "%" and non-ASCII included); NUL characters are dropped.
void addParameter(QUrlQuery &query, const QString &name, const QString &value);

} // namespace tidings
