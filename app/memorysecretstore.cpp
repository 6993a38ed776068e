// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorysecretstore.h"

#include <QObject>

namespace tidings {

void MemorySecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    const auto found = m_secrets.constFind(key);
    SecretResult<QByteArray> result = Unexpected(SecretError{SecretError::Kind::NotFound, {}});
    if (found != m_secrets.constEnd())
        result = *found;
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &key, const QByteArray &secret, QObject *context, Done done)
{
    if (secret.isEmpty())
        m_secrets.remove(key);
    else
        m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(std::monostate{}); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &key, QObject *context, Done done)
{
    write(key, {}, context, std::move(done));
}

} // namespace tidings
