// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwrite.h"

#include "jsontext.h"

namespace tidings {

namespace {

// Writes members in the order they are added; values are JSON texts already.
class ObjectWriter
{
public:
    void add(const char *key, const QByteArray &json)
    {
        m_body += m_body.isEmpty() ? '{' : ',';
        m_body += quotedJson(QString::fromLatin1(key)) + ':' + json;
    }
    [[nodiscard]] QByteArray finish() const { return (m_body.isEmpty() ? QByteArray("{") : m_body) + '}'; }

private:
    QByteArray m_body;
};

void addChanges(ObjectWriter &writer, const EventChanges &changes)
{
    if (changes.clientIp)
        writer.add("client_ip", changes.clientIp->isEmpty() ? QByteArray("null") : quotedJson(*changes.clientIp));
    if (changes.expires)
        writer.add("expires", quotedJson(timestampToIso(*changes.expires)));
    if (changes.user)
        writer.add("user", *changes.user);
    if (changes.context)
        writer.add("context", *changes.context);
    if (changes.brand)
        writer.add("brand", *changes.brand);
}

QByteArray stringOrEmpty(const QByteArray &json)
{
    return json.startsWith('"') ? json : QByteArray();
}

} // namespace

bool EventChanges::isEmpty() const
{
    return !action && !app && !clientIp && !expires && !user && !context && !brand;
}

EventWrite createWrite(const EventChanges &fields)
{
    ObjectWriter writer;
    writer.add("action", quotedJson(fields.action.value_or(QString())));
    writer.add("app", quotedJson(fields.app.value_or(QString())));
    addChanges(writer, fields);
    return {EventWrite::Verb::Post, writer.finish()};
}

bool isRefusedByEnum(const QString &action, const QStringList &knownActions)
{
    const QString customPrefix = QStringLiteral("custom_");
    if (action == customPrefix)
        return false;
    if (action.startsWith(customPrefix))
        return true;
    return !knownActions.isEmpty() && !knownActions.contains(action);
}

EventWrite updateWrite(const Event &event, const EventChanges &changes, const QStringList &knownActions)
{
    const QByteArray storedAction = stringOrEmpty(rawMember(event.raw, "action"));
    const QByteArray storedApp = stringOrEmpty(rawMember(event.raw, "app"));
    const bool actionRefused = !changes.action
        && (storedAction.isEmpty() || event.action.trimmed().isEmpty() || isRefusedByEnum(event.action, knownActions));
    const bool appRefused = !changes.app && (storedApp.isEmpty() || event.app.trimmed().isEmpty());

    ObjectWriter writer;
    if (actionRefused || appRefused) {
        if (changes.action)
            writer.add("action", quotedJson(*changes.action));
        if (changes.app)
            writer.add("app", quotedJson(*changes.app));
        addChanges(writer, changes);
        return {EventWrite::Verb::Patch, writer.finish()};
    }
    writer.add("action", changes.action ? quotedJson(*changes.action) : storedAction);
    writer.add("app", changes.app ? quotedJson(*changes.app) : storedApp);
    addChanges(writer, changes);
    return {EventWrite::Verb::Put, writer.finish()};
}

} // namespace tidings
