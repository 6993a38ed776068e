// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codec.h"
#include "faultserver.h"
#include "jsontext.h"

#include <QAbstractItemModel>

#include <algorithm>

// Records and lists as authentik sends them, for tests of the models.
namespace tidings::test {

inline QString uuidOf(int n)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(n, 12, 16, QLatin1Char('0'));
}

// Seconds after 2026-11-20T10:00:00Z, as text.
inline QString timeText(double seconds)
{
    constexpr Timestamp start = 1'795'168'800'000'000;
    return timestampToIso(start + static_cast<Timestamp>(seconds * 1e6));
}

struct EventSpec
{
    QString id = {};
    QString created = timeText(0);
    QString action = QStringLiteral("login");
    QString username = QStringLiteral("alice");
    QByteArray context = "{}";
    QString clientIp = QStringLiteral("192.0.2.1");
    QByteArray user = {}; // instead of username
};

inline QByteArray toJson(const EventSpec &spec)
{
    const QByteArray user
        = spec.user.isEmpty() ? "{\"pk\":7,\"email\":\"\",\"username\":" + quotedJson(spec.username) + "}" : spec.user;
    return (spec.id.isNull() ? QByteArray("{") : "{\"pk\":" + quotedJson(spec.id) + ",") + "\"user\":" + user
        + ",\"action\":" + quotedJson(spec.action) + ",\"app\":\"authentik.events\",\"context\":" + spec.context
        + ",\"client_ip\":" + quotedJson(spec.clientIp) + ",\"created\":" + quotedJson(spec.created)
        + ",\"expires\":\"2027-11-20T10:00:00.000000Z\",\"brand\":{\"pk\":\"ab\",\"app\":\"authentik_brands\","
          "\"name\":\"Default\",\"model_name\":\"brand\"}}";
}

inline Event makeEvent(const EventSpec &spec)
{
    codec::EventDecoder decoder;
    return decoder.decode(toJson(spec));
}

struct NotificationSpec
{
    QString id = {};
    QString created = timeText(0);
    QString severity = QStringLiteral("notice");
    QString body = QStringLiteral("Something happened");
    QByteArray event = "null";
    bool seen = false;
};

inline QByteArray toJson(const NotificationSpec &spec)
{
    return (spec.id.isNull() ? QByteArray("{") : "{\"pk\":" + quotedJson(spec.id) + ",") + "\"severity\":"
        + quotedJson(spec.severity) + ",\"body\":" + quotedJson(spec.body) + ",\"created\":" + quotedJson(spec.created)
        + ",\"event\":" + spec.event + ",\"seen\":" + (spec.seen ? "true" : "false") + "}";
}

inline Notification makeNotification(const NotificationSpec &spec)
{
    // As part of a list, where odd records are taken too
    return codec::decodeNotificationPage("{\"pagination\":{\"next\":0,\"previous\":0,\"count\":1,\"current\":1,"
                                         "\"total_pages\":1,\"start_index\":1,\"end_index\":1},\"results\":["
        + toJson(spec) + "]}")
        .value()
        .items.first();
}

// The page of `records` that a list request asks for; page sizes are clamped to `maxSize`.
inline Answer pageAnswer(const QList<QByteArray> &records, const Request &request, qsizetype maxSize = 100)
{
    const auto number = [&](const char *name) {
        const QList<QByteArray> values = request.parameters(name);
        return values.isEmpty() ? qsizetype(0) : static_cast<qsizetype>(values.last().toLongLong());
    };
    const qsizetype size = std::clamp<qsizetype>(number("page_size"), 1, maxSize);
    const qsizetype page = number("page");
    const qsizetype pages = std::max<qsizetype>(1, (records.size() + size - 1) / size);
    if (page < 1 || page > pages)
        return Answer::json("{\"detail\":\"Invalid page.\"}", 404);
    QByteArray body = "{\"pagination\":{\"next\":" + QByteArray::number(page < pages ? page + 1 : 0)
        + ",\"previous\":" + QByteArray::number(page - 1) + ",\"count\":" + QByteArray::number(records.size())
        + ",\"current\":" + QByteArray::number(page) + ",\"total_pages\":" + QByteArray::number(pages)
        + ",\"start_index\":0,\"end_index\":0},\"results\":[";
    body += records.mid((page - 1) * size, size).join(',');
    return Answer::json(body + "],\"autocomplete\":{}}");
}

// One line a row, the columns between bars.
inline QStringList tableText(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells += model.index(row, column).data().toString();
        lines += cells.join(QStringLiteral(" | "));
    }
    return lines;
}

} // namespace tidings::test
