// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventfields.h"

#include "actioncatalog.h"
#include "jsontext.h"
#include "timetext.h"
#include "visibletext.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

struct EventFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(EventFields)
};

const char *keyOf(EventField field)
{
    switch (field) {
    case EventField::Action:
        return "action";
    case EventField::App:
        return "app";
    case EventField::ClientIp:
        return "client_ip";
    case EventField::Expires:
        return "expires";
    case EventField::Context:
        return "context";
    case EventField::User:
        return "user";
    case EventField::Brand:
        return "brand";
    }
    return "";
}

QString laidOut(const QByteArray &json)
{
    return visibleText(QString::fromUtf8(prettyJson(json)));
}

QString actionText(const QString &action)
{
    const ActionInfoEntry entry = actionEntry(action);
    return entry.isKnown
        ? EventFieldsText::tr("%1 (%2)", "label of an action, its machine name").arg(entry.label, entry.value)
        : visibleLine(action);
}

QString shown(const Event &event, EventField field)
{
    if (isJsonField(field))
        return laidOut(rawField(event, field));
    if (field == EventField::Action && holdsText(event, field))
        return actionText(event.action);
    if (field == EventField::Expires && event.expires)
        return exactTime(*event.expires);
    return visibleLine(fieldText(event, field));
}

const std::optional<QByteArray> &jsonOf(const EventChanges &changes, EventField field)
{
    return field == EventField::User ? changes.user : field == EventField::Brand ? changes.brand : changes.context;
}

bool hasChange(const EventChanges &changes, EventField field)
{
    switch (field) {
    case EventField::Action:
        return changes.action.has_value();
    case EventField::App:
        return changes.app.has_value();
    case EventField::ClientIp:
        return changes.clientIp.has_value();
    case EventField::Expires:
        return changes.expires.has_value();
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        return jsonOf(changes, field).has_value();
    }
    return false;
}

QString shown(const EventChanges &changes, EventField field)
{
    switch (field) {
    case EventField::Action:
        return actionText(changes.action.value_or(QString()));
    case EventField::App:
        return visibleLine(changes.app.value_or(QString()));
    case EventField::ClientIp:
        return visibleLine(changes.clientIp.value_or(QString()));
    case EventField::Expires:
        return changes.expires ? exactTime(*changes.expires) : QString();
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        break;
    }
    return laidOut(jsonOf(changes, field).value_or(QByteArray()));
}

bool isSameAddress(const QString &a, const QString &b)
{
    return a == b || (!a.isEmpty() && !b.isEmpty() && QHostAddress(a) == QHostAddress(b));
}

bool holds(const Event &event, const EventChanges &changes, EventField field)
{
    switch (field) {
    case EventField::Action:
        return holdsText(event, field) && event.action == *changes.action;
    case EventField::App:
        return holdsText(event, field) && event.app == *changes.app;
    case EventField::ClientIp:
        return isSameAddress(event.clientIp, *changes.clientIp);
    case EventField::Expires:
        return event.expires == changes.expires;
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        break;
    }
    return compactJson(rawField(event, field)) == compactJson(*jsonOf(changes, field));
}

} // namespace

QString eventFieldLabel(EventField field)
{
    switch (field) {
    case EventField::Action:
        return EventFieldsText::tr("Action");
    case EventField::App:
        return EventFieldsText::tr("Application");
    case EventField::ClientIp:
        return EventFieldsText::tr("Client IP address");
    case EventField::Expires:
        return EventFieldsText::tr("Expires");
    case EventField::Context:
        return EventFieldsText::tr("Context");
    case EventField::User:
        return EventFieldsText::tr("User");
    case EventField::Brand:
        return EventFieldsText::tr("Brand");
    }
    return {};
}

bool isJsonField(EventField field)
{
    return field == EventField::Context || field == EventField::User || field == EventField::Brand;
}

std::optional<EventField> eventFieldOfRefusal(const QString &key)
{
    const QString top = key.section(u'.', 0, 0);
    for (const EventField field : allEventFields) {
        if (top == QLatin1StringView(keyOf(field)))
            return field;
    }
    return std::nullopt;
}

QByteArray rawField(const Event &event, EventField field)
{
    return rawMember(event.raw, keyOf(field));
}

bool holdsText(const Event &event, EventField field)
{
    return rawField(event, field).startsWith('"');
}

QString fieldText(const Event &event, EventField field)
{
    const QByteArray raw = rawField(event, field);
    if (!raw.startsWith('"'))
        return raw == "null" ? QString() : QString::fromUtf8(raw);
    switch (field) {
    case EventField::Action:
        return event.action;
    case EventField::App:
        return event.app;
    case EventField::ClientIp:
        return event.clientIp;
    case EventField::Expires:
    case EventField::Context:
    case EventField::User:
    case EventField::Brand:
        break;
    }
    return QString::fromUtf8(raw);
}

QList<EventField> fieldsThatDiffer(const Event &before, const Event &after)
{
    QList<EventField> fields;
    for (const EventField field : allEventFields) {
        if (compactJson(rawField(before, field)) != compactJson(rawField(after, field)))
            fields += field;
    }
    return fields;
}

QList<FieldChange> changesBetween(const Event &before, const Event &after)
{
    QList<FieldChange> list;
    const QList<EventField> fields = fieldsThatDiffer(before, after);
    for (const EventField field : fields)
        list.append({eventFieldLabel(field), shown(before, field), shown(after, field), isJsonField(field), {}});
    if (list.isEmpty() && compactJson(before.raw) != compactJson(after.raw))
        list.append(
            {EventFieldsText::tr("Other parts of the record"), laidOut(before.raw), laidOut(after.raw), true, {}});
    return list;
}

QList<EventField> changedFields(const EventChanges &changes)
{
    QList<EventField> fields;
    std::copy_if(allEventFields.begin(), allEventFields.end(), std::back_inserter(fields),
        [&](EventField field) { return hasChange(changes, field); });
    return fields;
}

QList<FieldChange> changesTo(const Event &base, const EventChanges &changes)
{
    QList<FieldChange> list;
    const QList<EventField> fields = changedFields(changes);
    for (const EventField field : fields)
        list.append({eventFieldLabel(field), shown(base, field), shown(changes, field), isJsonField(field), {}});
    return list;
}

bool holdsAll(const Event &event, const EventChanges &changes)
{
    const QList<EventField> fields = changedFields(changes);
    return std::all_of(fields.cbegin(), fields.cend(), [&](EventField field) { return holds(event, changes, field); });
}

} // namespace tidings
