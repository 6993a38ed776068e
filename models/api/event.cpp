// SPDX-License-Identifier: GPL-3.0-or-later
#include "event.h"

#include "notification.h"

#include <QCryptographicHash>

namespace tidings {

namespace {

QByteArray keyOf(const QString &id, const QByteArray &raw)
{
    return id.isEmpty() ? QCryptographicHash::hash(raw, QCryptographicHash::Sha1) : id.toUtf8();
}

} // namespace

QString Event::actor() const
{
    if (!user.username.isEmpty())
        return user.username;
    if (!user.email.isEmpty())
        return user.email;
    return user.pk.isEmpty() ? QString() : u'#' + user.pk;
}

QByteArray Event::key() const
{
    return keyOf(id, raw);
}

QByteArray Notification::key() const
{
    return keyOf(id, raw);
}

bool isUuid(const QString &text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isHex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (isDash ? c != u'-' : !isHex)
            return false;
    }
    return true;
}

} // namespace tidings
