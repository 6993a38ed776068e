// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secretstore.h"

#include <QHash>

namespace tidings {

// Secrets that are forgotten with the object: for "this session only", the demo and tests. An empty secret is not kept.
// The only error is NotFound.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace tidings
