// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace tidings {

// Why a secret could not be read, written or removed.
struct SecretError
{
    enum class Kind {
        NotFound, // no entry, or a locked keyring: libsecret answers the same for both, so never forget an account on
                  // it
        Unavailable, // no keychain service
        Denied, // refused, or locked on write
        Timeout, // nobody answered the keyring's prompt
        TooLarge,
        Other,
    };
    Kind kind = Kind::Other;
    QString detail; // the keychain's own words
    bool operator==(const SecretError &) const = default;
};

// A sentence for people, translated.
QString describe(const SecretError &error);

template <class T> using SecretResult = Expected<T, SecretError>;

// Where tokens are kept: the OS keychain, or memory in tests. All calls are asynchronous: `done` is called exactly
// once, on the GUI thread, later than the call, unless `context` is gone by then. Never falls back to a file.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    using ReadDone = std::function<void(SecretResult<QByteArray>)>;
    using Done = std::function<void(SecretResult<std::monostate>)>;

    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, Done done) = 0;
    // Removing what is not there is a success.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace tidings
